package org.ichido.mq.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.BankId;
import org.ichido.api.Requester;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;
import org.ichido.spi.transport.RequesterRule;

/** Requests in order, and a bank that takes them. */
final class Samples {
  static final RecordLayouts LAYOUTS = RecordLayouts.load();
  static final int UTF8 = 1208;
  static final int EBCDIC = 939;

  /** 2026-11-24 10:15:30.500 in Japan: when requests are received. */
  static final Instant NOW = Instant.parse("2026-11-24T01:15:30.500Z");

  static final Instant DECIDED = NOW.plusMillis(12);
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final Duration HORIZON = Duration.ofDays(2);
  static final Duration SKEW = Duration.ofMinutes(5);

  static final RequesterRule REQUESTER =
      new RequesterRule(
          new Requester("core"),
          Set.of("CICSPR1"),
          EnumSet.allOf(RequestType.class),
          Set.of("CORE.REPLY"));

  /** All types but what answers us. */
  static final List<RequestType> REQUESTS =
      Arrays.stream(RequestType.values()).filter(RequestType::asks).toList();

  private Samples() {}

  static BankMessaging bank(boolean production) {
    return bank(production, EBCDIC);
  }

  static BankMessaging bank(boolean production, int ccsid) {
    return new BankMessaging(
        new BankId("kinsan"),
        "0123",
        production,
        Map.of(
            QueueRole.REQUEST, "KINSAN.REQUEST",
            QueueRole.OPERATOR, "KINSAN.OPERATOR",
            QueueRole.APP, "KINSAN.APP",
            QueueRole.CORE, "KINSAN.CORE",
            QueueRole.DEBIT_REPLY, "KINSAN.DEBIT.REPLY"),
        "KINSAN.EVENT",
        Optional.of("KINSAN.DEBIT"),
        "KINSAN.BACKOUT",
        ccsid,
        1,
        HORIZON,
        SKEW,
        List.of(REQUESTER));
  }

  /** A request with every field filled that a channel or an operator fills. */
  static HostRecord request(RequestType type) {
    HostRecord request =
        LAYOUTS
            .newRequest(type)
            .set("ICH-PRODUCTION")
            .with("ICH-SOURCE", "IBCHAN")
            .with("ICH-DESTINATION", "ICHIDO")
            .with("ICH-BANK", "0123")
            .with("ICH-BRANCH", "007")
            .with("ICH-CHANNEL", "PC")
            .with("ICH-TERMINAL", "T0042")
            .with("ICH-CONTRACT", "C00000000815")
            .with("ICH-CIF", "0000004711")
            .with("ICH-USER", "TARO01")
            .with("ICH-BUSINESS-DATE", "20261124")
            .with("ICH-SENT-AT", "20261124101530123")
            .with("ICH-SERIAL-NUMBER", "42")
            .with("ICH-REQUEST-ID", "IB20261124000000042");
    return SampleBodies.fill(type, request);
  }

  static HostCharacters set(int ccsid) {
    return HostCharacters.of(ccsid).orElseThrow();
  }

  static Incoming incoming(HostRecord record, int ccsid) {
    RequestType type = Gate.type(record).orElse(RequestType.VERIFY);
    return incoming(record.encode(set(ccsid)), ccsid, queueOf(type));
  }

  /** The first queue by which a type may come. */
  static QueueRole queueOf(RequestType type) {
    return Arrays.stream(QueueRole.values()).filter(type::comesBy).findFirst().orElseThrow();
  }

  static Incoming incoming(byte[] body, int ccsid, QueueRole queue) {
    return new Incoming(bank(true), queue, REQUESTER, body, ccsid, Optional.empty());
  }

  static StoredReply reply(Disposition disposition) {
    return ((Disposition.Answer) disposition).reply();
  }

  /** A reply, read as strictly as a request. */
  static HostRecord read(RequestType type, Disposition disposition) {
    StoredReply reply = reply(disposition);
    return HostRecord.decode(LAYOUTS.reply(type), reply.bytes(), set(reply.ccsid()));
  }
}
