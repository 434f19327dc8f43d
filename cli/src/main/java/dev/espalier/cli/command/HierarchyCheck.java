package dev.espalier.cli.command;

import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.edit.AddMember;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.tree.SiblingNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks one hierarchy, wherever in it a convention is declared. */
final class HierarchyCheck {
  private static final Rule DECLARED =
      new Rule(
          "hierarchy.convention.declared",
          Level.MUST,
          Rule.Origin.SCHEMA,
          "A hierarchy that is validated declares a convention, or one is named.");

  private static final Rule READABLE =
      new Rule(
          "hierarchy.node.readable",
          Level.MUST,
          Rule.Origin.SCHEMA,
          "Every node of a hierarchy can be read.");

  private static final Rule SUPPORTED =
      new Rule(
          "hierarchy.node.supported",
          Level.SHOULD,
          Rule.Origin.SCHEMA,
          "Every node of a hierarchy uses features that are known here.");

  private static final Rule UNDOCUMENTED =
      new Rule(
          "hierarchy.group.undocumented",
          Level.SHOULD,
          Rule.Origin.ADVICE,
          "Every group that has nodes below it has a metadata document.");

  private static final Rule CONSOLIDATED =
      new Rule(
          "hierarchy.consolidated.fresh",
          Level.SHOULD,
          Rule.Origin.ADVICE,
          "Consolidated metadata says what the documents of the nodes themselves say.");

  private final OpenHierarchy hierarchy;
  private final NodeSpec tree;
  private final Profile profile;
  private final Optional<DataCheck> data;

  /**
   * A check of an open hierarchy.
   *
   * @param tree all that it holds, or what it would hold with other metadata
   */
  HierarchyCheck(OpenHierarchy hierarchy, NodeSpec tree, Profile profile, boolean looksAtData) {
    this.hierarchy = hierarchy;
    this.tree = tree;
    this.profile = profile;
    this.data = looksAtData ? Optional.of(new DataCheck(hierarchy, tree)) : Optional.empty();
  }

  /**
   * What a check found.
   *
   * @param convention what was checked against, or nothing if there was nothing
   */
  record Verdict(Optional<Convention> convention, Report report) {
    Optional<String> conventionId() {
      return convention.map(c -> c.id().toString());
    }

    /** The rules that were checked: those of the convention, and those of any hierarchy. */
    List<Rule> rules() {
      List<Rule> rules = new ArrayList<>();
      convention.ifPresent(c -> rules.addAll(c.rules()));
      rules.addAll(HierarchyCheck.rules());
      return rules;
    }
  }

  /** The rules of any hierarchy, whatever the convention. */
  private static List<Rule> rules() {
    return Stream.concat(
            Stream.of(DECLARED, READABLE, SUPPORTED, UNDOCUMENTED, CONSOLIDATED),
            SiblingNames.rules().stream())
        .toList();
  }

  /** Checks the nodes that declare a convention; where none does, the root. */
  Verdict against(Convention convention) {
    List<NodePath> declared = new ArrayList<>();
    tree.walk(
        (path, node) -> {
          if (convention.basisAt(tree, path).isPresent()) {
            declared.add(path);
          }
        });
    List<NodePath> paths = declared.isEmpty() ? List.of(NodePath.root()) : declared;
    return verdicts(Map.of(convention, paths)).get(0);
  }

  /** Checks against each convention that some node declares, in the version that it declares. */
  List<Verdict> againstDeclared(Conventions conventions) {
    Map<Convention, List<NodePath>> declared = new LinkedHashMap<>();
    conventions.all().forEach(convention -> declared.put(convention, new ArrayList<>()));
    tree.walk(
        (path, node) ->
            conventions
                .declaredAt(tree, path)
                .forEach(
                    found ->
                        declared
                            .computeIfAbsent(found.convention(), c -> new ArrayList<>())
                            .add(path)));
    declared.values().removeIf(List::isEmpty);
    return declared.isEmpty() ? List.of(nothingDeclared(conventions)) : verdicts(declared);
  }

  /**
   * Conventions that meet at a node can find the same; it is told once. So is what is wrong with
   * any hierarchy, at the end.
   */
  private List<Verdict> verdicts(Map<Convention, List<NodePath>> declared) {
    Map<Convention, List<Finding>> found = new LinkedHashMap<>();
    Set<Finding> told = new LinkedHashSet<>();
    declared.forEach(
        (convention, paths) ->
            found.put(
                convention,
                paths.stream()
                    .flatMap(path -> findings(convention, path))
                    .filter(told::add)
                    .collect(Collectors.toCollection(ArrayList::new))));
    List<Verdict> verdicts = new ArrayList<>();
    found.forEach(
        (convention, findings) -> {
          if (verdicts.size() == found.size() - 1) {
            addGeneral(findings, told);
          }
          verdicts.add(new Verdict(Optional.of(convention), new Report(profile, findings)));
        });
    return verdicts;
  }

