package org.ichido.spi;

import java.io.IOException;

/**
 * An {@link OwnerOnlyFile} that cannot be looked for, read, made or replaced. The message is for
 * the operator: what, where and what to do; never anything of the file's content.
 */
public final class UnusableFile extends IOException {
  private static final long serialVersionUID = 1L;

  UnusableFile(String words) {
    super(words);
  }

  UnusableFile(String words, Throwable cause) {
    super(words, cause);
  }

  /**
   * @return the message; never null, unlike {@link #getMessage()}
   */
  public String words() {
    return String.valueOf(getMessage());
  }
}
