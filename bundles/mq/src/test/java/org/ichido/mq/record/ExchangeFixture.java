package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.ichido.spi.transport.RequestType;

/** An exchange over a core that is a fake, and a request in order. */
abstract class ExchangeFixture {
  final FakeCore core = new FakeCore();
  final CopybookExchange exchange = core.exchange();
  final HostRecord verify = Samples.request(RequestType.VERIFY);

  HostRecord answerTo(HostRecord request) {
    Disposition found = exchange.exchange(Samples.incoming(request, Samples.UTF8));
    return Samples.read(Gate.type(request).orElseThrow(), found);
  }

  void refused(HostRecord reply, ReasonCode code) {
    refused(reply, code, code.name());
  }

  void refused(HostRecord reply, ReasonCode code, String reason) {
    assertThat(reply.get("ICH-RESPONSE-REASON")).isEqualTo(reason);
    assertThat(reply.get("ICH-RESPONSE-CODE")).isEqualTo("%04d".formatted(code.code()));
    assertThat(code.code()).isBetween(8000, 8899);
    assertThat(reply.is("ICH-REPLY")).isTrue();
    if (reply.is("ICH-VERIFY")) {
      assertThat(reply.get("ICH-VERDICT")).isEqualTo("NOT_PROCESSED");
    }
    assertThat(core.judged()).isZero();
  }
}
