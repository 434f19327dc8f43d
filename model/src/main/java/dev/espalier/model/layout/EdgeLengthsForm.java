package dev.espalier.model.layout;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.EdgeLengths;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How documents spell the edge lengths along one dimension: a number that repeats, or a list of
 * numbers and of pairs of a number and how often it stands there.
 *
 * @see <a
 *     href="https://github.com/zarr-developers/zarr-extensions/tree/main/chunk-grids/rectilinear">
 *     Zarr extensions, rectilinear chunk grids</a>
 */
public final class EdgeLengthsForm {
  private static final String LENGTH = "an edge length, an integer of at least 1";

  private EdgeLengthsForm() {}

  /** Says what a reader throws where something is wrong. */
  public interface Refusal {
    /**
     * Something else has to stand at a place.
     *
     * @param place where, within the value that is read
     * @param found what is there
     * @param expected what was expected
     */
    RuntimeException wrong(JsonPointer place, JsonValue found, String expected);

    /** A number is right, and larger than any that is counted with. */
    RuntimeException tooLarge(JsonPointer place, JsonValue found);
  }

  /** Reads edge lengths; a run takes the same memory however long it is. */
  public static EdgeLengths read(JsonValue value, Refusal refusal) {
    if (value instanceof JsonNumber) {
      return EdgeLengths.repeated(number(value, LENGTH, refusal));
    }
    if (!(value instanceof JsonArray list)) {
      throw refusal.wrong(
          JsonPointer.root(), value, LENGTH + ", or a list of edge lengths and of pairs [v, n]");
    }
    List<EdgeLengths.Run> runs = new ArrayList<>(list.size());
    for (JsonValue element : list.elements()) {
      runs.add(run(element, runs.size(), refusal));
    }
    return EdgeLengths.runs(runs);
  }

  private static EdgeLengths.Run run(JsonValue element, int at, Refusal refusal) {
    if (!(element instanceof JsonArray pair)) {
      return new EdgeLengths.Run(number(element, LENGTH + ", or a pair [v, n]", refusal, at), 1);
    }
    if (pair.size() != 2) {
      throw refusal.wrong(
          JsonPointer.root().child(at), pair, "a pair of an edge length and how often it stands");
    }
    long length = number(pair.elements().get(0), LENGTH, refusal, at, 0);
    String count = "a count, an integer of at least 1";
    return new EdgeLengths.Run(length, number(pair.elements().get(1), count, refusal, at, 1));
  }

  private static long number(JsonValue value, String expected, Refusal refusal, int... place) {
    Optional<BigInteger> number =
        value instanceof JsonNumber n ? n.asBigInteger() : Optional.empty();
    if (number.isEmpty() || number.get().signum() < 1) {
      throw refusal.wrong(pointer(place), value, expected);
    }
    if (number.get().bitLength() >= Long.SIZE) {
      throw refusal.tooLarge(pointer(place), value);
    }
    return number.get().longValue();
  }

  private static JsonPointer pointer(int... place) {
    JsonPointer pointer = JsonPointer.root();
    for (int step : place) {
      pointer = pointer.child(step);
    }
    return pointer;
  }

  /** Spells edge lengths, run by run. */
  static JsonValue write(EdgeLengths edges) {
    if (edges.isRepeated()) {
      return JsonValue.of(edges.runs().get(0).length());
    }
    List<JsonValue> list = new ArrayList<>();
    for (EdgeLengths.Run run : edges.runs()) {
      list.add(
          run.count() == 1
              ? JsonValue.of(run.length())
              : JsonArray.ofLongs(run.length(), run.count()));
    }
    return new JsonArray(list);
  }
}
