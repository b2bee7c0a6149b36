package org.ichido.queuemanager.commands;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ichido.queuemanager.calls.Kernel;
import org.ichido.queuemanager.queues.Cursor;
import org.ichido.queuemanager.queues.Message;
import org.ichido.queuemanager.queues.Selection;
import org.ichido.queuemanager.queues.Wish;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.MessageDescriptor;
import org.ichido.queuemanager.wire.MessageDescriptor.IdField;
import org.ichido.queuemanager.wire.MessageDescriptor.NumberField;
import org.ichido.queuemanager.wire.MessageDescriptor.TextField;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands from its queue and answers them, with the rights of the user who put them. Knows
 * <i>Inquire Queue</i>, <i>Inquire</i> and <i>Ping Queue Manager</i>; to others it answers that it
 * does not know them. Thread-safe.
 */
public final class CommandServer {
  private static final int PING = 40;
  private static final int UNKNOWN_COMMAND = 3007;
  private static final int WRONG_FORMAT = 3023;
  private static final int REPLY = 2;
  private static final int PASS_CORRELATION_ID = 0x40;
  private static final int PASS_MESSAGE_ID = 0x80;

  private final Kernel kernel;
  private volatile @Nullable Thread reader;

  /**
   * @param kernel has the queue already; the server does not run yet
   */
  public CommandServer(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Reads commands from now on, until {@link #stop}. */
  public synchronized void start() {
    if (reader == null) {
      Thread thread = new Thread(this::serve, kernel.name() + " command server");
      thread.setDaemon(true);
      reader = thread;
      thread.start();
    }
  }

  /** Commands stay on the queue from now on. */
  public synchronized void stop() {
    reader = null;
    kernel.queues().wake();
  }

  private void serve() {
    try {
      while (true) {
        answer(kernel.queues().queue(Kernel.COMMAND_QUEUE).get(next()));
      }
    } catch (Refusal stopped) {
      // By stop().
    }
  }

  private Wish next() {
    return new Wish(
        Wish.Way.GET,
        Selection.ANY,
        new Cursor(),
        Integer.MAX_VALUE,
        false,
        Wish.Syncpoint.NO,
        kernel.queues().unit(),
        Duration.ofDays(1),
        () ->
            reader == Thread.currentThread()
                ? Optional.empty()
                : Optional.of(Reason.CONNECTION_STOPPED));
  }

  private void answer(Message request) {
    int code = 0;
    try {
      if (!request.descriptor().text(TextField.FORMAT).equals(CommandFormat.FORMAT)) {
        throw new CommandFailed(WRONG_FORMAT);
      }
      AdministrationCommand command = AdministrationCommand.read(request.data());
      code = command.code();
      List<List<Fields>> answers = answers(command, request.descriptor().text(TextField.USER));
      for (int n = 1; n <= answers.size(); n++) {
        boolean last = n == answers.size();
        reply(request, CommandFormat.response(code, n, Outcome.WELL, last, answers.get(n - 1)));
      }
    } catch (CommandFailed failure) {
      Outcome failed = Outcome.failed(failure.reason());
      reply(request, CommandFormat.response(code, 1, failed, true, List.of()));
    }
  }

  private List<List<Fields>> answers(AdministrationCommand command, String user)
      throws CommandFailed {
    return switch (command.code()) {
      case QueuesInquiry.CODE -> new QueuesInquiry(kernel).answer(command, user);
      case QueueManagerDisplay.CODE -> List.of(new QueueManagerDisplay(kernel).answer(user));
      case PING -> List.of(List.of());
      default -> {
        kernel.surprises().add("administration command " + command.code());
        throw new CommandFailed(UNKNOWN_COMMAND);
      }
    };
  }

  /** Who asked and is gone, or left no address, gets no answer. */
  private void reply(Message request, Fields data) {
    MessageDescriptor asked = request.descriptor();
    MessageDescriptor reply = MessageDescriptor.blank();
    reply.number(NumberField.TYPE, REPLY);
    reply.number(NumberField.PERSISTENCE, asked.number(NumberField.PERSISTENCE));
    reply.text(TextField.FORMAT, CommandFormat.FORMAT);
    reply.text(TextField.REPLY_QUEUE_MANAGER, kernel.name());
    boolean passesMessageId = (asked.number(NumberField.REPORT) & PASS_MESSAGE_ID) != 0;
    boolean passesCorrelation = (asked.number(NumberField.REPORT) & PASS_CORRELATION_ID) != 0;
    reply.id(IdField.MESSAGE, passesMessageId ? asked.id(IdField.MESSAGE) : kernel.newId("AMQ"));
    reply.id(
        IdField.CORRELATION, asked.id(passesCorrelation ? IdField.CORRELATION : IdField.MESSAGE));
    try {
      kernel
          .queues()
          .queue(asked.text(TextField.REPLY_QUEUE))
          .put(new Message(reply, data), Optional.empty());
    } catch (Refusal gone) {
      // Nobody waits for it.
    }
  }
}
