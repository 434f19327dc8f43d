package dev.espalier.model.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadNoteTest {
  private static final JsonObject OTHERS = JsonObject.of("other", JsonValue.of(1));

  private static NodeSpec withExtras(JsonObject extras) {
    return GroupSpec.builder().extras(extras).build();
  }

  @Test
  void notesTravelInTheExtrasOfANode() {
    UnreadNote link = new UnreadNote("link", "a", "it leads nowhere");
    UnreadNote type = new UnreadNote("type", "t", "it is named");

    JsonObject extras = UnreadNote.addTo(OTHERS, List.of(link, type));

    assertThat(extras.get("other")).contains(JsonValue.of(1));
    assertThat(UnreadNote.of(withExtras(extras))).containsExactly(link, type);
    assertThat(UnreadNote.addTo(OTHERS, List.of())).isSameAs(OTHERS);
  }

  @Test
  void whatIsNoNoteIsPassedOver() {
    assertThat(UnreadNote.of(withExtras(OTHERS))).isEmpty();
    assertThat(UnreadNote.of(withExtras(JsonObject.of("unread", JsonValue.of(true))))).isEmpty();
    assertThat(
            UnreadNote.of(
                withExtras(
                    JsonObject.of("unread", JsonArray.of(JsonValue.of(1), JsonObject.empty())))))
        .containsExactly(new UnreadNote("object", "?", "it could not be read"));
  }
}
