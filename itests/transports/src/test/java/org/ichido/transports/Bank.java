package org.ichido.transports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.RecordType;

/** A bank by its profile. */
enum Bank {
  KINSAN("9990"),
  MIRAI("9991"),
  SHITEN("9992");

  private final String code;

  Bank(String code) {
    this.code = code;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How records name it. */
  String code() {
    return code;
  }

  String queue(String role) {
    return name() + ".OTP." + role;
  }

  String replies(Desk desk) {
    return name() + "." + desk.name() + ".REPLY";
  }

  List<String> queues() {
    List<String> queues = new ArrayList<>();
    for (Desk desk : Desk.values()) {
      queues.add(queue(desk.role().name()));
      queues.add(replies(desk));
    }
    queues.addAll(List.of(queue("EVENT"), queue("BACKOUT")));
    if (this == KINSAN) {
      queues.addAll(List.of(queue("DEBIT"), queue("DEBIT.REPLY")));
    }
    return queues;
  }

  /** A program of the bank, with a login and a queue of its own. */
  enum Desk {
    CHANNEL(QueueRole.REQUEST),
    BRANCH(QueueRole.OPERATOR),
    APP(QueueRole.APP),
    CORE(QueueRole.CORE);

    private final QueueRole role;

    Desk(QueueRole role) {
      this.role = role;
    }

    QueueRole role() {
      return role;
    }

    String user() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Who puts such a record: the first, if it may come by any queue. */
    static Desk of(HostRecord record) {
      RequestType type = RequestType.valueOf(RecordType.of(record.get("ICH-RECORD-TYPE")).name());
      for (Desk desk : values()) {
        if (type.comesBy(desk.role)) {
          return desk;
        }
      }
      throw new IllegalArgumentException(type + " comes by no desk's queue");
    }
  }
}
