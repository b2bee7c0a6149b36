package org.ichido.broker;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * The keys of {@code org.ichido.broker}. All have a default; the configuration itself must be
 * there. Service properties repeat them, so no key is a secret.
 */
@Retention(RetentionPolicy.RUNTIME)
@interface BrokerConfiguration {
  /** Where messages and passwords are kept; empty is {@code ${karaf.data}/ichido/broker}. */
  String directory() default "";

  /** The port on 127.0.0.1; 0 takes a free one, -1 opens none. */
  int port() default 61626;

  /**
   * Who may connect, also comma-separated in one value. The user {@code ichido} is always among
   * them; the others are requesters.
   */
  String[] users() default {"ichido"};

  /**
   * The queues that exist, also comma-separated in one value; empty: every queue, from its first
   * use.
   */
  String[] queues() default {};

  /** How many messages a queue holds at most. */
  int maximumDepth() default 50_000;

  /** How many megabytes of messages are kept at most. */
  int storeMegabytes() default 256;

  /** How many megabytes of messages are held in memory at most. */
  int memoryMegabytes() default 32;

  /** How many connections from outside are open at most. */
  int maximumConnections() default 20;

  /** How many bytes a message from outside has at most, headers included. */
  int maximumMessageBytes() default 1048576;
}
