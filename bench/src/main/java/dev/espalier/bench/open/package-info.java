/**
 * Opens a hierarchy of many nodes: Espalier, and bare programs that list, read and parse the same
 * files.
 *
 * <p>Start at {@link dev.espalier.bench.open.EspalierOpening}. Never knows arrays' elements.
 */
@NullMarked
package dev.espalier.bench.open;

import org.jspecify.annotations.NullMarked;
