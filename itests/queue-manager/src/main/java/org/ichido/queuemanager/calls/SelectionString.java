package org.ichido.queuemanager.calls;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ichido.queuemanager.queues.Selection;
import org.ichido.queuemanager.wire.MessageDescriptor;
import org.ichido.queuemanager.wire.MessageDescriptor.IdField;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/**
 * The selector of a JMS consumer, as far as it comes as text. Ids of the form {@code ID:...} the
 * client turns into the match of a get; of the rest, only a correlation that a program chose is
 * understood.
 */
final class SelectionString {
  private static final Pattern BY_CORRELATION =
      Pattern.compile("\\s*JMSCorrelationID\\s*=\\s*'([^']*)'\\s*");
  private static final int ID = 24;
  private static final int CORRELATION = 2;

  private SelectionString() {}

  static Selection parse(String text, Surprises surprises) throws Refusal {
    if (text.isEmpty()) {
      return Selection.ANY;
    }
    Matcher byCorrelation = BY_CORRELATION.matcher(text);
    if (!byCorrelation.matches()) {
      surprises.add("selector " + text);
      throw new Refusal(Reason.FUNCTION_NOT_SUPPORTED);
    }
    byte[] id = byCorrelation.group(1).getBytes(StandardCharsets.UTF_8);
    MessageDescriptor wanted = MessageDescriptor.blank();
    wanted.id(IdField.CORRELATION, Arrays.copyOf(id, ID));
    return Selection.byIds(CORRELATION, wanted);
  }
}
