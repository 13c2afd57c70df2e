import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/platform/file-error.ts
function codeOf(error) {
  return typeof error == "object" && error !== null && "code" in error ? String(error.code) : void 0;
}
var REASONS = /* @__PURE__ */ new Map([
  ["EISDIR", "it is a folder"],
  ["ENOENT", "there is no such file or folder"],
  ["ENOTDIR", "a part of its path is not a folder"],
  ["EEXIST", "something else stands in its place"],
  ["EACCES", "this user has no right to it"],
  ["EPERM", "this user has no right to it"],
  ["EROFS", "the file system is read-only"],
  ["ELOOP", "its links lead in a loop"],
  ["ENAMETOOLONG", "its name is too long"],
  ["ENXIO", "it is a pipe, a socket or a device"],
  ["ENODEV", "it is a device"],
  ["EMFILE", "too many files are open"],
  ["EIO", "the disk answers with an error"],
  ["ERR_INVALID_ARG_VALUE", "a path must not contain a null byte"]
]);
function reasonOf(error) {
  let code = codeOf(error), known = code === void 0 ? void 0 : REASONS.get(code);
  return known !== void 0 ? known : error instanceof Error ? error.message : String(error);
}

export {
  codeOf,
  reasonOf
};
