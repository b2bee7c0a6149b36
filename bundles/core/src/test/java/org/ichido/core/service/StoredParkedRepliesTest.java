package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Health;
import org.ichido.api.Requester;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.store.StoredReply;
import org.junit.jupiter.api.Test;

class StoredParkedRepliesTest extends House {
  /** The number that the store gives to it. */
  private static final long FIRST = 1;

  private final StoredParkedReplies parked = new StoredParkedReplies(services, profiles);
  private final ParkedRow reply =
      new ParkedRow(
          FIRST,
          HOLDER.bank(),
          new Requester("kinsan.channel"),
          Optional.empty(),
          Optional.of(HOLDER),
          "M1",
          "Q",
          "C",
          true,
          4,
          Optional.empty(),
          false,
          new StoredReply(new byte[] {1}, 0, 1),
          "2085",
          START);

  private static AuditEntry entry(AuditEvent event) {
    return AuditEntry.of(START, event, HOLDER.bank());
  }

  @Test
  void aReplyIsKeptWithItsAuditUntilItIsSettledWithItsAudit() {
    assertThat(parked.health()).isEmpty();

    parked.park(reply, entry(AuditEvent.REPLY_PARKED));

    assertThat(parked.of(HOLDER.bank(), 10)).containsExactly(reply);
    assertThat(parked.health())
        .containsExactly(
            new Health(
                "bank kinsan, parked replies",
                Health.Level.WARN,
                List.of("1 could not be delivered: ichido:reply-list kinsan")));

    parked.settle(FIRST, entry(AuditEvent.REPLY_RESENT));

    assertThat(parked.of(HOLDER.bank(), 10)).isEmpty();
    assertThat(parked.health()).isEmpty();
    assertThat(store.wholeAudit())
        .extracting(AuditEntry::event)
        .containsExactly(AuditEvent.REPLY_PARKED, AuditEvent.REPLY_RESENT);
  }

  @Test
  void whatCannotBeKeptIsNotAcknowledged() {
    store.broken = true;

    assertThatThrownBy(() -> parked.park(reply, entry(AuditEvent.REPLY_PARKED)))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(parked.health()).isEmpty();
  }
}
