package dev.espalier.cli.tide;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;

import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.declare.SchemaDeclaration;

/** The first version: heights are called {@code data} and are whole centimetres. */
public final class Tide1 extends SchemaConvention {
  static final String UUID = "5b6c1f0e-7c35-4c56-9c4e-4f2f0d8a1c11";

  /** Makes it; there is nothing to configure. */
  public Tide1() {
    super(
        declared("1.0")
            .root(group().member("data", array().types("uint8").dimensions("time")))
            .build());
  }

  static SchemaDeclaration declared(String version) {
    return convention("test:tide", version)
        .title("Heights of the sea at one place")
        .uuid(UUID)
        .url("https://example.org/tide/" + version + "/schema.json")
        .probe("/tide/version", version);
  }
}
