package org.ichido.mq;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jms.InvalidDestinationException;
import javax.jms.JMSException;
import javax.jms.JMSSecurityException;
import javax.jms.MessageFormatException;
import javax.jms.MessageNotWriteableException;
import org.jspecify.annotations.Nullable;

/**
 * Why a send failed, and whether it would fail again. A queue manager's reason code counts more
 * than the type of the exception; without one the type alone does. Knows the codes by the text of
 * the exceptions, so that no class of a queue manager's vendor is needed here.
 *
 * @param permanent whether trying again is in vain
 * @param why for people: the code if there is one, and the message
 */
record SendTrouble(boolean permanent, String why) {
  /**
   * 2030, 2031, 2218 too big for the queue, the queue manager, the channel; 2035 not authorised;
   * 2085 unknown queue; 2087 unknown queue manager. All others pass, such as 2053 full, 2051 put
   * inhibited, 2192 no storage, 2009 connection broken.
   */
  private static final Set<String> PERMANENT =
      Set.of("2030", "2031", "2218", "2035", "2085", "2087");

  /** {@code reason '2085'}, {@code RC=2085}, {@code MQRC=2085}, {@code reason code '2085'}. */
  private static final Pattern REASON =
      Pattern.compile("(?:reason(?: code)?[ :=]+'?|\\bM?Q?RC[ :=]+'?)(2\\d{3})\\b");

  private static final int DEEPEST = 10;

  static SendTrouble of(JMSException trouble) {
    Optional<String> code = Optional.empty();
    boolean permanentType = false;
    @Nullable Throwable next = trouble;
    for (int depth = 0; next != null && depth < DEEPEST; depth++) {
      permanentType |= permanentType(next);
      if (code.isEmpty()) {
        code = code(next);
      }
      next = below(next);
    }
    boolean permanent = code.map(PERMANENT::contains).orElse(permanentType);
    String text = OneLine.of(trouble.getMessage());
    return new SendTrouble(permanent, code.map(c -> c + ": " + text).orElse(text));
  }

  private static boolean permanentType(Throwable trouble) {
    return trouble instanceof InvalidDestinationException
        || trouble instanceof JMSSecurityException
        || trouble instanceof MessageFormatException
        || trouble instanceof MessageNotWriteableException
        || trouble instanceof SecurityException;
  }

  private static Optional<String> code(Throwable trouble) {
    if (trouble instanceof JMSException jms
        && jms.getErrorCode() != null
        && jms.getErrorCode().matches("2\\d{3}")) {
      return Optional.of(jms.getErrorCode());
    }
    Matcher matcher = REASON.matcher(String.valueOf(trouble.getMessage()));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static @Nullable Throwable below(Throwable trouble) {
    if (trouble instanceof JMSException jms && jms.getLinkedException() != null) {
      return jms.getLinkedException();
    }
    return trouble.getCause();
  }
}
