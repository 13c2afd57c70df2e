import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  compareBytes,
  goJson
} from "./chunk-HUB4QXZH.js";
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";
import {
  timeText
} from "./chunk-GQNI6KFR.js";

// src/chart/archive/gzip.ts
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

// src/chart/archive/tar-read.ts
var BLOCK = 512, MAX_EXTENSION_BYTES = 64 * 1024;
function readTar(tar, limits) {
  let files = [], long = {}, entries = 0;
  for (let at = 0; at + BLOCK <= tar.length && !isZero(tar.subarray(at, at + BLOCK)); ) {
    if (entries += 1, entries > limits.entries) throw tooLarge(`more than ${limits.entries} entries`);
    let header2 = readHeader(tar.subarray(at, at + BLOCK)), path = long.path ?? header2.path, size = long.size ?? header2.size, content = tar.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length < size) throw invalid("is cut short");
    if (at += BLOCK + Math.ceil(size / BLOCK) * BLOCK, header2.type === "x" || header2.type === "L") {
      long = { ...long, ...header2.type === "x" ? readPax(bounded(content)) : { path: cString(bounded(content)) } };
      continue;
    }
    long = {}, header2.type === "g" ? refuseGlobal(readPax(bounded(content))) : isFile(header2.type, path) && files.push({ path, content: fileContent(path, content, limits) });
  }
  return files;
}
function refuseGlobal(found) {
  if (Object.keys(found).length > 0) throw invalid("has a PAX header that renames all files");
}
var KINDS = /* @__PURE__ */ new Map([
  ["1", "a hard link"],
  ["2", "a link"],
  ["3", "a device"],
  ["4", "a device"],
  ["6", "a pipe"]
]);
function isFile(type, path) {
  if (type === "0" || type === "\0") return !path.endsWith("/");
  if (type === "5") return !1;
  throw invalid(
    `holds ${KINDS.get(type) ?? `an entry of the unknown type ${JSON.stringify(type)}`}: ${quotedPath(path)}`
  );
}
function fileContent(path, content, limits) {
  if (content.length <= limits.fileBytes) return content;
  let what = `${quotedPath(path)} in the archive has ${content.length} bytes; Helm 3 loads files up to ${limits.fileBytes}`;
  throw new ReleaseError("ARCHIVE_FILE_TOO_LARGE", what, { hint: "Leave it out by .helmignore, or make it smaller." });
}
function readHeader(block) {
  let sum = readOctal(block.subarray(148, 156)), actual = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (sum !== actual) throw invalid("is damaged: a header has a wrong checksum");
  let name = cString(block.subarray(0, 100)), prefix = cString(block.subarray(257, 265)) === "ustar" && block[263] === 48 ? cString(block.subarray(345, 500)) : "";
  return { type: String.fromCharCode(block[156] ?? 0), path: prefix === "" ? name : `${prefix}/${name}`, size: readOctal(block.subarray(124, 136)) };
}
function readOctal(field) {
  let text2 = String.fromCharCode(...field).replace(/^[ \0]+|[ \0]+$/g, "");
  if (/^[0-7]{0,12}$/.test(text2)) return Number.parseInt(text2 || "0", 8);
  throw invalid("is damaged: a header holds no number where one belongs");
}
function readPax(content) {
  let found = {};
  for (let at = 0; at < content.length; ) {
    let space = content.indexOf(32, at), length = Number(decode(content.subarray(at, space < 0 ? at : space))), record = content.subarray(space + 1, at + length - 1), ends = content[at + length - 1] === 10;
    if (space < 0 || !Number.isInteger(length) || length <= space - at + 1 || !ends)
      throw invalid("has a damaged PAX header");
    let [key = "", value = ""] = splitOnce(decode(record), "=");
    if (key.startsWith("GNU.sparse")) throw invalid("holds a sparse file");
    if (key === "path" && (found.path = value), key === "size" && !/^\d{1,15}$/.test(value)) throw invalid("has a damaged PAX header");
    key === "size" && (found.size = Number(value)), at += length;
  }
  return found;
}
function splitOnce(text2, separator) {
  let at = text2.indexOf(separator);
  return at < 0 ? [text2, ""] : [text2.slice(0, at), text2.slice(at + separator.length)];
}
function bounded(content) {
  if (content.length > MAX_EXTENSION_BYTES) throw invalid("has an extended header that is far too large");
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
function quotedPath(path) {
  return JSON.stringify(path.length > 120 ? `${path.slice(0, 120)}\u2026` : path);
}
function invalid(what) {
  return new ReleaseError("ARCHIVE_INVALID", `The archive ${what}`);
}
function tooLarge(what) {
  return new ReleaseError("ARCHIVE_TOO_LARGE", `The archive holds ${what}, more than Helm loads`);
}

// src/chart/archive/gzip.ts
var DEFLATE = { level: 6, mem: 8 }, HEADER = Uint8Array.of(31, 139, 8, 0, 0, 0, 0, 0, 0, 255);
function gzip(content) {
  let trailer = Buffer.alloc(8);
  return trailer.writeUInt32LE(crc32(content), 0), trailer.writeUInt32LE(content.length % 2 ** 32, 4), Buffer.concat([HEADER, deflateSync(content, DEFLATE), trailer]);
}
function gunzip(packed, maxBytes) {
  if (packed.length > maxBytes) throw tooLarge(`${packed.length} bytes`);
  if (packed[0] !== 31 || packed[1] !== 139) throw invalid("is not gzipped");
  try {
    return gunzipSync(packed, { maxOutputLength: maxBytes });
  } catch (error) {
    throw Object(error).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge(`over ${maxBytes} bytes`) : invalid("is damaged: it cannot be unpacked");
  }
}

// src/chart/archive/tar-write.ts
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
  let record = padded(paxRecord("path", path));
  return [
    header({ prefix: "", name: "PaxHeader" }, paxRecord("path", path).length, seconds, "x"),
    record,
    header({ prefix: "", name: "long-name" }, size, seconds, "0")
  ];
}
function splitPath(path) {
  if (!/^[\x20-\x7e]+$/.test(path)) return;
  if (path.length <= 100) return { prefix: "", name: path };
  let slash = path.lastIndexOf("/", 155), name = path.slice(slash + 1);
  return slash > 0 && name.length <= 100 && name !== "" ? { prefix: path.slice(0, slash), name } : void 0;
}
function header({ prefix, name }, size, seconds, type) {
  let block = new Uint8Array(BLOCK2), put = (text2, at) => block.set(Buffer.from(text2, "latin1"), at);
  put(name, 0), put("0000644\0", 100), put("0000000\0", 108), put("0000000\0", 116), put(`${octal(size)}\0`, 124), put(`${octal(seconds)}\0`, 136), put(type, 156), put("ustar\x0000", 257), put("0000000\0", 329), put("0000000\0", 337), put(prefix, 345), put(" ".repeat(8), 148);
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

// src/chart/archive/archive.ts
var HELM_LIMITS = {
  totalBytes: 100 * 1024 * 1024,
  fileBytes: 5 * 1024 * 1024,
  entries: 2e4
}, TWO_COPIES = "The chart is in `charts/` twice, as folder and archive or beside the one of this repository: keep one.", MAX_PATH_LENGTH = 1024, FIRST = ["Chart.yaml", "Chart.lock", "values.yaml", "values.schema.json"];
function readArchive(tgz, limits = HELM_LIMITS) {
  return unpack(tgz, limits).files;
}
function unpack(tgz, limits = HELM_LIMITS) {
  let tar = gunzip(tgz, limits.totalBytes + limits.entries * 2048), found = readTar(tar, limits), total = found.reduce((sum, file) => sum + file.content.length, 0);
  if (total > limits.totalBytes) throw tooLarge(`${total} bytes`);
  let [first] = found;
  if (!first) throw invalid("holds no files");
  let root = first.path.split("/")[0] ?? "";
  return { root, files: refuseClashes(found.map((file) => belowRoot(file, root))) };
}
function writeArchive(root, files, mtime) {
  let entries = [...files].sort((a, b) => rank(a.path) - rank(b.path) || compareBytes(a.path, b.path)).map(({ path, content }) => ({ path: `${root}/${path}`, content }));
  return refuseClashes(entries.map((entry) => belowRoot(entry, root))), gzip(writeTar(entries, mtime));
}
function compareArchives(a, b, saysTheSame = () => !1) {
  let [one, other] = [unpack(a), unpack(b)], folder = one.root === other.root ? [] : [`the folder is ${quotedPath(one.root)} in one, ${quotedPath(other.root)} in the other`], others = new Map(other.files.map((file) => [file.path, file.content])), changed = one.files.flatMap(({ path, content }) => {
    let same = others.get(path);
    return others.delete(path), same ? Buffer.compare(content, same) === 0 || saysTheSame(path, content, same) ? [] : [`${quotedPath(path)} differs (${content.length} and ${same.length} bytes)`] : [`${quotedPath(path)} (${content.length} bytes) is only in the first`];
  }), added = [...others].map(
    ([path, content]) => `${quotedPath(path)} (${content.length} bytes) is only in the second`
  );
  return [...folder, ...[...changed, ...added].sort(compareBytes)];
}
function rank(path) {
  let index = FIRST.indexOf(path);
  return index < 0 ? FIRST.length : index;
}
function belowRoot({ path, content }, root) {
  let parts = path.split("/");
  if (path.startsWith("/") || /[\\]|^[a-z]:/i.test(path) || parts.some((part) => ["", ".", ".."].includes(part)) || path.length > MAX_PATH_LENGTH) throw invalid(`holds the path ${quotedPath(path)}`);
  if (/[\p{Cc}\p{Cs}]/u.test(path)) throw invalid(`holds a path with a control character: ${quotedPath(path)}`);
  if (parts.length < 2 || parts[0] !== root) throw invalid(`holds ${quotedPath(path)} outside of one top folder`);
  return { path: parts.slice(1).join("/"), content };
}
function refuseClashes(files) {
  let kept = /* @__PURE__ */ new Map();
  for (let file of files) {
    let before = kept.get(file.path);
    if (before && Buffer.compare(before.content, file.content) !== 0)
      throw new ReleaseError(
        "ARCHIVE_INVALID",
        `The archive holds ${quotedPath(file.path)} twice, with different content`,
        {
          ...file.path.startsWith("charts/") && { hint: TWO_COPIES }
        }
      );
    before || kept.set(file.path, file);
  }
  let folders = new Set([...kept.keys()].flatMap(foldersOf)), both = [...kept.keys()].find((path) => folders.has(path));
  if (both !== void 0) throw invalid(`holds ${quotedPath(both)} both as file and as folder`);
  return [...kept.values()];
}
function foldersOf(path) {
  let parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

// src/chart/manifest/metadata.ts
var OCI = "org.opencontainers.image.", RESERVED = /* @__PURE__ */ new Set([`${OCI}title`, `${OCI}version`]);
function configBlob(metadata) {
  return new TextEncoder().encode(goJson(metadata));
}
function ociAnnotations(metadata, release) {
  let generated = [
    [`${OCI}description`, text(metadata.description)],
    [`${OCI}title`, text(metadata.name)],
    [`${OCI}version`, text(metadata.version)],
    [`${OCI}url`, text(metadata.home)],
    [`${OCI}created`, timeText(release.created)],
    [`${OCI}source`, text(items(metadata.sources)[0]) || (release.source ?? "")],
    [`${OCI}authors`, authors(metadata)]
  ], fromChart = Object.entries(fields(metadata.annotations)).map(([key, value]) => [key, text(value)]), own = Object.entries(release.own ?? {}), changeable = [...fromChart, ...own].filter(([key]) => !RESERVED.has(key)), all = new Map([...generated.filter(([, value]) => value.trim() !== ""), ...changeable]);
  return Object.fromEntries([...all].sort(([a], [b]) => compareBytes(a, b)));
}
function authors(metadata) {
  return items(metadata.maintainers).map((maintainer) => {
    let { name, email } = fields(maintainer);
    return text(name) + (text(email) ? ` (${text(email)})` : "");
  }).join(", ");
}
function text(value) {
  return typeof value == "string" ? value : "";
}
function items(value) {
  return Array.isArray(value) ? value : [];
}
function fields(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value) ? value : {};
}

export {
  invalid,
  HELM_LIMITS,
  readArchive,
  unpack,
  writeArchive,
  compareArchives,
  configBlob,
  ociAnnotations
};
