package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.json.JsonReader;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Pipelines from JSON, and chunks to run through them. */
final class Pipelines {
  static final CodecRegistry CODECS = CodecRegistry.builtIn();

  private Pipelines() {}

  static List<CodecSpec> specs(String codecs) {
    return specs(JsonReader.parse(codecs.replace('\'', '"')));
  }

  static List<CodecSpec> specs(JsonValue codecs) {
    JsonObject document = JsonObject.of("codecs", codecs);
    CodecDeclaration any =
        CodecDeclaration.of("test", "A list.", Field.required("codecs", CodecList.DECLARED));
    return CodecList.read(CodecConfiguration.of(any, new CodecSpec("test", document), 1), "codecs");
  }

  static CodecPipeline bind(DataType type, Shape shape, String codecs) {
    return bind(new ChunkRepresentation(type, shape, FillValue.zero(type)), codecs);
  }

  static CodecPipeline bind(ChunkRepresentation chunk, String codecs) {
    return CodecPipeline.bind(specs(codecs), chunk, CODECS);
  }

  static CodecPipeline bindShorts(String codecs, long... shape) {
    return bind(CoreType.UINT16, Shape.of(shape), codecs);
  }

  /** Random bits: of floats that includes payloads of NaN, subnormals and negative zeros. */
  static BitsBlock randomBits(DataType type, Shape shape, long seed) {
    BitsBlock block = (BitsBlock) Block.allocate(type, shape);
    Random random = new Random(seed);
    byte[] bytes = block.bytes();
    random.nextBytes(bytes);
    int size = block.elementSize();
    for (int at = 0; at < block.length(); at += size) {
      switch (random.nextInt(6)) {
        case 0 -> Arrays.fill(bytes, at, at + size, (byte) 0);
        case 1 -> {
          Arrays.fill(bytes, at, at + size, (byte) 0);
          bytes[at + size - 1] = (byte) 0x80; // a negative zero, where elements are floats
        }
        case 2 -> {
          bytes[at + size - 1] = (byte) 0x7f; // a NaN with a payload, or a large number
          if (size > 1) {
            bytes[at + size - 2] = (byte) 0xf1;
          }
        }
        default -> {}
      }
    }
    return block;
  }

  /** Numbers that compress, with boxes of zeros. */
  static BitsBlock patches(Shape shape, long seed) {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT16, shape);
    Random random = new Random(seed);
    byte[] bytes = block.bytes();
    for (int at = 0; at < block.length(); at++) {
      bytes[at] = (byte) (at / 32 % 3 == 0 ? 0 : random.nextInt(4));
    }
    return block;
  }

  static byte[] bytesOf(Block block) {
    BitsBlock bits = (BitsBlock) block;
    return Arrays.copyOf(bits.bytes(), bits.length());
  }

  static byte[] bytesOf(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  static byte[] encode(CodecPipeline pipeline, Block chunk) {
    try (ChunkCoder coder = pipeline.newCoder()) {
      return bytesOf(coder.encode(chunk).orElseThrow());
    }
  }

  static Block decode(CodecPipeline pipeline, byte[] encoded) {
    ChunkRepresentation chunk = pipeline.representation();
    Block block = Block.allocate(chunk.type(), chunk.shape());
    try (ChunkCoder coder = pipeline.newCoder()) {
      coder.decode(ByteSource.of(encoded), block);
    }
    return block;
  }

  static Object contentOf(Block block) {
    return block instanceof TextBlock texts ? texts.texts() : bytesOf(block);
  }
}
