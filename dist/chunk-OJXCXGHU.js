import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/chart/lint/closed-schema.ts
import { createHash } from "node:crypto";

// src/chart/lint/schema-resources.ts
var SELF = "file:///values.schema.json", DRAFT = /^https?:\/\/json-schema\.org\//, PLAIN = /^(?!(?:.*\/)?\.{1,2}(?:\/|$))[\w+.~:/@!$&'()*,;=-]*$/, PLAIN_ID = /^(?:#.*|(?!(?:.*\/)?\.{1,2}(?:\/|#?$))[\w+.~:/@!$&'()*,;=-]*#?)$/, SCHEME = /^[a-z][a-z\d+.-]*:/i;
var OLD_DRAFT = /\/draft-0[3-7]\//;
function isPlainId(id) {
  return PLAIN_ID.test(id);
}
function isObject(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}
function schemaDocument(root) {
  let dialect = isObject(root) && typeof root.$schema == "string" ? root.$schema : "", idKey = dialect.includes("/draft-04/") ? "id" : "$id", isOld = OLD_DRAFT.test(dialect), base = baseIn(root, idKey, SELF), resources = /* @__PURE__ */ new Set([SELF, base]);
  return collect(root, { idKey, isOld, base, resources }, 20), { base, idKey, siblingsCount: !isOld, resources, mentioned: idsIn(root, base, 200) };
}
function idsIn(value, base, depth, ids = /* @__PURE__ */ new Set()) {
  if (typeof value != "object" || value === null || depth === 0) return ids;
  for (let id of isObject(value) ? [value.$id, value.id] : []) {
    let address = typeof id == "string" ? resolve(base, id.replace(/#.*$/s, "")) : void 0;
    address !== void 0 && ids.add(address);
  }
  for (let inner of Object.values(value)) idsIn(inner, base, depth - 1, ids);
  return ids;
}
function collect(schema, collecting, depth) {
  let { idKey, isOld, base, resources } = collecting, containers = isObject(schema) ? [schema.definitions, isOld ? void 0 : schema.$defs] : [];
  for (let one of containers.filter(isObject).flatMap(Object.values)) {
    let id = isObject(one) ? one[idKey] : void 0;
    if (!isObject(one) || typeof id != "string" || "$schema" in one || isOld && "$ref" in one) continue;
    let address = resolve(base, id);
    id.startsWith("#") || !PLAIN.test(id) || address === void 0 || (resources.add(address), depth > 0 && collect(one, { ...collecting, base: address }, depth - 1));
  }
}
function baseIn(schema, idKey, base) {
  let id = isObject(schema) ? schema[idKey] : void 0;
  return typeof id != "string" || id.startsWith("#") ? base : resolve(base, id.replace(/#.*$/s, "")) ?? base;
}
function destinationOf(reference, base, { resources, mentioned }) {
  if (reference === "" || reference.startsWith("#") || DRAFT.test(reference) || reference.startsWith("urn:")) return "inside";
  let target = reference.replace(/#.*$/s, ""), address = resolve(base, target);
  return address !== void 0 && PLAIN.test(target) && resources.has(address) ? "inside" : address !== void 0 && mentioned.has(address) || /^https?:/i.test(address ?? base) ? "address" : "missing";
}
function dialectOf(dialect) {
  return DRAFT.test(dialect) || /^(?!\/\/)[\w./#-]*$/.test(dialect) ? "inside" : /^https?:/i.test(dialect) ? "address" : "missing";
}
function resolve(base, reference) {
  if (SCHEME.test(reference)) return reference;
  let [, scheme, origin, folder] = /^([a-z][a-z\d+.-]*:)(\/\/[^/]*)?(.*\/)?[^/]*$/is.exec(base) ?? [];
  if (!(scheme === void 0 || origin === void 0))
    return reference === "" ? base : reference.startsWith("//") ? `${scheme}${reference}` : reference.startsWith("/") ? `${scheme}${origin}${reference}` : `${scheme}${origin}${folder ?? "/"}${reference}`;
}

// src/chart/lint/closed-schema.ts
var REFERENCES = ["$ref", "$dynamicRef", "$recursiveRef"], BY_NAME = /* @__PURE__ */ new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
  "dependentSchemas",
  "dependencies"
]), DEFINITIONS = /* @__PURE__ */ new Set([
  "$schema",
  "$id",
  "id",
  "$anchor",
  "$dynamicAnchor",
  "$defs",
  "definitions"
]), DATA = /* @__PURE__ */ new Set(["enum", "const", "default", "examples"]), INVERTING = /* @__PURE__ */ new Set([
  "not",
  "if",
  "then",
  "else",
  "oneOf",
  "contains",
  "minContains",
  "maxContains",
  "unevaluatedProperties",
  "unevaluatedItems"
]);
function closedSchema(schema, document, { relaxed }) {
  let missing = /* @__PURE__ */ new Map(), closed = close(schema, { document, base: document.base, relaxed, missing });
  return { closed: isObject(closed) ? withPlainId(closed, document) : closed, missing };
}
function withPlainId(schema, { idKey }) {
  let id = schema[idKey];
  if (typeof id != "string" || isPlainId(id)) return schema;
  let { [idKey]: _, ...rest } = schema, fragment = /#.+$/s.exec(id)?.[0];
  return fragment === void 0 ? rest : { [idKey]: fragment, ...rest };
}
function close(value, closing) {
  if (Array.isArray(value)) return value.map((item) => close(item, closing));
  if (!isObject(value)) return value;
  let { document, relaxed } = closing, inside = { ...closing, base: baseIn(value, document.idKey, closing.base) }, lost = REFERENCES.find((key) => leadsTo("missing", value[key], inside));
  if (lost) return { ...parts(pick(value), inside), $ref: `#/${markOf(String(value[lost]), closing)}` };
  let open = REFERENCES.filter((key) => leadsTo("address", value[key], inside)), known = open.length > 0 && !document.siblingsCount ? pick(value) : without(value, open), whole = parts(known, inside);
  return relaxed ? relax(whole) : whole;
}
function parts(schema, closing) {
  return Object.fromEntries(Object.entries(schema).flatMap(([key, value]) => part(key, value, closing)));
}
function part(key, value, closing) {
  if (DATA.has(key)) return leadsOut(value) ? [] : [[key, value]];
  if (key === "$schema" && typeof value == "string" && dialectOf(value) === "missing")
    return [[key, markOf(value, closing)]];
  if (!BY_NAME.has(key) || !isObject(value)) return [[key, close(value, closing)]];
  let named = Object.entries(value).map(([name, schema]) => [name, close(schema, closing)]);
  return [[key, Object.fromEntries(named)]];
}
function relax(schema) {
  let inverting = Object.entries(schema).filter(([key]) => INVERTING.has(key));
  if (inverting.length === 0) return schema;
  let schemas = inverting.flatMap(([, value]) => value).filter(isObject), known = Array.isArray(schema.allOf) ? schema.allOf : [];
  return { ...without(
    schema,
    inverting.map(([key]) => key)
  ), allOf: [...known, { anyOf: [{}, ...schemas] }] };
}
function leadsTo(destination, reference, { document, base }) {
  return typeof reference == "string" && destinationOf(reference, base, document) === destination;
}
function leadsOut(value) {
  return /"\$(?:ref|dynamicRef|recursiveRef|schema|id)"|"id"/.test(JSON.stringify(value));
}
function markOf(reference, { missing }) {
  let mark = `outside-of-the-package-${createHash("sha256").update(reference).digest("hex").slice(0, 16)}`;
  return missing.set(mark, reference), mark;
}
function pick(schema) {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => DEFINITIONS.has(key)));
}
function without(schema, keys) {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));
}

