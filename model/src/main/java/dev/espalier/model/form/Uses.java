package dev.espalier.model.form;

import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.schema.SchemaMistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a document names things that it declares elsewhere. */
final class Uses {
  private final List<Reference> references = new ArrayList<>();
  private final Map<String, At> symbols = new LinkedHashMap<>();

  private record Reference(At at, String definition) {}

  void definition(At at, String name) {
    references.add(new Reference(at, name));
  }

  void symbol(At at, String symbol) {
    symbols.putIfAbsent(symbol, at);
  }

  /** Notes every reference to a definition that is not there. */
  void check(Map<String, At> definitions) {
    for (Reference reference : references) {
      String name = reference.definition();
      if (!definitions.containsKey(name)) {
        Optional<String> meant =
            definitions.keySet().stream().filter(d -> NearMiss.isNear(name, d)).findFirst();
        reference
            .at()
            .refuse(
                "no definition is called \"" + name + "\"",
                meant
                    .map(m -> "write \"" + m + "\"")
                    .orElse("add \"" + name + "\" to \"definitions\""));
      }
    }
  }

  /** Notes a mistake of the whole at the place that it is about. */
  void refuse(SchemaMistake mistake, At document, Map<String, At> definitions) {
    At place =
        switch (mistake.about()) {
          case DIMENSION -> symbols.getOrDefault(mistake.name(), document);
          case DEFINITION -> definitions.getOrDefault(mistake.name(), document);
          case REFERENCE, MEMBER -> document;
        };
    place.refuse(mistake.message(), "correct it");
  }
}
