package org.ichido.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalDouble;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.stock.DeliveryProgress;
import org.ichido.api.stock.DeliveryReport;
import org.ichido.api.stock.DeliveryRequest;
import org.ichido.bench.round.Contender;
import org.ichido.bench.round.CpuMeter;
import org.ichido.bench.round.Sample;
import org.ichido.plain.PlainHouse;

/**
 * Takes devices in, into a house of its own each time. What lives in memory is read while it does
 * so, after a collection; the time that this takes does not count.
 */
final class Deliveries implements Contender {
  /** The most that lived, in MiB. */
  static final String PEAK = "peak MiB";

  private static final BankId BANK = new BankId("kinsan");
  private static final double MEBIBYTE = 1 << 20;

  private final String name;
  private final int files;
  private final int rows;
  private final int readAfter;
  private final Scratch scratch;
  private int turns;

  /**
   * @param readAfter after how many rows the heap is read
   */
  Deliveries(String name, int files, int rows, int readAfter, Scratch scratch) {
    this.name = name;
    this.files = files;
    this.rows = rows;
    this.readAfter = readAfter;
    this.scratch = scratch;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Sample work(Duration time) throws Exception {
    Path directory = scratch.directory("delivery-%d-%d".formatted(files, ++turns));
    for (int file = 0; file < files; file++) {
      write(directory, file);
    }
    CpuMeter cpu = CpuMeter.own();
    Heap heap = new Heap(readAfter, cpu);
    try (PlainHouse house = new PlainHouse(directory.resolve("house"), Clock.systemUTC())) {
      long start = System.nanoTime();
      Duration used = cpu.used();
      for (int file = 0; file < files; file++) {
        take(house, directory.resolve(file + ".csv"), heap);
      }
      double seconds = (System.nanoTime() - start) / 1e9 - heap.seconds;
      double cpuSeconds = cpu.used().minus(used).toNanos() / 1e9 - heap.cpuSeconds;
      return new Sample(
          (long) files * rows,
          seconds,
          cpuSeconds,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          CpuMeter.load(),
          Map.of(PEAK, heap.most / MEBIBYTE));
    }
  }

  private void take(PlainHouse house, Path file, Heap heap) throws IOException {
    RequestKey key =
        new RequestKey(
            new Requester("shell"), new RequestId(file.getFileName().toString().replace('.', '-')));
    DeliveryReport report =
        house
            .stock()
            .deliver(
                new DeliveryRequest(key, BANK, file, false, false, new Actor.Administrator("vera")),
                heap);
    if (report.added() != rows || report.faulty() > 0) {
      throw new IllegalStateException("not all was taken in: " + report);
    }
  }

  private void write(Path directory, int file) throws IOException {
    Path path = directory.resolve(file + ".csv");
    Files.createFile(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (BufferedWriter out = Files.newBufferedWriter(path)) {
      out.write("serial,seed_form,seed,algorithm,hash,digits,period,drift,battery_end,branch\n");
      for (int i = 0; i < rows; i++) {
        int number = file * rows + i;
        byte[] seed = ByteBuffer.allocate(20).putInt(0, ~number).putInt(16, number).array();
        out.write(
            "900-%07d,HEX,%s,totp,SHA-256,6,60,0,2036-03-31,%03d\n"
                .formatted(number, HexFormat.of().formatHex(seed), number % 100));
      }
    }
  }

  /** Reads what lives on the heap, now and then. */
  private static final class Heap implements DeliveryProgress {
    private final int readAfter;
    private final CpuMeter cpu;
    private double seconds;
    private double cpuSeconds;
    private long most;

    Heap(int readAfter, CpuMeter cpu) {
      this.readAfter = readAfter;
      this.cpu = cpu;
    }

    @Override
    public void rows(boolean writing, long rows) {
      if (rows % readAfter != 0) {
        return;
      }
      long start = System.nanoTime();
      Duration used = cpu.used();
      System.gc();
      most = Math.max(most, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
      seconds += (System.nanoTime() - start) / 1e9;
      cpuSeconds += cpu.used().minus(used).toNanos() / 1e9;
    }
  }
}
