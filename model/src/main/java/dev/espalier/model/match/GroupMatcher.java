package dev.espalier.model.match;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A group, made ready. */
final class GroupMatcher extends NodeMatcher {
  private final NodeSchema.Group group;
  private final ObjectMatcher attributes;
  private final List<Declared> exact = new ArrayList<>();
  private final List<Declared> patterns = new ArrayList<>();
  private final Map<NodeName, Declared> byName = new HashMap<>();
  private @Nullable Set<String> ownSymbols;

  GroupMatcher(MatcherCompiler compiler, NodeSchema.Group group) {
    this.group = group;
    this.attributes = new ObjectMatcher(group.attributes());
    List<Declared> others = new ArrayList<>();
    for (Member member : group.members()) {
      Declared declared =
          new Declared(member, NameMatcher.of(member.name()), compiler.node(member.node()));
      if (member.name() instanceof MemberName.Exact one) {
        exact.add(declared);
        byName.put(one.name(), declared);
      } else if (member.name() instanceof MemberName.Anything) {
        others.add(declared);
      } else {
        patterns.add(declared);
      }
    }
    patterns.addAll(others); // whatever no other declaration takes
  }

  /** A declaration of members. */
  record Declared(Member member, NameMatcher names, NodeMatcher node) {}

  @Override
  NodeSchema.Group schema() {
    return group;
  }

  @Override
  NodeMatcher chosenFor(MatchedNode.Site site) {
    return this;
  }

  ObjectMatcher attributes() {
    return attributes;
  }

  /** The members that have a name of their own, in the order of their declaration. */
  List<Declared> exact() {
    return exact;
  }

  /** The declarations of several members, what takes all others last. */
  List<Declared> patterns() {
    return patterns;
  }

  /** Whether a member has a declaration of its own. */
  boolean isExact(NodeName name) {
    return byName.containsKey(name);
  }

  /** Whether it is told of a member of that name where it is missing. */
  boolean isExpected(String name) {
    Declared declared = byName.get(new NodeName(name));
    return declared != null && declared.member().presence().isPresent();
  }

  /** The declaration that a member falls under. */
  Optional<Declared> declaring(NodeName name) {
    Declared known = byName.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    int at = patternOf(name);
    return at < patterns.size() ? Optional.of(patterns.get(at)) : Optional.empty();
  }

  /**
   * Whether a member or an attribute that is not there is missed by a rule of its own already, one
   * that counts wherever another does that asks for it as well.
   *
   * @param name a declaration of members, or {@code @} and the name of an attribute
   */
  boolean isMissed(String name, Rule asking) {
    Stream<Rule> missed =
        name.startsWith("@")
            ? group.attributes().fields().stream()
                .filter(field -> name.equals("@" + field.name()))
                .flatMap(field -> field.presence().stream())
            : group.members().stream()
                .filter(member -> member.min() > 0 && member.name().toString().equals(name))
                .flatMap(member -> member.presence().stream());
    return missed.anyMatch(
        rule ->
            rule.level().compareTo(asking.level()) <= 0
                && (rule.origin() == Rule.Origin.SCHEMA || rule.origin() == asking.origin()));
  }

  @Override
  Set<String> symbols() {
    return Set.of();
  }

  /** The symbols that the group's attributes and its own arrays use. */
  private Set<String> ownSymbols() {
    Set<String> known = ownSymbols;
    if (known == null) {
      Set<String> symbols = new LinkedHashSet<>(AttributeSymbols.of(group.attributes()));
      exact.forEach(declared -> symbols.addAll(declared.node().symbols()));
      patterns.forEach(declared -> symbols.addAll(declared.node().symbols()));
      known = Set.copyOf(symbols);
      ownSymbols = known;
    }
    return known;
  }

  @Override
  void match(Frame frame) {
    if (!(frame.spec() instanceof GroupSpec spec)) {
      NodeMessages.wrongKind(frame, group);
      return;
    }
    frame.run().descend(frame);
    frame.heldTo(this);
    openScope(frame);
    Misspellings spelled = attributes.attributes(frame);
    MemberNames names = members(frame, spec);
    if (!spec.membersKnown() && !group.members().isEmpty()) {
      MemberMessages.notListed(frame);
    }
    if (!frame.scope().isEmpty()) {
      Symbols.settle(frame);
    }
    for (int i = 0; i < group.rules().size(); i++) {
      GroupRules.check(group.rules().get(i), frame, this, new Named.Names(names, spelled));
    }
    frame.run().leave();
  }

  private void openScope(Frame frame) {
    Set<String> own = ownSymbols();
    if (own.isEmpty() && group.dimensions().isEmpty()) {
      return;
    }
    Map<String, Symbol> scope = new LinkedHashMap<>();
    group.dimensions().forEach(name -> scope.put(name, new Symbol(name)));
    for (String name : own) {
      if (!scope.containsKey(name) && frame.symbol(name).isEmpty()) {
        scope.put(name, new Symbol(name));
      }
    }
    if (!scope.isEmpty()) {
      frame.open(scope);
    }
  }

  private MemberNames members(Frame frame, GroupSpec spec) {
    MemberNames names = new MemberNames(frame.run(), spec, this, absent(spec));
    for (int i = 0; i < exact.size(); i++) {
      Declared declared = exact.get(i);
      NodeName name = ((MemberName.Exact) declared.member().name()).name();
      NodeSpec member = spec.members().get(name);
      if (member != null) {
        match(frame, declared, name, member);
      } else {
        missing(frame, spec, declared.member(), names);
      }
    }
    names.forEachUnderAPattern((declared, name, node) -> match(frame, declared, name, node));
    for (int i = 0; i < patterns.size(); i++) {
      count(frame, spec, i, names);
    }
    for (NodeName name : names.undeclared()) {
      MemberMessages.undeclared(frame, name, this, names);
    }
    return names;
  }

  private List<Member> absent(GroupSpec spec) {
    List<Member> absent = new ArrayList<>(0);
    for (Declared declared : exact) {
      if (!spec.members().containsKey(((MemberName.Exact) declared.member().name()).name())) {
        absent.add(declared.member());
      }
    }
    return absent;
  }

  private static void match(Frame frame, Declared declared, NodeName name, NodeSpec member) {
    frame.run().countMatched();
    if (frame.run().isGlance() && member instanceof GroupSpec) {
      return;
    }
    declared.node().match(frame.child(name, member));
  }

  private static void missing(Frame frame, GroupSpec spec, Member member, MemberNames names) {
    Optional<Rule> presence = member.presence();
    if (presence.isPresent() && spec.membersKnown()) {
      MemberMessages.missing(
          frame, spec, presence.get(), member, names.misspellings().of(member.name().toString()));
    }
  }

  /** The place of the first pattern that a name fits, or how many there are. */
  int patternOf(NodeName name) {
    int at = 0;
    while (at < patterns.size() && !patterns.get(at).names().fits(name)) {
      at++;
    }
    return at;
  }

  private void count(Frame frame, GroupSpec spec, int pattern, MemberNames names) {
    Member member = patterns.get(pattern).member();
    int count = names.count(pattern);
    boolean few = count < member.min() && spec.membersKnown();
    if (few || count > member.max().orElse(Integer.MAX_VALUE)) {
      List<NumberedNames.Meant> misspelt = names.numbered().of(pattern);
      member
          .presence()
          .ifPresent(rule -> MemberMessages.wrongCount(frame, rule, member, count, misspelt));
    }
  }
}
