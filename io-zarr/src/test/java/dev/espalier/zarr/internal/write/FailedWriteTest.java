package dev.espalier.zarr.internal.write;

import static dev.espalier.zarr.internal.write.Pyramid.chunks;
import static dev.espalier.zarr.internal.write.Pyramid.mean;
import static dev.espalier.zarr.internal.write.Pyramid.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.place.StagedStore;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import dev.espalier.testkit.store.FaultyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong while a hierarchy is written, nothing of it stays. */
class FailedWriteTest {
  private static final int WRITES = 35;

  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init") // made before each test
  private ExecutorService pool;

  private final AtomicInteger atWork = new AtomicInteger();

  @BeforeEach
  void startPool() {
    pool = Executors.newFixedThreadPool(2);
  }

  @AfterEach
  void stopPool() {
    pool.shutdownNow();
  }

  @Test
  void withoutFaultsThereAreSoManyWrites() throws IOException {
    FaultyStore[] store = new FaultyStore[1];

    pyramid().write(directory, alone(), staged -> tamper(staged, faulty -> store[0] = faulty));

    assertThat(store[0].writes()).isEqualTo(WRITES);
    assertThat(children()).containsExactly("pyramid");
  }

  @Test
  void anyFailingWriteLeavesNothing() throws IOException {
    for (int number = 1; number <= WRITES; number++) {
      int failing = number;
      assertThatThrownBy(() -> write(alone(), faulty -> faulty.failingWrite(failing)))
          .isInstanceOf(StorageException.class)
          .hasMessage("pyramid: write " + failing + " fails, as asked");
      assertThat(children()).as("after write %s", failing).isEmpty();
    }
  }

  @Test
  void anyFailingWriteOfSeveralThreadsLeavesNothing() throws IOException {
    for (int number = 1; number <= WRITES; number++) {
      int failing = number;
      assertThatThrownBy(() -> write(together(), faulty -> faulty.failingWrite(failing)))
          .isInstanceOf(StorageException.class)
          .hasMessage("pyramid: write " + failing + " fails, as asked");
      assertThat(children()).as("after write %s", failing).isEmpty();
      assertThat(atWork).hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 100, 1000, 5000})
  void aFullDiskLeavesNothing(long bytes) throws IOException {
    assertThatThrownBy(() -> write(together(), faulty -> faulty.fullAfter(bytes)))
        .isInstanceOf(StorageException.class)
        .hasMessageMatching("pyramid: cannot write .*: no space is left on the disk");

    assertThat(children()).isEmpty();
  }

  @Test
  void whatCannotBeReadBackLeavesNothing() throws IOException {
    assertThatThrownBy(() -> write(alone(), faulty -> faulty.failingRead(1)))
        .isInstanceOf(StorageException.class)
        .hasMessage("pyramid: read 1 fails, as asked");

    assertThat(children()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 9})
  void aSourceThatFailsLeavesNothing(int reading) throws IOException {
    ArraySource source =
        new ActingSource(
            reading,
            () -> {
              throw new CorruptException("the source is broken");
            });
    Pyramid pyramid = new Pyramid(source, chunks(1, 16, 16));

    assertThatThrownBy(() -> pyramid.write(directory, together(), staged -> staged))
        .isInstanceOf(CorruptException.class)
        .hasMessage("the source is broken");
    assertThat(children()).isEmpty();
    assertThat(atWork).hasValue(0);
  }

  @Test
  void anErrorOfTheRuntimeLeavesNothingAndIsNotHidden() throws IOException {
    ArraySource source =
        new ActingSource(
            3,
            () -> {
              throw new OutOfMemoryError("none left");
            });
    Pyramid pyramid = new Pyramid(source, chunks(1, 16, 16));

    assertThatThrownBy(() -> pyramid.write(directory, together(), staged -> staged))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(children()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 20, 25, WRITES})
  void anInterruptionLeavesNothing(int write) throws IOException {
    Thread writer = Thread.currentThread();

    assertThatThrownBy(() -> write(together(), faulty -> faulty.atWrite(write, writer::interrupt)))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    assertThat(children()).isEmpty();
    assertThat(atWork).hasValue(0);
  }

