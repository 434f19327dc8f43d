package dev.espalier.model.node;

import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/**
 * The exact type of an attribute in a store whose attributes are small arrays.
 *
 * @param dataType the type of each element
 * @param shape the extents, none for a scalar
 */
public record AttributeType(DataType dataType, Shape shape) {}
