package dev.espalier.architecture.seeded.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** Lets Jackson out of json. */
public class ReturnsAForeignType {
  /** Foreign. */
  public JsonNode node() {
    return NullNode.getInstance();
  }
}
