package org.ichido.queuemanager.definitions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Users with passwords. Holds secrets: prints nothing of them. Thread-safe. */
public final class Users {
  private final Map<String, byte[]> passwords = new ConcurrentHashMap<>();
  private final Map<String, Check> checks = new ConcurrentHashMap<>();
  private volatile Check check = Check.USUAL;

  /**
   * @param user who
   * @param password theirs
   */
  public void add(String user, String password) {
    passwords.put(user, password.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * @param isRequired whether nobody connects without a password
   */
  public void require(boolean isRequired) {
    check = new Check(isRequired, check.adopts());
  }

  /**
   * How passwords are checked.
   *
   * @param isRequired whether nobody connects without one
   * @param adopts whether who shows one works as the user whose it is; else it is checked alone
   */
  public record Check(boolean isRequired, boolean adopts) {
    static final Check USUAL = new Check(false, true);
  }

  /**
   * @param name of a way to check
   * @param defined what it is like
   */
  public void defineCheck(String name, Check defined) {
    checks.put(name, defined);
  }

  /**
   * @param name of a way to check; blank is none
   * @return whether it is known; it is used from now on
   */
  public boolean useCheck(String name) {
    check = checks.getOrDefault(name, Check.USUAL);
    return name.isBlank() || checks.containsKey(name);
  }

  /**
   * @return whether nobody connects without a password
   */
  public boolean isRequired() {
    return check.isRequired();
  }

  /**
   * @return whether who shows a password works as the user whose it is
   */
  public boolean adopts() {
    return check.adopts();
  }

  /**
   * @param user who
   * @return whether that user has a password
   */
  public boolean knows(String user) {
    return passwords.containsKey(user);
  }

  /**
   * @param user who
   * @param password in clear
   * @return whether it is that user's
   */
  public boolean isRight(String user, byte[] password) {
    byte[] right = passwords.get(user);
    return right != null && MessageDigest.isEqual(right, password);
  }
}
