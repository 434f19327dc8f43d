/** A convention of two versions, found as one of a user's jar would be. */
@NullMarked
package dev.espalier.cli.tide;

import org.jspecify.annotations.NullMarked;
