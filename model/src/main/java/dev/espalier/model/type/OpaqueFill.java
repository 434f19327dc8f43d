package dev.espalier.model.type;

import dev.espalier.model.json.JsonValue;

/**
 * The fill value of an extension type that is not known here, as it was written.
 *
 * @param toJson the value in the document
 */
public record OpaqueFill(JsonValue toJson) implements FillValue {}
