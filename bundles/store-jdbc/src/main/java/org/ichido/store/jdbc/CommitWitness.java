package org.ichido.store.jdbc;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the disk has what the engine says it has committed. HSQLDB 2.7.4 acknowledges
 * commits that it could not write; all it does is log a warning, in the committing thread, before
 * {@code commit()} returns (TransactionManagerCommon.persistCommit, ScriptWriterBase.forceSync).
 * The witness hears that warning and stays poisoned for ever: what memory holds is then more than
 * the disk has.
 *
 * <p>It also looks whether it can hear at all: a logging back end may reset levels and handlers at
 * any time. Thread-safe.
 */
final class CommitWitness implements AutoCloseable {
  private final AtomicLong heard = new AtomicLong();
  private final List<String> whileOpening = new CopyOnWriteArrayList<>();
  private final Handler handler = new Listener();

  /** Held here: java.util.logging itself forgets loggers, and with them level and handler. */
  private volatile Logger logger;

  private volatile boolean opening = true;
  private volatile @Nullable String poison;

  /**
   * Listens from now on.
   *
   * @param loggerName the engine's logger, or one above it
   */
  CommitWitness(String loggerName) {
    logger = attach(loggerName);
  }

  /** Moves to the exact logger, so that no level set below the old one silences it. */
  void listenTo(String loggerName) {
    logger.removeHandler(handler);
    logger = attach(loggerName);
  }

  private Logger attach(String name) {
    Logger found = Logger.getLogger(name);
    found.setLevel(Level.INFO);
    found.addHandler(handler);
    return found;
  }

  /**
   * From here on a warning poisons. What was reported before is about an older end, such as the
   * torn last line of a log after a power cut.
   */
  void opened() {
    opening = false;
  }

  /**
   * @return how many events were heard
   */
  long heard() {
    return heard.get();
  }

  /**
   * @return what the engine warned about while it was opening
   */
  List<String> warnedWhileOpening() {
    return List.copyOf(whileOpening);
  }

  /**
   * Looks. Before a commit, and after it before anybody hears of it.
   *
   * @throws CommitInDoubt if a warning was heard, or if none could have been
   */
  void look() throws CommitInDoubt {
    String warning = poison;
    if (warning == null && !hears()) {
      warning = "its logger " + logger.getName() + " was silenced";
      poison = warning;
    }
    if (warning != null) {
      throw new CommitInDoubt(warning);
    }
  }

  private boolean hears() {
    return logger.isLoggable(Level.WARNING)
        && logger.getFilter() == null
        && List.of(logger.getHandlers()).contains(handler);
  }

  /** Listens no more. */
  @Override
  public void close() {
    logger.removeHandler(handler);
  }

  private final class Listener extends Handler {
    @Override
    public void publish(@Nullable LogRecord event) {
      if (event == null) {
        return;
      }
      if (event.getLevel().intValue() >= Level.WARNING.intValue()) {
        String words = event.getMessage() + cause(event);
        if (opening) {
          whileOpening.add(words);
        } else {
          poison = words;
        }
      }
      heard.incrementAndGet();
    }

    private String cause(LogRecord event) {
      Throwable thrown = event.getThrown();
      return thrown == null ? "" : " (" + thrown.getMessage() + ")";
    }

    @Override
    public void flush() {
      // nothing is kept back
    }

    @Override
    public void close() {
      // the witness outlives a reset of the logging; look() notices that it hears no more
    }
  }
}
