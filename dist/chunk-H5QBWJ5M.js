import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  compareBytes,
  fieldsOf,
  goJson,
  itemsOf,
  parseYaml,
  readChartYaml,
  requiredLevel,
  scalarOf,
  spanOf
} from "./chunk-YNK6PWWT.js";
import {
  sideBySide
} from "./chunk-KH6FLTII.js";
import {
  cut,
  showInvisible
} from "./chunk-FIDW7E7B.js";
import {
  require_dist
} from "./chunk-LUKFATWU.js";
import {
  require_semver
} from "./chunk-7STEZKKG.js";
import {
  ReleaseError,
  ReleaseErrors,
  asReleaseError
} from "./chunk-ML2R4HDD.js";
import {
  __toESM
} from "./chunk-ELTLOH4X.js";

// src/inputs/nearest.ts
function nearest(name2, known) {
  let plain = simplified(name2), [best] = known.map((candidate) => ({ candidate, distance: distance(plain, simplified(candidate)) })).sort((a, b) => a.distance - b.distance);
  return best !== void 0 && best.distance <= Math.floor(plain.length / 3) ? best.candidate : void 0;
}
function simplified(name2) {
  return name2.slice(0, 60).toLowerCase().replace(/[-_.\s]/g, "");
}
function distance(from, to) {
  let before = [], row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i2 = 1; i2 <= from.length; i2++) {
    let next = [i2];
    for (let j = 1; j <= to.length; j++) {
      let replaced = (row[j - 1] ?? 0) + (from[i2 - 1] === to[j - 1] ? 0 : 1), swapped = i2 > 1 && j > 1 && from[i2 - 1] === to[j - 2] && from[i2 - 2] === to[j - 1], edits = [replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1];
      next.push(Math.min(...edits, ...swapped ? [(before[j - 2] ?? 0) + 1] : []));
    }
    before = row, row = next;
  }
  return row[to.length] ?? 0;
}

// src/bump/fixed/fixed.ts
var fixed = {
  names: ["none", "patch", "minor", "major"],
  needs: [],
  counts: () => !1,
  decide({ setting }) {
    if (!(setting !== "patch" && setting !== "minor" && setting !== "major"))
      return { level: setting, reason: `\`bump: ${setting}\`` };
  }
};

// src/bump/from-findings.ts
function fromFindings({ name: name2, needs, counts, levelOf, otherwise, isBlind }) {
  function decide({ findings, released, zeroMajor: zeroMajor2 }) {
    let counted = findings.filter(counts), because = counted.find((one) => levelOf([one], "1.0.0", "major") === levelOf(counted, "1.0.0", "major")), level = levelOf(counted, released, zeroMajor2);
    if (level === "none" || !because) return { level: "patch", reason: counted.find(isBlind)?.text ?? otherwise };
    let early = because.level !== level ? ", which is minor before 1.0.0" : "";
    return { level, reason: `${findingWords(because)}${early}`, because };
  }
  return { names: [name2], needs, counts, decide };
}
var MAX_TEXT = 300, WORDS = {
  major: "breaking",
  minor: "new",
  patch: "changed",
  none: "note"
};
function findingWords({ level, text: text4, at }) {
  let line = cut(text4.replace(/\s+/g, " ").trim().replace(/\.$/, ""), MAX_TEXT), place = at === void 0 || at.line === void 0 && line.includes(at.file) ? "" : ` (${[at.file, at.line].filter((part) => part !== void 0).join(":")})`;
  return `${WORDS[level]}: ${line}${place}`;
}

// src/bump/app-version/frozen.ts
var import_yaml = __toESM(require_dist(), 1);
var MAX_LENGTH = 5 * 1024 * 1024, MAX_DEPTH = 20;
function frozenAppVersion(old, now, manifest) {
  let [was, is] = [appVersionIn(old), appVersionIn(now)];
  if (was === void 0 || was !== is) return [];
  let before = new Map(tagsIn(old).map((tag) => [tag.path, tag.value])), moved = tagsIn(now).find(({ path, value }) => {
    let earlier = before.get(path), isTheApp = path === "image.tag" || bare(earlier ?? "") === bare(was);
    return earlier !== void 0 && earlier !== value && isTheApp && bare(value) !== bare(is);
  });
  if (!moved) return [];
  let line = manifest.appVersionSpan?.line;
  return [
    {
      level: "none",
      kind: "metadata",
      rule: "app-version/frozen",
      subject: moved.path,
      text: `${moved.path} went from ${before.get(moved.path)} to ${moved.value}, and appVersion is still ${is} (${["Chart.yaml", line].filter((part) => part !== void 0).join(":")}). \`app-version: values:${moved.path}\` keeps them together`,
      was: before.get(moved.path) ?? "",
      is: moved.value,
      at: { file: "values.yaml", line: moved.line }
    }
  ];
}
function appVersionIn(files) {
  return quietly(() => readChartYaml(textOf(files, "Chart.yaml"), "Chart.yaml").appVersion);
}
function tagsIn(files) {
  let tags = [];
  return quietly(() => {
    let yaml = parseYaml(textOf(files, "values.yaml"), {
      file: "values.yaml",
      code: "VALUES_INVALID",
      maxLength: MAX_LENGTH
    });
    collect(yaml, yaml.root, [], tags);
  }), tags;
}
function collect(yaml, node, path, tags) {
  if (!(0, import_yaml.isMap)(node) || path.length > MAX_DEPTH) return;
  let fields2 = fieldsOf(yaml, node, "a value");
  for (let [name2, { value }] of fields2) {
    if ((0, import_yaml.isMap)(value) && collect(yaml, value, [...path, name2], tags), name2 !== "tag" || value === void 0 || !("value" in value)) continue;
    let isImage = fields2.has("repository") || /image$/i.test(path.at(-1) ?? ""), { text: text4, kind } = scalarOf(yaml, value, "a tag");
    isImage && kind !== "null" && text4 !== "" && tags.push({ path: [...path, name2].join("."), value: text4, line: spanOf(yaml, value).line });
  }
}
function bare(text4) {
  return text4.replace(/^v(?=\d)/, "");
}
function textOf(files, path) {
  return Buffer.from(files.get(path) ?? []).toString();
}
function quietly(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReleaseError) return;
    throw error;
  }
}

// src/bump/app-version/rule.ts
var MAX_LENGTH2 = 256, MAX_PARTS = 20, MAX_PATHS = 10, VALUES = "values:";
function parseAppVersionRule(text4) {
  let rule = text4.trim();
  return rule === "" ? { rule: "keep" } : rule === "sha" || rule === "tag" ? { rule } : rule.startsWith(VALUES) ? { rule: "values", paths: parsePaths(checked(rule).slice(VALUES.length)) } : { rule: "literal", value: checked(rule) };
}
function checked(value) {
  if (value.length > MAX_LENGTH2) throw invalid(`app-version is longer than ${MAX_LENGTH2} characters`);
  let hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.exec(value);
  if (!hidden) return value;
  let code = hidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  throw invalid(`app-version holds the character U+${code}`);
}
function parsePaths(text4) {
  let paths = [[""]];
  for (let [whole, escaped] of text4.matchAll(/\\(.)|./gu)) {
    let parts = paths.at(-1) ?? [];
    whole === "," ? paths.push([""]) : whole === "." ? parts.push("") : parts[parts.length - 1] += escaped ?? whole;
  }
  let trimmed = paths.map((parts) => parts.map((part, index) => index === 0 ? part.trimStart() : part));
  if (!/(?:^|[^\\])(?:\\\\)*\\$/.test(text4) && paths.length <= MAX_PATHS && trimmed.every(isPath)) return trimmed;
  throw invalid(`app-version names no place in values.yaml: ${JSON.stringify(text4)}`, "Write it as `values:image.tag`; a dot inside a key as `\\.`, further places after commas.");
}
function isPath(parts) {
  return parts.length <= MAX_PARTS && parts.every((part) => part !== "");
}
function invalid(message, hint) {
  return new ReleaseError("APP_VERSION_INVALID", message, { hint });
}

// src/bump/app-version/values.ts
var import_yaml2 = __toESM(require_dist(), 1);
var MAX_LENGTH3 = 5 * 1024 * 1024;
function valueAt(text4, path, file) {
  let yaml = parseYaml(text4, { file, code: "VALUES_INVALID", maxLength: MAX_LENGTH3 }), node = yaml.root, last = node;
  for (let [index, part] of path.entries()) {
    let found = step(yaml, node, part);
    if (found === void 0) throw missing(yaml, last, `has no \`${path.slice(0, index + 1).join(".")}\``);
    last = found.at, node = found.value;
  }
  if ((0, import_yaml2.isMap)(node) || (0, import_yaml2.isSeq)(node)) throw missing(yaml, last, `has no single value at \`${path.join(".")}\``);
  let { kind } = scalarOf(yaml, node, "a value");
  if (node === void 0 || kind === "null") throw missing(yaml, last, `has nothing at \`${path.join(".")}\``);
  return { value: sourceOf(yaml, node), line: spanOf(yaml, node).line };
}
function step(yaml, node, part) {
  if ((0, import_yaml2.isMap)(node)) {
    let field = fieldsOf(yaml, node, "a value").get(part);
    return field && { at: field.key, value: field.value };
  }
  let item = (0, import_yaml2.isSeq)(node) && /^\d{1,6}$/.test(part) ? itemsOf(yaml, node, "a value")[Number(part)] : void 0;
  return item && { at: item, value: item };
}
function sourceOf(yaml, node) {
  let text4 = "value" in node && typeof node.value == "string" ? node.value.replace(/\n+$/, "") : "";
  if (text4.trim() !== "" && !text4.includes(`
`)) return text4;
  throw missing(yaml, node, "has a value of no or several lines where appVersion comes from");
}
function missing(yaml, near, what) {
  let { line, column } = near ? spanOf(yaml, near) : { line: 1, column: 1 }, hint = "Set `app-version: values:<path>` to where values.yaml holds the version, e.g. `values:image.tag`.";
  return new ReleaseError("VALUES_PATH_MISSING", `${yaml.file} ${what}`, {
    at: { file: yaml.file, line, column },
    hint
  });
}

// src/bump/auto/side.ts
import { posix } from "node:path";

// src/chart/gzip.ts
import { crc32, gunzipSync } from "node:zlib";

// node_modules/fflate/esm/index.mjs
import { createRequire } from "module";
var require2 = createRequire("/"), _a, Worker, isMarkedAsUntransferable;
try {
  _a = require2("worker_threads"), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable;
} catch {
}
var u8 = Uint8Array, u16 = Uint16Array, i32 = Int32Array, fleb = new u8([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
  /* unused */
  0,
  0,
  /* impossible */
  0
]), fdeb = new u8([
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
  /* unused */
  0,
  0
]), clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]), freb = function(eb, start) {
  for (var b = new u16(31), i2 = 0; i2 < 31; ++i2)
    b[i2] = start += 1 << eb[i2 - 1];
  for (var r = new i32(b[30]), i2 = 1; i2 < 30; ++i2)
    for (var j = b[i2]; j < b[i2 + 1]; ++j)
      r[j] = j - b[i2] << 5 | i2;
  return { b, r };
}, _a = freb(fleb, 2), fl = _a.b, revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0), fd = _b.b, revfd = _b.r, rev = new u16(32768);
for (i = 0; i < 32768; ++i)
  x = (i & 43690) >> 1 | (i & 21845) << 1, x = (x & 52428) >> 2 | (x & 13107) << 2, x = (x & 61680) >> 4 | (x & 3855) << 4, rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
var x, i, hMap = (function(cd, mb, r) {
  for (var s = cd.length, i2 = 0, l = new u16(mb); i2 < s; ++i2)
    cd[i2] && ++l[cd[i2] - 1];
  var le = new u16(mb);
  for (i2 = 1; i2 < mb; ++i2)
    le[i2] = le[i2 - 1] + l[i2 - 1] << 1;
  var co;
  if (r) {
    co = new u16(1 << mb);
    var rvb = 15 - mb;
    for (i2 = 0; i2 < s; ++i2)
      if (cd[i2])
        for (var sv = i2 << 4 | cd[i2], r_1 = mb - cd[i2], v = le[cd[i2] - 1]++ << r_1, m = v | (1 << r_1) - 1; v <= m; ++v)
          co[rev[v] >> rvb] = sv;
  } else
    for (co = new u16(s), i2 = 0; i2 < s; ++i2)
      cd[i2] && (co[i2] = rev[le[cd[i2] - 1]++] >> 15 - cd[i2]);
  return co;
}), flt = new u8(288);
for (i = 0; i < 144; ++i)
  flt[i] = 8;
var i;
for (i = 144; i < 256; ++i)
  flt[i] = 9;
var i;
for (i = 256; i < 280; ++i)
  flt[i] = 7;
var i;
for (i = 280; i < 288; ++i)
  flt[i] = 8;
var i, fdt = new u8(32);
for (i = 0; i < 32; ++i)
  fdt[i] = 5;
