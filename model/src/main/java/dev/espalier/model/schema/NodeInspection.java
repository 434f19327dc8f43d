package dev.espalier.model.schema;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * The code of rules about a node that data cannot express.
 *
 * <p>Implementations hold no state and are safe for use by several threads at once.
 */
@FunctionalInterface
public interface NodeInspection {
  /** Reports what breaks the rules. */
  void inspect(Subject subject);

  /**
   * The node that is inspected.
   *
   * @param hierarchy the whole tree
   * @param path where the node is
   * @param node the node
   * @param sink takes what is reported
   */
  record Subject(
      NodeSpec hierarchy,
      NodePath path,
      NodeSpec node,
      BiConsumer<Rule, UnaryOperator<Finding.Builder>> sink) {
    /**
     * Reports a broken rule at the node.
     *
     * @param details fills in the message and what else is known; it may name another place
     */
    public void report(Rule rule, UnaryOperator<Finding.Builder> details) {
      sink.accept(rule, details);
    }
  }
}
