package dev.espalier.model.work;

import dev.espalier.model.path.NodePath;

/** Is told how work goes on; called from several threads at once, so it has to be quick. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * Some elements of an array are done.
   *
   * @param array which array
   * @param elementBytes how many bytes of elements, before encoding, were done since the last call
   */
  void advanced(NodePath array, long elementBytes);

  /** A listener that does nothing. */
  static ProgressListener none() {
    return (array, elementBytes) -> {};
  }
}
