package dev.espalier.model.infer;

import dev.espalier.model.schema.MemberName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Names of one form, which differ in numbers only. */
final class NameRun {
  /** A longer name is not turned into a pattern, whose length is bounded. */
  private static final int LONGEST = 300;

  /** So many numbers make a run even where some are left out. */
  private static final int MANY = 3;

  private final List<NumberedName> names;
  private final List<Integer> varying;

  NameRun(List<NumberedName> names) {
    this.names = names;
    NumberedName first = names.get(0);
    this.varying =
        IntStream.range(0, first.numbers().size())
            .filter(
                i ->
                    names.stream()
                        .anyMatch(n -> !n.numbers().get(i).equals(first.numbers().get(i))))
            .boxed()
            .toList();
  }

  /** Names that take in these, if their numbers look like a count of one thing. */
  Optional<MemberName> asMemberName() {
    int length = String.join("", names.get(0).literals()).length();
    if (varying.isEmpty() || length > LONGEST || !(names.size() >= MANY || isConsecutive())) {
      return Optional.empty();
    }
    boolean padded =
        varying.stream().anyMatch(i -> names.stream().anyMatch(n -> isPadded(n.numbers().get(i))));
    boolean braced = names.get(0).literals().stream().anyMatch(l -> l.matches(".*[{}].*"));
    return Optional.of(
        padded || braced
            ? MemberName.matching(spelled(true))
            : MemberName.template(spelled(false)));
  }

  private boolean isConsecutive() {
    if (varying.size() != 1) {
      return false;
    }
    int only = varying.get(0);
    long[] numbers =
        names.stream().mapToLong(n -> Long.parseLong(n.numbers().get(only))).sorted().toArray();
    return LongStream.of(numbers).distinct().count() == numbers.length
        && numbers[numbers.length - 1] - numbers[0] == numbers.length - 1;
  }

  private static boolean isPadded(String digits) {
    return digits.length() > 1 && digits.startsWith("0");
  }

  private String spelled(boolean regex) {
    NumberedName first = names.get(0);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < first.literals().size(); i++) {
      String literal = first.literals().get(i);
      out.append(regex ? literal.replaceAll("[^A-Za-z0-9_]", "\\\\$0") : literal);
      if (i < first.numbers().size()) {
        String constant = first.numbers().get(i);
        out.append(varying.contains(i) ? (regex ? digits(i) : "{n}") : constant);
      }
    }
    return out.toString();
  }

  private String digits(int number) {
    List<Integer> widths = new ArrayList<>();
    names.forEach(n -> widths.add(n.numbers().get(number).length()));
    int width = widths.get(0);
    return widths.stream().allMatch(w -> w == width) ? "[0-9]{" + width + "}" : "[0-9]+";
  }
}
