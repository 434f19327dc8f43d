/**
 * The codecs that store chunks in the first format of Blosc: blocks of shuffled elements, each
 * compressed by one of several compressors.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.compress.blosc.BloscFactory}. The compressors are
 * those of libraries; the frame around what they make, and the shuffling before, are written here,
 * so that they work wherever the compressors do, without memory for each chunk. Must never know
 * arrays.
 */
@NullMarked
package dev.espalier.zarr.internal.compress.blosc;

import org.jspecify.annotations.NullMarked;
