package dev.espalier.hdf5;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.Recognition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
  private final Hdf5Backend backend = new Hdf5Backend();

  @TempDir Path folder = Path.of("");

  @Test
  void aFileIsRecognisedByItsSignature() throws IOException {
    assertThat(recognise(Fixture.path("types.h5"))).isEqualTo(Recognition.RECOGNISED);
    assertThat(recognise(Fixture.path("user-block.h5"))).isEqualTo(Recognition.RECOGNISED);
    assertThat(recognise(write("text.h5", "not HDF5".getBytes(UTF_8))))
        .isEqualTo(Recognition.OTHER);
    assertThat(recognise(folder)).isEqualTo(Recognition.OTHER);
    assertThat(recognise(folder.resolve("none.h5"))).isEqualTo(Recognition.ABSENT);
  }

  @Test
  void aTextFileIsNoHdf5File() throws IOException {
    Path text = write("text.h5", "a text file named .h5".getBytes(UTF_8));
    assertThatThrownBy(() -> backend.open(Location.of(text)))
        .isInstanceOf(MissingException.class)
        .hasMessage(
            text
                + ": not an HDF5 file: no HDF5 signature at byte 0, 512, 1024, ...;"
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

  private Recognition recognise(Path path) {
    return backend.recognise(Location.of(path));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
