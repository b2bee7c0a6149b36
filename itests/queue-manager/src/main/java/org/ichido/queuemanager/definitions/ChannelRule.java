package org.ichido.queuemanager.definitions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A channel authentication record: who may come in on a channel, and as whom he works.
 *
 * @param channels name of a channel; a star is any text
 * @param kind what it looks at
 * @param pattern of what it looks at; for {@link Kind#BLOCKED_USERS} users, separated by commas
 * @param issuer pattern of the name of whom the certificate is by; blank is anybody
 * @param address pattern of the address that the client has
 * @param source as whom the client works
 * @param user whom it works as, if the rule says so
 * @param passwordRequired whether a password has to be shown
 */
public record ChannelRule(
    String channels,
    Kind kind,
    String pattern,
    String issuer,
    String address,
    Source source,
    String user,
    boolean passwordRequired) {
  /** What a rule looks at; of two on the same channels the earlier kind holds. */
  public enum Kind {
    /** The name in the client's certificate. */
    CERTIFICATE,
    /** The user that the client runs as, by its own word. */
    CLAIMED_USER,
    ADDRESS,
    /** Whom the client would work as, whatever another rule says. */
    BLOCKED_USERS
  }

  /** As whom the client works. */
  public enum Source {
    THE_RULE,
    THE_CHANNEL,
    NOBODY
  }

  /** The most precise first. */
  static final Comparator<ChannelRule> PRECISE_FIRST =
      Comparator.comparingInt((ChannelRule rule) -> Star.precision(rule.channels))
          .reversed()
          .thenComparing(ChannelRule::kind)
          .thenComparing(Comparator.comparingInt(ChannelRule::precision).reversed());

  private int precision() {
    int precision =
        kind == Kind.CERTIFICATE
            ? DistinguishedName.of(pattern).precision()
            : Star.precision(pattern);
    return precision + (address.equals("*") ? 0 : 1) + (issuer.isBlank() ? 0 : 1);
  }

  /** Whether it takes the place of another that is set. */
  boolean isForTheSameAs(ChannelRule other) {
    return channels.equals(other.channels)
        && kind == other.kind
        && (kind == Kind.BLOCKED_USERS
            || List.of(pattern, issuer, address)
                .equals(List.of(other.pattern, other.issuer, other.address)));
  }

  boolean isFor(String channel, Client client) {
    return Star.matches(channels, channel)
        && Star.matches(address, client.address())
        && switch (kind) {
          case CERTIFICATE ->
              named(pattern, client.certificate())
                  && (issuer.isBlank() || named(issuer, client.issuer()));
          case CLAIMED_USER -> pattern.equals(client.claimedUser());
          case ADDRESS -> Star.matches(pattern, client.address());
          case BLOCKED_USERS -> false;
        };
  }

  private static boolean named(String pattern, Optional<DistinguishedName> name) {
    return name.isPresent() && DistinguishedName.of(pattern).matches(name.get());
  }

  /**
   * Who comes in.
   *
   * @param address that he has
   * @param certificate the name in it, if he showed one
   * @param issuer the name of whom it is by
   * @param claimedUser whom he runs as, by his own word
   */
  public record Client(
      String address,
      Optional<DistinguishedName> certificate,
      Optional<DistinguishedName> issuer,
      String claimedUser) {}
}
