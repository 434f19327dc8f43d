package dev.espalier.processor;

import dev.espalier.processor.Property.Presence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Writes a class whose default methods can be called, to learn what the defaults are. */
final class Defaults {
  private final Elements elements;

  Defaults(Elements elements) {
    this.elements = elements;
  }

  /** Adds the class where a type has an attribute with a default. */
  void addTo(Source source, TypeElement type, List<Property> properties) {
    if (properties.stream().noneMatch(one -> one.presence() == Presence.DEFAULT)) {
      return;
    }
    source.add(
        "",
        "  /** Knows the defaults, and nothing else. */",
        "  private static final class Defaults implements " + source.typeName() + " {");
    Set<String> done = new HashSet<>();
    for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
      String name = method.getSimpleName().toString();
      if (method.getModifiers().contains(Modifier.ABSTRACT)
          && method.getParameters().isEmpty()
          && done.add(name)) {
        if (done.size() > 1) {
          source.add("");
        }
        source.add(
            "    @Override",
            "    public " + source.imports().type(method.getReturnType()) + " " + name + "() {",
            "      throw unknown(\"" + name + "()\");",
            "    }");
      }
    }
    if (!done.isEmpty()) {
      source.add(
          "",
          "    private static UnsupportedOperationException unknown(String asked) {",
          "      return new UnsupportedOperationException(",
          "          \"a default of "
              + type.getSimpleName()
              + " asks for \" + asked + \"; it has to be the same always\");",
          "    }");
    }
    source.add("  }");
  }
}
