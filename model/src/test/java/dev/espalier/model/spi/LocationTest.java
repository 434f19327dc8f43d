package dev.espalier.model.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {
  @ParameterizedTest
  @CsvSource({
    "https://host/a, https://host/a",
    "https://user:secret@host/a, https://host/a",
    "https://user:sec#ret@host/a, https://host/a",
    "https://user:sec@ret@host/a, https://host/a",
    "https://host/a@b, https://host/a@b",
    "https://host/a?signature=secret, https://host/a?...",
    "https://user:secret@host/a?b=c@d, https://host/a?...",
  })
  void messagesCallItNeitherByTheUserNorByTheQuery(String text, String shown) {
    assertThat(new Location(text)).hasToString(shown);
  }

  @Test
  void pathsAreShownAsTheyAre() {
    assertThat(new Location("a@b?c#d")).hasToString("a@b?c#d");
    assertThat(Location.of(Path.of("x", "y.zarr")).path()).contains(Path.of("x", "y.zarr"));
  }

  @ParameterizedTest
  @CsvSource({"a/b, file", "C:\\a, file", "file:///a, file", "s3://bucket/a, s3"})
  void whatHasNoSchemeIsAFile(String text, String scheme) {
    assertThat(new Location(text).scheme()).isEqualTo(scheme);
  }
}
