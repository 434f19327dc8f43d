/**
 * The {@code espalier} command: arguments in, text or JSON lines and an exit code out.
 *
 * <p>Must never hold knowledge of a format or a convention: it only brings the other modules
 * together.
 */
@NullMarked
package dev.espalier.cli;

import org.jspecify.annotations.NullMarked;
