package dev.espalier.zarr.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.model.type.FixedLengthType;
import dev.espalier.model.type.FixedLengthType.Form;
import dev.espalier.model.type.NarrowType;
import dev.espalier.model.type.RawBits;
import dev.espalier.model.type.StructType;
import dev.espalier.model.type.StructType.Field;
import dev.espalier.model.type.TimeType;
import dev.espalier.model.type.TimeType.Kind;
import dev.espalier.model.type.TimeType.Unit;
import dev.espalier.zarr.v2.Zarr2Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultCodecsTest {
  private static final String LITTLE = "bytes{\"endian\":\"little\"}";
  private static final String ZSTD = "zstd{\"level\":3}";

  /** How many bytes are sorted by their place for each type, or 0 where nothing is sorted. */
  private static final Map<DataType, Integer> SORTED = sorted();

  private static Map<DataType, Integer> sorted() {
    Map<DataType, Integer> sorted = new LinkedHashMap<>();
    sorted.put(CoreType.BOOL, 0);
    sorted.put(CoreType.INT8, 0);
    sorted.put(CoreType.UINT8, 0);
    sorted.put(CoreType.INT16, 2);
    sorted.put(CoreType.UINT16, 2);
    sorted.put(CoreType.FLOAT16, 2);
    sorted.put(CoreType.INT32, 4);
    sorted.put(CoreType.UINT32, 4);
    sorted.put(CoreType.FLOAT32, 4);
    sorted.put(CoreType.INT64, 8);
    sorted.put(CoreType.UINT64, 8);
    sorted.put(CoreType.FLOAT64, 8);
    sorted.put(CoreType.COMPLEX64, 8);
    sorted.put(CoreType.COMPLEX128, 16);
    for (NarrowType type : NarrowType.values()) {
      sorted.put(type, 0);
    }
    sorted.put(NarrowType.BFLOAT16, 2);
    sorted.put(NarrowType.COMPLEX_BFLOAT16, 4);
    sorted.put(NarrowType.COMPLEX_FLOAT16, 4);
    sorted.put(new TimeType(Kind.POINT, Unit.NANOSECOND, 1), 8);
    sorted.put(new TimeType(Kind.SPAN, Unit.DAY, 10), 8);
    sorted.put(new RawBits(8), 0);
    sorted.put(new RawBits(16), 0);
    sorted.put(new RawBits(24), 0);
    sorted.put(new FixedLengthType(Form.RAW, 4), 0);
    sorted.put(new FixedLengthType(Form.NULL_TERMINATED, 8), 0);
    // Characters are numbers of four bytes, most of which are zero, however many make a text.
    sorted.put(new FixedLengthType(Form.UTF32, 4), 4);
    sorted.put(new FixedLengthType(Form.UTF32, 400), 4);
    sorted.put(struct(CoreType.INT64, CoreType.FLOAT32, CoreType.UINT8), 13);
    sorted.put(struct(struct(CoreType.UINT8, CoreType.INT16), CoreType.UINT8), 4);
    sorted.put(struct(CoreType.UINT8, CoreType.UINT8, new RawBits(16)), 0);
    // Blosc knows elements of 255 bytes at most.
    sorted.put(struct(CoreType.INT64, new RawBits(8 * 247)), 255);
    sorted.put(struct(CoreType.INT64, new RawBits(8 * 248)), 0);
    return sorted;
  }

  static Stream<Arguments> sortedTypes() {
    return SORTED.entrySet().stream().map(row -> Arguments.of(row.getKey(), (int) row.getValue()));
  }

  @ParameterizedTest
  @MethodSource("sortedTypes")
  void numbersOfSeveralBytesAreSortedBeforeTheyAreCompressed(DataType type, int size) {
    String bytes = type.hasByteOrder() ? LITTLE : "bytes";
    String blosc =
        "blosc{\"cname\":\"zstd\",\"clevel\":2,\"shuffle\":\"shuffle\",\"typesize\":"
            + size
            + ",\"blocksize\":0}";

    assertThat(DefaultCodecs.of(type))
        .hasToString("[" + bytes + ", " + (size == 0 ? zstd(type) : blosc) + "]");
  }

  private static String zstd(DataType type) {
    return type == CoreType.INT8 || type == CoreType.UINT8 ? "zstd{\"level\":1}" : ZSTD;
  }

  @Test
  void everyTypeIsInTheTable() {
    List<DataType> known = new ArrayList<>(List.of(CoreType.values()));
    known.addAll(List.of(NarrowType.values()));

    assertThat(SORTED.keySet()).containsAll(known);
    assertThat(
            Stream.of(DataType.class.getPermittedSubclasses())
                .filter(c -> !c.equals(ExtensionType.class)))
        .allMatch(kind -> SORTED.keySet().stream().anyMatch(kind::isInstance));
  }

  @Test
  void whatDiffersInLengthIsCompressedAsItIs() {
    assertThat(DefaultCodecs.of(ExtensionType.STRING)).hasToString("[vlen-utf8, " + ZSTD + "]");
    assertThat(DefaultCodecs.of(ExtensionType.BYTES)).hasToString("[vlen-bytes, " + ZSTD + "]");
  }

  @Test
  void zarr2HasThemAsItsCompressor() {
    String blosc =
        "{\"id\":\"blosc\",\"cname\":\"zstd\",\"clevel\":2,\"shuffle\":1,\"blocksize\":0}";
    String zstd = "{\"id\":\"zstd\",\"level\":3}";
    assertThat(compressor(CoreType.INT16)).isEqualTo(blosc);
    assertThat(compressor(CoreType.COMPLEX128)).isEqualTo(blosc);
    assertThat(compressor(struct(CoreType.INT64, CoreType.UINT8))).isEqualTo(blosc);
    assertThat(compressor(new FixedLengthType(Form.UTF32, 12))).isEqualTo(blosc);
    assertThat(compressor(new FixedLengthType(Form.UTF32, 400))).isEqualTo(blosc);
    assertThat(compressor(CoreType.UINT8)).isEqualTo("{\"id\":\"zstd\",\"level\":1}");
    assertThat(compressor(CoreType.BOOL)).isEqualTo(zstd);
    assertThat(compressor(struct(CoreType.INT64, new RawBits(8 * 248)))).isEqualTo(zstd);
    assertThat(compressor(ExtensionType.STRING)).isEqualTo(zstd);
  }

  private static String compressor(DataType type) {
    Layout layout =
        Layout.builder()
            .chunkShape(Shape.of(2))
            .codecs(DefaultCodecs.of(type))
            .chunkKeyEncoding(
                new ChunkKeyEncoding(ChunkKeyEncoding.Form.V2, ChunkKeyEncoding.Separator.DOT))
            .build();
    ArraySpec array = ArraySpec.builder().dataType(type).shape(Shape.of(2)).layout(layout).build();
    JsonObject document = Objects.requireNonNull(Zarr2Document.render(array).get(".zarray"));
    return document.get("compressor").orElseThrow().toString();
  }

  private static StructType struct(DataType... types) {
    List<Field> fields = new ArrayList<>();
    for (DataType type : types) {
      fields.add(new Field("f" + fields.size(), type));
    }
    return new StructType(fields);
  }
}
