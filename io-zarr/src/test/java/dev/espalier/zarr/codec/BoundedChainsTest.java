package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.Block;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document says of codecs decides neither how much memory is taken nor for how long. */
class BoundedChainsTest {
  private static final String TURN = "{'name':'transpose','configuration':{'order':[1,0]}},";
  private static final String SHARDS =
      "{'name':'sharding_indexed','configuration':{'chunk_shape':[1,1],'codecs':[%s],"
          + "'index_codecs':[{'name':'bytes','configuration':{'endian':'little'}}]}}";

  @Test
  void chainsOfManyCodecsAreBound() {
    assertThat(Pipelines.bindShorts("[" + TURN.repeat(63) + bytes() + "]", 2, 2).specs())
        .hasSize(64);
  }

  @ParameterizedTest
  @CsvSource({"64", "100000"})
  void chainsOfVeryManyCodecsAreRefused(int turns) {
    refused("[" + TURN.repeat(turns) + bytes() + "]");
  }

  @Test
  void codecsWithinCodecsAreCounted() {
    refused("[" + TURN.repeat(40) + SHARDS.formatted(TURN.repeat(30) + bytes()) + "]");
    String nested = bytes();
    for (int depth = 0; depth < 40; depth++) {
      nested = SHARDS.formatted(nested);
    }
    refused("[" + nested + "]");
  }

  /** Each of the forms fits 64 MiB, all of them do not. */
  @Test
  @Tag("small-heap")
  void formsThatDoNotFitTheMemoryTogetherAreRefused() {
    CodecPipeline pipeline =
        Pipelines.bind(
            CoreType.UINT8, Shape.of(1 << 12, 1 << 12), "[" + TURN.repeat(3) + "'bytes']");
    Block chunk = Block.allocate(CoreType.UINT8, Shape.of(1 << 12, 1 << 12));

    try (ChunkCoder coder = pipeline.newCoder()) {
      assertThatThrownBy(() -> coder.decode(new SparseSource(1L << 24), chunk))
          .isInstanceOf(UnsupportedException.class)
          .hasMessage(
              "a chunk of shape [4096, 4096] takes 67108864 bytes in the 4 forms that its codecs"
                  + " give it, which does not fit the memory of this process; give it more");
    }
  }

  private static void refused(String codecs) {
    assertThatThrownBy(() -> Pipelines.bindShorts(codecs, 2, 2))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageEndingWith(
            "chains of more than 64 codecs, those within codecs counted, are not supported");
  }

  private static String bytes() {
    return "{'name':'bytes','configuration':{'endian':'little'}}";
  }
}
