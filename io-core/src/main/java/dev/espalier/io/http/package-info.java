/**
 * Stores behind HTTP and HTTPS, for reading.
 *
 * <p>Start at {@link dev.espalier.io.http.HttpStore}. Must never know what the bytes mean.
 */
@NullMarked
package dev.espalier.io.http;

import org.jspecify.annotations.NullMarked;
