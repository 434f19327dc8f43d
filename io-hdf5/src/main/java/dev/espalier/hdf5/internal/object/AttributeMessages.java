package dev.espalier.hdf5.internal.object;

import dev.espalier.hdf5.internal.file.BTree2;
import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.hdf5.internal.file.FractalHeap;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the attribute messages of an object, whether they are in its header or in a heap. */
public final class AttributeMessages {
  private static final int NAME_RECORD_HEAP_ID = 8;
  private static final int SHARED = 0b10;

  private AttributeMessages() {}

  /**
   * The messages: in the order in which the attributes were made where the object tells it, else as
   * they are stored, those of a heap by the hash of their names.
   */
  public static List<HeaderMessage> of(FileBytes file, ObjectHeader object) {
    List<HeaderMessage> all = new ArrayList<>(object.all(MessageType.ATTRIBUTE));
    object.first(MessageType.ATTRIBUTE_INFO).ifPresent(m -> dense(file, m.body(), all));
    if (all.stream().allMatch(message -> message.creationOrder() >= 0)) {
      all.sort(Comparator.comparing(HeaderMessage::creationOrder));
    }
    return all;
  }

  private static void dense(FileBytes file, ByteBuffer info, List<HeaderMessage> all) {
    Fields.skip(info, 1);
    int flags = Fields.octet(info);
    Fields.skip(info, (flags & 1) != 0 ? 2 : 0);
    long heapAddress = Fields.address(info, file.addressWidth());
    long nameIndex = Fields.address(info, file.addressWidth());
    if (heapAddress == Fields.UNDEFINED || nameIndex == Fields.UNDEFINED) {
      return;
    }
    FractalHeap heap = new FractalHeap(file, heapAddress);
    BTree2.walk(
        file,
        nameIndex,
        record -> {
          ByteBuffer id = Fields.slice(record, NAME_RECORD_HEAP_ID);
          int messageFlags = Fields.octet(record);
          long order = (flags & 1) != 0 ? Fields.unsigned(record, 4) : -1;
          ByteBuffer stored = (messageFlags & SHARED) != 0 ? id : heap.object(id);
          all.add(new HeaderMessage(MessageType.ATTRIBUTE, messageFlags, order, stored));
        });
  }
}
