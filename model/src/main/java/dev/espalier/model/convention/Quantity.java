package dev.espalier.model.convention;

import dev.espalier.model.json.JsonNumber;
import java.util.Optional;

/**
 * A number with its unit.
 *
 * @param value the number as it was spelled
 * @param unit the unit as it was spelled, where there is one
 */
public record Quantity(JsonNumber value, Optional<String> unit) {}
