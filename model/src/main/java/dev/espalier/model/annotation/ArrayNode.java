package dev.espalier.model.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The interface of an array with attributes of its own: methods with {@link Attribute}, and one
 * with {@link ArrayOf} that gives the array.
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
public @interface ArrayNode {
  /** Whether there are no attributes but those declared. */
  boolean closedAttributes() default false;

  /**
   * Whether the convention defines it once, under its name, for all members that are one; a type
   * that leads to itself is defined in any case.
   */
  boolean defined() default false;
}
