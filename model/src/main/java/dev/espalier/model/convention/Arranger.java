package dev.espalier.model.convention;

/** Arranges a hierarchy that somebody else made so that it follows a convention. */
@FunctionalInterface
public interface Arranger {
  /**
   * Decides where everything goes; nothing is read or written.
   *
   * @throws dev.espalier.model.error.RequestException if the request does not fit the hierarchy
   */
  Arrangement arrange(ArrangementRequest request);
}
