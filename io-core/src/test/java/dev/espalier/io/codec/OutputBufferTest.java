package dev.espalier.io.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class OutputBufferTest {
  @Test
  void itGrowsAndKeepsWhatIsThere() {
    OutputBuffer buffer = OutputBuffer.growing();
    for (int i = 0; i < 1000; i++) {
      buffer.put(ByteBuffer.wrap(new byte[] {(byte) i}));
    }

    assertThat(buffer.size()).isEqualTo(1000);
    assertThat(buffer.written().get(999)).isEqualTo((byte) 999);
  }

  @Test
  void clearingKeepsTheMemory() {
    OutputBuffer buffer = OutputBuffer.growing();
    byte[] array = buffer.reserve(100);
    buffer.advance(100);

    buffer.clear(Long.MAX_VALUE);

    assertThat(buffer.size()).isZero();
    assertThat(buffer.reserve(100)).isSameAs(array);
  }

  @Test
  void moreThanTheLimitIsRefusedBeforeItTakesMemory() {
    OutputBuffer buffer = OutputBuffer.growing();
    buffer.clear(10);
    buffer.put(ByteBuffer.wrap(new byte[4]));

    assertThat(buffer.room()).isEqualTo(6);
    assertThat(buffer.reserve(6)).hasSize(10);
    assertThatThrownBy(() -> buffer.reserve(Integer.MAX_VALUE))
        .isInstanceOf(CorruptException.class)
        .hasMessage("expected at most 10 bytes, found more");
    assertThatThrownBy(() -> buffer.put(ByteBuffer.allocate(7)))
        .isInstanceOf(CorruptException.class);
    assertThat(buffer.size()).isEqualTo(4);
  }

  @Test
  void moreThanAJavaArrayHoldsIsUnsupported() {
    OutputBuffer buffer = OutputBuffer.growing();
    buffer.put(ByteBuffer.wrap(new byte[1]));

    assertThatThrownBy(() -> buffer.reserve(Integer.MAX_VALUE))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage("more than 2 GiB of bytes in one piece; use smaller chunks");
  }

  @Test
  void bytesCanGoStraightToWhereTheyAreWanted() {
    byte[] target = new byte[8];
    OutputBuffer buffer = OutputBuffer.over(target, 2, 4);

    buffer.putIntLittleEndian(0x04030201);

    assertThat(target).containsExactly(0, 0, 1, 2, 3, 4, 0, 0);
    assertThat(buffer.capacity()).isZero();
    assertThatThrownBy(() -> buffer.put(ByteBuffer.allocate(1)))
        .isInstanceOf(CorruptException.class)
        .hasMessage("expected at most 4 bytes, found more");
  }

  @Test
  void onlyWhatWasPutOutCanBeOverwritten() {
    OutputBuffer buffer = OutputBuffer.growing();
    buffer.put(ByteBuffer.wrap(new byte[] {1, 2, 3}));

    buffer.overwrite(1, ByteBuffer.wrap(new byte[] {8, 9}));

    assertThat(buffer.written()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 8, 9}));
    assertThatThrownBy(() -> buffer.overwrite(2, ByteBuffer.allocate(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 bytes at 2; there are 3");
  }

  @Test
  void anArrayIsAdoptedWhereNothingWasPutOutBefore() {
    OutputBuffer buffer = OutputBuffer.growing();
    byte[] bytes = {1, 2, 3};

    buffer.adopt(bytes);

    assertThat(buffer.written().array()).isSameAs(bytes);
    buffer.adopt(new byte[] {4});
    assertThat(buffer.written()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
  }

  @Test
  void anArrayIsCopiedToWhereItIsWantedAndRefusedBeyondTheLimit() {
    byte[] target = new byte[3];
    OutputBuffer buffer = OutputBuffer.over(target, 1, 2);

    buffer.adopt(new byte[] {7, 8});

    assertThat(target).containsExactly(0, 7, 8);
    OutputBuffer limited = OutputBuffer.growing();
    limited.clear(1);
    assertThatThrownBy(() -> limited.adopt(new byte[2])).isInstanceOf(CorruptException.class);
  }
}
