package dev.espalier.model.match;

import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.pattern.StepBudget;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Misspelt names of a group that were meant to fit a template: {@code S1} for {@code s{n}}. */
final class NumberedNames {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final int MOST_DIGITS = 18;

  /** Where nothing is misspelt. */
  static final NumberedNames NONE = new NumberedNames(new StepBudget(0), GroupSpec.empty());

  private final StepBudget steps;
  private final GroupSpec spec;
  private final Map<String, Meant> byFound = new LinkedHashMap<>(0);
  private final Set<NodeName> targets = new HashSet<>(0);

  NumberedNames(StepBudget steps, GroupSpec spec) {
    this.steps = steps;
    this.spec = spec;
  }

  /**
   * What was meant.
   *
   * @param place where the pattern stands among those of the group
   * @param member the declaration
   * @param found the name that is there
   * @param name the name as it would fit: with the number that is there
   * @param isVeryNear whether it can hardly be anything else
   */
  record Meant(int place, Member member, NodeName found, NodeName name, boolean isVeryNear) {}

  /** Gives names that are nearly as a template has them to it, where the right name is free. */
  void claim(int place, Member member, Stream<String> found, Predicate<Meant> mayBe) {
    if (member.name() instanceof MemberName.Template template
        && template.template().contains("{n}")) {
      found
          .filter(name -> !byFound.containsKey(name) && !steps.isSpent())
          .flatMap(name -> meant(place, member, template.template(), name).stream())
          .filter(mayBe)
          .filter(meant -> !spec.members().containsKey(meant.name()))
          .forEach(
              meant -> {
                if (targets.add(meant.name())) {
                  byFound.put(meant.found().value(), meant);
                }
              });
    }
  }

  /** A name with one number in it, which the template then has as well. */
  private Optional<Meant> meant(int place, Member member, String template, String found) {
    steps.spend(found.length());
    java.util.regex.Matcher number = NUMBER.matcher(found);
    if (!number.find() || number.end() - number.start() > MOST_DIGITS) {
      return Optional.empty();
    }
    String one = found.substring(0, number.start()) + "0" + found.substring(number.end());
    String meant = template.replace("{n}", "0");
    if (!NearMiss.isNear(one, meant)) {
      return Optional.empty();
    }
    long value = Long.parseLong(number.group());
    NodeName name = new NodeName(template.replace("{n}", Long.toString(value)));
    return Optional.of(
        new Meant(place, member, new NodeName(found), name, NearMiss.isVeryNear(one, meant)));
  }

  boolean isTaken(String found) {
    return byFound.containsKey(found);
  }

  Optional<Meant> meant(NodeName found) {
    return Optional.ofNullable(byFound.get(found.value()));
  }

  /** All that were meant to fall under a pattern. */
  List<Meant> of(int place) {
    return byFound.values().stream().filter(meant -> meant.place() == place).toList();
  }
}
