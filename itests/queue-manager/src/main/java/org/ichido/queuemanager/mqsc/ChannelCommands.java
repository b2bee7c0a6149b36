package org.ichido.queuemanager.mqsc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.queuemanager.definitions.ChannelDefinition;
import org.ichido.queuemanager.definitions.Channels;
import org.ichido.queuemanager.definitions.CipherSpec;

/** DEFINE and ALTER of channels. */
final class ChannelCommands {
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "DESCR",
          "TRPTYPE",
          "HBINT",
          "KAINT",
          "MAXINST",
          "MAXINSTC",
          "COMPHDR",
          "COMPMSG",
          "MONCHL",
          "SSLKEYR",
          "CERTLABL",
          "DISCINT",
          "CONNAME",
          "XMITQ",
          "SCYEXIT",
          "SCYDATA",
          "SENDEXIT",
          "SENDDATA",
          "RCVEXIT",
          "RCVDATA",
          "BATCHSZ");

  private final Channels channels;
  private final List<String> ignored;

  ChannelCommands(Channels channels, List<String> ignored) {
    this.channels = channels;
    this.ignored = ignored;
  }

  void define(MqscCommand command) {
    String type = command.take("CHLTYPE").orElseThrow(() -> command.wrong("CHLTYPE is missing"));
    ChannelDefinition usual = start(command);
    ChannelDefinition channel =
        new ChannelDefinition(
            command.name(),
            type.equals("SVRCONN"),
            command.takeNumber("SHARECNV").orElse(usual.conversations()),
            command.takeNumber("MAXMSGL").orElse(usual.maxMessageLength()),
            command.take("SSLCIPH").map(CipherSpec::new).orElse(usual.cipher()),
            command.takeChoice("SSLCAUTH", "REQUIRED", "OPTIONAL").orElse(usual.needsCertificate()),
            command.take("SSLPEER").orElse(usual.peer()),
            command.take("MCAUSER").orElse(usual.user()));
    if (channel.conversations() < 1) {
      throw command.wrong("SHARECNV(0) is a protocol that is not spoken here; say 1 or more");
    }
    MqscScript.rest(command, WITHOUT_EFFECT, ignored);
    channels.define(channel);
  }

  private ChannelDefinition start(MqscCommand command) {
    Optional<ChannelDefinition> known = channels.find(command.name());
    if (command.verb().equals("ALTER")) {
      return known.orElseThrow(() -> command.wrong("no channel " + command.name()));
    }
    boolean replace = command.take("REPLACE").isPresent();
    command.take("NOREPLACE");
    if (known.isPresent() && !replace) {
      throw command.wrong(command.name() + " is there already; say REPLACE");
    }
    return ChannelDefinition.forClients(command.name());
  }
}
