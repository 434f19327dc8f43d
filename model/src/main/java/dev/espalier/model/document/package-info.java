/**
 * Says declarations in words: a page of documentation, and an example of what fits.
 *
 * <p>Start at {@link dev.espalier.model.document.DocumentationPage}. This package never knows how a
 * hierarchy is checked, nor how JSON is written.
 */
@NullMarked
package dev.espalier.model.document;

import org.jspecify.annotations.NullMarked;
