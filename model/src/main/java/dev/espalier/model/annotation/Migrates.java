package dev.espalier.model.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How data comes from one version of the convention to another: on a static method of the interface
 * with {@link Convention} that takes a {@code MigrationDraft} and gives one.
 *
 * <p>The interface's own version is one end of the way; exactly one of {@link #from} and {@link
 * #to} names the other.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Migrates {
  /** The version of the data as it is, if the interface declares the version that it shall be. */
  String from() default "";

  /** The version of the data as it shall be, if the interface declares the version that it is. */
  String to() default "";
}
