package dev.espalier.model.tree;

import dev.espalier.model.edit.AddMember;
import dev.espalier.model.edit.AttributeEdit;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RemoveMember;
import dev.espalier.model.edit.RenameAttribute;
import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.edit.SetDimensionNames;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Applies one edit to a draft. */
final class EditStep {
  private static final int MOST_NAMES = 12;

  private final Draft root;
  private final Edit edit;

  EditStep(Draft root, Edit edit) {
    this.root = root;
    this.edit = edit;
  }

  void apply() {
    if (edit instanceof AttributeEdit attributeEdit) {
      editAttributes(attributeEdit);
    } else if (edit instanceof SetDimensionNames names) {
      nameDimensions(names);
    } else if (edit instanceof RenameMember rename) {
      rename(rename);
    } else if (edit instanceof RemoveMember) {
      siblings(true).remove(lastName());
    } else if (edit instanceof AddMember add) {
      siblings(false).put(lastName(), new Draft(add.spec()));
    }
  }

  private void editAttributes(AttributeEdit attributeEdit) {
    Draft draft = find(edit.node());
    Attributes before = draft.own().attributes();
    JsonObject after = edited(attributeEdit, before.toJson());
    draft.own(
        draft
            .own()
            .match(
                group -> group.withAttributes(merge(before, after)),
                array -> array.withAttributes(merge(before, after)),
                unreadable -> {
                  throw refusal(edit.node() + " is unreadable");
                }));
  }

  private static JsonObject edited(AttributeEdit edit, JsonObject attributes) {
    try {
      return edit.applyTo(attributes);
    } catch (IllegalArgumentException e) {
      throw new RequestException(String.valueOf(e.getMessage()), e);
    }
  }

  /** An attribute keeps its exact type while its value is the same, under whatever name. */
  private Attributes merge(Attributes before, JsonObject after) {
    Map<String, Attribute> byName = new LinkedHashMap<>();
    after.members().forEach((name, value) -> byName.put(name, attribute(before, name, value)));
    return new Attributes(byName);
  }

  private Attribute attribute(Attributes before, String name, JsonValue value) {
    boolean isNewName =
        edit instanceof RenameAttribute rename
            && rename.pointer().tokens().size() == 1
            && rename.newName().equals(name);
    String oldName = isNewName ? ((AttributeEdit) edit).pointer().tokens().get(0) : name;
    Attribute old = before.byName().get(oldName);
    return old != null && old.value().equals(value) ? old : Attribute.of(value);
  }

  private void nameDimensions(SetDimensionNames names) {
    Draft draft = find(edit.node());
    if (!(draft.own() instanceof ArraySpec array)) {
      throw refusal(edit.node() + " has no dimensions; " + isKind(draft.own()));
    }
    if (array.shape().rank() != names.names().size()) {
      throw refusal(
          edit.node()
              + " has "
              + array.shape().rank()
              + " dimensions; its shape is "
              + array.shape());
    }
    draft.own(ArraySpec.builder().from(array).dimensionNames(names.names()).build());
  }

  private void rename(RenameMember rename) {
    Map<NodeName, Draft> siblings = siblings(true);
    if (siblings.containsKey(rename.newName())) {
      throw refusal("there is a " + quote(rename.newName().value()) + " already");
    }
    Map<NodeName, Draft> renamed = new LinkedHashMap<>();
    siblings.forEach(
        (name, draft) -> renamed.put(name.equals(lastName()) ? rename.newName() : name, draft));
    find(edit.node().parent().orElseThrow()).members(renamed);
  }

  /** The members of the group that holds the node, which has to be there or must not be there. */
  private Map<NodeName, Draft> siblings(boolean present) {
    NodePath parent = edit.node().parent().orElseThrow();
    Draft draft = find(parent);
    if (!(draft.own() instanceof GroupSpec group)) {
      throw refusal(parent + " has no members; " + isKind(draft.own()));
    }
    Map<NodeName, Draft> siblings = draft.members(group);
    if (present && !siblings.containsKey(lastName())) {
      throw absent(parent, lastName(), siblings);
    }
    if (!present && siblings.containsKey(lastName())) {
      throw refusal(edit.node() + " is there already");
    }
    return siblings;
  }

  private NodeName lastName() {
    return edit.node().name().orElseThrow();
  }

  private Draft find(NodePath path) {
    Draft here = root;
    NodePath at = NodePath.root();
    for (NodeName name : path.names()) {
      if (!(here.own() instanceof GroupSpec group)) {
        throw refusal(at + " has no members; " + isKind(here.own()));
      }
      Map<NodeName, Draft> members = here.members(group);
      Draft next = members.get(name);
      if (next == null) {
        throw absent(at, name, members);
      }
      here = next;
      at = at.child(name);
    }
    return here;
  }

  private RuntimeException absent(NodePath group, NodeName name, Map<NodeName, Draft> members) {
    List<String> names = members.keySet().stream().map(NodeName::value).toList();
    return refusal(
        "there is no " + quote(name.value()) + " in " + group + "; there is " + names(names));
  }

  private static String isKind(NodeSpec node) {
    return "it is " + (node instanceof GroupSpec ? "a group" : "an " + node.kind());
  }

  private RequestException refusal(String reason) {
    return new RequestException("cannot " + edit.describe() + ": " + reason);
  }

  private static String quote(String text) {
    return JsonValue.of(text).toString();
  }

  private static String names(List<String> names) {
    if (names.isEmpty()) {
      return "nothing";
    }
    String shown =
        names.stream().limit(MOST_NAMES).map(EditStep::quote).collect(Collectors.joining(", "));
    return names.size() <= MOST_NAMES
        ? shown
        : shown + " and " + (names.size() - MOST_NAMES) + " more";
  }
}
