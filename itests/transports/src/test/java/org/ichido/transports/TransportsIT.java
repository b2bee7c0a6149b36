package org.ichido.transports;

import java.util.stream.Stream;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.testkit.token.TransportKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** One suite, over each transport: the distribution as a process, asked by a bank's programs. */
@ParameterizedClass(name = "{0}")
@MethodSource("org.ichido.transports.TransportKind#all")
@TestInstance(Lifecycle.PER_CLASS)
class TransportsIT {
  @Parameter TransportKind kind;

  private final Evidence evidence =
      new Evidence("transports", 2, "check", "transport", "tries", "wrong");
  private Transport transport;
  private LoadedCustomers ofKinsan;
  private LoadedCustomers ofMirai;

  @BeforeParameterizedClassInvocation
  void start() throws Exception {
    transport = kind.start();
    ofKinsan = LoadedCustomers.of(transport, Bank.KINSAN, 60);
    ofMirai = LoadedCustomers.of(transport, Bank.MIRAI, 10);
  }

  @AfterParameterizedClassInvocation
  void stop() throws Exception {
    transport.close();
  }

  @TestFactory
  Stream<DynamicTest> everyTypeOfRecordGoesThereAndBack() throws Exception {
    TransportKey key = TransportKey.ofPem(transport.server().shell("ichido:transport-key --pem"));
    RoundTrips trips = new RoundTrips(transport, evidence, kind.toString());
    Throwable trouble = null;
    try (trips) {
      new SoftTokenLives(transport, trips, ofKinsan, ofMirai, key).run();
      new HardTokenLives(transport, trips).run();
    } catch (Exception | AssertionError e) {
      // The types that had their turn before it are told of all the same.
      trouble = e;
    }
    Throwable cut = trouble;
    return Stream.concat(
        trips.checks().entrySet().stream()
            .map(
                one ->
                    DynamicTest.dynamicTest(
                        RoundTrips.title(one.getKey()), () -> one.getValue().done())),
        Stream.of(
            DynamicTest.dynamicTest(
                "their lives were lived to the end",
                () -> {
                  if (cut != null) {
                    throw cut;
                  }
                })));
  }

  private Check check(String name) {
    return new Check(evidence, name, kind.toString());
  }
}
