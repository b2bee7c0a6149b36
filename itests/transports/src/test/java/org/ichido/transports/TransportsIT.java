package org.ichido.transports;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.token.TransportKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One suite, over each transport: the distribution as a process, asked by the banks' programs. What
 * the transports have to show alike is compared by {@link TransportsWereAlikeIT}.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("org.ichido.transports.TransportKind#all")
@TestInstance(Lifecycle.PER_CLASS)
class TransportsIT {
  @Parameter TransportKind kind;

  private Transport transport;
  private Premises premises;

  @BeforeParameterizedClassInvocation
  void start() throws Exception {
    transport = kind.start();
    premises = Premises.of(transport, kind.toString());
  }

  @AfterParameterizedClassInvocation
  void stop() throws Exception {
    transport.close();
  }

  @TestFactory
  Stream<DynamicTest> everyTypeOfRecordGoesThereAndBack() throws Exception {
    TransportKey key = TransportKey.ofPem(transport.server().shell("ichido:transport-key --pem"));
    RoundTrips trips = new RoundTrips(transport, Premises.evidence(), kind.toString());
    Optional<Throwable> trouble = Optional.empty();
    try (trips) {
      new SoftTokenLives(premises, trips, key).run();
      new HardTokenLives(transport, trips).run();
    } catch (Exception | AssertionError e) {
      // The types that had their turn before it are told of all the same.
      trouble = Optional.of(e);
    }
    Optional<Throwable> cut = trouble;
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
                  if (cut.isPresent()) {
                    throw cut.get();
                  }
                })));
  }

  @TestFactory
  Stream<DynamicTest> aProgramIsAnsweredInItsOwnCharacters() {
    Envelopes envelopes = new Envelopes(premises);
    return Arrays.stream(HostCharacters.values())
        .flatMap(
            characters ->
                Stream.of(false, true)
                    .map(
                        text ->
                            DynamicTest.dynamicTest(
                                Envelopes.title(characters, text),
                                () -> envelopes.inItsOwnCharacters(characters, text))));
  }

  @Test
  void aCorrelationIdIsPassedOnIfThatIsAskedFor() throws Exception {
    new Envelopes(premises).theCorrelationIdIsPassedOn();
  }

  @Test
  void aReplyIsAsPersistentAsItsRequest() throws Exception {
    new Envelopes(premises).persistenceIsFollowed();
  }

  @Test
  void aRequestWithoutExpiryHasAReplyWithout() throws Exception {
    new Envelopes(premises).forEverIsFollowed();
  }

  @Test
  void aRequestThatExpiredOnItsQueueIsNotJudged() throws Exception {
    new Envelopes(premises).expiredOnItsQueue();
  }

  @Test
  void aRequestThatExpiresInTheHouseIsNotJudgedAndAReplyNotSent() throws Exception {
    new LateClock(premises).deadRequestsAreNotJudgedAndDeadRepliesNotSent();
  }

  @TestFactory
  Stream<DynamicTest> aBadMessageIsAnsweredOrMovedAwayAndTheListenerLives() {
    BadMessages messages = new BadMessages(premises);
    return BadMessages.all().stream()
        .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> messages.tryOut(bad)));
  }

  @Test
  void aReplyToAMissingQueueIsParkedAndSentLater() throws Exception {
    new LostReplies(premises).missingQueue();
  }

  @Test
  void aFullReplyQueueHoldsUpItsBankAlone() throws Exception {
    String small = transport.smallQueue().orElseGet(() -> abort("no queue here is for us to fill"));
    new LostReplies(premises).fullQueue(small);
  }

  @Test
  void theQueueManagerGoesAndComesBackAndTheStatusSaysSo() throws Exception {
    Transport.Outage outage =
        transport.outage().orElseGet(() -> abort("this queue manager is not ours to stop"));
    new Outages(premises).theQueueManagerIsAway(outage);
  }

  @Test
  void requestsWaitForTheStore() throws Exception {
    new Outages(premises).requestsWaitForTheStore();
  }

  @Test
  void aServerThatIsKilledBetweenTheCommitsJudgesOnce() throws Exception {
    new Outages(premises).killedBetweenTheTwoCommits();
  }
}
