package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Optional;

/**
 * Finds all that breaks a schema, one finding for each mistake: what is below a value of the wrong
 * kind is not looked at, and a rule that builds on a broken part is silent.
 */
public final class SchemaCheck {
  private final Ledger ledger;

  private SchemaCheck(NodeSpec hierarchy) {
    this.ledger = new Ledger(hierarchy);
  }

  /**
   * Checks a node and what it refers to.
   *
   * @param schema what it has to be
   * @param hierarchy the whole tree
   * @param at the path of the node
   * @return all findings, in the order of the declaration
   */
  public static List<Finding> findings(NodeSchema schema, NodeSpec hierarchy, NodePath at) {
    SchemaCheck check = new SchemaCheck(hierarchy);
    Optional<NodeSpec> node = hierarchy.find(at);
    if (node.isPresent()) {
      check.node(schema, at, node.get());
    } else {
      check.ledger.add(NodeMessages.missing(schema, at));
    }
    return check.ledger.findings();
  }

  private void node(NodeSchema schema, NodePath path, NodeSpec node) {
    boolean fits =
        schema instanceof NodeSchema.Group ? node instanceof GroupSpec : node instanceof ArraySpec;
    if (fits) {
      Part attributes =
          new Part(ledger, path, JsonPointer.of("attributes"), node.attributes().toJson());
      value(schema.attributes(), attributes);
    } else if (node instanceof UnreadableSpec unreadable) {
      ledger.add(NodeMessages.unreadable(schema, path, unreadable));
    } else {
      ledger.add(NodeMessages.wrongKind(schema, path, node));
    }
  }

  private void value(ValueSchema schema, Part part) {
    if (schema instanceof ValueSchema.Scalar scalar) {
      if (!scalar.kind().holds(part.value())) {
        ValueMessages.wrongKind(scalar.rule(), schema, part);
        return;
      }
    } else if (schema instanceof ValueSchema.ListOf list) {
      if (!(part.value() instanceof JsonArray)) {
        ValueMessages.wrongKind(list.rule(), schema, part);
        return;
      }
      part.elements().forEach(element -> value(list.element(), element));
    } else if (schema instanceof ValueSchema.Obj object) {
      if (!(part.value() instanceof JsonObject)) {
        ValueMessages.wrongKind(object.rule(), schema, part);
        return;
      }
      object.fields().forEach(field -> field(field, object.fields(), part));
    } else if (schema instanceof ValueSchema.Choice choice) {
      if (!(part.value() instanceof JsonObject)) {
        ValueMessages.wrongKind(choice.rule(), schema, part);
        return;
      }
      choice(choice, part);
    }
    schema.constraints().forEach(constraint -> constraint(constraint, part));
  }

  private void field(Field field, List<Field> siblings, Part object) {
    Optional<Part> member = object.field(field.name());
    if (member.isPresent()) {
      value(field.value(), member.get());
    } else {
      field.presence().ifPresent(rule -> ValueMessages.missing(rule, field, siblings, object));
    }
  }

  private void choice(ValueSchema.Choice choice, Part object) {
    Field decisive = choice.decisive();
    field(decisive, List.of(decisive), object);
    Optional<Part> member = object.field(decisive.name());
    if (member.isEmpty() || member.get().text().isPresent()) {
      member
          .flatMap(Part::text)
          .map(choice.cases()::get)
          .or(choice::otherwise)
          .ifPresent(chosen -> value(chosen, object));
    }
  }

  private void constraint(Constraint constraint, Part part) {
    if (constraint instanceof Constraint.Coded coded) {
      coded.code().inspect(part);
    } else if (constraint instanceof Constraint.Refers refers) {
      reference(refers, part);
    } else {
      ConstraintCheck.check(constraint, part);
    }
  }

  private void reference(Constraint.Refers refers, Part part) {
    String text = part.text().orElse("");
    Optional<NodePath> path = Reference.resolve(part.node(), text);
    Optional<NodeSpec> node = path.flatMap(ledger.hierarchy()::find);
    if (node.isPresent()) {
      node(refers.target(), path.get(), node.get());
    } else if (path.isEmpty() || Reference.isKnownMissing(ledger.hierarchy(), path.get())) {
      ValueMessages.leadsNowhere(refers, part, ledger.hierarchy());
    }
  }
}
