package dev.espalier.model.tree;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkGrid;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.shape.Shape;
import java.util.List;
import java.util.Optional;

/** The facets of nodes as values that can be compared and shown. */
final class FacetValues {
  private FacetValues() {}

  /** What a node is in one facet, attributes and members aside; nothing where nothing is said. */
  static Optional<JsonValue> of(NodeSpec node, Facet facet) {
    if (node instanceof UnreadableSpec unreadable) {
      return facet == Facet.PROBLEM
          ? Optional.of(JsonValue.of(unreadable.message()))
          : Optional.empty();
    }
    return node instanceof ArraySpec array ? of(array, facet) : Optional.empty();
  }

  private static Optional<JsonValue> of(ArraySpec array, Facet facet) {
    return switch (facet) {
      case DATA_TYPE -> Optional.of(JsonValue.of(array.dataType().toString()));
      case SHAPE -> Optional.of(shape(array.shape()));
      case FILL_VALUE -> fillValue(array).map(FillValue::toJson);
      case DIMENSION_NAMES -> array.dimensionNames().map(FacetValues::names);
      case CHUNKS -> array.layout().chunkGrid().map(FacetValues::grid);
      case SHARDS -> array.layout().shardShape().map(FacetValues::shape);
      case CODECS -> array.layout().codecs().map(FacetValues::codecs);
      case CHUNK_KEY_ENCODING -> array.layout().chunkKeyEncoding().map(FacetValues::keys);
      case MEMBERS, KIND, PROBLEM, LAYOUT, ATTRIBUTES -> Optional.empty();
    };
  }

  /** A fill value that goes without saying is zero, where the type has one. */
  private static Optional<FillValue> fillValue(ArraySpec array) {
    boolean hasZero = array.dataType().isHandled();
    return array
        .fillValue()
        .or(() -> hasZero ? Optional.of(array.fillValueOrZero()) : Optional.empty());
  }

  private static JsonValue grid(ChunkGrid grid) {
    if (grid instanceof RegularGrid regular) {
      return shape(regular.chunkShape());
    }
    return JsonObject.builder()
        .put("name", grid.name())
        .put("configuration", grid.configuration())
        .build();
  }

  private static JsonValue codecs(List<CodecSpec> codecs) {
    return JsonArray.ofStrings(codecs.stream().map(CodecSpec::toString).toList());
  }

  private static JsonValue keys(ChunkKeyEncoding keys) {
    return JsonValue.of(keys.form().id() + " " + keys.separator().symbol());
  }

  private static JsonValue shape(Shape shape) {
    return JsonArray.ofLongs(shape.toArray());
  }

  private static JsonValue names(List<Optional<String>> names) {
    return new JsonArray(
        names.stream().map(n -> n.map(JsonValue::of).orElse(JsonNull.NULL)).toList());
  }
}
