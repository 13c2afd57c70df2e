import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/archive-names.ts
function namesOf({ name, version }) {
  let archive = `${name}-${version}.tgz`;
  return { archive, provenance: `${archive}.prov`, signature: `${archive}.sigstore.json` };
}

export {
  namesOf
};
