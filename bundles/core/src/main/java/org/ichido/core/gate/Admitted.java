package org.ichido.core.gate;

import org.ichido.spi.InvalidSetting;

/**
 * A service that passed its examination.
 *
 * @param <S> the kind of service
 */
public final class Admitted<S> {
  private final Admission<S> admission;
  private final S service;
  private final Provider provider;

  Admitted(Admission<S> admission, S service, Provider provider) {
    this.admission = admission;
    this.service = service;
    this.provider = provider;
  }

  /**
   * @return the service, for requests
   */
  public S service() {
    return service;
  }

  /**
   * @return which one it is
   */
  public Provider provider() {
    return provider;
  }

  /**
   * Asks it while a profile is read. One that does not answer in time gets no traffic until it
   * does.
   *
   * @param question what to ask
   * @return the answer
   * @throws InvalidSetting if it says so
   * @throws Refused if it throws anything else, answers wrongly or not in time
   */
  public <T> T ask(Question<S, T> question) throws InvalidSetting, Refused {
    return admission.ask(service, provider, question);
  }
}
