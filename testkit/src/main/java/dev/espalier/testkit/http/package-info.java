/**
 * A server of HTTP for tests, which counts what it is asked and fails on purpose.
 *
 * <p>Start at {@link dev.espalier.testkit.http.TestServer}. Must never know what the bytes mean.
 */
@NullMarked
package dev.espalier.testkit.http;

import org.jspecify.annotations.NullMarked;
