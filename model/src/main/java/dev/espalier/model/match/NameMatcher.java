package dev.espalier.model.match;

import dev.espalier.model.path.NodeName;
import dev.espalier.model.pattern.StepBudget;
import dev.espalier.model.pattern.TextMatcher;
import dev.espalier.model.pattern.TextPattern.Verdict;
import dev.espalier.model.schema.MemberName;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which names the members under one declaration have, made ready. */
final class NameMatcher {
  private static final Pattern NUMBERED = Pattern.compile("([^{}]*)\\{n\\}([^{}]*)");
  private static final int MOST_DIGITS = 18;

  /** Names are short and many, and each is asked for more than once. */
  private static final int STEPS = 10_000;

  private final Predicate<NodeName> fits;

  private NameMatcher(Predicate<NodeName> fits) {
    this.fits = fits;
  }

  static NameMatcher of(MemberName name) {
    if (name instanceof MemberName.Exact exact) {
      return new NameMatcher(exact.name()::equals);
    }
    if (name instanceof MemberName.Template template) {
      java.util.regex.Matcher numbered = NUMBERED.matcher(template.template());
      if (numbered.matches()) {
        String before = numbered.group(1);
        String after = numbered.group(2);
        return new NameMatcher(found -> isNumbered(found.value(), before, after));
      }
      return matching(template.pattern().matcher());
    }
    return name instanceof MemberName.Matching pattern
        ? matching(pattern.pattern().matcher())
        : new NameMatcher(found -> true);
  }

  private static NameMatcher matching(TextMatcher matcher) {
    return new NameMatcher(
        found -> matcher.test(found.value(), new StepBudget(STEPS)) == Verdict.MATCHES);
  }

  boolean fits(NodeName name) {
    return fits.test(name);
  }

  private static boolean isNumbered(String name, String before, String after) {
    int digits = name.length() - before.length() - after.length();
    if (digits < 1 || digits > MOST_DIGITS || !name.startsWith(before) || !name.endsWith(after)) {
      return false;
    }
    for (int i = before.length(); i < before.length() + digits; i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return digits == 1 || name.charAt(before.length()) != '0';
  }
}
