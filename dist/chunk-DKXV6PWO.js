import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/chart/values-schema.ts
var SCHEMA = /(^|\/)values\.schema\.json$/, REFERENCES = /* @__PURE__ */ new Set(["$ref", "$dynamicRef", "$recursiveRef"]), IDS = /* @__PURE__ */ new Set(["$id", "id"]), DRAFT = /^https?:\/\/json-schema\.org\//, PLAIN_ID = /^(?:#.*|(?!(?:.*\/)?\.{1,2}(?:\/|#?$))[\w+.~:/@!$&'()*,;=-]*#?)$/, MAX_DEPTH = 200;
function isSchemaFile(path) {
  return SCHEMA.test(path);
}
function readSchema(content) {
  let schema;
  try {
    let text = new TextDecoder("utf-8", { fatal: !0 }).decode(content);
    schema = JSON.parse(text);
  } catch (error) {
    return { kind: "unreadable", problem: `is not valid JSON: ${(error instanceof SyntaxError ? error.message : "it is not UTF-8").slice(0, 200)}` };
  }
  let found = { references: !1, oddId: void 0 }, reference = outside(schema, MAX_DEPTH, found) ?? (found.references ? found.oddId : void 0);
  return reference === void 0 ? { kind: "closed" } : { kind: "open", reference };
}
function outside(value, depth, found) {
  if (!(typeof value != "object" || value === null)) {
    if (depth === 0) return "something nested too deep";
    for (let [key, inner] of Object.entries(value)) {
      let reference = typeof inner == "string" ? leadsOut(key, inner, found) : outside(inner, depth - 1, found);
      if (reference !== void 0) return reference;
    }
  }
}
function leadsOut(key, text, found) {
  if (IDS.has(key) && !PLAIN_ID.test(text) && (found.oddId ??= text), key === "$schema") return DRAFT.test(text) ? void 0 : text;
  if (REFERENCES.has(key))
    return found.references = !0, text.startsWith("#") || DRAFT.test(text) ? void 0 : text;
}

export {
  isSchemaFile,
  readSchema
};
