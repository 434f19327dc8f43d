package dev.espalier.io.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"zarr.json", "a/b/c", "c.0.1", "...", ".hidden", "a b", "é/名", "C:", "-"})
  void legalKeysAreKept(String key) {
    assertThat(new StoreKey(key).value()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/etc/passwd|starts with \"/\"; keys are relative to their store",
        "a/|ends with \"/\"; that is a prefix, not a key",
        "a//b|has an empty segment",
        "..|has the segment \"..\", which could leave the store",
        "../x|has the segment \"..\", which could leave the store",
        "a/../../x|has the segment \"..\", which could leave the store",
        "a/./b|has the segment \".\", which could leave the store",
      })
  void keysThatCouldEscapeAreRefused(String key, String problem) {
    assertThatThrownBy(() -> new StoreKey(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("store key \"" + key + "\" " + problem);
  }

  @Test
  void nulAndEmptyKeysAreRefused() {
    assertThatThrownBy(() -> new StoreKey("a\0b"))
        .hasMessage("store key \"a\\u0000b\" has a NUL character");
    assertThatThrownBy(() -> new StoreKey("")).hasMessage("store key \"\" is empty");
  }

  @Test
  void longKeysAreShortenedInMessages() {
    assertThatThrownBy(() -> new StoreKey("x".repeat(500) + "/"))
        .hasMessageContaining("x".repeat(120) + "...\"");
  }

  @Test
  void prefixesGrowByWholeSegments() {
    StorePrefix prefix = StorePrefix.root().child("a").child("b");

    assertThat(prefix.value()).isEqualTo("a/b/");
    assertThat(prefix.key("c/0")).isEqualTo(new StoreKey("a/b/c/0"));
    assertThat(StorePrefix.root().key("zarr.json")).isEqualTo(new StoreKey("zarr.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "/", "a//", "../", "a/../"})
  void prefixesThatCouldEscapeAreRefused(String prefix) {
    assertThatThrownBy(() -> new StorePrefix(prefix)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSegmentCannotSmuggleSeveral() {
    assertThatThrownBy(() -> StorePrefix.root().child(".."))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
