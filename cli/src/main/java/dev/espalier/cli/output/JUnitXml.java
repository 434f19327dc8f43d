package dev.espalier.cli.output;

import dev.espalier.cli.terminal.Visible;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.finding.Severity;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The results of checks in the form of test runners: a suite for each hierarchy and convention, a
 * case for each rule.
 *
 * <p>A rule with findings of severity error is a case that failed: one failure, whose text has all
 * the findings, since servers show only one of several. Other findings are the standard output of a
 * case that passed: a skipped case would count as a rule that was not checked.
 */
public final class JUnitXml {
  /** What XML 1.0 has no way to spell, beside control characters. */
  private static final Pattern UNSPEAKABLE = Pattern.compile("[\\p{Cs}\\ufffe\\uffff]");

  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The document. */
  public static String of(List<CheckResult> results, List<CheckResult.Failed> failed) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new JUnitXml(xml).write(results, failed);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory could not be written", e);
    }
    return out.toString();
  }

  private void write(List<CheckResult> results, List<CheckResult.Failed> failed)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "espalier");
    counts(
        results.stream().mapToLong(r -> r.rules().size()).sum() + failed.size(),
        results.stream().mapToLong(JUnitXml::failures).sum(),
        failed.size());
    for (CheckResult result : results) {
      suite(result);
    }
    for (CheckResult.Failed failure : failed) {
      suite(failure);
    }
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(CheckResult result) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", result.location() + result.convention().map(c -> " as " + c).orElse(""));
    counts(result.rules().size(), failures(result), 0);
    for (Rule rule : result.rules()) {
      testCase(result, rule);
    }
    line(1);
    xml.writeEndElement();
  }

  private void testCase(CheckResult result, Rule rule) throws XMLStreamException {
    List<Finding> findings = result.findingsOf(rule);
    String text = findings.stream().map(JUnitXml::text).collect(Collectors.joining("\n\n"));
    startCase(rule.id(), result.convention().orElse("hierarchy"), findings.isEmpty());
    if (findings.isEmpty()) {
      return;
    }
    line(3);
    if (result.report().severityOf(findings.get(0)) == Severity.ERROR) {
      xml.writeStartElement("failure");
      String more = findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more)";
      attribute("message", place(findings.get(0)) + ": " + findings.get(0).message() + more);
      attribute("type", rule.id());
    } else {
      xml.writeStartElement("system-out");
      text = result.report().severityOf(findings.get(0)) + ": " + text;
    }
    xml.writeCharacters(spoken(Visible.lines(text)));
    xml.writeEndElement();
    line(2);
    xml.writeEndElement();
  }

  private void suite(CheckResult.Failed failure) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", failure.location());
    counts(1, 0, 1);
    startCase("open", "hierarchy", false);
    line(3);
    xml.writeStartElement("error");
    attribute("message", failure.message());
    attribute("type", "open");
    xml.writeEndElement();
    line(2);
    xml.writeEndElement();
    line(1);
    xml.writeEndElement();
  }

  private void startCase(String name, String className, boolean empty) throws XMLStreamException {
    line(2);
    if (empty) {
      xml.writeEmptyElement("testcase");
    } else {
      xml.writeStartElement("testcase");
    }
    attribute("name", name);
    attribute("classname", className);
  }

  private void counts(long tests, long failures, long errors) throws XMLStreamException {
    xml.writeAttribute("tests", Long.toString(tests));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", Long.toString(errors));
    xml.writeAttribute("skipped", "0");
  }

  private static long failures(CheckResult result) {
    return result.report().findings().stream()
        .filter(finding -> result.report().severityOf(finding) == Severity.ERROR)
        .map(finding -> finding.rule().id())
        .distinct()
        .count();
  }

  private static String text(Finding finding) {
    return place(finding) + ": " + CheckResult.text(finding);
  }

  private static String place(Finding finding) {
    String pointer = finding.pointer().toString();
    return finding.node() + (pointer.isEmpty() ? "" : " (" + pointer + ")");
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, spoken(Visible.name(value)));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String spoken(String text) {
    return UNSPEAKABLE
        .matcher(text)
        .replaceAll(match -> String.format("\\\\u%04x", (int) match.group().charAt(0)));
  }
}
