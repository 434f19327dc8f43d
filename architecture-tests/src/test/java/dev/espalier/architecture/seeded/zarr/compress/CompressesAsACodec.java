package dev.espalier.architecture.seeded.zarr.compress;

import com.github.luben.zstd.Zstd;

class CompressesAsACodec {
  int level = Zstd.defaultCompressionLevel();
}
