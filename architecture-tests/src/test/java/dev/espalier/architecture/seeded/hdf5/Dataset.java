package dev.espalier.architecture.seeded.hdf5;

/** Breaks no rule. */
public class Dataset {}
