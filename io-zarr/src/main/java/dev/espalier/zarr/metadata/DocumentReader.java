package dev.espalier.zarr.metadata;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.zarr.internal.field.DocumentException;
import dev.espalier.zarr.internal.field.ElementSize;
import dev.espalier.zarr.internal.field.Faults;
import dev.espalier.zarr.internal.field.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads documents; every fault is a {@link DocumentException}. */
final class DocumentReader {
  private static final int FORMAT = 3;
  static final String CONSOLIDATED = "consolidated_metadata";
  static final Set<String> OF_GROUPS = Set.of("zarr_format", "node_type", "attributes");
  static final Set<String> OF_ARRAYS =
      Set.of(
          "zarr_format",
          "node_type",
          "attributes",
          "shape",
          "data_type",
          "chunk_grid",
          "chunk_key_encoding",
          "fill_value",
          "codecs",
          "dimension_names",
          "storage_transformers");

  private DocumentReader() {}

  static NodeSpec read(JsonValue json) {
    Field document = Field.root(json);
    checkFormat(document.required("zarr_format"));
    Field kind = document.required("node_type");
    return switch (kind.text()) {
      case "group" -> group(document);
      case "array" -> array(document);
      default -> throw kind.wrong("\"group\" or \"array\"");
    };
  }

  private static void checkFormat(Field format) {
    if (!(format.value() instanceof JsonNumber number) || !number.isInteger()) {
      throw format.wrong("the integer " + FORMAT);
    }
    if (!number.text().equals("3")) {
      throw format.unsupported(
          "format version " + format.found() + " is not supported in this document; expected 3");
    }
  }

  private static GroupSpec group(Field document) {
    Faults faults = new Faults();
    Optional<Attributes> attributes = faults.unlessFaulty(() -> attributes(document));
    Optional<JsonObject> extras = faults.unlessFaulty(() -> extras(document, OF_GROUPS));
    faults.throwIfAny();
    return GroupSpec.builder()
        .attributes(attributes.orElseThrow())
        .extras(extras.orElseThrow())
        .build();
  }

  private static ArraySpec array(Field document) {
    Faults faults = new Faults();
    Optional<Shape> shape = faults.unlessFaulty(() -> shape(document.required("shape"), 0));
    Optional<DataType> type = faults.unlessFaulty(() -> dataType(document.required("data_type")));
    Optional<FillValue> fill = faults.unlessFaulty(() -> fillValue(type, document)).flatMap(f -> f);
    Optional<Layout> layout = LayoutReader.read(document, shape, type, faults);
    Optional<Optional<List<Optional<String>>>> names =
        faults.unlessFaulty(() -> dimensionNames(document, shape));
    Optional<Attributes> attributes = faults.unlessFaulty(() -> attributes(document));
    faults.unlessFaulty(() -> refuseTransformers(document));
    Optional<JsonObject> extras = faults.unlessFaulty(() -> extras(document, OF_ARRAYS));
    faults.throwIfAny();
    return ArraySpec.builder()
        .shape(shape.orElseThrow())
        .dataType(type.orElseThrow())
        .fillValue(fill.orElseThrow())
        .layout(layout.orElseThrow())
        .dimensionNames(names.orElseThrow())
        .attributes(attributes.orElseThrow())
        .extras(extras.orElseThrow())
        .build();
  }

  /** Reads extents, in elements, each of at least that many. */
  static Shape shape(Field field, long least) {
    return field.shape(least);
  }

  private static DataType dataType(Field field) {
    Extension extension = Extension.read(field);
    DataType named = DataType.named(extension.id());
    if (named instanceof ExtensionType && extension.id().matches("r[0-9]+")) {
      throw extension
          .name()
          .wrong(
              "\"r\" and a number of bits that is a positive multiple of 8",
              "use the next larger multiple, or a core data type");
    }
    JsonObject configuration = extension.configuration();
    if (!configuration.isEmpty() && named.isHandled()) {
      throw field.wrong(
          "the name \"" + named.id() + "\" alone", "this data type has no configuration");
    }
    DataType type;
    try {
      type = DataType.of(extension.id(), configuration);
    } catch (IllegalArgumentException e) {
      throw field.invalid(String.valueOf(e.getMessage()));
    }
    ElementSize.check(type, field);
    return type;
  }

  /** The fill value; whether it fits a type that is not known cannot be said. */
  private static Optional<FillValue> fillValue(Optional<DataType> type, Field document) {
    Field field = document.required("fill_value");
    try {
      return type.map(known -> FillValue.parse(known, field.value()));
    } catch (IllegalArgumentException e) {
      throw field.invalid(String.valueOf(e.getMessage()));
    }
  }

  private static int refuseTransformers(Field document) {
    Optional<Field> field = document.optional("storage_transformers");
    List<Field> transformers = field.map(Field::elements).orElse(List.of());
    if (!transformers.isEmpty()) {
      Extension first = Extension.readIgnorable(transformers.get(0));
      throw first
          .field()
          .unsupported("storage transformer " + first.name().found() + " is not supported");
    }
    return transformers.size();
  }

  /** Reads the names; {@code null} for all of them is not in the specification, but in the wild. */
  private static Optional<List<Optional<String>>> dimensionNames(
      Field document, Optional<Shape> shape) {
    Optional<Field> field =
        document.optional("dimension_names").filter(f -> f.value() != JsonNull.NULL);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    List<Optional<String>> names = new ArrayList<>();
    for (Field name : field.get().elements()) {
      if (name.value() == JsonNull.NULL) {
        names.add(Optional.empty());
      } else {
        names.add(Optional.of(name.text()));
      }
    }
    int rank = shape.map(Shape::rank).orElse(names.size());
    if (names.size() != rank) {
      throw field
          .get()
          .wrong(
              "an array of " + rank + " names, one for each dimension",
              "use null for a dimension without a name");
    }
    return Optional.of(names);
  }

  private static Attributes attributes(Field document) {
    return document
        .optional("attributes")
        .map(field -> Attributes.of(field.object()))
        .orElse(Attributes.none());
  }

  /** Keeps what may be ignored and refuses the rest of what is not known. */
  private static JsonObject extras(Field document, Set<String> known) {
    JsonObject.Builder extras = JsonObject.builder();
    Faults faults = new Faults();
    for (Map.Entry<String, JsonValue> member : document.object().members().entrySet()) {
      if (!known.contains(member.getKey())) {
        Field field = document.required(member.getKey());
        if (member.getKey().equals(CONSOLIDATED)) {
          if (field.value() != JsonNull.NULL) {
            extras.put(member.getKey(), field.object());
          }
        } else {
          faults
              .unlessFaulty(() -> ignorable(field))
              .ifPresent(value -> extras.put(member.getKey(), value));
        }
      }
    }
    faults.throwIfAny();
    return extras.build();
  }

  private static JsonValue ignorable(Field field) {
    if (mayBeIgnored(field.value())) {
      return field.value();
    }
    String name = field.at().tokens().get(0);
    if (field.value() instanceof JsonObject) {
      throw field.unsupported("extension \"" + name + "\" is not supported and must be understood");
    }
    throw field.invalid(
        "no field of that name is known; expected an object with \"must_understand\": false, found "
            + field.found()
            + "; put data of your own into \"attributes\"");
  }

  /** Whether a value says that a reader who does not know it may go on. */
  static boolean mayBeIgnored(JsonValue value) {
    return value instanceof JsonObject object
        && object.get("must_understand").filter(flag -> flag == JsonBoolean.FALSE).isPresent();
  }
}
