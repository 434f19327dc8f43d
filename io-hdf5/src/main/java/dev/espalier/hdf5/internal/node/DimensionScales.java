package dev.espalier.hdf5.internal.node;

import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.GlobalHeap;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names dimensions after the datasets that are attached to them as scales: only where a dimension
 * has exactly one, and where the tree has it.
 */
final class DimensionScales {
  /** The attribute in which a dataset refers to the scales of each of its dimensions. */
  static final String ATTRIBUTE = "DIMENSION_LIST";

  private final GlobalHeap heap;
  private final int addressWidth;
  private final Map<Long, List<Optional<Long>>> scalesOf = new HashMap<>();

  DimensionScales(GlobalHeap heap, int addressWidth) {
    this.heap = heap;
    this.addressWidth = addressWidth;
  }

  /**
   * Keeps which scales a dataset has.
   *
   * @param dataset the address of its header
   * @param references the elements of the attribute: for each dimension, references to its scales
   */
  void collect(long dataset, ByteBuffer references) {
    int length = heap.referenceLength();
    if (references.remaining() % length != 0) {
      throw new CorruptException("scales in " + references.remaining() + " bytes");
    }
    List<Optional<Long>> scales = new ArrayList<>();
    while (references.hasRemaining()) {
      ByteBuffer reference = Fields.slice(references, length);
      ByteBuffer targets =
          ByteBuffer.wrap(heap.read(reference, addressWidth)).order(reference.order());
      scales.add(
          targets.remaining() == addressWidth
              ? Optional.of(Fields.address(targets, addressWidth))
              : Optional.empty());
    }
    scalesOf.put(dataset, scales);
  }

  /**
   * The tree with the names.
   *
   * @param datasets the address of the header of each array
   */
  NodeSpec name(NodeSpec root, Map<NodePath, Long> datasets) {
    if (scalesOf.isEmpty()) {
      return root;
    }
    Map<Long, String> names = new HashMap<>();
    datasets.keySet().stream()
        .sorted()
        .forEach(
            path -> path.name().ifPresent(n -> names.putIfAbsent(datasets.get(path), n.value())));
    return name(root, NodePath.root(), datasets, names);
  }

  private NodeSpec name(
      NodeSpec node, NodePath path, Map<NodePath, Long> datasets, Map<Long, String> names) {
    if (node instanceof GroupSpec group) {
      Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
      group
          .members()
          .forEach(
              (name, member) -> members.put(name, name(member, path.child(name), datasets, names)));
      return group.withMembers(members);
    }
    List<Optional<Long>> scales = scalesOf.get(datasets.getOrDefault(path, Fields.UNDEFINED));
    return node instanceof ArraySpec array && scales != null ? named(array, scales, names) : node;
  }

  private static ArraySpec named(
      ArraySpec array, List<Optional<Long>> scales, Map<Long, String> names) {
    List<Optional<String>> found =
        scales.stream()
            .map(scale -> scale.flatMap(address -> Optional.ofNullable(names.get(address))))
            .toList();
    boolean fits = found.size() == array.shape().rank();
    return fits && found.stream().anyMatch(Optional::isPresent)
        ? ArraySpec.builder().from(array).dimensionNames(found).build()
        : array;
  }
}
