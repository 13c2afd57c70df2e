import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/gate.ts
function createGate(bound) {
  let waiting = [], free = bound;
  return async (work) => {
    free > 0 ? free -= 1 : await new Promise((pass) => waiting.push(pass));
    try {
      return await work();
    } finally {
      let next = waiting.shift();
      next ? next() : free += 1;
    }
  };
}

export {
  createGate
};
