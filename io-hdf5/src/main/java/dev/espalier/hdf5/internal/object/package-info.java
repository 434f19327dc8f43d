/**
 * The objects of an HDF5 file: what its headers hold, which links a group has, which messages are
 * shared.
 *
 * <p>Start at {@link dev.espalier.hdf5.internal.object.Hdf5File}. Object headers are read here,
 * because jhdf 0.13 reads a header or a group as a whole or not at all (one attribute of an unknown
 * type hides the object) and takes shared messages for plain ones. This package never knows arrays,
 * values of attributes or the model's tree.
 */
@NullMarked
package dev.espalier.hdf5.internal.object;

import org.jspecify.annotations.NullMarked;
