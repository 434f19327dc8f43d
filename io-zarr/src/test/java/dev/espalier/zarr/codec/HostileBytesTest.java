package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes a store holds, decoding gives elements or a {@link CorruptException}. */
class HostileBytesTest {
  private static final int ROUNDS = 1500;
  private static final Shape SHAPE = Shape.of(4, 6, 4);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'name':'bytes','configuration':{'endian':'little'}}]",
        "[{'name':'bytes','configuration':{'endian':'big'}},{'name':'crc32c'}]",
        "[{'name':'bytes','configuration':{'endian':'little'}},"
            + "{'name':'gzip','configuration':{'level':6}}]",
        "[{'name':'bytes','configuration':{'endian':'little'}},"
            + "{'name':'zstd','configuration':{'level':3,'checksum':true}}]",
        "[{'name':'bytes','configuration':{'endian':'little'}},"
            + "{'name':'zstd','configuration':{'level':3}},"
            + "{'name':'gzip','configuration':{'level':1}}]",
        "[{'name':'sharding_indexed','configuration':{'chunk_shape':[2,3,2],"
            + "'codecs':[{'name':'bytes','configuration':{'endian':'little'}},"
            + "{'name':'zstd','configuration':{'level':3}}],"
            + "'index_codecs':[{'name':'bytes','configuration':{'endian':'little'}}]}}]",
        "[{'name':'sharding_indexed','configuration':{'chunk_shape':[4,3,4],"
            + "'index_location':'start','codecs':["
            + "{'name':'sharding_indexed','configuration':{'chunk_shape':[2,3,2],"
            + "'codecs':[{'name':'bytes','configuration':{'endian':'little'}},"
            + "{'name':'gzip','configuration':{'level':3}}],"
            + "'index_codecs':[{'name':'bytes','configuration':{'endian':'big'}}]}}],"
            + "'index_codecs':[{'name':'bytes','configuration':{'endian':'little'}}]}},"
            + "{'name':'zstd','configuration':{'level':1}}]",
        "[{'name':'packbits','configuration':{'last_bit':12,'padding_encoding':'first_byte'}}]",
        "[{'name':'n5_default','configuration':{'codecs':["
            + "{'name':'transpose','configuration':{'order':[2,1,0]}},"
            + "{'name':'bytes','configuration':{'endian':'big'}},"
            + "{'name':'gzip','configuration':{'level':1}}]}}]",
        "[{'name':'cast_value','configuration':{'data_type':'float64'}},"
            + "{'name':'scale_offset','configuration':{'offset':-3,'scale':2}},"
            + "{'name':'numcodecs.delta','configuration':{'dtype':'<f8'}},"
            + "{'name':'bytes','configuration':{'endian':'little'}}]"
      })
  void numbersAreDecodedOrFoundCorrupt(String codecs) {
    attack(Pipelines.bind(CoreType.UINT16, SHAPE, codecs), Pipelines.patches(SHAPE, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'name':'vlen-utf8'}]",
        "[{'name':'vlen-utf8'},{'name':'zstd','configuration':{'level':3}}]",
        "[{'name':'sharding_indexed','configuration':{'chunk_shape':[2,3,2],"
            + "'codecs':[{'name':'vlen-utf8'},{'name':'gzip','configuration':{'level':3}}],"
            + "'index_codecs':[{'name':'bytes','configuration':{'endian':'little'}}]}}]"
      })
  void textsAreDecodedOrFoundCorrupt(String codecs) {
    TextBlock texts = (TextBlock) Block.allocate(ExtensionType.STRING, SHAPE);
    for (int i = 0; i < texts.texts().length; i++) {
      texts.texts()[i] = i % 3 == 0 ? "" : "tëxt 日本 🎉 " + i;
    }
    attack(Pipelines.bind(ExtensionType.STRING, SHAPE, codecs), texts);
  }

  private static void attack(CodecPipeline pipeline, Block chunk) {
    byte[] good = Pipelines.encode(pipeline, chunk);
    Random random = new Random(42);
    int corrupt = 0;
    int decoded = 0;
    try (ChunkCoder coder = pipeline.newCoder()) {
      for (int round = 0; round < ROUNDS; round++) {
        byte[] bad = spoil(good, random);
        try {
          decode(coder, bad, chunk.dataType(), round);
          decoded++;
        } catch (CorruptException e) {
          assertThat(e).hasMessageMatching("(?s)[ -~]{10,300}");
          corrupt++;
        }
      }
      Block again = Block.allocate(chunk.dataType(), SHAPE);
      coder.decode(ByteSource.of(good), again);
      assertThat(Pipelines.contentOf(again))
          .as("after all that, the coder still works")
          .isEqualTo(Pipelines.contentOf(chunk));
    }
    assertThat(corrupt).as("found corrupt, of %d; decoded %d", ROUNDS, decoded).isPositive();
  }

  private static void decode(ChunkCoder coder, byte[] bytes, DataType type, int round) {
    if (round % 2 == 0) {
      coder.decode(ByteSource.of(bytes), Block.allocate(type, SHAPE));
    } else {
      Shape part = Shape.of(2, 3, 1);
      Region within = Region.of(new long[] {1, 2, 3}, part);
      coder.decode(ByteSource.of(bytes), within, Block.allocate(type, part), 0, 0, 0);
    }
  }

  private static byte[] spoil(byte[] good, Random random) {
    byte[] bad = good.clone();
    switch (random.nextInt(6)) {
      case 0 -> bad = Arrays.copyOf(good, random.nextInt(good.length));
      case 1 -> bad = Arrays.copyOf(good, good.length + 1 + random.nextInt(40));
      case 2 -> bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      case 3 -> {
        for (int i = 0; i < 5; i++) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt();
        }
      }
      case 4 -> {
        // Where headers and indexes are: the ends.
        int at = random.nextBoolean() ? random.nextInt(16) : bad.length - 1 - random.nextInt(16);
        bad[Math.max(0, Math.min(at, bad.length - 1))] = (byte) (random.nextBoolean() ? 0xff : 0);
      }
      default -> {
        bad = new byte[random.nextInt(2 * good.length)];
        random.nextBytes(bad);
      }
    }
    return bad;
  }
}
