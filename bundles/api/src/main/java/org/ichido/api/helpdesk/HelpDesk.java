package org.ichido.api.helpdesk;

import org.ichido.api.Holder;
import org.ichido.api.NoAnswer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Explains customers to help desks. Thread-safe. Each question is answered under one snapshot of
 * the bank's profile and of the rows of user and contract; it takes no code, writes nothing and
 * judges nothing. For operators and administrators only: whoever presents codes must never see it.
 */
@ProviderType
public interface HelpDesk {
  /**
   * @param holder the user in question, known or not
   * @return how the user stands now
   * @throws NoAnswer if nothing could be said
   */
  Explanation explain(Holder holder);
}
