package dev.espalier.zarr.v2;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.zarr.internal.field.Faults;
import dev.espalier.zarr.internal.field.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads documents; every fault is a {@link dev.espalier.zarr.internal.field.DocumentException}. */
final class Zarr2Reader {
  private static final int FORMAT = 2;

  /** What the names of codecs begin with that Zarr v3 has no words for. */
  private static final String OWN_WORDS = Zarr2Document.FORMAT + ".";

  /** What groups have; the last one zarr-python leaves there when it consolidates metadata. */
  private static final Set<String> OF_GROUPS = Set.of("zarr_format", "consolidated_metadata");

  private Zarr2Reader() {}

  static GroupSpec group(JsonValue json, JsonObject attributes) {
    Field document = Field.root(json);
    checkFormat(document.required("zarr_format"));
    GroupSpec group = GroupSpec.builder().attributes(Attributes.of(attributes)).build();
    return OF_GROUPS.containsAll(document.object().members().keySet())
        ? group
        : GroupSpec.builder().from(group).extras(Original.extras(document.object())).build();
  }

  static ArraySpec array(JsonValue json, JsonObject attributes) {
    Field document = Field.root(json);
    checkFormat(document.required("zarr_format"));
    Faults faults = new Faults();
    Optional<Shape> foundShape = faults.unlessFaulty(() -> shape(document.required("shape")));
    Optional<Dtype> foundType = faults.unlessFaulty(() -> dtype(document));
    Optional<Optional<FillValue>> fill = faults.unlessFaulty(() -> fillValue(document, foundType));
    Optional<Layout> layout = layout(document, foundType, foundShape, faults);
    faults.throwIfAny();
    Shape shape = foundShape.orElseThrow();
    Dtype dtype = foundType.orElseThrow();
    ArraySpec.Builder array =
        ArraySpec.builder()
            .shape(shape)
            .dataType(dtype.type())
            .fillValue(fill.orElseThrow())
            .layout(layout.orElseThrow());
    Optional<List<Optional<String>>> names = dimensionNames(attributes, shape.rank());
    Attributes others = Attributes.of(attributes);
    ArraySpec read =
        array
            .dimensionNames(names)
            .attributes(names.isPresent() ? others.without(Zarr2Document.DIMENSIONS) : others)
            .build();
    return Original.kept(read, document.object());
  }

  /** The fill value; whether it fits a type that is not known cannot be said. */
  private static Optional<FillValue> fillValue(Field document, Optional<Dtype> dtype) {
    Field field = document.required("fill_value");
    return dtype.flatMap(known -> FillReader.read(known, field));
  }

  private static Dtype dtype(Field document) {
    Field field = document.required("dtype");
    if (DtypeReader.isObject(field)) {
      return ObjectCodecs.typeOf(document);
    }
    Dtype dtype = DtypeReader.read(field);
    ObjectCodecs.refuseFor(dtype, document);
    return dtype;
  }

  private static Optional<Layout> layout(
      Field document, Optional<Dtype> dtype, Optional<Shape> shape, Faults faults) {
    Optional<Shape> chunks =
        faults
            .unlessFaulty(() -> document.required("chunks"))
            .filter(field -> shape.isPresent())
            .flatMap(field -> faults.unlessFaulty(() -> chunks(field, shape.orElseThrow())));
    Optional<ChunkKeyEncoding.Separator> separator = faults.unlessFaulty(() -> separator(document));
    if (dtype.isEmpty() || chunks.isEmpty() || separator.isEmpty()) {
      return Optional.empty();
    }
    return faults.unlessFaulty(
        () -> {
          List<CodecSpec> codecs = ChainReader.read(dtype.get(), chunks.get().rank(), document);
          boolean ownWords = codecs.stream().anyMatch(c -> c.name().startsWith(OWN_WORDS));
          return Layout.builder()
              .chunkShape(chunks.get())
              .codecs(codecs)
              .foreignTo(ownWords ? Optional.of(Zarr2Document.FORMAT) : Optional.empty())
              .chunkKeyEncoding(new ChunkKeyEncoding(ChunkKeyEncoding.Form.V2, separator.get()))
              .build();
        });
  }

  private static void checkFormat(Field format) {
    if (!(format.value() instanceof JsonNumber number) || !number.isInteger()) {
      throw format.wrong("the integer " + FORMAT);
    }
    if (!number.text().equals("2")) {
      throw format.unsupported(
          "format version " + format.found() + " is not supported in this document; expected 2");
    }
  }

  private static Shape shape(Field field) {
    return field.shape(0);
  }

  /** Reads the extents of chunks; one that is 0 does no harm where the array has none either. */
  private static Shape chunks(Field field, Shape shape) {
    List<Field> extents = field.elements();
    if (extents.size() != shape.rank()) {
      throw field.wrong(
          shape.rank() + " extents", "give one for each dimension of the shape " + shape);
    }
    long[] chunk = new long[extents.size()];
    for (int d = 0; d < chunk.length; d++) {
      boolean empty = shape.extent(d) == 0;
      chunk[d] = Math.max(1, extents.get(d).extent(empty ? 0 : 1));
    }
    return Shape.of(chunk);
  }

  private static ChunkKeyEncoding.Separator separator(Field document) {
    Optional<Field> field = document.optional("dimension_separator");
    if (field.isEmpty()) {
      return ChunkKeyEncoding.Separator.DOT;
    }
    return switch (field.get().text()) {
      case "." -> ChunkKeyEncoding.Separator.DOT;
      case "/" -> ChunkKeyEncoding.Separator.SLASH;
      default -> throw field.get().wrong("\".\" or \"/\"");
    };
  }

  /** The names, if the attribute is a list of as many strings as there are dimensions. */
  private static Optional<List<Optional<String>>> dimensionNames(JsonObject attributes, int rank) {
    return attributes
        .get(Zarr2Document.DIMENSIONS)
        .flatMap(v -> v instanceof JsonArray list ? Optional.of(list.elements()) : Optional.empty())
        .filter(list -> list.size() == rank)
        .filter(list -> list.stream().allMatch(JsonString.class::isInstance))
        .map(list -> list.stream().map(name -> Optional.of(((JsonString) name).value())).toList());
  }
}
