package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.path.NodeName;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names below a group that nodes may have, as the store lists them.
 *
 * <p>Names that begin with {@code __} are left to extensions of the format; names that no node may
 * have are somebody else's files.
 */
final class MemberList {
  private final Optional<ListableStore> store;

  MemberList(Optional<ListableStore> store) {
    this.store = store;
  }

  /**
   * The names in the order of the store; whether there are documents is not looked at. Nothing if
   * it cannot.
   */
  Optional<Stream<NodeName>> candidates(StorePrefix group) {
    return store.map(listing -> listed(listing, group));
  }

  private static Stream<NodeName> listed(ListableStore store, StorePrefix group) {
    return store
        .prefixes(group)
        .filter(name -> NodeName.problemWith(name).isEmpty())
        .map(NodeName::new);
  }
}
