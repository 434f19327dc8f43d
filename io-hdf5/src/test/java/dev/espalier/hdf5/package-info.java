/** Tests of reading HDF5 files. */
@NullMarked
package dev.espalier.hdf5;

import org.jspecify.annotations.NullMarked;
