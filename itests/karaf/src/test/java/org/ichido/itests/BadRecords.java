package org.ichido.itests;

import static org.ichido.itests.BadInput.bytes;
import static org.ichido.itests.BadInput.hex;
import static org.ichido.itests.BadInput.record;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.jms.Message;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/** Messages that may come in, with a record that may not. */
final class BadRecords {
  private static final int LENGTH = 384;

  private BadRecords() {}

  static List<BadInput> lengths() {
    return List.of(
        cut("a record one byte short", LENGTH - 1, coded(8003, "LENGTH_MISMATCH")),
        cut("a record one byte long", LENGTH + 1, coded(8003, "LENGTH_MISMATCH")),
        cut("a header without a body", 256, coded(8003, "LENGTH_MISMATCH")),
        cut("half a header", 128, new Ending.BackedOut("NOT_A_RECORD")),
        cut("a record in 64 KiB", 64 * 1024, coded(8003, "LENGTH_MISMATCH")),
        move("a length field that lies", "ICH-RECORD-LENGTH", "640", 8003, "LENGTH_MISMATCH"));
  }

  static List<BadInput> headers() {
    return List.of(
        record(
            "a wrong eye-catcher",
            r -> r.move("ICH-EYECATCHER", "ICHX"),
            new Ending.BackedOut("NOT_A_RECORD")),
        move("version 02", "ICH-VERSION", "02", 8001, "UNSUPPORTED_VERSION"),
        move("a record type that is none", "ICH-RECORD-TYPE", "XFER", 8002, "UNKNOWN_TYPE"),
        record(
            "a reply on the request queue",
            r -> r.move("ICH-KIND", "R"),
            new Ending.BackedOut("NOT_A_REQUEST")),
        record(
            "an event on the request queue",
            r -> r.move("ICH-KIND", "E"),
            new Ending.BackedOut("NOT_A_REQUEST")),
        move("no kind", "ICH-KIND", "", 8004, "NOT_A_REQUEST"),
        move("production in training", "ICH-ENVIRONMENT", "P", 8005, "ENVIRONMENT_MISMATCH"),
        move("another bank", "ICH-BANK", "9991", 8008, "BANK_MISMATCH"),
        new BadInput(
            "an unlock on the request queue",
            (channel, good) ->
                channel.put(
                    channel.bytes(
                        like("ICHOPQ", "UNLK", good)
                            .move("ICH-OPERATOR", "OP01")
                            .bytes(HostProgram.EBCDIC),
                        939)),
            coded(8006, "WRONG_QUEUE")),
        new BadInput(
            "a verify on the operator queue",
            (channel, good) -> put(channel, Attacker.OPERATORS, good),
            coded(8006, "WRONG_QUEUE")),
        new BadInput(
            "a verify by a branch",
            (channel, good) -> put(channel, Attacker.REQUESTS, good),
            coded(8007, "NOT_PERMITTED")),
        move("no source system", "ICH-SOURCE", "", 8104, "ICH-SOURCE"),
        move("no contract", "ICH-CONTRACT", "", 8104, "ICH-CONTRACT"),
        move("no user", "ICH-USER", "", 8104, "ICH-USER"),
        move("no request id", "ICH-REQUEST-ID", "", 8104, "ICH-REQUEST-ID"),
        move("a resend flag that is none", "ICH-RESEND", "X", 8105, "ICH-RESEND"));
  }

  static List<BadInput> times() {
    return List.of(
        move("an id older than the horizon", "ICH-SENT-AT", at(-49), 8009, "REQUEST_TOO_OLD"),
        move("sent an hour from now", "ICH-SENT-AT", at(1), 8010, "SENT_IN_FUTURE"),
        move("sent in a 13th month", "ICH-SENT-AT", "20261301000000000", 8105, "ICH-SENT-AT"),
        move("sent at no time", "ICH-SENT-AT", "0", 8105, "ICH-SENT-AT"),
        move("30 February", "ICH-BUSINESS-DATE", "20260230", 8105, "ICH-BUSINESS-DATE"));
  }

