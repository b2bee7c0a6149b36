package org.ichido.queuemanager.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ichido.queuemanager.calls.Kernel;
import org.ichido.queuemanager.calls.QueueManagerInquiry;
import org.ichido.queuemanager.definitions.Authority;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Refusal;

/** Inquire Queue Manager: IBM's own administration classes begin with it. */
final class QueueManagerDisplay {
  static final int CODE = 2;

  private static final int[] TEXTS = {2015, 2003, 2032, 2006};
  private static final int[] NUMBERS = {2, 13, 31, 32};

  private final Kernel kernel;

  QueueManagerDisplay(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * @return what is said of it, whatever was asked for
   * @throws CommandFailed if the user may not display it
   */
  List<Fields> answer(String user) throws CommandFailed {
    QueueManagerInquiry inquiry = new QueueManagerInquiry(kernel);
    List<Fields> said = new ArrayList<>();
    try {
      kernel.authorities().check(user, "", Set.of(Authority.DSP));
      for (int text : TEXTS) {
        said.add(CommandFormat.text(text, inquiry.text(text)));
      }
      for (int number : NUMBERS) {
        said.add(CommandFormat.number(number, inquiry.number(number)));
      }
    } catch (Refusal refusal) {
      throw new CommandFailed(refusal.reason().code());
    }
    return said;
  }
}
