package dev.espalier.processor;

import static dev.espalier.model.declare.Declare.anyOf;
import static dev.espalier.model.declare.Declare.anything;
import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.bool;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.dependingOn;
import static dev.espalier.model.declare.Declare.everyOther;
import static dev.espalier.model.declare.Declare.excluded;
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
import static dev.espalier.model.declare.Declare.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.code.AnnotatedCode;
import dev.espalier.model.code.AnnotatedSource;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.evolve.Compatibility;
import dev.espalier.model.evolve.SchemaDiff;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.infer.SchemaInference;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas written as annotated interfaces, which are then compiled. */
class AnnotatedCodeTest {
  private static final Rule OWN = must("lab.own", "Says \"this\" \\ and that.");

  @TempDir private Path directory;

  /** Compiles what is written; packages differ, as processors remember types of one process. */
  private Schema compiled(AnnotatedSource written, String packageName) throws IOException {
    Compilation compiled =
        new Compilation(directory.resolve(packageName))
            .source(packageName + "/It.java", written.source())
            .run();
    assertThat(compiled.messages()).as(written.source()).isEmpty();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {compiled.output().toUri().toURL()}, getClass().getClassLoader())) {
      return (Schema) loader.loadClass(packageName + ".ItConvention").getField("SCHEMA").get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(written.source(), e);
    }
  }

  private void assertComesBack(Schema schema, String packageName) throws IOException {
    AnnotatedSource written = AnnotatedCode.of(schema, packageName, "It");

    assertThat(written.notExpressed()).isEmpty();
    assertThat(SchemaDiff.between(schema, compiled(written, packageName)))
        .as(written.source())
        .isEmpty();
  }

  @Test
  void aSmallSchemaReadsAsIfWrittenByHand() throws IOException {
    Schema schema =
        convention("lab:gauge", "1.0")
            .title("Levels of rivers.")
            .root(
                group()
                    .text("A gauge.")
                    .attribute("station", string().oneOf("A", "B"))
                    .optional("sampling:rate", number().above(0))
                    .member("time", array().types("int64").namedDimensions("time"))
                    .members(1, template("run{n}"), reference("run")))
            .define("run", group().attribute("axes", list(object(required("name", string())))))
            .build();
    AnnotatedSource written = AnnotatedCode.of(schema, "rivers", "It");

    assertThat(written.source())
        .isEqualTo(
            """
            package rivers;

            import dev.espalier.model.annotation.ArrayOf;
            import dev.espalier.model.annotation.Attribute;
            import dev.espalier.model.annotation.Convention;
            import dev.espalier.model.annotation.Fields;
            import dev.espalier.model.annotation.Group;
            import dev.espalier.model.annotation.Members;
            import dev.espalier.model.annotation.Named;
            import dev.espalier.model.annotation.value.Above;
            import dev.espalier.model.annotation.value.OneOf;
            import dev.espalier.model.typed.NdArray;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;

            /**
             * A gauge.
             */
            @Convention(
                name = "lab:gauge",
                version = "1.0",
                title = "Levels of rivers.")
            public interface It {
              @Attribute
              @OneOf({"A", "B"})
              String station();

              @Attribute("sampling:rate")
              @Above(0.0)
              Optional<Double> samplingRate();

              @ArrayOf(types = "int64", namedDimensions = "time")
              NdArray time();

              @Members(value = "run{n}", min = 1)
              Map<String, Run> runN();

              @Fields
              interface Axes {
                String name();
              }

              @Named("run")
              @Group(defined = true)
              interface Run {
                @Attribute
                List<Axes> axes();
              }
            }
            """);
    assertComesBack(schema, "rivers");
  }

  @Test
  void whatAnnotationsCanSayComesBackUnchanged() throws IOException {
    assertComesBack(
        convention("lab:\"x\"", "1\\u0041")
            .uuid("7b0b3bd9-53cb-4bb8-9b31-50b37d3a2a6e")
            .url("https://example.org/x")
            .alias("https://example.org/y")
            .probe("/a~1b/c")
            .probe("/v", "1=2")
            .root(
                group()
                    .closed()
                    .closedAttributes()
                    .dimensions("n", "m")
                    .attribute("class", string().matching("[a-z]+\"\\d", "a word"))
                    .attribute("getClass", string())
                    .attribute("1", integer().between(-3, 1e9).equalTo("n+1"))
                    .attribute("a-b", list(number().atLeast(0.5)).sized(1, 3).distinct())
                    .attribute("a_b", mapOf(list(bool())))
                    .attribute("aB", number().atMost(1))
                    .recommended("camera", camera())
                    .attribute(optional("n", integer()).orElse(JsonValue.of(5)))
                    .attribute(optional("gain", number()).orElse(new JsonNumber("1.5")))
                    .attribute(optional("text", string()).orElse(JsonValue.of("\"")))
                    .attribute(optional("yes", bool()).orElse(JsonValue.of(true)))
                    .attribute("leaf", string().referringTo("leaf"))
                    .attribute("dimension", string().namingDimension("n"))
                    .attribute("any", anything("whatever"))
                    .attribute("correction", correction())
                    .attribute("shape", tuple(integer().equalTo("n"), list(tuple(bool()))))
                    .attribute(excluded("role"))
                    .optional("place", object(optional("x", number()), excluded("y")))
                    .member("needed", array().dimensions("n", "m"))
                    .recommendedMember("advised", reference("leaf"))
                    .optionalMember("a b", group())
                    .members(template("s{n}"), reference("leaf"))
                    .members(2, matching("r\\d+\\\\"), reference("other"))
                    .members(0, 3, template("t{n}"), array().attribute(excluded("role")))
                    .members(everyOther(), choice().or("one", group()).or("two", array()))
                    .sameDataType("needed", "s{n}")
                    .exactlyOne("needed", "advised")
                    .atLeastOne("needed", "@aB")
                    .atMostOne("needed", "advised")
                    .requires("needed", "advised")
                    .dimensionNamesAgree()
                    .check(OWN, subject -> {}))
            .define("leaf", choice().or("a", array()).or("b", group()))
            .define("other", group().optionalMember("other", reference("other")))
            .build(),
        "nodes");
  }

  private static ValueSchema camera() {
    return object(
            required("maker", string()),
            recommended("f-number", number()),
            optional("lens", object(required("blades", integer())).closed()))
        .with(new Constraint.Coded(List.of(should("lab.maker", "Known.")), part -> {}));
  }

  private static ValueSchema correction() {
    return dependingOn("kind")
        .when("scale", object(required("by", number())))
        .when("no scale", object().closed());
  }

  @Test
  void arraysComeBackUnchanged() throws IOException {
    assertComesBack(
        convention("lab:x", "1")
            .root(
                group()
                    .member("n", array().namedDimensions("n", "m").types("float", "r16"))
                    .member("mixed", array().dimensions(mixed()))
                    .member("m", array().dimensions("2*n-1", "...", "3").chunks("1", "full"))
                    .member("tiles", array().preferShards("8").preferCodecs(CodecSpec.of("gzip")))
                    .member("hard", array().shards("8").preferChunks("4").codecs(CodecSpec.of("a")))
                    .member("zero", array().types("int8").fillValue(FillValue.zero(CoreType.INT8)))
                    .member("lines", array().dimensions("n").rising().first("0").last("n").finite())
                    .member("more", array().strictlyRising().sum("2*n").positionsIn("n"))
                    .member("within", array().within("-1.50", "1e400"))
                    .member("least", array().atLeast("3"))
                    .member("units", array().attribute("unit", string()).closedAttributes())
                    .member("checked", array().check(OWN, subject -> {})))
            .build(),
        "arrays");
  }

  private static Dimensions mixed() {
    return Dimensions.of(
        List.of(
            new Dimension(Extent.any(), Optional.of("y")),
            new Dimension(Extent.symbol("n"), Optional.of("x")),
            Dimension.of("n+1")));
  }

  @Test
  void anArrayMayBeTheRoot() throws IOException {
    assertComesBack(
        convention("lab:x", "1")
            .root(array().types("int8").attribute("array", string()).closedAttributes())
            .build(),
        "alone");
  }

  @Test
  void aRootThatHoldsItselfComesBackUnchanged() throws IOException {
    assertComesBack(
        convention("lab:x", "1")
            .root(reference("self"))
            .define(
                "self", group().attribute("a", string()).optionalMember("in", reference("self")))
            .build(),
        "self");
  }

  @Test
  void whatAnnotationsCannotSayIsToldAndLeftOut() throws IOException {
    Schema schema =
        convention("lab:x", "1")
            .root(
                group()
                    .under(OWN)
                    .closed()
                    .attribute("union", anyOf(string(), integer()))
                    .attribute("empty", list(tuple()))
                    .attribute("values", integer().oneOf(JsonValue.of(1), JsonValue.of(2)))
                    .attribute("length", list(string()).sized(1).sized(2))
                    .attribute(Field.demanded(OWN, "own", number()))
                    .attribute(optional("start", list(string())).orElse(JsonObject.empty()))
                    .member("scalar", array().dimensions(Dimensions.of(List.of())))
                    .member("nan", array().types("float32").fillValue(nan()))
                    .member("choice", choice().or("a", reference("leaf")).or("b", group()))
                    .members(everyOther(), group())
                    .exactlyOne("choice", "nan"))
            .define("leaf", array())
            .build();
    AnnotatedSource written = AnnotatedCode.of(schema, "relaxed", "It");

    assertThat(written.notExpressed())
        .containsExactly(
            "/: the rule lab.own",
            "/ attribute /union: a string or an integer",
            "/ attribute /empty/*: an empty list",
            "/ attribute /values: the constraint attribute.value",
            "/ attribute /length: the constraint attribute.length",
            "/ attribute /own: the rule lab.own",
            "/ attribute /start: absence means {}",
            "/scalar: dimensions []",
            "/nan: the fill value \"NaN\"",
            "/: the member choice, a choice among choices or references",
            "/: the members *",
            "/: the rule group.alternatives");
    assertThat(SchemaDiff.between(schema, compiled(written, "relaxed")))
        .isNotEmpty()
        .noneMatch(change -> change.compatibility() == Compatibility.BREAKING);
  }

  private static FillValue nan() {
    return FillValue.parse(CoreType.FLOAT32, JsonValue.of("NaN"));
  }

  @Test
  void whatWasInferredComesBackUnchanged() throws IOException {
    JsonObject multiscales =
        JsonObject.builder().put("version", "0.5").put("name", "cells").build();
    GroupSpec.Builder image = GroupSpec.builder();
    for (int i = 0; i < 3; i++) {
      image.putMember(
          "s" + i,
          ArraySpec.builder()
              .dataType(CoreType.UINT16)
              .shape(Shape.of(3, 16 >> i, 16 >> i))
              .dimensions(List.of("c", "y", "x"))
              .attributes(Attributes.of(JsonObject.of("unit", JsonValue.of("um"))))
              .build());
    }
    image.attributes(Attributes.of(JsonObject.of("ome", multiscales)));

    assertComesBack(SchemaInference.of(image.build(), Identity.of("lab:image", "1")), "inferred");
  }

  @Test
  void aChoiceCannotBeTheRoot() {
    Schema schema = convention("lab:x", "1").root(choice().or("a", group())).build();

    assertThatThrownBy(() -> AnnotatedCode.of(schema, "a", "It"))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "the root of lab:x@1 is a choice, which has no form as an annotated interface; write it"
                + " as builder code");
  }
}
