/**
 * The HDF5 format, read.
 *
 * <p>Must never know another format or a convention; no type of the HDF5 library leaves this
 * module.
 */
@NullMarked
package dev.espalier.hdf5;

import org.jspecify.annotations.NullMarked;
