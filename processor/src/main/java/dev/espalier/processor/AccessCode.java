package dev.espalier.processor;

import dev.espalier.processor.Property.Presence;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Writes the statements that read and write attributes and members, one by one. */
final class AccessCode {
  private static final int WIDTH = 100;

  private final Imports imports;
  private final ValueCode values;

  AccessCode(Imports imports, ValueCode values) {
    this.imports = imports;
    this.values = values;
  }

  /**
   * Reads an attribute or field into a builder.
   *
   * @param required the method of the input for those that have to be there
   */
  String read(Property property, String required) {
    String form = values.form(property.type());
    String name = Literals.text(property.name());
    return property.presence() == Presence.REQUIRED
        ? "    value.%s(in.%s(%s, %s));".formatted(property.accessor(), required, name, form)
        : "    in.optional(%s, %s).ifPresent(value::%s);"
            .formatted(name, form, property.accessor());
  }

  /** The value of a field, for the constructor of a record. */
  String argument(Property property) {
    String form = values.form(property.type());
    String name = Literals.text(property.name());
    if (property.presence() == Presence.REQUIRED) {
      return "in.required(" + name + ", " + form + ")";
    }
    String read = "in.optional(" + name + ", " + form + ")";
    TypeMirror type = property.method().getReturnType();
    if (!ValueTypes.isOptionalNumber(type)) {
      return read;
    }
    String optional = imports.type(type);
    return read + ".map(" + optional + "::of).orElseGet(" + optional + "::empty)";
  }

  /** Writes an attribute. */
  String write(Property property) {
    String form = values.form(property.type());
    String name = Literals.text(property.name());
    return property.presence() == Presence.REQUIRED || property.presence() == Presence.DEFAULT
        ? "    out.attribute(%s, %s, value.%s());".formatted(name, form, property.accessor())
        : ifPresent(property, "out.attribute(%s, %s, there)".formatted(name, form));
  }

  /** Writes a field of an object. */
  String writeField(Property property) {
    String form = values.form(property.type());
    String name = Literals.text(property.name());
    return property.presence() == Presence.REQUIRED || property.presence() == Presence.DEFAULT
        ? "    json.put(%s, %s.write(value.%s()));".formatted(name, form, property.accessor())
        : ifPresent(property, "json.put(%s, %s.write(there))".formatted(name, form));
  }

  private static String ifPresent(Property property, String call) {
    String accessor = property.accessor();
    String line = "    value.%s().ifPresent(there -> %s);".formatted(accessor, call);
    return line.length() <= WIDTH
        ? line
        : "    value\n        .%s()\n        .ifPresent(there -> %s);".formatted(accessor, call);
  }

  /** Reads a member into a builder. */
  String read(MemberPart member) {
    String reader = owner(member, "typed.NodeInput") + (isArray(member) ? "::array" : "::read");
    String name = Literals.text(member.key().spelled());
    if (member.isSeveral()) {
      return "    value.%s(in.members(%s, %s));".formatted(member.accessor(), name, reader);
    }
    return member.presence() == Presence.REQUIRED
        ? "    value.%s(in.member(%s, %s));".formatted(member.accessor(), name, reader)
        : "    in.optionalMember(%s, %s).ifPresent(value::%s);"
            .formatted(name, reader, member.accessor());
  }

  /** Writes a member. */
  String write(MemberPart member) {
    String writer = owner(member, "typed.NodeOutput") + (isArray(member) ? "::array" : "::write");
    String method =
        member.isSeveral()
            ? "members"
            : member.presence() == Presence.REQUIRED ? "member" : "optionalMember";
    String key = member.isSeveral() ? names(member.key()) : Literals.text(member.key().spelled());
    return "    out.%s(%s, value.%s(), %s);".formatted(method, key, member.accessor(), writer);
  }

  private static boolean isArray(MemberPart member) {
    return member.node() instanceof MemberPart.PlainArray;
  }

  private String owner(MemberPart member, String plain) {
    return member.node() instanceof MemberPart.Typed typed
        ? imports.generated(typed.type(), "Form")
        : imports.model(plain);
  }

  /** The names of several members, in the words of the builder. */
  String names(MemberPart.Key key) {
    if (key instanceof MemberPart.Template template) {
      return imports.word("template") + "(" + Literals.text(template.template()) + ")";
    }
    return key instanceof MemberPart.Matching matching
        ? imports.word("matching") + "(" + Literals.text(matching.regex()) + ")"
        : imports.word("everyOther") + "()";
  }

  /** Adds a method that reads a value with a builder. */
  static void addRead(Source source, String input, List<String> statements) {
    String type = source.typeName();
    String builder =
        source.typeName().substring(source.typeName().lastIndexOf('.') + 1) + "Builder";
    List<String> lines = new ArrayList<>();
    lines.add("  public static " + type + " read(" + input + " in) {");
    lines.add("    " + builder + " value = new " + builder + "();");
    lines.addAll(statements);
    lines.add("    return in.create(value::build);");
    lines.add("  }");
    source.member("Reads a value.", lines.toArray(String[]::new));
  }

  /** Adds a method that writes a value into a node. */
  static void addWrite(Source source, List<String> statements) {
    String output = source.imports().model("typed.NodeOutput");
    List<String> lines = new ArrayList<>();
    lines.add("  public static void write(" + output + " out, " + source.typeName() + " value) {");
    lines.addAll(statements);
    lines.add("  }");
    source.member("Writes a value.", lines.toArray(String[]::new));
  }
}
