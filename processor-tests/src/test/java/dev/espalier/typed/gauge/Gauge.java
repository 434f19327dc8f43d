package dev.espalier.typed.gauge;

import dev.espalier.model.annotation.ArrayNode;
import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Discriminator;
import dev.espalier.model.annotation.Elements;
import dev.espalier.model.annotation.Members;
import dev.espalier.model.annotation.Named;
import dev.espalier.model.annotation.Recommended;
import dev.espalier.model.annotation.rule.Check;
import dev.espalier.model.annotation.rule.SameDataType;
import dev.espalier.model.annotation.value.Above;
import dev.espalier.model.annotation.value.AtLeast;
import dev.espalier.model.annotation.value.Matching;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.typed.NdArray;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A river gauge: water levels over time.
 *
 * <p>Made for tests.
 */
@Convention(
    name = "example:gauge",
    version = "1.0",
    title = "Water levels of a river",
    probes = "/station")
@SameDataType({"level", "run_{n}"})
public interface Gauge extends Licensed {
  /** Which station. */
  @Attribute
  @Matching(value = "[A-Z]+", words = "capitals")
  String station();

  /** Samples a second. */
  @Attribute("sampling:rate")
  @Above(0)
  default double rate() {
    return 1.0;
  }

  @Attribute
  Optional<List<@AtLeast(0) Double>> heights();

  @Attribute
  @Recommended
  Optional<Correction> correction();

  @Attribute
  Unit unit();

  /** When. */
  @ArrayOf(types = "int64", namedDimensions = "time", preferChunks = "1024")
  @Elements(strictlyRising = true, first = "0")
  NdArray time();

  @ArrayOf(types = "float", dimensions = "time")
  NdArray level();

  Optional<Quality> quality();

  @Members("run_{n}")
  @ArrayOf(
      types = "float",
      dimensions = {"sample"})
  Map<String, NdArray> runs();

  /** Gauges upstream. */
  @Members(matching = "up_[a-z]+")
  Map<String, Gauge> upstream();

  @Check(id = "gauge.odd", text = "Odd.", level = Level.SHOULD)
  static void odd(NodeInspection.Subject subject, Rule rule) {
    if (subject.node().attributes().get("odd").isPresent()) {
      subject.report(rule, finding -> finding.message("odd"));
    }
  }

  /** Units. */
  enum Unit {
    @Named("m")
    METRE,
    FOOT
  }

  /** How good. */
  @ArrayNode
  interface Quality {
    @Attribute
    String legend();

    @ArrayOf(types = "uint8", dimensions = "time")
    NdArray flags();
  }

  @Discriminator("kind")
  sealed interface Correction permits Offset, Scale {}

  record Offset(double by) implements Correction {}

  record Scale(@AtLeast(1) double factor, Optional<String> note) implements Correction {
    /** Checks what the schema does not. */
    public Scale {
      if (factor > 1000) {
        throw new IllegalArgumentException("a factor of " + factor + " is a mistake");
      }
    }
  }
}
