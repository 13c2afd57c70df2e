import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  quotedValue
} from "./chunk-DZCLROTW.js";
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";

// src/inputs/table/given-value.ts
function givenInput(inputs, name) {
  let raw = inputs[name], isDefault = name === "github-token" && raw === inputs["workflow-token"];
  return raw === void 0 || raw.trim() === "" || isDefault ? void 0 : { raw, origin: { source: "input", name } };
}
function collectProblems() {
  let all = [];
  return { all, add: (problem) => {
    all.push(problem);
  } };
}
function parseGiven(given, entry, problems) {
  let parsed = entry.parse(given.raw);
  if ("value" in parsed) return parsed.value;
  problems.add(wrongValue(given, parsed, entry.visibility === "secret"));
}
function resolveSetting(given, entry, { problems, environment, inputs }) {
  if (given !== void 0) {
    let before = problems.all.length, value = parseGiven(given, entry, problems);
    if (problems.all.length === before) return { value, source: given.origin.source };
  }
  try {
    return { value: entry.fallback(environment, inputs), source: "default" };
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    return given === void 0 && problems.add(error), { value: void 0, source: "default" };
  }
}
var subjectOf = {
  input: (name) => ({ code: "INPUT_INVALID", subject: `The input \`${name}\`` }),
  config: (name) => ({ code: "CONFIG_VALUE_INVALID", subject: `\`${name}\` in the config file` }),
  "shared-config": (name) => ({ code: "CONFIG_VALUE_INVALID", subject: name }),
  "chart-releaser": (name) => ({ code: "CHART_RELEASER_REFUSED", subject: name }),
  "chart-testing": (name) => ({ code: "CHART_TESTING_REFUSED", subject: name })
};
function wrongValue({ raw, origin }, { allowed, hint, found }, isSecret) {
  let { code, subject } = subjectOf[origin.source](origin.name), value = isSecret ? "a value that is not shown" : found ?? quotedValue(raw);
  return new ReleaseError(code, `${subject} is ${value}; allowed: ${allowed}.`, { hint, at: origin.at });
}

export {
  givenInput,
  collectProblems,
  parseGiven,
  resolveSetting
};
