package dev.espalier.model.match;

import dev.espalier.model.edit.AttributeEdit;
import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.ValueWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows what attributes refer to: nodes by path, dimensions by name. */
final class Referring {
  private static final int MOST_LISTED = 10;

  /** Many attributes may name what is not there, and each is compared with the names there are. */
  private static final int MOST_COMPARED = 1_000;

  private Referring() {}

  /**
   * A text has to be the path of a node that fits a definition. One that is no such path as it has
   * to be leads nowhere, even where it leads to a node.
   */
  static void check(Constraint.Refers refers, Place place) {
    if (!place.isIntact(refers.rule())) {
      return;
    }
    NodeMatcher target = place.frame().run().compiler().definition(refers.target());
    String text = place.text().orElse("");
    Optional<Frame> frame =
        Reference.leadsUp(text)
            ? place.path().flatMap(at -> above(place, at))
            : Reference.relative(text).flatMap(relative -> frameOf(place.frame(), relative));
    if (frame.isPresent()) {
      found(refers, place, target, frame.get());
      return;
    }
    Optional<NodePath> path = place.path();
    if (path.isEmpty() || Reference.isKnownMissing(place.hierarchy(), path.get())) {
      missing(refers, place, target);
    } else {
      Reference.unreadable(place.hierarchy(), path.get()).ifPresent(at -> unreadable(place, at));
    }
  }

  /**
   * A node that has a declaration is told of where that is: a reference adds to it, or is wrong.
   */
  private static void found(
      Constraint.Refers refers, Place place, NodeMatcher target, Frame frame) {
    Optional<NodeMatcher> declared = DeclaredTarget.of(place.frame(), frame.path());
    if (declared.filter(own -> own == target.resolved()).isPresent()
        || declared.filter(own -> DeclaredTarget.isBroken(own, frame)).isPresent()) {
      return;
    }
    if (leadsElsewhere(target.schema(), frame.spec(), declared.isPresent())) {
      ReferenceMessages.wrongKind(refers, place, target.schema(), frame);
      return;
    }
    boolean isFirst = isFirst(refers, place, frame);
    Run run = place.frame().run();
    run.follow(
        frame,
        () -> {
          if (declared.isPresent()) {
            run.misled()
                .check(frame, declared.get(), target, isFirst)
                .ifPresent(
                    why -> ReferenceMessages.unfit(refers, place, target.schema(), frame, why));
          } else if (isFirst) {
            target.match(frame);
          }
        });
  }

  private static boolean isFirst(Constraint.Refers refers, Place place, Frame frame) {
    Run run = place.frame().run();
    String text = place.text().orElse("");
    Optional<NodePath> relative =
        Reference.leadsUp(text) ? Optional.empty() : Reference.relative(text);
    return relative.isPresent()
        ? run.visit(place.frame(), relative.get(), refers.target())
        : run.visit(frame.path(), refers.target());
  }

  /** A group on the way that has a declaration is told of where that is. */
  private static void unreadable(Place place, NodePath at) {
    if (DeclaredTarget.of(place.frame(), at).isEmpty()
        && place.hierarchy().find(at).orElse(null) instanceof UnreadableSpec unreadable) {
      place
          .frame()
          .run()
          .report(NodeMessages.unreadable(at, unreadable, CoreRules.MEMBER_READABLE, "a group"));
    }
  }

  /**
   * A node elsewhere in the tree, with the groups above it that the pass came through; never one of
   * these themselves, as they are held to what they are.
   */
  private static Optional<Frame> above(Place place, NodePath path) {
    Optional<NodeSpec> node = place.hierarchy().find(path);
    Optional<Frame> common = Optional.of(place.frame());
    while (common.isPresent()
        && (!path.isAtOrBelow(common.get().path()) || path.equals(common.get().path()))) {
      common = common.get().parent();
    }
    Optional<Frame> through =
        common.flatMap(
            frame ->
                frameOf(
                    frame, new NodePath(path.names().subList(frame.path().depth(), path.depth()))));
    return through.or(() -> node.map(spec -> Frame.root(place.frame().run(), path, spec)));
  }