var i, flm = /* @__PURE__ */ hMap(flt, 9, 0);
var fdm = /* @__PURE__ */ hMap(fdt, 5, 0);
var shft = function(p) {
  return (p + 7) / 8 | 0;
}, slc = function(v, s, e) {
  return (s == null || s < 0) && (s = 0), (e == null || e > v.length) && (e = v.length), new u8(v.subarray(s, e));
};
var wbits = function(d, p, v) {
  v <<= p & 7;
  var o = p / 8 | 0;
  d[o] |= v, d[o + 1] |= v >> 8;
}, wbits16 = function(d, p, v) {
  v <<= p & 7;
  var o = p / 8 | 0;
  d[o] |= v, d[o + 1] |= v >> 8, d[o + 2] |= v >> 16;
}, hTree = function(d, mb) {
  for (var t = [], i2 = 0; i2 < d.length; ++i2)
    d[i2] && t.push({ s: i2, f: d[i2] });
  var s = t.length, t2 = t.slice();
  if (!s)
    return { t: et, l: 0 };
  if (s == 1) {
    var v = new u8(t[0].s + 1);
    return v[t[0].s] = 1, { t: v, l: 1 };
  }
  t.sort(function(a, b) {
    return a.f - b.f;
  }), t.push({ s: -1, f: 25001 });
  var l = t[0], r = t[1], i0 = 0, i1 = 1, i22 = 2;
  for (t[0] = { s: -1, f: l.f + r.f, l, r }; i1 != s - 1; )
    l = t[t[i0].f < t[i22].f ? i0++ : i22++], r = t[i0 != i1 && t[i0].f < t[i22].f ? i0++ : i22++], t[i1++] = { s: -1, f: l.f + r.f, l, r };
  for (var maxSym = t2[0].s, i2 = 1; i2 < s; ++i2)
    t2[i2].s > maxSym && (maxSym = t2[i2].s);
  var tr = new u16(maxSym + 1), mbt = ln(t[i1 - 1], tr, 0);
  if (mbt > mb) {
    var i2 = 0, dt = 0, lft = mbt - mb, cst = 1 << lft;
    for (t2.sort(function(a, b) {
      return tr[b.s] - tr[a.s] || a.f - b.f;
    }); i2 < s; ++i2) {
      var i2_1 = t2[i2].s;
      if (tr[i2_1] > mb)
        dt += cst - (1 << mbt - tr[i2_1]), tr[i2_1] = mb;
      else
        break;
    }
    for (dt >>= lft; dt > 0; ) {
      var i2_2 = t2[i2].s;
      tr[i2_2] < mb ? dt -= 1 << mb - tr[i2_2]++ - 1 : ++i2;
    }
    for (; i2 >= 0 && dt; --i2) {
      var i2_3 = t2[i2].s;
      tr[i2_3] == mb && (--tr[i2_3], ++dt);
    }
    mbt = mb;
  }
  return { t: new u8(tr), l: mbt };
}, ln = function(n, l, d) {
  return n.s == -1 ? Math.max(ln(n.l, l, d + 1), ln(n.r, l, d + 1)) : l[n.s] = d;
}, lc = function(c) {
  for (var s = c.length; s && !c[--s]; )
    ;
  for (var cl = new u16(++s), cli = 0, cln = c[0], cls = 1, w = function(v) {
    cl[cli++] = v;
  }, i2 = 1; i2 <= s; ++i2)
    if (c[i2] == cln && i2 != s)
      ++cls;
    else {
      if (!cln && cls > 2) {
        for (; cls > 138; cls -= 138)
          w(32754);
        cls > 2 && (w(cls > 10 ? cls - 11 << 5 | 28690 : cls - 3 << 5 | 12305), cls = 0);
      } else if (cls > 3) {
        for (w(cln), --cls; cls > 6; cls -= 6)
          w(8304);
        cls > 2 && (w(cls - 3 << 5 | 8208), cls = 0);
      }
      for (; cls--; )
        w(cln);
      cls = 1, cln = c[i2];
    }
  return { c: cl.subarray(0, cli), n: s };
}, clen = function(cf, cl) {
  for (var l = 0, i2 = 0; i2 < cl.length; ++i2)
    l += cf[i2] * cl[i2];
  return l;
}, wfblk = function(out, pos, dat) {
  var s = dat.length, o = shft(pos + 2);
  out[o] = s & 255, out[o + 1] = s >> 8, out[o + 2] = out[o] ^ 255, out[o + 3] = out[o + 1] ^ 255;
  for (var i2 = 0; i2 < s; ++i2)
    out[o + i2 + 4] = dat[i2];
  return (o + 4 + s) * 8;
}, wblk = function(dat, out, final, syms, lf, df, eb, li, bs, bl, p) {
  wbits(out, p++, final), ++lf[256];
  for (var _a2 = hTree(lf, 15), dlt = _a2.t, mlb = _a2.l, _b2 = hTree(df, 15), ddt = _b2.t, mdb = _b2.l, _c = lc(dlt), lclt = _c.c, nlc = _c.n, _d = lc(ddt), lcdt = _d.c, ndc = _d.n, lcfreq = new u16(19), i2 = 0; i2 < lclt.length; ++i2)
    ++lcfreq[lclt[i2] & 31];
  for (var i2 = 0; i2 < lcdt.length; ++i2)
    ++lcfreq[lcdt[i2] & 31];
  for (var _e = hTree(lcfreq, 7), lct = _e.t, mlcb = _e.l, nlcc = 19; nlcc > 4 && !lct[clim[nlcc - 1]]; --nlcc)
    ;
  var flen = bl + 5 << 3, ftlen = clen(lf, flt) + clen(df, fdt) + eb, dtlen = clen(lf, dlt) + clen(df, ddt) + eb + 14 + 3 * nlcc + clen(lcfreq, lct) + 2 * lcfreq[16] + 3 * lcfreq[17] + 7 * lcfreq[18];
  if (bs >= 0 && flen <= ftlen && flen <= dtlen)
    return wfblk(out, p, dat.subarray(bs, bs + bl));
  var lm, ll, dm, dl;
  if (wbits(out, p, 1 + (dtlen < ftlen)), p += 2, dtlen < ftlen) {
    lm = hMap(dlt, mlb, 0), ll = dlt, dm = hMap(ddt, mdb, 0), dl = ddt;
    var llm = hMap(lct, mlcb, 0);
    wbits(out, p, nlc - 257), wbits(out, p + 5, ndc - 1), wbits(out, p + 10, nlcc - 4), p += 14;
    for (var i2 = 0; i2 < nlcc; ++i2)
      wbits(out, p + 3 * i2, lct[clim[i2]]);
    p += 3 * nlcc;
    for (var lcts = [lclt, lcdt], it = 0; it < 2; ++it)
      for (var clct = lcts[it], i2 = 0; i2 < clct.length; ++i2) {
        var len = clct[i2] & 31;
        wbits(out, p, llm[len]), p += lct[len], len > 15 && (wbits(out, p, clct[i2] >> 5 & 127), p += clct[i2] >> 12);
      }
  } else
    lm = flm, ll = flt, dm = fdm, dl = fdt;
  for (var i2 = 0; i2 < li; ++i2) {
    var sym = syms[i2];
    if (sym > 255) {
      var len = sym >> 18 & 31;
      wbits16(out, p, lm[len + 257]), p += ll[len + 257], len > 7 && (wbits(out, p, sym >> 23 & 31), p += fleb[len]);
      var dst = sym & 31;
      wbits16(out, p, dm[dst]), p += dl[dst], dst > 3 && (wbits16(out, p, sym >> 5 & 8191), p += fdeb[dst]);
    } else
      wbits16(out, p, lm[sym]), p += ll[sym];
  }
  return wbits16(out, p, lm[256]), p + ll[256];
}, deo = /* @__PURE__ */ new i32([65540, 131080, 131088, 131104, 262176, 1048704, 1048832, 2114560, 2117632]), et = /* @__PURE__ */ new u8(0), dflt = function(dat, lvl, plvl, pre, post, st) {
  var s = st.z || dat.length, o = new u8(pre + s + 5 * (1 + Math.ceil(s / 7e3)) + post), w = o.subarray(pre, o.length - post), lst = st.l, pos = (st.r || 0) & 7;
  if (lvl) {
    pos && (w[0] = st.r >> 3);
    for (var opt = deo[lvl - 1], n = opt >> 13, c = opt & 8191, msk_1 = (1 << plvl) - 1, prev = st.p || new u16(32768), head = st.h || new u16(msk_1 + 1), bs1_1 = Math.ceil(plvl / 3), bs2_1 = 2 * bs1_1, hsh = function(i3) {
      return (dat[i3] ^ dat[i3 + 1] << bs1_1 ^ dat[i3 + 2] << bs2_1) & msk_1;
    }, syms = new i32(25e3), lf = new u16(288), df = new u16(32), lc_1 = 0, eb = 0, i2 = st.i || 0, li = 0, wi = st.w || 0, bs = 0; i2 + 2 < s; ++i2) {
      var hv = hsh(i2), imod = i2 & 32767, pimod = head[hv];
      if (prev[imod] = pimod, head[hv] = imod, wi <= i2) {
        var rem = s - i2;
        if ((lc_1 > 7e3 || li > 24576) && (rem > 423 || !lst)) {
          pos = wblk(dat, w, 0, syms, lf, df, eb, li, bs, i2 - bs, pos), li = lc_1 = eb = 0, bs = i2;
          for (var j = 0; j < 286; ++j)
            lf[j] = 0;
          for (var j = 0; j < 30; ++j)
            df[j] = 0;
        }
        var l = 2, d = 0, ch_1 = c, dif = imod - pimod & 32767;
        if (rem > 2 && hv == hsh(i2 - dif))
          for (var maxn = Math.min(n, rem) - 1, maxd = Math.min(32767, i2), ml = Math.min(258, rem); dif <= maxd && --ch_1 && imod != pimod; ) {
            if (dat[i2 + l] == dat[i2 + l - dif]) {
              for (var nl = 0; nl < ml && dat[i2 + nl] == dat[i2 + nl - dif]; ++nl)
                ;
              if (nl > l) {
                if (l = nl, d = dif, nl > maxn)
                  break;
                for (var mmd = Math.min(dif, nl - 2), md = 0, j = 0; j < mmd; ++j) {
                  var ti = i2 - dif + j & 32767, pti = prev[ti], cd = ti - pti & 32767;
                  cd > md && (md = cd, pimod = ti);
                }
              }
            }
            imod = pimod, pimod = prev[imod], dif += imod - pimod & 32767;
          }
        if (d) {
          syms[li++] = 268435456 | revfl[l] << 18 | revfd[d];
          var lin = revfl[l] & 31, din = revfd[d] & 31;
          eb += fleb[lin] + fdeb[din], ++lf[257 + lin], ++df[din], wi = i2 + l, ++lc_1;
        } else
          syms[li++] = dat[i2], ++lf[dat[i2]];
      }
    }
    for (i2 = Math.max(i2, wi); i2 < s; ++i2)
      syms[li++] = dat[i2], ++lf[dat[i2]];
    pos = wblk(dat, w, lst, syms, lf, df, eb, li, bs, i2 - bs, pos), lst || (st.r = pos & 7 | w[pos / 8 | 0] << 3, pos -= 7, st.h = head, st.p = prev, st.i = i2, st.w = wi);
  } else {
    for (var i2 = st.w || 0; i2 < s + lst; i2 += 65535) {
      var e = i2 + 65535;
      e >= s && (w[pos / 8 | 0] = lst, e = s), pos = wfblk(w, pos + 1, dat.subarray(i2, e));
    }
    st.i = s;
  }
  return slc(o, 0, pre + shft(pos) + post);
};
var dopt = function(dat, opt, pre, post, st) {
  if (!st && (st = { l: 1 }, opt.dictionary)) {
    var dict = opt.dictionary.subarray(-32768), newDat = new u8(dict.length + dat.length);
    newDat.set(dict), newDat.set(dat, dict.length), dat = newDat, st.w = dict.length;
  }
  return dflt(dat, opt.level == null ? 6 : opt.level, opt.mem == null ? st.l ? Math.ceil(Math.max(8, Math.min(13, Math.log(dat.length))) * 1.5) : 20 : 12 + opt.mem, pre, post, st);
};
function deflateSync(data, opts) {
  return dopt(data, opts || {}, 0, 0);
}
var td = typeof TextDecoder < "u" && /* @__PURE__ */ new TextDecoder(), tds = 0;
try {
  td.decode(et, { stream: !0 }), tds = 1;
} catch {
}

// src/chart/tar-read.ts
var BLOCK = 512, MAX_EXTENSION_BYTES = 64 * 1024;
function readTar(tar, limits2) {
  let files = [], long = {}, entries = 0;
  for (let at = 0; at + BLOCK <= tar.length && !isZero(tar.subarray(at, at + BLOCK)); ) {
    if (entries += 1, entries > limits2.entries) throw tooLarge(`more than ${limits2.entries} entries`);
    let header2 = readHeader(tar.subarray(at, at + BLOCK)), path = long.path ?? header2.path, size = long.size ?? header2.size, content = tar.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length < size) throw invalid2("is cut short");
    if (at += BLOCK + Math.ceil(size / BLOCK) * BLOCK, header2.type === "x" || header2.type === "L") {
      long = { ...long, ...header2.type === "x" ? readPax(bounded(content)) : { path: cString(bounded(content)) } };
      continue;
    }
    long = {}, header2.type === "g" ? refuseGlobal(readPax(bounded(content))) : isFile(header2.type, path) && files.push({ path, content: fileContent(path, content, limits2) });
  }
  return files;
}
function refuseGlobal(found) {
  if (Object.keys(found).length > 0) throw invalid2("has a PAX header that renames all files");
}
function isFile(type, path) {
  if (type === "0" || type === "\0") return !path.endsWith("/");
  if (type === "5") return !1;
  throw invalid2(`holds ${{
    1: "a hard link",
    2: "a link",
    3: "a device",
    4: "a device",
    6: "a pipe"
  }[type] ?? `an entry of the unknown type ${JSON.stringify(type)}`}: ${shown(path)}`);
}
function fileContent(path, content, limits2) {
  if (content.length <= limits2.fileBytes) return content;
  let what = `${shown(path)} in the archive has ${content.length} bytes; Helm 3 loads files up to ${limits2.fileBytes}`;
  throw new ReleaseError("ARCHIVE_FILE_TOO_LARGE", what, { hint: "Leave it out by .helmignore, or make it smaller." });
}
function readHeader(block) {
  let sum = readOctal(block.subarray(148, 156)), actual = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (sum !== actual) throw invalid2("is damaged: a header has a wrong checksum");
  let name2 = cString(block.subarray(0, 100)), prefix = cString(block.subarray(257, 265)) === "ustar" && block[263] === 48 ? cString(block.subarray(345, 500)) : "";
  return { type: String.fromCharCode(block[156] ?? 0), path: prefix === "" ? name2 : `${prefix}/${name2}`, size: readOctal(block.subarray(124, 136)) };
}
function readOctal(field) {
  let text4 = String.fromCharCode(...field).replace(/^[ \0]+|[ \0]+$/g, "");
  if (/^[0-7]{0,12}$/.test(text4)) return Number.parseInt(text4 || "0", 8);
  throw invalid2("is damaged: a header holds no number where one belongs");
}
function readPax(content) {
  let found = {};
  for (let at = 0; at < content.length; ) {
    let space = content.indexOf(32, at), length = Number(decode(content.subarray(at, space < 0 ? at : space))), record2 = content.subarray(space + 1, at + length - 1), ends = content[at + length - 1] === 10;
    if (space < 0 || !Number.isInteger(length) || length <= space - at + 1 || !ends)
      throw invalid2("has a damaged PAX header");
    let [key = "", value = ""] = splitOnce(decode(record2), "=");
    if (key.startsWith("GNU.sparse")) throw invalid2("holds a sparse file");
    if (key === "path" && (found.path = value), key === "size" && !/^\d{1,15}$/.test(value)) throw invalid2("has a damaged PAX header");
    key === "size" && (found.size = Number(value)), at += length;
  }
  return found;
}
function splitOnce(text4, separator) {
  let at = text4.indexOf(separator);
  return at < 0 ? [text4, ""] : [text4.slice(0, at), text4.slice(at + separator.length)];
}
function bounded(content) {
  if (content.length > MAX_EXTENSION_BYTES) throw invalid2("has an extended header that is far too large");
  return content;
}
function cString(field) {
  let end = field.indexOf(0);
  return decode(end < 0 ? field : field.subarray(0, end));
}
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: !0, ignoreBOM: !0 }).decode(bytes);
  } catch (cause) {
    throw new ReleaseError("ARCHIVE_INVALID", "The archive holds a name that is not UTF-8", { cause });
  }
}
function isZero(block) {
  return block.every((byte) => byte === 0);
}
function shown(path) {
  return JSON.stringify(path.length > 120 ? `${path.slice(0, 120)}\u2026` : path);
}
function invalid2(what) {
  return new ReleaseError("ARCHIVE_INVALID", `The archive ${what}`);
}
function tooLarge(what) {
  return new ReleaseError("ARCHIVE_TOO_LARGE", `The archive holds ${what}, more than Helm loads`);
}

// src/chart/gzip.ts
var DEFLATE = { level: 6, mem: 8 }, HEADER = Uint8Array.of(31, 139, 8, 0, 0, 0, 0, 0, 0, 255);
function gzip(content) {
  let trailer = Buffer.alloc(8);
  return trailer.writeUInt32LE(crc32(content), 0), trailer.writeUInt32LE(content.length % 2 ** 32, 4), Buffer.concat([HEADER, deflateSync(content, DEFLATE), trailer]);
}
function gunzip(packed, maxBytes) {
  if (packed.length > maxBytes) throw tooLarge(`${packed.length} bytes`);
  if (packed[0] !== 31 || packed[1] !== 139) throw invalid2("is not gzipped");
  try {
    return gunzipSync(packed, { maxOutputLength: maxBytes });
  } catch (error) {
    throw Object(error).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge(`over ${maxBytes} bytes`) : invalid2("is damaged: it cannot be unpacked");
  }
}

// src/chart/tar-write.ts
var BLOCK2 = 512, RECORD = 20 * BLOCK2, MAX_SECONDS = 8589934591;
function writeTar(files, mtime) {
  let seconds = Math.min(MAX_SECONDS, Math.max(0, Math.floor(mtime.getTime() / 1e3)));
  if (!Number.isFinite(seconds)) throw new ReleaseError("BUG_UNEXPECTED", "An archive was to be written without a time");
  let blocks = files.flatMap(({ path, content }) => [...headersOf(path, content.length, seconds), padded(content)]), length = blocks.reduce((total, block) => total + block.length, 0), tar = new Uint8Array(Math.ceil((length + 2 * BLOCK2) / RECORD) * RECORD), at = 0;
  for (let block of blocks)
    tar.set(block, at), at += block.length;
  return tar;
}
function headersOf(path, size, seconds) {
  let split = splitPath(path);
  if (split) return [header(split, size, seconds, "0")];
  let record2 = padded(paxRecord("path", path));
  return [
    header({ prefix: "", name: "PaxHeader" }, paxRecord("path", path).length, seconds, "x"),
    record2,
    header({ prefix: "", name: "long-name" }, size, seconds, "0")
  ];
}
function splitPath(path) {
  if (!/^[\x20-\x7e]+$/.test(path)) return;
  if (path.length <= 100) return { prefix: "", name: path };
  let slash = path.lastIndexOf("/", 155), name2 = path.slice(slash + 1);
  return slash > 0 && name2.length <= 100 && name2 !== "" ? { prefix: path.slice(0, slash), name: name2 } : void 0;
}
function header({ prefix, name: name2 }, size, seconds, type) {
  let block = new Uint8Array(BLOCK2), put = (text4, at) => block.set(Buffer.from(text4, "latin1"), at);
  put(name2, 0), put("0000644\0", 100), put("0000000\0", 108), put("0000000\0", 116), put(`${octal(size)}\0`, 124), put(`${octal(seconds)}\0`, 136), put(type, 156), put("ustar\x0000", 257), put("0000000\0", 329), put("0000000\0", 337), put(prefix, 345), put(" ".repeat(8), 148);
  let sum = block.reduce((total, byte) => total + byte, 0);
  return put(`${sum.toString(8).padStart(6, "0")}\0 `, 148), block;
}
function octal(value) {
  return value.toString(8).padStart(11, "0");
}
function paxRecord(key, value) {
  let rest = Buffer.byteLength(` ${key}=${value}
`), length = rest + 1;
  for (; rest + String(length).length !== length; ) length += 1;
  return Buffer.from(`${length} ${key}=${value}
`);
}
function padded(content) {
  if (content.length % BLOCK2 === 0) return content;
  let block = new Uint8Array(Math.ceil(content.length / BLOCK2) * BLOCK2);
  return block.set(content), block;
}

