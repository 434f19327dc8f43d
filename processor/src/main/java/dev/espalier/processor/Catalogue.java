package dev.espalier.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** What all types declare that are met in one round, and how they hang together. */
final class Catalogue {
  private final DeclarationReader reader;
  private final Map<String, Optional<Declared>> read = new LinkedHashMap<>();

  Catalogue(DeclarationReader reader) {
    this.reader = reader;
  }

  /** What a type declares; nothing if that is not understood. */
  Optional<Declared> get(TypeElement type) {
    String name = type.getQualifiedName().toString();
    Optional<Declared> known = read.get(name);
    if (known == null) {
      known = reader.read(type);
      read.put(name, known);
    }
    return known;
  }

  /** The groups that a group is, ancestors first, itself at the end. */
  List<Declared.Group> lineage(Declared.Group group) {
    List<Declared.Group> lineage = new ArrayList<>();
    for (TypeElement type : group.lineage()) {
      if (type.equals(group.type())) {
        lineage.add(group);
      } else {
        get(type)
            .filter(Declared.Group.class::isInstance)
            .ifPresent(one -> lineage.add((Declared.Group) one));
      }
    }
    return lineage;
  }

  /** All attributes of a node, inherited ones first. */
  List<Property> attributes(Declared declared) {
    List<Property> all = new ArrayList<>();
    if (declared instanceof Declared.Group group) {
      lineage(group).forEach(one -> all.addAll(one.attributes()));
    } else if (declared instanceof Declared.Array array) {
      all.addAll(array.attributes());
    } else if (declared instanceof Declared.Fields fields) {
      all.addAll(fields.fields());
    } else if (declared instanceof Declared.Tuple tuple) {
      all.addAll(tuple.elements());
    }
    return all;
  }

  /** All members of a group, inherited ones first. */
  List<MemberPart> members(Declared declared) {
    List<MemberPart> all = new ArrayList<>();
    if (declared instanceof Declared.Group group) {
      lineage(group).forEach(one -> all.addAll(one.members()));
    }
    return all;
  }

  /** The types that a type uses itself, without those that attributes only refer to. */
  Set<TypeElement> uses(TypeElement type) {
    Set<TypeElement> used = new LinkedHashSet<>();
    Optional<Declared> declared = get(type);
    if (declared.isEmpty()) {
      return used;
    }
    attributes(declared.get()).forEach(one -> one.type().objectType().ifPresent(used::add));
    for (MemberPart member : members(declared.get())) {
      if (member.node() instanceof MemberPart.Typed typed) {
        used.add(typed.type());
      }
    }
    if (declared.get() instanceof Declared.Choice choice) {
      used.addAll(choice.alternatives().values());
    } else if (declared.get() instanceof Declared.Cases cases) {
      used.addAll(cases.cases().values());
    } else if (declared.get() instanceof Declared.Group group) {
      used.addAll(group.lineage().subList(0, group.lineage().size() - 1));
    }
    return used;
  }

  /** The nodes that attributes of a type refer to. */
  Set<TypeElement> targets(TypeElement type) {
    Set<TypeElement> targets = new LinkedHashSet<>();
    get(type)
        .map(this::attributes)
        .orElse(List.of())
        .forEach(one -> targets.addAll(targets(one.type())));
    return targets;
  }

  /** The nodes that values of a type refer to. */
  static Set<TypeElement> targets(ValueType type) {
    Set<TypeElement> targets = new LinkedHashSet<>();
    targets(type, targets);
    return targets;
  }

  private static void targets(ValueType type, Set<TypeElement> into) {
    for (AnnotationMirror mirror : type.constraints()) {
      if (ConstraintCheck.nameOf(mirror).equals("RefersTo")) {
        Mirrors.type(mirror, "value")
            .filter(DeclaredType.class::isInstance)
            .map(found -> ((DeclaredType) found).asElement())
            .ifPresent(found -> into.add((TypeElement) found));
      }
    }
    if (type.shape() instanceof ValueType.ListOf list) {
      targets(list.element(), into);
    } else if (type.shape() instanceof ValueType.MapOf map) {
      targets(map.value(), into);
    }
  }

  /** Everything that a type leads to, itself included. */
  Set<TypeElement> reachable(TypeElement from) {
    Set<TypeElement> reached = new LinkedHashSet<>();
    reach(Set.of(from), reached, true);
    return reached;
  }

  private void reach(Collection<TypeElement> from, Set<TypeElement> reached, boolean references) {
    for (TypeElement type : from) {
      if (reached.add(type)) {
        reach(uses(type), reached, references);
        if (references) {
          reach(targets(type).stream().filter(DeclarationReader::isNode).toList(), reached, true);
        }
      }
    }
  }

  /** Whether the type stands for every array. */
  static boolean isAnyArray(TypeElement type) {
    return type.getQualifiedName().contentEquals("dev.espalier.model.typed.NdArray");
  }

  /** Whether the schema of a type is a definition: it says so, or leads to itself. */
  boolean isDefined(TypeElement type) {
    for (String annotation : List.of("Group", "ArrayNode")) {
      if (Mirrors.find(type, annotation).filter(m -> Mirrors.flag(m, "defined")).isPresent()) {
        return true;
      }
    }
    Set<TypeElement> reached = new LinkedHashSet<>();
    reach(uses(type), reached, false);
    return reached.contains(type);
  }

  /** The name of a type's definition. */
  static String definition(TypeElement type) {
    return isAnyArray(type) ? "array" : Mirrors.named(type);
  }

  /** The types that a convention has to define, by the names of the definitions. */
  Map<String, TypeElement> definitions(TypeElement root, Problems problems) {
    Map<String, TypeElement> definitions = new LinkedHashMap<>();
    Set<TypeElement> all = new LinkedHashSet<>();
    for (TypeElement type : reachable(root)) {
      if (DeclarationReader.isNode(type) && isDefined(type)) {
        all.add(type);
      }
      all.addAll(targets(type));
    }
    for (TypeElement type : all) {
      TypeElement other = definitions.putIfAbsent(definition(type), type);
      if (other != null) {
        problems.report(
            type,
            type.getSimpleName()
                + " and "
                + other
                + " are both defined as \""
                + definition(type)
                + "\"; give one of them another name with @Named");
      }
    }
    return definitions;
  }
}
