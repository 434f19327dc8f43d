package dev.espalier.model.schema.rule;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.finding.Rule.Origin;
import java.util.List;

/**
 * The rules that a declaration breaks where it does not name rules of its own. Their identities are
 * stable: they name tests, anchors in documents, and entries of configurations.
 */
public final class CoreRules {
  /** Something that the schema declares is there at all. */
  public static final Rule SCHEMA_MATCHED =
      must("schema.matched", "A hierarchy holds something that the schema declares.");

  /** A rule was checked, by code that it needs or within the steps that patterns have. */
  public static final Rule RULE_CHECKED =
      should(
          "rule.checked",
          "A rule is checked: its code is at hand, and its patterns stay within bounds.");

  /** A declared member is there. */
  public static final Rule MEMBER_MISSING =
      must("member.missing", "A member that is declared as required is there.");

  /** A recommended member is there. */
  public static final Rule MEMBER_RECOMMENDED =
      should("member.recommended", "A member that is recommended should be there.");

  /** There are as many members of one sort as declared. */
  public static final Rule MEMBER_COUNT =
      must("member.count", "There are as many members under a pattern of names as declared.");

  /** A member is a group or an array, as declared. */
  public static final Rule MEMBER_KIND =
      must("member.kind", "A member is of the declared kind: a group or an array.");

  /** A member can be read. */
  public static final Rule MEMBER_READABLE = must("member.readable", "A member can be read.");

  /** A closed group holds nothing else. */
  public static final Rule MEMBER_UNDECLARED =
      must("member.undeclared", "A closed group holds declared members only.");

  /** No name is nearly a declared one. */
  public static final Rule MEMBER_MISSPELT =
      should("member.misspelt", "No member's name is nearly that of a declared one.");

  /** A declared attribute is there. */
  public static final Rule ATTRIBUTE_MISSING =
      must("attribute.missing", "An attribute that is declared as required is there.");

  /** A recommended attribute is there. */
  public static final Rule ATTRIBUTE_RECOMMENDED =
      should("attribute.recommended", "An attribute that is recommended should be there.");

  /** A value is of the declared type. */
  public static final Rule ATTRIBUTE_TYPE =
      must("attribute.type", "The value of an attribute is of the declared type.");

  /** A value is one of those declared. */
  public static final Rule ATTRIBUTE_VALUE =
      must("attribute.value", "The value of an attribute is one of the declared values.");

  /** A text matches the declared pattern. */
  public static final Rule ATTRIBUTE_PATTERN =
      must("attribute.pattern", "The text of an attribute matches the declared pattern.");

  /** A number is within the declared bounds. */
  public static final Rule ATTRIBUTE_RANGE =
      must("attribute.range", "The number of an attribute is within the declared bounds.");

  /** A list has as many elements as declared. */
  public static final Rule ATTRIBUTE_LENGTH =
      must("attribute.length", "A list has as many elements as declared.");

  /** The elements of a list differ. */
  public static final Rule ATTRIBUTE_DISTINCT =
      must("attribute.distinct", "The elements of a list differ where they are declared to.");

  /** A list has as many elements of a sort as declared. */
  public static final Rule ATTRIBUTE_COUNT =
      must("attribute.count", "A list has as many elements of one sort as declared.");

  /** A closed object holds nothing else. */
  public static final Rule ATTRIBUTE_UNDECLARED =
      must("attribute.undeclared", "A closed object holds declared members only.");

  /** No attribute's name is nearly a declared one. */
  public static final Rule ATTRIBUTE_MISSPELT =
      should("attribute.misspelt", "No attribute's name is nearly that of a declared one.");

  /** A number equals an extent. */
  public static final Rule ATTRIBUTE_EXTENT =
      must("attribute.extent", "A number that repeats an extent of arrays is that extent.");

  /** A path leads to a node. */
  public static final Rule REFERENCE_TARGET =
      must("reference.target", "A path in an attribute leads to a node of the declared kind.");

  /** A name is that of a dimension. */
  public static final Rule REFERENCE_DIMENSION =
      must("reference.dimension", "A name in an attribute is that of a dimension of some array.");

  /** A node is one of the alternatives. */
  public static final Rule CHOICE = must("choice", "A node or value is one of the alternatives.");

  /** Elements are of a declared type. */
  public static final Rule ARRAY_DATA_TYPE =
      must("array.data-type", "The elements of an array are of a declared data type.");

  /** An array has as many dimensions as declared. */
  public static final Rule ARRAY_RANK =
      must("array.rank", "An array has as many dimensions as declared.");

  /** A dimension has the declared extent. */
  public static final Rule ARRAY_EXTENT =
      must("array.extent", "A dimension whose extent is declared has that extent.");

