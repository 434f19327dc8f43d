package dev.espalier.model.node;

import dev.espalier.model.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A node that is there and cannot be read, with the reason; its siblings are not affected.
 *
 * @param problem what kind of trouble it is
 * @param message what was found, what was expected, and what to do
 * @param pointer where in its metadata the trouble is, the root where that is not known
 * @param further what else is wrong with the same node, each on its own
 */
public record UnreadableSpec(
    Problem problem, String message, JsonPointer pointer, List<UnreadableSpec> further)
    implements NodeSpec {
  /** Copies the list. */
  public UnreadableSpec {
    further = List.copyOf(further);
  }

  /** A node with one fault. */
  public UnreadableSpec(Problem problem, String message, JsonPointer pointer) {
    this(problem, message, pointer, List.of());
  }

  /** A node with trouble of which no place in the metadata is known. */
  public UnreadableSpec(Problem problem, String message) {
    this(problem, message, JsonPointer.root());
  }

  /** What kind of trouble keeps a node from being read. */
  public enum Problem {
    /** Its description breaks a rule of the format. */
    INVALID,
    /** It is legal, and Espalier does not implement it. */
    UNSUPPORTED,
    /** Its bytes contradict themselves. */
    CORRUPT,
    /** The store failed to give its bytes. */
    STORAGE
  }

  /** Everything that is wrong with the node, first what leads. */
  public List<UnreadableSpec> faults() {
    List<UnreadableSpec> faults = new ArrayList<>();
    faults.add(new UnreadableSpec(problem, message, pointer));
    faults.addAll(further);
    return faults;
  }

  /** The same faults, each message changed. */
  public UnreadableSpec mapMessages(UnaryOperator<String> change) {
    return new UnreadableSpec(
        problem,
        change.apply(message),
        pointer,
        further.stream().map(fault -> fault.mapMessages(change)).toList());
  }

  @Override
  public Attributes attributes() {
    return Attributes.none();
  }

  @Override
  public String kind() {
    return "unreadable";
  }
}
