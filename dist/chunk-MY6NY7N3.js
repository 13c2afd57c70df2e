import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/chart.ts
function shortDigest(digest) {
  return digest.slice(0, 19);
}
function archiveNames({ name, version }) {
  let archive = `${name}-${version}.tgz`;
  return {
    archive,
    provenance: `${archive}.prov`,
    signature: `${archive}.sigstore.json`,
    attestation: `${archive}.provenance.sigstore.json`
  };
}

export {
  shortDigest,
  archiveNames
};
