package org.ichido.ibmmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import javax.jms.JMSRuntimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IbmMqConnectionFactoriesTest {
  private static MQConnectionFactory made(Map<String, Object> properties) {
    return (MQConnectionFactory) new IbmMqConnectionFactories().createConnectionFactory(properties);
  }

  @Test
  void whatIsConfiguredIsSetOnIbmsFactory() throws Exception {
    MQConnectionFactory factory =
        made(
            Map.of(
                "connectionNameList", "mq1(1414),mq2(1414)",
                "channel", "ICHIDO.SERVER",
                "transportType", "1",
                "SSLCipherSuite", "*TLS12ORHIGHER",
                "userAuthenticationMQCSP", "false",
                "rescanInterval", " 7 "));
    assertThat(factory.getConnectionNameList()).isEqualTo("mq1(1414),mq2(1414)");
    assertThat(factory.getChannel()).isEqualTo("ICHIDO.SERVER");
    assertThat(factory.getTransportType()).isEqualTo(WMQConstants.WMQ_CM_CLIENT);
    assertThat(factory.getSSLCipherSuite()).isEqualTo("*TLS12ORHIGHER");
    assertThat(factory.getUserAuthenticationMQCSP()).isFalse();
    assertThat(factory.getRescanInterval()).isEqualTo(7);
  }

  @Test
  void aClientChannelDefinitionTableIsAUrl() throws Exception {
    assertThat(made(Map.of("CCDTURL", "file:///opt/ichido/etc/ccdt.json")).getCCDTURL())
        .hasToString("file:/opt/ichido/etc/ccdt.json");
  }

  private static Path file(Path directory, String rights) throws IOException {
    return Files.writeString(
        Files.createFile(
            directory.resolve("mq.password"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))),
        "secret word\n");
  }

  @Test
  void theLoginIsTheUserAndTheOneLineOfItsFile(@TempDir Path directory) throws Exception {
    Path file = file(directory, "rw-------");
    MQConnectionFactory factory = made(Map.of("user", "ichido", "passwordFile", file.toString()));
    assertThat(factory.getStringProperty(WMQConstants.USERID)).isEqualTo("ichido");
    assertThat(factory.getStringProperty(WMQConstants.PASSWORD)).isEqualTo("secret word");
  }

  @Test
  void aPasswordThatOthersMayReadIsNotTaken(@TempDir Path directory) throws Exception {
    Path file = file(directory, "rw-r-----");
    assertThatThrownBy(() -> made(Map.of("passwordFile", file.toString())))
        .hasMessageContaining("jms.passwordFile")
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("secret word");
  }

  @ParameterizedTest
  @CsvSource({
    "SSLCiperSuite, *TLS12ORHIGHER, jms.SSLCiperSuite is not one that can be set",
    "port, 14l4, jms.port must be a whole number",
    "CCDTURL, /opt/ccdt.json, jms.CCDTURL must be a URL",
    "SSLFipsRequired, yes, jms.SSLFipsRequired must be true or false",
    "transportType, 77, 'IBM''s client says'",
    "SSLSocketFactory, x, jms.SSLSocketFactory is not one that can be set",
    "passwordFile, /not/there, jms.passwordFile /not/there is missing",
    "password, in clear, jms.password would stand in a configuration"
  })
  void whatCannotBeSetIsRefused(String name, String value, String why) {
    assertThatThrownBy(() -> made(Map.of(name, value)))
        .isInstanceOf(JMSRuntimeException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("there is no connection factory");
  }

  @Test
  void aValueIsInNoMessage() {
    assertThatThrownBy(() -> made(Map.of("pasword", "canary")))
        .hasMessageNotContaining("canary")
        .hasStackTraceContaining("jms.pasword")
        .satisfies(
            refusal -> assertThat(String.valueOf(refusal.getCause())).doesNotContain("canary"));
  }

  @Test
  void noneIsXa() {
    assertThatThrownBy(() -> new IbmMqConnectionFactories().createXAConnectionFactory(Map.of()))
        .isInstanceOf(JMSRuntimeException.class);
  }
}
