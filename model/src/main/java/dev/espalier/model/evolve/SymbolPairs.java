package dev.espalier.model.evolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which symbols of the older schema stand where which symbols of the newer one do. */
final class SymbolPairs {
  private final List<Map<String, Owned>> olderScopes = new ArrayList<>();
  private final List<Map<String, Owned>> newerScopes = new ArrayList<>();
  private final Set<List<Owned>> pairs = new HashSet<>();
  private final Map<Owned, Owned> toNewer = new HashMap<>();
  private final Map<Owned, Owned> toOlder = new HashMap<>();

  /**
   * A symbol of one scope.
   *
   * @param name its name
   * @param owner the group whose scope it is in
   */
  record Owned(String name, Spot owner) {}

  SymbolPairs copy() {
    SymbolPairs copy = new SymbolPairs();
    copy.olderScopes.addAll(olderScopes);
    copy.newerScopes.addAll(newerScopes);
    copy.pairs.addAll(pairs);
    copy.toNewer.putAll(toNewer);
    copy.toOlder.putAll(toOlder);
    return copy;
  }

  /** How the symbols stand, as a value: what is compared next depends on nothing else of them. */
  Object state() {
    return List.of(
        filled(olderScopes),
        filled(newerScopes),
        Set.copyOf(pairs),
        Map.copyOf(toNewer),
        Map.copyOf(toOlder));
  }

  private static List<Map<String, Owned>> filled(List<Map<String, Owned>> scopes) {
    return scopes.stream()
        .filter(scope -> !scope.isEmpty())
        .<Map<String, Owned>>map(Map::copyOf)
        .toList();
  }

  /** Opens the scopes of a group, or of an array that stands alone. */
  void open(Spot spot, Scope older, Scope newer) {
    olderScopes.add(scope(olderScopes, spot, older));
    newerScopes.add(scope(newerScopes, spot, newer));
  }

  /**
   * The symbols of one side that may belong to a scope.
   *
   * @param own those that do whatever is further up
   * @param used those that do if nobody further up has them
   */
  record Scope(Set<String> own, Set<String> used) {}

  private static Map<String, Owned> scope(
      List<Map<String, Owned>> above, Spot spot, Scope symbols) {
    Map<String, Owned> scope = new HashMap<>();
    symbols.own().forEach(name -> scope.put(name, new Owned(name, spot)));
    for (String name : symbols.used()) {
      if (find(above, name).isEmpty()) {
        scope.putIfAbsent(name, new Owned(name, spot));
      }
    }
    return scope;
  }

  void close() {
    olderScopes.remove(olderScopes.size() - 1);
    newerScopes.remove(newerScopes.size() - 1);
  }

  private static Optional<Owned> find(List<Map<String, Owned>> scopes, String name) {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      Owned owned = scopes.get(i).get(name);
      if (owned != null) {
        return Optional.of(owned);
      }
    }
    return Optional.empty();
  }

  /** Notes that two symbols stand at one place, and says what that changes. */
  void pair(Comparison comparison, Spot spot, String olderName, String newerName) {
    Owned older = find(olderScopes, olderName).orElse(new Owned(olderName, Spot.root()));
    Owned newer = find(newerScopes, newerName).orElse(new Owned(newerName, Spot.root()));
    if (!pairs.add(List.of(older, newer))) {
      return;
    }
    Owned elsewhere = toNewer.putIfAbsent(older, newer);
    Owned before = toOlder.putIfAbsent(newer, older);
    if (before != null) {
      comparison.breaking(
          spot,
          "the symbol "
              + newerName
              + " now ties together what "
              + before.name()
              + " and "
              + olderName
              + " stood for",
          "in old data these extents may differ");
    }
    if (elsewhere != null) {
      comparison.widening(
          spot,
          "what the symbol "
              + olderName
              + " stood for is parted: "
              + newerName
              + " here, "
              + elsewhere.name()
              + " elsewhere",
          "readers of the older version rely on equal extents");
    }
    if (newer.owner().depth() < older.owner().depth()) {
      comparison.breaking(
          spot,
          "the symbol " + newerName + " is shared from " + newer.owner().node() + " on",
          "in old data extents may differ from one " + older.owner().node() + " to the next");
    } else if (newer.owner().depth() > older.owner().depth()) {
      comparison.widening(
          spot,
          "the symbol " + newerName + " is shared from " + newer.owner().node() + " on only",
          "readers of the older version rely on equal extents");
    }
  }
}
