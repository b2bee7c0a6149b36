package org.ichido.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.ichido.api.Seed;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.SealedSeed;
import org.junit.jupiter.api.Test;

/** Which keys a keystore must have, and which key opens what. */
class VaultKeysTest extends VaultFixture {
  @Test
  void aKeystoreThatLacksAKeyIsRefusedByTheKeysName() throws Exception {
    Map<String, KeyStore.Entry> keys = new TreeMap<>();
    keys.put("seed-1", key("AES", 32, 1));
    writeKeystore(keys);
    assertThatThrownBy(() -> vault(1).fingerprint(DATA))
        .hasMessageContaining(keystore + " has no secret key fingerprint-1");

    keys.put("fingerprint-1", key("HmacSHA256", 32, 2));
    keys.remove("seed-1");
    writeKeystore(keys);
    assertThatThrownBy(() -> vault(1).fingerprint(DATA))
        .hasMessageContaining(keystore + " has no secret key seed-1");

    keys.put("seed-1", key("AES", 16, 1));
    writeKeystore(keys);
    assertThatThrownBy(() -> vault(1).fingerprint(DATA))
        .hasMessageContaining("the key seed-1 has 16 bytes instead of 32");
  }

  @Test
  void theNewestKeySealsAndOlderOnesStillOpen() throws Exception {
    Map<String, KeyStore.Entry> keys = new TreeMap<>();
    keys.put("fingerprint-1", key("HmacSHA256", 32, 9));
    keys.put("seed-9", key("AES", 32, 1));
    writeKeystore(keys);
    Pkcs12Vault old = vault(1);
    SealedSeed underOld = seal(old);

    keys.put("seed-10", key("AES", 32, 2));
    writeKeystore(keys);
    Pkcs12Vault rotated = vault(2);
    SealedSeed underNew = seal(rotated);

    assertThat(underOld.keyEpoch()).isEqualTo(9);
    assertThat(underNew.keyEpoch()).isEqualTo(10);
    assertOpens(rotated, underOld);
    assertOpens(rotated, underNew);
    assertThatThrownBy(() -> rotated.unseal(TOKEN, new SealedSeed(9, underNew.bytes())))
        .isInstanceOf(VaultUnavailable.class)
        .hasMessageContaining("does not open under key epoch 9");
    assertThatThrownBy(() -> old.unseal(TOKEN, underNew))
        .isInstanceOf(VaultUnavailable.class)
        .hasMessage(
            "the seed of token T-0001 is sealed under key epoch 10, but the vault has [9];"
                + " restore the keystore that has it");
  }

  @Test
  void anEpochIsBoundEvenIfTwoEpochsHadOneKey() throws Exception {
    writeKeystore(
        Map.of(
            "fingerprint-1", key("HmacSHA256", 32, 9),
            "seed-1", key("AES", 32, 1),
            "seed-2", key("AES", 32, 1)));
    Pkcs12Vault vault = vault(1);
    SealedSeed sealed = seal(vault);
    assertThatThrownBy(() -> vault.unseal(TOKEN, new SealedSeed(1, sealed.bytes())))
        .isInstanceOf(VaultUnavailable.class);
  }

  @Test
  void anotherVaultsKeystoreOpensNothing() throws IOException {
    SealedSeed sealed = seal(started(1));
    Files.delete(keystore);
    Pkcs12Vault other = started(2);
    seal(other);
    assertThatThrownBy(() -> other.unseal(TOKEN, sealed)).isInstanceOf(VaultUnavailable.class);
  }

  /** T20. */
  @Test
  void aKeyThatSealedAsOftenAsIsSafeSealsNoMore() throws IOException {
    seal(started(1));
    Keystore files = keystore();
    SeedCipher cipher = new SeedCipher(files.read(), new Random(1), 2);
    try (Seed seed = Seed.copyOf(new byte[20])) {
      SealedSeed first = cipher.seal(TOKEN, seed);
      cipher.seal(TOKEN, seed);
      assertThatThrownBy(() -> cipher.seal(TOKEN, seed))
          .isInstanceOf(VaultUnavailable.class)
          .hasMessageContaining("add a key seed-2");
      assertThat(cipher.unseal(TOKEN, first)).isEqualTo(seed);
    }
    assertThat(SeedCipher.SEALS_AT_MOST).isLessThan(1L << 32);
  }

  private static KeyStore.SecretKeyEntry key(String algorithm, int length, int fill) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) fill);
    return key(algorithm, bytes);
  }
}
