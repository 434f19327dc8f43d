package coast;

import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Discriminator;
import dev.espalier.model.annotation.Elements;
import dev.espalier.model.annotation.Group;
import dev.espalier.model.annotation.Members;
import dev.espalier.model.annotation.Recommended;
import dev.espalier.model.annotation.rule.Check;
import dev.espalier.model.annotation.value.AtLeast;
import dev.espalier.model.annotation.value.OneOf;
import dev.espalier.model.annotation.value.Sized;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.value.Part;
import dev.espalier.model.typed.NdArray;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Thermometers on one line in the sea, all on one clock. */
@Convention(name = "coast:mooring", version = "2.0", probes = "/mooring_version=2.0")
public interface Mooring {
  @Attribute("mooring_version")
  @OneOf("2.0")
  default String version() {
    return "2.0";
  }

  /** Degrees north, degrees east. */
  @Attribute
  @Sized(min = 2, max = 2)
  List<Double> position();

  @Attribute
  @Recommended
  Optional<String> operator();

  /** When the samples were taken, in seconds since 1970. */
  @ArrayOf(types = "int64", dimensions = "time")
  @Elements(strictlyRising = true)
  NdArray time();

  @Members(value = "sensor_{n}", min = 1)
  Map<String, Sensor> sensors();

  @Group
  interface Sensor {
    @Attribute
    @AtLeast(0)
    double depth();

    @Attribute
    Optional<Calibration> calibration();

    /** Degrees Celsius. */
    @ArrayOf(types = "float", dimensions = "time", preferChunks = "1440")
    NdArray temperature();

    @ArrayOf(types = "float", dimensions = "ceil(time/60)")
    Optional<NdArray> hourly();
  }

  @Discriminator("kind")
  sealed interface Calibration permits Linear, Table {}

  record Linear(double gain, double offset) implements Calibration {}

  record Table(List<Double> counts, List<Double> degrees) implements Calibration {
    @Check(id = "mooring.table", text = "A table has as many counts as degrees.")
    static void columns(Part table, Rule rule) {
      List<Part> counts = table.field("counts").map(Part::elements).orElse(List.of());
      List<Part> degrees = table.field("degrees").map(Part::elements).orElse(List.of());
      if (table.isSound(rule) && counts.size() != degrees.size()) {
        String message = counts.size() + " counts, but " + degrees.size() + " degrees";
        table.report(rule, it -> it.message(message).fix("give one of each, pair by pair"));
      }
    }
  }
}
