package org.ichido.mq.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.RecordMark;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.AuditTrail;
import org.ichido.spi.transport.Decisions;
import org.ichido.spi.transport.Formed;
import org.ichido.spi.transport.OnceOnly;
import org.ichido.spi.transport.Subject;

/**
 * What a request is decided with, as these services were when it was received.
 *
 * @param decisions core's decisions
 * @param onceOnly the memory of answers
 * @param audit where it is recorded that nothing was decided
 */
record Once(Decisions decisions, OnceOnly onceOnly, AuditTrail audit) {
  /** What an honest resend changes. Everything else makes it another request. */
  static final Set<String> RESEND_CHANGES =
      Set.of("ICH-SENT-AT", "ICH-SERIAL-NUMBER", "ICH-RESEND");

  /** Has a request decided, unless it was before, and answers it. */
  <O> Disposition handle(
      Asked asked,
      Optional<? extends Actor> actor,
      Function<Decisions, UnitOfWork<O>> work,
      Function<O, StoredReply> form) {
    Optional<Disposition> late = late(asked, actor);
    if (late.isPresent()) {
      return late.get();
    }
    StoredReply reply =
        onceOnly
            .handleMarked(
                asked.key(),
                asked.header().subject(),
                fingerprint(asked.record()),
                work.apply(decisions),
                form.andThen(formed -> new Formed(formed, mark(asked, formed))))
            .orElseGet(
                () -> asked.replies().bad(BadRecord.because(ReasonCode.DUPLICATE_KEY_MISMATCH)));
    return answer(asked, reply);
  }

  /** Answers a question afresh. */
  <O> Disposition ask(
      Asked asked, Function<Decisions, UnitOfWork<O>> question, Function<O, StoredReply> form) {
    return answer(asked, () -> form.apply(onceOnly.ask(question.apply(decisions))));
  }

  /** Answers what needs no decision. */
  Disposition answer(Asked asked, Supplier<StoredReply> form) {
    return late(asked, Optional.empty()).orElseGet(() -> answer(asked, form.get()));
  }

  private static Disposition answer(Asked asked, StoredReply reply) {
    return new Disposition.Answer(
        reply, Optional.of(asked.key()), Optional.of(asked.header().subject()));
  }

  private Optional<Disposition> late(Asked asked, Optional<? extends Actor> actor) {
    return asked
        .incoming()
        .expires()
        .filter(end -> !end.isAfter(asked.now()))
        .map(end -> expired(asked, actor, end));
  }

  /**
   * Too late to judge, or, after a crash between the judgement and its reply, too late to answer:
   * the audit must not say of a verdict that it never was.
   */
  private Disposition expired(Asked asked, Optional<? extends Actor> actor, Instant expires) {
    boolean judged = onceOnly.recall(asked.key()).isPresent();
    AuditEvent event = judged ? AuditEvent.REPLY_DROPPED : AuditEvent.REQUEST_EXPIRED;
    Subject subject = asked.header().subject();
    AuditEntry entry =
        new AuditEntry(
            asked.now(),
            event,
            subject.bank(),
            subject.contract(),
            subject.user(),
            Optional.empty(),
            Optional.of(asked.key()),
            actor.map(Function.identity()),
            Optional.empty(),
            Optional.empty(),
            "expired at " + expires);
    audit.append(entry);
    return new Disposition.Dropped(event.name());
  }

  /** By what the request is found and counted. */
  private static Optional<RecordMark> mark(Asked asked, StoredReply reply) {
    HostRecord record = asked.record();
    return JapanTime.date(record.view("ICH-BUSINESS-DATE"))
        .flatMap(
            date ->
                asked
                    .replies()
                    .header(reply)
                    .map(
                        header ->
                            new RecordMark(
                                asked.header().subject().bank(),
                                record.get("ICH-SOURCE"),
                                date,
                                Long.parseLong(record.get("ICH-SERIAL-NUMBER")),
                                record.get("ICH-BRANCH"),
                                record.get("ICH-RECORD-TYPE"),
                                header.get("ICH-RESPONSE-CODE"))));
  }

  private Fingerprint fingerprint(HostRecord record) {
    byte[] content = record.content(RESEND_CHANGES);
    try {
      return onceOnly.fingerprint(content);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }
}
