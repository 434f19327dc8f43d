/**
 * Rules on the shape of the code, run over the classes and sources of every module.
 *
 * <p>Start at {@link dev.espalier.architecture.ArchitectureTest}. Each rule is also run over the
 * packages below {@code seeded}, which break it on purpose, so that no rule passes because it sees
 * nothing.
 */
@NullMarked
package dev.espalier.architecture;

import org.jspecify.annotations.NullMarked;
