package dev.espalier.model.plan;

/** What a write does with one node. */
public enum PlannedAction {
  /** The node is not there yet; it is written. */
  CREATE,
  /** The node stays as it stands; nothing is written for it. */
  KEEP,
  /** Its document is written again; the elements of an array, and the members of a group, stay. */
  UPDATE,
  /** The node is written anew, with its elements, in place of the one that stands there. */
  REPLACE,
  /** The node stands there, is not part of the new hierarchy, and goes. */
  DELETE;

  /** Whether the elements of an array are written. */
  public boolean writesElements() {
    return this == CREATE || this == REPLACE;
  }

  /** Whether anything is written. */
  public boolean writes() {
    return writesElements() || this == UPDATE;
  }
}
