package dev.espalier.model.code;

import java.util.ArrayList;
import java.util.List;

/**
 * An expression of Java: a text, or a call with arguments and further calls on its result.
 *
 * @param head the text, or what is called
 * @param arguments the arguments, where it is a call
 * @param isCall whether it is one
 * @param chain the calls on its result
 */
record Code(String head, List<Code> arguments, boolean isCall, List<Code> chain) {
  private static final int WIDTH = 100;

  Code {
    arguments = List.copyOf(arguments);
    chain = List.copyOf(chain);
  }

  static Code text(String text) {
    return new Code(text, List.of(), false, List.of());
  }

  static Code call(String head, List<Code> arguments) {
    return new Code(head, arguments, true, List.of());
  }

  static Code call(String head, Code... arguments) {
    return call(head, List.of(arguments));
  }

  /** This expression with a call on its result. */
  Code then(Code call) {
    List<Code> longer = new ArrayList<>(chain);
    longer.add(call);
    return new Code(head, arguments, isCall, longer);
  }

  /** This expression with calls on its result. */
  Code then(List<Code> calls) {
    List<Code> longer = new ArrayList<>(chain);
    longer.addAll(calls);
    return new Code(head, arguments, isCall, longer);
  }

  /** How many characters it has in one line. */
  int length() {
    int length = head.length() + 2;
    for (Code argument : arguments) {
      length += argument.length() + 2;
    }
    for (Code call : chain) {
      length += call.length() + 1;
    }
    return length;
  }

  /** The source, with lines after the first indented. */
  String render(int indent) {
    StringBuilder out = new StringBuilder();
    render(out, indent);
    return out.toString();
  }

  private void render(StringBuilder out, int indent) {
    if (length() + indent < WIDTH) {
      inline(out);
      return;
    }
    out.append(head);
    if (isCall) {
      arguments(out, indent);
    }
    for (Code call : chain) {
      newLine(out, indent + 4);
      out.append('.');
      call.render(out, indent + 4);
    }
  }

  private void arguments(StringBuilder out, int indent) {
    out.append('(');
    int length = arguments.stream().mapToInt(Code::length).sum();
    boolean fits = length + head.length() + indent < WIDTH;
    boolean first = true;
    for (Code argument : arguments) {
      out.append(first ? "" : fits ? ", " : ",");
      if (fits) {
        argument.inline(out);
      } else {
        newLine(out, indent + 4);
        argument.render(out, indent + 4);
      }
      first = false;
    }
    out.append(')');
  }

  private static void newLine(StringBuilder out, int indent) {
    out.append('\n').append(" ".repeat(indent));
  }

  private void inline(StringBuilder out) {
    out.append(head);
    if (isCall) {
      out.append('(');
      boolean first = true;
      for (Code argument : arguments) {
        out.append(first ? "" : ", ");
        argument.inline(out);
        first = false;
      }
      out.append(')');
    }
    for (Code call : chain) {
      out.append('.');
      call.inline(out);
    }
  }
}
