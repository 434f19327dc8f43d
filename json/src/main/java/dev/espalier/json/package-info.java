/**
 * The only door to JSON text: turns it into model values and back, and checks it against JSON
 * Schemas.
 *
 * <p>Start at {@link dev.espalier.json.JsonReader}. This package must never know a storage format;
 * no type of a JSON library appears in a public signature.
 */
@NullMarked
package dev.espalier.json;

import org.jspecify.annotations.NullMarked;
