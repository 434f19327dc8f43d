package dev.espalier.model.code;

import dev.espalier.model.annotation.Members;
import dev.espalier.model.annotation.Named;
import dev.espalier.model.annotation.Recommended;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Spells a member as a method: one node, maybe none, or several by their names. */
final class AnnotatedMember {
  private final Literals literals;
  private final Notes notes;
  private final Member member;
  private final String place;

  AnnotatedMember(Literals literals, Notes notes, Member member, String place) {
    this.literals = literals;
    this.notes = notes;
    this.member = member;
    this.place = place;
  }

  String method(String method, String text, List<String> annotations, String type) {
    StringBuilder out = new StringBuilder(Annotations.comment(text, Nested.INDENT));
    String given;
    if (member.name() instanceof MemberName.Exact exact) {
      if (!method.equals(exact.name().value())) {
        String name = Literals.quoted(exact.name().value());
        line(out, "@" + literals.type(Named.class) + "(" + name + ")");
      }
      given = single(out, type);
    } else {
      line(out, members());
      given = literals.type(Map.class) + "<String, " + type + ">";
    }
    annotations.forEach(one -> line(out, one));
    line(out, given + " " + method + "();");
    return out.toString();
  }

  private String single(StringBuilder out, String type) {
    if (member.presence().equals(Optional.of(CoreRules.MEMBER_MISSING))) {
      return type;
    }
    if (member.presence().equals(Optional.of(CoreRules.MEMBER_RECOMMENDED))) {
      line(out, "@" + literals.type(Recommended.class));
    } else {
      member.presence().ifPresent(rule -> notes.add(place, "the rule " + rule.id()));
    }
    return literals.type(Optional.class) + "<" + type + ">";
  }

  private String members() {
    String names;
    if (member.name() instanceof MemberName.Template template) {
      names = "value = " + Literals.quoted(template.template());
    } else if (member.name() instanceof MemberName.Matching matching) {
      names = "matching = " + Literals.quoted(matching.pattern().regex());
    } else {
      names = "others = true";
    }
    boolean counted = member.presence().equals(Optional.of(CoreRules.MEMBER_COUNT));
    if (!counted && (member.max().isPresent() || member.presence().isPresent())) {
      notes.add(place, "how many there are");
    }
    String min = counted && member.min() > 0 ? ", min = " + member.min() : "";
    String max = counted && member.max().isPresent() ? ", max = " + member.max().getAsInt() : "";
    return "@" + literals.type(Members.class) + "(" + names + min + max + ")";
  }

  private static void line(StringBuilder out, String text) {
    out.append(Nested.INDENT).append(text).append('\n');
  }
}
