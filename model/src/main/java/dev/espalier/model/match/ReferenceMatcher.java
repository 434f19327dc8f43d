package dev.espalier.model.match;

import dev.espalier.model.schema.NodeSchema;
import java.util.Set;

/** A reference; the definition is looked up when it is needed, as it may hold the reference. */
final class ReferenceMatcher extends NodeMatcher {
  private final MatcherCompiler compiler;
  private final NodeSchema.Reference reference;

  ReferenceMatcher(MatcherCompiler compiler, NodeSchema.Reference reference) {
    this.compiler = compiler;
    this.reference = reference;
  }

  private NodeMatcher target() {
    return compiler.definition(reference.definition());
  }

  @Override
  NodeMatcher resolved() {
    return target().resolved();
  }

  @Override
  void match(Frame frame) {
    target().match(frame);
  }

  @Override
  NodeMatcher chosenFor(MatchedNode.Site site) {
    return target().chosenFor(site);
  }

  @Override
  NodeSchema schema() {
    return target().schema();
  }

  @Override
  Set<String> symbols() {
    return target().symbols();
  }
}
