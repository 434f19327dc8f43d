package dev.espalier.testkit;

import static dev.espalier.testkit.PolicyHierarchies.LARGE;
import static dev.espalier.testkit.PolicyHierarchies.SMALL;
import static dev.espalier.testkit.PolicyHierarchies.array;
import static dev.espalier.testkit.PolicyHierarchies.bound;
import static dev.espalier.testkit.PolicyHierarchies.elements;
import static dev.espalier.testkit.PolicyHierarchies.group;
import static dev.espalier.testkit.PolicyHierarchies.standing;
import static dev.espalier.testkit.PolicyHierarchies.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.MeanDownsampling;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.model.spi.WritableBackend;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What becomes of what stands at a target under each policy, and who has the last word; a part of
 * {@link WritableBackendContract}, which is the one to extend.
 */
public abstract class WritePolicyContract {
  private static final NodePath A = NodePath.parse("/a");
  private static final NodePath B = NodePath.parse("/g/b");

  @TempDir private Path place;

  WritePolicyContract() {}

  /** The backend under test. */
  protected abstract WritableBackend backend();

  /** Where below an empty directory the backend would write a hierarchy of that name. */
  protected abstract Location target(Path empty, String name);

  @ParameterizedTest
  @EnumSource(WritePolicy.class)
  void whereNothingStandsEverythingIsCreated(WritePolicy policy) {
    WritePlan plan = write(standing(), policy, 1);

    assertThat(lines(plan)).containsExactly("CREATE /", "CREATE /a", "CREATE /g", "CREATE /g/b");
    assertThat(plan.changesAnything()).isTrue();
    assertThat(contents(A)).isEqualTo(elements(SMALL, 1).bytes());
  }

  @ParameterizedTest
  @EnumSource(names = {"FAIL_UNLESS_ALIKE", "MERGE"})
  void anIdenticalRerunTouchesNothing(WritePolicy policy) {
    write(standing(), WritePolicy.FAIL, 1);
    Snapshot before = Snapshot.of(place);

    WritePlan plan = write(standing(), policy, 2);

    assertThat(lines(plan)).containsExactly("KEEP /", "KEEP /a", "KEEP /g", "KEEP /g/b");
    assertThat(plan.changesAnything()).isFalse();
    assertThat(plan.objects()).isZero();
    assertThat(plan.elementBytes()).isZero();
    assertThat(Snapshot.of(place)).isEqualTo(before);
    assertThat(contents(A)).as("elements are not compared").isEqualTo(elements(SMALL, 1).bytes());
  }

  @ParameterizedTest
  @EnumSource(names = {"FAIL_UNLESS_ALIKE", "MERGE"})
  void aLayoutThatNobodyAskedForMayBeAsItIs(WritePolicy policy) {
    ArraySpec chunked =
        array(SMALL).withLayout(Layout.builder().chunkShape(Shape.of(2, 3)).build());
    write(group("a", chunked), WritePolicy.FAIL, 1);

    WritePlan open = plan(group("a", array(SMALL)), policy);

    assertThat(open.changesAnything()).isFalse();
    try (OpenHierarchy hierarchy = backend().open(target())) {
      assertThat(hierarchy.tree().toFlat()).isEqualTo(open.root().toFlat());
    }
  }

  @Test
  void differencesAreRefusedByPath() {
    write(standing(), WritePolicy.FAIL, 1);
    Snapshot before = Snapshot.of(place);

    assertThatThrownBy(() -> plan(wanted(), WritePolicy.FAIL_UNLESS_ALIKE))
        .isInstanceOf(TargetExistsException.class)
        .hasMessageStartingWith(
            target()
                + ": what stands there differs from what is to be written; choose another target,"
                + " or ask to merge or to replace\n  ")
        .hasMessageContaining("\n  /a: shape is [8,6], expected [10,6]")
        .hasMessageContaining("\n  /g: attributes/title is \"old\", expected \"new\"")
        .hasMessageContaining("\n  /g/c: node is not there, expected \"array\"");
    assertThat(Snapshot.of(place)).isEqualTo(before);
  }

