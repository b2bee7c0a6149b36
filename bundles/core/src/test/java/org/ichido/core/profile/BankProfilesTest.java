package org.ichido.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.Health;
import org.ichido.api.Lock;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.FiveFailures;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.core.gate.Patience;
import org.ichido.evidence.Requirement;
import org.ichido.spi.FactorRange;
import org.ichido.spi.Failures;
import org.ichido.spi.Lockout;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.Settings;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.BankWatcher;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankProfilesTest {
  private static final BankId KINSAN = new BankId("kinsan");
  private static final FiveFailures RULE = new FiveFailures();

  private final BankProfiles profiles = Installed.nothing();

  @BeforeEach
  void algorithmAndRuleAreInstalled() {
    profiles.bindAlgorithm(new FactorAsCode(), properties(1, 0));
    profiles.bindRule(RULE, properties(2, 0));
    profiles.drained(List.of());
  }

  @Test
  @Requirement({"S4-2", "S4-15", "S4-36", "S4-38"})
  void theShippedProfileOfKinsanHasTheValuesOfItsRequirements() {
    configure("kinsan", KinsanProfile.values());
    BankProfile profile = profiles.of(KINSAN);
    assertThat(profile.otp().digits()).as("S4-15").isEqualTo(6);
    assertThat(profile.otp().period()).as("S4-2").hasSeconds(60);
    assertThat(profile.rules().window().past()).isEqualTo(1);
    assertThat(profile.rules().window().future()).isEqualTo(1);
    assertThat(profile.changes().unlock()).as("S4-38").isEqualTo(Authority.OPERATORS);
    Lockout lockout = profile.rules().lockouts().get(0);
    assertThat(lockout.after(new Failures(4, Instant.EPOCH))).as("S4-36").isEmpty();
    assertThat(lockout.after(new Failures(5, Instant.EPOCH)))
        .contains(new Lock.UntilUnlocked(Instant.EPOCH));
  }

  @Test
  void requestersAreNamedByTheirBankSoThatTwoBanksShareNoInboxKey() {
    configure("kinsan", KinsanProfile.values());
    BankMessaging messaging = profiles.of(KINSAN).messaging();
    assertThat(messaging.requesterOf("channel").orElseThrow().name().value())
        .isEqualTo("kinsan.channel");
    assertThat(messaging.requesterOf("branch").orElseThrow().sends())
        .contains(RequestType.UNLOCK, RequestType.DESCRIBE)
        .doesNotContain(RequestType.VERIFY);
    assertThat(messaging.requesterOf("stranger")).isEmpty();
    assertThat(messaging.queues()).containsEntry(QueueRole.REQUEST, "KINSAN.OTP.REQUEST");
  }

  @Test
  void aReplyQueueMayBeNamedWithItsQueueManager() {
    configure("kinsan", KinsanProfile.with("requester.channel.reply-to", "A, A@QM2"));
    assertThat(profiles.of(KINSAN).messaging().requesterOf("channel").orElseThrow().replyQueues())
        .containsExactlyInAnyOrder("A", "A@QM2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1208", "819", "930", "939", "943", "1390", "1399"})
  void messagesThatDoNotSayTheirCcsidMayBeInAnyThatRecordsComeIn(String ccsid) {
    configure("kinsan", KinsanProfile.with("queue.ccsid", ccsid));
    assertThat(profiles.of(KINSAN).messaging().ccsid()).isEqualTo(Integer.parseInt(ccsid));
  }

  @ParameterizedTest
  @CsvSource({
    "otp.digits, 5, 'otp.digits: must be a whole number from 6 to 8'",
    "otp.period, 60, 'otp.period: must be a duration with its unit'",
    "otp.hash, MD5, 'otp.hash: must be one of SHA-1, SHA-256, SHA-512'",
    "otp.algorithm, hotp, 'otp.algorithm: ''hotp'' is not installed; installed are: factor-as-code'",
    "otp.greatest-age, 121 s, 'otp.greatest-age: contradicts ''otp.past-steps'''",
    "otp.greatest-age, 60 s, 'otp.greatest-age: contradicts ''otp.past-steps'''",
    "lockout.rules, none, 'lockout.rules: ''none'' is not installed'",
    "lockout.consecutive-failures.failures, 0, 'lockout.consecutive-failures.failures: must be'",
    "lockout.consecutive-failures.failures, 101, 'lockout.rules: would never lock'",
    "lockout.consecutive-failures.failuers, 5, 'lockout.consecutive-failures.failuers: is not a key'",
    "unlock.by, everybody, 'unlock.by: must be of MASTER, SUB_ADMIN, GENERAL, operator, or nobody alone'",
    "bank.code, 99900, 'bank.code: must be 4 digits or capital letters'",
    "environment, prod, 'environment: must be one of production, training'",
    "queue.backout, KINSAN.OTP.REQUEST, 'queue.backout: names the queue'",
    "queue.request, 'NO SPACES', 'queue.request: must be a queue name'",
    "queue.debit, KINSAN.OTP.EVENT, 'queue.debit: names the queue'",
    "queue.debit-reply, KINSAN.OTP.CORE, 'queue.debit-reply: names the queue'",
    "requester.core.reply-to, KINSAN.OTP.DEBIT, 'requester.core.reply-to: '",
    "queue.ccsid, 37, 'queue.ccsid: must be one of'",
    "requester.channel.reply-to, KINSAN.OTP.OPERATOR, 'requester.channel.reply-to: '",
    "requester.channel.reply-to, KINSAN.OTP.OPERATOR@QM2, 'requester.channel.reply-to: '",
    "requester.channel.reply-to, A@B@C, 'requester.channel.reply-to: must be'",
    "requester.channel.users, branch, 'branch'",
    "requester.channel.sends, debit, 'requester.channel.sends: ''debit'' is none of'",
    "requester.Channel.users, x, 'requester.Channel: a requester''s name'",
    "inbox.horizon, 5 min, 'inbox.horizon: must be a duration'",
    "otp.widow, 3, 'otp.widow: is not a key of a bank profile'",
    "enrol.service-id, Kinsan, 'enrol.service-id: must be 1 to 8 capital letters and digits'",
    "enrol.within, 59 min, 'enrol.within: must be a duration'",
    "enrol.activation-tries, 0, 'enrol.activation-tries: must be a whole number from 1 to 10'",
    "enrol.activation-tries, 11, 'enrol.activation-tries: must be a whole number from 1 to 10'",
    "enrol.mail-longest, 3, 'enrol.mail-longest: must be a whole number from 4 to 254'",
    "enrol.display-name, 123456789012345678901234567890, 'enrol.display-name: must be at most 29'",
    "enrol.display-name-addition, 31, 'enrol.display-name-addition: must be'",
    "enrol.terms, 'April 2026', 'enrol.terms: must be 1 to 16 visible ASCII characters'",
    "enrol.feature-phones, some, 'enrol.feature-phones: must be one of accepted, retired'",
    "enrol.downloads, 0, 'enrol.downloads: must be 1 to 9999 or unlimited'",
    "enrol.reissue, maybe, 'enrol.reissue: must be one of replace, revoke-first'",
    "enrol.self-service, true, 'enrol.self-service: must be one of yes, no'",
    "enrol.clock-hint-steps, 40, 'enrol.clock-hint-steps: must be a whole number from 0 to 39'",
    "life.soft-months, 0, 'life.soft-months: must be a whole number from 1 to 120'",
  })
  void aWrongValueStopsTheBankAndNamesFileAndKey(String key, String value, String problem) {
    configure("kinsan", KinsanProfile.values());
    configure("kinsan", KinsanProfile.with(key, value));
    assertThatThrownBy(() -> profiles.of(KINSAN))
        .isInstanceOf(BankNotServed.class)
        .hasMessageContaining("org.ichido.bank~kinsan.cfg: ")
        .hasMessageContaining(problem);
    assertThat(profiles.health().get(0).level()).isEqualTo(Health.Level.DOWN);
  }

  @Test
  void theClockSkewIsShorterThanTheHorizon() {
    Map<String, String> values = KinsanProfile.with("inbox.horizon", "1 h");
    values.put("inbox.clock-skew", "60 min");
    configure("kinsan", values);
    assertThatThrownBy(() -> profiles.of(KINSAN))
        .hasMessageContaining("inbox.clock-skew: must be shorter than 'inbox.horizon'");
  }

  @Test
  void everyKeyIsRequired() {
    for (String key : KinsanProfile.values().keySet()) {
      configure("kinsan", KinsanProfile.without(key));
      assertThatThrownBy(() -> profiles.of(KINSAN)).as(key).isInstanceOf(BankNotServed.class);
    }
  }

  @Test
  void twoBanksThatClaimOneQueueAreBothRefusedAndAThirdIsNot() {
    configure("kinsan", KinsanProfile.values());
    configure("mirai", otherBank("MIRAI", "9991"));
    assertThat(served()).hasSize(2);
    Map<String, String> clash = otherBank("SHITEN", "9992");
    clash.put("queue.operator", "KINSAN.OTP.REQUEST");
    configure("shiten", clash);
    assertThat(served()).containsExactly(new BankId("mirai"));
    assertThatThrownBy(() -> profiles.of(KINSAN))
        .hasMessageContaining("KINSAN.OTP.REQUEST is claimed by org.ichido.bank~shiten.cfg too");
  }

  /** Otherwise one bank's debits were answered by the other, or read as its requests. */
  @ParameterizedTest
  @ValueSource(strings = {"KINSAN.OTP.EVENT", "KINSAN.OTP.DEBIT", "KINSAN.OTP.DEBIT.REPLY"})
  void noQueueThatIchidoWritesOrReadsIsTwoBanks(String queue) {
    configure("kinsan", KinsanProfile.values());
    Map<String, String> clash = otherBank("SHITEN", "9992");
    clash.put("queue.operator", queue);
    configure("shiten", clash);
    assertThat(served()).isEmpty();
    assertThatThrownBy(() -> profiles.of(KINSAN))
        .hasMessageContaining(queue + " is claimed by org.ichido.bank~shiten.cfg too");
  }

  @Test
  @Requirement("S4-29")
  void aBankThatGivesHardTokensToCustomersAsksCoreBankingForTheFeeOnQueuesOfItsOwn() {
    configure("kinsan", KinsanProfile.values());
    BankMessaging messaging = profiles.of(KINSAN).messaging();
    assertThat(messaging.debitQueue()).contains("KINSAN.OTP.DEBIT");
    assertThat(messaging.queues()).containsEntry(QueueRole.DEBIT_REPLY, "KINSAN.OTP.DEBIT.REPLY");
    assertThat(messaging.requesterOf("core").orElseThrow().sends())
        .contains(RequestType.DEBIT_REPLY, RequestType.COMPARE_BOOKS);
  }

  @Test
  void aBankThatGivesNoneHasNoQueuesForTheFee() {
    configure("kinsan", withoutHardTokens());
    BankMessaging messaging = profiles.of(KINSAN).messaging();
    assertThat(messaging.debitQueue()).isEmpty();
    assertThat(messaging.queues()).doesNotContainKey(QueueRole.DEBIT_REPLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue.debit", "queue.debit-reply"})
  void aQueueForTheFeeOfABankThatHasNoneIsAMistakeAndNamed(String key) {
    Map<String, String> values = withoutHardTokens();
    values.put(key, "KINSAN.OTP.FEE");
    configure("kinsan", values);
    assertThatThrownBy(() -> profiles.of(KINSAN))
        .hasMessageContaining(key + ": is not a key of a bank profile");
  }

  private static Map<String, String> withoutHardTokens() {
    Map<String, String> values = KinsanProfile.with("hard.orders", "no");
    values
        .keySet()
        .removeIf(
            key ->
                key.startsWith("fee.")
                    || key.startsWith("queue.debit")
                    || (key.startsWith("hard.") && !key.equals("hard.orders")));
    return values;
  }

  @Test
  void twoBanksWithOneCodeAreBothRefused() {
    configure("kinsan", KinsanProfile.values());
    configure("mirai", otherBank("MIRAI", "9990"));
    assertThat(served()).isEmpty();
  }

  @Test
  void anAlgorithmThatGoesStopsTheBankAndOneThatComesServesItAgain() {
    configure("kinsan", KinsanProfile.values());
    List<Integer> served = new ArrayList<>();
    profiles.bindWatcher(banks -> served.add(banks.size()));
    profiles.unbindAlgorithm(new FactorAsCode(), properties(1, 0));
    assertThatThrownBy(() -> profiles.of(KINSAN))
        .hasMessageContaining("'factor-as-code' is not installed");
    profiles.bindAlgorithm(new FactorAsCode(), properties(7, 0));
    assertThat(served).containsExactly(1, 0, 1);
  }

  @Test
  void whatGoesAwayWhileCoreStopsIsNoNewsAboutTheBanks() {
    configure("kinsan", KinsanProfile.values());
    List<Integer> served = new ArrayList<>();
    profiles.bindWatcher(banks -> served.add(banks.size()));
    profiles.stop();
    profiles.unbindAlgorithm(new FactorAsCode(), properties(1, 0));
    assertThat(served).containsExactly(1);
  }

  @Test
  void theRuleWithTheHigherRankingTakesOverAndGivesWayAgain() {
    configure("kinsan", KinsanProfile.values());
    BankProfile before = profiles.of(KINSAN);
    LockoutRule stricter = locksAtOnce();
    profiles.bindRule(stricter, properties(9, 10));
    assertThat(locksAfterOne(profiles.of(KINSAN))).isTrue();
    assertThat(locksAfterOne(before)).as("a request in flight keeps its snapshot").isFalse();
    profiles.unbindRule(stricter, properties(9, 10));
    assertThat(locksAfterOne(profiles.of(KINSAN))).isFalse();
  }

  @Test
  void aRuleThatFailsToReadStopsItsBankAlone() {
    configure("kinsan", KinsanProfile.values());
    Map<String, String> other = otherBank("MIRAI", "9991");
    other.put("lockout.rules", "broken");
    other.remove("lockout.consecutive-failures.failures");
    profiles.bindRule(broken(new IllegalStateException("on purpose")), properties(9, 0));
    configure("mirai", other);
    assertThat(served()).containsExactly(KINSAN);
  }

  /** Else the profiles in force would stay, however strict the new ones are. */
  @Test
  void aRuleWhoseClassesAreMissingStopsItsBankAlone() {
    configure("mirai", otherBank("MIRAI", "9991"));
    Map<String, String> other = otherBank("MIRAI", "9991");
    other.put("lockout.rules", "broken");
    other.remove("lockout.consecutive-failures.failures");
    profiles.bindRule(broken(new NoClassDefFoundError("on purpose")), properties(9, 0));
    configure("mirai", other);
    configure("kinsan", KinsanProfile.values());
    assertThat(served()).containsExactly(KINSAN);
  }

  @Test
  void aWrongAlgorithmBesideTheFormerOneGetsNoTrafficAndStatusSaysWhy() {
    configure("kinsan", KinsanProfile.values());
    profiles.bindAlgorithm(matchesEverything(), properties(9, 100));
    assertThat(profiles.of(KINSAN).algorithms().get(FactorAsCode.NAME))
        .isInstanceOf(FactorAsCode.class);
    assertThat(profiles.health())
        .extracting(Health::part, Health::level)
        .containsExactly(
            tuple("bank kinsan", Health.Level.OK),
            tuple("OTP algorithm factor-as-code", Health.Level.WARN));
    assertThat(profiles.health().get(1).lines())
        .containsExactly(
            "service 9 (ranking 100) is refused: it finds step 0 for more than one code with SHA-1,"
                + " 6 digits, 15 s",
            "in use instead: service 1 (ranking 0)");
  }

  @Test
  void anAlgorithmUpdatedInPlaceToAWrongOneStopsItsBankUntilARightOneComes() {
    configure("kinsan", KinsanProfile.values());
    List<Integer> served = new ArrayList<>();
    profiles.bindWatcher(banks -> served.add(banks.size()));
    profiles.unbindAlgorithm(new FactorAsCode(), properties(1, 0));
    profiles.bindAlgorithm(matchesEverything(), properties(9, 0));
    assertThatThrownBy(() -> profiles.of(KINSAN))
        .isInstanceOf(BankNotServed.class)
        .hasMessageContaining("otp.algorithm: 'factor-as-code' is not in use: service 9")
        .hasMessageContaining("is refused: it finds step 0 for more than one code");
    assertThat(profiles.health())
        .extracting(Health::part, Health::level)
        .containsExactly(
            tuple("bank kinsan", Health.Level.DOWN),
            tuple("OTP algorithm factor-as-code", Health.Level.DOWN));
    profiles.unbindAlgorithm(matchesEverything(), properties(9, 0));
    profiles.bindAlgorithm(new FactorAsCode(), properties(10, 0));
    assertThat(served).containsExactly(1, 0, 0, 0, 1);
    assertThat(profiles.health()).hasSize(1);
  }

  @Test
  void aRuleThatFailsUnderAProfileBesideTheFormerOneLeavesThatInUse() {
    configure("kinsan", KinsanProfile.values());
    LockoutRule wrong = rule(failures -> null);
    profiles.bindRule(wrong, properties(9, 100));
    assertThat(locksAfterOne(profiles.of(KINSAN))).isFalse();
    assertThat(profiles.health())
        .extracting(Health::part, Health::level)
        .containsExactly(
            tuple("bank kinsan", Health.Level.OK),
            tuple("lockout rule consecutive-failures", Health.Level.WARN));
    assertThat(profiles.health().get(1).lines().get(0))
        .startsWith(
            "service 9 (ranking 100) is refused: under org.ichido.bank~kinsan.cfg: it answers null");
    profiles.unbindRule(wrong, properties(9, 100));
    assertThat(profiles.health()).hasSize(1);
  }

  /** Whichever comes first, the rules or the file. */
  @Test
  void aWrongRuleThatWasThereBeforeTheProfileIsPassedOverToo() {
    profiles.bindRule(rule(failures -> null), properties(9, 100));
    configure("kinsan", KinsanProfile.values());
    assertThat(served()).containsExactly(KINSAN);
    assertThat(locksAfterOne(profiles.of(KINSAN))).isFalse();
  }

  @Test
  void aRuleThatFailsAloneStopsItsBankAndTheProblemSaysWhich() {
    profiles.unbindRule(RULE, properties(2, 0));
    profiles.bindRule(
        rule(
            failures -> {
              throw new ArithmeticException("on purpose");
            }),
        properties(9, 0));
    configure("kinsan", KinsanProfile.values());
    assertThatThrownBy(() -> profiles.of(KINSAN))
        .hasMessageContaining(
            "lockout.rules: 'consecutive-failures' fails under the parameters of this profile:"
                + " service 9 (ranking 0): it threw java.lang.ArithmeticException: on purpose");
  }

  /** What a rule that is passed over has read does not make a wrong key right. */
  @Test
  void aKeyThatOnlyARefusedRuleKnowsStaysUnknown() {
    profiles.bindRule(
        new LockoutRule() {
          @Override
          public String name() {
            return RULE.name();
          }

          @Override
          public Lockout configured(Settings settings) {
            settings.optional("failures");
            settings.optional("mine");
            throw new IllegalStateException("on purpose");
          }
        },
        properties(9, 100));
    configure("kinsan", KinsanProfile.with("lockout.consecutive-failures.mine", "1"));
    assertThatThrownBy(() -> profiles.of(KINSAN))
        .hasMessageContaining("lockout.consecutive-failures.mine: is not a key");
  }

  @Test
  void aRuleThatHangsUnderOneProfileIsAskedForNoOtherUntilItAnswers() {
    AtomicBoolean armed = new AtomicBoolean();
    AtomicBoolean nextHangs = new AtomicBoolean();
    Queue<Runnable> hanging = new ArrayDeque<>();
    BankProfiles impatient =
        new BankProfiles(
            new Patience(
                call -> {
                  if (nextHangs.getAndSet(false)) {
                    hanging.add(call);
                  } else {
                    call.run();
                  }
                },
                Duration.ZERO));
    // Of a profile the algorithm is asked first and then the rule: that question hangs.
    impatient.bindAlgorithm(
        checkedBy(() -> nextHangs.set(armed.getAndSet(false))), properties(1, 0));
    impatient.bindRule(RULE, properties(2, 0));
    Installed.configure(impatient, "org.ichido.bank~kinsan", KinsanProfile.values());
    Installed.configure(impatient, "org.ichido.bank~mirai", otherBank("MIRAI", "9991"));
    impatient.bindRule(locksAtOnce(), properties(9, 100));
    assertThat(locksAfterOne(impatient.of(KINSAN))).isTrue();

    armed.set(true);
    impatient.deleted("org.ichido.bank~none");

    assertThat(hanging).hasSize(1);
    assertThat(locksAfterOne(impatient.of(KINSAN))).isFalse();
    assertThat(locksAfterOne(impatient.of(new BankId("mirai")))).isFalse();
    assertThat(impatient.health().get(2).lines())
        .containsExactly(
            "service 9 (ranking 100) is refused: it gave no answer within 0 ms",
            "in use instead: service 2 (ranking 0)");
    hanging.remove().run();
    assertThat(locksAfterOne(impatient.of(KINSAN))).isTrue();
    assertThat(impatient.health()).hasSize(2);
  }

  @Test
  void aFileWithoutATildeIsRefusedByName() {
    Installed.configure(profiles, "org.ichido.bank.1234-kinsan", KinsanProfile.values());
    assertThat(profiles.health().get(0).lines().toString())
        .contains("file name: must be org.ichido.bank~<id>.cfg");
  }

  @Test
  void withoutAnyProfileHealthSaysWhereToPutOne() {
    assertThat(profiles.health().get(0).lines())
        .containsExactly("no bank profile: put etc/org.ichido.bank~<id>.cfg there");
    assertThatThrownBy(() -> profiles.of(KINSAN)).hasMessageContaining("has no profile");
  }

  @Test
  void aDeletedProfileIsGone() {
    configure("kinsan", KinsanProfile.values());
    profiles.deleted("org.ichido.bank~kinsan");
    assertThat(served()).isEmpty();
  }

  private List<BankId> served() {
    List<BankId> served = new ArrayList<>();
    BankWatcher watcher = banks -> banks.forEach(bank -> served.add(bank.bank()));
    profiles.bindWatcher(watcher);
    profiles.unbindWatcher(watcher);
    return served;
  }

  private void configure(String bank, Map<String, String> values) {
    Installed.configure(profiles, "org.ichido.bank~" + bank, values);
  }

  /** S0-32: tokens of several banks in one app are told apart by it. */
  @Test
  @Requirement("S0-32")
  void twoBanksWithOneActivationServiceIdAreBothRefused() {
    configure("kinsan", KinsanProfile.values());
    Map<String, String> other = otherBank("MIRAI", "9991");
    other.put("enrol.service-id", "KINSAN");
    configure("mirai", other);
    assertThat(served()).isEmpty();
    assertThatThrownBy(() -> profiles.of(KINSAN))
        .hasMessageContaining(
            "enrol.service-id: KINSAN is claimed by org.ichido.bank~mirai.cfg too");
  }

  private static Map<String, String> otherBank(String prefix, String code) {
    Map<String, String> values = KinsanProfile.values();
    values.replaceAll((key, value) -> value.replace("KINSAN", prefix));
    values.put("bank.code", code);
    return values;
  }

  private static boolean locksAfterOne(BankProfile profile) {
    return profile.rules().lockouts().get(0).after(new Failures(1, Instant.EPOCH)).isPresent();
  }

  private static LockoutRule locksAtOnce() {
    return rule(failures -> Optional.of(new Lock.UntilUnlocked(failures.latest())));
  }

  private static LockoutRule rule(Lockout lockout) {
    return new LockoutRule() {
      @Override
      public String name() {
        return RULE.name();
      }

      @Override
      public Lockout configured(Settings settings) {
        settings.optional("failures");
        return lockout;
      }
    };
  }

  private static OtpAlgorithm checkedBy(Runnable check) {
    FactorAsCode right = new FactorAsCode();
    return new OtpAlgorithm() {
      @Override
      public String name() {
        return right.name();
      }

      @Override
      public void check(OtpParameters parameters) {
        check.run();
      }

      @Override
      public List<Long> matching(
          Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
        return right.matching(seed, parameters, code, range);
      }
    };
  }

  private static OtpAlgorithm matchesEverything() {
    return new OtpAlgorithm() {
      @Override
      public String name() {
        return FactorAsCode.NAME;
      }

      @Override
      public void check(OtpParameters parameters) {}

      @Override
      public List<Long> matching(
          Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
        return LongStream.rangeClosed(range.first(), range.last()).boxed().toList();
      }
    };
  }

  private static LockoutRule broken(Throwable trouble) {
    return new LockoutRule() {
      @Override
      public String name() {
        return "broken";
      }

      @Override
      public Lockout configured(Settings settings) {
        if (trouble instanceof Error e) {
          throw e;
        }
        throw (RuntimeException) trouble;
      }
    };
  }

  private static Map<String, Object> properties(long id, int ranking) {
    return Map.of("service.id", id, "service.ranking", ranking);
  }
}
