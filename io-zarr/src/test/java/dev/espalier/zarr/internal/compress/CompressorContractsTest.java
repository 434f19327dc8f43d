package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonObject;
import dev.espalier.testkit.BytesToBytesCodecContract;
import dev.espalier.zarr.internal.compress.blosc.BloscFactory;
import dev.espalier.zarr.internal.compress.blosc.NumcodecsBloscFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** What compresses keeps the contract of codecs. */
class CompressorContractsTest {
  @Nested
  class Gzip extends Contract {
    Gzip() {
      super(new GzipFactory(), "{'level':0}", "{'level':9}");
    }
  }

  @Nested
  class NumcodecsGzip extends Contract {
    NumcodecsGzip() {
      super(new NumcodecsGzipFactory(), "{}", "{'level':-1}");
    }
  }

  @Nested
  class Zlib extends Contract {
    Zlib() {
      super(new NumcodecsZlibFactory(), "{}", "{'level':-1}", "{'level':0}", "{'level':9}");
    }
  }

  @Nested
  class Zstd extends Contract {
    Zstd() {
      super(new ZstdFactory(), "{'level':-7}", "{'level':3,'checksum':true}");
    }
  }

  @Nested
  class NumcodecsZstd extends Contract {
    NumcodecsZstd() {
      super(new NumcodecsZstdFactory(), "{}", "{'level':999}", "{'level':-200000,'checksum':true}");
    }
  }

  @Nested
  class Lz4 extends Contract {
    Lz4() {
      super(new Lz4Factory(), "{}", "{'acceleration':-5}");
    }
  }

  @Nested
  class Bz2 extends Contract {
    Bz2() {
      super(new Bz2Factory(), "{}", "{'level':9}");
    }
  }

  @Nested
  class Lzma extends Contract {
    Lzma() {
      super(
          new LzmaFactory(),
          "{}",
          "{'format':1,'check':10,'preset':0,'filters':null}",
          "{'format':1,'check':0,'preset':2147483657}",
          "{'format':2,'preset':9}",
          "{'format':3,'filters':[{'id':33,'preset':1,'lc':0,'lp':2,'pb':0,'mode':2,"
              + "'nice_len':2,'mf':18,'depth':7,'dict_size':65536}]}",
          "{'format':3,'filters':[{'id':3,'dist':4},{'id':4},{'id':4611686018427387905}]}");
    }
  }

  @Nested
  class Shuffle extends Contract {
    Shuffle() {
      super(new ShuffleFactory(), "{}", "{'elementsize':0}", "{'elementsize':2}");
    }
  }

  @Nested
  class Blosc extends Contract {
    Blosc() {
      super(
          new BloscFactory(),
          Stream.of("blosclz", "lz4", "lz4hc", "snappy", "zlib", "zstd")
              .flatMap(
                  name ->
                      Stream.of("noshuffle", "shuffle", "bitshuffle")
                          .map(
                              shuffle ->
                                  "{'cname':'"
                                      + name
                                      + "','clevel':5,'shuffle':'"
                                      + shuffle
                                      + "','typesize':4,'blocksize':0}"))
              .toArray(String[]::new));
    }
  }

  @Nested
  class NumcodecsBlosc extends Contract {
    NumcodecsBlosc() {
      super(
          new NumcodecsBloscFactory(),
          "{}",
          "{'cname':'zstd','clevel':0,'shuffle':-1}",
          "{'clevel':9,'shuffle':2,'typesize':300,'blocksize':256}",
          "{'shuffle':-1,'typesize':1,'blocksize':-1,'numThreads':8}");
    }
  }

  /** A contract for one factory. */
  abstract static class Contract extends BytesToBytesCodecContract {
    private final BytesToBytesCodecFactory factory;
    private final String[] configurations;

    Contract(BytesToBytesCodecFactory factory, String... configurations) {
      this.factory = factory;
      this.configurations = configurations;
    }

    @Override
    protected BytesToBytesCodecFactory factory() {
      return factory;
    }

    @Override
    protected List<JsonObject> configurations() {
      return Stream.of(configurations)
          .map(text -> (JsonObject) JsonReader.parse(text.replace('\'', '"')))
          .toList();
    }
  }
}
