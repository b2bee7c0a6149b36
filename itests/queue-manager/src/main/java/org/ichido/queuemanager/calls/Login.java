package org.ichido.queuemanager.calls;

import java.util.Optional;
import org.ichido.queuemanager.definitions.ChannelDefinition;
import org.ichido.queuemanager.definitions.ChannelRule;
import org.ichido.queuemanager.definitions.Peer;
import org.ichido.queuemanager.definitions.Users;
import org.ichido.queuemanager.wire.Credentials;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** Who a program says it is, and what it shows for it. For one thread. */
public final class Login {
  /** Where all clients are. */
  private static final String ADDRESS = "127.0.0.1";

  private final Kernel kernel;
  private final Users users;
  private final ChannelDefinition channel;
  private final Peer peer;
  private String claimed = "";
  private Optional<String> shown = Optional.empty();
  private boolean wrong;

  /**
   * @param kernel who has a password, and who may come in
   * @param channel that the program came by
   * @param peer what it showed; without TLS a password cannot be read
   */
  public Login(Kernel kernel, ChannelDefinition channel, Peer peer) {
    this.kernel = kernel;
    this.users = kernel.users();
    this.channel = channel;
    this.peer = peer;
  }

  /**
   * @param user whom the program runs as, by its own word
   */
  public void claims(String user) {
    claimed = user;
  }

  /**
   * @param credentials that the program shows
   * @return whether they are right; without TLS, whether the user is known
   */
  public boolean shows(Credentials credentials) {
    String user = credentials.user();
    boolean right =
        peer.session().isPresent()
            ? users.isRight(user, credentials.password())
            : users.knows(user);
    wrong = !right;
    shown = Optional.of(user);
    return right;
  }

  /**
   * @return whom the program works as: whose password it showed if that is adopted, else whom a
   *     rule says, else the channel's user, else whom it runs as
   * @throws Refusal 2035
   */
  String user() throws Refusal {
    ChannelRule.Client client =
        new ChannelRule.Client(ADDRESS, peer.name(), peer.issuer(), claimed);
    Optional<ChannelRule> rule = kernel.channelRules().find(channel.name(), client);
    boolean passwordRequired =
        users.isRequired() || rule.map(ChannelRule::passwordRequired).orElse(false);
    if (wrong || (shown.isEmpty() && passwordRequired)) {
      throw new Refusal(Reason.NOT_AUTHORIZED);
    }
    String user = users.adopts() && shown.isPresent() ? shown.get() : mapped(rule);
    if (isClosed(rule) || kernel.channelRules().blocks(channel.name(), user)) {
      throw new Refusal(Reason.NOT_AUTHORIZED);
    }
    return user;
  }

  private String mapped(Optional<ChannelRule> rule) {
    if (rule.isPresent() && rule.get().source() == ChannelRule.Source.THE_RULE) {
      return rule.get().user();
    }
    return channel.user().isBlank() ? claimed : channel.user();
  }

  private static boolean isClosed(Optional<ChannelRule> rule) {
    return rule.isPresent() && rule.get().source() == ChannelRule.Source.NOBODY;
  }
}
