package org.ichido.mq.record;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestId;
import org.ichido.api.TokenId;
import org.ichido.api.UnlockRequest;
import org.ichido.api.UserId;
import org.ichido.api.VerifyRequest;
import org.ichido.api.act.CancelRequest;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.Proofs;
import org.ichido.api.act.ReissueRequest;
import org.ichido.api.act.RevokeRequest;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Question;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.api.stock.TokenSerial;

/** What channels ask on behalf of users. */
final class ChannelRecords {
  private ChannelRecords() {}

  static Disposition verify(Asked asked, Once once) throws BadRecord {
    Use use = use(asked.record());
    Holder holder = asked.holder();
    try (OneTimeCode code = Fields.code(asked.record(), "ICH-CODE")) {
      VerifyRequest request = new VerifyRequest(asked.key(), holder, use, code);
      return once.handle(asked, Optional.empty(), d -> d.verify(request), asked.replies()::verdict);
    }
  }

  static Disposition next(Asked asked, Once once) throws BadRecord {
    HostRecord record = asked.record();
    Optional<LocalDate> lastPaid = Fields.optionalDate(record, "ICH-PAYEE-LAST-PAID");
    Facts facts =
        new Facts(
            Fields.optionalTruth(record, "ICH-APPROVAL-IN-USE"),
            Fields.optionalTruth(record, "ICH-PAYEE-REGISTERED"),
            lastPaid,
            Fields.optionalDate(record, "ICH-BUSINESS-DATE"),
            Fields.optionalTruth(record, "ICH-PRIVATE-BILLER"));
    Question question = new Question(asked.holder(), use(record), facts);
    return once.ask(asked, d -> d.next(question), asked.replies()::requirement);
  }

  static Disposition issue(Asked asked, Once once) throws BadRecord {
    IssueRequest request = form(asked);
    return once.handle(asked, user(asked), d -> d.issue(request), asked.replies()::act);
  }

  static Disposition reissue(Asked asked, Once once) throws BadRecord {
    HostRecord record = asked.record();
    Proofs proofs =
        new Proofs(
            Fields.truth(record, "ICH-CARD-PROVED"),
            Fields.truth(record, "ICH-PASSWORD-PROVED"),
            Fields.truth(record, "ICH-PHONE-PROVED"));
    ReissueRequest request = new ReissueRequest(form(asked), proofs);
    return once.handle(asked, user(asked), d -> d.reissue(request), asked.replies()::act);
  }

  private static IssueRequest form(Asked asked) throws BadRecord {
    HostRecord record = asked.record();
    return new IssueRequest(
        asked.key(),
        asked.holder(),
        Fields.required(record, "ICH-MAIL").toString(),
        Fields.required(record, "ICH-MAIL-REPEATED").toString(),
        Fields.ciphertext(record, "ICH-PASSWORD"),
        Fields.ciphertext(record, "ICH-PASSWORD-REPEATED"));
  }

  static Disposition confirm(Asked asked, Once once) throws BadRecord {
    Holder holder = asked.holder();
    try (OneTimeCode code = Fields.code(asked.record(), "ICH-CODE")) {
      ConfirmRequest request = new ConfirmRequest(asked.key(), holder, code);
      return once.handle(
          asked, Optional.empty(), d -> d.confirm(request), asked.replies()::verdict);
    }
  }

  static Disposition revoke(Asked asked, Once once) throws BadRecord {
    Holder target = target(asked);
    Actor.User actor = new Actor.User(asked.holder().user());
    try (OneTimeCode code = Fields.code(asked.record(), "ICH-CODE")) {
      RevokeRequest request = new RevokeRequest(asked.key(), target, actor, Optional.of(code));
      return once.handle(asked, Optional.of(actor), d -> d.revoke(request), asked.replies()::act);
    }
  }

  static Disposition unlock(Asked asked, Once once) throws BadRecord {
    Holder target = target(asked);
    Actor.User actor = new Actor.User(asked.holder().user());
    try (OneTimeCode code = Fields.code(asked.record(), "ICH-CODE")) {
      UnlockRequest request = new UnlockRequest(asked.key(), target, actor, Optional.of(code));
      return once.handle(asked, Optional.of(actor), d -> d.unlock(request), asked.replies()::act);
    }
  }

  /** What is somebody else's, or about somebody else, is as if it had never been. */
  static Disposition cancel(Asked asked, Once once) throws BadRecord {
    Holder holder = asked.holder();
    EarlierRequest meant = EarlierRequest.meantBy(asked.record());
    Optional<CancelRequest.Original> original =
        meant
            .reply(asked, once)
            .flatMap(asked.replies()::read)
            .filter(reply -> isAbout(holder, asked, reply))
            .map(ChannelRecords::original);
    CancelRequest request = new CancelRequest(asked.key(), holder, original);
    return once.handle(asked, user(asked), d -> d.cancel(request), asked.replies()::act);
  }

  static Disposition registerDevice(Asked asked, Once once) throws BadRecord {
    Holder holder = asked.holder();
    TokenSerial serial = Fields.value(asked.record(), "ICH-SERIAL", TokenSerial::new);
    try (OneTimeCode code = Fields.code(asked.record(), Fields.DEVICE_CODE)) {
      HardTokenRequest request = new HardTokenRequest.Register(asked.key(), holder, serial, code);
      return once.handle(asked, user(asked), d -> d.hardToken(request), asked.replies()::act);
    }
  }

  static Disposition skipRegistration(Asked asked, Once once) throws BadRecord {
    HardTokenRequest request = new HardTokenRequest.Skip(asked.key(), asked.holder());
    return once.handle(asked, user(asked), d -> d.hardToken(request), asked.replies()::act);
  }

  private static boolean isAbout(Holder holder, Asked asked, HostRecord reply) {
    return reply.get("ICH-BANK").equals(asked.record().get("ICH-BANK"))
        && reply.get("ICH-CONTRACT").equals(holder.contract().value())
        && reply.get("ICH-USER").equals(holder.user().value());
  }

  private static CancelRequest.Original original(HostRecord reply) {
    boolean began = reply.is("ICH-DONE") && (reply.is("ICH-ISSUE") || reply.is("ICH-REISSUE"));
    return new CancelRequest.Original(
        new RequestId(reply.get("ICH-REQUEST-ID")),
        began ? Optional.of(new TokenId(reply.get("ICH-TOKEN-ID"))) : Optional.empty());
  }

  private static Holder target(Asked asked) throws BadRecord {
    UserId user = Fields.value(asked.record(), "ICH-TARGET-USER", UserId::new);
    return new Holder(asked.holder().bank(), asked.holder().contract(), user);
  }

  private static Optional<Actor.User> user(Asked asked) throws BadRecord {
    return Optional.of(new Actor.User(asked.holder().user()));
  }

  private static Use use(HostRecord record) throws BadRecord {
    OperationName operation = Fields.value(record, "ICH-OPERATION", OperationName::new);
    Stage stage = Fields.constant(record, "ICH-STAGE", Stage.class);
    Channel channel = Fields.value(record, "ICH-CHANNEL", ChannelRecords::channel);
    return new Use(operation, stage, channel);
  }

  private static Channel channel(String word) {
    return switch (word) {
      case "PC" -> Channel.PC;
      case "SP" -> Channel.SMARTPHONE;
      default -> throw new IllegalArgumentException("channel");
    };
  }
}
