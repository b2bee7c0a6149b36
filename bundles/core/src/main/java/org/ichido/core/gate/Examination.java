package org.ichido.core.gate;

/**
 * What a service must show when it comes.
 *
 * @param <S> the kind of service
 */
@FunctionalInterface
public interface Examination<S> {
  /**
   * @param name its plain name
   * @param service the service under examination
   * @throws Refused if it fails; whatever else is thrown means the same
   */
  void pass(String name, S service) throws Refused;
}
