import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/http/retry-after.ts
function retryAfterMs(headers, now) {
  let asked = headers["retry-after"]?.trim();
  if (!asked) return;
  let pause = /^\d+$/.test(asked) ? Number(asked) * 1e3 : Date.parse(asked) - serverTime(headers, now);
  return Number.isNaN(pause) ? void 0 : Math.max(pause, 0);
}
function serverTime({ date }, now) {
  let told = Date.parse(date ?? "");
  return Number.isNaN(told) ? now.getTime() : told;
}

export {
  retryAfterMs,
  serverTime
};
