package dev.espalier.model.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What holds of the elements of an array, in C order; numbers may be expressions of extents. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Elements {
  /** They never fall. */
  boolean rising() default false;

  /** They rise from each to the next. */
  boolean strictlyRising() default false;

  /** The first one. */
  String first() default "";

  /** The last one. */
  String last() default "";

  /** Their sum. */
  String sum() default "";

  /** They are at least 0 and below an extent: positions along a dimension. */
  String positionsIn() default "";

  /** The least that is right, a number. */
  String min() default "";

  /** The greatest that is right, a number. */
  String max() default "";

  /** None is NaN or infinite. */
  boolean finite() default false;
}
