package dev.espalier.io.codec;

/**
 * Makes the codecs of one name. Found with {@link java.util.ServiceLoader}: a jar adds a codec with
 * a class that implements this, has a public constructor without parameters, and is named in {@code
 * META-INF/services/dev.espalier.io.codec.BytesToBytesCodecFactory}.
 *
 * <p>Implementations hold no state and are safe for use by several threads at once.
 */
public interface BytesToBytesCodecFactory {
  /** The name of the codec, what it does, and its parameters. */
  CodecDeclaration declaration();

  /**
   * A codec with its parameters decided.
   *
   * @param configuration the parameters, which are as declared
   * @throws IllegalArgumentException if a parameter is wrong in a way that cannot be declared
   * @throws dev.espalier.model.error.UnsupportedException if what they ask for is not implemented
   */
  BytesToBytesCodec create(CodecConfiguration configuration);
}
