package dev.espalier.typed.sparse;

import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Elements;
import dev.espalier.model.annotation.Group;
import dev.espalier.model.annotation.value.EqualTo;
import dev.espalier.model.typed.NdArray;

/** A matrix in compressed rows. */
@Convention(
    name = "example:csr",
    version = "0.1",
    uuid = "7f0ed2a5-5d4e-4c0b-8b53-6f3a5b7d1c11",
    url = "https://example.org/csr/0.1",
    aliases = {"https://example.org/csr", "https://example.org/csr/latest"},
    probes = {"/encoding=csr", "/shape~1rows"})
@Group(closed = true, closedAttributes = true)
public interface Sparse {
  @Attribute
  default String encoding() {
    return "csr";
  }

  @Attribute("shape/rows")
  @EqualTo("rows")
  long rows();

  @Attribute
  @EqualTo("cols")
  int columns();

  @ArrayOf(types = "int64", dimensions = "rows+1", chunks = "full")
  @Elements(rising = true, first = "0", last = "nnz")
  NdArray indptr();

  @ArrayOf(types = "integer", dimensions = "nnz", preferShards = "64", preferChunks = "16")
  @Elements(positionsIn = "cols")
  NdArray indices();

  @ArrayOf(
      types = "float64",
      dimensions = "nnz",
      fillValue = "NaN",
      preferCodecs = {"bytes endian=little", "gzip level=1"})
  @Elements(finite = true, min = "-1e9", max = "1e9")
  NdArray data();
}
