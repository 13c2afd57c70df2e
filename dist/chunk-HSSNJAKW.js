import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/signature.ts
var PROVENANCE = "https://slsa.dev/provenance/v1";

export {
  PROVENANCE
};
