package dev.espalier.model.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The interface of an object in attributes: each of its methods is a field. Records need no
 * annotation to be such objects.
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
public @interface Fields {
  /** Whether there are no fields but those declared. */
  boolean closed() default false;
}
