package org.ichido.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ichido.api.Health;
import org.ichido.api.TransportKey;
import org.ichido.spi.SealedSeed;
import org.junit.jupiter.api.Test;

/** How the pair of the transport key comes into a keystore. */
class VaultTransportTest extends TransportFixture {
  /**
   * Of the public key (SubjectPublicKeyInfo) that follows from that seed key, as a program of
   * another language computed it from the words of {@link DerivedPair}.
   */
  private static final String SHA_256_OF_ITS_PUBLIC_KEY =
      "a804698515bd9a132072e2051f1b16122e186a70e64009a28bb7b47fba905399";

  /**
   * 8724, encrypted by OpenSSL 3.0.19 to that public key: {@code printf 8724 | openssl pkeyutl
   * -encrypt -pubin -inkey derived.pem -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256
   * -pkeyopt rsa_mgf1_md:sha256 | base64}.
   */
  private static final String OF_OPENSSL =
      "S847KMpFR8p2wo4ds1+q9W7R3nmVTJi0lcAYFmGMPW6pttXSjZJrGj3thtsrBDCch0sCLOngn/0Q"
          + "bKwpl74KyK3LMow1xqU80mqeiVFL/VpiqA/TE46ddueSmO0zPHMDZwM6CRoXbyrUVii7hs9iwrHz"
          + "b0PAknnE/4RlUF3ClqEA5p9LRRD9SuhFsc3GRlyi1bii9yUkXuK8Lypx4OGZ8OFfVvZt1uhUn6fy"
          + "afkeuoF46mP073H0JTozfIpKug3m0vIe0gT9esug7u/L+MuHgFZckMNylX69vUB4a3zxr1BbWXZb"
          + "i5qhF/5gfJSNQeEW06LJBoorby3vOqsOLqrEWxTe9PIqHTV4AWP/m/efaZUscKNCjrzG4kEIkyb5"
          + "uAsu8yIq5WAwFcF24gaX3NpqMmyJhi2YpyTkpVHLB0IQSMtO2fxFu8mskxdmohj4/wGsi/PIQMy/"
          + "v7VZ6ErsgiYIA3IFTNgBO2isiFigXcYKDrVdVZC2otuc3OuJ7iHrYKnw";

  @Test
  void aNewKeystoreGetsThePairWhenItIsFirstAskedFor() throws Exception {
    Pkcs12Vault vault = started(1);
    SealedSeed sealed = seal(vault);
    assertThat(aliases()).containsExactlyInAnyOrder("seed-1", "fingerprint-1");

    TransportKey key = vault.transportKey();

    assertThat(key.id()).isEqualTo("transport-1");
    assertThat(aliases()).containsExactlyInAnyOrder("seed-1", "fingerprint-1", "transport-1");
    assertThat(opened().isKeyEntry("transport-1")).isTrue();
    assertThat(permissions(keystore)).isEqualTo("rw-------");
    assertThat(files()).containsExactlyInAnyOrder(keystore, password);
    assertThat(health(vault))
        .isEqualTo(new Health("vault", Health.Level.OK, List.of("key epoch 1 in " + keystore)));
    assertOpens(vault, sealed);
  }

  @Test
  void theVeryFirstUseMayBeToDecrypt() throws Exception {
    assertThat(started(1).decrypt(new byte[384])).isEmpty();
    assertThat(aliases()).containsExactlyInAnyOrder("seed-1", "fingerprint-1", "transport-1");
  }

  @Test
  void aKeystoreOfAnEarlierVersionGetsThePairAndKeepsItsKeys() throws Exception {
    writeKeystore(EARLIER);
    Pkcs12Vault vault = vault(1);
    SealedSeed sealed = seal(vault);
    byte[] fingerprint = vault.fingerprint(DATA);
    byte[] ciphertext = encrypted(vault.transportKey(), "8724");

    assertThat(aliases()).containsExactlyInAnyOrder("seed-1", "fingerprint-1", "transport-1");
    assertThat(opened().getKey("seed-1", secret()).getEncoded()).isEqualTo(counting());
    assertThat(opened().getKey("fingerprint-1", secret()).getEncoded()).isEqualTo(new byte[32]);
    byte[] bytes = Files.readAllBytes(keystore);
    Pkcs12Vault restarted = vault(2);
    assertOpens(restarted, sealed);
    assertThat(restarted.fingerprint(DATA)).isEqualTo(fingerprint);
    assertThat(restarted.transportKey()).isEqualTo(vault.transportKey());
    assertThat(restarted.decrypt(ciphertext)).contains(ascii("8724"));
    assertThat(Files.readAllBytes(keystore)).as("added once").isEqualTo(bytes);
  }

