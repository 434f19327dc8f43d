package dev.espalier.convert;

import dev.espalier.model.convention.ArrangementRequest;
import dev.espalier.model.convention.Arranger;
import dev.espalier.model.convention.Quantity;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Identity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the array that a convention shall be about: the one that is named, or the only one. */
final class SubjectSearch {
  private static final int REASONS_IN_MESSAGES = 8;

  private final ConversionRequest request;
  private final Identity convention;
  private final Arranger arranger;
  private final NodeSpec source;
  private final Moved mapped;

  private SubjectSearch(
      ConversionRequest request,
      Identity convention,
      Arranger arranger,
      NodeSpec source,
      Moved mapped) {
    this.request = request;
    this.convention = convention;
    this.arranger = arranger;
    this.source = source;
    this.mapped = mapped;
  }

  /**
   * Finds the subject and arranges the hierarchy around it, if a convention is asked for.
   *
   * @param source the source before the mapping; the node that is meant is in it
   */
  static Optional<Subject> search(ConversionRequest request, NodeSpec source, Moved mapped) {
    return request
        .convention()
        .map(
            convention -> {
              Arranger arranger =
                  convention
                      .arranger()
                      .orElseThrow(
                          () ->
                              new RequestException(
                                  "nothing can be converted to "
                                      + convention.id()
                                      + "; it can only be validated"));
              return new SubjectSearch(request, convention.id(), arranger, source, mapped).search();
            });
  }

  private Subject search() {
    NodePath at = request.node();
    NodeSpec node = source.find(at).orElseThrow();
    if (!(node instanceof ArraySpec)) {
      return theOnlyOneBelow(at, node);
    }
    if (mapped.targetOf(at).isEmpty()) {
      throw new RequestException("the mapping leaves out " + at + ", which is to be converted");
    }
    return arrange(at);
  }

  private Subject theOnlyOneBelow(NodePath at, NodeSpec below) {
    List<Subject> fitting = new ArrayList<>();
    Map<NodePath, String> reasons = new LinkedHashMap<>();
    below.walk(
        (relative, node) -> {
          NodePath path = at.resolve(relative);
          if (node instanceof ArraySpec && mapped.targetOf(path).isPresent()) {
            try {
              fitting.add(arrange(path));
            } catch (RequestException e) {
              reasons.put(path, e.getMessage());
            }
          }
        });
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    throw new RequestException(
        fitting.isEmpty()
            ? noneFits(at, reasons)
            : severalFit(fitting.stream().map(Subject::array).toList()));
  }

  private Subject arrange(NodePath array) {
    NodePath moved = mapped.targetOf(array).orElseThrow();
    ArrangementRequest.Builder question =
        ArrangementRequest.builder()
            .source(mapped.tree())
            .array(moved)
            .axes(request.axes())
            .spacing(spacing(array));
    array.name().ifPresent(name -> question.name(name.value()));
    return new Subject(array, arranger.arrange(question.build()));
  }

  private Map<String, Quantity> spacing(NodePath array) {
    if (request.spacing() instanceof Spacing.FromAttribute attribute) {
      List<String> axes =
          request
              .axes()
              .or(() -> source.findArray(array).flatMap(SubjectSearch::dimensionNames))
              .orElseThrow(() -> new RequestException("the axes of " + array + " are not known"));
      return SpacingAttribute.read(attribute, source, array, axes);
    }
    return ((Spacing.Given) request.spacing()).byAxis();
  }

  private static Optional<List<String>> dimensionNames(ArraySpec array) {
    return array
        .dimensionNames()
        .filter(names -> names.stream().allMatch(Optional::isPresent))
        .map(names -> names.stream().map(Optional::orElseThrow).toList());
  }

  private String noneFits(NodePath at, Map<NodePath, String> reasons) {
    StringBuilder message =
        new StringBuilder("no array at or below " + at + " can become " + convention);
    reasons.entrySet().stream()
        .limit(REASONS_IN_MESSAGES)
        .forEach(entry -> message.append("\n  ").append(reason(entry.getKey(), entry.getValue())));
    int more = reasons.size() - REASONS_IN_MESSAGES;
    return more > 0 ? message + "\n  and " + more + " more" : message.toString();
  }

  private static String reason(NodePath path, String reason) {
    return reason.contains(path.toString()) ? reason : path + ": " + reason;
  }

  private String severalFit(List<NodePath> paths) {
    return paths.size()
        + " arrays can become "
        + convention
        + "; name one of them behind the source, as in SOURCE#"
        + paths.get(0)
        + ": "
        + String.join(", ", paths.stream().map(NodePath::toString).toList());
  }
}
