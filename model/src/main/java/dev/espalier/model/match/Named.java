package dev.espalier.model.match;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RenameAttribute;
import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.pattern.NearNames;
import dev.espalier.model.schema.NodeRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for the members and attributes that rules of groups name. */
final class Named {
  private Named() {}

  /** A member or an attribute. */
  static String one(String name) {
    return isAttribute(name) ? "the attribute \"" + bare(name) + "\"" : "\"" + name + "\"";
  }

  /** Several: {@code "a", "b" and the attribute "c"}. */
  static String list(List<String> names, String last) {
    List<String> words = names.stream().map(Named::one).toList();
    int end = words.size() - 1;
    return end < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, end)) + " " + last + " " + words.get(end);
  }

  /** How many a rule asks for: {@code exactly one}, {@code at least 2}. */
  static String asked(NodeRule.SomeOf some) {
    if (some.min() == some.max()) {
      return "exactly " + count(some.min());
    }
    if (some.max() >= some.names().size()) {
      return "at least " + count(some.min());
    }
    return some.min() == 0 ? "at most " + count(some.max()) : some.min() + " to " + some.max();
  }

  private static String count(int number) {
    return number == 1 ? "one" : Integer.toString(number);
  }

  /** What is there of several: {@code neither "a" nor "b"}, {@code both "a" and "b"}. */
  static String there(List<String> names, List<String> there) {
    if (there.isEmpty()) {
      return names.size() == 2
          ? "neither " + one(names.get(0)) + " nor " + one(names.get(1))
          : "none of " + list(names, "and");
    }
    return (there.size() == 2 ? "both " : "") + list(there, "and");
  }

  /** A name that is there and was probably meant to be one that is missing. */
  record Mending(String missing, NearNames.Near found, Edit edit) {
    private boolean isOfTheSame(Mending other) {
      return found.name().equals(other.found().name())
          && isAttribute(missing) == isAttribute(other.missing());
    }

    private String words() {
      return "rename \"" + found.name() + "\" to \"" + bare(missing) + "\"";
    }
  }

  /** The undeclared names that were probably meant to be missing ones. */
  record Mendings(List<Mending> each) {
    static final Mendings NONE = new Mendings(List.of());

    String found(String otherwise) {
      return each.isEmpty()
          ? otherwise
          : each.stream()
              .map(one -> "\"" + one.found().name() + "\"")
              .collect(Collectors.joining(", "));
    }

    /** What there is to do: each renamed, and what nothing is nearly called added. */
    String fix(List<String> missing, String otherwise) {
      if (each.isEmpty()) {
        return otherwise;
      }
      List<String> meant = each.stream().map(Mending::missing).toList();
      List<String> others = missing.stream().filter(name -> !meant.contains(name)).toList();
      String renamed = each.stream().map(Mending::words).collect(Collectors.joining(" and "));
      return others.isEmpty() ? renamed : renamed + " and add " + list(others, "and");
    }

    List<Edit> edits() {
      return each.stream().map(Mending::edit).toList();
    }

    /** The nearest one; of those that are equally near, the one that is declared first. */
    Mendings nearest() {
      return new Mendings(
          each.stream().min(Comparator.comparingInt(one -> one.found().rank())).stream().toList());
    }
  }

  /** For each missing name the undeclared one that is nearest to it; none is taken twice. */
  static Mendings mendings(Frame frame, List<String> missing, Names names) {
    List<Mending> each = new ArrayList<>();
    for (String name : missing) {
      Optional<Mending> mending =
          isAttribute(name)
              ? attribute(frame, name, names.attributes())
              : isOneName(name) ? member(frame, name, names.members()) : Optional.empty();
      mending
          .filter(one -> each.stream().noneMatch(other -> other.isOfTheSame(one)))
          .ifPresent(each::add);
    }
    return new Mendings(List.copyOf(each));
  }

  /**
   * What is misspelt in a group.
   *
   * @param members among the names of its members
   * @param attributes among those of its attributes
   */
  record Names(MemberNames members, Misspellings attributes) {}

  private static Optional<Mending> attribute(Frame frame, String missing, Misspellings names) {
    return names
        .nearest(bare(missing), name -> true)
        .map(
            near ->
                new Mending(
                    missing,
                    near,
                    new RenameAttribute(frame.path(), JsonPointer.of(near.name()), bare(missing))));
  }

  private static Optional<Mending> member(Frame frame, String missing, MemberNames names) {
    return names
        .nearest(missing)
        .map(
            near ->
                new Mending(
                    missing,
                    near,
                    new RenameMember(
                        frame.path().child(new NodeName(near.name())), new NodeName(missing))));
  }

  private static boolean isOneName(String name) {
    return !name.contains("{") && !name.startsWith("/") && !name.equals("*");
  }

  private static boolean isAttribute(String name) {
    return name.startsWith("@");
  }

  private static String bare(String name) {
    return isAttribute(name) ? name.substring(1) : name;
  }
}
