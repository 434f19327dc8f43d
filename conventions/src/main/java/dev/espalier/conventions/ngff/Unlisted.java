package dev.espalier.conventions.ngff;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.value.Part;
import java.util.List;
import java.util.stream.Collectors;

/** Reports nodes that a list of paths leaves out: one mistake, however many there are. */
final class Unlisted {
  private static final int MOST_SHOWN = 5;

  private Unlisted() {}

  /**
   * Reports them at the list.
   *
   * @param kind what each of them is, in words
   */
  static void report(Part list, Rule rule, String kind, List<NodePath> nodes) {
    boolean one = nodes.size() == 1;
    list.report(
        rule,
        finding ->
            finding
                .message(
                    one
                        ? "the " + kind + " at " + nodes.get(0) + " is not listed"
                        : nodes.size() + " " + kind + "s are not listed: " + shown(nodes))
                .expected("the path of each " + kind + " below " + list.node())
                .found(list.elements().size() + (list.elements().size() == 1 ? " path" : " paths"))
                .fix(one ? "add its path to the list" : "add their paths to the list"));
  }

  private static String shown(List<NodePath> nodes) {
    String first =
        nodes.stream().limit(MOST_SHOWN).map(NodePath::toString).collect(Collectors.joining(", "));
    return nodes.size() > MOST_SHOWN ? first + ", ..." : first;
  }
}
