package dev.espalier.zarr.internal.write;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedAction;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What fills the arrays of a plan, checked against it.
 *
 * @param inOrder the data of arrays that are written, by path, each derived array after its input
 * @param actions what the plan does with each node
 */
record WriteData(Map<NodePath, ArrayData> inOrder, Map<NodePath, PlannedAction> actions) {

  /**
   * Checks data against a plan.
   *
   * @throws RequestException if an array is planned otherwise than its data are
   */
  static WriteData of(WritePlan plan, BoundHierarchy hierarchy) {
    Map<NodePath, PlannedAction> actions = new HashMap<>();
    plan.nodes().forEach(node -> actions.put(node.path(), node.action()));
    comparePaths(plan.root(), hierarchy.root(), actions);
    Map<NodePath, ArrayData> inOrder = new LinkedHashMap<>();
    plan.root().walk((path, node) -> add(path, hierarchy.data(), inOrder, new LinkedHashSet<>()));
    inOrder.forEach((path, fills) -> check(plan.root(), path, fills));
    WriteData data = new WriteData(inOrder, actions);
    inOrder.forEach(data::checkInput);
    inOrder.keySet().removeIf(data::isKept);
    return data;
  }

  /** Whether an array stands at the target, and its elements stay. */
  boolean isKept(NodePath path) {
    return Optional.ofNullable(actions.get(path)).filter(a -> !a.writesElements()).isPresent();
  }

  /** What is kept was computed from what stood there. */
  private void checkInput(NodePath path, ArrayData data) {
    if (data instanceof ArrayData.Derived derived && isKept(path) && !isKept(derived.input())) {
      throw new RequestException(
          path
              + ": the array is kept as it stands at the target, but is derived from "
              + derived.input()
              + ", which is written anew; replace the hierarchy as a whole, or remove the derived"
              + " array first");
    }
  }

  private static void comparePaths(
      NodeSpec planned, NodeSpec given, Map<NodePath, PlannedAction> actions) {
    Set<NodePath> paths = given.toFlat().keySet();
    boolean fits = planned.toFlat().keySet().containsAll(paths);
    for (NodePath path : planned.toFlat().keySet()) {
      PlannedAction action = actions.getOrDefault(path, PlannedAction.CREATE);
      fits &= paths.contains(path) || !action.writesElements();
    }
    if (!fits) {
      throw new RequestException("the plan was made for another hierarchy; plan this one");
    }
  }

  /** Adds what an array is derived from before the array itself. */
  private static void add(
      NodePath path,
      Map<NodePath, ArrayData> data,
      Map<NodePath, ArrayData> inOrder,
      Set<NodePath> waiting) {
    ArrayData own = data.get(path);
    if (own == null || inOrder.containsKey(path)) {
      return;
    }
    if (!waiting.add(path)) {
      throw new RequestException(path + ": the array is derived from itself, by way of " + waiting);
    }
    if (own instanceof ArrayData.Derived derived) {
      add(derived.input(), data, inOrder, waiting);
    }
    inOrder.put(path, own);
  }

  private static void check(NodeSpec root, NodePath path, ArrayData data) {
    ArraySpec array = array(root, path, path);
    if (data instanceof ArrayData.Derived derived) {
      ArraySpec input = array(root, path, derived.input());
      if (!derived.operation().accepts(input.dataType())) {
        throw new RequestException(
            path
                + ": elements of data type "
                + input.dataType()
                + " cannot be computed with; leave the derived array out");
      }
      Shape shape = derived.operation().outputShape(input.shape());
      compare(path, array, "what is derived from " + derived.input(), input.dataType(), shape);
    } else {
      ArraySource source = ((ArrayData.Pulled) data).source();
      compare(path, array, "its source", source.dataType(), source.shape());
    }
  }

  private static ArraySpec array(NodeSpec root, NodePath asking, NodePath path) {
    return root.findArray(path)
        .orElseThrow(() -> new RequestException(asking + ": its data need an array at " + path));
  }

  private static void compare(
      NodePath path, ArraySpec array, String what, DataType type, Shape shape) {
    if (!array.dataType().equals(type) || !array.shape().equals(shape)) {
      throw new RequestException(
          path
              + ": the array is planned as "
              + array.dataType()
              + " "
              + array.shape()
              + ", but "
              + what
              + " is "
              + type
              + " "
              + shape);
    }
  }
}
