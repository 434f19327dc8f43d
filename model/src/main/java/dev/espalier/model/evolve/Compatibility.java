package dev.espalier.model.evolve;

/** What a change of a schema means for data and for readers that are there already. */
public enum Compatibility {
  /** Old data stay valid, and readers of the old schema can read what the new one allows. */
  COMPATIBLE("compatible"),
  /** Old data stay valid, but readers of the old schema may meet something new. */
  WIDENING("widening"),
  /** Old data may be invalid. */
  BREAKING("breaking");

  private final String word;

  Compatibility(String word) {
    this.word = word;
  }

  /** The word for it in messages and documents. */
  @Override
  public String toString() {
    return word;
  }
}
