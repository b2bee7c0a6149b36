package org.ichido.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.core.fakes.ShippedProfile;
import org.ichido.core.system.JapaneseTime;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mails that a profile and its file say. */
class NoticePolicyTest {
  private static final String HEAD = "bank-name: 銀行\nsubject: 件名\n\n";
  private static final String PLACES = "{activationServiceId} {activationUserId} {downloadUrl}\n";

  private static final Map<MailText.Place, String> VALUES =
      Map.of(
          MailText.Place.ACTIVATION_SERVICE_ID, "KINSAN",
          MailText.Place.ACTIVATION_USER_ID, "123456789012",
          MailText.Place.DOWNLOAD_URL, "https://www.example.jp/$1\\",
          MailText.Place.DEADLINE, "期限");

  @TempDir Path directory;
  private Etc etc;

  @BeforeEach
  void kinsanStandsInEtc() throws IOException {
    etc = new Etc(directory);
  }

  private MailText text(String text) throws IOException {
    etc.write(Etc.MAIL, text);
    etc.configure(KinsanProfile.values());
    return etc.profiles.of(Etc.KINSAN).notices().issue();
  }

  private String problem(String text) throws IOException {
    etc.write(Etc.MAIL, text);
    return problem(KinsanProfile.values());
  }

  private String problem(Map<String, String> values) {
    etc.configure(values);
    Health health = etc.profiles.health().get(0);
    assertThat(health.level()).isEqualTo(Health.Level.DOWN);
    return health.lines().get(1).replace("org.ichido.bank~kinsan.cfg: ", "");
  }

  private String ofFile(String text) throws IOException {
    String problem = problem(text);
    assertThat(problem).startsWith("mail.issue.file: ichido/kinsan/mail-issue.txt ");
    return problem.substring("mail.issue.file: ichido/kinsan/mail-issue.txt ".length());
  }

