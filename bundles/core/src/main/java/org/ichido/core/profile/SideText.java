package org.ichido.core.profile;

import org.ichido.spi.InvalidSetting;

/**
 * The text of a file that a profile names.
 *
 * @param key the key that names it, whole
 * @param name the file, as the profile names it
 * @param text its characters, the lines ended by line feeds
 */
record SideText(String key, String name, String text) {
  /**
   * @param problem what is wrong in it and where, such as {@code line 3: …}
   * @return the exception to throw, which names key and file
   */
  InvalidSetting problem(String problem) {
    return new InvalidSetting(key, name + " " + problem);
  }
}
