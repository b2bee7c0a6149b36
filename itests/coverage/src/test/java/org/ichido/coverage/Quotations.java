package org.ichido.coverage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ichido.evidence.Requirement;

/**
 * Which tests quote which requirements, from their class files: they are not loaded, since what
 * they need is on the class path of other modules.
 */
final class Quotations {
  /**
   * A quotation as it stands in the code.
   *
   * @param method the method, or empty where it stands on the class
   */
  record Quotation(String number, String type, String method) {
    @Override
    public String toString() {
      return number + " on " + type + (method.isEmpty() ? "" : "#" + method);
    }
  }

  private final JavaClasses classes;

  private Quotations(JavaClasses classes) {
    this.classes = classes;
  }

  /**
   * @param directories class files of tests; of several modules together, because one inherits
   *     tests from another
   */
  static Quotations in(Collection<Path> directories) {
    return new Quotations(new ClassFileImporter().importPaths(directories));
  }

  List<Quotation> all() {
    List<Quotation> all = new ArrayList<>();
    for (JavaClass type : classes) {
      numbers(type).forEach(n -> all.add(new Quotation(n, type.getName(), "")));
      for (JavaMethod method : type.getMethods()) {
        numbers(method).forEach(n -> all.add(new Quotation(n, type.getName(), method.getName())));
      }
    }
    return all;
  }

  /**
   * What a test of a suite quotes. If the suite has no such method it is the suite itself that the
   * report speaks of, such as a container that did not start: then all that its tests quote.
   */
  Set<String> of(ReportedTest test) {
    Set<String> numbers = new TreeSet<>();
    boolean isMethod = false;
    for (JavaClass type : hierarchy(test.suite())) {
      numbers.addAll(numbers(type));
      for (JavaMethod method : type.getMethods()) {
        if (method.getName().equals(test.name())) {
          isMethod = true;
          numbers.addAll(numbers(method));
        }
      }
    }
    return isMethod ? numbers : ofSuite(test.suite());
  }

  private Set<String> ofSuite(String suite) {
    Set<String> numbers = new TreeSet<>();
    for (JavaClass type : hierarchy(suite)) {
      numbers.addAll(numbers(type));
      type.getMethods().forEach(method -> numbers.addAll(numbers(method)));
    }
    return numbers;
  }

  /** Whether a test is what a quotation stands on, or has it by inheritance. */
  boolean isOn(Quotation quotation, ReportedTest test) {
    return (quotation.method().isEmpty() || quotation.method().equals(test.name()))
        && hierarchy(test.suite()).stream().anyMatch(t -> t.getName().equals(quotation.type()));
  }

  private List<JavaClass> hierarchy(String suite) {
    if (!classes.contain(suite)) {
      return List.of();
    }
    List<JavaClass> hierarchy = new ArrayList<>();
    hierarchy.add(classes.get(suite));
    hierarchy.addAll(classes.get(suite).getAllRawSuperclasses());
    hierarchy.addAll(classes.get(suite).getAllRawInterfaces());
    return hierarchy;
  }

  private static List<String> numbers(HasAnnotations<?> annotated) {
    return annotated
        .tryGetAnnotationOfType(Requirement.class)
        .map(requirement -> List.of(requirement.value()))
        .orElse(List.of());
  }
}
