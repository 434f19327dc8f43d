package dev.espalier.model.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The interface of a group, or of an array where it is an {@link ArrayNode} too, that is the root
 * of a convention.
 *
 * <p>For an interface {@code Gauge}, a class {@code GaugeBuilder} makes values of it, and a class
 * {@code GaugeConvention} is the convention, found by whoever looks for conventions on the class
 * path. The documentation comments of the interface and its methods are those of the schema.
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
public @interface Convention {
  /** The name, such as {@code ngff:image}. */
  String name();

  /** The version as the convention spells it. */
  String version();

  /** What it is for, in a line. */
  String title() default "";

  /** The identity that stays over all versions. */
  String uuid() default "";

  /** Where the schema of this version is published. */
  String url() default "";

  /** Other URLs under which data is found to name this version. */
  String[] aliases() default {};

  /**
   * Signs that a node follows the convention: places in its attributes such as {@code
   * /ome/multiscales}, with the text that is there where that matters: {@code /ome/version=0.5}.
   */
  String[] probes() default {};
}
