package org.ichido.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which banks there are, and whether their messages are let in. Thread-safe. Both acts are audited
 * in the transaction that does them and throw {@link NoAnswer} if that could not be made durable.
 */
@ProviderType
public interface BankAdministration {
  /**
   * @return the banks that have a valid profile, in alphabetical order
   */
  List<BankId> banks();

  /**
   * Lets in no more messages of a bank: what is in hand is finished, the others wait on their
   * queues. Holds until {@link #resume}, also over a restart. Callers inside the JVM are served as
   * before. A bank that is drained already stays so, and nothing is written.
   *
   * @param bank the bank; it has a profile, valid or not
   * @param administrator who drains
   * @return since when it is drained, and by whom
   * @throws BankNotServed if there is no profile of that bank at all
   */
  Drained drain(BankId bank, Actor.Administrator administrator);

  /**
   * Lets in the messages of a drained bank again.
   *
   * @param bank the bank
   * @param administrator who resumes
   * @return whether it was drained; otherwise nothing is written
   */
  boolean resume(BankId bank, Actor.Administrator administrator);
}
