package dev.espalier.model.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The interface of a group: methods with {@link Attribute} are its attributes, the others its
 * members. What it extends are groups that it is as well.
 *
 * <p>A class {@code RunBuilder} makes values of an interface {@code Run}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Value.Style(
    typeBuilder = "*Builder",
    builder = "new",
    implementationNestedInBuilder = true,
    overshadowImplementation = true,
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    builderVisibility = Value.Style.BuilderVisibility.SAME,
    get = "*",
    defaultAsDefault = true,
    jdkOnly = true)
public @interface Group {
  /** Whether there are no members but those declared. */
  boolean closed() default false;

  /** Whether there are no attributes but those declared. */
  boolean closedAttributes() default false;

  /**
   * Whether the convention defines it once, under its name, for all members that are one; a type
   * that leads to itself is defined in any case.
   */
  boolean defined() default false;

  /**
   * Symbols of dimensions that everything below shares, and that are not those of groups further
   * up.
   */
  String[] dimensions() default {};
}
