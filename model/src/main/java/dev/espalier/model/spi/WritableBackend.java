package dev.espalier.model.spi;

import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.work.Execution;

/** A storage format that hierarchies are written to as well. */
public interface WritableBackend extends Backend {
  /**
   * Decides everything that a hierarchy leaves open, and what becomes of what stands at the target,
   * without writing.
   *
   * @throws dev.espalier.model.error.InvalidHierarchyException with every reason why the hierarchy
   *     cannot be written
   * @throws dev.espalier.model.error.TargetExistsException if something stands at the target and
   *     the policy forbids to write there; the message says what
   */
  WritePlan plan(NodeSpec hierarchy, Location target, WritePolicy policy);

  /**
   * Whether this is a format to write in where nobody chose one. An older version of a format is
   * written for the asking only.
   */
  default boolean isUsualTarget() {
    return true;
  }

  /**
   * Writes a hierarchy: afterwards it is there as a whole, or, if an exception is thrown, the
   * target is as it was. Nothing is written, and the gate is not asked, where the plan keeps all.
   *
   * @param plan what {@link #plan} made of the hierarchy
   * @param hierarchy what was planned, with what fills its arrays; arrays that the plan keeps or
   *     updates are not filled
   * @param execution which threads do the work, and how much memory it may take
   * @param gate decides, once all elements are written, whether they are published
   * @throws dev.espalier.model.error.TargetExistsException if what stands at the target is not what
   *     stood there when the plan was made, and the policy depends on it
   */
  void write(WritePlan plan, BoundHierarchy hierarchy, Execution execution, PublishGate gate);

  /**
   * Writes a hierarchy and publishes it.
   *
   * @see #write(WritePlan, BoundHierarchy, Execution, PublishGate)
   */
  default void write(WritePlan plan, BoundHierarchy hierarchy, Execution execution) {
    write(plan, hierarchy, execution, PublishGate.none());
  }
}
