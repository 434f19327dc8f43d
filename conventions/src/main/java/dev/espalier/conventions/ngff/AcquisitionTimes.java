package dev.espalier.conventions.ngff;

import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.math.BigDecimal;
import java.util.Optional;

/** An acquisition does not end before it starts. */
final class AcquisitionTimes implements Inspection {
  @Override
  public void inspect(Part acquisition) {
    Optional<BigDecimal> start = seconds(acquisition, "starttime");
    Optional<BigDecimal> end = seconds(acquisition, "endtime");
    if (start.isEmpty() || end.isEmpty() || end.get().compareTo(start.get()) >= 0) {
      return;
    }
    acquisition
        .field("endtime")
        .orElse(acquisition)
        .report(
            PlateRules.ACQUISITION_TIME_ORDER,
            finding ->
                finding
                    .message("the acquisition ends before it starts")
                    .expected("at least " + start.get() + ", its \"starttime\"")
                    .found(end.get().toString())
                    .fix("write both in seconds since 1970-01-01"));
  }

  private static Optional<BigDecimal> seconds(Part acquisition, String name) {
    return acquisition
        .field(name)
        .filter(part -> part.isSound(PlateRules.ACQUISITION_TIME_ORDER))
        .map(Part::value)
        .flatMap(v -> v instanceof JsonNumber n ? Exact.of(n) : Optional.empty());
  }
}
