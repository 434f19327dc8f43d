package dev.espalier.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.AttributeType;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.typed.Read;
import dev.espalier.typed.plate.Plate;
import dev.espalier.typed.plate.PlateBuilder;
import dev.espalier.typed.plate.PlateConvention;
import dev.espalier.typed.settings.CameraBuilder;
import dev.espalier.typed.settings.Settings;
import dev.espalier.typed.settings.SettingsBuilder;
import dev.espalier.typed.settings.SettingsConvention;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was read is written back as it was found, but for what was changed. */
class RewriteTest {
  private static final String SETTINGS =
      """
      {"small": 7.0, "large": 1e3, "exact": 0.10, "axes": [], "wrapped": true, "tags": [],
       "tables": {"t": [[1e400], [18446744073709551615]]}, "remarks": null,
       "camera": {"maker": "us", "f-number": 2.80, "serial": 18446744073709551615,
                  "lens": {"focal length": 50, "coating": null}}}
      """;

  private static GroupSpec group(String attributes) {
    JsonObject object = (JsonObject) JsonReader.parse(attributes);
    return GroupSpec.builder().attributes(Attributes.of(object)).build();
  }

  private static Read<Settings> read(GroupSpec group) {
    return new SettingsConvention()
        .read(
            group,
            NodePath.root(),
            path -> {
              throw new AssertionError(path);
            });
  }

  @Test
  void numbersThatDidNotChangeKeepTheirSpellingAndTheirDigits() {
    Read<Settings> read = read(group(SETTINGS));
    Settings changed = new SettingsBuilder().from(read.orThrow()).small(8).build();

    assertThat(read.rewrite(read.orThrow()).root()).isEqualTo(group(SETTINGS));
    assertThat(read.rewrite(changed).root())
        .isEqualTo(group(SETTINGS.replace("\"small\": 7.0", "\"small\": 8")));
  }

  @Test
  void anObjectThatChangedKeepsWhatNothingDeclares() {
    Read<Settings> read = read(group(SETTINGS));
    Settings.Camera camera = read.orThrow().camera();
    Settings changed =
        new SettingsBuilder()
            .from(read.orThrow())
            .camera(
                new CameraBuilder()
                    .from(camera)
                    .maker("them")
                    .lens(new Settings.Lens(35, camera.lens().orElseThrow().blades()))
                    .build())
            .build();

    assertThat(read.rewrite(changed).root())
        .isEqualTo(
            group(
                SETTINGS
                    .replace("\"us\"", "\"them\"")
                    .replace("\"focal length\": 50", "\"focal length\": 35.0")));
  }

  @Test
  void anOptionalPartThatIsTakenAwayGoesWithAllThatItHeld() {
    Read<Settings> read = read(group(SETTINGS));
    Settings changed =
        new SettingsBuilder()
            .from(read.orThrow())
            .camera(
                new CameraBuilder().from(read.orThrow().camera()).lens(Optional.empty()).build())
            .build();

    assertThat(read.rewrite(changed).root())
        .isEqualTo(group(SETTINGS.replaceAll(",\\s+\"lens\": \\{[^}]*}", "")));
  }

  @Test
  void theExactTypeOfAnAttributeStaysUnlessItIsChanged() {
    Attributes typed =
        group(SETTINGS)
            .attributes()
            .with(
                "small",
                new Attribute(
                    JsonValue.of(7),
                    Optional.of(new AttributeType(CoreType.INT16, Shape.scalar()))));
    Read<Settings> read = read(group(SETTINGS).withAttributes(typed));

    assertThat(read.rewrite(read.orThrow()).root().attributes()).isEqualTo(typed);
  }

  @Test
  void elementsOfListsAreKnownAgainWhereverTheyStand() {
    String wells =
        """
        {"wells": [{"path": "well_A", "row": 1, "colour": "red"},
                   {"path": "well_B", "row": 2, "colour": "blue"}]}
        """;
    PlateConvention convention = new PlateConvention();
    Read<Plate> read =
        convention.read(
            group(wells),
            NodePath.root(),
            path -> {
              throw new AssertionError(path);
            });
    Plate first = read.orThrow();
    Plate.Position a = first.wells().get(0);
    Plate.Position b = first.wells().get(1);

    assertThat(written(read, first, List.of(b, a)))
        .isEqualTo(
            "[{\"path\":\"well_B\",\"row\":2,\"colour\":\"blue\"},"
                + "{\"path\":\"well_A\",\"row\":1,\"colour\":\"red\"}]");
    assertThat(written(read, first, List.of(b)))
        .isEqualTo("[{\"path\":\"well_B\",\"row\":2,\"colour\":\"blue\"}]");
    assertThat(written(read, first, List.of(a, new Plate.Position("well_B", 3))))
        .isEqualTo(
            "[{\"path\":\"well_A\",\"row\":1,\"colour\":\"red\"},"
                + "{\"path\":\"well_B\",\"row\":3,\"colour\":\"blue\"}]");
    assertThat(written(read, first, List.of(new Plate.Position("well_C", 3), a, b)))
        .isEqualTo(
            "[{\"path\":\"well_C\",\"row\":3},"
                + "{\"path\":\"well_A\",\"row\":1,\"colour\":\"red\"},"
                + "{\"path\":\"well_B\",\"row\":2,\"colour\":\"blue\"}]");
  }

  private static String written(Read<Plate> read, Plate first, List<Plate.Position> wells) {
    Plate changed = new PlateBuilder().from(first).wells(wells).build();
    return String.valueOf(read.rewrite(changed).root().attributes().get("wells").orElseThrow());
  }
}
