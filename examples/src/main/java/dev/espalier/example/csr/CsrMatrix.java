package dev.espalier.example.csr;

import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Elements;
import dev.espalier.model.annotation.value.EqualTo;
import dev.espalier.model.annotation.value.OneOf;
import dev.espalier.model.annotation.value.Tuple;
import dev.espalier.model.typed.NdArray;

/** A matrix of {@code rows} rows and {@code cols} columns with {@code nnz} stored elements. */
@Convention(
    name = "example:csr-matrix",
    version = "0.1.0",
    title = "Sparse matrix in compressed rows",
    probes = "/encoding-type=csr_matrix")
public interface CsrMatrix {
  @Attribute("encoding-type")
  @OneOf("csr_matrix")
  String encodingType();

  @Attribute("encoding-version")
  @OneOf("0.1.0")
  String encodingVersion();

  @Attribute
  Extents shape();

  /** The stored elements, row by row. */
  @ArrayOf(
      types = {"real", "bool"},
      dimensions = "nnz")
  NdArray data();

  /** The column of each stored element. */
  @ArrayOf(types = "integer", dimensions = "nnz")
  @Elements(positionsIn = "cols")
  NdArray indices();

  /** Where each row begins among the stored elements, and the end. */
  @ArrayOf(types = "integer", dimensions = "rows+1")
  @Elements(rising = true, first = "0", last = "nnz")
  NdArray indptr();

  /** The two numbers of the attribute: {@code [rows, cols]}. */
  @Tuple
  record Extents(@EqualTo("rows") long rows, @EqualTo("cols") long columns) {}
}
