package dev.espalier.zarr.internal.checksum;

import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonObject;
import dev.espalier.testkit.BytesToBytesCodecContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** Checksums keep the contract of codecs. */
class ChecksumContractsTest {
  @Nested
  class Crc32c extends Contract {
    Crc32c() {
      super(new Crc32cFactory(), "{}");
    }
  }

  @Nested
  class NumcodecsCrc32c extends Contract {
    NumcodecsCrc32c() {
      super(new NumcodecsCrc32cFactory(), "{}", "{'location':'start'}", "{'location':null}");
    }
  }

  @Nested
  class Crc32 extends Contract {
    Crc32() {
      super(new Crc32Factory(), "{}", "{'location':'end'}");
    }
  }

  @Nested
  class Adler32 extends Contract {
    Adler32() {
      super(new Adler32Factory(), "{}", "{'location':'end'}");
    }
  }

  @Nested
  class Fletcher32 extends Contract {
    Fletcher32() {
      super(new Fletcher32Factory(), "{}");
    }
  }

  @Nested
  class Lookup3 extends Contract {
    Lookup3() {
      super(new Lookup3Factory(), "{}", "{'initval':4294967295,'prefix':null}");
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
