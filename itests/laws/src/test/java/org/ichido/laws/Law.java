package org.ichido.laws;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import org.ichido.api.wrong.LoggingApi;
import org.ichido.api.wrong.MutableValue;
import org.ichido.api.wrong.SecretRecord;
import org.ichido.broker.wrong.QueueManagerOfIbm;
import org.ichido.core.wrong.ConstructedWithStore;
import org.ichido.core.wrong.DrivenByTheTestKit;
import org.ichido.core.wrong.FrameworkUser;
import org.ichido.core.wrong.HandMadeRandom;
import org.ichido.core.wrong.HandMadeTime;
import org.ichido.core.wrong.KarafInCore;
import org.ichido.core.wrong.MailInCore;
import org.ichido.core.wrong.Printing;
import org.ichido.core.wrong.SqlInCore;
import org.ichido.core.wrong.StaticReference;
import org.ichido.mq.record.wrong.RecordWithJms;
import org.ichido.oath.wrong.CodeUtils;
import org.ichido.oath.wrong.NeighbourOfVault;
import org.ichido.oath.wrong.util.Anything;
import org.ichido.shell.wrong.ShellOnSpi;
import org.ichido.spi.wrong.LoggingSpi;
import org.ichido.testkit.wrong.TestKitOnTheApi;
import org.ichido.vault.wrong.BrokerInVault;

/**
 * A law, and the classes that break it on purpose: a law that no class can break protects nothing.
 */
@SuppressWarnings(
    "ImmutableEnumChecker") // a rule of ArchUnit is not annotated, and does not change
enum Law {
  THE_API_STANDS_ON_JAVA_ALONE(
      classes()
          .that()
          .resideInAPackage("org.ichido.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.ichido.api..", "java..", "org.jspecify.annotations..", "org.osgi.annotation.."),
      LoggingApi.class),

  THE_SPI_STANDS_ON_THE_API_ALONE(
      classes()
          .that()
          .resideInAPackage("org.ichido.spi..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.ichido.spi..",
              "org.ichido.api..",
              "java..",
              "org.jspecify.annotations..",
              "org.osgi.annotation.."),
      LoggingSpi.class),

  BUNDLES_MEET_IN_THE_SERVICE_REGISTRY_ALONE(
      classes().should(Conditions.dependOnNoNeighbour()),
      NeighbourOfVault.class,
      DrivenByTheTestKit.class),

  /** Not even on the API: who is wired to it is stopped when it is refreshed. */
  THE_TEST_KIT_SHARES_NO_CODE_WITH_ICHIDO(
      classes()
          .that()
          .resideInAPackage("org.ichido.testkit..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.ichido.testkit..",
              "java..",
              "javax.crypto..",
              "javax.jms..",
              "org.ops4j.pax.exam..",
              "org.jspecify.annotations..",
              "org.osgi.annotation..",
              "org.osgi.service.component.annotations.."),
      TestKitOnTheApi.class),

  COMMANDS_ARE_CLIENTS_OF_THE_API_ALONE(
      noClasses()
          .that()
          .resideInAPackage("org.ichido.shell..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ichido.spi.."),
      ShellOnSpi.class),

  JMS_LIVES_IN_MQ_AND_WHAT_BRINGS_IT_QUEUES(
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.ichido.mq", "org.ichido.broker", "org.ichido.ibmmq", "org.ichido.testkit.host")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.jms..", "jakarta.jms.."),
      RecordWithJms.class),

  THE_BROKERS_CLASSES_LIVE_IN_THE_BROKER(
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ichido.broker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.activemq.."),
      BrokerInVault.class),

  MAIL_LIVES_IN_MAIL(
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ichido.mail..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.mail..",
              "jakarta.activation..",
              "javax.mail..",
              "javax.activation..",
              "org.eclipse.angus..",
              "com.sun.mail.."),
      MailInCore.class),

  SQL_LIVES_IN_THE_STORE(
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ichido.store.jdbc..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "com.zaxxer..",
              "org.hsqldb..",
              "org.osgi.service.jdbc.."),
      SqlInCore.class),

  KARAF_LIVES_IN_THE_SHELL(
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ichido.shell..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.karaf..", "org.jline..", "org.apache.felix.."),
      KarafInCore.class),

  CLASSES_OF_IBM_LIVE_NOWHERE(
      noClasses().should().dependOnClassesThat().resideInAPackage("com.ibm.."),
      QueueManagerOfIbm.class),

  THE_FRAMEWORK_IS_LEFT_TO_DECLARATIVE_SERVICES(
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.osgi.framework..", "org.osgi.util.tracker.."),
      FrameworkUser.class),

  TIME_COMES_FROM_THE_CLOCK_SERVICE(
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.ichido.core.system.SystemClock")
          .should()
          .accessTargetWhere(Conditions.asksTheMachineForTheTime()),
      HandMadeTime.Asking.class,
      HandMadeTime.Referring.class,
      HandMadeTime.Making.class,
      HandMadeTime.Dating.class,
      HandMadeTime.Counting.class),

  RANDOMNESS_COMES_FROM_THE_SERVICE(
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.ichido.core.system.SystemRandomness")
          .should()
          .accessTargetWhere(Conditions.makesRandomness()),
      HandMadeRandom.Strong.class,
      HandMadeRandom.Weak.class,
      HandMadeRandom.Mathematical.class,
      HandMadeRandom.Named.class,
      HandMadeRandom.Local.class,
      HandMadeRandom.Chosen.class),

  NAMES_SAY_WHAT_A_CLASS_IS(
      classes().should(Conditions.haveNoEmptyWordAtTheEndOfItsName()), CodeUtils.class),

  PACKAGES_ARE_NAMED_AFTER_A_SUBJECT(
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..utils..", "..common..", "..model..", "..impl.."),
      Anything.class),

  VALUES_OF_API_AND_SPI_DO_NOT_CHANGE(
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("org.ichido.api..", "org.ichido.spi..")
          .should()
          .beFinal(),
      MutableValue.class),

  SECRETS_ARE_FINAL_CLASSES_THAT_NOBODY_PRINTS_OR_SERIALISES(
      classes()
          .that()
          .resideInAPackage("org.ichido.api..")
          .and()
          .areAssignableTo(AutoCloseable.class)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould()
          .notBeRecords()
          .andShould()
          .notBeAssignableTo(Serializable.class),
      SecretRecord.class),

  A_REPLACEABLE_SERVICE_IS_NO_CONSTRUCTOR_PARAMETER(
      classes().should(Conditions.takeNoReplaceableServiceInItsConstructor()),
      ConstructedWithStore.class),

  A_REFERENCE_TO_A_REPLACEABLE_SERVICE_IS_DYNAMIC_AND_GREEDY(
      classes().should(Conditions.followReplaceableServices()), StaticReference.class),

  ONLY_THE_SHELL_PRINTS(
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ichido.shell..")
          .should()
          .accessTargetWhere(Conditions.printsPastTheLog()),
      Printing.class);

  private final ArchRule rule;
  private final Class<?>[] breakers;

  Law(ArchRule rule, Class<?>... breakers) {
    this.rule = rule;
    this.breakers = breakers;
  }

  ArchRule rule() {
    return rule;
  }

  Class<?>[] breakers() {
    return breakers.clone();
  }
}
