package dev.espalier.zarr.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.espalier.model.data.BinaryBlock;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A chain for each codec that there is, and for each of its ways to work: what fuzz tests decode
 * with.
 *
 * @param type the data type of chunks
 * @param codecs the chain
 * @param lossless whether what was decoded is found again after it has been encoded
 */
record FuzzedCodecs(DataType type, String codecs, boolean lossless) {
  static final Shape SHAPE = Shape.of(2, 3, 4);

  private static final String LITTLE = "{'name':'bytes','configuration':{'endian':'little'}}";
  private static final String BIG = "{'name':'bytes','configuration':{'endian':'big'}}";

  /** All of them. Add new ones at the end: inputs that are kept count on the order. */
  static List<FuzzedCodecs> all() {
    List<FuzzedCodecs> all = new ArrayList<>();
    toBytes(all);
    onBytes(all);
    onElements(all);
    return all;
  }

  private static void toBytes(List<FuzzedCodecs> all) {
    all.add(lossless("int16", LITTLE));
    all.add(lossless("complex64", BIG));
    all.add(lossless("string", "'vlen-utf8'"));
    all.add(lossless("bytes", "'vlen-bytes'"));
    all.add(lossless("uint16", codec("packbits", "'last_bit':11,'padding_encoding':'first_byte'")));
    all.add(lossless("bool", codec("packbits", "'padding_encoding':'last_byte'")));
    all.add(lossless("int4", codec("packbits", "")));
    all.add(
        lossless(
            "uint8",
            codec(
                "sharding_indexed",
                "'chunk_shape':[1,3,2],'codecs':['bytes',"
                    + codec("gzip", "'level':1")
                    + "],'index_codecs':["
                    + LITTLE
                    + ",'crc32c']")));
    all.add(
        lossless(
            "string",
            codec(
                "sharding_indexed",
                "'chunk_shape':[1,3,2],'codecs':['vlen-utf8'],'index_codecs':[" + LITTLE + "]")));
    all.add(
        lossless(
            "int16",
            codec(
                "n5_default",
                "'codecs':["
                    + codec("transpose", "'order':[2,1,0]")
                    + ","
                    + BIG
                    + ","
                    + codec("gzip", "'level':1")
                    + "]")));
    all.add(lossy("string", codec("zarr2.json2", "")));
    all.add(lossless("int32", codec("zarr2.bytes", "'counts':[1,2],'sizes':[2,1]")));
  }

  private static void onBytes(List<FuzzedCodecs> all) {
    for (String codec :
        List.of(
            codec("gzip", "'level':1"),
            codec("zstd", "'level':1,'checksum':true"),
            codec("crc32c", ""),
            codec(
                "blosc", "'cname':'lz4','clevel':5,'shuffle':'shuffle','typesize':2,'blocksize':0"),
            codec(
                "blosc",
                "'cname':'blosclz','clevel':5,'shuffle':'bitshuffle','typesize':2,'blocksize':16"),
            codec(
                "blosc",
                "'cname':'zlib','clevel':1,'shuffle':'noshuffle','typesize':2,'blocksize':16"),
            codec(
                "blosc",
                "'cname':'zstd','clevel':1,'shuffle':'noshuffle','typesize':2,'blocksize':0"),
            codec("numcodecs.blosc", ""),
            codec("numcodecs.zstd", ""),
            codec("numcodecs.gzip", ""),
            codec("numcodecs.zlib", ""),
            codec("numcodecs.bz2", ""),
            codec("numcodecs.lz4", ""),
            codec("numcodecs.lzma", ""),
            codec("numcodecs.lzma", "'format':2"),
            codec(
                "numcodecs.lzma", "'format':3,'filters':[{'id':3,'dist':2},{'id':33,'preset':1}]"),
            codec("numcodecs.lzma", "'format':3,'filters':[{'id':4},{'id':4611686018427387905}]"),
            codec("numcodecs.shuffle", "'elementsize':2"),
            codec("numcodecs.adler32", ""),
            codec("numcodecs.crc32", "'location':'end'"),
            codec("numcodecs.crc32c", "'location':'start'"),
            codec("numcodecs.fletcher32", ""),
            codec("numcodecs.jenkins_lookup3", "'initval':5,'prefix':null"))) {
      all.add(lossless("int16", LITTLE + "," + codec));
    }
  }

