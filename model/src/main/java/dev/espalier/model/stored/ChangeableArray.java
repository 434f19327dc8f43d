package dev.espalier.model.stored;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.work.Execution;

/**
 * An array that stands in a store and is changed where it is: any region of its elements, and how
 * far it extends.
 *
 * <p>What a key of the store holds, a chunk or a shard, is replaced as a whole, so that whoever
 * reads meanwhile, or after a crash, has its older or its newer self. A write of many chunks is not
 * one step: some may be new while others are old. If it fails, those that were written stay.
 *
 * <p>Safe for use by several threads at once. Of several that write to one chunk, each waits for
 * the one before, so that no change is lost; a change of the shape waits for all writes, and they
 * for it. That holds for all who got the array from one open hierarchy. Others that write to the
 * same chunk, in another process or having opened the hierarchy a second time, may undo what was
 * written to another part of it at that moment: give each of them chunks of their own. Whoever has
 * the hierarchy open for reading only may go on seeing chunks that he has read before.
 */
public interface ChangeableArray {
  /** The array as it is now. */
  ArraySpec spec();

  /**
   * The elements, which can be read until the hierarchy is closed. They are always those that are
   * stored; the shape is the one that the array has now.
   */
  ArraySource source();

  /**
   * Writes the elements of a region, by as many workers as there may be. Where a chunk is touched
   * in part, the rest of it stays.
   *
   * @param region a box within the array
   * @param elements as many as the region has, in its shape; not to be read from what is written
   * @throws dev.espalier.model.error.RequestException if the region leaves the array, if the
   *     elements are of another type or shape, or if what is touched of the store does not fit the
   *     memory of this process; nothing is changed then
   * @throws dev.espalier.model.error.CorruptException if a chunk that is touched in part cannot be
   *     decoded
   * @throws dev.espalier.model.error.CancelledException if a worker was interrupted
   */
  void write(Region region, ArraySource elements, Execution execution);

  /** Writes the elements of a region on the calling thread. */
  default void write(Region region, ArraySource elements) {
    write(region, elements, Execution.onCallingThread());
  }

  /** Writes the elements of a region on the calling thread. */
  default void write(Region region, Block elements) {
    write(region, ArraySource.of(elements));
  }

  /**
   * Gives the array another shape, by as many workers as there may be: elements that come to be
   * hold the fill value, whatever may have been stored beyond the edge before, and elements that
   * cease to be are removed from the store. Of the chunks, those are decoded that an edge that
   * moves runs through.
   *
   * <p>A crash leaves the older shape or the newer one, and in both the right elements. Whoever
   * opened the array before it became smaller may read the fill value where elements were.
   *
   * <p>So does a failure midway, whatever its kind. {@link #spec} tells which of both shapes the
   * array has, unless it was the metadata that could not be written: then open it again. If it is
   * the newer one, what ceased to be may still take space in the store; nobody reads it, and it is
   * removed when the array grows there.
   *
   * @throws dev.espalier.model.error.RequestException if there are more or fewer extents than the
   *     array has dimensions, or if what an edge runs through does not fit the memory of this
   *     process; nothing is changed then
   * @throws dev.espalier.model.error.UnsupportedException if the chunk grid cannot follow; nothing
   *     is changed then
   * @throws dev.espalier.model.error.CorruptException if a chunk that an edge runs through cannot
   *     be decoded
   * @throws dev.espalier.model.error.CancelledException if a worker was interrupted, before the
   *     shape changed or after it
   */
  void resize(Shape shape, Execution execution);

  /** Gives the array another shape on the calling thread. */
  default void resize(Shape shape) {
    resize(shape, Execution.onCallingThread());
  }

  /**
   * Lets the array grow along a dimension, by elements that are written behind those that are
   * there: chunks first, then the metadata, so that nobody sees the one without the other. A crash
   * leaves the array as it was, or with all of them; a failure before the metadata leaves it as it
   * was, with chunks behind its edge that nobody reads, and that the next change of its shape
   * overwrites or removes where it grows.
   *
   * @param dimension which one, counted from the slowest, which is 0
   * @param elements of the extents that the array has, but for that dimension
   * @throws dev.espalier.model.error.RequestException if the elements are of another type, do not
   *     fit the array, or what is touched of the store the memory of this process; nothing is
   *     changed then
   * @throws dev.espalier.model.error.UnsupportedException if the chunk grid cannot follow; nothing
   *     is changed then
   * @throws dev.espalier.model.error.CorruptException if a chunk that the edge runs through cannot
   *     be decoded
   * @throws dev.espalier.model.error.CancelledException if a worker was interrupted; the array is
   *     as it was then
   */
  void append(int dimension, ArraySource elements, Execution execution);

  /** Appends elements on the calling thread. */
  default void append(int dimension, ArraySource elements) {
    append(dimension, elements, Execution.onCallingThread());
  }

  /** Appends elements on the calling thread. */
  default void append(int dimension, Block elements) {
    append(dimension, ArraySource.of(elements));
  }
}
