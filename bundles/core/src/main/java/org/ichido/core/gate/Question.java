package org.ichido.core.gate;

import org.ichido.spi.InvalidSetting;

/**
 * Something that a service is asked, and the check of its answer.
 *
 * @param <S> the kind of service
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Question<S, T> {
  /**
   * @param service the service
   * @return its answer, checked
   * @throws InvalidSetting if it says that a profile asks for what it cannot do
   * @throws Refused if the answer is wrong
   */
  T put(S service) throws InvalidSetting, Refused;
}
