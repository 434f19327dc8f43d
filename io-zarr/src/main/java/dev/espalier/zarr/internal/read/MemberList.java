package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.internal.consolidated.ConsolidatedMetadata;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names below a group that nodes may have: as the store lists them, or, where it cannot, as
 * consolidated metadata tells them.
 *
 * <p>Names that begin with {@code __} are left to extensions of the format; names that no node may
 * have are somebody else's files.
 */
final class MemberList {
  private final Optional<ListableStore> store;
  private final Optional<ConsolidatedMetadata> copies;

  MemberList(Optional<ListableStore> store, Optional<ConsolidatedMetadata> copies) {
    this.store = store;
    this.copies = copies;
  }

  /**
   * The names in the order of the store; whether there are documents is not looked at. Nothing if
   * nobody knows them.
   */
  Optional<Stream<NodeName>> candidates(StorePrefix group) {
    return store
        .map(listing -> listed(listing, group))
        .or(() -> copies.map(c -> c.members(NodePath.parse(group.value())).stream()));
  }

  private static Stream<NodeName> listed(ListableStore store, StorePrefix group) {
    return store
        .prefixes(group)
        .filter(name -> NodeName.problemWith(name).isEmpty())
        .map(NodeName::new);
  }
}
