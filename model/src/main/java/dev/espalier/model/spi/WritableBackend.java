package dev.espalier.model.spi;

import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;

/** A storage format that hierarchies are written to as well. */
public interface WritableBackend extends Backend {
  /**
   * Decides everything that a hierarchy leaves open, without writing.
   *
   * @throws dev.espalier.model.error.InvalidHierarchyException with every reason why the hierarchy
   *     cannot be written
   * @throws dev.espalier.model.error.TargetExistsException if something stands at the target and
   *     the policy is to fail
   */
  WritePlan plan(NodeSpec hierarchy, Location target, WritePolicy policy);

  /**
   * Writes a hierarchy: afterwards it is there as a whole, or, if an exception is thrown, the
   * target is as it was.
   *
   * @param plan what {@link #plan} made of the hierarchy
   * @param hierarchy what was planned, with what fills its arrays
   * @param execution which threads do the work, and how much memory it may take
   */
  void write(WritePlan plan, BoundHierarchy hierarchy, Execution execution);
}
