package dev.espalier.zarr;

import dev.espalier.io.place.WritablePlace;
import dev.espalier.io.place.WritablePlace.Occupancy;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedAction;
import dev.espalier.model.plan.PlannedNode;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.model.spi.Recognition;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.array.StoredUnits;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.document.Zarr2Documents;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import dev.espalier.zarr.internal.migrate.CopyPlace;
import dev.espalier.zarr.internal.migrate.StandingPlace;
import dev.espalier.zarr.internal.plan.HierarchyPlanner;
import dev.espalier.zarr.internal.write.HierarchyWriter;
import dev.espalier.zarr.internal.write.Place;
import dev.espalier.zarr.v2.Zarr2Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a hierarchy of Zarr v3 of one of Zarr v2: a document of Zarr v3 tells of the chunks of Zarr
 * v2 wherever it has words for them, so that these stay what they are, byte for byte. Other arrays
 * are decoded and encoded anew.
 *
 * <p>Attributes stay as they are, down to the spelling of numbers, but for the one that names the
 * dimensions; a fill value that is not given becomes zero. Consolidated metadata does not come
 * along, and neither do members of documents that Zarr v2 does not know.
 */
public final class Zarr2Migration implements AutoCloseable {
  private static final DocumentFormat FORMAT = new Zarr2Documents();

  /** What goes in the end, in this order: no copy outlives what it repeats. */
  private static final List<String> OLD_DOCUMENTS =
      List.of(
          Zarr2Document.CONSOLIDATED,
          Zarr2Document.GROUP,
          Zarr2Document.ARRAY,
          Zarr2Document.ATTRIBUTES);

  private final Location source;
  private final OpenHierarchy hierarchy;
  private final NodeSpec tree;
  private final List<Node> nodes;
  private final CodecRegistry codecs = CodecRegistry.load();

  /**
   * What becomes of one node.
   *
   * @param path where it is
   * @param kind {@code group}, {@code array} or {@code unreadable}
   * @param way what becomes of it
   * @param reason why its metadata alone does not do; empty where it does
   */
  public record Node(NodePath path, String kind, Way way, String reason) {}

  /** How a node becomes one of Zarr v3. */
  public enum Way {
    /** Its document is written; what it tells of stays as it is. */
    METADATA,
    /** Its elements are encoded anew. */
    ENCODE,
    /** Not at all: it cannot be read. */
    NONE
  }

  private Zarr2Migration(Location source, OpenHierarchy hierarchy, NodeSpec tree) {
    this.source = source;
    this.hierarchy = hierarchy;
    this.tree = tree;
    this.nodes = new ArrayList<>();
    tree.walk((path, node) -> nodes.add(node(path, node)));
  }

  /**
   * Looks at the metadata of a hierarchy; close the result.
   *
   * @throws MissingException if nothing is there
   * @throws RequestException if what is there is no hierarchy of Zarr v2
   */
  public static Zarr2Migration prepare(Location source) {
    if (new ZarrBackend().recognise(source) == Recognition.RECOGNISED) {
      throw new RequestException(
          source
              + ": is Zarr v3 already; documents of Zarr v2 beside it are not looked at, and can be"
              + " deleted once no older reader needs them");
    }
    Zarr2Backend backend = new Zarr2Backend();
    Recognition recognition = backend.recognise(source);
    if (recognition == Recognition.ABSENT) {
      throw new MissingException(source + ": nothing is there");
    }
    if (recognition != Recognition.RECOGNISED) {
      throw new RequestException(
          source + ": not a hierarchy of Zarr v2; convert makes Zarr v3 of other formats");
    }
    OpenHierarchy hierarchy = backend.open(source);
    return new Zarr2Migration(source, hierarchy, hierarchy.tree());
  }

  /** The same without the nodes that cannot be read; closing either closes both. */
  public Zarr2Migration withoutUnreadable() {
    Map<NodePath, Way> ways = ways();
    return new Zarr2Migration(source, hierarchy, without(NodePath.root(), tree, ways));
  }

  private static NodeSpec without(NodePath path, NodeSpec node, Map<NodePath, Way> ways) {
    if (!(node instanceof GroupSpec group)) {
      return node;
    }
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    group
        .members()
        .forEach(
            (name, member) -> {
              if (ways.get(path.child(name)) != Way.NONE) {
                members.put(name, without(path.child(name), member, ways));
              }
            });
    return group.withMembers(members);
  }

  /** What becomes of each node, parents first. */
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  private Node node(NodePath path, NodeSpec node) {
    if (node instanceof UnreadableSpec unreadable) {
      return new Node(path, node.kind(), Way.NONE, unreadable.message());
    }
    if (!(node instanceof ArraySpec array)) {
      return new Node(path, node.kind(), Way.METADATA, "");
    }
    Optional<String> foreign = array.layout().foreignTo();
    try {
      if (foreign.isEmpty()) {
        StoredArray.bind(path, array, codecs);
        return new Node(path, node.kind(), Way.METADATA, "");
      }
      hierarchy.array(path);
      String words = array.layout().codecs().map(Object::toString).orElse("its codecs");
      return new Node(path, node.kind(), Way.ENCODE, "Zarr v3 has no words for " + words);
    } catch (IllegalArgumentException | UnsupportedException e) {
      return new Node(path, node.kind(), Way.NONE, String.valueOf(e.getMessage()));
    }
  }

