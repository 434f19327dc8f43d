package dev.espalier.architecture.seeded.model;

/** As a processor writes it where no style hides it. */
public class ImmutableGroup {}
