package dev.espalier.model.match;

import dev.espalier.model.schema.NodeSchema;
import java.util.Set;

/** A node's schema, made ready. */
abstract class NodeMatcher {
  /** Matches the node of a frame. */
  abstract void match(Frame frame);

  /** What the node really is asked to be: references led to their end, choices made. */
  abstract NodeMatcher chosenFor(MatchedNode.Site site);

  /** What a reference leads to; others are what they are. */
  NodeMatcher resolved() {
    return this;
  }

  /** The schema, for messages. */
  abstract NodeSchema schema();

  /** The symbols that an array here uses; a group keeps its own to itself. */
  abstract Set<String> symbols();
}
