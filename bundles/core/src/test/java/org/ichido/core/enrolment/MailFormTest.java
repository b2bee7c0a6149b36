package org.ichido.core.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S1-3, and C1: 4 to 64 half-width letters, digits and symbols. */
@Requirement("S1-3")
class MailFormTest {
  private static final MailForm FORM = new MailForm(4, 64);

  @ParameterizedTest
  @CsvSource({"3, false", "4, true", "14, true", "15, true", "64, true", "65, false"})
  void itHas4To64Characters(int length, boolean fits) {
    String address = "a@" + "b".repeat(length - 2);
    assertThat(address).hasSize(length);
    assertThat(FORM.fits(address)).isEqualTo(fits);
  }

  @Test
  void thePagesOwnSampleIsTaken() {
    assertThat(FORM.fits("kansai@mirai.jp")).isTrue();
    assertThat(new MailForm(4, 14).fits("kansai@mirai.jp")).as("as printed").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"o'neil+otp/a=b@x.jp", "a..b.@docomo.ne.jp", "!#$%&*?^_`{|}~-@x-y.jp"})
  void symbolsAreTaken(String address) {
    assertThat(FORM.fits(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mirai.jp",
        "@mirai.jp",
        "kansai@",
        "kansai@mirai@jp",
        "ｋansai@mirai.jp",
        "kansai＠mirai.jp",
        "kan sai@mirai.jp",
        "kansai@mirai.jp\r\nBcc: x@y.jp",
        "kansai@mirai.jp\n",
        "kansai@mirai.jp,x@y.jp",
        "<kansai@mirai.jp>",
        "関西@mirai.jp"
      })
  void anythingElseIsNot(String address) {
    assertThat(FORM.fits(address)).isFalse();
  }
}
