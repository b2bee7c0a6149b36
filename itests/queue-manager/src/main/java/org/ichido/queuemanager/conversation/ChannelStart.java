package org.ichido.queuemanager.conversation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.ichido.queuemanager.calls.Kernel;
import org.ichido.queuemanager.calls.Phase;
import org.ichido.queuemanager.definitions.ChannelDefinition;
import org.ichido.queuemanager.definitions.Peer;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Cut;
import org.ichido.queuemanager.trouble.Occasion;
import org.ichido.queuemanager.trouble.Strike;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Flow;
import org.ichido.queuemanager.wire.InitialData;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;
import org.ichido.queuemanager.wire.Segment;
import org.ichido.queuemanager.wire.SegmentType;
import org.ichido.queuemanager.wire.Status;
import org.jspecify.annotations.Nullable;

/** The first words on a socket: the client offers until both sides agree. For the link's thread. */
final class ChannelStart {
  private final Kernel kernel;
  private final Optional<SSLSession> session;
  private @Nullable ChannelDefinition channel;
  private int transmissionSize;
  private boolean done;

  ChannelStart(Kernel kernel, Optional<SSLSession> session) {
    this.kernel = kernel;
    this.session = session;
  }

  void answer(Flow flow, Link link) throws IOException, InterruptedException {
    InitialData offer = new InitialData(flow.body());
    try {
      if (channel == null) {
        channel = start(offer.channel(), link);
      }
    } catch (Refusal refusal) {
      refuse(flow, refusal.reason(), link);
      return;
    }
    transmissionSize = offer.transmissionSize();
    int limit = Math.min(channel.maxMessageLength(), Kernel.MAX_MESSAGE_LENGTH);
    InitialData.Terms terms =
        new InitialData.Terms(
            kernel.name(),
            kernel.identifier(),
            channel.conversations(),
            limit,
            session.isPresent());
    Fields answer = offer.answer(terms);
    done = !InitialData.isCounterOffer(answer);
    link.send(
        List.of(flow.first().with(SegmentType.INITIAL_DATA, done ? 0 : Segment.ERROR, answer)));
  }

  private ChannelDefinition start(String name, Link link) throws Refusal, InterruptedException {
    Strike strike = kernel.troubles().strike(new Occasion(Call.CHANNEL, 0, "", ""));
    strike.pause();
    if (strike.refusal().isPresent()) {
      throw new Refusal(strike.refusal().get());
    }
    if (Arrays.stream(Cut.values()).anyMatch(strike::cuts)) {
      link.cut();
    }
    if (kernel.phase() == Phase.ENDED) {
      throw new Refusal(Reason.QUEUE_MANAGER_NOT_AVAILABLE);
    }
    return kernel.channels().start(name, new Peer(session));
  }

  /** The client closes the socket; what it says before is not waited for. */
  private static void refuse(Flow flow, Reason reason, Link link) throws IOException {
    int flags = Segment.ERROR | Segment.CLOSE_CHANNEL;
    link.send(List.of(flow.first().with(SegmentType.STATUS, flags, Status.refusal(reason))));
  }

  boolean isDone() {
    return done;
  }

  ChannelDefinition channel() {
    if (channel == null) {
      throw new IllegalStateException("the channel has not started");
    }
    return channel;
  }

  int transmissionSize() {
    return transmissionSize;
  }
}
