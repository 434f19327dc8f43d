package dev.espalier.cli.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementsTest {
  /** An array in memory; remembers which regions were read. */
  private static class Held implements ArraySource {
    private final Block elements;
    private final Optional<Shape> chunk;
    private final List<Region> read = new ArrayList<>();

    Held(Block elements, Optional<Shape> chunk) {
      this.elements = elements;
      this.chunk = chunk;
    }

    @Override
    public DataType dataType() {
      return elements.dataType();
    }

    @Override
    public Shape shape() {
      return elements.shape();
    }

    @Override
    public Optional<Shape> preferredShape() {
      return chunk;
    }

    @Override
    public void read(Region region, Block into) {
      read.add(region);
      into.copyFrom(elements, region, new long[region.rank()]);
    }
  }

  private static Held counting(Shape shape, Optional<Shape> chunk) {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT8, shape);
    for (int i = 0; i < block.length(); i++) {
      block.bytes()[i] = (byte) i;
    }
    return new Held(block, chunk);
  }

  private static byte[] inOrder(Held source, long memoryBytes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    COrder.read(
        source,
        Region.all(source.shape()),
        memoryBytes,
        block -> bytes.write(((BitsBlock) block).bytes(), 0, ((BitsBlock) block).length()));
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 4, 5, 7, 12, 20, 21, 59, 60, 1000})
  void piecesOfAnySizeComeInCOrder(long memoryBytes) {
    Held source = counting(Shape.of(3, 4, 5), Optional.empty());

    assertThat(inOrder(source, memoryBytes)).isEqualTo(((BitsBlock) source.elements).bytes());
    assertThat(source.read)
        .allSatisfy(r -> assertThat(r.shape().elementCount()).isLessThanOrEqualTo(memoryBytes));
  }

  @Test
  void piecesEndWhereChunksEnd() {
    Held source = counting(Shape.of(10, 2), Optional.of(Shape.of(3, 2)));

    inOrder(source, 15);

    assertThat(source.read).hasToString("[0:6,0:2, 6:10,0:2]");
  }

  @Test
  void aRegionThatStartsWithinAChunkGetsInStepWithTheChunks() {
    Held source = counting(Shape.of(10, 2), Optional.of(Shape.of(3, 2)));

    COrder.read(source, Region.of(new long[] {2, 1}, Shape.of(8, 1)), 3, block -> {});

    assertThat(source.read).hasToString("[2:3,1:2, 3:6,1:2, 6:9,1:2, 9:10,1:2]");
  }

  @Test
  void aScalarIsOnePieceAndNothingIsNone() {
    assertThat(inOrder(counting(Shape.scalar(), Optional.empty()), 1)).hasSize(1);
    assertThat(inOrder(counting(Shape.of(3, 0), Optional.empty()), 1)).isEmpty();
  }

  @Test
  void aDigestIsThatOfTheBytes() {
    assertThat(ArrayDigest.of(counting(Shape.of(3), Optional.empty()), 1))
        .isEqualTo("ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc"); // 00 01 02
    assertThat(ArrayDigest.of(counting(Shape.of(0), Optional.empty()), 1))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @ParameterizedTest
  @CsvSource({"1", "1000"})
  void aDigestOfTextsIsThatOfTheirVlenUtf8Form(long memoryBytes) {
    TextBlock texts = (TextBlock) Block.allocate(ExtensionType.STRING, Shape.of(2));
    texts.texts()[0] = "é";
    // 02000000 02000000 c3a9 00000000
    assertThat(ArrayDigest.of(new Held(texts, Optional.empty()), memoryBytes))
        .isEqualTo(
            sha256(new byte[] {2, 0, 0, 0, 2, 0, 0, 0, (byte) 0xc3, (byte) 0xa9, 0, 0, 0, 0}));
  }

  private static String sha256(byte[] bytes) {
    BitsBlock block = BitsBlock.over(CoreType.UINT8, Shape.of(bytes.length), bytes);
    return ArrayDigest.of(new Held(block, Optional.empty()), 1 << 20);
  }

  @Test
  void whoeverIsInterruptedStopsPrinting() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Held source = counting(Shape.of(3), Optional.empty());
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(
              () ->
                  ArrayDump.printLines(
                      source, Region.all(source.shape()), 100, new PrintStream(bytes)))
          .isInstanceOf(CancelledException.class)
          .hasMessage("printing was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(bytes.size()).isZero();
  }

  @Test
  void rowsAreLinesAndPlanesHaveAnEmptyLineBetween() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Held source = counting(Shape.of(2, 2, 3), Optional.empty());
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      ArrayDump.printRows(source, Region.all(source.shape()), 4, out);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("0 1 2\n3 4 5\n\n6 7 8\n9 10 11\n");
  }

  @Test
  void aDumpThatFailsHalfwayIsStillADocument() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Held source =
        new Held(Block.allocate(CoreType.UINT8, Shape.of(4)), Optional.empty()) {
          @Override
          public void read(Region region, Block into) {
            if (region.start(0) > 0) {
              throw new CorruptException("chunk \"2\" is damaged");
            }
            super.read(region, into);
          }
        };
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      assertThatThrownBy(
              () -> ArrayDump.printJson(source, Region.all(source.shape()), 2, "{\"values\":", out))
          .isInstanceOf(CorruptException.class);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"values\":[0,0],\"error\":\"chunk \\\"2\\\" is damaged\"}\n");
  }
}
