package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.time.LocalDateTime;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Appends entries to an archive that grows in a file, each stored as it is.
 *
 * <p>All entries have one time, the first that archives know, so that the same entries in the same
 * order make the same archive.
 */
final class ArchiveWriter {
  private static final LocalDateTime FIRST_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final FileChannel channel;
  private final ZipArchiveOutputStream archive;

  /** The writer of an archive from the beginning of a file on. */
  ArchiveWriter(FileChannel channel) throws IOException {
    this.channel = channel;
    this.archive = new ZipArchiveOutputStream(channel);
    archive.setEncoding(UTF_8.name());
    archive.setUseLanguageEncodingFlag(true);
  }

  /**
   * Appends an entry.
   *
   * @param size how many bytes the stream gives
   * @param crc their checksum
   * @return where its bytes begin in the file
   */
  long append(String name, long size, long crc, InputStream bytes) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(ZipArchiveEntry.STORED);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(crc);
    entry.setTimeLocal(FIRST_TIME);
    archive.addRawArchiveEntry(entry, bytes);
    return channel.position() - size;
  }

  /** Writes the directory of the archive; nothing can be appended then. */
  void finish(String comment) throws IOException {
    archive.setComment(comment);
    archive.finish();
  }
}
