package dev.espalier.model.jsonschema;

import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds the ways from a definition down to itself. The paths of a recursive hierarchy are a regular
 * language, so an expression can stand for all of them, however deep.
 */
final class Recursion {
  /** How long the expression for the ways back to one definition may become. */
  private static final int LONGEST = 2_000;

  private static final int MOST_STEPS = 2_000;

  private final Schema schema;

  Recursion(Schema schema) {
    this.schema = schema;
  }

  /** There are so many ways, or such long ones, that nobody could read the expression. */
  static final class TooManyWays extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyWays() {
      super("too many ways", null, false, false);
    }
  }

  /**
   * The ways from a definition down to itself, as one expression without a quantifier.
   *
   * @param avoided the definitions that no way leads through
   * @throws TooManyWays if they cannot be told
   */
  Optional<String> waysBack(String definition, Set<String> avoided) {
    return waysBack(definition, avoided, new AtomicInteger());
  }

  private Optional<String> waysBack(String definition, Set<String> avoided, AtomicInteger steps) {
    List<String> ways = new ArrayList<>();
    follow(body(definition), "", new Search(definition, ways, steps), plus(avoided, definition));
    return ways.isEmpty() ? Optional.empty() : Optional.of("(?:" + String.join("|", ways) + ")");
  }

  /**
   * A search under way.
   *
   * @param ways collects the ways
   * @param steps counts the steps taken, of all searches that began one
   */
  private record Search(String target, List<String> ways, AtomicInteger steps) {
    void step(String way) {
      int taken = steps.incrementAndGet();
      if (taken > MOST_STEPS || way.length() > LONGEST) {
        throw new TooManyWays();
      }
    }
  }

  private void follow(NodeSchema node, String way, Search search, Set<String> avoided) {
    search.step(way);
    if (node instanceof NodeSchema.Group group) {
      for (Map.Entry<Member, String> one : new MemberSegments(group).all().entrySet()) {
        follow(one.getKey().node(), way + "/" + one.getValue(), search, avoided);
      }
    } else if (node instanceof NodeSchema.Choice choice) {
      choice.alternatives().values().forEach(one -> follow(one, way, search, avoided));
    } else if (node instanceof NodeSchema.Reference reference) {
      String name = reference.definition();
      if (name.equals(search.target())) {
        search.ways().add(way);
      } else if (!avoided.contains(name)) {
        String loops = waysBack(name, avoided, search.steps()).map(w -> w + "*").orElse("");
        follow(body(name), way + loops, search, plus(avoided, name));
      }
    }
  }

  private NodeSchema body(String definition) {
    NodeSchema body = schema.definitions().get(definition);
    if (body == null) {
      throw new IllegalArgumentException("no definition " + definition);
    }
    return body;
  }

  static Set<String> plus(Set<String> names, String one) {
    Set<String> more = new HashSet<>(names);
    more.add(one);
    return more;
  }
}
