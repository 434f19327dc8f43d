package dev.espalier.typed;

import static dev.espalier.model.declare.Declare.anything;
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
import static dev.espalier.model.declare.Declare.must;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.optional;
import static dev.espalier.model.declare.Declare.recommended;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.should;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.ArrayDeclaration;
import dev.espalier.model.declare.ChoiceDeclaration;
import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.type.CoreType;
import dev.espalier.typed.gauge.GaugeConvention;
import dev.espalier.typed.plate.PlateConvention;
import dev.espalier.typed.pyramid.PyramidConvention;
import dev.espalier.typed.ragged.RaggedConvention;
import dev.espalier.typed.settings.SettingsConvention;
import dev.espalier.typed.single.TraceConvention;
import dev.espalier.typed.sparse.SparseConvention;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The schema of an annotated type is the one that is built by hand. */
class SchemaLawTest {
  @Test
  void aGaugeWithAttributesOfManyKindsAndGaugesInIt() {
    GroupDeclaration gauge =
        group()
            .text("A river gauge: water levels over time.\n\nMade for tests.")
            .attribute("license", string())
            .attribute(
                required("station", string().matching("[A-Z]+", "capitals"))
                    .describedAs("Which station."))
            .attribute(
                optional("sampling:rate", number().above(0))
                    .orElse(JsonValue.of(1.0))
                    .describedAs("Samples a second."))
            .optional("heights", list(number().atLeast(0)))
            .recommended(
                "correction",
                dependingOn("kind")
                    .when("offset", object(required("by", number())))
                    .when(
                        "scale",
                        object(
                            required("factor", number().atLeast(1)), optional("note", string()))))
            .attribute("unit", string().oneOf("m", "FOOT"))
            .member(
                "time",
                array()
                    .text("When.")
                    .types("int64")
                    .namedDimensions("time")
                    .preferChunks("1024")
                    .strictlyRising()
                    .first("0"))
            .member("level", array().types("float").dimensions("time"))
            .optionalMember(
                "quality",
                array()
                    .text("How good.")
                    .types("uint8")
                    .dimensions("time")
                    .attribute("legend", string()))
            .members(template("run_{n}"), array().types("float").dimensions("sample"))
            .member(
                Member.many(matching("up_[a-z]+"), reference("gauge").toSchema())
                    .describedAs("Gauges upstream."))
            .sameDataType("level", "run_{n}")
            .check(should("gauge.odd", "Odd."), subject -> {});

    assertThat(GaugeConvention.SCHEMA)
        .isEqualTo(
            convention("example:gauge", "1.0")
                .title("Water levels of a river")
                .probe("/station")
                .root(reference("gauge"))
                .define("gauge", gauge)
                .build());
  }

  @Test
  void aSparseMatrixWithExpressionsOfExtentsAndRulesOnElements() {
    GroupDeclaration sparse =
        group()
            .text("A matrix in compressed rows.")
            .closed()
            .closedAttributes()
            .attribute(optional("encoding", string()).orElse(JsonValue.of("csr")))
            .attribute("shape/rows", integer().equalTo("rows"))
            .attribute("columns", integer().equalTo("cols"))
            .member(
                "indptr",
                array()
                    .types("int64")
                    .dimensions("rows+1")
                    .chunks("full")
                    .rising()
                    .first("0")
                    .last("nnz"))
            .member(
                "indices",
                array()
                    .types("integer")
                    .dimensions("nnz")
                    .preferShards("64")
                    .preferChunks("16")
                    .positionsIn("cols"))
            .member(
                "data",
                array()
                    .types("float64")
                    .dimensions("nnz")
                    .fillValue(FillValue.parse(CoreType.FLOAT64, JsonValue.of("NaN")))
                    .preferCodecs(
                        new CodecSpec("bytes", JsonObject.of("endian", JsonValue.of("little"))),
                        new CodecSpec("gzip", JsonObject.of("level", JsonValue.of(1))))
                    .finite()
                    .within("-1e9", "1e9"));

    assertThat(SparseConvention.SCHEMA)
        .isEqualTo(
            convention("example:csr", "0.1")
                .uuid("7f0ed2a5-5d4e-4c0b-8b53-6f3a5b7d1c11")
                .url("https://example.org/csr/0.1")
                .alias("https://example.org/csr")
                .alias("https://example.org/csr/latest")
                .probe("/encoding", "csr")
                .probe("/shape~1rows")
                .root(sparse)
                .build());
  }

