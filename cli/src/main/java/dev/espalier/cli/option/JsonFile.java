package dev.espalier.cli.option;

import dev.espalier.json.JsonReader;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A JSON document in a file that a user names. */
public final class JsonFile {
  private JsonFile() {}

  /**
   * Reads the document.
   *
   * @throws MissingException if there is no such file
   * @throws CorruptException if it is not JSON
   */
  public static JsonValue read(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return JsonReader.parse(in);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new MissingException(file + ": there is no such file", e);
    } catch (CorruptException e) {
      throw new CorruptException(file + ": " + e.getMessage(), e);
    } catch (StorageException | IOException e) {
      throw new StorageException(
          StorageException.Access.READ, file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
