/**
 * Migrations: how data of one version of a convention becomes data of another.
 *
 * <p>Start at {@link dev.espalier.model.migration.Migration}. This package never knows a particular
 * convention or a format, and reads no elements: it says where they come from.
 */
@NullMarked
package dev.espalier.model.migration;

import org.jspecify.annotations.NullMarked;
