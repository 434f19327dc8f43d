/**
 * Places that hold bytes under keys: the roles a store may have, and the local file system as one.
 *
 * <p>Must never know what the bytes mean.
 */
@NullMarked
package dev.espalier.io.store;

import org.jspecify.annotations.NullMarked;
