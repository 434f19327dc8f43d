/**
 * What a command has around it: streams, signals, threads, a progress bar, and what becomes of
 * failures.
 *
 * <p>Start at {@link dev.espalier.cli.terminal.Terminal}. This package never knows a command.
 */
@NullMarked
package dev.espalier.cli.terminal;

import org.jspecify.annotations.NullMarked;
