package org.ichido.queuemanager.definitions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.ichido.queuemanager.definitions.ChannelRule.Client;
import org.ichido.queuemanager.definitions.ChannelRule.Kind;

/**
 * The channel authentication records. The most precise name of a channel decides first, then the
 * certificate before the user before the address. As long as none is set, everybody comes in.
 * Thread-safe.
 */
public final class ChannelRules {
  private static final String ADMINISTRATORS = "*MQADMIN";
  private static final String ADMINISTRATOR = "mqm";

  private final List<ChannelRule> rules = new CopyOnWriteArrayList<>();
  private volatile boolean enabled = true;

  /**
   * @param isEnabled whether they hold
   */
  public void enable(boolean isEnabled) {
    enabled = isEnabled;
  }

  /**
   * @param rule takes the place of one for the same
   * @throws IllegalArgumentException if it names what is no distinguished name
   */
  public void set(ChannelRule rule) {
    if (rule.kind() == Kind.CERTIFICATE) {
      DistinguishedName.of(rule.pattern());
      DistinguishedName.of(rule.issuer());
    }
    remove(rule);
    rules.add(rule);
  }

  /**
   * @param rule that for the same is forgotten
   */
  public void remove(ChannelRule rule) {
    rules.removeIf(rule::isForTheSameAs);
  }

  /**
   * @param channel that a client came in by
   * @param client who
   * @return the rule that holds, if there is one
   */
  public Optional<ChannelRule> find(String channel, Client client) {
    return inForce().filter(rule -> rule.isFor(channel, client)).min(ChannelRule.PRECISE_FIRST);
  }

  /**
   * @param channel that a client came in by
   * @param user whom it would work as
   * @return whether it may not
   */
  public boolean blocks(String channel, String user) {
    return inForce()
        .filter(rule -> rule.kind() == Kind.BLOCKED_USERS)
        .filter(rule -> Star.matches(rule.channels(), channel))
        .min(ChannelRule.PRECISE_FIRST)
        .map(rule -> Arrays.stream(rule.pattern().split(",", -1)).map(String::strip))
        .map(blocked -> blocked.anyMatch(b -> b.equals(user) || isAdministrator(b, user)))
        .orElse(false);
  }

  private static boolean isAdministrator(String blocked, String user) {
    return blocked.equals(ADMINISTRATORS) && user.equals(ADMINISTRATOR);
  }

  private Stream<ChannelRule> inForce() {
    return enabled ? rules.stream() : Stream.empty();
  }
}
