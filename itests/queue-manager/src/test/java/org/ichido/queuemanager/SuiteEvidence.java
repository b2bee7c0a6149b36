package org.ichido.queuemanager;

import org.ichido.evidence.Evidence;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Writes for each suite how many tests ran and how many were wrong. */
final class SuiteEvidence implements AfterTestExecutionCallback, AfterAllCallback {
  @Override
  public void afterTestExecution(ExtensionContext test) {
    add(test, "tries", 1);
    add(test, "wrong", test.getExecutionException().isPresent() ? 1 : 0);
  }

  private static void add(ExtensionContext test, String column, int more) {
    ExtensionContext container = test;
    while (container.getTestMethod().isPresent()) {
      container = container.getParent().orElseThrow();
    }
    Store suite = store(container);
    suite.put(column, suite.getOrDefault(column, Integer.class, 0) + more);
  }

  @Override
  public void afterAll(ExtensionContext suite) throws Exception {
    Store store = store(suite);
    new Evidence("queue-manager", 1, "check", "tries", "wrong")
        .row(
            suite.getDisplayName(),
            store.getOrDefault("tries", Integer.class, 0),
            store.getOrDefault("wrong", Integer.class, 0));
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(Namespace.create(SuiteEvidence.class, context.getUniqueId()));
  }
}
