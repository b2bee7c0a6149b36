package org.ichido.testkit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.ichido.testkit.clock.DrivenClock;
import org.junit.jupiter.api.Test;

class PhoneTest {
  private static final Instant NOON = Instant.parse("2027-04-01T03:00:00Z");

  private final TokenApp app =
      TokenApp.withSeed("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
  private final DrivenClock clock = new DrivenClock(NOON);
  private final Phone phone = new Phone(app, clock);

  @Test
  void itShowsTheCodeOfTheTimeThatItFollows() {
    assertThat(phone.code()).isEqualTo(app.codeAt(NOON));

    clock.advance(Duration.ofMinutes(1));
    assertThat(phone.code()).isEqualTo(app.codeAt(NOON.plusSeconds(60)));
  }

  @Test
  void aFastPhoneShowsACodeOfTheFutureAndASlowOneOfThePast() {
    phone.drift(Duration.ofMinutes(2));
    assertThat(phone.now()).isEqualTo(NOON.plusSeconds(120));
    assertThat(phone.code()).isEqualTo(app.codeAt(NOON.plusSeconds(120)));

    phone.drift(Duration.ofMinutes(-1));
    assertThat(phone.code()).isEqualTo(app.codeAt(NOON.minusSeconds(60)));
  }

  @Test
  void aDriftIsMeasuredFromTheRightTimeNotFromTheOneBefore() {
    phone.drift(Duration.ofMinutes(1));
    phone.drift(Duration.ofMinutes(1));

    assertThat(phone.now()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void aWrongCodeIsWrongForTheTimeOnThePhone() {
    phone.drift(Duration.ofHours(1));

    assertThat(phone.wrongCode()).isEqualTo(app.wrongCodeAt(NOON.plusSeconds(3600)));
  }

  @Test
  void itShowsTheTokenThatWasInstalledLastAndNoneBeforeThat() {
    Phone bare = new Phone("phone-1", "FEATURE_PHONE", clock);
    assertThat(bare.device()).isEqualTo("phone-1");
    assertThat(bare.deviceClass()).isEqualTo("FEATURE_PHONE");
    assertThatThrownBy(bare::code).hasMessage("no token is installed on phone-1");

    TokenApp second = TokenApp.withSeed("another seed........".getBytes(StandardCharsets.US_ASCII));
    bare.install(app);
    bare.install(second);
    assertThat(bare.code()).isEqualTo(second.codeAt(NOON));
  }
}
