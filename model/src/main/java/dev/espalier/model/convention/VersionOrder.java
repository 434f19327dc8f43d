package dev.espalier.model.convention;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The order of versions, earlier ones first: numbers count as numbers ({@code 0.9} before {@code
 * 0.10}), and what a word follows comes before the release ({@code 0.6.dev3} before {@code 0.6}).
 */
final class VersionOrder implements Comparator<String> {
  private static final Pattern PART = Pattern.compile("[0-9]+|[A-Za-z]+");
  private static final Pattern VERSION = Pattern.compile("[vV]?[0-9].*");

  /** Whether a text is a version at all: one that begins with a number. */
  static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  @Override
  public int compare(String left, String right) {
    List<String> leftParts = parts(left);
    List<String> rightParts = parts(right);
    int shared = Math.min(leftParts.size(), rightParts.size());
    for (int i = 0; i < shared; i++) {
      int order = compareParts(leftParts.get(i), rightParts.get(i));
      if (order != 0) {
        return order;
      }
    }
    if (leftParts.size() == rightParts.size()) {
      return left.compareTo(right);
    }
    return leftParts.size() > shared
        ? weightOfMore(leftParts.get(shared))
        : -weightOfMore(rightParts.get(shared));
  }

  /** A further number is a later version, a further word one that led to the release. */
  private static int weightOfMore(String part) {
    return isNumber(part) ? 1 : -1;
  }

  private static int compareParts(String left, String right) {
    if (isNumber(left) && isNumber(right)) {
      return new BigInteger(left).compareTo(new BigInteger(right));
    }
    if (isNumber(left) != isNumber(right)) {
      return isNumber(left) ? 1 : -1;
    }
    return left.compareTo(right);
  }

  private static boolean isNumber(String part) {
    return Character.isDigit(part.charAt(0));
  }

  private static List<String> parts(String version) {
    String bare = version.matches("[vV][0-9].*") ? version.substring(1) : version;
    return PART.matcher(bare).results().map(MatchResult::group).toList();
  }
}
