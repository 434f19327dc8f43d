package dev.espalier.architecture.seeded.testkit;

import org.junit.jupiter.api.TestInfo;

/** Breaks no rule: a contract may speak of the test runner. */
public class Contract {
  /** Allowed. */
  public String nameOf(TestInfo info) {
    return info.getDisplayName();
  }
}
