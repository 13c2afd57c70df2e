// What Flux's source-controller asks of cosign's library about a chart: bundles first, and the older signatures if there are none.
// Flux takes its trusted root by TUF, and asks the log for what a signature lacks; here the root is a file, and nobody is asked.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"regexp"

	"github.com/google/go-containerregistry/pkg/name"
	"github.com/sigstore/cosign/v3/pkg/cosign"
	"github.com/sigstore/cosign/v3/pkg/oci"
	"github.com/sigstore/sigstore-go/pkg/root"
)

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	trustedRoot := flag.String("trusted-root", "", "file with the trusted root")
	subject := flag.String("subject", "", "URI in the certificate")
	issuer := flag.String("issuer", "", "issuer of the identity token")
	flag.Parse()

	chart, err := name.ParseReference(flag.Arg(0))
	if err != nil {
		return err
	}
	trusted, err := root.NewTrustedRootFromPath(*trustedRoot)
	if err != nil {
		return err
	}
	// In matchOIDCIdentity both are regular expressions.
	identity := cosign.Identity{IssuerRegExp: exactly(*issuer), SubjectRegExp: exactly(*subject)}
	options := cosign.CheckOpts{
		TrustedMaterial: trusted,
		Identities:      []cosign.Identity{identity},
		Offline:         true,
	}
	signatures, err := signaturesOf(ctx, chart, options)
	if err != nil {
		return err
	}
	if len(signatures) == 0 {
		return errors.New("no signatures")
	}
	return nil
}

func exactly(text string) string {
	return "^" + regexp.QuoteMeta(text) + "$"
}

func signaturesOf(ctx context.Context, chart name.Reference, options cosign.CheckOpts) ([]oci.Signature, error) {
	bundles, _, err := cosign.GetBundles(ctx, chart, options.RegistryClientOpts)
	if err == nil && len(bundles) > 0 {
		options.NewBundleFormat = true
		signatures, _, err := cosign.VerifyImageAttestations(ctx, chart, &options)
		return signatures, err
	}
	signatures, _, err := cosign.VerifyImageSignatures(ctx, chart, &options)
	return signatures, err
}
