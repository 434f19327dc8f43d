package dev.espalier.model.hierarchy;

import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.convention.Declaration;
import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.match.ElementDemand;
import dev.espalier.model.match.Filling;
import dev.espalier.model.match.Match;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/** Looks for the nodes of a hierarchy that follow conventions, and checks them. */
record Inspection(NodeSpec hierarchy, Conventions conventions) {
  /**
   * A node and what it is to follow.
   *
   * @param path the node
   * @param convention what it is to follow
   */
  private record Task(NodePath path, Convention convention) {}

  /** The hierarchy with what the conventions that its nodes declare know of its open parts. */
  Inspection filled() {
    return filled(declaredTasks());
  }

  /** The hierarchy with what a convention knows of its open parts. */
  Inspection filled(Convention convention) {
    return filled(tasks(convention));
  }

  private Inspection filled(List<Task> tasks) {
    NodeSpec here = hierarchy;
    for (Task task : tasks) {
      if (task.convention() instanceof SchemaConvention schema) {
        here = Filling.of(schema.match(here, task.path()));
      }
    }
    return new Inspection(here, conventions);
  }

  /** Checks every node that declares a convention. */
  Inspected declared() {
    return check(declaredTasks());
  }

  /** Checks the nodes that declare a convention; where none does, the root. */
  Inspected against(Convention convention) {
    return check(tasks(convention));
  }

  private Inspected check(List<Task> tasks) {
    List<Finding> findings = new ArrayList<>();
    List<ElementDemand> demands = new ArrayList<>();
    for (Task task : tasks) {
      if (task.convention() instanceof SchemaConvention schema) {
        Match match = schema.match(hierarchy, task.path());
        findings.addAll(schema.findings(match));
        demands.addAll(match.elementDemands());
      } else {
        findings.addAll(task.convention().check(hierarchy, task.path()));
        demands.addAll(task.convention().elementDemands(hierarchy, task.path()));
      }
    }
    return new Inspected(hierarchy, findings, demands);
  }

  private List<Task> declaredTasks() {
    List<Task> tasks = new ArrayList<>();
    hierarchy.walk(
        (path, node) -> {
          for (Declaration found : conventions.declaredAt(hierarchy, path)) {
            tasks.add(new Task(path, found.convention()));
          }
        });
    return tasks;
  }

  private List<Task> tasks(Convention convention) {
    List<Task> tasks = new ArrayList<>();
    hierarchy.walk(
        (path, node) -> {
          if (convention.basisAt(hierarchy, path).isPresent()) {
            tasks.add(new Task(path, convention));
          }
        });
    return tasks.isEmpty() ? List.of(new Task(NodePath.root(), convention)) : tasks;
  }
}
