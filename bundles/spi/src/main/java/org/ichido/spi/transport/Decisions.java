package org.ichido.spi.transport;

import org.ichido.api.BankNotServed;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Description;
import org.ichido.api.UnlockOutcome;
import org.ichido.api.UnlockRequest;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.spi.store.UnitOfWork;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What core would decide, as units of work that {@link OnceOnly} runs. Each is bound to one
 * snapshot of the bank's profile and services, taken when the method is called.
 *
 * <p>Thread-safe. Every method throws {@link BankNotServed} if the bank has no valid profile.
 */
@ProviderType
public interface Decisions {
  /**
   * @param request a code and who presented it
   * @return the judgement: ACCEPTED, REFUSED, or NOT_PROCESSED for a code of a wrong length
   */
  UnitOfWork<Verdict> verify(VerifyRequest request);

  /**
   * @param request whose token, and who unlocks
   * @return the act
   */
  UnitOfWork<UnlockOutcome> unlock(UnlockRequest request);

  /**
   * @param request about whom, and who asks
   * @return the answer
   */
  UnitOfWork<Description> describe(DescribeRequest request);
}
