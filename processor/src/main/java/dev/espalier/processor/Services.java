package dev.espalier.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Writes the file by which conventions are found on the class path. */
final class Services {
  private static final String FILE = "META-INF/services/dev.espalier.model.convention.Convention";

  private final Map<String, TypeElement> conventions = new LinkedHashMap<>();

  /** Adds a convention, with the type that it is made for. */
  void add(String qualifiedName, TypeElement type) {
    conventions.put(qualifiedName, type);
  }

  /** Writes the file; what an earlier or partial build wrote, or a user, stays if it is there. */
  void write(Filer filer, Elements elements) throws IOException {
    if (conventions.isEmpty()) {
      return;
    }
    TreeSet<String> names = new TreeSet<>(conventions.keySet());
    for (String line : existing(filer)) {
      String name = line.replaceFirst("#.*", "").strip();
      if (!name.isEmpty() && elements.getTypeElement(name) != null) {
        names.add(name);
      }
    }
    Element[] origins = conventions.values().toArray(Element[]::new);
    try (Writer writer =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", FILE, origins).openWriter()) {
      for (String name : names) {
        writer.write(name + "\n");
      }
    }
  }

  private static List<String> existing(Filer filer) {
    try {
      String text =
          filer
              .getResource(StandardLocation.CLASS_OUTPUT, "", FILE)
              .getCharContent(true)
              .toString();
      return text.lines().toList();
    } catch (IOException | UncheckedIOException e) {
      // There is none yet.
      return new ArrayList<>();
    }
  }
}