  @Test
  void aPlateWithChoicesReferencesAndRulesAboutTheGroup() {
    GroupDeclaration well =
        group()
            .text("One well.")
            .optional("content", string())
            .member("image", array().types("uint8", "uint16").dimensions("...", "h", "w"));
    ChoiceDeclaration matrix =
        choice()
            .text("A matrix in one of two forms.")
            .or(
                "full",
                array().text("As an array.").dimensions("*", "*").optional("unit", string()))
            .or(
                "packed",
                group()
                    .text("As a group.")
                    .member("values", array().types("real").dimensions("stored"))
                    .member("places", array().types("int32").dimensions("stored", "2")));
    ValueSchema position =
        object(required("path", string().referringTo("well")), required("row", integer()));
    GroupDeclaration plate =
        group()
            .text("A plate of wells.")
            .dimensions("y", "x")
            .attribute(
                required(
                        "wells",
                        list(position)
                            .sized(1, 96)
                            .with(
                                new Constraint.Distinct(
                                    CoreRules.ATTRIBUTE_DISTINCT, Optional.of("path"))))
                    .describedAs("Where the wells are."))
            .optional("first", string().referringTo("array"))
            .optional("note", string())
            .optionalMember(
                "thumb-nail", array().text("A picture.").types("uint8").dimensions("y", "x", "3"))
            .recommendedMember(
                "mask",
                array()
                    .types("bool")
                    .dimensions("y", "x")
                    .fillValue(FillValue.parse(CoreType.BOOL, JsonValue.of(false))))
            .member(
                Member.optional("matrix", matrix.toSchema())
                    .describedAs("The same, sparse or not."))
            .member(
                Member.atLeast(1, template("well_{row}"), well.toSchema())
                    .describedAs("All wells."))
            .members(everyOther(), matrix)
            .exactlyOne("mask", "matrix")
            .atLeastOne("@wells", "thumb-nail")
            .atMostOne("@note", "@first")
            .atMostOne("@note", "mask")
            .requires("mask", "thumb-nail", "@wells")
            .dimensionNamesAgree();

    assertThat(PlateConvention.SCHEMA)
        .isEqualTo(
            convention("example:plate", "2")
                .root(plate)
                .define("well", well)
                .define("array", array())
                .build());
  }

  @Test
  void aPyramidThatIsSeveralThingsAtOnceDeclaresEachOfThemOnceAndFirst() {
    GroupDeclaration pyramid =
        group()
            .text("An image in several resolutions.")
            .recommended("title", string())
            .optional("spatial:bbox", list(number()).sized(4, 4))
            .attribute("year", integer())
            .attribute(optional("calendar", string()).orElse(JsonValue.of("gregorian")))
            .attribute("license", string())
            .members(
                1,
                template("s{n}"),
                array().types("float32").dimensions("...", "*", "*").preferChunks("64", "64"))
            .sameDataType("s{n}");

    assertThat(PyramidConvention.SCHEMA)
        .isEqualTo(convention("example:pyramid", "1").root(pyramid).build());
  }

  @Test
  void raggedProfilesWithNamedDimensionsAndChecksInCode() {
    Rule title = new Rule("ragged.title", Level.MAY, Rule.Origin.TEXT, "It has a title.");
    ArrayDeclaration counts =
        array()
            .text("How long each profile is.")
            .types("int64")
            .namedDimensions("profile")
            .sum("sample")
            .atLeast("0")
            .attribute("sample_dimension", string().namingDimension("sample"))
            .closedAttributes()
            .check(must("ragged.counts", "Counts are checked."), subject -> {});
    GroupDeclaration ragged =
        group()
            .text("Profiles of different lengths, one after the other.")
            .member("counts", counts)
            .member("values", array().types("float64").dimensions(named("sample", "sample")))
            .member(
                "edges",
                array()
                    .types("int32")
                    .dimensions(
                        Dimensions.of(
                            List.of(
                                new Dimension(Extent.parse("profile+1"), Optional.of("edge")),
                                Dimension.of("2")))))
            .checkAttributes(title, part -> {});

    assertThat(RaggedConvention.SCHEMA)
        .isEqualTo(convention("example:ragged", "1").root(ragged).build());
  }

  private static Dimensions named(String name, String extent) {
    return Dimensions.of(List.of(new Dimension(Extent.parse(extent), Optional.of(name))));
  }

  @Test
  void aTraceThatIsAnArray() {
    assertThat(TraceConvention.SCHEMA)
        .isEqualTo(
            convention("example:trace", "3")
                .root(
                    array()
                        .text("One trace: an array that is a convention of its own.")
                        .types("int16", "int32")
                        .namedDimensions("channel", "time")
                        .preferChunks("1", "*")
                        .attribute("unit", string())
                        .attribute(optional("offset", integer()).orElse(JsonValue.of(-5))))
                .build());
  }

  @Test
  void settingsWithValuesOfEveryType() {
    ValueSchema.Obj camera =
        object(
                required("maker", string()).describedAs("Who made it."),
                optional("f-number", number()).orElse(JsonValue.of(2.8)),
                optional(
                    "lens",
                    object(required("focal length", number()), optional("blades", integer()))))
            .closed()
            .with(
                new Constraint.Coded(
                    List.of(must("settings.maker", "The maker is known.")), part -> {}));
    GroupDeclaration settings =
        group()
            .text("Nothing but attributes, of every type.")
            .attribute("small", integer())
            .attribute("large", integer())
            .attribute("exact", number().between(-0.5, 0.5))
            .attribute("axes", list(string().oneOf("x", "y")).distinct())
            .attribute("tables", mapOf(list(list(number().atMost(9.5)))))
            .optional("remarks", anything("Whatever was said."))
            .optional("count", integer())
            .optional("bytes", integer())
            .attribute(recommended("ratio", number()))
            .attribute("camera", camera)
            .attribute(optional("wrapped", bool()).orElse(JsonValue.of(true)))
            .attribute(
                optional("tags", list(string())).orElse(JsonArray.ofStrings(List.of("none"))));

    Schema schema = convention("example:settings", "1").root(settings).build();
    assertThat(SettingsConvention.SCHEMA).isEqualTo(schema);
  }
}
