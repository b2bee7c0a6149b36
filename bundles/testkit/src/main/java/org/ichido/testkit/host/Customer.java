package org.ichido.testkit.host;

/**
 * Whom a record is about.
 *
 * @param contract the contract
 * @param user the login under it
 */
public record Customer(String contract, String user) {}
