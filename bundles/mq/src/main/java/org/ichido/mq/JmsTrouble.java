package org.ichido.mq;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jms.InvalidDestinationException;
import javax.jms.JMSException;
import javax.jms.JMSSecurityException;
import javax.jms.MessageFormatException;
import javax.jms.MessageNotWriteableException;
import org.ichido.api.NoAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Why a call of JMS failed, and what is done about it. A queue manager's reason code counts more
 * than the type of the exception; without one the type alone does. Knows the codes by the text of
 * the exceptions, so that no class of a queue manager's vendor is needed here.
 *
 * @param code the queue manager's reason, if it said one
 * @param reasonClass what is done
 * @param why for people: the code and its name if there is one, and the message
 * @param cure for people: what to do; empty if that is not known
 */
record JmsTrouble(
    Optional<Integer> code, ReasonClass reasonClass, String why, Optional<String> cure) {
  /** {@code reason '2085'}, {@code RC=2085}, {@code MQRC=2085}, {@code reason code '2085'}. */
  private static final Pattern REASON =
      Pattern.compile("(?:reason(?: code)?[ :=]+'?|\\bM?Q?RC[ :=]+'?)(2\\d{3})\\b");

  private static final int DEEPEST = 10;

  static JmsTrouble of(Throwable trouble) {
    Optional<Integer> code = Optional.empty();
    ReasonClass byType = ReasonClass.RETRY;
    @Nullable Throwable next = trouble;
    for (int depth = 0; next != null && depth < DEEPEST; depth++) {
      if (byType == ReasonClass.RETRY) {
        byType = byType(next);
      }
      if (code.isEmpty()) {
        code = code(next);
      }
      next = below(next);
    }
    Optional<ReasonCodes> known = code.flatMap(ReasonCodes::of);
    ReasonClass unknown = code.isPresent() ? ReasonClass.RETRY : byType;
    return new JmsTrouble(
        code,
        known.map(ReasonCodes::reasonClass).orElse(unknown),
        why(trouble, code, known),
        known.map(ReasonCodes::cure));
  }

  /** Whether a reply of which this is said cannot be delivered, however often it is tried. */
  boolean parks() {
    return reasonClass.parks();
  }

  /** Whether it will fail until somebody has mended definitions or authorities. */
  boolean refuses() {
    return reasonClass.refuses();
  }

  /** The first line says it: IBM's client adds what anybody could do about it, in general. */
  private static String why(
      Throwable trouble, Optional<Integer> code, Optional<ReasonCodes> known) {
    String said = String.valueOf(trouble.getMessage()).strip().lines().findFirst().orElse("");
    String text =
        OneLine.of(
            trouble instanceof NoAnswer
                    || (trouble instanceof JMSException jms && jms.getErrorCode() != null)
                ? said
                : trouble.getClass().getSimpleName() + ": " + said);
    return code.map(c -> c + known.map(k -> " " + k).orElse("") + ": " + text).orElse(text);
  }

  private static ReasonClass byType(Throwable trouble) {
    if (trouble instanceof InvalidDestinationException
        || trouble instanceof JMSSecurityException
        || trouble instanceof SecurityException) {
      return ReasonClass.REFUSE_OR_PARK;
    }
    return trouble instanceof MessageFormatException
            || trouble instanceof MessageNotWriteableException
        ? ReasonClass.PARK
        : ReasonClass.RETRY;
  }

  private static Optional<Integer> code(Throwable trouble) {
    if (trouble instanceof JMSException jms
        && jms.getErrorCode() != null
        && jms.getErrorCode().matches("2\\d{3}")) {
      return Optional.of(Integer.valueOf(jms.getErrorCode()));
    }
    Matcher matcher = REASON.matcher(String.valueOf(trouble.getMessage()));
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  private static @Nullable Throwable below(Throwable trouble) {
    if (trouble instanceof JMSException jms && jms.getLinkedException() != null) {
      return jms.getLinkedException();
    }
    return trouble.getCause();
  }
}
