package dev.espalier.example.golden;

import dev.espalier.cli.spec.SpecDocument;
import dev.espalier.json.JsonReader;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.edit.RemoveAttribute;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sound hierarchy in its flat form, and mistakes that are seeded into it one after the other:
 *
 * <pre>
 * set /deployment_0 /attributes/samples 149
 * remove /deployment_0 /attributes/samples
 * remove /deployment_0/level
 * rename /deployment_0/level levels
 * copy /deployment_0 /deployment_2
 * add /deployment_0/level {"node_type": "group"}
 * unreadable /deployment_0/level CORRUPT the document ends early
 * elements /deployment_0/time 0.. 7=3
 * </pre>
 */
final class SeededTree {
  private final Map<String, JsonValue> flat;
  private final Map<NodePath, UnreadableSpec> unreadable = new LinkedHashMap<>();
  private final Map<NodePath, String> elements = new LinkedHashMap<>();

  private SeededTree(JsonObject sound) {
    this.flat = new LinkedHashMap<>(sound.members());
  }

  static SeededTree of(Path sound, List<String> changes) {
    SeededTree tree = new SeededTree((JsonObject) JsonReader.parse(GoldenCase.textOf(sound)));
    changes.forEach(tree::change);
    return tree;
  }

  void change(String line) {
    String[] words = line.split(" ", 3);
    String rest = words.length > 2 ? words[2] : "";
    switch (words[0]) {
      case "set" -> set(words[1], rest);
      case "remove" -> remove(words[1], rest);
      case "rename" -> move(words[1], parent(words[1]) + "/" + rest, true);
      case "copy" -> move(words[1], rest, false);
      case "add" -> flat.put(words[1], JsonReader.parse(rest));
      case "unreadable" -> unreadable(words[1], rest);
      case "elements" -> elements.put(NodePath.parse(words[1]), rest);
      default -> throw new IllegalArgumentException("no change: " + line);
    }
  }

  /** The hierarchy with its mistakes. */
  NodeSpec hierarchy() {
    NodeSpec tree = SpecDocument.read("the seeded hierarchy", new JsonObject(flat));
    for (Map.Entry<NodePath, UnreadableSpec> node : unreadable.entrySet()) {
      tree = ((GroupSpec) tree).withMemberAt(node.getKey(), node.getValue());
    }
    return tree;
  }

  /** The elements that are given, by the path of their array. */
  Map<NodePath, ArraySource> elements() {
    NodeSpec tree = hierarchy();
    Map<NodePath, ArraySource> sources = new LinkedHashMap<>();
    elements.forEach(
        (path, text) -> {
          ArraySpec array = tree.findArray(path).orElseThrow();
          sources.put(path, SpelledElements.of(array, text));
        });
    return sources;
  }

  private JsonObject node(String path) {
    JsonValue node = flat.get(path);
    if (!(node instanceof JsonObject object)) {
      throw new IllegalArgumentException("no node " + path);
    }
    return object;
  }

  private void set(String path, String rest) {
    String[] words = rest.split(" ", 2);
    JsonValue value = JsonReader.parse(words[1]);
    flat.put(path, new SetAttribute(NodePath.root(), pointer(words[0]), value).applyTo(node(path)));
  }

  private void remove(String path, String pointer) {
    if (pointer.isEmpty()) {
      flat.remove(path);
      flat.keySet().removeIf(name -> name.startsWith(path + "/"));
    } else {
      flat.put(path, new RemoveAttribute(NodePath.root(), pointer(pointer)).applyTo(node(path)));
    }
  }

  /** Puts a node, with all below it, at another path: in its old place, or at the end. */
  private void move(String from, String to, boolean instead) {
    Map<String, JsonValue> before = new LinkedHashMap<>(flat);
    if (instead) {
      flat.clear();
    }
    before.forEach(
        (path, node) -> {
          boolean moves = path.equals(from) || path.startsWith(from + "/");
          if (moves || instead) {
            flat.put(moves ? to + path.substring(from.length()) : path, node);
          }
        });
  }

  private void unreadable(String path, String rest) {
    String[] words = rest.split(" ", 2);
    unreadable.put(
        NodePath.parse(path),
        new UnreadableSpec(UnreadableSpec.Problem.valueOf(words[0]), words[1]));
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private static JsonPointer pointer(String text) {
    return new JsonPointer(Arrays.asList(text.substring(1).split("/", -1)));
  }
}
