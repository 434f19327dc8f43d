package dev.espalier.io.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSourceTest {
  private final ByteSource source = ByteSource.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7});

  @Test
  void whatRemainsOfABufferIsFilled() {
    ByteBuffer into = ByteBuffer.allocate(5).position(1).limit(4);

    source.read(2, into);

    assertThat(into.array()).containsExactly(0, 2, 3, 4, 0);
    assertThat(into.hasRemaining()).isFalse();
  }

  @Test
  void partsOfBuffersAndSlicesOfSlicesCountFromTheirOwnStart() {
    ByteSource part = ByteSource.of(ByteBuffer.wrap(new byte[] {9, 0, 1, 2, 3, 4, 9}, 1, 5));
    ByteBuffer into = ByteBuffer.allocate(2);

    part.slice(1, 4).slice(2, 2).read(0, into);

    assertThat(part.size()).isEqualTo(5);
    assertThat(into.array()).containsExactly(3, 4);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 9, expected 9 bytes from offset 0",
    "8, 1, expected 1 bytes from offset 8",
    "9, 0, expected 0 bytes from offset 9",
    "-1, 1, expected 1 bytes from offset 18446744073709551615",
    "1, -1, expected 18446744073709551615 bytes from offset 1",
    "9223372036854775807, 9223372036854775807, "
        + "expected 9223372036854775807 bytes from offset 9223372036854775807"
  })
  void partsBeyondTheEndAreRefused(long offset, long length, String message) {
    assertThatThrownBy(() -> source.slice(offset, length))
        .isInstanceOf(CorruptException.class)
        .hasMessage("ends after 8 bytes; " + message);
  }

  @Test
  void readingBeyondTheEndIsRefused() {
    assertThatThrownBy(() -> source.read(7, ByteBuffer.allocate(2)))
        .isInstanceOf(CorruptException.class)
        .hasMessage("ends after 8 bytes; expected 2 bytes from offset 7");
    assertThatThrownBy(() -> source.slice(2, 3).read(2, ByteBuffer.allocate(2)))
        .as("a slice ends before the whole")
        .isInstanceOf(CorruptException.class)
        .hasMessage("ends after 3 bytes; expected 2 bytes from offset 2");
  }
}