// src/chart/archive.ts
var HELM_LIMITS = {
  totalBytes: 100 * 1024 * 1024,
  fileBytes: 5 * 1024 * 1024,
  entries: 2e4
}, MAX_PATH_LENGTH = 1024, FIRST = ["Chart.yaml", "Chart.lock", "values.yaml", "values.schema.json"];
function readArchive(tgz, limits2 = HELM_LIMITS) {
  return unpack(tgz, limits2).files;
}
function unpack(tgz, limits2 = HELM_LIMITS) {
  let tar = gunzip(tgz, limits2.totalBytes + limits2.entries * 2048), found = readTar(tar, limits2), total = found.reduce((sum, file) => sum + file.content.length, 0);
  if (total > limits2.totalBytes) throw tooLarge(`${total} bytes`);
  let [first] = found;
  if (!first) throw invalid2("holds no files");
  let root = first.path.split("/")[0] ?? "";
  return { root, files: refuseClashes(found.map((file) => belowRoot(file, root))) };
}
function writeArchive(root, files, mtime) {
  let entries = [...files].sort((a, b) => rank(a.path) - rank(b.path) || compareBytes(a.path, b.path)).map(({ path, content }) => ({ path: `${root}/${path}`, content }));
  return refuseClashes(entries.map((entry) => belowRoot(entry, root))), gzip(writeTar(entries, mtime));
}
function rewriteArchive(tgz, root, mtime) {
  return writeArchive(root, readArchive(tgz), mtime);
}
function compareArchives(a, b) {
  let [one, other] = [unpack(a), unpack(b)], folder = one.root === other.root ? [] : [`the folder is ${shown(one.root)} in one, ${shown(other.root)} in the other`], others = new Map(other.files.map((file) => [file.path, file.content])), changed = one.files.flatMap(({ path, content }) => {
    let same = others.get(path);
    return others.delete(path), same ? Buffer.compare(content, same) === 0 ? [] : [`${shown(path)} differs (${content.length} and ${same.length} bytes)`] : [`${shown(path)} (${content.length} bytes) is only in the first`];
  }), added = [...others].map(([path, content]) => `${shown(path)} (${content.length} bytes) is only in the second`);
  return [...folder, ...[...changed, ...added].sort(compareBytes)];
}
function rank(path) {
  let index = FIRST.indexOf(path);
  return index < 0 ? FIRST.length : index;
}
function belowRoot({ path, content }, root) {
  let parts = path.split("/");
  if (path.startsWith("/") || /[\\]|^[a-z]:/i.test(path) || parts.some((part) => ["", ".", ".."].includes(part)) || path.length > MAX_PATH_LENGTH) throw invalid2(`holds the path ${shown(path)}`);
  if (/[\p{Cc}\p{Cs}]/u.test(path)) throw invalid2(`holds a path with a control character: ${shown(path)}`);
  if (parts.length < 2 || parts[0] !== root) throw invalid2(`holds ${shown(path)} outside of one top folder`);
  return { path: parts.slice(1).join("/"), content };
}
function refuseClashes(files) {
  let kept = /* @__PURE__ */ new Map();
  for (let file of files) {
    let before = kept.get(file.path);
    if (before && Buffer.compare(before.content, file.content) !== 0)
      throw invalid2(`holds ${shown(file.path)} twice, with different content`);
    before || kept.set(file.path, file);
  }
  let folders = new Set([...kept.keys()].flatMap(foldersOf)), both = [...kept.keys()].find((path) => folders.has(path));
  if (both !== void 0) throw invalid2(`holds ${shown(both)} both as file and as folder`);
  return [...kept.values()];
}
function foldersOf(path) {
  let parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

// src/bump/auto/side.ts
var LIMITS = { ...HELM_LIMITS }, MAX_DEPTH2 = 8, ARCHIVE = /^(?:charts\/[^/]+\/)*charts\/[^/]+\.tgz$/;
function chartSide(files) {
  let unpacked = /* @__PURE__ */ new Map();
  return add(unpacked, files, { bytes: LIMITS.totalBytes, files: LIMITS.entries }, 0), { files: unpacked };
}
function packagedSide(tgz) {
  return chartSide(unpack(tgz).files);
}
function add(to, files, room, depth) {
  for (let { path, content } of files) {
    let inside = ARCHIVE.test(path) && depth < MAX_DEPTH2 ? insideOf(path, content, room) : void 0;
    inside ? add(
      to,
      inside.filter((file) => !to.has(file.path)),
      room,
      depth + 1
    ) : to.set(path, content);
  }
}
function insideOf(path, content, room) {
  if (!(room.bytes <= 0 || room.files <= 0))
    try {
      let limits2 = { ...LIMITS, totalBytes: room.bytes, entries: room.files }, { root, files } = unpack(content, limits2);
      room.files -= files.length, room.bytes -= files.reduce((sum, file) => sum + file.content.length, 0);
      let folder = posix.join(posix.dirname(path), root);
      return files.map((file) => ({ path: `${folder}/${file.path}`, content: file.content }));
    } catch (error) {
      if (error instanceof ReleaseError) return;
      throw error;
    }
}

// src/bump/registry.ts
var auto = fromFindings({
  name: "auto",
  needs: ["chart", "commits"],
  counts: ({ kind, level }) => kind !== "commits" || level === "major" || level === "none",
  levelOf: requiredLevel,
  otherwise: "nothing that its users would notice",
  isBlind: ({ rule }) => rule === "evidence/no-release"
}), conventional = fromFindings({
  name: "conventional",
  needs: ["commits"],
  counts: ({ kind }) => kind === "commits",
  levelOf: requiredLevel,
  otherwise: "no commit says more",
  isBlind: ({ level }) => level === "none"
}), strategies = [auto, conventional, fixed], bumpNames = strategies.flatMap((strategy) => strategy.names);
function parseBump(text4) {
  let name2 = text4.trim(), known = bumpNames.find((one) => one === name2);
  if (known !== void 0) return known;
  throw new ReleaseError("BUMP_INVALID", `bump: ${JSON.stringify(name2.slice(0, 40))} is not a way to bump`, {
    hint: `Use one of ${bumpNames.map((one) => `\`${one}\``).join(", ")}.`
  });
}
function decideBump(request) {
  for (let strategy of answering(request.setting)) {
    let decision = strategy.decide(request);
    if (decision) return decision;
  }
}
function needsOf(setting) {
  return [...new Set(answering(setting).flatMap(({ needs }) => needs))];
}
function findingsThatCount(setting, findings) {
  return findings.filter((finding) => answering(setting).some((strategy) => strategy.counts(finding)));
}
function answering(setting) {
  return strategies.filter(({ names }) => names.includes(setting));
}
async function chartFindings(old, now, rendered) {
  let { compareCharts } = await import("./compare-TREIBWSO.js");
  return compareCharts(old, now, rendered);
}
async function renderedFindings(old, now, renderer) {
  return (await import("./rendered-UPVXRBSS.js")).renderedFindings(old, now, renderer);
}
async function commitFindings(question) {
  let { findingsOfCommits } = await import("./findings-MJB7GOA5.js");
  return findingsOfCommits(question);
}

// src/inputs/parse.ts
var import_semver = __toESM(require_semver(), 1);
var MAX_ITEMS = 1e3;
function shown2(raw) {
  return cut(showInvisible(JSON.stringify(typeof raw == "string" ? raw.trim() : raw)), 80);
}
function text(check = () => {
}) {
  return (raw) => {
    if (typeof raw != "string") return { allowed: "text" };
    let allowed2 = check(raw.trim());
    return allowed2 === void 0 ? { value: raw.trim() } : { allowed: allowed2 };
  };
}
function oneOf(words, later = {}) {
  let allowed2 = words.map((word) => `\`${word}\``).join(", ");
  return (raw) => {
    let given = typeof raw == "string" ? raw.trim() : "", word = words.find((known) => known === given);
    if (word !== void 0) return { value: word };
    if (Object.hasOwn(later, given)) return { allowed: allowed2, hint: later[given] };
    let near = nearest(given, words);
    return { allowed: allowed2, hint: near === void 0 ? void 0 : `Did you mean \`${near}\`?` };
  };
}
function boolean(raw) {
  return typeof raw == "boolean" ? { value: raw } : typeof raw == "string" && /^(true|True|TRUE)$/.test(raw.trim()) ? { value: !0 } : typeof raw == "string" && /^(false|False|FALSE)$/.test(raw.trim()) ? { value: !1 } : { allowed: "`true`, `false`" };
}
function list(item) {
  return (raw) => {
    if (typeof raw == "boolean") return { allowed: "a list" };
    let entries = typeof raw == "string" ? lines(raw) : raw;
    if (entries.length === 0) return { allowed: "at least one entry" };
    if (entries.length > MAX_ITEMS)
      return { allowed: `at most ${MAX_ITEMS} entries`, found: `${entries.length} entries` };
    let values = [];
    for (let entry of entries) {
      let parsed2 = item(entry);
      if (!("value" in parsed2)) return { found: shown2(entry), ...parsed2 };
      if (values.includes(parsed2.value)) return { allowed: "each entry once", found: `${shown2(entry)} twice` };
      values.push(parsed2.value);
    }
    return { value: values };
  };
}
var UNITS = { s: 1e3, m: 6e4, h: 36e5 };
function duration(raw) {
  let allowed2 = "a number and a unit, such as `90s`, `10m` or `1h`, from one second to six hours", parts = typeof raw == "string" ? /^(\d{1,6})\s?([smh])$/.exec(raw.trim()) : null, unit = parts?.[2];
  if (unit !== "s" && unit !== "m" && unit !== "h") return { allowed: allowed2 };
  let milliseconds = Number(parts?.[1]) * UNITS[unit];
  return milliseconds < UNITS.s || milliseconds > 6 * UNITS.h ? { allowed: allowed2 } : { value: milliseconds };
}
function helmVersion(raw) {
  let allowed2 = "a whole version from 3.8.0 on, such as `3.22.0` or `v4.3.0`", version = typeof raw == "string" ? raw.trim().replace(/^v/, "") : "";
  return import_semver.default.valid(version) === version && import_semver.default.gte(version, "3.8.0") ? { value: version } : { allowed: allowed2 };
}
var folderGlob = (raw) => {
  let given = typeof raw == "string" ? raw.trim() : "", glob = given.replace(/^(\.\/)+(?=.)/, "").replace(/(?<=.)\/+$/, ""), allowed2 = "globs of folders inside the repository, from its root, with `/`";
  return given.startsWith("!") ? { allowed: allowed2, hint: `Put \`${given.slice(1)}\` under \`exclude\`.` } : glob === "" || glob.startsWith("/") || /(^|\/)\.\.(\/|$)/.test(glob) || glob.includes("\\") ? { allowed: allowed2 } : { value: glob };
}, host = (raw) => {
  let given = typeof raw == "string" ? raw.trim().toLowerCase() : "";
  return /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(given) ? { value: given } : { allowed: "hosts such as `registry.internal` or `localhost:5000`, without scheme or path" };
};
function lines(value) {
  return value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

// src/targets/oci/address.ts
var SCHEME = "oci://", COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/, TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/, HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/, MAX_REPOSITORY = 255;
function parseAddress(text4) {
  let address = text4.trim().replace(/\/$/, ""), rest = address.slice(SCHEME.length), [written = "", ...components] = rest.split("/"), host2 = written.toLowerCase(), path = components.join("/"), problem = problemWith(rest, host2, components);
  if (problem) {
    let hint = problem.hint ?? "Write it like oci://ghcr.io/acme/charts; the chart name and its version are added.";
    throw new ReleaseError("TARGET_ADDRESS_INVALID", `The target ${text4} ${problem.found}`, { hint });
  }
  return { address, host: host2, path };
}
function problemWith(rest, host2, components) {
  if (/\s/.test(rest)) return { found: "holds a blank" };
  if (/[?#]/.test(rest)) return { found: `holds ${rest.includes("?") ? "a query (?\u2026)" : "a fragment (#\u2026)"}` };
  if (host2.includes("@"))
    return { found: "holds a user", hint: "Use registry-username and registry-password, or docker login." };
  if (host2 === "") return { found: "names no host" };
  if (!HOST.test(host2) || Number(host2.split(":").at(-1)) > 65535)
    return { found: `names a host that cannot be: ${host2}` };
  let path = components.join("/");
  if (/[:@]/.test(path)) return { found: "holds a tag or digest" };
  if (/[A-Z]/.test(path))
    return { found: `holds upper-case letters (${path})`, hint: `Write oci://${host2}/${path.toLowerCase()}` };
  let wrong = components.find((component) => !COMPONENT.test(component));
  return wrong === void 0 ? void 0 : { found: `has a path that registries refuse, at "${wrong}"` };
}
function repositoryOf({ path }, name2) {
  let repository = path === "" ? name2 : `${path}/${name2}`;
  if (COMPONENT.test(name2) && repository.length <= MAX_REPOSITORY) return repository;
  throw new ReleaseError("CHART_NAME_INVALID", `The chart name "${name2}" cannot be part of a repository path`, {
    hint: "OCI registries take lower-case letters, digits, and single dots, dashes and underscores between them."
  });
}
function tagOf({ name: name2, version }) {
  let tag = version.replaceAll("+", "_");
  if (TAG.test(tag)) return tag;
  throw new ReleaseError("CHART_VERSION_INVALID", `The version "${version}" of ${name2} cannot be a tag`, {
    hint: "Tags take at most 128 letters, digits, dots, dashes and underscores."
  });
}
var VERSION = /^v?(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/;
function versionOf(tag) {
  let version = tag.replaceAll("_", "+");
  return VERSION.test(version) ? version : void 0;
}

// src/targets/oci/digest.ts
import { createHash } from "node:crypto";
function digestOf(bytes) {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
function isDigest(text4) {
  return typeof text4 == "string" && /^sha256:[0-9a-f]{64}$/.test(text4);
}

// src/targets/oci/hints.ts
function hintFor({ status }, problem, { host: host2, source }) {
  if (status === 401 || status === 403)
    return host2 === "ghcr.io" ? gitHubHint(problem, source) : denialHint(host2, source);
  if (status === 404 && problem?.code === "NAME_UNKNOWN") return missingRepository(host2);
  if (status === 429)
    return `${host2} limits requests: log in with an account that has a higher limit, or run again later.`;
}
function gitHubHint(problem, source) {
  let message = problem?.message ?? "";
  return /installation not allowed to/i.test(message) ? "GHCR takes no GitHub App or fine-grained token for an organisation's packages: use the workflow's token with `permissions: packages: write`, or a classic token with write:packages." : /write_package/i.test(message) ? 'The package was made by somebody else: open its settings on GitHub, and under "Manage Actions access" give this repository the role Write.' : /scope|expected/i.test(message) ? "The token lacks a scope: a classic token needs write:packages." : source === void 0 ? "Add to the job: permissions: { contents: write, packages: write, id-token: write }" : 'Add `packages: write` to the `permissions` of the job. If the package belongs to another repository, give this one the role Write under "Manage Actions access" in the settings of the package.';
}
function denialHint(host2, source) {
  return source !== void 0 ? `The credentials came from ${source}. Check that they are valid and may push to ${host2}.` : `No credentials were found for ${host2}: add a step with docker/login-action or \`helm registry login\` before this one, or set registry-username and registry-password.`;
}
function missingRepository(host2) {
  if (/\.dkr\.ecr\.[a-z0-9-]+\.(amazonaws\.com|on\.aws)/.test(host2))
    return "ECR wants every repository to exist: aws ecr create-repository --repository-name <path>/<chart> --image-tag-mutability IMMUTABLE";
}

// src/targets/oci/answer.ts
var MAX_REASON = 200;
function refusal(response, asked) {
  let { status } = response, [problem] = problemsIn(response), reason = problem ? cut([problem.code, problem.message].filter(Boolean).join(": "), MAX_REASON) : "", said = reason === "" ? `${status}` : `${status} (${reason})`, message = `${asked.what}: ${asked.host} answered ${said}`;
  return new ReleaseError(codeOf(status), message, { hint: hintFor(response, problem, asked) });
}
function codeOf(status) {
  return status === 401 ? "REGISTRY_UNAUTHORIZED" : status === 403 ? "REGISTRY_DENIED" : status === 404 ? "REGISTRY_NOT_FOUND" : status === 429 ? "REGISTRY_THROTTLED" : "REGISTRY_FAILED";
}
function problemsIn({ body }) {
  let errors = parsed(body)?.errors;
  return Array.isArray(errors) ? errors.map((entry) => {
    let { code, message } = isRecord(entry) ? entry : {};
    return { code: typeof code == "string" ? code : "", message: typeof message == "string" ? message : "" };
  }) : [];
}
function jsonIn({ body, url }, host2) {
  let content = parsed(body);
  if (content) return content;
  throw new ReleaseError(
    "REGISTRY_ANSWER_INVALID",
    `${host2} answered something else than JSON at ${new URL(url).pathname}`
  );
}
function parsed(body) {
  try {
    let content = JSON.parse(new TextDecoder().decode(body));
    return isRecord(content) ? content : void 0;
  } catch {
    return;
  }
}
function isRecord(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}

// src/targets/oci/media-types.ts
var HELM_CONFIG = "application/vnd.cncf.helm.config.v1+json", HELM_CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip", HELM_PROVENANCE = "application/vnd.cncf.helm.chart.provenance.v1.prov", HELM_CHART_LEGACY = "application/tar+gzip", OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json", OCI_INDEX = "application/vnd.oci.image.index.v1+json", OCI_CONFIG = "application/vnd.oci.image.config.v1+json", OCI_EMPTY = "application/vnd.oci.empty.v1+json", SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json", BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json", ANY_BUNDLE = "application/vnd.dev.sigstore.bundle", COSIGN_SIGN_PREDICATE = "https://sigstore.dev/cosign/sign/v1";

// src/targets/oci/manifest-reader.ts
var MAX_LAYERS = 1e3, MAX_INDEX_ENTRIES = 1e4;
function readManifest(bytes) {
  let raw = objectIn(bytes), config = descriptorOf(raw?.config), layers = layersIn(raw?.layers);
  if (!raw || !config || !layers) return;
  let { artifactType, annotations } = raw;
  return {
    artifactType: text2(artifactType),
    config,
    layers,
    subject: descriptorOf(raw.subject),
    annotations: texts(annotations),
    raw
  };
}
function readIndex(bytes) {
  let raw = objectIn(bytes), list2 = raw?.manifests;
  if (!(!raw || !isList(list2) || list2.length > MAX_INDEX_ENTRIES) && !(raw.mediaType !== void 0 && raw.mediaType !== OCI_INDEX))
    return { manifests: list2.map(descriptorOf).filter((descriptor) => descriptor !== void 0), raw };
}
function mismatch(host2, what, expected, found) {
  return new ReleaseError(
    "REGISTRY_DIGEST_MISMATCH",
    `${host2} delivered ${what} with ${found} where ${expected} belongs`,
    {
      hint: "Somebody changed the stored bytes, or the registry or a proxy before it is broken. Nothing was signed or promoted."
    }
  );
}
function objectIn(bytes) {
  try {
    let content = JSON.parse(new TextDecoder("utf-8", { fatal: !0 }).decode(bytes));
    return isRecord(content) ? content : void 0;
  } catch {
    return;
  }
}
function layersIn(list2) {
  if (!isList(list2) || list2.length > MAX_LAYERS) return;
  let found = list2.map(descriptorOf);
  return found.every((descriptor) => descriptor !== void 0) ? found : void 0;
}
function isList(value) {
  return Array.isArray(value);
}
function descriptorOf(value) {
  if (!isRecord(value)) return;
  let { mediaType, digest, size, artifactType, annotations } = value;
  if (typeof mediaType != "string" || !isDigest(digest) || !Number.isSafeInteger(size) || Number(size) < 0)
    return;
  let raw = value;
  return {
    mediaType,
    digest,
    size: Number(size),
    artifactType: text2(artifactType),
    annotations: texts(annotations),
    raw
  };
}
function text2(value) {
  return typeof value == "string" ? value : void 0;
}
function texts(value) {
  let entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry) => typeof entry[1] == "string"));
}

// src/targets/oci/blobs.ts
var REDIRECTS = 5, UPLOAD_SESSIONS = 3, MAX_UNASKED_BYTES = 1024 * 1024;
async function hasBlob(client, repository, digest) {
  let path = `/v2/${repository}/blobs/${digest}`, response = await client.send({ method: "HEAD", path, repository, access: "push", redirects: REDIRECTS });
  if (response.status === 200) return !0;
  if (response.status === 404 || cameFromElsewhere(client, response)) return !1;
  throw await client.refused(response, repository, `${repository} could not be asked for ${digest}`);
}
function cameFromElsewhere(client, response) {
  return new URL(response.url).origin !== client.origin;
}
async function putBlob(client, repository, bytes, { isNew = !1 } = {}) {
  let digest = digestOf(bytes), isSentUnasked = isNew && bytes.length <= MAX_UNASKED_BYTES;
  for (let session = 1; ; session++) {
    if ((session > 1 || !isSentUnasked) && await hasBlob(client, repository, digest)) return;
    let location = await openUpload(client, repository), url = new URL(location);
    url.searchParams.append("digest", digest);
    let headers = { "content-type": "application/octet-stream" }, put = { method: "PUT", path: url.href, repository, access: "push", headers, body: bytes, effect: !0 }, response = await client.send(put);
    if (response.status === 201) return;
    if (!(response.status === 404 || response.status === 416 || response.status >= 500) || session === UPLOAD_SESSIONS)
      throw await client.refused(response, repository, `${repository} could not take a blob of ${bytes.length} bytes`);
  }
}
async function openUpload(client, repository, options = { effect: !0 }) {
  let post = { method: "POST", path: `/v2/${repository}/blobs/uploads/`, repository, access: "push", headers: { "content-length": "0" }, attempts: 5, ...options }, response = await client.send(post);
  if (response.status !== 202)
    throw await client.refused(response, repository, `An upload to ${repository} was refused`);
  return ownLocation(client, response);
}
function ownLocation(client, response) {
  let { location } = response.headers;
  if (location === void 0 || !URL.canParse(location, response.url))
    throw new ReleaseError("REGISTRY_ANSWER_INVALID", `${client.host} opened an upload and did not say where`);
  let url = new URL(location, response.url), own = new URL(client.origin);
  if (own.protocol === "https:" && url.protocol === "http:" && url.hostname === own.hostname && url.port === "" && (url.protocol = "https:", url.port = own.port), url.origin === own.origin && url.username === "") return url.href;
  throw new ReleaseError(
    "REGISTRY_UPLOAD_ELSEWHERE",
    `${own.host} sends the upload to ${url.host}, which is another host`,
    {
      hint: "Credentials and charts go to the registry that was named only. Check the registry, or the proxy before it, for its external address."
    }
  );
}
async function getBlob(client, repository, { digest, size }, maxBytes) {
  if (size > maxBytes)
    throw new ReleaseError(
      "REMOTE_TOO_LARGE",
      `${client.host}/${repository} says a blob has ${size} bytes; at most ${maxBytes} are read`
    );
  let get2 = { method: "GET", path: `/v2/${repository}/blobs/${digest}`, repository, access: "pull", redirects: REDIRECTS, maxBytes }, response = await client.send(get2);
  if (response.status !== 200)
    throw await client.refused(response, repository, `${repository}@${digest} could not be read`);
  let found = digestOf(response.body);
  if (found !== digest) throw mismatch(client.host, `a blob of ${repository}`, digest, found);
  if (size >= 0 && response.body.length !== size)
    throw mismatch(client.host, `a blob of ${repository}`, `${size} bytes`, `${response.body.length} bytes`);
  return response.body;
}

// src/targets/oci/bundle-manifest.ts
var PREDICATE_TYPE = "dev.sigstore.bundle.predicateType", EMPTY_CONFIG = Buffer.from("{}");
function bundleReferrer(subject, { json, predicateType }, created) {
  let annotations = {
    "dev.sigstore.bundle.content": "dsse-envelope",
    [PREDICATE_TYPE]: predicateType,
    "org.opencontainers.image.created": created.toISOString().replace(/\.\d+Z$/, "Z")
  }, manifest = Buffer.from(
    goJson({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: { mediaType: OCI_EMPTY, size: EMPTY_CONFIG.length, digest: digestOf(EMPTY_CONFIG) },
      layers: [{ mediaType: BUNDLE, size: json.length, digest: digestOf(json) }],
      annotations,
      subject: { mediaType: OCI_MANIFEST, size: subject.size, digest: subject.digest },
      artifactType: BUNDLE
    })
  ), digest = digestOf(manifest), entry = { mediaType: OCI_MANIFEST, size: manifest.length, digest, annotations, artifactType: BUNDLE };
  return { digest, manifest, entry };
}

// src/targets/oci/manifests.ts
var MAX_MANIFEST_BYTES = 4 * 1024 * 1024, REDIRECTS2 = 3, ACCEPT = [OCI_MANIFEST, OCI_INDEX, "application/vnd.docker.distribution.manifest.v2+json"].join(", ");
async function getManifest(client, place) {
  let { repository, reference } = place, get2 = { method: "GET", path: pathOf(place), repository, access: "pull", headers: { accept: ACCEPT } }, response = await client.send({ ...get2, redirects: REDIRECTS2, maxBytes: MAX_MANIFEST_BYTES });
  if (response.status === 404) return;
  if (response.status !== 200) throw await client.refused(response, repository, `${nameOf(place)} could not be read`);
  let digest = digestOf(response.body), expected = isDigest(reference) ? reference : announced(response) ?? digest;
  if (digest !== expected) throw mismatch(client.host, `the manifest of ${nameOf(place)}`, expected, digest);
  let mediaType = (response.headers["content-type"] ?? "").split(";")[0]?.trim() ?? "";
  return { bytes: response.body, digest, mediaType, etag: response.headers.etag };
}
async function headManifest(client, place, access) {
  let { repository } = place, head = { method: "HEAD", path: pathOf(place), repository, access, headers: { accept: ACCEPT } }, response = await client.send({ ...head, redirects: REDIRECTS2 });
  if (response.status !== 404) {
    if (response.status !== 200)
      throw await client.refused(response, repository, `${nameOf(place)} could not be asked for`);
    return isDigest(place.reference) ? place.reference : announced(response) ?? (await getManifest(client, place))?.digest;
  }
}
var ABSENT = "*";
async function putManifest(client, place, { bytes, mediaType = OCI_MANIFEST, condition }) {
  let headers = { "content-type": mediaType, ...conditionHeader(condition) }, { repository } = place, put = {
    method: "PUT",
    path: pathOf(place),
    repository,
    access: "push",
    headers,
    body: bytes,
    effect: !0
  }, response = await client.send(put), stored = announced(response);
  if (isStored(response) && stored !== void 0 && stored !== digestOf(bytes)) {
    let message = `${client.host} stored ${nameOf(place)} as ${stored} where ${digestOf(bytes)} was sent`;
    throw new ReleaseError("REGISTRY_ANSWER_INVALID", message);
  }
  return response;
}
function conditionHeader(condition) {
  return condition === void 0 ? {} : condition === ABSENT ? { "if-none-match": "*" } : { "if-match": condition };
}
function isStored({ status }) {
  return status === 201 || status === 200 || status === 202;
}
function nameOf({ repository, reference }) {
  return `${repository}${isDigest(reference) ? "@" : ":"}${reference}`;
}
function pathOf({ repository, reference }) {
  return `/v2/${repository}/manifests/${reference}`;
}
function announced({ headers }) {
  let digest = headers["docker-content-digest"];
  return isDigest(digest) ? digest : void 0;
}

// src/targets/oci/protected-tag.ts
var WORDS2 = /immutable|already exists|cannot be overwritten|TAG_INVALID|PRECONDITION|redeploy|disallowed|locked|protected/i, STATUSES = /* @__PURE__ */ new Set([400, 403, 405, 409, 412]);
async function protectedTag(client, place, response) {
  let what = `${nameOf(place)} could not be written`, said = problemsIn(response).map(({ code, message }) => `${code}: ${message}`).join("; "), isProtected = response.status === 409 || response.status === 412 || WORDS2.test(said);
  if (!STATUSES.has(response.status) || !isProtected) return client.refused(response, place.repository, what);
  let reason = said === "" ? `${response.status}` : `${response.status} (${cut(said, 200)})`;
  return new ReleaseError("CONFLICT_TAG_PROTECTED", `${what}: ${client.host} protects it and answered ${reason}`, {
    hint: place.reference.startsWith("sha256-") ? "Signatures lie under tags that start with sha256-: leave those out of the rule that makes tags immutable." : "The tag was made by somebody else or belongs to a protection rule: release another version, or change the rule."
  });
}

// src/targets/oci/merge.ts
var MAX_WRITES = 8, LONGEST_PAUSE_MS = 4e3;
async function mergeUnderTag({ client, clock }, place, merge) {
  let refused2;
  for (let writes = 0; ; writes++) {
    writes > 1 && await clock.sleep(Math.min(100 * 2 ** writes, LONGEST_PAUSE_MS) * (0.5 + clock.random() / 2));
    let current = await getManifest(client, place), bytes = await merge.into(current);
    if (bytes === void 0) return;
    if (writes === MAX_WRITES) throw lost(client, place);
    let condition = conditionFor(current), isUsed = condition !== void 0 && condition !== refused2, response = await putManifest(client, place, {
      bytes,
      mediaType: merge.mediaType,
      ...isUsed && { condition }
    });
    if (!isStored(response)) {
      if (response.status !== 412 || !isUsed) throw await protectedTag(client, place, response);
      refused2 = condition;
    }
  }
}
function conditionFor(current) {
  return current ? current.etag?.startsWith("W/") ? void 0 : current.etag : ABSENT;
}
function lost(client, place) {
  return new ReleaseError(
    "CONFLICT_SIGNATURES",
    `${client.host}/${nameOf(place)} was overwritten by somebody else ${MAX_WRITES} times`,
    { hint: "Does another workflow sign the same chart? Let one finish, then run this one again." }
  );
}
function createQueue() {
  let last = /* @__PURE__ */ new Map();
  return (key, work) => {
    let next = (last.get(key) ?? Promise.resolve()).then(work, work), settled = next.catch(() => {
    });
    return last.set(key, settled), settled.then(() => {
      last.get(key) === settled && last.delete(key);
    }), next;
  };
}

// src/targets/oci/pages.ts
var MAX_PAGES = 1e3;
async function* pagesOf(client, first) {
  let seen = /* @__PURE__ */ new Set(), path = first.path;
  for (; path !== void 0; ) {
    let url = new URL(path, client.origin).href;
    if (seen.has(url) || seen.size >= MAX_PAGES) throw endless(client, first.path);
    seen.add(url);
    let response = await client.send({ ...first, path: url });
    yield response, path = response.status === 200 ? nextOf(client, response, url) : void 0;
  }
}
function nextOf(client, { headers }, from) {
  let link = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(headers.link ?? "")?.[1];
  if (link === void 0) return;
  let url = URL.canParse(link, from) ? new URL(link, from) : void 0, own = new URL(client.origin);
  if (url?.hostname === own.hostname && own.protocol === "https:" && url.protocol === "http:" && url.port === "")
    return own.origin + url.pathname + url.search;
  if (url?.origin === own.origin) return url.href;
  throw new ReleaseError(
    "REGISTRY_ANSWER_INVALID",
    `${client.host} continues a list on ${url?.host ?? "no valid address"}`
  );
}
function endless(client, path) {
  return new ReleaseError(
    "REGISTRY_ANSWER_INVALID",
    `${client.host} answers ${path.split("?")[0]} with a list that does not end`
  );
}

// src/targets/oci/referrers.ts
var MAX_REFERRERS = 1e4, MAX_PAGE_BYTES = 4 * 1024 * 1024, NO_API = /* @__PURE__ */ new Set([400, 404, 405, 406, 501]);
async function apiReferrers(client, { repository, digest }) {
  let request = { method: "GET", path: `/v2/${repository}/referrers/${digest}`, repository, access: "pull", headers: { accept: OCI_INDEX }, maxBytes: MAX_PAGE_BYTES }, found = [];
  for await (let page of pagesOf(client, request)) {
    if (NO_API.has(page.status)) return;
    if (page.status !== 200)
      throw await client.refused(page, repository, `The referrers of ${repository}@${digest} could not be listed`);
    if (page.headers["content-type"]?.split(";")[0]?.trim() !== OCI_INDEX) return;
    let index = readIndex(page.body);
    if (!index || found.length + index.manifests.length > MAX_REFERRERS) throw invalid3(client, { repository, digest });
    found.push(...index.manifests);
  }
  return found;
}
function fallbackTag(digest) {
  return digest.replace(":", "-");
}
async function fallbackIndex(client, { repository, digest }) {
  let reference = fallbackTag(digest), delivered = await getManifest(client, { repository, reference });
  if (!delivered) return;
  if (delivered.digest === digest) return "alias";
  let index = readIndex(delivered.bytes);
  if (index) return { index, delivered };
  throw new ReleaseError(
    "REGISTRY_SIGNATURE_TAG_FOREIGN",
    `${client.host}/${repository}:${reference} holds no list of referrers`
  );
}
function createReferrersReader(client) {
  let hasApi;
  async function fromFallback(place) {
    let found = await fallbackIndex(client, place);
    return found === void 0 || found === "alias" ? [] : found.index.manifests;
  }
  return {
    async list(place) {
      if (await hasApi?.catch(() => {
      }) === !1) return fromFallback(place);
      let asked = apiReferrers(client, place);
      return hasApi ??= asked.then((found) => found !== void 0), hasApi.catch(() => {
        hasApi = void 0;
      }), await asked ?? fromFallback(place);
    }
  };
}
function invalid3(client, { repository, digest }) {
  return new ReleaseError(
    "REGISTRY_ANSWER_INVALID",
    `${client.host} lists the referrers of ${repository}@${digest} in a form that cannot be read`
  );
}

// src/targets/oci/fallback.ts
var MAX_INDEX_BYTES = 4 * 1024 * 1024;
function listUnderFallbackTag(context, subject, referrers) {
  let place = { repository: subject.repository, reference: fallbackTag(subject.digest) }, name2 = `${context.client.host}/${nameOf(place)}`;
  return mergeUnderTag(context, place, {
    mediaType: OCI_INDEX,
    async into(current) {
      if (current?.digest === subject.digest) throw aliased(context.client, name2);
      let index = current && indexIn(current, name2);
      if (index && referrers.every((referrer) => isListed(index, referrer))) return;
      let bytes = merged(index, referrers);
      if (bytes.length <= MAX_INDEX_BYTES) return bytes;
      throw new ReleaseError(
        "REGISTRY_SIGNATURE_TAG_FOREIGN",
        `${name2} lists so many referrers that registries refuse more`
      );
    }
  });
}
function indexIn({ bytes }, name2) {
  let index = readIndex(bytes);
  if (index) return index;
  throw new ReleaseError("REGISTRY_SIGNATURE_TAG_FOREIGN", `${name2} holds no list of referrers and is not overwritten`);
}
function isListed({ manifests }, { digest, entry }) {
  return manifests.some((found) => found.digest === digest && found.artifactType === entry.artifactType);
}
function merged(index, referrers) {
  let before = index?.raw.manifests, entries = [
    ...referrers.map(({ entry }) => entry),
    ...Array.isArray(before) ? before : []
  ], byDigest = /* @__PURE__ */ new Map();
  for (let entry of entries) {
    let key = digestIn(entry);
    byDigest.has(key) || byDigest.set(key, entry);
  }
  let manifests = [...byDigest].sort(([a], [b]) => a < b ? -1 : 1).map(([, entry]) => entry);
  return Buffer.from(goJson({ ...index?.raw, schemaVersion: 2, mediaType: OCI_INDEX, manifests }));
}
function digestIn(entry) {
  return isRecord(entry) && typeof entry.digest == "string" ? entry.digest : goJson(entry);
}
function aliased(client, name2) {
  return new ReleaseError(
    "REGISTRY_REFERRERS_REFUSED",
    `${client.host} has no referrers API and delivers the chart itself under ${name2}, where its signatures should be listed`,
    { hint: "No client can find a signature bundle there. Use a registry with the referrers API, or sign: none." }
  );
}

// src/targets/oci/bundles.ts
var MAX_BUNDLE_BYTES = 1e7, MAX_BUNDLES = 100, PUSH_ATTEMPTS = 3, LISTING_LOOKS = 5, PAUSE_MS = 500;
async function attachBundles(context, subject, bundles, created) {
  if (bundles.length === 0) return;
  let { repository } = subject, referrers = bundles.map((bundle) => bundleReferrer(subject, bundle, created));
  if (!subject.isNew && await isComplete(context, subject, referrers)) return;
  await Promise.all([
    putBlob(context.client, repository, EMPTY_CONFIG),
    ...bundles.map(({ json }) => putBlob(context.client, repository, json, { isNew: !0 }))
  ]);
  let told = await Promise.all(referrers.map((referrer) => pushReferrer(context, subject, referrer)));
  await isListedByApi(context, subject, referrers, told.every(Boolean)) || await listUnderFallbackTag(context, subject, referrers);
}
async function isComplete({ client }, subject, referrers) {
  let { repository } = subject;
  if ((await Promise.all(
    referrers.map(({ digest }) => headManifest(client, { repository, reference: digest }, "push"))
  )).includes(void 0)) return !1;
  let listed = await createReferrersReader(client).list(subject);
  return referrers.every(({ digest }) => listed.some((descriptor) => descriptor.digest === digest));
}
async function pushReferrer({ client, clock }, subject, referrer) {
  let { repository } = subject;
  for (let attempt2 = 1; ; attempt2++) {
    let response = await putManifest(client, { repository, reference: referrer.digest }, { bytes: referrer.manifest });
    if (isStored(response)) return response.headers["oci-subject"] === subject.digest;
    let mayHeal = response.status === 400 || response.status === 404;
    if (mayHeal && attempt2 < PUSH_ATTEMPTS) await clock.sleep(PAUSE_MS * attempt2);
    else throw mayHeal || [405, 415, 422, 501].includes(response.status) ? refusedReferrer(client, subject, response.status) : await client.refused(
      response,
      repository,
      `A signature of ${repository}@${subject.digest} could not be stored`
    );
  }
}
function refusedReferrer(client, { repository, digest }, status) {
  return new ReleaseError(
    "REGISTRY_REFERRERS_REFUSED",
    `${client.host} does not take the signature bundle of ${repository}@${digest} (${status}): it knows no manifests with a subject`,
    { hint: "The registry must accept OCI 1.1 manifests. Ask for an update, use another one, or set sign: none." }
  );
}
async function isListedByApi({ client, clock }, subject, referrers, isTold) {
  for (let look2 = 1; ; look2++) {
    let found = await apiReferrers(client, subject);
    if (found === void 0) return !1;
    if (referrers.every(({ digest }) => found.some((descriptor) => descriptor.digest === digest))) return !0;
    if (!isTold) return !1;
    if (look2 === LISTING_LOOKS) {
      let message = `${client.host} took the signatures of ${subject.repository}@${subject.digest} and does not list them`;
      throw new ReleaseError("REGISTRY_REFERRERS_REFUSED", message);
    }
    await clock.sleep(PAUSE_MS * look2);
  }
}
function isBundle({ artifactType }) {
  return artifactType?.startsWith(ANY_BUNDLE) ?? !1;
}
async function readBundles(client, reader, place) {
  let listed = (await reader.list(place)).filter(isBundle);
  if (listed.length > MAX_BUNDLES)
    throw new ReleaseError(
      "REMOTE_TOO_LARGE",
      `${client.host} lists ${listed.length} signature bundles of ${place.repository}@${place.digest}`
    );
  return (await Promise.all(listed.map(({ digest }) => readBundle(client, place, digest)))).filter((bundle) => bundle !== void 0);
}
async function readBundle(client, { repository, digest }, reference) {
  let delivered = await getManifest(client, { repository, reference }), manifest = delivered && readManifest(delivered.bytes), [layer, second] = manifest?.layers ?? [];
  if (manifest?.subject?.digest !== digest || !layer?.mediaType.startsWith(ANY_BUNDLE) || second) return;
  let json = await getBlob(client, repository, layer, MAX_BUNDLE_BYTES).catch(missing2);
  return json && { json, predicateType: manifest.annotations[PREDICATE_TYPE] ?? "" };
}
function missing2(thrown) {
  if (!(thrown instanceof ReleaseError && thrown.code === "REGISTRY_NOT_FOUND"))
    throw thrown;
}

// src/chart/metadata.ts
var OCI = "org.opencontainers.image.", RESERVED = /* @__PURE__ */ new Set([`${OCI}title`, `${OCI}version`]);
function configBlob(metadata) {
  return new TextEncoder().encode(goJson(metadata));
}
function ociAnnotations(metadata, release) {
  let generated = [
    [`${OCI}description`, text3(metadata.description)],
    [`${OCI}title`, text3(metadata.name)],
    [`${OCI}version`, text3(metadata.version)],
    [`${OCI}url`, text3(metadata.home)],
    [`${OCI}created`, rfc3339(release.created)],
    [`${OCI}source`, text3(items(metadata.sources)[0]) || (release.source ?? "")],
    [`${OCI}authors`, authors(metadata)]
  ], fromChart = Object.entries(fields(metadata.annotations)).map(([key, value]) => [key, text3(value)]), own = Object.entries(release.own ?? {}), changeable = [...fromChart, ...own].filter(([key]) => !RESERVED.has(key)), all = new Map([...generated.filter(([, value]) => value.trim() !== ""), ...changeable]);
  return Object.fromEntries([...all].sort(([a], [b]) => compareBytes(a, b)));
}
function rfc3339(time) {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
function authors(metadata) {
  return items(metadata.maintainers).map((maintainer) => {
    let { name: name2, email } = fields(maintainer);
    return text3(name2) + (text3(email) ? ` (${text3(email)})` : "");
  }).join(", ");
}
function text3(value) {
  return typeof value == "string" ? value : "";
}
function items(value) {
  return Array.isArray(value) ? value : [];
}
function fields(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value) ? value : {};
}

// src/targets/oci/chart-manifest.ts
var FINGERPRINT = "io.github.release-charts.fingerprint", APP_VERSION = "io.github.release-charts.app-version", REVISION = "org.opencontainers.image.revision", CREATED = "org.opencontainers.image.created";
function chartContent(chart) {
  let { metadata, archive, created, repositoryUrl, appVersion: appVersion2 } = chart, config = configBlob(metadata), prov = chart.provenance?.text, own = {
    [REVISION]: chart.revision,
    [FINGERPRINT]: chart.fingerprint,
    ...appVersion2 !== void 0 && { [APP_VERSION]: appVersion2 }
  }, annotations = ociAnnotations(metadata, { created, own, ...repositoryUrl && { source: repositoryUrl } }), layers = [described(HELM_CHART, archive), ...prov ? [described(HELM_PROVENANCE, prov)] : []];
  layers.sort((a, b) => a.digest < b.digest ? -1 : 1);
  let manifest = Buffer.from(
    goJson({
      schemaVersion: 2,
      config: described(HELM_CONFIG, config),
      layers,
      annotations
    })
  );
  return { manifest, digest: digestOf(manifest), blobs: [config, archive, ...prov ? [prov] : []] };
}
function described(mediaType, bytes) {
  return { mediaType, digest: digestOf(bytes), size: bytes.length };
}
function readChart(bytes) {
  let manifest = readManifest(bytes);
  if (manifest?.config.mediaType !== HELM_CONFIG) return;
  let archives = manifest.layers.filter(
    ({ mediaType }) => mediaType === HELM_CHART || mediaType === HELM_CHART_LEGACY
  ), [archive] = archives, provenance = manifest.layers.find(({ mediaType }) => mediaType === HELM_PROVENANCE);
  if (!(!archive || archives.length !== 1))
    return { config: manifest.config, archive, ...provenance && { provenance }, manifest };
}
function recordsIn({
  annotations
}) {
  let { [FINGERPRINT]: fingerprint, [APP_VERSION]: appVersion2, [REVISION]: revision } = annotations, created = new Date(annotations[CREATED] ?? Number.NaN);
  return {
    ...isShort(fingerprint) && { fingerprint },
    ...isShort(appVersion2) && { appVersion: appVersion2 },
    ...revision !== void 0 && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision) && { revision },
    ...!Number.isNaN(created.getTime()) && { created }
  };
}
function isShort(text4) {
  return text4 !== void 0 && text4.length > 0 && text4.length <= 256 && !new RegExp("\\p{Cc}", "u").test(text4);
}

// src/targets/oci/challenge.ts
var PARAMETER = /([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/gi;
function parseChallenge(header2) {
  if (header2 === void 0 || header2.length > 8192) return;
  let bearer = /(?:^|,)\s*Bearer\s+(.*)$/i.exec(header2)?.[1];
  if (bearer !== void 0) {
    let found = parametersOf(bearer), realm = found.get("realm");
    if (realm !== void 0) {
      let scopes = (found.get("scope") ?? "").split(" ").filter((scope) => scope !== "");
      return { scheme: "bearer", realm, service: found.get("service"), scopes: scopes.slice(0, 8) };
    }
  }
  return /(?:^|,)\s*Basic(?:\s|$)/i.test(header2) ? { scheme: "basic" } : void 0;
}
function parametersOf(text4) {
  let found = /* @__PURE__ */ new Map();
  for (let [, name2 = "", quoted, token = ""] of text4.matchAll(PARAMETER))
    found.has(name2.toLowerCase()) || found.set(name2.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? token);
  return found;
}

// src/targets/oci/credential.ts
var TOKEN_USER = "<token>";
function basicHeader(username, password) {
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

// src/targets/oci/endpoint.ts
var SERVERS = {
  "docker.io": "registry-1.docker.io",
  "index.docker.io": "registry-1.docker.io"
};
function endpointOf(host2, plainHttp) {
  let bare2 = withoutPort(host2), isPlain = isLoopback(bare2) || plainHttp.some((each) => [host2, bare2].includes(each.trim().toLowerCase()));
  return { host: host2, origin: `${isPlain ? "http" : "https"}://${SERVERS[host2] ?? host2}` };
}
function withoutPort(host2) {
  return host2.replace(/:\d+$/, "");
}
function isLoopback(host2) {
  return host2 === "localhost" || host2 === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host2);
}

// src/targets/oci/realm.ts
var KNOWN = [
  { registry: /^registry-1\.docker\.io$/, realm: /^auth\.docker\.io$/ },
  { registry: /^registry\.gitlab\.com$/, realm: /^gitlab\.com$/ },
  {
    registry: /^registry(-intl)?\.[a-z0-9-]+\.aliyuncs\.com$/,
    realm: /^dockerauth(-vpc)?\.[a-z0-9-]+\.aliyuncs\.com$/
  }
], SHARED = new Set(
  `aliyuncs.com amazonaws.com appspot.com azurecr.io azurewebsites.net cloudapp.net cloudfront.net fly.dev
   github.dev github.io gitlab.io googleapis.com herokuapp.com jfrog.io netlify.app ngrok.app ngrok.io on.aws onrender.com
   pages.dev pkg.dev run.app vercel.app windows.net workers.dev`.split(/\s+/)
), COUNTRY_SECOND_LEVEL = /^(?:ac|co|com|edu|gob|gov|go|gv|in|ltd|me|mil|ne|net|nom|or|org|plc|sch|web)\.[a-z]{2}$/;
function acceptRealm(realm, registry, tokenRealms) {
  let url = URL.canParse(realm) ? new URL(realm) : void 0, server = new URL(registry.origin);
  if (url?.username !== "" || url.hash !== "") throw refused(registry.host, realm, "that is no address");
  if (url.origin === server.origin) return url;
  if (url.protocol !== "https:") {
    let both = server.protocol === "http:" && url.protocol === "http:";
    if (both && isLoopback(url.hostname) && isLoopback(server.hostname)) return url;
    if (!both || url.hostname !== server.hostname) throw refused(registry.host, realm, "that is not https");
    return url;
  }
  if (belongs(url, server) || tokenRealms.some((host2) => [url.host, url.hostname].includes(host2.trim().toLowerCase())))
    return url;
  throw refused(registry.host, realm, "which is not of its domain");
}
function belongs(realm, registry) {
  if (realm.hostname === registry.hostname || KNOWN.some((pair) => pair.registry.test(registry.hostname) && pair.realm.test(realm.hostname))) return !0;
  let domain = registrableDomain(registry.hostname);
  return domain !== void 0 && domain === registrableDomain(realm.hostname);
}
function registrableDomain(hostname) {
  if (/^[\d.]+$|^\[/.test(hostname)) return;
  let labels = hostname.split("."), suffix = labels.slice(-2).join("."), size = SHARED.has(suffix) || COUNTRY_SECOND_LEVEL.test(suffix) ? 3 : 2;
  return labels.length < size || labels.includes("") ? void 0 : labels.slice(-size).join(".");
}
function refused(host2, realm, why) {
  let url = URL.canParse(realm) ? new URL(realm) : void 0, place = url ? `${url.protocol}//${url.host}` : "a token server";
  return new ReleaseError("REGISTRY_REALM_REFUSED", `${host2} wants credentials sent to ${place}, ${why}`, {
    hint: url?.protocol === "https:" ? `If that is right, allow it with the input token-realms: ${url.host}` : void 0
  });
}

// src/targets/oci/token.ts
var CLIENT_ID = "release-charts", MAX_ANSWER_BYTES = 1024 * 1024, DEFAULT_SECONDS = 60, SPARE_SHARE = 0.2, LONGEST_SPARE_SECONDS = 60;
async function fetchToken(request, context) {
  let { credential } = request, asked = context.clock.monotonic(), response = credential?.kind === "identity" ? await exchange(request, credential.token, context) : await get(request, context);
  if (response.status !== 200)
    throw refusal(response, { host: context.endpoint.host, what: "no token was given for it", source: credential?.source });
  let { value, seconds } = parse(response, context.endpoint.host);
  context.secrets.add(value);
  let spare = Math.min(seconds * SPARE_SHARE, LONGEST_SPARE_SECONDS);
  return { value, goodUntil: asked + (seconds - spare) * 1e3 };
}
function get({ realm, service, scopes, credential }, context) {
  let url = new URL(realm);
  service !== void 0 && url.searchParams.set("service", service);
  for (let scope of scopes) url.searchParams.append("scope", scope);
  let headers = credential?.kind === "basic" ? { authorization: basicHeader(credential.username, credential.password) } : {};
  return context.http.send({ method: "GET", url: url.href, headers, ...limits(context) });
}
function exchange(request, refreshToken, context) {
  let form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken, client_id: CLIENT_ID });
  request.service !== void 0 && form.set("service", request.service), form.set("scope", request.scopes.join(" "));
  let headers = { "content-type": "application/x-www-form-urlencoded" };
  return context.http.send({
    method: "POST",
    url: request.realm.href,
    headers,
    body: form.toString(),
    ...limits(context)
  });
}
function limits({ endpoint }) {
  return { namedBy: endpoint.origin, maxBytes: MAX_ANSWER_BYTES, attempts: 5 };
}
function parse(response, host2) {
  let { access_token, token, expires_in } = jsonIn(response, host2), value = typeof access_token == "string" && access_token !== "" ? access_token : token;
  if (typeof value != "string" || !/^[\x21-\x7e]+$/.test(value))
    throw new ReleaseError("REGISTRY_ANSWER_INVALID", `The token server of ${host2} answered without a token`);
  let seconds = typeof expires_in == "number" && expires_in > 0 ? expires_in : DEFAULT_SECONDS;
  return { value, seconds };
}

// src/targets/oci/authorization.ts
function createAuthorization(context) {
  let { endpoint, http, clock } = context, tokens = /* @__PURE__ */ new Map(), demanded = /* @__PURE__ */ new Map(), challenge, current = () => (challenge ??= ask(http, endpoint).catch((error) => {
    throw challenge = void 0, error;
  }), challenge);
  async function held(scope) {
    let known = tokens.get(scope), token = await known?.catch(() => {
    });
    if (token && token.goodUntil > clock.monotonic()) return token.value;
    tokens.get(scope) === known && tokens.delete(scope);
  }
  async function tokenFor(wanted, repository, access) {
    let scope = scopeOf(repository, access), found = await held(scope) ?? (access === "pull" ? await held(scopeOf(repository, "push")) : void 0);
    if (found !== void 0) return found;
    let shared = tokens.get(scope) ?? fetchFresh(wanted, repository, scope);
    return tokens.set(scope, shared), (await shared).value;
  }
  async function fetchFresh(wanted, repository, scope) {
    let scopes = [.../* @__PURE__ */ new Set([scope, ...demanded.get(scope) ?? []])], realm = acceptRealm(wanted.realm, endpoint, context.tokenRealms), credential = await context.credentials(repository);
    return fetchToken({ realm, service: wanted.service, scopes, credential }, context);
  }
  return {
    async header(repository, access) {
      let wanted = await current();
      if (wanted.scheme === "none") return;
      let credential = await context.credentials(repository);
      return wanted.scheme === "basic" ? credential?.kind === "basic" ? basicHeader(credential.username, credential.password) : void 0 : credential?.kind === "bearer" ? `Bearer ${credential.token}` : `Bearer ${await tokenFor(wanted, repository, access)}`;
    },
    async learn(response, repository, access) {
      let next = parseChallenge(response.headers["www-authenticate"]);
      if (!next || next.scheme === "none") return !1;
      let before = await current();
      if (challenge = Promise.resolve(next), next.scheme === "basic")
        return before.scheme !== "basic" && await context.credentials(repository) !== void 0;
      let scope = scopeOf(repository, access);
      return demanded.set(scope, next.scopes), tokens.delete(scope), (await context.credentials(repository))?.kind !== "bearer" || before.scheme !== "bearer";
    }
  };
}
function scopeOf(repository, access) {
  return `repository:${repository}:${access === "push" ? "pull,push" : "pull"}`;
}
async function ask(http, endpoint) {
  let response = await http.send({ method: "GET", url: `${endpoint.origin}/v2/`, maxBytes: 65536 }), challenge = parseChallenge(response.headers["www-authenticate"]);
  if (response.status === 401 && challenge) return challenge;
  if (response.status === 401 || response.status === 429 || response.status >= 500)
    throw refusal(response, { host: endpoint.host, what: "The registry could not be asked", source: void 0 });
  return { scheme: "none" };
}

// src/targets/oci/client.ts
function openClient(context) {
  let { endpoint, http } = context, authorization = createAuthorization(context);
  async function attempt2(request) {
    let { path, repository, access, headers, ...rest } = request, url = new URL(path, endpoint.origin);
    if (url.origin !== endpoint.origin)
      throw new ReleaseError(
        "REGISTRY_UPLOAD_ELSEWHERE",
        `${endpoint.host} sends the run to ${url.host}, which is another host`
      );
    let header2 = await authorization.header(repository, access), sent = { ...headers, ...header2 !== void 0 && { authorization: header2 } };
    return http.send({ ...rest, url: url.href, headers: sent });
  }
  async function persist(request) {
    let first = await attempt2(request);
    return first.status !== 401 ? first : await authorization.learn(first, request.repository, request.access) ? attempt2(request) : first;
  }
  async function send(request) {
    if (request.access === "push") return persist(request);
    let outcome = await persist(request).catch(asRefusal);
    if (!(outcome instanceof ReleaseError || outcome.status === 401 || outcome.status === 403)) return outcome;
    let second = await context.credentials(request.repository) !== void 0 ? await persist({ ...request, access: "push" }).catch(asRefusal) : outcome;
    if (!(second instanceof ReleaseError)) return second;
    if (outcome instanceof ReleaseError) throw outcome;
    return outcome;
  }
  return {
    host: endpoint.host,
    origin: endpoint.origin,
    send,
    refused: async (response, repository, what) => {
      let credential = response.status === 401 || response.status === 403 ? await context.credentials(repository) : void 0;
      return refusal(response, { host: endpoint.host, what, source: credential?.source });
    }
  };
}
function asRefusal(thrown) {
  if (thrown instanceof ReleaseError && ["REGISTRY_UNAUTHORIZED", "REGISTRY_DENIED"].includes(thrown.code))
    return thrown;
  throw thrown;
}

// src/targets/oci/credentials.ts
import { posix as posix2 } from "node:path";

// src/targets/oci/credential-file.ts
var MAX_FILE_BYTES = 4 * 1024 * 1024;
async function readCredentialFile(files, path) {
  let bytes = await files.readIfPresent(path, MAX_FILE_BYTES);
  if (bytes === void 0) return;
  let content = parse2(path, new TextDecoder().decode(bytes)), { credHelpers, credsStore, auths } = content;
  return {
    path,
    credHelpers: textsIn(credHelpers),
    credsStore: typeof credsStore == "string" && credsStore !== "" ? credsStore : void 0,
    auths: Object.fromEntries(Object.entries(record(auths)).map(([key, entry]) => [key, record(entry)]))
  };
}
function parse2(path, text4) {
  if (text4.trim() === "") return {};
  try {
    return record(JSON.parse(text4));
  } catch {
    throw new ReleaseError("REGISTRY_CREDENTIALS_UNREADABLE", `${path} is no JSON`, {
      hint: "Log in again (docker login, helm registry login), or remove the file."
    });
  }
}
function credentialIn(file, keys) {
  let plain = new Map(Object.entries(file.auths).map(([key, entry2]) => [bareKey(key), entry2])), entry = keys.map((key) => plain.get(key)).find((found) => found && Object.keys(found).length > 0);
  return entry && credentialOf(entry, file.path);
}
function bareKey(key) {
  let bare2 = key.replace(/^https?:\/\//, "");
  return bare2 === key ? key.replace(/\/$/, "") : bare2.split("/")[0] ?? bare2;
}
function credentialOf(entry, source) {
  let { identitytoken, registrytoken, auth } = entry;
  if (isText(registrytoken)) return { kind: "bearer", token: registrytoken, source };
  if (isText(identitytoken)) return { kind: "identity", token: identitytoken, source };
  let [username, password] = isText(auth) ? decoded(auth) : [entry.username, entry.password];
  return isText(username) && isText(password) ? credentialFor(username, password, source) : void 0;
}
function credentialFor(username, secret, source) {
  return username === TOKEN_USER ? { kind: "identity", token: secret, source } : { kind: "basic", username, password: secret, source };
}
function decoded(auth) {
  let text4 = Buffer.from(auth, "base64").toString(), colon = text4.indexOf(":");
  return colon < 0 ? ["", ""] : [text4.slice(0, colon), text4.slice(colon + 1).replace(/\0+$/, "")];
}
function isText(value) {
  return typeof value == "string" && value !== "";
}
function record(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value) ? value : {};
}
function textsIn(value) {
  return Object.fromEntries(
    Object.entries(record(value)).filter((entry) => isText(entry[1]))
  );
}

// src/targets/oci/credential-helper.ts
var TIMEOUT_MS = 6e4, MAX_OUTPUT_BYTES = 1024 * 1024, NEEDED = new Set(
  `PATH HOME USER LOGNAME USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA SYSTEMROOT COMSPEC PATHEXT TMPDIR TMP TEMP LANG LC_ALL
   DOCKER_CONFIG REGISTRY_AUTH_FILE DBUS_SESSION_BUS_ADDRESS GNUPGHOME PASSWORD_STORE_DIR SSL_CERT_FILE SSL_CERT_DIR
   HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY CLOUDSDK_CONFIG`.split(/\s+/)
), NEEDED_GROUPS = ["AWS_", "GOOGLE_", "CLOUDSDK_", "AZURE_", "ACR_", "XDG_", "MSI_", "IDENTITY_", "GCE_", "ECS_"];
async function askHelper(name2, server, { processes, environment }) {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name2)) throw failed(name2, server, "has a name that no program can have");
  let program = `docker-credential-${name2}`, ran = await processes.run(program, ["get"], {
    env: environmentOf(environment),
    input: server,
    timeoutMs: TIMEOUT_MS,
    maxOutputBytes: MAX_OUTPUT_BYTES
  });
  if (ran.killed) throw failed(name2, server, `was stopped (${ran.killed})`);
  let output = new TextDecoder().decode(ran.stdout);
  if (ran.exitCode !== 0) {
    if (/credentials not found/i.test(output + ran.stderr)) return;
    throw failed(name2, server, `ended with exit code ${ran.exitCode}`);
  }
  let answer = parse3(output);
  if (!answer) throw failed(name2, server, "answered something else than a user name and a secret");
  return answer.Secret === "" ? void 0 : credentialFor(answer.Username, answer.Secret, program);
}
function environmentOf(environment) {
  let kept = Object.entries(environment).filter((entry) => {
    let name2 = entry[0].toUpperCase();
    return entry[1] !== void 0 && (NEEDED.has(name2) || NEEDED_GROUPS.some((group) => name2.startsWith(group)));
  });
  return Object.fromEntries(kept);
}
function parse3(output) {
  try {
    let { Username, Secret } = JSON.parse(output);
    return typeof Username == "string" && typeof Secret == "string" ? { Username, Secret } : void 0;
  } catch {
    return;
  }
}
function failed(name2, server, what) {
  return new ReleaseError(
    "REGISTRY_CREDENTIALS_UNREADABLE",
    `The credential helper ${name2} ${what} when asked for ${server}`,
    {
      hint: `Try it by hand: echo ${server} | docker-credential-${name2} get`
    }
  );
}

