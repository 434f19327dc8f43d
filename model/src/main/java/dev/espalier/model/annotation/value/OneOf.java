package dev.espalier.model.annotation.value;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text is one of a few. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE_USE})
public @interface OneOf {
  /** The texts. */
  String[] value();

  /** Whether the case of their letters from A to Z does not matter. */
  boolean anyCase() default false;
}
