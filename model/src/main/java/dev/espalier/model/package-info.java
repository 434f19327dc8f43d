/**
 * What every part of Espalier shares: specs of hierarchies, data on its way, findings, plans, and
 * the interfaces that storage formats and conventions implement.
 *
 * <p>The packages below depend on each other in one direction only, from {@code json}, {@code path}
 * and {@code shape} up to {@code spi}. None of them does input or output.
 */
@NullMarked
@Value.Style(
    jdkOnly = true,
    overshadowImplementation = true,
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    depluralize = true,
    depluralizeDictionary = {"index:indices"})
package dev.espalier.model;

import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
