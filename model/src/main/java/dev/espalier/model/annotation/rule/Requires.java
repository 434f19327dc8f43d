package dev.espalier.model.annotation.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where one member or attribute is, others are. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Requires.List.class)
public @interface Requires {
  /** The member or attribute that needs the others. */
  String given();

  /** The others. */
  String[] needed();

  /** Several of them on one type. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** Them. */
    Requires[] value();
  }
}
