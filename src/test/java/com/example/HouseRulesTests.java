package com.example;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The house style as far as compiled classes show it. A rule without anything to look at fails. */
class HouseRulesTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.example");

    private static final List<String> APPLICATIONS = Stream.of("shop", "ops", "simulator")
            .map("com.example."::concat)
            .filter(CLASSES::containPackage)
            .toList();

    static Stream<String> applications() {
        return APPLICATIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("applications")
    void applicationsNeverImportEachOther(String application) {
        String[] others = APPLICATIONS.stream()
                .filter(other -> !other.equals(application))
                .map(other -> other + "..")
                .toArray(String[]::new);
        assertThat(others).isNotEmpty();
        check(noClasses()
                .that()
                .resideInAPackage(application + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("each is a program of its own and speaks to the others by HTTP alone"));
    }

    @Test
    void platformImportsNoApplication() {
        check(noClasses()
                .that()
                .resideInAPackage("com.example.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(applications().map(name -> name + "..").toArray(String[]::new))
                .because("the plumbing is kept when the sample is deleted"));
    }

    @Test
    void paymentsNeverImportsOrders() {
        check(noClasses()
                .that()
                .resideInAPackage("com.example.shop.payments..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.example.shop.orders..")
                .because("payments tells what happened by events and does not know who listens"));
    }

    @Test
    void timeComesFromAnInjectedClock() {
        check(noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .callMethodWhere(target(owner(nameMatching("java\\.time\\..*")))
                        .and(target(name("now")))
                        .and(target(rawParameterTypes(new Class<?>[0]))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethodWhere(target(owner(assignableTo(Clock.class))).and(target(nameMatching("system.*"))))
                .because("a test sets the time by giving another Clock"));
    }

    @Test
    void settingsAreRecordsAndNotSingleValues() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Value.class)
                .because("settings are validated and documented together, in a @ConfigurationProperties record"));
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        check(noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .because("an object is whole once it is constructed"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*(Util|Utils|Utility|Utilities|Helper|Helpers|Dto|DTO)")
                .because("such a name tells how a thing came about and not what it is"));
    }

    @Test
    void moneyIsNeverAFloatingPointNumber() {
        check(noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("com.example.shop..")
                .should()
                .haveRawType(nameOf(double.class, float.class, Double.class, Float.class))
                .because("money is integer minor units with a currency"));
    }

    @Test
    void moneyAndIdsAreTypes() {
        check(fields().that()
                .areDeclaredInClassesThat(isModel())
                .and()
                .haveNameMatching("id|.*Id|amount|price|total|.*(Amount|Price|Total)")
                .should()
                .notHaveRawType(nameOf(String.class, long.class, int.class, Long.class, Integer.class))
                .because("the compiler tells an OrderId from a CustomerId and euros from cents"));
    }

    @Test
    void moreThanHalfOfAllTypesArePackagePrivate() {
        List<JavaClass> types = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
        long visible = types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat(visible)
                .as("public types of %d; the compiler hides what a package keeps to itself", types.size())
                .isLessThan((types.size() + 1) / 2);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        Set<JavaPackage> packages = CLASSES.stream().map(JavaClass::getPackage).collect(toUnmodifiableSet());
        assertThat(packages).hasSizeGreaterThan(5);
        assertThat(packages.stream().filter(of -> !of.isAnnotatedWith(NullMarked.class)))
                .as("packages whose package-info is missing or not @NullMarked")
                .isEmpty();
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> nameOf(Class<?>... types) {
        List<String> names = Stream.of(types).map(Class::getName).toList();
        return DescribedPredicate.describe("one of " + names, type -> names.contains(type.getName()));
    }

    /** Not Money itself, nor an id, nor a nested record: those are what crosses the wire. */
    private static DescribedPredicate<JavaClass> isModel() {
        return DescribedPredicate.describe(
                "are the shop's own records of several fields",
                type -> type.isRecord()
                        && type.isTopLevelClass()
                        && type.getPackageName().startsWith("com.example.shop")
                        && !type.getSimpleName().equals("Money")
                        && type.getFields().size() > 1);
    }
}
