package dev.espalier.model.spi;

/**
 * Has the last word before a write is published: rules on values, which were looked at while they
 * were written, decide here.
 */
@FunctionalInterface
public interface PublishGate {
  /**
   * Is called once, on the thread that writes, when all elements are written and nothing of them
   * can be seen yet. If it throws, what was written is discarded and the target is as it was.
   *
   * @throws dev.espalier.model.error.EspalierException if what was written is not to be published,
   *     such as an {@link dev.espalier.model.error.InvalidHierarchyException} with the findings
   */
  void check();

  /** A gate that lets everything pass. */
  static PublishGate none() {
    return () -> {};
  }
}
