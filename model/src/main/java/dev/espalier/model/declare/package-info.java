/**
 * Declares schemas in code that reads like a specification.
 *
 * <p>Start at {@link dev.espalier.model.declare.Declare}: its methods are made to be imported
 * statically. Everything here ends in the records of {@link dev.espalier.model.schema}, and says
 * nothing that they could not hold. This package never knows how a hierarchy is checked.
 */
@NullMarked
package dev.espalier.model.declare;

import org.jspecify.annotations.NullMarked;
