/**
 * Reads all elements of an array in C order, in bounded memory: to digest them, to print them.
 *
 * <p>Start at {@link dev.espalier.cli.element.COrder}. This package never knows where elements come
 * from.
 */
@NullMarked
package dev.espalier.cli.element;

import org.jspecify.annotations.NullMarked;
