package dev.espalier.model.infer;

import dev.espalier.model.infer.MemberClass.Found;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.schema.MemberName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Sorts the members of groups into declarations: numbered names, any names, single names. */
final class MemberClasses {
  private final Likeness likeness;
  private final int groups;
  private final Map<NodeName, List<Found>> byName = new LinkedHashMap<>();
  private final List<MemberClass> classes = new ArrayList<>();

  private MemberClasses(List<GroupSpec> groups, Likeness likeness) {
    this.likeness = likeness;
    this.groups = groups.size();
    for (int i = 0; i < groups.size(); i++) {
      int at = i;
      groups
          .get(i)
          .members()
          .forEach(
              (name, node) -> {
                if (!(node instanceof UnreadableSpec)) {
                  byName.computeIfAbsent(name, n -> new ArrayList<>()).add(new Found(at, node));
                }
              });
    }
  }

  static List<MemberClass> of(List<GroupSpec> groups, Likeness likeness) {
    MemberClasses members = new MemberClasses(groups, likeness);
    Set<NodeName> left = new LinkedHashSet<>(members.byName.keySet());
    members.numbered(left);
    members.arbitrary(left);
    for (NodeName name : left) {
      members.add(new MemberName.Exact(name), List.of(name));
    }
    members.classes.sort(Comparator.comparing(c -> c.name() instanceof MemberName.Anything));
    return members.classes;
  }

  private void numbered(Set<NodeName> left) {
    Map<String, List<NodeName>> byForm = new LinkedHashMap<>();
    for (NodeName name : left) {
      NumberedName numbered = NumberedName.of(name.value());
      if (!numbered.numbers().isEmpty()) {
        byForm.computeIfAbsent(numbered.form(), f -> new ArrayList<>()).add(name);
      }
    }
    for (List<NodeName> names : byForm.values()) {
      List<NodeName> alike = largest(names, this::kindAndRank);
      if (alike.size() * 2 > names.size() && areAlike(alike)) {
        List<NumberedName> cut = alike.stream().map(n -> NumberedName.of(n.value())).toList();
        new NameRun(cut).asMemberName().ifPresent(run -> take(run, alike, left));
      }
    }
  }

  /** Many members that are built alike, and whose names do not come again in every group. */
  private void arbitrary(Set<NodeName> left) {
    List<NodeName> alike = largest(left, this::structure);
    boolean named =
        groups > 1
            && alike.stream().allMatch(n -> byName.getOrDefault(n, List.of()).size() == groups);
    if (alike.size() >= Likeness.MANY_SIBLINGS && !named) {
      take(MemberName.any(), alike, left);
    }
  }

  private void take(MemberName declaration, List<NodeName> names, Set<NodeName> left) {
    add(declaration, names);
    names.forEach(left::remove);
  }

  private void add(MemberName declaration, List<NodeName> names) {
    List<Found> found = new ArrayList<>();
    names.forEach(name -> found.addAll(byName.getOrDefault(name, List.of())));
    if (names.size() > 1) {
      found.sort(Comparator.comparingInt(Found::group));
    }
    classes.add(new MemberClass(declaration, found));
  }

  /** The most names that have one key; names without a key stand for nothing. */
  private static List<NodeName> largest(Collection<NodeName> names, KeyOf keyOf) {
    Map<String, List<NodeName>> byKey = new LinkedHashMap<>();
    for (NodeName name : names) {
      keyOf.key(name).ifPresent(k -> byKey.computeIfAbsent(k, x -> new ArrayList<>()).add(name));
    }
    return byKey.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
  }

  private interface KeyOf {
    Optional<String> key(NodeName name);
  }

  private Optional<String> kindAndRank(NodeName name) {
    return common(
        name,
        found ->
            found.node() instanceof ArraySpec array
                ? "array of rank " + array.shape().rank()
                : found.node().kind());
  }

  private Optional<String> structure(NodeName name) {
    return common(name, found -> Integer.toString(likeness.of(found.node())));
  }

  private Optional<String> common(NodeName name, Function<Found, String> key) {
    List<String> keys = byName.getOrDefault(name, List.of()).stream().map(key).distinct().toList();
    return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
  }

  /** Whether groups have at least half of all their members, by form, in common. */
  private boolean areAlike(List<NodeName> names) {
    Map<String, Integer> counts = new HashMap<>();
    Set<Integer> structures = new HashSet<>();
    int nodes = 0;
    for (NodeName name : names) {
      for (Found found : byName.getOrDefault(name, List.of())) {
        nodes++;
        structures.add(likeness.of(found.node()));
        if (found.node() instanceof GroupSpec group) {
          Set<String> forms = new HashSet<>();
          group.members().keySet().forEach(n -> forms.add(NumberedName.of(n.value()).form()));
          forms.forEach(form -> counts.merge(form, 1, Integer::sum));
        }
      }
    }
    long total = counts.values().stream().mapToLong(Integer::longValue).sum();
    return structures.size() == 1 || total * 2 >= (long) nodes * counts.size();
  }
}
