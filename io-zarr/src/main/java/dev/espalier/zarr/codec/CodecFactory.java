package dev.espalier.zarr.codec;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;

/**
 * Makes the codecs of one name that take chunks; codecs that take bytes come from {@link
 * dev.espalier.io.codec.BytesToBytesCodecFactory}. Found with {@link java.util.ServiceLoader}: a
 * jar adds a codec with a class that implements one of the two kinds, has a public constructor
 * without parameters, and is named in {@code
 * META-INF/services/dev.espalier.zarr.codec.CodecFactory}.
 *
 * <p>Implementations hold no state and are safe for use by several threads at once.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/index.html">Zarr v3,
 *     codecs</a>
 */
public sealed interface CodecFactory {
  /** The name of the codec, what it does, and its parameters. */
  CodecDeclaration declaration();

  /** Makes codecs that turn a chunk into another one. */
  non-sealed interface OfArrays extends CodecFactory {
    /**
     * A codec with its parameters decided and checked against a chunk.
     *
     * @param configuration the parameters, which are as declared
     * @param decoded what is to be encoded
     * @throws IllegalArgumentException if a parameter is wrong in a way that cannot be declared, or
     *     does not fit the chunk
     * @throws dev.espalier.model.error.UnsupportedException if what they ask for, or the data type
     *     of the chunk, is not handled
     */
    ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded);
  }

  /** Makes codecs that turn a chunk into bytes. */
  non-sealed interface OfBytes extends CodecFactory {
    /**
     * A codec with its parameters decided and checked against a chunk.
     *
     * @param configuration the parameters, which are as declared
     * @param decoded what is to be encoded
     * @param codecs for codecs whose parameters name other codecs
     * @throws IllegalArgumentException if a parameter is wrong in a way that cannot be declared, or
     *     does not fit the chunk
     * @throws dev.espalier.model.error.UnsupportedException if what they ask for, or the data type
     *     of the chunk, is not handled
     */
    ArrayToBytesCodec bind(
        CodecConfiguration configuration, ChunkRepresentation decoded, CodecRegistry codecs);
  }
}
