package org.ichido.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LawsTest {
  private static JavaClasses house;

  @BeforeAll
  static void readTheBundles() {
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ichido");
  }

  /** Without this a bundle that vanished from the class path would be lawful for ever. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "api", "spi", "core", "oath", "lockout", "store", "vault", "mq", "shell", "broker", "mail",
        "ibmmq", "testkit"
      })
  void everyBundleIsUnderTheLaw(String bundle) {
    assertThat(house).anyMatch(c -> Conditions.bundle(c).equals(bundle));
  }

  @Test
  void theWrongClassesAreNotPartOfTheHouse() {
    assertThat(house).noneMatch(c -> c.getPackageName().contains(".wrong"));
  }

  @ParameterizedTest
  @EnumSource(Law.class)
  void theLawIsKept(Law law) {
    law.rule().check(house);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("breakers")
  void theLawCanBeBroken(Law law, Class<?> breaker) {
    JavaClasses wrong = new ClassFileImporter().importClasses(breaker);

    assertThatThrownBy(() -> law.rule().check(wrong))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was violated")
        .hasMessageContaining(breaker.getSimpleName());
  }

  @ParameterizedTest
  @EnumSource(Law.class)
  void everyLawHasABreaker(Law law) {
    assertThat(law.breakers()).isNotEmpty();
  }

  static Stream<Arguments> breakers() {
    return Arrays.stream(Law.values())
        .flatMap(law -> Arrays.stream(law.breakers()).map(b -> Arguments.of(law, b)));
  }
}
