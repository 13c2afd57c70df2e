// Helm (formats.md 1.1)
export const HELM_CONFIG = 'application/vnd.cncf.helm.config.v1+json'
export const HELM_CHART = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip'
export const HELM_PROVENANCE = 'application/vnd.cncf.helm.chart.provenance.v1.prov'
export const HELM_CHART_LEGACY = 'application/tar+gzip'

// OCI image specification 1.1
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
export const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json'
export const OCI_EMPTY = 'application/vnd.oci.empty.v1+json'

// cosign and Sigstore (formats.md 3 and 4)
export const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json'
export const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
export const ANY_BUNDLE = 'application/vnd.dev.sigstore.bundle'
export const COSIGN_SIGN_PREDICATE = 'https://sigstore.dev/cosign/sign/v1'

/** What a run found out about a package of another tool, in annotations; not signed, and no signature to anybody. */
export const ADOPTION = 'application/vnd.release-charts.adoption.v1'
