package dev.espalier.bench.open;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way to learn of every node of a hierarchy; each gives how many nodes there are. */
public interface Opening extends AutoCloseable {
  /** Finds the nodes by listing. */
  int scan(Path store) throws IOException;

  /**
   * Asks for nodes whose paths are known.
   *
   * @param paths from the root, without a slash before, the root's empty
   */
  int known(Path store, List<String> paths) throws IOException;

  /** Takes all nodes from the consolidated metadata of the root. */
  int consolidated(Path store) throws IOException;

  @Override
  void close();
}
