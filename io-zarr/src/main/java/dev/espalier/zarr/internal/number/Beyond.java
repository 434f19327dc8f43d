package dev.espalier.zarr.internal.number;

/** What becomes of a value that is too large or too small for a type. */
public enum Beyond {
  /** It is refused. */
  REFUSED,
  /** An integer becomes the nearest one of the type; a float becomes infinite where it can. */
  CLAMPED,
  /** An integer keeps its low bits; a float is refused. */
  WRAPPED
}
