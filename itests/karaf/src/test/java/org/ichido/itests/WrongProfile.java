package org.ichido.itests;

import java.io.IOException;
import java.util.List;

/** A mistake that an administrator may make in a profile. */
record WrongProfile(String kind, String key, String value) {
  static final List<WrongProfile> FIVE_KINDS =
      List.of(
          new WrongProfile("unknown key", "otp.widow", "3"),
          new WrongProfile("missing name", "lockout.rules", "no-such-rule"),
          new WrongProfile("out of range", "otp.digits", "5"),
          new WrongProfile("contradiction", "otp.greatest-age", "10 min"),
          new WrongProfile(
              "own queue as reply queue", "requester.channel.reply-to", "KINSAN.OTP.OPERATOR"));

  void writeTo(ProfileFile file) throws IOException, InterruptedException {
    if (kind.equals("unknown key")) {
      file.append(key + " = " + value);
    } else {
      file.set(key, value);
    }
  }

  /** What a message must contain: the file and the key. */
  String place() {
    return ProfileFile.NAME + ": " + key;
  }
}
