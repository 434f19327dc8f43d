/**
 * Schemas as JSON, so that one can be shipped, read by people, and used without compiling anything.
 *
 * <p>Start at {@link dev.espalier.model.form.SchemaForm}. This package never knows JSON text, nor
 * how a hierarchy is checked.
 */
@NullMarked
package dev.espalier.model.form;

import org.jspecify.annotations.NullMarked;
