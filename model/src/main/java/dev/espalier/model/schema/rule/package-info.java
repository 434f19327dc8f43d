/**
 * The rules that every schema can break, for declarations that name none of their own.
 *
 * <p>Start at {@link dev.espalier.model.schema.rule.CoreRules}. This package never knows how a rule
 * is checked.
 */
@NullMarked
package dev.espalier.model.schema.rule;

import org.jspecify.annotations.NullMarked;
