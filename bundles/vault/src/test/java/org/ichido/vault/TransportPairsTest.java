package org.ichido.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.SealedSeed;
import org.junit.jupiter.api.Test;

/** Pairs that are in a keystore, whoever made them. */
class TransportPairsTest extends TransportFixture {
  @Test
  void keytoolSeesThePairAndItsCertificate() throws Exception {
    started(1).transportKey();
    Keytool keytool = new Keytool(keystore, password);
    assertThat(keytool.run("-list"))
        .contains("Your keystore contains 3 entries")
        .contains("seed-1,")
        .contains("fingerprint-1,")
        .containsPattern("transport-1, .*, PrivateKeyEntry");
    assertThat(keytool.run("-list", "-v", "-alias", "transport-1"))
        .contains("Owner: CN=Ichido transport-1")
        .contains("Issuer: CN=Ichido transport-1")
        .contains("Signature algorithm name: SHA256withRSA")
        .contains("3072-bit RSA key")
        .contains("9999");
  }

  @Test
  void aKeystoreMadeByKeytoolIsTakenAsItIs() throws Exception {
    write(password, ascii("chosen-by-the-bank"));
    Files.createDirectories(keystore.getParent());
    Keytool keytool = new Keytool(keystore, password);
    keytool.run("-genseckey", "-alias", "seed-1", "-keyalg", "AES", "-keysize", "256");
    keytool.run(
        "-genseckey", "-alias", "fingerprint-1", "-keyalg", "HmacSHA256", "-keysize", "256");
    makePair(keytool, "transport-1", "RSA", "3072");
    write(keystore, Files.readAllBytes(keystore));
    byte[] bytes = Files.readAllBytes(keystore);
    Pkcs12Vault vault = vault(1);

    assertThat(vault.transportKey().key()).isEqualTo(certificate("transport-1").getPublicKey());
    assertThat(vault.decrypt(encrypted(vault.transportKey(), "8724"))).contains(ascii("8724"));
    assertOpens(vault, seal(vault));
    assertThat(Files.readAllBytes(keystore)).isEqualTo(bytes);
  }

  @Test
  void theNewestPairIsToldAndOlderOnesStillOpen() throws Exception {
    Pkcs12Vault old = started(1);
    SealedSeed sealed = seal(old);
    byte[] underOld = encrypted(old.transportKey(), "8724");
    add("transport-10", SPARE);
    add("transport-9", pair(new byte[31]));

    Pkcs12Vault renewed = vault(2);

    assertThat(renewed.transportKey().id()).isEqualTo("transport-10");
    assertThat(renewed.transportKey().key()).isEqualTo(SPARE.getCertificate().getPublicKey());
    assertThat(renewed.decrypt(underOld)).contains(ascii("8724"));
    byte[] underNew = encrypted(renewed.transportKey(), "11112222");
    assertThat(renewed.decrypt(underNew)).contains(ascii("11112222"));
    assertThat(old.decrypt(underNew)).isEmpty();
    assertOpens(renewed, sealed);
  }

  @Test
  void whatIsNoPairOf3072BitsIsRefusedByItsName() throws Exception {
    started(1).transportKey();
    Keytool keytool = new Keytool(keystore, password);
    String refusal =
        keystore
            + ": transport-2 is no RSA pair of 3072 bits; restore the file from backup, or delete"
            + " the entry if it was new";
    makePair(keytool, "transport-2", "RSA", "2048");
    assertUnavailable(vault(1), refusal);
    keytool.run("-delete", "-alias", "transport-2");
    makePair(keytool, "transport-2", "EC", "256");
    assertUnavailable(vault(1), refusal);
    keytool.run("-delete", "-alias", "transport-2");
    keytool.run("-genseckey", "-alias", "transport-2", "-keyalg", "AES", "-keysize", "256");
    assertUnavailable(vault(1), refusal);
    keytool.run("-delete", "-alias", "transport-2");
    assertThat(vault(1).transportKey().id()).isEqualTo("transport-1");
  }

  @Test
  void halvesThatDoNotFitAreRefused() throws Exception {
    KeyStore.PrivateKeyEntry mixed =
        new KeyStore.PrivateKeyEntry(pair(counting()).getPrivateKey(), SPARE.getCertificateChain());
    writeKeystore(
        Map.of(
            "seed-1", EARLIER.get("seed-1"),
            "fingerprint-1", EARLIER.get("fingerprint-1"),
            "transport-1", mixed));
    assertThatThrownBy(() -> vault(1).transportKey())
        .isInstanceOf(VaultUnavailable.class)
        .hasMessageContaining("transport-1 is no RSA pair of 3072 bits");
  }

  @Test
  void theCertificateIsSignedByThePairAndValidAlways() throws Exception {
    started(1).transportKey();
    X509Certificate certificate = certificate("transport-1");
    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getNotBefore()).isBefore("2026-01-02");
    assertThat(certificate.getNotAfter()).isAfter("9999-01-01");
    assertThat(certificate.getSubjectX500Principal())
        .isEqualTo(certificate.getIssuerX500Principal())
        .hasToString("CN=Ichido transport-1");
  }

  @Test
  void thePairPrintsItsNameAlone() throws Exception {
    assertThat(TransportPair.derivedFrom(EARLIER.get("seed-1").getSecretKey()))
        .hasToString("TransportPair(transport-1)");
  }
}
