package dev.espalier.zarr.internal.write;

import dev.espalier.json.JsonWriter;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import java.util.Optional;

/**
 * The comment that archives of OME-Zarr have, which tells viewers what they will find, and that all
 * documents come before all chunks. It repeats what the root's attributes say, and so it is there
 * where they say it.
 *
 * @see <a href="https://ngff.openmicroscopy.org/rfc/9/index.html">RFC 9, zipped OME-Zarr</a>
 */
final class ArchiveRemark {
  private ArchiveRemark() {}

  static Optional<String> of(NodeSpec root) {
    return root.attributes()
        .get("ome")
        .flatMap(ome -> ome instanceof JsonObject object ? object.get("version") : Optional.empty())
        .filter(JsonString.class::isInstance)
        .map(version -> JsonWriter.compact(JsonObject.of("ome", ome(version))));
  }

  private static JsonValue ome(JsonValue version) {
    return JsonObject.builder()
        .put("version", version)
        .put(
            "zipFile",
            JsonObject.of("centralDirectory", JsonObject.builder().put("jsonFirst", true).build()))
        .build();
  }
}
