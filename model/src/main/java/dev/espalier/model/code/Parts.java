package dev.espalier.model.code;

import java.util.ArrayList;
import java.util.List;

/** The methods that expressions are spread over: javac bounds the size of one. */
final class Parts {
  private static final int LONGEST_EXPRESSION = 2_500;
  private static final int LONGEST_CHAIN = 60;

  private final List<String> methods = new ArrayList<>();
  private final Literals literals;
  private int made;

  Parts(Literals literals) {
    this.literals = literals;
  }

  List<String> methods() {
    return methods;
  }

  /** The expression, or a call of a method that returns it, where it is long. */
  Code bounded(Code code, Class<?> type, String name) {
    if (code.chain().size() > LONGEST_CHAIN) {
      return Code.call(filled(code, literals.type(type), name));
    }
    if (code.length() <= LONGEST_EXPRESSION) {
      return code;
    }
    String method = name + ++made;
    methods.add(
        "  private static "
            + literals.type(type)
            + " "
            + method
            + "() {\n    return "
            + code.render(4)
            + ";\n  }\n");
    return Code.call(method);
  }

  /** A method that makes its many calls one by one, in methods of their own. */
  private String filled(Code code, String type, String name) {
    String method = name + ++made;
    StringBuilder body = new StringBuilder();
    List<Code> chain = code.chain();
    Code start = new Code(code.head(), code.arguments(), code.isCall(), List.of());
    body.append("    ").append(type).append(" it = ").append(start.render(4)).append(";\n");
    for (int from = 0, part = 1; from < chain.size(); from += LONGEST_CHAIN, part++) {
      String filler = method + "Part" + part;
      body.append("    ").append(filler).append("(it);\n");
      StringBuilder calls = new StringBuilder();
      for (Code call : chain.subList(from, Math.min(chain.size(), from + LONGEST_CHAIN))) {
        calls.append("    it.").append(call.render(4)).append(";\n");
      }
      methods.add("  private static void " + filler + "(" + type + " it) {\n" + calls + "  }\n");
    }
    methods.add(
        "  private static " + type + " " + method + "() {\n" + body + "    return it;\n  }\n");
    return method;
  }
}
