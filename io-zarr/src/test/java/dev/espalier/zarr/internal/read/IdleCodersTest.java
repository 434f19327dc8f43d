package dev.espalier.zarr.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecPipeline;
import dev.espalier.zarr.codec.CodecRegistry;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdleCodersTest {
  private static final CodecRegistry CODECS = CodecRegistry.builtIn();

  private final IdleCoders coders = new IdleCoders(10_000);

  @Test
  void whatWasNotUsedForLongestIsLetGoOfWhereTheBuffersOfAllAreTooMuch() {
    CodecPipeline pipeline = pipeline(4_000);
    ChunkCoder first = used(pipeline);
    ChunkCoder second = used(pipeline);
    ChunkCoder third = used(pipeline);
    assertThat(first.memory()).isBetween(4_000L, 4_999L);

    coders.giveBack(pipeline, first);
    coders.giveBack(pipeline, second);
    coders.giveBack(pipeline, third);

    assertThat(coders.bytes()).isEqualTo(second.memory() + third.memory());
    assertThat(coders.take(pipeline)).isSameAs(third);
    assertThat(coders.take(pipeline)).isSameAs(second);
    assertThat(coders.take(pipeline)).isNotSameAs(first);
    assertThat(coders.bytes()).isZero();
  }

  @Test
  void oneThatIsTooLargeIsNotKeptAndTheOthersAre() {
    CodecPipeline small = pipeline(100);
    CodecPipeline large = pipeline(20_000);
    ChunkCoder kept = used(small);
    ChunkCoder dropped = used(large);

    coders.giveBack(small, kept);
    coders.giveBack(large, dropped);

    assertThat(coders.take(large)).isNotSameAs(dropped);
    assertThat(coders.take(small)).isSameAs(kept);
  }

  @Test
  void nothingIsKeptOnceItIsClosed() {
    CodecPipeline pipeline = pipeline(100);
    ChunkCoder coder = coders.take(pipeline);
    coders.close();

    coders.giveBack(pipeline, coder);

    assertThat(coders.bytes()).isZero();
    assertThatThrownBy(() -> coders.take(pipeline)).isInstanceOf(IllegalStateException.class);
  }

  /** A coder that has decoded a chunk, and holds the buffers for that. */
  private ChunkCoder used(CodecPipeline pipeline) {
    Block chunk = Block.allocate(CoreType.UINT8, pipeline.representation().shape());
    chunk.fill(FillValue.zero(CoreType.UINT8));
    ((BitsBlock) chunk).bytes()[0] = 1;
    ByteSource encoded;
    try (ChunkCoder encoder = pipeline.newCoder()) {
      ByteBuffer bytes = encoder.encode(chunk).orElseThrow();
      encoded = ByteSource.of(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
    }
    ChunkCoder coder = coders.take(pipeline);
    coder.decode(encoded, chunk);
    return coder;
  }

  private static CodecPipeline pipeline(int size) {
    return CodecPipeline.bind(
        List.of(CodecSpec.of("bytes"), CodecSpec.of("crc32c")),
        new ChunkRepresentation(CoreType.UINT8, Shape.of(size), FillValue.zero(CoreType.UINT8)),
        CODECS);
  }
}
