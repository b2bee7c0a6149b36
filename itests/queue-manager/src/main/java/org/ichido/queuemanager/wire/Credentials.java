package org.ichido.queuemanager.wire;

/** User and password as a client sends them. Holds a secret: prints nothing of it. */
public final class Credentials {
  private final Fields structure;

  /**
   * @param structure as it was sent, from the eye-catcher
   */
  public Credentials(Fields structure) {
    this.structure = structure;
  }

  /**
   * @return who it claims to be
   */
  public String user() {
    return new String(structure.bytes(24, structure.number(16)), Fields.CHARSET);
  }

  /**
   * @return the password; in clear on a TLS socket, protected and of no use on another
   */
  public byte[] password() {
    return structure.bytes(24 + structure.number(8), structure.number(20));
  }
}
