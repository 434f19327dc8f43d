/**
 * Reads hierarchies that are declared as data: the flat form in a JSON document.
 *
 * <p>Start at {@link dev.espalier.cli.spec.SpecDocument}. This package never knows a format.
 */
@NullMarked
package dev.espalier.cli.spec;

import org.jspecify.annotations.NullMarked;
