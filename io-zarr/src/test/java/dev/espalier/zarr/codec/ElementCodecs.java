package dev.espalier.zarr.codec;

import dev.espalier.json.JsonReader;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.ElementForm;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.ArrayList;
import java.util.List;

/** Chunks of numbers written as JSON, and what codecs from chunks to chunks make of them. */
final class ElementCodecs {
  static final String BYTES = "{'name':'bytes','configuration':{'endian':'little'}}";

  private ElementCodecs() {}

  /** A pipeline of one codec and {@code bytes}, for chunks of a few elements with that fill. */
  static CodecPipeline bind(String type, String fill, int count, String name, String parameters) {
    DataType dataType = DataType.named(type);
    ChunkRepresentation chunk =
        new ChunkRepresentation(
            dataType,
            Shape.of(count),
            FillValue.parse(dataType, JsonReader.parse(fill.replace('\'', '"'))));
    return Pipelines.bind(chunk, "[" + codec(name, parameters) + "," + BYTES + "]");
  }

  static CodecPipeline bind(String type, int count, String name, String parameters) {
    return bind(type, "0", count, name, parameters);
  }

  static String codec(String name, String parameters) {
    return "{'name':'" + name + "','configuration':" + parameters + "}";
  }

  /** Encodes elements, given and returned as a JSON list. */
  static String encode(String type, String elements, String name, String parameters) {
    BitsBlock chunk = block(DataType.named(type), elements);
    CodecPipeline pipeline = bind(type, chunk.length() / chunk.elementSize(), name, parameters);
    // Not by encode, which stores no chunk that is all fill value.
    return text(encoded(pipeline, chunk));
  }

  /** Decodes elements, given and returned as a JSON list. */
  static String decode(String type, String encoded, String name, String parameters) {
    int count = ((JsonArray) JsonReader.parse(encoded.replace('\'', '"'))).size();
    CodecPipeline pipeline = bind(type, count, name, parameters);
    return text(decoded(pipeline, block(last(pipeline).type(), encoded)));
  }

  /** What the codecs from chunks to chunks give. */
  static BitsBlock encoded(CodecPipeline pipeline, Block chunk) {
    return (BitsBlock) new ArrayChain(pipeline).encode(chunk);
  }

  static BitsBlock decoded(CodecPipeline pipeline, BitsBlock encoded) {
    ChunkRepresentation chunk = pipeline.representation();
    BitsBlock into = (BitsBlock) Block.allocate(chunk.type(), chunk.shape());
    new ArrayChain(pipeline).decode(encoded, into);
    return into;
  }

  /** What the last codec from chunks to chunks gives. */
  static ChunkRepresentation last(CodecPipeline pipeline) {
    List<CodecPipeline.ArrayStep> steps = pipeline.arraySteps();
    return steps.get(steps.size() - 1).codec().encoded();
  }

  static BitsBlock block(DataType type, String elements) {
    JsonArray list = (JsonArray) JsonReader.parse(elements.replace('\'', '"'));
    BitsBlock block = (BitsBlock) Block.allocate(type, Shape.of(list.size()));
    for (int i = 0; i < list.size(); i++) {
      BitsFill element = (BitsFill) FillValue.parse(type, list.elements().get(i));
      element.copyTo(block.bytes(), i * block.elementSize());
    }
    return block;
  }

  static String text(BitsBlock block) {
    List<JsonValue> elements = new ArrayList<>();
    for (int at = 0; at < block.length(); at += block.elementSize()) {
      elements.add(ElementForm.toJson(block.dataType(), block.bytes(), at));
    }
    return new JsonArray(elements).toString().replace('"', '\'');
  }
}
