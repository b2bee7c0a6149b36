package org.ichido.core.fakes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ichido.api.HashFunction;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.spi.FactorRange;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.OtpAlgorithm;

/** TOTP as the RFC has it. Somebody else's, each wrong in one way, extend it. */
public class PlainTotp implements OtpAlgorithm {
  @Override
  public String name() {
    return "totp";
  }

  @Override
  public void check(OtpParameters parameters) throws InvalidSetting {}

  @Override
  public List<Long> matching(
      Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
    List<Long> matching = new ArrayList<>();
    for (long factor = range.first(); factor <= range.last(); factor++) {
      String digits = digits(hmac(seed, parameters.hash(), factor), parameters.digits());
      if (code.matches(digits.getBytes(StandardCharsets.US_ASCII))) {
        matching.add(factor);
      }
    }
    return matching;
  }

  protected byte[] hmac(Seed seed, HashFunction hash, long factor) {
    try {
      Mac mac = Mac.getInstance("Hmac" + hash.label().replace("-", ""));
      mac.init(new SecretKeySpec(seed.copy(), "RAW"));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(factor).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  protected String digits(byte[] hmac, int length) {
    int value = ByteBuffer.wrap(hmac).getInt(hmac[hmac.length - 1] & 0x0f) & 0x7fffffff;
    return String.format("%010d", value).substring(10 - length);
  }
}
