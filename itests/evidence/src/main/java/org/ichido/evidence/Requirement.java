package org.ichido.evidence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Quotes the requirements that a test shows, by their numbers in {@code requirements.tsv} beside
 * this package: {@code @Requirement("S4-36")}, {@code @Requirement({"S1-4", "S0-26"})}. On a class
 * it speaks for each of its tests, in addition to what they quote themselves; a suite that inherits
 * tests inherits their quotations.
 *
 * <p>The build fails at its end ({@code itests/coverage}) when a number is not on the list, when
 * the test did not run in that build, and when a number that is due has no test that passed.
 *
 * <p>Of whatever kind the tests are: it is read from their class files and compared with the
 * reports, and no runner need know it, nor the container in which a test runs.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Requirement {
  /**
   * @return numbers such as {@code S4-36}
   */
  String[] value();
}
