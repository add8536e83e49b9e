import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds PDFs to rules with veraPDF: `Check ua1,3a FILE …`.
 *
 * One line a file and flavour, with tabs between: flavour, file, how many checks were made, and one field for each
 * rule that is broken: clause, test number, how often, and what it says the first time.
 */
public class Check {
  public static void main(String[] said) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (int at = 1; at < said.length; at++) {
      for (String flavour : said[0].split(",")) {
        System.out.println(flavour + "\t" + said[at] + "\t" + checked(said[at], PDFAFlavour.fromString(flavour)));
      }
    }
  }

  private static String checked(String file, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(flavour, 1000, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      StringBuilder line = new StringBuilder().append(result.getTotalAssertions());
      TreeMap<String, Integer> times = new TreeMap<>();
      TreeMap<String, String> first = new TreeMap<>();
      for (TestAssertion each : result.getTestAssertions()) {
        if (each.getStatus() == TestAssertion.Status.FAILED) {
          String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
          times.merge(rule, 1, Integer::sum);
          first.putIfAbsent(rule, each.getMessage().replaceAll("\\s+", " "));
        }
      }
      times.forEach((rule, many) -> line.append("\t" + rule + " x" + many + ": " + first.get(rule)));
      if (!result.isCompliant() && times.isEmpty()) {
        line.append("\tnot compliant, and no rule says why");
      }
      return line.toString();
    }
  }
}
