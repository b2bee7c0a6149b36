package org.ichido.oath.wrong;

public final class CodeUtils {
  private CodeUtils() {}
}
