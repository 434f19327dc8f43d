package dev.espalier.convert;

import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One object of a source, and what became of it. */
@Value.Immutable
public interface ReportEntry {
  /** Starts an entry. */
  static Builder builder() {
    return new Builder();
  }

  /** The node of the source: the object itself, or the node that an attribute belongs to. */
  String path();

  /** The name of the attribute, where the object is one. */
  Optional<String> attribute();

  /**
   * What the object is: {@code group}, {@code array}, {@code attribute}, or a word of the source.
   */
  String kind();

  /** What became of it. */
  Outcome outcome();

  /** The node of the result that it is, or that it belongs to. */
  Optional<NodePath> target();

  /** What differs, one sentence each. */
  List<String> changes();

  /** Why it is not in the result. */
  Optional<String> reason();

  /** The path, and the attribute's name behind an {@code @}. */
  default String name() {
    return attribute().map(name -> path() + "@" + name).orElse(path());
  }

  /** Collects the parts of a {@link ReportEntry}. */
  final class Builder extends ImmutableReportEntry.Builder {
    Builder() {}
  }
}
