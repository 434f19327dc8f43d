/**
 * Turns words of the command line into values of the model.
 *
 * <p>Every class here is called after the option that it reads. This package never opens a
 * hierarchy.
 */
@NullMarked
package dev.espalier.cli.option;

import org.jspecify.annotations.NullMarked;
