package dev.espalier.model.json;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A few members of an object, in order, none twice.
 *
 * <p>Documents hold very many small objects. One of these takes a quarter of the memory of a map
 * with an entry for each member, and so few names are as quickly compared one by one.
 */
final class Members extends AbstractMap<String, JsonValue> {
  /** How many members are compared one by one: strangers may choose names that take long. */
  static final int MOST = 8;

  private final String[] names;
  private final JsonValue[] values;

  /** Takes both as they are. */
  private Members(String[] names, JsonValue[] values) {
    this.names = names;
    this.values = values;
  }

  /** The members of a map as they are now, as a map that does not change. */
  static Map<String, JsonValue> copyOf(Map<String, JsonValue> members) {
    if (members instanceof Members) {
      return members;
    }
    if (members.size() > MOST) {
      members.forEach(Members::requireBoth);
      return Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
    return of(members.keySet().toArray(new String[0]), members.values().toArray(new JsonValue[0]));
  }

  /** Members by names that differ, as many as there are values; keeps both arrays. */
  static Map<String, JsonValue> of(String[] names, JsonValue[] values) {
    for (int i = 0; i < names.length; i++) {
      requireBoth(names[i], values[i]);
    }
    return new Members(names, values);
  }

  private static void requireBoth(String name, JsonValue value) {
    requireNonNull(name, "name of a member");
    requireNonNull(value, "value of a member");
  }

  private int find(@Nullable Object name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return find(name) >= 0;
  }

  @Override
  public @Nullable JsonValue get(@Nullable Object name) {
    int place = find(name);
    return place < 0 ? null : values[place];
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super JsonValue> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], values[i]);
    }
  }

  @Override
  public Set<Entry<String, JsonValue>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, JsonValue>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return names.length;
      }
    };
  }

  private final class Entries implements Iterator<Entry<String, JsonValue>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < names.length;
    }

    @Override
    public Entry<String, JsonValue> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int here = next++;
      return Map.entry(names[here], values[here]);
    }
  }
}
