package dev.espalier.model.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an array is: on a method that gives an {@code NdArray}, an {@link java.util.Optional} of
 * one, or a map of several.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ArrayOf {
  /**
   * The data types: identifiers, and words for many of them such as {@code float}; all if empty.
   */
  String[] types() default {};

  /**
   * The dimensions, slowest first: {@code 3}, {@code time}, {@code rows+1}, {@code ceil(y/2)},
   * {@code *} (any), {@code ...} (any number of them).
   */
  String[] dimensions() default {"..."};

  /** The dimensions, slowest first: symbols that have to be the names of the dimensions as well. */
  String[] namedDimensions() default {};

  /** The fill value that is demanded, as documents spell it; there has to be one data type. */
  String fillValue() default "";

  /** The extents of chunks that are demanded: numbers, {@code *} or {@code full}. */
  String[] chunks() default {};

  /** The extents of chunks that a writer chooses where nothing else is asked for. */
  String[] preferChunks() default {};

  /** The extents of shards that are demanded. */
  String[] shards() default {};

  /** The extents of shards that a writer chooses where nothing else is asked for. */
  String[] preferShards() default {};

  /** The codecs that the chain has to hold, by their names. */
  String[] codecs() default {};

  /**
   * The codecs that a writer chooses where nothing else is asked for: names, followed by parameters
   * where there are some, as in {@code gzip level=5}.
   */
  String[] preferCodecs() default {};
}
