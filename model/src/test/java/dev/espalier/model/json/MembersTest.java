package dev.espalier.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of few members and of many are the same kind of map. */
class MembersTest {
  private static Map<String, JsonValue> some(int count) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = count; i > 0; i--) {
      members.put("name" + i, JsonValue.of(i));
    }
    return members;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 9, 30})
  void isTheMapThatItWasMadeOf(int count) {
    Map<String, JsonValue> expected = some(count);
    Map<String, JsonValue> members = new JsonObject(expected).members();

    assertThat(members).isEqualTo(expected).hasSameHashCodeAs(expected).hasSize(count);
    assertThat(expected).isEqualTo(members);
    assertThat(members.keySet()).containsExactlyElementsOf(expected.keySet());
    assertThat(members.values()).containsExactlyElementsOf(expected.values());
    List<String> seen = new ArrayList<>();
    members.forEach((name, value) -> seen.add(name + "=" + value));
    assertThat(seen).hasSize(count).isEqualTo(texts(expected));
    expected.forEach((name, value) -> assertThat(members.get(name)).isSameAs(value));
    assertThat(members.get("other")).isNull();
    assertThat(members.containsKey("other")).isFalse();
  }

  private static List<String> texts(Map<String, JsonValue> members) {
    return members.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9})
  void doesNotChange(int count) {
    Map<String, JsonValue> source = some(count);
    Map<String, JsonValue> members = new JsonObject(source).members();
    source.clear();

    assertThat(members).isEqualTo(some(count));
    assertThatThrownBy(() -> members.put("a", JsonNull.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> members.remove("name1"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(members::clear).isInstanceOf(UnsupportedOperationException.class);
    Iterator<String> names = members.keySet().iterator();
    names.next();
    assertThatThrownBy(names::remove).isInstanceOf(UnsupportedOperationException.class);
    Map.Entry<String, JsonValue> first = members.entrySet().iterator().next();
    assertThatThrownBy(() -> first.setValue(JsonNull.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theEntriesEnd() {
    Iterator<Map.Entry<String, JsonValue>> entries =
        JsonObject.of("a", JsonNull.NULL).members().entrySet().iterator();
    entries.next();

    assertThat(entries.hasNext()).isFalse();
    assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aBuilderKeepsTheLastValueInTheFirstPlace() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      Map<String, JsonValue> expected = new LinkedHashMap<>();
      JsonObject.Builder builder = JsonObject.builder();
      int count = random.nextInt(25);
      for (int i = 0; i < count; i++) {
        String name = "n" + random.nextInt(14);
        JsonValue value = JsonValue.of(random.nextInt());
        assertThat(builder.has(name)).isEqualTo(expected.containsKey(name));
        builder.put(name, value);
        expected.put(name, value);
      }
      JsonObject built = builder.build();
      builder.put("later", JsonNull.NULL);

      assertThat(built.members()).isEqualTo(expected);
      assertThat(built.members().keySet()).containsExactlyElementsOf(expected.keySet());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9})
  void nothingIsNull(int count) {
    Map<String, JsonValue> members = some(count);
    members.put("name1", null);

    assertThatThrownBy(() -> new JsonObject(members)).isInstanceOf(NullPointerException.class);
  }
}
