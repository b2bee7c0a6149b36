package org.ichido.mq.record;

import java.util.ArrayList;
import java.util.List;
import org.ichido.api.BankId;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitReply;
import org.ichido.spi.transport.Debits;

/** Notes what core banking said, and says of it what it is told to. */
final class FakeFees implements Debits {
  final List<DebitReply> said = new ArrayList<>();
  Taken taken = Taken.TAKEN;
  boolean storeIsDown;

  @Override
  public List<DebitMessage> due(BankId bank, int atMost) {
    return List.of();
  }

  @Override
  public void sent(DebitMessage message) {
    throw new IllegalStateException("nothing was due");
  }

  @Override
  public Taken answered(DebitReply reply) {
    if (storeIsDown) {
      throw new StoreUnavailable("the store is down, as the test wants");
    }
    said.add(reply);
    return taken;
  }
}
