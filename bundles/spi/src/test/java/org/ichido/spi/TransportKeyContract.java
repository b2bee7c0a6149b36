package org.ichido.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.ichido.api.TransportKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link SecretVault} promises of its transport key. Extend it beside the
 * implementation; the vault is asked for in every try, so make it once.
 */
public abstract class TransportKeyContract {
  /** The ciphertext of a key of 3,072 bits, in bytes. */
  private static final int LENGTH = 384;

  /** The most that such a key encrypts: two hashes and two bytes less (RFC 8017 section 7.1.1). */
  private static final int LONGEST = LENGTH - 2 * 32 - 2;

  private static final byte[] SECRET = "8724".getBytes(StandardCharsets.US_ASCII);
  private static final RSAPublicKey STRANGER = stranger();

  /**
   * @return the vault, with keys; the same at every call
   */
  protected abstract SecretVault vault();

  @Test
  void theTransportKeyIsRsaOf3072BitsAndStaysTheSame() {
    TransportKey key = vault().transportKey();
    assertThat(key.key().getModulus().bitLength()).isEqualTo(3072);
    assertThat(key.key().getPublicExponent()).isEqualTo(RSAKeyGenParameterSpec.F4);
    assertThat(key.id()).matches("[!-~]{1,32}");
    assertThat(vault().transportKey()).isEqualTo(key);
  }

  @Property(tries = 50)
  void whatWasEncryptedToTheTransportKeyIsDecrypted(@ForAll @Size(max = LONGEST) byte[] plain)
      throws Exception {
    assertThat(vault().decrypt(encrypted(plain))).contains(plain);
  }

  @Test
  void theShortestAndTheLongestPlainTextComeThrough() throws Exception {
    for (int length : List.of(0, 1, LONGEST)) {
      byte[] plain = new byte[length];
      Arrays.fill(plain, (byte) 'x');
      assertThat(vault().decrypt(encrypted(plain))).contains(plain);
    }
  }

  @Test
  void everyAlteredByteIsRefused() throws Exception {
    byte[] ciphertext = encrypted(SECRET);
    for (int i = 0; i < LENGTH; i++) {
      byte[] altered = ciphertext.clone();
      altered[i] ^= (byte) (1 << i % Byte.SIZE);
      assertThat(vault().decrypt(altered)).as("byte %d", i).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, LENGTH - 1, LENGTH + 1, 2 * LENGTH, 1 << 20})
  void everyOtherLengthIsRefused(int length) throws Exception {
    assertThat(vault().decrypt(Arrays.copyOf(encrypted(SECRET), length))).isEmpty();
  }

  /**
   * RFC 8017 section 7.1.2 step 1b: a number may begin with zeros, a ciphertext may not lack them.
   */
  @Test
  void aCiphertextWithoutItsLeadingZeroOrWithOneMoreIsRefused() throws Exception {
    byte[] ciphertext = encrypted(SECRET);
    while (ciphertext[0] != 0) {
      ciphertext = encrypted(SECRET);
    }
    byte[] longer = new byte[LENGTH + 1];
    System.arraycopy(ciphertext, 0, longer, 1, LENGTH);

    assertThat(vault().decrypt(Arrays.copyOfRange(ciphertext, 1, LENGTH))).isEmpty();
    assertThat(vault().decrypt(longer)).isEmpty();
    assertThat(vault().decrypt(ciphertext)).contains(SECRET);
  }

  @Test
  void numbersThatNoEncryptionMakesAreRefused() {
    BigInteger modulus = vault().transportKey().key().getModulus();
    for (BigInteger number :
        List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            modulus.subtract(BigInteger.ONE),
            modulus,
            modulus.add(BigInteger.ONE),
            BigInteger.ONE.shiftLeft(3072).subtract(BigInteger.ONE))) {
      byte[] bytes = number.toByteArray();
      byte[] ciphertext = new byte[LENGTH];
      int length = Math.min(bytes.length, LENGTH);
      System.arraycopy(bytes, bytes.length - length, ciphertext, LENGTH - length, length);
      assertThat(vault().decrypt(ciphertext)).isEmpty();
    }
  }

  @Property(tries = 20)
  void garbageIsRefused(@ForAll @Size(LENGTH) byte[] garbage) {
    assertThat(vault().decrypt(garbage)).isEmpty();
  }

  @Test
  void whatWasEncryptedToAnotherKeyIsRefused() throws Exception {
    assertThat(vault().decrypt(encrypted(STRANGER, oaep("SHA-256", "SHA-256", ""), SECRET)))
        .isEmpty();
  }

  @Test
  void otherParametersAreRefused() throws Exception {
    RSAPublicKey key = vault().transportKey().key();
    for (OAEPParameterSpec other :
        List.of(
            oaep("SHA-256", "SHA-1", ""),
            oaep("SHA-1", "SHA-1", ""),
            oaep("SHA-1", "SHA-256", ""),
            oaep("SHA-512", "SHA-512", ""),
            oaep("SHA-256", "SHA-256", "label"))) {
      assertThat(vault().decrypt(encrypted(key, other, SECRET))).isEmpty();
    }
    Cipher version15 = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    version15.init(Cipher.ENCRYPT_MODE, key);
    assertThat(vault().decrypt(version15.doFinal(SECRET))).isEmpty();
  }

  @Test
  void theCallersCiphertextStaysAsItIs() throws Exception {
    byte[] ciphertext = encrypted(SECRET);
    byte[] own = ciphertext.clone();
    vault().decrypt(own);
    assertThat(own).isEqualTo(ciphertext);
  }

  @Test
  void sixteenThreadsDecryptAtOnce() throws Exception {
    Callable<Integer> rounds =
        () -> {
          int right = 0;
          for (int i = 0; i < 10; i++) {
            byte[] plain =
                (Thread.currentThread().getId() + "-" + i).getBytes(StandardCharsets.US_ASCII);
            byte[] ciphertext = encrypted(plain);
            byte[] altered = ciphertext.clone();
            altered[i] ^= 1;
            boolean opened =
                vault().decrypt(ciphertext).filter(o -> Arrays.equals(o, plain)).isPresent();
            right += opened && vault().decrypt(altered).isEmpty() ? 1 : 0;
          }
          return right;
        };
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Integer> right = new ArrayList<>();
      for (Future<Integer> thread : threads.invokeAll(Collections.nCopies(16, rounds))) {
        right.add(thread.get());
      }
      assertThat(right).hasSize(16).containsOnly(10);
    } finally {
      threads.shutdownNow();
    }
  }

  private byte[] encrypted(byte[] plain) throws GeneralSecurityException {
    return encrypted(vault().transportKey().key(), oaep("SHA-256", "SHA-256", ""), plain);
  }

  private static byte[] encrypted(RSAPublicKey key, OAEPParameterSpec parameters, byte[] plain)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, parameters);
    return cipher.doFinal(plain);
  }

  private static OAEPParameterSpec oaep(String hash, String hashOfMgf, String label) {
    return new OAEPParameterSpec(
        hash,
        "MGF1",
        new MGF1ParameterSpec(hashOfMgf),
        new PSource.PSpecified(label.getBytes(StandardCharsets.US_ASCII)));
  }

  private static RSAPublicKey stranger() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(3072);
      return (RSAPublicKey) generator.generateKeyPair().getPublic();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
