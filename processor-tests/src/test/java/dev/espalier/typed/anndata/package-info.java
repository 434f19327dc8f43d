/** A convention that others write into HDF5 files. */
@NullMarked
package dev.espalier.typed.anndata;

import org.jspecify.annotations.NullMarked;
