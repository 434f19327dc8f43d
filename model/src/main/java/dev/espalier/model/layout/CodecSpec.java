package dev.espalier.model.layout;

import dev.espalier.model.json.JsonObject;

/**
 * A codec by name and parameters: what a document says, not what does the work.
 *
 * @param name the registered name, such as {@code zstd}
 * @param configuration its parameters, empty where there are none
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/index.html">Zarr v3,
 *     codecs</a>
 */
public record CodecSpec(String name, JsonObject configuration) {
  /** A codec without parameters. */
  public static CodecSpec of(String name) {
    return new CodecSpec(name, JsonObject.empty());
  }

  /** The name, followed by the parameters where there are some. */
  @Override
  public String toString() {
    return configuration.isEmpty() ? name : name + configuration;
  }
}
