package dev.espalier.model.declare;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;

/**
 * The words that declarations are made of, to be imported statically:
 *
 * <pre>{@code
 * Schema gauge = convention("example:gauge", "1.0")
 *     .root(group()
 *         .attribute("station", string())
 *         .member("time", array().types("int64").dimensions("time").strictlyRising())
 *         .member("level", array().types("float").dimensions("time"))
 *         .members(template("run_{n}"), reference("run")))
 *     .define("run", group().member("level", array().dimensions("sample")))
 *     .build();
 * }</pre>
 */
public final class Declare {
  private Declare() {}

  /** Starts a convention, with its name and version. */
  public static SchemaDeclaration convention(String name, String version) {
    return new SchemaDeclaration(name, version);
  }

  /** Starts a group. */
  public static GroupDeclaration group() {
    return new GroupDeclaration();
  }

  /** Starts an array. */
  public static ArrayDeclaration array() {
    return new ArrayDeclaration();
  }

  /** Starts a node that is one of several alternatives. */
  public static ChoiceDeclaration choice() {
    return new ChoiceDeclaration();
  }

  /** A node that fits a definition of the convention. */
  public static NodeDeclaration reference(String definition) {
    return () -> new NodeSchema.Reference(definition);
  }

  /** A node whose schema is there already. */
  public static NodeDeclaration node(NodeSchema schema) {
    return () -> schema;
  }

  /** Member names with a number or a word in them: {@code s{n}}. */
  public static MemberName template(String template) {
    return MemberName.template(template);
  }

  /** Member names that match a regular expression as a whole. */
  public static MemberName matching(String regex) {
    return MemberName.matching(regex);
  }

  /** Every member name that nothing else in the group declares. */
  public static MemberName everyOther() {
    return MemberName.any();
  }

  /** A requirement of the convention's text. */
  public static Rule must(String id, String text) {
    return new Rule(id, Level.MUST, Rule.Origin.TEXT, text);
  }

  /** A recommendation of the convention's text. */
  public static Rule should(String id, String text) {
    return new Rule(id, Level.SHOULD, Rule.Origin.TEXT, text);
  }

  /** A string. */
  public static ValueSchema.Scalar string() {
    return ValueSchema.string(CoreRules.ATTRIBUTE_TYPE);
  }

  /** A number. */
  public static ValueSchema.Scalar number() {
    return ValueSchema.number(CoreRules.ATTRIBUTE_TYPE);
  }

  /** A number without fraction, however it is spelled. */
  public static ValueSchema.Scalar integer() {
    return ValueSchema.integer(CoreRules.ATTRIBUTE_TYPE);
  }

  /** A truth value. */
  public static ValueSchema.Scalar bool() {
    return ValueSchema.bool(CoreRules.ATTRIBUTE_TYPE);
  }

  /** Any value; the words say what it means. */
  public static ValueSchema.Any anything(String words) {
    return ValueSchema.any(words);
  }

  /** A list whose elements are all alike. */
  public static ValueSchema.ListOf list(ValueSchema element) {
    return ValueSchema.list(CoreRules.ATTRIBUTE_TYPE, element);
  }

  /** A list of so many elements, each of which is something of its own. */
  public static ValueSchema.Tuple tuple(ValueSchema... elements) {
    return new ValueSchema.Tuple(CoreRules.ATTRIBUTE_TYPE, List.of(elements), List.of());
  }

  /** An object with these fields, and maybe others. */
  public static ValueSchema.Obj object(Field... fields) {
    return ValueSchema.object(CoreRules.ATTRIBUTE_TYPE, fields);
  }

  /** An object whose members all are alike, whatever their names. */
  public static ValueSchema.MapOf mapOf(ValueSchema value) {
    return new ValueSchema.MapOf(CoreRules.ATTRIBUTE_TYPE, value, List.of());
  }

  /** A value that is one of several alternatives. */
  public static ValueSchema.Union anyOf(ValueSchema... alternatives) {
    return new ValueSchema.Union(CoreRules.CHOICE, List.of(alternatives), List.of());
  }

  /** An object whose other fields depend on the text of one; cases are added to it. */
  public static ValueChoice dependingOn(String field) {
    return ValueChoice.by(CoreRules.ATTRIBUTE_TYPE, required(field, string()));
  }

  /** A field that has to be there. */
  public static Field required(String name, ValueSchema value) {
    return Field.required(name, value);
  }

  /** A field that should be there. */
  public static Field recommended(String name, ValueSchema value) {
    return Field.recommended(name, value);
  }

  /** A field that is not there: in a choice, what has it is another alternative. */
  public static Field excluded(String name) {
    return Field.excluded(name);
  }

  /** A field that may be absent. */
  public static Field optional(String name, ValueSchema value) {
    return Field.optional(name, value);
  }
}
