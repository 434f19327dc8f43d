package dev.espalier.model.finding;

/**
 * A rule that a hierarchy keeps or breaks.
 *
 * @param id the stable name, such as {@code ngff.axes.order}
 * @param level how strongly it is demanded
 * @param origin where it comes from
 * @param text the rule in one sentence
 */
public record Rule(String id, Level level, Origin origin, String text) {
  /** Where a rule comes from. */
  public enum Origin {
    /** The schema that the authors of a convention publish enforces it. */
    SCHEMA,
    /** The specification's text demands it. */
    TEXT,
    /** Neither does; experience advises it. */
    ADVICE
  }
}
