package dev.espalier.architecture.seeded.zarr.codec;

import com.github.luben.zstd.Zstd;

class CompressesAsACodec {
  int level = Zstd.defaultCompressionLevel();
}
