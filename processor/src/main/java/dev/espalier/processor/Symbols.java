package dev.espalier.processor;

import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LinearExtent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Finds symbols of dimensions that a convention uses and that nothing gives a value. */
final class Symbols {
  private final Catalogue catalogue;
  private final Map<String, Element> used = new LinkedHashMap<>();
  private final Set<String> bound = new HashSet<>();

  private Symbols(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static void check(TypeElement root, Catalogue catalogue, Problems problems) {
    Symbols symbols = new Symbols(catalogue);
    catalogue.reachable(root).forEach(symbols::type);
    symbols.used.forEach(
        (symbol, place) -> {
          if (!symbols.bound.contains(symbol)) {
            problems.report(
                place,
                "the dimension \""
                    + symbol
                    + "\" is used, but no array and no attribute says how long it is");
          }
        });
  }

  private void type(TypeElement type) {
    Optional<Declared> declared = catalogue.get(type);
    if (declared.isEmpty()) {
      return;
    }
    if (declared.get() instanceof Declared.Group group) {
      Mirrors.find(type, "Group")
          .ifPresent(mirror -> use(type, Mirrors.texts(mirror, "dimensions")));
      for (MemberPart member : group.members()) {
        if (member.node() instanceof MemberPart.PlainArray array) {
          array(member.method(), array.arrayOf(), array.elements());
        }
      }
    } else if (declared.get() instanceof Declared.Array array) {
      array(array.array(), array.arrayOf(), array.elements());
    }
    for (Property property : catalogue.attributes(declared.get())) {
      value(property.method(), property.type());
    }
  }

  private void array(
      ExecutableElement method, AnnotationMirror arrayOf, Optional<AnnotationMirror> elements) {
    for (Dimension dimension : ArrayCode.dimensions(arrayOf).list()) {
      bind(method, dimension.extent());
    }
    for (String part : List.of("first", "last", "sum", "positionsIn")) {
      elements
          .flatMap(mirror -> Mirrors.value(mirror, part))
          .ifPresent(text -> use(method, Extent.parse(text.toString()).symbols()));
    }
  }

  private void value(ExecutableElement method, ValueType type) {
    for (AnnotationMirror mirror : type.constraints()) {
      String text = Mirrors.text(mirror, "value");
      if (ConstraintCheck.nameOf(mirror).equals("EqualTo")) {
        bind(method, Extent.parse(text));
      } else if (ConstraintCheck.nameOf(mirror).equals("NamesDimension")) {
        bind(method, Extent.symbol(text));
      }
    }
    if (type.shape() instanceof ValueType.ListOf list) {
      value(method, list.element());
    } else if (type.shape() instanceof ValueType.MapOf map) {
      value(method, map.value());
    }
  }

  private void bind(Element place, Extent extent) {
    use(place, extent.symbols());
    if (extent instanceof LinearExtent linear && linear.isSolvable()) {
      bound.addAll(linear.symbols());
    }
  }

  private void use(Element place, Iterable<String> symbols) {
    symbols.forEach(symbol -> used.putIfAbsent(symbol, place));
  }
}