  @Test
  void aThreadThatIsInterruptedBeforeWritesNothing() throws IOException {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> write(together(), faulty -> faulty))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(children()).isEmpty();
  }

  @Test
  void whatFailsOverAnInterruptionIsTheInterruption() throws IOException {
    Thread writer = Thread.currentThread();
    ArraySource source =
        new ActingSource(
            2,
            () -> {
              writer.interrupt();
              throw new CorruptException("the file was closed by the interruption");
            });
    Pyramid pyramid = new Pyramid(source, chunks(1, 16, 16));

    assertThatThrownBy(() -> pyramid.write(directory, together(), staged -> staged))
        .isInstanceOf(CancelledException.class)
        .hasMessage("the work was interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(children()).isEmpty();
  }

  @Test
  void anExecutorThatIsShutDownInTheMiddleLeavesNothing() throws IOException {
    AtomicInteger writes = new AtomicInteger();
    Runnable onPoolThread =
        () -> {
          if (!Thread.currentThread().getName().equals("main") && writes.incrementAndGet() == 1) {
            pool.shutdownNow();
          }
        };
    Pyramid pyramid = new Pyramid(new ActingSource(0, onPoolThread), chunks(1, 4, 4));

    try {
      pyramid.write(directory, together(), staged -> staged);
      assertThat(writes).as("no thread of the pool came to work").hasValue(0);
      assertThat(children()).containsExactly("pyramid");
    } catch (CancelledException e) {
      assertThat(children()).isEmpty();
    }
    assertThat(atWork).hasValue(0);
  }

  @Test
  void anExecutorThatNeverRunsATaskDoesNotStopTheWork() throws IOException {
    Execution execution = new Execution(task -> {}, 4, 1 << 20, ProgressListener.none());

    pyramid().write(directory, execution, staged -> staged);

    assertThat(children()).containsExactly("pyramid");
  }

  @Test
  void anExecutorThatRejectsTasksDoesNotStopTheWork() throws IOException {
    Execution execution =
        new Execution(
            task -> {
              throw new RejectedExecutionException();
            },
            4,
            1 << 20,
            ProgressListener.none());

    pyramid().write(directory, execution, staged -> staged);

    assertThat(children()).containsExactly("pyramid");
  }

  @Test
  void aWriterMaySitOnTheOnlyThreadOfItsExecutor() throws Exception {
    ExecutorService single = Executors.newSingleThreadExecutor();
    try {
      Execution execution = new Execution(single, 4, 1 << 20, ProgressListener.none());
      single.submit(() -> pyramid().write(directory, execution, staged -> staged)).get();

      assertThat(children()).containsExactly("pyramid");
    } finally {
      single.shutdownNow();
    }
  }

  private void write(Execution execution, UnaryOperator<FaultyStore> faults) {
    pyramid().write(directory, execution, staged -> tamper(staged, faults));
  }

  private static StagedStore tamper(StagedStore staged, UnaryOperator<FaultyStore> faults) {
    return faults.apply(FaultyStore.over(staged.store())).staged(staged);
  }

  /** A base of 16 chunks, 4 and 1 below, 9 of one that is read back, and five documents. */
  private Pyramid pyramid() {
    return new Pyramid(new ActingSource(0, () -> {}), chunks(1, 16, 16))
        .derive(mean(1, 2, 2), chunks(1, 16, 16))
        .derive(mean(1, 2, 2), chunks(1, 16, 16))
        .derive(mean(1, 2, 2), chunks(1, 3, 3));
  }

  private static Execution alone() {
    return Execution.onCallingThread();
  }

  private Execution together() {
    return new Execution(pool, 3, 1 << 20, ProgressListener.none());
  }

  private List<String> children() throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.map(child -> String.valueOf(child.getFileName())).toList();
    }
  }

  /** A source that does something when it is read, and knows who is reading. */
  private final class ActingSource implements ArraySource {
    private final Block block = random(1, 64, 64);
    private final AtomicInteger readings = new AtomicInteger();
    private final int actsAt;
    private final Runnable action;

    /** Acts at one reading, or at each if that is 0. */
    ActingSource(int actsAt, Runnable action) {
      this.actsAt = actsAt;
      this.action = action;
    }

    @Override
    public DataType dataType() {
      return CoreType.UINT16;
    }

    @Override
    public Shape shape() {
      return block.shape();
    }

    @Override
    public void read(Region region, Block into) {
      atWork.incrementAndGet();
      try {
        if (readings.incrementAndGet() == actsAt || actsAt == 0) {
          action.run();
        }
        into.copyFrom(block, region, 0, 0, 0);
      } finally {
        atWork.decrementAndGet();
      }
    }
  }
}
