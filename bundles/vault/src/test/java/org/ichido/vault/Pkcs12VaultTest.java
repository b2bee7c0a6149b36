package org.ichido.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.spi.OwnerOnlyFile;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.SecretVault;
import org.ichido.spi.SecretVaultContract;
import org.junit.jupiter.api.Test;

class Pkcs12VaultTest extends SecretVaultContract {
  private static final TokenId TOKEN = new TokenId("T-4711");
  private static final Path DIRECTORY = temporary();
  private static final Pkcs12Vault VAULT = vaultIn(DIRECTORY);

  @Override
  protected SecretVault vault() {
    return VAULT;
  }

  /** The format is a promise to every row in the store, so another hand opens it here. */
  @Test
  void theSealedBytesAreFormatIvCiphertextAndTagBoundToPurposeTokenAndEpoch() throws Exception {
    byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    SealedSeed sealed;
    try (Seed seed = Seed.copyOf(secret)) {
      sealed = VAULT.seal(TOKEN, seed);
    }
    ByteBuffer bytes = ByteBuffer.wrap(sealed.bytes());
    assertThat(bytes.remaining()).isEqualTo(1 + 12 + 20 + 16);
    assertThat(bytes.get()).isEqualTo((byte) 1);
    byte[] iv = new byte[12];
    bytes.get(iv);
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);

    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, entry("seed-1"), new GCMParameterSpec(128, iv));
    cipher.updateAAD(
        "\0\0\0\4seed\0\0\0\6T-4711\0\0\0\4\0\0\0\1".getBytes(StandardCharsets.US_ASCII));

    assertThat(cipher.doFinal(rest)).isEqualTo(secret);
    assertThat(sealed.keyEpoch()).isEqualTo(1);
  }

  @Test
  void aFingerprintIsHmacSha256UnderItsOwnKey() throws Exception {
    byte[] data = "what was asked".getBytes(StandardCharsets.US_ASCII);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(entry("fingerprint-1"));
    assertThat(VAULT.fingerprint(data)).isEqualTo(mac.doFinal(data));
    assertThat(entry("fingerprint-1").getEncoded())
        .hasSize(32)
        .isNotEqualTo(entry("seed-1").getEncoded());
  }

  /** T20. */
  @Test
  void noIvComesTwice() throws Exception {
    Callable<Set<ByteBuffer>> seals =
        () -> {
          Set<ByteBuffer> ivs = new HashSet<>();
          try (Seed seed = Seed.copyOf(new byte[16])) {
            for (int i = 0; i < 20_000; i++) {
              byte[] sealed = VAULT.seal(TOKEN, seed).bytes();
              ivs.add(ByteBuffer.wrap(Arrays.copyOfRange(sealed, 1, 13)));
            }
          }
          return ivs;
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Set<ByteBuffer> all = new HashSet<>();
      for (Future<Set<ByteBuffer>> ivs : threads.invokeAll(Collections.nCopies(4, seals))) {
        all.addAll(ivs.get());
      }
      assertThat(all).hasSize(80_000);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theNameOfAKeySaysNothingOfIt() {
    Keys keys = keystoreIn(DIRECTORY).read();
    assertThat(List.of(keys.toString(), keystoreIn(DIRECTORY).toString()))
        .containsExactly(
            "Keys(epochs [1])", DIRECTORY.resolve("vault.p12").toAbsolutePath().toString());
  }

  private static Key entry(String alias) throws Exception {
    char[] password = Files.readString(DIRECTORY.resolve("vault.password")).toCharArray();
    return KeyStore.getInstance(DIRECTORY.resolve("vault.p12").toFile(), password)
        .getKey(alias, password);
  }

  static Keystore keystoreIn(Path directory) {
    return new Keystore(
        new OwnerOnlyFile(directory.resolve("vault.p12")),
        new OwnerOnlyFile(directory.resolve("vault.password")));
  }

  private static Pkcs12Vault vaultIn(Path directory) {
    Pkcs12Vault vault = new Pkcs12Vault(() -> keystoreIn(directory), new Random(1));
    vault.store = new FakeStore();
    return vault;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "vault");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
