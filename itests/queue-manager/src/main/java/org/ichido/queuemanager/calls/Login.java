package org.ichido.queuemanager.calls;

import java.util.Optional;
import org.ichido.queuemanager.definitions.ChannelDefinition;
import org.ichido.queuemanager.definitions.Users;
import org.ichido.queuemanager.wire.Credentials;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** Who a program says it is, and what it shows for it. For one thread. */
public final class Login {
  private final Users users;
  private final ChannelDefinition channel;
  private final boolean encrypted;
  private String claimed = "";
  private Optional<String> shown = Optional.empty();
  private boolean wrong;

  /**
   * @param users who has a password
   * @param channel that the program came by
   * @param encrypted whether the socket is TLS; on another the password cannot be read
   */
  public Login(Users users, ChannelDefinition channel, boolean encrypted) {
    this.users = users;
    this.channel = channel;
    this.encrypted = encrypted;
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
    boolean right = encrypted ? users.isRight(user, credentials.password()) : users.knows(user);
    wrong = !right;
    shown = Optional.of(user);
    return right;
  }

  /**
   * @return whom the program works as: whose password it showed, else the channel's user, else whom
   *     it runs as
   * @throws Refusal 2035
   */
  String user() throws Refusal {
    if (wrong || (shown.isEmpty() && users.isRequired())) {
      throw new Refusal(Reason.NOT_AUTHORIZED);
    }
    return shown.orElse(channel.user().isBlank() ? claimed : channel.user());
  }
}
