package org.ichido.store.jdbc;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ichido.api.Health;
import org.ichido.api.Holder;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStoreFixture;

/**
 * A process of its own that commits answers, each with a change of a token and the event that tells
 * it, and prints the id of each acknowledged one. {@code Writer DIRECTORY PREFIX THREADS MOST}:
 * ends by itself after so many, or when the store refuses. With a fifth word it waits for a line on
 * its input and resumes once.
 */
final class Writer {
  private static final Logger ROOT = Logger.getLogger("");

  private Writer() {}

  public static void main(String[] words) throws Exception {
    ROOT.setLevel(Level.OFF);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    JdbcTokenStore store = new StoreAt(Path.of(words[0])).open();
    Contract.write(store, words[1], Integer.parseInt(words[2]), Long.parseLong(words[3]), out);
    if (words.length > 4) {
      out.println("REFUSED " + store.health().get(0).level());
      if (System.in.read() < 0) {
        throw new IllegalStateException("nobody freed any space");
      }
      Contract.resume(store, out);
      Thread.currentThread().join(); // until it is killed
    }
  }

  /** Reaches the values of the contract. */
  private abstract static class Contract extends TokenStoreFixture {
    static void write(JdbcTokenStore store, String prefix, int threads, long most, PrintStream out)
        throws InterruptedException {
      AtomicLong next = new AtomicLong();
      List<Thread> writers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Holder holder = holder(prefix + "user" + i);
        Thread writer =
            new Thread(
                () -> {
                  long number = next.getAndIncrement();
                  while (number < most) {
                    try {
                      acknowledged(store, holder, prefix + number, out);
                    } catch (StoreUnavailable e) {
                      out.println("UNAVAILABLE " + e.getMessage());
                      return;
                    }
                    number = next.getAndIncrement();
                  }
                });
        writer.start();
        writers.add(writer);
      }
      for (Thread writer : writers) {
        writer.join();
      }
    }

    /** One failure more of the user's own token, as an event tells it and an answer says it. */
    static void acknowledged(JdbcTokenStore store, Holder holder, String id, PrintStream out) {
      store.transact(
          unit(
              Reads.tokensOf(holder),
              rows -> {
                boolean first = rows.tokens().isEmpty();
                TokenRow token =
                    first
                        ? token("T-" + holder.user(), holder.user().value())
                        : rows.tokens().get(0);
                TokenRow failed = token.failed(Optional.empty());
                return new Decided<>(
                    id,
                    List.of(
                        new Change.Remember(answer(id, "x".repeat(1000), NOW)),
                        new Change.Append(audited(ALICE, id)),
                        first ? new Change.AddToken(failed) : new Change.UpdateToken(failed),
                        new Change.Emit(
                            OutboxRow.about(
                                NOW,
                                token,
                                OutboxRow.Kind.EVENT,
                                OutboxRow.Type.LOCKED,
                                String.valueOf(failed.failures())))));
              }));
      out.println("ACK " + id);
    }

    /** Asks until the store goes on by itself. */
    static void resume(JdbcTokenStore store, PrintStream out) {
      for (int number = 0; number < 10; ) {
        try {
          acknowledged(store, ALICE, "again" + number, out);
          number++;
        } catch (StoreUnavailable e) {
          Thread.onSpinWait();
        }
      }
      boolean ok = store.health().get(0).level() != Health.Level.DOWN;
      out.println("RESUMED " + ok);
    }
  }

  /** Starts one. */
  static Process start(Path directory, Path output, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Writer.class.getName());
    command.add(directory.toString());
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectOutput(output.toFile())
        .redirectErrorStream(true)
        .start();
  }

  /** The ids that were acknowledged, whole lines only: a killed process may leave half a line. */
  static List<String> acknowledged(Path output) throws Exception {
    String text = Files.readString(output);
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> line.startsWith("ACK "))
        .map(line -> line.substring(4))
        .toList();
  }
}
