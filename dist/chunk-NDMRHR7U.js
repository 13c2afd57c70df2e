import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/chart.ts
function shortDigest(digest) {
  return digest.slice(0, 19);
}
var BUNDLE_ENDINGS = { signature: ".sigstore.json", attestation: ".provenance.sigstore.json" };
function archiveNames({ name, version }) {
  let archive = `${name}-${version}.tgz`;
  return {
    archive,
    provenance: `${archive}.prov`,
    signature: `${archive}${BUNDLE_ENDINGS.signature}`,
    attestation: `${archive}${BUNDLE_ENDINGS.attestation}`
  };
}

export {
  shortDigest,
  BUNDLE_ENDINGS,
  archiveNames
};
