package org.ichido.cobol;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ichido.mq.record.HostCharacters;
import org.ichido.mq.record.RecordLayout;
import org.ichido.mq.record.RecordLayouts;
import org.ichido.spi.transport.RequestType;
import org.ichido.testkit.host.RecordType;

/** The layouts of the product's codec, by the copybook of the body. */
final class CodecLayouts {
  static final RecordLayouts CODEC = RecordLayouts.load();

  /** All types but what answers us. */
  static final List<RequestType> REQUESTS =
      Arrays.stream(RequestType.values()).filter(RequestType::asks).toList();

  private CodecLayouts() {}

  /** Of all copybooks; that of the header is the header alone. */
  static Map<String, RecordLayout> byCopybook() {
    Map<String, RecordLayout> layouts = new LinkedHashMap<>();
    layouts.put(Probe.HEADER, CODEC.header());
    layouts.put("ICHEVT", CODEC.event());
    layouts.put("ICHDBQ", CODEC.debit());
    layouts.put("ICHDBR", CODEC.debitReply());
    for (RequestType type : REQUESTS) {
      RecordType books = RecordType.valueOf(type.name());
      layouts.put(books.requestBody(), CODEC.request(type));
      layouts.put(books.replyBody(), CODEC.reply(type));
    }
    return layouts;
  }

  static HostCharacters characters(int ccsid) {
    return HostCharacters.of(ccsid).orElseThrow();
  }

  /** The copybook of a record's body, by the name of its sample: {@code VRFY-Q}. */
  static String bodyOf(String sample) {
    if (sample.endsWith("-E")) {
      return "ICHEVT";
    }
    RecordType type = RecordType.of(sample.substring(0, 4));
    return sample.endsWith("-Q") ? type.requestBody() : type.replyBody();
  }
}