// src/targets/oci/credentials.ts
var DOCKER_HUB = ["docker.io", "index.docker.io", "registry-1.docker.io"], DOCKER_HUB_KEY = "https://index.docker.io/v1/";
function credentialsFor(host2, context) {
  let files = once(() => readFiles(context)), helpers = /* @__PURE__ */ new Map(), ask2 = (name2, server) => {
    let key = `${name2} ${server}`, asked = helpers.get(key) ?? askHelper(name2, server, context);
    return helpers.set(key, asked), asked;
  };
  return async (repository) => {
    let credential = fromInputs(context.settings) ?? await fromFiles(await files(), host2, repository, ask2) ?? fromWorkflow(host2, context);
    return credential && keepSecret(credential, context.secrets), credential;
  };
}
async function fromFiles(files, host2, repository, ask2) {
  for (let file of files) {
    let found = await fromFile(file, host2, repository, ask2);
    if (found) return found;
  }
}
async function fromFile(file, host2, repository, ask2) {
  let isHub = DOCKER_HUB.includes(host2), hosts = isHub ? [DOCKER_HUB_KEY, ...DOCKER_HUB] : [host2], server = isHub ? DOCKER_HUB_KEY : host2, own = hosts.map((each) => file.credHelpers[each]).find((name2) => name2 !== void 0);
  if (own !== void 0) return ask2(own, server);
  if (file.credsStore !== void 0) {
    let stored = await ask2(file.credsStore, server);
    if (stored) return stored;
  }
  return credentialIn(
    file,
    hosts.flatMap((each) => keysOf(each, repository))
  );
}
function keysOf(host2, repository) {
  if (host2 === DOCKER_HUB_KEY) return ["index.docker.io"];
  let parts = repository.split("/");
  return [...parts.map((_, index) => `${host2}/${parts.slice(0, parts.length - index).join("/")}`), host2];
}
async function readFiles({ files, environment }) {
  let [helm, docker, podman] = await Promise.all([
    readCredentialFile(files, helmFile(environment)),
    readCredentialFile(files, dockerFile(environment)),
    firstOf(files, podmanFiles(environment))
  ]), isPodmanNamed = !!environment.REGISTRY_AUTH_FILE;
  return [helm, docker, docker && !isPodmanNamed ? void 0 : podman].filter((file) => file !== void 0);
}
async function firstOf(files, paths) {
  for (let path of paths) {
    let file = await readCredentialFile(files, path);
    if (file) return file;
  }
}
function helmFile(environment) {
  let { HELM_REGISTRY_CONFIG, HELM_CONFIG_HOME, XDG_CONFIG_HOME, APPDATA } = environment;
  if (HELM_REGISTRY_CONFIG) return HELM_REGISTRY_CONFIG;
  let mac = environment.RUNNER_OS === "macOS" ? posix2.join(home(environment), "Library/Preferences/helm") : void 0, windows = environment.RUNNER_OS === "Windows" && APPDATA ? posix2.join(APPDATA, "helm") : void 0, xdg = XDG_CONFIG_HOME ? posix2.join(XDG_CONFIG_HOME, "helm") : void 0, folder = HELM_CONFIG_HOME || xdg || mac || windows || posix2.join(home(environment), ".config/helm");
  return posix2.join(folder, "registry/config.json");
}
function dockerFile(environment) {
  return posix2.join(environment.DOCKER_CONFIG || posix2.join(home(environment), ".docker"), "config.json");
}
function podmanFiles(environment) {
  let { REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR, XDG_CONFIG_HOME } = environment;
  if (REGISTRY_AUTH_FILE) return [REGISTRY_AUTH_FILE];
  let config = XDG_CONFIG_HOME || posix2.join(home(environment), ".config");
  return [...XDG_RUNTIME_DIR ? [XDG_RUNTIME_DIR] : [], config].map((folder) => posix2.join(folder, "containers/auth.json"));
}
function home({ HOME, USERPROFILE }) {
  return HOME || USERPROFILE || "/";
}
function fromInputs({ registryUsername, registryPassword }) {
  if (!registryUsername || !registryPassword) return;
  let source = "the inputs registry-username and registry-password";
  return registryUsername === TOKEN_USER ? { kind: "identity", token: registryPassword, source } : { kind: "basic", username: registryUsername, password: registryPassword, source };
}
function fromWorkflow(host2, { settings, environment }) {
  return host2 !== "ghcr.io" || !settings.githubToken ? void 0 : { kind: "basic", username: environment.GITHUB_ACTOR || "github-actions", password: settings.githubToken, source: "the workflow's token" };
}
function keepSecret(credential, secrets) {
  secrets.add(credential.kind === "basic" ? credential.password : credential.token);
}
function once(make) {
  let made;
  return () => (made ??= make(), made);
}

