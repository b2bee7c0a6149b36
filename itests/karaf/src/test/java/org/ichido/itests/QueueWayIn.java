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
        unlocks.add(Hosts.operator("ICHOPQ", "UNLK", ask.requestId(), ask.racer().holder()));
      }
    }
    List<String> codeIds = channel.fire(codes);
    List<String> unlockIds = branch.fire(unlocks);
    var verdicts = channel.awaitReplies(codeIds).iterator();
    var outcomes = branch.awaitReplies(unlockIds).iterator();
    List<Reply> replies = new ArrayList<>();
    for (Ask ask : asks) {
      replies.add(ask.code().isPresent() ? verdict(verdicts.next()) : outcome(outcomes.next()));
    }
    return replies;
  }

  private static Reply verdict(byte[] bytes) {
    HostRecord record = HostRecord.of("ICHVFR", bytes, HostProgram.EBCDIC);
    return new Reply(record.get("ICH-VERDICT"), HexFormat.of().formatHex(bytes));
  }

  /** Said as the service says it: a refused unlock is no refused code. */
  private static Reply outcome(byte[] bytes) {
    HostRecord record = HostRecord.of("ICHACR", bytes, HostProgram.EBCDIC);
    boolean done = record.get("ICH-OUTCOME").equals("DONE");
    return new Reply(
        done ? "UNLOCKED" : "CODE " + record.get("ICH-RESPONSE-CODE"),
        HexFormat.of().formatHex(bytes));
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
