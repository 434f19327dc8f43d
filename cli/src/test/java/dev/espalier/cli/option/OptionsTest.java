package dev.espalier.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.convert.NodeMapping;
import dev.espalier.convert.Spacing;
import dev.espalier.model.convention.Quantity;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "none | []",
        "zstd | [zstd{\"level\":3,\"checksum\":false}]",
        "zstd:-5 | [zstd{\"level\":-5,\"checksum\":false}]",
        "gzip | [gzip{\"level\":6}]",
        "gzip:1 | [gzip{\"level\":1}]",
        "blosc:7 | [blosc{\"cname\":\"zstd\",\"clevel\":7,\"shuffle\":\"shuffle\"}]",
        "zstd+crc32c | [zstd{\"level\":3,\"checksum\":false}, crc32c]",
        "zstd,crc32c | [zstd{\"level\":3,\"checksum\":false}, crc32c]",
        "bitround{\"keepbits\":10}+zstd:1"
            + " | [bitround{\"keepbits\":10}, zstd{\"level\":1,\"checksum\":false}]",
        "a{\"b\":{\"c,+\\\"}\":[1,2]}},crc32c | [a{\"b\":{\"c,+\\\"}\":[1,2]}}, crc32c]",
        "[] | []",
        "[\"crc32c\"] | [crc32c]",
        "[{\"name\":\"a\",\"configuration\":{\"b\":1}}] | [a{\"b\":1}]",
      })
  void codecs(String text, String expected) {
    assertThat(CodecOption.parse(text)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zstd:",
        "zstd:high",
        "+zstd",
        "crc32c:4",
        "a{",
        "a{}}",
        "a{1}",
        "[",
        "[7]",
        "[{}]"
      })
  void codecsThatAreNotUnderstood(String text) {
    assertThatThrownBy(() -> CodecOption.parse(text))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith("--codec " + text + ": ")
        .hasMessageEndingWith(
            "; give none, zstd, zstd:5, gzip:6, zstd+crc32c, bitround{\"keepbits\":10}+zstd, or a"
                + " JSON list of codecs");
  }

  @Test
  void shapes() {
    assertThat(ShapeOption.parse("--shards", "1, 256,256")).contains(Shape.of(1, 256, 256));
    assertThat(ShapeOption.parse("--shards", "auto")).isEmpty();
  }

  @Test
  void chunks() {
    assertThat(ChunksOption.parse("--chunks", "1, 256,256"))
        .contains(new RegularGrid(Shape.of(1, 256, 256)));
    assertThat(ChunksOption.parse("--chunks", "100*4+7, 64,5*1"))
        .contains(
            RectilinearGrid.of(
                EdgeLengths.of(100, 100, 100, 100, 7),
                EdgeLengths.repeated(64),
                EdgeLengths.of(5)));
    assertThat(ChunksOption.parse("--chunks", "auto")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1,2", "1,,2", "a", "1x2", "1+", "+1", "2*0", "2*3*4", "0*2"})
  void chunksThatAreNotUnderstood(String text) {
    assertThatThrownBy(() -> ChunksOption.parse("--chunks", text))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "--chunks "
                + text
                + ": expected an extent of at least 1 for each dimension, as in 1,256,256, or"
                + " several whose sum is the array's, as in 100*4+7,64, or \"auto\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1,2", "1,,2", "a", "1x2", "99999999999999999999"})
  void shapesThatAreNotUnderstood(String text) {
    assertThatThrownBy(() -> ShapeOption.parse("--shards", text))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "--shards "
                + text
                + ": expected an extent of at least 1 for each dimension, as in 1,256,256, or"
                + " \"auto\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0:2,5:9 | 0:2,5:9", ":,3: | 0:10,3:20", ":4,:0 | 0:4,0:0", " 1:2 , 3:4 | 1:2,3:4"})
  void regions(String text, String expected) {
    assertThat(RegionOption.parse(text, Shape.of(10, 20))).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0:1", "0:1,0:1,0:1", "0:11,0:1", "3:2,0:1", "a:b,0:1", "1,2", "-1:2,:"})
  void regionsThatAreNotUnderstood(String text) {
    assertThatThrownBy(() -> RegionOption.parse(text, Shape.of(10, 20)))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith("--region " + text + " of an array of shape [10, 20]: ");
  }

  @Test
  void theRegionOfAScalarIsEmpty() {
    assertThat(RegionOption.parse("", Shape.scalar()).rank()).isZero();
  }

  @Test
  void axes() {
    assertThat(AxesOption.parse("czyx")).containsExactly("c", "z", "y", "x");
    assertThat(AxesOption.parse("time,y, x")).containsExactly("time", "y", "x");
    assertThatThrownBy(() -> AxesOption.parse("zzx"))
        .hasMessage("--axes zzx: expected a name for each axis, each once, as in czyx");
    assertThatThrownBy(() -> AxesOption.parse("z,,x")).isInstanceOf(RequestException.class);
  }

  @Test
  void voxelSizes() {
    assertThat(VoxelSizeOption.parse("z=0.5um, y=1e-1µm,x=2"))
        .isEqualTo(
            new Spacing.Given(
                Map.of(
                    "z", quantity("0.5", Optional.of("um")),
                    "y", quantity("1e-1", Optional.of("µm")),
                    "x", quantity("2", Optional.empty()))));
    assertThat(VoxelSizeOption.parse("element_size_um"))
        .isEqualTo(new Spacing.FromAttribute(Optional.empty(), "element_size_um"));
    assertThat(VoxelSizeOption.parse("/a/b@size"))
        .isEqualTo(new Spacing.FromAttribute(Optional.of(NodePath.parse("/a/b")), "size"));
  }

  private static Quantity quantity(String number, Optional<String> unit) {
    return new Quantity(new JsonNumber(number), unit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"z=", "z=um", "=1um", "z=1um,", "z=1um y=2um", "z=1um,z=2um", "z=-1um"})
  void voxelSizesThatAreNotUnderstood(String text) {
    assertThatThrownBy(() -> VoxelSizeOption.parse(text))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith("--voxel-size " + text + ": ");
  }

  @Test
  void sources() throws IOException {
    assertThat(SourceOption.parse("a.h5#/x/y").location().text()).isEqualTo("a.h5");
    assertThat(SourceOption.parse("a.h5#/x/y").node()).isEqualTo(NodePath.parse("/x/y"));
    assertThat(SourceOption.parse("a.h5").node()).isEqualTo(NodePath.root());
    assertThat(SourceOption.parse("a#b.h5").location().text()).isEqualTo("a#b.h5");
    assertThat(SourceOption.parse("a#/b#/c").location().text()).isEqualTo("a#/b");

    Path odd = Files.createDirectories(directory.resolve("odd#")).resolve("name.h5");
    Files.writeString(odd, "");
    assertThat(SourceOption.parse(odd.toString()).location().text()).isEqualTo(odd.toString());
    SourceOption references = SourceOption.parse(odd + "#/#refs#/a");
    assertThat(references.location().text()).isEqualTo(odd.toString());
    assertThat(references.node()).isEqualTo(NodePath.parse("/#refs#/a"));

    assertThatThrownBy(() -> SourceOption.parse(" "))
        .hasMessage("the source is empty; give an HDF5 file, or a Zarr directory, archive or URL");
    assertThatThrownBy(() -> SourceOption.parse("a.h5#/x//y"))
        .hasMessage(
            "\"/x//y\" is no path: node name \"\" is empty; a name has at least one character");
  }

  @Test
  void mappings() throws IOException {
    assertThat(MapOption.read(file("{\"/a\": \"/b/c\", \"/d\": null}")))
        .isEqualTo(
            new NodeMapping(
                Map.of(
                    NodePath.parse("/a"), Optional.of(NodePath.parse("/b/c")),
                    NodePath.parse("/d"), Optional.empty())));
  }

  @Test
  void mappingsThatAreNotUnderstood() throws IOException {
    String list = file("[]");
    assertThatThrownBy(() -> MapOption.read(list))
        .isInstanceOf(RequestException.class)
        .hasMessage(list + ": expected an object of paths, as in {\"/raw/image\": \"/image\"}");
    String number = file("{\"/a\": 7}");
    assertThatThrownBy(() -> MapOption.read(number))
        .hasMessage(number + ": /a goes to 7; expected a path or null");
    String torn = file("{\"/a\": ");
    assertThatThrownBy(() -> MapOption.read(torn))
        .isInstanceOf(CorruptException.class)
        .hasMessageStartingWith(torn + ": not JSON: ");
    assertThatThrownBy(() -> MapOption.read("no/such/file.json"))
        .isInstanceOf(MissingException.class)
        .hasMessage("no/such/file.json: there is no such file");
  }

  private String file(String text) throws IOException {
    Path file = Files.createTempFile(directory, "document", ".json");
    return Files.writeString(file, text).toString();
  }
}
