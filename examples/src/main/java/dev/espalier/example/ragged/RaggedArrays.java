package dev.espalier.example.ragged;

import dev.espalier.model.annotation.ArrayNode;
import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Elements;
import dev.espalier.model.annotation.Members;
import dev.espalier.model.annotation.Named;
import dev.espalier.model.annotation.rule.Check;
import dev.espalier.model.annotation.rule.DimensionNamesAgree;
import dev.espalier.model.annotation.rule.Excludes;
import dev.espalier.model.annotation.value.NamesDimension;
import dev.espalier.model.annotation.value.OneOf;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.typed.NdArray;
import java.util.Map;

/** Features, and the samples of all of them one after the other. */
@Convention(
    name = "example:cf-ragged",
    version = "1.11",
    title = "CF contiguous ragged array: features of different lengths, one after the other",
    probes = "/featureType")
@DimensionNamesAgree
public interface RaggedArrays {
  @Attribute
  @OneOf(
      value = {"timeSeries", "trajectory", "profile"},
      anyCase = true)
  String featureType();

  @Members(others = true)
  Map<String, Variable> variables();

  @Check(
      id = "cf.count-variable",
      text = "Exactly one array says how many samples each feature has.")
  static void oneCount(NodeInspection.Subject subject, Rule rule) {
    new Roles(rule, "sample_dimension", 1).inspect(subject);
  }

  @Check(
      id = "cf.cf-role",
      text = "At most one array says by its cf_role that it identifies features.")
  static void oneIdentifier(NodeInspection.Subject subject, Rule rule) {
    new Roles(rule, "cf_role", 0).inspect(subject);
  }

  @Check(
      id = "cf.coordinates",
      text = "An array along the samples names its coordinates, or is one.")
  static void coordinates(NodeInspection.Subject subject) {
    new Coordinates().inspect(subject);
  }

  /** An array, which by its attributes is one of four things. */
  sealed interface Variable permits Counts, Identifier, Data, Coordinate {
    /** Its elements. */
    NdArray array();
  }

  /** How many samples each feature has. */
  @Named("count variable")
  @ArrayNode
  @Excludes("cf_role")
  non-sealed interface Counts extends Variable {
    @Attribute("sample_dimension")
    @NamesDimension("sample")
    String sampleDimension();

    @Override
    @ArrayOf(types = "integer", dimensions = "feature")
    @Elements(min = "0", sum = "sample")
    NdArray array();
  }

  /** What each feature is called. */
  @Named("identifier")
  @ArrayNode
  @Excludes("sample_dimension")
  non-sealed interface Identifier extends Variable {
    @Attribute("cf_role")
    @OneOf({"timeseries_id", "trajectory_id", "profile_id"})
    String role();

    @Override
    @ArrayOf(
        types = {"string", "integer"},
        dimensions = "feature")
    NdArray array();
  }

  /** What was measured. */
  @Named("data variable")
  @ArrayNode
  @Excludes({"sample_dimension", "cf_role"})
  non-sealed interface Data extends Variable {
    @Attribute
    String coordinates();

    @Override
    @ArrayOf(dimensions = {"*", "..."})
    NdArray array();
  }

  /** Where or when something was measured, or what a feature is. */
  @Named("coordinate")
  @ArrayNode
  @Excludes({"sample_dimension", "cf_role", "coordinates"})
  non-sealed interface Coordinate extends Variable {
    @Override
    @ArrayOf
    NdArray array();
  }
}
