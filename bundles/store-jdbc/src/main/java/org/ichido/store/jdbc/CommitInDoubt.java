package org.ichido.store.jdbc;

/** Memory may hold what the disk does not. Nobody gets an answer, and nothing more is written. */
final class CommitInDoubt extends Exception {
  private static final long serialVersionUID = 1L;

  CommitInDoubt(String warning) {
    super(warning);
  }
}
