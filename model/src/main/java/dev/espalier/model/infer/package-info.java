/**
 * Schemas out of examples: what hierarchies that are there have in common.
 *
 * <p>Start at {@link dev.espalier.model.infer.SchemaInference}. This package never knows where the
 * examples come from, nor what becomes of the schema.
 */
@NullMarked
package dev.espalier.model.infer;

import org.jspecify.annotations.NullMarked;
