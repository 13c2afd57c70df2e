import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/async/memoize.ts
function shared(started) {
  return started.catch(() => {
  }), started;
}
function withoutRepeats(tell) {
  let told = /* @__PURE__ */ new Set();
  return (text) => {
    told.has(text) || tell(text), told.add(text);
  };
}
function memoizeAsync(work) {
  let result;
  return () => (result ??= shared(work()), result);
}
function createMemo(isFinal = () => !1) {
  let held, hold = (result) => (held = result, result.catch((failure) => {
    held === result && !isFinal(failure) && (held = void 0);
  }), result);
  return {
    get: (work) => held ?? hold(work()),
    held: () => held,
    hold,
    forget() {
      held = void 0;
    }
  };
}

export {
  shared,
  withoutRepeats,
  memoizeAsync,
  createMemo
};
