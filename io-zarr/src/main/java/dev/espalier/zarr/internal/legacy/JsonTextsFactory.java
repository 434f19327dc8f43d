package dev.espalier.zarr.internal.legacy;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.json.JsonLimits;
import dev.espalier.json.JsonReader;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.zarr.codec.ArrayToBytesCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;
import dev.espalier.zarr.codec.CodecRegistry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the codec for texts that numcodecs wrote with {@code json2}: a JSON array of the elements,
 * nested as the chunk is, at the end the data type and the shape.
 */
public final class JsonTextsFactory implements CodecFactory.OfBytes {
  /** For {@link java.util.ServiceLoader}. */
  public JsonTextsFactory() {}

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "zarr2.json2", "Texts as a JSON array, with data type and shape at its end; only read.");
  }

  @Override
  public ArrayToBytesCodec bind(
      CodecConfiguration configuration, ChunkRepresentation decoded, CodecRegistry codecs) {
    if (!decoded.type().isText()) {
      throw new IllegalArgumentException(
          "codec \"zarr2.json2\" takes texts, not elements of data type " + decoded.type());
    }
    return new JsonTexts();
  }

  /** The codec; it is the same for all chunks. */
  private record JsonTexts() implements ArrayToBytesCodec {
    @Override
    public long maxEncodedSize() {
      return JsonLimits.DEFAULT.maxBytes();
    }

    @Override
    public boolean isFixedSize() {
      return false;
    }

    @Override
    public Coder newCoder() {
      return new Coder() {
        @Override
        public void encode(Block decoded, OutputBuffer encoded) {
          throw new UnsupportedException("codec \"zarr2.json2\" only reads");
        }

        @Override
        public void decode(ByteBuffer encoded, Block decoded) {
          read(encoded, ((TextBlock) decoded).texts());
        }
      };
    }

    private static void read(ByteBuffer encoded, String... texts) {
      int from = encoded.arrayOffset() + encoded.position();
      byte[] utf8 = Arrays.copyOfRange(encoded.array(), from, from + encoded.remaining());
      if (!(JsonReader.parse(utf8) instanceof JsonArray all) || all.size() < 2) {
        throw new CorruptException("json2: expected an array that ends with data type and shape");
      }
      List<JsonValue> elements = new ArrayList<>();
      flatten(all.elements().subList(0, all.size() - 2), elements);
      if (elements.size() != texts.length) {
        throw new CorruptException(
            "json2: expected " + texts.length + " elements, found " + elements.size());
      }
      for (int i = 0; i < texts.length; i++) {
        if (!(elements.get(i) instanceof JsonString text)) {
          throw new UnsupportedException(
              "json2: elements that are no texts are not supported, found "
                  + elements.get(i).typeName());
        }
        texts[i] = text.value();
      }
    }

    private static void flatten(List<JsonValue> nested, List<JsonValue> flat) {
      for (JsonValue value : nested) {
        if (value instanceof JsonArray inner) {
          flatten(inner.elements(), flat);
        } else {
          flat.add(value);
        }
      }
    }
  }
}
