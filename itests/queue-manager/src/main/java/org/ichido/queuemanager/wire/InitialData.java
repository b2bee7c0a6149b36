package org.ichido.queuemanager.wire;

/**
 * The offer with which a client starts, and the answer to it. The client repeats its offer, lowered
 * to the answer, until nothing is changed any more.
 */
public final class InitialData {
  /** The level that is answered: the lowest with MQGET on a shared socket. */
  public static final int LEVEL = 13;

  private static final int SIZE = 240;
  private static final int MAX_TRANSMISSION = 32748;
  private static final int WRONG_LEVEL = 0x08;
  private static final int WRONG_MESSAGE_SIZE = 0x10;
  private static final int WRONG_TRANSMISSION = 0x04;
  private static final int WRONG_HEARTBEAT = 0x80;

  private final Fields offer;

  /**
   * @param offer as the client sent it
   * @throws MalformedException if it is too short for the level, or of a level that is too low
   */
  public InitialData(Fields offer) throws MalformedException {
    if (offer.length() < 208 || offer.oneByte(4) < LEVEL) {
      throw new MalformedException("only clients of level " + LEVEL + " and above are understood");
    }
    this.offer = offer;
  }

  /**
   * @return the channel that the client asks for
   */
  public String channel() {
    return offer.text(24, 20);
  }

  /**
   * @return how long a segment may be, in bytes
   */
  public int transmissionSize() {
    return Math.min(offer.number(12), MAX_TRANSMISSION);
  }

  /**
   * @param terms what the queue manager wants
   * @return the answer
   */
  public Fields answer(Terms terms) {
    int wrong = 0;
    wrong |= offer.oneByte(4) == LEVEL ? 0 : WRONG_LEVEL;
    wrong |= offer.number(12) <= MAX_TRANSMISSION ? 0 : WRONG_TRANSMISSION;
    wrong |= offer.number(16) <= terms.maxMessageLength() ? 0 : WRONG_MESSAGE_SIZE;
    wrong |= offer.number(96) == 0 ? 0 : WRONG_HEARTBEAT;
    Fields answer = Fields.zeros(SIZE);
    answer.bytes(0, offer.bytes(0, Math.min(SIZE, offer.length())));
    return answer
        .oneByte(4, LEVEL)
        .oneByte(6, 0)
        .oneByte(7, wrong)
        .number(12, transmissionSize())
        .number(16, Math.min(offer.number(16), terms.maxMessageLength()))
        .oneByte(44, 0x51)
        .oneByte(45, 0)
        .twoBytes(46, 819)
        .text(48, 48, terms.queueManager())
        .number(96, 0)
        .twoBytes(100, SIZE - 102)
        .number(128, Math.min(offer.number(128), terms.conversations()))
        .oneByte(132, 0x08)
        .oneByte(133, 0)
        .text(160, 48, terms.identifier())
        .bytes(208, passwordProtection(terms.encrypted()));
  }

  /**
   * @param answer what was answered
   * @return whether the client has to repeat its offer
   */
  public static boolean isCounterOffer(Fields answer) {
    return answer.oneByte(7) != 0;
  }

  /** None when TLS protects the password already, else the client's own. */
  private static byte[] passwordProtection(boolean encrypted) {
    Fields algorithms = Fields.zeros(20);
    for (int at = 0; at < 20; at += 2) {
      algorithms.twoBytes(at, 0xFFFF);
    }
    return algorithms.twoBytes(0, encrypted ? 0 : 1).toBytes();
  }

  /**
   * What the queue manager wants.
   *
   * @param queueManager its name
   * @param identifier its name with the time it was made
   * @param conversations how many may share the socket
   * @param maxMessageLength in bytes
   * @param encrypted whether the socket is TLS
   */
  public record Terms(
      String queueManager,
      String identifier,
      int conversations,
      int maxMessageLength,
      boolean encrypted) {}
}
