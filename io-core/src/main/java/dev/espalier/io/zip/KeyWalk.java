package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreEntry.Kind;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** What is directly below a prefix, in the order of the names; what is further below is skipped. */
final class KeyWalk implements Iterator<StoreEntry> {
  private static final char AFTER_SLASH = '/' + 1;

  private final ArchiveIndex index;
  private final String prefix;
  private int place;

  KeyWalk(ArchiveIndex index, String prefix) {
    this.index = index;
    this.prefix = prefix;
    this.place = index.firstFrom(prefix.getBytes(UTF_8));
  }

  @Override
  public boolean hasNext() {
    return place < index.count() && index.name(place).startsWith(prefix);
  }

  @Override
  public StoreEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    String rest = index.name(place).substring(prefix.length());
    int slash = rest.indexOf('/');
    if (slash < 0) {
      place++;
      return new StoreEntry(rest, Kind.KEY);
    }
    String segment = rest.substring(0, slash);
    place = index.firstFrom((prefix + segment + AFTER_SLASH).getBytes(UTF_8));
    return new StoreEntry(segment, Kind.PREFIX);
  }
}
