package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;
import org.junit.jupiter.api.Test;

/** T33: what was done to the audit shows. */
class AuditChainTest {
  private static final AuditEntry ENTRY =
      AuditEntry.of(
          Instant.parse("2026-01-02T03:04:05Z"),
          AuditEvent.REFUSED,
          new Holder(new BankId("kinsan"), new ContractId("C1"), new UserId("alice")),
          new RequestKey(new Requester("IB"), new RequestId("R1")));

  @Test
  void whatWasWrittenFits() {
    assertThat(fault(chain(5))).isEmpty();
  }

  @Test
  void anEntryTakenFromTheStartShows() {
    List<AuditLink> links = chain(5);
    links.remove(0);
    assertThat(fault(links)).contains("entry 1 is missing; entry 2 follows");
  }

  @Test
  void anEntryTakenFromTheMiddleShows() {
    List<AuditLink> links = chain(5);
    links.remove(2);
    assertThat(fault(links)).contains("entry 3 is missing; entry 4 follows");
  }

  @Test
  void aGapClosedByRenumberingShows() {
    List<AuditLink> links = chain(3);
    AuditLink last = links.remove(2);
    links.set(1, new AuditLink(2, last.writer(), last.prev(), last.entry(), last.hash()));
    assertThat(fault(links)).contains("entry 2 does not follow entry 1 as that stands now");
  }

  @Test
  void swappedContentsShow() {
    List<AuditLink> links = chain(4);
    AuditLink second = links.get(1);
    AuditLink third = links.get(2);
    links.set(1, with(second, third.entry()));
    links.set(2, with(third, second.entry()));
    assertThat(fault(links)).contains("entry 2 was changed after it was written");
  }

  @Test
  void swappedEntriesShow() {
    List<AuditLink> links = chain(4);
    Collections.swap(links, 1, 2);
    assertThat(fault(links)).contains("entry 2 is missing; entry 3 follows");
  }

  @Test
  void anEntryEditedAndHashedAnewShowsInTheNextOne() {
    List<AuditLink> links = chain(4);
    AuditChain before = AuditChain.after(links.get(0));
    links.set(1, before.next("1", links.get(1).entry().withDetail("forged")));
    assertThat(fault(links)).contains("entry 3 does not follow entry 2 as that stands now");
  }

  @Test
  void everyFieldIsUnderTheHash() {
    Actor.Operator operator =
        new Actor.Operator(
            "op", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    List<AuditEntry> variants =
        List.of(
            ENTRY,
            entry(ENTRY.at().plusNanos(1), AuditEvent.REFUSED, "kinsan"),
            entry(ENTRY.at().plusSeconds(1), AuditEvent.REFUSED, "kinsan"),
            entry(ENTRY.at(), AuditEvent.ACCEPTED, "kinsan"),
            entry(ENTRY.at(), AuditEvent.REFUSED, "other"),
            of("C2", "alice", "IB", "R1"),
            of("C1", "alicf", "IB", "R1"),
            of("C1", "alice", "IC", "R1"),
            of("C1", "alice", "IB", "R2"),
            of("C1", "alice", "IBR", "1"),
            ENTRY.withToken(new TokenId("T1")),
            ENTRY.withActor(new Actor.Administrator("op")),
            ENTRY.withActor(operator),
            ENTRY.withActor(operator("001", null, null, null)),
            ENTRY.withActor(operator(null, "001", null, null)),
            ENTRY.withActor(operator(null, null, "001", null)),
            ENTRY.withActor(operator(null, null, null, "001")),
            ENTRY.withCause(Cause.INVALID),
            ENTRY.withFactor(1),
            ENTRY.withDetail("1"));
    Set<Hash> hashes = new HashSet<>();
    variants.forEach(entry -> hashes.add(AuditChain.EMPTY.next("1", entry).hash()));
    hashes.add(AuditChain.EMPTY.next("2", ENTRY).hash());
    hashes.add(AuditChain.after(AuditChain.EMPTY.next("1", ENTRY)).next("1", ENTRY).hash());

    assertThat(hashes).hasSize(variants.size() + 2);
  }

  /**
   * The encoding is for ever: chains in the field were written with it. The value was computed by
   * another program from the description alone.
   */
  @Test
  void theHashOfAKnownEntryNeverChanges() {
    assertThat(AuditChain.EMPTY.next("1", ENTRY).hash())
        .hasToString("63d7c3dc9e4930069515da480db281b983b2c1223102e170b2af70cf1533ecb4");
  }

  private static Actor operator(String branch, String approver, String reason, String paper) {
    return new Actor.Operator(
        "op",
        Optional.ofNullable(branch),
        Optional.ofNullable(approver),
        Optional.ofNullable(reason),
        Optional.ofNullable(paper));
  }

  private static AuditEntry of(String contract, String user, String requester, String request) {
    return AuditEntry.of(
        ENTRY.at(),
        ENTRY.event(),
        new Holder(ENTRY.bank(), new ContractId(contract), new UserId(user)),
        new RequestKey(new Requester(requester), new RequestId(request)));
  }

  private static AuditEntry entry(Instant at, AuditEvent event, String bank) {
    return AuditEntry.of(
        at,
        event,
        new Holder(new BankId(bank), new ContractId("C1"), new UserId("alice")),
        ENTRY.request().orElseThrow());
  }

  private static List<AuditLink> chain(int length) {
    List<AuditLink> links = new ArrayList<>();
    AuditChain position = AuditChain.EMPTY;
    for (int i = 0; i < length; i++) {
      AuditLink link = position.next("1", ENTRY.withDetail("number " + i));
      links.add(link);
      position = AuditChain.after(link);
    }
    return links;
  }

  private static AuditLink with(AuditLink link, AuditEntry entry) {
    return new AuditLink(link.seq(), link.writer(), link.prev(), entry, link.hash());
  }

  private static Optional<String> fault(List<AuditLink> links) {
    AuditChain position = AuditChain.EMPTY;
    for (AuditLink link : links) {
      Optional<String> fault = position.fault(link);
      if (fault.isPresent()) {
        return fault;
      }
      position = AuditChain.after(link);
    }
    return Optional.empty();
  }
}
