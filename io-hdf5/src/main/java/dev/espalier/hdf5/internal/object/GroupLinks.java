package dev.espalier.hdf5.internal.object;

import dev.espalier.hdf5.internal.file.BTree1;
import dev.espalier.hdf5.internal.file.BTree2;
import dev.espalier.hdf5.internal.file.Failures;
import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.hdf5.internal.file.FractalHeap;
import dev.espalier.model.error.CorruptException;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.SymbolTableEntry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists the links of a group without following them, so that a link to something unreadable does
 * not hide the others: in the order in which they were made where the group tells it, else by name.
 */
public final class GroupLinks {
  private static final int SOFT_LINK_ENTRY = 2;
  private static final int NAME_RECORD_PREFIX = 4;
  private static final int TRACKS_ORDER = 1;

  private final FileBytes file;
  private final List<Link> links = new ArrayList<>();

  private GroupLinks(FileBytes file) {
    this.file = file;
  }

  /** Whether an object is a group. */
  public static boolean isGroup(ObjectHeader header) {
    return header.has(MessageType.SYMBOL_TABLE)
        || header.has(MessageType.LINK_INFO)
        || header.has(MessageType.GROUP_INFO);
  }

  /** The links of a group. */
  public static List<Link> of(FileBytes file, ObjectHeader group) {
    GroupLinks reader = new GroupLinks(file);
    group.first(MessageType.SYMBOL_TABLE).ifPresent(m -> reader.symbolTable(m.body()));
    group.all(MessageType.LINK).forEach(m -> reader.addMessage(m.body()));
    group.first(MessageType.LINK_INFO).ifPresent(m -> reader.dense(m.body()));
    boolean ordered = reader.links.stream().allMatch(link -> link.creationOrder() >= 0);
    reader.links.sort(
        ordered ? Comparator.comparing(Link::creationOrder) : Comparator.comparing(Link::name));
    return List.copyOf(reader.links);
  }

  private void symbolTable(ByteBuffer message) {
    long tree = Fields.address(message, file.addressWidth());
    long heap = Fields.address(message, file.addressWidth());
    ByteBuffer names = new LocalHeap(file, heap).getDataBuffer();
    Set<Long> seen = new HashSet<>();
    BTree1.walk(
        file,
        tree,
        0,
        file.lengthWidth(),
        (key, child) -> {
          if (!seen.add(child)) {
            throw new CorruptException("a part of the symbol table is there twice");
          }
          for (SymbolTableEntry entry :
              new GroupSymbolTableNode(file, child).getSymbolTableEntries()) {
            isolated(() -> addEntry(entry, names));
          }
        });
  }

  private void addEntry(SymbolTableEntry entry, ByteBuffer names) {
    byte[] name = text(names, entry.getLinkNameOffset());
    if (entry.getCacheType() == SOFT_LINK_ENTRY) {
      String target = Fields.shown(text(names, entry.getLinkValueOffset()));
      add(name, Link.Kind.SOFT, Fields.UNDEFINED, target, -1);
    } else {
      add(name, Link.Kind.HARD, entry.getObjectHeaderAddress(), "", -1);
    }
  }

  private static byte[] text(ByteBuffer heap, int offset) {
    if (offset < 0 || offset >= heap.limit()) {
      throw new CorruptException("a name at " + offset + ", outside of the group's name heap");
    }
    return Fields.untilNul(heap.duplicate().position(offset));
  }

  private void dense(ByteBuffer info) {
    Fields.skip(info, 1);
    int flags = Fields.octet(info);
    Fields.skip(info, (flags & TRACKS_ORDER) != 0 ? 8 : 0);
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
          Fields.skip(record, NAME_RECORD_PREFIX);
          addMessage(heap.object(record));
        });
  }

  private void addMessage(ByteBuffer message) {
    isolated(() -> readMessage(message));
  }

  /** Reads one link; if that fails, the link is noted and the others still come. */
  private void isolated(Runnable link) {
    try {
      link.run();
    } catch (RuntimeException e) {
      String reason = Failures.reason(e);
      links.add(new Link("?", Link.Kind.UNREADABLE, Fields.UNDEFINED, reason, -1));
    }
  }

  private void readMessage(ByteBuffer message) {
    int version = Fields.octet(message);
    if (version != 1) {
      throw new CorruptException("a link message of version " + version);
    }
    int flags = Fields.octet(message);
    int kind = (flags & 0x08) != 0 ? Fields.octet(message) : 0;
    long order = (flags & 0x04) != 0 ? Fields.unsigned(message, 8) : -1;
    Fields.skip(message, (flags & 0x10) != 0 ? 1 : 0);
    byte[] name = Fields.take(message, Fields.count(message, 1 << (flags & 3)));
    switch (kind) {
      case 0 -> add(name, Link.Kind.HARD, Fields.address(message, file.addressWidth()), "", order);
      case 1 -> {
        byte[] target = Fields.take(message, Fields.count(message, 2));
        add(name, Link.Kind.SOFT, Fields.UNDEFINED, Fields.shown(target), order);
      }
      case 64 -> {
        ByteBuffer target = Fields.slice(message, Fields.count(message, 2));
        Fields.skip(target, 1);
        String other = Fields.shown(Fields.untilNul(target));
        String path = Fields.shown(Fields.untilNul(target));
        add(name, Link.Kind.EXTERNAL, Fields.UNDEFINED, path + " in file " + other, order);
      }
      default -> add(name, Link.Kind.USER_DEFINED, Fields.UNDEFINED, "of sort " + kind, order);
    }
  }

  private void add(byte[] name, Link.Kind kind, long address, String note, long order) {
    if (Fields.utf8(name, 0, name.length).isEmpty()) {
      String reason = "its name is not valid UTF-8";
      links.add(
          new Link(Fields.shown(name), Link.Kind.UNREADABLE, Fields.UNDEFINED, reason, order));
    } else {
      links.add(new Link(Fields.shown(name), kind, address, note, order));
    }
  }
}
