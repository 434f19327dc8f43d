package dev.espalier.model.annotation.rule;

import dev.espalier.model.finding.Level;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rule that only code can check: on a static method of the interface that takes a {@code
 * NodeInspection.Subject} (a rule about a node) or a {@code Part} (a rule about a value), and after
 * it the {@code Rule} that it reports.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Check {
  /** The stable name of the rule, such as {@code gauge.time.order}. */
  String id();

  /** The rule in one sentence. */
  String text();

  /** How strongly it is demanded. */
  Level level() default Level.MUST;
}