  private Stream<Finding> findings(Convention convention, NodePath path) {
    return Stream.concat(
        convention.check(tree, path).stream(),
        data.stream().flatMap(check -> check.findings(convention, path)));
  }

  /** What is wrong with any hierarchy, whatever it shall mean. */
  private void addGeneral(List<Finding> findings, Set<Finding> already) {
    addUnreadable(findings, already);
    findings.addAll(SiblingNames.check(tree));
    tree.walk(
        (path, node) -> {
          UnreadNote.of(node).stream()
              .filter(note -> note.kind().equals(UnreadNote.UNDOCUMENTED_GROUP))
              .forEach(note -> findings.add(undocumented(path, note)));
          UnreadNote.of(node).stream()
              .filter(note -> note.kind().equals(UnreadNote.STALE_COPIES))
              .forEach(note -> findings.add(stale(path, note)));
        });
  }

  private static Finding stale(NodePath group, UnreadNote copies) {
    return Finding.builder()
        .rule(CONSOLIDATED)
        .node(group)
        .message(
            "the "
                + copies.name()
                + " is out of date, and who trusts it sees another hierarchy: "
                + copies.reason())
        .expected("copies of the documents as they are")
        .found("other copies")
        .fix("consolidate the metadata anew (espalier consolidate), or remove it")
        .build();
  }

  private static Finding undocumented(NodePath group, UnreadNote hidden) {
    NodePath path = group.child(hidden.name());
    return Finding.builder()
        .rule(UNDOCUMENTED)
        .node(path)
        .message("nodes below it are hidden, since it is no node itself: " + hidden.reason())
        .expected("a metadata document for each group")
        .found("no document")
        .fix("write the document of the group again, or move away what is below it")
        .addEdits(new AddMember(path, GroupSpec.empty()))
        .build();
  }

  /** A convention speaks of the nodes that it needs; nobody shall be silent about the others. */
  private void addUnreadable(List<Finding> findings, Set<Finding> already) {
    Set<NodePath> told = already.stream().map(Finding::node).collect(Collectors.toSet());
    tree.walk(
        (path, node) -> {
          if (node instanceof UnreadableSpec unreadable && !told.contains(path)) {
            unreadable.faults().forEach(fault -> findings.add(unreadable(path, fault)));
          } else if (node instanceof ArraySpec) {
            findings.addAll(notOpened(path));
          }
        });
  }

  /** What keeps the elements of an array from being read, such as codecs that form no chain. */
  private List<Finding> notOpened(NodePath path) {
    try {
      hierarchy.array(path);
      return List.of();
    } catch (InvalidHierarchyException e) {
      return e.report().findings();
    } catch (UnsupportedException e) {
      return List.of(unreadable(path, new UnreadableSpec(Problem.UNSUPPORTED, message(e))));
    } catch (CorruptException e) {
      return List.of(unreadable(path, new UnreadableSpec(Problem.CORRUPT, message(e))));
    }
  }

  private static String message(EspalierException e) {
    return String.valueOf(e.getMessage());
  }

  private static Finding unreadable(NodePath path, UnreadableSpec node) {
    boolean supported = node.problem() != Problem.UNSUPPORTED;
    return Finding.builder()
        .rule(supported ? READABLE : SUPPORTED)
        .node(path)
        .pointer(node.pointer())
        .message("the node cannot be read: " + node.message())
        .expected("a node that can be read")
        .found(node.problem().name().toLowerCase(Locale.ROOT))
        .fix(supported ? "write the node again, or remove it" : "read it with another tool")
        .build();
  }

  private Verdict nothingDeclared(Conventions conventions) {
    String known =
        conventions.all().stream().map(c -> c.id().toString()).collect(Collectors.joining(", "));
    Finding finding =
        Finding.builder()
            .rule(DECLARED)
            .node(NodePath.root())
            .message("no node declares a convention that is known here, so nothing was checked")
            .expected("a declaration of one of: " + known)
            .fix("name the convention that it should follow with --as")
            .build();
    List<Finding> findings = new ArrayList<>(List.of(finding));
    addGeneral(findings, Set.of(finding));
    return new Verdict(Optional.empty(), new Report(profile, findings));
  }
}
