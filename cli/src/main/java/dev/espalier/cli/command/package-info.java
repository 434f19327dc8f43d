/**
 * The commands, one class each: what they do is done by the library below.
 *
 * <p>Start at {@link dev.espalier.cli.command.EspalierCommand}, which lists them. This package
 * never knows a format or a convention.
 */
@NullMarked
package dev.espalier.cli.command;

import org.jspecify.annotations.NullMarked;
