package org.ichido.queuemanager.definitions;

/**
 * A channel.
 *
 * @param name up to 20 characters
 * @param forClients whether it is a server connection; clients are refused on others
 * @param conversations how many connections may share a socket
 * @param maxMessageLength in bytes
 * @param cipher what TLS it needs
 * @param needsCertificate whether a client must show one, on TLS
 * @param peer what the name in the certificate must be like; blank is anything
 * @param user whom clients work as of whom nothing else says it; blank is who they say they are
 */
public record ChannelDefinition(
    String name,
    boolean forClients,
    int conversations,
    int maxMessageLength,
    CipherSpec cipher,
    boolean needsCertificate,
    String peer,
    String user) {
  /**
   * @param name up to 20 characters
   * @return a server connection as MQSC defines one when nothing else is said
   */
  public static ChannelDefinition forClients(String name) {
    return new ChannelDefinition(name, true, 10, 4194304, CipherSpec.NONE, true, "", "");
  }

  /**
   * @param newCipher what TLS it needs
   * @return the same with that
   */
  public ChannelDefinition withCipher(CipherSpec newCipher) {
    return new ChannelDefinition(
        name, forClients, conversations, maxMessageLength, newCipher, needsCertificate, peer, user);
  }

  /**
   * @param newConversations how many connections may share a socket
   * @return the same with that
   */
  public ChannelDefinition withConversations(int newConversations) {
    return new ChannelDefinition(
        name, forClients, newConversations, maxMessageLength, cipher, needsCertificate, peer, user);
  }
}
