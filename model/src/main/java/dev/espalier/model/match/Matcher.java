package dev.espalier.model.match;

import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import java.util.Optional;

/** A schema made ready to be matched; immutable and safe for use by several threads at once. */
public final class Matcher {
  private final Schema schema;
  private final MatcherCompiler compiler;
  private final NodeMatcher root;

  private Matcher(Schema schema) {
    this.schema = schema;
    this.compiler = new MatcherCompiler(schema);
    this.root = compiler.node(schema.root());
  }

  /** Makes a schema ready. */
  public static Matcher of(Schema schema) {
    return new Matcher(schema);
  }

  /** The schema. */
  public Schema schema() {
    return schema;
  }

  /**
   * Matches a node and all that the schema says of what is below it.
   *
   * @param hierarchy the whole tree
   * @param at the path of the node
   * @throws dev.espalier.model.error.UnsupportedException if groups are nested too deep
   */
  public Match match(NodeSpec hierarchy, NodePath at) {
    Run run = new Run(hierarchy, compiler);
    Optional<NodeSpec> node = hierarchy.find(at);
    if (node.isPresent()) {
      root.match(Frame.root(run, at, node.get()));
      run.finish(at);
    } else {
      run.report(NodeMessages.missing(schema.resolve(schema.root()), at));
    }
    return new Match(schema, root, run, at);
  }
}
