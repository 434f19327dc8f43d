/**
 * What commands print: JSON documents for programs, text for people.
 *
 * <p>{@code ...Json} makes documents, {@code ...Text} makes lines. This package never decides what
 * is printed when.
 */
@NullMarked
package dev.espalier.cli.output;

import org.jspecify.annotations.NullMarked;
