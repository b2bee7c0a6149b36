package org.ichido.core.wrong;

public final class Printing {
  private Printing() {}

  static void print() {
    System.out.println("past the log");
  }
}