  @Test
  void whatOnlyStandsThereIsADifferenceToo() {
    write(standing(), WritePolicy.FAIL, 1);

    assertThatThrownBy(() -> plan(group("a", array(SMALL)), WritePolicy.FAIL_UNLESS_ALIKE))
        .isInstanceOf(TargetExistsException.class)
        .hasMessageContaining("\n  /g: node is \"group\", expected none");
  }

  @Test
  void aReplacementSaysWhatGoes() {
    write(standing(), WritePolicy.FAIL, 1);

    WritePlan plan = write(group("a", array(LARGE)), WritePolicy.REPLACE, 2);

    assertThat(lines(plan)).containsExactly("REPLACE /", "REPLACE /a", "DELETE /g", "DELETE /g/b");
    assertThat(plan.elementBytes()).isEqualTo(120);
    assertThat(plan.nodes().get(3).elementBytes()).isEqualTo(96);
    assertThat(contents(A)).isEqualTo(elements(LARGE, 2).bytes());
    try (OpenHierarchy open = backend().open(target())) {
      assertThat(open.tree().toFlat().keySet()).containsExactly(NodePath.root(), A);
    }
  }

  @Test
  void aMergeAddsAndReplacesAndKeepsTheRest() {
    write(standing(), WritePolicy.FAIL, 1);

    WritePlan plan = write(wanted(), WritePolicy.MERGE, 2);

    assertThat(lines(plan))
        .containsExactly(
            "KEEP /",
            "REPLACE /a",
            "UPDATE /g",
            "CREATE /g/c",
            "KEEP /g/b",
            "CREATE /new",
            "CREATE /new/d");
    assertThat(plan.elementBytes()).isEqualTo(120 + 96 + 96);
    assertThat(contents(A)).isEqualTo(elements(LARGE, 2).bytes());
    assertThat(contents(B)).isEqualTo(elements(SMALL, 1).bytes());
    assertThat(contents(NodePath.parse("/new/d"))).isEqualTo(elements(SMALL, 2).bytes());
    try (OpenHierarchy open = backend().open(target())) {
      assertThat(open.tree().toFlat()).isEqualTo(plan.root().toFlat());
      Attributes attributes = open.node(NodePath.parse("/g")).attributes();
      assertThat(attributes.get("title")).contains(JsonValue.of("new"));
      assertThat(attributes.get("theirs")).contains(JsonValue.of(7));
    }
    assertThat(plan(wanted(), WritePolicy.MERGE).changesAnything()).isFalse();
    assertThat(place.toFile().list()).as("nothing is left beside it").hasSize(1);
  }

  @Test
  void anArrayWhoseAttributesDifferKeepsItsElements() {
    write(standing(), WritePolicy.FAIL, 1);
    ArraySpec named =
        array(SMALL).withAttributes(Attributes.none().with("unit", JsonValue.of("mm")));

    WritePlan plan = write(group("a", named), WritePolicy.MERGE, 2);

    assertThat(lines(plan)).containsExactly("KEEP /", "UPDATE /a", "KEEP /g", "KEEP /g/b");
    assertThat(plan.objects()).isEqualTo(1);
    assertThat(contents(A)).isEqualTo(elements(SMALL, 1).bytes());
    try (OpenHierarchy open = backend().open(target())) {
      assertThat(open.node(A).attributes().get("unit")).contains(JsonValue.of("mm"));
    }
  }

