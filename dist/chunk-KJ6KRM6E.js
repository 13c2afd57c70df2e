import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/async/backoff.ts
function backoffMs({ firstMs, longestMs = Number.POSITIVE_INFINITY, growth = "double", jitter = 0 }, attempt, chance = { random: () => 0 }) {
  let pause = Math.min(growth === "double" ? firstMs * 2 ** (attempt - 1) : firstMs * attempt, longestMs);
  return jitter === 0 ? pause : pause * (1 - jitter + jitter * chance.random());
}

export {
  backoffMs
};
