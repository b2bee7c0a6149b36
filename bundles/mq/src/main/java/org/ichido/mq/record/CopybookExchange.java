package org.ichido.mq.record;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankNotServed;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestKey;
import org.ichido.api.UnlockRequest;
import org.ichido.api.VerifyRequest;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.AuditTrail;
import org.ichido.spi.transport.Decisions;
import org.ichido.spi.transport.OnceOnly;
import org.ichido.spi.transport.RequestType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Exchanges the records that the copybooks describe. Thread-safe. */
@Component(service = RecordExchange.class)
public final class CopybookExchange implements RecordExchange {
  /** What an honest resend changes. Everything else makes it another request. */
  static final Set<String> RESEND_CHANGES =
      Set.of("ICH-SENT-AT", "ICH-SERIAL-NUMBER", "ICH-RESEND");

  private final RecordLayouts layouts = RecordLayouts.load();
  private final Gate gate = new Gate(layouts);

  @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Decisions decisions;

  @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable OnceOnly onceOnly;

  @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable AuditTrail auditTrail;

  @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Clock clock;

  /**
   * For Declarative Services.
   *
   * @throws InvalidCopybook if a copybook in this bundle has something that is not understood
   */
  @Activate
  public CopybookExchange() {}

  @Override
  public Disposition exchange(Incoming incoming) {
    byte[] body = incoming.body();
    Optional<HostCharacters> set = HostCharacters.of(incoming.ccsid());
    if (set.isEmpty()) {
      return new Disposition.Unanswerable(ReasonCode.UNSUPPORTED_CCSID.name());
    }
    if (body.length < layouts.header().length()) {
      return new Disposition.Unanswerable(ReasonCode.NOT_A_RECORD.name());
    }
    HostRecord header = HostRecord.read(layouts.header(), body, set.get());
    if (!header.is("ICH-IS-ICHIDO")) {
      return new Disposition.Unanswerable(ReasonCode.NOT_A_RECORD.name());
    }
    if (header.is("ICH-REPLY") || header.is("ICH-EVENT")) {
      // Answering an answer may go on for ever.
      return new Disposition.Unanswerable(ReasonCode.NOT_A_REQUEST.name());
    }
    Instant now = present(clock).instant();
    Replies replies = new Replies(layouts, header, set.get(), now);
    try {
      RequestType type = gate.admit(incoming, header);
      try (HostRecord record = HostRecord.read(layouts.request(type), body, set.get())) {
        Optional<BadRecord> fault = record.fault();
        if (fault.isPresent()) {
          throw fault.get();
        }
        Gate.timely(record, incoming.bank(), now);
        Header said = Header.of(record, incoming.bank().bank());
        RequestKey key = new RequestKey(incoming.requester().name(), said.request());
        OnceOnly once = present(onceOnly);
        if (Gate.mayBeForgotten(record, incoming.bank(), once.memoryBegins(), now)
            && once.recall(key).isEmpty()) {
          throw BadRecord.because(ReasonCode.REQUEST_TOO_OLD);
        }
        return decide(type, new Request(incoming, record, key, said.holder(), now), replies);
      }
    } catch (BadRecord fault) {
      return new Disposition.Answer(replies.bad(fault), Optional.empty(), Optional.empty());
    }
  }

  /** A request whose record is in order. */
  private record Request(
      Incoming incoming, HostRecord record, RequestKey key, Holder holder, Instant now) {}

  private Disposition decide(RequestType type, Request request, Replies replies) throws BadRecord {
    return switch (type) {
      case VERIFY -> {
        try (OneTimeCode code = Header.code(request.record())) {
          VerifyRequest asked = new VerifyRequest(request.key(), request.holder(), code);
          yield once(request, Optional.empty(), d -> d.verify(asked), replies, replies::verify);
        }
      }
      case UNLOCK -> {
        Actor actor = Header.operator(request.record());
        UnlockRequest asked = new UnlockRequest(request.key(), request.holder(), actor);
        yield once(request, Optional.of(actor), d -> d.unlock(asked), replies, replies::unlock);
      }
      case DESCRIBE -> {
        Actor actor = Header.operator(request.record());
        DescribeRequest asked = new DescribeRequest(request.key(), request.holder(), actor);
        yield once(request, Optional.of(actor), d -> d.describe(asked), replies, replies::describe);
      }
    };
  }

  private <O> Disposition once(
      Request request,
      Optional<Actor> actor,
      Function<Decisions, UnitOfWork<O>> work,
      Replies replies,
      Function<O, StoredReply> form) {
    Optional<Instant> expires = request.incoming().expires();
    if (expires.isPresent() && !expires.get().isAfter(request.now())) {
      return expired(request, actor, expires.get());
    }
    OnceOnly once = present(onceOnly);
    StoredReply reply =
        once.handle(
                request.key(),
                request.holder(),
                fingerprint(once, request.record()),
                work.apply(present(decisions)),
                form)
            .orElseGet(() -> replies.bad(BadRecord.because(ReasonCode.DUPLICATE_KEY_MISMATCH)));
    return new Disposition.Answer(reply, Optional.of(request.key()), Optional.of(request.holder()));
  }

  /**
   * Too late to judge, or, after a crash between the judgement and its reply, too late to answer:
   * the audit must not say of a verdict that it never was.
   */
  private Disposition expired(Request request, Optional<Actor> actor, Instant expires) {
    boolean judged = present(onceOnly).recall(request.key()).isPresent();
    AuditEvent event = judged ? AuditEvent.REPLY_DROPPED : AuditEvent.REQUEST_EXPIRED;
    AuditEntry entry =
        AuditEntry.of(request.now(), event, request.holder(), request.key())
            .withDetail("expired at " + expires);
    present(auditTrail).append(actor.map(entry::withActor).orElse(entry));
    return new Disposition.Dropped(event.name());
  }

  private static Fingerprint fingerprint(OnceOnly once, HostRecord record) {
    byte[] content = record.content(RESEND_CHANGES);
    try {
      return once.fingerprint(content);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  /** Core may be away while it is updated; then there is no answer, and the message comes again. */
  private static <S> S present(@Nullable S service) {
    if (service == null) {
      throw new BankNotServed("core is not there at this moment: the request waits on its queue");
    }
    return service;
  }
}
