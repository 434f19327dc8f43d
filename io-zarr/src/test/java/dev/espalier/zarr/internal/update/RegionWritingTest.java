package dev.espalier.zarr.internal.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.stored.ChangeableArray;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever region is written, what is read is what was written last, element by element. */
class RegionWritingTest {
  static List<Standing> kinds() {
    return Standing.kinds().toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void regionsAreWrittenAndTheRestStays(Standing kind) {
    MemoryStore store = kind.store();
    Random random = new Random(11);
    Model model = new Model(kind.shape(), Standing.FILL);
    try (ZarrChanges changes = kind.change(store)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);
      for (int i = 0; i < 40; i++) {
        Region region = Model.region(random, kind.shape());
        Block block = Model.block(random, region.shape(), Standing.FILL);
        array.write(region, block);
        model.write(region, block);

        assertThat(Standing.elements(changes)).isEqualTo(model.bytes());
        assertThat(kind.read(store).bytes()).isEqualTo(model.bytes());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatBecomesAllFillValueIsErased(Standing kind) {
    MemoryStore store = kind.store();
    List<String> before = List.copyOf(Standing.contents(store).keySet());
    try (ZarrChanges changes = kind.change(store)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);
      Block block = Model.block(new Random(1), kind.shape(), Standing.FILL);
      array.write(Region.all(kind.shape()), block);
      assertThat(Standing.contents(store)).hasSizeGreaterThan(kind.shape().isEmpty() ? 1 : 2);

      // In two steps, so that one of them keeps a part of each chunk.
      block.fill(array.spec().fillValueOrZero());
      long rows = kind.shape().rank() == 0 ? 0 : kind.shape().extent(0) / 2;
      if (rows > 0) {
        Shape upper = kind.shape().with(0, rows);
        Block part = Block.allocate(CoreType.UINT8, upper);
        part.fill(array.spec().fillValueOrZero());
        array.write(Region.all(upper), part);
      }
      array.write(Region.all(kind.shape()), block);
    }

    assertThat(Standing.contents(store).keySet()).containsExactlyElementsOf(before);
  }

  @Test
  void chunksOfFillValueAreStoredIfAsked() {
    Standing kind = Standing.of("plain");
    MemoryStore store = kind.store();
    try (ZarrChanges changes = kind.change(store, FillChunks.STORED)) {
      Region region = Region.of(new long[] {0, 0}, Shape.of(4, 4));
      Block block = Block.allocate(CoreType.UINT8, region.shape());
      block.fill(changes.changeable(Standing.ARRAY).spec().fillValueOrZero());
      changes.changeable(Standing.ARRAY).write(region, block);
    }

    assertThat(Standing.contents(store)).containsKeys("a/c/0/0", "a/c/1/0").hasSize(4);
  }

  @Test
  void innerChunksThatAreNotTouchedKeepTheirBytes() {
    Standing kind = Standing.of("shards");
    MemoryStore store = kind.store();
    try (ZarrChanges changes = kind.change(store)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);
      array.write(Region.all(kind.shape()), Model.block(new Random(5), kind.shape(), 7));
      byte[] shard = Standing.bytes(store, "a/c/0/0");
      // An inner chunk that nobody can decode: only its bytes can be kept.
      shard[3] ^= 0x55;
      store.set(new StoreKey("a/c/0/0"), ByteBuffer.wrap(shard));
      Region other = Region.of(new long[] {0, 2}, Shape.of(2, 2));

      array.write(other, Model.block(new Random(6), other.shape(), 0));

      assertThat(array.source().read(other)).isNotNull();
      Region broken = Region.of(new long[] {0, 0}, Shape.of(1, 1));
      assertThatThrownBy(() -> array.source().read(broken)).isInstanceOf(CorruptException.class);
      assertThatThrownBy(() -> array.write(broken, Model.block(new Random(6), broken.shape(), 0)))
          .isInstanceOf(CorruptException.class)
          .hasMessageStartingWith("store: a/c/0/0: codec sharding_indexed: inner chunk [0, 0]:");

      // A write of all of it needs nothing of what was there.
      Region whole = Region.of(new long[] {0, 0}, Shape.of(2, 2));
      array.write(whole, Model.block(new Random(6), whole.shape(), 0));
      assertThat(array.source().read(whole)).isNotNull();
    }
  }

  @Test
  void whatHangsOverInATouchedChunkHoldsTheFillValue() {
    Standing kind = Standing.of("plain");
    MemoryStore store = kind.store();
    Standing.set(store, "a/c/2/2", "abcdefghijkl"); // 3 by 4 elements, of which 1 by 2 are within
    Standing.set(store, "a/c/2/1", "abcdefghijkl"); // of which 1 by 4 are within
    try (ZarrChanges changes = kind.change(store)) {
      Region corner = Region.of(new long[] {6, 9}, Shape.of(1, 1));
      changes
          .changeable(Standing.ARRAY)
          .write(corner, Model.block(new Random(1), corner.shape(), 9));
    }

    byte[] chunk = Standing.bytes(store, "a/c/2/2");
    assertThat(chunk).startsWith('a').endsWith(7, 7, 7, 7, 7, 7, 7, 7, 7, 7).hasSize(12);
    assertThat(Standing.text(store, "a/c/2/1")).isEqualTo("abcdefghijkl");
  }

  /** As whoever made the array smaller without looking at its shards leaves them. */
  @Test
  void innerChunksThatLieBeyondTheEdgeAreDroppedWithTheNextWrite() {
    Standing shards = Standing.of("shards");
    Standing kind = new Standing("smaller", Shape.of(5, 9), shards.document());
    MemoryStore store = kind.storeOnceLarger(Shape.of(8, 12));
    assertThat(inner(kind, store)).isEqualTo(6);

    try (ZarrChanges changes = kind.change(store)) {
      Region corner = Region.of(new long[] {4, 6}, Shape.of(1, 1));
      changes
          .changeable(Standing.ARRAY)
          .write(corner, Model.block(new Random(1), corner.shape(), 9));
    }

    assertThat(inner(kind, store)).isEqualTo(2); // one that is written, one beside it
  }

  /** How many inner chunks the last shard has, within the array or beyond it. */
  private static long inner(Standing kind, MemoryStore store) {
    MemoryStore copy = Standing.copy(store);
    Standing.set(copy, "a/zarr.json", kind.document().replace("SHAPE", "[8, 12]"));
    try (ZarrChanges changes = kind.change(copy)) {
      return changes.chunks(Standing.ARRAY).at(ChunkIndex.of(1, 1)).size();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void severalThreadsWriteToTheSameChunks(Standing kind) throws Exception {
    MemoryStore store = kind.store();
    Model model = new Model(kind.shape(), Standing.FILL);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try (ZarrChanges changes = kind.change(store)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);
      List<Future<?>> all = new ArrayList<>();
      Random random = new Random(3);
      long rows = kind.shape().rank() == 0 ? 0 : kind.shape().extent(0);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < kind.shape().extent(1); column++) {
          Region cell = Region.of(new long[] {row, column}, Shape.of(1, 1));
          Block block = Model.block(random, cell.shape(), Standing.FILL);
          model.write(cell, block);
          all.add(pool.submit(() -> array.write(cell, block)));
        }
      }
      for (Future<?> one : all) {
        one.get();
      }
      assertThat(kind.read(store).bytes()).isEqualTo(model.bytes());

      Execution together = new Execution(pool, 4, 1 << 20, ProgressListener.none());
      Block block = Model.block(random, kind.shape(), Standing.FILL);
      array.write(Region.all(kind.shape()), ArraySource.of(block), together);
      model.write(Region.all(kind.shape()), block);
      assertThat(kind.read(store).bytes()).isEqualTo(model.bytes());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void whatDoesNotFitIsRefusedAndNothingIsChanged() {
    Standing kind = Standing.of("plain");
    MemoryStore store = kind.store();
    try (ZarrChanges changes = kind.change(store)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);
      Region beyond = Region.of(new long[] {6, 0}, Shape.of(2, 1));
      Region inside = Region.of(new long[] {0, 0}, Shape.of(2, 1));

      assertThatThrownBy(() -> array.write(beyond, Model.block(new Random(1), beyond.shape(), 7)))
          .isInstanceOf(RequestException.class)
          .hasMessage("store: /a: region 6:8,0:1 is not within shape [7, 10]");
      assertThatThrownBy(() -> array.write(inside, Model.block(new Random(1), Shape.of(1, 2), 7)))
          .isInstanceOf(RequestException.class)
          .hasMessage("store: /a: elements of shape [1, 2] for a region of [2, 1]");
      assertThatThrownBy(() -> array.write(inside, Block.allocate(CoreType.INT16, inside.shape())))
          .isInstanceOf(RequestException.class)
          .hasMessage("store: /a: elements of data type int16 for an array of uint8");
    }
    assertThat(Standing.contents(store)).hasSize(2);
  }
}
