package dev.espalier.json;

import dev.espalier.model.json.JsonPointer;

/**
 * One place at which a document does not have the form that a JSON Schema demands.
 *
 * @param pointer the place in the document
 * @param keyword the keyword of the schema that is not satisfied, such as {@code required}
 * @param message what is wrong, in English
 */
public record SchemaViolation(JsonPointer pointer, String keyword, String message) {}
