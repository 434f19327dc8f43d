package dev.espalier.zarr;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.convention.Conventions;
import dev.espalier.model.convention.Migrated;
import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.hierarchy.Espalier;
import dev.espalier.model.hierarchy.Hierarchy;
import dev.espalier.model.hierarchy.Planned;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.match.MatchedNode;
import dev.espalier.model.migration.Migration;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Backend;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.Recognition;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.work.Execution;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three verbs, over a format that is really there. */
class EspalierTest {
  private static final SchemaConvention V1 = new SchemaConvention(gauge("1.0", "data"));
  private static final SchemaConvention V2 =
      new SchemaConvention(gauge("2.0", "level")) {
        @Override
        public List<Migration> migrations() {
          return List.of(
              Migration.between(
                  "1.0",
                  "2.0",
                  node -> node.renameMember("/data", "level").setAttribute("/version", "2.0")));
        }
      };
  private static final Espalier ESPALIER =
      new Espalier(new Backends(List.of(new ZarrBackend())), new Conventions(List.of(V1, V2)));

  @TempDir Path directory;

  private static Schema gauge(String version, String member) {
    return convention("example:gauge", version)
        .probe("/version", version)
        .root(
            group()
                .attribute("station", string())
                .member(
                    member,
                    array().types("uint8").dimensions("time").preferChunks("2").strictlyRising()))
        .build();
  }