  @Test
  void aNodeDoesNotBecomeOneOfAnotherKind() {
    write(standing(), WritePolicy.FAIL, 1);
    Snapshot before = Snapshot.of(place);

    assertThatThrownBy(() -> plan(group("g", array(SMALL)), WritePolicy.MERGE))
        .isInstanceOf(TargetExistsException.class)
        .hasMessage(
            target()
                + ": merging does not make a node of one kind from one of another; remove it first,"
                + " choose another target, or ask to replace all\n"
                + "  /g: kind is \"group\", expected \"array\"");
    assertThat(Snapshot.of(place)).isEqualTo(before);
  }

  @Test
  void whatIsDerivedFromAKeptArrayIsDerivedFromWhatStandsThere() {
    write(group("a", array(SMALL)), WritePolicy.FAIL, 1);

    WritePlan plan = writePyramid(SMALL, 2);

    assertThat(lines(plan)).containsExactly("KEEP /", "KEEP /a", "CREATE /half");
    Block expected = Block.allocate(CoreType.UINT16, Shape.of(4, 3));
    MeanDownsampling.by(2, 2).apply(elements(SMALL, 1), expected);
    assertThat(contents(NodePath.parse("/half"))).isEqualTo(((BitsBlock) expected).bytes());
  }

  @Test
  void whatIsDerivedIsNotKeptWhereItsInputIsReplaced() {
    writePyramid(SMALL, 1);
    Snapshot before = Snapshot.of(place);
    ArraySpec chunked =
        array(SMALL).withLayout(Layout.builder().chunkShape(Shape.of(2, 3)).build());

    assertThatThrownBy(() -> writePyramid(chunked, array(Shape.of(4, 3)), 2))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "/half: the array is kept as it stands at the target, but is derived from /a, which is"
                + " written anew; replace the hierarchy as a whole, or remove the derived array"
                + " first");
    assertThat(Snapshot.of(place)).isEqualTo(before);
  }

  @Test
  void aMergeThatFailsLeavesWhatWasThere() {
    write(standing(), WritePolicy.FAIL, 1);
    Snapshot before = Snapshot.of(place);
    WritePlan plan = plan(wanted(), WritePolicy.MERGE);
    ArraySource broken =
        new ArraySource() {
          @Override
          public DataType dataType() {
            return CoreType.UINT16;
          }

          @Override
          public Shape shape() {
            return LARGE;
          }

          @Override
          public void read(Region region, Block into) {
            throw new CorruptException("broken");
          }
        };
    BoundHierarchy bound = new BoundHierarchy(wanted(), Map.of(A, new ArrayData.Pulled(broken)));

    assertThatThrownBy(() -> backend().write(plan, bound, Execution.onCallingThread()))
        .isInstanceOf(CorruptException.class);
    assertThat(Snapshot.of(place)).isEqualTo(before);
  }

  @Test
  void aPlanIsNotCarriedOutOnceSomethingElseStandsThere() {
    WritePlan merge = plan(wanted(), WritePolicy.MERGE);
    write(standing(), WritePolicy.FAIL, 1);
    Snapshot before = Snapshot.of(place);

    assertThatThrownBy(
            () -> backend().write(merge, bound(wanted(), 2), Execution.onCallingThread()))
        .isInstanceOf(TargetExistsException.class)
        .hasMessage(
            target()
                + ": what stands there, or what is to be written, is not what it was when this was"
                + " planned; plan again");
    assertThat(Snapshot.of(place)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAIL", "FAIL_UNLESS_ALIKE", "MERGE"})
  void whatAppearsWhileItIsWrittenIsNotWrittenOver(WritePolicy policy) {
    WritePlan plan = plan(wanted(), policy);
    PublishGate meanwhile = () -> write(standing(), WritePolicy.FAIL, 1);

    assertThatThrownBy(
            () -> backend().write(plan, bound(wanted(), 2), Execution.onCallingThread(), meanwhile))
        .isInstanceOf(TargetExistsException.class);
    assertThat(contents(A)).isEqualTo(elements(SMALL, 1).bytes());
  }

  @Test
  void whatChangesWhileAMergeIsWrittenIsNotLost() {
    write(standing(), WritePolicy.FAIL, 1);
    WritePlan plan = plan(wanted(), WritePolicy.MERGE);
    PublishGate meanwhile = () -> write(group("a", array(LARGE)), WritePolicy.MERGE, 3);

    assertThatThrownBy(
            () -> backend().write(plan, bound(wanted(), 2), Execution.onCallingThread(), meanwhile))
        .isInstanceOf(TargetExistsException.class)
        .hasMessageContaining("plan again");
    assertThat(contents(A)).isEqualTo(elements(LARGE, 3).bytes());
  }

  @ParameterizedTest
  @EnumSource(names = {"REPLACE", "MERGE"})
  void aGateDecidesBeforeAnythingIsPublished(WritePolicy policy) {
    write(standing(), WritePolicy.FAIL, 1);
    Snapshot before = Snapshot.of(place);
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger bytes = new AtomicInteger();
    WritePlan plan = plan(wanted(), policy);
    Execution execution =
        new Execution(
            Runnable::run,
            1,
            1 << 20,
            (array, elementBytes) -> bytes.addAndGet((int) elementBytes));
    PublishGate closed =
        () -> {
          asked.incrementAndGet();
          assertThat(bytes).as("all elements are written").hasValue((int) plan.elementBytes());
          assertThat(contents(A)).isEqualTo(elements(SMALL, 1).bytes());
          throw new InvalidHierarchyException("not good", new Report(Profile.SPEC, List.of()));
        };

    assertThatThrownBy(() -> backend().write(plan, bound(wanted(), 2), execution, closed))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessage("not good");
    assertThat(asked).hasValue(1);
    assertThat(Snapshot.of(place)).isEqualTo(before);
  }

  @Test
  void aGateKeepsANewHierarchyFromAppearing() {
    WritePlan plan = plan(standing(), WritePolicy.FAIL);
    PublishGate closed =
        () -> {
          throw new InvalidHierarchyException("not good", new Report(Profile.SPEC, List.of()));
        };

    assertThatThrownBy(
            () -> backend().write(plan, bound(standing(), 1), Execution.onCallingThread(), closed))
        .isInstanceOf(InvalidHierarchyException.class);
    assertThat(place).isEmptyDirectory();
  }

  private Location target() {
    return target(place, "h");
  }

  private WritePlan plan(NodeSpec hierarchy, WritePolicy policy) {
    return backend().plan(hierarchy, target(), policy);
  }

  private WritePlan write(NodeSpec hierarchy, WritePolicy policy, int seed) {
    WritePlan plan = plan(hierarchy, policy);
    backend().write(plan, bound(hierarchy, seed), Execution.onCallingThread());
    return plan;
  }

  private WritePlan writePyramid(Shape base, int seed) {
    return writePyramid(array(base), array(Shape.of(4, 3)), seed);
  }

  private WritePlan writePyramid(ArraySpec base, ArraySpec half, int seed) {
    GroupSpec pyramid = GroupSpec.builder().putMember("a", base).putMember("half", half).build();
    WritePlan plan = plan(pyramid, WritePolicy.MERGE);
    Map<NodePath, ArrayData> data =
        Map.of(
            A,
            new ArrayData.Pulled(ArraySource.of(elements(base.shape(), seed))),
            NodePath.parse("/half"),
            new ArrayData.Derived(A, MeanDownsampling.by(2, 2)));
    backend().write(plan, new BoundHierarchy(pyramid, data), Execution.onCallingThread());
    return plan;
  }

  private byte[] contents(NodePath path) {
    try (OpenHierarchy open = backend().open(target())) {
      ArraySource source = open.array(path);
      return ((BitsBlock) source.read(Region.all(source.shape()))).bytes();
    }
  }

  private static List<String> lines(WritePlan plan) {
    return plan.nodes().stream().map(node -> node.action() + " " + node.path()).toList();
  }
}
