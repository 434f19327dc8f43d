package dev.espalier.architecture.seeded.json;

/** Breaks no rule. */
public class Text {}
