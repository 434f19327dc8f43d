package dev.espalier.model.document;

import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LayoutSchema;
import java.util.ArrayList;
import java.util.List;

/** What the page says about an array beside its attributes. */
final class ArraySection {
  private ArraySection() {}

  static void add(NodeSchema.Array array, Markdown page) {
    List<String> facts = new ArrayList<>();
    facts.add(
        "Data type: "
            + (array.dataTypes().names().isEmpty()
                ? "any"
                : Markdown.escape(array.dataTypes().toString())
                    + " "
                    + RuleWords.ruleLink(array.dataTypes().rule())));
    if (array.dimensions().equals(Dimensions.any())) {
      facts.add("Dimensions: any");
    }
    array
        .fillValue()
        .ifPresent(fill -> facts.add("Fill value: " + Markdown.code(fill.toJson().toString())));
    layout(array.layout(), facts);
    page.list(facts);
    dimensions(array.dimensions(), page);
    page.list(array.elements().stream().map(RuleWords::of).toList());
  }

  private static void dimensions(Dimensions dimensions, Markdown page) {
    if (dimensions.equals(Dimensions.any())) {
      return;
    }
    if (dimensions.list().isEmpty()) {
      page.paragraph("It has no dimensions: it holds one element.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Dimension dimension : dimensions.list()) {
      rows.add(
          List.of(extent(dimension.extent()), dimension.name().map(Markdown::code).orElse("any")));
    }
    page.paragraph("**Dimensions**, slowest-varying first").table(List.of("extent", "name"), rows);
  }

  private static String extent(Extent extent) {
    if (extent instanceof Extent.Anything) {
      return "any";
    }
    if (extent instanceof Extent.Rest) {
      return "any number of dimensions of any extents";
    }
    String code = Markdown.code(extent.toString());
    return extent.symbols().isEmpty() ? code : Markdown.link(code, "dimensions");
  }

  private static void layout(LayoutSchema layout, List<String> facts) {
    layout.chunks().ifPresent(wish -> facts.add("Chunks: " + tiles(wish)));
    layout.shards().ifPresent(wish -> facts.add("Shards: " + tiles(wish)));
    layout
        .codecs()
        .ifPresent(
            wish ->
                facts.add(
                    "Codecs: "
                        + Markdown.codes(wish.chain().stream().map(CodecSpec::toString).toList())
                        + (wish.hard()
                            ? ", in this order, among others " + RuleWords.ruleLink(wish.rule())
                            : ", where nothing else is asked for")));
  }

  private static String tiles(LayoutSchema.Tiles wish) {
    return Markdown.code(wish.extents().toString())
        + (wish.hard()
            ? " " + RuleWords.ruleLink(wish.rule())
            : ", where nothing else is asked for");
  }
}
