package org.ichido.api;

import java.util.Optional;

/**
 * Whether the audit is as it was written.
 *
 * @param entries how many entries were read
 * @param head the hash of the newest entry in hexadecimal; empty if there is none. Kept elsewhere,
 *     it shows later that no entry at the end was taken away.
 * @param fault what is wrong with the first entry that does not fit; empty if all fit
 */
public record ChainReport(long entries, String head, Optional<String> fault) {
  /**
   * @return whether every entry fits
   */
  public boolean intact() {
    return fault.isEmpty();
  }
}
