/**
 * Says declarations in JSON Schema.
 *
 * <p>Start at {@link dev.espalier.model.jsonschema.JsonSchemaExport}. This package never knows how
 * a hierarchy is checked, nor how JSON is written.
 */
@NullMarked
package dev.espalier.model.jsonschema;

import org.jspecify.annotations.NullMarked;