// src/targets/oci/fetch.ts
var MAX_ARCHIVE_BYTES = 100 * 1024 * 1024, MAX_PROVENANCE_BYTES = 1024 * 1024, MAX_CONFIG_BYTES = 4 * 1024 * 1024;
async function fetchChart(client, { repository, digest }) {
  let place = { repository, reference: digest }, delivered = await getManifest(client, place), name2 = `${client.host}/${nameOf(place)}`;
  if (!delivered) throw new ReleaseError("REGISTRY_NOT_FOUND", `${name2} is not there`);
  let layout = readChart(delivered.bytes);
  if (!layout) throw new ReleaseError("REGISTRY_NOT_A_CHART", `${name2} holds no Helm chart, or more than one`);
  let [archive, provenance] = await Promise.all([
    getBlob(client, repository, layout.archive, MAX_ARCHIVE_BYTES),
    layout.provenance && getBlob(client, repository, layout.provenance, MAX_PROVENANCE_BYTES),
    getBlob(client, repository, layout.config, MAX_CONFIG_BYTES)
  ]), { fingerprint, revision, created } = recordsIn(layout.manifest);
  return {
    digest,
    archive,
    archiveDigest: layout.archive.digest,
    ...provenance && { provenance },
    ...fingerprint !== void 0 && { fingerprint },
    ...revision !== void 0 && { revision },
    ...created && { created }
  };
}

