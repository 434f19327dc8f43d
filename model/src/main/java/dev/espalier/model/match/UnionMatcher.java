package dev.espalier.model.match;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;

/** A value that is one of several alternatives, made ready. */
final class UnionMatcher extends ValueMatcher {
  private final ValueSchema.Union union;
  private final List<ValueMatcher> alternatives;

  UnionMatcher(ValueSchema.Union union) {
    super(union);
    this.union = union;
    this.alternatives = union.alternatives().stream().map(ValueMatchers::of).toList();
  }

  @Override
  Rule rule() {
    return union.rule();
  }

  @Override
  boolean isKind(JsonValue value) {
    return alternatives.stream().anyMatch(one -> one.isKind(value));
  }

  @Override
  void parts(Place here, JsonValue value) {
    List<ValueMatcher> possible = alternatives.stream().filter(one -> one.isKind(value)).toList();
    if (possible.size() == 1) {
      possible.get(0).check(here, value);
      return;
    }
    Run run = here.frame().run();
    Trial best = null;
    for (ValueMatcher one : possible) {
      Trial trial = run.attempt(() -> one.check(here, value));
      if (best == null || trial.isCloserThan(best)) {
        best = trial;
      }
      if (trial.isClean()) {
        break;
      }
    }
    if (best != null) {
      run.adopt(best);
    }
  }
}
