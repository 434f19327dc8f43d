package dev.espalier.model.annotation.value;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text is the path of a node, relative to the node whose attribute it is in. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE_USE})
public @interface RefersTo {
  /** What the node is: the interface of a group, an array or a choice, or {@code NdArray}. */
  Class<?> value();
}
