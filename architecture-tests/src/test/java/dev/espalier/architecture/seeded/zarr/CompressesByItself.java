package dev.espalier.architecture.seeded.zarr;

import com.github.luben.zstd.Zstd;

class CompressesByItself {
  int level = Zstd.defaultCompressionLevel();
}
