package org.ichido.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultConfigurationTest extends VaultFixture {
  @ParameterizedTest
  @CsvSource({
    ", p, keystore.file is missing; name a file",
    "' ', p, keystore.file is missing; name a file",
    "k, , password.file is missing; name a file",
    "'k\0k', p, keystore.file is no path of a file"
  })
  void aWrongConfigurationStartsAndSaysWhichKey(String keystoreFile, String file, String problem) {
    Pkcs12Vault vault = new Pkcs12Vault(configuration(keystoreFile, file), new Random(1));
    assertUnavailable(vault, "etc/org.ichido.vault.cfg: " + problem);
  }

  @Test
  void theConfiguredFilesAreUsed() {
    VaultConfiguration configuration = configuration(" " + keystore + " ", password.toString());
    Pkcs12Vault vault = new Pkcs12Vault(configuration, new Random(1));
    vault.store = store;
    assertOpens(vault, seal(vault));
    assertThat(keystore).exists();
    assertThat(password).exists();
  }

  /** As Declarative Services makes it: a property that is missing is null. */
  private static VaultConfiguration configuration(String keystoreFile, String passwordFile) {
    return (VaultConfiguration)
        Proxy.newProxyInstance(
            VaultConfiguration.class.getClassLoader(),
            new Class<?>[] {VaultConfiguration.class},
            (proxy, method, arguments) ->
                method.getName().equals("keystore_file") ? keystoreFile : passwordFile);
  }
}
