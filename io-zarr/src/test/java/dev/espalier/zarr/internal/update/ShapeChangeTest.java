package dev.espalier.zarr.internal.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.stored.ChangeableArray;
import dev.espalier.testkit.store.FaultyStore;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However an array grows and shrinks, what is new in it holds the fill value. */
class ShapeChangeTest {
  private static final int STEPS = 40;

  static List<Standing> kinds() {
    return Standing.kinds().filter(kind -> kind.shape().rank() == 2).toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void changesOfEveryKindFollowEachOther(Standing kind) {
    MemoryStore store = kind.store();
    Model model = new Model(kind.shape(), Standing.FILL);
    Random random = new Random(17);
    try (ZarrChanges changes = kind.change(store)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);
      for (int i = 0; i < STEPS; i++) {
        Step.random(random, model.shape()).apply(array, model);

        assertThat(array.spec().shape()).isEqualTo(model.shape());
        assertThat(kind.read(store).shape()).isEqualTo(model.shape());
        assertThat(kind.read(store).bytes()).as("step %s", i).isEqualTo(model.bytes());
      }
    }
  }

  /** As if the process was killed after each single change of the store. */
  @ParameterizedTest
  @MethodSource("kinds")
  void aBrokenChangeLeavesTheOlderShapeOrTheNewerOne(Standing kind) {
    for (Step step : Step.ofEveryKind(kind.shape())) {
      MemoryStore store = kind.storeOnceLarger(Shape.of(8, 12));
      Model before = kind.read(store);
      Model after = before.copy();
      int needed = changesOf(kind, store, step, after);
      assertThat(needed).isPositive();
      for (int number = 0; number < needed; number++) {
        breakAfter(number, kind, store, step, List.of(before, after));
      }
    }
  }

  private static int changesOf(Standing kind, MemoryStore store, Step step, Model after) {
    FaultyStore counting = FaultyStore.over(Standing.copy(store));
    try (ZarrChanges changes = kind.change(counting)) {
      step.apply(changes.changeable(Standing.ARRAY), after);
    }
    return counting.changes();
  }

  private static void breakAfter(
      int number, Standing kind, MemoryStore store, Step step, List<Model> sides) {
    MemoryStore broken = Standing.copy(store);
    FaultyStore faulty = FaultyStore.over(broken).brokenAfter(number);
    try (ZarrChanges changes = kind.change(faulty)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);
      assertThatThrownBy(() -> step.apply(array, sides.get(0).copy()))
          .isInstanceOf(StorageException.class);
    }
    Model left = kind.read(broken);
    Model side = sides.stream().filter(m -> m.shape().equals(left.shape())).findFirst().get();
    assertThat(left.bytes()).as("%s broken after %s", step, number).isEqualTo(side.bytes());

    // Nothing that was left over comes to light later.
    Shape larger = Shape.of(left.shape().extent(0) + 9, left.shape().extent(1) + 9);
    Model later = side.copy();
    later.resize(larger);
    try (ZarrChanges changes = kind.change(broken)) {
      changes.changeable(Standing.ARRAY).resize(larger);
    }
    assertThat(kind.read(broken).bytes()).isEqualTo(later.bytes());
  }

  @Test
  void whatOthersLeftBeyondTheEdgeDoesNotComeToLight() {
    Standing kind = Standing.of("plain");
    Consumer<MemoryStore> leave =
        store -> {
          Standing.set(store, "a/c/0/2", "junkjunkjunk"); // holds columns 8 and 9, and two beyond
          Standing.set(store, "a/c/2/0", "junkjunkjunk"); // holds row 6, and two beyond
          Standing.set(store, "a/c/3/0", "junkjunkjunk"); // all of it beyond
          Standing.set(store, "a/c/40/40", "junkjunkjunk");
          Standing.set(store, "a/c/x/0", "somebody else's");
        };
    MemoryStore store = kind.store();
    leave.accept(store);
    Model model = kind.read(store);
    try (ZarrChanges changes = kind.change(store)) {
      changes.changeable(Standing.ARRAY).resize(Shape.of(12, 12));
    }
    model.resize(Shape.of(12, 12));
    assertThat(kind.read(store).bytes()).isEqualTo(model.bytes());
    assertThat(Standing.contents(store).keySet())
        .containsExactly("a/c/0/2", "a/c/2/0", "a/c/x/0", "a/zarr.json", "zarr.json");

    store = kind.store();
    leave.accept(store);
    model = kind.read(store);
    try (ZarrChanges changes = kind.change(store)) {
      Block rows = Model.block(new Random(4), Shape.of(4, 10), 0);
      changes.changeable(Standing.ARRAY).append(0, rows);
      model.resize(Shape.of(11, 10));
      model.write(Region.of(new long[] {7, 0}, Shape.of(4, 10)), rows);
    }
    assertThat(kind.read(store).bytes()).isEqualTo(model.bytes());
  }

  @Test
  void whatGetsSmallerLeavesNothingInTheStore() {
    Standing kind = Standing.of("plain");
    MemoryStore store = kind.store();
    try (ZarrChanges changes = kind.change(store)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);
      array.write(Region.all(kind.shape()), Model.block(new Random(9), kind.shape(), 7));
      array.resize(Shape.of(2, 5));
    }

    assertThat(Standing.contents(store).keySet())
        .containsExactly("a/c/0/0", "a/c/0/1", "a/zarr.json", "zarr.json");
    // What hangs over in a chunk of 3 by 4 elements holds the fill value.
    byte[] corner = Standing.bytes(store, "a/c/0/1");
    assertThat(corner).hasSize(12).endsWith(7, 7, 7, 7);
    assertThat(corner[1]).isEqualTo((byte) 7);
  }

  @Test
  void whatDoesNotFitIsRefusedAndNothingIsChanged() {
    Standing kind = Standing.of("plain");
    MemoryStore store = kind.store();
    try (ZarrChanges changes = kind.change(store)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);
      Block row = Model.block(new Random(1), Shape.of(1, 9), 7);

      assertThatThrownBy(() -> array.resize(Shape.of(1)))
          .isInstanceOf(RequestException.class)
          .hasMessage("store: /a: the shape is [7, 10]; it cannot become [1]");
      assertThatThrownBy(() -> array.append(0, row))
          .isInstanceOf(RequestException.class)
          .hasMessage(
              "store: /a: elements of shape [1, 9] cannot be appended along dimension 0 to shape"
                  + " [7, 10]");
      assertThatThrownBy(() -> array.append(2, row))
          .isInstanceOf(RequestException.class)
          .hasMessage("store: /a: there is no dimension 2; the shape is [7, 10]");
    }
    assertThat(Standing.contents(store)).hasSize(2);
  }

  @Test
  void whoeverChangedTheArrayMeanwhileIsNotUndone() {
    Standing kind = Standing.of("plain");
    MemoryStore store = kind.store();
    try (ZarrChanges changes = kind.change(store)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);
      try (ZarrChanges others = kind.change(store)) {
        others.changeable(Standing.ARRAY).resize(Shape.of(9, 9));
      }

      assertThatThrownBy(() -> array.resize(Shape.of(8, 8)))
          .isInstanceOf(RequestException.class)
          .hasMessage(
              "store: /a: others changed the array since the hierarchy was opened: its shape was"
                  + " [7, 10] and is [9, 9]; open it again");
    }
  }
}