// src/targets/oci/legacy-manifest.ts
var SIGNATURE = "dev.cosignproject.cosign/signature", ZERO_TIME = "0001-01-01T00:00:00Z";
function signatureTag(digest) {
  return `${digest.replace(":", "-")}.sig`;
}
function signatureLayer({ payload, annotations }) {
  let sorted = Object.entries(annotations).sort(([a], [b]) => compareBytes(a, b));
  return {
    mediaType: SIMPLE_SIGNING,
    size: payload.length,
    digest: digestOf(payload),
    annotations: Object.fromEntries(sorted)
  };
}
function isSameSignature(layer, { payload, annotations }) {
  return layer.digest === digestOf(payload) && layer.annotations[SIGNATURE] === annotations[SIGNATURE];
}
function signatureManifest(layers) {
  let config = Buffer.from(
    goJson({
      architecture: "",
      created: ZERO_TIME,
      history: layers.map(() => ({ created: ZERO_TIME })),
      os: "",
      rootfs: { type: "layers", diff_ids: layers.map((layer) => layer.digest ?? "") },
      config: {}
    })
  ), manifest = Buffer.from(
    goJson({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: { mediaType: OCI_CONFIG, size: config.length, digest: digestOf(config) },
      layers
    })
  );
  return { config, manifest };
}

