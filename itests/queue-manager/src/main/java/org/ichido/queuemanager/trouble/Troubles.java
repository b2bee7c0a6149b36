package org.ichido.queuemanager.trouble;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The trouble that a test asked for. Several may strike the same call: it waits for all, fails with
 * the first reason, and is cut if any says so. Thread-safe.
 */
public final class Troubles {
  private final List<Trouble> troubles = new CopyOnWriteArrayList<>();
  private final Pauses pauses;

  /**
   * @param pauses for calls that are late
   */
  public Troubles(Pauses pauses) {
    this.pauses = pauses;
  }

  /**
   * @param call where it shall strike
   * @return to say the rest: the first such call, unless said otherwise
   */
  public Spot at(Call call) {
    return new Spot(this, call);
  }

  /** Ends all trouble. */
  public void end() {
    troubles.forEach(Trouble::end);
    troubles.clear();
  }

  /**
   * @param occasion a call that is about to be done
   * @return what strikes it
   */
  public Strike strike(Occasion occasion) {
    return new Strike(
        troubles.stream().filter(t -> t.strikes(occasion)).map(Trouble::effect).toList(), pauses);
  }

  Trouble add(Trouble trouble) {
    troubles.add(trouble);
    return trouble;
  }
}
