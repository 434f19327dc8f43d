package dev.espalier.zarr.internal.read;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.zarr.internal.rule.InvalidHierarchy;
import dev.espalier.zarr.internal.rule.ZarrRule;
import java.util.List;

/** A node that cannot be read as a failure, for who asked for that very node. */
final class UnreadableNode {
  private UnreadableNode() {}

  static EspalierException failure(Location location, NodePath path, UnreadableSpec node) {
    String message = location + ": " + node.message();
    return switch (node.problem()) {
      case INVALID ->
          InvalidHierarchy.of(
              location.toString(),
              "not a valid hierarchy",
              node.faults().stream()
                  .filter(fault -> fault.problem() == Problem.INVALID)
                  .map(
                      fault ->
                          finding(
                              ZarrRule.DOCUMENT_INVALID.at(path).pointer(fault.pointer()),
                              fault.message()))
                  .toList());
      case UNSUPPORTED -> new UnsupportedException(message);
      case CORRUPT -> new CorruptException(message);
      case STORAGE -> new StorageException(StorageException.Access.READ, node.message(), null);
    };
  }

  static EspalierException invalid(Location location, Finding.Builder finding, String message) {
    return InvalidHierarchy.of(
        location.toString(), "not a valid hierarchy", List.of(finding(finding, message)));
  }

  private static Finding finding(Finding.Builder finding, String message) {
    return finding
        .message(message)
        .expected("metadata that keeps the rules of Zarr")
        .found("metadata that is invalid")
        .fix("mend the metadata of the node as the message says")
        .build();
  }
}
