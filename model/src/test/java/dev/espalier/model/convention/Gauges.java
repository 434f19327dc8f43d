package dev.espalier.model.convention;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.string;

import dev.espalier.model.declare.SchemaDeclaration;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.List;

/** A convention of two versions for the tests here, and hierarchies that follow it. */
final class Gauges {
  static final String UUID = "0a1b2c3d-0000-4000-8000-00000000abcd";
  static final String BASE = "https://example.org/gauge/v";
  static final SchemaConvention V1 = version("1.0");
  static final SchemaConvention V2 = version("2.0");
  static final Conventions BOTH = new Conventions(List.of(V2, V1));

  private Gauges() {}

  static SchemaConvention version(String version) {
    return new SchemaConvention(withVersion(version));
  }

  static Schema withVersion(String version) {
    return declared(version).probe("/gauge/version", version).build();
  }

  static Schema unpublished(String version) {
    return convention("example:gauge", version).root(group()).build();
  }

  static Schema withProbe(String pointer, String version) {
    return declared(version).probe(pointer).build();
  }

  private static SchemaDeclaration declared(String version) {
    return convention("example:gauge", version)
        .title("A gauge")
        .uuid(UUID)
        .url(url(version))
        .alias("https://example.org/old-gauge/" + version)
        .root(group().attribute("station", string()).member("level", array().dimensions("time")));
  }

  static String url(String version) {
    return BASE + version + "/schema.json";
  }

  static Schema schema(String version) {
    return declared(version).build();
  }

  static GroupSpec stating(String version) {
    return gauge(
        JsonObject.builder()
            .put("station", "Pegel")
            .put("gauge", JsonObject.of("version", JsonValue.of(version)))
            .build());
  }

  static GroupSpec listing(JsonObject entry) {
    return gauge(
        JsonObject.builder()
            .put("station", "Pegel")
            .put("zarr_conventions", new JsonArray(List.of(JsonObject.empty(), entry)))
            .build());
  }

  static GroupSpec gauge(JsonObject attributes) {
    ArraySpec level = ArraySpec.builder().dataType(CoreType.FLOAT32).shape(Shape.of(3)).build();
    return GroupSpec.builder()
        .attributes(Attributes.of(attributes))
        .putMember("level", level)
        .build();
  }
}
