package dev.espalier.zarr.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.file.FileSystemStore;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.zip.ZipPlace;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.model.work.Execution;
import dev.espalier.testkit.store.FaultyStore;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import dev.espalier.zarr.internal.read.ZarrHierarchy;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever operation of a store fails, and however: arrays that are found have their elements, and
 * what is not found is told by a failure with a name. Bytes that are missing never turn into fill
 * values, and members of a group are never missing in silence.
 */
class FaultyReadingTest {
  @TempDir private Path directory;

  /** What goes wrong with one of the values that are opened, or one of the listings. */
  enum Fault {
    READ_FAILS {
      @Override
      FaultyStore into(FaultyStore store, int number) {
        return store.failingRead(number);
      }
    },
    READ_BREAKS_AT_ONCE {
      @Override
      FaultyStore into(FaultyStore store, int number) {
        return store.breakingRead(number, 0);
      }
    },
    READ_BREAKS_MIDWAY {
      @Override
      FaultyStore into(FaultyStore store, int number) {
        return store.breakingRead(number, 40);
      }
    },
    VALUE_ENDS_EARLY {
      @Override
      FaultyStore into(FaultyStore store, int number) {
        return store.shortRead(number, 40);
      }
    },
    LISTING_FAILS {
      @Override
      FaultyStore into(FaultyStore store, int number) {
        return store.failingListing(number);
      }
    },
    LISTING_BREAKS_MIDWAY {
      @Override
      FaultyStore into(FaultyStore store, int number) {
        return store.breakingListing(number, 1);
      }
    };

    abstract FaultyStore into(FaultyStore store, int number);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void elementsAreRightOrThereIsANamedFailure(Fault fault) {
    pyramid().write(directory, Execution.onCallingThread(), staged -> staged);
    FaultyStore counting = store();
    Map<NodePath, ByteBuffer> expected = contents(counting, new TreeMap<>());
    assertThat(expected).hasSize(3);
    int failures = 0;

    for (int number = 1; number <= counting.reads(); number++) {
      Map<NodePath, String> told = new TreeMap<>();
      Map<NodePath, ByteBuffer> found = contents(fault.into(store(), number), told);
      found.forEach((path, bytes) -> assertThat(bytes).isEqualTo(expected.get(path)));
      for (NodePath path : expected.keySet()) {
        assertThat(found.containsKey(path) || told.keySet().stream().anyMatch(path::isAtOrBelow))
            .as("%s is found or told of", path)
            .isTrue();
      }
      failures += told.size();
    }

    assertThat(failures).isPositive();
  }

  /** The elements of all arrays that are found; what is wrong with the others is told. */
  private static Map<NodePath, ByteBuffer> contents(FaultyStore store, Map<NodePath, String> told) {
    Map<NodePath, ByteBuffer> found = new TreeMap<>();
    try (OpenHierarchy open =
        ZarrHierarchy.open(new Location("pyramid"), store, new Zarr3Documents(), Pyramid.CODECS)) {
      for (Map.Entry<NodePath, NodeSpec> node : open.tree().toFlat().entrySet()) {
        if (node.getValue() instanceof UnreadableSpec unreadable) {
          told.put(node.getKey(), unreadable.message());
        } else if (node.getValue() instanceof ArraySpec) {
          read(open, node.getKey(), found, told);
        }
      }
    } catch (EspalierException e) {
      told.put(NodePath.root(), String.valueOf(e.getMessage()));
    }
    assertThat(told.values()).allMatch(message -> message.contains("as asked"));
    return found;
  }

  private static void read(
      OpenHierarchy open,
      NodePath path,
      Map<NodePath, ByteBuffer> found,
      Map<NodePath, String> told) {
    try {
      ArraySource source = open.array(path);
      BitsBlock block = (BitsBlock) source.read(Region.all(source.shape()));
      found.put(path, ByteBuffer.wrap(block.bytes(), 0, block.length()));
    } catch (EspalierException e) {
      told.put(path, String.valueOf(e.getMessage()));
    }
  }

  @Test
  void anyWriteIntoAnArchiveMayFailAndLeavesNothing() {
    FaultyStore[] counting = new FaultyStore[1];
    pack("whole.zip", faulty -> counting[0] = faulty);
    assertThat(directory.resolve("whole.zip")).isRegularFile();

    for (int number = 1; number <= counting[0].writes(); number++) {
      int failing = number;
      for (UnaryOperator<FaultyStore> fault :
          List.<UnaryOperator<FaultyStore>>of(
              faulty -> faulty.failingWrite(failing), faulty -> faulty.breakingWrite(failing, 3))) {
        assertThatThrownBy(() -> pack("a.zip", fault))
            .isInstanceOf(StorageException.class)
            .hasMessageStartingWith("a.zip: write " + failing)
            .hasMessageEndingWith("fails, as asked");
        assertThat(directory.toFile().list()).containsExactly("whole.zip");
      }
    }
    assertThatThrownBy(() -> pack("a.zip", faulty -> faulty.fullAfter(2000)))
        .isInstanceOf(StorageException.class)
        .hasMessageEndingWith("no space is left on the disk");
    assertThat(directory.toFile().list()).containsExactly("whole.zip");
  }

  private void pack(String name, UnaryOperator<FaultyStore> tamper) {
    ZipPlace place = new ZipPlace(directory.resolve(name), name);
    Pyramid pyramid = pyramid();
    new HierarchyWriter(new Zarr3Documents(), Pyramid.CODECS)
        .write(
            pyramid.plan(),
            pyramid.hierarchy(),
            Execution.onCallingThread(),
            PublishGate.none(),
            new WholePlace(
                () -> {
                  StagedStore staged = place.begin(false);
                  return tamper.apply(FaultyStore.over(staged.store())).staged(staged);
                }));
  }

  private FaultyStore store() {
    return FaultyStore.over(new FileSystemStore(directory.resolve("pyramid"), "pyramid"));
  }

  private static Pyramid pyramid() {
    return new Pyramid(
            ArraySource.of(Pyramid.random(2, 40, 40)),
            Pyramid.shards(Shape.of(1, 32, 32), 1, 16, 16))
        .derive(Pyramid.mean(1, 2, 2), Pyramid.chunks(1, 16, 16))
        .derive(Pyramid.mean(1, 2, 2), Pyramid.chunks(2, 10, 10));
  }
}
