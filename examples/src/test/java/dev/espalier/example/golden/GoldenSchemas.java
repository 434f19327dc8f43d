package dev.espalier.example.golden;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.dependingOn;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.mapOf;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.optional;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static dev.espalier.model.declare.Declare.tuple;

import dev.espalier.conventions.ngff.NgffImage05;
import dev.espalier.example.gauge.GaugeSchemas;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Selector;

/** The schemas that the broken hierarchies are held to, each beside a sound one as a file. */
final class GoldenSchemas {
  /** A sparse matrix as its compressed rows. */
  private static final Schema CSR =
      convention("example:csr", "1.0")
          .title("A sparse matrix as its compressed rows")
          .root(
              group()
                  .attribute("shape", list(integer().atLeast(0)).sized(2, 2))
                  .attribute("encoding", string().oneOf("csr_matrix"))
                  .member("data", array().types("real").dimensions("nnz"))
                  .member("indices", array().types("integer").dimensions("nnz").atLeast("0"))
                  .member(
                      "indptr",
                      array().types("integer").dimensions("row+1").rising().first("0").last("nnz"))
                  .optionalMember("row_names", array().types("string").dimensions("row"))
                  .requires("row_names", "indptr"))
          .build();

  /** Trajectories of unequal length, one behind the other. */
  private static final Schema RAGGED =
      convention("example:ragged", "1.0")
          .title("Trajectories of unequal length, one behind the other")
          .root(
              group()
                  .member(
                      "row_size",
                      array()
                          .types("integer")
                          .namedDimensions("trajectory")
                          .attribute("sample_dimension", string().namingDimension("sample"))
                          .atLeast("0")
                          .sum("sample"))
                  .member("time", array().types("float64").dimensions("sample"))
                  .member("depth", array().types("float").dimensions("sample"))
                  .dimensionNamesAgree())
          .build();

  /** A log of entries within entries, in which nothing has to be there. */
  private static final Schema LOG =
      convention("example:log", "1.0")
          .title("A log of entries within entries")
          .root(
              group()
                  .optional("title", string())
                  .members(template("entry_{n}"), reference("entry")))
          .define(
              "entry",
              group()
                  .optional("place", tuple(number(), number()))
                  .optional(
                      "weather",
                      dependingOn("kind")
                          .when("wind", object(required("speed", number().atLeast(0))))
                          .when("rain", object(required("amount", number().atLeast(0)))))
                  .optional(
                      "people",
                      list(object(required("name", string()), optional("role", string())))
                          .with(
                              Constraint.count(
                                  CoreRules.ATTRIBUTE_COUNT,
                                  Selector.where("role", "author"),
                                  1,
                                  1)))
                  .optional("colours", mapOf(tuple(integer(), integer(), integer())))
                  .optionalMember("film", array().namedDimensions("time", "y", "x"))
                  .optionalMember("film_time", array().namedDimensions("time"))
                  .optionalMember("film_mask", array().namedDimensions("y", "x"))
                  .optionalMember("recording", array().shards("100").rising())
                  .optionalMember(
                      "picture",
                      choice()
                          .or("grey", array().types("uint8").dimensions("y", "x"))
                          .or("colour", array().types("uint8").dimensions("y", "x", "3")))
                  .members(template("entry_{n}"), reference("entry")))
          .build();

  private GoldenSchemas() {}

  static Schema named(String name) {
    return switch (name) {
      case "gauge" -> GaugeSchemas.VERSION_2_0;
      case "image" -> new NgffImage05().schema().orElseThrow();
      case "csr" -> CSR;
      case "ragged" -> RAGGED;
      case "log" -> LOG;
      default -> throw new IllegalArgumentException("no schema " + name);
    };
  }
}
