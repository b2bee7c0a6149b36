package org.ichido.mq.record;

/** A copybook holds something that records must not have, or that is no COBOL. */
public final class InvalidCopybook extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidCopybook(String file, int line, String words, String rule) {
    super("%s line %d: \"%s\": %s".formatted(file, line, words.strip(), rule));
  }
}
