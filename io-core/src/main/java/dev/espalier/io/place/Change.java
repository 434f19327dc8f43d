package dev.espalier.io.place;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;

/** One change that staged parts make in a store that stands; each is made as a whole. */
public sealed interface Change {

  /**
   * Everything below a prefix is put where nothing was.
   *
   * @param prefix the prefix, in the staged store and in the other
   */
  record Appear(StorePrefix prefix) implements Change {}

  /**
   * Everything below a prefix is put in the place of what is below it.
   *
   * @param prefix the prefix, in the staged store and in the other
   */
  record Swap(StorePrefix prefix) implements Change {}

  /**
   * One value is put under a key, in place of what is there.
   *
   * @param staged its key in the staged store
   * @param key its key in the other
   */
  record Put(StoreKey staged, StoreKey key) implements Change {}
}
