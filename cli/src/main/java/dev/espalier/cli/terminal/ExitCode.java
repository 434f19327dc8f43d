package dev.espalier.cli.terminal;

/** The exit codes of every command. */
public enum ExitCode {
  /** Done, and valid. */
  OK(0),
  /** Findings of severity error, a failed verification, or hierarchies that differ. */
  FINDINGS(1),
  /** Wrong usage. */
  USAGE(2),
  /** An input cannot be read: missing, corrupt or unsupported. */
  INPUT(3),
  /** The target exists. */
  TARGET_EXISTS(4),
  /** The target, or standard output, could not be written. */
  TARGET_NOT_WRITTEN(5),
  /** A fault of Espalier itself. */
  INTERNAL(70),
  /** Interrupted. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number. */
  public int code() {
    return code;
  }

  /** The one of two that says more: the greater number. */
  public ExitCode or(ExitCode other) {
    return other.code > code ? other : this;
  }
}
