package org.ichido.queuemanager.definitions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Users with passwords. Holds secrets: prints nothing of them. Thread-safe. */
public final class Users {
  private final Map<String, byte[]> passwords = new ConcurrentHashMap<>();
  private final Map<String, Boolean> checks = new ConcurrentHashMap<>();
  private volatile boolean required;

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
    required = isRequired;
  }

  /**
   * @param name of a way to check
   * @param isRequired whether nobody connects without a password where it is used
   */
  public void defineCheck(String name, boolean isRequired) {
    checks.put(name, isRequired);
  }

  /**
   * @param name of a way to check; blank is none
   * @return whether it is known; it is used from now on
   */
  public boolean useCheck(String name) {
    required = checks.getOrDefault(name, false);
    return name.isBlank() || checks.containsKey(name);
  }

  /**
   * @return whether nobody connects without a password
   */
  public boolean isRequired() {
    return required;
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
