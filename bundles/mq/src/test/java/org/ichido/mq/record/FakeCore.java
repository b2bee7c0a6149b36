package org.ichido.mq.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ichido.api.AuditEntry;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Description;
import org.ichido.api.HashFunction;
import org.ichido.api.OtpParameters;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.UnlockRequest;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.Activation;
import org.ichido.api.act.ApproveRequest;
import org.ichido.api.act.CancelRequest;
import org.ichido.api.act.Ciphertext;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.OperatorRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.ReissueRequest;
import org.ichido.api.act.RenameRequest;
import org.ichido.api.act.RenewRequest;
import org.ichido.api.act.ResynchroniseRequest;
import org.ichido.api.act.RevokeRequest;
import org.ichido.api.contract.BusinessOutcome;
import org.ichido.api.contract.BusinessRequest;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.CountOutcome;
import org.ichido.api.contract.CountRequest;
import org.ichido.api.order.BooksOutcome;
import org.ichido.api.order.BooksRequest;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.NextStep;
import org.ichido.api.requirement.Question;
import org.ichido.api.requirement.Requirement;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.RecordMark;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.Total;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.AuditTrail;
import org.ichido.spi.transport.DayTotals;
import org.ichido.spi.transport.Decisions;
import org.ichido.spi.transport.Formed;
import org.ichido.spi.transport.OnceOnly;
import org.ichido.spi.transport.ResendRequest;
import org.ichido.spi.transport.Resent;
import org.ichido.spi.transport.Subject;
import org.ichido.spi.transport.TotalsRequest;

/** Core as records see it: decides what it was told to, once for each key. */
final class FakeCore implements Decisions, OnceOnly, AuditTrail {
  Verdict verdict = new Verdict.Accepted(Samples.DECIDED);
  Outcome outcome = Outcome.Done.at(Samples.DECIDED);
  Description description = new Description(Samples.DECIDED, Optional.empty(), List.of());
  Instant memoryBegins = Instant.EPOCH;
  boolean storeIsDown;

  final List<VerifyRequest> verified = new ArrayList<>();

  /** The codes as they were when they were judged; they are wiped later. */
  final List<String> codes = new ArrayList<>();

  final List<UnlockRequest> unlocked = new ArrayList<>();
  final List<DescribeRequest> described = new ArrayList<>();
  final List<AuditEntry> audit = new ArrayList<>();

  /** The arrays that were fingerprinted, as handed over. */
  final List<byte[]> contents = new ArrayList<>();

  /** Every other request that was decided, as it came. */
  final List<Object> acted = new ArrayList<>();

  Outcome act = Outcome.Done.at(Samples.DECIDED);
  Activation activation =
      new Activation.Delivered(
          Samples.DECIDED,
          new Ciphertext(new byte[256]),
          new OtpParameters("totp", HashFunction.SHA1, 6, Duration.ofMinutes(1)),
          Instant.parse("2028-11-24T15:00:00Z"),
          "Kinsan");
  Requirement requirement =
      new Requirement(
          Samples.DECIDED, new Demand.NotRequired(), NextStep.NONE, Optional.empty(), "");

  DayTotals totals =
      new DayTotals(
          Samples.DECIDED,
          List.of(
              new Total("007", "VRFY", "0000", 900),
              new Total("007", "VRFY", "1000", 70),
              new Total("007", "ISSU", "1106", 5),
              new Total("007", "ISSU", "0001", 1),
              new Total("007", "VRFY", "8105", 3)),
          true);

  /** What a comparison of the books finds; empty: what it was told. */
  Optional<BooksOutcome> books = Optional.empty();

  /** Looks at a request while it is decided. */
  Consumer<Object> whileActing = request -> {};

  /** How the records that were answered can be found again. */
  final List<RecordMark> marks = new ArrayList<>();

  private final Map<RequestKey, Fingerprint> asked = new HashMap<>();
  private final Map<RequestKey, StoredReply> answered = new HashMap<>();
  private final Map<RecordMark, StoredReply> marked = new HashMap<>();

  CopybookExchange exchange() {
    CopybookExchange exchange = new CopybookExchange();
    exchange.clock = Samples.CLOCK;
    exchange.decisions = this;
    exchange.onceOnly = this;
    exchange.auditTrail = this;
    return exchange;
  }

  int judged() {
    return codes.size() + unlocked.size() + described.size() + acted.size();
  }

  @Override
  public UnitOfWork<Verdict> verify(VerifyRequest request) {
    verified.add(request);
    return work(
        () -> {
          codes.add(new String(request.code().ascii(), java.nio.charset.StandardCharsets.US_ASCII));
          return verdict;
        });
  }

  @Override
  public UnitOfWork<Outcome> unlock(UnlockRequest request) {
    return work(
        () -> {
          unlocked.add(request);
          return outcome;
        });
  }