  @Test
  void aTextIsFilledAtItsPlacesAndNowhereElse() throws Exception {
    MailText text =
        text(
            """
            # 覚え書き {何でも}
            subject: 【{bankName}】{deadline}
            bank-name:  わが銀行

            {bankName} {activationServiceId}/{activationUserId}
            # {downloadUrl}

            終 {deadline}

            """);
    assertThat(text.subject(VALUES)).isEqualTo("【わが銀行】期限");
    assertThat(text.body(VALUES))
        .isEqualTo("わが銀行 KINSAN/123456789012\n# https://www.example.jp/$1\\\n\n終 期限\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"activationServiceId", "activationUserId", "downloadUrl"})
  @Requirement({"S1-9", "S1-12"})
  void aTextWithoutWhatTheCustomerNeedsIsRefused(String place) throws Exception {
    assertThat(ofFile(HEAD + PLACES.replace("{" + place + "}", "")))
        .startsWith("has no {" + place + "} in its body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "activationPassword",
        "PASSWORD",
        "initialPin",
        "otpCode",
        "seed",
        "利用開始パスワード",
        "暗証番号"
      })
  @Requirement("S1-12")
  void noTextCanAskForAnActivationPasswordACodeOrASeed(String place) throws Exception {
    assertThat(ofFile(HEAD + PLACES + "{" + place + "}\n"))
        .isEqualTo(
            "line 5: asks for {"
                + place
                + "}: no mail bears an activation password, a code or a seed (S1-12)");
  }

  @Test
  void anUnknownPlaceIsRefusedByItsLineInSubjectAndBody() throws Exception {
    String known =
        " which is none of {activationServiceId}, {activationUserId}, {downloadUrl}, {bankName},"
            + " {deadline}";
    assertThat(ofFile(HEAD + PLACES + "\n{name} 様\n"))
        .isEqualTo("line 6: asks for {name}," + known);
    assertThat(ofFile("subject: {who}\nbank-name: 銀行\n\n" + PLACES))
        .isEqualTo("line 1: asks for {who}," + known);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a {deadline|has a brace without its counterpart",
        "a } b|has a brace without its counterpart",
        "{{deadline}}|has a brace without its counterpart",
        "a\u0007b|has a control character",
      })
  void aLineThatNobodyCanHaveMeantIsRefusedByItsNumber(String line, String problem)
      throws Exception {
    assertThat(ofFile(HEAD + PLACES + line + "\n")).isEqualTo("line 5: " + problem);
  }

  @Test
  void aHeadThatIsNoneIsRefused() throws Exception {
    assertThat(ofFile("subject: a\n\n" + PLACES))
        .isEqualTo("does not say 'bank-name' before its first empty line");
    assertThat(ofFile("bank-name: a\n\n" + PLACES))
        .isEqualTo("does not say 'subject' before its first empty line");
    assertThat(ofFile("bank-name: a\nsubject:\n\n" + PLACES))
        .isEqualTo("line 2: must have 1 to 100 characters after the colon");
    assertThat(ofFile("bank-name: a\nsubject: " + "x".repeat(101) + "\n\n" + PLACES))
        .isEqualTo("line 2: must have 1 to 100 characters after the colon");
    assertThat(ofFile("bank-name: a\nbank-name: b\nsubject: c\n\n" + PLACES))
        .isEqualTo("line 2: says 'bank-name' a second time");
    assertThat(ofFile("bank-name: {deadline}\nsubject: c\n\n" + PLACES))
        .isEqualTo("line 1: a name has no braces");
    assertThat(ofFile("bank-name: a\nto: c\n\n" + PLACES))
        .startsWith("line 2: must be 'bank-name: …' or 'subject: …'");
    assertThat(ofFile("bank-name: a\nsubject: c\n")).startsWith("has no body");
    assertThat(ofFile("bank-name: a\nsubject: c\n\n \n")).startsWith("has no body");
    assertThat(ofFile(HEAD + PLACES + "x".repeat(10_000)))
        .isEqualTo("has a body of more than 10000 characters");
  }

  /** C2: one bank's document spells the domain in another way than all others. */
  @Test
  @Requirement({"S1-10", "S3-26", "S4-9"})
  void aSenderOfADomainThatTheCustomersWereNotToldOfIsRefused() {
    assertThat(problem(KinsanProfile.with("mail.sender", "kinsan@opt-auth.net")))
        .isEqualTo(
            "mail.sender: is of 'opt-auth.net', which customers were not told to let pass:"
                + " 'mail.senders' names kinsan.co.jp, otp-auth.net");
    etc.configure(KinsanProfile.with("mail.sender", "Info.Otp@KINSAN.co.jp"));
    assertThat(etc.profiles.of(Etc.KINSAN).notices().sender()).isEqualTo("Info.Otp@KINSAN.co.jp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "otp-auth.net",
        "@otp-auth.net",
        "a b@otp-auth.net",
        "a@b@otp-auth.net",
        "\"a\"@otp-auth.net",
        "a..b@otp-auth.net",
        "きんさん@otp-auth.net",
        "Kinsan <kinsan@otp-auth.net>",
      })
  void aSenderThatIsNoAddressIsRefused(String sender) {
    assertThat(problem(KinsanProfile.with("mail.sender", sender)))
        .isEqualTo("mail.sender: must be an address, but is '" + sender + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@otp-auth.net", "a@otp-auth.net", "otp-auth", "otp_auth.net", "-a.net"})
  void theAllowListIsOfDomains(String domain) {
    assertThat(problem(KinsanProfile.with("mail.senders", "otp-auth.net, " + domain)))
        .startsWith("mail.senders: must be domains such as otp-auth.net, but one is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.example.jp/",
        "www.example.jp",
        "https://",
        "https:///app",
        "https://user:secret@www.example.jp/",
        "https://www.example.jp/日本",
        "https://www.example.jp/a b",
        "javascript:alert(1)",
      })
  @Requirement("S1-9")
  void whereTheAppIsMustBeAnAddressOfTheSafeKind(String url) {
    assertThat(problem(KinsanProfile.with("mail.download-url", url)))
        .isEqualTo(
            "mail.download-url: must be an address that begins with https://, but is '"
                + url
                + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.sender",
        "mail.senders",
        "mail.issue.file",
        "mail.download-url",
        "contracts.closed-from",
        "contracts.method-of-new"
      })
  void everyKeyIsRequired(String key) {
    assertThat(problem(KinsanProfile.without(key))).isEqualTo(key + ": is missing");
  }

  @Test
  void contractsAreClosedFromADayOrNever() {
    assertThat(problem(KinsanProfile.with("contracts.closed-from", "2025-02-29")))
        .isEqualTo(
            "contracts.closed-from: must be a day such as 2025-04-01, or never, but is '2025-02-29'");
    assertThat(problem(KinsanProfile.with("contracts.method-of-new", "SOFTWARE")))
        .isEqualTo(
            "contracts.method-of-new: must be one of NONE, SOFT, HARD, TXN_AUTH, but is 'SOFTWARE'");
  }

  @ParameterizedTest
  @CsvSource({
    "mirai, 関西みらいビジネスダイレクト, kansai-mirai@otp-auth.net",
    "shiten, わたしの支店, watashi-no-shiten@otp-auth.net",
    "kenshin, けんしんビジネスバンキング, shiga-kenshin@otp-auth.net",
    "kinsan, きんさんビジネスダイレクト, kinsan@otp-auth.net",
  })
  @Requirement({"S1-9", "S1-10", "S1-12", "S3-26", "S3-28", "S4-9"})
  void theShippedTextOfEveryBankTellsWhatTheCustomerNeedsInItsOwnName(
      String bank, String name, String sender) {
    BankProfiles profiles = etc.profiles;
    Map<String, String> values = ShippedProfile.values(bank);
    values.put("otp.algorithm", FactorAsCode.NAME);
    Installed.configure(
        profiles, "org.ichido.bank~" + bank, values, ShippedProfile.directory(bank));
    NoticePolicy notices = profiles.of(new BankId(bank)).notices();
    assertThat(notices.sender()).isEqualTo(sender);
    assertThat(notices.issue().bankName()).isEqualTo(name);
    assertThat(notices.issue().subject(VALUES)).startsWith("【" + name + "】").hasSizeLessThan(60);
    assertThat(notices.issue().body(VALUES))
        .contains("サービスID：KINSAN\n", "ユーザID　：123456789012\n", "https://www.example.jp/", "期限まで")
        .contains("利用開始パスワードは、安全のためメールには記載しておりません。")
        .endsWith(name + "\n");
  }

  @Test
  void theExampleInTheDocumentIsATextAndItsPlacesAreExplained() throws Exception {
    String document = Files.readString(Path.of("../../docs/operations.md"));
    int begin = document.indexOf("bank-name: ");
    MailText text = text(document.substring(begin, document.indexOf("```", begin)));
    assertThat(text.bankName()).isEqualTo("きんさんビジネスダイレクト");
    for (MailText.Place place : MailText.Place.values()) {
      assertThat(document).contains("`{" + place.label() + "}`");
    }
  }

  @Test
  void theDeadlineIsSaidInJapaneseTimeAndNeverTooLate() {
    assertThat(JapaneseTime.inWords(Instant.parse("2028-02-28T15:59:59.999Z")))
        .isEqualTo("2028年2月29日 0時59分");
  }
}
