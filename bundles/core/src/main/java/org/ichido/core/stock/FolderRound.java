package org.ichido.core.stock;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.stock.DeliveryFault;
import org.ichido.api.stock.DeliveryProgress;
import org.ichido.api.stock.DeliveryReport;
import org.ichido.api.stock.DeliveryRequest;
import org.ichido.api.stock.HardTokenStock;

/**
 * One look into the folders of banks. A file {@code *.csv} is taken in whole or, with a fault in
 * any row, not at all; beside it a report says which, and the file's name from then on too.
 *
 * <p>For one thread at a time.
 *
 * @param directory has a folder for each bank, named by its id
 * @param wipe whether a file that is in stock is wiped
 * @param stock takes deliveries in
 * @param random names requests
 */
public record FolderRound(
    Path directory, boolean wipe, HardTokenStock stock, RandomGenerator random) {
  /** What the audit calls the watch. */
  public static final Actor.Administrator WATCH = new Actor.Administrator("stock-folder");

  private static final Requester REQUESTER = new Requester("stock-folder");
  private static final int BYTES_OF_KEY = 12;

  /**
   * Takes in what lies there for a bank, in the order of names.
   *
   * @return the files that were refused
   * @throws IOException if the folder cannot be looked at, or a file not be put aside
   */
  public List<Path> of(BankId bank) throws IOException {
    Path folder = directory.resolve(bank.value());
    List<Path> refused = new ArrayList<>();
    if (Files.isDirectory(folder, NOFOLLOW_LINKS)) {
      // Without that right each look would take it in anew, and the audit would grow.
      if (!Files.isWritable(folder)) {
        throw new IOException(folder + " cannot be written to: no report could lie there");
      }
      for (Path file : files(folder)) {
        if (!taken(bank, file)) {
          refused.add(file);
        }
      }
    }
    return refused;
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.csv")) {
      found.forEach(files::add);
    }
    Collections.sort(files);
    return files;
  }

  private boolean taken(BankId bank, Path file) throws IOException {
    byte[] name = new byte[BYTES_OF_KEY];
    random.nextBytes(name);
    RequestKey key = new RequestKey(REQUESTER, new RequestId(HexFormat.of().formatHex(name)));
    DeliveryRequest request = new DeliveryRequest(key, bank, file, false, wipe, WATCH);
    try {
      DeliveryReport report = stock.deliver(request, DeliveryProgress.SILENT);
      boolean sound = report.faulty() == 0;
      putAside(file, sound, words(report), report.wiped());
      return sound;
    } catch (IOException e) {
      putAside(file, false, List.of(String.valueOf(e.getMessage())), false);
      return false;
    }
  }

  /** The report first: cut short between the two, the file is looked at once more. */
  private static void putAside(Path file, boolean sound, List<String> words, boolean wiped)
      throws IOException {
    Files.write(file.resolveSibling(file.getFileName() + ".report"), words);
    if (!wiped) {
      Files.move(file, file.resolveSibling(file.getFileName() + (sound ? ".done" : ".refused")));
    }
  }

  private static List<String> words(DeliveryReport report) {
    List<String> words = new ArrayList<>();
    if (report.faulty() > 0) {
      words.add(
          report.written()
              ? "Stopped: %d devices were added and stay.".formatted(report.added())
              : "Nothing was taken in: %d faults.".formatted(report.faulty()));
      report.faults().stream().map(DeliveryFault::toString).forEach(words::add);
      return words;
    }
    words.add("In stock: %d added, %d there already.".formatted(report.added(), report.there()));
    words.add(
        report.wiped()
            ? "The file was overwritten and deleted; its disk may still have what was in it."
            : "The file is still there, with its seeds: wipe it.");
    return words;
  }
}
