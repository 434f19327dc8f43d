package dev.espalier.model.jsonschema;

/** The forms in which documents tell of a node. */
enum DocumentForm {
  /** The document of a node in a store of Zarr v3. */
  ZARR_JSON,
  /** A node in the flat form of a whole hierarchy. */
  FLAT
}