// src/chart/lint/values-schema.ts
var SCHEMA = /(^|\/)values\.schema\.json$/, IDS = /* @__PURE__ */ new Set(["$id", "id"]), REFERENCES2 = /* @__PURE__ */ new Set(["$ref", "$dynamicRef", "$recursiveRef"]), MAX_DEPTH = 200;
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
  return judge(schema);
}
function judge(schema) {
  let found = findingsIn(schema);
  if (found === void 0) return { kind: "open", reference: "something nested too deep" };
  let [reference] = outside(found);
  if (reference === void 0) return { kind: "closed" };
  let rest = restOf(schema, found);
  return { kind: "open", reference, ...rest && { rest } };
}
function restOf(schema, found) {
  let { document, addresses } = found;
  if (found.dialects.length > 0 || oddIdsIn(found).some((id) => id !== rootId(schema, document))) return;
  let { closed, missing } = closedSchema(schema, document, { relaxed: addresses.length > 0 }), left = findingsIn(closed);
  if (!(left === void 0 || outside(left).length > 0))
    return { content: Buffer.from(JSON.stringify(closed)), addresses: [...new Set(addresses)], missing };
}
function findingsIn(schema) {
  let document = schemaDocument(schema), found = { document, references: !1, oddIds: [], addresses: [], missing: [], dialects: [] };
  return look(schema, { base: document.base, depth: MAX_DEPTH, found }) ? found : void 0;
}
function outside(found) {
  return [...found.dialects, ...found.addresses, ...found.missing, ...oddIdsIn(found)];
}
function oddIdsIn({ references, oddIds }) {
  return references ? oddIds : [];
}
function rootId(schema, { idKey }) {
  return isObject(schema) ? schema[idKey] : void 0;
}
function look(value, looking) {
  if (typeof value != "object" || value === null) return !0;
  let { depth, found } = looking;
  if (depth === 0) return !1;
  let base = baseIn(value, found.document.idKey, looking.base);
  return Object.entries(value).every(([key, inner]) => typeof inner != "string" ? look(inner, { ...looking, base, depth: depth - 1 }) : (note(key, inner, { base, found }), !0));
}
function note(key, text, { base, found }) {
  if (IDS.has(key) && !isPlainId(text) && found.oddIds.push(text), key === "$schema") {
    let destination2 = dialectOf(text);
    destination2 === "address" && found.dialects.push(text), destination2 === "missing" && found.missing.push(text);
  }
  if (!REFERENCES2.has(key)) return;
  found.references = !0;
  let destination = destinationOf(text, base, found.document);
  destination === "address" && found.addresses.push(text), destination === "missing" && found.missing.push(text);
}

export {
  isSchemaFile,
  readSchema
};
