package dev.espalier.cli.output;

import dev.espalier.cli.terminal.Amounts;
import dev.espalier.cli.terminal.Style;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.plan.PlannedAction;
import dev.espalier.model.plan.PlannedNode;
import dev.espalier.model.plan.WritePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Plans as lines for people: what becomes of each node, and how much there is to it. */
public final class PlanText {
  /** As wide as the longest word. */
  private static final int WIDTH = wordOf(PlannedAction.REPLACE).length();

  private final Style style;

  /** Lines in that style. */
  public PlanText(Style style) {
    this.style = style;
  }

  /** The word for an action. */
  static String wordOf(PlannedAction action) {
    return action.name().toLowerCase(Locale.ROOT);
  }

  /** A line for each node, and one for all of them. */
  public List<String> lines(WritePlan plan) {
    List<String> lines = new ArrayList<>(nodes(plan));
    lines.add(total(plan));
    return lines;
  }

  /** A line for each node. */
  public List<String> nodes(WritePlan plan) {
    return plan.nodes().stream().map(this::line).toList();
  }

  private String line(PlannedNode node) {
    String word = wordOf(node.action());
    String dressed =
        switch (node.action()) {
          case CREATE -> style.good(word);
          case KEEP -> style.faint(word);
          case UPDATE -> style.typed(word);
          case REPLACE, DELETE -> style.bad(word);
        };
    String kind =
        node.spec() instanceof ArraySpec array
            ? array.dataType() + " " + array.shape()
            : node.spec().kind();
    return dressed
        + " ".repeat(WIDTH - word.length())
        + "  "
        + style.strong(node.path().toString())
        + "  "
        + style.typed(kind)
        + style.faint(size(node));
  }

  private static String size(PlannedNode node) {
    if (node.action() == PlannedAction.UPDATE) {
      return "  document only";
    }
    return node.spec() instanceof ArraySpec ? "  " + Amounts.bytes(node.elementBytes()) : "";
  }

  private static String total(WritePlan plan) {
    String counts =
        plan.counts().entrySet().stream()
            .map(count -> count.getValue() + " to " + wordOf(count.getKey()))
            .collect(Collectors.joining(", "));
    return counts
        + "; "
        + (plan.changesAnything()
            ? Amounts.bytes(plan.elementBytes())
                + " of elements in at most "
                + Amounts.of(plan.objects(), "object")
                + " to write"
            : "nothing to write");
  }
}
