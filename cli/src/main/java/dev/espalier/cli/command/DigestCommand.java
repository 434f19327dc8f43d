package dev.espalier.cli.command;

import dev.espalier.cli.element.ArrayDigest;
import dev.espalier.cli.output.NodeJson;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.Visible;
import dev.espalier.cli.terminal.Workshop;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Prints a digest of the elements of each array. */
@Command(
    name = "digest",
    header = "Print the SHA-256 of the elements of each array.",
    description =
        "Each array has a line: location, path, data type, shape, and the SHA-256 of its"
            + " little-endian bytes in C order (of texts: as vlen-utf8 encodes them), with tabs"
            + " between them.",
    footer = {
      "",
      "With --json: {\"location\", \"path\", \"data_type\", \"shape\", \"sha256\"}. An array",
      "that cannot be read has \"error\" instead of \"sha256\"; the others still come,",
      "and the exit code is 3.",
      "",
      "Example:",
      "  espalier digest samples/cells.h5"
    })
final class DigestCommand extends LocationsCommand {
  /** A piece is held beside what the format needs to decode it. */
  private static final int SHARE_OF_MEMORY = 4;

  DigestCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode look(String format, OpenHierarchy hierarchy) {
    ExitCode code = ExitCode.OK;
    for (Map.Entry<NodePath, NodeSpec> node : hierarchy.tree().toFlat().entrySet()) {
      interruption().check();
      if (node.getValue() instanceof ArraySpec array) {
        code = code.or(digest(hierarchy, node.getKey(), array));
      } else if (node.getValue() instanceof UnreadableSpec unreadable) {
        code = code.or(failed(hierarchy, node.getKey(), Optional.empty(), unreadable.message()));
      }
    }
    return code;
  }

  private ExitCode digest(OpenHierarchy hierarchy, NodePath path, ArraySpec array) {
    String digest;
    try {
      digest =
          ArrayDigest.of(
              interruption().guard(hierarchy.array(path)),
              Workshop.memoryBytes() / SHARE_OF_MEMORY);
    } catch (CancelledException e) {
      throw e;
    } catch (EspalierException e) {
      return failed(hierarchy, path, Optional.of(array), String.valueOf(e.getMessage()));
    }
    if (json()) {
      print(line(hierarchy, path, Optional.of(array)).put("sha256", digest).build());
    } else {
      terminal()
          .print(
              String.join(
                  "\t",
                  hierarchy.location().toString(),
                  Visible.name(path.toString()),
                  array.dataType().toString(),
                  array.shape().toString(),
                  digest));
    }
    return ExitCode.OK;
  }

  private ExitCode failed(
      OpenHierarchy hierarchy, NodePath path, Optional<ArraySpec> array, String reason) {
    if (json()) {
      print(line(hierarchy, path, array).put("error", reason).build());
    }
    terminal().say(hierarchy.location() + " " + path + ": cannot be read: " + reason);
    return ExitCode.INPUT;
  }

  private static JsonObject.Builder line(
      OpenHierarchy hierarchy, NodePath path, Optional<ArraySpec> array) {
    return JsonObject.builder()
        .put("location", hierarchy.location().toString())
        .put("path", path.toString())
        .put("data_type", array.map(a -> NodeJson.type(a.dataType())).orElse(JsonNull.NULL))
        .put("shape", array.map(a -> NodeJson.shape(a.shape())).orElse(JsonNull.NULL));
  }
}
