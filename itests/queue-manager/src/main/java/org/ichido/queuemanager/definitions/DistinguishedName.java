package org.ichido.queuemanager.definitions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The name in a certificate, or a pattern of names: {@code CN=a*,O=b} is met by every name that has
 * these attributes, in whatever order and beside others; a star is any text.
 *
 * @param attributes each as KEY=value, in capitals where case does not matter
 */
public record DistinguishedName(List<String> attributes) {
  /**
   * @param text such as {@code CN=ichido,O=Example Bank}
   * @return the name or pattern
   * @throws IllegalArgumentException if it is none
   */
  public static DistinguishedName of(String text) {
    try {
      return new DistinguishedName(
          new LdapName(text).getRdns().stream().map(DistinguishedName::attribute).toList());
    } catch (InvalidNameException e) {
      throw new IllegalArgumentException("not a distinguished name: " + text, e);
    }
  }

  private static String attribute(Rdn part) {
    String key = part.getType().toUpperCase(Locale.ROOT);
    return (key.equals("S") ? "ST" : key) + "=" + part.getValue();
  }

  /**
   * @param name of a certificate
   * @return whether it has all that this pattern asks for
   */
  public boolean matches(DistinguishedName name) {
    return attributes.stream()
        .allMatch(wanted -> name.attributes.stream().anyMatch(a -> Star.matches(wanted, a)));
  }

  /** The more it asks for, the greater. */
  int precision() {
    return attributes.stream().mapToInt(Star::precision).sum();
  }

  @Override
  public String toString() {
    return attributes.stream().collect(Collectors.joining(","));
  }
}
