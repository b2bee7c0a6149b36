package org.ichido.itests;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.ichido.testkit.token.TokenApp;

/**
 * A customer, and all that is asked for him, in order. His life is one of three; what must be
 * answered to each request is known before it is put. For one thread.
 */
final class AskedCustomer {
  /** How many tokens a contract has at the most. */
  private static final int PER_CONTRACT = 1_000;

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final List<String> LIVES =
      List.of(
          // A right code, the same request again, the same code in another request, wrong codes.
          "RrUWU",
          // Wrong ones first; the right one forgets them; a resent failure does not count again.
          "WwWRWw",
          // Locked by the fifth; a right code does not help then.
          "WWWWWLl");

  /**
   * What is put.
   *
   * @param accepted whether it must be accepted; if not, it must be refused
   */
  record Ask(String requestId, String contract, String user, String code, boolean accepted) {}

  private final String contract;
  private final String user;
  private final byte[] seed = new byte[20];
  private final TokenApp app;
  private final String life;
  private String rightCode = "";
  private int asked;

  AskedCustomer(String requester, int number) {
    contract = "%s-%d".formatted(requester, number / PER_CONTRACT);
    user = "%s-%d".formatted(requester, number);
    life = LIVES.get(number % LIVES.size());
    RANDOM.nextBytes(seed);
    app = TokenApp.withSeed(seed);
  }

  /** The words for a {@code Neighbour}. */
  String registration() {
    return "register reg-%s %s %s %s"
        .formatted(user, contract, user, HexFormat.of().formatHex(seed));
  }

  String contract() {
    return contract;
  }

  String user() {
    return user;
  }

  /** Upper case puts a request, lower case puts the one before once more. */
  String life() {
    return life;
  }

  /** The next request; a code is of the moment in which it is asked. */
  Ask ask(char letter) {
    String code =
        switch (letter) {
          case 'R', 'L' -> app.codeAt(Instant.now());
          case 'U' -> rightCode;
          case 'W' -> app.wrongCodeAt(Instant.now());
          default -> throw new IllegalArgumentException("no request is " + letter);
        };
    if (letter == 'R') {
      rightCode = code;
    }
    return new Ask(user + "-" + ++asked, contract, user, code, letter == 'R');
  }

  /** How many failures in a row his token must have in the end. */
  int failures() {
    int failures = 0;
    for (int i = 0; i < life.length(); i++) {
      char letter = life.charAt(i);
      failures = letter == 'R' ? 0 : letter == 'W' ? failures + 1 : failures;
    }
    return failures;
  }

  boolean locked() {
    return failures() == 5;
  }
}
