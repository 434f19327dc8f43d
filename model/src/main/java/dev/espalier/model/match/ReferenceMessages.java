package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.value.Constraint;

/** Says what is wrong with a reference that leads to a node. */
final class ReferenceMessages {
  private ReferenceMessages() {}

  static void wrongKind(Constraint.Refers refers, Place place, NodeSchema target, Frame frame) {
    String kind = NodeMessages.aKindOf(target);
    String found = NodeMessages.aKindOf(frame.spec());
    place.report(
        refers.rule(),
        finding ->
            finding
                .message(leads(place, frame) + ", which is " + found + ", not " + kind)
                .expected("the path of " + kind + ", relative to " + place.node())
                .found("the path of " + found)
                .fix("correct the path, or write " + kind + " there"));
  }

  /**
   * A node that is what its own declaration asks for is not what the reference asks for.
   *
   * @param why what the reference asks for beyond the declaration
   */
  static void unfit(
      Constraint.Refers refers, Place place, NodeSchema target, Frame frame, Finding why) {
    String definition = "\"" + refers.target() + "\"";
    place.report(
        refers.rule(),
        finding ->
            finding
                .message(
                    leads(place, frame)
                        + ", which does not fit "
                        + definition
                        + ": "
                        + why.message())
                .expected(
                    "the path of "
                        + NodeMessages.described(target)
                        + " that fits "
                        + definition
                        + ", relative to "
                        + place.node())
                .found(
                    "the path of "
                        + NodeMessages.aKindOf(frame.spec())
                        + " that is declared as something else")
                .fix("name another node"));
  }

  private static String leads(Place place, Frame frame) {
    return place.words() + " leads to " + frame.path();
  }
}
