package dev.espalier.conventions.ngff;

import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names that differ in nothing but case are one name on many file systems. */
final class NamesByCase implements Inspection {
  @Override
  public void inspect(Part list) {
    Map<String, String> seen = new HashMap<>();
    for (Part element : list.elements()) {
      Optional<Part> name = element.field("name").filter(p -> p.isSound(PlateRules.NAME_CASE));
      name.flatMap(Part::text)
          .ifPresent(
              text -> {
                String first = seen.putIfAbsent(text.toLowerCase(Locale.ROOT), text);
                if (first != null && !first.equals(text)) {
                  report(name.get(), text, first);
                }
              });
    }
  }

  private static void report(Part name, String text, String first) {
    name.report(
        PlateRules.NAME_CASE,
        finding ->
            finding
                .message("\"" + text + "\" differs from \"" + first + "\" in nothing but case")
                .expected("names that differ on any file system")
                .found("\"" + text + "\" beside \"" + first + "\"")
                .fix("give one of them another name"));
  }
}
