package dev.espalier.model.convention;

import dev.espalier.model.convention.Declaration.Basis;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import java.util.Optional;

/**
 * What a node says about one version of a convention.
 *
 * @param basis what the statement consists of
 * @param laterVersion the version after this one that the node states
 * @param oddUrl a URL of the schema that is not the one under which this version is published
 */
record Statement(Basis basis, Optional<Said> laterVersion, Optional<Said> oddUrl) {
  /**
   * A text that a node says.
   *
   * @param place where, inside the attributes
   * @param value the value there
   * @param text what it comes to: the version that a URL contains
   */
  record Said(JsonPointer place, JsonValue value, String text) {}

  static Statement of(Basis basis) {
    return new Statement(basis, Optional.empty(), Optional.empty());
  }

  static Statement later(Said version) {
    return new Statement(Basis.LATER_VERSION, Optional.of(version), Optional.empty());
  }

  Statement withOddUrl(Said url) {
    return new Statement(basis, laterVersion, Optional.of(url));
  }

  /** The more specific of two, with what is odd about either. */
  Statement and(Statement other) {
    Statement better = basis.compareTo(other.basis) <= 0 ? this : other;
    return new Statement(better.basis, better.laterVersion, oddUrl.or(other::oddUrl));
  }
}
