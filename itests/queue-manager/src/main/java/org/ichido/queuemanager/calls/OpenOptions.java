package org.ichido.queuemanager.calls;

import java.util.EnumSet;
import java.util.Set;
import org.ichido.queuemanager.definitions.Authority;

/** The options of an open. */
final class OpenOptions {
  static final int INPUT_AS_DEFINED = 0x1;
  static final int INPUT_EXCLUSIVE = 0x4;
  static final int INPUT = 0x7;
  static final int BROWSE = 0x8;
  static final int OUTPUT = 0x10;
  static final int INQUIRE = 0x20;
  static final int SET = 0x40;
  static final int PASS_IDENTITY = 0x100;
  static final int PASS_ALL = 0x200;
  static final int SET_IDENTITY = 0x400;
  static final int SET_ALL = 0x800;
  static final int ALTERNATE_USER = 0x1000;
  static final int FAIL_IF_QUIESCING = 0x2000;

  /** Whatever reads or asks: only putting can be done from afar. */
  static final int NOT_WHAT_IS_REMOTE = INPUT | BROWSE | INQUIRE | SET;

  private OpenOptions() {}

  static Set<Authority> needed(int options) {
    Set<Authority> needed = EnumSet.noneOf(Authority.class);
    need(needed, options & INPUT, Authority.GET);
    need(needed, options & BROWSE, Authority.BROWSE);
    need(needed, options & OUTPUT, Authority.PUT);
    need(needed, options & INQUIRE, Authority.INQ);
    need(needed, options & SET, Authority.SET);
    need(needed, options & PASS_IDENTITY, Authority.PASSID);
    need(needed, options & PASS_ALL, Authority.PASSALL);
    need(needed, options & SET_IDENTITY, Authority.SETID);
    need(needed, options & SET_ALL, Authority.SETALL);
    return needed;
  }

  private static void need(Set<Authority> needed, int option, Authority authority) {
    if (option != 0) {
      needed.add(authority);
    }
  }
}
