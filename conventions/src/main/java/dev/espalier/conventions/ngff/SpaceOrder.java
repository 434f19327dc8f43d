package dev.espalier.conventions.ngff;

import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Three space axes that are called x, y and z should be in the order z, y, x. */
final class SpaceOrder implements Inspection {
  private static final List<String> RIGHT = List.of("z", "y", "x");

  @Override
  public void inspect(Part multiscale) {
    Optional<Part> axes =
        multiscale.field("axes").filter(part -> part.isSound(ImageRules.AXES_SPACE_ORDER));
    if (axes.isEmpty()) {
      return;
    }
    List<String> space =
        axes.get().elements().stream()
            .filter(axis -> axis.field("type").flatMap(Part::text).orElse("").equals("space"))
            .map(Axes::name)
            .toList();
    List<String> names = space.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (names.size() == RIGHT.size() && names.containsAll(RIGHT) && !names.equals(RIGHT)) {
      axes.get()
          .report(
              ImageRules.AXES_SPACE_ORDER,
              finding ->
                  finding
                      .message("the space axes are in the order " + String.join(", ", space))
                      .expected("z, y, x")
                      .found(String.join(", ", space))
                      .fix("write the arrays anew with their dimensions in the order z, y, x"));
    }
  }
}
