package dev.espalier.json;

import static dev.espalier.model.declare.Declare.anyOf;
import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.bool;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.dependingOn;
import static dev.espalier.model.declare.Declare.everyOther;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.mapOf;
import static dev.espalier.model.declare.Declare.matching;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.optional;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static dev.espalier.model.declare.Declare.tuple;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.type.CoreType;
import java.util.List;

/** Conventions that together use all words of declarations. */
final class ExportedConventions {
  private ExportedConventions() {}

  /** Names are exact all over, so that the form of a whole hierarchy can say nearly everything. */
  static final Schema GAUGE =
      convention("example:gauge", "1.0")
          .title("River gauge")
          .root(
              group()
                  .closed()
                  .attribute("station", string().matching("[A-Z]{3}-\\d+", "a station code"))
                  .optional("height", number().between(-10, 9000))
                  .optional("span", tuple(integer(), integer()))
                  .optional("labels", mapOf(string()))
                  .attribute(
                      optional(
                          "sensor",
                          dependingOn("kind")
                              .when("radar", object(required("band", string().oneOf("x", "k"))))
                              .when(
                                  "float", object(required("length", number().above(0))).closed())))
                  .member("time", array().types("int64").namedDimensions("time").strictlyRising())
                  .member("level", array().types("float").dimensions("time", "3").finite())
                  .optionalMember("flags", array().types("bool", "uint8").dimensions("time", "..."))
                  .optionalMember("site", group().member("map", array().dimensions("2", "*")))
                  .atLeastOne("flags", "site", "@height")
                  .requires("site", "@height", "flags")
                  .atMostOne("@span", "@labels"))
          .build();

  /** A choice of what a matrix is, at a name that is exact. */
  static final Schema TABLE =
      convention("example:table", "2")
          .root(
              group()
                  .attribute("format", anyOf(string().oneOf("plain"), list(string()).sized(1, 2)))
                  .recommended("author", string())
                  .member(
                      "X",
                      choice()
                          .or("dense", array().types("real").dimensions("rows", "columns"))
                          .or(
                              "csr",
                              group()
                                  .closed()
                                  .attribute("encoding", string().oneOf("csr"))
                                  .member("data", array().dimensions("stored"))
                                  .member("indptr", array().types("integer").dimensions("rows+1"))
                                  .sameDataType("data"))
                          .or(
                              "bitmap",
                              group()
                                  .attribute("encoding", string().oneOf("bitmap"))
                                  .member("words", array().types("uint64").dimensions("*"))))
                  .members(2, template("layer_{n}"), reference("layer"))
                  .members(matching("note.*|remark"), group().closed().closedAttributes())
                  .member(
                      dev.espalier.model.schema.Member.many(
                          everyOther(), array().dimensions("rows").toSchema())))
          .define(
              "layer",
              array()
                  .dimensions("rows", "columns")
                  .chunks("1", "*")
                  .fillValue(FillValue.zero(CoreType.FLOAT32))
                  .types("float32"))
          .build();

  /** Groups in groups, through two definitions. */
  static final Schema FOREST =
      convention("example:forest", "0.1")
          .root(reference("tree"))
          .define(
              "tree",
              group()
                  .closed()
                  .attribute("leaves", integer().atLeast(0))
                  .optional("dead", bool())
                  .optionalMember("wood", array().dimensions("rings"))
                  .members(template("branch_{n}"), reference("branch")))
          .define(
              "branch",
              group()
                  .closed()
                  .optionalMember("fork", reference("branch"))
                  .optionalMember("graft", reference("tree"))
                  .optionalMember("bark", array().types("uint8").dimensions("4")))
          .build();

  static List<Schema> all() {
    return List.of(GAUGE, TABLE, FOREST);
  }
}
