/**
 * The local file system: a directory as a store, and directories that appear, or change, whole or
 * not at all.
 *
 * <p>Start at {@link dev.espalier.io.file.FileSystemStore}. Must never know what the bytes mean.
 */
@NullMarked
package dev.espalier.io.file;

import org.jspecify.annotations.NullMarked;
