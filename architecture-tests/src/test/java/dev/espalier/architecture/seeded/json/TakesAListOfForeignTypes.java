package dev.espalier.architecture.seeded.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Lets Jackson out of json, inside a type argument. */
public class TakesAListOfForeignTypes {
  /** Foreign. */
  protected int count(List<? extends JsonNode> nodes) {
    return nodes.size();
  }
}
