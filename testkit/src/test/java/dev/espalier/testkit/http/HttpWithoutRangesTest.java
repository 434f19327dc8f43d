package dev.espalier.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.StorageException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that give the whole value to who asks for a part. */
class HttpWithoutRangesTest extends HttpStoreCase {
  private static final int SIZE = 1_000_000;

  private byte[] all = {};

  @BeforeEach
  void aLargeValue() {
    all = setLarge("k", SIZE);
  }

  private void readSomeParts(ByteRange first) {
    try (StoredValue value = store.open(new StoreKey("k"), first).orElseThrow()) {
      assertThat(value.size()).isEqualTo(SIZE);
      for (int offset : new int[] {999_900, 500_000, 700_000, 0, 300_000}) {
        assertThat(bytes(value, offset, 100))
            .isEqualTo(Arrays.copyOfRange(all, offset, offset + 100));
      }
    }
  }

  @Test
  void theWholeValueIsFetchedOnce() {
    server.always(new Fault.IgnoreRange());

    readSomeParts(ByteRange.of(999_900, 100));

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void theWholeValueIsFetchedTwiceAtMostUntilThatIsKnown() {
    server.always(new Fault.IgnoreRange());

    readSomeParts(ByteRange.last(100));

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void theValueIsNotFetchedAgainWhenItIsOpenedAgainAndUnchanged() {
    server.always(new Fault.IgnoreRange());
    readSomeParts(ByteRange.of(0, 100));
    server.forget();

    readSomeParts(ByteRange.of(500_000, 100));

    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().get(0).header("If-none-match")).isPresent();
  }

  @Test
  void theValueIsFetchedAgainWhenItWasChanged() {
    server.always(new Fault.IgnoreRange());
    readSomeParts(ByteRange.of(0, 100));

    all = setLarge("k", SIZE + 1);
    all = Arrays.copyOf(all, SIZE);
    values.set(new StoreKey("k"), ByteBuffer.wrap(all));

    readSomeParts(ByteRange.of(500_000, 100));
  }

  @Test
  void theValueIsFetchedAgainWhereVersionsCannotBeTold() {
    server.always(new Fault.IgnoreRange()).always(new Fault.Headers(Map.of("ETag", "")));
    readSomeParts(ByteRange.of(0, 100));
    server.forget();

    readSomeParts(ByteRange.of(500_000, 100));

    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().get(0).header("If-none-match")).isEmpty();
  }

  @Test
  void anOlderValueThatTookThePlaceOfANewerOneIsNotTheSame() {
    server.always(new Fault.IgnoreRange()).always(changedAt("Wed, 21 Oct 2015 07:28:00 GMT"));
    readSomeParts(ByteRange.of(0, 100));

    byte[] other = setLarge("k", SIZE + 1);
    all = Arrays.copyOf(other, SIZE);
    values.set(new StoreKey("k"), ByteBuffer.wrap(all));
    server.always(changedAt("Wed, 21 Oct 2009 07:28:00 GMT"));

    readSomeParts(ByteRange.of(500_000, 100));
  }

  @Test
  void whatIsOfTheSameTimeAndLengthIsNotReadAgain() {
    server.always(new Fault.IgnoreRange()).always(changedAt("Wed, 21 Oct 2015 07:28:00 GMT"));
    readSomeParts(ByteRange.of(0, 100));
    server.forget();
    server.at(1, new Fault.StallAfter(100));

    readSomeParts(ByteRange.of(500_000, 100));

    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().get(0).header("If-modified-since")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"weaker\"", "\"other\""})
  void whatIsUnchangedByAnotherTagIsAskedForAgain(String tag) {
    server.always(new Fault.IgnoreRange());
    readSomeParts(ByteRange.of(0, 100));
    server.forget();
    server.at(1, new Fault.Status(304, Map.of("ETag", tag)));

    readSomeParts(ByteRange.of(500_000, 100));

    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(1).header("If-none-match")).isEmpty();
  }

  @Test
  void whatNobodyAskedForIsNotUnchanged() {
    server.always(new Fault.IgnoreRange()).always(changedAt("Wed, 21 Oct 2015 07:28:00 GMT"));
    readSomeParts(ByteRange.of(0, 100));
    server.at(1, new Fault.Status(304, Map.of()));

    assertThatThrownBy(() -> readSomeParts(ByteRange.of(0, 100)))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(
            "the answer is not to be trusted: expected the value, found that it is unchanged");
  }

  private static Fault changedAt(String time) {
    return new Fault.Headers(Map.of("ETag", "", "Last-Modified", time));
  }

  @Test
  void whatIsTooLargeToKeepIsReadRightNevertheless() {
    use(QUICK.withKeptBytes(SIZE - 1));
    server.always(new Fault.IgnoreRange());

    readSomeParts(ByteRange.of(999_900, 100));
    readSomeParts(ByteRange.last(100));
    readSomeParts(ByteRange.all());
  }

  @Test
  void whatBreaksOffIsReadRightNevertheless() {
    server.always(new Fault.IgnoreRange());
    server.at(1, new Fault.BreakAfter(200_000));

    readSomeParts(ByteRange.all());
    use(QUICK.withKeptBytes(0));
    server.at(1, new Fault.BreakAfter(200_000));
    readSomeParts(ByteRange.all());
  }

  @Test
  void whatBreaksOffInTheMiddleOfOneReadIsReadRightNevertheless() {
    server.always(new Fault.IgnoreRange());
    server.at(1, new Fault.BreakAfter(200_000));

    try (StoredValue value = open("k")) {
      assertThat(bytes(value, 0, SIZE)).isEqualTo(all);
    }
  }

  @Test
  void theOthersGoWhenThereIsNoRoomForOneMore() {
    use(QUICK.withKeptBytes(SIZE + SIZE / 2));
    server.always(new Fault.IgnoreRange());
    readSomeParts(ByteRange.of(0, 100));
    byte[] first = all;
    values.set(new StoreKey("other"), ByteBuffer.wrap(all));
    try (StoredValue value = open("other")) {
      assertThat(bytes(value, 900_000, 5)).isEqualTo(Arrays.copyOfRange(first, 900_000, 900_005));
    }
    server.forget();

    readSomeParts(ByteRange.of(0, 100));

    assertThat(server.requests().get(0).header("If-none-match")).isEmpty();
  }

  @Test
  void theEndIsAskedForByItsPlaceWhereThatIsUnderstood() {
    server.always(new Fault.IgnoreEnd());

    readSomeParts(ByteRange.last(100));
    assertThat(server.requests().subList(0, 2))
        .hasToString("[/k bytes=-100, /k bytes=999900-999999]");
    server.forget();

    readSomeParts(ByteRange.last(100));
    assertThat(server.requests().subList(0, 2))
        .hasToString("[/k bytes=0-0, /k bytes=999900-999999]");
  }
}