  private static void missing(Constraint.Refers refers, Place place, NodeMatcher target) {
    Optional<MissingTarget> declared = MissingTarget.of(place);
    if (declared.filter(one -> one.isMissed(refers.rule())).isPresent()) {
      return;
    }
    String kind = NodeMessages.kindOf(target.schema());
    Optional<String> meant =
        Reference.meant(place.hierarchy(), place.node(), place.text().orElse(""));
    Optional<RenameMember> renaming =
        declared.flatMap(one -> one.renaming(place.frame().run().nameSteps()));
    place.report(
        refers.rule(),
        finding ->
            finding
                .message("there is no " + kind + " at " + Wording.show(place.value()))
                .expected("the path of an existing " + kind + ", relative to " + place.node())
                .found(Reference.whatIsThere(place.hierarchy(), place.node()))
                .fix(
                    meant
                        .map(path -> "write " + JsonValue.of(path))
                        .or(() -> renaming.map(Referring::words))
                        .orElse("correct the path, or write the " + kind))
                .addAllEdits(writing(place, meant))
                .addAllEdits(renaming.stream().toList()));
  }

  private static String words(RenameMember renaming) {
    return "rename " + renaming.node() + " to \"" + renaming.newName() + "\"";
  }

  /**
   * A node of the wrong kind is the path's mistake, unless the definition has a rule of its own and
   * nothing else declares the node.
   */
  private static boolean leadsElsewhere(NodeSchema target, NodeSpec found, boolean isDeclared) {
    return !(found instanceof UnreadableSpec)
        && ((target instanceof NodeSchema.Group group
                && (isDeclared || group.rule().equals(CoreRules.MEMBER_KIND))
                && !(found instanceof GroupSpec))
            || (target instanceof NodeSchema.Array array
                && (isDeclared || array.rule().equals(CoreRules.MEMBER_KIND))
                && !(found instanceof ArraySpec)));
  }

  private static List<SetAttribute> writing(Place place, Optional<String> meant) {
    return meant.stream()
        .flatMap(
            text ->
                AttributeEdit.insideAttributes(place.pointer()).stream()
                    .map(at -> new SetAttribute(place.node(), at, JsonValue.of(text))))
        .toList();
  }

  /** The node below a frame that a relative path leads to. */
  private static Optional<Frame> frameOf(Frame from, NodePath relative) {
    Frame here = from;
    for (NodeName name : relative.names()) {
      NodeSpec next = here.spec() instanceof GroupSpec group ? group.members().get(name) : null;
      if (next == null) {
        return Optional.empty();
      }
      here = here.child(name, next);
    }
    return Optional.of(here);
  }

  /** A text has to be the name of a dimension of some array beside, or below, the node. */
  static void dimension(Constraint.NamesDimension named, Place place) {
    Frame frame = place.frame();
    NodeSpec beside =
        frame.spec() instanceof GroupSpec || frame.group().isEmpty()
            ? frame.spec()
            : frame.group().get();
    Map<String, Long> known = frame.run().dimensionNames().of(beside);
    String text = place.text().orElse("");
    Long extent = known.get(text);
    if (extent != null) {
      bind(named.symbol(), extent, place, named.rule());
      return;
    }
    // The array meant may be missing or unreadable, which only the look at the members tells.
    frame.run().defer(() -> unknownDimension(named, place, known.keySet()));
  }

  private static void unknownDimension(
      Constraint.NamesDimension named, Place place, Set<String> names) {
    NodePath node = place.node();
    boolean isGroup = place.frame().spec() instanceof GroupSpec;
    if (place.frame().run().ledger().isBrokenAsGroup(isGroup ? node : node.parent().orElse(node))) {
      return;
    }
    String text = place.text().orElse("");
    Optional<String> meant =
        names.stream().limit(MOST_COMPARED).filter(n -> NearMiss.isNear(text, n)).findFirst();
    place.report(
        named.rule(),
        finding ->
            finding
                .message("no array has a dimension called " + Wording.show(place.value()))
                .expected(
                    names.isEmpty()
                        ? "an array with dimension names beside it"
                        : ValueWords.oneOf(
                            names.stream().limit(MOST_LISTED).map(JsonValue::of).toList()))
                .found(Wording.show(place.value()))
                .fix(
                    meant
                        .map(name -> "write \"" + name + "\"")
                        .orElse("correct the name, or name the dimensions of the array meant"))
                .addAllEdits(writing(place, meant)));
  }

  private static void bind(String symbol, long extent, Place place, Rule rule) {
    Symbol.Use use = new Symbol.Use(Spot.name(place), extent, Extent.symbol(symbol), extent, rule);
    place.frame().symbol(symbol).ifPresent(found -> place.frame().run().use(found, use));
  }
}
