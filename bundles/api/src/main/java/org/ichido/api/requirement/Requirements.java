package org.ichido.api.requirement;

import org.ichido.api.NoAnswer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Says when a code is needed. Thread-safe. Each question is answered under one snapshot of the
 * bank's profile and of the user's rows; nothing is written.
 */
@ProviderType
public interface Requirements {
  /**
   * @param question who wants to do what
   * @return whether that needs a code, and what the user has to do next
   * @throws NoAnswer if nothing could be said: do not let the operation go on
   */
  Requirement next(Question question);
}
