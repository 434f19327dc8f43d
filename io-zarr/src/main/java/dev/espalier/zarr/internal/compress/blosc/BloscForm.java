package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.Set;

/** Whose words a document has for Blosc. */
enum BloscForm {
  /** Those of Zarr v3, where readers want to know the size of what was shuffled. */
  ZARR {
    @Override
    JsonObject completed(JsonObject asked, BloscCodec codec) {
      JsonObject complete = asked;
      boolean shuffles = codec.shuffle() != Shuffle.NONE;
      if (shuffles && asked.get(TYPE_SIZE).orElse(JsonNull.NULL) == JsonNull.NULL) {
        complete = complete.with(TYPE_SIZE, JsonValue.of(codec.typeSize()));
      }
      return asked.has(BLOCK_SIZE)
          ? complete
          : complete.with(BLOCK_SIZE, JsonValue.of(codec.blockSize()));
    }
  },

  /** Those of numcodecs, which fails at any that it does not know: these are not handed on. */
  NUMCODECS {
    @Override
    JsonObject completed(JsonObject asked, BloscCodec codec) {
      JsonObject known = asked;
      for (String name : asked.members().keySet()) {
        if (!KNOWN.contains(name)) {
          known = known.without(name);
        }
      }
      return known;
    }
  };

  private static final String TYPE_SIZE = "typesize";
  private static final String BLOCK_SIZE = "blocksize";
  private static final Set<String> KNOWN =
      Set.of("cname", "clevel", "shuffle", BLOCK_SIZE, TYPE_SIZE);

  /** What a new document says of a codec, where this was asked for. */
  abstract JsonObject completed(JsonObject asked, BloscCodec codec);
}
