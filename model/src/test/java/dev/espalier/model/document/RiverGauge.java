package dev.espalier.model.document;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.dependingOn;
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

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.type.CoreType;

/**
 * A convention that has something to say about everything, in words that Markdown could mistake.
 */
final class RiverGauge {
  private RiverGauge() {}

  static final Schema SCHEMA =
      convention("example:gauge", "1.0")
          .title("River gauges: <levels> | *flows*")
          .uuid("3f9c0d6e-2f4e-4e0e-9f2b-6f9f3c1b7a10")
          .url("https://example.org/gauge/1.0")
          .alias("https://example.org/gauge")
          .probe("/gauge/version", "1.0")
          .probe("/station")
          .root(
              group()
                  .text("A gauge on a river, and what it measured.")
                  .dimensions("time")
                  .attribute(
                      required("station", string().matching("[A-Z]{3}-\\d+", "a code like ABC-1"))
                          .describedAs("The `station` | where it stands."))
                  .attribute(
                      optional("height", number().between(-10, 9000))
                          .describedAs("Metres above the sea."))
                  .optional(
                      "sensor",
                      dependingOn("kind")
                          .when("radar", object(required("band", string().oneOf("x", "k"))))
                          .when("float", object(required("length", number().above(0)))))
                  .recommended(
                      "axes",
                      list(object(
                              required("name", string()),
                              optional("unit", string()).orElse(JsonValue.of("m"))))
                          .sized(1, 3))
                  .attribute("count", integer().equalTo("time"))
                  .member(
                      "time",
                      array()
                          .text("When it was measured. In seconds.")
                          .types("int64")
                          .dimensions("time")
                          .strictlyRising()
                          .preferChunks("full"))
                  .member(
                      "level",
                      array()
                          .types("float")
                          .namedDimensions("time", "place")
                          .fillValue(FillValue.zero(CoreType.FLOAT32))
                          .chunks("1", "*")
                          .codecs(CodecSpec.of("zstd"))
                          .finite())
                  .optionalMember(
                      "flow",
                      choice()
                          .or("dense", array().dimensions("time", "..."))
                          .or("sparse", reference("sparse")))
                  .members(1, template("run_{n}"), reference("run"))
                  .atLeastOne("flow", "@height")
                  .requires("flow", "@height")
                  .sameDataType("level"))
          .define(
              "run",
              group()
                  .closed()
                  .closedAttributes()
                  .member("mean", array().dimensions("sample", "ceil(sample/2)"))
                  .members(template("run_{n}"), reference("run"))
                  .check(must("run.calm", "A run is calm, not *wild*."), subject -> {}))
          .define(
              "sparse",
              group()
                  .member("value", array().types("real").dimensions("stored"))
                  .member(
                      "start",
                      array().types("integer").dimensions("time+1").first("0").last("stored")))
          .build();
}
