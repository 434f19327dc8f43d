package dev.espalier.hdf5.internal.object;

/**
 * A name in a group and what it leads to.
 *
 * @param name the name, as well as it can be shown
 * @param kind what sort of link it is
 * @param address the object header that a hard link leads to
 * @param note the target of another link, or why the link cannot be followed
 * @param creationOrder the number that tells the order in which links were made, or -1
 */
public record Link(String name, Kind kind, long address, String note, long creationOrder) {
  /** The sorts of links. */
  public enum Kind {
    /** To an object of the file. */
    HARD,
    /** To a path. */
    SOFT,
    /** To a path in another file. */
    EXTERNAL,
    /** Of a sort that an application defines. */
    USER_DEFINED,
    /** Not readable itself. */
    UNREADABLE
  }
}
