package dev.espalier.model.infer;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has been seen of the values at one place: their kinds, their parts, a few texts. */
final class ValueSketch {
  private static final int MOST_TEXTS = 3;
  private static final int LONGEST_TUPLE = 8;

  int seen;
  int texts;
  int integers;
  int otherNumbers;
  int truths;
  int nulls;
  int lists;
  int objects;

  /** The texts, as long as they are few. */
  final Set<String> distinct = new LinkedHashSet<>();

  boolean manyTexts;

  /** All elements of all lists, at most one sketch. */
  final List<ValueSketch> element = new ArrayList<>(0);

  /** The elements by position, as long as all lists are of one length that is short. */
  final List<ValueSketch> positions = new ArrayList<>(0);

  boolean isTuple = true;
  final Map<String, ValueSketch> fields = new LinkedHashMap<>();

  void add(JsonValue value) {
    seen++;
    if (value instanceof JsonString text) {
      texts++;
      addText(text.value());
    } else if (value instanceof JsonNumber number) {
      if (number.isInteger()) {
        integers++;
      } else {
        otherNumbers++;
      }
    } else if (value instanceof JsonBoolean) {
      truths++;
    } else if (value instanceof JsonArray array) {
      addList(array.elements());
    } else if (value instanceof JsonObject object) {
      objects++;
      object.members().forEach(this::addField);
    } else {
      nulls++;
    }
  }

  void addField(String name, JsonValue value) {
    fields.computeIfAbsent(name, n -> new ValueSketch()).add(value);
  }

  private void addText(String text) {
    if (!manyTexts && distinct.add(text) && distinct.size() > MOST_TEXTS) {
      manyTexts = true;
      distinct.clear();
    }
  }

  private void addList(List<JsonValue> elements) {
    int length = elements.size();
    if (lists++ == 0) {
      isTuple = length > 1 && length <= LONGEST_TUPLE;
      element.add(new ValueSketch());
    }
    isTuple = isTuple && (positions.isEmpty() || positions.size() == length);
    ValueSketch all = element.get(0);
    for (int i = 0; i < length; i++) {
      all.add(elements.get(i));
      if (isTuple) {
        if (positions.size() <= i) {
          positions.add(new ValueSketch());
        }
        positions.get(i).add(elements.get(i));
      }
    }
  }
}
