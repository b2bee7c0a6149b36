package org.ichido.core.profile;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a mail with places for what is only known when it is sent. Whatever may stand there
 * is in {@link Place}; an activation password, a code or a seed is not, so no text can ask for one
 * (S1-12).
 *
 * @param bankName how the bank calls its service to customers
 * @param subject one line
 * @param body lines ended by line feeds
 */
public record MailText(String bankName, String subject, String body) {
  static final Pattern PLACE = Pattern.compile("\\{([^{}\n]*)\\}");

  /** What can stand in a text. */
  public enum Place {
    /** The service id of the activation pair (S1-12). */
    ACTIVATION_SERVICE_ID("activationServiceId", true),
    /** The user id of the activation pair (S1-12). */
    ACTIVATION_USER_ID("activationUserId", true),
    /** Where the app is (S1-9). */
    DOWNLOAD_URL("downloadUrl", true),
    /** How the bank calls its service. */
    BANK_NAME("bankName", false),
    /** When the enrolment must be over. */
    DEADLINE("deadline", false);

    private final String label;
    private final boolean required;

    Place(String label, boolean required) {
      this.label = label;
      this.required = required;
    }

    /**
     * @return how a text writes it, between braces
     */
    public String label() {
      return label;
    }

    /**
     * @return whether a mail without it would be of no use
     */
    boolean required() {
      return required;
    }

    static Optional<Place> of(String label) {
      return Arrays.stream(values()).filter(place -> place.label.equals(label)).findFirst();
    }
  }

  /**
   * @param values what stands at each place but the bank's name
   * @return the subject with them
   */
  public String subject(Map<Place, String> values) {
    return filled(subject, values);
  }

  /**
   * @param values what stands at each place but the bank's name
   * @return the body with them
   */
  public String body(Map<Place, String> values) {
    return filled(body, values);
  }

  private String filled(String text, Map<Place, String> values) {
    return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
  }

  private String value(MatchResult found, Map<Place, String> values) {
    Place place = Place.of(found.group(1)).orElseThrow();
    String value = place == Place.BANK_NAME ? bankName : values.get(place);
    if (value == null) {
      throw new IllegalArgumentException("nothing was given for {" + place.label() + "}");
    }
    return value;
  }
}
