/**
 * Broken hierarchies as files: what was seeded, in words, and what is found, to the letter.
 *
 * <p>Start at {@link dev.espalier.example.golden.GoldenFindingsTest}.
 */
@NullMarked
package dev.espalier.example.golden;

import org.jspecify.annotations.NullMarked;
