package dev.espalier.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.StorageException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values whose length shows at their end only: they take of the memory that others leave. */
class HttpUnsizedValueTest extends HttpStoreCase {
  private static final int SIZE = 600_000;

  @BeforeEach
  void lengthsAreNotTold() {
    server.always(new Fault.Chunked()).always(new Fault.IgnoreRange());
  }

  @Test
  void whatIsOpenIsNotFetchedAgainForAnyPart() {
    byte[] all = setLarge("k", SIZE);

    try (StoredValue value = open("k")) {
      assertThat(value.size()).isEqualTo(SIZE);
      for (int offset : new int[] {500_000, 0, 300_000, SIZE - 100}) {
        assertThat(bytes(value, offset, 100))
            .isEqualTo(Arrays.copyOfRange(all, offset, offset + 100));
      }
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void whatWasReadIsKeptAsLongAsItIsTheSame() {
    byte[] all = setLarge("k", SIZE);
    open("k").close();

    try (StoredValue value = open("k")) {
      assertThat(bytes(value, 0, SIZE)).isEqualTo(all);
    }
    assertThat(server.requests().get(1).header("If-none-match")).isPresent();

    set("k", "another");
    assertThat(read("k")).isEqualTo("another");
  }

  @Test
  void whatIsOpenTakesNoMoreRoomThanThereIsInAll() {
    byte[] all = setLarge("k", SIZE);
    byte[] other = setLarge("other", SIZE - 1);
    use(QUICK.withKeptBytes(SIZE + SIZE / 2));

    try (StoredValue first = open("k");
        StoredValue second = open("other")) {
      server.forget();
      assertThat(bytes(first, 100, SIZE - 100)).isEqualTo(Arrays.copyOfRange(all, 100, SIZE));
      assertThat(server.requests()).isEmpty();

      assertThat(second.size()).isEqualTo(SIZE - 1);
      assertThat(bytes(second, 100, SIZE - 101))
          .isEqualTo(Arrays.copyOfRange(other, 100, SIZE - 1));
      assertThat(server.requests()).as("it was not kept").hasToString("[/other bytes=100-599998]");
    }
  }

  @Test
  void theRoomIsGivenBack() {
    setLarge("k", SIZE);
    use(QUICK.withKeptBytes(SIZE));
    server.always(new Fault.Headers(Map.of("ETag", "")));
    server.at(1, new Fault.BreakAfter(SIZE - 10)); // tried again, with the room of the first try

    for (int i = 0; i < 3; i++) {
      try (StoredValue value = open("k")) {
        server.forget();
        bytes(value, 100, 100);
        assertThat(server.requests()).as("it was kept").isEmpty();
      }
    }
  }

  @Test
  void aValueLongerThanAllRoomIsAFailureWhichTakesNone() {
    setLarge("long", SIZE + 1);
    setLarge("k", SIZE);
    use(QUICK.withKeptBytes(SIZE));

    assertThatThrownBy(() -> open("long"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("it is longer than the 600000 bytes that are kept in memory");
    try (StoredValue value = store.open(new StoreKey("k")).orElseThrow()) {
      server.forget();
      bytes(value, 100, 100);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void anEmptyValueIsAValue() {
    set("k", "");

    assertThat(read("k")).isEmpty();
  }
}
