/**
 * A convention that is compiled as a user's build compiles it: one processor, every lint.
 *
 * <p>Start at {@link dev.espalier.tide.Tide}. This package never knows a format.
 */
@NullMarked
package dev.espalier.tide;

import org.jspecify.annotations.NullMarked;
