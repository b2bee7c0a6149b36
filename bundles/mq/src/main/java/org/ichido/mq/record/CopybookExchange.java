package org.ichido.mq.record;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.ichido.api.BankNotServed;
import org.ichido.api.RequestKey;
import org.ichido.spi.transport.AuditTrail;
import org.ichido.spi.transport.Debits;
import org.ichido.spi.transport.Decisions;
import org.ichido.spi.transport.OnceOnly;
import org.ichido.spi.transport.RequestType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Exchanges the records that the copybooks describe. Thread-safe. */
@Component(service = RecordExchange.class)
public final class CopybookExchange implements RecordExchange {
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

  /** Most banks have no fees: requests are answered without it. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Debits debits;

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
    if (!incoming.queue().asks()) {
      return debitReply(incoming, header, set.get());
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
        Once once = new Once(present(decisions), present(onceOnly), present(auditTrail));
        if (Gate.mayBeForgotten(record, incoming.bank(), once.onceOnly().memoryBegins(), now)
            && once.onceOnly().recall(key).isEmpty()) {
          throw BadRecord.because(ReasonCode.REQUEST_TOO_OLD);
        }
        return handle(type, new Asked(incoming, record, key, said, replies, now), once);
      }
    } catch (BadRecord fault) {
      return new Disposition.Answer(replies.bad(fault), Optional.empty(), Optional.empty());
    }
  }

  /** What core banking answers is not answered, however bad it is. */
  private Disposition debitReply(Incoming incoming, HostRecord header, HostCharacters set) {
    try {
      gate.admitDebitReply(incoming, header);
      HostRecord record = HostRecord.read(layouts.debitReply(), incoming.body(), set);
      Optional<BadRecord> fault = record.fault();
      if (fault.isPresent()) {
        throw fault.get();
      }
      Optional<String> later = DebitReplyRecord.later(record);
      if (later.isEmpty()) {
        Debits.Taken taken = present(debits).answered(DebitReplyRecord.read(incoming, record));
        if (taken == Debits.Taken.NOT_OURS) {
          throw BadRecord.because(ReasonCode.NOT_OURS);
        }
      }
      return new Disposition.Taken(later);
    } catch (BadRecord fault) {
      return new Disposition.Unanswerable(fault.words());
    }
  }

  /** A new type does not compile until somebody handles it. */
  private static Disposition handle(RequestType type, Asked asked, Once once) throws BadRecord {
    return switch (type) {
      case VERIFY -> ChannelRecords.verify(asked, once);
      case NEXT -> ChannelRecords.next(asked, once);
      case ISSUE -> ChannelRecords.issue(asked, once);
      case REISSUE -> ChannelRecords.reissue(asked, once);
      case CONFIRM -> ChannelRecords.confirm(asked, once);
      case REVOKE_BY_USER -> ChannelRecords.revoke(asked, once);
      case UNLOCK_BY_USER -> ChannelRecords.unlock(asked, once);
      case CANCEL -> ChannelRecords.cancel(asked, once);
      case REGISTER_DEVICE -> ChannelRecords.registerDevice(asked, once);
      case SKIP_REGISTRATION -> ChannelRecords.skipRegistration(asked, once);
      case UNLOCK -> OperatorRecords.unlock(asked, once);
      case REVOKE -> OperatorRecords.revoke(asked, once);
      case SUSPEND -> OperatorRecords.suspend(asked, once);
      case LIFT_SUSPENSION -> OperatorRecords.liftSuspension(asked, once);
      case RELEASE_DOWNLOADS -> OperatorRecords.releaseDownloads(asked, once);
      case RESYNCHRONISE -> OperatorRecords.resynchronise(asked, once);
      case APPROVE -> OperatorRecords.approve(asked, once);
      case DESCRIBE -> OperatorRecords.describe(asked, once);
      case PLACE_ORDER -> OrderRecords.place(asked, once);
      case SHIP_ORDER -> OrderRecords.ship(asked, once);
      case RETURN_ORDER -> OrderRecords.cameBack(asked, once);
      case CANCEL_ORDER -> OrderRecords.cancel(asked, once);
      case SETTLE_FEE -> OrderRecords.settleFee(asked, once);
      case UNLOCK_DEVICE -> OrderRecords.unlockDevice(asked, once);
      case ACTIVATE -> AppRecords.activate(asked, once);
      case RENAME -> AppRecords.rename(asked, once);
      case RENEW -> AppRecords.renew(asked, once);
      case OPEN_CONTRACT -> CoreRecords.open(asked, once);
      case CLOSE_CONTRACT -> CoreRecords.close(asked, once);
      case CHANGE_METHOD -> CoreRecords.changeMethod(asked, once);
      case MOVE_BRANCH -> CoreRecords.moveBranch(asked, once);
      case CHANGE_ACCOUNT -> CoreRecords.changeAccount(asked, once);
      case ADD_USER -> CoreRecords.addUser(asked, once);
      case REMOVE_USER -> CoreRecords.removeUser(asked, once);
      case CHANGE_ROLE -> CoreRecords.changeRole(asked, once);
      case OPEN_BUSINESS -> BusinessRecords.open(asked, once);
      case CLOSE_BUSINESS -> BusinessRecords.close(asked, once);
      case TOTALS -> BusinessRecords.totals(asked, once);
      case COUNT_CHECK -> BusinessRecords.compare(asked, once);
      case RESEND_EVENTS -> BusinessRecords.resend(asked, once);
      case COMPARE_BOOKS -> BusinessRecords.books(asked, once);
      case INQUIRE -> InquiryRecords.inquire(asked, once);
      case ECHO -> InquiryRecords.echo(asked, once);
      case DEBIT_REPLY -> throw new IllegalArgumentException("no request: " + type);
    };
  }

  /** Core may be away while it is updated; then there is no answer, and the message comes again. */
  private static <S> S present(@Nullable S service) {
    if (service == null) {
      throw new BankNotServed("core is not there at this moment: the request waits on its queue");
    }
    return service;
  }
}
