/**
 * JSON as immutable values: key order kept, numbers kept as they were written.
 *
 * <p>Start at {@link dev.espalier.model.json.JsonValue}. This package is a leaf: it never knows
 * JSON text, a JSON library, or any other package of Espalier.
 */
@NullMarked
package dev.espalier.model.json;

import org.jspecify.annotations.NullMarked;
