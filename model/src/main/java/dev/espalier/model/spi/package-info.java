/**
 * What a storage format implements to be read and written.
 *
 * <p>Start at {@link dev.espalier.model.spi.Backend}. This package never knows a particular format.
 */
@NullMarked
package dev.espalier.model.spi;

import org.jspecify.annotations.NullMarked;
