package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenState;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.act.RenameRequest;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.junit.jupiter.api.Test;

/** S0-41: the name can be changed after the enrolment. */
@Requirement("S0-41")
class RenameThroughTheHouseTest extends EnrolmentHouse {
  @Test
  void aTokenInUseAndOneThatAwaitsItsFirstCodeCanBeRenamed() {
    initialise(HANAKO, phone);
    assertThat(rename("経理部").kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(enrolment(HANAKO).displayName()).isEqualTo("経理部");
    confirm(HANAKO, phone.codeAt(START));
    assertThat(rename("営業").kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(enrolment(HANAKO).displayName()).isEqualTo("営業");
    assertThat(store.audit(HANAKO, 1).get(0).event()).isEqualTo(AuditEvent.RENAMED);
    assertThat(events(HANAKO)).as("no change of its life").endsWith(OutboxRow.Type.CONFIRMED);
  }

  @Test
  @Requirement("S1-23")
  void aBlankNameIsTheDefaultAgain() {
    enrol(HANAKO, phone);
    rename("経理部");
    rename("　");
    assertThat(enrolment(HANAKO).displayName()).isEmpty();
  }

  @Test
  void aNameThatIsTooLongOrCannotBeSeenIsRefusedAndTheFormerStays() {
    enrol(HANAKO, phone);
    rename("経理部");
    assertThat(rename("あ".repeat(21))).isEqualTo(refused(Reason.NAME_FORM));
    assertThat(rename("a\u0007")).isEqualTo(refused(Reason.NAME_FORM));
    assertThat(enrolment(HANAKO).displayName()).isEqualTo("経理部");
  }

  @Test
  void whatIsNotOnAPhoneHasNoName() {
    issue(HANAKO);
    assertThat(rename("経理部")).isEqualTo(refused(Reason.NOT_FOUND));
    ActivationPair nobodys = new ActivationPair("MIRAI", "000000000000");
    assertThat(lifecycle.rename(new RenameRequest(key(), HANAKO.bank(), nobodys, "経理部")))
        .isEqualTo(refused(Reason.NOT_FOUND));
    clock.advance(Duration.ofSeconds(1));
    enrol(HANAKO, phone);
    write(new Change.UpdateToken(token(HANAKO).ended(TokenState.REVOKED)));
    assertThat(rename("経理部"))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.NOT_FOUND, Optional.empty()));
  }

  private Outcome rename(String name) {
    return lifecycle.rename(
        new RenameRequest(key(), HANAKO.bank(), enrolment(HANAKO).pair(), name));
  }

  private static Outcome refused(Reason reason) {
    return new Outcome.Refused(START, reason);
  }
}