  private static void onElements(List<FuzzedCodecs> all) {
    all.add(lossless("int16", codec("transpose", "'order':[2,0,1]") + "," + LITTLE));
    all.add(lossless("int16", codec("reshape", "'shape':[[0,1],-1]") + "," + LITTLE));
    all.add(lossless("int16", codec("zarrs.squeeze", "") + "," + LITTLE));
    all.add(lossless("int64", codec("numcodecs.delta", "'dtype':'<i8'") + "," + LITTLE));
    all.add(
        lossy("float32", codec("numcodecs.delta", "'dtype':'<f4','astype':'<f8'") + "," + LITTLE));
    all.add(lossless("bool", codec("numcodecs.packbits", "") + ",'bytes'"));
    for (String codec :
        List.of(
            codec("bitround", "'keepbits':3"),
            codec("numcodecs.bitround", "'keepbits':3"),
            codec(
                "cast_value",
                "'data_type':'int8','out_of_range':'clamp','scalar_map':{'encode':[['NaN',-1]],'decode':[[-1,'NaN']]}"),
            codec("cast_value", "'data_type':'float16','rounding':'towards-zero'"),
            codec("scale_offset", "'offset':3,'scale':0.1"),
            codec("numcodecs.astype", "'encode_dtype':'<i2','decode_dtype':'<f4'"),
            codec(
                "numcodecs.fixedscaleoffset",
                "'dtype':'<f4','astype':'<i2','scale':10,'offset':-1"),
            codec("numcodecs.quantize", "'dtype':'<f4','digits':2"))) {
      all.add(lossy("float32", codec + "," + LITTLE));
    }
    all.add(
        lossy(
            "int16",
            codec("cast_value", "'data_type':'uint64','out_of_range':'wrap'") + "," + LITTLE));
    all.add(lossy("uint64", codec("scale_offset", "'offset':0,'scale':3") + "," + LITTLE));
  }

  CodecPipeline bind() {
    return Pipelines.bind(type, SHAPE, "[" + codecs + "]");
  }

  /** A chunk that they encode. */
  Block chunk() {
    Block chunk = Block.allocate(type, SHAPE);
    if (chunk instanceof TextBlock texts) {
      Arrays.setAll(texts.texts(), i -> "é🎉a".repeat(i % 3));
    } else if (chunk instanceof BinaryBlock values) {
      Arrays.setAll(values.values(), i -> new byte[i % 3]);
    } else {
      BitsBlock bits = (BitsBlock) chunk;
      for (int at = 0; at < bits.length(); at += bits.elementSize()) {
        bits.bytes()[at] = (byte) (type.id().equals("bool") ? 1 : at % 5);
      }
    }
    return chunk;
  }

  /** That chunk, encoded; of the codec that only reads, what NumCodecs would have written. */
  byte[] encodedChunk() {
    return codecs.contains("json2")
        ? ("[" + "\"a\", ".repeat((int) SHAPE.elementCount()) + "\"|O\", [2, 3, 4]]")
            .getBytes(UTF_8)
        : Pipelines.encode(bind(), chunk());
  }

  private static FuzzedCodecs lossless(String type, String codecs) {
    return new FuzzedCodecs(DataType.named(type), codecs, true);
  }

  private static FuzzedCodecs lossy(String type, String codecs) {
    return new FuzzedCodecs(DataType.named(type), codecs, false);
  }

  private static String codec(String name, String parameters) {
    return "{'name':'" + name + "','configuration':{" + parameters + "}}";
  }
}
