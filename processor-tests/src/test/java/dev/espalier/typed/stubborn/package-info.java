/** A convention whose own code refuses and fails. It never knows a format. */
@NullMarked
package dev.espalier.typed.stubborn;

import org.jspecify.annotations.NullMarked;
