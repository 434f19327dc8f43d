package dev.espalier.architecture.seeded.hdf5;

import io.jhdf.exceptions.HdfException;

/** Lets the HDF5 library out of io-hdf5, as a supertype. */
public class IsAForeignType extends HdfException {
  private static final long serialVersionUID = 1;

  /** Foreign. */
  public IsAForeignType() {
    super("foreign");
  }
}
