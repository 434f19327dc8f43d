package dev.espalier.architecture.seeded.zarr.internal;

/** Breaks no rule. */
public class Inside {}
