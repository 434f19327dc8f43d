package dev.espalier.typed.anndata;

import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Elements;
import dev.espalier.model.annotation.value.OneOf;
import dev.espalier.model.annotation.value.Sized;
import dev.espalier.model.typed.NdArray;
import java.util.List;

/** A sparse matrix as AnnData has it. */
@Convention(name = "example:anndata-csr", version = "0.1.0", probes = "/encoding-type=csr_matrix")
public interface CsrMatrix {
  @Attribute("encoding-type")
  @OneOf("csr_matrix")
  String encoding();

  @Attribute("encoding-version")
  String version();

  /** Rows and columns. */
  @Attribute
  @Sized(min = 2, max = 2)
  List<Long> shape();

  @ArrayOf(types = "integer", dimensions = "rows+1")
  @Elements(rising = true, first = "0", last = "nnz")
  NdArray indptr();

  @ArrayOf(types = "integer", dimensions = "nnz")
  NdArray indices();

  @ArrayOf(types = "real", dimensions = "nnz")
  NdArray data();
}