  @Test
  void whatCannotBeReadToItsEndIsClosed() {
    AtomicInteger closed = new AtomicInteger();
    OpenHierarchy interrupted =
        (OpenHierarchy)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {OpenHierarchy.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("close")) {
                    closed.incrementAndGet();
                    throw new StorageException(
                        Access.READ, "cannot be closed", new IOException("x"));
                  }
                  throw new CancelledException("interrupted");
                });
    Backend backend =
        new Backend() {
          @Override
          public String id() {
            return "interrupted";
          }

          @Override
          public Recognition recognise(Location location) {
            return Recognition.RECOGNISED;
          }

          @Override
          public OpenHierarchy open(Location location) {
            return interrupted;
          }
        };
    Espalier espalier = new Espalier(new Backends(List.of(backend)), new Conventions(List.of()));

    assertThatThrownBy(() -> espalier.open(new Location("here")))
        .isInstanceOf(CancelledException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(closed).hasValue(1);
  }

  @Test
  void whatIsPlannedAndAppliedCanBeOpenedAndRead() {
    Location target = target("gauge.zarr");
    ESPALIER
        .plan(gauge("1.0", "data", 1, 2, 5), target, WritePolicy.FAIL)
        .throwIfInvalid()
        .apply(Execution.onCallingThread());

    try (Hierarchy hierarchy = ESPALIER.open(target)) {
      assertThat(hierarchy.location()).isEqualTo(target);
      assertThat(hierarchy.declarations()).containsOnlyKeys(NodePath.root());
      assertThat(hierarchy.as(V1).node().flatMap(node -> node.member("data")))
          .map(MatchedNode::path)
          .contains(NodePath.parse("/data"));
      assertThat(bytes(hierarchy.array("/data"))).containsExactly(1, 2, 5);
    }
    assertThat(ESPALIER.validate(target, V1, Profile.STRICT).findings()).isEmpty();
    assertThat(ESPALIER.validate(target, Profile.SPEC).isValid()).isTrue();
  }

  @Test
  void wishesOfTheConventionAreWrittenWhereNothingElseIsSaid() {
    Planned planned =
        ESPALIER.plan(gauge("1.0", "data", 1, 2, 5), target("gauge.zarr"), WritePolicy.FAIL);
    assertThat(planned.hierarchy().root().findArray(NodePath.parse("/data")))
        .flatMap(array -> array.layout().chunkShape())
        .contains(Shape.of(2));
    assertThat(planned.nodes()).extracting(node -> node.path().toString()).contains("/", "/data");
    assertThat(planned.plan()).isPresent();
    assertThat(planned.report().findings()).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsSaidBeforeAnythingIsWritten() {
    Location target = target("gauge.zarr");
    BoundHierarchy wrong = new BoundHierarchy(GroupSpec.empty(), Map.of());
    Planned planned = ESPALIER.plan(wrong, V1, target, WritePolicy.FAIL);

    assertThat(planned.report().findings())
        .extracting(finding -> finding.rule().id())
        .containsExactly("attribute.missing", "member.missing");
    assertThatThrownBy(() -> planned.apply(Execution.onCallingThread()))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessage(
            """
            the hierarchy is not valid, so nothing was written
              /: / has no attribute "station"
              /: / has no member "data\"""");
    assertThat(Files.exists(directory.resolve("gauge.zarr"))).isFalse();
    assertThat(ESPALIER.validate(GroupSpec.empty(), V1, Profile.SPEC).findings()).hasSize(2);
  }

  @Test
  void elementsThatBreakARuleAreNotPublished() {
    Planned planned =
        ESPALIER.plan(gauge("1.0", "data", 1, 5, 2), target("gauge.zarr"), WritePolicy.FAIL);
    assertThat(planned.throwIfInvalid().report().isValid()).isTrue();
    assertThatThrownBy(() -> planned.apply(Execution.onCallingThread()))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessageStartingWith("elements break rules, so nothing was published\n  /data: ");
    assertThat(Files.exists(directory.resolve("gauge.zarr"))).isFalse();
  }

  @Test
  void anOlderVersionIsMigratedWithItsElements() {
    Location old = target("old.zarr");
    Location young = target("young.zarr");
    ESPALIER
        .plan(gauge("1.0", "data", 1, 2, 5), old, WritePolicy.FAIL)
        .apply(Execution.onCallingThread());

    try (Hierarchy hierarchy = ESPALIER.open(old)) {
      Migrated migrated = hierarchy.migrate("example:gauge@2.0");
      assertThat(migrated.findings()).isEmpty();
      Report written =
          ESPALIER
              .plan(hierarchy.bind(migrated), young, WritePolicy.FAIL)
              .apply(Execution.onCallingThread());
      assertThat(written.findings()).extracting(Finding::message).isEmpty();
    }
    try (Hierarchy hierarchy = ESPALIER.open(young)) {
      assertThat(hierarchy.validate(V2, Profile.STRICT).findings()).isEmpty();
      assertThat(bytes(hierarchy.array("/level"))).containsExactly(1, 2, 5);
    }
  }

  @Test
  void anOpenHierarchyCanBeWrittenElsewhere() {
    Location first = target("first.zarr");
    Location second = target("second.zarr");
    ESPALIER
        .plan(gauge("1.0", "data", 1, 2, 5), first, WritePolicy.FAIL)
        .apply(Execution.onCallingThread());
    try (Hierarchy hierarchy = ESPALIER.open(first)) {
      ESPALIER
          .plan(hierarchy.bound(), V1, second, WritePolicy.FAIL)
          .apply(Execution.onCallingThread());
    }
    try (Hierarchy copy = ESPALIER.open(second)) {
      assertThat(copy.validate(Profile.STRICT).findings()).isEmpty();
      assertThat(bytes(copy.array("/data"))).containsExactly(1, 2, 5);
    }
  }

  @Test
  void aFormatThatCanBeWrittenIsNeeded() {
    Espalier nothing = new Espalier(new Backends(List.of()), ESPALIER.conventions());
    BoundHierarchy empty = new BoundHierarchy(GroupSpec.empty(), Map.of());
    assertThatThrownBy(() -> nothing.plan(empty, target("x"), WritePolicy.FAIL))
        .hasMessage("no format at hand can be written");
    assertThat(ESPALIER.writing("zarr").backends()).isEqualTo(ESPALIER.backends());
    assertThat(Espalier.load().backends().all()).hasAtLeastOneElementOfType(ZarrBackend.class);
  }

  @Test
  void zarr3IsWrittenUnlessZarr2IsAskedForAndBothAreRead() {
    Espalier both =
        new Espalier(
            new Backends(List.of(new ZarrBackend(), new Zarr2Backend())), ESPALIER.conventions());
    both.plan(gauge("1.0", "data", 1, 2, 5), target("three.zarr"), WritePolicy.FAIL)
        .apply(Execution.onCallingThread());
    both.writing("zarr2")
        .plan(gauge("1.0", "data", 1, 2, 5), target("two.zarr"), WritePolicy.FAIL)
        .apply(Execution.onCallingThread());

    assertThat(directory.resolve("three.zarr/zarr.json")).exists();
    assertThat(directory.resolve("two.zarr/.zgroup")).exists();
    for (String name : List.of("three.zarr", "two.zarr")) {
      try (Hierarchy read = both.writing("zarr").open(target(name))) {
        assertThat(bytes(read.array("/data"))).containsExactly(1, 2, 5);
      }
    }
  }

  private Location target(String name) {
    return Location.of(directory.resolve(name));
  }

  private static BoundHierarchy gauge(String version, String member, int... levels) {
    byte[] bytes = new byte[levels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) levels[i];
    }
    Shape shape = Shape.of(bytes.length);
    GroupSpec root =
        GroupSpec.builder()
            .attributes(
                Attributes.of(
                    JsonObject.builder().put("station", "Pegel").put("version", version).build()))
            .putMember(member, ArraySpec.builder().dataType(CoreType.UINT8).shape(shape).build())
            .build();
    ArraySource source = ArraySource.of(BitsBlock.over(CoreType.UINT8, shape, bytes));
    return new BoundHierarchy(
        root, Map.of(NodePath.root().child(member), new ArrayData.Pulled(source)));
  }

  private static byte[] bytes(ArraySource source) {
    return ((BitsBlock) source.read(Region.all(source.shape()))).bytes();
  }
}
