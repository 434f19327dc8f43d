package dev.espalier.example.golden;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.finding.Finding;
import java.util.List;
import java.util.Optional;

/** Findings as lines, with all that they say. */
final class FindingLines {
  private FindingLines() {}

  static String of(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : findings) {
      String pointer = finding.pointer().toString();
      out.append(finding.rule().level()).append(' ').append(finding.rule().id());
      out.append(" at ").append(finding.node());
      out.append(pointer.isEmpty() ? "" : " (" + pointer + ")").append('\n');
      out.append("  ").append(finding.message()).append('\n');
      add(out, "expected", finding.expected());
      add(out, "found", finding.found());
      add(out, "fix", finding.fix());
      for (Edit edit : finding.edits()) {
        add(out, "edit", Optional.of(edit.describe()));
      }
    }
    return out.toString();
  }

  private static void add(StringBuilder out, String label, Optional<String> text) {
    text.ifPresent(words -> out.append("  ").append(label).append(": ").append(words).append('\n'));
  }
}
