package dev.espalier.io.store;

/** A store that has every role. */
public interface Store extends ReadableStore, ListableStore, WritableStore {
  @Override
  String name();
}
