package dev.espalier.zarr.internal.write;

import static dev.espalier.zarr.internal.write.Pyramid.chunks;
import static dev.espalier.zarr.internal.write.Pyramid.mean;
import static dev.espalier.zarr.internal.write.Pyramid.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.file.FileSystemStaging;
import dev.espalier.io.file.FileSystemStore;
import dev.espalier.io.place.Change;
import dev.espalier.io.place.Change.Put;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.model.work.Execution;
import dev.espalier.testkit.Snapshot;
import dev.espalier.testkit.store.FaultyStore;
import dev.espalier.zarr.ZarrBackend;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import dev.espalier.zarr.internal.edit.Consolidation;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong while a merge is written, what stands there is as it was. */
class FailedMergeTest {
  /** Of the base: 16 chunks; of the new level: 4; their documents, and the root's. */
  private static final int WRITES = 23;

  private final ZarrBackend backend = new ZarrBackend();

  @TempDir private Path directory;

  /** What the last merge changes, one after the other. */
  private List<Change> changes = List.of();

  @BeforeEach
  void writeWhatStandsThere() {
    Pyramid small = new Pyramid(ArraySource.of(random(1, 32, 32)), chunks(1, 16, 16));
    backend.write(plan(small, WritePolicy.FAIL), small.hierarchy(), Execution.onCallingThread());
  }

  @Test
  void withoutFaultsThereAreSoManyWrites() {
    FaultyStore[] store = new FaultyStore[1];

    WritePlan plan = merge(faulty -> store[0] = faulty);

    assertThat(store[0].writes()).isEqualTo(WRITES);
    try (OpenHierarchy open = backend.open(target())) {
      assertThat(open.tree().toFlat()).isEqualTo(plan.root().toFlat());
    }
  }

  @Test
  void anyFailingWriteLeavesWhatStandsThere() {
    Snapshot before = Snapshot.of(directory);
    for (int number = 1; number <= WRITES; number++) {
      int failing = number;
      assertThatThrownBy(() -> merge(faulty -> faulty.failingWrite(failing)))
          .isInstanceOf(StorageException.class)
          .hasMessageEndingWith(": write " + failing + " fails, as asked");
      assertThat(Snapshot.of(directory)).as("after write %s", failing).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 1000, 8000, 10500})
  void aFullDiskLeavesWhatStandsThere(long bytes) {
    Snapshot before = Snapshot.of(directory);

    assertThatThrownBy(() -> merge(faulty -> faulty.fullAfter(bytes)))
        .isInstanceOf(StorageException.class)
        .hasMessageEndingWith(": no space is left on the disk");
    assertThat(Snapshot.of(directory)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, WRITES})
  void anInterruptionLeavesWhatStandsThere(int write) {
    Snapshot before = Snapshot.of(directory);
    Thread writer = Thread.currentThread();

    assertThatThrownBy(() -> merge(faulty -> faulty.atWrite(write, writer::interrupt)))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    assertThat(Snapshot.of(directory)).isEqualTo(before);
  }

  /** Who reads in the middle of it must not be told of nodes as they no longer are. */
  @Test
  void consolidatedMetadataGoesBeforeAnythingElseChanges() {
    new Consolidation(new FileSystemStore(directory.resolve("h.zarr"))).write();

    merge(faulty -> faulty);

    StoreKey document = new StoreKey("zarr.json");
    assertThat(changes)
        .startsWith(new Put(new StoreKey("__passing-zarr.json"), document))
        .endsWith(new Put(document, document))
        .hasSize(4);
  }

  private Location target() {
    return Location.of(directory.resolve("h.zarr"));
  }

  private WritePlan plan(Pyramid pyramid, WritePolicy policy) {
    return backend.plan(pyramid.hierarchy().root(), target(), policy);
  }

  /** The base is replaced, a level appears, and the root has another attribute. */
  private WritePlan merge(UnaryOperator<FaultyStore> faults) {
    Pyramid large =
        new Pyramid(ArraySource.of(random(1, 64, 64)), chunks(1, 16, 16))
            .derive(mean(1, 2, 2), chunks(1, 16, 16))
            .attributes(Attributes.none().with("title", JsonValue.of("new")));
    WritePlan plan = plan(large, WritePolicy.MERGE);
    try (OpenHierarchy standing = backend.open(target())) {
      Place place =
          new MergePlace(
              plan,
              new Zarr3Documents(),
              standing,
              asked -> {
                changes = asked;
                StagedStore staged =
                    new FileSystemStaging(directory.resolve("h.zarr"), "h").begin(asked);
                return faults.apply(FaultyStore.over(staged.store())).staged(staged);
              });
      new HierarchyWriter(new Zarr3Documents(), Pyramid.CODECS)
          .write(plan, large.hierarchy(), Execution.onCallingThread(), PublishGate.none(), place);
    }
    return plan;
  }
}
