package dev.espalier.conventions.ngff;

import dev.espalier.model.convention.Arrangement;
import dev.espalier.model.convention.Arrangement.Computed;
import dev.espalier.model.convention.Arrangement.Copied;
import dev.espalier.model.convention.ArrangementRequest;
import dev.espalier.model.convention.Arranger;
import dev.espalier.model.data.MeanDownsampling;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes one array of a hierarchy an OME-NGFF 0.5 image at the root, where viewers look for it, with
 * a pyramid of means; everything else stays where it is.
 */
final class ImageArranger implements Arranger {
  @Override
  public Arrangement arrange(ArrangementRequest request) {
    ArraySpec image = imageOf(request);
    List<ImageAxis> axes = AxisRequest.axes(request, image);
    GroupSpec root = rootWithout(request.source(), request.array());
    if (root.attributes().get("ome").isPresent()) {
      throw new RequestException(
          "the root of the source has an attribute \"ome\" already, which the image would replace;"
              + " convert without a convention to keep it as it is");
    }
    Pyramid pyramid = Pyramid.of(image, axes);
    List<NodePath> paths = pathsOfLevels(root, pyramid.levels().size());

    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    for (int level = 0; level < paths.size(); level++) {
      members.put(paths.get(level).names().get(0), pyramid.levels().get(level));
    }
    members.putAll(root.members());
    JsonObject ome = pyramid.metadata(nameOf(request), paths);
    NodeSpec hierarchy =
        root.withMembers(members).withAttributes(root.attributes().with("ome", ome));

    Map<NodePath, NodePath> moved = moved(request, paths.get(0));
    return new Arrangement(
        hierarchy, origins(request.source(), moved, axes, request, paths), moved);
  }

  private static ArraySpec imageOf(ArrangementRequest request) {
    ArraySpec image =
        request
            .source()
            .findArray(request.array())
            .orElseThrow(() -> new RequestException(noArray(request)));
    if (!MeanDownsampling.by().accepts(image.dataType())) {
      throw new RequestException(
          request.array()
              + " has data type "
              + image.dataType()
              + "; an image has integers or floats");
    }
    return image;
  }

  private static String noArray(ArrangementRequest request) {
    return request
            .source()
            .find(request.array())
            .map(
                node ->
                    node.match(
                        group -> request.array() + " is a group",
                        array -> request.array() + " is an array",
                        unreadable -> request.array() + " cannot be read: " + unreadable.message()))
            .orElse("there is nothing at " + request.array())
        + "; an image is made of an array";
  }

  private static GroupSpec rootWithout(NodeSpec source, NodePath image) {
    return image.isRoot() ? GroupSpec.empty() : (GroupSpec) without(source, image.names());
  }

  private static NodeSpec without(NodeSpec node, List<NodeName> names) {
    GroupSpec group = (GroupSpec) node;
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>(group.members());
    if (names.size() == 1) {
      members.remove(names.get(0));
    } else {
      members.computeIfPresent(
          names.get(0), (name, member) -> without(member, names.subList(1, names.size())));
    }
    return group.withMembers(members);
  }

  /** {@code 0}, {@code 1}, ... unless other nodes have such names, in any case of letters. */
  private static List<NodePath> pathsOfLevels(GroupSpec root, int count) {
    for (String prefix = ""; ; prefix = prefix.isEmpty() ? "level" : prefix + "_") {
      String tried = prefix;
      List<NodePath> paths =
          IntStream.range(0, count)
              .mapToObj(level -> NodePath.root().child(tried + level))
              .toList();
      if (paths.stream().noneMatch(path -> isTaken(root, path))) {
        return paths;
      }
    }
  }

  private static boolean isTaken(GroupSpec root, NodePath path) {
    return root.members().keySet().stream()
        .anyMatch(name -> name.value().equalsIgnoreCase(path.toRelativeString()));
  }

  private static String nameOf(ArrangementRequest request) {
    return request.name().or(() -> request.array().name().map(NodeName::value)).orElse("image");
  }

  private static Map<NodePath, NodePath> moved(ArrangementRequest request, NodePath level) {
    Map<NodePath, NodePath> moved = new HashMap<>();
    request.source().walk((path, node) -> moved.put(path, path));
    moved.put(request.array(), level);
    return moved;
  }

  private static Map<NodePath, Arrangement.Origin> origins(
      NodeSpec source,
      Map<NodePath, NodePath> moved,
      List<ImageAxis> axes,
      ArrangementRequest request,
      List<NodePath> levels) {
    Map<NodePath, Arrangement.Origin> origins = new HashMap<>();
    source.walk(
        (path, node) -> {
          Optional<NodePath> target = Optional.ofNullable(moved.get(path));
          if (node instanceof ArraySpec && target.isPresent()) {
            origins.put(target.get(), new Copied(path));
          }
        });
    List<Integer> order = axes.stream().map(ImageAxis::source).toList();
    origins.put(levels.get(0), new Copied(request.array(), order));
    MeanDownsampling mean = new MeanDownsampling(axes.stream().map(ImageAxis::factor).toList());
    for (int level = 1; level < levels.size(); level++) {
      origins.put(levels.get(level), new Computed(levels.get(level - 1), mean));
    }
    return origins;
  }
}
