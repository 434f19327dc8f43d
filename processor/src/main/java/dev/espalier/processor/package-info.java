/**
 * Compiles annotated interfaces, at build time, into calls of the schema builder, readers, writers
 * and service entries.
 *
 * <p>Start at {@link dev.espalier.processor.EspalierProcessor}: it asks a {@code Catalogue} what
 * types declare, a few checks whether that makes sense as a whole, and classes called {@code
 * ...Code} for sources. This package never knows how a hierarchy is checked or stored, and adds no
 * meaning that the builder does not have.
 */
@NullMarked
package dev.espalier.processor;

import org.jspecify.annotations.NullMarked;
