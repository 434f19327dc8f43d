package dev.espalier.example.gauge;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.must;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.optional;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;

import dev.espalier.model.declare.ArrayDeclaration;
import dev.espalier.model.declare.ChoiceDeclaration;
import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.value.Part;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.type.CoreType;

/**
 * The convention {@code coast:gauge}: what tide gauges record, one deployment of instruments after
 * another.
 *
 * <p>A deployment holds the water level along a dimension of time, one sample a minute, and beside
 * it what the sensors delivered, how that became a level, and which tides were made out in it.
 *
 * <p>{@link Gauge20} and {@link Gauge10} declare the same as annotated interfaces.
 */
public final class GaugeSchemas {
  /** A deployment does not end before it begins. */
  public static final Rule ENDS_AFTER_BEGIN =
      must("gauge.deployment.period", "A deployment ends after it begins.");

  /** The version in use. */
  public static final Schema VERSION_2_0 =
      convention("coast:gauge", "2.0")
          .title("Water levels that a tide gauge recorded, deployment by deployment")
          .uuid("5d3ee1b5-2a6c-4f0e-9a5d-0c5f6b1b7a10")
          .url("https://coast.example/gauge/2.0/schema.json")
          .probe("/gauge_version", "2.0")
          .root(station())
          .define("deployment", deployment())
          .build();

  /** The first version: the place in two attributes, the level under another name. */
  public static final Schema VERSION_1_0 =
      convention("coast:gauge", "1.0")
          .title("Water levels that a tide gauge recorded")
          .uuid("5d3ee1b5-2a6c-4f0e-9a5d-0c5f6b1b7a10")
          .url("https://coast.example/gauge/1.0/schema.json")
          .probe("/gauge_version", "1.0")
          .root(
              group()
                  .text("A station as the first version knew it.")
                  .attribute("gauge_version", string().oneOf("1.0"))
                  .attribute("station", string())
                  .attribute("lat", number().between(-90, 90))
                  .attribute("lon", number().between(-180, 180))
                  .members(
                      template("deployment_{n}"),
                      group()
                          .text("What was recorded between two visits.")
                          .member("time", array().types("int64").dimensions("time"))
                          .member("height", array().types("float").dimensions("time"))))
          .build();

  private GaugeSchemas() {}

  private static GroupDeclaration station() {
    return group()
        .text("A station, and all deployments of instruments there.")
        .attribute("gauge_version", string().oneOf("2.0"))
        .attribute("station", code())
        .attribute(
            "position",
            object(
                required("latitude", number().between(-90, 90)),
                required("longitude", number().between(-180, 180))))
        .attribute("datum", string().oneOf("chart", "ellipsoid", "mean-sea-level"))
        .recommended("operator", string())
        .optional(
            "contacts",
            list(object(required("name", string()), optional("email", string())))
                .sized(1, 5)
                .distinct())
        .optional("latest", string().referringTo("deployment"))
        .members(1, template("deployment_{n}"), reference("deployment"));
  }

  private static ValueSchema code() {
    return string().matching("[A-Z]{2}-[0-9]{4}", "two capital letters, a hyphen and four digits");
  }

  private static GroupDeclaration deployment() {
    return group()
        .text("What the instruments recorded between two visits, one sample a minute.")
        .attribute("begin", string())
        .attribute("end", string())
        .attribute("samples", integer().equalTo("time"))
        .attribute("recorded_along", string().namingDimension("time"))
        .optional("air_pressure", number().between(800, 1100))
        .optional("flag_scheme", string().oneOf("IOC", "QARTOD"))
        .member("time", array().types("int64").dimensions("time").strictlyRising())
        .member("level", level())
        .optionalMember("flags", flags())
        .optionalMember("air", array().types("float").dimensions("time"))
        .recommendedMember("hourly", array().types("float").dimensions("ceil(time/60)"))
        .members(1, 3, template("pressure_{n}"), array().types("integer").dimensions("time"))
        .member("calibration", calibration())
        .optionalMember("tides", tides())
        .sameDataType("pressure_{n}")
        .exactlyOne("air", "@air_pressure")
        .requires("flags", "@flag_scheme")
        .checkAttributes(ENDS_AFTER_BEGIN, GaugeSchemas::checkPeriod);
  }

  private static ArrayDeclaration level() {
    return array()
        .text("The water level above the datum.")
        .types("float32", "float64")
        .dimensions("time")
        .attribute("units", string().oneOf("m"))
        .finite()
        .within("-20", "20")
        .preferChunks("1440")
        .codecs(CodecSpec.of("crc32c"));
  }

  private static ArrayDeclaration flags() {
    return array()
        .text("How far each sample is to be trusted; 255 where nobody has looked.")
        .types("uint8")
        .dimensions("time")
        .fillValue(FillValue.parse(CoreType.UINT8, JsonValue.of(255)));
  }

  private static ChoiceDeclaration calibration() {
    return choice()
        .text("How the pressure became a level.")
        .or(
            "linear",
            group()
                .attribute("method", string().oneOf("linear"))
                .attribute("gain", number().above(0))
                .attribute("offset", number())
                .closedAttributes())
        .or(
            "table",
            group()
                .attribute("method", string().oneOf("table"))
                .member("pressure", array().types("float64").namedDimensions("knot"))
                .member("level", array().types("float64").namedDimensions("knot")))
        .or(
            "polynomial",
            array()
                .types("float64")
                .dimensions("degree+1")
                .attribute("degree", integer().equalTo("degree")));
  }

  private static GroupDeclaration tides() {
    return group()
        .text("The tides: offsets into the time, and the range of each.")
        .closed()
        .member(
            "offsets",
            array().types("int64").dimensions("tide+1").strictlyRising().first("0").last("time"))
        .member("range", array().types("float64").dimensions("tide").chunks("full"))
        .optionalMember("bounds", array().types("int64").dimensions("tide", "2"));
  }

  /** Times of this form are in the order of their texts. */
  static void checkPeriod(Part attributes) {
    String begin = attributes.field("begin").flatMap(Part::text).orElse("");
    attributes
        .field("end")
        .filter(end -> end.text().filter(text -> text.compareTo(begin) <= 0).isPresent())
        .ifPresent(
            end ->
                end.report(
                    ENDS_AFTER_BEGIN,
                    finding ->
                        finding
                            .message("the deployment ends at " + end.value() + ", before it begins")
                            .expected("a time after " + JsonValue.of(begin))
                            .found(end.value().toString())
                            .fix("correct \"begin\" or \"end\"")));
  }
}
