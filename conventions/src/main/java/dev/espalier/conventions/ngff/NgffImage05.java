package dev.espalier.conventions.ngff;

import dev.espalier.model.convention.Arranger;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.ConventionId;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.jsonschema.JsonSchemaExport;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.NodeSchema;
import java.util.List;
import java.util.Optional;

/**
 * A multiscale image as OME-NGFF 0.5 describes it: a group whose attribute {@code ome} names axes
 * and the arrays that hold the image at decreasing resolutions.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/">OME-NGFF 0.5</a>
 */
public final class NgffImage05 implements Convention {
  private static final ConventionId ID = new ConventionId("ngff:image", "0.5");
  private static final Matcher MATCHER = Matcher.of(ImageSchema.IMAGE);

  /** Makes the convention; there is nothing to configure. */
  public NgffImage05() {}

  @Override
  public ConventionId id() {
    return ID;
  }

  @Override
  public String title() {
    return ImageSchema.IMAGE.title();
  }

  @Override
  public List<Rule> rules() {
    return ImageSchema.IMAGE.rules();
  }

  /**
   * Whether the node has {@code ome.multiscales}, in whatever state. The version is not looked at:
   * a wrong or missing one is a mistake to be found, not a reason to look away.
   */
  @Override
  public boolean isDeclaredAt(NodeSpec hierarchy, NodePath at) {
    return hierarchy
        .find(at)
        .flatMap(node -> node.attributes().get("ome"))
        .filter(ome -> ome instanceof JsonObject object && object.has("multiscales"))
        .isPresent();
  }

  /**
   * Checks an image. Of a later version of the convention, nothing but the version is found wrong:
   * its metadata has another form.
   */
  @Override
  public List<Finding> check(NodeSpec hierarchy, NodePath at) {
    return LaterVersion.of(hierarchy, at)
        .map(LaterVersion::finding)
        .map(List::of)
        .orElseGet(() -> MATCHER.match(hierarchy, at).findings());
  }

  @Override
  public JsonObject jsonSchema() {
    return JsonSchemaExport.of((NodeSchema.Group) ImageSchema.IMAGE.root(), "OME-NGFF 0.5 image");
  }

  @Override
  public Optional<Arranger> arranger() {
    return Optional.of(new ImageArranger());
  }
}
