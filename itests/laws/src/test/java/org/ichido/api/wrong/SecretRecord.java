package org.ichido.api.wrong;

public record SecretRecord(String seed) implements AutoCloseable {
  @Override
  public void close() {}
}
