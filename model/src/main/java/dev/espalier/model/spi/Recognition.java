package dev.espalier.model.spi;

/** What a backend sees at a location. */
public enum Recognition {
  /** Nothing is there. */
  ABSENT,
  /** Something is there that is not of this format. */
  OTHER,
  /** What is there looks like this format. */
  RECOGNISED
}
