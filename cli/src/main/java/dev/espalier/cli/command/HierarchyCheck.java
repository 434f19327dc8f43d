package dev.espalier.cli.command;

import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks one hierarchy, wherever in it a convention is declared. */
final class HierarchyCheck {
  private static final Rule DECLARED =
      new Rule(
          "hierarchy.convention.declared",
          Level.MUST,
          Rule.Origin.SCHEMA,
          "A hierarchy that is validated declares a convention, or one is named.");

  private final NodeSpec tree;
  private final Profile profile;

  HierarchyCheck(NodeSpec tree, Profile profile) {
    this.tree = tree;
    this.profile = profile;
  }

  /**
   * What a check found.
   *
   * @param convention what was checked against, or nothing if there was nothing
   */
  record Verdict(Optional<Convention> convention, Report report) {}

  /** Checks the nodes that declare a convention; where none does, the root. */
  Verdict against(Convention convention) {
    List<NodePath> declared = declaring(convention);
    return verdict(convention, declared.isEmpty() ? List.of(NodePath.root()) : declared);
  }

  /** Checks against each convention that some node declares. */
  List<Verdict> againstDeclared(Conventions conventions) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Convention convention : conventions.all()) {
      List<NodePath> declared = declaring(convention);
      if (!declared.isEmpty()) {
        verdicts.add(verdict(convention, declared));
      }
    }
    return verdicts.isEmpty() ? List.of(nothingDeclared(conventions)) : verdicts;
  }

  private List<NodePath> declaring(Convention convention) {
    List<NodePath> paths = new ArrayList<>();
    tree.walk(
        (path, node) -> {
          if (convention.isDeclaredAt(tree, path)) {
            paths.add(path);
          }
        });
    return paths;
  }

  private Verdict verdict(Convention convention, List<NodePath> paths) {
    List<Finding> findings = new ArrayList<>();
    paths.forEach(path -> findings.addAll(convention.check(tree, path)));
    return new Verdict(Optional.of(convention), new Report(profile, findings));
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
    return new Verdict(Optional.empty(), new Report(profile, List.of(finding)));
  }
}
