package dev.espalier.model.typed;

import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of reading a hierarchy as a value: the value where all that it needs is there, and in
 * any case everything that is wrong.
 *
 * @param <T> the type of the value
 */
public final class Read<T> {
  private final Optional<T> value;
  private final List<Finding> findings;
  private final Extras extras;
  private final Function<T, BoundHierarchy> rewriting;

  Read(
      Optional<T> value,
      List<Finding> findings,
      Extras extras,
      Function<T, BoundHierarchy> rewriting) {
    this.value = value;
    this.findings = List.copyOf(findings);
    this.extras = extras;
    this.rewriting = rewriting;
  }

  /** The value, if all that it needs is there and can be read, whatever else is wrong. */
  public Optional<T> value() {
    return value;
  }

  /**
   * The value.
   *
   * @throws InvalidHierarchyException with every finding, if there is none
   */
  public T orThrow() {
    return value.orElseThrow(
        () ->
            new InvalidHierarchyException(
                "the hierarchy cannot be read: "
                    + (findings.isEmpty() ? "" : findings.get(0).message()),
                new Report(Profile.SPEC, findings)));
  }

  /** Every broken rule, of whatever level. */
  public List<Finding> findings() {
    return findings;
  }

  /** What the hierarchy holds beside the value; all of it survives {@link #rewrite}. */
  public Extras extras() {
    return extras;
  }

  /**
   * The hierarchy that holds a changed value, and beside it what the one that was read held beside
   * the first value. Attributes that did not change are written as they were found, to the digit;
   * objects in those that did keep the fields that nothing declares. Nodes that the changed value
   * does not have any more take what was in them along.
   */
  public BoundHierarchy rewrite(T changed) {
    return rewriting.apply(changed);
  }
}
