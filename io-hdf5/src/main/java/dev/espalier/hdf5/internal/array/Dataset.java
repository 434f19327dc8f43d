package dev.espalier.hdf5.internal.array;

import dev.espalier.hdf5.internal.array.DataLayout.Chunked;
import dev.espalier.hdf5.internal.array.DataLayout.Compact;
import dev.espalier.hdf5.internal.array.DataLayout.Contiguous;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.hdf5.internal.file.GlobalHeap;
import dev.espalier.hdf5.internal.object.HeaderMessage;
import dev.espalier.hdf5.internal.object.MessageType;
import dev.espalier.hdf5.internal.object.ObjectHeader;
import dev.espalier.hdf5.internal.object.SharedMessages;
import dev.espalier.hdf5.internal.type.BitsCoding;
import dev.espalier.hdf5.internal.type.ElementCoding;
import dev.espalier.hdf5.internal.type.StoredType;
import dev.espalier.hdf5.internal.type.TextCoding;
import dev.espalier.hdf5.internal.type.TypeParser;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.TextFill;
import dev.espalier.model.layout.Layout;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A dataset whose elements can be read: what its header says. */
public final class Dataset {
  private final long address;
  private final StoredType type;
  private final ElementCoding coding;
  private final Extents extents;
  private final DataLayout layout;
  private final List<FilterSpec> filters;
  private final Optional<byte[]> fill;

  private Dataset(FileBytes file, ObjectHeader header, GlobalHeap heap) {
    this.address = header.address();
    if (header.has(MessageType.EXTERNAL_FILES)) {
      throw new UnsupportedException("raw data in other files (external storage)");
    }
    this.extents = Extents.parse(body(file, header, MessageType.DATASPACE), file);
    this.type = TypeParser.parse(body(file, header, MessageType.DATATYPE));
    if (extents.isNull()) {
      throw new UnsupportedException("a null dataspace: it has a type and no elements at all");
    }
    this.coding = ElementCoding.of(type, heap);
    this.layout = DataLayout.parse(body(file, header, MessageType.LAYOUT), file);
    this.filters =
        header
            .first(MessageType.FILTERS)
            .map(message -> FilterSpec.parse(SharedMessages.body(file, message)))
            .orElse(List.of());
    this.fill = FillBytes.of(file, header, coding.storedSize());
    checkLayout();
  }

  /**
   * Reads the header of a dataset.
   *
   * @throws UnsupportedException if its elements cannot be read; the message names the reason
   */
  public static Dataset read(FileBytes file, ObjectHeader header, GlobalHeap heap) {
    return new Dataset(file, header, heap);
  }

  /** Whether an object is a dataset. */
  public static boolean isDataset(ObjectHeader header) {
    return header.has(MessageType.DATASPACE) && header.has(MessageType.LAYOUT);
  }

  /** The type as the file describes it. */
  public StoredType type() {
    return type;
  }

  /** How stored elements become those of the model. */
  public ElementCoding coding() {
    return coding;
  }

  /** How far it extends. */
  public Extents extents() {
    return extents;
  }

  /** The value of elements that were never written. */
  public FillValue fillValue() {
    if (coding instanceof TextCoding text) {
      return new TextFill(fill.map(stored -> text.decode(stored, 0)).orElse(""));
    }
    byte[] element = fill.map(byte[]::clone).orElseGet(() -> new byte[coding.storedSize()]);
    ((BitsCoding) coding).decode(element, element.length);
    return BitsFill.of(coding.dataType(), element);
  }

  /** The layout to show: chunks, and the filters under their own names. */
  public Layout shownLayout() {
    if (!(layout instanceof Chunked chunked)) {
      return Layout.open();
    }
    return Layout.builder()
        .chunkShape(chunked.chunk())
        .codecs(filters.stream().map(FilterSpec::toCodec).toList())
        .foreignTo("hdf5")
        .build();
  }

  /**
   * The elements.
   *
   * @param where the file and the path, for messages
   */
  public ArraySource source(FileBytes file, ChunkCache cache, String where) {
    return new DatasetSource(where, address, coding, extents.shape(), fill, chunks(file), cache);
  }

  private RawChunks chunks(FileBytes file) {
    int size = coding.storedSize();
    if (layout instanceof Compact compact) {
      return new CompactPiece(extents.shape(), compact.bytes(), size);
    }
    if (layout instanceof Contiguous contiguous) {
      return new ContiguousPieces(file, extents.shape(), contiguous.address(), size);
    }
    Chunked chunked = (Chunked) layout;
    int chunkBytes = chunkBytes(chunked);
    FilterPipeline pipeline = new FilterPipeline(filters, chunkBytes);
    return new FilteredChunks(file, extents, chunked, pipeline, chunkBytes);
  }

  private void checkLayout() {
    if (!(layout instanceof Chunked chunked)) {
      return;
    }
    if (chunked.chunk().rank() != extents.shape().rank()
        || chunked.elementSize() != coding.storedSize()) {
      throw new CorruptException(
          "chunks of shape "
              + chunked.chunk()
              + " and elements of "
              + chunked.elementSize()
              + " bytes, in a dataset of shape "
              + extents.shape()
              + " and elements of "
              + coding.storedSize());
    }
    FilterPipeline.checkKnown(filters);
    chunkBytes(chunked);
  }

  private static int chunkBytes(Chunked chunked) {
    long bytes;
    try {
      bytes = Math.multiplyExact(chunked.chunk().elementCount(), chunked.elementSize());
    } catch (ArithmeticException e) {
      bytes = Long.MAX_VALUE;
    }
    // A chunk is decoded as a whole, from one buffer into another.
    long most = Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 2);
    if (bytes > most) {
      throw new UnsupportedException(
          "chunks of shape "
              + chunked.chunk()
              + " take "
              + bytes
              + " bytes each, which does not fit the memory of this process");
    }
    return (int) bytes;
  }

  private static ByteBuffer body(FileBytes file, ObjectHeader header, int type) {
    HeaderMessage message =
        header
            .first(type)
            .orElseThrow(() -> new CorruptException("the header lacks a message of type " + type));
    return SharedMessages.body(file, message);
  }
}
