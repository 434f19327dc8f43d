/**
 * What changes from one version of a schema to the next, and whom that hurts.
 *
 * <p>Start at {@link dev.espalier.model.evolve.SchemaDiff}. This package never looks at a
 * hierarchy: it compares what two schemas demand.
 */
@NullMarked
package dev.espalier.model.evolve;

import org.jspecify.annotations.NullMarked;
