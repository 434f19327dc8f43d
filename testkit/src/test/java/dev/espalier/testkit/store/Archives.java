package dev.espalier.testkit.store;

import dev.espalier.io.store.StoreKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes archives with the library of the runtime. */
final class Archives {
  private Archives() {}

  static Path write(Path file, Map<StoreKey, byte[]> values, int method) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<StoreKey, byte[]> value : values.entrySet()) {
        ZipEntry entry = new ZipEntry(value.getKey().value());
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          CRC32 crc = new CRC32();
          crc.update(value.getValue());
          entry.setCrc(crc.getValue());
          entry.setSize(value.getValue().length);
        }
        zip.putNextEntry(entry);
        zip.write(value.getValue());
      }
    }
    return file;
  }
}
