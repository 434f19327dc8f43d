package dev.espalier.example.csr;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.tuple;

import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.schema.Schema;

/**
 * A sparse matrix in compressed rows: the stored elements row by row, the column of each, and where
 * each row begins. {@link CsrMatrix} declares the same as an annotated interface.
 *
 * @see <a href="https://anndata.readthedocs.io/en/latest/fileformat-prose.html">AnnData on disk</a>
 */
public final class CsrConvention extends SchemaConvention {
  /** The whole declaration. */
  public static final Schema SCHEMA =
      convention("example:csr-matrix", "0.1.0")
          .title("Sparse matrix in compressed rows")
          .probe("/encoding-type", "csr_matrix")
          .root(
              group()
                  .text("A matrix of `rows` rows and `cols` columns with `nnz` stored elements.")
                  .attribute("encoding-type", string().oneOf("csr_matrix"))
                  .attribute("encoding-version", string().oneOf("0.1.0"))
                  .attribute("shape", tuple(integer().equalTo("rows"), integer().equalTo("cols")))
                  .member(
                      "data",
                      array()
                          .text("The stored elements, row by row.")
                          .types("real", "bool")
                          .dimensions("nnz"))
                  .member(
                      "indices",
                      array()
                          .text("The column of each stored element.")
                          .types("integer")
                          .dimensions("nnz")
                          .positionsIn("cols"))
                  .member(
                      "indptr",
                      array()
                          .text("Where each row begins among the stored elements, and the end.")
                          .types("integer")
                          .dimensions("rows+1")
                          .rising()
                          .first("0")
                          .last("nnz")))
          .build();

  /** Makes the convention; there is nothing to configure. */
  public CsrConvention() {
    super(SCHEMA);
  }
}
