package dev.espalier.cli.command;

import dev.espalier.cli.terminal.Interruption;
import dev.espalier.cli.terminal.Terminal;

/**
 * What every command has around it.
 *
 * @param terminal where results and messages go
 * @param interruption whether somebody wants the command to stop
 */
record Surroundings(Terminal terminal, Interruption interruption) {}
