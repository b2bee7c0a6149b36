package org.ichido.itests;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.jms.JMSException;
import org.ichido.api.AuditEntry;
import org.ichido.api.TokenDescription;
import org.ichido.races.Ask;
import org.ichido.races.Racer;
import org.ichido.races.Reply;
import org.ichido.races.WayIn;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/** The queues of Kinsan: codes from the channel, unlocks from the branch. */
final class QueueWayIn implements WayIn, AutoCloseable {
  private final WayIn services;
  private final Volley channel;
  private final Volley branch;

  /** Registers and looks by the services; asks by the queues. */
  QueueWayIn(Hosts hosts, WayIn services) throws JMSException {
    this.services = services;
    channel = hosts.channelVolley();
    branch = hosts.branchVolley();
  }

  @Override
  public Racer register() {
    return services.register();
  }

  @Override
  public List<Reply> atOnce(List<Ask> asks) throws Exception {
    List<HostRecord> codes = new ArrayList<>();
    List<HostRecord> unlocks = new ArrayList<>();
    for (Ask ask : asks) {
      if (ask.code().isPresent()) {
        codes.add(Hosts.verify(ask.requestId(), ask.racer().holder(), ask.code().get()));
      } else {
        unlocks.add(Hosts.operator("ICHULQ", "UNLK", ask.requestId(), ask.racer().holder()));
      }
    }
    List<String> codeIds = channel.fire(codes);
    List<String> unlockIds = branch.fire(unlocks);
    var verdicts = channel.awaitReplies(codeIds).iterator();
    var outcomes = branch.awaitReplies(unlockIds).iterator();
    List<Reply> replies = new ArrayList<>();
    for (Ask ask : asks) {
      replies.add(
          ask.code().isPresent()
              ? reply("ICHVFR", "ICH-VERDICT", verdicts.next())
              : reply("ICHULR", "ICH-OUTCOME", outcomes.next()));
    }
    return replies;
  }

  private static Reply reply(String body, String field, byte[] bytes) {
    HostRecord record = HostRecord.of(body, bytes, HostProgram.EBCDIC);
    return new Reply(record.get(field), HexFormat.of().formatHex(bytes));
  }

  @Override
  public List<AuditEntry> audit(Racer racer) {
    return services.audit(racer);
  }

  @Override
  public TokenDescription token(Racer racer) {
    return services.token(racer);
  }

  @Override
  public void close() throws JMSException {
    channel.close();
    branch.close();
  }
}
