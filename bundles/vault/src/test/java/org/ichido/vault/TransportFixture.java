package org.ichido.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.ichido.api.TransportKey;

/** Vaults whose keystores get, or have, pairs of the transport key. */
abstract class TransportFixture extends VaultFixture {
  /** The keystore of an earlier version: no pair, and a seed key that counts 0 to 31. */
  static final Map<String, KeyStore.SecretKeyEntry> EARLIER =
      Map.of("seed-1", key("AES", counting()), "fingerprint-1", key("HmacSHA256", new byte[32]));

  /** A pair that an administrator made. */
  static final KeyStore.PrivateKeyEntry SPARE = pair(new byte[32]);

  Set<String> aliases() throws GeneralSecurityException, IOException {
    return Set.copyOf(Collections.list(opened().aliases()));
  }

  X509Certificate certificate(String alias) throws GeneralSecurityException, IOException {
    return (X509Certificate) opened().getCertificate(alias);
  }

  static KeyStore.PrivateKeyEntry pair(byte[] seedKey) {
    try {
      return TransportPair.derivedFrom(key("AES", seedKey).getSecretKey()).entry();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  void add(String alias, KeyStore.Entry entry) throws Exception {
    KeyStore store = opened();
    store.setEntry(alias, entry, new KeyStore.PasswordProtection(secret()));
    try (OutputStream out = Files.newOutputStream(keystore)) {
      store.store(out, secret());
    }
  }

  static void makePair(Keytool keytool, String alias, String algorithm, String size)
      throws Exception {
    keytool.run(
        "-genkeypair",
        "-alias",
        alias,
        "-keyalg",
        algorithm,
        "-keysize",
        size,
        "-dname",
        "CN=bank");
  }

  static byte[] encrypted(TransportKey key, String plain) throws GeneralSecurityException {
    RSAPublicKey closing = key.key();
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        closing,
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    return cipher.doFinal(ascii(plain));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] counting() {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
