package dev.espalier.model.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names among which the misspelt ones are looked for. They are sorted once, by their digits and by
 * how long they are, so that a name is compared with the few that can be near it.
 */
public final class NearNames {
  private static final int STEPS_OF_A_COMPARISON = 50;

  private final Map<Key, List<Entry>> byKey = new HashMap<>();
  private final Map<String, List<String>> byPlain = new HashMap<>();
  private final StepBudget steps;

  /**
   * Sorts names.
   *
   * @param steps what all comparisons may take together: one step for each name that is looked at,
   *     some fifty for each that is compared; once they are spent, only names that differ by case
   *     or separators are found
   */
  public NearNames(Collection<String> names, StepBudget steps) {
    this.steps = steps;
    for (String name : names) {
      byPlain.computeIfAbsent(NameWords.plain(name), p -> new ArrayList<>(1)).add(name);
      if (name.length() <= NearMiss.LONGEST) {
        String lower = name.toLowerCase(Locale.ROOT);
        byKey
            .computeIfAbsent(new Key(digits(name), lower.length()), k -> new ArrayList<>(1))
            .add(new Entry(name, letters(lower)));
      }
    }
  }

  private record Key(String digits, int length) {}

  private record Entry(String name, long letters) {}

  /**
   * A name that is near.
   *
   * @param name the name
   * @param rank how near: less is nearer
   */
  public record Near(String name, int rank) {
    /** As {@link NearMiss#isVeryNear}. */
    public boolean isVeryNear() {
      return rank <= 1;
    }
  }

  /** Which of the names are near another one, the nearest first. */
  public List<Near> of(String meant) {
    Set<String> names = new LinkedHashSet<>();
    for (String same : byPlain.getOrDefault(NameWords.plain(meant), List.of())) {
      if (NearMiss.isNear(same, meant)) {
        names.add(same);
      }
    }
    String lower = meant.toLowerCase(Locale.ROOT);
    String digits = digits(meant);
    long letters = letters(lower);
    int allowed = NearMiss.allowed(lower);
    for (int away = -allowed; away <= allowed; away++) {
      List<Entry> entries = byKey.getOrDefault(new Key(digits, lower.length() + away), List.of());
      for (Entry entry : entries) {
        if (steps.isSpent()) {
          break;
        }
        steps.spend(1);
        if (Long.bitCount(letters ^ entry.letters()) <= 2 * allowed) {
          steps.spend(STEPS_OF_A_COMPARISON + meant.length());
          if (NearMiss.isNear(entry.name(), meant)) {
            names.add(entry.name());
          }
        }
      }
    }
    return names.stream()
        .map(name -> new Near(name, rank(name, meant)))
        .sorted(Comparator.comparingInt(Near::rank))
        .toList();
  }

  private static int rank(String name, String meant) {
    int errors = NearMiss.errors(name, meant).orElse(NearMiss.MOST_ERRORS + 1);
    return 2 * errors - (errors > 0 && NearMiss.isVeryNear(name, meant) ? 1 : 0);
  }

  private static String digits(String name) {
    StringBuilder digits = new StringBuilder(0);
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= '0' && name.charAt(i) <= '9') {
        digits.append(name.charAt(i));
      }
    }
    return digits.toString();
  }

  /** Which letters there are, a bit for each: a typing error changes two of them at most. */
  private static long letters(String lower) {
    long letters = 0;
    for (int i = 0; i < lower.length(); i++) {
      letters |= 1L << (lower.charAt(i) & 63);
    }
    return letters;
  }
}
