package org.ichido.queuemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import java.util.List;
import java.util.Optional;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("channel rules")
@ExtendWith(SuiteEvidence.class)
class ChannelRulesTest {
  private static final String CHANNEL =
      "DEFINE CHANNEL(A.CHANNEL) CHLTYPE(SVRCONN) SSLCIPH(ANY_TLS12_OR_HIGHER) MCAUSER('least')\n";
  private static final String NOBODY =
      "SET CHLAUTH('*') TYPE(ADDRESSMAP) ADDRESS('*') USERSRC(NOACCESS)\n";
  private static final String REFUSED = "2035";

  private static SSLContext server;
  private static SSLContext ichido;
  private static SSLContext host;

  @BeforeAll
  static void makeCertificates() throws Exception {
    Certificates queueManager = Certificates.make("qm1");
    Certificates ours = Certificates.make("ichido", "CN=ichido,OU=OTP,O=Example Bank");
    Certificates theirs = Certificates.make("host", "CN=host,O=Example Bank");
    server = Certificates.context(Optional.of(queueManager), List.of(ours, theirs));
    ichido = Certificates.context(Optional.of(ours), List.of(queueManager));
    host = Certificates.context(Optional.of(theirs), List.of(queueManager));
  }

  private static QueueManager start(String... commands) throws Exception {
    return QueueManager.named("QM1")
        .tls(server)
        .user("ichido", "right")
        .user("mqm", "strong")
        .mqsc(CHANNEL)
        .mqsc(String.join("\n", commands))
        .start();
  }

  /** As whom a program works that has the certificate, and a password if one is said. */
  private static String user(QueueManager qm, SSLContext certificate, String... login)
      throws Exception {
    MQConnectionFactory factory = JmsProgram.factory(qm);
    factory.setSSLCipherSuite("*TLS12ORHIGHER");
    factory.setSSLSocketFactory(certificate.getSocketFactory());
    factory.setBooleanProperty(WMQConstants.USER_AUTHENTICATION_MQCSP, true);
    try (Connection connection =
        login.length == 0
            ? factory.createConnection()
            : factory.createConnection(login[0], login[1])) {
      connection.start();
      return qm.users().get(0);
    } catch (JMSException e) {
      return String.valueOf(JmsProgram.reason(e));
    }
  }

  @Test
  void withoutRulesAllWorkAsTheChannelSays() throws Exception {
    try (QueueManager qm = start()) {
      assertThat(user(qm, ichido)).isEqualTo("least");
      assertThat(user(qm, ichido, "ichido", "right")).isEqualTo("ichido");
    }
  }

  @Test
  void nobodyComesInWhereEveryAddressIsClosed() throws Exception {
    try (QueueManager qm = start(NOBODY)) {
      assertThat(user(qm, ichido)).isEqualTo(REFUSED);
      assertThat(user(qm, ichido, "ichido", "right")).isEqualTo(REFUSED);
    }
    try (QueueManager qm = start(NOBODY, "ALTER QMGR CHLAUTH(DISABLED)")) {
      assertThat(user(qm, ichido)).isEqualTo("least");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CN=ichido,OU=OTP,O=Example Bank | ours | 2035",
        "O=Example Bank,CN=ichido | ours | 2035",
        "CN=*,O=Example Bank | ours | ours",
        "CN=*,OU=O*,O=Example Bank | ours | 2035",
        "CN=ichido,O=Another Bank | 2035 | 2035",
        "CN=ichi | 2035 | 2035"
      })
  void aRuleForACertificateLetsInWhomItNames(String peer, String first, String second)
      throws Exception {
    String rule =
        "SET CHLAUTH('A.*') TYPE(SSLPEERMAP) SSLPEER('" + peer + "') USERSRC(MAP) MCAUSER('ours')";
    try (QueueManager qm = start(NOBODY, rule)) {
      assertThat(List.of(user(qm, ichido), user(qm, host))).containsExactly(first, second);
    }
  }

  @Test
  void theIssuerCountsWhereTheRuleNamesIt() throws Exception {
    String rule =
        "SET CHLAUTH('A.*') TYPE(SSLPEERMAP) SSLPEER('CN=*') MCAUSER('ours') SSLCERTI('CN=host')";
    try (QueueManager qm = start(NOBODY, rule)) {
      assertThat(user(qm, ichido)).isEqualTo(REFUSED);
      assertThat(user(qm, host)).isEqualTo("ours");
    }
  }

  @Test
  void theMorePreciseRuleHolds() throws Exception {
    try (QueueManager qm =
        start(
            "SET CHLAUTH('A.*') TYPE(SSLPEERMAP) SSLPEER('O=Example Bank') MCAUSER('any')",
            "SET CHLAUTH('A.*') TYPE(SSLPEERMAP) SSLPEER('OU=OTP,O=Example Bank') MCAUSER('otp')",
            "SET CHLAUTH('A.*') TYPE(ADDRESSMAP) ADDRESS('127.0.0.1') USERSRC(NOACCESS)")) {
      assertThat(user(qm, ichido)).isEqualTo("otp");
      assertThat(user(qm, host)).isEqualTo("any");
    }
    try (QueueManager qm =
        start(
            "SET CHLAUTH('A.*') TYPE(ADDRESSMAP) ADDRESS('127.0.0.1') USERSRC(NOACCESS)",
            "SET CHLAUTH('A.*') TYPE(SSLPEERMAP) SSLPEER('CN=*') MCAUSER('any')")) {
      assertThat(user(qm, ichido)).isEqualTo("any");
    }
    try (QueueManager qm =
        start(
            "SET CHLAUTH('A.*') TYPE(SSLPEERMAP) SSLPEER('O=Example Bank') MCAUSER('any')",
            "SET CHLAUTH('A.CHANNEL') TYPE(ADDRESSMAP) ADDRESS('127.*') USERSRC(NOACCESS)")) {
      assertThat(user(qm, ichido)).isEqualTo(REFUSED);
    }
  }

