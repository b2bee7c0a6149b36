package org.ichido.spi;

/** A setting of a profile that cannot be used. The bank then has no valid profile: fail closed. */
public final class InvalidSetting extends Exception {
  private static final long serialVersionUID = 1L;

  private final String key;

  /**
   * @param key the key in the profile, whole
   * @param problem what is wrong with it and what would be right
   */
  public InvalidSetting(String key, String problem) {
    super(key + ": " + problem);
    this.key = key;
  }

  /**
   * @return the key in the profile, whole
   */
  public String key() {
    return key;
  }
}
