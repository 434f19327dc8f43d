package dev.espalier.hdf5;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of others, which are not part of the repository. */
final class DescribedFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUFFIX = ".expected.json";

  private DescribedFiles() {}

  /** The folder of HDF5 files; what needs it is skipped, aloud, where it is missing. */
  static Path hdf5() {
    return SharedData.require("hdf5");
  }

  /** The files whose content is described beside them. */
  static List<Path> described() {
    try (Stream<Path> files = Files.walk(hdf5())) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .map(file -> file.resolveSibling(withoutSuffix(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutSuffix(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - SUFFIX.length());
  }

  /** The description of a file. */
  static JsonNode expectation(Path file) {
    try {
      return JSON.readTree(file.resolveSibling(file.getFileName() + SUFFIX).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
