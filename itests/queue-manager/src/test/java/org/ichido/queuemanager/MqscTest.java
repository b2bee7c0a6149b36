package org.ichido.queuemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ichido.queuemanager.BaseProgram.get;
import static org.ichido.queuemanager.BaseProgram.putOptions;
import static org.ichido.queuemanager.BaseProgram.reasonOf;
import static org.ichido.queuemanager.BaseProgram.text;

import com.ibm.mq.constants.CMQC;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("MQSC and authorities")
@ExtendWith(SuiteEvidence.class)
class MqscTest {
  private static final String A_PROJECT =
      """
      * What a project gives to its administrators.
      ALTER QMGR DEADQ('A.DEAD') CHLAUTH(ENABLED)
      DEFINE QLOCAL('KINSAN.OTP.REQUEST') +
             DESCR('requests (they come here)') +
             DEFPSIST(YES) BOTHRESH(3) BOQNAME('KINSAN.OTP.BACKOUT') +
             MAXDEPTH(2) MAXMSGL(4096) +
             REPLACE
      define qlocal(kinsan.otp.backout) maxdepth(50) put(disabled);
      DEFINE QLOCAL('KINSAN.OTP.REPLY') -
             GET(DISABLED) MSGDLVSQ(FIFO) NOSHARE

      DEFINE QALIAS(KINSAN.IN) TARGET(KINSAN.OTP.REQUEST)
      DEFINE CHANNEL('ICHIDO.SVRCONN') CHLTYPE(SVRCONN) TRPTYPE(TCP) MCAUSER('ichido') SHARECNV(1)
      DEFINE CHANNEL('HOST.SVRCONN') CHLTYPE(SVRCONN) MCAUSER('host')
      DEFINE CHANNEL('TO.HOST') CHLTYPE(SDR) CONNAME('10.0.0.1(1414)') XMITQ('HOST')
      SET AUTHREC OBJTYPE(QMGR) GROUP('otp') AUTHADD(CONNECT,INQ)
      SET AUTHREC PROFILE('KINSAN.OTP.**') OBJTYPE(QUEUE) PRINCIPAL('ichido') AUTHADD(GET,BROWSE,INQ,PUT)
      SET AUTHREC PROFILE('KINSAN.OTP.REQUEST') OBJTYPE(QUEUE) PRINCIPAL('host') AUTHADD(PUT,ALLMQI)
      SET AUTHREC PROFILE('KINSAN.OTP.REQUEST') OBJTYPE(QUEUE) PRINCIPAL('host') AUTHRMV(GET,BROWSE)
      SET CHLAUTH('*') TYPE(ADDRESSMAP) ADDRESS('*') USERSRC(NOACCESS)
      SET CHLAUTH('*.SVRCONN') TYPE(ADDRESSMAP) ADDRESS('127.*') USERSRC(CHANNEL)
      """;

  @TempDir private Path directory;

  private QueueManager start() throws Exception {
    Path file = Files.writeString(directory.resolve("project.mqsc"), A_PROJECT);
    return QueueManager.named("QM1")
        .mqsc(file)
        .member("otp", "ichido")
        .member("otp", "host")
        .start();
  }

  private static BaseProgram as(QueueManager qm, String channel) throws Exception {
    return BaseProgram.connect(qm.port(), "QM1", Map.of(CMQC.CHANNEL_PROPERTY, channel));
  }

  @Test
  void queuesAreAsTheFileSays() throws Exception {
    try (QueueManager qm = start()) {
      TestQueue request = qm.queue("KINSAN.OTP.REQUEST");
      assertThat(request.definition().get(QueueAttribute.BOTHRESH)).isEqualTo(3);
      assertThat(request.definition().get(QueueAttribute.MAXMSGL)).isEqualTo(4096);
      assertThat(request.definition().get(QueueAttribute.DEFPSIST)).isEqualTo(1);
      assertThat(request.definition().backoutQueue()).isEqualTo("KINSAN.OTP.BACKOUT");
      assertThat(qm.queue("KINSAN.OTP.REPLY").definition().get(QueueAttribute.SHARE)).isZero();
      assertThat(qm.ignoredMqsc())
          .containsExactly(
              "line 3: DEFINE QLOCAL DESCR",
              "line 13: DEFINE CHANNEL TRPTYPE",
              "line 15: DEFINE CHANNEL CONNAME",
              "line 15: DEFINE CHANNEL XMITQ");
    }
  }

  @Test
  void whatTheFileForbidsIsRefused() throws Exception {
    try (QueueManager qm = start();
        BaseProgram ichido = as(qm, "ICHIDO.SVRCONN")) {
      int output = BaseProgram.OUTPUT;
      assertThat(reasonOf(() -> ichido.open("KINSAN.OTP.BACKOUT", output).put(text("x"))))
          .isEqualTo(2051);
      assertThat(reasonOf(() -> get(ichido.open("KINSAN.OTP.REPLY", BaseProgram.INPUT))))
          .isEqualTo(2016);
      ichido.open("KINSAN.OTP.REQUEST", output).put(text("one"));
      ichido.open("KINSAN.OTP.REQUEST", output).put(text("two"));
      assertThat(reasonOf(() -> ichido.open("KINSAN.OTP.REQUEST", output).put(text("three"))))
          .isEqualTo(2053);
    }
  }