// src/targets/oci/legacy-signatures.ts
var MAX_SIGNATURES = 1e3, MAX_PAYLOAD_BYTES = 1024 * 1024;
async function attachLegacy(context, subject, signature) {
  let { client } = context, { repository } = subject, place = { repository, reference: signatureTag(subject.digest) };
  await mergeUnderTag(context, place, {
    mediaType: OCI_MANIFEST,
    async into(current) {
      let layers = current ? layersOf(current, `${client.host}/${nameOf(place)}`) : [];
      if (layers.some((layer) => isSameSignature(layer, signature))) return;
      let { config, manifest } = signatureManifest([...layers.map(({ raw }) => raw), signatureLayer(signature)]), isNew = layers.length === 0;
      return await Promise.all([config, signature.payload].map((blob) => putBlob(client, repository, blob, { isNew }))), manifest;
    }
  });
}
function layersOf({ bytes }, name2) {
  let manifest = readManifest(bytes), isOurs = manifest?.layers.every(({ mediaType }) => mediaType === SIMPLE_SIGNING) ?? !1;
  if (manifest && isOurs && manifest.layers.length < MAX_SIGNATURES) return manifest.layers;
  let why = manifest && isOurs ? `holds ${MAX_SIGNATURES} signatures, more are not read` : "holds no cosign signatures";
  throw new ReleaseError("REGISTRY_SIGNATURE_TAG_FOREIGN", `${name2} ${why}`);
}
async function readLegacy(client, { repository, digest }) {
  let delivered = await getManifest(client, { repository, reference: signatureTag(digest) }), signatures = (delivered ? readManifest(delivered.bytes)?.layers ?? [] : []).filter(({ mediaType }) => mediaType === SIMPLE_SIGNING), payloads = /* @__PURE__ */ new Map();
  return Promise.all(
    signatures.map(async (layer) => {
      let payload = payloads.get(layer.digest) ?? getBlob(client, repository, layer, MAX_PAYLOAD_BYTES);
      return payloads.set(layer.digest, payload), { payload: await payload, annotations: layer.annotations };
    })
  );
}

