package org.ichido.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A socket that waits for no server longer than the limits say, and listens to none that goes on
 * talking: the library bounds each wait by itself, but neither their sum nor what it keeps of a
 * reply that never ends. For one try, by one thread.
 */
final class BoundedSocket extends Socket {
  /** Far above what a conversation about one mail needs, TLS and its certificates included. */
  static final int MOST_BYTES = 1 << 18;

  private final Limits limits;
  private final LongSupplier nanoTime;
  private final long begin;
  private int heard;

  /**
   * The try begins now.
   *
   * @param nanoTime as {@link System#nanoTime()}
   */
  BoundedSocket(Limits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return bounded(in, bytes, offset, length);
      }
    };
  }

  private int bounded(InputStream in, byte[] bytes, int offset, int length) throws IOException {
    Duration left = limits.whole().minusNanos(nanoTime.getAsLong() - begin);
    if (left.toMillis() <= 0) {
      throw tooLong(limits.whole(), "whole");
    }
    boolean nearTheEnd = left.compareTo(limits.read()) < 0;
    setSoTimeout(Math.toIntExact((nearTheEnd ? left : limits.read()).toMillis()));
    int count;
    try {
      count = in.read(bytes, offset, length);
    } catch (SocketTimeoutException e) {
      throw nearTheEnd ? tooLong(limits.whole(), "whole") : tooLong(limits.read(), "read");
    }
    heard += Math.max(count, 0);
    if (heard > MOST_BYTES) {
      throw new OutOfBounds("the server says more than " + MOST_BYTES + " bytes to one mail");
    }
    return count;
  }

  private static OutOfBounds tooLong(Duration limit, String key) {
    return new OutOfBounds(
        "the server gave no whole answer within %s (timeout.%s)"
            .formatted(Limits.inWords(limit), key));
  }
}
