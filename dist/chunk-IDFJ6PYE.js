import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/bump/auto/level.ts
var ORDER = ["none", "patch", "minor", "major"];
function rank(level) {
  return ORDER.indexOf(level);
}
function highest(findings) {
  return findings.reduce((most, { level }) => rank(level) > rank(most) ? level : most, "none");
}
function requiredLevel(findings, currentVersion, zeroMajor) {
  let level = highest(findings);
  return /^v?0\./.test(currentVersion) && zeroMajor === "minor" && level === "major" ? "minor" : level;
}

export {
  rank,
  highest,
  requiredLevel
};
