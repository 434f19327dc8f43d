package dev.espalier.model.annotation.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Attributes that a group or an array does not have, or fields that an object in attributes does
 * not have. In a choice, what has one of them is another alternative, however much is wrong with
 * it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Excludes {
  /** Their names. */
  String[] value();
}
