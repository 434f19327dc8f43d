package dev.espalier.processor;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;

/** Writes the calls that declare an array. */
final class ArrayCode {
  private final Imports imports;

  ArrayCode(Imports imports) {
    this.imports = imports;
  }

  /** The declaration, from {@code array()} on. */
  List<String> calls(String text, AnnotationMirror arrayOf, Optional<AnnotationMirror> elements) {
    List<String> calls = new ArrayList<>();
    calls.add(imports.word("array") + "()");
    if (!text.isEmpty()) {
      calls.add(".text(" + Source.text(text) + ")");
    }
    for (String part : List.of("types", "dimensions", "namedDimensions")) {
      List<String> texts = Mirrors.texts(arrayOf, part);
      if (!texts.isEmpty()) {
        boolean plain = !part.equals("dimensions") || texts.stream().noneMatch(ArrayCode::isNamed);
        calls.add(plain ? "." + part + "(" + Literals.texts(texts) + ")" : mixedDimensions(texts));
      }
    }
    if (Mirrors.value(arrayOf, "fillValue").isPresent()) {
      calls.add(".fillValue(" + fillValueCode(arrayOf) + ")");
    }
    for (String part : List.of("chunks", "preferChunks", "shards", "preferShards")) {
      List<String> texts = Mirrors.texts(arrayOf, part);
      if (!texts.isEmpty()) {
        calls.add("." + part + "(" + Literals.texts(texts) + ")");
      }
    }
    for (String part : List.of("codecs", "preferCodecs")) {
      List<String> texts = Mirrors.texts(arrayOf, part);
      if (!texts.isEmpty()) {
        calls.add(
            texts.stream()
                .map(this::codec)
                .collect(Collectors.joining(", ", "." + part + "(", ")")));
      }
    }
    elements.ifPresent(mirror -> elements(mirror, calls));
    return calls;
  }

  /** A codec: its name, and parameters behind spaces. */
  private String codec(String text) {
    List<String> words = List.of(text.strip().split(" +"));
    String spec = imports.model("layout.CodecSpec");
    if (words.size() == 1) {
      return spec + ".of(" + Literals.text(words.get(0)) + ")";
    }
    StringBuilder code = new StringBuilder("new " + spec + "(" + Literals.text(words.get(0)));
    code.append(", ").append(imports.model("json.JsonObject")).append(".builder()");
    for (String word : words.subList(1, words.size())) {
      int equals = Math.max(0, word.indexOf('='));
      code.append(".put(").append(Literals.text(word.substring(0, equals))).append(", ");
      code.append(jsonCode(json(word.substring(equals + 1)))).append(')');
    }
    return code.append(".build())").toString();
  }

  private static void elements(AnnotationMirror mirror, List<String> calls) {
    for (String part : Mirrors.written(mirror)) {
      switch (part) {
        case "rising", "strictlyRising", "finite" -> {
          if (Mirrors.flag(mirror, part)) {
            calls.add("." + part + "()");
          }
        }
        case "min" ->
            calls.add(
                Mirrors.value(mirror, "max").isPresent()
                    ? ".within(" + quoted(mirror, "min") + ", " + quoted(mirror, "max") + ")"
                    : ".atLeast(" + quoted(mirror, "min") + ")");
        case "max" -> {
          // Said together with the least.
        }
        default -> calls.add("." + part + "(" + quoted(mirror, part) + ")");
      }
    }
  }

  private static String quoted(AnnotationMirror mirror, String part) {
    return Literals.text(Mirrors.text(mirror, part));
  }

  private static boolean isNamed(String dimension) {
    return dimension.contains(":");
  }

  private String mixedDimensions(List<String> texts) {
    String dimension = imports.model("schema.array.Dimension");
    String each =
        texts.stream()
            .map(
                text -> {
                  if (!isNamed(text)) {
                    return dimension + ".of(" + Literals.text(text) + ")";
                  }
                  return "new "
                      + dimension
                      + "("
                      + imports.model("schema.array.Extent")
                      + ".parse("
                      + Literals.text(extentOf(text))
                      + "), "
                      + imports.use("java.util.Optional")
                      + ".of("
                      + Literals.text(nameOf(text))
                      + "))";
                })
            .collect(Collectors.joining(", "));
    return ".dimensions("
        + imports.model("schema.array.Dimensions")
        + ".of("
        + imports.use("java.util.List")
        + ".of("
        + each
        + ")))";
  }

  private static String nameOf(String dimension) {
    return dimension.substring(0, dimension.indexOf(':')).strip();
  }

  private static String extentOf(String dimension) {
    return dimension.substring(dimension.indexOf(':') + 1).strip();
  }

  /** The dimensions that an annotation means. */
  static Dimensions dimensions(AnnotationMirror arrayOf) {
    if (Mirrors.value(arrayOf, "namedDimensions").isPresent()) {
      return Dimensions.named(Mirrors.texts(arrayOf, "namedDimensions").toArray(String[]::new));
    }
    if (Mirrors.value(arrayOf, "dimensions").isEmpty()) {
      return Dimensions.any();
    }
    return Dimensions.of(
        Mirrors.texts(arrayOf, "dimensions").stream()
            .map(
                text ->
                    isNamed(text)
                        ? new Dimension(Extent.parse(extentOf(text)), Optional.of(nameOf(text)))
                        : Dimension.of(text))
            .toList());
  }

  /** The fill value that an annotation means. */
  static FillValue fillValue(AnnotationMirror arrayOf) {
    List<String> types = Mirrors.texts(arrayOf, "types");
    if (types.size() != 1) {
      throw new IllegalArgumentException(
          "a fill value of " + types.size() + " data types; name exactly one in types");
    }
    return FillValue.parse(DataType.named(types.get(0)), json(Mirrors.text(arrayOf, "fillValue")));
  }

  private static JsonValue json(String text) {
    if (text.equals("true") || text.equals("false")) {
      return JsonBoolean.of(text.equals("true"));
    }
    return text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")
        ? new JsonNumber(text)
        : new JsonString(text);
  }

  private String fillValueCode(AnnotationMirror arrayOf) {
    JsonValue json = json(Mirrors.text(arrayOf, "fillValue"));
    return imports.model("fill.FillValue")
        + ".parse("
        + imports.model("type.DataType")
        + ".named("
        + Literals.texts(Mirrors.texts(arrayOf, "types"))
        + "), "
        + jsonCode(json)
        + ")";
  }

  private String jsonCode(JsonValue json) {
    return json instanceof JsonNumber
        ? "new " + imports.model("json.JsonNumber") + "(" + Literals.text(json.toString()) + ")"
        : imports.model("json.JsonValue") + ".of(" + json + ")";
  }
}
