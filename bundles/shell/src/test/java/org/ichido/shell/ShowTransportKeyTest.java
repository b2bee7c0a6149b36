package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.TransportKey;
import org.ichido.api.VaultUnavailable;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShowTransportKeyTest {
  /** As {@code openssl pkey -pubin} of OpenSSL 3.0.19 writes it. */
  private static final String PEM =
      """
      -----BEGIN PUBLIC KEY-----
      MIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEAohNL+g+6qESQp8m5v8CT
      SV5YoxoNwQjjdOCDvUW9IDGpKwgE/et+InPLwsDcIUnRnvPfRdQU9Pjer2JS1UKj
      Mt1xVpyGjO2d7SJcfXS6T39R+KvJmh83h0vfVr8vfgNlvOa+Xdt5heZBAruv6MJH
      1VkXRW02oKgpM8Zq2tjoU/5QWa7lNdI38ETff6MxeyMRNo+D+2tm1wHkpZ71frhl
      X8NtpO5SuxSADgbDKPmsUdpP/f4AqebfZbKIGR8OKipM3wEdx1uj+4KoI2nuedjS
      xJeJAcrG/i8JW2lvQyIQQjaVfTrId7ucz+FY1h7Ze5TY4/41G6aSyDw6vwhaBSWl
      rNdY+kqWAkTMNhIQuAD+rv51rFEQIZ+Osa0GxvvgXwXUhPF5ZQMLSLOBHpKe3fSc
      ZVVEKQf7VBNTMcDT6W4Ed3k3S+kPxmk8xGKAg4TiXoPDuTPQzO1CaDDqcL/9bDYQ
      uNaqerna9Vdp/sCIJtz2PTb0TAg0xNDcdYnGIopbd/0zAgMBAAE=
      -----END PUBLIC KEY-----
      """;

  /** As {@code openssl pkey -pubin -outform DER | openssl sha256} prints it. */
  private static final String SHA_256 =
      "a804698515bd9a132072e2051f1b16122e186a70e64009a28bb7b47fba905399";

  private final Terminalless session = new Terminalless();
  private final ShowTransportKey command = new ShowTransportKey();

  @BeforeEach
  void theVaultHasItsKey() throws Exception {
    byte[] der = Base64.getMimeDecoder().decode(PEM.replaceAll("-----[A-Z ]+-----", ""));
    RSAPublicKey key =
        (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
    command.keys = () -> new TransportKey("transport-1", key);
  }

  @Test
  void whatTwoPeopleCompareIsPrinted() throws Exception {
    assertThat(session.run(command))
        .isEqualTo(
            """
            KEY        transport-1
            algorithm  RSA of 3072 bits, RSAES-OAEP with SHA-256 for hash and MGF1
            SHA-256    a8046985 15bd9a13 2072e205 1f1b1612 2e186a70 e64009a2 8bb7b47f ba905399
            --pem prints the key. Compare the SHA-256 with its receiver by another way.
            """);
    assertThat(session.printed().replace(" ", "")).contains(SHA_256);
  }

  @Test
  void theKeyIsPrintedAsOpensslWritesItAndNothingElse() throws Exception {
    command.pem = true;
    assertThat(session.run(command)).isEqualTo(PEM);
  }

  @Test
  void programsGetBothInOneDocument() throws Exception {
    command.json = true;
    JSONObject document = new JSONObject(session.run(command));
    assertThat(document.keySet()).containsExactlyInAnyOrder("id", "bits", "sha256", "pem");
    assertThat(document.getString("id")).isEqualTo("transport-1");
    assertThat(document.getInt("bits")).isEqualTo(3072);
    assertThat(document.getString("sha256")).isEqualTo(SHA_256);
    assertThat(document.getString("pem")).isEqualTo(PEM);
  }

  @Test
  void twoFormsAtOnceAreNotPrinted() {
    command.pem = true;
    command.json = true;
    assertThatThrownBy(() -> session.run(command))
        .isInstanceOf(CommandException.class)
        .hasMessage("Say which: --pem or --json.");
    assertThat(session.printed()).isEmpty();
  }

  @Test
  void withoutAVaultItSaysWhatIsMissing() {
    command.keys =
        () -> {
          throw new VaultUnavailable("no vault: start the bundle org.ichido.vault");
        };
    assertThatThrownBy(() -> session.run(command))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("start the bundle org.ichido.vault");
  }
}
