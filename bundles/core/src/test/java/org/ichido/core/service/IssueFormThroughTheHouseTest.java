package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Reason;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the form of an issue must say. */
class IssueFormThroughTheHouseTest extends EnrolmentHouse {
  @Test
  @Requirement("S1-2")
  void twoEntriesOfTheAddressThatDifferAreRefused() {
    assertThat(refused(form(HANAKO, MAIL, "kansai@mirai.co.jp", PASSWORD, PASSWORD)))
        .isEqualTo(Reason.EMAIL_MISMATCH);
    assertThat(refused(form(HANAKO, MAIL, "Kansai@mirai.jp", PASSWORD, PASSWORD)))
        .isEqualTo(Reason.EMAIL_MISMATCH);
  }

  @ParameterizedTest
  @CsvSource({"3, EMAIL_FORM", "4,", "14,", "15,", "64,", "65, EMAIL_FORM"})
  @Requirement("S1-3")
  void theAddressHas4To64Characters(int length, Reason refused) {
    String address = "a@" + "b".repeat(length - 2);
    assertThat(reason(lifecycle.issue(form(HANAKO, address, address, PASSWORD, PASSWORD))))
        .isEqualTo(Optional.ofNullable(refused));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ｋansai@mirai.jp", "関西@mirai.jp", "kan sai@mirai.jp"})
  @Requirement("S1-3")
  void theAddressIsHalfWidth(String address) {
    assertThat(refused(form(HANAKO, address, address, PASSWORD, PASSWORD)))
        .isEqualTo(Reason.EMAIL_FORM);
  }

  @ParameterizedTest
  @CsvSource({
    "123, PASSWORD_FORM",
    "1234,",
    "12345678,",
    "123456789, PASSWORD_FORM",
    "12a4, PASSWORD_FORM",
    "１２３４, PASSWORD_FORM",
    "+123, PASSWORD_FORM",
    "' 123', PASSWORD_FORM",
  })
  @Requirement({"S1-4", "S3-11"})
  void theActivationPasswordIs4To8HalfWidthDigits(String password, Reason refused) {
    assertThat(reason(lifecycle.issue(form(HANAKO, MAIL, MAIL, password, password))))
        .isEqualTo(Optional.ofNullable(refused));
  }

  @Test
  @Requirement("S1-5")
  void thePasswordIsTypedTwiceAlike() {
    assertThat(refused(form(HANAKO, MAIL, MAIL, "4711", "4712")))
        .isEqualTo(Reason.PASSWORD_MISMATCH);
    assertThat(refused(form(HANAKO, MAIL, MAIL, "4711", "47110")))
        .isEqualTo(Reason.PASSWORD_MISMATCH);
  }

  @Test
  @Requirement("S1-6")
  void eachFieldIsRequired() {
    assertThat(refused(form(HANAKO, "", "", PASSWORD, PASSWORD))).isEqualTo(Reason.EMAIL_FORM);
    assertThat(refused(form(HANAKO, MAIL, "", PASSWORD, PASSWORD)))
        .isEqualTo(Reason.EMAIL_MISMATCH);
    assertThat(refused(form(HANAKO, MAIL, MAIL, "", ""))).isEqualTo(Reason.PASSWORD_FORM);
    assertThat(refused(form(HANAKO, MAIL, MAIL, PASSWORD, ""))).isEqualTo(Reason.PASSWORD_MISMATCH);
  }

  @Test
  void aFormThatIsRefusedLeavesNothingButAnEntryOfTheAudit() {
    refused(form(HANAKO, MAIL, MAIL, "4711", "4712"));
    assertThat(store.tokensOf(HANAKO)).isEmpty();
    assertThat(store.wholeOutbox()).isEmpty();
    assertThat(store.wholeAudit())
        .extracting(AuditEntry::event, AuditEntry::detail)
        .containsExactly(tuple(AuditEvent.ACT_REFUSED, "ISSUE: PASSWORD_MISMATCH"));
  }
}
