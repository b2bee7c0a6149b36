package org.ichido.mq;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.UserId;
import org.ichido.mq.record.Ccsid;
import org.ichido.mq.record.Disposition;
import org.ichido.mq.record.Incoming;
import org.ichido.mq.record.RecordExchange;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.Subject;

/** Answers every request with "re:" and its own bytes, unless told otherwise. */
final class FakeExchange implements RecordExchange {
  static final Holder HOLDER =
      new Holder(new BankId("kinsan"), new ContractId("C1"), new UserId("U1"));

  final List<Incoming> seen = new CopyOnWriteArrayList<>();
  volatile Function<Incoming, Disposition> behaviour = FakeExchange::echo;

  static Disposition.Answer echo(Incoming incoming) {
    byte[] start = "re:".getBytes(Ccsid.charset(incoming.ccsid()).orElse(StandardCharsets.UTF_8));
    byte[] reply = new byte[start.length + incoming.body().length];
    System.arraycopy(start, 0, reply, 0, start.length);
    System.arraycopy(incoming.body(), 0, reply, start.length, incoming.body().length);
    return answer(incoming, new StoredReply(reply, incoming.ccsid(), 1));
  }

  static Disposition.Answer answer(Incoming incoming, StoredReply reply) {
    RequestKey key = new RequestKey(incoming.requester().name(), new RequestId("R1"));
    return new Disposition.Answer(reply, Optional.of(key), Optional.of(Subject.of(HOLDER)));
  }

  @Override
  public Disposition exchange(Incoming incoming) {
    seen.add(incoming);
    return behaviour.apply(incoming);
  }
}
