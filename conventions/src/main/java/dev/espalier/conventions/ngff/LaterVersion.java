package dev.espalier.conventions.ngff;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The statement of a node that it follows a version of OME-NGFF after 0.5.
 *
 * @param node the node
 * @param version the version, releases and what led to them: 0.6, 0.6.dev3, 1.0
 */
record LaterVersion(NodePath node, String version) {
  private static final Pattern LATER = Pattern.compile("(0\\.[6-9]|[1-9][0-9]*\\.[0-9]).*");

  static Optional<LaterVersion> of(NodeSpec hierarchy, NodePath at) {
    return hierarchy
        .find(at)
        .flatMap(node -> JsonPointer.of("ome", "version").find(node.attributes().toJson()))
        .filter(version -> version instanceof JsonString)
        .map(version -> ((JsonString) version).value())
        .filter(version -> LATER.matcher(version).matches())
        .map(version -> new LaterVersion(at, version));
  }

  Finding finding() {
    return Finding.builder()
        .rule(ImageRules.VERSION)
        .node(node)
        .pointer(JsonPointer.of("attributes", "ome", "version"))
        .message("the metadata is of version " + version + ", whose form is another one")
        .expected("\"0.5\"")
        .found("\"" + version + "\"")
        .fix("validate it as version " + version + ", or write the image anew as version 0.5")
        .build();
  }
}
