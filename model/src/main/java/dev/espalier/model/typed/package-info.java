/**
 * Hierarchies as values of Java types: what code that was made from annotated interfaces calls.
 *
 * <p>Start at {@link dev.espalier.model.typed.TypedConvention}, to write and read values, and at
 * {@link dev.espalier.model.typed.NdArray}, to make them. {@link
 * dev.espalier.model.typed.NodeInput}, {@link dev.espalier.model.typed.NodeOutput} and {@link
 * dev.espalier.model.typed.ValueForm} serve the code that is made. This package never knows a
 * format, and looks at no type by reflection.
 */
@NullMarked
package dev.espalier.model.typed;

import org.jspecify.annotations.NullMarked;
