package org.ichido.itests;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Finds the neighbour of the moment. He is named by his name alone: if his class were loaded here,
 * this bundle would be wired to the API and be stopped when that is refreshed. Thread-safe.
 */
final class Neighbours implements AutoCloseable {
  static final String NO_ANSWER = "NO_ANSWER";

  private static final String CLASS = "org.ichido.itests.neighbour.Neighbour";

  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(30);

  private final Bundle bundle;
  private final ServiceTracker<UnaryOperator<String>, UnaryOperator<String>> present;
  private final Answers answers;

  Neighbours(BundleContext context, Answers answers)
      throws IOException, BundleException, InvalidSyntaxException {
    this.answers = answers;
    bundle = context.installBundle("neighbour", jar().jar());
    bundle.start();
    present =
        new ServiceTracker<>(
            context,
            FrameworkUtil.createFilter(
                "(&(objectClass=java.util.function.UnaryOperator)(component.name=" + CLASS + "))"),
            null);
    present.open();
  }

  private static BuiltBundle jar() throws IOException {
    return BuiltBundle.named("org.ichido.itests.neighbour")
        .header("Import-Package", "org.ichido.api,org.ichido.api.requirement")
        .component(
            CLASS,
            0,
            "java.util.function.UnaryOperator",
            reference("authenticator", "Authenticator")
                + reference("administration", "TokenAdministration")
                + reference("audit", "Audit")
                + """
                  <reference name="parts" interface="org.ichido.api.HealthSource" cardinality="0..n"
                    policy="dynamic" policy-option="greedy" field="parts" field-option="replace"
                    field-collection-type="service"/>
                  """);
  }

  private static String reference(String field, String type) {
    return """
        <reference name="%s" interface="org.ichido.api.%s" policy="dynamic" policy-option="greedy"
          field="%s" field-option="replace"/>
        """
        .formatted(field, type, field);
  }

  /**
   * @return what he answers; {@link #NO_ANSWER} if he has none or is not there
   */
  String say(String words) throws InterruptedException {
    UnaryOperator<String> neighbour = present.waitForService(PATIENCE);
    if (neighbour == null) {
      return NO_ANSWER + " nobody was there";
    }
    try {
      return neighbour.apply(words);
    } catch (RuntimeException | LinkageError e) {
      answers.wrong("%s: neither an answer nor a NoAnswer: %s".formatted(words, stack(e)));
      return NO_ANSWER + " " + e;
    }
  }

  private static String stack(Throwable e) {
    StringBuilder text = new StringBuilder(e.toString());
    for (StackTraceElement element : e.getStackTrace()) {
      text.append(" < ").append(element);
      if (text.length() > 600) {
        break;
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws BundleException {
    present.close();
    bundle.uninstall();
  }
}
