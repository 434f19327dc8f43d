package dev.espalier.model.spi;

import dev.espalier.model.path.NodePath;
import dev.espalier.model.stored.ChangeableArray;

/**
 * A hierarchy whose arrays can be changed where they are; safe for use by several threads at once.
 * What it reads is what is there now.
 */
public interface ChangeableHierarchy extends OpenHierarchy {
  /**
   * An array to be changed; the same one for the same path.
   *
   * @throws dev.espalier.model.error.EspalierException if there is no array, or if its elements
   *     cannot be read; the message names the reason
   */
  ChangeableArray changeable(NodePath path);

  /** An array to be changed, by the text of its path: {@code /signal}. */
  default ChangeableArray changeable(String path) {
    return changeable(NodePath.parse(path));
  }
}
