package dev.espalier.cli.output;

import dev.espalier.cli.terminal.Amounts;
import dev.espalier.cli.terminal.Style;
import dev.espalier.convert.Conversion;
import dev.espalier.convert.ConversionReport;
import dev.espalier.convert.Outcome;
import dev.espalier.convert.ReportEntry;
import dev.espalier.convert.Verification;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedNode;
import dev.espalier.model.plan.WritePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Plans and conversions as lines for people. */
public final class ConversionText {
  private final Style style;

  /** Lines in that style. */
  public ConversionText(Style style) {
    this.style = style;
  }

  /**
   * How much a plan writes, in one line.
   *
   * @param done the word for what is done with it, such as "written"
   */
  public static String summary(String done, WritePlan plan) {
    if (!plan.changesAnything()) {
      return "nothing to write, what stands there is alike (elements were not compared)";
    }
    List<PlannedNode> written = plan.nodes().stream().filter(n -> n.action().writes()).toList();
    long arrays = written.stream().filter(n -> n.spec().kind().equals("array")).count();
    return done
        + ", "
        + Amounts.of(arrays, "array")
        + ", "
        + Amounts.of(written.size() - arrays, "group")
        + ", "
        + Amounts.bytes(plan.elementBytes())
        + " of elements, at most "
        + Amounts.of(plan.objects(), "object");
  }

  /** What became of the source's objects: counted, and told one by one where something differs. */
  public List<String> report(Conversion conversion) {
    ConversionReport report = conversion.report();
    List<String> lines = new ArrayList<>();
    String counts =
        report.counts().entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    lines.add(Amounts.of(report.entries().size(), "object") + " of the source: " + counts);
    report.entries().stream()
        .filter(entry -> entry.attribute().isEmpty() && entry.outcome() != Outcome.LEFT_OUT)
        .filter(entry -> entry.outcome() != Outcome.COPIED)
        .forEach(entry -> lines.add("  " + change(entry)));
    addAttributes(lines, report);
    report.with(Outcome.LEFT_OUT).forEach(entry -> lines.add("  " + leftOut(entry)));
    if (!report.added().isEmpty()) {
      lines.add(
          "  added: "
              + report.added().stream().map(NodePath::toString).collect(Collectors.joining(", ")));
    }
    return lines;
  }

  private String change(ReportEntry entry) {
    String target =
        entry
            .target()
            .map(NodePath::toString)
            .filter(path -> !path.equals(entry.path()))
            .map(path -> " -> " + path)
            .orElse("");
    String changes = entry.changes().isEmpty() ? "" : ": " + String.join("; ", entry.changes());
    return entry.outcome() + " " + style.strong(entry.name()) + target + style.faint(changes);
  }

  /** Attributes are many, and what happens to them is mostly the same: they are only counted. */
  private static void addAttributes(List<String> lines, ConversionReport report) {
    long changed =
        report.with(Outcome.CHANGED).stream().filter(e -> e.attribute().isPresent()).count();
    if (changed > 0) {
      lines.add(
          "  "
              + Amounts.of(changed, "attribute")
              + " changed: values kept, exact types not, as JSON has one kind of number"
              + " (--json lists them)");
    }
  }

  private String leftOut(ReportEntry entry) {
    return style.bad(entry.outcome().toString())
        + " "
        + entry.kind()
        + " "
        + style.strong(entry.name())
        + entry.reason().map(reason -> ": " + reason).orElse("");
  }

  /** What a verification found. */
  public List<String> verification(Verification verification) {
    List<String> lines = new ArrayList<>();
    String compared =
        Amounts.of(verification.elements(), "element")
            + " of "
            + Amounts.of(verification.arrays(), "array")
            + " and "
            + Amounts.of(verification.attributes(), "attribute");
    lines.add(
        verification.isEqual()
            ? style.good("verified") + ": " + compared + " are what they should be"
            : style.bad("verification failed") + ": " + compared + " were compared");
    verification.mismatches().forEach(mismatch -> lines.add("  " + mismatch));
    return lines;
  }
}