  /** Else nodes with copies of one keystore, and old backups of it, would each get another one. */
  @Test
  void thePairThatFollowsFromASeedKeyIsTheSameForEver() throws Exception {
    writeKeystore(EARLIER);
    Pkcs12Vault vault = vault(1);
    byte[] publicKey = vault.transportKey().key().getEncoded();
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publicKey)))
        .isEqualTo(SHA_256_OF_ITS_PUBLIC_KEY);
    assertThat(vault.decrypt(Base64.getDecoder().decode(OF_OPENSSL))).contains(ascii("8724"));
  }

  @Test
  void twoNodesWithCopiesOfAKeystoreComeToTheSamePair() throws Exception {
    started(1).fingerprint(DATA);
    byte[] copy = Files.readAllBytes(keystore);
    TransportKey here = vault(2).transportKey();
    write(keystore, copy);
    assertThat(vault(3).transportKey()).isEqualTo(here);

    keystore = home.resolve("stranger/keys.p12");
    assertThat(started(4).transportKey().key()).isNotEqualTo(here.key());
  }

  /** A key that was added for the next epoch must not make another pair of it. */
  @Test
  void thePairFollowsFromTheOldestSeedKey() throws Exception {
    writeKeystore(
        Map.of(
            "seed-1", EARLIER.get("seed-1"),
            "seed-2", key("AES", new byte[32]),
            "fingerprint-1", EARLIER.get("fingerprint-1")));
    assertThat(vault(1).decrypt(Base64.getDecoder().decode(OF_OPENSSL))).contains(ascii("8724"));
  }

  @Test
  void aPairThatCameIntoTheKeystoreMeanwhileIsTakenAndTheFileIsNotWrittenAgain() throws Exception {
    Pkcs12Vault slower = started(1);
    slower.fingerprint(DATA);
    TransportKey added = vault(2).transportKey();
    byte[] bytes = Files.readAllBytes(keystore);
    assertThat(slower.transportKey()).isEqualTo(added);
    assertThat(Files.readAllBytes(keystore)).isEqualTo(bytes);

    Files.delete(keystore);
    Pkcs12Vault other = started(3);
    other.fingerprint(DATA);
    add("transport-2", SPARE);
    assertThat(other.transportKey().id()).isEqualTo("transport-2");
    assertThat(aliases()).doesNotContain("transport-1");
  }

  /**
   * The password comes out of a pipe, so that the keystore changes after it was read and before it
   * is replaced, and at no other time.
   */
  @Test
  void whatAnAdministratorAddsAtTheSameMomentIsKept() throws Exception {
    writeKeystore(EARLIER);
    Pkcs12Vault vault = vault(1);
    Files.delete(password);
    assertThat(new ProcessBuilder("mkfifo", "-m", "600", password.toString()).start().waitFor())
        .isZero();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<TransportKey> key = other.submit(vault::transportKey);
      try (OutputStream pipe = Files.newOutputStream(password)) {
        Map<String, KeyStore.SecretKeyEntry> entries = new HashMap<>(EARLIER);
        entries.put("theirs", key("AES", counting()));
        Files.delete(password);
        writeKeystore(entries);
        pipe.write(ascii("secret"));
      }
      assertThat(key.get().id()).isEqualTo("transport-1");
    } finally {
      other.shutdownNow();
    }
    assertThat(Collections.list(opened().aliases()))
        .containsExactlyInAnyOrder("seed-1", "fingerprint-1", "theirs", "transport-1");
  }

  @Test
  void severalThreadsOfSeveralNodesOverOneFileAddOnePair() throws Exception {
    SealedSeed sealed = seal(started(1));
    List<Pkcs12Vault> vaults = List.of(vault(2), vault(3));
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<TransportKey>> keys = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Pkcs12Vault vault = vaults.get(i % vaults.size());
        Callable<TransportKey> use =
            () -> {
              start.await();
              return vault.transportKey();
            };
        keys.add(threads.submit(use));
      }
      start.countDown();
      Set<TransportKey> different = new HashSet<>();
      for (Future<TransportKey> key : keys) {
        different.add(key.get());
      }
      assertThat(different).containsExactly(vault(4).transportKey());
    } finally {
      threads.shutdownNow();
    }
    assertThat(vaults)
        .allSatisfy(vault -> assertThat(health(vault).level()).isEqualTo(Health.Level.OK));
    assertThat(files()).containsExactlyInAnyOrder(keystore, password);
    assertOpens(vault(5), sealed);
  }

  /** No draft can be made beside a name so long: so a disk that refuses to be written behaves. */
  @Test
  void aPairThatCannotBeWrittenIsUsedAndTheKeystoreStandsAsItWas() throws Exception {
    keystore = home.resolve("data/" + "k".repeat(250));
    writeKeystore(EARLIER);
    byte[] bytes = Files.readAllBytes(keystore);
    Pkcs12Vault vault = vault(1);
    SealedSeed sealed = seal(vault);

    assertThat(vault.decrypt(Base64.getDecoder().decode(OF_OPENSSL))).contains(ascii("8724"));

    assertThat(Files.readAllBytes(keystore)).isEqualTo(bytes);
    assertThat(health(vault))
        .isEqualTo(
            new Health(
                "vault",
                Health.Level.WARN,
                List.of(
                    "transport-1 is in use, but not written: cannot replace "
                        + keystore
                        + ": check its owner and directory")));
    assertOpens(vault, sealed);
    assertThat(vault(2).transportKey()).isEqualTo(vault.transportKey());
  }

  @Test
  void aKeystoreThatWasReplacedUnderTheServerIsNotWrittenTo() throws Exception {
    writeKeystore(EARLIER);
    Pkcs12Vault vault = vault(1);
    writeKeystore(
        Map.of(
            "seed-1", key("AES", new byte[32]),
            "fingerprint-1", EARLIER.get("fingerprint-1")));
    byte[] bytes = Files.readAllBytes(keystore);

    assertThat(vault.decrypt(Base64.getDecoder().decode(OF_OPENSSL))).contains(ascii("8724"));

    assertThat(Files.readAllBytes(keystore)).isEqualTo(bytes);
    assertThat(health(vault).lines())
        .containsExactly(
            "transport-1 is in use, but not written: "
                + keystore
                + " has other keys than those in use; restart, so that they are read");
  }
}
