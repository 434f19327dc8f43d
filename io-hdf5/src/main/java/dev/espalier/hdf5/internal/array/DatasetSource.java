package dev.espalier.hdf5.internal.array;

import dev.espalier.hdf5.internal.file.Failures;
import dev.espalier.hdf5.internal.type.BitsCoding;
import dev.espalier.hdf5.internal.type.ElementCoding;
import dev.espalier.hdf5.internal.type.TextCoding;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.BitsFill;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.RawBits;
import java.util.Optional;

/**
 * The elements of a dataset, assembled from its chunks: stored bytes are gathered first, then
 * turned into elements of the model, without a detour through objects.
 */
final class DatasetSource implements ArraySource {
  private final String where;
  private final long address;
  private final ElementCoding coding;
  private final Shape shape;
  private final RawBits rawType;
  private final BitsFill rawFill;
  private final RawChunks chunks;
  private final ChunkCache cache;

  DatasetSource(
      String where,
      long address,
      ElementCoding coding,
      Shape shape,
      Optional<byte[]> fill,
      RawChunks chunks,
      ChunkCache cache) {
    this.where = where;
    this.address = address;
    this.coding = coding;
    this.shape = shape;
    this.rawType = new RawBits(Math.multiplyExact(8, coding.storedSize()));
    this.rawFill = BitsFill.of(rawType, fill.orElseGet(() -> new byte[coding.storedSize()]));
    this.chunks = chunks;
    this.cache = cache;
  }

  @Override
  public DataType dataType() {
    return coding.dataType();
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Optional<Shape> preferredShape() {
    return Optional.of(chunks.tiling().tileShape());
  }

  @Override
  public void read(Region region, Block into) {
    if (!region.fitsIn(shape)
        || !into.shape().equals(region.shape())
        || !into.dataType().equals(dataType())) {
      throw new IllegalArgumentException(
          "region "
              + region
              + " of "
              + dataType()
              + " "
              + shape
              + " into a block of "
              + into.dataType()
              + " "
              + into.shape());
    }
    try {
      if (into instanceof TextBlock texts) {
        readTexts(region, texts, (TextCoding) coding);
      } else {
        readBits(region, (BitsBlock) into, (BitsCoding) coding);
      }
    } catch (RuntimeException e) {
      throw Failures.at(where, e);
    }
  }

  private void readBits(Region region, BitsBlock into, BitsCoding bits) {
    gather(region, BitsBlock.over(rawType, region.shape(), into.bytes()));
    bits.decode(into.bytes(), into.length());
  }

  private void readTexts(Region region, TextBlock into, TextCoding texts) {
    BitsBlock raw = (BitsBlock) Block.allocate(rawType, region.shape());
    gather(region, raw);
    long most = Runtime.getRuntime().maxMemory() / 4;
    long characters = 0;
    for (int i = 0; i < into.texts().length; i++) {
      String text = texts.decode(raw.bytes(), i * coding.storedSize());
      characters += text.length();
      if (characters > most) {
        throw new UnsupportedException(
            "the texts of region " + region + " do not fit memory; read a smaller one");
      }
      into.texts()[i] = text;
    }
  }

  private void gather(Region region, BitsBlock into) {
    if (region.shape().isEmpty()) {
      return;
    }
    Scratch scratch = cache.borrow();
    try {
      for (ChunkIndex index : chunks.tiling().touching(region)) {
        gather(index, region, into, scratch);
      }
    } finally {
      cache.giveBack(scratch);
    }
  }

  private void gather(ChunkIndex index, Region region, BitsBlock into, Scratch scratch) {
    Region chunk = chunks.tiling().region(index);
    Region wanted =
        region.intersect(chunk).orElseThrow(() -> new IllegalStateException("no " + index));
    Optional<byte[]> bytes = bytesOf(index, wanted.equals(chunk), scratch);
    long[] to = minus(wanted, region);
    if (bytes.isEmpty() && wanted.equals(region)) {
      into.fill(rawFill);
      return;
    }
    if (bytes.isEmpty()) {
      Block filled = Block.allocate(rawType, wanted.shape());
      filled.fill(rawFill);
      into.copyFrom(filled, Region.all(wanted.shape()), to);
      return;
    }
    BitsBlock loaded = BitsBlock.over(rawType, chunks.loadedShape(index), bytes.get());
    into.copyFrom(loaded, Region.of(minus(wanted, chunk), wanted.shape()), to);
  }

  /** A chunk that is wanted as a whole is not wanted again soon; a part of one may well be. */
  private Optional<byte[]> bytesOf(ChunkIndex index, boolean whole, Scratch scratch) {
    ChunkCache.Key key = new ChunkCache.Key(address, index);
    Optional<byte[]> known = cache.get(key);
    if (known.isPresent()) {
      return known;
    }
    if (!chunks.load(index, scratch)) {
      return Optional.empty();
    }
    if (whole) {
      return Optional.of(scratch.bytes());
    }
    byte[] kept = new byte[scratch.length()];
    System.arraycopy(scratch.bytes(), 0, kept, 0, kept.length);
    cache.put(key, kept);
    return Optional.of(kept);
  }

  private static long[] minus(Region inner, Region outer) {
    long[] offset = new long[inner.rank()];
    for (int d = 0; d < offset.length; d++) {
      offset[d] = inner.start(d) - outer.start(d);
    }
    return offset;
  }
}
