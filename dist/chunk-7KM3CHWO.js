import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  retryAfterMs
} from "./chunk-7MH6OKBE.js";
import {
  backoffMs
} from "./chunk-KJ6KRM6E.js";
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";
import {
  durationText
} from "./chunk-GQNI6KFR.js";

// src/signing/services/outages.ts
var BACKOFF = { firstMs: 1e3, longestMs: 15e3, jitter: 0.5 }, longestAskedPauseMs = 6e4, tellEveryMs = 2e4, PAUSE_UNITS = { second: 0, minute: 90 };
function createOutageRetry({ clock, log, timeoutMs }) {
  let outages = /* @__PURE__ */ new Map();
  function outageOf(key, since) {
    let known = outages.get(key);
    if (known) return known;
    let begun = { since, toldAt: void 0 };
    return outages.set(key, begun), begun;
  }
  function tell(outage, why, leftMs) {
    let now = clock.monotonic();
    outage.toldAt !== void 0 && now - outage.toldAt < tellEveryMs || (outage.toldAt = now, log.info(`${why}; trying again for another ${durationText(leftMs, PAUSE_UNITS)}`));
  }
  async function persist(key, once, worthwhile = () => !0) {
    for (let tries = 1; ; tries += 1) {
      let started = clock.monotonic(), attempt = await once();
      if ("result" in attempt)
        return outages.delete(key), attempt;
      let outage = outageOf(key, started), leftMs = outage.since + timeoutMs - clock.monotonic();
      if (leftMs <= 0) throw gaveUp(attempt.away, timeoutMs, attempt.cause);
      if (tell(outage, attempt.away, leftMs), await clock.sleep(Math.min(Math.max(backoffMs(BACKOFF, tries, clock), attempt.pauseMs), leftMs)), !worthwhile()) return;
    }
  }
  return {
    async request({ service, send, passing = [], worthwhile }) {
      let attempt = async () => {
        let result = await send();
        return !isOutage(result.status) && !passing.includes(result.status) ? { result } : { away: `${service.name} at ${new URL(service.url).host} answers ${result.status}`, pauseMs: Math.min(retryAfterMs(result.headers, clock.now()) ?? 0, longestAskedPauseMs) };
      };
      return (await persist(service.url, () => unlessAway(service.name, attempt), worthwhile))?.result;
    },
    async run({ name, attempt }) {
      let ended = await persist(name, () => unlessAway(name, async () => ({ result: await attempt() })));
      if (ended === void 0) throw new ReleaseError("BUG_UNEXPECTED", `${name} was not waited for`);
      return ended.result;
    }
  };
}
async function unlessAway(name, attempt) {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ReleaseError) || !passesByItself(error)) throw error;
    return { away: `${name}: ${error.message}`, pauseMs: 0, cause: error };
  }
}
function isOutage(status) {
  return status === 408 || status === 429 || status >= 500;
}
function passesByItself({ code, hint }) {
  return ["OIDC_FAILED", "REMOTE_TIMEOUT", "REMOTE_TRUNCATED", "REMOTE_UNREACHABLE"].includes(code) && hint === void 0;
}
function gaveUp(away, timeoutMs, cause) {
  return new ReleaseError("SIGSTORE_UNAVAILABLE", `${away}, and did so for ${durationText(timeoutMs, PAUSE_UNITS)}`, {
    hint: "Run the workflow again later: it carries on where this one stopped. `sigstore-timeout` says how long a run waits.",
    cause
  });
}

export {
  createOutageRetry
};
