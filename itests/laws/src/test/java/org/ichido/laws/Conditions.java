package org.ichido.laws;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.SecretVault;
import org.ichido.spi.notice.Notifier;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.transport.Decisions;
import org.ichido.spi.transport.OnceOnly;
import org.ichido.spi.transport.Outbox;

/** What the laws ask that ArchUnit has no words for. */
final class Conditions {
  private static final String HOUSE = "org.ichido.";
  private static final Set<String> SHARED = Set.of("api", "spi");

  private static final List<String> EMPTY_WORDS =
      List.of("Util", "Utils", "Helper", "Helpers", "Manager", "Impl");

  /** Services that are swapped while requests are in flight. */
  private static final List<Class<?>> REPLACEABLE =
      List.of(
          OtpAlgorithm.class,
          LockoutRule.class,
          SecretVault.class,
          Notifier.class,
          TokenStore.class,
          Notifier.class,
          Decisions.class,
          OnceOnly.class,
          Outbox.class);

  private static final String REFERENCE = "org.osgi.service.component.annotations.Reference";

  private Conditions() {}

  static ArchCondition<JavaClass> dependOnNoNeighbour() {
    return condition(
        "depend on no bundle but api and spi",
        (one, events) ->
            one.getDirectDependenciesFromSelf().stream()
                .filter(d -> neighbours(one, d.getTargetClass()))
                .forEach(d -> events.add(violated(one, d.getDescription()))));
  }

  private static boolean neighbours(JavaClass one, JavaClass other) {
    String from = bundle(one);
    String to = bundle(other);
    return !to.isEmpty() && !from.equals(to) && !SHARED.contains(to);
  }

  /** The bundle of a class of ours, by its package; empty for all others. */
  static String bundle(JavaClass one) {
    String name = one.getPackageName();
    if (!name.startsWith(HOUSE)) {
      return "";
    }
    String rest = name.substring(HOUSE.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  static DescribedPredicate<JavaAccess<?>> asksTheMachineForTheTime() {
    return access(
        "asks the machine for the time",
        anyOf(
            List.of(
                and(target -> target.getOwner().getPackageName().equals("java.time"), named("now"))
                    .and(takes(Clock.class).negate()),
                on(Clock.class, "system.*|tick.*").and(takes(Clock.class).negate()),
                on(System.class, "currentTimeMillis"),
                on(Date.class, "<init>").and(target -> parameters(target).isEmpty()),
                on(Calendar.class, "getInstance"))));
  }

  static DescribedPredicate<JavaAccess<?>> makesRandomness() {
    return access(
        "makes randomness",
        anyOf(
            List.of(
                // Made around somebody else's bits it makes none of its own.
                on(SecureRandom.class, "<init>|getInstance.*")
                    .and(takes(SecureRandomSpi.class).negate()),
                on(Random.class, "<init>"),
                on(SplittableRandom.class, "<init>"),
                on(ThreadLocalRandom.class, ".*"),
                on(RandomGenerator.class, "of|getDefault"),
                on(Math.class, "random"),
                on(UUID.class, "randomUUID"))));
  }

  static DescribedPredicate<JavaAccess<?>> printsPastTheLog() {
    return access(
        "prints past the log",
        anyOf(
            List.of(
                on(System.class, "out|err"),
                and(
                    target -> target.getOwner().isAssignableTo(Throwable.class),
                    named("printStackTrace")))));
  }

  static ArchCondition<JavaClass> haveNoEmptyWordAtTheEndOfItsName() {
    return condition(
        "have no name that ends with one of " + EMPTY_WORDS,
        (one, events) ->
            EMPTY_WORDS.stream()
                .filter(one.getSimpleName()::endsWith)
                .forEach(w -> events.add(violated(one, one.getName() + " ends with " + w))));
  }

  static ArchCondition<JavaClass> takeNoReplaceableServiceInItsConstructor() {
    return condition(
        "take no replaceable service in a constructor of Declarative Services, where it cannot be"
            + " dynamic",
        (one, events) -> {
          for (JavaConstructor constructor : one.getConstructors()) {
            boolean activated =
                constructor.isAnnotatedWith("org.osgi.service.component.annotations.Activate");
            if (activated
                && constructor.getRawParameterTypes().stream().anyMatch(Conditions::replaceable)) {
              events.add(violated(one, constructor.getDescription()));
            }
          }
        });
  }

  private static boolean replaceable(JavaClass type) {
    return REPLACEABLE.stream().anyMatch(type::isEquivalentTo);
  }

  static ArchCondition<JavaClass> followReplaceableServices() {
    return condition(
        "refer to replaceable services DYNAMIC and GREEDY",
        (one, events) -> {
          for (JavaField field : one.getFields()) {
            if (replaceable(field.getRawType())) {
              followed(field, events);
            }
          }
          for (JavaMethod method : one.getMethods()) {
            if (method.getRawParameterTypes().stream().anyMatch(Conditions::replaceable)) {
              followed(method, events);
            }
          }
        });
  }

  private static void followed(JavaMember member, ConditionEvents events) {
    member
        .tryGetAnnotationOfType(REFERENCE)
        .filter(r -> !is(r, "policy", "DYNAMIC") || !is(r, "policyOption", "GREEDY"))
        .ifPresent(r -> events.add(violated(member, member.getDescription())));
  }

  private static boolean is(JavaAnnotation<?> reference, String property, String constant) {
    return reference
        .get(property)
        .filter(v -> v instanceof JavaEnumConstant c && c.name().equals(constant))
        .isPresent();
  }

  private static Predicate<AccessTarget> on(Class<?> owner, String names) {
    return and(target -> target.getOwner().isEquivalentTo(owner), named(names));
  }

  private static Predicate<AccessTarget> named(String names) {
    return target -> target.getName().matches(names);
  }

  private static Predicate<AccessTarget> takes(Class<?> type) {
    return target -> parameters(target).stream().anyMatch(p -> p.isEquivalentTo(type));
  }

  private static Predicate<AccessTarget> and(
      Predicate<AccessTarget> one, Predicate<AccessTarget> other) {
    return one.and(other);
  }

  private static Predicate<AccessTarget> anyOf(List<Predicate<AccessTarget>> predicates) {
    return target -> predicates.stream().anyMatch(p -> p.test(target));
  }

  private static List<JavaClass> parameters(AccessTarget target) {
    return target instanceof AccessTarget.CodeUnitAccessTarget unit
        ? unit.getRawParameterTypes()
        : List.of();
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String description, Predicate<AccessTarget> target) {
    return DescribedPredicate.describe(description, access -> target.test(access.getTarget()));
  }

  private static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, ConditionEvents> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        check.accept(item, events);
      }
    };
  }
}
