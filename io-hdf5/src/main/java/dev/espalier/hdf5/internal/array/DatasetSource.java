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
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
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
    for (ChunkIndex index : chunks.tiling().touching(region)) {
      gather(index, region, into);
    }
  }

  /** A chunk that is wanted as a whole is not wanted again soon; a part of one may well be. */
  private void gather(ChunkIndex index, Region region, BitsBlock into) {
    ChunkCache.Key key = new ChunkCache.Key(address, index);
    Region chunk = chunks.tiling().region(index);
    boolean whole = region.intersect(chunk).equals(Optional.of(chunk));
    Optional<byte[]> known = cache.get(key);
    if (known.isEmpty() && whole) {
      boolean copied =
          cache.withScratch(
              chunks.workBytes(),
              scratch -> chunks.load(index, scratch) && copy(scratch.bytes(), index, region, into));
      if (!copied) {
        fill(chunk, region, into);
      }
      return;
    }
    Optional<byte[]> bytes =
        known.isPresent() ? known : cache.get(key, chunkBytes(), () -> load(index));
    if (bytes.isPresent()) {
      copy(bytes.get(), index, region, into);
    } else {
      fill(chunk, region, into);
    }
  }

  private Optional<byte[]> load(ChunkIndex index) {
    return cache.withScratch(
        chunks.workBytes(),
        scratch -> chunks.load(index, scratch) ? Optional.of(scratch.takeAll()) : Optional.empty());
  }

  private long chunkBytes() {
    return chunks.tiling().tileShape().elementCount() * coding.storedSize();
  }

  private boolean copy(byte[] loaded, ChunkIndex index, Region region, BitsBlock into) {
    Region chunk = chunks.tiling().region(index);
    Region wanted = common(chunk, region);
    into.copyFrom(
        BitsBlock.over(rawType, chunks.loadedShape(index), loaded),
        wanted.relativeTo(chunk),
        wanted.placeIn(region, new long[wanted.rank()]));
    return true;
  }

  private void fill(Region chunk, Region region, BitsBlock into) {
    Region wanted = common(chunk, region);
    if (wanted.equals(region)) {
      into.fill(rawFill);
      return;
    }
    Block filled = Block.allocate(rawType, wanted.shape());
    filled.fill(rawFill);
    into.copyFrom(
        filled, Region.all(wanted.shape()), wanted.placeIn(region, new long[wanted.rank()]));
  }

  private static Region common(Region chunk, Region region) {
    return chunk
        .intersect(region)
        .orElseThrow(() -> new IllegalStateException(chunk + " and " + region + " are apart"));
  }
}
