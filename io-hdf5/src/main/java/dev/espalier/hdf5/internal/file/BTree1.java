package dev.espalier.hdf5.internal.file;

import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Walks the leaves of a version 1 B-tree.
 *
 * <p>Not with jhdf, which follows a tree that leads into itself until the stack ends.
 */
public final class BTree1 {
  private static final int DEEPEST = 64;

  private final FileBytes file;
  private final int nodeType;
  private final int keyLength;
  private final Entry visitor;
  private final Set<Long> seen = new HashSet<>();

  /** Is given each entry of the leaves. */
  @FunctionalInterface
  public interface Entry {
    /**
     * An entry.
     *
     * @param key the key before it
     * @param child the address that it leads to
     */
    void accept(ByteBuffer key, long child);
  }

  private BTree1(FileBytes file, int nodeType, int keyLength, Entry visitor) {
    this.file = file;
    this.nodeType = nodeType;
    this.keyLength = keyLength;
    this.visitor = visitor;
  }

  /**
   * Visits the entries of all leaves in order.
   *
   * @param nodeType 0 for the names of a group, 1 for chunks
   * @param keyLength how many bytes a key takes
   */
  public static void walk(FileBytes file, long root, int nodeType, int keyLength, Entry visitor) {
    new BTree1(file, nodeType, keyLength, visitor).node(root, -1);
  }

  private void node(long address, int expectedLevel) {
    if (!seen.add(address)) {
      throw new CorruptException("the B-tree node at address " + address + " is there twice");
    }
    int width = file.addressWidth();
    int headerLength = 8 + 2 * width;
    ByteBuffer header = file.read(address, headerLength);
    if (header.getInt() != 0x45455254) { // "TREE"
      throw new CorruptException("no B-tree node at address " + address);
    }
    int type = Fields.octet(header);
    int level = Fields.octet(header);
    int entries = Fields.count(header, 2);
    if (type != nodeType || level > DEEPEST || (expectedLevel >= 0 && level != expectedLevel)) {
      throw new CorruptException(
          "the B-tree node at address " + address + " is of type " + type + ", level " + level);
    }
    ByteBuffer body = file.read(address + headerLength, (long) entries * (keyLength + width));
    for (int i = 0; i < entries; i++) {
      ByteBuffer key = Fields.slice(body, keyLength);
      long child = Fields.address(body, width);
      if (level == 0) {
        visitor.accept(key, child);
      } else {
        node(child, level - 1);
      }
    }
  }
}
