package dev.espalier.io.internal.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Directories that were created above a target, and that go again if nothing comes to be there. */
public final class CreatedParents {
  private final Deque<Path> innermostFirst = new ArrayDeque<>();

  private CreatedParents() {}

  /**
   * Creates what is missing above a target.
   *
   * @throws IOException if that fails; nothing is left behind
   */
  public static CreatedParents above(Path target) throws IOException {
    CreatedParents parents = new CreatedParents();
    try {
      parents.create(target.getParent());
    } catch (IOException e) {
      parents.remove();
      throw e;
    }
    return parents;
  }

  private void create(@Nullable Path directory) throws IOException {
    if (directory == null || Files.isDirectory(directory)) {
      return;
    }
    create(directory.getParent());
    try {
      Files.createDirectory(directory);
      innermostFirst.addFirst(directory);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory)) {
        throw e;
      } // else somebody who writes beside it was faster
    }
  }

  /** Removes them, but for those into which somebody else put something. */
  public void remove() {
    for (Path directory : innermostFirst) {
      try {
        Files.deleteIfExists(directory);
      } catch (IOException e) {
        return;
      }
    }
  }
}