  @Test
  void aRuleMayGoByTheUserWhomAProgramRunsAs() throws Exception {
    String claimed = System.getProperty("user.name");
    String rule = "SET CHLAUTH('*') TYPE(USERMAP) CLNTUSER('%s') MCAUSER('mapped')";
    try (QueueManager qm = start(NOBODY, String.format(rule, claimed))) {
      assertThat(user(qm, host)).isEqualTo("mapped");
    }
    try (QueueManager qm = start(NOBODY, String.format(rule, "not" + claimed))) {
      assertThat(user(qm, host)).isEqualTo(REFUSED);
    }
  }

  @Test
  void whoIsBlockedDoesNotComeInWhateverThePassword() throws Exception {
    try (QueueManager qm =
        start("SET CHLAUTH('*') TYPE(BLOCKUSER) USERLIST('*MQADMIN','nobody')")) {
      assertThat(user(qm, ichido, "mqm", "strong")).isEqualTo(REFUSED);
      assertThat(user(qm, ichido, "ichido", "right")).isEqualTo("ichido");
    }
    try (QueueManager qm = start("SET CHLAUTH('A.*') TYPE(BLOCKUSER) USERLIST('nobody','least')")) {
      assertThat(user(qm, ichido)).isEqualTo(REFUSED);
      assertThat(user(qm, ichido, "mqm", "strong")).isEqualTo("mqm");
    }
  }

  @Test
  void aRuleMayAskForAPasswordAsWell() throws Exception {
    String rule = "SET CHLAUTH('*') TYPE(ADDRESSMAP) ADDRESS('127.*') USERSRC(CHANNEL) ";
    try (QueueManager qm = start(rule + "CHCKCLNT(REQUIRED)")) {
      assertThat(user(qm, ichido)).isEqualTo(REFUSED);
      assertThat(user(qm, ichido, "ichido", "wrong")).isEqualTo(REFUSED);
      assertThat(user(qm, ichido, "ichido", "right")).isEqualTo("ichido");
    }
  }

  @Test
  void aPasswordIsCheckedAndChangesNothingWhereItIsNotAdopted() throws Exception {
    try (QueueManager qm =
        start(
            "DEFINE AUTHINFO(CHECK) AUTHTYPE(IDPWOS) CHCKCLNT(OPTIONAL) ADOPTCTX(NO)",
            "ALTER QMGR CONNAUTH(CHECK)")) {
      assertThat(user(qm, ichido, "ichido", "right")).isEqualTo("least");
      assertThat(user(qm, ichido, "ichido", "wrong")).isEqualTo(REFUSED);
    }
  }

  @Test
  void theChannelItselfMayNameTheCertificate() throws Exception {
    try (QueueManager qm =
        start("ALTER CHANNEL(A.CHANNEL) CHLTYPE(SVRCONN) SSLPEER('CN=ichido,O=*')")) {
      assertThat(user(qm, ichido)).isEqualTo("least");
      assertThat(user(qm, host)).isEqualTo("2397");
    }
  }

  @Test
  void aRuleIsReplacedAndRemoved() throws Exception {
    String rule = "SET CHLAUTH('*') TYPE(ADDRESSMAP) ADDRESS('*') ";
    String open = rule + "USERSRC(MAP) MCAUSER('new') ACTION(REPLACE)";
    try (QueueManager qm = start(NOBODY, open)) {
      assertThat(user(qm, host)).isEqualTo("new");
    }
    try (QueueManager qm = start(NOBODY, rule + "ACTION(REMOVE)")) {
      assertThat(user(qm, host)).isEqualTo("least");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET CHLAUTH('*') TYPE(QMGRMAP) QMNAME(A) | line 1: SET CHLAUTH: TYPE(QMGRMAP) is not known",
        "SET CHLAUTH('*') ADDRESS('*') | line 1: SET CHLAUTH: TYPE is missing",
        "SET CHLAUTH('*') TYPE(USERMAP) | line 1: SET CHLAUTH: CLNTUSER is missing",
        "SET CHLAUTH('*') TYPE(ADDRESSMAP) ADDRESS('*') | line 1: SET CHLAUTH: MCAUSER is missing",
        "SET CHLAUTH('*') TYPE(SSLPEERMAP) SSLPEER('ichido') MCAUSER('a') | line 1: SET CHLAUTH: not a distinguished name: ichido",
        "SET CHLAUTH('*') TYPE(ADDRESSMAP) ADDRESS('*') USERSRC(NOACCESS) WARN(YES) | line 1: SET CHLAUTH: WARN(YES) is not known",
        "SET CHLAUTH('*') TYPE(BLOCKUSER) USERLIST('a') ACTION(FLY) | line 1: SET CHLAUTH: ACTION(FLY) is not known",
        "SET CHLAUTH('*') TYPE(BLOCKUSER) USERLIST('a' b) | line 1: not a value: 'a' b",
        "DEFINE CHANNEL(A.CHANNEL) CHLTYPE(SVRCONN) | line 1: DEFINE CHANNEL: A.CHANNEL is there already; say REPLACE",
        "ALTER CHANNEL(B.CHANNEL) CHLTYPE(SVRCONN) | line 1: ALTER CHANNEL: no channel B.CHANNEL"
      })
  void aMistakeIsNamedWithItsLine(String command, String complaint) {
    assertThatThrownBy(() -> start(command))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(complaint);
  }
}
