import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/async/concurrency.ts
async function mapConcurrent(items, bound, work) {
  let results = [], next = 0, worker = async () => {
    for (; next < items.length; ) {
      let index = next;
      next += 1;
      try {
        results[index] = await work(items[index]);
      } catch (error) {
        throw next = items.length, error;
      }
    }
  }, workers = Array.from({ length: Math.min(bound, items.length) }, worker), failed = (await Promise.allSettled(workers)).find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
  return results;
}
async function allOf(promises) {
  return (await Promise.allSettled(promises)).map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
}
function createLimiter(bound) {
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
  mapConcurrent,
  allOf,
  createLimiter
};
