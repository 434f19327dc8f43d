package dev.espalier.zarr;

import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What may be written over. */
final class Targets {
  /** The documents of a hierarchy's root, in the versions of the format. */
  private static final List<String> DOCUMENTS = List.of(ZarrDocument.NAME, ".zgroup", ".zarray");

  private Targets() {}

  /**
   * Somebody who mistypes a target must not lose a home directory: only hierarchies are replaced.
   */
  static void check(Path path, Location target, WritePolicy policy) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (policy == WritePolicy.FAIL) {
      throw new TargetExistsException(
          target
              + ": something stands there already; choose another target or ask to overwrite it");
    }
    if (!isHierarchy(path) && !isEmptyDirectory(path, target)) {
      throw new TargetExistsException(
          target
              + ": what stands there is not a Zarr hierarchy, and nothing else is overwritten;"
              + " choose another target or remove it yourself");
    }
  }

  /**
   * What stands at a target that was checked; nothing where that is nothing or an empty directory.
   *
   * @throws TargetExistsException if it cannot be read, and the policy has to know it
   */
  static Optional<NodeSpec> standing(
      Path path, Location target, WritePolicy policy, Function<Location, OpenHierarchy> open) {
    if (!isHierarchy(path)) {
      return Optional.empty();
    }
    try (OpenHierarchy hierarchy = open.apply(target)) {
      return Optional.of(hierarchy.tree());
    } catch (CancelledException e) {
      throw e;
    } catch (EspalierException e) {
      String reason = String.valueOf(e.getMessage());
      if (policy == WritePolicy.REPLACE) {
        return Optional.of(new UnreadableSpec(Problem.INVALID, reason));
      }
      throw new TargetExistsException(
          target
              + ": what stands there cannot be read, so it can neither be compared nor merged with;"
              + " choose another target or ask to replace it ("
              + reason
              + ")",
          e);
    }
  }

  private static boolean isHierarchy(Path path) {
    return DOCUMENTS.stream().anyMatch(name -> Files.isRegularFile(path.resolve(name)));
  }

  private static boolean isEmptyDirectory(Path path, Location target) {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> children = Files.list(path)) {
      return children.findAny().isEmpty();
    } catch (IOException e) {
      throw new StorageException(
          Access.READ, target + ": cannot look at what stands there: " + e.getMessage(), e);
    }
  }
}
