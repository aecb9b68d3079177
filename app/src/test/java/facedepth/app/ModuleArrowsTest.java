package facedepth.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which module may know which, and which foreign engine stays inside which module. */
class ModuleArrowsTest {
  private static final String ROOT = "facedepth";

  /** A copy of the layout in which the arrows are wrong on purpose. */
  private static final String WRONG_ROOT = "facedepth.app.wrong";

  /** A module, and the modules above it that it may use. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "geometry", Set.of(),
          "rendering", Set.of("geometry"),
          "inference", Set.of("geometry", "rendering"),
          "networks", Set.of("geometry", "rendering"),
          "synthesis", Set.of("geometry", "rendering", "inference", "networks"),
          "training", Set.of("geometry", "rendering", "inference", "networks", "synthesis"),
          "notebook",
              Set.of("geometry", "rendering", "inference", "networks", "synthesis", "training"),
          "app",
              Set.of(
                  "geometry",
                  "rendering",
                  "inference",
                  "networks",
                  "synthesis",
                  "training",
                  "notebook"));

  /**
   * A foreign package, and the only modules that may use it. libtorch is at home in one package of
   * networks; the trainer touches it too, because losses and optimisers are tensor arithmetic.
   */
  private static final Map<String, Set<String>> AT_HOME =
      Map.of(
          "org.bytedeco.pytorch..", Set.of("networks.torch", "training"),
          "org.bytedeco.opencv..", Set.of("inference"),
          "ai.onnxruntime..", Set.of("inference"),
          "ai.onnx..", Set.of("networks"),
          "com.drew..", Set.of("inference"),
          "org.lwjgl..", Set.of("inference"),
          "org.rapaio..", Set.of("notebook.kernel"),
          "picocli..", Set.of("app"),
          "me.tongfei..", Set.of("app"));

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final JavaClasses WRONG = new ClassFileImporter().importPackages(WRONG_ROOT);

  static Stream<ArchRule> rules() {
    return rulesUnder(ROOT).stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsInTheProduct(ArchRule rule) {
    rule.check(PRODUCT);
  }

  @Test
  void looksAtEveryModule() {
    Set<String> seen = new TreeSet<>();
    PRODUCT.forEach(type -> seen.add(moduleOf(type.getPackageName())));
    seen.remove("benchmarks");
    assertThat(seen).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
  }

  @Test
  void failsForAnArrowThatRunsDownward() {
    assertThatThrownBy(() -> check(arrows(WRONG_ROOT, "geometry")))
        .hasMessageContaining("KnowsTheRenderer");
  }

  @Test
  void failsForNetworksThatKnowInference() {
    assertThatThrownBy(() -> check(arrows(WRONG_ROOT, "networks")))
        .hasMessageContaining("KnowsInference");
  }

  @Test
  void failsForGeometryThatKnowsAnythingForeign() {
    assertThatThrownBy(() -> check(onlyTheJdk(WRONG_ROOT, "geometry")))
        .hasMessageContaining("KnowsTheRenderer");
  }

  @Test
  void failsForAnEngineAwayFromHome() {
    assertThatThrownBy(() -> check(atHome(WRONG_ROOT, "picocli..")))
        .hasMessageContaining("KnowsTheRenderer");
  }

  @Test
  void doesNotFailWhereTheWrongLayoutIsRight() {
    check(arrows(WRONG_ROOT, "rendering"));
    check(arrows(WRONG_ROOT, "inference"));
  }

  private static void check(ArchRule rule) {
    rule.check(WRONG);
  }

  private static List<ArchRule> rulesUnder(String root) {
    Stream<ArchRule> arrows = MAY_USE.keySet().stream().sorted().map(it -> arrows(root, it));
    Stream<ArchRule> homes = AT_HOME.keySet().stream().sorted().map(it -> atHome(root, it));
    Stream<ArchRule> plain = Stream.of("geometry", "rendering").map(it -> onlyTheJdk(root, it));
    return Stream.of(arrows, homes, plain).flatMap(rules -> rules).toList();
  }

  private static ArchRule arrows(String root, String module) {
    String[] forbidden =
        MAY_USE.keySet().stream()
            .filter(other -> !other.equals(module) && !MAY_USE.get(module).contains(other))
            .map(other -> in(root, other))
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(in(root, module))
        .should()
        .dependOnClassesThat(resideInAnyPackage(forbidden))
        .as(module + " uses nothing but " + new TreeSet<>(MAY_USE.get(module)))
        .allowEmptyShould(true);
  }

  private static ArchRule atHome(String root, String foreign) {
    String[] homes =
        AT_HOME.get(foreign).stream().map(module -> in(root, module)).toArray(String[]::new);
    return noClasses()
        .that(
            resideInAnyPackage(root + "..").and(DescribedPredicate.not(resideInAnyPackage(homes))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(foreign))
        .as(foreign + " is used in " + new TreeSet<>(AT_HOME.get(foreign)) + " only");
  }

  private static ArchRule onlyTheJdk(String root, String module) {
    return noClasses()
        .that()
        .resideInAPackage(in(root, module))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.not(
                resideInAnyPackage("java..", "javax..", in(root, module), in(root, "geometry"))))
        .as(module + " uses nothing but the JDK and geometry")
        .allowEmptyShould(true);
  }

  private static String moduleOf(String packageName) {
    return packageName.replaceFirst("^" + ROOT + "\\.", "").replaceFirst("\\..*", "");
  }

  private static String in(String root, String module) {
    return root + "." + module + "..";
  }
}
