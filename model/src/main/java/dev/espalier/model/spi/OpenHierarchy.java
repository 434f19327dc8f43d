package dev.espalier.model.spi;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.stored.StoredChunks;
import dev.espalier.model.work.Execution;
import java.util.stream.Stream;

/** A hierarchy that is open for reading; safe for use by several threads at once. */
public interface OpenHierarchy extends AutoCloseable {
  /** Where it is. */
  Location location();

  /**
   * The whole tree. A node that cannot be read is in it as {@link
   * dev.espalier.model.node.UnreadableSpec}.
   *
   * @throws dev.espalier.model.error.CancelledException if the thread was interrupted meanwhile
   */
  NodeSpec tree();

  /**
   * The whole tree, read by several workers where the format has a document for each node.
   *
   * @param execution the workers; what they have read is not told to its listener, which is for
   *     elements
   * @throws dev.espalier.model.error.CancelledException if a worker was interrupted
   */
  default NodeSpec tree(Execution execution) {
    return tree();
  }

  /** One node; a group comes without its members, and with {@code membersKnown} false. */
  NodeSpec node(NodePath path);

  /**
   * The names of a group's members, as the store lists them, or as consolidated metadata tells
   * them; close the stream.
   *
   * @throws dev.espalier.model.error.EspalierException if there is no such group
   * @throws UnsupportedException if neither is there, such as behind a URL
   */
  Stream<NodeName> members(NodePath group);

  /**
   * The elements of an array.
   *
   * @throws dev.espalier.model.error.EspalierException if there is no array, or if its elements
   *     cannot be read; the message names the reason
   */
  ArraySource array(NodePath path);

  /**
   * Which chunks of an array are stored.
   *
   * @throws UnsupportedException if that is not known of this format
   * @throws dev.espalier.model.error.EspalierException if there is no array, or if its elements
   *     cannot be read; the message names the reason
   */
  default StoredChunks chunks(NodePath path) {
    throw new UnsupportedException(
        location() + ": " + path + ": listing the chunks of this format is not supported");
  }

  /** Lets go of files; sources of this hierarchy cannot be read afterwards. */
  @Override
  void close();
}
