/**
 * Codecs of Zarr v3: what turns a chunk in memory into stored bytes and back.
 *
 * <p>There are three moments: a {@link dev.espalier.model.layout.CodecSpec} says what a document
 * declares; a {@link dev.espalier.zarr.codec.CodecPipeline} is that, bound to one kind of chunk and
 * checked once; a {@link dev.espalier.zarr.codec.ChunkCoder} does the work for one thread. Start at
 * the pipeline. This package never knows stores, keys or nodes.
 */
@NullMarked
package dev.espalier.zarr.codec;

import org.jspecify.annotations.NullMarked;
