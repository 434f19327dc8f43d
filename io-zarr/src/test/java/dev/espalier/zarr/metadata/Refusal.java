package dev.espalier.zarr.metadata;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import java.util.Arrays;
import java.util.List;

/** What is expected of a document that is refused. */
final class Refusal {
  private Refusal() {}

  /** The node that a message stands for: the message begins with the place that it points at. */
  static UnreadableSpec of(Problem problem, String message) {
    String place = message.substring(0, message.indexOf(": "));
    List<String> tokens =
        place.equals("the document")
            ? List.of()
            : Arrays.stream(place.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    return new UnreadableSpec(problem, message, new JsonPointer(tokens));
  }
}
