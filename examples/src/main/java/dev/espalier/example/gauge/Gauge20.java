package dev.espalier.example.gauge;

import dev.espalier.model.annotation.ArrayNode;
import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Elements;
import dev.espalier.model.annotation.Group;
import dev.espalier.model.annotation.Members;
import dev.espalier.model.annotation.Named;
import dev.espalier.model.annotation.Recommended;
import dev.espalier.model.annotation.rule.Check;
import dev.espalier.model.annotation.rule.ExactlyOne;
import dev.espalier.model.annotation.rule.Requires;
import dev.espalier.model.annotation.rule.SameDataType;
import dev.espalier.model.annotation.value.Above;
import dev.espalier.model.annotation.value.Between;
import dev.espalier.model.annotation.value.Distinct;
import dev.espalier.model.annotation.value.EqualTo;
import dev.espalier.model.annotation.value.Matching;
import dev.espalier.model.annotation.value.NamesDimension;
import dev.espalier.model.annotation.value.OneOf;
import dev.espalier.model.annotation.value.RefersTo;
import dev.espalier.model.annotation.value.Sized;
import dev.espalier.model.schema.value.Part;
import dev.espalier.model.typed.NdArray;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A station, and all deployments of instruments there. */
@Convention(
    name = "coast:gauge",
    version = "2.0",
    title = "Water levels that a tide gauge recorded, deployment by deployment",
    uuid = "5d3ee1b5-2a6c-4f0e-9a5d-0c5f6b1b7a10",
    url = "https://coast.example/gauge/2.0/schema.json",
    probes = "/gauge_version=2.0")
public interface Gauge20 {
  @Attribute("gauge_version")
  @OneOf("2.0")
  String version();

  @Attribute
  @Matching(value = "[A-Z]{2}-[0-9]{4}", words = "two capital letters, a hyphen and four digits")
  String station();

  @Attribute
  Position position();

  @Attribute
  Datum datum();

  @Attribute
  @Recommended
  Optional<String> operator();

  @Attribute
  @Sized(min = 1, max = 5)
  @Distinct
  Optional<List<Contact>> contacts();

  @Attribute
  @RefersTo(Deployment.class)
  Optional<String> latest();

  @Members(value = "deployment_{n}", min = 1)
  Map<String, Deployment> deployments();

  /** What the levels are measured from. */
  enum Datum {
    /** The lowest tide that is to be expected. */
    @Named("chart")
    CHART,
    /** The shape that satellites measure from. */
    @Named("ellipsoid")
    ELLIPSOID,
    /** The mean level of many years. */
    @Named("mean-sea-level")
    MEAN_SEA_LEVEL
  }

  /** A place, in degrees. */
  record Position(
      @Between(min = -90, max = 90) double latitude,
      @Between(min = -180, max = 180) double longitude) {}

  /** Somebody who knows more. */
  record Contact(String name, Optional<String> email) {}

  /** What the instruments recorded between two visits, one sample a minute. */
  @Group(defined = true)
  @SameDataType("pressure_{n}")
  @ExactlyOne({"air", "@air_pressure"})
  @Requires(given = "flags", needed = "@flag_scheme")
  interface Deployment {
    @Attribute
    String begin();

    @Attribute
    String end();

    @Attribute
    @EqualTo("time")
    long samples();

    @Attribute("recorded_along")
    @NamesDimension("time")
    String recordedAlong();

    @Attribute("air_pressure")
    @Between(min = 800, max = 1100)
    OptionalDouble airPressure();

    @Attribute("flag_scheme")
    @OneOf({"IOC", "QARTOD"})
    Optional<String> flagScheme();

    @ArrayOf(types = "int64", dimensions = "time")
    @Elements(strictlyRising = true)
    NdArray time();

    Level level();

    /** How far each sample is to be trusted; 255 where nobody has looked. */
    @ArrayOf(types = "uint8", dimensions = "time", fillValue = "255")
    Optional<NdArray> flags();

    @ArrayOf(types = "float", dimensions = "time")
    Optional<NdArray> air();

    @Recommended
    @ArrayOf(types = "float", dimensions = "ceil(time/60)")
    Optional<NdArray> hourly();

    @Members(value = "pressure_{n}", min = 1, max = 3)
    @ArrayOf(types = "integer", dimensions = "time")
    Map<String, NdArray> pressures();

    Calibration calibration();

    Optional<Tides> tides();

    @Check(id = "gauge.deployment.period", text = "A deployment ends after it begins.")
    static void endsAfterBegin(Part attributes) {
      GaugeSchemas.checkPeriod(attributes);
    }
  }

  /** The water level above the datum. */
  @ArrayNode
  interface Level {
    @Attribute
    @OneOf("m")
    String units();

    @ArrayOf(
        types = {"float32", "float64"},
        dimensions = "time",
        preferChunks = "1440",
        codecs = "crc32c")
    @Elements(finite = true, min = "-20", max = "20")
    NdArray metres();
  }

  /** How the pressure became a level. */
  sealed interface Calibration permits Linear, Table, Polynomial {}

  @Group(closedAttributes = true)
  non-sealed interface Linear extends Calibration {
    @Attribute
    @OneOf("linear")
    String method();

    @Attribute
    @Above(0)
    double gain();

    @Attribute
    double offset();
  }

  @Group
  non-sealed interface Table extends Calibration {
    @Attribute
    @OneOf("table")
    String method();

    @ArrayOf(types = "float64", namedDimensions = "knot")
    NdArray pressure();

    @ArrayOf(types = "float64", namedDimensions = "knot")
    NdArray level();
  }

  @ArrayNode
  non-sealed interface Polynomial extends Calibration {
    @Attribute
    @EqualTo("degree")
    int degree();

    @ArrayOf(types = "float64", dimensions = "degree+1")
    NdArray coefficients();
  }

  /** The tides: offsets into the time, and the range of each. */
  @Group(closed = true)
  interface Tides {
    @ArrayOf(types = "int64", dimensions = "tide+1")
    @Elements(strictlyRising = true, first = "0", last = "time")
    NdArray offsets();

    @ArrayOf(types = "float64", dimensions = "tide", chunks = "full")
    NdArray range();

    @ArrayOf(
        types = "int64",
        dimensions = {"tide", "2"})
    Optional<NdArray> bounds();
  }
}
