package org.ichido.api.order;

/** Why a hard token is ordered. Four different orders beside the first one (S4-28, S4-39). */
public enum OrderKind {
  /** The first of a contract (S4-27). */
  FIRST,
  /** One more, so that users need not share (S4-17). */
  ADD,
  /** In the place of one whose battery ends or that is defective (S4-40). */
  EXCHANGE,
  /** In the place of one that was lost. */
  REISSUE_LOST,
  /** In the place of one that was stolen. */
  REISSUE_STOLEN;

  /**
   * @return whether it takes the place of another one, whose users it gets
   */
  public boolean replaces() {
    return this == EXCHANGE || stops();
  }

  /**
   * @return whether the former one is suspended at once: it may be in somebody else's hands
   */
  public boolean stops() {
    return this == REISSUE_LOST || this == REISSUE_STOLEN;
  }
}
