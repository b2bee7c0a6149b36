package org.ichido.queuemanager.mqsc;

import java.util.List;
import java.util.Set;
import org.ichido.queuemanager.definitions.ChannelDefinition;
import org.ichido.queuemanager.definitions.Channels;
import org.ichido.queuemanager.definitions.CipherSpec;

/** DEFINE of channels. */
final class ChannelCommands {
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "DESCR",
          "TRPTYPE",
          "REPLACE",
          "NOREPLACE",
          "HBINT",
          "KAINT",
          "MAXINST",
          "MAXINSTC",
          "COMPHDR",
          "COMPMSG",
          "MONCHL",
          "SSLPEER",
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
    ChannelDefinition usual = ChannelDefinition.forClients(command.name());
    ChannelDefinition channel =
        new ChannelDefinition(
            command.name(),
            type.equals("SVRCONN"),
            command.takeNumber("SHARECNV").orElse(usual.conversations()),
            command.takeNumber("MAXMSGL").orElse(usual.maxMessageLength()),
            command.take("SSLCIPH").map(CipherSpec::new).orElse(usual.cipher()),
            command.takeChoice("SSLCAUTH", "REQUIRED", "OPTIONAL").orElse(usual.needsCertificate()),
            command.take("MCAUSER").orElse(usual.user()));
    if (channel.conversations() < 1) {
      throw command.wrong("SHARECNV(0) is a protocol that is not spoken here; say 1 or more");
    }
    MqscScript.rest(command, WITHOUT_EFFECT, ignored);
    channels.define(channel);
  }
}
