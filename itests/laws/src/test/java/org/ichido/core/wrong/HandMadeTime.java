package org.ichido.core.wrong;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.function.Supplier;

public final class HandMadeTime {
  private HandMadeTime() {}

  public static final class Asking {
    final LocalDate day = LocalDate.now(ZoneOffset.UTC);
  }

  public static final class Referring {
    final Supplier<Instant> now = Instant::now;
  }

  public static final class Making {
    final Clock clock = Clock.systemUTC();
  }

  @SuppressWarnings("JavaUtilDate")
  public static final class Dating {
    final Date date = new Date();
  }

  public static final class Counting {
    final long millis = System.currentTimeMillis();
  }
}
