package org.ichido.api.wrong;

public final class MutableValue {
  public int failures;
}
