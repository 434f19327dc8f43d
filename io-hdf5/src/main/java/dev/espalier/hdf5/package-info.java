/**
 * The HDF5 format, read.
 *
 * <p>Start at {@link dev.espalier.hdf5.Hdf5Backend}. Below it, {@code internal.file} reads the
 * bytes of a file, {@code internal.object} the headers in it, {@code internal.type} its datatypes,
 * {@code internal.array} datasets, and {@code internal.node} puts the tree together.
 *
 * <p>Must never know another format or a convention; no type of the HDF5 library leaves this
 * module.
 */
@NullMarked
package dev.espalier.hdf5;

import org.jspecify.annotations.NullMarked;
