package dev.espalier.hdf5;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.hdf5.internal.file.GlobalHeap;
import dev.espalier.hdf5.internal.node.TreeReader;
import dev.espalier.hdf5.internal.object.Hdf5File;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.Recognition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
  private final Hdf5Backend backend = new Hdf5Backend();

  @TempDir Path folder = Path.of("");

  @Test
  void aFileIsRecognisedByItsSignature() throws IOException {
    byte[] file = Files.readAllBytes(Fixture.path("user-block.h5"));
    assertThat(recognise(write("data.bin", file))).isEqualTo(Recognition.RECOGNISED);
    assertThat(recognise(write("text.bin", "not HDF5".getBytes(UTF_8))))
        .isEqualTo(Recognition.OTHER);
    assertThat(recognise(folder)).isEqualTo(Recognition.OTHER);
    assertThat(recognise(folder.resolve("none.h5"))).isEqualTo(Recognition.ABSENT);
  }

  @Test
  void aFileThatIsOneByItsNameOnlyIsOpenedToHearWhyItIsNone() throws IOException {
    Path text = write("text.H5", "a text file named .h5".getBytes(UTF_8));
    assertThat(recognise(text)).isEqualTo(Recognition.RECOGNISED);
    assertThatThrownBy(() -> backend.open(Location.of(text)))
        .isInstanceOf(CorruptException.class)
        .hasMessage(
            text
                + ": not an HDF5 file, whatever its name says: no HDF5 signature at byte 0, 512, 1024, ...;"
                + " check that it is the right file");
  }

  @Test
  void aMissingFileIsSaidToBeMissing() {
    Path none = folder.resolve("none.h5");
    assertThatThrownBy(() -> backend.open(Location.of(none)))
        .isInstanceOf(MissingException.class)
        .hasMessage(none + ": no such file");
  }

  @Test
  void aTruncatedFileIsSaidToBeTruncated() throws IOException {
    byte[] whole = Files.readAllBytes(Fixture.path("types.h5"));
    Path cut = write("cut.h5", Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> backend.open(Location.of(cut)))
        .isInstanceOf(CorruptException.class)
        .hasMessage(
            cut
                + ": truncated: the superblock speaks of "
                + whole.length
                + " bytes, but the file has "
                + whole.length / 2
                + "; copy it again");
    Path stump = write("stump.h5", Arrays.copyOf(whole, 30));
    assertThatThrownBy(() -> backend.open(Location.of(stump)))
        .isInstanceOf(CorruptException.class)
        .hasMessage(stump + ": cut off within the superblock: the file has only 30 bytes");
  }

  @Test
  void anotherSchemeIsNotSupported() {
    assertThatThrownBy(() -> backend.open(new Location("https://example.org/a.h5")))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage("https://example.org/a.h5: HDF5 is read from files only; copy it to one");
  }

  @Test
  void aThreadThatIsInterruptedDoesNotTakeTheFileForDamaged() {
    Path path = Fixture.path("types.h5");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> backend.open(Location.of(path)))
        .isInstanceOf(CancelledException.class)
        .hasMessage(path + ": reading was interrupted");
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
  }

  @Test
  void anInterruptionWhileElementsAreReadIsSaidToBeOne() {
    try (Fixture file = Fixture.open("filters.h5")) {
      NodePath path =
          file.hierarchy().tree().toFlat().entrySet().stream()
              .filter(node -> node.getValue() instanceof ArraySpec)
              .findFirst()
              .orElseThrow()
              .getKey();
      ArraySource source = file.hierarchy().array(path);
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> source.read(Region.all(source.shape())))
          .isInstanceOf(CancelledException.class)
          .hasMessageContaining("filters.h5: " + path + ": ")
          .hasMessageEndingWith(": reading was interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** A node that cannot be read is in the tree with the reason; that must not hide this one. */
  @Test
  void anInterruptionAnywhereInATreeGivesNoTreeAtAll() throws IOException {
    Path path = Fixture.path("types.h5");
    int cancelled = 0;
    boolean complete = false;
    while (!complete) {
      complete = isCompleteAfterReads(path, cancelled);
      cancelled += complete ? 0 : 1;
    }
    assertThat(cancelled).as("reads that a tree takes").isGreaterThan(50);
  }

  private static boolean isCompleteAfterReads(Path path, int reads) throws IOException {
    try (Hdf5File whole = Hdf5File.open(path);
        FileChannel file =
            new InterruptedChannel(FileChannel.open(path, StandardOpenOption.READ), reads)) {
      FileBytes bytes = new FileBytes(file, whole.bytes().getSuperblock(), 0, whole.bytes().size());
      TreeReader.read(new Hdf5File(bytes, whole.rootAddress()), new GlobalHeap(bytes));
      return true;
    } catch (CancelledException e) {
      return false;
    }
  }

  private Recognition recognise(Path path) {
    return backend.recognise(Location.of(path));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
