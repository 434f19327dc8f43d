package dev.espalier.model.finding;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One broken rule at one place, with what to do about it. */
@Value.Immutable
public interface Finding {
  /** Starts a finding. */
  static Builder builder() {
    return new Builder();
  }

  /** The rule that is broken. */
  Rule rule();

  /** The node at which it is broken. */
  NodePath node();

  /** The place inside the node's metadata document, such as {@code /attributes/ome/version}. */
  @Value.Default
  default JsonPointer pointer() {
    return JsonPointer.root();
  }

  /** What is wrong, in one sentence. */
  String message();

  /** What would be right. */
  Optional<String> expected();

  /** What is there. */
  Optional<String> found();

  /** How to mend it. */
  Optional<String> fix();

  /** How to mend it, as edits of the hierarchy; none where only its author can know. */
  List<Edit> edits();

  /** Collects the parts of a {@link Finding}. */
  final class Builder extends ImmutableFinding.Builder {
    Builder() {}
  }
}
