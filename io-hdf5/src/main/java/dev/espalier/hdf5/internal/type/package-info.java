/**
 * Datatypes of HDF5: what a file says of its elements, and how their stored bytes become elements
 * of the model.
 *
 * <p>Start at {@link dev.espalier.hdf5.internal.type.TypeParser} and {@link
 * dev.espalier.hdf5.internal.type.ElementCoding}. Types are parsed here, because jhdf hides the
 * layout of floats, rejects tagless opaque types and negative codes of enumerations, and takes bit
 * fields for truth values. This package never knows how raw data is laid out.
 */
@NullMarked
package dev.espalier.hdf5.internal.type;

import org.jspecify.annotations.NullMarked;
