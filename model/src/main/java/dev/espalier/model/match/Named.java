package dev.espalier.model.match;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RenameAttribute;
import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.schema.NodeRule;
import java.util.List;
import java.util.Optional;

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
  record Mending(Optional<String> misspelt, String meant, List<Edit> edits) {
    String found(String otherwise) {
      return misspelt.map(name -> "\"" + name + "\"").orElse(otherwise);
    }

    String fix(String otherwise) {
      return misspelt.map(n -> "rename \"" + n + "\" to \"" + meant + "\"").orElse(otherwise);
    }
  }

  /** The first of several missing names that something undeclared is nearly called. */
  static Mending mending(Frame frame, List<String> missing, Names names) {
    for (String name : missing) {
      Optional<Mending> mending =
          isAttribute(name)
              ? attribute(frame, bare(name), names.attributes())
              : isOneName(name) ? member(frame, name, names.members()) : Optional.empty();
      if (mending.isPresent()) {
        return mending.get();
      }
    }
    return new Mending(Optional.empty(), "", List.of());
  }

  /**
   * What is misspelt in a group.
   *
   * @param members among the names of its members
   * @param attributes among those of its attributes
   */
  record Names(MemberNames members, Misspellings attributes) {}

  private static Optional<Mending> attribute(Frame frame, String meant, Misspellings attributes) {
    return attributes
        .nearest(meant, name -> true)
        .map(
            name ->
                new Mending(
                    Optional.of(name),
                    meant,
                    List.of(new RenameAttribute(frame.path(), JsonPointer.of(name), meant))));
  }

  private static Optional<Mending> member(Frame frame, String meant, MemberNames members) {
    return members
        .nearest(meant)
        .map(
            name ->
                new Mending(
                    Optional.of(name.value()),
                    meant,
                    List.of(new RenameMember(frame.path().child(name), new NodeName(meant)))));
  }

  private static boolean isOneName(String name) {
    return !name.contains("{") && !name.startsWith("/") && !name.equals("*");
  }

  private static boolean isAttribute(String name) {
    return name.startsWith("@");
  }

  private static String bare(String name) {
    return name.substring(1);
  }
}
