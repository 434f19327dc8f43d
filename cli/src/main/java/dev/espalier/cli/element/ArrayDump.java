package dev.espalier.cli.element;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Prints elements in the form that the Zarr v3 specification gives fill values. */
public final class ArrayDump {
  /** Elements printed before somebody who wants it to end is heard. */
  private static final int CHECKED_EVERY = 1 << 12;

  private final PrintStream out;
  private long printed;

  private ArrayDump(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints a JSON list of the elements of a box, flat and in C order. Where elements cannot be read
   * after others were printed, the document is brought to its end with the reason as a member
   * {@code error}, so that it stays a document.
   *
   * @param head printed before the list, once the first elements could be read
   */
  public static void printJson(
      ArraySource source, Region box, long memoryBytes, String head, PrintStream out) {
    ArrayDump dump = new ArrayDump(out);
    String start = head + "[";
    try {
      COrder.read(
          source,
          box,
          memoryBytes,
          block ->
              dump.each(
                  block,
                  value -> {
                    out.print(dump.printed++ == 0 ? start : ",");
                    out.print(value);
                  }));
    } catch (EspalierException e) {
      if (dump.printed > 0) {
        out.print("],\"error\":" + new JsonString(String.valueOf(e.getMessage())) + "}\n");
      }
      throw e;
    }
    out.print(dump.printed == 0 ? start + "]" : "]");
  }

  /** Prints a row a line, with an empty line between planes. */
  public static void printRows(ArraySource source, Region box, long memoryBytes, PrintStream out) {
    ArrayDump dump = new ArrayDump(out);
    Shape shape = box.shape();
    long row = shape.rank() == 0 ? 1 : shape.extent(shape.rank() - 1);
    long plane = shape.rank() < 2 ? Long.MAX_VALUE : row * shape.extent(shape.rank() - 2);
    COrder.read(
        source,
        box,
        memoryBytes,
        block -> dump.each(block, value -> dump.printInRow(value, row, plane)));
    if (dump.printed > 0) {
      out.print('\n');
    }
  }

  /** Prints an element a line. */
  public static void printLines(ArraySource source, Region box, long memoryBytes, PrintStream out) {
    ArrayDump dump = new ArrayDump(out);
    COrder.read(
        source,
        box,
        memoryBytes,
        block ->
            dump.each(
                block,
                value -> {
                  out.print(value);
                  out.print('\n');
                }));
  }

  private void printInRow(JsonValue value, long row, long plane) {
    if (printed > 0) {
      out.print(printed % plane == 0 ? "\n\n" : printed % row == 0 ? "\n" : " ");
    }
    out.print(value);
    printed++;
  }

  private void each(Block block, Consumer<JsonValue> action) {
    long count = block.shape().elementCount();
    for (int at = 0; at < count; at++) {
      if (at % CHECKED_EVERY == 0 && Thread.currentThread().isInterrupted()) {
        throw new CancelledException("printing was interrupted");
      }
      action.accept(block.elementToJson(at));
    }
  }
}
