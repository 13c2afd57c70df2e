// A verifier on sigstore-java, which has no program of its own among its packages. Arguments: the trusted root, the bundle, the
// SHA-256 of what was signed in hex, the subject, the issuer and, if it is asked for, the URI of the source repository.
import dev.sigstore.KeylessVerificationException;
import dev.sigstore.KeylessVerifier;
import dev.sigstore.TrustedRootProvider;
import dev.sigstore.VerificationOptions;
import dev.sigstore.VerificationOptions.CertificateMatcher;
import dev.sigstore.bundle.Bundle;
import dev.sigstore.strings.StringMatcher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

public final class Verify {
  // https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md
  private static final String SOURCE_REPOSITORY = "1.3.6.1.4.1.57264.1.12";
  // Held here, or it and its level may be forgotten.
  private static final Logger MATCHER = Logger.getLogger("dev.sigstore.fulcio.client.FulcioCertificateMatcher");

  public static void main(String[] args) throws Exception {
    sayWhatDiffers();
    var identity =
        CertificateMatcher.fulcio()
            .subjectAlternativeName(StringMatcher.string(args[3]))
            .issuer(StringMatcher.string(args[4]));
    if (args.length > 5) identity.putOidDerAsn1Strings(SOURCE_REPOSITORY, StringMatcher.string(args[5]));
    var options = VerificationOptions.builder().addCertificateMatchers(identity.build()).build();
    var root = TrustedRootProvider.from(Path.of(args[0]));
    try {
      var bundle = Bundle.from(Path.of(args[1]), StandardCharsets.UTF_8);
      KeylessVerifier.builder()
          .trustedRootProvider(root)
          .build()
          .verify(HexFormat.of().parseHex(args[2]), bundle, options);
    } catch (KeylessVerificationException refusal) {
      System.err.println(refusal.getMessage());
      System.exit(1);
    }
  }

  /** Its exception says that a certificate is not the expected one; its log says why. */
  private static void sayWhatDiffers() {
    var handler = new ConsoleHandler();
    handler.setLevel(Level.FINE);
    MATCHER.setLevel(Level.FINE);
    MATCHER.addHandler(handler);
  }
}