  static List<BadInput> characters() {
    Charset ebcdic = HostProgram.EBCDIC;
    return List.of(
        bytes("a letter outside 819's ASCII", 819, "ICH-USER", hex(0xe9), chars("ICH-USER")),
        bytes("shift-out without shift-in", 939, "ICH-USER", hex(0x0e), chars("ICH-USER")),
        bytes("shift-in without shift-out", 930, "ICH-USER", hex(0x0f), chars("ICH-USER")),
        bytes(
            "a kanji between shifts",
            939,
            "ICH-TERMINAL",
            "一".getBytes(ebcdic),
            chars("ICH-TERMINAL")),
        bytes(
            "a kanji in 943",
            943,
            "ICH-TERMINAL",
            "一".getBytes(Attacker.charset(943)),
            chars("ICH-TERMINAL")),
        bytes("low-values in a text", 939, "ICH-TERMINAL", new byte[8], chars("ICH-TERMINAL")),
        bytes(
            "low-values in a number",
            939,
            "ICH-SERIAL-NUMBER",
            new byte[9],
            chars("ICH-SERIAL-NUMBER")),
        bytes("high-values", 939, "ICH-TERMINAL", hex(0xff, 0xff), chars("ICH-TERMINAL")),
        bytes("the euro sign in 1399", 1399, "ICH-TERMINAL", hex(0xe1), chars("ICH-TERMINAL")),
        bytes("the euro sign in 1390", 1390, "ICH-TERMINAL", hex(0xe1), chars("ICH-TERMINAL")),
        bytes(
            "a full-width user in 1208",
            1208,
            "ICH-USER",
            "ｔａ".getBytes(StandardCharsets.UTF_8),
            chars("ICH-USER")),
        bytes("a user in kana", 943, "ICH-USER", hex(0xc0, 0xdb), coded(8105, "ICH-USER")),
        bytes("a line feed", 1208, "ICH-USER", hex('\n'), chars("ICH-USER")),
        bytes(
            "spaces in a number",
            939,
            "ICH-SERIAL-NUMBER",
            hex(0x40, 0x40),
            coded(8103, "ICH-SERIAL-NUMBER")));
  }

  static List<BadInput> codes() {
    return List.of(
        move("a code of 5 digits", "ICH-CODE", "12345", 8105, "ICH-CODE"),
        move("a code of 7 digits", "ICH-CODE", "1234567", 8105, "ICH-CODE"),
        bytes(
            "a code of 9 digits",
            939,
            "ICH-CODE",
            "123456789".getBytes(HostProgram.EBCDIC),
            coded(8105, "ICH-OPERATION")),
        move("a code +12345", "ICH-CODE", "+12345", 8105, "ICH-CODE"),
        move("a code -12345", "ICH-CODE", "-12345", 8105, "ICH-CODE"),
        move("a code with a blank inside", "ICH-CODE", "123 456", 8105, "ICH-CODE"),
        move("a code after a blank", "ICH-CODE", " 123456", 8102, "ICH-CODE"),
        move("a code of letters", "ICH-CODE", "ABCDEF", 8105, "ICH-CODE"),
        move("no code", "ICH-CODE", "", 8104, "ICH-CODE"),
        bytes("a code of low-values", 939, "ICH-CODE", new byte[8], chars("ICH-CODE")),
        bytes(
            "full-width digits between shifts",
            939,
            "ICH-CODE",
            "１２３".getBytes(HostProgram.EBCDIC),
            chars("ICH-CODE")),
        bytes(
            "full-width digits in 943",
            943,
            "ICH-CODE",
            "１２３４".getBytes(Attacker.charset(943)),
            chars("ICH-CODE")),
        bytes(
            "Arabic-Indic digits in 1208",
            1208,
            "ICH-CODE",
            "١٢٣٤".getBytes(StandardCharsets.UTF_8),
            chars("ICH-CODE")));
  }

  static Ending coded(int code, String reason) {
    return new Ending.Coded(Integer.toString(code), reason);
  }

  private static Ending chars(String field) {
    return coded(8101, field);
  }

  private static BadInput move(String name, String field, String value, int code, String reason) {
    UnaryOperator<HostRecord> change = record -> record.move(field, value);
    return record(name, change, coded(code, reason));
  }

  private static BadInput cut(String name, int length, Ending ending) {
    return new BadInput(
        name,
        (channel, good) -> {
          byte[] whole = good.bytes(HostProgram.EBCDIC);
          byte[] body = Arrays.copyOf(whole, length);
          Arrays.fill(body, Math.min(length, whole.length), length, (byte) 0x40);
          return channel.put(channel.bytes(body, 939));
        },
        ending);
  }

  /** By the branch, which wants its answer where it may have it. */
  private static Message put(Attacker channel, String queue, HostRecord record) throws Exception {
    try (Attacker branch = channel.as("branch")) {
      Message message = branch.bytes(record.bytes(HostProgram.EBCDIC), 939);
      message.setJMSReplyTo(branch.session.createQueue("KINSAN.BRANCH.REPLY"));
      return branch.put(queue, message);
    }
  }

  private static HostRecord like(String body, String type, HostRecord good) {
    return Hosts.KINSAN
        .request(body, type, good.get("ICH-REQUEST-ID"))
        .move("ICH-CONTRACT", good.get("ICH-CONTRACT"))
        .move("ICH-USER", good.get("ICH-USER"));
  }

  private static String at(int hoursFromNow) {
    InstantSource then =
        InstantSource.offset(InstantSource.system(), Duration.ofHours(hoursFromNow));
    return new BankHost("9990", then).request("ICHVFQ", "VRFY", "any").get("ICH-SENT-AT");
  }
}
