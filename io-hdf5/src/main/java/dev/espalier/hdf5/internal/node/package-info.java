/**
 * The tree of an HDF5 file: groups, arrays and attributes as the model has them, and a note of
 * everything that could not be read.
 *
 * <p>Start at {@link dev.espalier.hdf5.internal.node.TreeReader}. This package never knows how raw
 * data is encoded.
 */
@NullMarked
package dev.espalier.hdf5.internal.node;

import org.jspecify.annotations.NullMarked;
