package org.ichido.mail;

import java.io.IOException;

/** A server took longer, or said more, than it may. */
final class OutOfBounds extends IOException {
  private static final long serialVersionUID = 1L;

  OutOfBounds(String words) {
    super(words);
  }
}
