import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/git/commits.ts
function shortCommit(commit) {
  return commit.slice(0, 12);
}
var OUR_TRAILER = "Release-Charts", OUR_SUBJECT = "chore(release): ";

export {
  shortCommit,
  OUR_TRAILER,
  OUR_SUBJECT
};
