import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/http/private-host.ts
var PrivateHost = class extends Error {
  /** `host` or `host:port`. */
  host;
  constructor(host) {
    super(`${host} is in a private network`), this.host = host;
  }
};

export {
  PrivateHost
};
