package dev.espalier.zarr.codec;

import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** The codecs from chunks to chunks of a pipeline at work, with the blocks between them. */
final class ArrayChain {
  private final CodecPipeline pipeline;
  private final ChunkRepresentation chunk;
  private final List<CodecPipeline.ArrayStep> steps;

  /** What the codecs give, one after the other; first of all a decoded chunk. */
  private final List<ReusedBlock> stages = new ArrayList<>();

  /** Boxes cut from the blocks above, where a codec gives more than the one before it takes. */
  private final List<ReusedBlock> cuts = new ArrayList<>();

  /** Whether whole chunks are known to fit the memory. */
  private boolean fits;

  ArrayChain(CodecPipeline pipeline) {
    this.pipeline = pipeline;
    this.chunk = pipeline.representation();
    this.steps = pipeline.arraySteps();
    for (int i = 0; i <= steps.size(); i++) {
      stages.add(new ReusedBlock(representation(i).type()));
      cuts.add(new ReusedBlock(representation(i).type()));
    }
  }

  /** How many bytes of blocks are held between calls. */
  long memory() {
    long bytes = 0;
    for (int i = 0; i < stages.size(); i++) {
      bytes += stages.get(i).memory() + cuts.get(i).memory();
    }
    return bytes;
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** A block for a whole decoded chunk. */
  Block decodedChunk() {
    return stages.get(0).ofShape(chunk.shape());
  }

  /** A block for a whole chunk that all codecs have encoded; where there are none, that one. */
  Block encodedChunk(Block decoded) {
    checkMemory();
    return steps.isEmpty() ? decoded : stages.get(steps.size()).ofShape(shape(steps.size()));
  }

  /** Encodes a whole chunk with all codecs. */
  Block encode(Block decoded) {
    checkMemory();
    Block last = decoded;
    for (int i = 0; i < steps.size(); i++) {
      Block target = stages.get(i + 1).ofShape(shape(i + 1));
      encode(i, last, target);
      last = target;
    }
    return last;
  }

  /** Decodes a whole chunk, which is in the block that {@link #encodedChunk} gave. */
  void decode(Block encoded, Block into) {
    Block last = encoded;
    for (int i = steps.size() - 1; i >= 0; i--) {
      Block target = i == 0 ? into : stages.get(i).ofShape(shape(i));
      decode(i, last, target);
      last = target;
    }
  }

  /** The box of the encoded chunk that a box of the decoded one needs. */
  Region encoded(Region within) {
    return part(within).encoded();
  }

  /** Where a box of the decoded chunk comes from. */
  Part part(Region within) {
    return new Part(within);
  }

  /** Once, before any of the blocks is there. */
  private void checkMemory() {
    if (!fits && !steps.isEmpty()) {
      pipeline.checkMemory();
    }
    fits = true;
  }

  private ChunkRepresentation representation(int stage) {
    return stage == 0 ? chunk : steps.get(stage - 1).codec().encoded();
  }

  private Shape shape(int stage) {
    return representation(stage).shape();
  }

  private void encode(int step, Block decoded, Block encoded) {
    try {
      steps.get(step).codec().encode(decoded, encoded);
    } catch (RequestException e) {
      throw new RequestException("codec " + steps.get(step).name() + ": " + e.getMessage(), e);
    }
  }

  private void decode(int step, Block encoded, Block decoded) {
    try {
      steps.get(step).codec().decode(encoded, decoded);
    } catch (CorruptException e) {
      throw ByteChain.found(steps.get(step).name(), e);
    }
  }

  /** A box of a chunk on its way from its encoded form. */
  final class Part {
    /** The boxes that are asked for, first in the decoded chunk, at last in the encoded one. */
    private final List<Region> wanted = new ArrayList<>();

    /** The boxes around those, without the last, that codecs can give. */
    private final List<Region> given = new ArrayList<>();

    private Part(Region within) {
      wanted.add(within);
      for (CodecPipeline.ArrayStep step : steps) {
        Region box = step.codec().decodableRegion(wanted.get(wanted.size() - 1));
        given.add(box);
        wanted.add(step.codec().encodedRegion(box));
      }
    }

    /** The box of the encoded chunk that is needed. */
    Region encoded() {
      return wanted.get(steps.size());
    }

    /** A block of the shape of that box. */
    Block encodedBlock() {
      return stages.get(steps.size()).ofShape(encoded().shape());
    }

    /** Decodes what is in that block, and puts it where it is wanted. */
    void decode(Block encoded, Block into, long... at) {
      Block last = encoded;
      for (int i = steps.size() - 1; i >= 0; i--) {
        boolean direct = i == 0 && isAllOf(into);
        Block target = direct ? into : stages.get(i).ofShape(given.get(i).shape());
        ArrayChain.this.decode(i, last, target);
        last = i == 0 ? target : cut(i, target);
      }
      if (last != into) {
        into.copyFrom(last, offset(0), at);
      }
    }

    private boolean isAllOf(Block into) {
      return given.get(0).equals(wanted.get(0)) && into.shape().equals(given.get(0).shape());
    }

    private Block cut(int stage, Block block) {
      if (given.get(stage).equals(wanted.get(stage))) {
        return block;
      }
      Shape shape = wanted.get(stage).shape();
      Block part = cuts.get(stage).ofShape(shape);
      part.copyFrom(block, offset(stage), new long[shape.rank()]);
      return part;
    }

    /** Where the wanted box is within the given one. */
    private Region offset(int stage) {
      return wanted.get(stage).relativeTo(given.get(stage));
    }
  }
}
