package dev.espalier.cli.terminal;

/** How text is dressed: with colours where a terminal shows them, else not at all. */
public enum Style {
  /** No colours. */
  PLAIN,
  /** ANSI escape sequences. */
  COLOURED;

  /** Names that the eye looks for. */
  public String strong(String text) {
    return dressed("1", text);
  }

  /** What is only there for completeness. */
  public String faint(String text) {
    return dressed("2", text);
  }

  /** Data types and shapes. */
  public String typed(String text) {
    return dressed("36", text);
  }

  /** What went well. */
  public String good(String text) {
    return dressed("32", text);
  }

  /** What is wrong. */
  public String bad(String text) {
    return dressed("31", text);
  }

  private String dressed(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
