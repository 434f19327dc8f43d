package dev.espalier.io.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import org.junit.jupiter.api.Test;

class CodecConfigurationTest {
  private static final CodecDeclaration PRESS =
      CodecDeclaration.of(
          "press",
          "Presses bytes.",
          Field.required("level", Parameter.integer(-3, 22)).describedAs("how hard"),
          Field.optional("sum", Parameter.flag()).orElse(JsonValue.of(true)),
          Field.optional("place", Parameter.orNull(Parameter.text("start", "end"))),
          Field.optional("order", Parameter.list(Parameter.integer(0))));

  private static final CodecDeclaration MIX =
      CodecDeclaration.of(
          "mix",
          "Mixes bytes.",
          ValueChoice.by(
                  CoreRules.ATTRIBUTE_TYPE, Field.required("how", Parameter.text("not", "well")))
              .when("not", Parameter.object())
              .when("well", Parameter.object(Field.required("size", Parameter.integer(1, 255)))));

  @Test
  void whatIsLeftOutIsWhatWasDeclaredForIt() {
    CodecConfiguration read =
        read(PRESS, JsonObject.builder().put("level", 22).put("place", JsonNull.NULL).build());

    assertThat(read.integer("level")).isEqualTo(22);
    assertThat(read.flag("sum")).isTrue();
    assertThat(read.has("place")).as("null counts as left out").isFalse();
    assertThat(read.elementSize()).isEqualTo(4);
    assertThatThrownBy(() -> read.integers("order"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"order\" was left out");
    assertThatThrownBy(() -> read.flag("sun"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("codec \"press\" declares no parameter \"sun\"");
  }

  @Test
  void whatIsNotAsDeclaredIsRefusedByName() {
    refused(
        PRESS,
        JsonObject.empty(),
        "codec \"press\" lacks \"level\"; expected an integer from -3 to 22");
    refused(
        PRESS, level("23"), "codec \"press\": \"level\" is 23; expected an integer from -3 to 22");
    refused(
        PRESS,
        level("1.0"),
        "codec \"press\": \"level\" is 1.0; expected an integer from -3 to 22");
    refused(
        PRESS,
        level("1").with("place", JsonValue.of("middle")),
        "codec \"press\": \"place\" is \"middle\"; expected one of \"start\", \"end\" or null");
    refused(
        PRESS,
        level("1").with("order", JsonArray.ofLongs(0, -1)),
        "codec \"press\": \"order\" holds -1; expected an integer of at least 0");
    refused(
        PRESS,
        level("1").with("lefel", JsonValue.of(2)),
        "codec \"press\" has no parameter \"lefel\"; it takes"
            + " [\"level\",\"order\",\"place\",\"sum\"]");
  }

  @Test
  void integersThatNoJavaNumberHoldsAreRefused() {
    JsonNumber huge = new JsonNumber("1000000000000000000000");
    CodecConfiguration read = read(PRESS, level("1").with("order", JsonArray.of(huge)));

    assertThatThrownBy(() -> read.integers("order"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "codec \"press\": \"order\" is [1000000000000000000000]; expected integers that 64"
                + " bits can hold");
  }

  @Test
  void theCaseDecidesWhichParametersThereAre() {
    assertThat(read(MIX, how("well").with("size", JsonValue.of(8))).integer("size")).isEqualTo(8);
    assertThat(read(MIX, how("not")).text("how")).isEqualTo("not");
    refused(MIX, how("well"), "codec \"mix\" lacks \"size\"; expected an integer from 1 to 255");
    refused(
        MIX,
        how("not").with("size", JsonValue.of(8)),
        "codec \"mix\" has no parameter \"size\"; it takes [\"how\"]");
    refused(MIX, how("so"), "codec \"mix\": \"how\" is \"so\"; expected one of \"not\", \"well\"");
  }

  @Test
  void othersAreIgnoredWhereTheDeclarationSaysSo() {
    CodecConfiguration read =
        read(PRESS.ignoringOthers(), level("1").with("numThreads", JsonValue.of(4)));

    assertThat(read.integer("level")).isEqualTo(1);
  }

  @Test
  void theJsonSchemaSaysTheSame() {
    assertThat(PRESS.jsonSchema().toString())
        .isEqualTo(
            "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"title\":\"press\","
                + "\"description\":\"Presses bytes.\",\"type\":\"object\",\"properties\":{"
                + "\"level\":{\"type\":\"integer\",\"minimum\":-3,\"maximum\":22,"
                + "\"description\":\"how hard\"},"
                + "\"sum\":{\"type\":\"boolean\",\"default\":true},"
                + "\"place\":{\"anyOf\":[{\"type\":\"string\",\"enum\":[\"start\",\"end\"]},"
                + "{\"enum\":[null]}]},"
                + "\"order\":{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"minimum\":0}}},"
                + "\"required\":[\"level\"],\"additionalProperties\":false}");
  }

  private static JsonObject level(String level) {
    return JsonObject.of("level", new JsonNumber(level));
  }

  private static JsonObject how(String how) {
    return JsonObject.of("how", JsonValue.of(how));
  }

  private static CodecConfiguration read(CodecDeclaration declaration, JsonObject members) {
    return CodecConfiguration.of(declaration, new CodecSpec(declaration.name(), members), 4);
  }

  private static void refused(CodecDeclaration declaration, JsonObject members, String message) {
    assertThatThrownBy(() -> read(declaration, members))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
