package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.path.NodeName;
import java.util.stream.Stream;

/**
 * The names below a group that nodes may have.
 *
 * <p>Names that begin with {@code __} are left to extensions of the format; names that no node may
 * have are somebody else's files.
 */
final class MemberList {
  private final ListableStore store;

  MemberList(ListableStore store) {
    this.store = store;
  }

  /** The names in the order of the store; whether there are documents is not looked at. */
  Stream<NodeName> candidates(StorePrefix group) {
    return store
        .list(group)
        .filter(entry -> entry.kind() == StoreEntry.Kind.PREFIX)
        .map(StoreEntry::name)
        .filter(name -> NodeName.problemWith(name).isEmpty())
        .map(NodeName::new);
  }
}
