package dev.espalier.cli.tide;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.string;

import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.migration.Migration;
import dev.espalier.model.migration.MigrationDraft;
import java.util.List;

/** The second version: heights are called {@code height} and have a unit. */
public final class Tide2 extends SchemaConvention {
  /** Makes it; there is nothing to configure. */
  public Tide2() {
    super(
        Tide1.declared("2.0")
            .root(
                group()
                    .attribute("station", string())
                    .member(
                        "height",
                        array().types("uint8").dimensions("time").attribute("unit", string())))
            .build());
  }

  @Override
  public List<Migration> migrations() {
    return List.of(Migration.between("1.0", "2.0", Tide2::steps));
  }

  private static MigrationDraft steps(MigrationDraft node) {
    return node.renameMember("/data", "height")
        .setAttribute("/height", "/unit", "cm")
        .setAttribute("/tide/version", "2.0");
  }
}
