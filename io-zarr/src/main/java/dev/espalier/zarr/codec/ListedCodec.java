package dev.espalier.zarr.codec;

import dev.espalier.io.codec.CodecDeclaration;

/**
 * A codec as a registry lists it.
 *
 * @param kind what it takes and gives
 * @param declaration what it says of itself
 */
public record ListedCodec(CodecKind kind, CodecDeclaration declaration) {}
