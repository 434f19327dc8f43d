package dev.espalier.model.plan;

/** What to do when something stands at the target already. */
public enum WritePolicy {
  /** Refuse, and leave everything as it is. */
  FAIL,
  /** Put the new hierarchy in its place, once the new one is complete. */
  REPLACE
}
