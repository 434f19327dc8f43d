package dev.espalier.typed.ragged;

import dev.espalier.model.annotation.ArrayNode;
import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Elements;
import dev.espalier.model.annotation.rule.Check;
import dev.espalier.model.annotation.value.NamesDimension;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.schema.value.Part;
import dev.espalier.model.typed.NdArray;

/** Profiles of different lengths, one after the other. */
@Convention(name = "example:ragged", version = "1")
public interface Ragged {
  Counts counts();

  @ArrayOf(
      types = "float64",
      dimensions = {"sample: sample"})
  NdArray values();

  @ArrayOf(
      types = "int32",
      dimensions = {"edge: profile+1", "2"})
  NdArray edges();

  @Check(id = "ragged.title", text = "It has a title.", level = Level.MAY)
  static void title(Part attributes, Rule rule) {
    if (attributes.field("title").isEmpty()) {
      attributes.report(rule, finding -> finding.message("there is no title"));
    }
  }

  /** How long each profile is. */
  @ArrayNode(closedAttributes = true)
  interface Counts {
    @Attribute("sample_dimension")
    @NamesDimension("sample")
    String samples();

    @ArrayOf(types = "int64", namedDimensions = "profile")
    @Elements(sum = "sample", min = "0")
    NdArray lengths();

    @Check(id = "ragged.counts", text = "Counts are checked.")
    static void counts(NodeInspection.Subject subject, Rule rule) {
      if (subject.node().attributes().get("broken").isPresent()) {
        subject.report(rule, finding -> finding.message("broken"));
      }
    }
  }
}
