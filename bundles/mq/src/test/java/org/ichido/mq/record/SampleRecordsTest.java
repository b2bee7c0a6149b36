package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Cause;
import org.ichido.api.Circumstances;
import org.ichido.api.ContractId;
import org.ichido.api.Description;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.Lock;
import org.ichido.api.MailDelivery;
import org.ichido.api.OtpParameters;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.TokenDescription;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.act.Outcome;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample records are what a program sends and gets, byte for byte. */
class SampleRecordsTest {
  static final Path SAMPLES = Path.of("../../config/copybooks/samples");
  static final Holder HOLDER =
      new Holder(new BankId("kinsan"), new ContractId("C00000000815"), new UserId("TARO01"));
  static final RequestKey KEY =
      new RequestKey(Samples.REQUESTER.name(), new RequestId("IB20261124000000041"));

  private static final Circumstances BEHIND =
      new Circumstances(
          Optional.of(Method.HARD),
          Optional.of(Role.MASTER),
          Optional.of(Instant.parse("2026-11-25T00:00:00Z")),
          Optional.of(Instant.parse("2026-11-24T00:30:00Z")),
          "LOST",
          Optional.of(MailDelivery.SENT),
          Optional.of(DeviceClass.SMARTPHONE),
          Optional.of(Instant.parse("2026-11-27T03:00:00Z")));

  private static final int BYTES_IN_A_LINE = 32;

  static Description locked() {
    return locked(new Lock.UntilUnlocked(Instant.parse("2026-11-24T01:14:01Z")), 5);
  }

  static Description locked(Lock lock, int failures) {
    OtpParameters otp = new OtpParameters("totp", HashFunction.SHA1, 6, Duration.ofMinutes(1));
    TokenDescription token =
        new TokenDescription(
            new TokenId("TKN-0000000001"),
            HOLDER.bank(),
            HOLDER.contract(),
            List.of(HOLDER.user()),
            TokenKind.HARD,
            TokenState.ACTIVE,
            otp,
            failures,
            Optional.of(lock),
            Optional.of(Instant.parse("2026-11-23T00:00:00Z")),
            Optional.of(Instant.parse("2031-03-31T15:00:00Z")),
            Instant.parse("2026-04-01T00:30:00Z"),
            Optional.of(1));
    AuditEntry attempt =
        AuditEntry.of(Instant.parse("2026-11-24T01:15:00Z"), AuditEvent.REFUSED, HOLDER, KEY)
            .withCause(Cause.LOCKED);
    return new Description(Samples.DECIDED, Optional.of(token), List.of(attempt), BEHIND);
  }

  static Outcome ordered() {
    return new Outcome.Done(
        Samples.DECIDED,
        Optional.of(new TokenId("TKN-0000000001")),
        Optional.empty(),
        Optional.empty(),
        Optional.of(DebitSamples.ORDER));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIT_REPLY")
  void theSamplesAreWhatIsSentAndWhatIsAnswered(RequestType type) throws IOException {
    FakeCore core = new FakeCore();
    core.description = locked();
    if (type == RequestType.PLACE_ORDER) {
      core.act = ordered();
    }
    HostRecord request = Samples.request(type);
    HostRecord reply = Samples.read(type, core.exchange().exchange(Samples.incoming(request, 939)));
    String name = request.get("ICH-RECORD-TYPE");
    areInTheSamples(Map.of(name + "-Q", request, name + "-R", reply));
  }

  @Test
  void theSampleOfAnEventIsWhatIsSent() throws IOException {
    OutboxRow event =
        new OutboxRow(
            10_042,
            HOLDER.bank(),
            OutboxRow.Kind.EVENT,
            OutboxRow.Type.REVOKED,
            HOLDER.contract(),
            Optional.of(HOLDER.user()),
            Optional.of(new TokenId("TKN-0000000001")),
            12,
            3,
            Samples.DECIDED,
            "CONTRACT_CLOSED",
            OutboxRow.State.WAITING,
            0,
            Samples.DECIDED,
            "");
    StoredReply said =
        new EventRecord(Samples.LAYOUTS).of(Samples.bank(true), event, false, Samples.DECIDED);
    HostRecord record =
        HostRecord.decode(Samples.LAYOUTS.event(), said.bytes(), Samples.set(Samples.EBCDIC));
    areInTheSamples(Map.of("EVNT-E", record));
  }

  /** A difference is left beside the build, to be looked at and, if right, to be copied. */
  static void areInTheSamples(Map<String, HostRecord> records) throws IOException {
    Map<String, byte[]> expected = new HashMap<>();
    records.forEach(
        (name, record) -> {
          expected.put(name + ".txt", record.encode(Samples.set(Samples.UTF8)));
          expected.put(name + ".939.hex", hex(record));
        });
    Path written = Files.createDirectories(Path.of("target", "samples"));
    for (Map.Entry<String, byte[]> sample : expected.entrySet()) {
      Files.write(written.resolve(sample.getKey()), sample.getValue());
    }
    for (Map.Entry<String, byte[]> sample : expected.entrySet()) {
      assertThat(SAMPLES.resolve(sample.getKey()))
          .as("sample; what it should be is in " + written)
          .hasBinaryContent(sample.getValue());
    }
  }

  private static byte[] hex(HostRecord record) {
    return hex(record.encode(Samples.set(Samples.EBCDIC))).getBytes(StandardCharsets.US_ASCII);
  }

  static String hex(byte[] bytes) {
    StringBuilder lines = new StringBuilder();
    HexFormat format = HexFormat.ofDelimiter(" ").withUpperCase();
    for (int at = 0; at < bytes.length; at += BYTES_IN_A_LINE) {
      lines.append(format.formatHex(bytes, at, at + BYTES_IN_A_LINE)).append('\n');
    }
    return lines.toString();
  }
}
