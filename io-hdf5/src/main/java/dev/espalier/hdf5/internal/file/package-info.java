/**
 * The structures of an HDF5 file: superblock, object headers, B-trees, heaps and links, read with
 * every length and address checked against the file.
 *
 * <p>Start at {@link dev.espalier.hdf5.internal.file.Hdf5File}. jhdf reads the superblock, symbol
 * tables, local and global heaps, and computes checksums. Object headers, B-trees and fractal heaps
 * are read here, because jhdf 0.13 reads a header or a group as a whole or not at all (one
 * attribute of an unknown type hides the object), takes shared messages for plain ones, and gives
 * up on heaps with gaps. This package never knows arrays, attributes or the model's tree.
 */
@NullMarked
package dev.espalier.hdf5.internal.file;

import org.jspecify.annotations.NullMarked;
