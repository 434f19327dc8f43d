package dev.espalier.model.schema;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a node of a hierarchy has to be. */
public sealed interface NodeSchema {
  /** The documentation, in Markdown; may be empty. */
  String text();

  /**
   * A group.
   *
   * @param rule broken by a node that is none
   * @param attributes what its attributes have to be
   * @param members the members that are declared
   * @param open whether there may be others
   * @param dimensions the symbols that are shared by everything below, and are not those of groups
   *     further up; other symbols belong to the outermost group that has an array that uses them
   * @param rules what holds beside
   * @param text the documentation
   */
  record Group(
      Rule rule,
      ValueSchema.Obj attributes,
      List<Member> members,
      boolean open,
      List<String> dimensions,
      List<NodeRule> rules,
      String text)
      implements NodeSchema {
    /** Copies the lists and checks that no name is declared twice. */
    public Group {
      members = List.copyOf(members);
      dimensions = List.copyOf(dimensions);
      rules = List.copyOf(rules);
      if (members.stream().map(Member::name).distinct().count() != members.size()) {
        throw new IllegalArgumentException(
            "a member is declared twice: " + members.stream().map(Member::name).toList());
      }
    }

    /** The declaration of that name: an exact one, or a template as it is spelled. */
    public Optional<Member> member(String name) {
      return members.stream().filter(m -> m.name().toString().equals(name)).findFirst();
    }
  }

  /**
   * An array.
   *
   * @param rule broken by a node that is none
   * @param attributes what its attributes have to be
   * @param dataTypes which types its elements may have
   * @param dimensions how many dimensions it has, of which extents and names
   * @param fillValue the fill value it has, where one is demanded
   * @param layout what is said about its chunks, shards and codecs
   * @param elements what holds of its elements
   * @param rules what holds beside
   * @param text the documentation
   */
  record Array(
      Rule rule,
      ValueSchema.Obj attributes,
      DataTypes dataTypes,
      Dimensions dimensions,
      Optional<FillValue> fillValue,
      LayoutSchema layout,
      List<ElementRule> elements,
      List<NodeRule> rules,
      String text)
      implements NodeSchema {
    /** Copies the lists. */
    public Array {
      elements = List.copyOf(elements);
      rules = List.copyOf(rules);
    }
  }

  /**
   * A node that is one of several alternatives; what is wrong is said about the closest.
   *
   * @param rule broken where no alternative is near
   * @param alternatives the alternatives by a name for messages and documentation, at least one
   * @param text the documentation
   */
  record Choice(Rule rule, Map<String, NodeSchema> alternatives, String text)
      implements NodeSchema {
    /** Copies the alternatives, keeping their order. */
    public Choice {
      alternatives = Collections.unmodifiableMap(new LinkedHashMap<>(alternatives));
      if (alternatives.isEmpty()) {
        throw new IllegalArgumentException("a choice without alternatives matches nothing");
      }
    }
  }

  /**
   * Whatever a definition of the schema says.
   *
   * @param definition the name of the definition
   */
  record Reference(String definition) implements NodeSchema {
    @Override
    public String text() {
      return "";
    }
  }
}
