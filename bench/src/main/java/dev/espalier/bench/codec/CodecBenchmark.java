package dev.espalier.bench.codec;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.codec.CodecRegistry;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One chunk encoded, and decoded into a block that is kept, by one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecBenchmark {
  /** Which elements. */
  @Param public Elements elements = Elements.UINT16_NOISY;

  /** Which codecs. */
  @Param public Chain chain = Chain.NONE;

  private ChunkCoder coder;
  private BitsBlock decoded;
  private Block output;
  private ByteSource encoded;

  /** Makes the chunk. */
  @Setup
  public void prepare() {
    decoded = elements.chunk();
    output = Block.allocate(decoded.dataType(), decoded.shape());
    coder = chain.bind(elements, CodecRegistry.load()).newCoder();
    encoded = ByteSource.of(CodecSizes.copyOf(coder.encode(decoded).orElseThrow()));
  }

  /** Compares what was decoded last. */
  @TearDown
  public void compare() {
    coder.decode(encoded, output);
    int mismatch = output.mismatch(decoded);
    coder.close();
    if (mismatch >= 0) {
      throw new IllegalStateException("other elements at " + mismatch);
    }
  }

  /** A chunk to bytes. */
  @Benchmark
  public ByteBuffer encode() {
    return coder.encode(decoded).orElseThrow();
  }

  /** Bytes to a chunk. */
  @Benchmark
  public Block decode() {
    coder.decode(encoded, output);
    return output;
  }
}