  @Test
  void usersMayDoWhatTheyWereGiven() throws Exception {
    try (QueueManager qm = start();
        BaseProgram ichido = as(qm, "ICHIDO.SVRCONN");
        BaseProgram host = as(qm, "HOST.SVRCONN")) {
      assertThat(qm.users()).containsExactly("ichido", "host");
      int output = BaseProgram.OUTPUT;
      int input = BaseProgram.INPUT;
      host.open("KINSAN.OTP.REQUEST", output).put(text("one"), putOptions(0));
      assertThat(reasonOf(() -> host.open("KINSAN.OTP.REQUEST", input))).isEqualTo(2035);
      assertThat(reasonOf(() -> host.open("KINSAN.OTP.REPLY", output))).isEqualTo(2035);
      assertThat(reasonOf(() -> host.connection.put("KINSAN.OTP.REPLY", text("x"))))
          .isEqualTo(2035);
      assertThat(get(ichido.open("KINSAN.OTP.REQUEST", input))).isEqualTo("one");
      int setAll = output | CMQC.MQOO_SET_ALL_CONTEXT;
      assertThat(reasonOf(() -> ichido.open("KINSAN.OTP.REQUEST", setAll))).isEqualTo(2035);
      host.open("KINSAN.OTP.REQUEST", setAll);
    }
  }

  @Test
  void whoIsInNoGroupDoesNotConnect() throws Exception {
    try (QueueManager qm = QueueManager.named("QM1").mqsc(A_PROJECT).start()) {
      assertThat(reasonOf(() -> as(qm, "ICHIDO.SVRCONN"))).isEqualTo(2035);
      assertThat(reasonOf(() -> as(qm, "TO.HOST"))).isEqualTo(2539);
      assertThat(reasonOf(() -> as(qm, "NO.CHANNEL"))).isEqualTo(2540);
    }
  }

  @Test
  void anAliasLeadsToItsQueue() throws Exception {
    try (QueueManager qm =
            QueueManager.named("QM1")
                .mqsc("DEFINE QLOCAL(A.QUEUE)\nDEFINE QALIAS(AN.ALIAS) TARGET(A.QUEUE)")
                .mqsc("DEFINE QALIAS(DANGLING) TARGET(NO.QUEUE)")
                .start();
        BaseProgram program = BaseProgram.connect(qm)) {
      program.open("AN.ALIAS").put(text("one"));
      assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(1);
      assertThat(reasonOf(() -> program.open("DANGLING"))).isEqualTo(2082);
    }
  }

  @Test
  void passwordsAreRequiredWhereTheFileSaysSo() throws Exception {
    try (QueueManager qm =
        QueueManager.named("QM1")
            .mqsc("DEFINE AUTHINFO('CHECK') AUTHTYPE(IDPWOS) CHCKCLNT(REQUIRED)")
            .mqsc("ALTER QMGR CONNAUTH('CHECK')\nREFRESH SECURITY TYPE(CONNAUTH)")
            .start()) {
      assertThat(reasonOf(() -> BaseProgram.connect(qm))).isEqualTo(2035);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DEFINE QLOCAL(A) MAXDEPHT(5) | line 1: DEFINE QLOCAL: MAXDEPHT is not known",
        "DEFINE QLOCAL(A) MAXDEPTH(many) | line 1: DEFINE QLOCAL: MAXDEPTH(MANY) is no number",
        "DEFINE QLOCAL(A) GET(NO) | line 1: DEFINE QLOCAL: GET(NO) is neither DISABLED nor ENABLED",
        "ALTER QLOCAL(B) MAXDEPTH(5) | line 1: ALTER QLOCAL: no queue B",
        "DEFINE QLOCAL(THERE) | line 1: DEFINE QLOCAL: THERE is there already; say REPLACE",
        "DEFINE QREMOTE(A) | line 1: DEFINE QREMOTE: this command is not known",
        "SET AUTHREC OBJTYPE(QMGR) GROUP(A) AUTHADD(FLY) | line 1: SET AUTHREC: AUTHADD(FLY) is not known",
        "DEFINE QLOCAL(A) + | line 1: the command does not end",
        "DEFINE QLOCAL(A GET( | line 1: not MQSC from here on: (A GET(",
        "ALTER QMGR CONNAUTH(NONE) | line 1: ALTER QMGR: no AUTHINFO NONE"
      })
  void aMistakeIsNamedWithItsLine(String commands, String complaint) {
    QueueManagerDefinition definition = QueueManager.named("QM1").queue("THERE");
    assertThatThrownBy(() -> definition.mqsc(commands).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(complaint);
  }
}
