/**
 * Carries a hierarchy from any source to any target, and says what became of every object.
 *
 * <p>Start at {@link dev.espalier.convert.Conversion}. This package never knows a format or a
 * convention: source, target and convention meet only through the interfaces of the model.
 */
@NullMarked
@Value.Style(
    jdkOnly = true,
    overshadowImplementation = true,
    visibility = Value.Style.ImplementationVisibility.PACKAGE)
package dev.espalier.convert;

import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
