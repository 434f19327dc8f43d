/**
 * What all stores in the local file system need: names beside a target, moving bytes, failures in
 * words.
 *
 * <p>Start at {@link dev.espalier.io.internal.file.HiddenNames}. Must never know what a store is.
 */
@NullMarked
package dev.espalier.io.internal.file;

import org.jspecify.annotations.NullMarked;
