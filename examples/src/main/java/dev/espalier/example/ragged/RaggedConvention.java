package dev.espalier.example.ragged;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.everyOther;
import static dev.espalier.model.declare.Declare.excluded;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.must;
import static dev.espalier.model.declare.Declare.string;

import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.declare.ArrayDeclaration;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.Schema;

/**
 * Features of different lengths, such as the time series of several stations: all samples one after
 * the other along one dimension, and an array that counts those of each feature. {@link
 * RaggedArrays} declares the same as an annotated interface.
 *
 * @see <a
 *     href="https://cfconventions.org/cf-conventions/cf-conventions.html#_contiguous_ragged_array_representation">CF
 *     conventions, contiguous ragged array representation</a>
 */
public final class RaggedConvention extends SchemaConvention {
  static final Rule ONE_COUNT =
      must("cf.count-variable", "Exactly one array says how many samples each feature has.");
  static final Rule ONE_IDENTIFIER =
      must("cf.cf-role", "At most one array says by its cf_role that it identifies features.");
  static final Rule COORDINATES =
      must("cf.coordinates", "An array along the samples names its coordinates, or is one.");

  private static final ArrayDeclaration COUNTS =
      array()
          .text("How many samples each feature has.")
          .types("integer")
          .dimensions("feature")
          .attribute("sample_dimension", string().namingDimension("sample"))
          .attribute(excluded("cf_role"))
          .atLeast("0")
          .sum("sample");

  private static final ArrayDeclaration IDENTIFIER =
      array()
          .text("What each feature is called.")
          .types("string", "integer")
          .dimensions("feature")
          .attribute("cf_role", string().oneOf("timeseries_id", "trajectory_id", "profile_id"))
          .attribute(excluded("sample_dimension"));

  private static final ArrayDeclaration DATA =
      array()
          .text("What was measured.")
          .dimensions("*", "...")
          .attribute("coordinates", string())
          .attribute(excluded("sample_dimension"))
          .attribute(excluded("cf_role"));

  private static final ArrayDeclaration COORDINATE =
      array()
          .text("Where or when something was measured, or what a feature is.")
          .attribute(excluded("sample_dimension"))
          .attribute(excluded("cf_role"))
          .attribute(excluded("coordinates"));

  /** The whole declaration. */
  public static final Schema SCHEMA =
      convention("example:cf-ragged", "1.11")
          .title("CF contiguous ragged array: features of different lengths, one after the other")
          .probe("/featureType")
          .root(
              group()
                  .text("Features, and the samples of all of them one after the other.")
                  .attribute(
                      "featureType", string().oneOfInAnyCase("timeSeries", "trajectory", "profile"))
                  .members(
                      everyOther(),
                      choice()
                          .text("An array, which by its attributes is one of four things.")
                          .or("count variable", COUNTS)
                          .or("identifier", IDENTIFIER)
                          .or("data variable", DATA)
                          .or("coordinate", COORDINATE))
                  .dimensionNamesAgree()
                  .check(ONE_COUNT, new Roles(ONE_COUNT, "sample_dimension", 1))
                  .check(ONE_IDENTIFIER, new Roles(ONE_IDENTIFIER, "cf_role", 0))
                  .check(COORDINATES, new Coordinates()))
          .build();

  /** Makes the convention; there is nothing to configure. */
  public RaggedConvention() {
    super(SCHEMA);
  }
}
