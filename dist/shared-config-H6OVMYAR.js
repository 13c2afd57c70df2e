import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  readConfig
} from "./chunk-5WZIETQ6.js";
import "./chunk-6DW4K5NA.js";
import {
  collectProblems
} from "./chunk-VSGV5YVZ.js";
import "./chunk-DZCLROTW.js";
import "./chunk-47K4XV7L.js";
import "./chunk-HSSNJAKW.js";
import "./chunk-2DGW74FY.js";
import "./chunk-IYDCWTIU.js";
import "./chunk-4FXPF6RZ.js";
import "./chunk-NDMRHR7U.js";
import "./chunk-KJ6KRM6E.js";
import "./chunk-IDFJ6PYE.js";
import "./chunk-RXXX6YZL.js";
import "./chunk-HUB4QXZH.js";
import "./chunk-KPEBNB2V.js";
import "./chunk-A6FBNAVA.js";
import "./chunk-DW3HCCUW.js";
import {
  shortCommit
} from "./chunk-SX6PF4TN.js";
import {
  ReleaseError,
  placeText
} from "./chunk-72EAIUZW.js";
import "./chunk-GQNI6KFR.js";
import "./chunk-RXEKE72Z.js";

// src/inputs/config/shared-config.ts
var ALLOWED = /* @__PURE__ */ new Set([
  "charts",
  "exclude",
  "targets",
  "branches",
  "bump",
  "zero-major",
  "too-low",
  "require-bump",
  "app-version",
  "app-tag-pattern",
  "commit",
  "verified-commits",
  "release-notes",
  "tag-template",
  "pull-requests",
  "pull-request-labels",
  "pull-request-draft",
  "release-notes-file",
  "generate-release-notes",
  "lint",
  "lint-values",
  "kube-version",
  "version-from-tag",
  "sign-index",
  "provenance",
  "helm-version",
  "timeout",
  "packages-dir"
]);
function readSharedConfig({ text, ...file }, problems) {
  let name = sharedName(file), own = collectProblems(), { config, at } = readConfig(text, name, own);
  for (let problem of own.all) problems.add(inWords(problem));
  for (let key of refusedKeys(config)) problems.add(refusedKey(name, key));
  return (input) => {
    let raw = ALLOWED.has(input) ? config.defaults?.[input] : void 0;
    if (raw !== void 0)
      return {
        raw,
        origin: { source: "shared-config", name: `\`defaults.${input}\` in ${placeText(at(["defaults", input]))}` }
      };
  };
}
function sharedName({ repository, path, commit }) {
  return `${repository}/${path}@${shortCommit(commit)}`;
}
function refusedKeys({ defaults = {}, ...others }) {
  let refused = Object.keys(defaults).filter((name) => !ALLOWED.has(name));
  return [...Object.keys(others), ...refused.map((name) => `defaults.${name}`)];
}
function refusedKey(name, key) {
  return new ReleaseError(
    "SHARED_CONFIG_REFUSED",
    `${name} sets \`${key}\`, which only a repository sets for itself.`,
    {
      hint: `Take \`${key}\` out of the shared file, and write it in .github/release-charts.yaml of this repository${key.startsWith("defaults.") ? ", or as an input of the step" : ""}.`
    }
  );
}
function inWords({ code, message, hint, at, cause }) {
  let place = at === void 0 ? "" : `${placeText(at)}: `;
  return new ReleaseError(code, `${place}${message}`, { hint, cause });
}
export {
  readSharedConfig
};
