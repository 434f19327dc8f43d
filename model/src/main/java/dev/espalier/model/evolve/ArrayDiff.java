package dev.espalier.model.evolve;

import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.RawBits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares what an array had to be with what it has to be. */
final class ArrayDiff {
  /**
   * A raw type of a width that no schema names, so that only the word for all of them covers it.
   */
  private static final DataType ODD = new RawBits(8 * 104_729);

  private ArrayDiff() {}

  static void compare(
      Comparison comparison, Spot spot, NodeSchema.Array older, NodeSchema.Array newer) {
    comparison
        .symbols()
        .open(
            spot,
            UsedSymbols.of(comparison.older(), older),
            UsedSymbols.of(comparison.newer(), newer));
    comparison.text(spot, older.text(), newer.text());
    comparison.rule(spot, "being an array", older.rule(), newer.rule());
    ValueDiff.attributes(comparison, spot, older.attributes(), newer.attributes());
    types(comparison, spot, older.dataTypes(), newer.dataTypes());
    DimensionDiff.compare(comparison, spot, older.dimensions(), newer.dimensions());
    fillValue(comparison, spot, older, newer);
    layout(comparison, spot, older.layout(), newer.layout());
    ElementDiff.compare(comparison, spot, older.elements(), newer.elements());
    NodeRuleDiff.compare(comparison, spot, older.rules(), newer.rules());
    comparison.symbols().close();
  }

  private static void types(Comparison comparison, Spot spot, DataTypes older, DataTypes newer) {
    comparison.rule(spot, "the data type", older.rule(), newer.rule());
    if (older.names().equals(newer.names())) {
      return;
    }
    List<DataType> known = known(older, newer);
    boolean fewer =
        (older.names().isEmpty() && !newer.names().isEmpty())
            || known.stream().anyMatch(type -> older.contains(type) && !newer.contains(type));
    boolean more =
        (newer.names().isEmpty() && !older.names().isEmpty())
            || known.stream().anyMatch(type -> newer.contains(type) && !older.contains(type));
    String change = "data types: " + older + " became " + newer;
    if (fewer) {
      comparison.narrowed(spot, change, newer.rule());
    } else if (more) {
      comparison.widened(spot, change, older.rule());
    }
  }

  /** All data types that one of two sets may hold and the other not. */
  static List<DataType> known(DataTypes one, DataTypes other) {
    List<DataType> known = new ArrayList<>(List.of(CoreType.values()));
    known.add(ODD);
    one.names().forEach(name -> known.add(DataType.named(name)));
    other.names().forEach(name -> known.add(DataType.named(name)));
    return known;
  }

  private static void fillValue(
      Comparison comparison, Spot spot, NodeSchema.Array older, NodeSchema.Array newer) {
    if (older.fillValue().equals(newer.fillValue())) {
      return;
    }
    if (newer.fillValue().isPresent()) {
      comparison.narrowed(
          spot,
          "the fill value has to be " + newer.fillValue().get().toJson(),
          CoreRules.ARRAY_FILL_VALUE);
    } else {
      comparison.widened(spot, "the fill value is free", CoreRules.ARRAY_FILL_VALUE);
    }
  }

  private static void layout(
      Comparison comparison, Spot spot, LayoutSchema older, LayoutSchema newer) {
    wish(comparison, spot, "chunks", tiles(older.chunks()), tiles(newer.chunks()));
    wish(comparison, spot, "shards", tiles(older.shards()), tiles(newer.shards()));
    wish(comparison, spot, "codecs", codecs(older.codecs()), codecs(newer.codecs()));
  }

  /** A wish about the layout: what is wished for, and whether it is a requirement. */
  private record Wish(Object content, boolean must) {}

  private static Optional<Wish> tiles(Optional<LayoutSchema.Tiles> tiles) {
    return tiles.map(
        t -> new Wish(List.of(t.extents(), t.rule()), t.hard() && Comparison.isMust(t.rule())));
  }

  private static Optional<Wish> codecs(Optional<LayoutSchema.Codecs> codecs) {
    return codecs.map(
        c -> new Wish(List.of(c.chain(), c.rule()), c.hard() && Comparison.isMust(c.rule())));
  }

  private static void wish(
      Comparison comparison, Spot spot, String what, Optional<Wish> older, Optional<Wish> newer) {
    if (older.equals(newer)) {
      return;
    }
    Function<Optional<Wish>, Boolean> must = wish -> wish.filter(Wish::must).isPresent();
    if (must.apply(newer) && !(must.apply(older) && isSame(older, newer))) {
      comparison.breaking(spot, "demanded " + what + " changed", "old data may have others");
    } else if (must.apply(older) && !must.apply(newer)) {
      comparison.widening(
          spot, what + " are demanded no more", "readers of the older version rely on them");
    } else {
      comparison.compatible(spot, "wishes for " + what + " changed", "no reader relies on wishes");
    }
  }

  private static boolean isSame(Optional<Wish> older, Optional<Wish> newer) {
    return older.map(Wish::content).equals(newer.map(Wish::content));
  }
}
