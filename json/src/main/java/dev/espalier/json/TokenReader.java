package dev.espalier.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds one model value from the tokens of a text. */
final class TokenReader {
  private static final int LONGEST_IN_MESSAGE = 60;

  /** What a text takes beside its characters, a value its place, and a container itself. */
  private static final int OF_A_TEXT = 64;

  private static final int OF_A_PLACE = 8;
  private static final int OF_AN_ARRAY = 64;
  private static final int OF_AN_OBJECT = 128;
  private static final int OF_A_MEMBER = 48;

  /** Most documents are read within the usual limits, and a factory takes longer than they do. */
  private static final JsonFactory USUAL = make(JsonLimits.DEFAULT);

  private final JsonParser parser;
  private final JsonLimits limits;
  private final Shared shared;
  private final Iterator<JsonValue> marked;
  private int depth;

  /**
   * What the parts of a document share.
   *
   * @param budget what all parts may take together
   * @param common the texts that they have in common
   */
  record Shared(MemoryBudget budget, CommonTexts common) {
    static Shared of(JsonLimits limits, CommonTexts common) {
      return new Shared(new MemoryBudget(limits.maxMemory()), common);
    }
  }

  private TokenReader(
      JsonParser parser, JsonLimits limits, Shared shared, Iterator<JsonValue> marked) {
    this.parser = parser;
    this.limits = limits;
    this.shared = shared;
    this.marked = marked;
  }

  static JsonValue read(String text, JsonLimits limits, Shared shared) {
    return read(text, limits, shared, Collections.emptyIterator());
  }

  /**
   * Reads a text that is part of a document.
   *
   * @param marked what the marks in the text stand for, in order; a mark that stands for nothing is
   *     no JSON
   */
  static JsonValue read(String text, JsonLimits limits, Shared shared, Iterator<JsonValue> marked) {
    try (JsonParser parser = factory(limits).createParser(text)) {
      return new TokenReader(parser, limits, shared, marked).document();
    } catch (StreamConstraintsException e) {
      throw new UnsupportedException(at(e.getLocation()) + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw new CorruptException(
          "not JSON: " + at(e.getLocation()) + firstSentence(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from a string cannot fail", e);
    }
  }

  private static JsonFactory factory(JsonLimits limits) {
    return limits.maxNumberLength() == JsonLimits.DEFAULT.maxNumberLength() ? USUAL : make(limits);
  }

  /**
   * Names are neither interned nor kept by the library, which sets no bound: they come from
   * strangers. The depth is counted here, so that the message can be ours.
   */
  private static JsonFactory make(JsonLimits limits) {
    return new JsonFactoryBuilder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(Integer.MAX_VALUE)
                .maxNumberLength(limits.maxNumberLength())
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build())
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build();
  }

  private JsonValue document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new CorruptException("not JSON: the document is empty");
    }
    JsonValue value = value(first);
    if (parser.nextToken() != null) {
      throw corrupt("something follows the end of the value");
    }
    return value;
  }

  private JsonValue value(@Nullable JsonToken token) throws IOException {
    if (token == null) {
      throw corrupt("the document ends too early");
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> string();
      case VALUE_NUMBER_INT -> number();
      case VALUE_NUMBER_FLOAT -> parser.isNaN() ? beyondNumbers(parser.getText()) : number();
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      default -> throw corrupt("expected a value, found " + token);
    };
  }

  private JsonString string() throws IOException {
    take(OF_A_TEXT + parser.getTextLength());
    return shared
        .common()
        .string(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  private JsonNumber number() throws IOException {
    take(OF_A_TEXT + parser.getTextLength());
    return shared
        .common()
        .number(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** Counts memory before it is taken, or refuses it. */
  private void take(long bytes) {
    if (!shared.budget().take(bytes)) {
      throw new UnsupportedException(
          at(parser.currentTokenLocation())
              + "the values of the document take more memory than "
              + limits.maxMemory()
              + " bytes; give this process more");
    }
  }

  private JsonValue beyondNumbers(String text) throws IOException {
    take(OF_A_TEXT + text.length());
    return switch (text) {
      case "NaN", "Infinity", "-Infinity" -> new JsonString(text);
      default -> {
        if (text.equals(AlikeObjects.MARK) && marked.hasNext()) {
          yield marked.next();
        }
        throw corrupt("expected a value, found " + text);
      }
    };
  }

  private JsonValue object() throws IOException {
    enter(OF_AN_OBJECT);
    JsonObject.Builder members = JsonObject.builder();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = shared.common().name(parser.currentName());
      take(OF_A_MEMBER + OF_A_TEXT + name.length());
      JsonValue value = value(parser.nextToken());
      if (members.has(name)) {
        throw corrupt("the object has two members named " + quote(name));
      }
      members.put(name, value);
    }
    depth--;
    return members.build();
  }

  private JsonValue array() throws IOException {
    enter(OF_AN_ARRAY);
    List<JsonValue> elements = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      take(OF_A_PLACE);
      elements.add(value(token));
      token = parser.nextToken();
    }
    depth--;
    return new JsonArray(elements);
  }

  private void enter(int bytes) {
    take(bytes);
    depth++;
    if (depth > limits.maxDepth()) {
      throw new UnsupportedException(
          at(parser.currentTokenLocation())
              + "arrays and objects lie deeper within each other than the limit of "
              + limits.maxDepth());
    }
  }

  private CorruptException corrupt(String what) {
    return new CorruptException("not JSON: " + at(parser.currentTokenLocation()) + what);
  }

  private static String at(@Nullable JsonLocation location) {
    return Optional.ofNullable(location)
        .map(l -> "line " + l.getLineNr() + ", column " + l.getColumnNr() + ": ")
        .orElse("");
  }

  private static String quote(String name) {
    String text = new JsonString(name).toString();
    return text.length() <= LONGEST_IN_MESSAGE
        ? text
        : text.substring(0, LONGEST_IN_MESSAGE) + "...";
  }

  /** What the library says, without what it adds about where: the place is said already. */
  private static String firstSentence(String message) {
    return message.split("\n|: was expecting| \\(for Array| \\(for Object| \\(start marker", 2)[0];
  }
}
