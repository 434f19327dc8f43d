package dev.espalier.model.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method with a {@link java.util.Map} of members by their names. Exactly one of the ways to say
 * which names they have is used.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Members {
  /** Names with a number or a word in them: {@code s{n}}. */
  String value() default "";

  /** Names that match a regular expression as a whole. */
  String matching() default "";

  /** Every name that nothing else in the group declares. */
  boolean others() default false;

  /** How many there are at least. */
  int min() default 0;

  /** How many there are at most; without it, any number. */
  int max() default Integer.MAX_VALUE;
}
