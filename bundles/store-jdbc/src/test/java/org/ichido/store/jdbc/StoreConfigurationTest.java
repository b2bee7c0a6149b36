package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StoreConfigurationTest extends OpenStoreFixture {
  @Test
  void aConfigurationThatCannotBeUsedIsSaidInWords() {
    assertThatThrownBy(() -> new HsqldbDialect("jdbc:postgresql://x/y"))
        .hasMessageContaining("url: must begin with jdbc:hsqldb:file:");
    assertThatThrownBy(() -> new HsqldbDialect(at.url() + ";hsqldb.write_delay=true"))
        .hasMessageContaining("url: must end with the path");
    assertThatThrownBy(
            () -> new StoreSettings("u", "sa", at.password(), at.lock(), 4, 0).toString())
        .hasMessageContaining("not SA");
    assertThatThrownBy(() -> new StoreSettings("u", "A", at.password(), at.lock(), 1, 0).toString())
        .hasMessage("etc/org.ichido.store.cfg: pool.size: must be 2 to 64, but is 1");
  }

  @Test
  void theConfigurationAloneMakesAStoreAndABadOneLeavesAServiceThatSaysWhy() {
    store.close();
    store = configured("url", at.url(), "password.file", at.password(), "lock.file", at.lock());
    assertThat(store.verifyAuditChain().entries()).isEqualTo(3);
    store.close();

    store = configured("url", at.url(), "password.file", "", "lock.file", at.lock());
    assertThat(reason(store)).isEqualTo("etc/org.ichido.store.cfg: password.file: is missing");
  }

  private JdbcTokenStore configured(Object... keysAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i].toString(), keysAndValues[i + 1].toString());
    }
    values.put("free.space.floor", "0");
    StoreConfig config =
        (StoreConfig)
            Proxy.newProxyInstance(
                StoreConfig.class.getClassLoader(),
                new Class<?>[] {StoreConfig.class},
                (proxy, method, arguments) -> {
                  String value = values.get(method.getName().replace('_', '.'));
                  if (value == null) {
                    return method.getDefaultValue();
                  }
                  return method.getReturnType() == int.class
                      ? (Object) Integer.valueOf(value)
                      : value;
                });
    return new JdbcTokenStore(config, at.driver, RandomGenerator.getDefault());
  }
}
