/**
 * The worked example: a convention for the recordings of tide gauges, in two versions.
 *
 * <p>Start at {@link dev.espalier.example.gauge.GaugeSchemas}. This package never knows a format.
 */
@NullMarked
package dev.espalier.example.gauge;

import org.jspecify.annotations.NullMarked;
