package dev.espalier.zarr.codec;

import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.layout.CodecSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes codecs one by one, in the order in which they encode, and checks that they follow on. */
final class PipelineBinder {
  /** Far more than anybody chains: each codec has buffers of its own, as large as a chunk. */
  private static final int MOST_CODECS = 64;

  private final ChunkRepresentation chunk;
  private final CodecRegistry codecs;
  private final List<CodecPipeline.ArrayStep> arraySteps = new ArrayList<>();
  private final List<CodecPipeline.ByteStep> byteSteps = new ArrayList<>();
  private final List<CodecSpec> complete = new ArrayList<>();
  private ChunkRepresentation reached;
  private @Nullable ArrayToBytesCodec toBytes;
  private String toBytesName = "";
  private EncodedSize size = new EncodedSize(0, true);

  PipelineBinder(ChunkRepresentation chunk, CodecRegistry codecs) {
    this.chunk = chunk;
    this.codecs = codecs;
    this.reached = chunk;
  }

  CodecPipeline bind(List<CodecSpec> specs) {
    int count = CodecList.count(specs, MOST_CODECS);
    if (count > MOST_CODECS) {
      throw new UnsupportedException(
          "chains of more than "
              + MOST_CODECS
              + " codecs, those within codecs counted, are not supported");
    }
    // Names first: an unknown codec says more than the order it seems to break.
    specs.forEach(spec -> codecs.find(spec.name()));
    for (CodecSpec spec : specs) {
      add(spec);
    }
    if (toBytes == null) {
      throw new IllegalArgumentException(
          "codecs "
              + specs.stream().map(CodecSpec::name).toList()
              + " hold none that turns a chunk into bytes; add one of "
              + codecs.namesOf(CodecFactory.OfBytes.class));
    }
    return new CodecPipeline(chunk, arraySteps, toBytesName, toBytes, byteSteps, complete);
  }

  private void add(CodecSpec spec) {
    Object factory = codecs.find(spec.name());
    CodecConfiguration configuration =
        CodecConfiguration.of(
            CodecRegistry.declarationOf(factory), spec, reached.type().byteSize().orElse(1));
    if (factory instanceof CodecFactory.OfArrays arrays) {
      if (toBytes != null) {
        throw wrongOrder(spec, "takes chunks", "put it before \"" + toBytesName + "\"");
      }
      ArrayToArrayCodec codec = arrays.bind(configuration, reached);
      reached = codec.encoded();
      arraySteps.add(new CodecPipeline.ArrayStep(spec.name(), codec));
      complete.add(new CodecSpec(spec.name(), codec.completed(spec.configuration())));
    } else if (factory instanceof CodecFactory.OfBytes bytes) {
      if (toBytes != null) {
        throw wrongOrder(spec, "takes chunks", "keep one of the two");
      }
      ArrayToBytesCodec codec = bytes.bind(configuration, reached, codecs);
      toBytes = codec;
      toBytesName = spec.name();
      size = EncodedSize.of(codec);
      complete.add(new CodecSpec(spec.name(), codec.completed(spec.configuration())));
    } else {
      addByteStep(spec, (BytesToBytesCodecFactory) factory, configuration);
    }
  }

  private void addByteStep(
      CodecSpec spec, BytesToBytesCodecFactory factory, CodecConfiguration configuration) {
    if (toBytes == null) {
      throw new IllegalArgumentException(
          "codec \""
              + spec.name()
              + "\" takes bytes, and no codec before it gives them; put it after one of "
              + codecs.namesOf(CodecFactory.OfBytes.class));
    }
    var codec = factory.create(configuration);
    EncodedSize encoded = size.through(codec);
    byteSteps.add(new CodecPipeline.ByteStep(spec.name(), codec, size, encoded));
    size = encoded;
    complete.add(new CodecSpec(spec.name(), codec.completed(spec.configuration())));
  }

  private IllegalArgumentException wrongOrder(CodecSpec spec, String takes, String fix) {
    return new IllegalArgumentException(
        "codec \""
            + spec.name()
            + "\" "
            + takes
            + ", and \""
            + toBytesName
            + "\" before it has turned them into bytes; "
            + fix);
  }
}
