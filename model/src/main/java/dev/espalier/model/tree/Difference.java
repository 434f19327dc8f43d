package dev.espalier.model.tree;

import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import java.util.Optional;

/**
 * One thing that differs between two hierarchies.
 *
 * @param path the node
 * @param facet what of the node differs: {@code node}, {@code kind}, {@code shape}, {@code
 *     data_type}, {@code fill_value}, {@code dimension_names}, {@code chunks}, {@code shards},
 *     {@code codecs}, {@code chunk_key_encoding}, {@code problem}, or {@code attributes/NAME}
 * @param left what the first has, or nothing
 * @param right what the second has, or nothing
 */
public record Difference(
    NodePath path, String facet, Optional<JsonValue> left, Optional<JsonValue> right) {}
