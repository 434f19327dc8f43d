package dev.espalier.zarr.metadata;

import dev.espalier.model.layout.ChunkGrid;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.ChunkKeyEncoding.Form;
import dev.espalier.model.layout.ChunkKeyEncoding.Separator;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.ExtensionGrid;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import dev.espalier.zarr.internal.field.Faults;
import dev.espalier.zarr.internal.field.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how an array is stored: grid, keys and codecs. */
final class LayoutReader {
  private LayoutReader() {}

  /**
   * Reads what can be read; nothing is given where something is wrong, or where shape or type are.
   */
  static Optional<Layout> read(
      Field document, Optional<Shape> shape, Optional<DataType> type, Faults faults) {
    Optional<ChunkGrid> grid =
        faults
            .unlessFaulty(() -> document.required("chunk_grid"))
            .filter(field -> shape.isPresent())
            .flatMap(field -> faults.unlessFaulty(() -> chunkGrid(field, shape.orElseThrow())));
    Optional<ChunkKeyEncoding> keys =
        faults.unlessFaulty(() -> chunkKeyEncoding(document.required("chunk_key_encoding")));
    Optional<Field> codecs =
        faults.unlessFaulty(
            () -> {
              Field field = document.required("codecs");
              codecs(field);
              return field;
            });
    if (grid.isEmpty() || keys.isEmpty() || codecs.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    return faults.unlessFaulty(
        () ->
            layout(grid.get(), keys.get(), codecs.get(), shape.orElseThrow(), type.orElseThrow()));
  }

  private static Layout layout(
      ChunkGrid grid, ChunkKeyEncoding keys, Field codecs, Shape shape, DataType type) {
    Layout.Builder layout = Layout.builder();
    layout.chunkKeyEncoding(keys);
    List<CodecSpec> chain = codecs(codecs);
    Optional<Sharding> sharding =
        grid instanceof RegularGrid regular
            ? Sharding.read(codecs, regular.chunkShape())
            : Optional.empty();
    if (sharding.isPresent()) {
      layout
          .shardShape(sharding.get().shardShape())
          .chunkShape(sharding.get().chunkShape())
          .codecs(ByteOrders.complete(sharding.get().codecs(), type));
    } else {
      if (grid instanceof RectilinearGrid varied) {
        Sharding.checkDivides(codecs, varied, shape);
      }
      layout.chunkGrid(grid).codecs(ByteOrders.complete(chain, type));
    }
    return layout.build();
  }

  private static ChunkGrid chunkGrid(Field field, Shape shape) {
    Extension extension = Extension.read(field);
    if (extension.id().equals(RectilinearGrid.NAME)) {
      return RectilinearReader.read(extension.requiredConfiguration(), shape);
    }
    if (!extension.id().equals("regular")) {
      return new ExtensionGrid(extension.id(), extension.configuration());
    }
    Field configuration = extension.requiredConfiguration();
    configuration.allowOnly(Set.of("chunk_shape"), "remove it");
    return new RegularGrid(chunkShape(configuration.required("chunk_shape"), shape));
  }

  /** Reads the extents of a chunk of an array of that shape. */
  static Shape chunkShape(Field field, Shape shape) {
    Shape chunk = DocumentReader.shape(field, 1);
    if (chunk.rank() != shape.rank()) {
      throw field.wrong(
          shape.rank() + " extents", "give one for each dimension of the shape " + shape);
    }
    return chunk;
  }

  /** The separator that goes without saying differs between the two encodings. */
  private static ChunkKeyEncoding chunkKeyEncoding(Field field) {
    Extension extension = Extension.read(field);
    for (Form form : Form.values()) {
      if (form.id().equals(extension.id())) {
        return new ChunkKeyEncoding(form, separator(extension, form));
      }
    }
    throw extension
        .name()
        .unsupported(
            "chunk key encoding "
                + extension.name().found()
                + " is not supported; known are \"default\" and \"v2\"");
  }

  private static Separator separator(Extension extension, Form form) {
    Optional<Field> configuration = extension.parameters();
    configuration.ifPresent(field -> field.allowOnly(Set.of("separator"), "remove it"));
    Optional<Field> separator = configuration.flatMap(field -> field.optional("separator"));
    if (separator.isEmpty()) {
      return form.usualSeparator();
    }
    return switch (separator.get().text()) {
      case "/" -> Separator.SLASH;
      case "." -> Separator.DOT;
      default -> throw separator.get().wrong("\"/\" or \".\"");
    };
  }

  /** The name that a codec has by now, of those that drafts of Zarr v3 called otherwise. */
  private static String presentName(String name) {
    return name.equals("endian") ? "bytes" : name;
  }

  /** Reads a chain, without knowing what its codecs do. */
  static List<CodecSpec> codecs(Field field) {
    List<CodecSpec> codecs =
        field.elements().stream()
            .map(Extension::readIgnorable)
            .map(codec -> new CodecSpec(presentName(codec.id()), codec.configuration()))
            .toList();
    if (codecs.isEmpty()) {
      throw field.wrong(
          "at least one codec", "a chain needs one that turns elements into bytes, as \"bytes\"");
    }
    return codecs;
  }
}
