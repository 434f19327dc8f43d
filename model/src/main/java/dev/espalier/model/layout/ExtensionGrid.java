package dev.espalier.model.layout;

import dev.espalier.model.json.JsonObject;

/**
 * A grid that is not known here, by name and parameters.
 *
 * @param name the registered name
 * @param configuration its parameters
 */
public record ExtensionGrid(String name, JsonObject configuration) implements ChunkGrid {}
