package org.ichido.queuemanager.trouble;

import java.util.List;
import java.util.Optional;
import org.ichido.queuemanager.wire.Reason;

/** All trouble that strikes one call. */
public final class Strike {
  private final List<Effect> effects;
  private final Pauses pauses;

  Strike(List<Effect> effects, Pauses pauses) {
    this.effects = effects;
    this.pauses = pauses;
  }

  /**
   * @return whether the call is to be late
   */
  public boolean isLate() {
    return effects.stream().anyMatch(e -> e instanceof Effect.Delay || e instanceof Effect.Hold);
  }

  /**
   * Waits if the call is to be late.
   *
   * @throws InterruptedException if the queue manager is closed meanwhile
   */
  public void pause() throws InterruptedException {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Delay delay) {
        pauses.pause(delay.time());
      }
      if (effect instanceof Effect.Hold hold) {
        hold.released().await();
      }
    }
  }

  /**
   * @return why the call is to fail, if it is
   */
  public Optional<Reason> refusal() {
    return effects.stream()
        .filter(Effect.Refuse.class::isInstance)
        .map(effect -> ((Effect.Refuse) effect).reason())
        .findFirst();
  }

  /**
   * @param moment before, during or after the call
   * @return whether the socket is to be cut then
   */
  public boolean cuts(Cut moment) {
    return effects.contains(new Effect.CutSocket(moment));
  }
}
