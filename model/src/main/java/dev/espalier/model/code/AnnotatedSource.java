package dev.espalier.model.code;

import java.util.List;

/**
 * A schema as annotated interfaces.
 *
 * @param source the source file
 * @param notExpressed what the schema demands and the interfaces do not, each with its place; what
 *     they accept beyond the schema is said here
 */
public record AnnotatedSource(String source, List<String> notExpressed) {
  /** Copies the list. */
  public AnnotatedSource {
    notExpressed = List.copyOf(notExpressed);
  }
}
