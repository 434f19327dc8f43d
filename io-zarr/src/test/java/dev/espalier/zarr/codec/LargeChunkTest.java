package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Chunks that are larger than the heap, of which a few elements are wanted. */
@Tag("small-heap")
class LargeChunkTest {
  private static final Shape CHUNK = Shape.of(2_000_000_000);
  private static final Shape TEXTS = Shape.of(60_000_000);
  private static final Region WANTED = Region.all(Shape.of(4));

  @Test
  void aChunkOfTheWrongSizeIsCorruptBeforeItTakesMemory() {
    assertThatThrownBy(() -> decode(CoreType.UINT8, CHUNK, "[{'name':'bytes'}]"))
        .isInstanceOf(CorruptException.class)
        .hasMessage("encoded chunk: expected 2000000000 bytes, found 4");
  }

  @Test
  void aCompressedChunkThatWouldNotFitIsRefused() {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThan(CHUNK.elementCount());
    String codecs = "[{'name':'bytes'},{'name':'zstd','configuration':{'level':1}}]";

    assertThatThrownBy(() -> decode(CoreType.UINT8, CHUNK, codecs))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "a chunk of shape [2000000000] takes 2000000000 bytes in one piece, which does not fit"
                + " the memory of this process; give it more");
  }

  @Test
  void textsThatWouldNotFitAreRefused() {
    assertThatThrownBy(() -> decode(ExtensionType.STRING, TEXTS, "[{'name':'vlen-utf8'}]"))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageContaining("does not fit the memory of this process");
  }

  private static void decode(DataType type, Shape chunk, String codecs) {
    try (ChunkCoder coder = Pipelines.bind(type, chunk, codecs).newCoder()) {
      Block into = Block.allocate(type, WANTED.shape());
      coder.decode(ByteSource.of(new byte[4]), WANTED, into, 0);
    }
  }
}