  @Override
  public UnitOfWork<Description> describe(DescribeRequest request) {
    return work(
        () -> {
          described.add(request);
          return description;
        });
  }

  private static <O> UnitOfWork<O> work(java.util.function.Supplier<O> decision) {
    return new UnitOfWork<>() {
      @Override
      public Reads reads() {
        return Reads.NOTHING;
      }

      @Override
      public Decided<O> decide(Rows rows) {
        return new Decided<>(decision.get(), List.of());
      }
    };
  }

  @Override
  public Instant memoryBegins() {
    return memoryBegins;
  }

  @Override
  public Optional<StoredReply> recall(RequestKey key) {
    return Optional.ofNullable(answered.get(key));
  }

  @Override
  public Fingerprint fingerprint(byte[] content) {
    contents.add(content);
    try {
      return Fingerprint.of(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public <O> Optional<StoredReply> handleMarked(
      RequestKey key,
      Subject subject,
      Fingerprint fingerprint,
      UnitOfWork<O> work,
      Function<O, Formed> form) {
    if (storeIsDown) {
      throw new StoreUnavailable("the store is down, as the test wants");
    }
    Fingerprint first = asked.putIfAbsent(key, fingerprint);
    if (first == null) {
      O decided = work.decide(new Rows(Optional.empty(), List.of(), List.of())).outcome();
      Formed formed = form.apply(decided);
      answered.put(key, formed.reply());
      formed.mark().ifPresent(marks::add);
      formed.mark().ifPresent(mark -> marked.put(mark, formed.reply()));
    } else if (!first.equals(fingerprint)) {
      return Optional.empty();
    }
    return Optional.of(answered.get(key));
  }

  @Override
  public Optional<StoredReply> recallMarked(
      Requester requester, String source, LocalDate businessDate, long serialNumber) {
    return marks.stream()
        .filter(mark -> mark.source().equals(source) && mark.businessDate().equals(businessDate))
        .filter(mark -> mark.serialNumber() == serialNumber)
        .findFirst()
        .flatMap(mark -> Optional.ofNullable(marked.get(mark)));
  }

  @Override
  public <O> O ask(UnitOfWork<O> question) {
    if (storeIsDown) {
      throw new StoreUnavailable("the store is down, as the test wants");
    }
    return question.decide(new Rows(Optional.empty(), List.of(), List.of())).outcome();
  }

  @Override
  public void append(AuditEntry entry) {
    audit.add(entry);
  }

  @Override
  public UnitOfWork<Outcome> issue(IssueRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<Outcome> reissue(ReissueRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<Activation> activate(ActivateRequest request) {
    return noted(request, () -> activation);
  }

  @Override
  public UnitOfWork<Verdict> confirm(ConfirmRequest request) {
    return noted(request, () -> verdict);
  }

  @Override
  public UnitOfWork<Outcome> rename(RenameRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<Outcome> renew(RenewRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<Outcome> revoke(RevokeRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<Outcome> suspend(OperatorRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<Outcome> resume(OperatorRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<Outcome> resynchronise(ResynchroniseRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<Outcome> releaseDownloads(OperatorRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<Outcome> approve(ApproveRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<Outcome> contract(ContractRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<Requirement> next(Question request) {
    return noted(request, () -> requirement);
  }

  @Override
  public UnitOfWork<BusinessOutcome> business(BusinessRequest request) {
    return noted(
        request,
        () ->
            new BusinessOutcome(
                act, Optional.of(request.date()), Optional.of(Samples.DECIDED), Optional.empty()));
  }

  @Override
  public UnitOfWork<CountOutcome> compare(CountRequest request) {
    return noted(
        request, () -> new CountOutcome(Samples.DECIDED, request.expected(), true, List.of()));
  }

  @Override
  public UnitOfWork<Outcome> cancel(CancelRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<DayTotals> totals(TotalsRequest request) {
    return noted(request, () -> totals);
  }

  @Override
  public UnitOfWork<Resent> resend(ResendRequest request) {
    return noted(request, () -> new Resent(Samples.DECIDED, 4, 1));
  }

  @Override
  public UnitOfWork<Outcome> hardToken(HardTokenRequest request) {
    return noted(request, () -> act);
  }

  @Override
  public UnitOfWork<BooksOutcome> books(BooksRequest request) {
    return noted(
        request,
        () ->
            books.orElseGet(
                () ->
                    new BooksOutcome(
                        Samples.DECIDED, request.theirs().orElseThrow(), true, List.of())));
  }

  private <O> UnitOfWork<O> noted(Object request, Supplier<O> outcome) {
    return new UnitOfWork<>() {
      @Override
      public Reads reads() {
        return Reads.NOTHING;
      }

      @Override
      public Decided<O> decide(Rows rows) {
        acted.add(request);
        whileActing.accept(request);
        return new Decided<>(outcome.get(), List.of());
      }
    };
  }
}
