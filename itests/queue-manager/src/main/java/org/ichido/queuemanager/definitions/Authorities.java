package org.ichido.queuemanager.definitions;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/**
 * Who may do what. As long as nothing was granted, everybody may do all; from the first grant on,
 * only what is granted. Grants of several profiles add up. Thread-safe.
 */
public final class Authorities {
  private final Map<Grant, Set<Authority>> grants = new HashMap<>();
  private final Map<String, Set<String>> groups = new HashMap<>();
  private final List<String> denied = new ArrayList<>();

  /**
   * To whom, on what.
   *
   * @param who a user, or a group
   * @param isGroup which of them
   * @param profile a name; {@code ?} is one character, {@code *} some without a dot, {@code **}
   *     any; blank is the queue manager
   */
  public record Grant(String who, boolean isGroup, String profile) {
    boolean covers(String object) {
      StringBuilder regex = new StringBuilder();
      for (int at = 0; at < profile.length(); at++) {
        if (profile.startsWith("**", at)) {
          regex.append(".*");
          at++;
        } else if (profile.charAt(at) == '*') {
          regex.append("[^.]*");
        } else if (profile.charAt(at) == '?') {
          regex.append("[^.]");
        } else {
          regex.append(Pattern.quote(profile.substring(at, at + 1)));
        }
      }
      return object.matches(regex.toString());
    }
  }

  /**
   * @param grant to whom, on what
   * @param authorities that are added
   */
  public synchronized void add(Grant grant, Set<Authority> authorities) {
    grants.computeIfAbsent(grant, any -> EnumSet.noneOf(Authority.class)).addAll(authorities);
  }

  /**
   * @param grant to whom, on what
   * @param authorities that are taken away
   */
  public synchronized void remove(Grant grant, Set<Authority> authorities) {
    grants.computeIfAbsent(grant, any -> EnumSet.noneOf(Authority.class)).removeAll(authorities);
  }

  /**
   * @param group whose grants also hold for
   * @param user this user
   */
  public synchronized void join(String group, String user) {
    groups.computeIfAbsent(group, any -> new HashSet<>()).add(user);
  }

  /**
   * @param user who
   * @param object the name of a queue; blank is the queue manager
   * @param needed all of them
   * @throws Refusal 2035
   */
  public synchronized void check(String user, String object, Set<Authority> needed) throws Refusal {
    if (grants.isEmpty()) {
      return;
    }
    Set<Authority> missing = EnumSet.noneOf(Authority.class);
    missing.addAll(needed);
    missing.removeAll(granted(user, object));
    if (!missing.isEmpty()) {
      String where = object.isEmpty() ? "the queue manager" : object;
      denied.add(user + " has no " + missing + " on " + where);
      throw new Refusal(Reason.NOT_AUTHORIZED);
    }
  }

  /**
   * @param user who
   * @param object the name of a queue; blank is the queue manager
   * @return all that was granted, by whatever profile
   */
  public synchronized Set<Authority> granted(String user, String object) {
    Set<Authority> granted = EnumSet.noneOf(Authority.class);
    grants.forEach(
        (grant, authorities) -> {
          if (isFor(grant, user) && grant.covers(object)) {
            granted.addAll(authorities);
          }
        });
    return granted;
  }

  /**
   * @return to whom anything was granted: users and groups
   */
  public synchronized Set<String> grantees() {
    return grants.keySet().stream().map(Grant::who).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * @return what was refused so far, in words: to whom, what was missing, on what
   */
  public synchronized List<String> denied() {
    return List.copyOf(denied);
  }

  private boolean isFor(Grant grant, String user) {
    return grant.isGroup()
        ? groups.getOrDefault(grant.who(), Set.of()).contains(user)
        : grant.who().equals(user);
  }
}
