package dev.espalier.model.evolve;

import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Identity.Probe;
import dev.espalier.model.schema.Schema;

/** Compares how data of a convention are recognised; another version is no change. */
final class IdentityDiff {
  private IdentityDiff() {}

  static void compare(Comparison comparison, Schema before, Schema after) {
    Spot root = Spot.root();
    Identity older = before.identity();
    Identity newer = after.identity();
    comparison.text(root, before.title(), after.title());
    if (!older.name().equals(newer.name()) || !older.uuid().equals(newer.uuid())) {
      comparison.widening(
          root,
          "the convention " + older.name() + " is called " + newer.name() + ", or has another uuid",
          "readers of the older version do not recognise new data");
    }
    for (Probe probe : newer.probes()) {
      boolean implied =
          older.probes().stream()
              .anyMatch(
                  p ->
                      p.attribute().equals(probe.attribute())
                          && (probe.value().isEmpty() || probe.value().equals(p.value())));
      if (!implied) {
        comparison.breaking(
            root, "a sign was added: " + spelled(probe), "old data without it are not recognised");
      }
    }
    for (Probe probe : older.probes()) {
      if (!newer.probes().contains(probe)) {
        comparison.widening(
            root,
            "a sign was removed: " + spelled(probe),
            "readers of the older version do not recognise new data without it");
      }
    }
  }

  private static String spelled(Probe probe) {
    return "attribute " + probe.attribute() + probe.value().map(value -> " = " + value).orElse("");
  }
}