// src/targets/oci/preflight.ts
var AT_ONCE = 8;
async function pushProblems(client, repositories) {
  let problems = [];
  for (let start = 0; start < repositories.length; start += AT_ONCE) {
    let batch = repositories.slice(start, start + AT_ONCE), found = await Promise.all(batch.map((repository) => pushProblem(client, repository)));
    if (problems.push(...found.filter((problem) => problem !== void 0)), found.some((problem) => problem !== void 0 && isUnreachable(problem))) break;
  }
  return unique(problems);
}
async function pushProblem(client, repository) {
  try {
    let session = await openUpload(client, repository, { effect: !1 });
    await client.send({ method: "DELETE", path: session, repository, access: "push" }).catch(() => {
    });
    return;
  } catch (thrown) {
    if (thrown instanceof ReleaseError && thrown.kind !== "bug") return thrown;
    throw thrown;
  }
}
function isUnreachable({ code }) {
  return code === "REMOTE_UNREACHABLE" || code === "REMOTE_TIMEOUT";
}
function unique(problems) {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

// src/targets/oci/presence.ts
async function presenceOf(context, place, signatures) {
  try {
    return await look(context, place, signatures);
  } catch (thrown) {
    if (thrown instanceof ReleaseError && thrown.kind !== "bug") return { state: "unknown", why: thrown };
    throw thrown;
  }
}
async function look(context, { repository, tag }, signatures) {
  let place = { repository, reference: tag }, delivered = await getManifest(context.client, place);
  if (!delivered) return { state: "absent" };
  let layout = readChart(delivered.bytes);
  if (!layout)
    throw new ReleaseError("REGISTRY_NOT_A_CHART", `${context.client.host}/${nameOf(place)} holds no Helm chart`, {
      hint: "Publish charts to a path of their own, apart from images."
    });
  let { digest } = delivered, isSigned = signatures && await hasBothSignatures(context, repository, digest), { fingerprint, appVersion: appVersion2, revision } = recordsIn(layout.manifest);
  return {
    state: "present",
    digest,
    ...fingerprint !== void 0 && { fingerprint },
    ...appVersion2 !== void 0 && { appVersion: appVersion2 },
    ...revision !== void 0 && { revision },
    signed: isSigned ? "some" : "none"
  };
}
async function hasBothSignatures({ client, referrers }, repository, digest) {
  let [legacy, listed] = await Promise.all([
    headManifest(client, { repository, reference: signatureTag(digest) }, "pull"),
    referrers.list({ repository, digest })
  ]), isSignature = (type) => type === void 0 || type === COSIGN_SIGN_PREDICATE;
  return legacy !== void 0 && listed.some((each) => isBundle(each) && isSignature(each.annotations[PREDICATE_TYPE]));
}

// src/targets/oci/publish.ts
var LOOKS = 4, PAUSE_MS2 = 300;
async function storeChart(client, repository, chart) {
  let place = { repository, reference: chart.digest }, isNew = await headManifest(client, place, "push") === void 0;
  if (await Promise.all(chart.blobs.map((blob) => putBlob(client, repository, blob, { isNew }))), !isNew) return !1;
  let response = await putManifest(client, place, { bytes: chart.manifest });
  if (!isStored(response)) throw await client.refused(response, repository, `${nameOf(place)} could not be stored`);
  return !0;
}
async function isTagged(client, place, digest) {
  let found = await headManifest(client, place, "push");
  if (found !== void 0 && found !== digest) throw taken(client, place, { found, digest });
  return found === digest;
}
async function writeTag({ client, clock }, place, { digest, bytes }) {
  if (await isTagged(client, place, digest)) return !1;
  let response = await putManifest(client, place, { bytes });
  if (!isStored(response)) {
    if (await isTagged(client, place, digest)) return !1;
    throw await protectedTag(client, place, response);
  }
  for (let look2 = 1; look2 <= LOOKS; look2++) {
    if (await isTagged(client, place, digest)) return !0;
    await clock.sleep(PAUSE_MS2 * look2);
  }
  throw new ReleaseError("REGISTRY_ANSWER_INVALID", `${client.host} took the tag ${nameOf(place)} and does not have it`);
}
function taken(client, place, { found, digest }) {
  return new ReleaseError(
    "CONFLICT_TAG_TAKEN",
    `${client.host}/${nameOf(place)} is ${found}, and this run made ${digest}`,
    {
      hint: "A published version is never overwritten: raise the version in Chart.yaml and run again."
    }
  );
}

// src/targets/oci/tags.ts
var PAGE_SIZE = 1e3, MAX_PAGE_BYTES2 = 8 * 1024 * 1024;
async function listTags(client, repository) {
  let request = { method: "GET", path: `/v2/${repository}/tags/list?n=${PAGE_SIZE}`, repository, access: "pull", maxBytes: MAX_PAGE_BYTES2 }, found = [];
  for await (let page of pagesOf(client, request)) {
    if (page.status === 404) return found;
    if (page.status !== 200)
      throw await client.refused(page, repository, `The tags of ${repository} could not be listed`);
    let { tags } = jsonIn(page, client.host);
    if (tags != null && !Array.isArray(tags)) throw notAList(client, repository);
    for (let tag of tags ?? []) typeof tag == "string" && found.push(tag);
  }
  return found;
}
function notAList(client, repository) {
  return new ReleaseError(
    "REGISTRY_ANSWER_INVALID",
    `${client.host} lists the tags of ${repository} as something else than a list`
  );
}

// src/targets/oci/oci.ts
var TAGS_AT_ONCE = 8, oci = {
  scheme: "oci://",
  example: "oci://ghcr.io/acme/charts",
  summary: "Any OCI registry. The chart is stored by digest, signed, read back, and tagged last.",
  check: (address) => {
    parseAddress(address);
  },
  open: (address, context) => openRegistry(parseAddress(address), context)
};
function openRegistry(address, context) {
  let { clock } = context, client = clientFor(address, context, context.http), referrers = createReferrersReader(client), inTurn = createQueue(), place = (ref) => ({ repository: repositoryOf(address, ref.name), reference: tagOf(ref) }), reading, reader = () => {
    if (reading) return reading;
    let fresh = clientFor(address, context, context.newHttp());
    return reading = { client: fresh, referrers: createReferrersReader(fresh) }, reading;
  }, manifests = /* @__PURE__ */ new Map();
  async function manifestBytes({ ref, digest }) {
    let repository = repositoryOf(address, ref.name), bytes = manifests.get(digest) ?? (await getManifest(client, { repository, reference: digest }))?.bytes;
    if (!bytes) throw new ReleaseError("REGISTRY_NOT_FOUND", `${client.host}/${repository}@${digest} is not there`);
    return manifests.set(digest, bytes), bytes;
  }
  function reference(ref) {
    return `oci://${address.host}/${repositoryOf(address, ref.name)}:${tagOf(ref)}`;
  }
  function staged(ref, digest) {
    let { name: name2, version } = ref;
    return { ref: { name: name2, version }, digest, repository: `${address.host}/${repositoryOf(address, name2)}` };
  }
  async function stage(chart) {
    let { repository, reference: reference2 } = place(chart), content = chartContent(chart), isNew = !await isTagged(client, { repository, reference: reference2 }, content.digest) && await storeChart(client, repository, content);
    return manifests.set(content.digest, content.manifest), { ...staged(chart, content.digest), isNew };
  }
  async function attach(artifact, { legacy, bundles, signedAt }) {
    let repository = repositoryOf(address, artifact.ref.name), { digest, isNew = !1 } = artifact, subject = { repository, digest, isNew, size: (await manifestBytes(artifact)).length }, writing = { client, clock };
    await inTurn(`${repository}@${digest}`, async () => {
      let both = await Promise.allSettled([
        legacy && attachLegacy(writing, subject, legacy),
        attachBundles(writing, subject, bundles, signedAt)
      ]);
      for (let each of both) if (each.status === "rejected") throw each.reason;
    });
  }
  async function promoteOne(artifact) {
    let bytes = await manifestBytes(artifact), changed = await writeTag({ client, clock }, place(artifact.ref), { digest: artifact.digest, bytes });
    return { ...artifact, reference: reference(artifact.ref), changed };
  }
  return {
    address: address.address,
    hides: "unlisted",
    signs: "manifest",
    together: !1,
    reference,
    preflight: async (refs) => pushProblems(client, [...new Set(refs.map(({ name: name2 }) => repositoryOf(address, name2)))]),
    async find(ref, { signatures } = { signatures: !1 }) {
      let { repository, reference: reference2 } = place(ref);
      return presenceOf({ client, referrers }, { repository, tag: reference2 }, signatures);
    },
    async versions(name2) {
      return (await listTags(client, repositoryOf(address, name2))).map(versionOf).filter((version) => version !== void 0);
    },
    stage,
    adopt: (ref, { digest }) => staged(ref, digest),
    attach,
    async signatures({ ref, digest }) {
      let subject = { repository: repositoryOf(address, ref.name), digest }, { client: fresh, referrers: list2 } = reader(), [legacy, bundles] = await Promise.all([readLegacy(fresh, subject), readBundles(fresh, list2, subject)]);
      return { legacy, bundles };
    },
    fetch: async ({ ref, digest }) => fetchChart(reader().client, { repository: repositoryOf(address, ref.name), digest }),
    promote: (artifacts) => sideBySide(artifacts, TAGS_AT_ONCE, (artifact) => promoteOne(artifact).catch(asReleaseError))
  };
}
function clientFor({ host: host2 }, context, http) {
  let { clock, secrets, settings } = context, endpoint = endpointOf(host2, settings.plainHttp), credentials = credentialsFor(host2, context);
  return openClient({ endpoint, http, clock, secrets, credentials, tokenRealms: settings.tokenRealms ?? [] });
}

// src/targets/registry.ts
var targetDefinitions = [oci];
function openTarget(address, context) {
  let text4 = address.trim(), definition2 = targetDefinitions.find(({ scheme }) => text4.startsWith(scheme));
  if (definition2) return definition2.open(text4, context);
  let known = targetDefinitions.map(({ example }) => example).join(", ");
  throw new ReleaseError("TARGET_SCHEME_UNKNOWN", `The target "${text4}" starts with no scheme that is known`, {
    hint: `Known are: ${known}`
  });
}
function openTargets(addresses, context) {
  let opened = addresses.map((address) => attempt(() => openTarget(address, context))), targets = opened.filter((outcome) => !(outcome instanceof ReleaseError)), problems = [
    ...opened.filter((outcome) => outcome instanceof ReleaseError),
    ...doubled(targets),
    ...credentialProblems(targets, context)
  ];
  if (problems.length > 0) throw new ReleaseErrors(problems);
  return targets;
}
function attempt(open) {
  try {
    return open();
  } catch (thrown) {
    if (thrown instanceof ReleaseError) return thrown;
    throw thrown;
  }
}
function doubled(targets) {
  let addresses = targets.map(({ address }) => address);
  return [...new Set(addresses.filter((address, index) => addresses.indexOf(address) !== index))].map((address) => new ReleaseError("TARGET_DOUBLED", `The target ${address} is named twice`));
}
function credentialProblems(targets, { settings }) {
  let { registryUsername, registryPassword } = settings;
  if (!registryUsername && !registryPassword) return [];
  if (!registryUsername || !registryPassword)
    return [ambiguous(`${registryUsername ? "registry-password" : "registry-username"} is missing: it goes together with the other one`)];
  let hosts = new Set(
    targets.map(({ address }) => address).filter((address) => address.startsWith(oci.scheme)).map((address) => new URL(address).host.toLowerCase())
  );
  if (hosts.size === 1) return [];
  let found = hosts.size === 0 ? "no target is one" : `the targets name ${[...hosts].join(", ")}`;
  return [ambiguous(`registry-username and registry-password are for one OCI registry, and ${found}`)];
}
function ambiguous(message) {
  return new ReleaseError("REGISTRY_CREDENTIALS_AMBIGUOUS", message, {
    hint: "Log in to each registry in a step of its own instead, with docker/login-action or `helm registry login`."
  });
}

// src/inputs/definition.ts
var nothing = () => {
};

// src/inputs/access-inputs.ts
var accessInputs = {
  "registry-username": {
    description: "User name for the registry, where all OCI targets are on one host. Otherwise log in with an earlier step.",
    default: "Docker, Podman and Helm logins of the job; the workflow token for ghcr.io",
    parse: text(),
    fallback: nothing
  },
  "registry-password": {
    description: "Password or token that belongs to `registry-username`; give it from a secret.",
    default: "empty",
    parse: text(),
    fallback: nothing,
    secret: !0
  },
  "plain-http": {
    description: "Registries that are spoken to without TLS, as `host` or `host:port`, one a line.",
    default: "loopback only",
    parse: list(host),
    fallback: () => [],
    config: "list"
  },
  "token-realms": {
    description: "Token servers that registries may send credentials to beside their own domain, as `host` or `host:port`, one a line.",
    default: "the registry's own domain, and the known ones of Docker Hub and others",
    parse: list(host),
    fallback: () => [],
    config: "list"
  },
  "helm-version": {
    description: "Helm to install and use, a whole version from 3.8.0 on, such as `4.3.0`.",
    default: "the runner's own Helm",
    parse: helmVersion,
    fallback: nothing,
    config: "text"
  },
  "github-token": {
    description: "Token for pushes, tags and the packages of ghcr.io.",
    default: "the workflow's own token",
    parse: text(),
    fallback: nothing,
    secret: !0
  },
  config: {
    description: "Config file, from the repository root: defaults and settings of single charts. It may be absent.",
    default: "`.github/release-charts.yaml`",
    parse: text(
      (value) => /^[^/\\][^\\]*$/.test(value) && !value.split("/").includes("..") ? void 0 : "a file inside the repository"
    ),
    fallback: () => ".github/release-charts.yaml"
  }
};

// src/inputs/bump.ts
var name = oneOf(bumpNames), zeroMajor = oneOf(["minor", "major"]), bumpSetting = (raw) => {
  let parsed2 = name(raw);
  return "value" in parsed2 ? { value: parseBump(parsed2.value) } : parsed2;
};
function appVersion(raw) {
  try {
    return { value: parseAppVersionRule(typeof raw == "string" ? raw : "") };
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    return { allowed: "a version of one line, `sha`, `tag`, or `values:<path>` such as `values:image.tag`", hint: error.hint ?? `${error.message}.` };
  }
}

// src/plan/tag-template.ts
var FIELD = /\{\{-?\s*\.(Name|Version)\s*-?\}\}/g;
function tagOf2(template, ref) {
  if (template !== "")
    return template.replace(FIELD, (_, field) => field === "Name" ? ref.name : ref.version);
}
function versionIn(template, tag, name2) {
  let pattern = template.replace(FIELD, (_, field) => field === "Name" ? name2 : "\0"), [before, after, ...more] = pattern.split("\0");
  return before === void 0 || after === void 0 || more.length > 0 ? void 0 : tag.startsWith(before) && tag.endsWith(after) && tag.length > before.length + after.length ? tag.slice(before.length, tag.length - after.length) : void 0;
}
function refProblem(tag) {
  let bad = /[\x00-\x20\x7f~^:?*[\\{}]/.exec(tag);
  if (bad !== null) return `A tag name holds no ${JSON.stringify(bad[0])}.`;
  if (tag.includes("..")) return "A tag name holds no `..`.";
  if (tag === "" || tag === "@" || tag.startsWith("-")) return `\`${tag}\` is no tag name.`;
  if (tag.endsWith(".")) return "A tag name does not end in a dot.";
  let parts = tag.split("/");
  if (parts.includes("")) return "A tag name neither starts nor ends with `/` and holds no `//`.";
  if (parts.some((part) => part.startsWith("."))) return "No part of a tag name starts with a dot.";
  if (parts.some((part) => part.endsWith(".lock"))) return "No part of a tag name ends in `.lock`.";
}

// src/inputs/tag-template.ts
var PLACEHOLDER = /\{\{\s*\.(\w+)\s*\}\}/g, ALLOWED = "a git tag name that holds `{{ .Version }}` once and, with more than one chart, `{{ .Name }}`; or `none` for no tags";
function tagTemplate(raw) {
  let template = typeof raw == "string" ? raw.trim() : "";
  if (template === "none") return { value: "" };
  let names = [...template.matchAll(PLACEHOLDER)].map((match) => match[1]), foreign = names.find((name2) => name2 !== "Name" && name2 !== "Version");
  if (foreign !== void 0) return { allowed: "`{{ .Name }}` and `{{ .Version }}`", found: `\`{{ .${foreign} }}\`` };
  if (names.filter((name2) => name2 === "Version").length !== 1) return { allowed: ALLOWED };
  let problem = refProblem(tagOf2(template, { name: "app", version: "1.2.3" }) ?? "");
  return problem === void 0 ? { value: template } : { allowed: ALLOWED, hint: problem };
}

// src/inputs/target-address.ts
var allowed = `addresses such as ${targetDefinitions.map(({ example }) => `\`${example}\``).join(", ")}`;
function targetAddress(raw) {
  let address = typeof raw == "string" ? raw.trim().replace(/(?<=[^/:])\/+$/, "") : "";
  if (/^[^/]*\/\/[^/]*@/.test(address))
    return { allowed, found: "an address with a user name in it", hint: "Log in with `registry-username` and `registry-password`, or in an earlier step." };
  let definition2 = targetDefinitions.find(({ scheme }) => address.startsWith(scheme));
  return definition2 === void 0 ? { allowed, hint: schemeHint(address) } : checked2(address, definition2);
}
function checked2(address, definition2) {
  try {
    return definition2.check(address), { value: address };
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    let why = [`${error.message}.`, error.hint].filter((part) => part !== void 0).join(" ");
    return { allowed, found: shown2(address), hint: why };
  }
}
function schemeHint(address) {
  if (/^[\w.-]+(:\d+)?\/[\w./-]+$/.test(address)) return `Did you mean \`oci://${address}\`?`;
  let start = /^[a-z][a-z0-9+.-]*:\/*/i.exec(address)?.[0], near = start === void 0 ? void 0 : nearest(
    start,
    targetDefinitions.map(({ scheme }) => scheme)
  );
  return near === void 0 ? void 0 : `Did you mean \`${near}\`?`;
}

// src/inputs/release-inputs.ts
var releaseInputs = {
  mode: {
    description: "What to do. `release`: release what changed. `plan`: decide and report, change nothing. `check`: for pull requests, fail where a chart needs a higher version.",
    default: "`release`",
    parse: oneOf(["release", "plan", "check"]),
    fallback: () => "release"
  },
  charts: {
    description: "Folders that hold charts: globs from the repository root, one a line. A chart at the root is `.`.",
    default: "`charts/*`",
    parse: list(folderGlob),
    fallback: () => ["charts/*"],
    config: "list"
  },
  exclude: {
    description: "Folders that `charts` matches and that are left out all the same: globs, one a line.",
    default: "none",
    parse: list(folderGlob),
    fallback: () => [],
    config: "list"
  },
  targets: {
    description: "Where charts are published, one address a line, in the order of publication: `oci://host/path`.",
    default: "`oci://ghcr.io/<owner>/charts`",
    parse: list(targetAddress),
    fallback: defaultTargets,
    config: "list"
  },
  bump: {
    description: "How far the version of a chart moves when its content changed and nobody moved it: `auto` by what changed for its users, `conventional` by the commit messages, always `patch`, `minor` or `major`, or `none` to fail instead.",
    default: "`auto`",
    parse: bumpSetting,
    fallback: () => "auto",
    config: "text"
  },
  "zero-major": {
    description: "What a breaking change moves before version 1.0.0: `minor`, as semantic versioning has it, or `major`.",
    default: "`minor`",
    parse: zeroMajor,
    fallback: () => "minor",
    config: "text"
  },
  "too-low": {
    description: "What a release does with a version that was raised by hand, and by less than `bump` asks for: `warn` and take it, or `fail`. `mode: check` always fails.",
    default: "`warn`",
    parse: oneOf(["warn", "fail"]),
    fallback: () => "warn",
    config: "text"
  },
  "require-bump": {
    description: "With `mode: check`, fail where a chart changed and nobody raised its version. `false` where the release raises it after the merge.",
    default: "`true`",
    parse: boolean,
    fallback: () => !0,
    config: "boolean"
  },
  "app-version": {
    description: "What `appVersion` becomes with a release: a literal, `sha`, `tag`, or `values:<path>` for a value of values.yaml such as `values:image.tag`; of several paths with commas between them the first gives it.",
    default: "as Chart.yaml has it",
    parse: appVersion,
    fallback: () => ({ rule: "keep" }),
    config: "text"
  },
  "app-tag-pattern": {
    description: "Glob of the git tags that version the application, for `app-version: tag` and for runs on such a tag.",
    default: "`v*`",
    parse: text((value) => /^[^\s~^:\\]+$/.test(value) ? void 0 : "a glob of tag names, such as `v*`"),
    fallback: () => "v*",
    config: "text"
  },
  commit: {
    description: "How a version bump gets back to git. `push`: as a commit on the branch. `pull-request`: as one pull request, kept up to date; merging it releases. `none`: not at all; only the package has the new version.",
    default: "`push`",
    parse: oneOf(["push", "pull-request", "none"]),
    fallback: () => "push",
    config: "text"
  },
  "verified-commits": {
    description: "Push version bumps through GitHub\u2019s API, which signs them: they are shown as verified, and made by who `github-token` belongs to.",
    default: "where the branch requires signed commits",
    parse: boolean,
    fallback: nothing,
    config: "boolean"
  },
  "release-notes": {
    description: "Where a bump writes what changed, beside the summary; one a line. `changelog`: a section in the chart\u2019s CHANGELOG.md. `artifacthub`: the annotation `artifacthub.io/changes`.",
    default: "the summary only",
    parse: list(oneOf(["changelog", "artifacthub"])),
    fallback: () => [],
    config: "list"
  },
  "tag-template": {
    description: "Name of the git tag that claims each release, made of `{{ .Name }}` and `{{ .Version }}`; `none` for no tags.",
    default: "`{{ .Name }}-{{ .Version }}`",
    parse: tagTemplate,
    fallback: () => "{{ .Name }}-{{ .Version }}",
    config: "text"
  },
  "version-from-tag": {
    description: "On a run for a tag of `tag-template`, take the version from the tag even where Chart.yaml says another, as `helm package --version` does.",
    default: "`false`",
    parse: boolean,
    fallback: () => !1,
    config: "boolean"
  },
  adopt: {
    description: "Sign versions that another tool published, where their files are equal to what this repository packages.",
    default: "`false`",
    parse: boolean,
    fallback: () => !1,
    config: "boolean"
  }
};
function defaultTargets(environment) {
  let server = environment.GITHUB_SERVER_URL || "https://github.com", owner = environment.GITHUB_REPOSITORY_OWNER || environment.GITHUB_REPOSITORY?.split("/")[0] || "";
  if (server === "https://github.com" && owner !== "") return [`oci://ghcr.io/${owner.toLowerCase()}/charts`];
  let why = owner === "" ? "the owner of the repository is not known" : `this repository is on ${server}, not on github.com`;
  throw new ReleaseError("INPUT_MISSING", `The input \`targets\` has no default here: ${why}.`, {
    hint: "targets: oci://registry.example.com/charts"
  });
}

// src/inputs/signing-inputs.ts
var signingInputs = {
  sign: {
    description: "Signatures. `keyless`: with the identity of this workflow (needs `id-token: write`). `none`: unsigned.",
    default: "`keyless`",
    parse: oneOf(["keyless", "none"]),
    fallback: () => "keyless",
    config: "text"
  },
  "public-log": {
    description: "Signing writes the name of the repository and the workflow to a public log for ever. `true` agrees to that for a private repository.",
    default: "public repositories only",
    parse: boolean,
    fallback: nothing,
    config: "boolean"
  },
  "sigstore-signing-config": {
    description: "Services of a private Sigstore: a signing configuration (v0.2), as a file in the workspace or as its JSON.",
    default: "the public Sigstore",
    parse: text(),
    fallback: nothing,
    config: "text"
  },
  "sigstore-trusted-root": {
    description: "Keys of a private Sigstore: a trusted root, as a file in the workspace or as its JSON.",
    default: "the public Sigstore",
    parse: text(),
    fallback: nothing,
    config: "text"
  },
  "sigstore-timeout": {
    description: "How long to keep trying while Sigstore is away, such as `90s` or `10m`; then the run fails, unsigned and unpublished.",
    default: "`10m`",
    parse: duration,
    fallback: () => 6e5,
    config: "text"
  },
  "gpg-private-key": {
    description: "An OpenPGP key that signs Helm provenance (`.prov`) beside the keyless signatures: armored, or in base64; give it from a secret.",
    default: "no provenance files",
    parse: text(),
    fallback: nothing,
    secret: !0
  },
  "gpg-passphrase": {
    description: "What unlocks `gpg-private-key`; give it from a secret.",
    default: "empty",
    parse: text(),
    fallback: nothing,
    secret: !0
  }
};

// src/inputs/table.ts
var inputs = { ...releaseInputs, ...signingInputs, ...accessInputs }, inputTable = inputs, configurable = Object.entries(inputTable).filter(([, { config }]) => config !== void 0).map(([name2]) => name2);

export {
  nearest,
  findingWords,
  frozenAppVersion,
  valueAt,
  invalid2 as invalid,
  HELM_LIMITS,
  readArchive,
  unpack,
  writeArchive,
  rewriteArchive,
  compareArchives,
  chartSide,
  packagedSide,
  bumpNames,
  decideBump,
  needsOf,
  findingsThatCount,
  chartFindings,
  renderedFindings,
  commitFindings,
  shown2 as shown,
  list,
  folderGlob,
  host,
  bumpSetting,
  appVersion,
  tagOf2 as tagOf,
  versionIn,
  refProblem,
  openTarget,
  openTargets,
  inputs,
  inputTable,
  configurable
};
