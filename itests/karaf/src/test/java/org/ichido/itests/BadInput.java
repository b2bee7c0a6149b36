package org.ichido.itests;

import java.util.function.UnaryOperator;
import javax.jms.Message;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/**
 * A way to be bad to the request queue.
 *
 * @param name what is bad about it
 * @param put puts it
 * @param ending what is to become of it
 */
record BadInput(String name, Putting put, Ending ending) {
  /** Puts one message; returns it as it was put, with its id and its reply-to. */
  interface Putting {
    Message by(Attacker channel, HostRecord good) throws Exception;
  }

  /** A good record with one thing changed, in 939. */
  static BadInput record(String name, UnaryOperator<HostRecord> change, Ending ending) {
    return new BadInput(
        name,
        (channel, good) ->
            channel.put(channel.bytes(change.apply(good).bytes(HostProgram.EBCDIC), 939)),
        ending);
  }

  /** A good record with these bytes at the start of a field. */
  static BadInput bytes(String name, int ccsid, String field, byte[] value, Ending ending) {
    return new BadInput(
        name,
        (channel, good) -> {
          byte[] body = good.bytes(Attacker.charset(ccsid));
          System.arraycopy(value, 0, body, good.offset(field), value.length);
          return channel.put(channel.bytes(body, ccsid));
        },
        ending);
  }

  static byte[] hex(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
