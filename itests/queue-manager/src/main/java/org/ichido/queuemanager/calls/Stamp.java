package org.ichido.queuemanager.calls;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.ichido.queuemanager.wire.MessageDescriptor;
import org.ichido.queuemanager.wire.MessageDescriptor.IdField;
import org.ichido.queuemanager.wire.MessageDescriptor.NumberField;
import org.ichido.queuemanager.wire.MessageDescriptor.TextField;
import org.ichido.queuemanager.wire.PutOptions;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** Completes the descriptor of a message that is put: ids, and who put it when. */
final class Stamp {
  private static final int JAVA = 28;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmmssSS").withZone(ZoneOffset.UTC);

  private final Connection connection;

  Stamp(Connection connection) {
    this.connection = connection;
  }

  void complete(MessageDescriptor descriptor, PutOptions options) throws Refusal {
    Kernel kernel = connection.kernel();
    if (options.has(PutOptions.NEW_MESSAGE_ID) || descriptor.isZero(IdField.MESSAGE)) {
      descriptor.id(IdField.MESSAGE, kernel.newId("AMQ"));
    }
    if (options.has(PutOptions.NEW_CORRELATION_ID)) {
      descriptor.id(IdField.CORRELATION, kernel.newId("AMQ"));
    }
    if (!descriptor.text(TextField.REPLY_QUEUE).isBlank()
        && descriptor.text(TextField.REPLY_QUEUE_MANAGER).isBlank()) {
      descriptor.text(TextField.REPLY_QUEUE_MANAGER, kernel.name());
    }
    descriptor.number(NumberField.BACKOUT_COUNT, 0);
    context(descriptor, options);
  }

  private void context(MessageDescriptor descriptor, PutOptions options) throws Refusal {
    if (options.has(PutOptions.SET_ALL)) {
      return;
    }
    Optional<MessageDescriptor> passed = passed(options);
    if (passed.isPresent()) {
      descriptor.takeIdentity(passed.get());
    } else if (!options.has(PutOptions.SET_IDENTITY)) {
      boolean none = options.has(PutOptions.NO_CONTEXT);
      descriptor.text(TextField.USER, none ? "" : connection.user());
      descriptor.id(IdField.ACCOUNTING, new byte[32]);
      descriptor.text(TextField.IDENTITY_DATA, "");
    }
    if (passed.isPresent() && options.has(PutOptions.PASS_ALL)) {
      descriptor.takeOrigin(passed.get());
    } else {
      origin(descriptor);
    }
  }

  private void origin(MessageDescriptor descriptor) {
    Instant now = connection.kernel().clock().instant();
    descriptor.number(NumberField.APPLICATION_TYPE, JAVA);
    descriptor.text(TextField.APPLICATION_NAME, connection.application());
    descriptor.text(TextField.PUT_DATE, DATE.format(now));
    descriptor.text(TextField.PUT_TIME, TIME.format(now));
    descriptor.text(TextField.ORIGIN_DATA, "");
  }

  private Optional<MessageDescriptor> passed(PutOptions options) throws Refusal {
    if (!options.has(PutOptions.PASS_IDENTITY | PutOptions.PASS_ALL)) {
      return Optional.empty();
    }
    Optional<MessageDescriptor> last = connection.queue(options.contextHandle()).lastGot();
    if (last.isEmpty()) {
      throw new Refusal(Reason.CONTEXT_HANDLE_ERROR);
    }
    return last;
  }
}
