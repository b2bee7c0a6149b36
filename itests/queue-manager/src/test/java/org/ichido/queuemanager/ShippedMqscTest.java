package org.ichido.queuemanager;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the shipped MQSC and the profiles")
@ExtendWith(SuiteEvidence.class)
class ShippedMqscTest {
  private static final Path CONFIG = Path.of(System.getProperty("ichido.config"));

  @TempDir private Path directory;

  private static String shipped() throws IOException {
    return Files.readString(CONFIG.resolve("mq/ichido.mqsc"));
  }

  private static List<String> differences(Path banks, String mqsc) throws Exception {
    try (QueueManager qm = QueueManager.named("QM1").mqsc(mqsc).start()) {
      return new MqscInStep(ShippedBank.all(banks)).differences(qm);
    }
  }

  @Test
  void itHasWhatTheProfilesNeedAndNoMore() throws Exception {
    assertThat(ShippedBank.all(CONFIG.resolve("banks"))).hasSize(4);
    assertThat(differences(CONFIG.resolve("banks"), shipped())).isEmpty();
  }

  /** What is not looked at here an administrator has to look at. */
  @Test
  void nothingInItIsWithoutEffectHereThatGuardsAnything() throws Exception {
    try (QueueManager qm = QueueManager.named("QM1").mqsc(shipped()).start()) {
      assertThat(
              qm.ignoredMqsc().stream()
                  .map(line -> line.replaceFirst("line \\d+: ", ""))
                  .collect(Collectors.toSet()))
          .containsExactlyInAnyOrder(
              "ALTER QMGR PERFMEV",
              "ALTER QMGR AUTHOREV",
              "DEFINE AUTHINFO CHCKLOCL",
              "DEFINE AUTHINFO FAILDLAY",
              "DEFINE AUTHINFO REPLACE",
              "REFRESH SECURITY",
              "DEFINE CHANNEL DESCR",
              "DEFINE CHANNEL TRPTYPE",
              "DEFINE CHANNEL MAXINST",
              "DEFINE CHANNEL HBINT",
              "SET CHLAUTH DESCR",
              "DEFINE QLOCAL DESCR",
              "DEFINE QLOCAL DEFSOPT",
              "DEFINE QLOCAL QDEPTHHI",
              "DEFINE QLOCAL QDPHIEV");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DEFINE QLOCAL('MIRAI.OTP.APP') | DEFINE QLOCAL('MIRAI.OTP.APPS') | MIRAI.OTP.APP is missing",
        "DEFINE QLOCAL('MIRAI.OTP.APP') | DEFINE QLOCAL('MIRAI.OTP.APPS') | MIRAI.OTP.APPS is too many",
        "BOTHRESH(400) | BOTHRESH(3) | KINSAN.OTP.REQUEST has BOTHRESH 3",
        "BOQNAME('SHITEN.OTP.BACKOUT') | BOQNAME('MIRAI.OTP.BACKOUT') | SHITEN.OTP.REQUEST backs out to 'MIRAI.OTP.BACKOUT'",
        "HARDENBO | NOHARDENBO | KINSAN.OTP.REQUEST has HARDENBO 0",
        "MAXMSGL(1048576) | MAXMSGL(4096) | KINSAN.OTP.REQUEST has MAXMSGL 4096",
        "MAXMSGL(1114112) | MAXMSGL(1048576) | KINSAN.OTP.BACKOUT has MAXMSGL 1048576",
        "DEFPSIST(YES) | DEFPSIST(NO) | KINSAN.OTP.BACKOUT is not persistent or not shared",
        "PROFILE('KINSAN.CHANNEL.REPLY') OBJTYPE(QUEUE) PRINCIPAL('channel') | PROFILE('KINSAN.CHANNEL.REPLY') OBJTYPE(QUEUE) PRINCIPAL('branch') | branch has too much: [INQ, GET, BROWSE] on KINSAN.CHANNEL.REPLY",
        "PROFILE('KINSAN.CHANNEL.REPLY') OBJTYPE(QUEUE) PRINCIPAL('channel') | PROFILE('KINSAN.CHANNEL.REPLY') OBJTYPE(QUEUE) PRINCIPAL('branch') | channel lacks [INQ, GET, BROWSE] on KINSAN.CHANNEL.REPLY",
        "PROFILE('MIRAI.OTP.REQUEST') OBJTYPE(QUEUE) PRINCIPAL('channel') | PROFILE('MIRAI.OTP.*') OBJTYPE(QUEUE) PRINCIPAL('channel') | channel has too much: [PUT] on MIRAI.OTP.CORE",
        "AUTHADD(GET,BROWSE,INQ,DSP) | AUTHADD(GET,BROWSE,INQ,DSP,PUT) | ichido has too much: [PUT] on KINSAN.OTP.REQUEST",
        "PROFILE('KENSHIN.APP.REPLY') | PROFILE('**') | ichido has too much: [PUT] on ANOTHER.PROJECT",
        "SET AUTHREC OBJTYPE(QMGR) PRINCIPAL('core') | SET AUTHREC OBJTYPE(QMGR) PRINCIPAL('guest') | guest has too much: [CONNECT, INQ] on the queue manager",
        "SET AUTHREC OBJTYPE(QMGR) PRINCIPAL('core') AUTHADD( | SET AUTHREC OBJTYPE(QMGR) PRINCIPAL('core') AUTHADD(SETID, | core has too much: [SETID] on the queue manager"
      })
  void aChangeOfTheFileIsSeen(String before, String after, String difference) throws Exception {
    String text = commands(shipped());
    int at = text.indexOf(before);
    assertThat(at).isNotNegative();
    String changed = text.substring(0, at) + after + text.substring(at + before.length());
    assertThat(differences(CONFIG.resolve("banks"), changed)).contains(difference);
  }

  /** Without comments, each command on a line. */
  private static String commands(String mqsc) {
    return mqsc.replaceAll("(?m)^\\*.*\\R", "").replaceAll(" \\+\\R *", " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "queue.event = KINSAN.OTP.EVENT | queue.event = KINSAN.EVENT | KINSAN.EVENT is missing",
        "requester.branch.users = branch | requester.branch.users = branch, help | help lacks [PUT] on KINSAN.OTP.OPERATOR",
        "compare-books, debit-reply, | compare-books, | core has too much: [PUT] on KINSAN.OTP.DEBIT.REPLY",
        "reply-to = KINSAN.APP.REPLY | reply-to = KINSAN.APP.REPLY, KINSAN.APP.LOG | ichido lacks [PUT] on KINSAN.APP.LOG"
      })
  void aChangeOfAProfileIsSeen(String before, String after, String difference) throws Exception {
    for (String bank : List.of("kinsan", "kenshin", "mirai", "shiten")) {
      String file = "org.ichido.bank~" + bank + ".cfg";
      String profile =
          Files.readString(CONFIG.resolve("banks").resolve(bank).resolve(file), ISO_8859_1);
      assertThat(profile.contains(before) || !bank.equals("kinsan")).isTrue();
      Files.writeString(
          directory.resolve(file),
          bank.equals("kinsan") ? profile.replace(before, after) : profile,
          ISO_8859_1);
    }
    assertThat(differences(directory, shipped())).contains(difference);
  }
}
