package dev.espalier.model.plan;

/**
 * What to do when something stands at the target already.
 *
 * <p>Two policies depend on what is <i>alike</i>, which {@link Reconciliation} defines. It is about
 * metadata only: elements are never compared, so an array that is alike is kept with the elements
 * that it has, whatever the source of the new ones holds.
 */
public enum WritePolicy {
  /** Refuse, and leave everything as it is. */
  FAIL,
  /**
   * Write nothing if what stands there is alike as a whole, so that the same write can be run
   * twice; else refuse, and leave everything as it is. Elements are not compared.
   */
  FAIL_UNLESS_ALIKE,
  /** Put the new hierarchy in its place, once the new one is complete. */
  REPLACE,
  /**
   * Add what is missing, keep what is alike, and replace what differs, node by node. What only
   * stands at the target stays: nodes, attributes, and other members of documents. A node that
   * would have to become one of another kind is refused. Elements are not compared.
   */
  MERGE
}
