package dev.espalier.io.codec;

/**
 * Makes the codecs of one name. Found with {@link java.util.ServiceLoader}: a jar adds a codec with
 * a class that implements this, has a public constructor without parameters, and is named in {@code
 * META-INF/services/dev.espalier.io.codec.BytesToBytesCodecFactory}.
 *
 * <p>Implementations hold no state and are safe for use by several threads at once.
 */
public interface BytesToBytesCodecFactory {
  /** The name by which documents call the codec, such as {@code gzip}. */
  String name();

  /**
   * A codec with its parameters decided.
   *
   * @param configuration the parameters; those that are not asked for are refused afterwards
   * @throws IllegalArgumentException if a parameter is missing or wrong
   */
  BytesToBytesCodec create(CodecConfiguration configuration);
}
