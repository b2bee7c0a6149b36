package org.ichido.mq.record;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What may befall a record between its writer and us. */
enum Damage {
  NONE {
    @Override
    byte[] to(byte[] record, Random random) {
      return record;
    }
  },
  ONE_BYTE {
    @Override
    byte[] to(byte[] record, Random random) {
      record[random.nextInt(record.length)] = (byte) random.nextInt(256);
      return record;
    }
  },
  A_STRETCH {
    @Override
    byte[] to(byte[] record, Random random) {
      byte[] noise = new byte[1 + random.nextInt(40)];
      random.nextBytes(noise);
      int at = random.nextInt(record.length);
      System.arraycopy(noise, 0, record, at, Math.min(noise.length, record.length - at));
      return record;
    }
  },
  /** Low-values, high-values, blanks, zeros: what storage holds that nobody filled. */
  UNFILLED {
    @Override
    byte[] to(byte[] record, Random random) {
      int at = random.nextInt(record.length);
      int end = Math.min(record.length, at + 1 + random.nextInt(60));
      Arrays.fill(record, at, end, FILLERS.get(random.nextInt(FILLERS.size())));
      return record;
    }
  },
  /** Shift-out and shift-in, in pairs or alone, in any order. */
  SHIFTED {
    @Override
    byte[] to(byte[] record, Random random) {
      for (int i = random.nextInt(6); i >= 0; i--) {
        record[random.nextInt(record.length)] = (byte) (random.nextBoolean() ? 0x0e : 0x0f);
      }
      return record;
    }
  },
  CUT {
    @Override
    byte[] to(byte[] record, Random random) {
      return Arrays.copyOf(record, random.nextInt(record.length));
    }
  },
  LENGTHENED {
    @Override
    byte[] to(byte[] record, Random random) {
      return Arrays.copyOf(record, record.length + 1 + random.nextInt(300));
    }
  },
  /** As a lost or doubled byte does it: everything behind stands beside its place. */
  MOVED {
    @Override
    byte[] to(byte[] record, Random random) {
      int from = random.nextInt(record.length - 1);
      byte[] moved = record.clone();
      System.arraycopy(record, from, moved, from + 1, record.length - from - 1);
      return moved;
    }
  };

  private static final List<Byte> FILLERS =
      List.of((byte) 0, (byte) 0xff, (byte) 0x20, (byte) 0x40, (byte) 0x30, (byte) 0xf0);

  /**
   * @param record may be changed
   */
  abstract byte[] to(byte[] record, Random random);
}
