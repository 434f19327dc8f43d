/**
 * A sparse matrix in compressed rows, as AnnData stores it.
 *
 * <p>Start at {@link dev.espalier.example.csr.CsrConvention}. Must never know a storage format.
 */
@NullMarked
package dev.espalier.example.csr;

import org.jspecify.annotations.NullMarked;
