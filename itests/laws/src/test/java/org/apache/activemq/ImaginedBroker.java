package org.apache.activemq;

/** Stands for the broker's classes. */
public final class ImaginedBroker {}
