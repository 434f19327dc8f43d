package dev.espalier.conventions.ngff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.tree.Edits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A finding that carries edits is gone once they are applied, and nothing else is wrong then. */
class ImageFixesTest {
  private static final ImageFixture VALID = ImageFixture.valid();
  private static final String[] MIXED = {"t", "c", "z", "x", "y"};

  private final NgffImage05 convention = new NgffImage05();

  /**
   * A mistake that can be mended.
   *
   * @param image the image with the mistake
   * @param edits what mends it, in words
   */
  private record Mendable(ImageFixture image, List<String> edits) {
    static Mendable by(ImageFixture image, String... edits) {
      return new Mendable(image, List.of(edits));
    }
  }

  static Stream<Mendable> mistakes() {
    return Stream.of(
        Mendable.by(VALID.remove("/ome/version"), "set attribute /ome/version of / to \"0.5\""),
        Mendable.by(
            VALID.remove("/ome/version").set("/ome/Version", "\"0.5\""),
            "rename attribute /ome/Version of / to \"version\""),
        Mendable.by(
            VALID
                .remove("/ome/multiscales/0/axes/2/name")
                .set("/ome/multiscales/0/axes/2/nam", "\"z\""),
            "rename attribute /ome/multiscales/0/axes/2/nam of / to \"name\""),
        Mendable.by(
            VALID.with("/notes", ImageFixture.group("{\"ome\": {\"version\": \"0.4\"}}")),
            "set attribute /ome/version of /notes to \"0.5\""),
        Mendable.by(
            VALID.array("/1", array -> array.dimensions(List.of(MIXED))),
            "set the dimension names of /1 to [\"t\",\"c\",\"z\",\"y\",\"x\"]"),
        Mendable.by(
            withoutDimensionNames("/0", "/1", "/2"),
            "set the dimension names of /0 to [\"t\",\"c\",\"z\",\"y\",\"x\"]",
            "set the dimension names of /1 to [\"t\",\"c\",\"z\",\"y\",\"x\"]",
            "set the dimension names of /2 to [\"t\",\"c\",\"z\",\"y\",\"x\"]"));
  }

  private static ImageFixture withoutDimensionNames(String... arrays) {
    return Arrays.stream(arrays)
        .reduce(
            VALID,
            (image, path) -> image.array(path, array -> array.dimensionNames(Optional.empty())),
            (left, right) -> right);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void theEditsOfAFindingMendIt(Mendable mistake) {
    NodeSpec broken = mistake.image().hierarchy();
    List<Finding> findings = convention.check(broken, NodePath.root());

    assertThat(findings).hasSize(1);
    List<Edit> edits = findings.get(0).edits();
    assertThat(edits.stream().map(Edit::describe)).containsExactlyElementsOf(mistake.edits());
    assertThat(edits).allMatch(Edit::touchesMetadataOnly);
    assertThat(convention.check(Edits.apply(broken, edits), NodePath.root())).isEmpty();
  }

  @Test
  void whereAllArraysAgreeOnOtherNamesNobodyButTheAuthorKnowsWhichSideIsRight() {
    List<Finding> findings = convention.check(VALID.dimensions(MIXED).hierarchy(), NodePath.root());

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).edits()).isEmpty();
  }

  @Test
  void theMetadataOfALaterVersionHasAnotherFormAndIsNotMendedByItsNumber() {
    List<Finding> findings =
        convention.check(
            VALID.set("/ome/version", "\"0.6\"").remove("/ome/multiscales/0/axes").hierarchy(),
            NodePath.root());

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).edits()).isEmpty();
  }
}
