/**
 * The bytes of an HDF5 file and the indexes among them: B-trees and heaps, read with every length
 * and address checked against the file.
 *
 * <p>Start at {@link dev.espalier.hdf5.internal.file.FileBytes}. jhdf reads the superblock, symbol
 * tables and local heaps through it, and computes checksums. B-trees, fractal and global heaps are
 * read here, because jhdf 0.13 follows trees that lead into themselves, gives up on heaps with
 * gaps, and does not bound what it keeps. This package never knows objects, arrays or the model's
 * tree.
 */
@NullMarked
package dev.espalier.hdf5.internal.file;

import org.jspecify.annotations.NullMarked;