  private Map<NodePath, Way> ways() {
    Map<NodePath, Way> ways = new HashMap<>();
    nodes.forEach(node -> ways.put(node.path(), node.way()));
    return ways;
  }

  /**
   * Plans to write the hierarchy elsewhere, as a whole or not at all.
   *
   * @param policy {@link WritePolicy#FAIL} or {@link WritePolicy#REPLACE}
   * @throws dev.espalier.model.error.InvalidHierarchyException with every reason why that fails
   * @throws dev.espalier.model.error.TargetExistsException if something stands there
   */
  public WritePlan plan(Location target, WritePolicy policy) {
    if (policy != WritePolicy.FAIL && policy != WritePolicy.REPLACE) {
      throw new RequestException(
          target + ": a hierarchy in another version is written as a whole; fail or replace");
    }
    WritablePlace place = Places.load().toWrite(target);
    WritePlan plan = plan(target, policy, place);
    Targets.check(place, policy);
    return plan;
  }

  /**
   * Plans to write documents of Zarr v3 beside those that stand.
   *
   * @throws dev.espalier.model.error.InvalidHierarchyException with every reason why that fails
   */
  public WritePlan planInPlace() {
    return plan(source, WritePolicy.MERGE, Places.load().toChange(source));
  }

  private WritePlan plan(Location target, WritePolicy policy, WritablePlace place) {
    WritePlan plan =
        HierarchyPlanner.plan(
            asked(NodePath.root(), tree),
            target.text(),
            policy,
            new Zarr3Documents(),
            codecs,
            place.ignoresCase());
    Map<NodePath, Way> ways = ways();
    List<PlannedNode> planned = new ArrayList<>();
    for (PlannedNode node : plan.nodes()) {
      boolean stays = node.spec() instanceof ArraySpec && ways.get(node.path()) == Way.METADATA;
      planned.add(
          stays ? new PlannedNode(node.path(), PlannedAction.UPDATE, node.spec(), 1, 0) : node);
    }
    return WritePlan.builder().from(plan).nodes(planned).build();
  }

  /** Arrays that are encoded anew get keys that no chunk of Zarr v2 has. */
  private static NodeSpec asked(NodePath path, NodeSpec node) {
    if (node instanceof GroupSpec group) {
      Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
      group.members().forEach((name, member) -> members.put(name, asked(path.child(name), member)));
      return group.withMembers(members);
    }
    if (node instanceof ArraySpec array && array.layout().foreignTo().isPresent()) {
      Layout.Builder layout = Layout.builder().chunkKeyEncoding(ChunkKeyEncoding.DEFAULT);
      array.layout().chunkGrid().ifPresent(layout::chunkGrid);
      return array.withLayout(layout.build());
    }
    return node;
  }

  /**
   * Writes what was planned: elements first, then the documents from the leaves up, the root's
   * last. In place, what was written before a failure stays; the root goes on being one of Zarr v2.
   */
  public void write(WritePlan plan, Execution execution) {
    Store store = Places.load().standing(source);
    Place place;
    if (plan.policy() == WritePolicy.MERGE) {
      place = new StandingPlace(store);
    } else {
      WritablePlace target = Places.load().toWrite(new Location(plan.target()));
      Targets.check(target, plan.policy());
      boolean replace = target.occupancy() != Occupancy.NOTHING;
      place = new CopyPlace(store, arrays(Way.METADATA), () -> target.begin(replace));
    }
    new HierarchyWriter(new Zarr3Documents(), codecs)
        .write(plan, data(), execution, PublishGate.none(), place);
  }

  private BoundHierarchy data() {
    Map<NodePath, ArrayData> data = new LinkedHashMap<>();
    for (Node node : nodes) {
      if (node.way() == Way.ENCODE) {
        data.put(node.path(), new ArrayData.Pulled(hierarchy.array(node.path())));
      }
    }
    return new BoundHierarchy(tree, data);
  }

  private List<StoredArray> arrays(Way way) {
    List<StoredArray> arrays = new ArrayList<>();
    for (Node node : nodes) {
      if (node.way() == way && tree.find(node.path()).orElseThrow() instanceof ArraySpec array) {
        arrays.add(StoredArray.bind(node.path(), FORMAT.spelled(array), codecs));
      }
    }
    return arrays;
  }

  /**
   * Removes the documents of Zarr v2 after those of Zarr v3 have been written beside them, the
   * root's first, and the chunks that were encoded anew.
   */
  public void removeOld() {
    Store store = Places.load().standing(source);
    for (Node node : nodes) {
      StorePrefix prefix = StoredArray.prefixOf(node.path());
      OLD_DOCUMENTS.forEach(name -> store.erase(prefix.key(name)));
    }
    for (StoredArray array : arrays(Way.ENCODE)) {
      try (Stream<ChunkIndex> units = new StoredUnits(store, array).within()) {
        units.forEach(unit -> store.erase(array.key(unit)));
      }
    }
  }

  @Override
  public void close() {
    hierarchy.close();
  }
}
