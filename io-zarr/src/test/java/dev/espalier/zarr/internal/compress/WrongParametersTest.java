package dev.espalier.zarr.internal.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.json.JsonReader;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.layout.CodecSpec;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a codec does not take is refused with what it would take. */
class WrongParametersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "blosc | {'clevel':5,'shuffle':'shuffle'} | codec \"blosc\" lacks \"cname\"; expected one of \"blosclz\", \"lz4\", \"lz4hc\", \"snappy\", \"zlib\", \"zstd\"",
        "blosc | {'cname':'lz5','clevel':5,'shuffle':'shuffle'} | codec \"blosc\": \"cname\" is \"lz5\"; expected one of \"blosclz\", \"lz4\", \"lz4hc\", \"snappy\", \"zlib\", \"zstd\"",
        "blosc | {'cname':'lz4','clevel':10,'shuffle':'shuffle'} | codec \"blosc\": \"clevel\" is 10; expected an integer from 0 to 9",
        "blosc | {'cname':'lz4','clevel':5,'shuffle':1} | codec \"blosc\": \"shuffle\" is 1; expected one of \"noshuffle\", \"shuffle\", \"bitshuffle\"",
        "blosc | {'cname':'lz4','clevel':5,'shuffle':'shuffle','typesize':0} | codec \"blosc\": \"typesize\" is 0; expected an integer of at least 1 or null",
        "blosc | {'cname':'lz4','clevel':5,'shuffle':'shuffle','blocksize':-1} | codec \"blosc\": \"blocksize\" is -1; expected an integer of at least 0",
        "blosc | {'cname':'lz4','clevel':5,'shuffle':'shuffle','numThreads':4} | codec \"blosc\" has no parameter \"numThreads\"; it takes [\"blocksize\",\"clevel\",\"cname\",\"shuffle\",\"typesize\"]",
        "numcodecs.blosc | {'shuffle':3} | codec \"numcodecs.blosc\": \"shuffle\" is 3; expected an integer from -1 to 2",
        "numcodecs.zlib | {'level':10} | codec \"numcodecs.zlib\": \"level\" is 10; expected an integer from -1 to 9",
        "numcodecs.gzip | {'level':-2} | codec \"numcodecs.gzip\": \"level\" is -2; expected an integer from -1 to 9",
        "numcodecs.bz2 | {'level':0} | codec \"numcodecs.bz2\": \"level\" is 0; expected an integer from 1 to 9",
        "numcodecs.zstd | {'level':'3'} | codec \"numcodecs.zstd\": \"level\" is \"3\"; expected an integer from -2147483648 to 2147483647",
        "numcodecs.lz4 | {'level':3} | codec \"numcodecs.lz4\" has no parameter \"level\"; it takes [\"acceleration\"]",
        "numcodecs.shuffle | {'elementsize':-4} | codec \"numcodecs.shuffle\": \"elementsize\" is -4; expected an integer of at least 0 or null",
        "numcodecs.crc32 | {'location':'middle'} | codec \"numcodecs.crc32\": \"location\" is \"middle\"; expected one of \"start\", \"end\" or null",
        "numcodecs.fletcher32 | {'location':'end'} | codec \"numcodecs.fletcher32\" has no parameter \"location\"; it takes none",
        "numcodecs.jenkins_lookup3 | {'prefix':'AA=='} | codec \"numcodecs.jenkins_lookup3\": \"prefix\" is \"AA==\"; expected null",
        "numcodecs.lzma | {'format':0} | codec \"numcodecs.lzma\": \"format\" is 0; expected an integer from 1 to 3",
        "numcodecs.lzma | {'check':2} | codec \"numcodecs.lzma\": \"check\" is 2; expected one of -1, 0, 1, 4, 10",
        "numcodecs.lzma | {'preset':10} | codec \"numcodecs.lzma\": \"preset\" is 10; expected an integer from 0 to 9 or an integer from 2147483648 to 2147483657 or null",
        "numcodecs.lzma | {'format':2,'check':4} | codec \"numcodecs.lzma\": \"check\" is 4; expected 0 or -1 beside \"format\" 2",
        "numcodecs.lzma | {'filters':[{'id':33}]} | codec \"numcodecs.lzma\": \"filters\" is [{\"id\":33}]; expected null beside \"format\" 1",
        "numcodecs.lzma | {'format':3} | codec \"numcodecs.lzma\" lacks \"filters\"; expected up to four filters beside \"format\" 3, the last of which is 33 or LZMA1",
        "numcodecs.lzma | {'format':3,'filters':[{'id':33},{'id':3}]} | codec \"numcodecs.lzma\": \"filters\" is [{\"id\":33},{\"id\":3}]; expected up to four filters beside \"format\" 3, the last of which is 33 or LZMA1",
        "numcodecs.lzma | {'format':3,'filters':[{'dist':3}]} | codec \"numcodecs.lzma\": \"filters\" is [{\"dist\":3}]; expected a list of objects with \"id\" or null",
        "numcodecs.lzma | {'format':3,'preset':3,'filters':[{'id':33}]} | codec \"numcodecs.lzma\": \"preset\" is 3; expected null beside \"format\" 3; \"filters\" have their own",
        "numcodecs.lzma | {'format':3,'filters':[{'id':33,'lc':4,'lp':1}]} | LZMA filter {\"id\":33,\"lc\":4,\"lp\":1}: lc + lp must not exceed 4: 4 + 1"
      })
  void wrongParametersAreInvalid(String codec, String configuration, String message) {
    assertThatThrownBy(() -> create(codec, configuration))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "numcodecs.lzma | {'format':3,'filters':[{'id':10},{'id':33}]} | the LZMA filter 10 is not handled",
        "numcodecs.lzma | {'format':3,'filters':[{'id':4,'start_offset':16},{'id':33}]} | LZMA filters with a \"start_offset\" are not handled"
      })
  void whatTheLibrariesLackIsUnsupportedAndNotInvalid(
      String codec, String configuration, String message) {
    assertThatThrownBy(() -> create(codec, configuration))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(message);
  }

  /** Java writers add how many threads they used, under more than one name. */
  @Test
  void whatOtherWritersAddToNumcodecsBloscIsIgnored() {
    assertThat(create("numcodecs.blosc", "{'cname':'zstd','numThreads':8,'nthreads':1}"))
        .isEqualTo(create("numcodecs.blosc", "{'cname':'zstd'}"));
  }

  private static Object create(String codec, String configuration) {
    BytesToBytesCodecFactory factory =
        ServiceLoader.load(BytesToBytesCodecFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(one -> one.declaration().name().equals(codec))
            .findFirst()
            .orElseThrow();
    JsonObject members = (JsonObject) JsonReader.parse(configuration.replace('\'', '"'));
    return factory.create(
        CodecConfiguration.of(factory.declaration(), new CodecSpec(codec, members), 4));
  }
}
