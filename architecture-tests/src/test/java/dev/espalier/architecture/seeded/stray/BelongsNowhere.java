package dev.espalier.architecture.seeded.stray;

class BelongsNowhere {}
