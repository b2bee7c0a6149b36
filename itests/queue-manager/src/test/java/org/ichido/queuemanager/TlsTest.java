package org.ichido.queuemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.queuemanager.JmsProgram.LONG;
import static org.ichido.queuemanager.JmsProgram.receive;

import com.ibm.mq.constants.CMQC;
import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jms.JMSException;
import javax.net.ssl.SSLContext;
import org.ichido.queuemanager.wire.MessageDescriptor.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("TLS and passwords")
@ExtendWith(SuiteEvidence.class)
class TlsTest {
  private static SSLContext server;
  private static SSLContext client;
  private static SSLContext stranger;
  private static SSLContext anonymous;
  private static SSLContext distrustful;

  private QueueManager qm;

  @BeforeAll
  static void makeCertificates() throws Exception {
    Certificates queueManager = Certificates.make("qm1");
    Certificates program = Certificates.make("ichido");
    Certificates unknown = Certificates.make("stranger");
    server = Certificates.context(Optional.of(queueManager), List.of(program));
    client = Certificates.context(Optional.of(program), List.of(queueManager));
    stranger = Certificates.context(Optional.of(unknown), List.of(queueManager));
    anonymous = Certificates.context(Optional.empty(), List.of(queueManager));
    distrustful = Certificates.context(Optional.of(program), List.of(unknown));
  }

  private void start(String channel) throws Exception {
    qm =
        QueueManager.named("QM1")
            .tls(server)
            .user("ichido", "right")
            .queue("A.QUEUE")
            .mqsc("DEFINE CHANNEL(A.CHANNEL) CHLTYPE(SVRCONN) " + channel)
            .start();
  }

  @AfterEach
  void nothingWasMisunderstood() throws Exception {
    qm.close();
    assertThat(qm.surprises()).isEmpty();
  }

  private MQConnectionFactory factory(String suite, SSLContext context) throws JMSException {
    MQConnectionFactory factory = JmsProgram.factory(qm);
    factory.setSSLCipherSuite(suite);
    factory.setSSLSocketFactory(context.getSocketFactory());
    factory.setBooleanProperty(WMQConstants.USER_AUTHENTICATION_MQCSP, true);
    return factory;
  }

  private int reasonOf(String suite, SSLContext context, String password) throws Exception {
    return JmsProgram.reasonOf(
        () -> factory(suite, context).createConnection("ichido", password).close());
  }

  @ParameterizedTest
  @CsvSource({
    "*TLS12ORHIGHER, ANY_TLS12_OR_HIGHER",
    "*TLS13ORHIGHER, ANY_TLS12_OR_HIGHER",
    "*TLS12, ANY_TLS12",
    "*TLS13, ANY_TLS13",
    "*TLS13, ANY_TLS13_OR_HIGHER",
    "TLS_AES_256_GCM_SHA384, TLS_AES_256_GCM_SHA384",
    "TLS_AES_128_GCM_SHA256, ANY_TLS13",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, ECDHE_RSA_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, ANY_TLS12"
  })
  void bothSidesAgreeOnACipher(String suite, String cipherSpec) throws Exception {
    start("SSLCIPH('" + cipherSpec + "')");
    try (JmsProgram program =
        JmsProgram.start(factory(suite, client).createConnection("ichido", "right"), false)) {
      program.send("A.QUEUE", "secret");
      assertThat(qm.queue("A.QUEUE").messages().get(0).get(TextField.USER)).isEqualTo("ichido");
      assertThat(receive(program.consumer("A.QUEUE"), LONG)).isEqualTo("secret");
    }
    assertThat(reasonOf(suite, client, "wrong")).isEqualTo(2035);
  }

  @ParameterizedTest
  @CsvSource({
    "*TLS12, ANY_TLS13",
    "*TLS13, ANY_TLS12",
    "TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, ECDHE_RSA_AES_256_GCM_SHA384"
  })
  void anotherCipherThanTheChannelsIs2397(String suite, String cipherSpec) throws Exception {
    start("SSLCIPH('" + cipherSpec + "')");
    assertThat(reasonOf(suite, client, "right")).isEqualTo(2397);
  }

  @Test
  void aChannelWithoutTlsRefusesAClientWithIt() throws Exception {
    start("");
    assertThat(reasonOf("*TLS12ORHIGHER", client, "right")).isEqualTo(2397);
  }

  @Test
  void aClientMustShowACertificateThatIsTrusted() throws Exception {
    start("SSLCIPH(ANY_TLS12_OR_HIGHER) SSLCAUTH(REQUIRED)");
    assertThat(reasonOf("*TLS12", anonymous, "right")).isEqualTo(2397);
    assertThat(reasonOf("*TLS12", stranger, "right")).isIn(2397, 2009);
    assertThat(reasonOf("*TLS12", client, "right")).isZero();
  }

  @Test
  void aClientMayBeAnonymousWhereTheChannelSaysSo() throws Exception {
    start("SSLCIPH(ANY_TLS12_OR_HIGHER) SSLCAUTH(OPTIONAL)");
    assertThat(reasonOf("*TLS12ORHIGHER", anonymous, "right")).isZero();
  }

  @Test
  void aQueueManagerThatIsNotTrustedIs2397() throws Exception {
    start("SSLCIPH(ANY_TLS12_OR_HIGHER)");
    assertThat(reasonOf("*TLS12ORHIGHER", distrustful, "right")).isEqualTo(2397);
  }

  @Test
  void theBaseClassesSpeakTlsToo() throws Exception {
    start("SSLCIPH(ANY_TLS12_OR_HIGHER)");
    Map<String, Object> login =
        Map.of(
            CMQC.SSL_CIPHER_SUITE_PROPERTY, "*TLS12ORHIGHER",
            CMQC.SSL_SOCKET_FACTORY_PROPERTY, client.getSocketFactory(),
            CMQC.USE_MQCSP_AUTHENTICATION_PROPERTY, true,
            CMQC.USER_ID_PROPERTY, "ichido",
            CMQC.PASSWORD_PROPERTY, "right");
    try (BaseProgram program = BaseProgram.connect(qm.port(), "QM1", login)) {
      program.open("A.QUEUE").put(BaseProgram.text("secret"));
      assertThat(qm.users()).containsExactly("ichido");
    }
  }

  @Test
  void withoutTlsOnlyTheUserIsChecked() throws Exception {
    start("");
    MQConnectionFactory plain = JmsProgram.factory(qm);
    plain.setBooleanProperty(WMQConstants.USER_AUTHENTICATION_MQCSP, true);
    plain.createConnection("ichido", "cannot be read").close();
    assertThat(JmsProgram.reasonOf(() -> plain.createConnection("nobody", "right").close()))
        .isEqualTo(2035);
  }

  @Test
  void aPasswordCanBeRequired() throws Exception {
    qm = QueueManager.named("QM1").user("ichido", "right").passwordsRequired().tls(server).start();
    assertThat(BaseProgram.reasonOf(() -> BaseProgram.connect(qm))).isEqualTo(2035);
    assertThat(reasonOf("*TLS13", client, "right")).isZero();
  }
}
