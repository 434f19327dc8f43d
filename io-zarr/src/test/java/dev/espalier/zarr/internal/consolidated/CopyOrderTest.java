package dev.espalier.zarr.internal.consolidated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyOrderTest {
  @Test
  void keysAreSortedByDepthAndThenWithoutRegardToCaseAndComposition() {
    // The order that zarr-python 3.1.6 gave these keys.
    String[] sorted = {"A", "b", "C", "stras", "straße", "strat", "é", "日", "a/b", "Z/a", "a/b/c"};
    List<String> keys = new ArrayList<>(List.of(sorted));
    Collections.reverse(keys);
    keys.sort(CopyOrder.ofKeys());

    assertThat(keys).containsExactly(sorted);
  }

  @Test
  void compatibleCharactersAreSortedAsWhatTheyStandFor() {
    String[] keys = {"b", "ﬁ", "fj", "fh", "①", "2"};
    Arrays.sort(keys, CopyOrder.ofKeys());

    assertThat(keys).containsExactly("①", "2", "b", "fh", "ﬁ", "fj");
  }
}
