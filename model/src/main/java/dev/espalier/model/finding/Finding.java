package dev.espalier.model.finding;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One broken rule at one place, with what to do about it.
 *
 * <p>The texts are safe to show anywhere: of names in them, control and format characters are
 * spelled as JSON escapes, and what is longer than 120 characters ends in {@code …}. Node, pointer
 * and edits have every name as it is.
 */
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

    /** The finding, its texts made safe to show. */
    @Override
    public Finding build() {
      Finding finding = super.build();
      Printable printable = Printable.about(finding);
      message(printable.text(finding.message()));
      expected(finding.expected().map(printable::text));
      found(finding.found().map(printable::text));
      fix(finding.fix().map(printable::text));
      return super.build();
    }
  }
}
