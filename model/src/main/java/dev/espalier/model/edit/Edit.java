package dev.espalier.model.edit;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.path.NodePath;

/** One change of a hierarchy at one node, as a value that can be shown before it is applied. */
public sealed interface Edit
    permits AttributeEdit, SetDimensionNames, RenameMember, RemoveMember, AddMember {
  /** The node that changes, by its path before this edit; for a new member, its path to be. */
  NodePath node();

  /** Whether stored elements stay where and what they are, so that documents alone change. */
  boolean touchesMetadataOnly();

  /** The edit in words, in one line: {@code rename attribute /units of /signal to "unit"}. */
  String describe();

  /** The edit as JSON: {@code op} says which one, {@code node} where, and its parts follow. */
  JsonObject toJson();
}
