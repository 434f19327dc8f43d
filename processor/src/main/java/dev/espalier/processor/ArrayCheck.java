package dev.espalier.processor;

import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/** Finds what makes no sense in the annotations of arrays. */
final class ArrayCheck {
  private static final List<String> TILES =
      List.of("chunks", "preferChunks", "shards", "preferShards");

  private static final List<String> WORDS =
      List.of("signed", "unsigned", "integer", "float", "real", "complex", "raw", "string");
  private static final String NUMBER = "[1-9][0-9]{0,17}";

  private final Problems problems;

  ArrayCheck(Problems problems) {
    this.problems = problems;
  }

  void check(ExecutableElement method, AnnotationMirror arrayOf) {
    exclusive(method, arrayOf, "dimensions", "namedDimensions");
    exclusive(method, arrayOf, "chunks", "preferChunks");
    exclusive(method, arrayOf, "shards", "preferShards");
    exclusive(method, arrayOf, "codecs", "preferCodecs");
    types(method, arrayOf);
    shards(method, arrayOf);
    problems.check(method, () -> ranks(method, arrayOf, ArrayCode.dimensions(arrayOf)));
    for (String tiles : TILES) {
      String[] extents = Mirrors.texts(arrayOf, tiles).toArray(String[]::new);
      problems.check(method, () -> LayoutSchema.open().withChunks(true, extents));
    }
    for (String part : List.of("codecs", "preferCodecs")) {
      for (String text : Mirrors.texts(arrayOf, part)) {
        if (!text.matches("\\S+( +[^\\s=]+=\\S+)*")) {
          problems.report(
              method,
              Problems.nameOf(method)
                  + ": \""
                  + text
                  + "\" is no codec; write a name, and parameters as in gzip level=5");
        }
      }
    }
    String fill = Mirrors.text(arrayOf, "fillValue");
    if (!fill.isEmpty()) {
      problems.check(method, () -> ArrayCode.fillValue(arrayOf));
    }
  }

  private void ranks(ExecutableElement method, AnnotationMirror arrayOf, Dimensions dimensions) {
    for (String tiles : TILES) {
      int extents = Mirrors.texts(arrayOf, tiles).size();
      int rank = dimensions.list().size();
      if (extents > 0 && dimensions.rest() < 0 && extents != rank) {
        problems.report(
            method,
            "%s: %s has %d extents for an array of %d dimensions"
                .formatted(Problems.nameOf(method), tiles, extents, rank));
      }
    }
  }

  /** Types of other names may be extensions, unless the name is nearly one that is known. */
  private void types(ExecutableElement method, AnnotationMirror arrayOf) {
    List<String> known = new ArrayList<>(WORDS);
    Stream.of(CoreType.values()).map(CoreType::id).forEach(known::add);
    for (String name : Mirrors.texts(arrayOf, "types")) {
      boolean isKnown = known.contains(name) || DataType.named(name).isHandled();
      Optional<String> meant =
          known.stream().filter(one -> !isKnown && NearMiss.isNear(name, one)).findFirst();
      meant.ifPresent(
          one ->
              problems.report(
                  method,
                  Problems.nameOf(method)
                      + ": no data type is called \""
                      + name
                      + "\"; write \""
                      + one
                      + "\""));
    }
  }

  /** Shards hold whole chunks, where both are numbers. */
  private void shards(ExecutableElement method, AnnotationMirror arrayOf) {
    List<String> chunks = Mirrors.texts(arrayOf, "chunks");
    List<String> shards = Mirrors.texts(arrayOf, "shards");
    for (int i = 0; i < Math.min(chunks.size(), shards.size()); i++) {
      String chunk = chunks.get(i);
      String shard = shards.get(i);
      if (chunk.matches(NUMBER)
          && shard.matches(NUMBER)
          && Long.parseLong(shard) % Long.parseLong(chunk) != 0) {
        problems.report(
            method,
            "%s: a shard of %s elements holds no whole number of chunks of %s; write a multiple"
                .formatted(Problems.nameOf(method), shard, chunk));
      }
    }
  }

  private void exclusive(
      ExecutableElement method, AnnotationMirror arrayOf, String one, String other) {
    if (Mirrors.value(arrayOf, one).isPresent() && Mirrors.value(arrayOf, other).isPresent()) {
      problems.report(
          method,
          Problems.nameOf(method) + ": @ArrayOf takes " + one + " or " + other + ", not both");
    }
  }

  void elements(ExecutableElement method, AnnotationMirror elements) {
    for (String extent : List.of("first", "last", "sum", "positionsIn")) {
      Mirrors.value(elements, extent)
          .ifPresent(text -> problems.check(method, () -> Extent.parse(text.toString())));
    }
    for (String bound : List.of("min", "max")) {
      Mirrors.value(elements, bound).ifPresent(text -> number(method, bound, text.toString()));
    }
    if (Mirrors.flag(elements, "rising") && Mirrors.flag(elements, "strictlyRising")) {
      problems.report(
          method, Problems.nameOf(method) + ": @Elements takes rising or strictlyRising, not both");
    }
    if (Mirrors.value(elements, "max").isPresent() && Mirrors.value(elements, "min").isEmpty()) {
      problems.report(method, Problems.nameOf(method) + ": @Elements takes max together with min");
    }
  }

  private void number(ExecutableElement method, String bound, String text) {
    try {
      new BigDecimal(text);
    } catch (NumberFormatException e) {
      problems.report(
          method, Problems.nameOf(method) + ": " + bound + " \"" + text + "\" is no number");
    }
  }
}
