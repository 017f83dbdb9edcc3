import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Holds each file to one standard and tells every rule it breaks, with the first place where it does. */
public class Validate {
  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.fromString(args[0]);
    if (flavour == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("No flavour " + args[0]);
    int broken = 0;
    for (int at = 1; at < args.length; at++) {
      if (!conforms(new File(args[at]), flavour)) broken++;
    }
    System.out.printf("%s: %d of %d files conform%n", flavour.getId(), args.length - 1 - broken, args.length - 1);
    System.exit(broken == 0 ? 0 : 1);
  }

  private static boolean conforms(File file, PDFAFlavour flavour) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 100, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      Map<String, TestAssertion> failed = new LinkedHashMap<>();
      for (TestAssertion one : result.getTestAssertions()) {
        if (one.getStatus() == TestAssertion.Status.FAILED) {
          failed.putIfAbsent(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber(), one);
        }
      }
      System.out.printf("%s %s %s: %d checks, %d rules broken%n", result.isCompliant() ? "ok  " : "FAIL", flavour.getId(), file, result.getTotalAssertions(), failed.size());
      failed.forEach((rule, one) -> System.out.printf("     %s %s%n       %s%n       at %s%n", rule, one.getMessage(), one.getErrorMessage(), one.getLocation().getContext()));
      return result.isCompliant();
    } catch (Exception trouble) {
      System.out.printf("FAIL %s %s: %s%n", flavour.getId(), file, trouble);
      return false;
    }
  }
}