  /** A dimension has the declared name. */
  public static final Rule ARRAY_DIMENSION_NAMES =
      must("array.dimension-names", "A dimension whose name is declared has that name.");

  /** The fill value is the declared one. */
  public static final Rule ARRAY_FILL_VALUE =
      must("array.fill-value", "An array whose fill value is declared has that fill value.");

  /** Chunks are as declared. */
  public static final Rule ARRAY_CHUNKS =
      must("array.chunks", "The chunks of an array have the declared extents.");

  /** Shards are as declared. */
  public static final Rule ARRAY_SHARDS =
      must("array.shards", "The shards of an array have the declared extents.");

  /** Codecs are as declared. */
  public static final Rule ARRAY_CODECS =
      must("array.codecs", "The chunks of an array are encoded with the declared codecs.");

  /** A dimension has one extent. */
  public static final Rule DIMENSION_CONFLICT =
      must("dimension.conflict", "A dimension that several arrays share has one extent.");

  /** Arrays share a data type. */
  public static final Rule GROUP_DATA_TYPE =
      must("group.data-type", "Arrays that are declared to share a data type do.");

  /** So many of a few are there. */
  public static final Rule GROUP_ALTERNATIVES =
      must("group.alternatives", "Of several members, as many are there as declared.");

  /** One member asks for others. */
  public static final Rule GROUP_REQUIRES =
      must("group.requires", "Where a member is there, those that it needs are there.");

  /** A dimension name has one extent within a group. */
  public static final Rule GROUP_DIMENSION_NAMES =
      must("group.dimension-names", "Dimensions of one name have one extent within a group.");

  /** Elements are in order. */
  public static final Rule ELEMENTS_ORDER =
      must("elements.order", "The elements of an array are in the declared order.");

  /** The first element is as declared. */
  public static final Rule ELEMENTS_FIRST =
      must("elements.first", "The first element of an array has the declared value.");

  /** The last element is as declared. */
  public static final Rule ELEMENTS_LAST =
      must("elements.last", "The last element of an array has the declared value.");

  /** Elements sum up as declared. */
  public static final Rule ELEMENTS_SUM =
      must("elements.sum", "The elements of an array have the declared sum.");

  /** Elements are within bounds. */
  public static final Rule ELEMENTS_RANGE =
      must("elements.range", "The elements of an array are within the declared bounds.");

  /** Elements are numbers. */
  public static final Rule ELEMENTS_FINITE =
      must("elements.finite", "The elements of an array are neither NaN nor infinite.");

  private CoreRules() {}

  /** All of them, in the order in which they stand here. */
  public static List<Rule> all() {
    return List.of(
        SCHEMA_MATCHED,
        RULE_CHECKED,
        MEMBER_MISSING,
        MEMBER_RECOMMENDED,
        MEMBER_COUNT,
        MEMBER_KIND,
        MEMBER_READABLE,
        MEMBER_UNDECLARED,
        MEMBER_MISSPELT,
        ATTRIBUTE_MISSING,
        ATTRIBUTE_RECOMMENDED,
        ATTRIBUTE_TYPE,
        ATTRIBUTE_VALUE,
        ATTRIBUTE_PATTERN,
        ATTRIBUTE_RANGE,
        ATTRIBUTE_LENGTH,
        ATTRIBUTE_DISTINCT,
        ATTRIBUTE_COUNT,
        ATTRIBUTE_UNDECLARED,
        ATTRIBUTE_MISSPELT,
        ATTRIBUTE_EXTENT,
        REFERENCE_TARGET,
        REFERENCE_DIMENSION,
        CHOICE,
        ARRAY_DATA_TYPE,
        ARRAY_RANK,
        ARRAY_EXTENT,
        ARRAY_DIMENSION_NAMES,
        ARRAY_FILL_VALUE,
        ARRAY_CHUNKS,
        ARRAY_SHARDS,
        ARRAY_CODECS,
        DIMENSION_CONFLICT,
        GROUP_DATA_TYPE,
        GROUP_ALTERNATIVES,
        GROUP_REQUIRES,
        GROUP_DIMENSION_NAMES,
        ELEMENTS_ORDER,
        ELEMENTS_FIRST,
        ELEMENTS_LAST,
        ELEMENTS_SUM,
        ELEMENTS_RANGE,
        ELEMENTS_FINITE);
  }

  private static Rule must(String id, String text) {
    return new Rule(id, Level.MUST, Origin.SCHEMA, text);
  }

  private static Rule should(String id, String text) {
    return new Rule(id, Level.SHOULD, Origin.SCHEMA, text);
  }
}
