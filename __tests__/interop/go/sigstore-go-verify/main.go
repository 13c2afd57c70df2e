// A verifier on sigstore-go, the library that gh and Flux build on, with the policy that gh has for public repositories: a certificate
// that is in a log, an entry in a transparency log, and a time that somebody observed.
package main

import (
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/sigstore/sigstore-go/pkg/bundle"
	"github.com/sigstore/sigstore-go/pkg/fulcio/certificate"
	"github.com/sigstore/sigstore-go/pkg/root"
	"github.com/sigstore/sigstore-go/pkg/verify"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	trustedRoot := flag.String("trusted-root", "", "file with the trusted root")
	subject := flag.String("subject", "", "URI in the certificate")
	issuer := flag.String("issuer", "", "issuer of the identity token")
	repository := flag.String("repository", "", "URI of the source repository; not looked at if empty")
	digest := flag.String("digest", "", "sha256:… of what was signed")
	artifact := flag.String("artifact", "", "file that was signed, instead of its digest")
	flag.Parse()

	signed, err := bundle.LoadJSONFromPath(flag.Arg(0))
	if err != nil {
		return err
	}
	trusted, err := root.NewTrustedRootFromPath(*trustedRoot)
	if err != nil {
		return err
	}
	verifier, err := verify.NewVerifier(trusted,
		verify.WithSignedCertificateTimestamps(1), verify.WithTransparencyLog(1), verify.WithObserverTimestamps(1))
	if err != nil {
		return err
	}
	identity, err := identityOf(*subject, *issuer, *repository)
	if err != nil {
		return err
	}
	what, err := artifactPolicy(*digest, *artifact)
	if err != nil {
		return err
	}
	_, err = verifier.Verify(signed, verify.NewPolicy(what, verify.WithCertificateIdentity(identity)))
	return err
}

func identityOf(subject, issuer, repository string) (verify.CertificateIdentity, error) {
	none := verify.CertificateIdentity{}
	san, err := verify.NewSANMatcher(subject, "")
	if err != nil {
		return none, err
	}
	from, err := verify.NewIssuerMatcher(issuer, "")
	if err != nil {
		return none, err
	}
	return verify.NewCertificateIdentity(san, from, certificate.Extensions{SourceRepositoryURI: repository})
}

func artifactPolicy(digest, artifact string) (verify.ArtifactPolicyOption, error) {
	if artifact == "" {
		bytes, err := hex.DecodeString(strings.TrimPrefix(digest, "sha256:"))
		return verify.WithArtifactDigest("sha256", bytes), err
	}
	file, err := os.Open(artifact)
	return verify.WithArtifact(file), err
}
