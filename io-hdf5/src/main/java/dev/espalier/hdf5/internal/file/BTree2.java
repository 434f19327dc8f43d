package dev.espalier.hdf5.internal.file;

import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks the records of a version 2 B-tree in order.
 *
 * <p>Not with jhdf, whose widths of the counters inside deeper nodes are not those of the format.
 */
public final class BTree2 {
  private static final int NODE_OVERHEAD = 10;
  private static final int DEEPEST = 64;

  private final FileBytes file;
  private final int type;
  private final int nodeSize;
  private final int recordSize;
  private final int countWidth;
  private final int[] totalWidths;
  private final Consumer<ByteBuffer> visitor;
  private final Set<Long> seen = new HashSet<>();

  private BTree2(FileBytes file, ByteBuffer header, Consumer<ByteBuffer> visitor, int depth) {
    this.file = file;
    this.visitor = visitor;
    this.type = Fields.octet(header.position(5));
    this.nodeSize = Fields.count(header, 4);
    this.recordSize = Fields.count(header, 2);
    this.totalWidths = new int[depth + 1];
    if (recordSize == 0 || nodeSize <= NODE_OVERHEAD + recordSize) {
      throw new CorruptException(
          "a B-tree of nodes of " + nodeSize + " and records of " + recordSize + " bytes");
    }
    long most = ((long) nodeSize - NODE_OVERHEAD) / recordSize;
    this.countWidth = width(most);
    decideTotalWidths(depth, most);
  }

  /**
   * Visits all records.
   *
   * @param address where the header of the tree is
   * @param visitor is given the bytes of each record
   */
  public static void walk(FileBytes file, long address, Consumer<ByteBuffer> visitor) {
    int length = 22 + file.addressWidth() + file.lengthWidth();
    ByteBuffer header = file.read(address, length);
    Fields.expect(header, "BTHD", 0, address);
    Fields.verifyChecksum(header, "the B-tree header", address);
    int depth = header.getShort(12) & 0xffff;
    if (depth > DEEPEST) {
      throw new CorruptException("a B-tree of depth " + depth + " at address " + address);
    }
    BTree2 tree = new BTree2(file, header, visitor, depth);
    Fields.skip(header, 4);
    long root = Fields.address(header, file.addressWidth());
    int records = Fields.count(header, 2);
    if (root != Fields.UNDEFINED && records > 0) {
      tree.node(root, records, depth);
    }
  }

  /**
   * How many bytes the total beside a child address takes follows from how many records the subtree
   * of the child can hold at most.
   */
  private void decideTotalWidths(int depth, long mostInLeaf) {
    long total = mostInLeaf;
    for (int level = 1; level <= depth; level++) {
      int pointer = file.addressWidth() + countWidth + totalWidths[level - 1];
      long fitting = ((long) nodeSize - (NODE_OVERHEAD + pointer)) / (recordSize + pointer);
      if (fitting < 1) {
        throw new CorruptException("a B-tree whose nodes of " + nodeSize + " bytes hold nothing");
      }
      long limit = Long.MAX_VALUE / 4;
      total = total > limit / (fitting + 2) ? limit : (fitting + 1) * total + fitting;
      totalWidths[level] = width(total);
    }
  }

  private static int width(long number) {
    return (63 - Long.numberOfLeadingZeros(number)) / 8 + 1;
  }

  private void node(long address, int records, int level) {
    if (!seen.add(address)) {
      throw new CorruptException("the B-tree node at address " + address + " is there twice");
    }
    ByteBuffer node = file.read(address, nodeSize);
    Fields.expect(node, level == 0 ? "BTLF" : "BTIN", 0, address);
    if (Fields.octet(node) != type) {
      throw new CorruptException("the B-tree node at address " + address + " is of another type");
    }
    ByteBuffer[] own = new ByteBuffer[records];
    for (int i = 0; i < records; i++) {
      own[i] = Fields.slice(node, recordSize);
    }
    long[] children = new long[level == 0 ? 0 : records + 1];
    int[] counts = new int[children.length];
    for (int i = 0; i < children.length; i++) {
      children[i] = Fields.address(node, file.addressWidth());
      // The count of a child is as wide as a leaf's would be, whatever its level.
      counts[i] = Fields.count(node, countWidth);
      Fields.skip(node, totalWidths[level - 1]);
    }
    ByteBuffer covered = node.duplicate().order(node.order()).limit(node.position() + 4);
    Fields.verifyChecksum(covered, "the B-tree node", address);
    for (int i = 0; i <= records; i++) {
      if (level > 0) {
        node(children[i], counts[i], level - 1);
      }
      if (i < records) {
        visitor.accept(own[i]);
      }
    }
  }
}
