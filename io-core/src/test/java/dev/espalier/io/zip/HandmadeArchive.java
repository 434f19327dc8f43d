package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** An archive put together byte by byte, so that anything can be wrong with it. */
final class HandmadeArchive {
  /** An entry as it is said to be in the directory, and in its own header. */
  static final class Entry {
    byte[] name = new byte[0];
    byte[] localName = new byte[0];
    byte[] stored = new byte[0];
    long size;
    long compressed;
    int crc;
    int method;
    int flags = 1 << 11;
    long offset = -1;
    byte[] extra = new byte[0];
    byte[] localExtra = new byte[0];
    long localSize;
    long localCompressed;
    int localCrc;
    int localMethod;
    int part;

    Entry named(String text) {
      name = text.getBytes(UTF_8);
      localName = name;
      return this;
    }

    Entry deflated(byte[] bytes) {
      Deflater deflater = new Deflater(6, true);
      deflater.setInput(bytes);
      deflater.finish();
      byte[] room = new byte[bytes.length + 64];
      int length = deflater.deflate(room);
      deflater.end();
      stored = Arrays.copyOf(room, length);
      method = 8;
      localMethod = 8;
      compressed = length;
      localCompressed = length;
      return this;
    }

    Entry sizesFollow() {
      flags |= 1 << 3;
      localSize = 0;
      localCompressed = 0;
      localCrc = 0;
      return this;
    }
  }

  final List<Entry> entries = new ArrayList<>();
  byte[] before = new byte[0];
  byte[] between = new byte[0];
  byte[] comment = new byte[0];
  boolean zip64;
  long count = -1;
  long directorySize = -1;
  long directoryOffset = -1;
  int parts;

  /** Adds an entry that is stored as it is. */
  Entry add(String name, String value) {
    return add(name, value.getBytes(UTF_8));
  }

  Entry add(String name, byte[] value) {
    Entry entry = new Entry().named(name);
    CRC32 crc = new CRC32();
    crc.update(value);
    entry.stored = value;
    entry.size = value.length;
    entry.localSize = value.length;
    entry.compressed = value.length;
    entry.localCompressed = value.length;
    entry.crc = (int) crc.getValue();
    entry.localCrc = entry.crc;
    entries.add(entry);
    return entry;
  }

  Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN).put(before);
    List<Long> offsets = new ArrayList<>();
    for (Entry entry : entries) {
      offsets.add((long) out.position() - before.length);
      putLocal(out, entry);
    }
    int start = out.position();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      putRecord(out, entry, entry.offset < 0 ? offsets.get(i) : entry.offset);
    }
    long size = directorySize < 0 ? out.position() - start : directorySize;
    long offset = directoryOffset < 0 ? start - before.length : directoryOffset;
    out.put(between);
    putEnd(out, size, offset);
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  private static void putLocal(ByteBuffer out, Entry e) {
    out.putInt(0x04034b50).putShort((short) 20).putShort((short) e.flags);
    out.putShort((short) e.localMethod).putInt(0x00210000).putInt(e.localCrc);
    out.putInt((int) e.localCompressed).putInt((int) e.localSize);
    out.putShort((short) e.localName.length).putShort((short) e.localExtra.length);
    out.put(e.localName).put(e.localExtra).put(e.stored);
  }

  private static void putRecord(ByteBuffer out, Entry e, long offset) {
    out.putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) e.flags);
    out.putShort((short) e.method).putInt(0x00210000).putInt(e.crc);
    out.putInt((int) e.compressed).putInt((int) e.size);
    out.putShort((short) e.name.length).putShort((short) e.extra.length).putShort((short) 0);
    out.putShort((short) e.part).putShort((short) 0).putInt(0).putInt((int) offset);
    out.put(e.name).put(e.extra);
  }

  private void putEnd(ByteBuffer out, long size, long offset) {
    long entries = count < 0 ? this.entries.size() : count;
    if (zip64) {
      long at = out.position();
      out.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
      out.putInt(0).putInt(0).putLong(entries).putLong(entries).putLong(size).putLong(offset);
      out.putInt(0x07064b50).putInt(0).putLong(at - before.length).putInt(1);
    }
    out.putInt(0x06054b50).putShort((short) parts).putShort((short) parts);
    out.putShort(zip64 ? (short) -1 : (short) entries);
    out.putShort(zip64 ? (short) -1 : (short) entries);
    out.putInt(zip64 ? -1 : (int) size).putInt(zip64 ? -1 : (int) offset);
    out.putShort((short) comment.length).put(comment);
  }

  static byte[] latin1(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
