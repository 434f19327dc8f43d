/**
 * The OME-NGFF image convention as a declaration and its rules.
 *
 * <p>Must never know a storage format.
 */
@NullMarked
package dev.espalier.conventions.ngff;

import org.jspecify.annotations.NullMarked;
