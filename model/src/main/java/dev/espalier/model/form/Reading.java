package dev.espalier.model.form;

/**
 * What the readers of all parts of one document share.
 *
 * @param rules the rules that the document names
 * @param code the code of rules that need some
 * @param uses where the document names what it declares elsewhere
 * @param budget how much more it may declare
 */
record Reading(RuleReader rules, CodeBinding code, Uses uses, Budget budget) {}
