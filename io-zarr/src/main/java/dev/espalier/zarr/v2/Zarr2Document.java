package dev.espalier.zarr.v2;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.zarr.internal.field.DocumentException;
import java.util.Map;

/**
 * The metadata documents of one Zarr v2 node, between their JSON form and the spec tree.
 *
 * <p>The layout of an array is in the words of Zarr v3: order {@code F} is a {@code transpose},
 * filters and compressor are the codecs that do the same to the bytes. So its chunks are read as
 * those of Zarr v3 are, and a document of Zarr v3 may be written beside them. Dimension names are
 * the attribute {@code _ARRAY_DIMENSIONS}, as xarray has it. A fill value that is {@code null} is
 * one that is not given.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v2/v2.0.html">Zarr v2</a>
 */
public final class Zarr2Document {
  /** The word for the format: layouts that Zarr v3 has no words for are foreign to it. */
  public static final String FORMAT = "zarr2";

  /** The last part of the key of the document that makes a group. */
  public static final String GROUP = ".zgroup";

  /** The last part of the key of the document that makes an array. */
  public static final String ARRAY = ".zarray";

  /** The last part of the key of the document with the attributes, which need not be there. */
  public static final String ATTRIBUTES = ".zattrs";

  /** The last part of the key of the document in which a group repeats those below it. */
  public static final String CONSOLIDATED = ".zmetadata";

  /** The attribute that names the dimensions of an array, slowest first. */
  public static final String DIMENSIONS = "_ARRAY_DIMENSIONS";

  private Zarr2Document() {}

  /**
   * Reads a group, without members; it never throws for what a document says.
   *
   * @param document what {@code .zgroup} says
   * @param attributes what {@code .zattrs} says, empty where it is not there
   */
  public static NodeSpec parseGroup(JsonValue document, JsonObject attributes) {
    try {
      return Zarr2Reader.group(document, attributes);
    } catch (DocumentException e) {
      return e.node();
    }
  }

  /**
   * Reads an array; it never throws for what a document says.
   *
   * @param document what {@code .zarray} says
   * @param attributes what {@code .zattrs} says, empty where it is not there
   * @return the array, or an {@link dev.espalier.model.node.UnreadableSpec} whose message starts
   *     with the place in {@code .zarray}
   */
  public static NodeSpec parseArray(JsonValue document, JsonObject attributes) {
    try {
      return Zarr2Reader.array(document, attributes);
    } catch (DocumentException e) {
      return e.node();
    }
  }

  /**
   * Writes the documents of one node, by the last parts of their keys; {@code .zattrs} only where
   * there are attributes, and before the others.
   *
   * @param resolved a group, or an array whose layout leaves nothing open
   * @throws IllegalArgumentException if Zarr v2 cannot say what the node says; the message says
   *     what
   */
  public static Map<String, JsonObject> render(NodeSpec resolved) {
    return Zarr2Writer.documents(resolved);
  }
}
