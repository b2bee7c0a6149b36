package org.ichido.vault;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * An RSA key of 3,072 bits that follows from a secret key alone: nodes with copies of one keystore
 * come to the same one without speaking to each other, and so does a keystore from an old backup.
 * The manner is therefore fixed for ever, and asks no generator of the JDK, whose ways may change.
 *
 * <p>Random bits are HMAC-SHA-256 in counter mode (NIST SP 800-108 section 4.1) under HMAC-SHA-256
 * of the label by the secret key. From them come the two primes as FIPS 186-5 appendix A.1.3 has
 * it: each candidate is 1,536 new bits, of which the two highest and the lowest are set. For one
 * thread.
 */
final class DerivedPair {
  private static final byte[] LABEL =
      "org.ichido.vault transport-1 RSA-3072".getBytes(StandardCharsets.US_ASCII);

  private static final String MAC = "HmacSHA256";
  private static final int PRIME_BYTES = TransportPair.BITS / Byte.SIZE / 2;

  /** As the JDK's own generator has it: wrong for one candidate in 2^100 at the most. */
  private static final int CERTAINTY = 100;

  /** FIPS 186-5 appendix A.1.3 (5.4): closer primes would be found from their product. */
  private static final int DIFFERENCE_BITS = TransportPair.BITS / 2 - 100;

  private static final BigInteger E = RSAKeyGenParameterSpec.F4;

  /** The product of the odd primes below 2,048. What shares a factor with it is no prime. */
  private static final BigInteger SMALL_PRIMES = smallPrimes();

  private final Mac mac;
  private long blocks;

  private DerivedPair(SecretKey secret) throws GeneralSecurityException {
    mac = Mac.getInstance(MAC);
    mac.init(secret);
    mac.init(new SecretKeySpec(mac.doFinal(LABEL), MAC));
  }

  /**
   * Takes a second or so.
   *
   * @param secret 32 random bytes
   * @return always the same for the same secret
   */
  static RSAPrivateCrtKey of(SecretKey secret) throws GeneralSecurityException {
    DerivedPair derived = new DerivedPair(secret);
    BigInteger p = derived.prime();
    BigInteger q = derived.prime();
    while (p.subtract(q).abs().bitLength() <= DIFFERENCE_BITS) {
      q = derived.prime();
    }
    return key(p.max(q), p.min(q));
  }

  private static RSAPrivateCrtKey key(BigInteger p, BigInteger q) throws GeneralSecurityException {
    BigInteger p1 = p.subtract(BigInteger.ONE);
    BigInteger q1 = q.subtract(BigInteger.ONE);
    BigInteger d = E.modInverse(p1.multiply(q1).divide(p1.gcd(q1)));
    RSAPrivateCrtKeySpec spec =
        new RSAPrivateCrtKeySpec(p.multiply(q), E, d, p, q, d.mod(p1), d.mod(q1), q.modInverse(p));
    return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
  }

  private BigInteger prime() {
    BigInteger candidate = candidate();
    while (!candidate.gcd(SMALL_PRIMES).equals(BigInteger.ONE)
        || !candidate.subtract(BigInteger.ONE).gcd(E).equals(BigInteger.ONE)
        || !candidate.isProbablePrime(CERTAINTY)) {
      candidate = candidate();
    }
    return candidate;
  }

  private BigInteger candidate() {
    ByteBuffer bits = ByteBuffer.allocate(PRIME_BYTES);
    while (bits.hasRemaining()) {
      bits.put(mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(blocks++).array()));
    }
    return new BigInteger(1, bits.array())
        .setBit(PRIME_BYTES * Byte.SIZE - 1)
        .setBit(PRIME_BYTES * Byte.SIZE - 2)
        .setBit(0);
  }

  private static BigInteger smallPrimes() {
    BigInteger product = BigInteger.ONE;
    for (BigInteger prime = BigInteger.valueOf(3);
        prime.bitLength() <= 11;
        prime = prime.nextProbablePrime()) {
      product = product.multiply(prime);
    }
    return product;
  }
}
