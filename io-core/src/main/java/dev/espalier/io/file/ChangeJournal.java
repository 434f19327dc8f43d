package dev.espalier.io.file;

import dev.espalier.io.internal.file.FileTransfer;
import dev.espalier.io.internal.file.HiddenNames;
import dev.espalier.io.place.Change;
import dev.espalier.io.place.Change.Appear;
import dev.espalier.io.place.Change.Put;
import dev.espalier.io.place.Change.Swap;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.StorageException.Access;
import dev.espalier.model.error.TargetExistsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * A list of changes beside what they need: a staged store {@code new}, what they displace in {@code
 * old}, and the list itself.
 *
 * <p>Whether a change was made shows in whether its part of the staged store is still there, so
 * that anybody may take over at any point, and several may at once. The names of changes come from
 * a file and are checked as keys are; nothing is moved through a link that leads out of the target.
 *
 * <p>All of it is in a directory with a name that no other journal ever has, and that directory is
 * alone in the one with the name {@link HiddenNames#changes}, by which it is found. It comes to be
 * there whole, by one rename, and goes whole, by another one ({@link Remains}); it is never deleted
 * where it is. So whoever finds it has, at each step, either all of it or none:
 *
 * <ul>
 *   <li>Each step is a rename out of the journal, or into it. Who took over, was overtaken, and
 *       goes on after the journal has gone, finds neither what it would move nor where to put what
 *       it would displace: the step fails and changes nothing. Were the journal deleted in place,
 *       {@code old} could be empty already and take what was swapped in as if that were to be
 *       displaced.
 *   <li>The same holds if another journal has come in the meantime, as its directory has another
 *       name: neither is a step made with parts of the other one, nor is the other one removed.
 *   <li>If two make the same swap, both may see the array that is to be displaced; only one moves
 *       it, as no rename puts a directory in the place of one that is not empty. The other one
 *       fails, looks again, and finds less left to do. An empty directory could be replaced so, and
 *       is deleted instead of displaced.
 *   <li>Nobody displaces what was swapped in, even if nothing stood there before: whoever sees it
 *       there finds that it has left the staged store, and has nothing to do.
 *   <li>Whoever finds that no part of the staged store is left has nothing to do but to remove the
 *       journal, for whoever displaced an array last has put the new one there since.
 * </ul>
 *
 * <p>If changes are to be taken back, one rename gives the directory another name within the same
 * one ({@link #toTakeBack}). Who makes changes finds nothing left to do from then on, and whoever
 * finds the journal takes them back, again several at once or one after the other.
 */
final class ChangeJournal {
  private static final String LIST = "journal";
  private static final String END = "end";
  private static final String TAKEN_BACK = ".back";

  /** Each of the two steps of a change may be made by somebody else between look and step. */
  private static final int TRIES_AGAINST_OTHERS = 3;

  private static final char SEPARATOR = '\0'; // the one character that no key has

  private final Path directory;
  private final StoreRoot target;
  private final StoreRoot staged;
  private final List<Change> changes;

  private ChangeJournal(Path directory, Path target, String name, List<Change> changes) {
    this.directory = directory;
    this.target = new StoreRoot(target, name);
    this.staged = new StoreRoot(staged(directory), name);
    this.changes = List.copyOf(changes);
  }

  /** Where the staged store is in a journal's directory. */
  static Path staged(Path directory) {
    return directory.resolve("new");
  }

  /** What the directory of a journal is called from when its changes are to be taken back. */
  static Path toTakeBack(Path directory) {
    return directory.resolveSibling(directory.getFileName() + TAKEN_BACK);
  }

  private static Path displaced(Path directory) {
    return directory.resolve("old");
  }

  /** Writes the list into a directory that holds a staged store, and keeps copies of values. */
  static void prepare(Path directory, Path target, String name, List<Change> changes)
      throws IOException {
    ChangeJournal journal = new ChangeJournal(directory, target, name, changes);
    Files.createDirectory(displaced(directory));
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof Put put) {
        keep(journal.place(put.key().value()), journal, i);
      }
      list.append(encode(changes.get(i)));
    }
    ByteBuffer text = StandardCharsets.UTF_8.encode(list + END);
    try (FileChannel file =
        FileChannel.open(
            directory.resolve(LIST), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      FileTransfer.write(file, text);
      file.force(true); // who takes over relies on it
    }
  }

  private static void keep(Path value, ChangeJournal journal, int number) throws IOException {
    if (exists(value)) {
      Files.copy(value, journal.old(number));
    } else {
      Files.createFile(journal.nothing(number));
    }
  }

  private static String encode(Change change) {
    if (change instanceof Put put) {
      return "put" + SEPARATOR + put.staged() + SEPARATOR + put.key() + SEPARATOR;
    }
    String word = change instanceof Swap ? "swap" : "appear";
    StorePrefix prefix = change instanceof Swap swap ? swap.prefix() : ((Appear) change).prefix();
    return word + SEPARATOR + prefix.value() + SEPARATOR;
  }

  /**
   * The journal in a directory.
   *
   * @throws IOException if the list cannot be read or is none, as when the journal has gone
   */
  static ChangeJournal in(Path directory, Path target, String name) throws IOException {
    Path list = directory.resolve(LIST);
    String text = Files.readString(list);
    try {
      return new ChangeJournal(directory, target, name, decode(text));
    } catch (IllegalArgumentException | NoSuchElementException e) {
      throw new IOException(list + " is no list of changes", e);
    }
  }

  private static List<Change> decode(String text) {
    List<Change> changes = new ArrayList<>();
    Iterator<String> words = List.of(text.split(String.valueOf(SEPARATOR), -1)).iterator();
    for (String word = words.next(); !word.equals(END); word = words.next()) {
      changes.add(
          switch (word) {
            case "put" -> new Put(new StoreKey(words.next()), new StoreKey(words.next()));
            case "swap" -> new Swap(new StorePrefix(words.next()));
            case "appear" -> new Appear(new StorePrefix(words.next()));
            default -> throw new IllegalArgumentException(word);
          });
    }
    return changes;
  }

  /**
   * Checks that nothing stands where something is to appear.
   *
   * @throws TargetExistsException if something does
   */
  static void requireVacancy(Path target, String name, List<Change> changes) {
    StoreRoot root = new StoreRoot(target, name);
    for (Change change : changes) {
      if (change instanceof Appear appear
          && exists(root.resolve(appear.prefix().value(), Access.WRITE))) {
        throw new TargetExistsException(
            name
                + ": something stands at "
                + appear.prefix()
                + " that is in the way of what is to appear there; move it elsewhere");
      }
    }
  }

  /** Does what is to be done with the changes: makes them, or takes them back. */
  void complete() throws IOException {
    if (String.valueOf(directory.getFileName()).endsWith(TAKEN_BACK)) {
      revert();
    } else {
      apply();
    }
  }

  /** Makes all changes that are not made yet, in order. */
  void apply() throws IOException {
    apply(changes.size());
  }

  /** Makes the first changes of the list, as far as they are not made yet. */
  void apply(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      make(i);
    }
  }

  private void make(int number) throws IOException {
    Path from = source(changes.get(number));
    for (int tries = 1; exists(from); tries++) {
      try {
        make(number, from);
      } catch (IOException e) {
        if (tries == TRIES_AGAINST_OTHERS && exists(from)) {
          throw e;
        } // else somebody who took over may have been faster
      }
    }
  }

  private void make(int number, Path from) throws IOException {
    Change change = changes.get(number);
    Path to = destination(change);
    target.requireInside(to);
    if (change instanceof Swap && exists(to)) {
      boolean empty = isEmptyDirectory(to);
      if (!exists(from)) {
        return; // what stands there is the new one
      }
      if (empty) {
        Files.delete(to);
      } else if (!exists(old(number))) {
        Trees.move(to, old(number));
      }
    }
    if (!(change instanceof Put) && exists(to)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    Trees.move(from, to);
  }

  private static boolean isEmptyDirectory(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> children = Files.list(path)) {
      return children.findAny().isEmpty();
    }
  }

  /** Takes back all changes that are made, the last one first. */
  private void revert() throws IOException {
    for (int i = changes.size() - 1; i >= 0; i--) {
      takeBack(i);
    }
  }

  private void takeBack(int number) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        takeBackOnce(number);
        return;
      } catch (IOException e) {
        if (tries == TRIES_AGAINST_OTHERS) {
          throw e;
        } // else somebody else who takes it back may have been faster
      }
    }
  }

  /** Each step leaves a sign that it was made, so that nobody makes it a second time. */
  private void takeBackOnce(int number) throws IOException {
    Path from = source(changes.get(number));
    Path to = destination(changes.get(number));
    boolean put = changes.get(number) instanceof Put;
    if (!exists(from) && (!put || exists(nothing(number))) && exists(to)) {
      Trees.move(to, from);
    }
    if (exists(old(number)) && !(put && exists(from))) {
      Trees.move(old(number), to);
    }
  }

  private Path source(Change change) {
    return change instanceof Put put
        ? staged.resolve(put.staged().value(), Access.WRITE)
        : staged.resolve(prefix(change), Access.WRITE);
  }

  private Path destination(Change change) {
    return change instanceof Put put ? place(put.key().value()) : place(prefix(change));
  }

  private static String prefix(Change change) {
    return change instanceof Swap swap ? swap.prefix().value() : ((Appear) change).prefix().value();
  }

  private Path place(String value) {
    return target.resolve(value, Access.WRITE);
  }

  private Path old(int number) {
    return displaced(directory).resolve(Integer.toString(number));
  }

  /** Is there if nothing stood where a value is put. */
  private Path nothing(int number) {
    return displaced(directory).resolve(number + ".nothing");
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
