package dev.espalier.hdf5;

import dev.espalier.hdf5.internal.file.Signature;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.spi.Backend;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.Recognition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The HDF5 format, for reading.
 *
 * <p>Groups become groups, datasets become arrays, attributes become JSON with their exact type
 * where JSON would not tell it. Integers of 1, 2, 4 and 8 bytes, IEEE floats of 2, 4 and 8 bytes,
 * enumerations, pairs {@code {r, i}} of floats, and texts are read; big-endian numbers are swapped.
 * An enumeration {@code {FALSE=0, TRUE=1}} of one byte is a truth value, and an element of it that
 * is neither fails to be read. What the model has no elements for is in the tree as {@link
 * dev.espalier.model.node.UnreadableSpec}, with the reason.
 *
 * <p>What a readable node has beside that, and what therefore is not in the tree, is listed in the
 * member {@code unread} of its {@code extras}: a list of objects {@code {"name", "kind",
 * "reason"}}. The kind is {@code attribute} (of a type that JSON has no form for, or damaged),
 * {@code link} (soft, external, a further hard link to a group, or a name that no node may have),
 * or {@code type} (a property of the element type that is lost). These extras are for reports; they
 * are no metadata of another format.
 *
 * <p>Layouts show the chunk shape, and the filters of HDF5 as codecs that are foreign to other
 * formats. Sources give regions; the chunks last used stay decoded in memory, up to 32 MiB or an
 * eighth of the heap.
 */
public final class Hdf5Backend implements Backend {
  private static final Set<String> NAMES = Set.of(".h5", ".hdf5");

  /** For the service loader. */
  public Hdf5Backend() {}

  @Override
  public String id() {
    return "hdf5";
  }

  @Override
  public Recognition recognise(Location location) {
    Optional<Path> path = location.path();
    if (path.isEmpty()) {
      return Recognition.OTHER;
    }
    if (!Files.exists(path.get())) {
      return Recognition.ABSENT;
    }
    if (!Files.isRegularFile(path.get())) {
      return Recognition.OTHER;
    }
    if (isNamedSo(path.get())) {
      return Recognition.RECOGNISED;
    }
    try (FileChannel channel = FileChannel.open(path.get(), StandardOpenOption.READ)) {
      return Signature.find(channel).isPresent() ? Recognition.RECOGNISED : Recognition.OTHER;
    } catch (IOException e) {
      return Recognition.OTHER;
    }
  }

  /** A file that says by its name that it is one, and is not, is opened to hear why. */
  private static boolean isNamedSo(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return NAMES.stream().anyMatch(name::endsWith);
  }

  @Override
  public OpenHierarchy open(Location location) {
    Path path =
        location
            .path()
            .orElseThrow(
                () ->
                    new UnsupportedException(
                        location + ": HDF5 is read from files only; copy it to one"));
    return Hdf5Hierarchy.open(location, path);
  }
}
