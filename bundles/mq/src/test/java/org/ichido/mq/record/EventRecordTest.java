package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.ContractId;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.StoredReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventRecordTest {
  private static final Instant AT = Instant.parse("2026-11-23T15:00:00.001Z");

  private final EventRecord records = new EventRecord(Samples.LAYOUTS);

  private static OutboxRow row(long number, OutboxRow.Type type, String detail) {
    return row(number, type, detail, Optional.of(new TokenId("TKN-0000000001")), 7);
  }

  private static OutboxRow row(
      long number, OutboxRow.Type type, String detail, Optional<TokenId> token, long sequence) {
    return new OutboxRow(
        number,
        Samples.bank(true).bank(),
        OutboxRow.Kind.EVENT,
        type,
        new ContractId("C00000000815"),
        token.map(known -> new UserId("TARO01")),
        token,
        12,
        sequence,
        AT,
        detail,
        OutboxRow.State.WAITING,
        0,
        AT,
        "");
  }

  private HostRecord said(OutboxRow row, boolean again) {
    StoredReply said = records.of(Samples.bank(true), row, again, Samples.NOW);
    assertThat(said.ccsid()).isEqualTo(Samples.EBCDIC);
    return HostRecord.decode(Samples.LAYOUTS.event(), said.bytes(), Samples.set(Samples.EBCDIC));
  }

  @Test
  void aRecordTellsAllOfAnEvent() {
    HostRecord record = said(row(1234, OutboxRow.Type.REVOKED, "LOST"), false);
    assertThat(record.fault()).isEmpty();
    assertThat(record.is("ICH-EVENT-RECORD")).isTrue();
    assertThat(record.is("ICH-EVENT")).isTrue();
    assertThat(record.is("ICH-PRODUCTION")).isTrue();
    assertThat(record.is("ICH-FIRST-SEND")).isTrue();
    assertThat(record.get("ICH-SOURCE")).isEqualTo("ICHIDO");
    assertThat(record.get("ICH-BANK")).isEqualTo("0123");
    assertThat(record.get("ICH-CONTRACT")).isEqualTo("C00000000815");
    assertThat(record.get("ICH-USER")).isEqualTo("TARO01");
    assertThat(record.get("ICH-BUSINESS-DATE")).isEqualTo("20261124");
    assertThat(record.get("ICH-SENT-AT")).isEqualTo("20261124101530500");
    assertThat(record.get("ICH-SERIAL-NUMBER")).isEqualTo("000001234");
    assertThat(record.get("ICH-REQUEST-ID")).isEqualTo("EVENT1234");
    assertThat(record.get("ICH-EVENT-NUMBER")).isEqualTo("000000000001234");
    assertThat(record.get("ICH-EVENT-TYPE")).isEqualTo("REVOKED");
    assertThat(record.get("ICH-EVENT-AT")).isEqualTo("20261124000000001");
    assertThat(record.get("ICH-TOKEN-ID")).isEqualTo("TKN-0000000001");
    assertThat(record.get("ICH-TOKEN-SEQUENCE")).isEqualTo("000000007");
    assertThat(record.get("ICH-CONTRACT-SEQUENCE")).isEqualTo("000000012");
    assertThat(record.get("ICH-EVENT-DETAIL")).isEqualTo("LOST");
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeHasItsValueInTheCopybook(OutboxRow.Type type) {
    HostRecord record = said(row(1, type, ""), false);
    assertThat(record.layout().field("ICH-EVENT-TYPE").values()).containsValue(type.name());
    assertThat(record.get("ICH-EVENT-TYPE")).isEqualTo(type.name());
  }

  /** The same number, whatever else: so it is known for the same. */
  @Test
  void sentAgainItIsTheSameButForTheFlagAndTheTime() {
    OutboxRow row = row(1234, OutboxRow.Type.LOCKED, "");
    HostRecord first = said(row, false);
    StoredReply later = records.of(Samples.bank(true), row, true, Samples.NOW.plusSeconds(60));
    HostRecord again =
        HostRecord.decode(Samples.LAYOUTS.event(), later.bytes(), Samples.set(Samples.EBCDIC));
    assertThat(again.is("ICH-SENT-AGAIN")).isTrue();
    for (RecordField field : first.layout().fields()) {
      if (!field.isFiller()
          && !field.name().equals("ICH-SENT-AT")
          && !field.name().equals("ICH-RESEND")) {
        assertThat(again.get(field.name())).as(field.name()).isEqualTo(first.get(field.name()));
      }
    }
  }

  @Test
  void anEventWithoutATokenHasNoneAndNoPlaceAmongItsEvents() {
    HostRecord record =
        said(row(1, OutboxRow.Type.OFF_LIST_REQUEST, "", Optional.empty(), 0), false);
    assertThat(record.get("ICH-TOKEN-ID")).isEmpty();
    assertThat(record.get("ICH-USER")).isEmpty();
    assertThat(record.get("ICH-TOKEN-SEQUENCE")).isEqualTo("000000000");
  }

  /** Fifteen digits hold every number; the header's serial number is its end. */
  @Test
  void aHighNumberIsWholeInItsOwnField() {
    HostRecord record = said(row(123_456_789_012_345L, OutboxRow.Type.LOCKED, ""), false);
    assertThat(record.get("ICH-EVENT-NUMBER")).isEqualTo("123456789012345");
    assertThat(record.get("ICH-SERIAL-NUMBER")).isEqualTo("789012345");
  }

  @Test
  void aLongDetailIsCutAtItsField() {
    HostRecord record = said(row(1, OutboxRow.Type.LOCKED, "x".repeat(79) + " yz"), false);
    assertThat(record.get("ICH-EVENT-DETAIL")).isEqualTo("x".repeat(79));
  }

  @Test
  void whatTheCcsidCannotSayIsRefused() {
    OutboxRow row = row(1, OutboxRow.Type.LOCKED, "ﾔﾏﾀﾞ太郎");
    assertThatThrownBy(() -> said(row, false)).isInstanceOf(IllegalArgumentException.class);
  }
}
