package dev.espalier.model.annotation.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** At most one of these members or attributes is there. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(AtMostOne.List.class)
public @interface AtMostOne {
  /** The members, or attributes with an {@code @} before their name. */
  String[] value();

  /** Several of them on one type. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** Them. */
    AtMostOne[] value();
  }
}
