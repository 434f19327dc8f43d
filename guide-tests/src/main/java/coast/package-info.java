/**
 * The worked example of docs/guide/declare-a-convention.md, which prints these sources.
 *
 * <p>Start at {@link coast.Mooring}. This package never knows a format.
 */
@NullMarked
package coast;

import org.jspecify.annotations.NullMarked;
