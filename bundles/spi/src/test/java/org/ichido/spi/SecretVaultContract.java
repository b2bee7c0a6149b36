package org.ichido.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.VaultUnavailable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SecretVault} promises. Extend it beside the implementation; the vault is asked
 * for in every try, so make it once.
 */
public abstract class SecretVaultContract extends TransportKeyContract {
  private static final TokenId TOKEN = new TokenId("T-0001");
  private static final byte[] SECRET = "a seed nobody may see".getBytes(StandardCharsets.US_ASCII);

  @Property(tries = 500)
  void whatWasSealedOpensForItsToken(@ForAll("seeds") byte[] secret, @ForAll("ids") String id) {
    TokenId token = new TokenId(id);
    try (Seed seed = Seed.copyOf(secret);
        Seed opened = vault().unseal(token, vault().seal(token, seed))) {
      assertThat(opened).isEqualTo(seed);
      assertThat(seed.copy()).as("the caller's seed stays open").isEqualTo(secret);
    }
  }

  /** T19. */
  @Property(tries = 500)
  void whatWasSealedForAnotherTokenDoesNotOpen(
      @ForAll("seeds") byte[] secret, @ForAll("ids") String id, @ForAll("ids") String other) {
    SealedSeed sealed = seal(new TokenId(id), secret);
    if (!id.equals(other)) {
      assertRefused(new TokenId(other), sealed);
    }
    assertRefused(new TokenId(id.length() > 1 ? id.substring(1) : id + id), sealed);
  }

  @Test
  void twoTokensThatSwapTheirSealedSeedsOpenNeither() {
    TokenId other = new TokenId("T-0002");
    SealedSeed first = seal(TOKEN, SECRET);
    SealedSeed second = seal(other, "another seed, 20 byte".getBytes(StandardCharsets.US_ASCII));
    assertRefused(TOKEN, second);
    assertRefused(other, first);
  }

  @Test
  void everyFlippedBitIsRefused() {
    SealedSeed sealed = seal(TOKEN, SECRET);
    for (int bit = 0; bit < sealed.bytes().length * Byte.SIZE; bit++) {
      byte[] altered = sealed.bytes();
      altered[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertRefused(TOKEN, new SealedSeed(sealed.keyEpoch(), altered));
    }
  }

  @Test
  void everyOtherLengthIsRefused() {
    SealedSeed sealed = seal(TOKEN, SECRET);
    int length = sealed.bytes().length;
    for (int other = 0; other <= 2 * length; other++) {
      if (other != length) {
        byte[] altered = Arrays.copyOf(sealed.bytes(), other);
        assertRefused(TOKEN, new SealedSeed(sealed.keyEpoch(), altered));
      }
    }
  }

  @Test
  void anotherKeyEpochIsRefused() {
    SealedSeed sealed = seal(TOKEN, SECRET);
    assertThat(sealed.keyEpoch()).isPositive();
    for (int other :
        List.of(sealed.keyEpoch() + 1, sealed.keyEpoch() - 1, 0, -1, Integer.MAX_VALUE)) {
      if (other != sealed.keyEpoch()) {
        assertRefused(TOKEN, new SealedSeed(other, sealed.bytes()));
      }
    }
  }

  @Test
  void aSeedSealedTwiceIsNotTheSameBytes() {
    assertThat(seal(TOKEN, SECRET)).isNotEqualTo(seal(TOKEN, SECRET));
  }

  @Test
  void nothingThatIsPrintedHoldsTheSeed() {
    SealedSeed sealed = seal(TOKEN, SECRET);
    VaultUnavailable refusal =
        catchThrowableOfType(
            VaultUnavailable.class, () -> vault().unseal(new TokenId("T-0002"), sealed));
    StringWriter printed = new StringWriter();
    refusal.printStackTrace(new PrintWriter(printed, true));
    String all = printed + sealed.toString() + vault();
    String stored = new String(sealed.bytes(), StandardCharsets.ISO_8859_1);

    assertThat(refusal.getMessage()).contains("T-0002");
    for (String spelling :
        List.of(
            new String(SECRET, StandardCharsets.US_ASCII),
            HexFormat.of().formatHex(SECRET),
            Base64.getEncoder().encodeToString(SECRET),
            Arrays.toString(SECRET))) {
      assertThat(all).doesNotContainIgnoringCase(spelling);
      assertThat(stored).doesNotContain(spelling);
    }
  }

  @Property(tries = 500)
  void theSameDataHaveTheSameFingerprintAndOtherDataAnother(
      @ForAll @Size(max = 200) byte[] data, @ForAll @Size(max = 200) byte[] other)
      throws Exception {
    byte[] fingerprint = vault().fingerprint(data);
    assertThat(fingerprint).hasSize(32).isEqualTo(vault().fingerprint(data.clone()));
    assertThat(Arrays.equals(fingerprint, vault().fingerprint(other)))
        .isEqualTo(Arrays.equals(data, other));
    assertThat(fingerprint)
        .as("six digits would be guessed from a hash without a key")
        .isNotEqualTo(MessageDigest.getInstance("SHA-256").digest(data));
  }

  @Test
  void sixteenThreadsSealAndOpenAtOnce() throws Exception {
    byte[] expected = vault().fingerprint(SECRET);
    Callable<Integer> rounds =
        () -> {
          int right = 0;
          for (int i = 0; i < 200; i++) {
            TokenId token = new TokenId(Thread.currentThread().getId() + "-" + i);
            byte[] secret = Arrays.copyOf(SECRET, 16 + i % 49);
            secret[i % 16] ^= (byte) i;
            try (Seed opened = vault().unseal(token, seal(token, secret))) {
              right +=
                  Arrays.equals(opened.copy(), secret)
                          && Arrays.equals(vault().fingerprint(SECRET), expected)
                      ? 1
                      : 0;
            }
          }
          return right;
        };
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Integer> right = new ArrayList<>();
      for (Future<Integer> thread : threads.invokeAll(Collections.nCopies(16, rounds))) {
        right.add(thread.get());
      }
      assertThat(right).hasSize(16).containsOnly(200);
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * @return any seed
   */
  @Provide
  protected Arbitrary<byte[]> seeds() {
    return Arbitraries.bytes().array(byte[].class).ofMinSize(Seed.SHORTEST).ofMaxSize(Seed.LONGEST);
  }

  /**
   * @return any token id, short ones often
   */
  @Provide
  protected Arbitrary<String> ids() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .ofMinLength(1)
        .ofMaxLength(TokenId.LONGEST);
  }

  private SealedSeed seal(TokenId token, byte[] secret) {
    try (Seed seed = Seed.copyOf(secret)) {
      return vault().seal(token, seed);
    }
  }

  private void assertRefused(TokenId token, SealedSeed sealed) {
    assertThatThrownBy(() -> vault().unseal(token, sealed)).isInstanceOf(VaultUnavailable.class);
  }
}
