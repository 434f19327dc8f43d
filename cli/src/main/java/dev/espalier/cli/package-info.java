/**
 * The {@code espalier} command: arguments in, text or JSON lines and an exit code out.
 *
 * <p>Start at {@link dev.espalier.cli.Main}; each command is a class of {@code
 * dev.espalier.cli.command}. This package never knows a format or a convention: it only brings the
 * other modules together.
 */
@NullMarked
package dev.espalier.cli;

import org.jspecify.annotations.NullMarked;
