/**
 * Conventions that come as JSON while a program runs, beside the same ones compiled in.
 *
 * <p>Start at {@code LoadedConventionTest}. This package never knows how a schema is matched.
 */
@NullMarked
package dev.espalier.example.loaded;

import org.jspecify.annotations.NullMarked;
