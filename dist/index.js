import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  createGate,
  isOurs,
  publicLogProblem
} from "./chunk-V5WTMM2L.js";
import {
  createPatience,
  retryAfterMs,
  serverTime
} from "./chunk-CLAVYTHO.js";
import {
  codeOf,
  reasonOf
} from "./chunk-PM7AIXVP.js";
import {
  checkLock,
  compareHelmVersions,
  isConstraint,
  lockDigest,
  lockEntriesFor,
  readHelmVersion,
  satisfies
} from "./chunk-7EYSWAEV.js";
import {
  isSchemaFile,
  readSchema
} from "./chunk-DKXV6PWO.js";
import {
  HELM_LIMITS,
  appVersion,
  bumpSetting,
  chartFindings,
  chartSide,
  commitFindings,
  compareArchives,
  conflictingRef,
  createTreePaths,
  decideBump,
  findingWords,
  findingsThatCount,
  folderGlob,
  frozenAppVersion,
  hasIndex,
  host,
  inputs,
  invalid,
  isFolderInside,
  isRecord,
  isReplaceable,
  list,
  nameConflict,
  nearest,
  needsOf,
  once,
  openTarget,
  openTargets,
  packagedSide,
  readArchive,
  refProblem,
  renderedFindings,
  shared,
  shown,
  tagOf,
  unpack,
  valueAt,
  versionIn,
  writeArchive
} from "./chunk-5PXQCLBB.js";
import {
  MAX_ARCHIVE_BYTES
} from "./chunk-73YM5AYJ.js";
import {
  namesOf
} from "./chunk-FEGEPA2X.js";
import {
  compareVersions,
  digestOf,
  failure,
  fieldsOf,
  follow,
  goJson,
  goScalar,
  isNull,
  nameProblem,
  parseVersion,
  parseYaml,
  pick,
  rank,
  readChartYaml,
  readLock,
  readRequirements,
  sanitise,
  scalarOf,
  spanOf,
  versionNotice
} from "./chunk-5AJ4X6AB.js";
import {
  require_semver
} from "./chunk-DW3HCCUW.js";
import {
  ReleaseError,
  ReleaseErrors,
  asReleaseError,
  diskFull,
  problemsIn,
  saysDiskFull
} from "./chunk-XM4TKSDF.js";
import {
  allOf,
  sideBySide
} from "./chunk-YOAMUXI2.js";
import {
  tooDeepAt
} from "./chunk-X3CHUQSI.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import {
  cut,
  showInvisible,
  unified
} from "./chunk-MTOE2AUI.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-RXEKE72Z.js";

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_NO_SLASH = "[^\\\\/]", ONE_CHAR = "(?=.)", QMARK = "[^/]", END_ANCHOR = "(?:\\/|$)", START_ANCHOR = "(?:^|\\/)", DOTS_SLASH = `\\.{1,2}${END_ANCHOR}`, NO_DOT = "(?!\\.)", NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`, NO_DOT_SLASH = `(?!\\.{0,1}${END_ANCHOR})`, NO_DOTS_SLASH = `(?!${DOTS_SLASH})`, QMARK_NO_DOT = "[^.\\/]", STAR = `${QMARK}*?`, SEP = "/", POSIX_CHARS = {
      DOT_LITERAL: "\\.",
      PLUS_LITERAL: "\\+",
      QMARK_LITERAL: "\\?",
      SLASH_LITERAL: "\\/",
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    }, WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: "[\\\\/]",
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: "\\.{1,2}(?:[\\\\/]|$)",
      NO_DOT: "(?!\\.)",
      NO_DOTS: "(?!(?:^|[\\\\/])\\.{1,2}(?:[\\\\/]|$))",
      NO_DOT_SLASH: "(?!\\.{0,1}(?:[\\\\/]|$))",
      NO_DOTS_SLASH: "(?!\\.{1,2}(?:[\\\\/]|$))",
      QMARK_NO_DOT: "[^.\\\\/]",
      START_ANCHOR: "(?:^|[\\\\/])",
      END_ANCHOR: "(?:[\\\\/]|$)",
      SEP: "\\"
    }, POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION: 0,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === !0 ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val == "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator < "u" && navigator.platform) {
        let platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      return typeof process < "u" && process.platform ? process.platform === "win32" : !1;
    };
    exports.removeBackslashes = (str) => str.replace(REGEX_REMOVE_BACKSLASH, (match) => match === "\\" ? "" : match);
    exports.escapeLast = (input, char, lastIdx) => {
      let idx = input.lastIndexOf(char, lastIdx);
      return idx === -1 ? input : input[idx - 1] === "\\" ? exports.escapeLast(input, char, idx - 1) : `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      return output.startsWith("./") && (output = output.slice(2), state.prefix = "./"), output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      let prepend = options.contains ? "" : "^", append = options.contains ? "" : "$", output = `${prepend}(?:${input})${append}`;
      return state.negated === !0 && (output = `(?:^(?!${output}).*$)`), output;
    };
    exports.basename = (path2, { windows } = {}) => {
      let segs = path2.split(windows ? /[\\/]/ : "/"), last = segs[segs.length - 1];
      return last === "" ? segs[segs.length - 2] : last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils(), {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants(), isPathSeparator = (code2) => code2 === CHAR_FORWARD_SLASH || code2 === CHAR_BACKWARD_SLASH, depth = (token) => {
      token.isPrefix !== !0 && (token.depth = token.isGlobstar ? 1 / 0 : 1);
    }, scan = (input, options) => {
      let opts = options || {}, length = input.length - 1, scanToEnd = opts.parts === !0 || opts.tokens === !0 || opts.scanToEnd === !0, slashes = [], tokens = [], parts = [], str = input, index = -1, start2 = 0, lastIndex = 0, isBrace = !1, isBracket = !1, isGlob = !1, isExtglob = !1, isGlobstar = !1, braceEscaped = !1, backslashes = !1, negated = !1, negatedExtglob = !1, finished3 = !1, braces = 0, prev, code2, token = { value: "", depth: 0, isGlob: !1 }, eos = () => index >= length, peek = () => str.charCodeAt(index + 1), advance = () => (prev = code2, str.charCodeAt(++index));
      for (; index < length; ) {
        code2 = advance();
        let next;
        if (code2 === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = !0, code2 = advance(), code2 === CHAR_LEFT_CURLY_BRACE && (braceEscaped = !0);
          continue;
        }
        if (braceEscaped === !0 || code2 === CHAR_LEFT_CURLY_BRACE) {
          for (braces++; eos() !== !0 && (code2 = advance()); ) {
            if (code2 === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = !0, advance();
              continue;
            }
            if (code2 === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== !0 && code2 === CHAR_DOT && (code2 = advance()) === CHAR_DOT) {
              if (isBrace = token.isBrace = !0, isGlob = token.isGlob = !0, finished3 = !0, scanToEnd === !0)
                continue;
              break;
            }
            if (braceEscaped !== !0 && code2 === CHAR_COMMA) {
              if (isBrace = token.isBrace = !0, isGlob = token.isGlob = !0, finished3 = !0, scanToEnd === !0)
                continue;
              break;
            }
            if (code2 === CHAR_RIGHT_CURLY_BRACE && (braces--, braces === 0)) {
              braceEscaped = !1, isBrace = token.isBrace = !0, finished3 = !0;
              break;
            }
          }
          if (scanToEnd === !0)
            continue;
          break;
        }
        if (code2 === CHAR_FORWARD_SLASH) {
          if (slashes.push(index), tokens.push(token), token = { value: "", depth: 0, isGlob: !1 }, finished3 === !0) continue;
          if (prev === CHAR_DOT && index === start2 + 1) {
            start2 += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== !0 && (code2 === CHAR_PLUS || code2 === CHAR_AT || code2 === CHAR_ASTERISK || code2 === CHAR_QUESTION_MARK || code2 === CHAR_EXCLAMATION_MARK) === !0 && peek() === CHAR_LEFT_PARENTHESES) {
          if (isGlob = token.isGlob = !0, isExtglob = token.isExtglob = !0, finished3 = !0, code2 === CHAR_EXCLAMATION_MARK && index === start2 && (negatedExtglob = !0), scanToEnd === !0) {
            let parens = 0;
            for (; eos() !== !0 && (code2 = advance()); ) {
              if (code2 === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = !0, advance();
                continue;
              }
              if (code2 === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code2 === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished3 = !0;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (code2 === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK && (isGlobstar = token.isGlobstar = !0), isGlob = token.isGlob = !0, finished3 = !0, scanToEnd === !0)
            continue;
          break;
        }
        if (code2 === CHAR_QUESTION_MARK) {
          if (isGlob = token.isGlob = !0, finished3 = !0, scanToEnd === !0)
            continue;
          break;
        }
        if (code2 === CHAR_LEFT_SQUARE_BRACKET) {
          for (; eos() !== !0 && (next = advance()); ) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = !0, advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = !0, isGlob = token.isGlob = !0, finished3 = !0;
              break;
            }
          }
          if (scanToEnd === !0)
            continue;
          break;
        }
        if (opts.nonegate !== !0 && code2 === CHAR_EXCLAMATION_MARK && index === start2) {
          negated = token.negated = !0, start2++;
          continue;
        }
        if (opts.noparen !== !0 && code2 === CHAR_LEFT_PARENTHESES) {
          if (isGlob = token.isGlob = !0, scanToEnd === !0) {
            let parens = 1;
            for (; eos() !== !0 && (code2 = advance()); ) {
              if (code2 === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = !0, advance();
                continue;
              }
              if (code2 === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code2 === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished3 = !0;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === !0) {
          if (finished3 = !0, scanToEnd === !0)
            continue;
          break;
        }
      }
      opts.noext === !0 && (isExtglob = !1, isGlob = !1);
      let base = str, prefix = "", glob = "";
      start2 > 0 && (prefix = str.slice(0, start2), str = str.slice(start2), lastIndex -= start2), base && isGlob === !0 && lastIndex > 0 ? (base = str.slice(0, lastIndex), glob = str.slice(lastIndex)) : isGlob === !0 ? (base = "", glob = str) : base = str, base && base !== "" && base !== "/" && base !== str && isPathSeparator(base.charCodeAt(base.length - 1)) && (base = base.slice(0, -1)), opts.unescape === !0 && (glob && (glob = utils.removeBackslashes(glob)), base && backslashes === !0 && (base = utils.removeBackslashes(base)));
      let state = {
        prefix,
        input,
        start: start2,
        base,
        glob,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === !0 && (state.maxDepth = 0, isPathSeparator(code2) || tokens.push(token), state.tokens = tokens), opts.parts === !0 || opts.tokens === !0) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          let n2 = prevIndex !== void 0 ? prevIndex + 1 : start2, i = slashes[idx], value2 = input.slice(n2, i);
          opts.tokens && (idx === 0 && start2 !== 0 ? (tokens[idx].isPrefix = !0, tokens[idx].value = prefix) : tokens[idx].value = value2, depth(tokens[idx]), state.maxDepth += tokens[idx].depth), i >= start2 && (parts.push(value2), prevIndex = i);
        }
        let n = prevIndex !== void 0 ? prevIndex + 1 : start2, value = input.slice(n);
        parts.push(value), opts.tokens && prevIndex && prevIndex + 1 < input.length && (tokens[tokens.length - 1].value = value, depth(tokens[tokens.length - 1]), state.maxDepth += tokens[tokens.length - 1].depth), state.slashes = slashes, state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants5 = require_constants(), utils = require_utils(), {
      MAX_LENGTH: MAX_LENGTH2,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants5, expandRange = (args, options) => {
      if (typeof options.expandRange == "function")
        return options.expandRange(...args, options);
      args.sort();
      let value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    }, syntaxError = (type, char) => `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`, splitTopLevel = (input) => {
      let parts = [], bracket = 0, paren = 0, quote = 0, value = "", escaped2 = !1;
      for (let ch of input) {
        if (escaped2 === !0) {
          value += ch, escaped2 = !1;
          continue;
        }
        if (ch === "\\") {
          value += ch, escaped2 = !0;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1, value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[")
            bracket++;
          else if (ch === "]" && bracket > 0)
            bracket--;
          else if (bracket === 0) {
            if (ch === "(")
              paren++;
            else if (ch === ")" && paren > 0)
              paren--;
            else if (ch === "|" && paren === 0) {
              parts.push(value), value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      return parts.push(value), parts;
    }, isPlainBranch = (branch2) => {
      let escaped2 = !1;
      for (let ch of branch2) {
        if (escaped2 === !0) {
          escaped2 = !1;
          continue;
        }
        if (ch === "\\") {
          escaped2 = !0;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch))
          return !1;
      }
      return !0;
    }, normalizeSimpleBranch = (branch2) => {
      let value = branch2.trim(), changed = !0;
      for (; changed === !0; )
        changed = !1, /^@\([^\\()[\]{}|]+\)$/.test(value) && (value = value.slice(2, -1), changed = !0);
      if (isPlainBranch(value))
        return value.replace(/\\(.)/g, "$1");
    }, hasRepeatedCharPrefixOverlap = (branches) => {
      let values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++)
        for (let j = i + 1; j < values.length; j++) {
          let a = values[i], b = values[j], char = a[0];
          if (!(!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) && (a === b || a.startsWith(b) || b.startsWith(a)))
            return !0;
        }
      return !1;
    }, parseRepeatedExtglob = (pattern, requireEnd = !0) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(")
        return;
      let bracket = 0, paren = 0, quote = 0, escaped2 = !1;
      for (let i = 1; i < pattern.length; i++) {
        let ch = pattern[i];
        if (escaped2 === !0) {
          escaped2 = !1;
          continue;
        }
        if (ch === "\\") {
          escaped2 = !0;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote !== 1) {
          if (ch === "[") {
            bracket++;
            continue;
          }
          if (ch === "]" && bracket > 0) {
            bracket--;
            continue;
          }
          if (!(bracket > 0)) {
            if (ch === "(") {
              paren++;
              continue;
            }
            if (ch === ")" && (paren--, paren === 0))
              return requireEnd === !0 && i !== pattern.length - 1 ? void 0 : {
                type: pattern[0],
                body: pattern.slice(2, i),
                end: i
              };
          }
        }
      }
    }, buildCharClassStar = (chars) => `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`, getStarExtglobSequenceChars = (pattern) => {
      let index = 0, chars = [];
      for (; index < pattern.length; ) {
        let match = parseRepeatedExtglob(pattern.slice(index), !1);
        if (!match || match.type !== "*")
          return;
        let branches = splitTopLevel(match.body).map((branch3) => branch3.trim());
        if (branches.length !== 1)
          return;
        let branch2 = normalizeSimpleBranch(branches[0]);
        if (!branch2 || branch2.length !== 1)
          return;
        chars.push(branch2), index += match.end + 1;
      }
      if (!(chars.length < 1))
        return chars;
    }, repeatedExtglobRecursion = (pattern) => {
      let depth = 0, value = pattern.trim(), match = parseRepeatedExtglob(value);
      for (; match; )
        depth++, value = match.body.trim(), match = parseRepeatedExtglob(value);
      return depth;
    }, analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === !1)
        return { risky: !1 };
      let max = typeof options.maxExtglobRecursion == "number" ? options.maxExtglobRecursion : constants5.DEFAULT_MAX_EXTGLOB_RECURSION, branches = splitTopLevel(body).map((branch2) => branch2.trim());
      if (branches.length > 1 && (branches.some((branch2) => branch2 === "") || branches.some((branch2) => /^[*?]+$/.test(branch2)) || hasRepeatedCharPrefixOverlap(branches)))
        return { risky: !0 };
      let safeChars = [], sawStarSequence = !1, combinable = !0;
      for (let branch2 of branches) {
        let chars = getStarExtglobSequenceChars(branch2);
        if (chars) {
          sawStarSequence = !0, safeChars.push(...chars);
          continue;
        }
        let literal = normalizeSimpleBranch(branch2);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        if (combinable = !1, repeatedExtglobRecursion(branch2) > max)
          return { risky: !0 };
      }
      return sawStarSequence ? combinable ? { risky: !0, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: !0 } : { risky: !1 };
    }, parse6 = (input, options) => {
      if (typeof input != "string")
        throw new TypeError("Expected a string");
      input = REPLACEMENTS[input] || input;
      let opts = { ...options }, max = typeof opts.maxLength == "number" ? Math.min(MAX_LENGTH2, opts.maxLength) : MAX_LENGTH2, len = input.length;
      if (len > max)
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      let bos = { type: "bos", value: "", output: opts.prepend || "" }, tokens = [bos], capture = opts.capture ? "" : "?:", PLATFORM_CHARS = constants5.globChars(opts.windows), EXTGLOB_CHARS = constants5.extglobChars(PLATFORM_CHARS), {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS, globstar = (opts2) => `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`, nodot = opts.dot ? "" : NO_DOT, qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT, star = opts.bash === !0 ? globstar(opts) : STAR;
      opts.capture && (star = `(${star})`), typeof opts.noext == "boolean" && (opts.noextglob = opts.noext);
      let state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === !0,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: !1,
        negated: !1,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: !1,
        tokens
      };
      input = utils.removePrefix(input, state), len = input.length;
      let extglobs = [], braces = [], stack = [], prev = bos, value, eos = () => state.index === len - 1, peek = state.peek = (n = 1) => input[state.index + n], advance = state.advance = () => input[++state.index] || "", remaining = () => input.slice(state.index + 1), consume = (value2 = "", num = 0) => {
        state.consumed += value2, state.index += num;
      }, append = (token) => {
        state.output += token.output != null ? token.output : token.value, consume(token.value);
      }, negate = () => {
        let count2 = 1;
        for (; peek() === "!" && (peek(2) !== "(" || peek(3) === "?"); )
          advance(), state.start++, count2++;
        return count2 % 2 === 0 ? !1 : (state.negated = !0, state.start++, !0);
      }, increment = (type) => {
        state[type]++, stack.push(type);
      }, decrement = (type) => {
        state[type]--, stack.pop();
      }, push3 = (tok) => {
        if (prev.type === "globstar") {
          let isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace"), isExtglob = tok.extglob === !0 || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob && (state.output = state.output.slice(0, -prev.output.length), prev.type = "star", prev.value = "*", prev.output = star, state.output += prev.output);
        }
        if (extglobs.length && tok.type !== "paren" && (extglobs[extglobs.length - 1].inner += tok.value), (tok.value || tok.output) && append(tok), prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value, prev.value += tok.value;
          return;
        }
        tok.prev = prev, tokens.push(tok), prev = tok;
      }, extglobOpen = (type, value2) => {
        let token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev, token.parens = state.parens, token.output = state.output, token.startIndex = state.index, token.tokensIndex = tokens.length;
        let output = (opts.capture ? "(" : "") + token.open;
        increment("parens"), push3({ type, value: value2, output: state.output ? "" : ONE_CHAR }), push3({ type: "paren", extglob: !0, value: advance(), output }), extglobs.push(token);
      }, extglobClose = (token) => {
        let literal = input.slice(token.startIndex, state.index + 1), body = input.slice(token.startIndex + 2, state.index), analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          let safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0, open6 = tokens[token.tokensIndex];
          open6.type = "text", open6.value = literal, open6.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++)
            tokens[i].value = "", tokens[i].output = "", delete tokens[i].suffix;
          state.output = token.output + open6.output, state.backtrack = !0, push3({ type: "paren", extglob: !0, value, output: "" }), decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : ""), rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/") && (extglobStar = globstar(opts)), (extglobStar !== star || eos() || /^\)+$/.test(remaining())) && (output = token.close = `)$))${extglobStar}`), token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            let expression = parse6(rest, { ...options, fastpaths: !1 }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          token.prev.type === "bos" && (state.negatedExtglob = !0);
        }
        push3({ type: "paren", extglob: !0, value, output }), decrement("parens");
      };
      if (opts.fastpaths !== !1 && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = !1, output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => first === "\\" ? (backslashes = !0, m) : first === "?" ? esc ? esc + first + (rest ? QMARK.repeat(rest.length) : "") : index === 0 ? qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "") : QMARK.repeat(chars.length) : first === "." ? DOT_LITERAL.repeat(chars.length) : first === "*" ? esc ? esc + first + (rest ? star : "") : star : esc ? m : `\\${m}`);
        return backslashes === !0 && (opts.unescape === !0 ? output = output.replace(/\\/g, "") : output = output.replace(/\\+/g, (m) => m.length % 2 === 0 ? "\\\\" : m ? "\\" : "")), output === input && opts.contains === !0 ? (state.output = input, state) : (state.output = utils.wrapOutput(output, state, options), state);
      }
      for (; !eos(); ) {
        if (value = advance(), value === "\0")
          continue;
        if (value === "\\") {
          let next = peek();
          if (next === "/" && opts.bash !== !0 || next === "." || next === ";")
            continue;
          if (!next) {
            value += "\\", push3({ type: "text", value });
            continue;
          }
          let match = /^\\+/.exec(remaining()), slashes = 0;
          if (match && match[0].length > 2 && (slashes = match[0].length, state.index += slashes, slashes % 2 !== 0 && (value += "\\")), opts.unescape === !0 ? value = advance() : value += advance(), state.brackets === 0) {
            push3({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== !1 && value === ":") {
            let inner = prev.value.slice(1);
            if (inner.includes("[") && (prev.posix = !0, inner.includes(":"))) {
              let idx = prev.value.lastIndexOf("["), pre = prev.value.slice(0, idx), rest2 = prev.value.slice(idx + 2), posix26 = POSIX_REGEX_SOURCE[rest2];
              if (posix26) {
                prev.value = pre + posix26, state.backtrack = !0, advance(), !bos.output && tokens.indexOf(prev) === 1 && (bos.output = ONE_CHAR);
                continue;
              }
            }
          }
          (value === "[" && peek() !== ":" || value === "-" && peek() === "]") && (value = `\\${value}`), value === "]" && (prev.value === "[" || prev.value === "[^") && (value = `\\${value}`), opts.posix === !0 && value === "!" && prev.value === "[" && (value = "^"), prev.value += value, append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value), prev.value += value, append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1, opts.keepQuotes === !0 && push3({ type: "text", value });
          continue;
        }
        if (value === "(") {
          increment("parens"), push3({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === !0)
            throw new SyntaxError(syntaxError("opening", "("));
          let extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push3({ type: "paren", value, output: state.parens ? ")" : "\\)" }), decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === !0 || !remaining().includes("]")) {
            if (opts.nobracket !== !0 && opts.strictBrackets === !0)
              throw new SyntaxError(syntaxError("closing", "]"));
            value = `\\${value}`;
          } else
            increment("brackets");
          push3({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === !0 || prev && prev.type === "bracket" && prev.value.length === 1) {
            push3({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === !0)
              throw new SyntaxError(syntaxError("opening", "["));
            push3({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          let prevValue = prev.value.slice(1);
          if (prev.posix !== !0 && prevValue[0] === "^" && !prevValue.includes("/") && (value = `/${value}`), prev.value += value, append({ value }), opts.literalBrackets === !1 || utils.hasRegexChars(prevValue))
            continue;
          let escaped2 = utils.escapeRegex(prev.value);
          if (state.output = state.output.slice(0, -prev.value.length), opts.literalBrackets === !0) {
            state.output += escaped2, prev.value = escaped2;
            continue;
          }
          prev.value = `(${capture}${escaped2}|${prev.value})`, state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== !0) {
          increment("braces");
          let open6 = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open6), push3(open6);
          continue;
        }
        if (value === "}") {
          let brace = braces[braces.length - 1];
          if (opts.nobrace === !0 || !brace) {
            push3({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === !0) {
            let arr = tokens.slice(), range = [];
            for (let i = arr.length - 1; i >= 0 && (tokens.pop(), arr[i].type !== "brace"); i--)
              arr[i].type !== "dots" && range.unshift(arr[i].value);
            output = expandRange(range, opts), state.backtrack = !0;
          }
          if (brace.comma !== !0 && brace.dots !== !0) {
            let out = state.output.slice(0, brace.outputIndex), toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{", value = output = "\\}", state.output = out;
            for (let t of toks)
              state.output += t.output || t.value;
          }
          push3({ type: "brace", value, output }), decrement("braces"), braces.pop();
          continue;
        }
        if (value === "|") {
          extglobs.length > 0 && extglobs[extglobs.length - 1].conditions++, push3({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value, brace = braces[braces.length - 1];
          brace && stack[stack.length - 1] === "braces" && (brace.comma = !0, output = "|"), push3({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1, state.consumed = "", state.output = "", tokens.pop(), prev = bos;
            continue;
          }
          push3({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            prev.value === "." && (prev.output = DOT_LITERAL);
            let brace = braces[braces.length - 1];
            prev.type = "dots", prev.output += value, prev.value += value, brace.dots = !0;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push3({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push3({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          if (!(prev && prev.value === "(") && opts.noextglob !== !0 && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            let next = peek(), output = value;
            (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) && (output = `\\${value}`), push3({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== !0 && (prev.type === "slash" || prev.type === "bos")) {
            push3({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push3({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== !0 && peek() === "(" && (peek(2) !== "?" || !/[!=<:]/.test(peek(3)))) {
            extglobOpen("negate", value);
            continue;
          }
          if (opts.nonegate !== !0 && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== !0 && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === !1) {
            push3({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push3({ type: "plus", value });
            continue;
          }
          push3({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== !0 && peek() === "(" && peek(2) !== "?") {
            push3({ type: "at", extglob: !0, value, output: "" });
            continue;
          }
          push3({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          (value === "$" || value === "^") && (value = `\\${value}`);
          let match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          match && (value += match[0], state.index += match[0].length), push3({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === !0)) {
          prev.type = "star", prev.star = !0, prev.value += value, prev.output = star, state.backtrack = !0, state.globstar = !0, consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== !0 && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === !0) {
            consume(value);
            continue;
          }
          let prior = prev.prev, before = prior.prev, isStart = prior.type === "slash" || prior.type === "bos", afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === !0 && (!isStart || rest[0] && rest[0] !== "/")) {
            push3({ type: "star", value, output: "" });
            continue;
          }
          let isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace"), isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push3({ type: "star", value, output: "" });
            continue;
          }
          for (; rest.slice(0, 3) === "/**"; ) {
            let after = input[state.index + 4];
            if (after && after !== "/")
              break;
            rest = rest.slice(3), consume("/**", 3);
          }
          let isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar", prev.value += value, prev.output = globstar(opts), state.output = prev.output, state.globstar = !0, consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length), prior.output = `(?:${prior.output}`, prev.type = "globstar", prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)"), prev.value += value, state.globstar = !0, state.output += prior.output + prev.output, consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            let end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length), prior.output = `(?:${prior.output}`, prev.type = "globstar", prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`, prev.value += value, state.output += prior.output + prev.output, state.globstar = !0, consume(value + advance()), push3({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar", prev.value += value, prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`, state.output = prev.output, state.globstar = !0, consume(value + advance()), push3({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length), prev.type = "globstar", prev.output = globstar(opts), prev.value += value, state.output += prev.output, state.globstar = !0, consume(value);
          continue;
        }
        let token = { type: "star", value, output: star };
        if (opts.bash === !0) {
          token.output = ".*?", (prev.type === "bos" || prev.type === "slash") && (token.output = nodot + token.output), push3(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === !0) {
          token.output = value, push3(token);
          continue;
        }
        (state.index === state.start || prev.type === "slash" || prev.type === "dot") && (prev.type === "dot" ? (state.output += NO_DOT_SLASH, prev.output += NO_DOT_SLASH) : opts.dot === !0 ? (state.output += NO_DOTS_SLASH, prev.output += NO_DOTS_SLASH) : (state.output += nodot, prev.output += nodot), peek() !== "*" && (state.output += ONE_CHAR, prev.output += ONE_CHAR)), push3(token);
      }
      for (; state.brackets > 0; ) {
        if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "["), decrement("brackets");
      }
      for (; state.parens > 0; ) {
        if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "("), decrement("parens");
      }
      for (; state.braces > 0; ) {
        if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{"), decrement("braces");
      }
      if (opts.strictSlashes !== !0 && (prev.type === "star" || prev.type === "bracket") && push3({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` }), state.backtrack === !0) {
        state.output = "";
        for (let token of state.tokens)
          state.output += token.output != null ? token.output : token.value, token.suffix && (state.output += token.suffix);
      }
      return state;
    };
    parse6.fastpaths = (input, options) => {
      let opts = { ...options }, max = typeof opts.maxLength == "number" ? Math.min(MAX_LENGTH2, opts.maxLength) : MAX_LENGTH2, len = input.length;
      if (len > max)
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      input = REPLACEMENTS[input] || input;
      let {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants5.globChars(opts.windows), nodot = opts.dot ? NO_DOTS : NO_DOT, slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT, capture = opts.capture ? "" : "?:", state = { negated: !1, prefix: "" }, star = opts.bash === !0 ? ".*?" : STAR;
      opts.capture && (star = `(${star})`);
      let globstar = (opts2) => opts2.noglobstar === !0 ? star : `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`, create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            let match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            let source2 = create(match[1]);
            return source2 ? source2 + DOT_LITERAL + match[2] : void 0;
          }
        }
      }, output = utils.removePrefix(input, state), source = create(output);
      return source && opts.strictSlashes !== !0 && (source += `${SLASH_LITERAL}?`), source;
    };
    module.exports = parse6;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan(), parse6 = require_parse(), utils = require_utils(), constants5 = require_constants(), isObject = (val) => val && typeof val == "object" && !Array.isArray(val), picomatch4 = (glob, options, returnState = !1) => {
      if (Array.isArray(glob)) {
        let fns = glob.map((input) => picomatch4(input, options, returnState));
        return (str) => {
          for (let isMatch of fns) {
            let state2 = isMatch(str);
            if (state2) return state2;
          }
          return !1;
        };
      }
      let isState = isObject(glob) && glob.tokens && glob.input;
      if (glob === "" || typeof glob != "string" && !isState)
        throw new TypeError("Expected pattern to be a non-empty string");
      let opts = options || {}, posix26 = opts.windows, regex = isState ? picomatch4.compileRe(glob, options) : picomatch4.makeRe(glob, options, !1, !0), state = regex.state;
      delete regex.state;
      let isIgnored2 = () => !1;
      if (opts.ignore) {
        let ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored2 = picomatch4(opts.ignore, ignoreOpts, returnState);
      }
      let matcher2 = (input, returnObject = !1) => {
        let { isMatch, match, output } = picomatch4.test(input, regex, options, { glob, posix: posix26 }), result = { glob, state, regex, posix: posix26, input, output, match, isMatch };
        return typeof opts.onResult == "function" && opts.onResult(result), isMatch === !1 ? (result.isMatch = !1, returnObject ? result : !1) : isIgnored2(input) ? (typeof opts.onIgnore == "function" && opts.onIgnore(result), result.isMatch = !1, returnObject ? result : !1) : (typeof opts.onMatch == "function" && opts.onMatch(result), returnObject ? result : !0);
      };
      return returnState && (matcher2.state = state), matcher2;
    };
    picomatch4.test = (input, regex, options, { glob, posix: posix26 } = {}) => {
      if (typeof input != "string")
        throw new TypeError("Expected input to be a string");
      if (input === "")
        return { isMatch: !1, output: "" };
      let opts = options || {}, format = opts.format || (posix26 ? utils.toPosixSlashes : null), match = input === glob, output = match && format ? format(input) : input;
      return match === !1 && (output = format ? format(input) : input, match = output === glob), (match === !1 || opts.capture === !0) && (opts.matchBase === !0 || opts.basename === !0 ? match = picomatch4.matchBase(input, regex, options, posix26) : match = regex.exec(output)), { isMatch: !!match, match, output };
    };
    picomatch4.matchBase = (input, glob, options, posix26 = options && options.windows) => (glob instanceof RegExp ? glob : picomatch4.makeRe(glob, options)).test(utils.basename(input, { windows: posix26 }));
    picomatch4.isMatch = (str, patterns, options) => picomatch4(patterns, options)(str);
    picomatch4.parse = (pattern, options) => Array.isArray(pattern) ? pattern.map((p) => picomatch4.parse(p, options)) : parse6(pattern, { ...options, fastpaths: !1 });
    picomatch4.scan = (input, options) => scan(input, options);
    picomatch4.compileRe = (state, options, returnOutput = !1, returnState = !1) => {
      if (returnOutput === !0)
        return state.output;
      let opts = options || {}, prepend = opts.contains ? "" : "^", append = opts.contains ? "" : "$", source = `${prepend}(?:${state.output})${append}`;
      state && state.negated === !0 && (source = `^(?!${source}).*$`);
      let regex = picomatch4.toRegex(source, options);
      return returnState === !0 && (regex.state = state), regex;
    };
    picomatch4.makeRe = (input, options = {}, returnOutput = !1, returnState = !1) => {
      if (!input || typeof input != "string")
        throw new TypeError("Expected a non-empty string");
      let parsed5 = { negated: !1, fastpaths: !0 };
      return options.fastpaths !== !1 && (input[0] === "." || input[0] === "*") && (parsed5.output = parse6.fastpaths(input, options)), parsed5.output || (parsed5 = parse6(input, options)), picomatch4.compileRe(parsed5, options, returnOutput, returnState);
    };
    picomatch4.toRegex = (source, options) => {
      try {
        let opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === !0) throw err;
        return /$^/;
      }
    };
    picomatch4.constants = constants5;
    module.exports = picomatch4;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch(), utils = require_utils();
    function picomatch4(glob, options, returnState = !1) {
      return options && (options.windows === null || options.windows === void 0) && (options = { ...options, windows: utils.isWindows() }), pico(glob, options, returnState);
    }
    Object.assign(picomatch4, pico);
    module.exports = picomatch4;
  }
});

// node_modules/undici/lib/core/errors.js
var require_errors = __commonJS({
  "node_modules/undici/lib/core/errors.js"(exports, module) {
    "use strict";
    var kUndiciError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR"), UndiciError = class extends Error {
      constructor(message, options) {
        super(message, options), this.name = "UndiciError", this.code = "UND_ERR";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kUndiciError] === !0;
      }
      get [kUndiciError]() {
        return !0;
      }
    }, kConnectTimeoutError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_CONNECT_TIMEOUT"), ConnectTimeoutError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "ConnectTimeoutError", this.message = message || "Connect Timeout Error", this.code = "UND_ERR_CONNECT_TIMEOUT";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kConnectTimeoutError] === !0;
      }
      get [kConnectTimeoutError]() {
        return !0;
      }
    }, kHeadersTimeoutError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_HEADERS_TIMEOUT"), HeadersTimeoutError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "HeadersTimeoutError", this.message = message || "Headers Timeout Error", this.code = "UND_ERR_HEADERS_TIMEOUT";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kHeadersTimeoutError] === !0;
      }
      get [kHeadersTimeoutError]() {
        return !0;
      }
    }, kHeadersOverflowError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_HEADERS_OVERFLOW"), HeadersOverflowError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "HeadersOverflowError", this.message = message || "Headers Overflow Error", this.code = "UND_ERR_HEADERS_OVERFLOW";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kHeadersOverflowError] === !0;
      }
      get [kHeadersOverflowError]() {
        return !0;
      }
    }, kBodyTimeoutError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_BODY_TIMEOUT"), BodyTimeoutError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "BodyTimeoutError", this.message = message || "Body Timeout Error", this.code = "UND_ERR_BODY_TIMEOUT";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kBodyTimeoutError] === !0;
      }
      get [kBodyTimeoutError]() {
        return !0;
      }
    }, kInvalidArgumentError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_INVALID_ARG"), InvalidArgumentError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "InvalidArgumentError", this.message = message || "Invalid Argument Error", this.code = "UND_ERR_INVALID_ARG";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kInvalidArgumentError] === !0;
      }
      get [kInvalidArgumentError]() {
        return !0;
      }
    }, kInvalidReturnValueError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_INVALID_RETURN_VALUE"), InvalidReturnValueError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "InvalidReturnValueError", this.message = message || "Invalid Return Value Error", this.code = "UND_ERR_INVALID_RETURN_VALUE";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kInvalidReturnValueError] === !0;
      }
      get [kInvalidReturnValueError]() {
        return !0;
      }
    }, kAbortError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_ABORT"), AbortError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "AbortError", this.message = message || "The operation was aborted", this.code = "UND_ERR_ABORT";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kAbortError] === !0;
      }
      get [kAbortError]() {
        return !0;
      }
    }, kRequestAbortedError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_ABORTED"), RequestAbortedError = class extends AbortError {
      constructor(message) {
        super(message), this.name = "AbortError", this.message = message || "Request aborted", this.code = "UND_ERR_ABORTED";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kRequestAbortedError] === !0;
      }
      get [kRequestAbortedError]() {
        return !0;
      }
    }, kInformationalError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_INFO"), InformationalError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "InformationalError", this.message = message || "Request information", this.code = "UND_ERR_INFO";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kInformationalError] === !0;
      }
      get [kInformationalError]() {
        return !0;
      }
    }, kRequestContentLengthMismatchError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_REQ_CONTENT_LENGTH_MISMATCH"), RequestContentLengthMismatchError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "RequestContentLengthMismatchError", this.message = message || "Request body length does not match content-length header", this.code = "UND_ERR_REQ_CONTENT_LENGTH_MISMATCH";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kRequestContentLengthMismatchError] === !0;
      }
      get [kRequestContentLengthMismatchError]() {
        return !0;
      }
    }, kResponseContentLengthMismatchError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_RES_CONTENT_LENGTH_MISMATCH"), ResponseContentLengthMismatchError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "ResponseContentLengthMismatchError", this.message = message || "Response body length does not match content-length header", this.code = "UND_ERR_RES_CONTENT_LENGTH_MISMATCH";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kResponseContentLengthMismatchError] === !0;
      }
      get [kResponseContentLengthMismatchError]() {
        return !0;
      }
    }, kClientDestroyedError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_DESTROYED"), ClientDestroyedError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "ClientDestroyedError", this.message = message || "The client is destroyed", this.code = "UND_ERR_DESTROYED";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kClientDestroyedError] === !0;
      }
      get [kClientDestroyedError]() {
        return !0;
      }
    }, kClientClosedError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_CLOSED"), ClientClosedError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "ClientClosedError", this.message = message || "The client is closed", this.code = "UND_ERR_CLOSED";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kClientClosedError] === !0;
      }
      get [kClientClosedError]() {
        return !0;
      }
    }, kSocketError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_SOCKET"), SocketError = class extends UndiciError {
      constructor(message, socket) {
        super(message), this.name = "SocketError", this.message = message || "Socket error", this.code = "UND_ERR_SOCKET", this.socket = socket;
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kSocketError] === !0;
      }
      get [kSocketError]() {
        return !0;
      }
    }, kNotSupportedError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_NOT_SUPPORTED"), NotSupportedError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "NotSupportedError", this.message = message || "Not supported error", this.code = "UND_ERR_NOT_SUPPORTED";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kNotSupportedError] === !0;
      }
      get [kNotSupportedError]() {
        return !0;
      }
    }, kBalancedPoolMissingUpstreamError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_BPL_MISSING_UPSTREAM"), BalancedPoolMissingUpstreamError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "MissingUpstreamError", this.message = message || "No upstream has been added to the BalancedPool", this.code = "UND_ERR_BPL_MISSING_UPSTREAM";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kBalancedPoolMissingUpstreamError] === !0;
      }
      get [kBalancedPoolMissingUpstreamError]() {
        return !0;
      }
    }, kHTTPParserError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_HTTP_PARSER"), HTTPParserError = class extends Error {
      constructor(message, code2, data) {
        super(message), this.name = "HTTPParserError", this.code = code2 ? `HPE_${code2}` : void 0, this.data = data ? data.toString() : void 0;
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kHTTPParserError] === !0;
      }
      get [kHTTPParserError]() {
        return !0;
      }
    }, kResponseExceededMaxSizeError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_RES_EXCEEDED_MAX_SIZE"), ResponseExceededMaxSizeError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "ResponseExceededMaxSizeError", this.message = message || "Response content exceeded max size", this.code = "UND_ERR_RES_EXCEEDED_MAX_SIZE";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kResponseExceededMaxSizeError] === !0;
      }
      get [kResponseExceededMaxSizeError]() {
        return !0;
      }
    }, kRequestRetryError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_REQ_RETRY"), RequestRetryError = class extends UndiciError {
      constructor(message, code2, { headers, data }) {
        super(message), this.name = "RequestRetryError", this.message = message || "Request retry error", this.code = "UND_ERR_REQ_RETRY", this.statusCode = code2, this.data = data, this.headers = headers;
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kRequestRetryError] === !0;
      }
      get [kRequestRetryError]() {
        return !0;
      }
    }, kResponseError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_RESPONSE"), ResponseError = class extends UndiciError {
      constructor(message, code2, { headers, body }) {
        super(message), this.name = "ResponseError", this.message = message || "Response error", this.code = "UND_ERR_RESPONSE", this.statusCode = code2, this.body = body, this.headers = headers;
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kResponseError] === !0;
      }
      get [kResponseError]() {
        return !0;
      }
    }, kSecureProxyConnectionError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_PRX_TLS"), SecureProxyConnectionError = class extends UndiciError {
      constructor(cause, message, options = {}) {
        super(message, { cause, ...options }), this.name = "SecureProxyConnectionError", this.message = message || "Secure Proxy Connection failed", this.code = "UND_ERR_PRX_TLS", this.cause = cause;
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kSecureProxyConnectionError] === !0;
      }
      get [kSecureProxyConnectionError]() {
        return !0;
      }
    }, kMaxOriginsReachedError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_MAX_ORIGINS_REACHED"), MaxOriginsReachedError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "MaxOriginsReachedError", this.message = message || "Maximum allowed origins reached", this.code = "UND_ERR_MAX_ORIGINS_REACHED";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kMaxOriginsReachedError] === !0;
      }
      get [kMaxOriginsReachedError]() {
        return !0;
      }
    }, Socks5ProxyError = class extends UndiciError {
      constructor(message, code2) {
        super(message), this.name = "Socks5ProxyError", this.message = message || "SOCKS5 proxy error", this.code = code2 || "UND_ERR_SOCKS5";
      }
    }, kMessageSizeExceededError = /* @__PURE__ */ Symbol.for("undici.error.UND_ERR_WS_MESSAGE_SIZE_EXCEEDED"), MessageSizeExceededError = class extends UndiciError {
      constructor(message) {
        super(message), this.name = "MessageSizeExceededError", this.message = message || "Max decompressed message size exceeded", this.code = "UND_ERR_WS_MESSAGE_SIZE_EXCEEDED";
      }
      static [Symbol.hasInstance](instance) {
        return instance && instance[kMessageSizeExceededError] === !0;
      }
      get [kMessageSizeExceededError]() {
        return !0;
      }
    };
    module.exports = {
      AbortError,
      HTTPParserError,
      UndiciError,
      HeadersTimeoutError,
      HeadersOverflowError,
      BodyTimeoutError,
      RequestContentLengthMismatchError,
      ConnectTimeoutError,
      InvalidArgumentError,
      InvalidReturnValueError,
      RequestAbortedError,
      ClientDestroyedError,
      ClientClosedError,
      InformationalError,
      SocketError,
      NotSupportedError,
      ResponseContentLengthMismatchError,
      BalancedPoolMissingUpstreamError,
      ResponseExceededMaxSizeError,
      RequestRetryError,
      ResponseError,
      SecureProxyConnectionError,
      MaxOriginsReachedError,
      Socks5ProxyError,
      MessageSizeExceededError
    };
  }
});

// node_modules/undici/lib/core/symbols.js
var require_symbols = __commonJS({
  "node_modules/undici/lib/core/symbols.js"(exports, module) {
    "use strict";
    module.exports = {
      kClose: /* @__PURE__ */ Symbol("close"),
      kDestroy: /* @__PURE__ */ Symbol("destroy"),
      kDispatch: /* @__PURE__ */ Symbol("dispatch"),
      kUrl: /* @__PURE__ */ Symbol("url"),
      kRedirectCacheControl: /* @__PURE__ */ Symbol("redirect cache control"),
      kWriting: /* @__PURE__ */ Symbol("writing"),
      kResuming: /* @__PURE__ */ Symbol("resuming"),
      kQueue: /* @__PURE__ */ Symbol("queue"),
      kConnect: /* @__PURE__ */ Symbol("connect"),
      kConnecting: /* @__PURE__ */ Symbol("connecting"),
      kKeepAliveDefaultTimeout: /* @__PURE__ */ Symbol("default keep alive timeout"),
      kKeepAliveMaxTimeout: /* @__PURE__ */ Symbol("max keep alive timeout"),
      kKeepAliveTimeoutThreshold: /* @__PURE__ */ Symbol("keep alive timeout threshold"),
      kKeepAliveTimeoutValue: /* @__PURE__ */ Symbol("keep alive timeout"),
      kKeepAlive: /* @__PURE__ */ Symbol("keep alive"),
      kHeadersTimeout: /* @__PURE__ */ Symbol("headers timeout"),
      kBodyTimeout: /* @__PURE__ */ Symbol("body timeout"),
      kServerName: /* @__PURE__ */ Symbol("server name"),
      kLocalAddress: /* @__PURE__ */ Symbol("local address"),
      kHost: /* @__PURE__ */ Symbol("host"),
      kNoRef: /* @__PURE__ */ Symbol("no ref"),
      kBodyUsed: /* @__PURE__ */ Symbol("used"),
      kBody: /* @__PURE__ */ Symbol("abstracted request body"),
      kRunning: /* @__PURE__ */ Symbol("running"),
      kBlocking: /* @__PURE__ */ Symbol("blocking"),
      kPending: /* @__PURE__ */ Symbol("pending"),
      kSize: /* @__PURE__ */ Symbol("size"),
      kBusy: /* @__PURE__ */ Symbol("busy"),
      kQueued: /* @__PURE__ */ Symbol("queued"),
      kFree: /* @__PURE__ */ Symbol("free"),
      kConnected: /* @__PURE__ */ Symbol("connected"),
      kClosed: /* @__PURE__ */ Symbol("closed"),
      kNeedDrain: /* @__PURE__ */ Symbol("need drain"),
      kReset: /* @__PURE__ */ Symbol("reset"),
      kDestroyed: /* @__PURE__ */ Symbol.for("nodejs.stream.destroyed"),
      kResume: /* @__PURE__ */ Symbol("resume"),
      kOnError: /* @__PURE__ */ Symbol("on error"),
      kMaxHeadersSize: /* @__PURE__ */ Symbol("max headers size"),
      kRunningIdx: /* @__PURE__ */ Symbol("running index"),
      kPendingIdx: /* @__PURE__ */ Symbol("pending index"),
      kError: /* @__PURE__ */ Symbol("error"),
      kClients: /* @__PURE__ */ Symbol("clients"),
      kClient: /* @__PURE__ */ Symbol("client"),
      kParser: /* @__PURE__ */ Symbol("parser"),
      kOnDestroyed: /* @__PURE__ */ Symbol("destroy callbacks"),
      kPipelining: /* @__PURE__ */ Symbol("pipelining"),
      kSocket: /* @__PURE__ */ Symbol("socket"),
      kHostHeader: /* @__PURE__ */ Symbol("host header"),
      kConnector: /* @__PURE__ */ Symbol("connector"),
      kStrictContentLength: /* @__PURE__ */ Symbol("strict content length"),
      kMaxRedirections: /* @__PURE__ */ Symbol("maxRedirections"),
      kMaxRequests: /* @__PURE__ */ Symbol("maxRequestsPerClient"),
      kProxy: /* @__PURE__ */ Symbol("proxy agent options"),
      kCounter: /* @__PURE__ */ Symbol("socket request counter"),
      kMaxResponseSize: /* @__PURE__ */ Symbol("max response size"),
      kHTTP2Session: /* @__PURE__ */ Symbol("http2Session"),
      kHTTP2SessionState: /* @__PURE__ */ Symbol("http2Session state"),
      kRetryHandlerDefaultRetry: /* @__PURE__ */ Symbol("retry agent default retry"),
      kConstruct: /* @__PURE__ */ Symbol("constructable"),
      kListeners: /* @__PURE__ */ Symbol("listeners"),
      kHTTPContext: /* @__PURE__ */ Symbol("http context"),
      kMaxConcurrentStreams: /* @__PURE__ */ Symbol("max concurrent streams"),
      kHTTP2InitialWindowSize: /* @__PURE__ */ Symbol("http2 initial window size"),
      kHTTP2ConnectionWindowSize: /* @__PURE__ */ Symbol("http2 connection window size"),
      kEnableConnectProtocol: /* @__PURE__ */ Symbol("http2session connect protocol"),
      kRemoteSettings: /* @__PURE__ */ Symbol("http2session remote settings"),
      kHTTP2Stream: /* @__PURE__ */ Symbol("http2session client stream"),
      kPingInterval: /* @__PURE__ */ Symbol("ping interval"),
      kNoProxyAgent: /* @__PURE__ */ Symbol("no proxy agent"),
      kHttpProxyAgent: /* @__PURE__ */ Symbol("http proxy agent"),
      kHttpsProxyAgent: /* @__PURE__ */ Symbol("https proxy agent"),
      kSocks5ProxyAgent: /* @__PURE__ */ Symbol("socks5 proxy agent")
    };
  }
});

// node_modules/undici/lib/util/timers.js
var require_timers = __commonJS({
  "node_modules/undici/lib/util/timers.js"(exports, module) {
    "use strict";
    var fastNow = 0, RESOLUTION_MS = 1e3, TICK_MS = (RESOLUTION_MS >> 1) - 1, fastNowTimeout, kFastTimer = /* @__PURE__ */ Symbol("kFastTimer"), fastTimers = [], NOT_IN_LIST = -2, TO_BE_CLEARED = -1, PENDING = 0, ACTIVE = 1;
    function onTick() {
      fastNow += TICK_MS;
      let idx = 0, len = fastTimers.length;
      for (; idx < len; ) {
        let timer = fastTimers[idx];
        timer._state === PENDING ? (timer._idleStart = fastNow - TICK_MS, timer._state = ACTIVE) : timer._state === ACTIVE && fastNow >= timer._idleStart + timer._idleTimeout && (timer._state = TO_BE_CLEARED, timer._idleStart = -1, timer._onTimeout(timer._timerArg)), timer._state === TO_BE_CLEARED ? (timer._state = NOT_IN_LIST, --len !== 0 && (fastTimers[idx] = fastTimers[len])) : ++idx;
      }
      fastTimers.length = len, fastTimers.length !== 0 && refreshTimeout();
    }
    function refreshTimeout() {
      fastNowTimeout?.refresh ? fastNowTimeout.refresh() : (clearTimeout(fastNowTimeout), fastNowTimeout = setTimeout(onTick, TICK_MS), fastNowTimeout?.unref());
    }
    var FastTimer = class {
      [kFastTimer] = !0;
      /**
       * The state of the timer, which can be one of the following:
       * - NOT_IN_LIST (-2)
       * - TO_BE_CLEARED (-1)
       * - PENDING (0)
       * - ACTIVE (1)
       *
       * @type {-2|-1|0|1}
       * @private
       */
      _state = NOT_IN_LIST;
      /**
       * The number of milliseconds to wait before calling the callback.
       *
       * @type {number}
       * @private
       */
      _idleTimeout = -1;
      /**
       * The time in milliseconds when the timer was started. This value is used to
       * calculate when the timer should expire.
       *
       * @type {number}
       * @default -1
       * @private
       */
      _idleStart = -1;
      /**
       * The function to be executed when the timer expires.
       * @type {Function}
       * @private
       */
      _onTimeout;
      /**
       * The argument to be passed to the callback when the timer expires.
       *
       * @type {*}
       * @private
       */
      _timerArg;
      /**
       * @constructor
       * @param {Function} callback A function to be executed after the timer
       * expires.
       * @param {number} delay The time, in milliseconds that the timer should wait
       * before the specified function or code is executed.
       * @param {*} arg
       */
      constructor(callback, delay, arg) {
        this._onTimeout = callback, this._idleTimeout = delay, this._timerArg = arg, this.refresh();
      }
      /**
       * Sets the timer's start time to the current time, and reschedules the timer
       * to call its callback at the previously specified duration adjusted to the
       * current time.
       * Using this on a timer that has already called its callback will reactivate
       * the timer.
       *
       * @returns {void}
       */
      refresh() {
        this._state === NOT_IN_LIST && fastTimers.push(this), (!fastNowTimeout || fastTimers.length === 1) && refreshTimeout(), this._state = PENDING;
      }
      /**
       * The `clear` method cancels the timer, preventing it from executing.
       *
       * @returns {void}
       * @private
       */
      clear() {
        this._state = TO_BE_CLEARED, this._idleStart = -1;
      }
    };
    module.exports = {
      /**
       * The setTimeout() method sets a timer which executes a function once the
       * timer expires.
       * @param {Function} callback A function to be executed after the timer
       * expires.
       * @param {number} delay The time, in milliseconds that the timer should
       * wait before the specified function or code is executed.
       * @param {*} [arg] An optional argument to be passed to the callback function
       * when the timer expires.
       * @returns {NodeJS.Timeout|FastTimer}
       */
      setTimeout(callback, delay, arg) {
        return delay <= RESOLUTION_MS ? setTimeout(callback, delay, arg) : new FastTimer(callback, delay, arg);
      },
      /**
       * The clearTimeout method cancels an instantiated Timer previously created
       * by calling setTimeout.
       *
       * @param {NodeJS.Timeout|FastTimer} timeout
       */
      clearTimeout(timeout) {
        timeout[kFastTimer] ? timeout.clear() : clearTimeout(timeout);
      },
      /**
       * The setFastTimeout() method sets a fastTimer which executes a function once
       * the timer expires.
       * @param {Function} callback A function to be executed after the timer
       * expires.
       * @param {number} delay The time, in milliseconds that the timer should
       * wait before the specified function or code is executed.
       * @param {*} [arg] An optional argument to be passed to the callback function
       * when the timer expires.
       * @returns {FastTimer}
       */
      setFastTimeout(callback, delay, arg) {
        return new FastTimer(callback, delay, arg);
      },
      /**
       * The clearTimeout method cancels an instantiated FastTimer previously
       * created by calling setFastTimeout.
       *
       * @param {FastTimer} timeout
       */
      clearFastTimeout(timeout) {
        timeout.clear();
      },
      /**
       * The now method returns the value of the internal fast timer clock.
       *
       * @returns {number}
       */
      now() {
        return fastNow;
      },
      /**
       * Trigger the onTick function to process the fastTimers array.
       * Exported for testing purposes only.
       * Marking as deprecated to discourage any use outside of testing.
       * @deprecated
       * @param {number} [delay=0] The delay in milliseconds to add to the now value.
       */
      tick(delay = 0) {
        fastNow += delay - RESOLUTION_MS + 1, onTick(), onTick();
      },
      /**
       * Reset FastTimers.
       * Exported for testing purposes only.
       * Marking as deprecated to discourage any use outside of testing.
       * @deprecated
       */
      reset() {
        fastNow = 0, fastTimers.length = 0, clearTimeout(fastNowTimeout), fastNowTimeout = null;
      },
      /**
       * Exporting for testing purposes only.
       * Marking as deprecated to discourage any use outside of testing.
       * @deprecated
       */
      kFastTimer
    };
  }
});

// node_modules/undici/lib/core/constants.js
var require_constants2 = __commonJS({
  "node_modules/undici/lib/core/constants.js"(exports, module) {
    "use strict";
    var wellknownHeaderNames = (
      /** @type {const} */
      [
        "Accept",
        "Accept-Encoding",
        "Accept-Language",
        "Accept-Ranges",
        "Access-Control-Allow-Credentials",
        "Access-Control-Allow-Headers",
        "Access-Control-Allow-Methods",
        "Access-Control-Allow-Origin",
        "Access-Control-Expose-Headers",
        "Access-Control-Max-Age",
        "Access-Control-Request-Headers",
        "Access-Control-Request-Method",
        "Age",
        "Allow",
        "Alt-Svc",
        "Alt-Used",
        "Authorization",
        "Cache-Control",
        "Clear-Site-Data",
        "Connection",
        "Content-Disposition",
        "Content-Encoding",
        "Content-Language",
        "Content-Length",
        "Content-Location",
        "Content-Range",
        "Content-Security-Policy",
        "Content-Security-Policy-Report-Only",
        "Content-Type",
        "Cookie",
        "Cross-Origin-Embedder-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
        "Date",
        "Device-Memory",
        "Downlink",
        "ECT",
        "ETag",
        "Expect",
        "Expect-CT",
        "Expires",
        "Forwarded",
        "From",
        "Host",
        "If-Match",
        "If-Modified-Since",
        "If-None-Match",
        "If-Range",
        "If-Unmodified-Since",
        "Keep-Alive",
        "Last-Modified",
        "Link",
        "Location",
        "Max-Forwards",
        "Origin",
        "Permissions-Policy",
        "Pragma",
        "Proxy-Authenticate",
        "Proxy-Authorization",
        "RTT",
        "Range",
        "Referer",
        "Referrer-Policy",
        "Refresh",
        "Retry-After",
        "Sec-WebSocket-Accept",
        "Sec-WebSocket-Extensions",
        "Sec-WebSocket-Key",
        "Sec-WebSocket-Protocol",
        "Sec-WebSocket-Version",
        "Server",
        "Server-Timing",
        "Service-Worker-Allowed",
        "Service-Worker-Navigation-Preload",
        "Set-Cookie",
        "SourceMap",
        "Strict-Transport-Security",
        "Supports-Loading-Mode",
        "TE",
        "Timing-Allow-Origin",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Upgrade-Insecure-Requests",
        "User-Agent",
        "Vary",
        "Via",
        "WWW-Authenticate",
        "X-Content-Type-Options",
        "X-DNS-Prefetch-Control",
        "X-Frame-Options",
        "X-Permitted-Cross-Domain-Policies",
        "X-Powered-By",
        "X-Requested-With",
        "X-XSS-Protection"
      ]
    ), headerNameLowerCasedRecord = {};
    Object.setPrototypeOf(headerNameLowerCasedRecord, null);
    var wellknownHeaderNameBuffers = {};
    Object.setPrototypeOf(wellknownHeaderNameBuffers, null);
    function getHeaderNameAsBuffer(header2) {
      let buffer = wellknownHeaderNameBuffers[header2];
      return buffer === void 0 && (buffer = Buffer.from(header2)), buffer;
    }
    for (let i = 0; i < wellknownHeaderNames.length; ++i) {
      let key = wellknownHeaderNames[i], lowerCasedKey = key.toLowerCase();
      headerNameLowerCasedRecord[key] = headerNameLowerCasedRecord[lowerCasedKey] = lowerCasedKey;
    }
    module.exports = {
      wellknownHeaderNames,
      headerNameLowerCasedRecord,
      getHeaderNameAsBuffer
    };
  }
});

// node_modules/undici/lib/core/tree.js
var require_tree = __commonJS({
  "node_modules/undici/lib/core/tree.js"(exports, module) {
    "use strict";
    var {
      wellknownHeaderNames,
      headerNameLowerCasedRecord
    } = require_constants2(), TstNode = class _TstNode {
      /** @type {any} */
      value = null;
      /** @type {null | TstNode} */
      left = null;
      /** @type {null | TstNode} */
      middle = null;
      /** @type {null | TstNode} */
      right = null;
      /** @type {number} */
      code;
      /**
       * @param {string} key
       * @param {any} value
       * @param {number} index
       */
      constructor(key, value, index) {
        if (index === void 0 || index >= key.length)
          throw new TypeError("Unreachable");
        if ((this.code = key.charCodeAt(index)) > 127)
          throw new TypeError("key must be ascii string");
        key.length !== ++index ? this.middle = new _TstNode(key, value, index) : this.value = value;
      }
      /**
       * @param {string} key
       * @param {any} value
       * @returns {void}
       */
      add(key, value) {
        let length = key.length;
        if (length === 0)
          throw new TypeError("Unreachable");
        let index = 0, node = this;
        for (; ; ) {
          let code2 = key.charCodeAt(index);
          if (code2 > 127)
            throw new TypeError("key must be ascii string");
          if (node.code === code2)
            if (length === ++index) {
              node.value = value;
              break;
            } else if (node.middle !== null)
              node = node.middle;
            else {
              node.middle = new _TstNode(key, value, index);
              break;
            }
          else if (node.code < code2)
            if (node.left !== null)
              node = node.left;
            else {
              node.left = new _TstNode(key, value, index);
              break;
            }
          else if (node.right !== null)
            node = node.right;
          else {
            node.right = new _TstNode(key, value, index);
            break;
          }
        }
      }
      /**
       * @param {Uint8Array} key
       * @returns {TstNode | null}
       */
      search(key) {
        let keylength = key.length, index = 0, node = this;
        for (; node !== null && index < keylength; ) {
          let code2 = key[index];
          for (code2 <= 90 && code2 >= 65 && (code2 |= 32); node !== null; ) {
            if (code2 === node.code) {
              if (keylength === ++index)
                return node;
              node = node.middle;
              break;
            }
            node = node.code < code2 ? node.left : node.right;
          }
        }
        return null;
      }
    }, TernarySearchTree = class {
      /** @type {TstNode | null} */
      node = null;
      /**
       * @param {string} key
       * @param {any} value
       * @returns {void}
       * */
      insert(key, value) {
        this.node === null ? this.node = new TstNode(key, value, 0) : this.node.add(key, value);
      }
      /**
       * @param {Uint8Array} key
       * @returns {any}
       */
      lookup(key) {
        return this.node?.search(key)?.value ?? null;
      }
    }, tree = new TernarySearchTree();
    for (let i = 0; i < wellknownHeaderNames.length; ++i) {
      let key = headerNameLowerCasedRecord[wellknownHeaderNames[i]];
      tree.insert(key, key);
    }
    module.exports = {
      TernarySearchTree,
      tree
    };
  }
});

// node_modules/undici/lib/core/util.js
var require_util = __commonJS({
  "node_modules/undici/lib/core/util.js"(exports, module) {
    "use strict";
    var assert = __require("node:assert"), { kDestroyed, kBodyUsed, kListeners, kBody } = require_symbols(), { IncomingMessage } = __require("node:http"), stream = __require("node:stream"), net = __require("node:net"), { stringify } = __require("node:querystring"), { EventEmitter: EE } = __require("node:events"), timers = require_timers(), { InvalidArgumentError, ConnectTimeoutError } = require_errors(), { headerNameLowerCasedRecord } = require_constants2(), { tree } = require_tree(), [nodeMajor, nodeMinor] = process.versions.node.split(".", 2).map((v) => Number(v)), BodyAsyncIterable = class {
      constructor(body) {
        this[kBody] = body, this[kBodyUsed] = !1;
      }
      async *[Symbol.asyncIterator]() {
        assert(!this[kBodyUsed], "disturbed"), this[kBodyUsed] = !0, yield* this[kBody];
      }
    };
    function noop() {
    }
    function wrapRequestBody(body) {
      return isStream(body) ? (bodyLength(body) === 0 && body.on("data", function() {
        assert(!1);
      }), typeof body.readableDidRead != "boolean" && (body[kBodyUsed] = !1, EE.prototype.on.call(body, "data", function() {
        this[kBodyUsed] = !0;
      })), body) : body && typeof body.pipeTo == "function" ? new BodyAsyncIterable(body) : body && isFormDataLike(body) ? body : body && typeof body != "string" && !ArrayBuffer.isView(body) && isIterable(body) ? new BodyAsyncIterable(body) : body;
    }
    function isStream(obj) {
      return obj && typeof obj == "object" && typeof obj.pipe == "function" && typeof obj.on == "function";
    }
    function isBlobLike(object) {
      if (object === null)
        return !1;
      if (object instanceof Blob)
        return !0;
      if (typeof object != "object")
        return !1;
      {
        let sTag = object[Symbol.toStringTag];
        return (sTag === "Blob" || sTag === "File") && ("stream" in object && typeof object.stream == "function" || "arrayBuffer" in object && typeof object.arrayBuffer == "function");
      }
    }
    function pathHasQueryOrFragment(url) {
      return url.includes("?") || url.includes("#");
    }
    function serializePathWithQuery(url, queryParams) {
      if (pathHasQueryOrFragment(url))
        throw new Error('Query params cannot be passed when url already contains "?" or "#".');
      let stringified = stringify(queryParams);
      return stringified && (url += "?" + stringified), url;
    }
    function isValidPort(port) {
      let value = parseInt(port, 10);
      return value === Number(port) && value >= 0 && value <= 65535;
    }
    function isHttpOrHttpsPrefixed(value) {
      return value != null && value[0] === "h" && value[1] === "t" && value[2] === "t" && value[3] === "p" && (value[4] === ":" || value[4] === "s" && value[5] === ":");
    }
    function parseURL(url) {
      if (typeof url == "string") {
        if (url = new URL(url), !isHttpOrHttpsPrefixed(url.origin || url.protocol))
          throw new InvalidArgumentError("Invalid URL protocol: the URL must start with `http:` or `https:`.");
        return url;
      }
      if (!url || typeof url != "object")
        throw new InvalidArgumentError("Invalid URL: The URL argument must be a non-null object.");
      if (!(url instanceof URL)) {
        if (url.port != null && url.port !== "" && isValidPort(url.port) === !1)
          throw new InvalidArgumentError("Invalid URL: port must be a valid integer or a string representation of an integer.");
        if (url.path != null && typeof url.path != "string")
          throw new InvalidArgumentError("Invalid URL path: the path must be a string or null/undefined.");
        if (url.pathname != null && typeof url.pathname != "string")
          throw new InvalidArgumentError("Invalid URL pathname: the pathname must be a string or null/undefined.");
        if (url.hostname != null && typeof url.hostname != "string")
          throw new InvalidArgumentError("Invalid URL hostname: the hostname must be a string or null/undefined.");
        if (url.origin != null && typeof url.origin != "string")
          throw new InvalidArgumentError("Invalid URL origin: the origin must be a string or null/undefined.");
        if (!isHttpOrHttpsPrefixed(url.origin || url.protocol))
          throw new InvalidArgumentError("Invalid URL protocol: the URL must start with `http:` or `https:`.");
        let port = url.port != null ? url.port : url.protocol === "https:" ? 443 : 80, origin = url.origin != null ? url.origin : `${url.protocol || ""}//${url.hostname || ""}:${port}`, path2 = url.path != null ? url.path : `${url.pathname || ""}${url.search || ""}`;
        return origin[origin.length - 1] === "/" && (origin = origin.slice(0, origin.length - 1)), path2 && path2[0] !== "/" && (path2 = `/${path2}`), new URL(`${origin}${path2}`);
      }
      if (!isHttpOrHttpsPrefixed(url.origin || url.protocol))
        throw new InvalidArgumentError("Invalid URL protocol: the URL must start with `http:` or `https:`.");
      return url;
    }
    function parseOrigin(url) {
      if (url = parseURL(url), url.pathname !== "/" || url.search || url.hash)
        throw new InvalidArgumentError("invalid url");
      return url;
    }
    function getHostname(host3) {
      if (host3[0] === "[") {
        let idx2 = host3.indexOf("]");
        return assert(idx2 !== -1), host3.substring(1, idx2);
      }
      let idx = host3.indexOf(":");
      return idx === -1 ? host3 : host3.substring(0, idx);
    }
    function getServerName(host3) {
      if (!host3)
        return null;
      assert(typeof host3 == "string");
      let servername = getHostname(host3);
      return net.isIP(servername) ? "" : servername;
    }
    function deepClone(obj) {
      return JSON.parse(JSON.stringify(obj));
    }
    function isAsyncIterable(obj) {
      return obj != null && typeof obj[Symbol.asyncIterator] == "function";
    }
    function isIterable(obj) {
      return obj != null && (typeof obj[Symbol.iterator] == "function" || typeof obj[Symbol.asyncIterator] == "function");
    }
    function hasSafeIterator(obj) {
      let prototype = Object.getPrototypeOf(obj);
      return Object.prototype.hasOwnProperty.call(obj, Symbol.iterator) || prototype != null && prototype !== Object.prototype && typeof obj[Symbol.iterator] == "function";
    }
    function bodyLength(body) {
      if (body == null)
        return 0;
      if (isStream(body)) {
        let state = body._readableState;
        return state && state.objectMode === !1 && state.ended === !0 && Number.isFinite(state.length) ? state.length : null;
      } else {
        if (isBlobLike(body))
          return body.size != null ? body.size : null;
        if (isBuffer(body))
          return body.byteLength;
      }
      return null;
    }
    function isDestroyed(body) {
      return body && !!(body.destroyed || body[kDestroyed] || stream.isDestroyed?.(body));
    }
    function destroy(stream2, err) {
      stream2 == null || !isStream(stream2) || isDestroyed(stream2) || (typeof stream2.destroy == "function" ? (Object.getPrototypeOf(stream2).constructor === IncomingMessage && (stream2.socket = null), stream2.destroy(err)) : err && queueMicrotask(() => {
        stream2.emit("error", err);
      }), stream2.destroyed !== !0 && (stream2[kDestroyed] = !0));
    }
    var KEEPALIVE_TIMEOUT_EXPR = /timeout=(\d+)/;
    function parseKeepAliveTimeout(val) {
      let m = val.match(KEEPALIVE_TIMEOUT_EXPR);
      return m ? parseInt(m[1], 10) * 1e3 : null;
    }
    function headerNameToString(value) {
      return typeof value == "string" ? headerNameLowerCasedRecord[value] ?? value.toLowerCase() : tree.lookup(value) ?? value.toString("latin1").toLowerCase();
    }
    function bufferToLowerCasedHeaderName(value) {
      return tree.lookup(value) ?? value.toString("latin1").toLowerCase();
    }
    function parseHeaders(headers, obj) {
      obj === void 0 && (obj = {});
      for (let i = 0; i < headers.length; i += 2) {
        let key = headerNameToString(headers[i]), val = obj[key];
        if (val !== void 0)
          if (Object.hasOwn(obj, key))
            typeof val == "string" && (val = [val], obj[key] = val), val.push(headers[i + 1].toString("latin1"));
          else {
            let headersValue = typeof headers[i + 1] == "string" ? headers[i + 1] : Array.isArray(headers[i + 1]) ? headers[i + 1].map((x) => x.toString("latin1")) : headers[i + 1].toString("latin1");
            key === "__proto__" ? Object.defineProperty(obj, key, {
              value: headersValue,
              enumerable: !0,
              configurable: !0,
              writable: !0
            }) : obj[key] = headersValue;
          }
        else {
          let headersValue = typeof headers[i + 1] == "string" ? headers[i + 1] : Array.isArray(headers[i + 1]) ? headers[i + 1].map((x) => x.toString("latin1")) : headers[i + 1].toString("latin1");
          obj[key] = headersValue;
        }
      }
      return obj;
    }
    function parseRawHeaders(headers) {
      let headersLength = headers.length, ret = new Array(headersLength), key, val;
      for (let n = 0; n < headersLength; n += 2)
        key = headers[n], val = headers[n + 1], typeof key != "string" && (key = key.toString()), typeof val != "string" && (val = val.toString("latin1")), ret[n] = key, ret[n + 1] = val;
      return ret;
    }
    function toRawHeaders(headers) {
      let rawHeaders = [];
      for (let [name, value] of Object.entries(headers))
        if (Array.isArray(value))
          for (let entry of value)
            rawHeaders.push(Buffer.from(name, "latin1"), Buffer.from(`${entry}`, "latin1"));
        else
          rawHeaders.push(Buffer.from(name, "latin1"), Buffer.from(`${value}`, "latin1"));
      return rawHeaders;
    }
    function encodeRawHeaders(headers) {
      if (!Array.isArray(headers))
        throw new TypeError("expected headers to be an array");
      return headers.map((x) => Buffer.from(x));
    }
    function isBuffer(buffer) {
      return buffer instanceof Uint8Array || Buffer.isBuffer(buffer);
    }
    function assertRequestHandler(handler, method, upgrade) {
      if (!handler || typeof handler != "object")
        throw new InvalidArgumentError("handler must be an object");
      if (typeof handler.onRequestStart != "function") {
        if (typeof handler.onConnect != "function")
          throw new InvalidArgumentError("invalid onConnect method");
        if (typeof handler.onError != "function")
          throw new InvalidArgumentError("invalid onError method");
        if (typeof handler.onBodySent != "function" && handler.onBodySent !== void 0)
          throw new InvalidArgumentError("invalid onBodySent method");
        if (upgrade || method === "CONNECT") {
          if (typeof handler.onUpgrade != "function")
            throw new InvalidArgumentError("invalid onUpgrade method");
        } else {
          if (typeof handler.onHeaders != "function")
            throw new InvalidArgumentError("invalid onHeaders method");
          if (typeof handler.onData != "function")
            throw new InvalidArgumentError("invalid onData method");
          if (typeof handler.onComplete != "function")
            throw new InvalidArgumentError("invalid onComplete method");
        }
      }
    }
    function isDisturbed(body) {
      return !!(body && (stream.isDisturbed(body) || body[kBodyUsed]));
    }
    function getSocketInfo(socket) {
      return {
        localAddress: socket.localAddress,
        localPort: socket.localPort,
        remoteAddress: socket.remoteAddress,
        remotePort: socket.remotePort,
        remoteFamily: socket.remoteFamily,
        timeout: socket.timeout,
        bytesWritten: socket.bytesWritten,
        bytesRead: socket.bytesRead
      };
    }
    function ReadableStreamFrom(iterable) {
      let iterator;
      return new ReadableStream(
        {
          start() {
            iterator = iterable[Symbol.asyncIterator]();
          },
          pull(controller) {
            return iterator.next().then(({ done, value }) => {
              if (done)
                return queueMicrotask(() => {
                  controller.close(), controller.byobRequest?.respond(0);
                });
              {
                let buf = Buffer.isBuffer(value) ? value : Buffer.from(value);
                return buf.byteLength ? controller.enqueue(new Uint8Array(buf)) : this.pull(controller);
              }
            });
          },
          cancel() {
            return iterator.return();
          },
          type: "bytes"
        }
      );
    }
    function isFormDataLike(object) {
      return object && typeof object == "object" && typeof object.append == "function" && typeof object.delete == "function" && typeof object.get == "function" && typeof object.getAll == "function" && typeof object.has == "function" && typeof object.set == "function" && object[Symbol.toStringTag] === "FormData";
    }
    function addAbortListener(signal, listener) {
      return "addEventListener" in signal ? (signal.addEventListener("abort", listener, { once: !0 }), () => signal.removeEventListener("abort", listener)) : (signal.once("abort", listener), () => signal.removeListener("abort", listener));
    }
    var validTokenChars = new Uint8Array([
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      // 0-15
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      // 16-31
      0,
      1,
      0,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      1,
      1,
      0,
      1,
      1,
      0,
      // 32-47 (!"#$%&'()*+,-./)
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      // 48-63 (0-9:;<=>?)
      0,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      // 64-79 (@A-O)
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      0,
      1,
      1,
      // 80-95 (P-Z[\]^_)
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      // 96-111 (`a-o)
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      1,
      0,
      1,
      0,
      // 112-127 (p-z{|}~)
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      // 128-143
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      // 144-159
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      // 160-175
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      // 176-191
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      // 192-207
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      // 208-223
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      // 224-239
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0
      // 240-255
    ]);
    function isTokenCharCode(c) {
      return validTokenChars[c] === 1;
    }
    var tokenRegExp = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
    function isValidHTTPToken(characters) {
      if (characters.length >= 12) return tokenRegExp.test(characters);
      if (characters.length === 0) return !1;
      for (let i = 0; i < characters.length; i++)
        if (validTokenChars[characters.charCodeAt(i)] !== 1)
          return !1;
      return !0;
    }
    var headerCharRegex = /[^\t\x20-\x7e\x80-\xff]/;
    function isValidHeaderValue(characters) {
      return !headerCharRegex.test(characters);
    }
    var rangeHeaderRegex = /^bytes (\d+)-(\d+)\/(\d+)?$/;
    function parseRangeHeader(range) {
      if (range == null || range === "") return { start: 0, end: null, size: null };
      let m = range ? range.match(rangeHeaderRegex) : null;
      return m ? {
        start: parseInt(m[1]),
        end: m[2] ? parseInt(m[2]) : null,
        size: m[3] ? parseInt(m[3]) : null
      } : null;
    }
    function addListener(obj, name, listener) {
      return (obj[kListeners] ??= []).push([name, listener]), obj.on(name, listener), obj;
    }
    function removeAllListeners(obj) {
      if (obj[kListeners] != null) {
        for (let [name, listener] of obj[kListeners])
          obj.removeListener(name, listener);
        obj[kListeners] = null;
      }
      return obj;
    }
    function errorRequest(client, request, err) {
      try {
        request.onError(err), assert(request.aborted);
      } catch (err2) {
        client.emit("error", err2);
      }
    }
    var setupConnectTimeout = process.platform === "win32" ? (socketWeakRef, opts) => {
      if (!opts.timeout)
        return noop;
      let s1 = null, s2 = null, fastTimer = timers.setFastTimeout(() => {
        s1 = setImmediate(() => {
          s2 = setImmediate(() => onConnectTimeout(socketWeakRef.deref(), opts));
        });
      }, opts.timeout);
      return () => {
        timers.clearFastTimeout(fastTimer), clearImmediate(s1), clearImmediate(s2);
      };
    } : (socketWeakRef, opts) => {
      if (!opts.timeout)
        return noop;
      let s1 = null, fastTimer = timers.setFastTimeout(() => {
        s1 = setImmediate(() => {
          onConnectTimeout(socketWeakRef.deref(), opts);
        });
      }, opts.timeout);
      return () => {
        timers.clearFastTimeout(fastTimer), clearImmediate(s1);
      };
    };
    function onConnectTimeout(socket, opts) {
      if (socket == null)
        return;
      let message = "Connect Timeout Error";
      Array.isArray(socket.autoSelectFamilyAttemptedAddresses) ? message += ` (attempted addresses: ${socket.autoSelectFamilyAttemptedAddresses.join(", ")},` : message += ` (attempted address: ${opts.hostname}:${opts.port},`, message += ` timeout: ${opts.timeout}ms)`, destroy(socket, new ConnectTimeoutError(message));
    }
    function getProtocolFromUrlString(urlString) {
      if (urlString[0] === "h" && urlString[1] === "t" && urlString[2] === "t" && urlString[3] === "p")
        switch (urlString[4]) {
          case ":":
            return "http:";
          case "s":
            if (urlString[5] === ":")
              return "https:";
        }
      return urlString.slice(0, urlString.indexOf(":") + 1);
    }
    var kEnumerableProperty = /* @__PURE__ */ Object.create(null);
    kEnumerableProperty.enumerable = !0;
    var normalizedMethodRecordsBase = {
      delete: "DELETE",
      DELETE: "DELETE",
      get: "GET",
      GET: "GET",
      head: "HEAD",
      HEAD: "HEAD",
      options: "OPTIONS",
      OPTIONS: "OPTIONS",
      post: "POST",
      POST: "POST",
      put: "PUT",
      PUT: "PUT"
    }, normalizedMethodRecords = {
      ...normalizedMethodRecordsBase,
      patch: "patch",
      PATCH: "PATCH"
    };
    Object.setPrototypeOf(normalizedMethodRecordsBase, null);
    Object.setPrototypeOf(normalizedMethodRecords, null);
    module.exports = {
      kEnumerableProperty,
      isDisturbed,
      isBlobLike,
      parseOrigin,
      parseURL,
      getServerName,
      isStream,
      isIterable,
      hasSafeIterator,
      isAsyncIterable,
      isDestroyed,
      headerNameToString,
      bufferToLowerCasedHeaderName,
      addListener,
      removeAllListeners,
      errorRequest,
      parseRawHeaders,
      toRawHeaders,
      encodeRawHeaders,
      parseHeaders,
      parseKeepAliveTimeout,
      destroy,
      bodyLength,
      deepClone,
      ReadableStreamFrom,
      isBuffer,
      assertRequestHandler,
      getSocketInfo,
      isFormDataLike,
      pathHasQueryOrFragment,
      serializePathWithQuery,
      addAbortListener,
      isValidHTTPToken,
      isValidHeaderValue,
      isTokenCharCode,
      parseRangeHeader,
      normalizedMethodRecordsBase,
      normalizedMethodRecords,
      isValidPort,
      isHttpOrHttpsPrefixed,
      nodeMajor,
      nodeMinor,
      safeHTTPMethods: Object.freeze(["GET", "HEAD", "OPTIONS", "TRACE"]),
      wrapRequestBody,
      setupConnectTimeout,
      getProtocolFromUrlString
    };
  }
});

// node_modules/undici/lib/api/abort-signal.js
var require_abort_signal = __commonJS({
  "node_modules/undici/lib/api/abort-signal.js"(exports, module) {
    "use strict";
    var { addAbortListener } = require_util(), { RequestAbortedError } = require_errors(), kListener = /* @__PURE__ */ Symbol("kListener"), kSignal = /* @__PURE__ */ Symbol("kSignal");
    function abort(self) {
      self.abort ? self.abort(self[kSignal]?.reason) : self.reason = self[kSignal]?.reason ?? new RequestAbortedError(), removeSignal(self);
    }
    function addSignal(self, signal) {
      if (self.reason = null, self[kSignal] = null, self[kListener] = null, !!signal) {
        if (signal.aborted) {
          abort(self);
          return;
        }
        self[kSignal] = signal, self[kListener] = () => {
          abort(self);
        }, addAbortListener(self[kSignal], self[kListener]);
      }
    }
    function removeSignal(self) {
      self[kSignal] && ("removeEventListener" in self[kSignal] ? self[kSignal].removeEventListener("abort", self[kListener]) : self[kSignal].removeListener("abort", self[kListener]), self[kSignal] = null, self[kListener] = null);
    }
    module.exports = {
      addSignal,
      removeSignal
    };
  }
});

// node_modules/undici/lib/api/api-connect.js
var require_api_connect = __commonJS({
  "node_modules/undici/lib/api/api-connect.js"(exports, module) {
    "use strict";
    var assert = __require("node:assert"), { AsyncResource } = __require("node:async_hooks"), { InvalidArgumentError, SocketError } = require_errors(), util = require_util(), { addSignal, removeSignal } = require_abort_signal(), ConnectHandler = class extends AsyncResource {
      constructor(opts, callback) {
        if (!opts || typeof opts != "object")
          throw new InvalidArgumentError("invalid opts");
        if (typeof callback != "function")
          throw new InvalidArgumentError("invalid callback");
        let { signal, opaque, responseHeaders } = opts;
        if (signal && typeof signal.on != "function" && typeof signal.addEventListener != "function")
          throw new InvalidArgumentError("signal must be an EventEmitter or EventTarget");
        super("UNDICI_CONNECT"), this.opaque = opaque || null, this.responseHeaders = responseHeaders || null, this.callback = callback, this.abort = null, addSignal(this, signal);
      }
      onConnect(abort, context) {
        if (this.reason) {
          abort(this.reason);
          return;
        }
        assert(this.callback), this.abort = abort, this.context = context;
      }
      onHeaders() {
        throw new SocketError("bad connect", null);
      }
      onUpgrade(statusCode, rawHeaders, socket) {
        let { callback, opaque, context } = this;
        removeSignal(this), this.callback = null;
        let headers = rawHeaders;
        headers != null && (headers = this.responseHeaders === "raw" ? util.parseRawHeaders(rawHeaders) : util.parseHeaders(rawHeaders)), this.runInAsyncScope(callback, null, null, {
          statusCode,
          headers,
          socket,
          opaque,
          context
        });
      }
      onError(err) {
        let { callback, opaque } = this;
        removeSignal(this), callback && (this.callback = null, queueMicrotask(() => {
          this.runInAsyncScope(callback, null, err, { opaque });
        }));
      }
    };
    function connect2(opts, callback) {
      if (callback === void 0)
        return new Promise((resolve2, reject) => {
          connect2.call(this, opts, (err, data) => err ? reject(err) : resolve2(data));
        });
      try {
        let connectHandler = new ConnectHandler(opts, callback), connectOptions = { ...opts, method: "CONNECT" };
        this.dispatch(connectOptions, connectHandler);
      } catch (err) {
        if (typeof callback != "function")
          throw err;
        let opaque = opts?.opaque;
        queueMicrotask(() => callback(err, { opaque }));
      }
    }
    module.exports = connect2;
  }
});

// node_modules/undici/lib/handler/wrap-handler.js
var require_wrap_handler = __commonJS({
  "node_modules/undici/lib/handler/wrap-handler.js"(exports, module) {
    "use strict";
    var { InvalidArgumentError } = require_errors();
    module.exports = class WrapHandler {
      #handler;
      constructor(handler) {
        this.#handler = handler;
      }
      static wrap(handler) {
        return handler.onRequestStart ? handler : new WrapHandler(handler);
      }
      // Unwrap Interface
      onConnect(abort, context) {
        return this.#handler.onConnect?.(abort, context);
      }
      onResponseStarted() {
        return this.#handler.onResponseStarted?.();
      }
      onHeaders(statusCode, rawHeaders, resume, statusMessage) {
        return this.#handler.onHeaders?.(statusCode, rawHeaders, resume, statusMessage);
      }
      onUpgrade(statusCode, rawHeaders, socket) {
        return this.#handler.onUpgrade?.(statusCode, rawHeaders, socket);
      }
      onData(data) {
        return this.#handler.onData?.(data);
      }
      onComplete(trailers) {
        return this.#handler.onComplete?.(trailers);
      }
      onError(err) {
        if (!this.#handler.onError)
          throw err;
        return this.#handler.onError?.(err);
      }
      // Wrap Interface
      onRequestStart(controller, context) {
        this.#handler.onConnect?.((reason) => controller.abort(reason), context);
      }
      onRequestUpgrade(controller, statusCode, headers, socket) {
        let rawHeaders = [];
        for (let [key, val] of Object.entries(headers))
          rawHeaders.push(Buffer.from(key, "latin1"), toRawHeaderValue(val));
        this.#handler.onUpgrade?.(statusCode, rawHeaders, socket);
      }
      onResponseStart(controller, statusCode, headers, statusMessage) {
        let rawHeaders = [];
        for (let [key, val] of Object.entries(headers))
          rawHeaders.push(Buffer.from(key, "latin1"), toRawHeaderValue(val));
        this.#handler.onHeaders?.(statusCode, rawHeaders, () => controller.resume(), statusMessage) === !1 && controller.pause();
      }
      onResponseData(controller, data) {
        this.#handler.onData?.(data) === !1 && controller.pause();
      }
      onResponseEnd(controller, trailers) {
        let rawTrailers = [];
        for (let [key, val] of Object.entries(trailers))
          rawTrailers.push(Buffer.from(key, "latin1"), toRawHeaderValue(val));
        this.#handler.onComplete?.(rawTrailers);
      }
      onResponseError(controller, err) {
        if (!this.#handler.onError)
          throw new InvalidArgumentError("invalid onError method");
        this.#handler.onError?.(err);
      }
    };
    function toRawHeaderValue(value) {
      return Array.isArray(value) ? value.map((item2) => Buffer.from(item2, "latin1")) : Buffer.from(value, "latin1");
    }
  }
});

// node_modules/undici/lib/dispatcher/dispatcher.js
var require_dispatcher = __commonJS({
  "node_modules/undici/lib/dispatcher/dispatcher.js"(exports, module) {
    "use strict";
    var EventEmitter = __require("node:events"), WrapHandler = require_wrap_handler(), wrapInterceptor = (dispatch) => (opts, handler) => dispatch(opts, WrapHandler.wrap(handler)), Dispatcher = class extends EventEmitter {
      dispatch() {
        throw new Error("not implemented");
      }
      close() {
        throw new Error("not implemented");
      }
      destroy() {
        throw new Error("not implemented");
      }
      compose(...args) {
        let interceptors = Array.isArray(args[0]) ? args[0] : args, dispatch = this.dispatch.bind(this);
        for (let interceptor of interceptors)
          if (interceptor != null) {
            if (typeof interceptor != "function")
              throw new TypeError(`invalid interceptor, expected function received ${typeof interceptor}`);
            if (dispatch = interceptor(dispatch), dispatch = wrapInterceptor(dispatch), dispatch == null || typeof dispatch != "function" || dispatch.length !== 2)
              throw new TypeError("invalid interceptor");
          }
        return new Proxy(this, {
          get: (target, key) => key === "dispatch" ? dispatch : target[key]
        });
      }
    };
    module.exports = Dispatcher;
  }
});

// node_modules/undici/lib/handler/unwrap-handler.js
var require_unwrap_handler = __commonJS({
  "node_modules/undici/lib/handler/unwrap-handler.js"(exports, module) {
    "use strict";
    var { parseHeaders } = require_util(), { InvalidArgumentError } = require_errors(), kResume = /* @__PURE__ */ Symbol("resume"), UnwrapController = class {
      #paused = !1;
      #reason = null;
      #aborted = !1;
      #abort;
      [kResume] = null;
      rawHeaders = null;
      rawTrailers = null;
      constructor(abort) {
        this.#abort = abort;
      }
      pause() {
        this.#paused = !0;
      }
      resume() {
        this.#paused && (this.#paused = !1, this[kResume]?.());
      }
      abort(reason) {
        this.#aborted || (this.#aborted = !0, this.#reason = reason, this.#abort(reason));
      }
      get aborted() {
        return this.#aborted;
      }
      get reason() {
        return this.#reason;
      }
      get paused() {
        return this.#paused;
      }
    };
    module.exports = class UnwrapHandler {
      #handler;
      #controller;
      constructor(handler) {
        this.#handler = handler;
      }
      static unwrap(handler) {
        return handler.onRequestStart ? new UnwrapHandler(handler) : handler;
      }
      onConnect(abort, context) {
        this.#controller = new UnwrapController(abort), this.#handler.onRequestStart?.(this.#controller, context);
      }
      onResponseStarted() {
        return this.#handler.onResponseStarted?.();
      }
      onUpgrade(statusCode, rawHeaders, socket) {
        this.#controller.rawHeaders = rawHeaders, this.#handler.onRequestUpgrade?.(this.#controller, statusCode, parseHeaders(rawHeaders), socket);
      }
      onHeaders(statusCode, rawHeaders, resume, statusMessage) {
        return this.#controller[kResume] = resume, this.#controller.rawHeaders = rawHeaders, this.#handler.onResponseStart?.(this.#controller, statusCode, parseHeaders(rawHeaders), statusMessage), !this.#controller.paused;
      }
      onData(data) {
        return this.#handler.onResponseData?.(this.#controller, data), !this.#controller.paused;
      }
      onComplete(rawTrailers) {
        this.#controller.rawTrailers = rawTrailers, this.#handler.onResponseEnd?.(this.#controller, parseHeaders(rawTrailers));
      }
      onError(err) {
        if (!this.#handler.onResponseError)
          throw new InvalidArgumentError("invalid onError method");
        this.#handler.onResponseError?.(this.#controller, err);
      }
    };
  }
});

// node_modules/undici/lib/dispatcher/dispatcher-base.js
var require_dispatcher_base = __commonJS({
  "node_modules/undici/lib/dispatcher/dispatcher-base.js"(exports, module) {
    "use strict";
    var buffer = __require("node:buffer"), Dispatcher = require_dispatcher(), UnwrapHandler = require_unwrap_handler(), {
      ClientDestroyedError,
      ClientClosedError,
      InvalidArgumentError
    } = require_errors(), { kDestroy, kClose, kClosed, kDestroyed, kDispatch } = require_symbols(), kOnDestroyed = /* @__PURE__ */ Symbol("onDestroyed"), kOnClosed = /* @__PURE__ */ Symbol("onClosed"), kWebSocketOptions = /* @__PURE__ */ Symbol("webSocketOptions"), kEventSourceOptions = /* @__PURE__ */ Symbol("eventSourceOptions"), DispatcherBase = class extends Dispatcher {
      /** @type {boolean} */
      [kDestroyed] = !1;
      /** @type {Array<Function|null} */
      [kOnDestroyed] = null;
      /** @type {boolean} */
      [kClosed] = !1;
      /** @type {Array<Function>|null} */
      [kOnClosed] = null;
      /**
       * @param {import('../../types/dispatcher').DispatcherOptions} [opts]
       */
      constructor(opts) {
        super(), this[kWebSocketOptions] = opts?.webSocket ?? {}, this[kEventSourceOptions] = opts?.eventSource ?? {};
      }
      /**
       * @returns {import('../../types/dispatcher').WebSocketOptions}
       */
      get webSocketOptions() {
        return {
          maxFragments: this[kWebSocketOptions].maxFragments ?? 131072,
          maxPayloadSize: this[kWebSocketOptions].maxPayloadSize ?? 128 * 1024 * 1024
          // 128 MB default
        };
      }
      /**
       * @returns {import('../../types/client').Client.EventSourceOptions}
       */
      get eventSourceOptions() {
        return {
          maxEventSize: this[kEventSourceOptions].maxEventSize ?? buffer.kStringMaxLength
        };
      }
      /** @returns {boolean} */
      get destroyed() {
        return this[kDestroyed];
      }
      /** @returns {boolean} */
      get closed() {
        return this[kClosed];
      }
      close(callback) {
        if (callback === void 0)
          return new Promise((resolve2, reject) => {
            this.close((err, data) => err ? reject(err) : resolve2(data));
          });
        if (typeof callback != "function")
          throw new InvalidArgumentError("invalid callback");
        if (this[kDestroyed]) {
          let err = new ClientDestroyedError();
          queueMicrotask(() => callback(err, null));
          return;
        }
        if (this[kClosed]) {
          this[kOnClosed] ? this[kOnClosed].push(callback) : queueMicrotask(() => callback(null, null));
          return;
        }
        this[kClosed] = !0, this[kOnClosed] ??= [], this[kOnClosed].push(callback);
        let onClosed = () => {
          let callbacks = this[kOnClosed];
          this[kOnClosed] = null;
          for (let i = 0; i < callbacks.length; i++)
            callbacks[i](null, null);
        };
        this[kClose]().then(() => this.destroy()).then(() => queueMicrotask(onClosed));
      }
      destroy(err, callback) {
        if (typeof err == "function" && (callback = err, err = null), callback === void 0)
          return new Promise((resolve2, reject) => {
            this.destroy(err, (err2, data) => err2 ? reject(err2) : resolve2(data));
          });
        if (typeof callback != "function")
          throw new InvalidArgumentError("invalid callback");
        if (this[kDestroyed]) {
          this[kOnDestroyed] ? this[kOnDestroyed].push(callback) : queueMicrotask(() => callback(null, null));
          return;
        }
        err || (err = new ClientDestroyedError()), this[kDestroyed] = !0, this[kOnDestroyed] ??= [], this[kOnDestroyed].push(callback);
        let onDestroyed = () => {
          let callbacks = this[kOnDestroyed];
          this[kOnDestroyed] = null;
          for (let i = 0; i < callbacks.length; i++)
            callbacks[i](null, null);
        };
        this[kDestroy](err).then(() => queueMicrotask(onDestroyed));
      }
      dispatch(opts, handler) {
        if (!handler || typeof handler != "object")
          throw new InvalidArgumentError("handler must be an object");
        handler = UnwrapHandler.unwrap(handler);
        try {
          if (!opts || typeof opts != "object")
            throw new InvalidArgumentError("opts must be an object.");
          if (this[kDestroyed] || this[kOnDestroyed])
            throw new ClientDestroyedError();
          if (this[kClosed])
            throw new ClientClosedError();
          return this[kDispatch](opts, handler);
        } catch (err) {
          if (typeof handler.onError != "function")
            throw err;
          return handler.onError(err), !1;
        }
      }
    };
    module.exports = DispatcherBase;
  }
});

// node_modules/undici/lib/util/stats.js
var require_stats = __commonJS({
  "node_modules/undici/lib/util/stats.js"(exports, module) {
    "use strict";
    var {
      kConnected,
      kPending,
      kRunning,
      kSize,
      kFree,
      kQueued
    } = require_symbols(), ClientStats = class {
      constructor(client) {
        this.connected = client[kConnected], this.pending = client[kPending], this.running = client[kRunning], this.size = client[kSize];
      }
    }, PoolStats = class {
      constructor(pool) {
        this.connected = pool[kConnected], this.free = pool[kFree], this.pending = pool[kPending], this.queued = pool[kQueued], this.running = pool[kRunning], this.size = pool[kSize];
      }
    };
    module.exports = { ClientStats, PoolStats };
  }
});

// node_modules/undici/lib/dispatcher/fixed-queue.js
var require_fixed_queue = __commonJS({
  "node_modules/undici/lib/dispatcher/fixed-queue.js"(exports, module) {
    "use strict";
    var FixedCircularBuffer = class {
      /** @type {number} */
      bottom = 0;
      /** @type {number} */
      top = 0;
      /** @type {Array<T|undefined>} */
      list = new Array(2048).fill(void 0);
      /** @type {T|null} */
      next = null;
      /** @returns {boolean} */
      isEmpty() {
        return this.top === this.bottom;
      }
      /** @returns {boolean} */
      isFull() {
        return (this.top + 1 & 2047) === this.bottom;
      }
      /**
       * @param {T} data
       * @returns {void}
       */
      push(data) {
        this.list[this.top] = data, this.top = this.top + 1 & 2047;
      }
      /** @returns {T|null} */
      shift() {
        let nextItem = this.list[this.bottom];
        return nextItem === void 0 ? null : (this.list[this.bottom] = void 0, this.bottom = this.bottom + 1 & 2047, nextItem);
      }
    };
    module.exports = class {
      constructor() {
        this.head = this.tail = new FixedCircularBuffer();
      }
      /** @returns {boolean} */
      isEmpty() {
        return this.head.isEmpty();
      }
      /** @param {T} data */
      push(data) {
        this.head.isFull() && (this.head = this.head.next = new FixedCircularBuffer()), this.head.push(data);
      }
      /** @returns {T|null} */
      shift() {
        let tail = this.tail, next = tail.shift();
        return tail.isEmpty() && tail.next !== null && (this.tail = tail.next, tail.next = null), next;
      }
    };
  }
});

// node_modules/undici/lib/dispatcher/pool-base.js
var require_pool_base = __commonJS({
  "node_modules/undici/lib/dispatcher/pool-base.js"(exports, module) {
    "use strict";
    var { PoolStats } = require_stats(), DispatcherBase = require_dispatcher_base(), FixedQueue = require_fixed_queue(), { kConnected, kSize, kRunning, kPending, kQueued, kBusy, kFree, kUrl, kClose, kDestroy, kDispatch } = require_symbols(), kClients = /* @__PURE__ */ Symbol("clients"), kNeedDrain = /* @__PURE__ */ Symbol("needDrain"), kQueue = /* @__PURE__ */ Symbol("queue"), kClosedResolve = /* @__PURE__ */ Symbol("closed resolve"), kOnDrain = /* @__PURE__ */ Symbol("onDrain"), kOnConnect = /* @__PURE__ */ Symbol("onConnect"), kOnDisconnect = /* @__PURE__ */ Symbol("onDisconnect"), kOnConnectionError = /* @__PURE__ */ Symbol("onConnectionError"), kGetDispatcher = /* @__PURE__ */ Symbol("get dispatcher"), kAddClient = /* @__PURE__ */ Symbol("add client"), kRemoveClient = /* @__PURE__ */ Symbol("remove client"), PoolBase = class extends DispatcherBase {
      [kQueue] = new FixedQueue();
      [kQueued] = 0;
      [kClients] = [];
      [kNeedDrain] = !1;
      [kOnDrain](client, origin, targets) {
        let queue = this[kQueue], needDrain = !1;
        for (; !needDrain; ) {
          let item2 = queue.shift();
          if (!item2)
            break;
          this[kQueued]--, needDrain = !client.dispatch(item2.opts, item2.handler);
        }
        if (client[kNeedDrain] = needDrain, !needDrain && this[kNeedDrain] && (this[kNeedDrain] = !1, this.emit("drain", origin, [this, ...targets])), this[kClosedResolve] && queue.isEmpty()) {
          let closeAll = [];
          for (let i = 0; i < this[kClients].length; i++) {
            let client2 = this[kClients][i];
            client2.destroyed || closeAll.push(client2.close());
          }
          return Promise.all(closeAll).then(this[kClosedResolve]);
        }
      }
      [kOnConnect] = (origin, targets) => {
        this.emit("connect", origin, [this, ...targets]);
      };
      [kOnDisconnect] = (origin, targets, err) => {
        this.emit("disconnect", origin, [this, ...targets], err);
      };
      [kOnConnectionError] = (origin, targets, err) => {
        this.emit("connectionError", origin, [this, ...targets], err);
      };
      get [kBusy]() {
        return this[kNeedDrain];
      }
      get [kConnected]() {
        let ret = 0;
        for (let { [kConnected]: connected } of this[kClients])
          ret += connected;
        return ret;
      }
      get [kFree]() {
        let ret = 0;
        for (let { [kConnected]: connected, [kNeedDrain]: needDrain } of this[kClients])
          ret += connected && !needDrain;
        return ret;
      }
      get [kPending]() {
        let ret = this[kQueued];
        for (let { [kPending]: pending } of this[kClients])
          ret += pending;
        return ret;
      }
      get [kRunning]() {
        let ret = 0;
        for (let { [kRunning]: running } of this[kClients])
          ret += running;
        return ret;
      }
      get [kSize]() {
        let ret = this[kQueued];
        for (let { [kSize]: size } of this[kClients])
          ret += size;
        return ret;
      }
      get stats() {
        return new PoolStats(this);
      }
      [kClose]() {
        if (this[kQueue].isEmpty()) {
          let closeAll = [];
          for (let i = 0; i < this[kClients].length; i++) {
            let client = this[kClients][i];
            client.destroyed || closeAll.push(client.close());
          }
          return Promise.all(closeAll);
        } else
          return new Promise((resolve2) => {
            this[kClosedResolve] = resolve2;
          });
      }
      [kDestroy](err) {
        for (; ; ) {
          let item2 = this[kQueue].shift();
          if (!item2)
            break;
          item2.handler.onError(err);
        }
        let destroyAll = new Array(this[kClients].length);
        for (let i = 0; i < this[kClients].length; i++)
          destroyAll[i] = this[kClients][i].destroy(err);
        return Promise.all(destroyAll);
      }
      [kDispatch](opts, handler) {
        let dispatcher = this[kGetDispatcher]();
        return dispatcher ? dispatcher.dispatch(opts, handler) || (dispatcher[kNeedDrain] = !0, this[kNeedDrain] = !this[kGetDispatcher]()) : (this[kNeedDrain] = !0, this[kQueue].push({ opts, handler }), this[kQueued]++), !this[kNeedDrain];
      }
      [kAddClient](client) {
        return client.on("drain", this[kOnDrain].bind(this, client)).on("connect", this[kOnConnect]).on("disconnect", this[kOnDisconnect]).on("connectionError", this[kOnConnectionError]), this[kClients].push(client), this[kNeedDrain] && queueMicrotask(() => {
          this[kNeedDrain] && this[kOnDrain](client, client[kUrl], [client, this]);
        }), this;
      }
      [kRemoveClient](client) {
        client.close(() => {
          let idx = this[kClients].indexOf(client);
          idx !== -1 && this[kClients].splice(idx, 1);
        }), this[kNeedDrain] = this[kClients].some((dispatcher) => !dispatcher[kNeedDrain] && dispatcher.closed !== !0 && dispatcher.destroyed !== !0);
      }
    };
    module.exports = {
      PoolBase,
      kClients,
      kNeedDrain,
      kAddClient,
      kRemoveClient,
      kGetDispatcher
    };
  }
});

// node_modules/undici/lib/core/diagnostics.js
var require_diagnostics = __commonJS({
  "node_modules/undici/lib/core/diagnostics.js"(exports, module) {
    "use strict";
    var diagnosticsChannel = __require("node:diagnostics_channel"), util = __require("node:util"), undiciDebugLog = util.debuglog("undici"), fetchDebuglog = util.debuglog("fetch"), websocketDebuglog = util.debuglog("websocket"), channels = {
      // Client
      beforeConnect: diagnosticsChannel.channel("undici:client:beforeConnect"),
      connected: diagnosticsChannel.channel("undici:client:connected"),
      connectError: diagnosticsChannel.channel("undici:client:connectError"),
      sendHeaders: diagnosticsChannel.channel("undici:client:sendHeaders"),
      // Request
      create: diagnosticsChannel.channel("undici:request:create"),
      bodySent: diagnosticsChannel.channel("undici:request:bodySent"),
      bodyChunkSent: diagnosticsChannel.channel("undici:request:bodyChunkSent"),
      bodyChunkReceived: diagnosticsChannel.channel("undici:request:bodyChunkReceived"),
      headers: diagnosticsChannel.channel("undici:request:headers"),
      trailers: diagnosticsChannel.channel("undici:request:trailers"),
      error: diagnosticsChannel.channel("undici:request:error"),
      // WebSocket
      open: diagnosticsChannel.channel("undici:websocket:open"),
      close: diagnosticsChannel.channel("undici:websocket:close"),
      socketError: diagnosticsChannel.channel("undici:websocket:socket_error"),
      ping: diagnosticsChannel.channel("undici:websocket:ping"),
      pong: diagnosticsChannel.channel("undici:websocket:pong"),
      // ProxyAgent
      proxyConnected: diagnosticsChannel.channel("undici:proxy:connected")
    }, isTrackingClientEvents = !1;
    function trackClientEvents(debugLog = undiciDebugLog) {
      if (!isTrackingClientEvents) {
        if (channels.beforeConnect.hasSubscribers || channels.connected.hasSubscribers || channels.connectError.hasSubscribers || channels.sendHeaders.hasSubscribers) {
          isTrackingClientEvents = !0;
          return;
        }
        isTrackingClientEvents = !0, diagnosticsChannel.subscribe(
          "undici:client:beforeConnect",
          (evt) => {
            let {
              connectParams: { version, protocol, port, host: host3 }
            } = evt;
            debugLog(
              "connecting to %s%s using %s%s",
              host3,
              port ? `:${port}` : "",
              protocol,
              version
            );
          }
        ), diagnosticsChannel.subscribe(
          "undici:client:connected",
          (evt) => {
            let {
              connectParams: { version, protocol, port, host: host3 }
            } = evt;
            debugLog(
              "connected to %s%s using %s%s",
              host3,
              port ? `:${port}` : "",
              protocol,
              version
            );
          }
        ), diagnosticsChannel.subscribe(
          "undici:client:connectError",
          (evt) => {
            let {
              connectParams: { version, protocol, port, host: host3 },
              error
            } = evt;
            debugLog(
              "connection to %s%s using %s%s errored - %s",
              host3,
              port ? `:${port}` : "",
              protocol,
              version,
              error.message
            );
          }
        ), diagnosticsChannel.subscribe(
          "undici:client:sendHeaders",
          (evt) => {
            let {
              request: { method, path: path2, origin }
            } = evt;
            debugLog("sending request to %s %s%s", method, origin, path2);
          }
        );
      }
    }
    var isTrackingRequestEvents = !1;
    function trackRequestEvents(debugLog = undiciDebugLog) {
      if (!isTrackingRequestEvents) {
        if (channels.headers.hasSubscribers || channels.trailers.hasSubscribers || channels.error.hasSubscribers) {
          isTrackingRequestEvents = !0;
          return;
        }
        isTrackingRequestEvents = !0, diagnosticsChannel.subscribe(
          "undici:request:headers",
          (evt) => {
            let {
              request: { method, path: path2, origin },
              response: { statusCode }
            } = evt;
            debugLog(
              "received response to %s %s%s - HTTP %d",
              method,
              origin,
              path2,
              statusCode
            );
          }
        ), diagnosticsChannel.subscribe(
          "undici:request:trailers",
          (evt) => {
            let {
              request: { method, path: path2, origin }
            } = evt;
            debugLog("trailers received from %s %s%s", method, origin, path2);
          }
        ), diagnosticsChannel.subscribe(
          "undici:request:error",
          (evt) => {
            let {
              request: { method, path: path2, origin },
              error
            } = evt;
            debugLog(
              "request to %s %s%s errored - %s",
              method,
              origin,
              path2,
              error.message
            );
          }
        );
      }
    }
    var isTrackingWebSocketEvents = !1;
    function trackWebSocketEvents(debugLog = websocketDebuglog) {
      if (!isTrackingWebSocketEvents) {
        if (channels.open.hasSubscribers || channels.close.hasSubscribers || channels.socketError.hasSubscribers || channels.ping.hasSubscribers || channels.pong.hasSubscribers) {
          isTrackingWebSocketEvents = !0;
          return;
        }
        isTrackingWebSocketEvents = !0, diagnosticsChannel.subscribe(
          "undici:websocket:open",
          (evt) => {
            if (evt.address != null) {
              let { address, port } = evt.address;
              debugLog("connection opened %s%s", address, port ? `:${port}` : "");
            } else
              debugLog("connection opened");
          }
        ), diagnosticsChannel.subscribe(
          "undici:websocket:close",
          (evt) => {
            let { websocket, code: code2, reason } = evt;
            debugLog(
              "closed connection to %s - %s %s",
              websocket.url,
              code2,
              reason
            );
          }
        ), diagnosticsChannel.subscribe(
          "undici:websocket:socket_error",
          (err) => {
            debugLog("connection errored - %s", err.message);
          }
        ), diagnosticsChannel.subscribe(
          "undici:websocket:ping",
          (evt) => {
            debugLog("ping received");
          }
        ), diagnosticsChannel.subscribe(
          "undici:websocket:pong",
          (evt) => {
            debugLog("pong received");
          }
        );
      }
    }
    (undiciDebugLog.enabled || fetchDebuglog.enabled) && (trackClientEvents(fetchDebuglog.enabled ? fetchDebuglog : undiciDebugLog), trackRequestEvents(fetchDebuglog.enabled ? fetchDebuglog : undiciDebugLog));
    websocketDebuglog.enabled && (trackClientEvents(undiciDebugLog.enabled ? undiciDebugLog : websocketDebuglog), trackWebSocketEvents(websocketDebuglog));
    module.exports = {
      channels
    };
  }
});

// node_modules/undici/lib/core/request.js
var require_request = __commonJS({
  "node_modules/undici/lib/core/request.js"(exports, module) {
    "use strict";
    var {
      InvalidArgumentError,
      NotSupportedError
    } = require_errors(), assert = __require("node:assert"), {
      isValidHTTPToken,
      isValidHeaderValue,
      isStream,
      destroy,
      isBuffer,
      isFormDataLike,
      isIterable,
      hasSafeIterator,
      isBlobLike,
      serializePathWithQuery,
      assertRequestHandler,
      getServerName,
      normalizedMethodRecords,
      getProtocolFromUrlString
    } = require_util(), { channels } = require_diagnostics(), { headerNameLowerCasedRecord } = require_constants2(), invalidPathRegex = /[^\u0021-\u00ff]/;
    function isValidContentLengthHeaderValue(val) {
      if (typeof val != "string" || val.length === 0)
        return !1;
      for (let i = 0; i < val.length; i++) {
        let charCode = val.charCodeAt(i);
        if (charCode < 48 || charCode > 57)
          return !1;
      }
      return !0;
    }
    var kHandler = /* @__PURE__ */ Symbol("handler"), Request = class {
      constructor(origin, {
        path: path2,
        method,
        body,
        headers,
        query,
        idempotent,
        blocking,
        upgrade,
        headersTimeout,
        bodyTimeout,
        reset,
        expectContinue,
        servername,
        throwOnError,
        maxRedirections,
        typeOfService
      }, handler) {
        if (typeof path2 != "string")
          throw new InvalidArgumentError("path must be a string");
        if (path2[0] !== "/" && !(path2.startsWith("http://") || path2.startsWith("https://")) && method !== "CONNECT")
          throw new InvalidArgumentError("path must be an absolute URL or start with a slash");
        if (invalidPathRegex.test(path2))
          throw new InvalidArgumentError("invalid request path");
        if (typeof method != "string")
          throw new InvalidArgumentError("method must be a string");
        if (normalizedMethodRecords[method] === void 0 && !isValidHTTPToken(method))
          throw new InvalidArgumentError("invalid request method");
        if (upgrade && typeof upgrade != "string")
          throw new InvalidArgumentError("upgrade must be a string");
        if (upgrade && !isValidHeaderValue(upgrade))
          throw new InvalidArgumentError("invalid upgrade header");
        if (headersTimeout != null && (!Number.isFinite(headersTimeout) || headersTimeout < 0))
          throw new InvalidArgumentError("invalid headersTimeout");
        if (bodyTimeout != null && (!Number.isFinite(bodyTimeout) || bodyTimeout < 0))
          throw new InvalidArgumentError("invalid bodyTimeout");
        if (reset != null && typeof reset != "boolean")
          throw new InvalidArgumentError("invalid reset");
        if (expectContinue != null && typeof expectContinue != "boolean")
          throw new InvalidArgumentError("invalid expectContinue");
        if (throwOnError != null)
          throw new InvalidArgumentError("invalid throwOnError");
        if (maxRedirections != null && maxRedirections !== 0)
          throw new InvalidArgumentError("maxRedirections is not supported, use the redirect interceptor");
        if (typeOfService != null && (!Number.isInteger(typeOfService) || typeOfService < 0 || typeOfService > 255))
          throw new InvalidArgumentError("typeOfService must be an integer between 0 and 255");
        if (this.headersTimeout = headersTimeout, this.bodyTimeout = bodyTimeout, this.method = method, this.typeOfService = typeOfService, this.abort = null, body == null)
          this.body = null;
        else if (isStream(body)) {
          this.body = body;
          let rState = this.body._readableState;
          (!rState || !rState.autoDestroy) && (this.endHandler = function() {
            destroy(this);
          }, this.body.on("end", this.endHandler)), this.errorHandler = (err) => {
            this.abort ? this.abort(err) : this.error = err;
          }, this.body.on("error", this.errorHandler);
        } else if (isBuffer(body))
          this.body = body.byteLength ? body : null;
        else if (ArrayBuffer.isView(body))
          this.body = body.buffer.byteLength ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : null;
        else if (body instanceof ArrayBuffer)
          this.body = body.byteLength ? Buffer.from(body) : null;
        else if (typeof body == "string")
          this.body = body.length ? Buffer.from(body) : null;
        else if (isFormDataLike(body) || isIterable(body) || isBlobLike(body))
          this.body = body;
        else
          throw new InvalidArgumentError("body must be a string, a Buffer, a Readable stream, an iterable, or an async iterable");
        if (this.completed = !1, this.aborted = !1, this.upgrade = upgrade || null, this.path = query ? serializePathWithQuery(path2, query) : path2, this.origin = origin, this.protocol = getProtocolFromUrlString(origin), this.idempotent = idempotent ?? (method === "HEAD" || method === "GET"), this.blocking = blocking ?? this.method !== "HEAD", this.reset = reset ?? null, this.host = null, this.contentLength = null, this.contentType = null, this.headers = [], this.expectContinue = expectContinue ?? !1, Array.isArray(headers)) {
          if (headers.length % 2 !== 0)
            throw new InvalidArgumentError("headers array must be even");
          for (let i = 0; i < headers.length; i += 2)
            processHeader(this, headers[i], headers[i + 1]);
        } else if (headers && typeof headers == "object")
          if (hasSafeIterator(headers))
            for (let header2 of headers) {
              if (!Array.isArray(header2) || header2.length !== 2)
                throw new InvalidArgumentError("headers must be in key-value pair format");
              processHeader(this, header2[0], header2[1]);
            }
          else {
            let keys = Object.keys(headers);
            for (let i = 0; i < keys.length; ++i)
              processHeader(this, keys[i], headers[keys[i]]);
          }
        else if (headers != null)
          throw new InvalidArgumentError("headers must be an object or an array");
        assertRequestHandler(handler, method, upgrade), this.servername = servername || getServerName(this.host) || null, this[kHandler] = handler, channels.create.hasSubscribers && channels.create.publish({ request: this });
      }
      onBodySent(chunk) {
        if (channels.bodyChunkSent.hasSubscribers && channels.bodyChunkSent.publish({ request: this, chunk }), this[kHandler].onBodySent)
          try {
            return this[kHandler].onBodySent(chunk);
          } catch (err) {
            this.abort(err);
          }
      }
      onRequestSent() {
        if (channels.bodySent.hasSubscribers && channels.bodySent.publish({ request: this }), this[kHandler].onRequestSent)
          try {
            return this[kHandler].onRequestSent();
          } catch (err) {
            this.abort(err);
          }
      }
      onConnect(abort) {
        if (assert(!this.aborted), assert(!this.completed), this.error)
          abort(this.error);
        else
          return this.abort = abort, this[kHandler].onConnect(abort);
      }
      onResponseStarted() {
        return this[kHandler].onResponseStarted?.();
      }
      onHeaders(statusCode, headers, resume, statusText) {
        assert(!this.aborted), assert(!this.completed), channels.headers.hasSubscribers && channels.headers.publish({ request: this, response: { statusCode, headers, statusText } });
        try {
          return this[kHandler].onHeaders(statusCode, headers, resume, statusText);
        } catch (err) {
          this.abort(err);
        }
      }
      onData(chunk) {
        assert(!this.aborted), assert(!this.completed), channels.bodyChunkReceived.hasSubscribers && channels.bodyChunkReceived.publish({ request: this, chunk });
        try {
          return this[kHandler].onData(chunk);
        } catch (err) {
          return this.abort(err), !1;
        }
      }
      /**
       * @param {number} statusCode
       * @param {Buffer[]|string[]} headers
       * @param {import('node:stream').Duplex} socket
       * @param {string} [statusText]
       */
      onUpgrade(statusCode, headers, socket, statusText = "") {
        this.onFinally(), assert(!this.aborted), assert(!this.completed), channels.headers.hasSubscribers && channels.headers.publish({ request: this, response: { statusCode, headers, statusText } });
        let result = this[kHandler].onUpgrade(statusCode, headers, socket);
        return this.aborted || (this.completed = !0, channels.trailers.hasSubscribers && channels.trailers.publish({ request: this, trailers: [] })), result;
      }
      onComplete(trailers) {
        this.onFinally(), assert(!this.aborted), assert(!this.completed), this.completed = !0, channels.trailers.hasSubscribers && channels.trailers.publish({ request: this, trailers });
        try {
          return this[kHandler].onComplete(trailers);
        } catch (err) {
          this.onError(err);
        }
      }
      onError(error) {
        if (this.onFinally(), channels.error.hasSubscribers && channels.error.publish({ request: this, error }), !this.aborted)
          return this.aborted = !0, this[kHandler].onError(error);
      }
      onFinally() {
        this.errorHandler && (this.body.off("error", this.errorHandler), this.errorHandler = null), this.endHandler && (this.body.off("end", this.endHandler), this.endHandler = null);
      }
      addHeader(key, value) {
        return processHeader(this, key, value), this;
      }
    };
    function processHeader(request, key, val) {
      if (val && typeof val == "object" && !Array.isArray(val))
        throw new InvalidArgumentError(`invalid ${key} header`);
      if (val === void 0)
        return;
      let headerName = headerNameLowerCasedRecord[key];
      if (headerName === void 0 && (headerName = key.toLowerCase(), headerNameLowerCasedRecord[headerName] === void 0 && !isValidHTTPToken(headerName)))
        throw new InvalidArgumentError("invalid header key");
      if (Array.isArray(val)) {
        let arr = [];
        for (let i = 0; i < val.length; i++)
          if (typeof val[i] == "string") {
            if (!isValidHeaderValue(val[i]))
              throw new InvalidArgumentError(`invalid ${key} header`);
            arr.push(val[i]);
          } else if (val[i] === null)
            arr.push("");
          else {
            if (typeof val[i] == "object")
              throw new InvalidArgumentError(`invalid ${key} header`);
            {
              let str = `${val[i]}`;
              if (!isValidHeaderValue(str))
                throw new InvalidArgumentError(`invalid ${key} header`);
              arr.push(str);
            }
          }
        val = arr;
      } else if (typeof val == "string") {
        if (!isValidHeaderValue(val))
          throw new InvalidArgumentError(`invalid ${key} header`);
      } else if (val === null)
        val = "";
      else if (val = `${val}`, !isValidHeaderValue(val))
        throw new InvalidArgumentError(`invalid ${key} header`);
      if (headerName === "host") {
        if (request.host !== null)
          throw new InvalidArgumentError("duplicate host header");
        if (typeof val != "string")
          throw new InvalidArgumentError("invalid host header");
        request.host = val;
      } else if (headerName === "content-length") {
        if (request.contentLength !== null)
          throw new InvalidArgumentError("duplicate content-length header");
        if (!isValidContentLengthHeaderValue(val))
          throw new InvalidArgumentError("invalid content-length header");
        request.contentLength = parseInt(val, 10);
      } else if (request.contentType === null && headerName === "content-type")
        request.contentType = val, request.headers.push(key, val);
      else {
        if (headerName === "transfer-encoding" || headerName === "keep-alive" || headerName === "upgrade")
          throw new InvalidArgumentError(`invalid ${headerName} header`);
        if (headerName === "connection") {
          let value = typeof val == "string" ? val : null;
          if (value === null)
            throw new InvalidArgumentError("invalid connection header");
          for (let token of value.toLowerCase().split(",")) {
            let trimmed2 = token.trim();
            if (!isValidHTTPToken(trimmed2))
              throw new InvalidArgumentError("invalid connection header");
            trimmed2 === "close" && (request.reset = !0);
          }
        } else {
          if (headerName === "expect")
            throw new NotSupportedError("expect header not supported");
          request.headers.push(key, val);
        }
      }
    }
    module.exports = Request;
  }
});

// node_modules/undici/lib/core/connect.js
var require_connect = __commonJS({
  "node_modules/undici/lib/core/connect.js"(exports, module) {
    "use strict";
    var net = __require("node:net"), assert = __require("node:assert"), util = require_util(), { InvalidArgumentError } = require_errors(), tls, SessionCache = class {
      constructor(maxCachedSessions) {
        this._maxCachedSessions = maxCachedSessions, this._sessionCache = /* @__PURE__ */ new Map(), this._sessionRegistry = new FinalizationRegistry((key) => {
          if (this._sessionCache.size < this._maxCachedSessions)
            return;
          let ref = this._sessionCache.get(key);
          ref !== void 0 && ref.deref() === void 0 && this._sessionCache.delete(key);
        });
      }
      get(sessionKey) {
        let ref = this._sessionCache.get(sessionKey);
        return ref ? ref.deref() : null;
      }
      set(sessionKey, session) {
        if (this._maxCachedSessions !== 0) {
          if (this._sessionCache.has(sessionKey))
            this._sessionCache.delete(sessionKey);
          else if (this._sessionCache.size >= this._maxCachedSessions) {
            let evicted = !1;
            for (let [key, ref] of this._sessionCache)
              if (ref.deref() === void 0) {
                this._sessionCache.delete(key), evicted = !0;
                break;
              }
            if (!evicted) {
              let oldest = this._sessionCache.keys().next();
              oldest.done || this._sessionCache.delete(oldest.value);
            }
          }
          this._sessionCache.set(sessionKey, new WeakRef(session)), this._sessionRegistry.register(session, sessionKey);
        }
      }
    };
    function buildConnector({ allowH2, useH2c, maxCachedSessions, socketPath, timeout, session: customSession, ...opts }) {
      if (maxCachedSessions != null && (!Number.isInteger(maxCachedSessions) || maxCachedSessions < 0))
        throw new InvalidArgumentError("maxCachedSessions must be a positive integer or zero");
      let options = { path: socketPath, ...opts }, sessionCache = new SessionCache(maxCachedSessions ?? 100);
      return timeout = timeout ?? 1e4, allowH2 = allowH2 ?? !1, function({ hostname, host: host3, protocol, port, servername, localAddress, httpSocket }, callback) {
        let socket;
        if (protocol === "https:") {
          tls || (tls = __require("node:tls")), servername = servername || options.servername || util.getServerName(host3) || null;
          let sessionKey = servername || hostname;
          assert(sessionKey);
          let session = customSession || sessionCache.get(sessionKey) || null;
          port = port || 443, socket = tls.connect({
            highWaterMark: 16384,
            // TLS in node can't have bigger HWM anyway...
            ...options,
            servername,
            session,
            localAddress,
            ALPNProtocols: allowH2 ? ["http/1.1", "h2"] : ["http/1.1"],
            socket: httpSocket,
            // upgrade socket connection
            port,
            host: hostname
          }), socket.on("session", function(session2) {
            sessionCache.set(sessionKey, session2);
          });
        } else
          assert(!httpSocket, "httpSocket can only be sent on TLS update"), port = port || 80, socket = net.connect({
            highWaterMark: 64 * 1024,
            // Same as nodejs fs streams.
            ...options,
            localAddress,
            port,
            host: hostname
          }), useH2c === !0 && (socket.alpnProtocol = "h2");
        if (options.keepAlive == null || options.keepAlive) {
          let keepAliveInitialDelay = options.keepAliveInitialDelay === void 0 ? 6e4 : options.keepAliveInitialDelay;
          socket.setKeepAlive(!0, keepAliveInitialDelay);
        }
        let clearConnectTimeout = util.setupConnectTimeout(new WeakRef(socket), { timeout, hostname, port });
        return socket.setNoDelay(!0).once(protocol === "https:" ? "secureConnect" : "connect", function() {
          if (queueMicrotask(clearConnectTimeout), callback) {
            let cb = callback;
            callback = null, cb(null, this);
          }
        }).on("error", function(err) {
          if (queueMicrotask(clearConnectTimeout), callback) {
            let cb = callback;
            callback = null, cb(err);
          }
        }), socket;
      };
    }
    module.exports = buildConnector;
  }
});

// node_modules/undici/lib/llhttp/utils.js
var require_utils2 = __commonJS({
  "node_modules/undici/lib/llhttp/utils.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.enumToMap = enumToMap;
    function enumToMap(obj, filter = [], exceptions = []) {
      let emptyFilter = (filter?.length ?? 0) === 0, emptyExceptions = (exceptions?.length ?? 0) === 0;
      return Object.fromEntries(Object.entries(obj).filter(([, value]) => typeof value == "number" && (emptyFilter || filter.includes(value)) && (emptyExceptions || !exceptions.includes(value))));
    }
  }
});

// node_modules/undici/lib/llhttp/constants.js
var require_constants3 = __commonJS({
  "node_modules/undici/lib/llhttp/constants.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.SPECIAL_HEADERS = exports.MINOR = exports.MAJOR = exports.HTAB_SP_VCHAR_OBS_TEXT = exports.QUOTED_STRING = exports.CONNECTION_TOKEN_CHARS = exports.HEADER_CHARS = exports.TOKEN = exports.HEX = exports.URL_CHAR = exports.USERINFO_CHARS = exports.MARK = exports.ALPHANUM = exports.NUM = exports.HEX_MAP = exports.NUM_MAP = exports.ALPHA = exports.STATUSES_HTTP = exports.H_METHOD_MAP = exports.METHOD_MAP = exports.METHODS_RTSP = exports.METHODS_ICE = exports.METHODS_HTTP = exports.HEADER_STATE = exports.FINISH = exports.STATUSES = exports.METHODS = exports.LENIENT_FLAGS = exports.FLAGS = exports.TYPE = exports.ERROR = void 0;
    var utils_1 = require_utils2();
    exports.ERROR = {
      OK: 0,
      INTERNAL: 1,
      STRICT: 2,
      CR_EXPECTED: 25,
      LF_EXPECTED: 3,
      UNEXPECTED_CONTENT_LENGTH: 4,
      UNEXPECTED_SPACE: 30,
      CLOSED_CONNECTION: 5,
      INVALID_METHOD: 6,
      INVALID_URL: 7,
      INVALID_CONSTANT: 8,
      INVALID_VERSION: 9,
      INVALID_HEADER_TOKEN: 10,
      INVALID_CONTENT_LENGTH: 11,
      INVALID_CHUNK_SIZE: 12,
      INVALID_STATUS: 13,
      INVALID_EOF_STATE: 14,
      INVALID_TRANSFER_ENCODING: 15,
      CB_MESSAGE_BEGIN: 16,
      CB_HEADERS_COMPLETE: 17,
      CB_MESSAGE_COMPLETE: 18,
      CB_CHUNK_HEADER: 19,
      CB_CHUNK_COMPLETE: 20,
      PAUSED: 21,
      PAUSED_UPGRADE: 22,
      PAUSED_H2_UPGRADE: 23,
      USER: 24,
      CB_URL_COMPLETE: 26,
      CB_STATUS_COMPLETE: 27,
      CB_METHOD_COMPLETE: 32,
      CB_VERSION_COMPLETE: 33,
      CB_HEADER_FIELD_COMPLETE: 28,
      CB_HEADER_VALUE_COMPLETE: 29,
      CB_CHUNK_EXTENSION_NAME_COMPLETE: 34,
      CB_CHUNK_EXTENSION_VALUE_COMPLETE: 35,
      CB_RESET: 31,
      CB_PROTOCOL_COMPLETE: 38
    };
    exports.TYPE = {
      BOTH: 0,
      // default
      REQUEST: 1,
      RESPONSE: 2
    };
    exports.FLAGS = {
      CONNECTION_KEEP_ALIVE: 1,
      CONNECTION_CLOSE: 2,
      CONNECTION_UPGRADE: 4,
      CHUNKED: 8,
      UPGRADE: 16,
      CONTENT_LENGTH: 32,
      SKIPBODY: 64,
      TRAILING: 128,
      // 1 << 8 is unused
      TRANSFER_ENCODING: 512
    };
    exports.LENIENT_FLAGS = {
      HEADERS: 1,
      CHUNKED_LENGTH: 2,
      KEEP_ALIVE: 4,
      TRANSFER_ENCODING: 8,
      VERSION: 16,
      DATA_AFTER_CLOSE: 32,
      OPTIONAL_LF_AFTER_CR: 64,
      OPTIONAL_CRLF_AFTER_CHUNK: 128,
      OPTIONAL_CR_BEFORE_LF: 256,
      SPACES_AFTER_CHUNK_SIZE: 512
    };
    exports.METHODS = {
      DELETE: 0,
      GET: 1,
      HEAD: 2,
      POST: 3,
      PUT: 4,
      /* pathological */
      CONNECT: 5,
      OPTIONS: 6,
      TRACE: 7,
      /* WebDAV */
      COPY: 8,
      LOCK: 9,
      MKCOL: 10,
      MOVE: 11,
      PROPFIND: 12,
      PROPPATCH: 13,
      SEARCH: 14,
      UNLOCK: 15,
      BIND: 16,
      REBIND: 17,
      UNBIND: 18,
      ACL: 19,
      /* subversion */
      REPORT: 20,
      MKACTIVITY: 21,
      CHECKOUT: 22,
      MERGE: 23,
      /* upnp */
      "M-SEARCH": 24,
      NOTIFY: 25,
      SUBSCRIBE: 26,
      UNSUBSCRIBE: 27,
      /* RFC-5789 */
      PATCH: 28,
      PURGE: 29,
      /* CalDAV */
      MKCALENDAR: 30,
      /* RFC-2068, section 19.6.1.2 */
      LINK: 31,
      UNLINK: 32,
      /* icecast */
      SOURCE: 33,
      /* RFC-7540, section 11.6 */
      PRI: 34,
      /* RFC-2326 RTSP */
      DESCRIBE: 35,
      ANNOUNCE: 36,
      SETUP: 37,
      PLAY: 38,
      PAUSE: 39,
      TEARDOWN: 40,
      GET_PARAMETER: 41,
      SET_PARAMETER: 42,
      REDIRECT: 43,
      RECORD: 44,
      /* RAOP */
      FLUSH: 45,
      /* DRAFT https://www.ietf.org/archive/id/draft-ietf-httpbis-safe-method-w-body-02.html */
      QUERY: 46
    };
    exports.STATUSES = {
      CONTINUE: 100,
      SWITCHING_PROTOCOLS: 101,
      PROCESSING: 102,
      EARLY_HINTS: 103,
      RESPONSE_IS_STALE: 110,
      // Unofficial
      REVALIDATION_FAILED: 111,
      // Unofficial
      DISCONNECTED_OPERATION: 112,
      // Unofficial
      HEURISTIC_EXPIRATION: 113,
      // Unofficial
      MISCELLANEOUS_WARNING: 199,
      // Unofficial
      OK: 200,
      CREATED: 201,
      ACCEPTED: 202,
      NON_AUTHORITATIVE_INFORMATION: 203,
      NO_CONTENT: 204,
      RESET_CONTENT: 205,
      PARTIAL_CONTENT: 206,
      MULTI_STATUS: 207,
      ALREADY_REPORTED: 208,
      TRANSFORMATION_APPLIED: 214,
      // Unofficial
      IM_USED: 226,
      MISCELLANEOUS_PERSISTENT_WARNING: 299,
      // Unofficial
      MULTIPLE_CHOICES: 300,
      MOVED_PERMANENTLY: 301,
      FOUND: 302,
      SEE_OTHER: 303,
      NOT_MODIFIED: 304,
      USE_PROXY: 305,
      SWITCH_PROXY: 306,
      // No longer used
      TEMPORARY_REDIRECT: 307,
      PERMANENT_REDIRECT: 308,
      BAD_REQUEST: 400,
      UNAUTHORIZED: 401,
      PAYMENT_REQUIRED: 402,
      FORBIDDEN: 403,
      NOT_FOUND: 404,
      METHOD_NOT_ALLOWED: 405,
      NOT_ACCEPTABLE: 406,
      PROXY_AUTHENTICATION_REQUIRED: 407,
      REQUEST_TIMEOUT: 408,
      CONFLICT: 409,
      GONE: 410,
      LENGTH_REQUIRED: 411,
      PRECONDITION_FAILED: 412,
      PAYLOAD_TOO_LARGE: 413,
      URI_TOO_LONG: 414,
      UNSUPPORTED_MEDIA_TYPE: 415,
      RANGE_NOT_SATISFIABLE: 416,
      EXPECTATION_FAILED: 417,
      IM_A_TEAPOT: 418,
      PAGE_EXPIRED: 419,
      // Unofficial
      ENHANCE_YOUR_CALM: 420,
      // Unofficial
      MISDIRECTED_REQUEST: 421,
      UNPROCESSABLE_ENTITY: 422,
      LOCKED: 423,
      FAILED_DEPENDENCY: 424,
      TOO_EARLY: 425,
      UPGRADE_REQUIRED: 426,
      PRECONDITION_REQUIRED: 428,
      TOO_MANY_REQUESTS: 429,
      REQUEST_HEADER_FIELDS_TOO_LARGE_UNOFFICIAL: 430,
      // Unofficial
      REQUEST_HEADER_FIELDS_TOO_LARGE: 431,
      LOGIN_TIMEOUT: 440,
      // Unofficial
      NO_RESPONSE: 444,
      // Unofficial
      RETRY_WITH: 449,
      // Unofficial
      BLOCKED_BY_PARENTAL_CONTROL: 450,
      // Unofficial
      UNAVAILABLE_FOR_LEGAL_REASONS: 451,
      CLIENT_CLOSED_LOAD_BALANCED_REQUEST: 460,
      // Unofficial
      INVALID_X_FORWARDED_FOR: 463,
      // Unofficial
      REQUEST_HEADER_TOO_LARGE: 494,
      // Unofficial
      SSL_CERTIFICATE_ERROR: 495,
      // Unofficial
      SSL_CERTIFICATE_REQUIRED: 496,
      // Unofficial
      HTTP_REQUEST_SENT_TO_HTTPS_PORT: 497,
      // Unofficial
      INVALID_TOKEN: 498,
      // Unofficial
      CLIENT_CLOSED_REQUEST: 499,
      // Unofficial
      INTERNAL_SERVER_ERROR: 500,
      NOT_IMPLEMENTED: 501,
      BAD_GATEWAY: 502,
      SERVICE_UNAVAILABLE: 503,
      GATEWAY_TIMEOUT: 504,
      HTTP_VERSION_NOT_SUPPORTED: 505,
      VARIANT_ALSO_NEGOTIATES: 506,
      INSUFFICIENT_STORAGE: 507,
      LOOP_DETECTED: 508,
      BANDWIDTH_LIMIT_EXCEEDED: 509,
      NOT_EXTENDED: 510,
      NETWORK_AUTHENTICATION_REQUIRED: 511,
      WEB_SERVER_UNKNOWN_ERROR: 520,
      // Unofficial
      WEB_SERVER_IS_DOWN: 521,
      // Unofficial
      CONNECTION_TIMEOUT: 522,
      // Unofficial
      ORIGIN_IS_UNREACHABLE: 523,
      // Unofficial
      TIMEOUT_OCCURED: 524,
      // Unofficial
      SSL_HANDSHAKE_FAILED: 525,
      // Unofficial
      INVALID_SSL_CERTIFICATE: 526,
      // Unofficial
      RAILGUN_ERROR: 527,
      // Unofficial
      SITE_IS_OVERLOADED: 529,
      // Unofficial
      SITE_IS_FROZEN: 530,
      // Unofficial
      IDENTITY_PROVIDER_AUTHENTICATION_ERROR: 561,
      // Unofficial
      NETWORK_READ_TIMEOUT: 598,
      // Unofficial
      NETWORK_CONNECT_TIMEOUT: 599
      // Unofficial
    };
    exports.FINISH = {
      SAFE: 0,
      SAFE_WITH_CB: 1,
      UNSAFE: 2
    };
    exports.HEADER_STATE = {
      GENERAL: 0,
      CONNECTION: 1,
      CONTENT_LENGTH: 2,
      TRANSFER_ENCODING: 3,
      UPGRADE: 4,
      CONNECTION_KEEP_ALIVE: 5,
      CONNECTION_CLOSE: 6,
      CONNECTION_UPGRADE: 7,
      TRANSFER_ENCODING_CHUNKED: 8
    };
    exports.METHODS_HTTP = [
      exports.METHODS.DELETE,
      exports.METHODS.GET,
      exports.METHODS.HEAD,
      exports.METHODS.POST,
      exports.METHODS.PUT,
      exports.METHODS.CONNECT,
      exports.METHODS.OPTIONS,
      exports.METHODS.TRACE,
      exports.METHODS.COPY,
      exports.METHODS.LOCK,
      exports.METHODS.MKCOL,
      exports.METHODS.MOVE,
      exports.METHODS.PROPFIND,
      exports.METHODS.PROPPATCH,
      exports.METHODS.SEARCH,
      exports.METHODS.UNLOCK,
      exports.METHODS.BIND,
      exports.METHODS.REBIND,
      exports.METHODS.UNBIND,
      exports.METHODS.ACL,
      exports.METHODS.REPORT,
      exports.METHODS.MKACTIVITY,
      exports.METHODS.CHECKOUT,
      exports.METHODS.MERGE,
      exports.METHODS["M-SEARCH"],
      exports.METHODS.NOTIFY,
      exports.METHODS.SUBSCRIBE,
      exports.METHODS.UNSUBSCRIBE,
      exports.METHODS.PATCH,
      exports.METHODS.PURGE,
      exports.METHODS.MKCALENDAR,
      exports.METHODS.LINK,
      exports.METHODS.UNLINK,
      exports.METHODS.PRI,
      // TODO(indutny): should we allow it with HTTP?
      exports.METHODS.SOURCE,
      exports.METHODS.QUERY
    ];
    exports.METHODS_ICE = [
      exports.METHODS.SOURCE
    ];
    exports.METHODS_RTSP = [
      exports.METHODS.OPTIONS,
      exports.METHODS.DESCRIBE,
      exports.METHODS.ANNOUNCE,
      exports.METHODS.SETUP,
      exports.METHODS.PLAY,
      exports.METHODS.PAUSE,
      exports.METHODS.TEARDOWN,
      exports.METHODS.GET_PARAMETER,
      exports.METHODS.SET_PARAMETER,
      exports.METHODS.REDIRECT,
      exports.METHODS.RECORD,
      exports.METHODS.FLUSH,
      // For AirPlay
      exports.METHODS.GET,
      exports.METHODS.POST
    ];
    exports.METHOD_MAP = (0, utils_1.enumToMap)(exports.METHODS);
    exports.H_METHOD_MAP = Object.fromEntries(Object.entries(exports.METHODS).filter(([k]) => k.startsWith("H")));
    exports.STATUSES_HTTP = [
      exports.STATUSES.CONTINUE,
      exports.STATUSES.SWITCHING_PROTOCOLS,
      exports.STATUSES.PROCESSING,
      exports.STATUSES.EARLY_HINTS,
      exports.STATUSES.RESPONSE_IS_STALE,
      exports.STATUSES.REVALIDATION_FAILED,
      exports.STATUSES.DISCONNECTED_OPERATION,
      exports.STATUSES.HEURISTIC_EXPIRATION,
      exports.STATUSES.MISCELLANEOUS_WARNING,
      exports.STATUSES.OK,
      exports.STATUSES.CREATED,
      exports.STATUSES.ACCEPTED,
      exports.STATUSES.NON_AUTHORITATIVE_INFORMATION,
      exports.STATUSES.NO_CONTENT,
      exports.STATUSES.RESET_CONTENT,
      exports.STATUSES.PARTIAL_CONTENT,
      exports.STATUSES.MULTI_STATUS,
      exports.STATUSES.ALREADY_REPORTED,
      exports.STATUSES.TRANSFORMATION_APPLIED,
      exports.STATUSES.IM_USED,
      exports.STATUSES.MISCELLANEOUS_PERSISTENT_WARNING,
      exports.STATUSES.MULTIPLE_CHOICES,
      exports.STATUSES.MOVED_PERMANENTLY,
      exports.STATUSES.FOUND,
      exports.STATUSES.SEE_OTHER,
      exports.STATUSES.NOT_MODIFIED,
      exports.STATUSES.USE_PROXY,
      exports.STATUSES.SWITCH_PROXY,
      exports.STATUSES.TEMPORARY_REDIRECT,
      exports.STATUSES.PERMANENT_REDIRECT,
      exports.STATUSES.BAD_REQUEST,
      exports.STATUSES.UNAUTHORIZED,
      exports.STATUSES.PAYMENT_REQUIRED,
      exports.STATUSES.FORBIDDEN,
      exports.STATUSES.NOT_FOUND,
      exports.STATUSES.METHOD_NOT_ALLOWED,
      exports.STATUSES.NOT_ACCEPTABLE,
      exports.STATUSES.PROXY_AUTHENTICATION_REQUIRED,
      exports.STATUSES.REQUEST_TIMEOUT,
      exports.STATUSES.CONFLICT,
      exports.STATUSES.GONE,
      exports.STATUSES.LENGTH_REQUIRED,
      exports.STATUSES.PRECONDITION_FAILED,
      exports.STATUSES.PAYLOAD_TOO_LARGE,
      exports.STATUSES.URI_TOO_LONG,
      exports.STATUSES.UNSUPPORTED_MEDIA_TYPE,
      exports.STATUSES.RANGE_NOT_SATISFIABLE,
      exports.STATUSES.EXPECTATION_FAILED,
      exports.STATUSES.IM_A_TEAPOT,
      exports.STATUSES.PAGE_EXPIRED,
      exports.STATUSES.ENHANCE_YOUR_CALM,
      exports.STATUSES.MISDIRECTED_REQUEST,
      exports.STATUSES.UNPROCESSABLE_ENTITY,
      exports.STATUSES.LOCKED,
      exports.STATUSES.FAILED_DEPENDENCY,
      exports.STATUSES.TOO_EARLY,
      exports.STATUSES.UPGRADE_REQUIRED,
      exports.STATUSES.PRECONDITION_REQUIRED,
      exports.STATUSES.TOO_MANY_REQUESTS,
      exports.STATUSES.REQUEST_HEADER_FIELDS_TOO_LARGE_UNOFFICIAL,
      exports.STATUSES.REQUEST_HEADER_FIELDS_TOO_LARGE,
      exports.STATUSES.LOGIN_TIMEOUT,
      exports.STATUSES.NO_RESPONSE,
      exports.STATUSES.RETRY_WITH,
      exports.STATUSES.BLOCKED_BY_PARENTAL_CONTROL,
      exports.STATUSES.UNAVAILABLE_FOR_LEGAL_REASONS,
      exports.STATUSES.CLIENT_CLOSED_LOAD_BALANCED_REQUEST,
      exports.STATUSES.INVALID_X_FORWARDED_FOR,
      exports.STATUSES.REQUEST_HEADER_TOO_LARGE,
      exports.STATUSES.SSL_CERTIFICATE_ERROR,
      exports.STATUSES.SSL_CERTIFICATE_REQUIRED,
      exports.STATUSES.HTTP_REQUEST_SENT_TO_HTTPS_PORT,
      exports.STATUSES.INVALID_TOKEN,
      exports.STATUSES.CLIENT_CLOSED_REQUEST,
      exports.STATUSES.INTERNAL_SERVER_ERROR,
      exports.STATUSES.NOT_IMPLEMENTED,
      exports.STATUSES.BAD_GATEWAY,
      exports.STATUSES.SERVICE_UNAVAILABLE,
      exports.STATUSES.GATEWAY_TIMEOUT,
      exports.STATUSES.HTTP_VERSION_NOT_SUPPORTED,
      exports.STATUSES.VARIANT_ALSO_NEGOTIATES,
      exports.STATUSES.INSUFFICIENT_STORAGE,
      exports.STATUSES.LOOP_DETECTED,
      exports.STATUSES.BANDWIDTH_LIMIT_EXCEEDED,
      exports.STATUSES.NOT_EXTENDED,
      exports.STATUSES.NETWORK_AUTHENTICATION_REQUIRED,
      exports.STATUSES.WEB_SERVER_UNKNOWN_ERROR,
      exports.STATUSES.WEB_SERVER_IS_DOWN,
      exports.STATUSES.CONNECTION_TIMEOUT,
      exports.STATUSES.ORIGIN_IS_UNREACHABLE,
      exports.STATUSES.TIMEOUT_OCCURED,
      exports.STATUSES.SSL_HANDSHAKE_FAILED,
      exports.STATUSES.INVALID_SSL_CERTIFICATE,
      exports.STATUSES.RAILGUN_ERROR,
      exports.STATUSES.SITE_IS_OVERLOADED,
      exports.STATUSES.SITE_IS_FROZEN,
      exports.STATUSES.IDENTITY_PROVIDER_AUTHENTICATION_ERROR,
      exports.STATUSES.NETWORK_READ_TIMEOUT,
      exports.STATUSES.NETWORK_CONNECT_TIMEOUT
    ];
    exports.ALPHA = [];
    for (let i = 65; i <= 90; i++)
      exports.ALPHA.push(String.fromCharCode(i)), exports.ALPHA.push(String.fromCharCode(i + 32));
    exports.NUM_MAP = {
      0: 0,
      1: 1,
      2: 2,
      3: 3,
      4: 4,
      5: 5,
      6: 6,
      7: 7,
      8: 8,
      9: 9
    };
    exports.HEX_MAP = {
      0: 0,
      1: 1,
      2: 2,
      3: 3,
      4: 4,
      5: 5,
      6: 6,
      7: 7,
      8: 8,
      9: 9,
      A: 10,
      B: 11,
      C: 12,
      D: 13,
      E: 14,
      F: 15,
      a: 10,
      b: 11,
      c: 12,
      d: 13,
      e: 14,
      f: 15
    };
    exports.NUM = [
      "0",
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9"
    ];
    exports.ALPHANUM = exports.ALPHA.concat(exports.NUM);
    exports.MARK = ["-", "_", ".", "!", "~", "*", "'", "(", ")"];
    exports.USERINFO_CHARS = exports.ALPHANUM.concat(exports.MARK).concat(["%", ";", ":", "&", "=", "+", "$", ","]);
    exports.URL_CHAR = [
      "!",
      '"',
      "$",
      "%",
      "&",
      "'",
      "(",
      ")",
      "*",
      "+",
      ",",
      "-",
      ".",
      "/",
      ":",
      ";",
      "<",
      "=",
      ">",
      "@",
      "[",
      "\\",
      "]",
      "^",
      "_",
      "`",
      "{",
      "|",
      "}",
      "~"
    ].concat(exports.ALPHANUM);
    exports.HEX = exports.NUM.concat(["a", "b", "c", "d", "e", "f", "A", "B", "C", "D", "E", "F"]);
    exports.TOKEN = [
      "!",
      "#",
      "$",
      "%",
      "&",
      "'",
      "*",
      "+",
      "-",
      ".",
      "^",
      "_",
      "`",
      "|",
      "~"
    ].concat(exports.ALPHANUM);
    exports.HEADER_CHARS = ["	"];
    for (let i = 32; i <= 255; i++)
      i !== 127 && exports.HEADER_CHARS.push(i);
    exports.CONNECTION_TOKEN_CHARS = exports.HEADER_CHARS.filter((c) => c !== 44);
    exports.QUOTED_STRING = ["	", " "];
    for (let i = 33; i <= 255; i++)
      i !== 34 && i !== 92 && exports.QUOTED_STRING.push(i);
    exports.HTAB_SP_VCHAR_OBS_TEXT = ["	", " "];
    for (let i = 33; i <= 126; i++)
      exports.HTAB_SP_VCHAR_OBS_TEXT.push(i);
    for (let i = 128; i <= 255; i++)
      exports.HTAB_SP_VCHAR_OBS_TEXT.push(i);
    exports.MAJOR = exports.NUM_MAP;
    exports.MINOR = exports.MAJOR;
    exports.SPECIAL_HEADERS = {
      connection: exports.HEADER_STATE.CONNECTION,
      "content-length": exports.HEADER_STATE.CONTENT_LENGTH,
      "proxy-connection": exports.HEADER_STATE.CONNECTION,
      "transfer-encoding": exports.HEADER_STATE.TRANSFER_ENCODING,
      upgrade: exports.HEADER_STATE.UPGRADE
    };
    exports.default = {
      ERROR: exports.ERROR,
      TYPE: exports.TYPE,
      FLAGS: exports.FLAGS,
      LENIENT_FLAGS: exports.LENIENT_FLAGS,
      METHODS: exports.METHODS,
      STATUSES: exports.STATUSES,
      FINISH: exports.FINISH,
      HEADER_STATE: exports.HEADER_STATE,
      ALPHA: exports.ALPHA,
      NUM_MAP: exports.NUM_MAP,
      HEX_MAP: exports.HEX_MAP,
      NUM: exports.NUM,
      ALPHANUM: exports.ALPHANUM,
      MARK: exports.MARK,
      USERINFO_CHARS: exports.USERINFO_CHARS,
      URL_CHAR: exports.URL_CHAR,
      HEX: exports.HEX,
      TOKEN: exports.TOKEN,
      HEADER_CHARS: exports.HEADER_CHARS,
      CONNECTION_TOKEN_CHARS: exports.CONNECTION_TOKEN_CHARS,
      QUOTED_STRING: exports.QUOTED_STRING,
      HTAB_SP_VCHAR_OBS_TEXT: exports.HTAB_SP_VCHAR_OBS_TEXT,
      MAJOR: exports.MAJOR,
      MINOR: exports.MINOR,
      SPECIAL_HEADERS: exports.SPECIAL_HEADERS,
      METHODS_HTTP: exports.METHODS_HTTP,
      METHODS_ICE: exports.METHODS_ICE,
      METHODS_RTSP: exports.METHODS_RTSP,
      METHOD_MAP: exports.METHOD_MAP,
      H_METHOD_MAP: exports.H_METHOD_MAP,
      STATUSES_HTTP: exports.STATUSES_HTTP
    };
  }
});

// node_modules/undici/lib/llhttp/llhttp-wasm.js
var require_llhttp_wasm = __commonJS({
  "node_modules/undici/lib/llhttp/llhttp-wasm.js"(exports, module) {
    "use strict";
    var { Buffer: Buffer2 } = __require("node:buffer"), wasmBase64 = "AGFzbQEAAAABJwdgAX8Bf2ADf39/AX9gAn9/AGABfwBgBH9/f38Bf2AAAGADf39/AALLAQgDZW52GHdhc21fb25faGVhZGVyc19jb21wbGV0ZQAEA2VudhV3YXNtX29uX21lc3NhZ2VfYmVnaW4AAANlbnYLd2FzbV9vbl91cmwAAQNlbnYOd2FzbV9vbl9zdGF0dXMAAQNlbnYUd2FzbV9vbl9oZWFkZXJfZmllbGQAAQNlbnYUd2FzbV9vbl9oZWFkZXJfdmFsdWUAAQNlbnYMd2FzbV9vbl9ib2R5AAEDZW52GHdhc21fb25fbWVzc2FnZV9jb21wbGV0ZQAAAzU0BQYAAAMAAAAAAAADAQMAAwMDAAACAAAAAAICAgICAgICAgIBAQEBAQEBAQEBAwAAAwAAAAQFAXABExMFAwEAAgYIAX8BQcDZBAsHxQcoBm1lbW9yeQIAC19pbml0aWFsaXplAAgZX19pbmRpcmVjdF9mdW5jdGlvbl90YWJsZQEAC2xsaHR0cF9pbml0AAkYbGxodHRwX3Nob3VsZF9rZWVwX2FsaXZlADcMbGxodHRwX2FsbG9jAAsGbWFsbG9jADkLbGxodHRwX2ZyZWUADARmcmVlAAwPbGxodHRwX2dldF90eXBlAA0VbGxodHRwX2dldF9odHRwX21ham9yAA4VbGxodHRwX2dldF9odHRwX21pbm9yAA8RbGxodHRwX2dldF9tZXRob2QAEBZsbGh0dHBfZ2V0X3N0YXR1c19jb2RlABESbGxodHRwX2dldF91cGdyYWRlABIMbGxodHRwX3Jlc2V0ABMObGxodHRwX2V4ZWN1dGUAFBRsbGh0dHBfc2V0dGluZ3NfaW5pdAAVDWxsaHR0cF9maW5pc2gAFgxsbGh0dHBfcGF1c2UAFw1sbGh0dHBfcmVzdW1lABgbbGxodHRwX3Jlc3VtZV9hZnRlcl91cGdyYWRlABkQbGxodHRwX2dldF9lcnJubwAaF2xsaHR0cF9nZXRfZXJyb3JfcmVhc29uABsXbGxodHRwX3NldF9lcnJvcl9yZWFzb24AHBRsbGh0dHBfZ2V0X2Vycm9yX3BvcwAdEWxsaHR0cF9lcnJub19uYW1lAB4SbGxodHRwX21ldGhvZF9uYW1lAB8SbGxodHRwX3N0YXR1c19uYW1lACAabGxodHRwX3NldF9sZW5pZW50X2hlYWRlcnMAISFsbGh0dHBfc2V0X2xlbmllbnRfY2h1bmtlZF9sZW5ndGgAIh1sbGh0dHBfc2V0X2xlbmllbnRfa2VlcF9hbGl2ZQAjJGxsaHR0cF9zZXRfbGVuaWVudF90cmFuc2Zlcl9lbmNvZGluZwAkGmxsaHR0cF9zZXRfbGVuaWVudF92ZXJzaW9uACUjbGxodHRwX3NldF9sZW5pZW50X2RhdGFfYWZ0ZXJfY2xvc2UAJidsbGh0dHBfc2V0X2xlbmllbnRfb3B0aW9uYWxfbGZfYWZ0ZXJfY3IAJyxsbGh0dHBfc2V0X2xlbmllbnRfb3B0aW9uYWxfY3JsZl9hZnRlcl9jaHVuawAoKGxsaHR0cF9zZXRfbGVuaWVudF9vcHRpb25hbF9jcl9iZWZvcmVfbGYAKSpsbGh0dHBfc2V0X2xlbmllbnRfc3BhY2VzX2FmdGVyX2NodW5rX3NpemUAKhhsbGh0dHBfbWVzc2FnZV9uZWVkc19lb2YANgkYAQBBAQsSAQIDBAUKBgcyNDMuKy8tLDAxCq/ZAjQWAEHA1QAoAgAEQAALQcDVAEEBNgIACxQAIAAQOCAAIAI2AjggACABOgAoCxQAIAAgAC8BNCAALQAwIAAQNxAACx4BAX9BwAAQOiIBEDggAUGACDYCOCABIAA6ACggAQuPDAEHfwJAIABFDQAgAEEIayIBIABBBGsoAgAiAEF4cSIEaiEFAkAgAEEBcQ0AIABBA3FFDQEgASABKAIAIgBrIgFB1NUAKAIASQ0BIAAgBGohBAJAAkBB2NUAKAIAIAFHBEAgAEH/AU0EQCAAQQN2IQMgASgCCCIAIAEoAgwiAkYEQEHE1QBBxNUAKAIAQX4gA3dxNgIADAULIAIgADYCCCAAIAI2AgwMBAsgASgCGCEGIAEgASgCDCIARwRAIAAgASgCCCICNgIIIAIgADYCDAwDCyABQRRqIgMoAgAiAkUEQCABKAIQIgJFDQIgAUEQaiEDCwNAIAMhByACIgBBFGoiAygCACICDQAgAEEQaiEDIAAoAhAiAg0ACyAHQQA2AgAMAgsgBSgCBCIAQQNxQQNHDQIgBSAAQX5xNgIEQczVACAENgIAIAUgBDYCACABIARBAXI2AgQMAwtBACEACyAGRQ0AAkAgASgCHCICQQJ0QfTXAGoiAygCACABRgRAIAMgADYCACAADQFByNUAQcjVACgCAEF+IAJ3cTYCAAwCCyAGQRBBFCAGKAIQIAFGG2ogADYCACAARQ0BCyAAIAY2AhggASgCECICBEAgACACNgIQIAIgADYCGAsgAUEUaigCACICRQ0AIABBFGogAjYCACACIAA2AhgLIAEgBU8NACAFKAIEIgBBAXFFDQACQAJAAkACQCAAQQJxRQRAQdzVACgCACAFRgRAQdzVACABNgIAQdDVAEHQ1QAoAgAgBGoiADYCACABIABBAXI2AgQgAUHY1QAoAgBHDQZBzNUAQQA2AgBB2NUAQQA2AgAMBgtB2NUAKAIAIAVGBEBB2NUAIAE2AgBBzNUAQczVACgCACAEaiIANgIAIAEgAEEBcjYCBCAAIAFqIAA2AgAMBgsgAEF4cSAEaiEEIABB/wFNBEAgAEEDdiEDIAUoAggiACAFKAIMIgJGBEBBxNUAQcTVACgCAEF+IAN3cTYCAAwFCyACIAA2AgggACACNgIMDAQLIAUoAhghBiAFIAUoAgwiAEcEQEHU1QAoAgAaIAAgBSgCCCICNgIIIAIgADYCDAwDCyAFQRRqIgMoAgAiAkUEQCAFKAIQIgJFDQIgBUEQaiEDCwNAIAMhByACIgBBFGoiAygCACICDQAgAEEQaiEDIAAoAhAiAg0ACyAHQQA2AgAMAgsgBSAAQX5xNgIEIAEgBGogBDYCACABIARBAXI2AgQMAwtBACEACyAGRQ0AAkAgBSgCHCICQQJ0QfTXAGoiAygCACAFRgRAIAMgADYCACAADQFByNUAQcjVACgCAEF+IAJ3cTYCAAwCCyAGQRBBFCAGKAIQIAVGG2ogADYCACAARQ0BCyAAIAY2AhggBSgCECICBEAgACACNgIQIAIgADYCGAsgBUEUaigCACICRQ0AIABBFGogAjYCACACIAA2AhgLIAEgBGogBDYCACABIARBAXI2AgQgAUHY1QAoAgBHDQBBzNUAIAQ2AgAMAQsgBEH/AU0EQCAEQXhxQezVAGohAAJ/QcTVACgCACICQQEgBEEDdnQiA3FFBEBBxNUAIAIgA3I2AgAgAAwBCyAAKAIICyICIAE2AgwgACABNgIIIAEgADYCDCABIAI2AggMAQtBHyECIARB////B00EQCAEQSYgBEEIdmciAGt2QQFxIABBAXRrQT5qIQILIAEgAjYCHCABQgA3AhAgAkECdEH01wBqIQACQEHI1QAoAgAiA0EBIAJ0IgdxRQRAIAAgATYCAEHI1QAgAyAHcjYCACABIAA2AhggASABNgIIIAEgATYCDAwBCyAEQRkgAkEBdmtBACACQR9HG3QhAiAAKAIAIQACQANAIAAiAygCBEF4cSAERg0BIAJBHXYhACACQQF0IQIgAyAAQQRxakEQaiIHKAIAIgANAAsgByABNgIAIAEgAzYCGCABIAE2AgwgASABNgIIDAELIAMoAggiACABNgIMIAMgATYCCCABQQA2AhggASADNgIMIAEgADYCCAtB5NUAQeTVACgCAEEBayIAQX8gABs2AgALCwcAIAAtACgLBwAgAC0AKgsHACAALQArCwcAIAAtACkLBwAgAC8BNAsHACAALQAwC0ABBH8gACgCGCEBIAAvAS4hAiAALQAoIQMgACgCOCEEIAAQOCAAIAQ2AjggACADOgAoIAAgAjsBLiAAIAE2AhgL5YUCAgd/A34gASACaiEEAkAgACIDKAIMIgANACADKAIEBEAgAyABNgIECyMAQRBrIgkkAAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAn8CQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAygCHCICQQJrDvwBAfkBAgMEBQYHCAkKCwwNDg8QERL4ARP3ARQV9gEWF/UBGBkaGxwdHh8g/QH7ASH0ASIjJCUmJygpKivzASwtLi8wMTLyAfEBMzTwAe8BNTY3ODk6Ozw9Pj9AQUJDREVGR0hJSktMTU5P+gFQUVJT7gHtAVTsAVXrAVZXWFla6gFbXF1eX2BhYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ent8fX5/gAGBAYIBgwGEAYUBhgGHAYgBiQGKAYsBjAGNAY4BjwGQAZEBkgGTAZQBlQGWAZcBmAGZAZoBmwGcAZ0BngGfAaABoQGiAaMBpAGlAaYBpwGoAakBqgGrAawBrQGuAa8BsAGxAbIBswG0AbUBtgG3AbgBuQG6AbsBvAG9Ab4BvwHAAcEBwgHDAcQBxQHGAccByAHJAcoBywHMAc0BzgHpAegBzwHnAdAB5gHRAdIB0wHUAeUB1QHWAdcB2AHZAdoB2wHcAd0B3gHfAeAB4QHiAeMBAPwBC0EADOMBC0EODOIBC0ENDOEBC0EPDOABC0EQDN8BC0ETDN4BC0EUDN0BC0EVDNwBC0EWDNsBC0EXDNoBC0EYDNkBC0EZDNgBC0EaDNcBC0EbDNYBC0EcDNUBC0EdDNQBC0EeDNMBC0EfDNIBC0EgDNEBC0EhDNABC0EIDM8BC0EiDM4BC0EkDM0BC0EjDMwBC0EHDMsBC0ElDMoBC0EmDMkBC0EnDMgBC0EoDMcBC0ESDMYBC0ERDMUBC0EpDMQBC0EqDMMBC0ErDMIBC0EsDMEBC0HeAQzAAQtBLgy/AQtBLwy+AQtBMAy9AQtBMQy8AQtBMgy7AQtBMwy6AQtBNAy5AQtB3wEMuAELQTUMtwELQTkMtgELQQwMtQELQTYMtAELQTcMswELQTgMsgELQT4MsQELQToMsAELQeABDK8BC0ELDK4BC0E/DK0BC0E7DKwBC0EKDKsBC0E8DKoBC0E9DKkBC0HhAQyoAQtBwQAMpwELQcAADKYBC0HCAAylAQtBCQykAQtBLQyjAQtBwwAMogELQcQADKEBC0HFAAygAQtBxgAMnwELQccADJ4BC0HIAAydAQtByQAMnAELQcoADJsBC0HLAAyaAQtBzAAMmQELQc0ADJgBC0HOAAyXAQtBzwAMlgELQdAADJUBC0HRAAyUAQtB0gAMkwELQdMADJIBC0HVAAyRAQtB1AAMkAELQdYADI8BC0HXAAyOAQtB2AAMjQELQdkADIwBC0HaAAyLAQtB2wAMigELQdwADIkBC0HdAAyIAQtB3gAMhwELQd8ADIYBC0HgAAyFAQtB4QAMhAELQeIADIMBC0HjAAyCAQtB5AAMgQELQeUADIABC0HiAQx/C0HmAAx+C0HnAAx9C0EGDHwLQegADHsLQQUMegtB6QAMeQtBBAx4C0HqAAx3C0HrAAx2C0HsAAx1C0HtAAx0C0EDDHMLQe4ADHILQe8ADHELQfAADHALQfIADG8LQfEADG4LQfMADG0LQfQADGwLQfUADGsLQfYADGoLQQIMaQtB9wAMaAtB+AAMZwtB+QAMZgtB+gAMZQtB+wAMZAtB/AAMYwtB/QAMYgtB/gAMYQtB/wAMYAtBgAEMXwtBgQEMXgtBggEMXQtBgwEMXAtBhAEMWwtBhQEMWgtBhgEMWQtBhwEMWAtBiAEMVwtBiQEMVgtBigEMVQtBiwEMVAtBjAEMUwtBjQEMUgtBjgEMUQtBjwEMUAtBkAEMTwtBkQEMTgtBkgEMTQtBkwEMTAtBlAEMSwtBlQEMSgtBlgEMSQtBlwEMSAtBmAEMRwtBmQEMRgtBmgEMRQtBmwEMRAtBnAEMQwtBnQEMQgtBngEMQQtBnwEMQAtBoAEMPwtBoQEMPgtBogEMPQtBowEMPAtBpAEMOwtBpQEMOgtBpgEMOQtBpwEMOAtBqAEMNwtBqQEMNgtBqgEMNQtBqwEMNAtBrAEMMwtBrQEMMgtBrgEMMQtBrwEMMAtBsAEMLwtBsQEMLgtBsgEMLQtBswEMLAtBtAEMKwtBtQEMKgtBtgEMKQtBtwEMKAtBuAEMJwtBuQEMJgtBugEMJQtBuwEMJAtBvAEMIwtBvQEMIgtBvgEMIQtBvwEMIAtBwAEMHwtBwQEMHgtBwgEMHQtBAQwcC0HDAQwbC0HEAQwaC0HFAQwZC0HGAQwYC0HHAQwXC0HIAQwWC0HJAQwVC0HKAQwUC0HLAQwTC0HMAQwSC0HNAQwRC0HOAQwQC0HPAQwPC0HQAQwOC0HRAQwNC0HSAQwMC0HTAQwLC0HUAQwKC0HVAQwJC0HWAQwIC0HjAQwHC0HXAQwGC0HYAQwFC0HZAQwEC0HaAQwDC0HbAQwCC0HdAQwBC0HcAQshAgNAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQCADAn8CQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAn8CQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAn8CQAJAAkACQAJAAkACQAJ/AkACQAJAAn8CQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIAMCfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAg7jAQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEjJCUnKCmeA5sDmgORA4oDgwOAA/0C+wL4AvIC8QLvAu0C6ALnAuYC5QLkAtwC2wLaAtkC2ALXAtYC1QLPAs4CzALLAsoCyQLIAscCxgLEAsMCvgK8AroCuQK4ArcCtgK1ArQCswKyArECsAKuAq0CqQKoAqcCpgKlAqQCowKiAqECoAKfApgCkAKMAosCigKBAv4B/QH8AfsB+gH5AfgB9wH1AfMB8AHrAekB6AHnAeYB5QHkAeMB4gHhAeAB3wHeAd0B3AHaAdkB2AHXAdYB1QHUAdMB0gHRAdABzwHOAc0BzAHLAcoByQHIAccBxgHFAcQBwwHCAcEBwAG/Ab4BvQG8AbsBugG5AbgBtwG2AbUBtAGzAbIBsQGwAa8BrgGtAawBqwGqAakBqAGnAaYBpQGkAaMBogGfAZ4BmQGYAZcBlgGVAZQBkwGSAZEBkAGPAY0BjAGHAYYBhQGEAYMBggF9fHt6eXZ1dFBRUlNUVQsgASAERw1yQf0BIQIMvgMLIAEgBEcNmAFB2wEhAgy9AwsgASAERw3xAUGOASECDLwDCyABIARHDfwBQYQBIQIMuwMLIAEgBEcNigJB/wAhAgy6AwsgASAERw2RAkH9ACECDLkDCyABIARHDZQCQfsAIQIMuAMLIAEgBEcNHkEeIQIMtwMLIAEgBEcNGUEYIQIMtgMLIAEgBEcNygJBzQAhAgy1AwsgASAERw3VAkHGACECDLQDCyABIARHDdYCQcMAIQIMswMLIAEgBEcN3AJBOCECDLIDCyADLQAwQQFGDa0DDIkDC0EAIQACQAJAAkAgAy0AKkUNACADLQArRQ0AIAMvATIiAkECcUUNAQwCCyADLwEyIgJBAXFFDQELQQEhACADLQAoQQFGDQAgAy8BNCIGQeQAa0HkAEkNACAGQcwBRg0AIAZBsAJGDQAgAkHAAHENAEEAIQAgAkGIBHFBgARGDQAgAkEocUEARyEACyADQQA7ATIgA0EAOgAxAkAgAEUEQCADQQA6ADEgAy0ALkEEcQ0BDLEDCyADQgA3AyALIANBADoAMSADQQE6ADYMSAtBACEAAkAgAygCOCICRQ0AIAIoAjAiAkUNACADIAIRAAAhAAsgAEUNSCAAQRVHDWIgA0EENgIcIAMgATYCFCADQdIbNgIQIANBFTYCDEEAIQIMrwMLIAEgBEYEQEEGIQIMrwMLIAEtAABBCkcNGSABQQFqIQEMGgsgA0IANwMgQRIhAgyUAwsgASAERw2KA0EjIQIMrAMLIAEgBEYEQEEHIQIMrAMLAkACQCABLQAAQQprDgQBGBgAGAsgAUEBaiEBQRAhAgyTAwsgAUEBaiEBIANBL2otAABBAXENF0EAIQIgA0EANgIcIAMgATYCFCADQZkgNgIQIANBGTYCDAyrAwsgAyADKQMgIgwgBCABa60iCn0iC0IAIAsgDFgbNwMgIAogDFoNGEEIIQIMqgMLIAEgBEcEQCADQQk2AgggAyABNgIEQRQhAgyRAwtBCSECDKkDCyADKQMgUA2uAgxDCyABIARGBEBBCyECDKgDCyABLQAAQQpHDRYgAUEBaiEBDBcLIANBL2otAABBAXFFDRkMJgtBACEAAkAgAygCOCICRQ0AIAIoAlAiAkUNACADIAIRAAAhAAsgAA0ZDEILQQAhAAJAIAMoAjgiAkUNACACKAJQIgJFDQAgAyACEQAAIQALIAANGgwkC0EAIQACQCADKAI4IgJFDQAgAigCUCICRQ0AIAMgAhEAACEACyAADRsMMgsgA0Evai0AAEEBcUUNHAwiC0EAIQACQCADKAI4IgJFDQAgAigCVCICRQ0AIAMgAhEAACEACyAADRwMQgtBACEAAkAgAygCOCICRQ0AIAIoAlQiAkUNACADIAIRAAAhAAsgAA0dDCALIAEgBEYEQEETIQIMoAMLAkAgAS0AACIAQQprDgQfIyMAIgsgAUEBaiEBDB8LQQAhAAJAIAMoAjgiAkUNACACKAJUIgJFDQAgAyACEQAAIQALIAANIgxCCyABIARGBEBBFiECDJ4DCyABLQAAQcDBAGotAABBAUcNIwyDAwsCQANAIAEtAABBsDtqLQAAIgBBAUcEQAJAIABBAmsOAgMAJwsgAUEBaiEBQSEhAgyGAwsgBCABQQFqIgFHDQALQRghAgydAwsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAFBAWoiARA0IgANIQxBC0EAIQACQCADKAI4IgJFDQAgAigCVCICRQ0AIAMgAhEAACEACyAADSMMKgsgASAERgRAQRwhAgybAwsgA0EKNgIIIAMgATYCBEEAIQACQCADKAI4IgJFDQAgAigCUCICRQ0AIAMgAhEAACEACyAADSVBJCECDIEDCyABIARHBEADQCABLQAAQbA9ai0AACIAQQNHBEAgAEEBaw4FGBomggMlJgsgBCABQQFqIgFHDQALQRshAgyaAwtBGyECDJkDCwNAIAEtAABBsD9qLQAAIgBBA0cEQCAAQQFrDgUPEScTJicLIAQgAUEBaiIBRw0AC0EeIQIMmAMLIAEgBEcEQCADQQs2AgggAyABNgIEQQchAgz/AgtBHyECDJcDCyABIARGBEBBICECDJcDCwJAIAEtAABBDWsOFC4/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8APwtBACECIANBADYCHCADQb8LNgIQIANBAjYCDCADIAFBAWo2AhQMlgMLIANBL2ohAgNAIAEgBEYEQEEhIQIMlwMLAkACQAJAIAEtAAAiAEEJaw4YAgApKQEpKSkpKSkpKSkpKSkpKSkpKSkCJwsgAUEBaiEBIANBL2otAABBAXFFDQoMGAsgAUEBaiEBDBcLIAFBAWohASACLQAAQQJxDQALQQAhAiADQQA2AhwgAyABNgIUIANBnxU2AhAgA0EMNgIMDJUDCyADLQAuQYABcUUNAQtBACEAAkAgAygCOCICRQ0AIAIoAlwiAkUNACADIAIRAAAhAAsgAEUN5gIgAEEVRgRAIANBJDYCHCADIAE2AhQgA0GbGzYCECADQRU2AgxBACECDJQDC0EAIQIgA0EANgIcIAMgATYCFCADQZAONgIQIANBFDYCDAyTAwtBACECIANBADYCHCADIAE2AhQgA0G+IDYCECADQQI2AgwMkgMLIAMoAgQhAEEAIQIgA0EANgIEIAMgACABIAynaiIBEDIiAEUNKyADQQc2AhwgAyABNgIUIAMgADYCDAyRAwsgAy0ALkHAAHFFDQELQQAhAAJAIAMoAjgiAkUNACACKAJYIgJFDQAgAyACEQAAIQALIABFDSsgAEEVRgRAIANBCjYCHCADIAE2AhQgA0HrGTYCECADQRU2AgxBACECDJADC0EAIQIgA0EANgIcIAMgATYCFCADQZMMNgIQIANBEzYCDAyPAwtBACECIANBADYCHCADIAE2AhQgA0GCFTYCECADQQI2AgwMjgMLQQAhAiADQQA2AhwgAyABNgIUIANB3RQ2AhAgA0EZNgIMDI0DC0EAIQIgA0EANgIcIAMgATYCFCADQeYdNgIQIANBGTYCDAyMAwsgAEEVRg09QQAhAiADQQA2AhwgAyABNgIUIANB0A82AhAgA0EiNgIMDIsDCyADKAIEIQBBACECIANBADYCBCADIAAgARAzIgBFDSggA0ENNgIcIAMgATYCFCADIAA2AgwMigMLIABBFUYNOkEAIQIgA0EANgIcIAMgATYCFCADQdAPNgIQIANBIjYCDAyJAwsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQMyIARQRAIAFBAWohAQwoCyADQQ42AhwgAyAANgIMIAMgAUEBajYCFAyIAwsgAEEVRg03QQAhAiADQQA2AhwgAyABNgIUIANB0A82AhAgA0EiNgIMDIcDCyADKAIEIQBBACECIANBADYCBCADIAAgARAzIgBFBEAgAUEBaiEBDCcLIANBDzYCHCADIAA2AgwgAyABQQFqNgIUDIYDC0EAIQIgA0EANgIcIAMgATYCFCADQeIXNgIQIANBGTYCDAyFAwsgAEEVRg0zQQAhAiADQQA2AhwgAyABNgIUIANB1gw2AhAgA0EjNgIMDIQDCyADKAIEIQBBACECIANBADYCBCADIAAgARA0IgBFDSUgA0ERNgIcIAMgATYCFCADIAA2AgwMgwMLIABBFUYNMEEAIQIgA0EANgIcIAMgATYCFCADQdYMNgIQIANBIzYCDAyCAwsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQNCIARQRAIAFBAWohAQwlCyADQRI2AhwgAyAANgIMIAMgAUEBajYCFAyBAwsgA0Evai0AAEEBcUUNAQtBFyECDOYCC0EAIQIgA0EANgIcIAMgATYCFCADQeIXNgIQIANBGTYCDAz+AgsgAEE7Rw0AIAFBAWohAQwMC0EAIQIgA0EANgIcIAMgATYCFCADQZIYNgIQIANBAjYCDAz8AgsgAEEVRg0oQQAhAiADQQA2AhwgAyABNgIUIANB1gw2AhAgA0EjNgIMDPsCCyADQRQ2AhwgAyABNgIUIAMgADYCDAz6AgsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQNCIARQRAIAFBAWohAQz1AgsgA0EVNgIcIAMgADYCDCADIAFBAWo2AhQM+QILIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDQiAEUEQCABQQFqIQEM8wILIANBFzYCHCADIAA2AgwgAyABQQFqNgIUDPgCCyAAQRVGDSNBACECIANBADYCHCADIAE2AhQgA0HWDDYCECADQSM2AgwM9wILIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDQiAEUEQCABQQFqIQEMHQsgA0EZNgIcIAMgADYCDCADIAFBAWo2AhQM9gILIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDQiAEUEQCABQQFqIQEM7wILIANBGjYCHCADIAA2AgwgAyABQQFqNgIUDPUCCyAAQRVGDR9BACECIANBADYCHCADIAE2AhQgA0HQDzYCECADQSI2AgwM9AILIAMoAgQhACADQQA2AgQgAyAAIAEQMyIARQRAIAFBAWohAQwbCyADQRw2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIM8wILIAMoAgQhACADQQA2AgQgAyAAIAEQMyIARQRAIAFBAWohAQzrAgsgA0EdNgIcIAMgADYCDCADIAFBAWo2AhRBACECDPICCyAAQTtHDQEgAUEBaiEBC0EmIQIM1wILQQAhAiADQQA2AhwgAyABNgIUIANBnxU2AhAgA0EMNgIMDO8CCyABIARHBEADQCABLQAAQSBHDYQCIAQgAUEBaiIBRw0AC0EsIQIM7wILQSwhAgzuAgsgASAERgRAQTQhAgzuAgsCQAJAA0ACQCABLQAAQQprDgQCAAADAAsgBCABQQFqIgFHDQALQTQhAgzvAgsgAygCBCEAIANBADYCBCADIAAgARAxIgBFDZ8CIANBMjYCHCADIAE2AhQgAyAANgIMQQAhAgzuAgsgAygCBCEAIANBADYCBCADIAAgARAxIgBFBEAgAUEBaiEBDJ8CCyADQTI2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIM7QILIAEgBEcEQAJAA0AgAS0AAEEwayIAQf8BcUEKTwRAQTohAgzXAgsgAykDICILQpmz5syZs+bMGVYNASADIAtCCn4iCjcDICAKIACtQv8BgyILQn+FVg0BIAMgCiALfDcDICAEIAFBAWoiAUcNAAtBwAAhAgzuAgsgAygCBCEAIANBADYCBCADIAAgAUEBaiIBEDEiAA0XDOICC0HAACECDOwCCyABIARGBEBByQAhAgzsAgsCQANAAkAgAS0AAEEJaw4YAAKiAqICqQKiAqICogKiAqICogKiAqICogKiAqICogKiAqICogKiAqICogIAogILIAQgAUEBaiIBRw0AC0HJACECDOwCCyABQQFqIQEgA0Evai0AAEEBcQ2lAiADQQA2AhwgAyABNgIUIANBlxA2AhAgA0EKNgIMQQAhAgzrAgsgASAERwRAA0AgAS0AAEEgRw0VIAQgAUEBaiIBRw0AC0H4ACECDOsCC0H4ACECDOoCCyADQQI6ACgMOAtBACECIANBADYCHCADQb8LNgIQIANBAjYCDCADIAFBAWo2AhQM6AILQQAhAgzOAgtBDSECDM0CC0ETIQIMzAILQRUhAgzLAgtBFiECDMoCC0EYIQIMyQILQRkhAgzIAgtBGiECDMcCC0EbIQIMxgILQRwhAgzFAgtBHSECDMQCC0EeIQIMwwILQR8hAgzCAgtBICECDMECC0EiIQIMwAILQSMhAgy/AgtBJSECDL4CC0HlACECDL0CCyADQT02AhwgAyABNgIUIAMgADYCDEEAIQIM1QILIANBGzYCHCADIAE2AhQgA0GkHDYCECADQRU2AgxBACECDNQCCyADQSA2AhwgAyABNgIUIANBmBo2AhAgA0EVNgIMQQAhAgzTAgsgA0ETNgIcIAMgATYCFCADQZgaNgIQIANBFTYCDEEAIQIM0gILIANBCzYCHCADIAE2AhQgA0GYGjYCECADQRU2AgxBACECDNECCyADQRA2AhwgAyABNgIUIANBmBo2AhAgA0EVNgIMQQAhAgzQAgsgA0EgNgIcIAMgATYCFCADQaQcNgIQIANBFTYCDEEAIQIMzwILIANBCzYCHCADIAE2AhQgA0GkHDYCECADQRU2AgxBACECDM4CCyADQQw2AhwgAyABNgIUIANBpBw2AhAgA0EVNgIMQQAhAgzNAgtBACECIANBADYCHCADIAE2AhQgA0HdDjYCECADQRI2AgwMzAILAkADQAJAIAEtAABBCmsOBAACAgACCyAEIAFBAWoiAUcNAAtB/QEhAgzMAgsCQAJAIAMtADZBAUcNAEEAIQACQCADKAI4IgJFDQAgAigCYCICRQ0AIAMgAhEAACEACyAARQ0AIABBFUcNASADQfwBNgIcIAMgATYCFCADQdwZNgIQIANBFTYCDEEAIQIMzQILQdwBIQIMswILIANBADYCHCADIAE2AhQgA0H5CzYCECADQR82AgxBACECDMsCCwJAAkAgAy0AKEEBaw4CBAEAC0HbASECDLICC0HUASECDLECCyADQQI6ADFBACEAAkAgAygCOCICRQ0AIAIoAgAiAkUNACADIAIRAAAhAAsgAEUEQEHdASECDLECCyAAQRVHBEAgA0EANgIcIAMgATYCFCADQbQMNgIQIANBEDYCDEEAIQIMygILIANB+wE2AhwgAyABNgIUIANBgRo2AhAgA0EVNgIMQQAhAgzJAgsgASAERgRAQfoBIQIMyQILIAEtAABByABGDQEgA0EBOgAoC0HAASECDK4CC0HaASECDK0CCyABIARHBEAgA0EMNgIIIAMgATYCBEHZASECDK0CC0H5ASECDMUCCyABIARGBEBB+AEhAgzFAgsgAS0AAEHIAEcNBCABQQFqIQFB2AEhAgyrAgsgASAERgRAQfcBIQIMxAILAkACQCABLQAAQcUAaw4QAAUFBQUFBQUFBQUFBQUFAQULIAFBAWohAUHWASECDKsCCyABQQFqIQFB1wEhAgyqAgtB9gEhAiABIARGDcICIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQbrVAGotAABHDQMgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADMMCCyADKAIEIQAgA0IANwMAIAMgACAGQQFqIgEQLiIARQRAQeMBIQIMqgILIANB9QE2AhwgAyABNgIUIAMgADYCDEEAIQIMwgILQfQBIQIgASAERg3BAiADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEG41QBqLQAARw0CIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzCAgsgA0GBBDsBKCADKAIEIQAgA0IANwMAIAMgACAGQQFqIgEQLiIADQMMAgsgA0EANgIAC0EAIQIgA0EANgIcIAMgATYCFCADQeUfNgIQIANBCDYCDAy/AgtB1QEhAgylAgsgA0HzATYCHCADIAE2AhQgAyAANgIMQQAhAgy9AgtBACEAAkAgAygCOCICRQ0AIAIoAkAiAkUNACADIAIRAAAhAAsgAEUNbiAAQRVHBEAgA0EANgIcIAMgATYCFCADQYIPNgIQIANBIDYCDEEAIQIMvQILIANBjwE2AhwgAyABNgIUIANB7Bs2AhAgA0EVNgIMQQAhAgy8AgsgASAERwRAIANBDTYCCCADIAE2AgRB0wEhAgyjAgtB8gEhAgy7AgsgASAERgRAQfEBIQIMuwILAkACQAJAIAEtAABByABrDgsAAQgICAgICAgIAggLIAFBAWohAUHQASECDKMCCyABQQFqIQFB0QEhAgyiAgsgAUEBaiEBQdIBIQIMoQILQfABIQIgASAERg25AiADKAIAIgAgBCABa2ohBiABIABrQQJqIQUDQCABLQAAIABBtdUAai0AAEcNBCAAQQJGDQMgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAY2AgAMuQILQe8BIQIgASAERg24AiADKAIAIgAgBCABa2ohBiABIABrQQFqIQUDQCABLQAAIABBs9UAai0AAEcNAyAAQQFGDQIgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAY2AgAMuAILQe4BIQIgASAERg23AiADKAIAIgAgBCABa2ohBiABIABrQQJqIQUDQCABLQAAIABBsNUAai0AAEcNAiAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAY2AgAMtwILIAMoAgQhACADQgA3AwAgAyAAIAVBAWoiARArIgBFDQIgA0HsATYCHCADIAE2AhQgAyAANgIMQQAhAgy2AgsgA0EANgIACyADKAIEIQAgA0EANgIEIAMgACABECsiAEUNnAIgA0HtATYCHCADIAE2AhQgAyAANgIMQQAhAgy0AgtBzwEhAgyaAgtBACEAAkAgAygCOCICRQ0AIAIoAjQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0HqDTYCECADQSY2AgxBACECDLQCC0HOASECDJoCCyADQesBNgIcIAMgATYCFCADQYAbNgIQIANBFTYCDEEAIQIMsgILIAEgBEYEQEHrASECDLICCyABLQAAQS9GBEAgAUEBaiEBDAELIANBADYCHCADIAE2AhQgA0GyODYCECADQQg2AgxBACECDLECC0HNASECDJcCCyABIARHBEAgA0EONgIIIAMgATYCBEHMASECDJcCC0HqASECDK8CCyABIARGBEBB6QEhAgyvAgsgAS0AAEEwayIAQf8BcUEKSQRAIAMgADoAKiABQQFqIQFBywEhAgyWAgsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDZcCIANB6AE2AhwgAyABNgIUIAMgADYCDEEAIQIMrgILIAEgBEYEQEHnASECDK4CCwJAIAEtAABBLkYEQCABQQFqIQEMAQsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDZgCIANB5gE2AhwgAyABNgIUIAMgADYCDEEAIQIMrgILQcoBIQIMlAILIAEgBEYEQEHlASECDK0CC0EAIQBBASEFQQEhB0EAIQICQAJAAkACQAJAAn8CQAJAAkACQAJAAkACQCABLQAAQTBrDgoKCQABAgMEBQYICwtBAgwGC0EDDAULQQQMBAtBBQwDC0EGDAILQQcMAQtBCAshAkEAIQVBACEHDAILQQkhAkEBIQBBACEFQQAhBwwBC0EAIQVBASECCyADIAI6ACsgAUEBaiEBAkACQCADLQAuQRBxDQACQAJAAkAgAy0AKg4DAQACBAsgB0UNAwwCCyAADQEMAgsgBUUNAQsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDQIgA0HiATYCHCADIAE2AhQgAyAANgIMQQAhAgyvAgsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDZoCIANB4wE2AhwgAyABNgIUIAMgADYCDEEAIQIMrgILIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ2YAiADQeQBNgIcIAMgATYCFCADIAA2AgwMrQILQckBIQIMkwILQQAhAAJAIAMoAjgiAkUNACACKAJEIgJFDQAgAyACEQAAIQALAkAgAARAIABBFUYNASADQQA2AhwgAyABNgIUIANBpA02AhAgA0EhNgIMQQAhAgytAgtByAEhAgyTAgsgA0HhATYCHCADIAE2AhQgA0HQGjYCECADQRU2AgxBACECDKsCCyABIARGBEBB4QEhAgyrAgsCQCABLQAAQSBGBEAgA0EAOwE0IAFBAWohAQwBCyADQQA2AhwgAyABNgIUIANBmRE2AhAgA0EJNgIMQQAhAgyrAgtBxwEhAgyRAgsgASAERgRAQeABIQIMqgILAkAgAS0AAEEwa0H/AXEiAkEKSQRAIAFBAWohAQJAIAMvATQiAEGZM0sNACADIABBCmwiADsBNCAAQf7/A3EgAkH//wNzSw0AIAMgACACajsBNAwCC0EAIQIgA0EANgIcIAMgATYCFCADQZUeNgIQIANBDTYCDAyrAgsgA0EANgIcIAMgATYCFCADQZUeNgIQIANBDTYCDEEAIQIMqgILQcYBIQIMkAILIAEgBEYEQEHfASECDKkCCwJAIAEtAABBMGtB/wFxIgJBCkkEQCABQQFqIQECQCADLwE0IgBBmTNLDQAgAyAAQQpsIgA7ATQgAEH+/wNxIAJB//8Dc0sNACADIAAgAmo7ATQMAgtBACECIANBADYCHCADIAE2AhQgA0GVHjYCECADQQ02AgwMqgILIANBADYCHCADIAE2AhQgA0GVHjYCECADQQ02AgxBACECDKkCC0HFASECDI8CCyABIARGBEBB3gEhAgyoAgsCQCABLQAAQTBrQf8BcSICQQpJBEAgAUEBaiEBAkAgAy8BNCIAQZkzSw0AIAMgAEEKbCIAOwE0IABB/v8DcSACQf//A3NLDQAgAyAAIAJqOwE0DAILQQAhAiADQQA2AhwgAyABNgIUIANBlR42AhAgA0ENNgIMDKkCCyADQQA2AhwgAyABNgIUIANBlR42AhAgA0ENNgIMQQAhAgyoAgtBxAEhAgyOAgsgASAERgRAQd0BIQIMpwILAkACQAJAAkAgAS0AAEEKaw4XAgMDAAMDAwMDAwMDAwMDAwMDAwMDAwEDCyABQQFqDAULIAFBAWohAUHDASECDI8CCyABQQFqIQEgA0Evai0AAEEBcQ0IIANBADYCHCADIAE2AhQgA0GNCzYCECADQQ02AgxBACECDKcCCyADQQA2AhwgAyABNgIUIANBjQs2AhAgA0ENNgIMQQAhAgymAgsgASAERwRAIANBDzYCCCADIAE2AgRBASECDI0CC0HcASECDKUCCwJAAkADQAJAIAEtAABBCmsOBAIAAAMACyAEIAFBAWoiAUcNAAtB2wEhAgymAgsgAygCBCEAIANBADYCBCADIAAgARAtIgBFBEAgAUEBaiEBDAQLIANB2gE2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMpQILIAMoAgQhACADQQA2AgQgAyAAIAEQLSIADQEgAUEBagshAUHBASECDIoCCyADQdkBNgIcIAMgADYCDCADIAFBAWo2AhRBACECDKICC0HCASECDIgCCyADQS9qLQAAQQFxDQEgA0EANgIcIAMgATYCFCADQeQcNgIQIANBGTYCDEEAIQIMoAILIAEgBEYEQEHZASECDKACCwJAAkACQCABLQAAQQprDgQBAgIAAgsgAUEBaiEBDAILIAFBAWohAQwBCyADLQAuQcAAcUUNAQtBACEAAkAgAygCOCICRQ0AIAIoAjwiAkUNACADIAIRAAAhAAsgAEUNoAEgAEEVRgRAIANB2QA2AhwgAyABNgIUIANBtxo2AhAgA0EVNgIMQQAhAgyfAgsgA0EANgIcIAMgATYCFCADQYANNgIQIANBGzYCDEEAIQIMngILIANBADYCHCADIAE2AhQgA0HcKDYCECADQQI2AgxBACECDJ0CCyABIARHBEAgA0EMNgIIIAMgATYCBEG/ASECDIQCC0HYASECDJwCCyABIARGBEBB1wEhAgycAgsCQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIAEtAABBwQBrDhUAAQIDWgQFBlpaWgcICQoLDA0ODxBaCyABQQFqIQFB+wAhAgySAgsgAUEBaiEBQfwAIQIMkQILIAFBAWohAUGBASECDJACCyABQQFqIQFBhQEhAgyPAgsgAUEBaiEBQYYBIQIMjgILIAFBAWohAUGJASECDI0CCyABQQFqIQFBigEhAgyMAgsgAUEBaiEBQY0BIQIMiwILIAFBAWohAUGWASECDIoCCyABQQFqIQFBlwEhAgyJAgsgAUEBaiEBQZgBIQIMiAILIAFBAWohAUGlASECDIcCCyABQQFqIQFBpgEhAgyGAgsgAUEBaiEBQawBIQIMhQILIAFBAWohAUG0ASECDIQCCyABQQFqIQFBtwEhAgyDAgsgAUEBaiEBQb4BIQIMggILIAEgBEYEQEHWASECDJsCCyABLQAAQc4ARw1IIAFBAWohAUG9ASECDIECCyABIARGBEBB1QEhAgyaAgsCQAJAAkAgAS0AAEHCAGsOEgBKSkpKSkpKSkoBSkpKSkpKAkoLIAFBAWohAUG4ASECDIICCyABQQFqIQFBuwEhAgyBAgsgAUEBaiEBQbwBIQIMgAILQdQBIQIgASAERg2YAiADKAIAIgAgBCABa2ohBSABIABrQQdqIQYCQANAIAEtAAAgAEGo1QBqLQAARw1FIABBB0YNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyZAgsgA0EANgIAIAZBAWohAUEbDEULIAEgBEYEQEHTASECDJgCCwJAAkAgAS0AAEHJAGsOBwBHR0dHRwFHCyABQQFqIQFBuQEhAgz/AQsgAUEBaiEBQboBIQIM/gELQdIBIQIgASAERg2WAiADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEGm1QBqLQAARw1DIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyXAgsgA0EANgIAIAZBAWohAUEPDEMLQdEBIQIgASAERg2VAiADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEGk1QBqLQAARw1CIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyWAgsgA0EANgIAIAZBAWohAUEgDEILQdABIQIgASAERg2UAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGh1QBqLQAARw1BIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyVAgsgA0EANgIAIAZBAWohAUESDEELIAEgBEYEQEHPASECDJQCCwJAAkAgAS0AAEHFAGsODgBDQ0NDQ0NDQ0NDQ0MBQwsgAUEBaiEBQbUBIQIM+wELIAFBAWohAUG2ASECDPoBC0HOASECIAEgBEYNkgIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBntUAai0AAEcNPyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMkwILIANBADYCACAGQQFqIQFBBww/C0HNASECIAEgBEYNkQIgAygCACIAIAQgAWtqIQUgASAAa0EFaiEGAkADQCABLQAAIABBmNUAai0AAEcNPiAAQQVGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMkgILIANBADYCACAGQQFqIQFBKAw+CyABIARGBEBBzAEhAgyRAgsCQAJAAkAgAS0AAEHFAGsOEQBBQUFBQUFBQUEBQUFBQUECQQsgAUEBaiEBQbEBIQIM+QELIAFBAWohAUGyASECDPgBCyABQQFqIQFBswEhAgz3AQtBywEhAiABIARGDY8CIAMoAgAiACAEIAFraiEFIAEgAGtBBmohBgJAA0AgAS0AACAAQZHVAGotAABHDTwgAEEGRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJACCyADQQA2AgAgBkEBaiEBQRoMPAtBygEhAiABIARGDY4CIAMoAgAiACAEIAFraiEFIAEgAGtBA2ohBgJAA0AgAS0AACAAQY3VAGotAABHDTsgAEEDRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADI8CCyADQQA2AgAgBkEBaiEBQSEMOwsgASAERgRAQckBIQIMjgILAkACQCABLQAAQcEAaw4UAD09PT09PT09PT09PT09PT09PQE9CyABQQFqIQFBrQEhAgz1AQsgAUEBaiEBQbABIQIM9AELIAEgBEYEQEHIASECDI0CCwJAAkAgAS0AAEHVAGsOCwA8PDw8PDw8PDwBPAsgAUEBaiEBQa4BIQIM9AELIAFBAWohAUGvASECDPMBC0HHASECIAEgBEYNiwIgAygCACIAIAQgAWtqIQUgASAAa0EIaiEGAkADQCABLQAAIABBhNUAai0AAEcNOCAAQQhGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMjAILIANBADYCACAGQQFqIQFBKgw4CyABIARGBEBBxgEhAgyLAgsgAS0AAEHQAEcNOCABQQFqIQFBJQw3C0HFASECIAEgBEYNiQIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBgdUAai0AAEcNNiAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMigILIANBADYCACAGQQFqIQFBDgw2CyABIARGBEBBxAEhAgyJAgsgAS0AAEHFAEcNNiABQQFqIQFBqwEhAgzvAQsgASAERgRAQcMBIQIMiAILAkACQAJAAkAgAS0AAEHCAGsODwABAjk5OTk5OTk5OTk5AzkLIAFBAWohAUGnASECDPEBCyABQQFqIQFBqAEhAgzwAQsgAUEBaiEBQakBIQIM7wELIAFBAWohAUGqASECDO4BC0HCASECIAEgBEYNhgIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABB/tQAai0AAEcNMyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMhwILIANBADYCACAGQQFqIQFBFAwzC0HBASECIAEgBEYNhQIgAygCACIAIAQgAWtqIQUgASAAa0EEaiEGAkADQCABLQAAIABB+dQAai0AAEcNMiAAQQRGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMhgILIANBADYCACAGQQFqIQFBKwwyC0HAASECIAEgBEYNhAIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABB9tQAai0AAEcNMSAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMhQILIANBADYCACAGQQFqIQFBLAwxC0G/ASECIAEgBEYNgwIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBodUAai0AAEcNMCAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMhAILIANBADYCACAGQQFqIQFBEQwwC0G+ASECIAEgBEYNggIgAygCACIAIAQgAWtqIQUgASAAa0EDaiEGAkADQCABLQAAIABB8tQAai0AAEcNLyAAQQNGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMgwILIANBADYCACAGQQFqIQFBLgwvCyABIARGBEBBvQEhAgyCAgsCQAJAAkACQAJAIAEtAABBwQBrDhUANDQ0NDQ0NDQ0NAE0NAI0NAM0NAQ0CyABQQFqIQFBmwEhAgzsAQsgAUEBaiEBQZwBIQIM6wELIAFBAWohAUGdASECDOoBCyABQQFqIQFBogEhAgzpAQsgAUEBaiEBQaQBIQIM6AELIAEgBEYEQEG8ASECDIECCwJAAkAgAS0AAEHSAGsOAwAwATALIAFBAWohAUGjASECDOgBCyABQQFqIQFBBAwtC0G7ASECIAEgBEYN/wEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABB8NQAai0AAEcNLCAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMgAILIANBADYCACAGQQFqIQFBHQwsCyABIARGBEBBugEhAgz/AQsCQAJAIAEtAABByQBrDgcBLi4uLi4ALgsgAUEBaiEBQaEBIQIM5gELIAFBAWohAUEiDCsLIAEgBEYEQEG5ASECDP4BCyABLQAAQdAARw0rIAFBAWohAUGgASECDOQBCyABIARGBEBBuAEhAgz9AQsCQAJAIAEtAABBxgBrDgsALCwsLCwsLCwsASwLIAFBAWohAUGeASECDOQBCyABQQFqIQFBnwEhAgzjAQtBtwEhAiABIARGDfsBIAMoAgAiACAEIAFraiEFIAEgAGtBA2ohBgJAA0AgAS0AACAAQezUAGotAABHDSggAEEDRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPwBCyADQQA2AgAgBkEBaiEBQQ0MKAtBtgEhAiABIARGDfoBIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQaHVAGotAABHDScgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPsBCyADQQA2AgAgBkEBaiEBQQwMJwtBtQEhAiABIARGDfkBIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQerUAGotAABHDSYgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPoBCyADQQA2AgAgBkEBaiEBQQMMJgtBtAEhAiABIARGDfgBIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQejUAGotAABHDSUgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPkBCyADQQA2AgAgBkEBaiEBQSYMJQsgASAERgRAQbMBIQIM+AELAkACQCABLQAAQdQAaw4CAAEnCyABQQFqIQFBmQEhAgzfAQsgAUEBaiEBQZoBIQIM3gELQbIBIQIgASAERg32ASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEHm1ABqLQAARw0jIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAz3AQsgA0EANgIAIAZBAWohAUEnDCMLQbEBIQIgASAERg31ASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEHk1ABqLQAARw0iIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAz2AQsgA0EANgIAIAZBAWohAUEcDCILQbABIQIgASAERg30ASADKAIAIgAgBCABa2ohBSABIABrQQVqIQYCQANAIAEtAAAgAEHe1ABqLQAARw0hIABBBUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAz1AQsgA0EANgIAIAZBAWohAUEGDCELQa8BIQIgASAERg3zASADKAIAIgAgBCABa2ohBSABIABrQQRqIQYCQANAIAEtAAAgAEHZ1ABqLQAARw0gIABBBEYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAz0AQsgA0EANgIAIAZBAWohAUEZDCALIAEgBEYEQEGuASECDPMBCwJAAkACQAJAIAEtAABBLWsOIwAkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJAEkJCQkJAIkJCQDJAsgAUEBaiEBQY4BIQIM3AELIAFBAWohAUGPASECDNsBCyABQQFqIQFBlAEhAgzaAQsgAUEBaiEBQZUBIQIM2QELQa0BIQIgASAERg3xASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEHX1ABqLQAARw0eIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzyAQsgA0EANgIAIAZBAWohAUELDB4LIAEgBEYEQEGsASECDPEBCwJAAkAgAS0AAEHBAGsOAwAgASALIAFBAWohAUGQASECDNgBCyABQQFqIQFBkwEhAgzXAQsgASAERgRAQasBIQIM8AELAkACQCABLQAAQcEAaw4PAB8fHx8fHx8fHx8fHx8BHwsgAUEBaiEBQZEBIQIM1wELIAFBAWohAUGSASECDNYBCyABIARGBEBBqgEhAgzvAQsgAS0AAEHMAEcNHCABQQFqIQFBCgwbC0GpASECIAEgBEYN7QEgAygCACIAIAQgAWtqIQUgASAAa0EFaiEGAkADQCABLQAAIABB0dQAai0AAEcNGiAAQQVGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM7gELIANBADYCACAGQQFqIQFBHgwaC0GoASECIAEgBEYN7AEgAygCACIAIAQgAWtqIQUgASAAa0EGaiEGAkADQCABLQAAIABBytQAai0AAEcNGSAAQQZGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM7QELIANBADYCACAGQQFqIQFBFQwZC0GnASECIAEgBEYN6wEgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBx9QAai0AAEcNGCAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM7AELIANBADYCACAGQQFqIQFBFwwYC0GmASECIAEgBEYN6gEgAygCACIAIAQgAWtqIQUgASAAa0EFaiEGAkADQCABLQAAIABBwdQAai0AAEcNFyAAQQVGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM6wELIANBADYCACAGQQFqIQFBGAwXCyABIARGBEBBpQEhAgzqAQsCQAJAIAEtAABByQBrDgcAGRkZGRkBGQsgAUEBaiEBQYsBIQIM0QELIAFBAWohAUGMASECDNABC0GkASECIAEgBEYN6AEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABBptUAai0AAEcNFSAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM6QELIANBADYCACAGQQFqIQFBCQwVC0GjASECIAEgBEYN5wEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABBpNUAai0AAEcNFCAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM6AELIANBADYCACAGQQFqIQFBHwwUC0GiASECIAEgBEYN5gEgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBvtQAai0AAEcNEyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM5wELIANBADYCACAGQQFqIQFBAgwTC0GhASECIAEgBEYN5QEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGA0AgAS0AACAAQbzUAGotAABHDREgAEEBRg0CIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADOUBCyABIARGBEBBoAEhAgzlAQtBASABLQAAQd8ARw0RGiABQQFqIQFBhwEhAgzLAQsgA0EANgIAIAZBAWohAUGIASECDMoBC0GfASECIAEgBEYN4gEgAygCACIAIAQgAWtqIQUgASAAa0EIaiEGAkADQCABLQAAIABBhNUAai0AAEcNDyAAQQhGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM4wELIANBADYCACAGQQFqIQFBKQwPC0GeASECIAEgBEYN4QEgAygCACIAIAQgAWtqIQUgASAAa0EDaiEGAkADQCABLQAAIABBuNQAai0AAEcNDiAAQQNGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM4gELIANBADYCACAGQQFqIQFBLQwOCyABIARGBEBBnQEhAgzhAQsgAS0AAEHFAEcNDiABQQFqIQFBhAEhAgzHAQsgASAERgRAQZwBIQIM4AELAkACQCABLQAAQcwAaw4IAA8PDw8PDwEPCyABQQFqIQFBggEhAgzHAQsgAUEBaiEBQYMBIQIMxgELQZsBIQIgASAERg3eASADKAIAIgAgBCABa2ohBSABIABrQQRqIQYCQANAIAEtAAAgAEGz1ABqLQAARw0LIABBBEYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzfAQsgA0EANgIAIAZBAWohAUEjDAsLQZoBIQIgASAERg3dASADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGw1ABqLQAARw0KIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzeAQsgA0EANgIAIAZBAWohAUEADAoLIAEgBEYEQEGZASECDN0BCwJAAkAgAS0AAEHIAGsOCAAMDAwMDAwBDAsgAUEBaiEBQf0AIQIMxAELIAFBAWohAUGAASECDMMBCyABIARGBEBBmAEhAgzcAQsCQAJAIAEtAABBzgBrDgMACwELCyABQQFqIQFB/gAhAgzDAQsgAUEBaiEBQf8AIQIMwgELIAEgBEYEQEGXASECDNsBCyABLQAAQdkARw0IIAFBAWohAUEIDAcLQZYBIQIgASAERg3ZASADKAIAIgAgBCABa2ohBSABIABrQQNqIQYCQANAIAEtAAAgAEGs1ABqLQAARw0GIABBA0YNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzaAQsgA0EANgIAIAZBAWohAUEFDAYLQZUBIQIgASAERg3YASADKAIAIgAgBCABa2ohBSABIABrQQVqIQYCQANAIAEtAAAgAEGm1ABqLQAARw0FIABBBUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzZAQsgA0EANgIAIAZBAWohAUEWDAULQZQBIQIgASAERg3XASADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGh1QBqLQAARw0EIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzYAQsgA0EANgIAIAZBAWohAUEQDAQLIAEgBEYEQEGTASECDNcBCwJAAkAgAS0AAEHDAGsODAAGBgYGBgYGBgYGAQYLIAFBAWohAUH5ACECDL4BCyABQQFqIQFB+gAhAgy9AQtBkgEhAiABIARGDdUBIAMoAgAiACAEIAFraiEFIAEgAGtBBWohBgJAA0AgAS0AACAAQaDUAGotAABHDQIgAEEFRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADNYBCyADQQA2AgAgBkEBaiEBQSQMAgsgA0EANgIADAILIAEgBEYEQEGRASECDNQBCyABLQAAQcwARw0BIAFBAWohAUETCzoAKSADKAIEIQAgA0EANgIEIAMgACABEC4iAA0CDAELQQAhAiADQQA2AhwgAyABNgIUIANB/h82AhAgA0EGNgIMDNEBC0H4ACECDLcBCyADQZABNgIcIAMgATYCFCADIAA2AgxBACECDM8BC0EAIQACQCADKAI4IgJFDQAgAigCQCICRQ0AIAMgAhEAACEACyAARQ0AIABBFUYNASADQQA2AhwgAyABNgIUIANBgg82AhAgA0EgNgIMQQAhAgzOAQtB9wAhAgy0AQsgA0GPATYCHCADIAE2AhQgA0HsGzYCECADQRU2AgxBACECDMwBCyABIARGBEBBjwEhAgzMAQsCQCABLQAAQSBGBEAgAUEBaiEBDAELIANBADYCHCADIAE2AhQgA0GbHzYCECADQQY2AgxBACECDMwBC0ECIQIMsgELA0AgAS0AAEEgRw0CIAQgAUEBaiIBRw0AC0GOASECDMoBCyABIARGBEBBjQEhAgzKAQsCQCABLQAAQQlrDgRKAABKAAtB9QAhAgywAQsgAy0AKUEFRgRAQfYAIQIMsAELQfQAIQIMrwELIAEgBEYEQEGMASECDMgBCyADQRA2AgggAyABNgIEDAoLIAEgBEYEQEGLASECDMcBCwJAIAEtAABBCWsOBEcAAEcAC0HzACECDK0BCyABIARHBEAgA0EQNgIIIAMgATYCBEHxACECDK0BC0GKASECDMUBCwJAIAEgBEcEQANAIAEtAABBoNAAai0AACIAQQNHBEACQCAAQQFrDgJJAAQLQfAAIQIMrwELIAQgAUEBaiIBRw0AC0GIASECDMYBC0GIASECDMUBCyADQQA2AhwgAyABNgIUIANB2yA2AhAgA0EHNgIMQQAhAgzEAQsgASAERgRAQYkBIQIMxAELAkACQAJAIAEtAABBoNIAai0AAEEBaw4DRgIAAQtB8gAhAgysAQsgA0EANgIcIAMgATYCFCADQbQSNgIQIANBBzYCDEEAIQIMxAELQeoAIQIMqgELIAEgBEcEQCABQQFqIQFB7wAhAgyqAQtBhwEhAgzCAQsgBCABIgBGBEBBhgEhAgzCAQsgAC0AACIBQS9GBEAgAEEBaiEBQe4AIQIMqQELIAFBCWsiAkEXSw0BIAAhAUEBIAJ0QZuAgARxDUEMAQsgBCABIgBGBEBBhQEhAgzBAQsgAC0AAEEvRw0AIABBAWohAQwDC0EAIQIgA0EANgIcIAMgADYCFCADQdsgNgIQIANBBzYCDAy/AQsCQAJAAkACQAJAA0AgAS0AAEGgzgBqLQAAIgBBBUcEQAJAAkAgAEEBaw4IRwUGBwgABAEIC0HrACECDK0BCyABQQFqIQFB7QAhAgysAQsgBCABQQFqIgFHDQALQYQBIQIMwwELIAFBAWoMFAsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDR4gA0HbADYCHCADIAE2AhQgAyAANgIMQQAhAgzBAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDR4gA0HdADYCHCADIAE2AhQgAyAANgIMQQAhAgzAAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDR4gA0H6ADYCHCADIAE2AhQgAyAANgIMQQAhAgy/AQsgA0EANgIcIAMgATYCFCADQfkPNgIQIANBBzYCDEEAIQIMvgELIAEgBEYEQEGDASECDL4BCwJAIAEtAABBoM4Aai0AAEEBaw4IPgQFBgAIAgMHCyABQQFqIQELQQMhAgyjAQsgAUEBagwNC0EAIQIgA0EANgIcIANB0RI2AhAgA0EHNgIMIAMgAUEBajYCFAy6AQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDRYgA0HbADYCHCADIAE2AhQgAyAANgIMQQAhAgy5AQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDRYgA0HdADYCHCADIAE2AhQgAyAANgIMQQAhAgy4AQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDRYgA0H6ADYCHCADIAE2AhQgAyAANgIMQQAhAgy3AQsgA0EANgIcIAMgATYCFCADQfkPNgIQIANBBzYCDEEAIQIMtgELQewAIQIMnAELIAEgBEYEQEGCASECDLUBCyABQQFqDAILIAEgBEYEQEGBASECDLQBCyABQQFqDAELIAEgBEYNASABQQFqCyEBQQQhAgyYAQtBgAEhAgywAQsDQCABLQAAQaDMAGotAAAiAEECRwRAIABBAUcEQEHpACECDJkBCwwxCyAEIAFBAWoiAUcNAAtB/wAhAgyvAQsgASAERgRAQf4AIQIMrwELAkAgAS0AAEEJaw43LwMGLwQGBgYGBgYGBgYGBgYGBgYGBgYFBgYCBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGAAYLIAFBAWoLIQFBBSECDJQBCyABQQFqDAYLIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0IIANB2wA2AhwgAyABNgIUIAMgADYCDEEAIQIMqwELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0IIANB3QA2AhwgAyABNgIUIAMgADYCDEEAIQIMqgELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0IIANB+gA2AhwgAyABNgIUIAMgADYCDEEAIQIMqQELIANBADYCHCADIAE2AhQgA0GNFDYCECADQQc2AgxBACECDKgBCwJAAkACQAJAA0AgAS0AAEGgygBqLQAAIgBBBUcEQAJAIABBAWsOBi4DBAUGAAYLQegAIQIMlAELIAQgAUEBaiIBRw0AC0H9ACECDKsBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNByADQdsANgIcIAMgATYCFCADIAA2AgxBACECDKoBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNByADQd0ANgIcIAMgATYCFCADIAA2AgxBACECDKkBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNByADQfoANgIcIAMgATYCFCADIAA2AgxBACECDKgBCyADQQA2AhwgAyABNgIUIANB5Ag2AhAgA0EHNgIMQQAhAgynAQsgASAERg0BIAFBAWoLIQFBBiECDIwBC0H8ACECDKQBCwJAAkACQAJAA0AgAS0AAEGgyABqLQAAIgBBBUcEQCAAQQFrDgQpAgMEBQsgBCABQQFqIgFHDQALQfsAIQIMpwELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0DIANB2wA2AhwgAyABNgIUIAMgADYCDEEAIQIMpgELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0DIANB3QA2AhwgAyABNgIUIAMgADYCDEEAIQIMpQELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0DIANB+gA2AhwgAyABNgIUIAMgADYCDEEAIQIMpAELIANBADYCHCADIAE2AhQgA0G8CjYCECADQQc2AgxBACECDKMBC0HPACECDIkBC0HRACECDIgBC0HnACECDIcBCyABIARGBEBB+gAhAgygAQsCQCABLQAAQQlrDgQgAAAgAAsgAUEBaiEBQeYAIQIMhgELIAEgBEYEQEH5ACECDJ8BCwJAIAEtAABBCWsOBB8AAB8AC0EAIQACQCADKAI4IgJFDQAgAigCOCICRQ0AIAMgAhEAACEACyAARQRAQeIBIQIMhgELIABBFUcEQCADQQA2AhwgAyABNgIUIANByQ02AhAgA0EaNgIMQQAhAgyfAQsgA0H4ADYCHCADIAE2AhQgA0HqGjYCECADQRU2AgxBACECDJ4BCyABIARHBEAgA0ENNgIIIAMgATYCBEHkACECDIUBC0H3ACECDJ0BCyABIARGBEBB9gAhAgydAQsCQAJAAkAgAS0AAEHIAGsOCwABCwsLCwsLCwsCCwsgAUEBaiEBQd0AIQIMhQELIAFBAWohAUHgACECDIQBCyABQQFqIQFB4wAhAgyDAQtB9QAhAiABIARGDZsBIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQbXVAGotAABHDQggAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJwBCyADKAIEIQAgA0IANwMAIAMgACAGQQFqIgEQKyIABEAgA0H0ADYCHCADIAE2AhQgAyAANgIMQQAhAgycAQtB4gAhAgyCAQtBACEAAkAgAygCOCICRQ0AIAIoAjQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0HqDTYCECADQSY2AgxBACECDJwBC0HhACECDIIBCyADQfMANgIcIAMgATYCFCADQYAbNgIQIANBFTYCDEEAIQIMmgELIAMtACkiAEEja0ELSQ0JAkAgAEEGSw0AQQEgAHRBygBxRQ0ADAoLQQAhAiADQQA2AhwgAyABNgIUIANB7Qk2AhAgA0EINgIMDJkBC0HyACECIAEgBEYNmAEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABBs9UAai0AAEcNBSAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMmQELIAMoAgQhACADQgA3AwAgAyAAIAZBAWoiARArIgAEQCADQfEANgIcIAMgATYCFCADIAA2AgxBACECDJkBC0HfACECDH8LQQAhAAJAIAMoAjgiAkUNACACKAI0IgJFDQAgAyACEQAAIQALAkAgAARAIABBFUYNASADQQA2AhwgAyABNgIUIANB6g02AhAgA0EmNgIMQQAhAgyZAQtB3gAhAgx/CyADQfAANgIcIAMgATYCFCADQYAbNgIQIANBFTYCDEEAIQIMlwELIAMtAClBIUYNBiADQQA2AhwgAyABNgIUIANBkQo2AhAgA0EINgIMQQAhAgyWAQtB7wAhAiABIARGDZUBIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQbDVAGotAABHDQIgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJYBCyADKAIEIQAgA0IANwMAIAMgACAGQQFqIgEQKyIARQ0CIANB7QA2AhwgAyABNgIUIAMgADYCDEEAIQIMlQELIANBADYCAAsgAygCBCEAIANBADYCBCADIAAgARArIgBFDYABIANB7gA2AhwgAyABNgIUIAMgADYCDEEAIQIMkwELQdwAIQIMeQtBACEAAkAgAygCOCICRQ0AIAIoAjQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0HqDTYCECADQSY2AgxBACECDJMBC0HbACECDHkLIANB7AA2AhwgAyABNgIUIANBgBs2AhAgA0EVNgIMQQAhAgyRAQsgAy0AKSIAQSNJDQAgAEEuRg0AIANBADYCHCADIAE2AhQgA0HJCTYCECADQQg2AgxBACECDJABC0HaACECDHYLIAEgBEYEQEHrACECDI8BCwJAIAEtAABBL0YEQCABQQFqIQEMAQsgA0EANgIcIAMgATYCFCADQbI4NgIQIANBCDYCDEEAIQIMjwELQdkAIQIMdQsgASAERwRAIANBDjYCCCADIAE2AgRB2AAhAgx1C0HqACECDI0BCyABIARGBEBB6QAhAgyNAQsgAS0AAEEwayIAQf8BcUEKSQRAIAMgADoAKiABQQFqIQFB1wAhAgx0CyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNeiADQegANgIcIAMgATYCFCADIAA2AgxBACECDIwBCyABIARGBEBB5wAhAgyMAQsCQCABLQAAQS5GBEAgAUEBaiEBDAELIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ17IANB5gA2AhwgAyABNgIUIAMgADYCDEEAIQIMjAELQdYAIQIMcgsgASAERgRAQeUAIQIMiwELQQAhAEEBIQVBASEHQQAhAgJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAIAEtAABBMGsOCgoJAAECAwQFBggLC0ECDAYLQQMMBQtBBAwEC0EFDAMLQQYMAgtBBwwBC0EICyECQQAhBUEAIQcMAgtBCSECQQEhAEEAIQVBACEHDAELQQAhBUEBIQILIAMgAjoAKyABQQFqIQECQAJAIAMtAC5BEHENAAJAAkACQCADLQAqDgMBAAIECyAHRQ0DDAILIAANAQwCCyAFRQ0BCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNAiADQeIANgIcIAMgATYCFCADIAA2AgxBACECDI0BCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNfSADQeMANgIcIAMgATYCFCADIAA2AgxBACECDIwBCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNeyADQeQANgIcIAMgATYCFCADIAA2AgwMiwELQdQAIQIMcQsgAy0AKUEiRg2GAUHTACECDHALQQAhAAJAIAMoAjgiAkUNACACKAJEIgJFDQAgAyACEQAAIQALIABFBEBB1QAhAgxwCyAAQRVHBEAgA0EANgIcIAMgATYCFCADQaQNNgIQIANBITYCDEEAIQIMiQELIANB4QA2AhwgAyABNgIUIANB0Bo2AhAgA0EVNgIMQQAhAgyIAQsgASAERgRAQeAAIQIMiAELAkACQAJAAkACQCABLQAAQQprDgQBBAQABAsgAUEBaiEBDAELIAFBAWohASADQS9qLQAAQQFxRQ0BC0HSACECDHALIANBADYCHCADIAE2AhQgA0G2ETYCECADQQk2AgxBACECDIgBCyADQQA2AhwgAyABNgIUIANBthE2AhAgA0EJNgIMQQAhAgyHAQsgASAERgRAQd8AIQIMhwELIAEtAABBCkYEQCABQQFqIQEMCQsgAy0ALkHAAHENCCADQQA2AhwgAyABNgIUIANBthE2AhAgA0ECNgIMQQAhAgyGAQsgASAERgRAQd0AIQIMhgELIAEtAAAiAkENRgRAIAFBAWohAUHQACECDG0LIAEhACACQQlrDgQFAQEFAQsgBCABIgBGBEBB3AAhAgyFAQsgAC0AAEEKRw0AIABBAWoMAgtBACECIANBADYCHCADIAA2AhQgA0HKLTYCECADQQc2AgwMgwELIAEgBEYEQEHbACECDIMBCwJAIAEtAABBCWsOBAMAAAMACyABQQFqCyEBQc4AIQIMaAsgASAERgRAQdoAIQIMgQELIAEtAABBCWsOBAABAQABC0EAIQIgA0EANgIcIANBmhI2AhAgA0EHNgIMIAMgAUEBajYCFAx/CyADQYASOwEqQQAhAAJAIAMoAjgiAkUNACACKAI4IgJFDQAgAyACEQAAIQALIABFDQAgAEEVRw0BIANB2QA2AhwgAyABNgIUIANB6ho2AhAgA0EVNgIMQQAhAgx+C0HNACECDGQLIANBADYCHCADIAE2AhQgA0HJDTYCECADQRo2AgxBACECDHwLIAEgBEYEQEHZACECDHwLIAEtAABBIEcNPSABQQFqIQEgAy0ALkEBcQ09IANBADYCHCADIAE2AhQgA0HCHDYCECADQR42AgxBACECDHsLIAEgBEYEQEHYACECDHsLAkACQAJAAkACQCABLQAAIgBBCmsOBAIDAwABCyABQQFqIQFBLCECDGULIABBOkcNASADQQA2AhwgAyABNgIUIANB5xE2AhAgA0EKNgIMQQAhAgx9CyABQQFqIQEgA0Evai0AAEEBcUUNcyADLQAyQYABcUUEQCADQTJqIQIgAxA1QQAhAAJAIAMoAjgiBkUNACAGKAIoIgZFDQAgAyAGEQAAIQALAkACQCAADhZNTEsBAQEBAQEBAQEBAQEBAQEBAQEAAQsgA0EpNgIcIAMgATYCFCADQawZNgIQIANBFTYCDEEAIQIMfgsgA0EANgIcIAMgATYCFCADQeULNgIQIANBETYCDEEAIQIMfQtBACEAAkAgAygCOCICRQ0AIAIoAlwiAkUNACADIAIRAAAhAAsgAEUNWSAAQRVHDQEgA0EFNgIcIAMgATYCFCADQZsbNgIQIANBFTYCDEEAIQIMfAtBywAhAgxiC0EAIQIgA0EANgIcIAMgATYCFCADQZAONgIQIANBFDYCDAx6CyADIAMvATJBgAFyOwEyDDsLIAEgBEcEQCADQRE2AgggAyABNgIEQcoAIQIMYAtB1wAhAgx4CyABIARGBEBB1gAhAgx4CwJAAkACQAJAIAEtAAAiAEEgciAAIABBwQBrQf8BcUEaSRtB/wFxQeMAaw4TAEBAQEBAQEBAQEBAQAFAQEACA0ALIAFBAWohAUHGACECDGELIAFBAWohAUHHACECDGALIAFBAWohAUHIACECDF8LIAFBAWohAUHJACECDF4LQdUAIQIgBCABIgBGDXYgBCABayADKAIAIgFqIQYgACABa0EFaiEHA0AgAUGQyABqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0IQQQgAUEFRg0KGiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAx2C0HUACECIAQgASIARg11IAQgAWsgAygCACIBaiEGIAAgAWtBD2ohBwNAIAFBgMgAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNB0EDIAFBD0YNCRogAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMdQtB0wAhAiAEIAEiAEYNdCAEIAFrIAMoAgAiAWohBiAAIAFrQQ5qIQcDQCABQeLHAGotAAAgAC0AACIFQSByIAUgBUHBAGtB/wFxQRpJG0H/AXFHDQYgAUEORg0HIAFBAWohASAEIABBAWoiAEcNAAsgAyAGNgIADHQLQdIAIQIgBCABIgBGDXMgBCABayADKAIAIgFqIQUgACABa0EBaiEGA0AgAUHgxwBqLQAAIAAtAAAiB0EgciAHIAdBwQBrQf8BcUEaSRtB/wFxRw0FIAFBAUYNAiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBTYCAAxzCyABIARGBEBB0QAhAgxzCwJAAkAgAS0AACIAQSByIAAgAEHBAGtB/wFxQRpJG0H/AXFB7gBrDgcAOTk5OTkBOQsgAUEBaiEBQcMAIQIMWgsgAUEBaiEBQcQAIQIMWQsgA0EANgIAIAZBAWohAUHFACECDFgLQdAAIQIgBCABIgBGDXAgBCABayADKAIAIgFqIQYgACABa0EJaiEHA0AgAUHWxwBqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0CQQIgAUEJRg0EGiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAxwC0HPACECIAQgASIARg1vIAQgAWsgAygCACIBaiEGIAAgAWtBBWohBwNAIAFB0McAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNASABQQVGDQIgAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMbwsgACEBIANBADYCAAwzC0EBCzoALCADQQA2AgAgB0EBaiEBC0EtIQIMUgsCQANAIAEtAABB0MUAai0AAEEBRw0BIAQgAUEBaiIBRw0AC0HNACECDGsLQcIAIQIMUQsgASAERgRAQcwAIQIMagsgAS0AAEE6RgRAIAMoAgQhACADQQA2AgQgAyAAIAEQMCIARQ0zIANBywA2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMagsgA0EANgIcIAMgATYCFCADQecRNgIQIANBCjYCDEEAIQIMaQsCQAJAIAMtACxBAmsOAgABJwsgA0Ezai0AAEECcUUNJiADLQAuQQJxDSYgA0EANgIcIAMgATYCFCADQaYUNgIQIANBCzYCDEEAIQIMaQsgAy0AMkEgcUUNJSADLQAuQQJxDSUgA0EANgIcIAMgATYCFCADQb0TNgIQIANBDzYCDEEAIQIMaAtBACEAAkAgAygCOCICRQ0AIAIoAkgiAkUNACADIAIRAAAhAAsgAEUEQEHBACECDE8LIABBFUcEQCADQQA2AhwgAyABNgIUIANBpg82AhAgA0EcNgIMQQAhAgxoCyADQcoANgIcIAMgATYCFCADQYUcNgIQIANBFTYCDEEAIQIMZwsgASAERwRAA0AgAS0AAEHAwQBqLQAAQQFHDRcgBCABQQFqIgFHDQALQcQAIQIMZwtBxAAhAgxmCyABIARHBEADQAJAIAEtAAAiAEEgciAAIABBwQBrQf8BcUEaSRtB/wFxIgBBCUYNACAAQSBGDQACQAJAAkACQCAAQeMAaw4TAAMDAwMDAwMBAwMDAwMDAwMDAgMLIAFBAWohAUE2IQIMUgsgAUEBaiEBQTchAgxRCyABQQFqIQFBOCECDFALDBULIAQgAUEBaiIBRw0AC0E8IQIMZgtBPCECDGULIAEgBEYEQEHIACECDGULIANBEjYCCCADIAE2AgQCQAJAAkACQAJAIAMtACxBAWsOBBQAAQIJCyADLQAyQSBxDQNB4AEhAgxPCwJAIAMvATIiAEEIcUUNACADLQAoQQFHDQAgAy0ALkEIcUUNAgsgAyAAQff7A3FBgARyOwEyDAsLIAMgAy8BMkEQcjsBMgwECyADQQA2AgQgAyABIAEQMSIABEAgA0HBADYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgxmCyABQQFqIQEMWAsgA0EANgIcIAMgATYCFCADQfQTNgIQIANBBDYCDEEAIQIMZAtBxwAhAiABIARGDWMgAygCACIAIAQgAWtqIQUgASAAa0EGaiEGAkADQCAAQcDFAGotAAAgAS0AAEEgckcNASAAQQZGDUogAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMZAsgA0EANgIADAULAkAgASAERwRAA0AgAS0AAEHAwwBqLQAAIgBBAUcEQCAAQQJHDQMgAUEBaiEBDAULIAQgAUEBaiIBRw0AC0HFACECDGQLQcUAIQIMYwsLIANBADoALAwBC0ELIQIMRwtBPyECDEYLAkACQANAIAEtAAAiAEEgRwRAAkAgAEEKaw4EAwUFAwALIABBLEYNAwwECyAEIAFBAWoiAUcNAAtBxgAhAgxgCyADQQg6ACwMDgsgAy0AKEEBRw0CIAMtAC5BCHENAiADKAIEIQAgA0EANgIEIAMgACABEDEiAARAIANBwgA2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMXwsgAUEBaiEBDFALQTshAgxECwJAA0AgAS0AACIAQSBHIABBCUdxDQEgBCABQQFqIgFHDQALQcMAIQIMXQsLQTwhAgxCCwJAAkAgASAERwRAA0AgAS0AACIAQSBHBEAgAEEKaw4EAwQEAwQLIAQgAUEBaiIBRw0AC0E/IQIMXQtBPyECDFwLIAMgAy8BMkEgcjsBMgwKCyADKAIEIQAgA0EANgIEIAMgACABEDEiAEUNTiADQT42AhwgAyABNgIUIAMgADYCDEEAIQIMWgsCQCABIARHBEADQCABLQAAQcDDAGotAAAiAEEBRwRAIABBAkYNAwwMCyAEIAFBAWoiAUcNAAtBNyECDFsLQTchAgxaCyABQQFqIQEMBAtBOyECIAQgASIARg1YIAQgAWsgAygCACIBaiEGIAAgAWtBBWohBwJAA0AgAUGQyABqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0BIAFBBUYEQEEHIQEMPwsgAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMWQsgA0EANgIAIAAhAQwFC0E6IQIgBCABIgBGDVcgBCABayADKAIAIgFqIQYgACABa0EIaiEHAkADQCABQbTBAGotAAAgAC0AACIFQSByIAUgBUHBAGtB/wFxQRpJG0H/AXFHDQEgAUEIRgRAQQUhAQw+CyABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAxYCyADQQA2AgAgACEBDAQLQTkhAiAEIAEiAEYNViAEIAFrIAMoAgAiAWohBiAAIAFrQQNqIQcCQANAIAFBsMEAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNASABQQNGBEBBBiEBDD0LIAFBAWohASAEIABBAWoiAEcNAAsgAyAGNgIADFcLIANBADYCACAAIQEMAwsCQANAIAEtAAAiAEEgRwRAIABBCmsOBAcEBAcCCyAEIAFBAWoiAUcNAAtBOCECDFYLIABBLEcNASABQQFqIQBBASEBAkACQAJAAkACQCADLQAsQQVrDgQDAQIEAAsgACEBDAQLQQIhAQwBC0EEIQELIANBAToALCADIAMvATIgAXI7ATIgACEBDAELIAMgAy8BMkEIcjsBMiAAIQELQT4hAgw7CyADQQA6ACwLQTkhAgw5CyABIARGBEBBNiECDFILAkACQAJAAkACQCABLQAAQQprDgQAAgIBAgsgAygCBCEAIANBADYCBCADIAAgARAxIgBFDQIgA0EzNgIcIAMgATYCFCADIAA2AgxBACECDFULIAMoAgQhACADQQA2AgQgAyAAIAEQMSIARQRAIAFBAWohAQwGCyADQTI2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMVAsgAy0ALkEBcQRAQd8BIQIMOwsgAygCBCEAIANBADYCBCADIAAgARAxIgANAQxJC0E0IQIMOQsgA0E1NgIcIAMgATYCFCADIAA2AgxBACECDFELQTUhAgw3CyADQS9qLQAAQQFxDQAgA0EANgIcIAMgATYCFCADQesWNgIQIANBGTYCDEEAIQIMTwtBMyECDDULIAEgBEYEQEEyIQIMTgsCQCABLQAAQQpGBEAgAUEBaiEBDAELIANBADYCHCADIAE2AhQgA0GSFzYCECADQQM2AgxBACECDE4LQTIhAgw0CyABIARGBEBBMSECDE0LAkAgAS0AACIAQQlGDQAgAEEgRg0AQQEhAgJAIAMtACxBBWsOBAYEBQANCyADIAMvATJBCHI7ATIMDAsgAy0ALkEBcUUNASADLQAsQQhHDQAgA0EAOgAsC0E9IQIMMgsgA0EANgIcIAMgATYCFCADQcIWNgIQIANBCjYCDEEAIQIMSgtBAiECDAELQQQhAgsgA0EBOgAsIAMgAy8BMiACcjsBMgwGCyABIARGBEBBMCECDEcLIAEtAABBCkYEQCABQQFqIQEMAQsgAy0ALkEBcQ0AIANBADYCHCADIAE2AhQgA0HcKDYCECADQQI2AgxBACECDEYLQTAhAgwsCyABQQFqIQFBMSECDCsLIAEgBEYEQEEvIQIMRAsgAS0AACIAQQlHIABBIEdxRQRAIAFBAWohASADLQAuQQFxDQEgA0EANgIcIAMgATYCFCADQZcQNgIQIANBCjYCDEEAIQIMRAtBASECAkACQAJAAkACQAJAIAMtACxBAmsOBwUEBAMBAgAECyADIAMvATJBCHI7ATIMAwtBAiECDAELQQQhAgsgA0EBOgAsIAMgAy8BMiACcjsBMgtBLyECDCsLIANBADYCHCADIAE2AhQgA0GEEzYCECADQQs2AgxBACECDEMLQeEBIQIMKQsgASAERgRAQS4hAgxCCyADQQA2AgQgA0ESNgIIIAMgASABEDEiAA0BC0EuIQIMJwsgA0EtNgIcIAMgATYCFCADIAA2AgxBACECDD8LQQAhAAJAIAMoAjgiAkUNACACKAJMIgJFDQAgAyACEQAAIQALIABFDQAgAEEVRw0BIANB2AA2AhwgAyABNgIUIANBsxs2AhAgA0EVNgIMQQAhAgw+C0HMACECDCQLIANBADYCHCADIAE2AhQgA0GzDjYCECADQR02AgxBACECDDwLIAEgBEYEQEHOACECDDwLIAEtAAAiAEEgRg0CIABBOkYNAQsgA0EAOgAsQQkhAgwhCyADKAIEIQAgA0EANgIEIAMgACABEDAiAA0BDAILIAMtAC5BAXEEQEHeASECDCALIAMoAgQhACADQQA2AgQgAyAAIAEQMCIARQ0CIANBKjYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgw4CyADQcsANgIcIAMgADYCDCADIAFBAWo2AhRBACECDDcLIAFBAWohAUHAACECDB0LIAFBAWohAQwsCyABIARGBEBBKyECDDULAkAgAS0AAEEKRgRAIAFBAWohAQwBCyADLQAuQcAAcUUNBgsgAy0AMkGAAXEEQEEAIQACQCADKAI4IgJFDQAgAigCXCICRQ0AIAMgAhEAACEACyAARQ0SIABBFUYEQCADQQU2AhwgAyABNgIUIANBmxs2AhAgA0EVNgIMQQAhAgw2CyADQQA2AhwgAyABNgIUIANBkA42AhAgA0EUNgIMQQAhAgw1CyADQTJqIQIgAxA1QQAhAAJAIAMoAjgiBkUNACAGKAIoIgZFDQAgAyAGEQAAIQALIAAOFgIBAAQEBAQEBAQEBAQEBAQEBAQEBAMECyADQQE6ADALIAIgAi8BAEHAAHI7AQALQSshAgwYCyADQSk2AhwgAyABNgIUIANBrBk2AhAgA0EVNgIMQQAhAgwwCyADQQA2AhwgAyABNgIUIANB5Qs2AhAgA0ERNgIMQQAhAgwvCyADQQA2AhwgAyABNgIUIANBpQs2AhAgA0ECNgIMQQAhAgwuC0EBIQcgAy8BMiIFQQhxRQRAIAMpAyBCAFIhBwsCQCADLQAwBEBBASEAIAMtAClBBUYNASAFQcAAcUUgB3FFDQELAkAgAy0AKCICQQJGBEBBASEAIAMvATQiBkHlAEYNAkEAIQAgBUHAAHENAiAGQeQARg0CIAZB5gBrQQJJDQIgBkHMAUYNAiAGQbACRg0CDAELQQAhACAFQcAAcQ0BC0ECIQAgBUEIcQ0AIAVBgARxBEACQCACQQFHDQAgAy0ALkEKcQ0AQQUhAAwCC0EEIQAMAQsgBUEgcUUEQCADEDZBAEdBAnQhAAwBC0EAQQMgAykDIFAbIQALIABBAWsOBQIABwEDBAtBESECDBMLIANBAToAMQwpC0EAIQICQCADKAI4IgBFDQAgACgCMCIARQ0AIAMgABEAACECCyACRQ0mIAJBFUYEQCADQQM2AhwgAyABNgIUIANB0hs2AhAgA0EVNgIMQQAhAgwrC0EAIQIgA0EANgIcIAMgATYCFCADQd0ONgIQIANBEjYCDAwqCyADQQA2AhwgAyABNgIUIANB+SA2AhAgA0EPNgIMQQAhAgwpC0EAIQACQCADKAI4IgJFDQAgAigCMCICRQ0AIAMgAhEAACEACyAADQELQQ4hAgwOCyAAQRVGBEAgA0ECNgIcIAMgATYCFCADQdIbNgIQIANBFTYCDEEAIQIMJwsgA0EANgIcIAMgATYCFCADQd0ONgIQIANBEjYCDEEAIQIMJgtBKiECDAwLIAEgBEcEQCADQQk2AgggAyABNgIEQSkhAgwMC0EmIQIMJAsgAyADKQMgIgwgBCABa60iCn0iC0IAIAsgDFgbNwMgIAogDFQEQEElIQIMJAsgAygCBCEAIANBADYCBCADIAAgASAMp2oiARAyIgBFDQAgA0EFNgIcIAMgATYCFCADIAA2AgxBACECDCMLQQ8hAgwJC0IAIQoCQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAS0AAEEwaw43FxYAAQIDBAUGBxQUFBQUFBQICQoLDA0UFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFA4PEBESExQLQgIhCgwWC0IDIQoMFQtCBCEKDBQLQgUhCgwTC0IGIQoMEgtCByEKDBELQgghCgwQC0IJIQoMDwtCCiEKDA4LQgshCgwNC0IMIQoMDAtCDSEKDAsLQg4hCgwKC0IPIQoMCQtCCiEKDAgLQgshCgwHC0IMIQoMBgtCDSEKDAULQg4hCgwEC0IPIQoMAwsgA0EANgIcIAMgATYCFCADQZ8VNgIQIANBDDYCDEEAIQIMIQsgASAERgRAQSIhAgwhC0IAIQoCQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIAEtAABBMGsONxUUAAECAwQFBgcWFhYWFhYWCAkKCwwNFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYODxAREhMWC0ICIQoMFAtCAyEKDBMLQgQhCgwSC0IFIQoMEQtCBiEKDBALQgchCgwPC0IIIQoMDgtCCSEKDA0LQgohCgwMC0ILIQoMCwtCDCEKDAoLQg0hCgwJC0IOIQoMCAtCDyEKDAcLQgohCgwGC0ILIQoMBQtCDCEKDAQLQg0hCgwDC0IOIQoMAgtCDyEKDAELQgEhCgsgAUEBaiEBIAMpAyAiC0L//////////w9YBEAgAyALQgSGIAqENwMgDAILIANBADYCHCADIAE2AhQgA0G1CTYCECADQQw2AgxBACECDB4LQSchAgwEC0EoIQIMAwsgAyABOgAsIANBADYCACAHQQFqIQFBDCECDAILIANBADYCACAGQQFqIQFBCiECDAELIAFBAWohAUEIIQIMAAsAC0EAIQIgA0EANgIcIAMgATYCFCADQbI4NgIQIANBCDYCDAwXC0EAIQIgA0EANgIcIAMgATYCFCADQYMRNgIQIANBCTYCDAwWC0EAIQIgA0EANgIcIAMgATYCFCADQd8KNgIQIANBCTYCDAwVC0EAIQIgA0EANgIcIAMgATYCFCADQe0QNgIQIANBCTYCDAwUC0EAIQIgA0EANgIcIAMgATYCFCADQdIRNgIQIANBCTYCDAwTC0EAIQIgA0EANgIcIAMgATYCFCADQbI4NgIQIANBCDYCDAwSC0EAIQIgA0EANgIcIAMgATYCFCADQYMRNgIQIANBCTYCDAwRC0EAIQIgA0EANgIcIAMgATYCFCADQd8KNgIQIANBCTYCDAwQC0EAIQIgA0EANgIcIAMgATYCFCADQe0QNgIQIANBCTYCDAwPC0EAIQIgA0EANgIcIAMgATYCFCADQdIRNgIQIANBCTYCDAwOC0EAIQIgA0EANgIcIAMgATYCFCADQbkXNgIQIANBDzYCDAwNC0EAIQIgA0EANgIcIAMgATYCFCADQbkXNgIQIANBDzYCDAwMC0EAIQIgA0EANgIcIAMgATYCFCADQZkTNgIQIANBCzYCDAwLC0EAIQIgA0EANgIcIAMgATYCFCADQZ0JNgIQIANBCzYCDAwKC0EAIQIgA0EANgIcIAMgATYCFCADQZcQNgIQIANBCjYCDAwJC0EAIQIgA0EANgIcIAMgATYCFCADQbEQNgIQIANBCjYCDAwIC0EAIQIgA0EANgIcIAMgATYCFCADQbsdNgIQIANBAjYCDAwHC0EAIQIgA0EANgIcIAMgATYCFCADQZYWNgIQIANBAjYCDAwGC0EAIQIgA0EANgIcIAMgATYCFCADQfkYNgIQIANBAjYCDAwFC0EAIQIgA0EANgIcIAMgATYCFCADQcQYNgIQIANBAjYCDAwECyADQQI2AhwgAyABNgIUIANBqR42AhAgA0EWNgIMQQAhAgwDC0HeACECIAEgBEYNAiAJQQhqIQcgAygCACEFAkACQCABIARHBEAgBUGWyABqIQggBCAFaiABayEGIAVBf3NBCmoiBSABaiEAA0AgAS0AACAILQAARwRAQQIhCAwDCyAFRQRAQQAhCCAAIQEMAwsgBUEBayEFIAhBAWohCCAEIAFBAWoiAUcNAAsgBiEFIAQhAQsgB0EBNgIAIAMgBTYCAAwBCyADQQA2AgAgByAINgIACyAHIAE2AgQgCSgCDCEAAkACQCAJKAIIQQFrDgIEAQALIANBADYCHCADQcIeNgIQIANBFzYCDCADIABBAWo2AhRBACECDAMLIANBADYCHCADIAA2AhQgA0HXHjYCECADQQk2AgxBACECDAILIAEgBEYEQEEoIQIMAgsgA0EJNgIIIAMgATYCBEEnIQIMAQsgASAERgRAQQEhAgwBCwNAAkACQAJAIAEtAABBCmsOBAABAQABCyABQQFqIQEMAQsgAUEBaiEBIAMtAC5BIHENAEEAIQIgA0EANgIcIAMgATYCFCADQaEhNgIQIANBBTYCDAwCC0EBIQIgASAERw0ACwsgCUEQaiQAIAJFBEAgAygCDCEADAELIAMgAjYCHEEAIQAgAygCBCIBRQ0AIAMgASAEIAMoAggRAQAiAUUNACADIAQ2AhQgAyABNgIMIAEhAAsgAAu+AgECfyAAQQA6AAAgAEHkAGoiAUEBa0EAOgAAIABBADoAAiAAQQA6AAEgAUEDa0EAOgAAIAFBAmtBADoAACAAQQA6AAMgAUEEa0EAOgAAQQAgAGtBA3EiASAAaiIAQQA2AgBB5AAgAWtBfHEiAiAAaiIBQQRrQQA2AgACQCACQQlJDQAgAEEANgIIIABBADYCBCABQQhrQQA2AgAgAUEMa0EANgIAIAJBGUkNACAAQQA2AhggAEEANgIUIABBADYCECAAQQA2AgwgAUEQa0EANgIAIAFBFGtBADYCACABQRhrQQA2AgAgAUEca0EANgIAIAIgAEEEcUEYciICayIBQSBJDQAgACACaiEAA0AgAEIANwMYIABCADcDECAAQgA3AwggAEIANwMAIABBIGohACABQSBrIgFBH0sNAAsLC1YBAX8CQCAAKAIMDQACQAJAAkACQCAALQAxDgMBAAMCCyAAKAI4IgFFDQAgASgCMCIBRQ0AIAAgAREAACIBDQMLQQAPCwALIABByhk2AhBBDiEBCyABCxoAIAAoAgxFBEAgAEHeHzYCECAAQRU2AgwLCxQAIAAoAgxBFUYEQCAAQQA2AgwLCxQAIAAoAgxBFkYEQCAAQQA2AgwLCwcAIAAoAgwLBwAgACgCEAsJACAAIAE2AhALBwAgACgCFAsrAAJAIABBJ08NAEL//////wkgAK2IQgGDUA0AIABBAnRB0DhqKAIADwsACxcAIABBL08EQAALIABBAnRB7DlqKAIAC78JAQF/QfQtIQECQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQCAAQeQAaw70A2NiAAFhYWFhYWECAwQFYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYQYHCAkKCwwNDg9hYWFhYRBhYWFhYWFhYWFhYRFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWESExQVFhcYGRobYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYRwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1NmE3ODk6YWFhYWFhYWE7YWFhPGFhYWE9Pj9hYWFhYWFhYUBhYUFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFCQ0RFRkdISUpLTE1OT1BRUlNhYWFhYWFhYVRVVldYWVpbYVxdYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhXmFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYV9gYQtB6iwPC0GYJg8LQe0xDwtBoDcPC0HJKQ8LQbQpDwtBli0PC0HrKw8LQaI1DwtB2zQPC0HgKQ8LQeMkDwtB1SQPC0HuJA8LQeYlDwtByjQPC0HQNw8LQao1DwtB9SwPC0H2Jg8LQYIiDwtB8jMPC0G+KA8LQec3DwtBzSEPC0HAIQ8LQbglDwtByyUPC0GWJA8LQY80DwtBzTUPC0HdKg8LQe4zDwtBnDQPC0GeMQ8LQfQ1DwtB5SIPC0GvJQ8LQZkxDwtBsjYPC0H5Ng8LQcQyDwtB3SwPC0GCMQ8LQcExDwtBjTcPC0HJJA8LQew2DwtB5yoPC0HIIw8LQeIhDwtByTcPC0GlIg8LQZQiDwtB2zYPC0HeNQ8LQYYmDwtBvCsPC0GLMg8LQaAjDwtB9jAPC0GALA8LQYkrDwtBpCYPC0HyIw8LQYEoDwtBqzIPC0HrJw8LQcI2DwtBoiQPC0HPKg8LQdwjDwtBhycPC0HkNA8LQbciDwtBrTEPC0HVIg8LQa80DwtB3iYPC0HWMg8LQfQ0DwtBgTgPC0H0Nw8LQZI2DwtBnScPC0GCKQ8LQY0jDwtB1zEPC0G9NQ8LQbQ3DwtB2DAPC0G2Jw8LQZo4DwtBpyoPC0HEJw8LQa4jDwtB9SIPCwALQcomIQELIAELFwAgACAALwEuQf7/A3EgAUEAR3I7AS4LGgAgACAALwEuQf3/A3EgAUEAR0EBdHI7AS4LGgAgACAALwEuQfv/A3EgAUEAR0ECdHI7AS4LGgAgACAALwEuQff/A3EgAUEAR0EDdHI7AS4LGgAgACAALwEuQe//A3EgAUEAR0EEdHI7AS4LGgAgACAALwEuQd//A3EgAUEAR0EFdHI7AS4LGgAgACAALwEuQb//A3EgAUEAR0EGdHI7AS4LGgAgACAALwEuQf/+A3EgAUEAR0EHdHI7AS4LGgAgACAALwEuQf/9A3EgAUEAR0EIdHI7AS4LGgAgACAALwEuQf/7A3EgAUEAR0EJdHI7AS4LPgECfwJAIAAoAjgiA0UNACADKAIEIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEHhEjYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIIIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEH8ETYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIMIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEHsCjYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIQIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEH6HjYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIUIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEHLEDYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIYIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEG3HzYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIcIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEG/FTYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIsIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEH+CDYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIgIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEGMHTYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIkIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEHmFTYCEEEYIQQLIAQLOAAgAAJ/IAAvATJBFHFBFEYEQEEBIAAtAChBAUYNARogAC8BNEHlAEYMAQsgAC0AKUEFRgs6ADALWQECfwJAIAAtAChBAUYNACAALwE0IgFB5ABrQeQASQ0AIAFBzAFGDQAgAUGwAkYNACAALwEyIgBBwABxDQBBASECIABBiARxQYAERg0AIABBKHFFIQILIAILjAEBAn8CQAJAAkAgAC0AKkUNACAALQArRQ0AIAAvATIiAUECcUUNAQwCCyAALwEyIgFBAXFFDQELQQEhAiAALQAoQQFGDQAgAC8BNCIAQeQAa0HkAEkNACAAQcwBRg0AIABBsAJGDQAgAUHAAHENAEEAIQIgAUGIBHFBgARGDQAgAUEocUEARyECCyACC1cAIABBGGpCADcDACAAQgA3AwAgAEE4akIANwMAIABBMGpCADcDACAAQShqQgA3AwAgAEEgakIANwMAIABBEGpCADcDACAAQQhqQgA3AwAgAEH9ATYCHAsGACAAEDoLmi0BC38jAEEQayIKJABB3NUAKAIAIglFBEBBnNkAKAIAIgVFBEBBqNkAQn83AgBBoNkAQoCAhICAgMAANwIAQZzZACAKQQhqQXBxQdiq1aoFcyIFNgIAQbDZAEEANgIAQYDZAEEANgIAC0GE2QBBwNkENgIAQdTVAEHA2QQ2AgBB6NUAIAU2AgBB5NUAQX82AgBBiNkAQcCmAzYCAANAIAFBgNYAaiABQfTVAGoiAjYCACACIAFB7NUAaiIDNgIAIAFB+NUAaiADNgIAIAFBiNYAaiABQfzVAGoiAzYCACADIAI2AgAgAUGQ1gBqIAFBhNYAaiICNgIAIAIgAzYCACABQYzWAGogAjYCACABQSBqIgFBgAJHDQALQczZBEGBpgM2AgBB4NUAQazZACgCADYCAEHQ1QBBgKYDNgIAQdzVAEHI2QQ2AgBBzP8HQTg2AgBByNkEIQkLAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAEHsAU0EQEHE1QAoAgAiBkEQIABBE2pBcHEgAEELSRsiBEEDdiIAdiIBQQNxBEACQCABQQFxIAByQQFzIgJBA3QiAEHs1QBqIgEgAEH01QBqKAIAIgAoAggiA0YEQEHE1QAgBkF+IAJ3cTYCAAwBCyABIAM2AgggAyABNgIMCyAAQQhqIQEgACACQQN0IgJBA3I2AgQgACACaiIAIAAoAgRBAXI2AgQMEQtBzNUAKAIAIgggBE8NASABBEACQEECIAB0IgJBACACa3IgASAAdHFoIgBBA3QiAkHs1QBqIgEgAkH01QBqKAIAIgIoAggiA0YEQEHE1QAgBkF+IAB3cSIGNgIADAELIAEgAzYCCCADIAE2AgwLIAIgBEEDcjYCBCAAQQN0IgAgBGshBSAAIAJqIAU2AgAgAiAEaiIEIAVBAXI2AgQgCARAIAhBeHFB7NUAaiEAQdjVACgCACEDAn9BASAIQQN2dCIBIAZxRQRAQcTVACABIAZyNgIAIAAMAQsgACgCCAsiASADNgIMIAAgAzYCCCADIAA2AgwgAyABNgIICyACQQhqIQFB2NUAIAQ2AgBBzNUAIAU2AgAMEQtByNUAKAIAIgtFDQEgC2hBAnRB9NcAaigCACIAKAIEQXhxIARrIQUgACECA0ACQCACKAIQIgFFBEAgAkEUaigCACIBRQ0BCyABKAIEQXhxIARrIgMgBUkhAiADIAUgAhshBSABIAAgAhshACABIQIMAQsLIAAoAhghCSAAKAIMIgMgAEcEQEHU1QAoAgAaIAMgACgCCCIBNgIIIAEgAzYCDAwQCyAAQRRqIgIoAgAiAUUEQCAAKAIQIgFFDQMgAEEQaiECCwNAIAIhByABIgNBFGoiAigCACIBDQAgA0EQaiECIAMoAhAiAQ0ACyAHQQA2AgAMDwtBfyEEIABBv39LDQAgAEETaiIBQXBxIQRByNUAKAIAIghFDQBBACAEayEFAkACQAJAAn9BACAEQYACSQ0AGkEfIARB////B0sNABogBEEmIAFBCHZnIgBrdkEBcSAAQQF0a0E+agsiBkECdEH01wBqKAIAIgJFBEBBACEBQQAhAwwBC0EAIQEgBEEZIAZBAXZrQQAgBkEfRxt0IQBBACEDA0ACQCACKAIEQXhxIARrIgcgBU8NACACIQMgByIFDQBBACEFIAIhAQwDCyABIAJBFGooAgAiByAHIAIgAEEddkEEcWpBEGooAgAiAkYbIAEgBxshASAAQQF0IQAgAg0ACwsgASADckUEQEEAIQNBAiAGdCIAQQAgAGtyIAhxIgBFDQMgAGhBAnRB9NcAaigCACEBCyABRQ0BCwNAIAEoAgRBeHEgBGsiAiAFSSEAIAIgBSAAGyEFIAEgAyAAGyEDIAEoAhAiAAR/IAAFIAFBFGooAgALIgENAAsLIANFDQAgBUHM1QAoAgAgBGtPDQAgAygCGCEHIAMgAygCDCIARwRAQdTVACgCABogACADKAIIIgE2AgggASAANgIMDA4LIANBFGoiAigCACIBRQRAIAMoAhAiAUUNAyADQRBqIQILA0AgAiEGIAEiAEEUaiICKAIAIgENACAAQRBqIQIgACgCECIBDQALIAZBADYCAAwNC0HM1QAoAgAiAyAETwRAQdjVACgCACEBAkAgAyAEayICQRBPBEAgASAEaiIAIAJBAXI2AgQgASADaiACNgIAIAEgBEEDcjYCBAwBCyABIANBA3I2AgQgASADaiIAIAAoAgRBAXI2AgRBACEAQQAhAgtBzNUAIAI2AgBB2NUAIAA2AgAgAUEIaiEBDA8LQdDVACgCACIDIARLBEAgBCAJaiIAIAMgBGsiAUEBcjYCBEHc1QAgADYCAEHQ1QAgATYCACAJIARBA3I2AgQgCUEIaiEBDA8LQQAhASAEAn9BnNkAKAIABEBBpNkAKAIADAELQajZAEJ/NwIAQaDZAEKAgISAgIDAADcCAEGc2QAgCkEMakFwcUHYqtWqBXM2AgBBsNkAQQA2AgBBgNkAQQA2AgBBgIAECyIAIARBxwBqIgVqIgZBACAAayIHcSICTwRAQbTZAEEwNgIADA8LAkBB/NgAKAIAIgFFDQBB9NgAKAIAIgggAmohACAAIAFNIAAgCEtxDQBBACEBQbTZAEEwNgIADA8LQYDZAC0AAEEEcQ0EAkACQCAJBEBBhNkAIQEDQCABKAIAIgAgCU0EQCAAIAEoAgRqIAlLDQMLIAEoAggiAQ0ACwtBABA7IgBBf0YNBSACIQZBoNkAKAIAIgFBAWsiAyAAcQRAIAIgAGsgACADakEAIAFrcWohBgsgBCAGTw0FIAZB/v///wdLDQVB/NgAKAIAIgMEQEH02AAoAgAiByAGaiEBIAEgB00NBiABIANLDQYLIAYQOyIBIABHDQEMBwsgBiADayAHcSIGQf7///8HSw0EIAYQOyEAIAAgASgCACABKAIEakYNAyAAIQELAkAgBiAEQcgAak8NACABQX9GDQBBpNkAKAIAIgAgBSAGa2pBACAAa3EiAEH+////B0sEQCABIQAMBwsgABA7QX9HBEAgACAGaiEGIAEhAAwHC0EAIAZrEDsaDAQLIAEiAEF/Rw0FDAMLQQAhAwwMC0EAIQAMCgsgAEF/Rw0CC0GA2QBBgNkAKAIAQQRyNgIACyACQf7///8HSw0BIAIQOyEAQQAQOyEBIABBf0YNASABQX9GDQEgACABTw0BIAEgAGsiBiAEQThqTQ0BC0H02ABB9NgAKAIAIAZqIgE2AgBB+NgAKAIAIAFJBEBB+NgAIAE2AgALAkACQAJAQdzVACgCACICBEBBhNkAIQEDQCAAIAEoAgAiAyABKAIEIgVqRg0CIAEoAggiAQ0ACwwCC0HU1QAoAgAiAUEARyAAIAFPcUUEQEHU1QAgADYCAAtBACEBQYjZACAGNgIAQYTZACAANgIAQeTVAEF/NgIAQejVAEGc2QAoAgA2AgBBkNkAQQA2AgADQCABQYDWAGogAUH01QBqIgI2AgAgAiABQezVAGoiAzYCACABQfjVAGogAzYCACABQYjWAGogAUH81QBqIgM2AgAgAyACNgIAIAFBkNYAaiABQYTWAGoiAjYCACACIAM2AgAgAUGM1gBqIAI2AgAgAUEgaiIBQYACRw0AC0F4IABrQQ9xIgEgAGoiAiAGQThrIgMgAWsiAUEBcjYCBEHg1QBBrNkAKAIANgIAQdDVACABNgIAQdzVACACNgIAIAAgA2pBODYCBAwCCyAAIAJNDQAgAiADSQ0AIAEoAgxBCHENAEF4IAJrQQ9xIgAgAmoiA0HQ1QAoAgAgBmoiByAAayIAQQFyNgIEIAEgBSAGajYCBEHg1QBBrNkAKAIANgIAQdDVACAANgIAQdzVACADNgIAIAIgB2pBODYCBAwBCyAAQdTVACgCAEkEQEHU1QAgADYCAAsgACAGaiEDQYTZACEBAkACQAJAA0AgAyABKAIARwRAIAEoAggiAQ0BDAILCyABLQAMQQhxRQ0BC0GE2QAhAQNAIAEoAgAiAyACTQRAIAMgASgCBGoiBSACSw0DCyABKAIIIQEMAAsACyABIAA2AgAgASABKAIEIAZqNgIEIABBeCAAa0EPcWoiCSAEQQNyNgIEIANBeCADa0EPcWoiBiAEIAlqIgRrIQEgAiAGRgRAQdzVACAENgIAQdDVAEHQ1QAoAgAgAWoiADYCACAEIABBAXI2AgQMCAtB2NUAKAIAIAZGBEBB2NUAIAQ2AgBBzNUAQczVACgCACABaiIANgIAIAQgAEEBcjYCBCAAIARqIAA2AgAMCAsgBigCBCIFQQNxQQFHDQYgBUF4cSEIIAVB/wFNBEAgBUEDdiEDIAYoAggiACAGKAIMIgJGBEBBxNUAQcTVACgCAEF+IAN3cTYCAAwHCyACIAA2AgggACACNgIMDAYLIAYoAhghByAGIAYoAgwiAEcEQCAAIAYoAggiAjYCCCACIAA2AgwMBQsgBkEUaiICKAIAIgVFBEAgBigCECIFRQ0EIAZBEGohAgsDQCACIQMgBSIAQRRqIgIoAgAiBQ0AIABBEGohAiAAKAIQIgUNAAsgA0EANgIADAQLQXggAGtBD3EiASAAaiIHIAZBOGsiAyABayIBQQFyNgIEIAAgA2pBODYCBCACIAVBNyAFa0EPcWpBP2siAyADIAJBEGpJGyIDQSM2AgRB4NUAQazZACgCADYCAEHQ1QAgATYCAEHc1QAgBzYCACADQRBqQYzZACkCADcCACADQYTZACkCADcCCEGM2QAgA0EIajYCAEGI2QAgBjYCAEGE2QAgADYCAEGQ2QBBADYCACADQSRqIQEDQCABQQc2AgAgBSABQQRqIgFLDQALIAIgA0YNACADIAMoAgRBfnE2AgQgAyADIAJrIgU2AgAgAiAFQQFyNgIEIAVB/wFNBEAgBUF4cUHs1QBqIQACf0HE1QAoAgAiAUEBIAVBA3Z0IgNxRQRAQcTVACABIANyNgIAIAAMAQsgACgCCAsiASACNgIMIAAgAjYCCCACIAA2AgwgAiABNgIIDAELQR8hASAFQf///wdNBEAgBUEmIAVBCHZnIgBrdkEBcSAAQQF0a0E+aiEBCyACIAE2AhwgAkIANwIQIAFBAnRB9NcAaiEAQcjVACgCACIDQQEgAXQiBnFFBEAgACACNgIAQcjVACADIAZyNgIAIAIgADYCGCACIAI2AgggAiACNgIMDAELIAVBGSABQQF2a0EAIAFBH0cbdCEBIAAoAgAhAwJAA0AgAyIAKAIEQXhxIAVGDQEgAUEddiEDIAFBAXQhASAAIANBBHFqQRBqIgYoAgAiAw0ACyAGIAI2AgAgAiAANgIYIAIgAjYCDCACIAI2AggMAQsgACgCCCIBIAI2AgwgACACNgIIIAJBADYCGCACIAA2AgwgAiABNgIIC0HQ1QAoAgAiASAETQ0AQdzVACgCACIAIARqIgIgASAEayIBQQFyNgIEQdDVACABNgIAQdzVACACNgIAIAAgBEEDcjYCBCAAQQhqIQEMCAtBACEBQbTZAEEwNgIADAcLQQAhAAsgB0UNAAJAIAYoAhwiAkECdEH01wBqIgMoAgAgBkYEQCADIAA2AgAgAA0BQcjVAEHI1QAoAgBBfiACd3E2AgAMAgsgB0EQQRQgBygCECAGRhtqIAA2AgAgAEUNAQsgACAHNgIYIAYoAhAiAgRAIAAgAjYCECACIAA2AhgLIAZBFGooAgAiAkUNACAAQRRqIAI2AgAgAiAANgIYCyABIAhqIQEgBiAIaiIGKAIEIQULIAYgBUF+cTYCBCABIARqIAE2AgAgBCABQQFyNgIEIAFB/wFNBEAgAUF4cUHs1QBqIQACf0HE1QAoAgAiAkEBIAFBA3Z0IgFxRQRAQcTVACABIAJyNgIAIAAMAQsgACgCCAsiASAENgIMIAAgBDYCCCAEIAA2AgwgBCABNgIIDAELQR8hBSABQf///wdNBEAgAUEmIAFBCHZnIgBrdkEBcSAAQQF0a0E+aiEFCyAEIAU2AhwgBEIANwIQIAVBAnRB9NcAaiEAQcjVACgCACICQQEgBXQiA3FFBEAgACAENgIAQcjVACACIANyNgIAIAQgADYCGCAEIAQ2AgggBCAENgIMDAELIAFBGSAFQQF2a0EAIAVBH0cbdCEFIAAoAgAhAAJAA0AgACICKAIEQXhxIAFGDQEgBUEddiEAIAVBAXQhBSACIABBBHFqQRBqIgMoAgAiAA0ACyADIAQ2AgAgBCACNgIYIAQgBDYCDCAEIAQ2AggMAQsgAigCCCIAIAQ2AgwgAiAENgIIIARBADYCGCAEIAI2AgwgBCAANgIICyAJQQhqIQEMAgsCQCAHRQ0AAkAgAygCHCIBQQJ0QfTXAGoiAigCACADRgRAIAIgADYCACAADQFByNUAIAhBfiABd3EiCDYCAAwCCyAHQRBBFCAHKAIQIANGG2ogADYCACAARQ0BCyAAIAc2AhggAygCECIBBEAgACABNgIQIAEgADYCGAsgA0EUaigCACIBRQ0AIABBFGogATYCACABIAA2AhgLAkAgBUEPTQRAIAMgBCAFaiIAQQNyNgIEIAAgA2oiACAAKAIEQQFyNgIEDAELIAMgBGoiAiAFQQFyNgIEIAMgBEEDcjYCBCACIAVqIAU2AgAgBUH/AU0EQCAFQXhxQezVAGohAAJ/QcTVACgCACIBQQEgBUEDdnQiBXFFBEBBxNUAIAEgBXI2AgAgAAwBCyAAKAIICyIBIAI2AgwgACACNgIIIAIgADYCDCACIAE2AggMAQtBHyEBIAVB////B00EQCAFQSYgBUEIdmciAGt2QQFxIABBAXRrQT5qIQELIAIgATYCHCACQgA3AhAgAUECdEH01wBqIQBBASABdCIEIAhxRQRAIAAgAjYCAEHI1QAgBCAIcjYCACACIAA2AhggAiACNgIIIAIgAjYCDAwBCyAFQRkgAUEBdmtBACABQR9HG3QhASAAKAIAIQQCQANAIAQiACgCBEF4cSAFRg0BIAFBHXYhBCABQQF0IQEgACAEQQRxakEQaiIGKAIAIgQNAAsgBiACNgIAIAIgADYCGCACIAI2AgwgAiACNgIIDAELIAAoAggiASACNgIMIAAgAjYCCCACQQA2AhggAiAANgIMIAIgATYCCAsgA0EIaiEBDAELAkAgCUUNAAJAIAAoAhwiAUECdEH01wBqIgIoAgAgAEYEQCACIAM2AgAgAw0BQcjVACALQX4gAXdxNgIADAILIAlBEEEUIAkoAhAgAEYbaiADNgIAIANFDQELIAMgCTYCGCAAKAIQIgEEQCADIAE2AhAgASADNgIYCyAAQRRqKAIAIgFFDQAgA0EUaiABNgIAIAEgAzYCGAsCQCAFQQ9NBEAgACAEIAVqIgFBA3I2AgQgACABaiIBIAEoAgRBAXI2AgQMAQsgACAEaiIHIAVBAXI2AgQgACAEQQNyNgIEIAUgB2ogBTYCACAIBEAgCEF4cUHs1QBqIQFB2NUAKAIAIQMCf0EBIAhBA3Z0IgIgBnFFBEBBxNUAIAIgBnI2AgAgAQwBCyABKAIICyICIAM2AgwgASADNgIIIAMgATYCDCADIAI2AggLQdjVACAHNgIAQczVACAFNgIACyAAQQhqIQELIApBEGokACABC0MAIABFBEA/AEEQdA8LAkAgAEH//wNxDQAgAEEASA0AIABBEHZAACIAQX9GBEBBtNkAQTA2AgBBfw8LIABBEHQPCwALC5lCIgBBgAgLDQEAAAAAAAAAAgAAAAMAQZgICwUEAAAABQBBqAgLCQYAAAAHAAAACABB5AgLwjJJbnZhbGlkIGNoYXIgaW4gdXJsIHF1ZXJ5AFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fYm9keQBDb250ZW50LUxlbmd0aCBvdmVyZmxvdwBDaHVuayBzaXplIG92ZXJmbG93AEludmFsaWQgbWV0aG9kIGZvciBIVFRQL3gueCByZXF1ZXN0AEludmFsaWQgbWV0aG9kIGZvciBSVFNQL3gueCByZXF1ZXN0AEV4cGVjdGVkIFNPVVJDRSBtZXRob2QgZm9yIElDRS94LnggcmVxdWVzdABJbnZhbGlkIGNoYXIgaW4gdXJsIGZyYWdtZW50IHN0YXJ0AEV4cGVjdGVkIGRvdABTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3N0YXR1cwBJbnZhbGlkIHJlc3BvbnNlIHN0YXR1cwBFeHBlY3RlZCBMRiBhZnRlciBoZWFkZXJzAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIGV4dGVuc2lvbnMAVXNlciBjYWxsYmFjayBlcnJvcgBgb25fcmVzZXRgIGNhbGxiYWNrIGVycm9yAGBvbl9jaHVua19oZWFkZXJgIGNhbGxiYWNrIGVycm9yAGBvbl9tZXNzYWdlX2JlZ2luYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfZXh0ZW5zaW9uX3ZhbHVlYCBjYWxsYmFjayBlcnJvcgBgb25fc3RhdHVzX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fdmVyc2lvbl9jb21wbGV0ZWAgY2FsbGJhY2sgZXJyb3IAYG9uX3VybF9jb21wbGV0ZWAgY2FsbGJhY2sgZXJyb3IAYG9uX3Byb3RvY29sX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfY29tcGxldGVgIGNhbGxiYWNrIGVycm9yAGBvbl9oZWFkZXJfdmFsdWVfY29tcGxldGVgIGNhbGxiYWNrIGVycm9yAGBvbl9tZXNzYWdlX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fbWV0aG9kX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25faGVhZGVyX2ZpZWxkX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfZXh0ZW5zaW9uX25hbWVgIGNhbGxiYWNrIGVycm9yAFVuZXhwZWN0ZWQgY2hhciBpbiB1cmwgc2VydmVyAEludmFsaWQgaGVhZGVyIHZhbHVlIGNoYXIASW52YWxpZCBoZWFkZXIgZmllbGQgY2hhcgBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3ZlcnNpb24ASW52YWxpZCBtaW5vciB2ZXJzaW9uAEludmFsaWQgbWFqb3IgdmVyc2lvbgBFeHBlY3RlZCBzcGFjZSBhZnRlciB2ZXJzaW9uAEV4cGVjdGVkIENSTEYgYWZ0ZXIgdmVyc2lvbgBJbnZhbGlkIEhUVFAgdmVyc2lvbgBJbnZhbGlkIGhlYWRlciB0b2tlbgBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3VybABJbnZhbGlkIGNoYXJhY3RlcnMgaW4gdXJsAFVuZXhwZWN0ZWQgc3RhcnQgY2hhciBpbiB1cmwARG91YmxlIEAgaW4gdXJsAFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fcHJvdG9jb2wARW1wdHkgQ29udGVudC1MZW5ndGgASW52YWxpZCBjaGFyYWN0ZXIgaW4gQ29udGVudC1MZW5ndGgAVHJhbnNmZXItRW5jb2RpbmcgY2FuJ3QgYmUgcHJlc2VudCB3aXRoIENvbnRlbnQtTGVuZ3RoAER1cGxpY2F0ZSBDb250ZW50LUxlbmd0aABJbnZhbGlkIGNoYXIgaW4gdXJsIHBhdGgAQ29udGVudC1MZW5ndGggY2FuJ3QgYmUgcHJlc2VudCB3aXRoIFRyYW5zZmVyLUVuY29kaW5nAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgY2h1bmsgc2l6ZQBFeHBlY3RlZCBMRiBhZnRlciBjaHVuayBzaXplAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIHNpemUAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9oZWFkZXJfdmFsdWUAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9jaHVua19leHRlbnNpb25fdmFsdWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyB2YWx1ZQBVbmV4cGVjdGVkIHdoaXRlc3BhY2UgYWZ0ZXIgaGVhZGVyIHZhbHVlAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgaGVhZGVyIHZhbHVlAE1pc3NpbmcgZXhwZWN0ZWQgTEYgYWZ0ZXIgaGVhZGVyIHZhbHVlAEludmFsaWQgYFRyYW5zZmVyLUVuY29kaW5nYCBoZWFkZXIgdmFsdWUATWlzc2luZyBleHBlY3RlZCBDUiBhZnRlciBjaHVuayBleHRlbnNpb24gdmFsdWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyBxdW90ZSB2YWx1ZQBJbnZhbGlkIHF1b3RlZC1wYWlyIGluIGNodW5rIGV4dGVuc2lvbnMgcXVvdGVkIHZhbHVlAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIGV4dGVuc2lvbnMgcXVvdGVkIHZhbHVlAFBhdXNlZCBieSBvbl9oZWFkZXJzX2NvbXBsZXRlAEludmFsaWQgRU9GIHN0YXRlAG9uX3Jlc2V0IHBhdXNlAG9uX2NodW5rX2hlYWRlciBwYXVzZQBvbl9tZXNzYWdlX2JlZ2luIHBhdXNlAG9uX2NodW5rX2V4dGVuc2lvbl92YWx1ZSBwYXVzZQBvbl9zdGF0dXNfY29tcGxldGUgcGF1c2UAb25fdmVyc2lvbl9jb21wbGV0ZSBwYXVzZQBvbl91cmxfY29tcGxldGUgcGF1c2UAb25fcHJvdG9jb2xfY29tcGxldGUgcGF1c2UAb25fY2h1bmtfY29tcGxldGUgcGF1c2UAb25faGVhZGVyX3ZhbHVlX2NvbXBsZXRlIHBhdXNlAG9uX21lc3NhZ2VfY29tcGxldGUgcGF1c2UAb25fbWV0aG9kX2NvbXBsZXRlIHBhdXNlAG9uX2hlYWRlcl9maWVsZF9jb21wbGV0ZSBwYXVzZQBvbl9jaHVua19leHRlbnNpb25fbmFtZSBwYXVzZQBVbmV4cGVjdGVkIHNwYWNlIGFmdGVyIHN0YXJ0IGxpbmUATWlzc2luZyBleHBlY3RlZCBDUiBhZnRlciByZXNwb25zZSBsaW5lAFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fY2h1bmtfZXh0ZW5zaW9uX25hbWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyBuYW1lAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgY2h1bmsgZXh0ZW5zaW9uIG5hbWUASW52YWxpZCBzdGF0dXMgY29kZQBQYXVzZSBvbiBDT05ORUNUL1VwZ3JhZGUAUGF1c2Ugb24gUFJJL1VwZ3JhZGUARXhwZWN0ZWQgSFRUUC8yIENvbm5lY3Rpb24gUHJlZmFjZQBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX21ldGhvZABFeHBlY3RlZCBzcGFjZSBhZnRlciBtZXRob2QAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9oZWFkZXJfZmllbGQAUGF1c2VkAEludmFsaWQgd29yZCBlbmNvdW50ZXJlZABJbnZhbGlkIG1ldGhvZCBlbmNvdW50ZXJlZABNaXNzaW5nIGV4cGVjdGVkIENSIGFmdGVyIGNodW5rIGRhdGEARXhwZWN0ZWQgTEYgYWZ0ZXIgY2h1bmsgZGF0YQBVbmV4cGVjdGVkIGNoYXIgaW4gdXJsIHNjaGVtYQBSZXF1ZXN0IGhhcyBpbnZhbGlkIGBUcmFuc2Zlci1FbmNvZGluZ2AARGF0YSBhZnRlciBgQ29ubmVjdGlvbjogY2xvc2VgAFNXSVRDSF9QUk9YWQBVU0VfUFJPWFkATUtBQ1RJVklUWQBVTlBST0NFU1NBQkxFX0VOVElUWQBRVUVSWQBDT1BZAE1PVkVEX1BFUk1BTkVOVExZAFRPT19FQVJMWQBOT1RJRlkARkFJTEVEX0RFUEVOREVOQ1kAQkFEX0dBVEVXQVkAUExBWQBQVVQAQ0hFQ0tPVVQAR0FURVdBWV9USU1FT1VUAFJFUVVFU1RfVElNRU9VVABORVRXT1JLX0NPTk5FQ1RfVElNRU9VVABDT05ORUNUSU9OX1RJTUVPVVQATE9HSU5fVElNRU9VVABORVRXT1JLX1JFQURfVElNRU9VVABQT1NUAE1JU0RJUkVDVEVEX1JFUVVFU1QAQ0xJRU5UX0NMT1NFRF9SRVFVRVNUAENMSUVOVF9DTE9TRURfTE9BRF9CQUxBTkNFRF9SRVFVRVNUAEJBRF9SRVFVRVNUAEhUVFBfUkVRVUVTVF9TRU5UX1RPX0hUVFBTX1BPUlQAUkVQT1JUAElNX0FfVEVBUE9UAFJFU0VUX0NPTlRFTlQATk9fQ09OVEVOVABQQVJUSUFMX0NPTlRFTlQASFBFX0lOVkFMSURfQ09OU1RBTlQASFBFX0NCX1JFU0VUAEdFVABIUEVfU1RSSUNUAENPTkZMSUNUAFRFTVBPUkFSWV9SRURJUkVDVABQRVJNQU5FTlRfUkVESVJFQ1QAQ09OTkVDVABNVUxUSV9TVEFUVVMASFBFX0lOVkFMSURfU1RBVFVTAFRPT19NQU5ZX1JFUVVFU1RTAEVBUkxZX0hJTlRTAFVOQVZBSUxBQkxFX0ZPUl9MRUdBTF9SRUFTT05TAE9QVElPTlMAU1dJVENISU5HX1BST1RPQ09MUwBWQVJJQU5UX0FMU09fTkVHT1RJQVRFUwBNVUxUSVBMRV9DSE9JQ0VTAElOVEVSTkFMX1NFUlZFUl9FUlJPUgBXRUJfU0VSVkVSX1VOS05PV05fRVJST1IAUkFJTEdVTl9FUlJPUgBJREVOVElUWV9QUk9WSURFUl9BVVRIRU5USUNBVElPTl9FUlJPUgBTU0xfQ0VSVElGSUNBVEVfRVJST1IASU5WQUxJRF9YX0ZPUldBUkRFRF9GT1IAU0VUX1BBUkFNRVRFUgBHRVRfUEFSQU1FVEVSAEhQRV9VU0VSAFNFRV9PVEhFUgBIUEVfQ0JfQ0hVTktfSEVBREVSAEV4cGVjdGVkIExGIGFmdGVyIENSAE1LQ0FMRU5EQVIAU0VUVVAAV0VCX1NFUlZFUl9JU19ET1dOAFRFQVJET1dOAEhQRV9DTE9TRURfQ09OTkVDVElPTgBIRVVSSVNUSUNfRVhQSVJBVElPTgBESVNDT05ORUNURURfT1BFUkFUSU9OAE5PTl9BVVRIT1JJVEFUSVZFX0lORk9STUFUSU9OAEhQRV9JTlZBTElEX1ZFUlNJT04ASFBFX0NCX01FU1NBR0VfQkVHSU4AU0lURV9JU19GUk9aRU4ASFBFX0lOVkFMSURfSEVBREVSX1RPS0VOAElOVkFMSURfVE9LRU4ARk9SQklEREVOAEVOSEFOQ0VfWU9VUl9DQUxNAEhQRV9JTlZBTElEX1VSTABCTE9DS0VEX0JZX1BBUkVOVEFMX0NPTlRST0wATUtDT0wAQUNMAEhQRV9JTlRFUk5BTABSRVFVRVNUX0hFQURFUl9GSUVMRFNfVE9PX0xBUkdFX1VOT0ZGSUNJQUwASFBFX09LAFVOTElOSwBVTkxPQ0sAUFJJAFJFVFJZX1dJVEgASFBFX0lOVkFMSURfQ09OVEVOVF9MRU5HVEgASFBFX1VORVhQRUNURURfQ09OVEVOVF9MRU5HVEgARkxVU0gAUFJPUFBBVENIAE0tU0VBUkNIAFVSSV9UT09fTE9ORwBQUk9DRVNTSU5HAE1JU0NFTExBTkVPVVNfUEVSU0lTVEVOVF9XQVJOSU5HAE1JU0NFTExBTkVPVVNfV0FSTklORwBIUEVfSU5WQUxJRF9UUkFOU0ZFUl9FTkNPRElORwBFeHBlY3RlZCBDUkxGAEhQRV9JTlZBTElEX0NIVU5LX1NJWkUATU9WRQBDT05USU5VRQBIUEVfQ0JfU1RBVFVTX0NPTVBMRVRFAEhQRV9DQl9IRUFERVJTX0NPTVBMRVRFAEhQRV9DQl9WRVJTSU9OX0NPTVBMRVRFAEhQRV9DQl9VUkxfQ09NUExFVEUASFBFX0NCX1BST1RPQ09MX0NPTVBMRVRFAEhQRV9DQl9DSFVOS19DT01QTEVURQBIUEVfQ0JfSEVBREVSX1ZBTFVFX0NPTVBMRVRFAEhQRV9DQl9DSFVOS19FWFRFTlNJT05fVkFMVUVfQ09NUExFVEUASFBFX0NCX0NIVU5LX0VYVEVOU0lPTl9OQU1FX0NPTVBMRVRFAEhQRV9DQl9NRVNTQUdFX0NPTVBMRVRFAEhQRV9DQl9NRVRIT0RfQ09NUExFVEUASFBFX0NCX0hFQURFUl9GSUVMRF9DT01QTEVURQBERUxFVEUASFBFX0lOVkFMSURfRU9GX1NUQVRFAElOVkFMSURfU1NMX0NFUlRJRklDQVRFAFBBVVNFAE5PX1JFU1BPTlNFAFVOU1VQUE9SVEVEX01FRElBX1RZUEUAR09ORQBOT1RfQUNDRVBUQUJMRQBTRVJWSUNFX1VOQVZBSUxBQkxFAFJBTkdFX05PVF9TQVRJU0ZJQUJMRQBPUklHSU5fSVNfVU5SRUFDSEFCTEUAUkVTUE9OU0VfSVNfU1RBTEUAUFVSR0UATUVSR0UAUkVRVUVTVF9IRUFERVJfRklFTERTX1RPT19MQVJHRQBSRVFVRVNUX0hFQURFUl9UT09fTEFSR0UAUEFZTE9BRF9UT09fTEFSR0UASU5TVUZGSUNJRU5UX1NUT1JBR0UASFBFX1BBVVNFRF9VUEdSQURFAEhQRV9QQVVTRURfSDJfVVBHUkFERQBTT1VSQ0UAQU5OT1VOQ0UAVFJBQ0UASFBFX1VORVhQRUNURURfU1BBQ0UAREVTQ1JJQkUAVU5TVUJTQ1JJQkUAUkVDT1JEAEhQRV9JTlZBTElEX01FVEhPRABOT1RfRk9VTkQAUFJPUEZJTkQAVU5CSU5EAFJFQklORABVTkFVVEhPUklaRUQATUVUSE9EX05PVF9BTExPV0VEAEhUVFBfVkVSU0lPTl9OT1RfU1VQUE9SVEVEAEFMUkVBRFlfUkVQT1JURUQAQUNDRVBURUQATk9UX0lNUExFTUVOVEVEAExPT1BfREVURUNURUQASFBFX0NSX0VYUEVDVEVEAEhQRV9MRl9FWFBFQ1RFRABDUkVBVEVEAElNX1VTRUQASFBFX1BBVVNFRABUSU1FT1VUX09DQ1VSRUQAUEFZTUVOVF9SRVFVSVJFRABQUkVDT05ESVRJT05fUkVRVUlSRUQAUFJPWFlfQVVUSEVOVElDQVRJT05fUkVRVUlSRUQATkVUV09SS19BVVRIRU5USUNBVElPTl9SRVFVSVJFRABMRU5HVEhfUkVRVUlSRUQAU1NMX0NFUlRJRklDQVRFX1JFUVVJUkVEAFVQR1JBREVfUkVRVUlSRUQAUEFHRV9FWFBJUkVEAFBSRUNPTkRJVElPTl9GQUlMRUQARVhQRUNUQVRJT05fRkFJTEVEAFJFVkFMSURBVElPTl9GQUlMRUQAU1NMX0hBTkRTSEFLRV9GQUlMRUQATE9DS0VEAFRSQU5TRk9STUFUSU9OX0FQUExJRUQATk9UX01PRElGSUVEAE5PVF9FWFRFTkRFRABCQU5EV0lEVEhfTElNSVRfRVhDRUVERUQAU0lURV9JU19PVkVSTE9BREVEAEhFQUQARXhwZWN0ZWQgSFRUUC8sIFJUU1AvIG9yIElDRS8A5xUAAK8VAACkEgAAkhoAACYWAACeFAAA2xkAAHkVAAB+EgAA/hQAADYVAAALFgAA2BYAAPMSAABCGAAArBYAABIVAAAUFwAA7xcAAEgUAABxFwAAshoAAGsZAAB+GQAANRQAAIIaAABEFwAA/RYAAB4YAACHFwAAqhkAAJMSAAAHGAAALBcAAMoXAACkFwAA5xUAAOcVAABYFwAAOxgAAKASAAAtHAAAwxEAAEgRAADeEgAAQhMAAKQZAAD9EAAA9xUAAKUVAADvFgAA+BkAAEoWAABWFgAA9RUAAAoaAAAIGgAAARoAAKsVAABCEgAA1xAAAEwRAAAFGQAAVBYAAB4RAADKGQAAyBkAAE4WAAD/GAAAcRQAAPAVAADuFQAAlBkAAPwVAAC/GQAAmxkAAHwUAABDEQAAcBgAAJUUAAAnFAAAGRQAANUSAADUGQAARBYAAPcQAEG5OwsBAQBB0DsL4AEBAQIBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEDAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQBBuj0LBAEAAAIAQdE9C14DBAMDAwMDAAADAwADAwADAwMDAwMDAwMDAAUAAAAAAAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAwADAEG6PwsEAQAAAgBB0T8LXgMAAwMDAwMAAAMDAAMDAAMDAwMDAwMDAwMABAAFAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAAADAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwADAAMAQbDBAAsNbG9zZWVlcC1hbGl2ZQBBycEACwEBAEHgwQAL4AEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQBBycMACwEBAEHgwwAL5wEBAQEBAQEBAQEBAQECAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAWNodW5rZWQAQfHFAAteAQABAQEBAQAAAQEAAQEAAQEBAQEBAQEBAQAAAAAAAAABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQAAAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAAEAAQBB0McACyFlY3Rpb25lbnQtbGVuZ3Rob25yb3h5LWNvbm5lY3Rpb24AQYDIAAsgcmFuc2Zlci1lbmNvZGluZ3BncmFkZQ0KDQpTTQ0KDQoAQanIAAsFAQIAAQMAQcDIAAtfBAUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAQanKAAsFAQIAAQMAQcDKAAtfBAUFBgUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAQanMAAsEAQAAAQBBwcwAC14CAgACAgICAgICAgICAgICAgICAgICAgICAgICAgIAAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAEGpzgALBQECAAEDAEHAzgALXwQFAAAFBQUFBQUFBQUFBQYFBQUFBQUFBQUFBQUABQAHCAUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQAFAAUABQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAAAAFAEGp0AALBQEBAAEBAEHA0AALAQEAQdrQAAtBAgAAAAAAAAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAAAAAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAQanSAAsFAQEAAQEAQcDSAAsBAQBBytIACwYCAAAAAAIAQeHSAAs6AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAAAAAAADAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwBBoNQAC50BTk9VTkNFRUNLT1VUTkVDVEVURUNSSUJFTFVTSEVURUFEU0VBUkNIUkdFQ1RJVklUWUxFTkRBUlZFT1RJRllQVElPTlNDSFNFQVlTVEFUQ0hHRVVFUllPUkRJUkVDVE9SVFJDSFBBUkFNRVRFUlVSQ0VCU0NSSUJFQVJET1dOQUNFSU5ETktDS1VCU0NSSUJFVFRQQ0VUU1BBRFRQLw==", wasmBuffer;
    Object.defineProperty(module, "exports", {
      get: () => wasmBuffer || (wasmBuffer = Buffer2.from(wasmBase64, "base64"))
    });
  }
});

// node_modules/undici/lib/llhttp/llhttp_simd-wasm.js
var require_llhttp_simd_wasm = __commonJS({
  "node_modules/undici/lib/llhttp/llhttp_simd-wasm.js"(exports, module) {
    "use strict";
    var { Buffer: Buffer2 } = __require("node:buffer"), wasmBase64 = "AGFzbQEAAAABJwdgAX8Bf2ADf39/AX9gAn9/AGABfwBgBH9/f38Bf2AAAGADf39/AALLAQgDZW52GHdhc21fb25faGVhZGVyc19jb21wbGV0ZQAEA2VudhV3YXNtX29uX21lc3NhZ2VfYmVnaW4AAANlbnYLd2FzbV9vbl91cmwAAQNlbnYOd2FzbV9vbl9zdGF0dXMAAQNlbnYUd2FzbV9vbl9oZWFkZXJfZmllbGQAAQNlbnYUd2FzbV9vbl9oZWFkZXJfdmFsdWUAAQNlbnYMd2FzbV9vbl9ib2R5AAEDZW52GHdhc21fb25fbWVzc2FnZV9jb21wbGV0ZQAAAzU0BQYAAAMAAAAAAAADAQMAAwMDAAACAAAAAAICAgICAgICAgIBAQEBAQEBAQEBAwAAAwAAAAQFAXABExMFAwEAAgYIAX8BQcDZBAsHxQcoBm1lbW9yeQIAC19pbml0aWFsaXplAAgZX19pbmRpcmVjdF9mdW5jdGlvbl90YWJsZQEAC2xsaHR0cF9pbml0AAkYbGxodHRwX3Nob3VsZF9rZWVwX2FsaXZlADcMbGxodHRwX2FsbG9jAAsGbWFsbG9jADkLbGxodHRwX2ZyZWUADARmcmVlAAwPbGxodHRwX2dldF90eXBlAA0VbGxodHRwX2dldF9odHRwX21ham9yAA4VbGxodHRwX2dldF9odHRwX21pbm9yAA8RbGxodHRwX2dldF9tZXRob2QAEBZsbGh0dHBfZ2V0X3N0YXR1c19jb2RlABESbGxodHRwX2dldF91cGdyYWRlABIMbGxodHRwX3Jlc2V0ABMObGxodHRwX2V4ZWN1dGUAFBRsbGh0dHBfc2V0dGluZ3NfaW5pdAAVDWxsaHR0cF9maW5pc2gAFgxsbGh0dHBfcGF1c2UAFw1sbGh0dHBfcmVzdW1lABgbbGxodHRwX3Jlc3VtZV9hZnRlcl91cGdyYWRlABkQbGxodHRwX2dldF9lcnJubwAaF2xsaHR0cF9nZXRfZXJyb3JfcmVhc29uABsXbGxodHRwX3NldF9lcnJvcl9yZWFzb24AHBRsbGh0dHBfZ2V0X2Vycm9yX3BvcwAdEWxsaHR0cF9lcnJub19uYW1lAB4SbGxodHRwX21ldGhvZF9uYW1lAB8SbGxodHRwX3N0YXR1c19uYW1lACAabGxodHRwX3NldF9sZW5pZW50X2hlYWRlcnMAISFsbGh0dHBfc2V0X2xlbmllbnRfY2h1bmtlZF9sZW5ndGgAIh1sbGh0dHBfc2V0X2xlbmllbnRfa2VlcF9hbGl2ZQAjJGxsaHR0cF9zZXRfbGVuaWVudF90cmFuc2Zlcl9lbmNvZGluZwAkGmxsaHR0cF9zZXRfbGVuaWVudF92ZXJzaW9uACUjbGxodHRwX3NldF9sZW5pZW50X2RhdGFfYWZ0ZXJfY2xvc2UAJidsbGh0dHBfc2V0X2xlbmllbnRfb3B0aW9uYWxfbGZfYWZ0ZXJfY3IAJyxsbGh0dHBfc2V0X2xlbmllbnRfb3B0aW9uYWxfY3JsZl9hZnRlcl9jaHVuawAoKGxsaHR0cF9zZXRfbGVuaWVudF9vcHRpb25hbF9jcl9iZWZvcmVfbGYAKSpsbGh0dHBfc2V0X2xlbmllbnRfc3BhY2VzX2FmdGVyX2NodW5rX3NpemUAKhhsbGh0dHBfbWVzc2FnZV9uZWVkc19lb2YANgkYAQBBAQsSAQIDBAUKBgcyNDMuKy8tLDAxCuzaAjQWAEHA1QAoAgAEQAALQcDVAEEBNgIACxQAIAAQOCAAIAI2AjggACABOgAoCxQAIAAgAC8BNCAALQAwIAAQNxAACx4BAX9BwAAQOiIBEDggAUGACDYCOCABIAA6ACggAQuPDAEHfwJAIABFDQAgAEEIayIBIABBBGsoAgAiAEF4cSIEaiEFAkAgAEEBcQ0AIABBA3FFDQEgASABKAIAIgBrIgFB1NUAKAIASQ0BIAAgBGohBAJAAkBB2NUAKAIAIAFHBEAgAEH/AU0EQCAAQQN2IQMgASgCCCIAIAEoAgwiAkYEQEHE1QBBxNUAKAIAQX4gA3dxNgIADAULIAIgADYCCCAAIAI2AgwMBAsgASgCGCEGIAEgASgCDCIARwRAIAAgASgCCCICNgIIIAIgADYCDAwDCyABQRRqIgMoAgAiAkUEQCABKAIQIgJFDQIgAUEQaiEDCwNAIAMhByACIgBBFGoiAygCACICDQAgAEEQaiEDIAAoAhAiAg0ACyAHQQA2AgAMAgsgBSgCBCIAQQNxQQNHDQIgBSAAQX5xNgIEQczVACAENgIAIAUgBDYCACABIARBAXI2AgQMAwtBACEACyAGRQ0AAkAgASgCHCICQQJ0QfTXAGoiAygCACABRgRAIAMgADYCACAADQFByNUAQcjVACgCAEF+IAJ3cTYCAAwCCyAGQRBBFCAGKAIQIAFGG2ogADYCACAARQ0BCyAAIAY2AhggASgCECICBEAgACACNgIQIAIgADYCGAsgAUEUaigCACICRQ0AIABBFGogAjYCACACIAA2AhgLIAEgBU8NACAFKAIEIgBBAXFFDQACQAJAAkACQCAAQQJxRQRAQdzVACgCACAFRgRAQdzVACABNgIAQdDVAEHQ1QAoAgAgBGoiADYCACABIABBAXI2AgQgAUHY1QAoAgBHDQZBzNUAQQA2AgBB2NUAQQA2AgAMBgtB2NUAKAIAIAVGBEBB2NUAIAE2AgBBzNUAQczVACgCACAEaiIANgIAIAEgAEEBcjYCBCAAIAFqIAA2AgAMBgsgAEF4cSAEaiEEIABB/wFNBEAgAEEDdiEDIAUoAggiACAFKAIMIgJGBEBBxNUAQcTVACgCAEF+IAN3cTYCAAwFCyACIAA2AgggACACNgIMDAQLIAUoAhghBiAFIAUoAgwiAEcEQEHU1QAoAgAaIAAgBSgCCCICNgIIIAIgADYCDAwDCyAFQRRqIgMoAgAiAkUEQCAFKAIQIgJFDQIgBUEQaiEDCwNAIAMhByACIgBBFGoiAygCACICDQAgAEEQaiEDIAAoAhAiAg0ACyAHQQA2AgAMAgsgBSAAQX5xNgIEIAEgBGogBDYCACABIARBAXI2AgQMAwtBACEACyAGRQ0AAkAgBSgCHCICQQJ0QfTXAGoiAygCACAFRgRAIAMgADYCACAADQFByNUAQcjVACgCAEF+IAJ3cTYCAAwCCyAGQRBBFCAGKAIQIAVGG2ogADYCACAARQ0BCyAAIAY2AhggBSgCECICBEAgACACNgIQIAIgADYCGAsgBUEUaigCACICRQ0AIABBFGogAjYCACACIAA2AhgLIAEgBGogBDYCACABIARBAXI2AgQgAUHY1QAoAgBHDQBBzNUAIAQ2AgAMAQsgBEH/AU0EQCAEQXhxQezVAGohAAJ/QcTVACgCACICQQEgBEEDdnQiA3FFBEBBxNUAIAIgA3I2AgAgAAwBCyAAKAIICyICIAE2AgwgACABNgIIIAEgADYCDCABIAI2AggMAQtBHyECIARB////B00EQCAEQSYgBEEIdmciAGt2QQFxIABBAXRrQT5qIQILIAEgAjYCHCABQgA3AhAgAkECdEH01wBqIQACQEHI1QAoAgAiA0EBIAJ0IgdxRQRAIAAgATYCAEHI1QAgAyAHcjYCACABIAA2AhggASABNgIIIAEgATYCDAwBCyAEQRkgAkEBdmtBACACQR9HG3QhAiAAKAIAIQACQANAIAAiAygCBEF4cSAERg0BIAJBHXYhACACQQF0IQIgAyAAQQRxakEQaiIHKAIAIgANAAsgByABNgIAIAEgAzYCGCABIAE2AgwgASABNgIIDAELIAMoAggiACABNgIMIAMgATYCCCABQQA2AhggASADNgIMIAEgADYCCAtB5NUAQeTVACgCAEEBayIAQX8gABs2AgALCwcAIAAtACgLBwAgAC0AKgsHACAALQArCwcAIAAtACkLBwAgAC8BNAsHACAALQAwC0ABBH8gACgCGCEBIAAvAS4hAiAALQAoIQMgACgCOCEEIAAQOCAAIAQ2AjggACADOgAoIAAgAjsBLiAAIAE2AhgLhocCAwd/A34BeyABIAJqIQQCQCAAIgMoAgwiAA0AIAMoAgQEQCADIAE2AgQLIwBBEGsiCSQAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQCADKAIcIgJBAmsO/AEB+QECAwQFBgcICQoLDA0ODxAREvgBE/cBFBX2ARYX9QEYGRobHB0eHyD9AfsBIfQBIiMkJSYnKCkqK/MBLC0uLzAxMvIB8QEzNPAB7wE1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk/6AVBRUlPuAe0BVOwBVesBVldYWVrqAVtcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AAYEBggGDAYQBhQGGAYcBiAGJAYoBiwGMAY0BjgGPAZABkQGSAZMBlAGVAZYBlwGYAZkBmgGbAZwBnQGeAZ8BoAGhAaIBowGkAaUBpgGnAagBqQGqAasBrAGtAa4BrwGwAbEBsgGzAbQBtQG2AbcBuAG5AboBuwG8Ab0BvgG/AcABwQHCAcMBxAHFAcYBxwHIAckBygHLAcwBzQHOAekB6AHPAecB0AHmAdEB0gHTAdQB5QHVAdYB1wHYAdkB2gHbAdwB3QHeAd8B4AHhAeIB4wEA/AELQQAM4wELQQ4M4gELQQ0M4QELQQ8M4AELQRAM3wELQRMM3gELQRQM3QELQRUM3AELQRYM2wELQRcM2gELQRgM2QELQRkM2AELQRoM1wELQRsM1gELQRwM1QELQR0M1AELQR4M0wELQR8M0gELQSAM0QELQSEM0AELQQgMzwELQSIMzgELQSQMzQELQSMMzAELQQcMywELQSUMygELQSYMyQELQScMyAELQSgMxwELQRIMxgELQREMxQELQSkMxAELQSoMwwELQSsMwgELQSwMwQELQd4BDMABC0EuDL8BC0EvDL4BC0EwDL0BC0ExDLwBC0EyDLsBC0EzDLoBC0E0DLkBC0HfAQy4AQtBNQy3AQtBOQy2AQtBDAy1AQtBNgy0AQtBNwyzAQtBOAyyAQtBPgyxAQtBOgywAQtB4AEMrwELQQsMrgELQT8MrQELQTsMrAELQQoMqwELQTwMqgELQT0MqQELQeEBDKgBC0HBAAynAQtBwAAMpgELQcIADKUBC0EJDKQBC0EtDKMBC0HDAAyiAQtBxAAMoQELQcUADKABC0HGAAyfAQtBxwAMngELQcgADJ0BC0HJAAycAQtBygAMmwELQcsADJoBC0HMAAyZAQtBzQAMmAELQc4ADJcBC0HPAAyWAQtB0AAMlQELQdEADJQBC0HSAAyTAQtB0wAMkgELQdUADJEBC0HUAAyQAQtB1gAMjwELQdcADI4BC0HYAAyNAQtB2QAMjAELQdoADIsBC0HbAAyKAQtB3AAMiQELQd0ADIgBC0HeAAyHAQtB3wAMhgELQeAADIUBC0HhAAyEAQtB4gAMgwELQeMADIIBC0HkAAyBAQtB5QAMgAELQeIBDH8LQeYADH4LQecADH0LQQYMfAtB6AAMewtBBQx6C0HpAAx5C0EEDHgLQeoADHcLQesADHYLQewADHULQe0ADHQLQQMMcwtB7gAMcgtB7wAMcQtB8AAMcAtB8gAMbwtB8QAMbgtB8wAMbQtB9AAMbAtB9QAMawtB9gAMagtBAgxpC0H3AAxoC0H4AAxnC0H5AAxmC0H6AAxlC0H7AAxkC0H8AAxjC0H9AAxiC0H+AAxhC0H/AAxgC0GAAQxfC0GBAQxeC0GCAQxdC0GDAQxcC0GEAQxbC0GFAQxaC0GGAQxZC0GHAQxYC0GIAQxXC0GJAQxWC0GKAQxVC0GLAQxUC0GMAQxTC0GNAQxSC0GOAQxRC0GPAQxQC0GQAQxPC0GRAQxOC0GSAQxNC0GTAQxMC0GUAQxLC0GVAQxKC0GWAQxJC0GXAQxIC0GYAQxHC0GZAQxGC0GaAQxFC0GbAQxEC0GcAQxDC0GdAQxCC0GeAQxBC0GfAQxAC0GgAQw/C0GhAQw+C0GiAQw9C0GjAQw8C0GkAQw7C0GlAQw6C0GmAQw5C0GnAQw4C0GoAQw3C0GpAQw2C0GqAQw1C0GrAQw0C0GsAQwzC0GtAQwyC0GuAQwxC0GvAQwwC0GwAQwvC0GxAQwuC0GyAQwtC0GzAQwsC0G0AQwrC0G1AQwqC0G2AQwpC0G3AQwoC0G4AQwnC0G5AQwmC0G6AQwlC0G7AQwkC0G8AQwjC0G9AQwiC0G+AQwhC0G/AQwgC0HAAQwfC0HBAQweC0HCAQwdC0EBDBwLQcMBDBsLQcQBDBoLQcUBDBkLQcYBDBgLQccBDBcLQcgBDBYLQckBDBULQcoBDBQLQcsBDBMLQcwBDBILQc0BDBELQc4BDBALQc8BDA8LQdABDA4LQdEBDA0LQdIBDAwLQdMBDAsLQdQBDAoLQdUBDAkLQdYBDAgLQeMBDAcLQdcBDAYLQdgBDAULQdkBDAQLQdoBDAMLQdsBDAILQd0BDAELQdwBCyECA0ACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIAMCfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAAn8CQAJAAkACfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAwJ/AkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJ/AkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQCACDuMBAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISMkJScoKZ4DmwOaA5EDigODA4AD/QL7AvgC8gLxAu8C7QLoAucC5gLlAuQC3ALbAtoC2QLYAtcC1gLVAs8CzgLMAssCygLJAsgCxwLGAsQCwwK+ArwCugK5ArgCtwK2ArUCtAKzArICsQKwAq4CrQKpAqgCpwKmAqUCpAKjAqICoQKgAp8CmAKQAowCiwKKAoEC/gH9AfwB+wH6AfkB+AH3AfUB8wHwAesB6QHoAecB5gHlAeQB4wHiAeEB4AHfAd4B3QHcAdoB2QHYAdcB1gHVAdQB0wHSAdEB0AHPAc4BzQHMAcsBygHJAcgBxwHGAcUBxAHDAcIBwQHAAb8BvgG9AbwBuwG6AbkBuAG3AbYBtQG0AbMBsgGxAbABrwGuAa0BrAGrAaoBqQGoAacBpgGlAaQBowGiAZ8BngGZAZgBlwGWAZUBlAGTAZIBkQGQAY8BjQGMAYcBhgGFAYQBgwGCAX18e3p5dnV0UFFSU1RVCyABIARHDXJB/QEhAgy+AwsgASAERw2YAUHbASECDL0DCyABIARHDfEBQY4BIQIMvAMLIAEgBEcN/AFBhAEhAgy7AwsgASAERw2KAkH/ACECDLoDCyABIARHDZECQf0AIQIMuQMLIAEgBEcNlAJB+wAhAgy4AwsgASAERw0eQR4hAgy3AwsgASAERw0ZQRghAgy2AwsgASAERw3KAkHNACECDLUDCyABIARHDdUCQcYAIQIMtAMLIAEgBEcN1gJBwwAhAgyzAwsgASAERw3cAkE4IQIMsgMLIAMtADBBAUYNrQMMiQMLQQAhAAJAAkACQCADLQAqRQ0AIAMtACtFDQAgAy8BMiICQQJxRQ0BDAILIAMvATIiAkEBcUUNAQtBASEAIAMtAChBAUYNACADLwE0IgZB5ABrQeQASQ0AIAZBzAFGDQAgBkGwAkYNACACQcAAcQ0AQQAhACACQYgEcUGABEYNACACQShxQQBHIQALIANBADsBMiADQQA6ADECQCAARQRAIANBADoAMSADLQAuQQRxDQEMsQMLIANCADcDIAsgA0EAOgAxIANBAToANgxIC0EAIQACQCADKAI4IgJFDQAgAigCMCICRQ0AIAMgAhEAACEACyAARQ1IIABBFUcNYiADQQQ2AhwgAyABNgIUIANB0hs2AhAgA0EVNgIMQQAhAgyvAwsgASAERgRAQQYhAgyvAwsgAS0AAEEKRw0ZIAFBAWohAQwaCyADQgA3AyBBEiECDJQDCyABIARHDYoDQSMhAgysAwsgASAERgRAQQchAgysAwsCQAJAIAEtAABBCmsOBAEYGAAYCyABQQFqIQFBECECDJMDCyABQQFqIQEgA0Evai0AAEEBcQ0XQQAhAiADQQA2AhwgAyABNgIUIANBmSA2AhAgA0EZNgIMDKsDCyADIAMpAyAiDCAEIAFrrSIKfSILQgAgCyAMWBs3AyAgCiAMWg0YQQghAgyqAwsgASAERwRAIANBCTYCCCADIAE2AgRBFCECDJEDC0EJIQIMqQMLIAMpAyBQDa4CDEMLIAEgBEYEQEELIQIMqAMLIAEtAABBCkcNFiABQQFqIQEMFwsgA0Evai0AAEEBcUUNGQwmC0EAIQACQCADKAI4IgJFDQAgAigCUCICRQ0AIAMgAhEAACEACyAADRkMQgtBACEAAkAgAygCOCICRQ0AIAIoAlAiAkUNACADIAIRAAAhAAsgAA0aDCQLQQAhAAJAIAMoAjgiAkUNACACKAJQIgJFDQAgAyACEQAAIQALIAANGwwyCyADQS9qLQAAQQFxRQ0cDCILQQAhAAJAIAMoAjgiAkUNACACKAJUIgJFDQAgAyACEQAAIQALIAANHAxCC0EAIQACQCADKAI4IgJFDQAgAigCVCICRQ0AIAMgAhEAACEACyAADR0MIAsgASAERgRAQRMhAgygAwsCQCABLQAAIgBBCmsOBB8jIwAiCyABQQFqIQEMHwtBACEAAkAgAygCOCICRQ0AIAIoAlQiAkUNACADIAIRAAAhAAsgAA0iDEILIAEgBEYEQEEWIQIMngMLIAEtAABBwMEAai0AAEEBRw0jDIMDCwJAA0AgAS0AAEGwO2otAAAiAEEBRwRAAkAgAEECaw4CAwAnCyABQQFqIQFBISECDIYDCyAEIAFBAWoiAUcNAAtBGCECDJ0DCyADKAIEIQBBACECIANBADYCBCADIAAgAUEBaiIBEDQiAA0hDEELQQAhAAJAIAMoAjgiAkUNACACKAJUIgJFDQAgAyACEQAAIQALIAANIwwqCyABIARGBEBBHCECDJsDCyADQQo2AgggAyABNgIEQQAhAAJAIAMoAjgiAkUNACACKAJQIgJFDQAgAyACEQAAIQALIAANJUEkIQIMgQMLIAEgBEcEQANAIAEtAABBsD1qLQAAIgBBA0cEQCAAQQFrDgUYGiaCAyUmCyAEIAFBAWoiAUcNAAtBGyECDJoDC0EbIQIMmQMLA0AgAS0AAEGwP2otAAAiAEEDRwRAIABBAWsOBQ8RJxMmJwsgBCABQQFqIgFHDQALQR4hAgyYAwsgASAERwRAIANBCzYCCCADIAE2AgRBByECDP8CC0EfIQIMlwMLIAEgBEYEQEEgIQIMlwMLAkAgAS0AAEENaw4ULj8/Pz8/Pz8/Pz8/Pz8/Pz8/PwA/C0EAIQIgA0EANgIcIANBvws2AhAgA0ECNgIMIAMgAUEBajYCFAyWAwsgA0EvaiECA0AgASAERgRAQSEhAgyXAwsCQAJAAkAgAS0AACIAQQlrDhgCACkpASkpKSkpKSkpKSkpKSkpKSkpKQInCyABQQFqIQEgA0Evai0AAEEBcUUNCgwYCyABQQFqIQEMFwsgAUEBaiEBIAItAABBAnENAAtBACECIANBADYCHCADIAE2AhQgA0GfFTYCECADQQw2AgwMlQMLIAMtAC5BgAFxRQ0BC0EAIQACQCADKAI4IgJFDQAgAigCXCICRQ0AIAMgAhEAACEACyAARQ3mAiAAQRVGBEAgA0EkNgIcIAMgATYCFCADQZsbNgIQIANBFTYCDEEAIQIMlAMLQQAhAiADQQA2AhwgAyABNgIUIANBkA42AhAgA0EUNgIMDJMDC0EAIQIgA0EANgIcIAMgATYCFCADQb4gNgIQIANBAjYCDAySAwsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEgDKdqIgEQMiIARQ0rIANBBzYCHCADIAE2AhQgAyAANgIMDJEDCyADLQAuQcAAcUUNAQtBACEAAkAgAygCOCICRQ0AIAIoAlgiAkUNACADIAIRAAAhAAsgAEUNKyAAQRVGBEAgA0EKNgIcIAMgATYCFCADQesZNgIQIANBFTYCDEEAIQIMkAMLQQAhAiADQQA2AhwgAyABNgIUIANBkww2AhAgA0ETNgIMDI8DC0EAIQIgA0EANgIcIAMgATYCFCADQYIVNgIQIANBAjYCDAyOAwtBACECIANBADYCHCADIAE2AhQgA0HdFDYCECADQRk2AgwMjQMLQQAhAiADQQA2AhwgAyABNgIUIANB5h02AhAgA0EZNgIMDIwDCyAAQRVGDT1BACECIANBADYCHCADIAE2AhQgA0HQDzYCECADQSI2AgwMiwMLIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDMiAEUNKCADQQ02AhwgAyABNgIUIAMgADYCDAyKAwsgAEEVRg06QQAhAiADQQA2AhwgAyABNgIUIANB0A82AhAgA0EiNgIMDIkDCyADKAIEIQBBACECIANBADYCBCADIAAgARAzIgBFBEAgAUEBaiEBDCgLIANBDjYCHCADIAA2AgwgAyABQQFqNgIUDIgDCyAAQRVGDTdBACECIANBADYCHCADIAE2AhQgA0HQDzYCECADQSI2AgwMhwMLIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDMiAEUEQCABQQFqIQEMJwsgA0EPNgIcIAMgADYCDCADIAFBAWo2AhQMhgMLQQAhAiADQQA2AhwgAyABNgIUIANB4hc2AhAgA0EZNgIMDIUDCyAAQRVGDTNBACECIANBADYCHCADIAE2AhQgA0HWDDYCECADQSM2AgwMhAMLIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDQiAEUNJSADQRE2AhwgAyABNgIUIAMgADYCDAyDAwsgAEEVRg0wQQAhAiADQQA2AhwgAyABNgIUIANB1gw2AhAgA0EjNgIMDIIDCyADKAIEIQBBACECIANBADYCBCADIAAgARA0IgBFBEAgAUEBaiEBDCULIANBEjYCHCADIAA2AgwgAyABQQFqNgIUDIEDCyADQS9qLQAAQQFxRQ0BC0EXIQIM5gILQQAhAiADQQA2AhwgAyABNgIUIANB4hc2AhAgA0EZNgIMDP4CCyAAQTtHDQAgAUEBaiEBDAwLQQAhAiADQQA2AhwgAyABNgIUIANBkhg2AhAgA0ECNgIMDPwCCyAAQRVGDShBACECIANBADYCHCADIAE2AhQgA0HWDDYCECADQSM2AgwM+wILIANBFDYCHCADIAE2AhQgAyAANgIMDPoCCyADKAIEIQBBACECIANBADYCBCADIAAgARA0IgBFBEAgAUEBaiEBDPUCCyADQRU2AhwgAyAANgIMIAMgAUEBajYCFAz5AgsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQNCIARQRAIAFBAWohAQzzAgsgA0EXNgIcIAMgADYCDCADIAFBAWo2AhQM+AILIABBFUYNI0EAIQIgA0EANgIcIAMgATYCFCADQdYMNgIQIANBIzYCDAz3AgsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQNCIARQRAIAFBAWohAQwdCyADQRk2AhwgAyAANgIMIAMgAUEBajYCFAz2AgsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQNCIARQRAIAFBAWohAQzvAgsgA0EaNgIcIAMgADYCDCADIAFBAWo2AhQM9QILIABBFUYNH0EAIQIgA0EANgIcIAMgATYCFCADQdAPNgIQIANBIjYCDAz0AgsgAygCBCEAIANBADYCBCADIAAgARAzIgBFBEAgAUEBaiEBDBsLIANBHDYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgzzAgsgAygCBCEAIANBADYCBCADIAAgARAzIgBFBEAgAUEBaiEBDOsCCyADQR02AhwgAyAANgIMIAMgAUEBajYCFEEAIQIM8gILIABBO0cNASABQQFqIQELQSYhAgzXAgtBACECIANBADYCHCADIAE2AhQgA0GfFTYCECADQQw2AgwM7wILIAEgBEcEQANAIAEtAABBIEcNhAIgBCABQQFqIgFHDQALQSwhAgzvAgtBLCECDO4CCyABIARGBEBBNCECDO4CCwJAAkADQAJAIAEtAABBCmsOBAIAAAMACyAEIAFBAWoiAUcNAAtBNCECDO8CCyADKAIEIQAgA0EANgIEIAMgACABEDEiAEUNnwIgA0EyNgIcIAMgATYCFCADIAA2AgxBACECDO4CCyADKAIEIQAgA0EANgIEIAMgACABEDEiAEUEQCABQQFqIQEMnwILIANBMjYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgztAgsgASAERwRAAkADQCABLQAAQTBrIgBB/wFxQQpPBEBBOiECDNcCCyADKQMgIgtCmbPmzJmz5swZVg0BIAMgC0IKfiIKNwMgIAogAK1C/wGDIgtCf4VWDQEgAyAKIAt8NwMgIAQgAUEBaiIBRw0AC0HAACECDO4CCyADKAIEIQAgA0EANgIEIAMgACABQQFqIgEQMSIADRcM4gILQcAAIQIM7AILIAEgBEYEQEHJACECDOwCCwJAA0ACQCABLQAAQQlrDhgAAqICogKpAqICogKiAqICogKiAqICogKiAqICogKiAqICogKiAqICogKiAgCiAgsgBCABQQFqIgFHDQALQckAIQIM7AILIAFBAWohASADQS9qLQAAQQFxDaUCIANBADYCHCADIAE2AhQgA0GXEDYCECADQQo2AgxBACECDOsCCyABIARHBEADQCABLQAAQSBHDRUgBCABQQFqIgFHDQALQfgAIQIM6wILQfgAIQIM6gILIANBAjoAKAw4C0EAIQIgA0EANgIcIANBvws2AhAgA0ECNgIMIAMgAUEBajYCFAzoAgtBACECDM4CC0ENIQIMzQILQRMhAgzMAgtBFSECDMsCC0EWIQIMygILQRghAgzJAgtBGSECDMgCC0EaIQIMxwILQRshAgzGAgtBHCECDMUCC0EdIQIMxAILQR4hAgzDAgtBHyECDMICC0EgIQIMwQILQSIhAgzAAgtBIyECDL8CC0ElIQIMvgILQeUAIQIMvQILIANBPTYCHCADIAE2AhQgAyAANgIMQQAhAgzVAgsgA0EbNgIcIAMgATYCFCADQaQcNgIQIANBFTYCDEEAIQIM1AILIANBIDYCHCADIAE2AhQgA0GYGjYCECADQRU2AgxBACECDNMCCyADQRM2AhwgAyABNgIUIANBmBo2AhAgA0EVNgIMQQAhAgzSAgsgA0ELNgIcIAMgATYCFCADQZgaNgIQIANBFTYCDEEAIQIM0QILIANBEDYCHCADIAE2AhQgA0GYGjYCECADQRU2AgxBACECDNACCyADQSA2AhwgAyABNgIUIANBpBw2AhAgA0EVNgIMQQAhAgzPAgsgA0ELNgIcIAMgATYCFCADQaQcNgIQIANBFTYCDEEAIQIMzgILIANBDDYCHCADIAE2AhQgA0GkHDYCECADQRU2AgxBACECDM0CC0EAIQIgA0EANgIcIAMgATYCFCADQd0ONgIQIANBEjYCDAzMAgsCQANAAkAgAS0AAEEKaw4EAAICAAILIAQgAUEBaiIBRw0AC0H9ASECDMwCCwJAAkAgAy0ANkEBRw0AQQAhAAJAIAMoAjgiAkUNACACKAJgIgJFDQAgAyACEQAAIQALIABFDQAgAEEVRw0BIANB/AE2AhwgAyABNgIUIANB3Bk2AhAgA0EVNgIMQQAhAgzNAgtB3AEhAgyzAgsgA0EANgIcIAMgATYCFCADQfkLNgIQIANBHzYCDEEAIQIMywILAkACQCADLQAoQQFrDgIEAQALQdsBIQIMsgILQdQBIQIMsQILIANBAjoAMUEAIQACQCADKAI4IgJFDQAgAigCACICRQ0AIAMgAhEAACEACyAARQRAQd0BIQIMsQILIABBFUcEQCADQQA2AhwgAyABNgIUIANBtAw2AhAgA0EQNgIMQQAhAgzKAgsgA0H7ATYCHCADIAE2AhQgA0GBGjYCECADQRU2AgxBACECDMkCCyABIARGBEBB+gEhAgzJAgsgAS0AAEHIAEYNASADQQE6ACgLQcABIQIMrgILQdoBIQIMrQILIAEgBEcEQCADQQw2AgggAyABNgIEQdkBIQIMrQILQfkBIQIMxQILIAEgBEYEQEH4ASECDMUCCyABLQAAQcgARw0EIAFBAWohAUHYASECDKsCCyABIARGBEBB9wEhAgzEAgsCQAJAIAEtAABBxQBrDhAABQUFBQUFBQUFBQUFBQUBBQsgAUEBaiEBQdYBIQIMqwILIAFBAWohAUHXASECDKoCC0H2ASECIAEgBEYNwgIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABButUAai0AAEcNAyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMwwILIAMoAgQhACADQgA3AwAgAyAAIAZBAWoiARAuIgBFBEBB4wEhAgyqAgsgA0H1ATYCHCADIAE2AhQgAyAANgIMQQAhAgzCAgtB9AEhAiABIARGDcECIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQbjVAGotAABHDQIgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADMICCyADQYEEOwEoIAMoAgQhACADQgA3AwAgAyAAIAZBAWoiARAuIgANAwwCCyADQQA2AgALQQAhAiADQQA2AhwgAyABNgIUIANB5R82AhAgA0EINgIMDL8CC0HVASECDKUCCyADQfMBNgIcIAMgATYCFCADIAA2AgxBACECDL0CC0EAIQACQCADKAI4IgJFDQAgAigCQCICRQ0AIAMgAhEAACEACyAARQ1uIABBFUcEQCADQQA2AhwgAyABNgIUIANBgg82AhAgA0EgNgIMQQAhAgy9AgsgA0GPATYCHCADIAE2AhQgA0HsGzYCECADQRU2AgxBACECDLwCCyABIARHBEAgA0ENNgIIIAMgATYCBEHTASECDKMCC0HyASECDLsCCyABIARGBEBB8QEhAgy7AgsCQAJAAkAgAS0AAEHIAGsOCwABCAgICAgICAgCCAsgAUEBaiEBQdABIQIMowILIAFBAWohAUHRASECDKICCyABQQFqIQFB0gEhAgyhAgtB8AEhAiABIARGDbkCIAMoAgAiACAEIAFraiEGIAEgAGtBAmohBQNAIAEtAAAgAEG11QBqLQAARw0EIABBAkYNAyAAQQFqIQAgBCABQQFqIgFHDQALIAMgBjYCAAy5AgtB7wEhAiABIARGDbgCIAMoAgAiACAEIAFraiEGIAEgAGtBAWohBQNAIAEtAAAgAEGz1QBqLQAARw0DIABBAUYNAiAAQQFqIQAgBCABQQFqIgFHDQALIAMgBjYCAAy4AgtB7gEhAiABIARGDbcCIAMoAgAiACAEIAFraiEGIAEgAGtBAmohBQNAIAEtAAAgAEGw1QBqLQAARw0CIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBjYCAAy3AgsgAygCBCEAIANCADcDACADIAAgBUEBaiIBECsiAEUNAiADQewBNgIcIAMgATYCFCADIAA2AgxBACECDLYCCyADQQA2AgALIAMoAgQhACADQQA2AgQgAyAAIAEQKyIARQ2cAiADQe0BNgIcIAMgATYCFCADIAA2AgxBACECDLQCC0HPASECDJoCC0EAIQACQCADKAI4IgJFDQAgAigCNCICRQ0AIAMgAhEAACEACwJAIAAEQCAAQRVGDQEgA0EANgIcIAMgATYCFCADQeoNNgIQIANBJjYCDEEAIQIMtAILQc4BIQIMmgILIANB6wE2AhwgAyABNgIUIANBgBs2AhAgA0EVNgIMQQAhAgyyAgsgASAERgRAQesBIQIMsgILIAEtAABBL0YEQCABQQFqIQEMAQsgA0EANgIcIAMgATYCFCADQbI4NgIQIANBCDYCDEEAIQIMsQILQc0BIQIMlwILIAEgBEcEQCADQQ42AgggAyABNgIEQcwBIQIMlwILQeoBIQIMrwILIAEgBEYEQEHpASECDK8CCyABLQAAQTBrIgBB/wFxQQpJBEAgAyAAOgAqIAFBAWohAUHLASECDJYCCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNlwIgA0HoATYCHCADIAE2AhQgAyAANgIMQQAhAgyuAgsgASAERgRAQecBIQIMrgILAkAgAS0AAEEuRgRAIAFBAWohAQwBCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNmAIgA0HmATYCHCADIAE2AhQgAyAANgIMQQAhAgyuAgtBygEhAgyUAgsgASAERgRAQeUBIQIMrQILQQAhAEEBIQVBASEHQQAhAgJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAIAEtAABBMGsOCgoJAAECAwQFBggLC0ECDAYLQQMMBQtBBAwEC0EFDAMLQQYMAgtBBwwBC0EICyECQQAhBUEAIQcMAgtBCSECQQEhAEEAIQVBACEHDAELQQAhBUEBIQILIAMgAjoAKyABQQFqIQECQAJAIAMtAC5BEHENAAJAAkACQCADLQAqDgMBAAIECyAHRQ0DDAILIAANAQwCCyAFRQ0BCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNAiADQeIBNgIcIAMgATYCFCADIAA2AgxBACECDK8CCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNmgIgA0HjATYCHCADIAE2AhQgAyAANgIMQQAhAgyuAgsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDZgCIANB5AE2AhwgAyABNgIUIAMgADYCDAytAgtByQEhAgyTAgtBACEAAkAgAygCOCICRQ0AIAIoAkQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0GkDTYCECADQSE2AgxBACECDK0CC0HIASECDJMCCyADQeEBNgIcIAMgATYCFCADQdAaNgIQIANBFTYCDEEAIQIMqwILIAEgBEYEQEHhASECDKsCCwJAIAEtAABBIEYEQCADQQA7ATQgAUEBaiEBDAELIANBADYCHCADIAE2AhQgA0GZETYCECADQQk2AgxBACECDKsCC0HHASECDJECCyABIARGBEBB4AEhAgyqAgsCQCABLQAAQTBrQf8BcSICQQpJBEAgAUEBaiEBAkAgAy8BNCIAQZkzSw0AIAMgAEEKbCIAOwE0IABB/v8DcSACQf//A3NLDQAgAyAAIAJqOwE0DAILQQAhAiADQQA2AhwgAyABNgIUIANBlR42AhAgA0ENNgIMDKsCCyADQQA2AhwgAyABNgIUIANBlR42AhAgA0ENNgIMQQAhAgyqAgtBxgEhAgyQAgsgASAERgRAQd8BIQIMqQILAkAgAS0AAEEwa0H/AXEiAkEKSQRAIAFBAWohAQJAIAMvATQiAEGZM0sNACADIABBCmwiADsBNCAAQf7/A3EgAkH//wNzSw0AIAMgACACajsBNAwCC0EAIQIgA0EANgIcIAMgATYCFCADQZUeNgIQIANBDTYCDAyqAgsgA0EANgIcIAMgATYCFCADQZUeNgIQIANBDTYCDEEAIQIMqQILQcUBIQIMjwILIAEgBEYEQEHeASECDKgCCwJAIAEtAABBMGtB/wFxIgJBCkkEQCABQQFqIQECQCADLwE0IgBBmTNLDQAgAyAAQQpsIgA7ATQgAEH+/wNxIAJB//8Dc0sNACADIAAgAmo7ATQMAgtBACECIANBADYCHCADIAE2AhQgA0GVHjYCECADQQ02AgwMqQILIANBADYCHCADIAE2AhQgA0GVHjYCECADQQ02AgxBACECDKgCC0HEASECDI4CCyABIARGBEBB3QEhAgynAgsCQAJAAkACQCABLQAAQQprDhcCAwMAAwMDAwMDAwMDAwMDAwMDAwMDAQMLIAFBAWoMBQsgAUEBaiEBQcMBIQIMjwILIAFBAWohASADQS9qLQAAQQFxDQggA0EANgIcIAMgATYCFCADQY0LNgIQIANBDTYCDEEAIQIMpwILIANBADYCHCADIAE2AhQgA0GNCzYCECADQQ02AgxBACECDKYCCyABIARHBEAgA0EPNgIIIAMgATYCBEEBIQIMjQILQdwBIQIMpQILAkACQANAAkAgAS0AAEEKaw4EAgAAAwALIAQgAUEBaiIBRw0AC0HbASECDKYCCyADKAIEIQAgA0EANgIEIAMgACABEC0iAEUEQCABQQFqIQEMBAsgA0HaATYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgylAgsgAygCBCEAIANBADYCBCADIAAgARAtIgANASABQQFqCyEBQcEBIQIMigILIANB2QE2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMogILQcIBIQIMiAILIANBL2otAABBAXENASADQQA2AhwgAyABNgIUIANB5Bw2AhAgA0EZNgIMQQAhAgygAgsgASAERgRAQdkBIQIMoAILAkACQAJAIAEtAABBCmsOBAECAgACCyABQQFqIQEMAgsgAUEBaiEBDAELIAMtAC5BwABxRQ0BC0EAIQACQCADKAI4IgJFDQAgAigCPCICRQ0AIAMgAhEAACEACyAARQ2gASAAQRVGBEAgA0HZADYCHCADIAE2AhQgA0G3GjYCECADQRU2AgxBACECDJ8CCyADQQA2AhwgAyABNgIUIANBgA02AhAgA0EbNgIMQQAhAgyeAgsgA0EANgIcIAMgATYCFCADQdwoNgIQIANBAjYCDEEAIQIMnQILIAEgBEcEQCADQQw2AgggAyABNgIEQb8BIQIMhAILQdgBIQIMnAILIAEgBEYEQEHXASECDJwCCwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAS0AAEHBAGsOFQABAgNaBAUGWlpaBwgJCgsMDQ4PEFoLIAFBAWohAUH7ACECDJICCyABQQFqIQFB/AAhAgyRAgsgAUEBaiEBQYEBIQIMkAILIAFBAWohAUGFASECDI8CCyABQQFqIQFBhgEhAgyOAgsgAUEBaiEBQYkBIQIMjQILIAFBAWohAUGKASECDIwCCyABQQFqIQFBjQEhAgyLAgsgAUEBaiEBQZYBIQIMigILIAFBAWohAUGXASECDIkCCyABQQFqIQFBmAEhAgyIAgsgAUEBaiEBQaUBIQIMhwILIAFBAWohAUGmASECDIYCCyABQQFqIQFBrAEhAgyFAgsgAUEBaiEBQbQBIQIMhAILIAFBAWohAUG3ASECDIMCCyABQQFqIQFBvgEhAgyCAgsgASAERgRAQdYBIQIMmwILIAEtAABBzgBHDUggAUEBaiEBQb0BIQIMgQILIAEgBEYEQEHVASECDJoCCwJAAkACQCABLQAAQcIAaw4SAEpKSkpKSkpKSgFKSkpKSkoCSgsgAUEBaiEBQbgBIQIMggILIAFBAWohAUG7ASECDIECCyABQQFqIQFBvAEhAgyAAgtB1AEhAiABIARGDZgCIAMoAgAiACAEIAFraiEFIAEgAGtBB2ohBgJAA0AgAS0AACAAQajVAGotAABHDUUgAEEHRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJkCCyADQQA2AgAgBkEBaiEBQRsMRQsgASAERgRAQdMBIQIMmAILAkACQCABLQAAQckAaw4HAEdHR0dHAUcLIAFBAWohAUG5ASECDP8BCyABQQFqIQFBugEhAgz+AQtB0gEhAiABIARGDZYCIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQabVAGotAABHDUMgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJcCCyADQQA2AgAgBkEBaiEBQQ8MQwtB0QEhAiABIARGDZUCIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQaTVAGotAABHDUIgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJYCCyADQQA2AgAgBkEBaiEBQSAMQgtB0AEhAiABIARGDZQCIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQaHVAGotAABHDUEgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJUCCyADQQA2AgAgBkEBaiEBQRIMQQsgASAERgRAQc8BIQIMlAILAkACQCABLQAAQcUAaw4OAENDQ0NDQ0NDQ0NDQwFDCyABQQFqIQFBtQEhAgz7AQsgAUEBaiEBQbYBIQIM+gELQc4BIQIgASAERg2SAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGe1QBqLQAARw0/IABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyTAgsgA0EANgIAIAZBAWohAUEHDD8LQc0BIQIgASAERg2RAiADKAIAIgAgBCABa2ohBSABIABrQQVqIQYCQANAIAEtAAAgAEGY1QBqLQAARw0+IABBBUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAySAgsgA0EANgIAIAZBAWohAUEoDD4LIAEgBEYEQEHMASECDJECCwJAAkACQCABLQAAQcUAaw4RAEFBQUFBQUFBQQFBQUFBQQJBCyABQQFqIQFBsQEhAgz5AQsgAUEBaiEBQbIBIQIM+AELIAFBAWohAUGzASECDPcBC0HLASECIAEgBEYNjwIgAygCACIAIAQgAWtqIQUgASAAa0EGaiEGAkADQCABLQAAIABBkdUAai0AAEcNPCAAQQZGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMkAILIANBADYCACAGQQFqIQFBGgw8C0HKASECIAEgBEYNjgIgAygCACIAIAQgAWtqIQUgASAAa0EDaiEGAkADQCABLQAAIABBjdUAai0AAEcNOyAAQQNGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMjwILIANBADYCACAGQQFqIQFBIQw7CyABIARGBEBByQEhAgyOAgsCQAJAIAEtAABBwQBrDhQAPT09PT09PT09PT09PT09PT09AT0LIAFBAWohAUGtASECDPUBCyABQQFqIQFBsAEhAgz0AQsgASAERgRAQcgBIQIMjQILAkACQCABLQAAQdUAaw4LADw8PDw8PDw8PAE8CyABQQFqIQFBrgEhAgz0AQsgAUEBaiEBQa8BIQIM8wELQccBIQIgASAERg2LAiADKAIAIgAgBCABa2ohBSABIABrQQhqIQYCQANAIAEtAAAgAEGE1QBqLQAARw04IABBCEYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyMAgsgA0EANgIAIAZBAWohAUEqDDgLIAEgBEYEQEHGASECDIsCCyABLQAAQdAARw04IAFBAWohAUElDDcLQcUBIQIgASAERg2JAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGB1QBqLQAARw02IABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyKAgsgA0EANgIAIAZBAWohAUEODDYLIAEgBEYEQEHEASECDIkCCyABLQAAQcUARw02IAFBAWohAUGrASECDO8BCyABIARGBEBBwwEhAgyIAgsCQAJAAkACQCABLQAAQcIAaw4PAAECOTk5OTk5OTk5OTkDOQsgAUEBaiEBQacBIQIM8QELIAFBAWohAUGoASECDPABCyABQQFqIQFBqQEhAgzvAQsgAUEBaiEBQaoBIQIM7gELQcIBIQIgASAERg2GAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEH+1ABqLQAARw0zIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyHAgsgA0EANgIAIAZBAWohAUEUDDMLQcEBIQIgASAERg2FAiADKAIAIgAgBCABa2ohBSABIABrQQRqIQYCQANAIAEtAAAgAEH51ABqLQAARw0yIABBBEYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyGAgsgA0EANgIAIAZBAWohAUErDDILQcABIQIgASAERg2EAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEH21ABqLQAARw0xIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyFAgsgA0EANgIAIAZBAWohAUEsDDELQb8BIQIgASAERg2DAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGh1QBqLQAARw0wIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyEAgsgA0EANgIAIAZBAWohAUERDDALQb4BIQIgASAERg2CAiADKAIAIgAgBCABa2ohBSABIABrQQNqIQYCQANAIAEtAAAgAEHy1ABqLQAARw0vIABBA0YNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyDAgsgA0EANgIAIAZBAWohAUEuDC8LIAEgBEYEQEG9ASECDIICCwJAAkACQAJAAkAgAS0AAEHBAGsOFQA0NDQ0NDQ0NDQ0ATQ0AjQ0AzQ0BDQLIAFBAWohAUGbASECDOwBCyABQQFqIQFBnAEhAgzrAQsgAUEBaiEBQZ0BIQIM6gELIAFBAWohAUGiASECDOkBCyABQQFqIQFBpAEhAgzoAQsgASAERgRAQbwBIQIMgQILAkACQCABLQAAQdIAaw4DADABMAsgAUEBaiEBQaMBIQIM6AELIAFBAWohAUEEDC0LQbsBIQIgASAERg3/ASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEHw1ABqLQAARw0sIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyAAgsgA0EANgIAIAZBAWohAUEdDCwLIAEgBEYEQEG6ASECDP8BCwJAAkAgAS0AAEHJAGsOBwEuLi4uLgAuCyABQQFqIQFBoQEhAgzmAQsgAUEBaiEBQSIMKwsgASAERgRAQbkBIQIM/gELIAEtAABB0ABHDSsgAUEBaiEBQaABIQIM5AELIAEgBEYEQEG4ASECDP0BCwJAAkAgAS0AAEHGAGsOCwAsLCwsLCwsLCwBLAsgAUEBaiEBQZ4BIQIM5AELIAFBAWohAUGfASECDOMBC0G3ASECIAEgBEYN+wEgAygCACIAIAQgAWtqIQUgASAAa0EDaiEGAkADQCABLQAAIABB7NQAai0AAEcNKCAAQQNGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM/AELIANBADYCACAGQQFqIQFBDQwoC0G2ASECIAEgBEYN+gEgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBodUAai0AAEcNJyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM+wELIANBADYCACAGQQFqIQFBDAwnC0G1ASECIAEgBEYN+QEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABB6tQAai0AAEcNJiAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM+gELIANBADYCACAGQQFqIQFBAwwmC0G0ASECIAEgBEYN+AEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABB6NQAai0AAEcNJSAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM+QELIANBADYCACAGQQFqIQFBJgwlCyABIARGBEBBswEhAgz4AQsCQAJAIAEtAABB1ABrDgIAAScLIAFBAWohAUGZASECDN8BCyABQQFqIQFBmgEhAgzeAQtBsgEhAiABIARGDfYBIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQebUAGotAABHDSMgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPcBCyADQQA2AgAgBkEBaiEBQScMIwtBsQEhAiABIARGDfUBIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQeTUAGotAABHDSIgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPYBCyADQQA2AgAgBkEBaiEBQRwMIgtBsAEhAiABIARGDfQBIAMoAgAiACAEIAFraiEFIAEgAGtBBWohBgJAA0AgAS0AACAAQd7UAGotAABHDSEgAEEFRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPUBCyADQQA2AgAgBkEBaiEBQQYMIQtBrwEhAiABIARGDfMBIAMoAgAiACAEIAFraiEFIAEgAGtBBGohBgJAA0AgAS0AACAAQdnUAGotAABHDSAgAEEERg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPQBCyADQQA2AgAgBkEBaiEBQRkMIAsgASAERgRAQa4BIQIM8wELAkACQAJAAkAgAS0AAEEtaw4jACQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkASQkJCQkAiQkJAMkCyABQQFqIQFBjgEhAgzcAQsgAUEBaiEBQY8BIQIM2wELIAFBAWohAUGUASECDNoBCyABQQFqIQFBlQEhAgzZAQtBrQEhAiABIARGDfEBIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQdfUAGotAABHDR4gAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPIBCyADQQA2AgAgBkEBaiEBQQsMHgsgASAERgRAQawBIQIM8QELAkACQCABLQAAQcEAaw4DACABIAsgAUEBaiEBQZABIQIM2AELIAFBAWohAUGTASECDNcBCyABIARGBEBBqwEhAgzwAQsCQAJAIAEtAABBwQBrDg8AHx8fHx8fHx8fHx8fHwEfCyABQQFqIQFBkQEhAgzXAQsgAUEBaiEBQZIBIQIM1gELIAEgBEYEQEGqASECDO8BCyABLQAAQcwARw0cIAFBAWohAUEKDBsLQakBIQIgASAERg3tASADKAIAIgAgBCABa2ohBSABIABrQQVqIQYCQANAIAEtAAAgAEHR1ABqLQAARw0aIABBBUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzuAQsgA0EANgIAIAZBAWohAUEeDBoLQagBIQIgASAERg3sASADKAIAIgAgBCABa2ohBSABIABrQQZqIQYCQANAIAEtAAAgAEHK1ABqLQAARw0ZIABBBkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAztAQsgA0EANgIAIAZBAWohAUEVDBkLQacBIQIgASAERg3rASADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEHH1ABqLQAARw0YIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzsAQsgA0EANgIAIAZBAWohAUEXDBgLQaYBIQIgASAERg3qASADKAIAIgAgBCABa2ohBSABIABrQQVqIQYCQANAIAEtAAAgAEHB1ABqLQAARw0XIABBBUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzrAQsgA0EANgIAIAZBAWohAUEYDBcLIAEgBEYEQEGlASECDOoBCwJAAkAgAS0AAEHJAGsOBwAZGRkZGQEZCyABQQFqIQFBiwEhAgzRAQsgAUEBaiEBQYwBIQIM0AELQaQBIQIgASAERg3oASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEGm1QBqLQAARw0VIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzpAQsgA0EANgIAIAZBAWohAUEJDBULQaMBIQIgASAERg3nASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEGk1QBqLQAARw0UIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzoAQsgA0EANgIAIAZBAWohAUEfDBQLQaIBIQIgASAERg3mASADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEG+1ABqLQAARw0TIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAznAQsgA0EANgIAIAZBAWohAUECDBMLQaEBIQIgASAERg3lASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYDQCABLQAAIABBvNQAai0AAEcNESAAQQFGDQIgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM5QELIAEgBEYEQEGgASECDOUBC0EBIAEtAABB3wBHDREaIAFBAWohAUGHASECDMsBCyADQQA2AgAgBkEBaiEBQYgBIQIMygELQZ8BIQIgASAERg3iASADKAIAIgAgBCABa2ohBSABIABrQQhqIQYCQANAIAEtAAAgAEGE1QBqLQAARw0PIABBCEYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzjAQsgA0EANgIAIAZBAWohAUEpDA8LQZ4BIQIgASAERg3hASADKAIAIgAgBCABa2ohBSABIABrQQNqIQYCQANAIAEtAAAgAEG41ABqLQAARw0OIABBA0YNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAziAQsgA0EANgIAIAZBAWohAUEtDA4LIAEgBEYEQEGdASECDOEBCyABLQAAQcUARw0OIAFBAWohAUGEASECDMcBCyABIARGBEBBnAEhAgzgAQsCQAJAIAEtAABBzABrDggADw8PDw8PAQ8LIAFBAWohAUGCASECDMcBCyABQQFqIQFBgwEhAgzGAQtBmwEhAiABIARGDd4BIAMoAgAiACAEIAFraiEFIAEgAGtBBGohBgJAA0AgAS0AACAAQbPUAGotAABHDQsgAEEERg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADN8BCyADQQA2AgAgBkEBaiEBQSMMCwtBmgEhAiABIARGDd0BIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQbDUAGotAABHDQogAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADN4BCyADQQA2AgAgBkEBaiEBQQAMCgsgASAERgRAQZkBIQIM3QELAkACQCABLQAAQcgAaw4IAAwMDAwMDAEMCyABQQFqIQFB/QAhAgzEAQsgAUEBaiEBQYABIQIMwwELIAEgBEYEQEGYASECDNwBCwJAAkAgAS0AAEHOAGsOAwALAQsLIAFBAWohAUH+ACECDMMBCyABQQFqIQFB/wAhAgzCAQsgASAERgRAQZcBIQIM2wELIAEtAABB2QBHDQggAUEBaiEBQQgMBwtBlgEhAiABIARGDdkBIAMoAgAiACAEIAFraiEFIAEgAGtBA2ohBgJAA0AgAS0AACAAQazUAGotAABHDQYgAEEDRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADNoBCyADQQA2AgAgBkEBaiEBQQUMBgtBlQEhAiABIARGDdgBIAMoAgAiACAEIAFraiEFIAEgAGtBBWohBgJAA0AgAS0AACAAQabUAGotAABHDQUgAEEFRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADNkBCyADQQA2AgAgBkEBaiEBQRYMBQtBlAEhAiABIARGDdcBIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQaHVAGotAABHDQQgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADNgBCyADQQA2AgAgBkEBaiEBQRAMBAsgASAERgRAQZMBIQIM1wELAkACQCABLQAAQcMAaw4MAAYGBgYGBgYGBgYBBgsgAUEBaiEBQfkAIQIMvgELIAFBAWohAUH6ACECDL0BC0GSASECIAEgBEYN1QEgAygCACIAIAQgAWtqIQUgASAAa0EFaiEGAkADQCABLQAAIABBoNQAai0AAEcNAiAAQQVGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM1gELIANBADYCACAGQQFqIQFBJAwCCyADQQA2AgAMAgsgASAERgRAQZEBIQIM1AELIAEtAABBzABHDQEgAUEBaiEBQRMLOgApIAMoAgQhACADQQA2AgQgAyAAIAEQLiIADQIMAQtBACECIANBADYCHCADIAE2AhQgA0H+HzYCECADQQY2AgwM0QELQfgAIQIMtwELIANBkAE2AhwgAyABNgIUIAMgADYCDEEAIQIMzwELQQAhAAJAIAMoAjgiAkUNACACKAJAIgJFDQAgAyACEQAAIQALIABFDQAgAEEVRg0BIANBADYCHCADIAE2AhQgA0GCDzYCECADQSA2AgxBACECDM4BC0H3ACECDLQBCyADQY8BNgIcIAMgATYCFCADQewbNgIQIANBFTYCDEEAIQIMzAELIAEgBEYEQEGPASECDMwBCwJAIAEtAABBIEYEQCABQQFqIQEMAQsgA0EANgIcIAMgATYCFCADQZsfNgIQIANBBjYCDEEAIQIMzAELQQIhAgyyAQsDQCABLQAAQSBHDQIgBCABQQFqIgFHDQALQY4BIQIMygELIAEgBEYEQEGNASECDMoBCwJAIAEtAABBCWsOBEoAAEoAC0H1ACECDLABCyADLQApQQVGBEBB9gAhAgywAQtB9AAhAgyvAQsgASAERgRAQYwBIQIMyAELIANBEDYCCCADIAE2AgQMCgsgASAERgRAQYsBIQIMxwELAkAgAS0AAEEJaw4ERwAARwALQfMAIQIMrQELIAEgBEcEQCADQRA2AgggAyABNgIEQfEAIQIMrQELQYoBIQIMxQELAkAgASAERwRAA0AgAS0AAEGg0ABqLQAAIgBBA0cEQAJAIABBAWsOAkkABAtB8AAhAgyvAQsgBCABQQFqIgFHDQALQYgBIQIMxgELQYgBIQIMxQELIANBADYCHCADIAE2AhQgA0HbIDYCECADQQc2AgxBACECDMQBCyABIARGBEBBiQEhAgzEAQsCQAJAAkAgAS0AAEGg0gBqLQAAQQFrDgNGAgABC0HyACECDKwBCyADQQA2AhwgAyABNgIUIANBtBI2AhAgA0EHNgIMQQAhAgzEAQtB6gAhAgyqAQsgASAERwRAIAFBAWohAUHvACECDKoBC0GHASECDMIBCyAEIAEiAEYEQEGGASECDMIBCyAALQAAIgFBL0YEQCAAQQFqIQFB7gAhAgypAQsgAUEJayICQRdLDQEgACEBQQEgAnRBm4CABHENQQwBCyAEIAEiAEYEQEGFASECDMEBCyAALQAAQS9HDQAgAEEBaiEBDAMLQQAhAiADQQA2AhwgAyAANgIUIANB2yA2AhAgA0EHNgIMDL8BCwJAAkACQAJAAkADQCABLQAAQaDOAGotAAAiAEEFRwRAAkACQCAAQQFrDghHBQYHCAAEAQgLQesAIQIMrQELIAFBAWohAUHtACECDKwBCyAEIAFBAWoiAUcNAAtBhAEhAgzDAQsgAUEBagwUCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNHiADQdsANgIcIAMgATYCFCADIAA2AgxBACECDMEBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNHiADQd0ANgIcIAMgATYCFCADIAA2AgxBACECDMABCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNHiADQfoANgIcIAMgATYCFCADIAA2AgxBACECDL8BCyADQQA2AhwgAyABNgIUIANB+Q82AhAgA0EHNgIMQQAhAgy+AQsgASAERgRAQYMBIQIMvgELAkAgAS0AAEGgzgBqLQAAQQFrDgg+BAUGAAgCAwcLIAFBAWohAQtBAyECDKMBCyABQQFqDA0LQQAhAiADQQA2AhwgA0HREjYCECADQQc2AgwgAyABQQFqNgIUDLoBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNFiADQdsANgIcIAMgATYCFCADIAA2AgxBACECDLkBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNFiADQd0ANgIcIAMgATYCFCADIAA2AgxBACECDLgBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNFiADQfoANgIcIAMgATYCFCADIAA2AgxBACECDLcBCyADQQA2AhwgAyABNgIUIANB+Q82AhAgA0EHNgIMQQAhAgy2AQtB7AAhAgycAQsgASAERgRAQYIBIQIMtQELIAFBAWoMAgsgASAERgRAQYEBIQIMtAELIAFBAWoMAQsgASAERg0BIAFBAWoLIQFBBCECDJgBC0GAASECDLABCwNAIAEtAABBoMwAai0AACIAQQJHBEAgAEEBRwRAQekAIQIMmQELDDELIAQgAUEBaiIBRw0AC0H/ACECDK8BCyABIARGBEBB/gAhAgyvAQsCQCABLQAAQQlrDjcvAwYvBAYGBgYGBgYGBgYGBgYGBgYGBgUGBgIGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYABgsgAUEBagshAUEFIQIMlAELIAFBAWoMBgsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDQggA0HbADYCHCADIAE2AhQgAyAANgIMQQAhAgyrAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDQggA0HdADYCHCADIAE2AhQgAyAANgIMQQAhAgyqAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDQggA0H6ADYCHCADIAE2AhQgAyAANgIMQQAhAgypAQsgA0EANgIcIAMgATYCFCADQY0UNgIQIANBBzYCDEEAIQIMqAELAkACQAJAAkADQCABLQAAQaDKAGotAAAiAEEFRwRAAkAgAEEBaw4GLgMEBQYABgtB6AAhAgyUAQsgBCABQQFqIgFHDQALQf0AIQIMqwELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0HIANB2wA2AhwgAyABNgIUIAMgADYCDEEAIQIMqgELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0HIANB3QA2AhwgAyABNgIUIAMgADYCDEEAIQIMqQELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0HIANB+gA2AhwgAyABNgIUIAMgADYCDEEAIQIMqAELIANBADYCHCADIAE2AhQgA0HkCDYCECADQQc2AgxBACECDKcBCyABIARGDQEgAUEBagshAUEGIQIMjAELQfwAIQIMpAELAkACQAJAAkADQCABLQAAQaDIAGotAAAiAEEFRwRAIABBAWsOBCkCAwQFCyAEIAFBAWoiAUcNAAtB+wAhAgynAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDQMgA0HbADYCHCADIAE2AhQgAyAANgIMQQAhAgymAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDQMgA0HdADYCHCADIAE2AhQgAyAANgIMQQAhAgylAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDQMgA0H6ADYCHCADIAE2AhQgAyAANgIMQQAhAgykAQsgA0EANgIcIAMgATYCFCADQbwKNgIQIANBBzYCDEEAIQIMowELQc8AIQIMiQELQdEAIQIMiAELQecAIQIMhwELIAEgBEYEQEH6ACECDKABCwJAIAEtAABBCWsOBCAAACAACyABQQFqIQFB5gAhAgyGAQsgASAERgRAQfkAIQIMnwELAkAgAS0AAEEJaw4EHwAAHwALQQAhAAJAIAMoAjgiAkUNACACKAI4IgJFDQAgAyACEQAAIQALIABFBEBB4gEhAgyGAQsgAEEVRwRAIANBADYCHCADIAE2AhQgA0HJDTYCECADQRo2AgxBACECDJ8BCyADQfgANgIcIAMgATYCFCADQeoaNgIQIANBFTYCDEEAIQIMngELIAEgBEcEQCADQQ02AgggAyABNgIEQeQAIQIMhQELQfcAIQIMnQELIAEgBEYEQEH2ACECDJ0BCwJAAkACQCABLQAAQcgAaw4LAAELCwsLCwsLCwILCyABQQFqIQFB3QAhAgyFAQsgAUEBaiEBQeAAIQIMhAELIAFBAWohAUHjACECDIMBC0H1ACECIAEgBEYNmwEgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBtdUAai0AAEcNCCAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMnAELIAMoAgQhACADQgA3AwAgAyAAIAZBAWoiARArIgAEQCADQfQANgIcIAMgATYCFCADIAA2AgxBACECDJwBC0HiACECDIIBC0EAIQACQCADKAI4IgJFDQAgAigCNCICRQ0AIAMgAhEAACEACwJAIAAEQCAAQRVGDQEgA0EANgIcIAMgATYCFCADQeoNNgIQIANBJjYCDEEAIQIMnAELQeEAIQIMggELIANB8wA2AhwgAyABNgIUIANBgBs2AhAgA0EVNgIMQQAhAgyaAQsgAy0AKSIAQSNrQQtJDQkCQCAAQQZLDQBBASAAdEHKAHFFDQAMCgtBACECIANBADYCHCADIAE2AhQgA0HtCTYCECADQQg2AgwMmQELQfIAIQIgASAERg2YASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEGz1QBqLQAARw0FIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyZAQsgAygCBCEAIANCADcDACADIAAgBkEBaiIBECsiAARAIANB8QA2AhwgAyABNgIUIAMgADYCDEEAIQIMmQELQd8AIQIMfwtBACEAAkAgAygCOCICRQ0AIAIoAjQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0HqDTYCECADQSY2AgxBACECDJkBC0HeACECDH8LIANB8AA2AhwgAyABNgIUIANBgBs2AhAgA0EVNgIMQQAhAgyXAQsgAy0AKUEhRg0GIANBADYCHCADIAE2AhQgA0GRCjYCECADQQg2AgxBACECDJYBC0HvACECIAEgBEYNlQEgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBsNUAai0AAEcNAiAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMlgELIAMoAgQhACADQgA3AwAgAyAAIAZBAWoiARArIgBFDQIgA0HtADYCHCADIAE2AhQgAyAANgIMQQAhAgyVAQsgA0EANgIACyADKAIEIQAgA0EANgIEIAMgACABECsiAEUNgAEgA0HuADYCHCADIAE2AhQgAyAANgIMQQAhAgyTAQtB3AAhAgx5C0EAIQACQCADKAI4IgJFDQAgAigCNCICRQ0AIAMgAhEAACEACwJAIAAEQCAAQRVGDQEgA0EANgIcIAMgATYCFCADQeoNNgIQIANBJjYCDEEAIQIMkwELQdsAIQIMeQsgA0HsADYCHCADIAE2AhQgA0GAGzYCECADQRU2AgxBACECDJEBCyADLQApIgBBI0kNACAAQS5GDQAgA0EANgIcIAMgATYCFCADQckJNgIQIANBCDYCDEEAIQIMkAELQdoAIQIMdgsgASAERgRAQesAIQIMjwELAkAgAS0AAEEvRgRAIAFBAWohAQwBCyADQQA2AhwgAyABNgIUIANBsjg2AhAgA0EINgIMQQAhAgyPAQtB2QAhAgx1CyABIARHBEAgA0EONgIIIAMgATYCBEHYACECDHULQeoAIQIMjQELIAEgBEYEQEHpACECDI0BCyABLQAAQTBrIgBB/wFxQQpJBEAgAyAAOgAqIAFBAWohAUHXACECDHQLIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ16IANB6AA2AhwgAyABNgIUIAMgADYCDEEAIQIMjAELIAEgBEYEQEHnACECDIwBCwJAIAEtAABBLkYEQCABQQFqIQEMAQsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDXsgA0HmADYCHCADIAE2AhQgAyAANgIMQQAhAgyMAQtB1gAhAgxyCyABIARGBEBB5QAhAgyLAQtBACEAQQEhBUEBIQdBACECAkACQAJAAkACQAJ/AkACQAJAAkACQAJAAkAgAS0AAEEwaw4KCgkAAQIDBAUGCAsLQQIMBgtBAwwFC0EEDAQLQQUMAwtBBgwCC0EHDAELQQgLIQJBACEFQQAhBwwCC0EJIQJBASEAQQAhBUEAIQcMAQtBACEFQQEhAgsgAyACOgArIAFBAWohAQJAAkAgAy0ALkEQcQ0AAkACQAJAIAMtACoOAwEAAgQLIAdFDQMMAgsgAA0BDAILIAVFDQELIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ0CIANB4gA2AhwgAyABNgIUIAMgADYCDEEAIQIMjQELIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ19IANB4wA2AhwgAyABNgIUIAMgADYCDEEAIQIMjAELIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ17IANB5AA2AhwgAyABNgIUIAMgADYCDAyLAQtB1AAhAgxxCyADLQApQSJGDYYBQdMAIQIMcAtBACEAAkAgAygCOCICRQ0AIAIoAkQiAkUNACADIAIRAAAhAAsgAEUEQEHVACECDHALIABBFUcEQCADQQA2AhwgAyABNgIUIANBpA02AhAgA0EhNgIMQQAhAgyJAQsgA0HhADYCHCADIAE2AhQgA0HQGjYCECADQRU2AgxBACECDIgBCyABIARGBEBB4AAhAgyIAQsCQAJAAkACQAJAIAEtAABBCmsOBAEEBAAECyABQQFqIQEMAQsgAUEBaiEBIANBL2otAABBAXFFDQELQdIAIQIMcAsgA0EANgIcIAMgATYCFCADQbYRNgIQIANBCTYCDEEAIQIMiAELIANBADYCHCADIAE2AhQgA0G2ETYCECADQQk2AgxBACECDIcBCyABIARGBEBB3wAhAgyHAQsgAS0AAEEKRgRAIAFBAWohAQwJCyADLQAuQcAAcQ0IIANBADYCHCADIAE2AhQgA0G2ETYCECADQQI2AgxBACECDIYBCyABIARGBEBB3QAhAgyGAQsgAS0AACICQQ1GBEAgAUEBaiEBQdAAIQIMbQsgASEAIAJBCWsOBAUBAQUBCyAEIAEiAEYEQEHcACECDIUBCyAALQAAQQpHDQAgAEEBagwCC0EAIQIgA0EANgIcIAMgADYCFCADQcotNgIQIANBBzYCDAyDAQsgASAERgRAQdsAIQIMgwELAkAgAS0AAEEJaw4EAwAAAwALIAFBAWoLIQFBzgAhAgxoCyABIARGBEBB2gAhAgyBAQsgAS0AAEEJaw4EAAEBAAELQQAhAiADQQA2AhwgA0GaEjYCECADQQc2AgwgAyABQQFqNgIUDH8LIANBgBI7ASpBACEAAkAgAygCOCICRQ0AIAIoAjgiAkUNACADIAIRAAAhAAsgAEUNACAAQRVHDQEgA0HZADYCHCADIAE2AhQgA0HqGjYCECADQRU2AgxBACECDH4LQc0AIQIMZAsgA0EANgIcIAMgATYCFCADQckNNgIQIANBGjYCDEEAIQIMfAsgASAERgRAQdkAIQIMfAsgAS0AAEEgRw09IAFBAWohASADLQAuQQFxDT0gA0EANgIcIAMgATYCFCADQcIcNgIQIANBHjYCDEEAIQIMewsgASAERgRAQdgAIQIMewsCQAJAAkACQAJAIAEtAAAiAEEKaw4EAgMDAAELIAFBAWohAUEsIQIMZQsgAEE6Rw0BIANBADYCHCADIAE2AhQgA0HnETYCECADQQo2AgxBACECDH0LIAFBAWohASADQS9qLQAAQQFxRQ1zIAMtADJBgAFxRQRAIANBMmohAiADEDVBACEAAkAgAygCOCIGRQ0AIAYoAigiBkUNACADIAYRAAAhAAsCQAJAIAAOFk1MSwEBAQEBAQEBAQEBAQEBAQEBAQABCyADQSk2AhwgAyABNgIUIANBrBk2AhAgA0EVNgIMQQAhAgx+CyADQQA2AhwgAyABNgIUIANB5Qs2AhAgA0ERNgIMQQAhAgx9C0EAIQACQCADKAI4IgJFDQAgAigCXCICRQ0AIAMgAhEAACEACyAARQ1ZIABBFUcNASADQQU2AhwgAyABNgIUIANBmxs2AhAgA0EVNgIMQQAhAgx8C0HLACECDGILQQAhAiADQQA2AhwgAyABNgIUIANBkA42AhAgA0EUNgIMDHoLIAMgAy8BMkGAAXI7ATIMOwsgASAERwRAIANBETYCCCADIAE2AgRBygAhAgxgC0HXACECDHgLIAEgBEYEQEHWACECDHgLAkACQAJAAkAgAS0AACIAQSByIAAgAEHBAGtB/wFxQRpJG0H/AXFB4wBrDhMAQEBAQEBAQEBAQEBAAUBAQAIDQAsgAUEBaiEBQcYAIQIMYQsgAUEBaiEBQccAIQIMYAsgAUEBaiEBQcgAIQIMXwsgAUEBaiEBQckAIQIMXgtB1QAhAiAEIAEiAEYNdiAEIAFrIAMoAgAiAWohBiAAIAFrQQVqIQcDQCABQZDIAGotAAAgAC0AACIFQSByIAUgBUHBAGtB/wFxQRpJG0H/AXFHDQhBBCABQQVGDQoaIAFBAWohASAEIABBAWoiAEcNAAsgAyAGNgIADHYLQdQAIQIgBCABIgBGDXUgBCABayADKAIAIgFqIQYgACABa0EPaiEHA0AgAUGAyABqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0HQQMgAUEPRg0JGiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAx1C0HTACECIAQgASIARg10IAQgAWsgAygCACIBaiEGIAAgAWtBDmohBwNAIAFB4scAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNBiABQQ5GDQcgAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMdAtB0gAhAiAEIAEiAEYNcyAEIAFrIAMoAgAiAWohBSAAIAFrQQFqIQYDQCABQeDHAGotAAAgAC0AACIHQSByIAcgB0HBAGtB/wFxQRpJG0H/AXFHDQUgAUEBRg0CIAFBAWohASAEIABBAWoiAEcNAAsgAyAFNgIADHMLIAEgBEYEQEHRACECDHMLAkACQCABLQAAIgBBIHIgACAAQcEAa0H/AXFBGkkbQf8BcUHuAGsOBwA5OTk5OQE5CyABQQFqIQFBwwAhAgxaCyABQQFqIQFBxAAhAgxZCyADQQA2AgAgBkEBaiEBQcUAIQIMWAtB0AAhAiAEIAEiAEYNcCAEIAFrIAMoAgAiAWohBiAAIAFrQQlqIQcDQCABQdbHAGotAAAgAC0AACIFQSByIAUgBUHBAGtB/wFxQRpJG0H/AXFHDQJBAiABQQlGDQQaIAFBAWohASAEIABBAWoiAEcNAAsgAyAGNgIADHALQc8AIQIgBCABIgBGDW8gBCABayADKAIAIgFqIQYgACABa0EFaiEHA0AgAUHQxwBqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0BIAFBBUYNAiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAxvCyAAIQEgA0EANgIADDMLQQELOgAsIANBADYCACAHQQFqIQELQS0hAgxSCwJAA0AgAS0AAEHQxQBqLQAAQQFHDQEgBCABQQFqIgFHDQALQc0AIQIMawtBwgAhAgxRCyABIARGBEBBzAAhAgxqCyABLQAAQTpGBEAgAygCBCEAIANBADYCBCADIAAgARAwIgBFDTMgA0HLADYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgxqCyADQQA2AhwgAyABNgIUIANB5xE2AhAgA0EKNgIMQQAhAgxpCwJAAkAgAy0ALEECaw4CAAEnCyADQTNqLQAAQQJxRQ0mIAMtAC5BAnENJiADQQA2AhwgAyABNgIUIANBphQ2AhAgA0ELNgIMQQAhAgxpCyADLQAyQSBxRQ0lIAMtAC5BAnENJSADQQA2AhwgAyABNgIUIANBvRM2AhAgA0EPNgIMQQAhAgxoC0EAIQACQCADKAI4IgJFDQAgAigCSCICRQ0AIAMgAhEAACEACyAARQRAQcEAIQIMTwsgAEEVRwRAIANBADYCHCADIAE2AhQgA0GmDzYCECADQRw2AgxBACECDGgLIANBygA2AhwgAyABNgIUIANBhRw2AhAgA0EVNgIMQQAhAgxnCyABIARHBEAgASECA0AgBCACIgFrQRBOBEAgAUEQaiEC/Qz/////////////////////IAH9AAAAIg1BB/1sIA39DODg4ODg4ODg4ODg4ODg4OD9bv0MX19fX19fX19fX19fX19fX/0mIA39DAkJCQkJCQkJCQkJCQkJCQn9I/1Q/VL9ZEF/c2giAEEQRg0BIAAgAWohAQwYCyABIARGBEBBxAAhAgxpCyABLQAAQcDBAGotAABBAUcNFyAEIAFBAWoiAkcNAAtBxAAhAgxnC0HEACECDGYLIAEgBEcEQANAAkAgAS0AACIAQSByIAAgAEHBAGtB/wFxQRpJG0H/AXEiAEEJRg0AIABBIEYNAAJAAkACQAJAIABB4wBrDhMAAwMDAwMDAwEDAwMDAwMDAwMCAwsgAUEBaiEBQTYhAgxSCyABQQFqIQFBNyECDFELIAFBAWohAUE4IQIMUAsMFQsgBCABQQFqIgFHDQALQTwhAgxmC0E8IQIMZQsgASAERgRAQcgAIQIMZQsgA0ESNgIIIAMgATYCBAJAAkACQAJAAkAgAy0ALEEBaw4EFAABAgkLIAMtADJBIHENA0HgASECDE8LAkAgAy8BMiIAQQhxRQ0AIAMtAChBAUcNACADLQAuQQhxRQ0CCyADIABB9/sDcUGABHI7ATIMCwsgAyADLwEyQRByOwEyDAQLIANBADYCBCADIAEgARAxIgAEQCADQcEANgIcIAMgADYCDCADIAFBAWo2AhRBACECDGYLIAFBAWohAQxYCyADQQA2AhwgAyABNgIUIANB9BM2AhAgA0EENgIMQQAhAgxkC0HHACECIAEgBEYNYyADKAIAIgAgBCABa2ohBSABIABrQQZqIQYCQANAIABBwMUAai0AACABLQAAQSByRw0BIABBBkYNSiAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAxkCyADQQA2AgAMBQsCQCABIARHBEADQCABLQAAQcDDAGotAAAiAEEBRwRAIABBAkcNAyABQQFqIQEMBQsgBCABQQFqIgFHDQALQcUAIQIMZAtBxQAhAgxjCwsgA0EAOgAsDAELQQshAgxHC0E/IQIMRgsCQAJAA0AgAS0AACIAQSBHBEACQCAAQQprDgQDBQUDAAsgAEEsRg0DDAQLIAQgAUEBaiIBRw0AC0HGACECDGALIANBCDoALAwOCyADLQAoQQFHDQIgAy0ALkEIcQ0CIAMoAgQhACADQQA2AgQgAyAAIAEQMSIABEAgA0HCADYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgxfCyABQQFqIQEMUAtBOyECDEQLAkADQCABLQAAIgBBIEcgAEEJR3ENASAEIAFBAWoiAUcNAAtBwwAhAgxdCwtBPCECDEILAkACQCABIARHBEADQCABLQAAIgBBIEcEQCAAQQprDgQDBAQDBAsgBCABQQFqIgFHDQALQT8hAgxdC0E/IQIMXAsgAyADLwEyQSByOwEyDAoLIAMoAgQhACADQQA2AgQgAyAAIAEQMSIARQ1OIANBPjYCHCADIAE2AhQgAyAANgIMQQAhAgxaCwJAIAEgBEcEQANAIAEtAABBwMMAai0AACIAQQFHBEAgAEECRg0DDAwLIAQgAUEBaiIBRw0AC0E3IQIMWwtBNyECDFoLIAFBAWohAQwEC0E7IQIgBCABIgBGDVggBCABayADKAIAIgFqIQYgACABa0EFaiEHAkADQCABQZDIAGotAAAgAC0AACIFQSByIAUgBUHBAGtB/wFxQRpJG0H/AXFHDQEgAUEFRgRAQQchAQw/CyABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAxZCyADQQA2AgAgACEBDAULQTohAiAEIAEiAEYNVyAEIAFrIAMoAgAiAWohBiAAIAFrQQhqIQcCQANAIAFBtMEAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNASABQQhGBEBBBSEBDD4LIAFBAWohASAEIABBAWoiAEcNAAsgAyAGNgIADFgLIANBADYCACAAIQEMBAtBOSECIAQgASIARg1WIAQgAWsgAygCACIBaiEGIAAgAWtBA2ohBwJAA0AgAUGwwQBqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0BIAFBA0YEQEEGIQEMPQsgAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMVwsgA0EANgIAIAAhAQwDCwJAA0AgAS0AACIAQSBHBEAgAEEKaw4EBwQEBwILIAQgAUEBaiIBRw0AC0E4IQIMVgsgAEEsRw0BIAFBAWohAEEBIQECQAJAAkACQAJAIAMtACxBBWsOBAMBAgQACyAAIQEMBAtBAiEBDAELQQQhAQsgA0EBOgAsIAMgAy8BMiABcjsBMiAAIQEMAQsgAyADLwEyQQhyOwEyIAAhAQtBPiECDDsLIANBADoALAtBOSECDDkLIAEgBEYEQEE2IQIMUgsCQAJAAkACQAJAIAEtAABBCmsOBAACAgECCyADKAIEIQAgA0EANgIEIAMgACABEDEiAEUNAiADQTM2AhwgAyABNgIUIAMgADYCDEEAIQIMVQsgAygCBCEAIANBADYCBCADIAAgARAxIgBFBEAgAUEBaiEBDAYLIANBMjYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgxUCyADLQAuQQFxBEBB3wEhAgw7CyADKAIEIQAgA0EANgIEIAMgACABEDEiAA0BDEkLQTQhAgw5CyADQTU2AhwgAyABNgIUIAMgADYCDEEAIQIMUQtBNSECDDcLIANBL2otAABBAXENACADQQA2AhwgAyABNgIUIANB6xY2AhAgA0EZNgIMQQAhAgxPC0EzIQIMNQsgASAERgRAQTIhAgxOCwJAIAEtAABBCkYEQCABQQFqIQEMAQsgA0EANgIcIAMgATYCFCADQZIXNgIQIANBAzYCDEEAIQIMTgtBMiECDDQLIAEgBEYEQEExIQIMTQsCQCABLQAAIgBBCUYNACAAQSBGDQBBASECAkAgAy0ALEEFaw4EBgQFAA0LIAMgAy8BMkEIcjsBMgwMCyADLQAuQQFxRQ0BIAMtACxBCEcNACADQQA6ACwLQT0hAgwyCyADQQA2AhwgAyABNgIUIANBwhY2AhAgA0EKNgIMQQAhAgxKC0ECIQIMAQtBBCECCyADQQE6ACwgAyADLwEyIAJyOwEyDAYLIAEgBEYEQEEwIQIMRwsgAS0AAEEKRgRAIAFBAWohAQwBCyADLQAuQQFxDQAgA0EANgIcIAMgATYCFCADQdwoNgIQIANBAjYCDEEAIQIMRgtBMCECDCwLIAFBAWohAUExIQIMKwsgASAERgRAQS8hAgxECyABLQAAIgBBCUcgAEEgR3FFBEAgAUEBaiEBIAMtAC5BAXENASADQQA2AhwgAyABNgIUIANBlxA2AhAgA0EKNgIMQQAhAgxEC0EBIQICQAJAAkACQAJAAkAgAy0ALEECaw4HBQQEAwECAAQLIAMgAy8BMkEIcjsBMgwDC0ECIQIMAQtBBCECCyADQQE6ACwgAyADLwEyIAJyOwEyC0EvIQIMKwsgA0EANgIcIAMgATYCFCADQYQTNgIQIANBCzYCDEEAIQIMQwtB4QEhAgwpCyABIARGBEBBLiECDEILIANBADYCBCADQRI2AgggAyABIAEQMSIADQELQS4hAgwnCyADQS02AhwgAyABNgIUIAMgADYCDEEAIQIMPwtBACEAAkAgAygCOCICRQ0AIAIoAkwiAkUNACADIAIRAAAhAAsgAEUNACAAQRVHDQEgA0HYADYCHCADIAE2AhQgA0GzGzYCECADQRU2AgxBACECDD4LQcwAIQIMJAsgA0EANgIcIAMgATYCFCADQbMONgIQIANBHTYCDEEAIQIMPAsgASAERgRAQc4AIQIMPAsgAS0AACIAQSBGDQIgAEE6Rg0BCyADQQA6ACxBCSECDCELIAMoAgQhACADQQA2AgQgAyAAIAEQMCIADQEMAgsgAy0ALkEBcQRAQd4BIQIMIAsgAygCBCEAIANBADYCBCADIAAgARAwIgBFDQIgA0EqNgIcIAMgADYCDCADIAFBAWo2AhRBACECDDgLIANBywA2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMNwsgAUEBaiEBQcAAIQIMHQsgAUEBaiEBDCwLIAEgBEYEQEErIQIMNQsCQCABLQAAQQpGBEAgAUEBaiEBDAELIAMtAC5BwABxRQ0GCyADLQAyQYABcQRAQQAhAAJAIAMoAjgiAkUNACACKAJcIgJFDQAgAyACEQAAIQALIABFDRIgAEEVRgRAIANBBTYCHCADIAE2AhQgA0GbGzYCECADQRU2AgxBACECDDYLIANBADYCHCADIAE2AhQgA0GQDjYCECADQRQ2AgxBACECDDULIANBMmohAiADEDVBACEAAkAgAygCOCIGRQ0AIAYoAigiBkUNACADIAYRAAAhAAsgAA4WAgEABAQEBAQEBAQEBAQEBAQEBAQEAwQLIANBAToAMAsgAiACLwEAQcAAcjsBAAtBKyECDBgLIANBKTYCHCADIAE2AhQgA0GsGTYCECADQRU2AgxBACECDDALIANBADYCHCADIAE2AhQgA0HlCzYCECADQRE2AgxBACECDC8LIANBADYCHCADIAE2AhQgA0GlCzYCECADQQI2AgxBACECDC4LQQEhByADLwEyIgVBCHFFBEAgAykDIEIAUiEHCwJAIAMtADAEQEEBIQAgAy0AKUEFRg0BIAVBwABxRSAHcUUNAQsCQCADLQAoIgJBAkYEQEEBIQAgAy8BNCIGQeUARg0CQQAhACAFQcAAcQ0CIAZB5ABGDQIgBkHmAGtBAkkNAiAGQcwBRg0CIAZBsAJGDQIMAQtBACEAIAVBwABxDQELQQIhACAFQQhxDQAgBUGABHEEQAJAIAJBAUcNACADLQAuQQpxDQBBBSEADAILQQQhAAwBCyAFQSBxRQRAIAMQNkEAR0ECdCEADAELQQBBAyADKQMgUBshAAsgAEEBaw4FAgAHAQMEC0ERIQIMEwsgA0EBOgAxDCkLQQAhAgJAIAMoAjgiAEUNACAAKAIwIgBFDQAgAyAAEQAAIQILIAJFDSYgAkEVRgRAIANBAzYCHCADIAE2AhQgA0HSGzYCECADQRU2AgxBACECDCsLQQAhAiADQQA2AhwgAyABNgIUIANB3Q42AhAgA0ESNgIMDCoLIANBADYCHCADIAE2AhQgA0H5IDYCECADQQ82AgxBACECDCkLQQAhAAJAIAMoAjgiAkUNACACKAIwIgJFDQAgAyACEQAAIQALIAANAQtBDiECDA4LIABBFUYEQCADQQI2AhwgAyABNgIUIANB0hs2AhAgA0EVNgIMQQAhAgwnCyADQQA2AhwgAyABNgIUIANB3Q42AhAgA0ESNgIMQQAhAgwmC0EqIQIMDAsgASAERwRAIANBCTYCCCADIAE2AgRBKSECDAwLQSYhAgwkCyADIAMpAyAiDCAEIAFrrSIKfSILQgAgCyAMWBs3AyAgCiAMVARAQSUhAgwkCyADKAIEIQAgA0EANgIEIAMgACABIAynaiIBEDIiAEUNACADQQU2AhwgAyABNgIUIAMgADYCDEEAIQIMIwtBDyECDAkLQgAhCgJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQCABLQAAQTBrDjcXFgABAgMEBQYHFBQUFBQUFAgJCgsMDRQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUDg8QERITFAtCAiEKDBYLQgMhCgwVC0IEIQoMFAtCBSEKDBMLQgYhCgwSC0IHIQoMEQtCCCEKDBALQgkhCgwPC0IKIQoMDgtCCyEKDA0LQgwhCgwMC0INIQoMCwtCDiEKDAoLQg8hCgwJC0IKIQoMCAtCCyEKDAcLQgwhCgwGC0INIQoMBQtCDiEKDAQLQg8hCgwDCyADQQA2AhwgAyABNgIUIANBnxU2AhAgA0EMNgIMQQAhAgwhCyABIARGBEBBIiECDCELQgAhCgJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAS0AAEEwaw43FRQAAQIDBAUGBxYWFhYWFhYICQoLDA0WFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFg4PEBESExYLQgIhCgwUC0IDIQoMEwtCBCEKDBILQgUhCgwRC0IGIQoMEAtCByEKDA8LQgghCgwOC0IJIQoMDQtCCiEKDAwLQgshCgwLC0IMIQoMCgtCDSEKDAkLQg4hCgwIC0IPIQoMBwtCCiEKDAYLQgshCgwFC0IMIQoMBAtCDSEKDAMLQg4hCgwCC0IPIQoMAQtCASEKCyABQQFqIQEgAykDICILQv//////////D1gEQCADIAtCBIYgCoQ3AyAMAgsgA0EANgIcIAMgATYCFCADQbUJNgIQIANBDDYCDEEAIQIMHgtBJyECDAQLQSghAgwDCyADIAE6ACwgA0EANgIAIAdBAWohAUEMIQIMAgsgA0EANgIAIAZBAWohAUEKIQIMAQsgAUEBaiEBQQghAgwACwALQQAhAiADQQA2AhwgAyABNgIUIANBsjg2AhAgA0EINgIMDBcLQQAhAiADQQA2AhwgAyABNgIUIANBgxE2AhAgA0EJNgIMDBYLQQAhAiADQQA2AhwgAyABNgIUIANB3wo2AhAgA0EJNgIMDBULQQAhAiADQQA2AhwgAyABNgIUIANB7RA2AhAgA0EJNgIMDBQLQQAhAiADQQA2AhwgAyABNgIUIANB0hE2AhAgA0EJNgIMDBMLQQAhAiADQQA2AhwgAyABNgIUIANBsjg2AhAgA0EINgIMDBILQQAhAiADQQA2AhwgAyABNgIUIANBgxE2AhAgA0EJNgIMDBELQQAhAiADQQA2AhwgAyABNgIUIANB3wo2AhAgA0EJNgIMDBALQQAhAiADQQA2AhwgAyABNgIUIANB7RA2AhAgA0EJNgIMDA8LQQAhAiADQQA2AhwgAyABNgIUIANB0hE2AhAgA0EJNgIMDA4LQQAhAiADQQA2AhwgAyABNgIUIANBuRc2AhAgA0EPNgIMDA0LQQAhAiADQQA2AhwgAyABNgIUIANBuRc2AhAgA0EPNgIMDAwLQQAhAiADQQA2AhwgAyABNgIUIANBmRM2AhAgA0ELNgIMDAsLQQAhAiADQQA2AhwgAyABNgIUIANBnQk2AhAgA0ELNgIMDAoLQQAhAiADQQA2AhwgAyABNgIUIANBlxA2AhAgA0EKNgIMDAkLQQAhAiADQQA2AhwgAyABNgIUIANBsRA2AhAgA0EKNgIMDAgLQQAhAiADQQA2AhwgAyABNgIUIANBux02AhAgA0ECNgIMDAcLQQAhAiADQQA2AhwgAyABNgIUIANBlhY2AhAgA0ECNgIMDAYLQQAhAiADQQA2AhwgAyABNgIUIANB+Rg2AhAgA0ECNgIMDAULQQAhAiADQQA2AhwgAyABNgIUIANBxBg2AhAgA0ECNgIMDAQLIANBAjYCHCADIAE2AhQgA0GpHjYCECADQRY2AgxBACECDAMLQd4AIQIgASAERg0CIAlBCGohByADKAIAIQUCQAJAIAEgBEcEQCAFQZbIAGohCCAEIAVqIAFrIQYgBUF/c0EKaiIFIAFqIQADQCABLQAAIAgtAABHBEBBAiEIDAMLIAVFBEBBACEIIAAhAQwDCyAFQQFrIQUgCEEBaiEIIAQgAUEBaiIBRw0ACyAGIQUgBCEBCyAHQQE2AgAgAyAFNgIADAELIANBADYCACAHIAg2AgALIAcgATYCBCAJKAIMIQACQAJAIAkoAghBAWsOAgQBAAsgA0EANgIcIANBwh42AhAgA0EXNgIMIAMgAEEBajYCFEEAIQIMAwsgA0EANgIcIAMgADYCFCADQdceNgIQIANBCTYCDEEAIQIMAgsgASAERgRAQSghAgwCCyADQQk2AgggAyABNgIEQSchAgwBCyABIARGBEBBASECDAELA0ACQAJAAkAgAS0AAEEKaw4EAAEBAAELIAFBAWohAQwBCyABQQFqIQEgAy0ALkEgcQ0AQQAhAiADQQA2AhwgAyABNgIUIANBoSE2AhAgA0EFNgIMDAILQQEhAiABIARHDQALCyAJQRBqJAAgAkUEQCADKAIMIQAMAQsgAyACNgIcQQAhACADKAIEIgFFDQAgAyABIAQgAygCCBEBACIBRQ0AIAMgBDYCFCADIAE2AgwgASEACyAAC74CAQJ/IABBADoAACAAQeQAaiIBQQFrQQA6AAAgAEEAOgACIABBADoAASABQQNrQQA6AAAgAUECa0EAOgAAIABBADoAAyABQQRrQQA6AABBACAAa0EDcSIBIABqIgBBADYCAEHkACABa0F8cSICIABqIgFBBGtBADYCAAJAIAJBCUkNACAAQQA2AgggAEEANgIEIAFBCGtBADYCACABQQxrQQA2AgAgAkEZSQ0AIABBADYCGCAAQQA2AhQgAEEANgIQIABBADYCDCABQRBrQQA2AgAgAUEUa0EANgIAIAFBGGtBADYCACABQRxrQQA2AgAgAiAAQQRxQRhyIgJrIgFBIEkNACAAIAJqIQADQCAAQgA3AxggAEIANwMQIABCADcDCCAAQgA3AwAgAEEgaiEAIAFBIGsiAUEfSw0ACwsLVgEBfwJAIAAoAgwNAAJAAkACQAJAIAAtADEOAwEAAwILIAAoAjgiAUUNACABKAIwIgFFDQAgACABEQAAIgENAwtBAA8LAAsgAEHKGTYCEEEOIQELIAELGgAgACgCDEUEQCAAQd4fNgIQIABBFTYCDAsLFAAgACgCDEEVRgRAIABBADYCDAsLFAAgACgCDEEWRgRAIABBADYCDAsLBwAgACgCDAsHACAAKAIQCwkAIAAgATYCEAsHACAAKAIUCysAAkAgAEEnTw0AQv//////CSAArYhCAYNQDQAgAEECdEHQOGooAgAPCwALFwAgAEEvTwRAAAsgAEECdEHsOWooAgALvwkBAX9B9C0hAQJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIABB5ABrDvQDY2IAAWFhYWFhYQIDBAVhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhBgcICQoLDA0OD2FhYWFhEGFhYWFhYWFhYWFhEWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYRITFBUWFxgZGhthYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhHB0eHyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2YTc4OTphYWFhYWFhYTthYWE8YWFhYT0+P2FhYWFhYWFhQGFhQWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYUJDREVGR0hJSktMTU5PUFFSU2FhYWFhYWFhVFVWV1hZWlthXF1hYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFeYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhX2BhC0HqLA8LQZgmDwtB7TEPC0GgNw8LQckpDwtBtCkPC0GWLQ8LQesrDwtBojUPC0HbNA8LQeApDwtB4yQPC0HVJA8LQe4kDwtB5iUPC0HKNA8LQdA3DwtBqjUPC0H1LA8LQfYmDwtBgiIPC0HyMw8LQb4oDwtB5zcPC0HNIQ8LQcAhDwtBuCUPC0HLJQ8LQZYkDwtBjzQPC0HNNQ8LQd0qDwtB7jMPC0GcNA8LQZ4xDwtB9DUPC0HlIg8LQa8lDwtBmTEPC0GyNg8LQfk2DwtBxDIPC0HdLA8LQYIxDwtBwTEPC0GNNw8LQckkDwtB7DYPC0HnKg8LQcgjDwtB4iEPC0HJNw8LQaUiDwtBlCIPC0HbNg8LQd41DwtBhiYPC0G8Kw8LQYsyDwtBoCMPC0H2MA8LQYAsDwtBiSsPC0GkJg8LQfIjDwtBgSgPC0GrMg8LQesnDwtBwjYPC0GiJA8LQc8qDwtB3CMPC0GHJw8LQeQ0DwtBtyIPC0GtMQ8LQdUiDwtBrzQPC0HeJg8LQdYyDwtB9DQPC0GBOA8LQfQ3DwtBkjYPC0GdJw8LQYIpDwtBjSMPC0HXMQ8LQb01DwtBtDcPC0HYMA8LQbYnDwtBmjgPC0GnKg8LQcQnDwtBriMPC0H1Ig8LAAtByiYhAQsgAQsXACAAIAAvAS5B/v8DcSABQQBHcjsBLgsaACAAIAAvAS5B/f8DcSABQQBHQQF0cjsBLgsaACAAIAAvAS5B+/8DcSABQQBHQQJ0cjsBLgsaACAAIAAvAS5B9/8DcSABQQBHQQN0cjsBLgsaACAAIAAvAS5B7/8DcSABQQBHQQR0cjsBLgsaACAAIAAvAS5B3/8DcSABQQBHQQV0cjsBLgsaACAAIAAvAS5Bv/8DcSABQQBHQQZ0cjsBLgsaACAAIAAvAS5B//4DcSABQQBHQQd0cjsBLgsaACAAIAAvAS5B//0DcSABQQBHQQh0cjsBLgsaACAAIAAvAS5B//sDcSABQQBHQQl0cjsBLgs+AQJ/AkAgACgCOCIDRQ0AIAMoAgQiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQeESNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAggiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQfwRNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAgwiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQewKNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAhAiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQfoeNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAhQiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQcsQNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAhgiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQbcfNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAhwiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQb8VNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAiwiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQf4INgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAiAiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQYwdNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAiQiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQeYVNgIQQRghBAsgBAs4ACAAAn8gAC8BMkEUcUEURgRAQQEgAC0AKEEBRg0BGiAALwE0QeUARgwBCyAALQApQQVGCzoAMAtZAQJ/AkAgAC0AKEEBRg0AIAAvATQiAUHkAGtB5ABJDQAgAUHMAUYNACABQbACRg0AIAAvATIiAEHAAHENAEEBIQIgAEGIBHFBgARGDQAgAEEocUUhAgsgAguMAQECfwJAAkACQCAALQAqRQ0AIAAtACtFDQAgAC8BMiIBQQJxRQ0BDAILIAAvATIiAUEBcUUNAQtBASECIAAtAChBAUYNACAALwE0IgBB5ABrQeQASQ0AIABBzAFGDQAgAEGwAkYNACABQcAAcQ0AQQAhAiABQYgEcUGABEYNACABQShxQQBHIQILIAILcwAgAEEQav0MAAAAAAAAAAAAAAAAAAAAAP0LAwAgAP0MAAAAAAAAAAAAAAAAAAAAAP0LAwAgAEEwav0MAAAAAAAAAAAAAAAAAAAAAP0LAwAgAEEgav0MAAAAAAAAAAAAAAAAAAAAAP0LAwAgAEH9ATYCHAsGACAAEDoLmi0BC38jAEEQayIKJABB3NUAKAIAIglFBEBBnNkAKAIAIgVFBEBBqNkAQn83AgBBoNkAQoCAhICAgMAANwIAQZzZACAKQQhqQXBxQdiq1aoFcyIFNgIAQbDZAEEANgIAQYDZAEEANgIAC0GE2QBBwNkENgIAQdTVAEHA2QQ2AgBB6NUAIAU2AgBB5NUAQX82AgBBiNkAQcCmAzYCAANAIAFBgNYAaiABQfTVAGoiAjYCACACIAFB7NUAaiIDNgIAIAFB+NUAaiADNgIAIAFBiNYAaiABQfzVAGoiAzYCACADIAI2AgAgAUGQ1gBqIAFBhNYAaiICNgIAIAIgAzYCACABQYzWAGogAjYCACABQSBqIgFBgAJHDQALQczZBEGBpgM2AgBB4NUAQazZACgCADYCAEHQ1QBBgKYDNgIAQdzVAEHI2QQ2AgBBzP8HQTg2AgBByNkEIQkLAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAEHsAU0EQEHE1QAoAgAiBkEQIABBE2pBcHEgAEELSRsiBEEDdiIAdiIBQQNxBEACQCABQQFxIAByQQFzIgJBA3QiAEHs1QBqIgEgAEH01QBqKAIAIgAoAggiA0YEQEHE1QAgBkF+IAJ3cTYCAAwBCyABIAM2AgggAyABNgIMCyAAQQhqIQEgACACQQN0IgJBA3I2AgQgACACaiIAIAAoAgRBAXI2AgQMEQtBzNUAKAIAIgggBE8NASABBEACQEECIAB0IgJBACACa3IgASAAdHFoIgBBA3QiAkHs1QBqIgEgAkH01QBqKAIAIgIoAggiA0YEQEHE1QAgBkF+IAB3cSIGNgIADAELIAEgAzYCCCADIAE2AgwLIAIgBEEDcjYCBCAAQQN0IgAgBGshBSAAIAJqIAU2AgAgAiAEaiIEIAVBAXI2AgQgCARAIAhBeHFB7NUAaiEAQdjVACgCACEDAn9BASAIQQN2dCIBIAZxRQRAQcTVACABIAZyNgIAIAAMAQsgACgCCAsiASADNgIMIAAgAzYCCCADIAA2AgwgAyABNgIICyACQQhqIQFB2NUAIAQ2AgBBzNUAIAU2AgAMEQtByNUAKAIAIgtFDQEgC2hBAnRB9NcAaigCACIAKAIEQXhxIARrIQUgACECA0ACQCACKAIQIgFFBEAgAkEUaigCACIBRQ0BCyABKAIEQXhxIARrIgMgBUkhAiADIAUgAhshBSABIAAgAhshACABIQIMAQsLIAAoAhghCSAAKAIMIgMgAEcEQEHU1QAoAgAaIAMgACgCCCIBNgIIIAEgAzYCDAwQCyAAQRRqIgIoAgAiAUUEQCAAKAIQIgFFDQMgAEEQaiECCwNAIAIhByABIgNBFGoiAigCACIBDQAgA0EQaiECIAMoAhAiAQ0ACyAHQQA2AgAMDwtBfyEEIABBv39LDQAgAEETaiIBQXBxIQRByNUAKAIAIghFDQBBACAEayEFAkACQAJAAn9BACAEQYACSQ0AGkEfIARB////B0sNABogBEEmIAFBCHZnIgBrdkEBcSAAQQF0a0E+agsiBkECdEH01wBqKAIAIgJFBEBBACEBQQAhAwwBC0EAIQEgBEEZIAZBAXZrQQAgBkEfRxt0IQBBACEDA0ACQCACKAIEQXhxIARrIgcgBU8NACACIQMgByIFDQBBACEFIAIhAQwDCyABIAJBFGooAgAiByAHIAIgAEEddkEEcWpBEGooAgAiAkYbIAEgBxshASAAQQF0IQAgAg0ACwsgASADckUEQEEAIQNBAiAGdCIAQQAgAGtyIAhxIgBFDQMgAGhBAnRB9NcAaigCACEBCyABRQ0BCwNAIAEoAgRBeHEgBGsiAiAFSSEAIAIgBSAAGyEFIAEgAyAAGyEDIAEoAhAiAAR/IAAFIAFBFGooAgALIgENAAsLIANFDQAgBUHM1QAoAgAgBGtPDQAgAygCGCEHIAMgAygCDCIARwRAQdTVACgCABogACADKAIIIgE2AgggASAANgIMDA4LIANBFGoiAigCACIBRQRAIAMoAhAiAUUNAyADQRBqIQILA0AgAiEGIAEiAEEUaiICKAIAIgENACAAQRBqIQIgACgCECIBDQALIAZBADYCAAwNC0HM1QAoAgAiAyAETwRAQdjVACgCACEBAkAgAyAEayICQRBPBEAgASAEaiIAIAJBAXI2AgQgASADaiACNgIAIAEgBEEDcjYCBAwBCyABIANBA3I2AgQgASADaiIAIAAoAgRBAXI2AgRBACEAQQAhAgtBzNUAIAI2AgBB2NUAIAA2AgAgAUEIaiEBDA8LQdDVACgCACIDIARLBEAgBCAJaiIAIAMgBGsiAUEBcjYCBEHc1QAgADYCAEHQ1QAgATYCACAJIARBA3I2AgQgCUEIaiEBDA8LQQAhASAEAn9BnNkAKAIABEBBpNkAKAIADAELQajZAEJ/NwIAQaDZAEKAgISAgIDAADcCAEGc2QAgCkEMakFwcUHYqtWqBXM2AgBBsNkAQQA2AgBBgNkAQQA2AgBBgIAECyIAIARBxwBqIgVqIgZBACAAayIHcSICTwRAQbTZAEEwNgIADA8LAkBB/NgAKAIAIgFFDQBB9NgAKAIAIgggAmohACAAIAFNIAAgCEtxDQBBACEBQbTZAEEwNgIADA8LQYDZAC0AAEEEcQ0EAkACQCAJBEBBhNkAIQEDQCABKAIAIgAgCU0EQCAAIAEoAgRqIAlLDQMLIAEoAggiAQ0ACwtBABA7IgBBf0YNBSACIQZBoNkAKAIAIgFBAWsiAyAAcQRAIAIgAGsgACADakEAIAFrcWohBgsgBCAGTw0FIAZB/v///wdLDQVB/NgAKAIAIgMEQEH02AAoAgAiByAGaiEBIAEgB00NBiABIANLDQYLIAYQOyIBIABHDQEMBwsgBiADayAHcSIGQf7///8HSw0EIAYQOyEAIAAgASgCACABKAIEakYNAyAAIQELAkAgBiAEQcgAak8NACABQX9GDQBBpNkAKAIAIgAgBSAGa2pBACAAa3EiAEH+////B0sEQCABIQAMBwsgABA7QX9HBEAgACAGaiEGIAEhAAwHC0EAIAZrEDsaDAQLIAEiAEF/Rw0FDAMLQQAhAwwMC0EAIQAMCgsgAEF/Rw0CC0GA2QBBgNkAKAIAQQRyNgIACyACQf7///8HSw0BIAIQOyEAQQAQOyEBIABBf0YNASABQX9GDQEgACABTw0BIAEgAGsiBiAEQThqTQ0BC0H02ABB9NgAKAIAIAZqIgE2AgBB+NgAKAIAIAFJBEBB+NgAIAE2AgALAkACQAJAQdzVACgCACICBEBBhNkAIQEDQCAAIAEoAgAiAyABKAIEIgVqRg0CIAEoAggiAQ0ACwwCC0HU1QAoAgAiAUEARyAAIAFPcUUEQEHU1QAgADYCAAtBACEBQYjZACAGNgIAQYTZACAANgIAQeTVAEF/NgIAQejVAEGc2QAoAgA2AgBBkNkAQQA2AgADQCABQYDWAGogAUH01QBqIgI2AgAgAiABQezVAGoiAzYCACABQfjVAGogAzYCACABQYjWAGogAUH81QBqIgM2AgAgAyACNgIAIAFBkNYAaiABQYTWAGoiAjYCACACIAM2AgAgAUGM1gBqIAI2AgAgAUEgaiIBQYACRw0AC0F4IABrQQ9xIgEgAGoiAiAGQThrIgMgAWsiAUEBcjYCBEHg1QBBrNkAKAIANgIAQdDVACABNgIAQdzVACACNgIAIAAgA2pBODYCBAwCCyAAIAJNDQAgAiADSQ0AIAEoAgxBCHENAEF4IAJrQQ9xIgAgAmoiA0HQ1QAoAgAgBmoiByAAayIAQQFyNgIEIAEgBSAGajYCBEHg1QBBrNkAKAIANgIAQdDVACAANgIAQdzVACADNgIAIAIgB2pBODYCBAwBCyAAQdTVACgCAEkEQEHU1QAgADYCAAsgACAGaiEDQYTZACEBAkACQAJAA0AgAyABKAIARwRAIAEoAggiAQ0BDAILCyABLQAMQQhxRQ0BC0GE2QAhAQNAIAEoAgAiAyACTQRAIAMgASgCBGoiBSACSw0DCyABKAIIIQEMAAsACyABIAA2AgAgASABKAIEIAZqNgIEIABBeCAAa0EPcWoiCSAEQQNyNgIEIANBeCADa0EPcWoiBiAEIAlqIgRrIQEgAiAGRgRAQdzVACAENgIAQdDVAEHQ1QAoAgAgAWoiADYCACAEIABBAXI2AgQMCAtB2NUAKAIAIAZGBEBB2NUAIAQ2AgBBzNUAQczVACgCACABaiIANgIAIAQgAEEBcjYCBCAAIARqIAA2AgAMCAsgBigCBCIFQQNxQQFHDQYgBUF4cSEIIAVB/wFNBEAgBUEDdiEDIAYoAggiACAGKAIMIgJGBEBBxNUAQcTVACgCAEF+IAN3cTYCAAwHCyACIAA2AgggACACNgIMDAYLIAYoAhghByAGIAYoAgwiAEcEQCAAIAYoAggiAjYCCCACIAA2AgwMBQsgBkEUaiICKAIAIgVFBEAgBigCECIFRQ0EIAZBEGohAgsDQCACIQMgBSIAQRRqIgIoAgAiBQ0AIABBEGohAiAAKAIQIgUNAAsgA0EANgIADAQLQXggAGtBD3EiASAAaiIHIAZBOGsiAyABayIBQQFyNgIEIAAgA2pBODYCBCACIAVBNyAFa0EPcWpBP2siAyADIAJBEGpJGyIDQSM2AgRB4NUAQazZACgCADYCAEHQ1QAgATYCAEHc1QAgBzYCACADQRBqQYzZACkCADcCACADQYTZACkCADcCCEGM2QAgA0EIajYCAEGI2QAgBjYCAEGE2QAgADYCAEGQ2QBBADYCACADQSRqIQEDQCABQQc2AgAgBSABQQRqIgFLDQALIAIgA0YNACADIAMoAgRBfnE2AgQgAyADIAJrIgU2AgAgAiAFQQFyNgIEIAVB/wFNBEAgBUF4cUHs1QBqIQACf0HE1QAoAgAiAUEBIAVBA3Z0IgNxRQRAQcTVACABIANyNgIAIAAMAQsgACgCCAsiASACNgIMIAAgAjYCCCACIAA2AgwgAiABNgIIDAELQR8hASAFQf///wdNBEAgBUEmIAVBCHZnIgBrdkEBcSAAQQF0a0E+aiEBCyACIAE2AhwgAkIANwIQIAFBAnRB9NcAaiEAQcjVACgCACIDQQEgAXQiBnFFBEAgACACNgIAQcjVACADIAZyNgIAIAIgADYCGCACIAI2AgggAiACNgIMDAELIAVBGSABQQF2a0EAIAFBH0cbdCEBIAAoAgAhAwJAA0AgAyIAKAIEQXhxIAVGDQEgAUEddiEDIAFBAXQhASAAIANBBHFqQRBqIgYoAgAiAw0ACyAGIAI2AgAgAiAANgIYIAIgAjYCDCACIAI2AggMAQsgACgCCCIBIAI2AgwgACACNgIIIAJBADYCGCACIAA2AgwgAiABNgIIC0HQ1QAoAgAiASAETQ0AQdzVACgCACIAIARqIgIgASAEayIBQQFyNgIEQdDVACABNgIAQdzVACACNgIAIAAgBEEDcjYCBCAAQQhqIQEMCAtBACEBQbTZAEEwNgIADAcLQQAhAAsgB0UNAAJAIAYoAhwiAkECdEH01wBqIgMoAgAgBkYEQCADIAA2AgAgAA0BQcjVAEHI1QAoAgBBfiACd3E2AgAMAgsgB0EQQRQgBygCECAGRhtqIAA2AgAgAEUNAQsgACAHNgIYIAYoAhAiAgRAIAAgAjYCECACIAA2AhgLIAZBFGooAgAiAkUNACAAQRRqIAI2AgAgAiAANgIYCyABIAhqIQEgBiAIaiIGKAIEIQULIAYgBUF+cTYCBCABIARqIAE2AgAgBCABQQFyNgIEIAFB/wFNBEAgAUF4cUHs1QBqIQACf0HE1QAoAgAiAkEBIAFBA3Z0IgFxRQRAQcTVACABIAJyNgIAIAAMAQsgACgCCAsiASAENgIMIAAgBDYCCCAEIAA2AgwgBCABNgIIDAELQR8hBSABQf///wdNBEAgAUEmIAFBCHZnIgBrdkEBcSAAQQF0a0E+aiEFCyAEIAU2AhwgBEIANwIQIAVBAnRB9NcAaiEAQcjVACgCACICQQEgBXQiA3FFBEAgACAENgIAQcjVACACIANyNgIAIAQgADYCGCAEIAQ2AgggBCAENgIMDAELIAFBGSAFQQF2a0EAIAVBH0cbdCEFIAAoAgAhAAJAA0AgACICKAIEQXhxIAFGDQEgBUEddiEAIAVBAXQhBSACIABBBHFqQRBqIgMoAgAiAA0ACyADIAQ2AgAgBCACNgIYIAQgBDYCDCAEIAQ2AggMAQsgAigCCCIAIAQ2AgwgAiAENgIIIARBADYCGCAEIAI2AgwgBCAANgIICyAJQQhqIQEMAgsCQCAHRQ0AAkAgAygCHCIBQQJ0QfTXAGoiAigCACADRgRAIAIgADYCACAADQFByNUAIAhBfiABd3EiCDYCAAwCCyAHQRBBFCAHKAIQIANGG2ogADYCACAARQ0BCyAAIAc2AhggAygCECIBBEAgACABNgIQIAEgADYCGAsgA0EUaigCACIBRQ0AIABBFGogATYCACABIAA2AhgLAkAgBUEPTQRAIAMgBCAFaiIAQQNyNgIEIAAgA2oiACAAKAIEQQFyNgIEDAELIAMgBGoiAiAFQQFyNgIEIAMgBEEDcjYCBCACIAVqIAU2AgAgBUH/AU0EQCAFQXhxQezVAGohAAJ/QcTVACgCACIBQQEgBUEDdnQiBXFFBEBBxNUAIAEgBXI2AgAgAAwBCyAAKAIICyIBIAI2AgwgACACNgIIIAIgADYCDCACIAE2AggMAQtBHyEBIAVB////B00EQCAFQSYgBUEIdmciAGt2QQFxIABBAXRrQT5qIQELIAIgATYCHCACQgA3AhAgAUECdEH01wBqIQBBASABdCIEIAhxRQRAIAAgAjYCAEHI1QAgBCAIcjYCACACIAA2AhggAiACNgIIIAIgAjYCDAwBCyAFQRkgAUEBdmtBACABQR9HG3QhASAAKAIAIQQCQANAIAQiACgCBEF4cSAFRg0BIAFBHXYhBCABQQF0IQEgACAEQQRxakEQaiIGKAIAIgQNAAsgBiACNgIAIAIgADYCGCACIAI2AgwgAiACNgIIDAELIAAoAggiASACNgIMIAAgAjYCCCACQQA2AhggAiAANgIMIAIgATYCCAsgA0EIaiEBDAELAkAgCUUNAAJAIAAoAhwiAUECdEH01wBqIgIoAgAgAEYEQCACIAM2AgAgAw0BQcjVACALQX4gAXdxNgIADAILIAlBEEEUIAkoAhAgAEYbaiADNgIAIANFDQELIAMgCTYCGCAAKAIQIgEEQCADIAE2AhAgASADNgIYCyAAQRRqKAIAIgFFDQAgA0EUaiABNgIAIAEgAzYCGAsCQCAFQQ9NBEAgACAEIAVqIgFBA3I2AgQgACABaiIBIAEoAgRBAXI2AgQMAQsgACAEaiIHIAVBAXI2AgQgACAEQQNyNgIEIAUgB2ogBTYCACAIBEAgCEF4cUHs1QBqIQFB2NUAKAIAIQMCf0EBIAhBA3Z0IgIgBnFFBEBBxNUAIAIgBnI2AgAgAQwBCyABKAIICyICIAM2AgwgASADNgIIIAMgATYCDCADIAI2AggLQdjVACAHNgIAQczVACAFNgIACyAAQQhqIQELIApBEGokACABC0MAIABFBEA/AEEQdA8LAkAgAEH//wNxDQAgAEEASA0AIABBEHZAACIAQX9GBEBBtNkAQTA2AgBBfw8LIABBEHQPCwALC5lCIgBBgAgLDQEAAAAAAAAAAgAAAAMAQZgICwUEAAAABQBBqAgLCQYAAAAHAAAACABB5AgLwjJJbnZhbGlkIGNoYXIgaW4gdXJsIHF1ZXJ5AFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fYm9keQBDb250ZW50LUxlbmd0aCBvdmVyZmxvdwBDaHVuayBzaXplIG92ZXJmbG93AEludmFsaWQgbWV0aG9kIGZvciBIVFRQL3gueCByZXF1ZXN0AEludmFsaWQgbWV0aG9kIGZvciBSVFNQL3gueCByZXF1ZXN0AEV4cGVjdGVkIFNPVVJDRSBtZXRob2QgZm9yIElDRS94LnggcmVxdWVzdABJbnZhbGlkIGNoYXIgaW4gdXJsIGZyYWdtZW50IHN0YXJ0AEV4cGVjdGVkIGRvdABTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3N0YXR1cwBJbnZhbGlkIHJlc3BvbnNlIHN0YXR1cwBFeHBlY3RlZCBMRiBhZnRlciBoZWFkZXJzAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIGV4dGVuc2lvbnMAVXNlciBjYWxsYmFjayBlcnJvcgBgb25fcmVzZXRgIGNhbGxiYWNrIGVycm9yAGBvbl9jaHVua19oZWFkZXJgIGNhbGxiYWNrIGVycm9yAGBvbl9tZXNzYWdlX2JlZ2luYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfZXh0ZW5zaW9uX3ZhbHVlYCBjYWxsYmFjayBlcnJvcgBgb25fc3RhdHVzX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fdmVyc2lvbl9jb21wbGV0ZWAgY2FsbGJhY2sgZXJyb3IAYG9uX3VybF9jb21wbGV0ZWAgY2FsbGJhY2sgZXJyb3IAYG9uX3Byb3RvY29sX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfY29tcGxldGVgIGNhbGxiYWNrIGVycm9yAGBvbl9oZWFkZXJfdmFsdWVfY29tcGxldGVgIGNhbGxiYWNrIGVycm9yAGBvbl9tZXNzYWdlX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fbWV0aG9kX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25faGVhZGVyX2ZpZWxkX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfZXh0ZW5zaW9uX25hbWVgIGNhbGxiYWNrIGVycm9yAFVuZXhwZWN0ZWQgY2hhciBpbiB1cmwgc2VydmVyAEludmFsaWQgaGVhZGVyIHZhbHVlIGNoYXIASW52YWxpZCBoZWFkZXIgZmllbGQgY2hhcgBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3ZlcnNpb24ASW52YWxpZCBtaW5vciB2ZXJzaW9uAEludmFsaWQgbWFqb3IgdmVyc2lvbgBFeHBlY3RlZCBzcGFjZSBhZnRlciB2ZXJzaW9uAEV4cGVjdGVkIENSTEYgYWZ0ZXIgdmVyc2lvbgBJbnZhbGlkIEhUVFAgdmVyc2lvbgBJbnZhbGlkIGhlYWRlciB0b2tlbgBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3VybABJbnZhbGlkIGNoYXJhY3RlcnMgaW4gdXJsAFVuZXhwZWN0ZWQgc3RhcnQgY2hhciBpbiB1cmwARG91YmxlIEAgaW4gdXJsAFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fcHJvdG9jb2wARW1wdHkgQ29udGVudC1MZW5ndGgASW52YWxpZCBjaGFyYWN0ZXIgaW4gQ29udGVudC1MZW5ndGgAVHJhbnNmZXItRW5jb2RpbmcgY2FuJ3QgYmUgcHJlc2VudCB3aXRoIENvbnRlbnQtTGVuZ3RoAER1cGxpY2F0ZSBDb250ZW50LUxlbmd0aABJbnZhbGlkIGNoYXIgaW4gdXJsIHBhdGgAQ29udGVudC1MZW5ndGggY2FuJ3QgYmUgcHJlc2VudCB3aXRoIFRyYW5zZmVyLUVuY29kaW5nAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgY2h1bmsgc2l6ZQBFeHBlY3RlZCBMRiBhZnRlciBjaHVuayBzaXplAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIHNpemUAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9oZWFkZXJfdmFsdWUAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9jaHVua19leHRlbnNpb25fdmFsdWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyB2YWx1ZQBVbmV4cGVjdGVkIHdoaXRlc3BhY2UgYWZ0ZXIgaGVhZGVyIHZhbHVlAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgaGVhZGVyIHZhbHVlAE1pc3NpbmcgZXhwZWN0ZWQgTEYgYWZ0ZXIgaGVhZGVyIHZhbHVlAEludmFsaWQgYFRyYW5zZmVyLUVuY29kaW5nYCBoZWFkZXIgdmFsdWUATWlzc2luZyBleHBlY3RlZCBDUiBhZnRlciBjaHVuayBleHRlbnNpb24gdmFsdWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyBxdW90ZSB2YWx1ZQBJbnZhbGlkIHF1b3RlZC1wYWlyIGluIGNodW5rIGV4dGVuc2lvbnMgcXVvdGVkIHZhbHVlAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIGV4dGVuc2lvbnMgcXVvdGVkIHZhbHVlAFBhdXNlZCBieSBvbl9oZWFkZXJzX2NvbXBsZXRlAEludmFsaWQgRU9GIHN0YXRlAG9uX3Jlc2V0IHBhdXNlAG9uX2NodW5rX2hlYWRlciBwYXVzZQBvbl9tZXNzYWdlX2JlZ2luIHBhdXNlAG9uX2NodW5rX2V4dGVuc2lvbl92YWx1ZSBwYXVzZQBvbl9zdGF0dXNfY29tcGxldGUgcGF1c2UAb25fdmVyc2lvbl9jb21wbGV0ZSBwYXVzZQBvbl91cmxfY29tcGxldGUgcGF1c2UAb25fcHJvdG9jb2xfY29tcGxldGUgcGF1c2UAb25fY2h1bmtfY29tcGxldGUgcGF1c2UAb25faGVhZGVyX3ZhbHVlX2NvbXBsZXRlIHBhdXNlAG9uX21lc3NhZ2VfY29tcGxldGUgcGF1c2UAb25fbWV0aG9kX2NvbXBsZXRlIHBhdXNlAG9uX2hlYWRlcl9maWVsZF9jb21wbGV0ZSBwYXVzZQBvbl9jaHVua19leHRlbnNpb25fbmFtZSBwYXVzZQBVbmV4cGVjdGVkIHNwYWNlIGFmdGVyIHN0YXJ0IGxpbmUATWlzc2luZyBleHBlY3RlZCBDUiBhZnRlciByZXNwb25zZSBsaW5lAFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fY2h1bmtfZXh0ZW5zaW9uX25hbWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyBuYW1lAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgY2h1bmsgZXh0ZW5zaW9uIG5hbWUASW52YWxpZCBzdGF0dXMgY29kZQBQYXVzZSBvbiBDT05ORUNUL1VwZ3JhZGUAUGF1c2Ugb24gUFJJL1VwZ3JhZGUARXhwZWN0ZWQgSFRUUC8yIENvbm5lY3Rpb24gUHJlZmFjZQBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX21ldGhvZABFeHBlY3RlZCBzcGFjZSBhZnRlciBtZXRob2QAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9oZWFkZXJfZmllbGQAUGF1c2VkAEludmFsaWQgd29yZCBlbmNvdW50ZXJlZABJbnZhbGlkIG1ldGhvZCBlbmNvdW50ZXJlZABNaXNzaW5nIGV4cGVjdGVkIENSIGFmdGVyIGNodW5rIGRhdGEARXhwZWN0ZWQgTEYgYWZ0ZXIgY2h1bmsgZGF0YQBVbmV4cGVjdGVkIGNoYXIgaW4gdXJsIHNjaGVtYQBSZXF1ZXN0IGhhcyBpbnZhbGlkIGBUcmFuc2Zlci1FbmNvZGluZ2AARGF0YSBhZnRlciBgQ29ubmVjdGlvbjogY2xvc2VgAFNXSVRDSF9QUk9YWQBVU0VfUFJPWFkATUtBQ1RJVklUWQBVTlBST0NFU1NBQkxFX0VOVElUWQBRVUVSWQBDT1BZAE1PVkVEX1BFUk1BTkVOVExZAFRPT19FQVJMWQBOT1RJRlkARkFJTEVEX0RFUEVOREVOQ1kAQkFEX0dBVEVXQVkAUExBWQBQVVQAQ0hFQ0tPVVQAR0FURVdBWV9USU1FT1VUAFJFUVVFU1RfVElNRU9VVABORVRXT1JLX0NPTk5FQ1RfVElNRU9VVABDT05ORUNUSU9OX1RJTUVPVVQATE9HSU5fVElNRU9VVABORVRXT1JLX1JFQURfVElNRU9VVABQT1NUAE1JU0RJUkVDVEVEX1JFUVVFU1QAQ0xJRU5UX0NMT1NFRF9SRVFVRVNUAENMSUVOVF9DTE9TRURfTE9BRF9CQUxBTkNFRF9SRVFVRVNUAEJBRF9SRVFVRVNUAEhUVFBfUkVRVUVTVF9TRU5UX1RPX0hUVFBTX1BPUlQAUkVQT1JUAElNX0FfVEVBUE9UAFJFU0VUX0NPTlRFTlQATk9fQ09OVEVOVABQQVJUSUFMX0NPTlRFTlQASFBFX0lOVkFMSURfQ09OU1RBTlQASFBFX0NCX1JFU0VUAEdFVABIUEVfU1RSSUNUAENPTkZMSUNUAFRFTVBPUkFSWV9SRURJUkVDVABQRVJNQU5FTlRfUkVESVJFQ1QAQ09OTkVDVABNVUxUSV9TVEFUVVMASFBFX0lOVkFMSURfU1RBVFVTAFRPT19NQU5ZX1JFUVVFU1RTAEVBUkxZX0hJTlRTAFVOQVZBSUxBQkxFX0ZPUl9MRUdBTF9SRUFTT05TAE9QVElPTlMAU1dJVENISU5HX1BST1RPQ09MUwBWQVJJQU5UX0FMU09fTkVHT1RJQVRFUwBNVUxUSVBMRV9DSE9JQ0VTAElOVEVSTkFMX1NFUlZFUl9FUlJPUgBXRUJfU0VSVkVSX1VOS05PV05fRVJST1IAUkFJTEdVTl9FUlJPUgBJREVOVElUWV9QUk9WSURFUl9BVVRIRU5USUNBVElPTl9FUlJPUgBTU0xfQ0VSVElGSUNBVEVfRVJST1IASU5WQUxJRF9YX0ZPUldBUkRFRF9GT1IAU0VUX1BBUkFNRVRFUgBHRVRfUEFSQU1FVEVSAEhQRV9VU0VSAFNFRV9PVEhFUgBIUEVfQ0JfQ0hVTktfSEVBREVSAEV4cGVjdGVkIExGIGFmdGVyIENSAE1LQ0FMRU5EQVIAU0VUVVAAV0VCX1NFUlZFUl9JU19ET1dOAFRFQVJET1dOAEhQRV9DTE9TRURfQ09OTkVDVElPTgBIRVVSSVNUSUNfRVhQSVJBVElPTgBESVNDT05ORUNURURfT1BFUkFUSU9OAE5PTl9BVVRIT1JJVEFUSVZFX0lORk9STUFUSU9OAEhQRV9JTlZBTElEX1ZFUlNJT04ASFBFX0NCX01FU1NBR0VfQkVHSU4AU0lURV9JU19GUk9aRU4ASFBFX0lOVkFMSURfSEVBREVSX1RPS0VOAElOVkFMSURfVE9LRU4ARk9SQklEREVOAEVOSEFOQ0VfWU9VUl9DQUxNAEhQRV9JTlZBTElEX1VSTABCTE9DS0VEX0JZX1BBUkVOVEFMX0NPTlRST0wATUtDT0wAQUNMAEhQRV9JTlRFUk5BTABSRVFVRVNUX0hFQURFUl9GSUVMRFNfVE9PX0xBUkdFX1VOT0ZGSUNJQUwASFBFX09LAFVOTElOSwBVTkxPQ0sAUFJJAFJFVFJZX1dJVEgASFBFX0lOVkFMSURfQ09OVEVOVF9MRU5HVEgASFBFX1VORVhQRUNURURfQ09OVEVOVF9MRU5HVEgARkxVU0gAUFJPUFBBVENIAE0tU0VBUkNIAFVSSV9UT09fTE9ORwBQUk9DRVNTSU5HAE1JU0NFTExBTkVPVVNfUEVSU0lTVEVOVF9XQVJOSU5HAE1JU0NFTExBTkVPVVNfV0FSTklORwBIUEVfSU5WQUxJRF9UUkFOU0ZFUl9FTkNPRElORwBFeHBlY3RlZCBDUkxGAEhQRV9JTlZBTElEX0NIVU5LX1NJWkUATU9WRQBDT05USU5VRQBIUEVfQ0JfU1RBVFVTX0NPTVBMRVRFAEhQRV9DQl9IRUFERVJTX0NPTVBMRVRFAEhQRV9DQl9WRVJTSU9OX0NPTVBMRVRFAEhQRV9DQl9VUkxfQ09NUExFVEUASFBFX0NCX1BST1RPQ09MX0NPTVBMRVRFAEhQRV9DQl9DSFVOS19DT01QTEVURQBIUEVfQ0JfSEVBREVSX1ZBTFVFX0NPTVBMRVRFAEhQRV9DQl9DSFVOS19FWFRFTlNJT05fVkFMVUVfQ09NUExFVEUASFBFX0NCX0NIVU5LX0VYVEVOU0lPTl9OQU1FX0NPTVBMRVRFAEhQRV9DQl9NRVNTQUdFX0NPTVBMRVRFAEhQRV9DQl9NRVRIT0RfQ09NUExFVEUASFBFX0NCX0hFQURFUl9GSUVMRF9DT01QTEVURQBERUxFVEUASFBFX0lOVkFMSURfRU9GX1NUQVRFAElOVkFMSURfU1NMX0NFUlRJRklDQVRFAFBBVVNFAE5PX1JFU1BPTlNFAFVOU1VQUE9SVEVEX01FRElBX1RZUEUAR09ORQBOT1RfQUNDRVBUQUJMRQBTRVJWSUNFX1VOQVZBSUxBQkxFAFJBTkdFX05PVF9TQVRJU0ZJQUJMRQBPUklHSU5fSVNfVU5SRUFDSEFCTEUAUkVTUE9OU0VfSVNfU1RBTEUAUFVSR0UATUVSR0UAUkVRVUVTVF9IRUFERVJfRklFTERTX1RPT19MQVJHRQBSRVFVRVNUX0hFQURFUl9UT09fTEFSR0UAUEFZTE9BRF9UT09fTEFSR0UASU5TVUZGSUNJRU5UX1NUT1JBR0UASFBFX1BBVVNFRF9VUEdSQURFAEhQRV9QQVVTRURfSDJfVVBHUkFERQBTT1VSQ0UAQU5OT1VOQ0UAVFJBQ0UASFBFX1VORVhQRUNURURfU1BBQ0UAREVTQ1JJQkUAVU5TVUJTQ1JJQkUAUkVDT1JEAEhQRV9JTlZBTElEX01FVEhPRABOT1RfRk9VTkQAUFJPUEZJTkQAVU5CSU5EAFJFQklORABVTkFVVEhPUklaRUQATUVUSE9EX05PVF9BTExPV0VEAEhUVFBfVkVSU0lPTl9OT1RfU1VQUE9SVEVEAEFMUkVBRFlfUkVQT1JURUQAQUNDRVBURUQATk9UX0lNUExFTUVOVEVEAExPT1BfREVURUNURUQASFBFX0NSX0VYUEVDVEVEAEhQRV9MRl9FWFBFQ1RFRABDUkVBVEVEAElNX1VTRUQASFBFX1BBVVNFRABUSU1FT1VUX09DQ1VSRUQAUEFZTUVOVF9SRVFVSVJFRABQUkVDT05ESVRJT05fUkVRVUlSRUQAUFJPWFlfQVVUSEVOVElDQVRJT05fUkVRVUlSRUQATkVUV09SS19BVVRIRU5USUNBVElPTl9SRVFVSVJFRABMRU5HVEhfUkVRVUlSRUQAU1NMX0NFUlRJRklDQVRFX1JFUVVJUkVEAFVQR1JBREVfUkVRVUlSRUQAUEFHRV9FWFBJUkVEAFBSRUNPTkRJVElPTl9GQUlMRUQARVhQRUNUQVRJT05fRkFJTEVEAFJFVkFMSURBVElPTl9GQUlMRUQAU1NMX0hBTkRTSEFLRV9GQUlMRUQATE9DS0VEAFRSQU5TRk9STUFUSU9OX0FQUExJRUQATk9UX01PRElGSUVEAE5PVF9FWFRFTkRFRABCQU5EV0lEVEhfTElNSVRfRVhDRUVERUQAU0lURV9JU19PVkVSTE9BREVEAEhFQUQARXhwZWN0ZWQgSFRUUC8sIFJUU1AvIG9yIElDRS8A5xUAAK8VAACkEgAAkhoAACYWAACeFAAA2xkAAHkVAAB+EgAA/hQAADYVAAALFgAA2BYAAPMSAABCGAAArBYAABIVAAAUFwAA7xcAAEgUAABxFwAAshoAAGsZAAB+GQAANRQAAIIaAABEFwAA/RYAAB4YAACHFwAAqhkAAJMSAAAHGAAALBcAAMoXAACkFwAA5xUAAOcVAABYFwAAOxgAAKASAAAtHAAAwxEAAEgRAADeEgAAQhMAAKQZAAD9EAAA9xUAAKUVAADvFgAA+BkAAEoWAABWFgAA9RUAAAoaAAAIGgAAARoAAKsVAABCEgAA1xAAAEwRAAAFGQAAVBYAAB4RAADKGQAAyBkAAE4WAAD/GAAAcRQAAPAVAADuFQAAlBkAAPwVAAC/GQAAmxkAAHwUAABDEQAAcBgAAJUUAAAnFAAAGRQAANUSAADUGQAARBYAAPcQAEG5OwsBAQBB0DsL4AEBAQIBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEDAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQBBuj0LBAEAAAIAQdE9C14DBAMDAwMDAAADAwADAwADAwMDAwMDAwMDAAUAAAAAAAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAwADAEG6PwsEAQAAAgBB0T8LXgMAAwMDAwMAAAMDAAMDAAMDAwMDAwMDAwMABAAFAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAAADAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwADAAMAQbDBAAsNbG9zZWVlcC1hbGl2ZQBBycEACwEBAEHgwQAL4AEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQBBycMACwEBAEHgwwAL5wEBAQEBAQEBAQEBAQECAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAWNodW5rZWQAQfHFAAteAQABAQEBAQAAAQEAAQEAAQEBAQEBAQEBAQAAAAAAAAABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQAAAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAAEAAQBB0McACyFlY3Rpb25lbnQtbGVuZ3Rob25yb3h5LWNvbm5lY3Rpb24AQYDIAAsgcmFuc2Zlci1lbmNvZGluZ3BncmFkZQ0KDQpTTQ0KDQoAQanIAAsFAQIAAQMAQcDIAAtfBAUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAQanKAAsFAQIAAQMAQcDKAAtfBAUFBgUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAQanMAAsEAQAAAQBBwcwAC14CAgACAgICAgICAgICAgICAgICAgICAgICAgICAgIAAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAEGpzgALBQECAAEDAEHAzgALXwQFAAAFBQUFBQUFBQUFBQYFBQUFBQUFBQUFBQUABQAHCAUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQAFAAUABQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAAAAFAEGp0AALBQEBAAEBAEHA0AALAQEAQdrQAAtBAgAAAAAAAAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAAAAAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAQanSAAsFAQEAAQEAQcDSAAsBAQBBytIACwYCAAAAAAIAQeHSAAs6AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAAAAAAADAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwBBoNQAC50BTk9VTkNFRUNLT1VUTkVDVEVURUNSSUJFTFVTSEVURUFEU0VBUkNIUkdFQ1RJVklUWUxFTkRBUlZFT1RJRllQVElPTlNDSFNFQVlTVEFUQ0hHRVVFUllPUkRJUkVDVE9SVFJDSFBBUkFNRVRFUlVSQ0VCU0NSSUJFQVJET1dOQUNFSU5ETktDS1VCU0NSSUJFVFRQQ0VUU1BBRFRQLw==", wasmBuffer;
    Object.defineProperty(module, "exports", {
      get: () => wasmBuffer || (wasmBuffer = Buffer2.from(wasmBase64, "base64"))
    });
  }
});

// node_modules/undici/lib/web/fetch/constants.js
var require_constants4 = __commonJS({
  "node_modules/undici/lib/web/fetch/constants.js"(exports, module) {
    "use strict";
    var corsSafeListedMethods = (
      /** @type {const} */
      ["GET", "HEAD", "POST"]
    ), corsSafeListedMethodsSet = new Set(corsSafeListedMethods), nullBodyStatus = (
      /** @type {const} */
      [101, 204, 205, 304]
    ), redirectStatus = (
      /** @type {const} */
      [301, 302, 303, 307, 308]
    ), redirectStatusSet = new Set(redirectStatus), badPorts = (
      /** @type {const} */
      [
        "1",
        "7",
        "9",
        "11",
        "13",
        "15",
        "17",
        "19",
        "20",
        "21",
        "22",
        "23",
        "25",
        "37",
        "42",
        "43",
        "53",
        "69",
        "77",
        "79",
        "87",
        "95",
        "101",
        "102",
        "103",
        "104",
        "109",
        "110",
        "111",
        "113",
        "115",
        "117",
        "119",
        "123",
        "135",
        "137",
        "139",
        "143",
        "161",
        "179",
        "389",
        "427",
        "465",
        "512",
        "513",
        "514",
        "515",
        "526",
        "530",
        "531",
        "532",
        "540",
        "548",
        "554",
        "556",
        "563",
        "587",
        "601",
        "636",
        "989",
        "990",
        "993",
        "995",
        "1719",
        "1720",
        "1723",
        "2049",
        "3659",
        "4045",
        "4190",
        "5060",
        "5061",
        "6000",
        "6566",
        "6665",
        "6666",
        "6667",
        "6668",
        "6669",
        "6679",
        "6697",
        "10080"
      ]
    ), badPortsSet = new Set(badPorts), referrerPolicyTokens = (
      /** @type {const} */
      [
        "no-referrer",
        "no-referrer-when-downgrade",
        "same-origin",
        "origin",
        "strict-origin",
        "origin-when-cross-origin",
        "strict-origin-when-cross-origin",
        "unsafe-url"
      ]
    ), referrerPolicy = (
      /** @type {const} */
      [
        "",
        ...referrerPolicyTokens
      ]
    ), referrerPolicyTokensSet = new Set(referrerPolicyTokens), requestRedirect = (
      /** @type {const} */
      ["follow", "manual", "error"]
    ), safeMethods = (
      /** @type {const} */
      ["GET", "HEAD", "OPTIONS", "TRACE"]
    ), safeMethodsSet = new Set(safeMethods), requestMode = (
      /** @type {const} */
      ["navigate", "same-origin", "no-cors", "cors"]
    ), requestCredentials = (
      /** @type {const} */
      ["omit", "same-origin", "include"]
    ), requestCache = (
      /** @type {const} */
      [
        "default",
        "no-store",
        "reload",
        "no-cache",
        "force-cache",
        "only-if-cached"
      ]
    ), requestBodyHeader = (
      /** @type {const} */
      [
        "content-encoding",
        "content-language",
        "content-location",
        "content-type",
        // See https://github.com/nodejs/undici/issues/2021
        // 'Content-Length' is a forbidden header name, which is typically
        // removed in the Headers implementation. However, undici doesn't
        // filter out headers, so we add it here.
        "content-length"
      ]
    ), requestDuplex = (
      /** @type {const} */
      [
        "half"
      ]
    ), forbiddenMethods = (
      /** @type {const} */
      ["CONNECT", "TRACE", "TRACK"]
    ), forbiddenMethodsSet = new Set(forbiddenMethods), subresource = (
      /** @type {const} */
      [
        "audio",
        "audioworklet",
        "font",
        "image",
        "manifest",
        "paintworklet",
        "script",
        "style",
        "track",
        "video",
        "xslt",
        ""
      ]
    ), subresourceSet = new Set(subresource);
    module.exports = {
      subresource,
      forbiddenMethods,
      requestBodyHeader,
      referrerPolicy,
      requestRedirect,
      requestMode,
      requestCredentials,
      requestCache,
      redirectStatus,
      corsSafeListedMethods,
      nullBodyStatus,
      safeMethods,
      badPorts,
      requestDuplex,
      subresourceSet,
      badPortsSet,
      redirectStatusSet,
      corsSafeListedMethodsSet,
      safeMethodsSet,
      forbiddenMethodsSet,
      referrerPolicyTokens: referrerPolicyTokensSet
    };
  }
});

// node_modules/undici/lib/web/fetch/global.js
var require_global = __commonJS({
  "node_modules/undici/lib/web/fetch/global.js"(exports, module) {
    "use strict";
    var globalOrigin = /* @__PURE__ */ Symbol.for("undici.globalOrigin.1");
    function getGlobalOrigin() {
      return globalThis[globalOrigin];
    }
    function setGlobalOrigin(newOrigin) {
      if (newOrigin === void 0) {
        Object.defineProperty(globalThis, globalOrigin, {
          value: void 0,
          writable: !0,
          enumerable: !1,
          configurable: !1
        });
        return;
      }
      let parsedURL = new URL(newOrigin);
      if (parsedURL.protocol !== "http:" && parsedURL.protocol !== "https:")
        throw new TypeError(`Only http & https urls are allowed, received ${parsedURL.protocol}`);
      Object.defineProperty(globalThis, globalOrigin, {
        value: parsedURL,
        writable: !0,
        enumerable: !1,
        configurable: !1
      });
    }
    module.exports = {
      getGlobalOrigin,
      setGlobalOrigin
    };
  }
});

// node_modules/undici/lib/encoding/index.js
var require_encoding = __commonJS({
  "node_modules/undici/lib/encoding/index.js"(exports, module) {
    "use strict";
    var textDecoder = new TextDecoder();
    function utf8DecodeBytes(buffer) {
      return buffer.length === 0 ? "" : (buffer[0] === 239 && buffer[1] === 187 && buffer[2] === 191 && (buffer = buffer.subarray(3)), textDecoder.decode(buffer));
    }
    module.exports = {
      utf8DecodeBytes
    };
  }
});

// node_modules/undici/lib/web/infra/index.js
var require_infra = __commonJS({
  "node_modules/undici/lib/web/infra/index.js"(exports, module) {
    "use strict";
    var assert = __require("node:assert"), { utf8DecodeBytes } = require_encoding();
    function collectASequenceOfCodePoints(condition, input, position) {
      let result = "";
      for (; position.position < input.length && condition(input[position.position]); )
        result += input[position.position], position.position++;
      return result;
    }
    function collectASequenceOfCodePointsFast(char, input, position) {
      let idx = input.indexOf(char, position.position), start2 = position.position;
      return idx === -1 ? (position.position = input.length, input.slice(start2)) : (position.position = idx, input.slice(start2, position.position));
    }
    var ASCII_WHITESPACE_REPLACE_REGEX = /[\u0009\u000A\u000C\u000D\u0020]/g, nonASCIIRegex = /[^\x00-\x7F]/;
    function asciiLowercase(str) {
      return nonASCIIRegex.test(str) ? str.replace(/[A-Z]+/g, (upper) => upper.toLowerCase()) : str.toLowerCase();
    }
    function forgivingBase64(data) {
      data = data.replace(ASCII_WHITESPACE_REPLACE_REGEX, "");
      let dataLength = data.length;
      if (dataLength % 4 === 0 && data.charCodeAt(dataLength - 1) === 61 && (--dataLength, data.charCodeAt(dataLength - 1) === 61 && --dataLength), dataLength % 4 === 1 || /[^+/0-9A-Za-z]/.test(data.length === dataLength ? data : data.substring(0, dataLength)))
        return "failure";
      let buffer = Buffer.from(data, "base64");
      return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    }
    function isASCIIWhitespace(char) {
      return char === 9 || // \t
      char === 10 || // \n
      char === 12 || // \f
      char === 13 || // \r
      char === 32;
    }
    function isomorphicDecode(input) {
      let length = input.length;
      if (65535 > length)
        return String.fromCharCode.apply(null, input);
      let result = "", i = 0, addition = 65535;
      for (; i < length; )
        i + addition > length && (addition = length - i), result += String.fromCharCode.apply(null, input.subarray(i, i += addition));
      return result;
    }
    var invalidIsomorphicEncodeValueRegex = /[^\x00-\xFF]/;
    function isomorphicEncode(input) {
      return assert(!invalidIsomorphicEncodeValueRegex.test(input)), input;
    }
    function parseJSONFromBytes(bytes) {
      return JSON.parse(utf8DecodeBytes(bytes));
    }
    function removeASCIIWhitespace(str, leading = !0, trailing = !0) {
      return removeChars(str, leading, trailing, isASCIIWhitespace);
    }
    function removeChars(str, leading, trailing, predicate) {
      let lead = 0, trail = str.length - 1;
      if (leading)
        for (; lead < str.length && predicate(str.charCodeAt(lead)); ) lead++;
      if (trailing)
        for (; trail > 0 && predicate(str.charCodeAt(trail)); ) trail--;
      return lead === 0 && trail === str.length - 1 ? str : str.slice(lead, trail + 1);
    }
    function serializeJavascriptValueToJSONString(value) {
      let result = JSON.stringify(value);
      if (result === void 0)
        throw new TypeError("Value is not JSON serializable");
      return assert(typeof result == "string"), result;
    }
    module.exports = {
      asciiLowercase,
      collectASequenceOfCodePoints,
      collectASequenceOfCodePointsFast,
      forgivingBase64,
      isASCIIWhitespace,
      isomorphicDecode,
      isomorphicEncode,
      parseJSONFromBytes,
      removeASCIIWhitespace,
      removeChars,
      serializeJavascriptValueToJSONString
    };
  }
});

// node_modules/undici/lib/web/fetch/data-url.js
var require_data_url = __commonJS({
  "node_modules/undici/lib/web/fetch/data-url.js"(exports, module) {
    "use strict";
    var assert = __require("node:assert"), { forgivingBase64, collectASequenceOfCodePoints, collectASequenceOfCodePointsFast, isomorphicDecode, removeASCIIWhitespace, removeChars } = require_infra(), encoder = new TextEncoder(), HTTP_TOKEN_CODEPOINTS = /^[-!#$%&'*+.^_|~A-Za-z0-9]+$/u, HTTP_WHITESPACE_REGEX = /[\u000A\u000D\u0009\u0020]/u, HTTP_QUOTED_STRING_TOKENS = /^[\u0009\u0020-\u007E\u0080-\u00FF]+$/u;
    function dataURLProcessor(dataURL) {
      assert(dataURL.protocol === "data:");
      let input = URLSerializer(dataURL, !0);
      input = input.slice(5);
      let position = { position: 0 }, mimeType = collectASequenceOfCodePointsFast(
        ",",
        input,
        position
      ), mimeTypeLength = mimeType.length;
      if (mimeType = removeASCIIWhitespace(mimeType, !0, !0), position.position >= input.length)
        return "failure";
      position.position++;
      let encodedBody = input.slice(mimeTypeLength + 1), body = stringPercentDecode(encodedBody);
      if (/;(?:\u0020*)base64$/ui.test(mimeType)) {
        let stringBody = isomorphicDecode(body);
        if (body = forgivingBase64(stringBody), body === "failure")
          return "failure";
        mimeType = mimeType.slice(0, -6), mimeType = mimeType.replace(/(\u0020+)$/u, ""), mimeType = mimeType.slice(0, -1);
      }
      mimeType.startsWith(";") && (mimeType = "text/plain" + mimeType);
      let mimeTypeRecord = parseMIMEType(mimeType);
      return mimeTypeRecord === "failure" && (mimeTypeRecord = parseMIMEType("text/plain;charset=US-ASCII")), { mimeType: mimeTypeRecord, body };
    }
    function URLSerializer(url, excludeFragment = !1) {
      if (!excludeFragment)
        return url.href;
      let href = url.href, hashLength = url.hash.length, serialized = hashLength === 0 ? href : href.substring(0, href.length - hashLength);
      return !hashLength && href.endsWith("#") ? serialized.slice(0, -1) : serialized;
    }
    function stringPercentDecode(input) {
      let bytes = encoder.encode(input);
      return percentDecode(bytes);
    }
    function isHexCharByte(byte) {
      return byte >= 48 && byte <= 57 || byte >= 65 && byte <= 70 || byte >= 97 && byte <= 102;
    }
    function hexByteToNumber(byte) {
      return (
        // 0-9
        byte >= 48 && byte <= 57 ? byte - 48 : (byte & 223) - 55
      );
    }
    function percentDecode(input) {
      let length = input.length, output = new Uint8Array(length), j = 0, i = 0;
      for (; i < length; ) {
        let byte = input[i];
        byte !== 37 ? output[j++] = byte : byte === 37 && !(isHexCharByte(input[i + 1]) && isHexCharByte(input[i + 2])) ? output[j++] = 37 : (output[j++] = hexByteToNumber(input[i + 1]) << 4 | hexByteToNumber(input[i + 2]), i += 2), ++i;
      }
      return length === j ? output : output.subarray(0, j);
    }
    function parseMIMEType(input) {
      input = removeHTTPWhitespace(input, !0, !0);
      let position = { position: 0 }, type = collectASequenceOfCodePointsFast(
        "/",
        input,
        position
      );
      if (type.length === 0 || !HTTP_TOKEN_CODEPOINTS.test(type) || position.position >= input.length)
        return "failure";
      position.position++;
      let subtype = collectASequenceOfCodePointsFast(
        ";",
        input,
        position
      );
      if (subtype = removeHTTPWhitespace(subtype, !1, !0), subtype.length === 0 || !HTTP_TOKEN_CODEPOINTS.test(subtype))
        return "failure";
      let typeLowercase = type.toLowerCase(), subtypeLowercase = subtype.toLowerCase(), mimeType = {
        type: typeLowercase,
        subtype: subtypeLowercase,
        /** @type {Map<string, string>} */
        parameters: /* @__PURE__ */ new Map(),
        // https://mimesniff.spec.whatwg.org/#mime-type-essence
        essence: `${typeLowercase}/${subtypeLowercase}`
      };
      for (; position.position < input.length; ) {
        position.position++, collectASequenceOfCodePoints(
          // https://fetch.spec.whatwg.org/#http-whitespace
          (char) => HTTP_WHITESPACE_REGEX.test(char),
          input,
          position
        );
        let parameterName = collectASequenceOfCodePoints(
          (char) => char !== ";" && char !== "=",
          input,
          position
        );
        if (parameterName = parameterName.toLowerCase(), position.position < input.length) {
          if (input[position.position] === ";")
            continue;
          position.position++;
        }
        if (position.position >= input.length)
          break;
        let parameterValue = null;
        if (input[position.position] === '"')
          parameterValue = collectAnHTTPQuotedString(input, position, !0), collectASequenceOfCodePointsFast(
            ";",
            input,
            position
          );
        else if (parameterValue = collectASequenceOfCodePointsFast(
          ";",
          input,
          position
        ), parameterValue = removeHTTPWhitespace(parameterValue, !1, !0), parameterValue.length === 0)
          continue;
        parameterName.length !== 0 && HTTP_TOKEN_CODEPOINTS.test(parameterName) && (parameterValue.length === 0 || HTTP_QUOTED_STRING_TOKENS.test(parameterValue)) && !mimeType.parameters.has(parameterName) && mimeType.parameters.set(parameterName, parameterValue);
      }
      return mimeType;
    }
    function collectAnHTTPQuotedString(input, position, extractValue = !1) {
      let positionStart = position.position, value = "";
      for (assert(input[position.position] === '"'), position.position++; value += collectASequenceOfCodePoints(
        (char) => char !== '"' && char !== "\\",
        input,
        position
      ), !(position.position >= input.length); ) {
        let quoteOrBackslash = input[position.position];
        if (position.position++, quoteOrBackslash === "\\") {
          if (position.position >= input.length) {
            value += "\\";
            break;
          }
          value += input[position.position], position.position++;
        } else {
          assert(quoteOrBackslash === '"');
          break;
        }
      }
      return extractValue ? value : input.slice(positionStart, position.position);
    }
    function serializeAMimeType(mimeType) {
      assert(mimeType !== "failure");
      let { parameters, essence } = mimeType, serialization = essence;
      for (let [name, value] of parameters.entries())
        serialization += ";", serialization += name, serialization += "=", HTTP_TOKEN_CODEPOINTS.test(value) || (value = value.replace(/[\\"]/ug, "\\$&"), value = '"' + value, value += '"'), serialization += value;
      return serialization;
    }
    function isHTTPWhiteSpace(char) {
      return char === 13 || char === 10 || char === 9 || char === 32;
    }
    function removeHTTPWhitespace(str, leading = !0, trailing = !0) {
      return removeChars(str, leading, trailing, isHTTPWhiteSpace);
    }
    function minimizeSupportedMimeType(mimeType) {
      switch (mimeType.essence) {
        case "application/ecmascript":
        case "application/javascript":
        case "application/x-ecmascript":
        case "application/x-javascript":
        case "text/ecmascript":
        case "text/javascript":
        case "text/javascript1.0":
        case "text/javascript1.1":
        case "text/javascript1.2":
        case "text/javascript1.3":
        case "text/javascript1.4":
        case "text/javascript1.5":
        case "text/jscript":
        case "text/livescript":
        case "text/x-ecmascript":
        case "text/x-javascript":
          return "text/javascript";
        case "application/json":
        case "text/json":
          return "application/json";
        case "image/svg+xml":
          return "image/svg+xml";
        case "text/xml":
        case "application/xml":
          return "application/xml";
      }
      return mimeType.subtype.endsWith("+json") ? "application/json" : mimeType.subtype.endsWith("+xml") ? "application/xml" : "";
    }
    module.exports = {
      dataURLProcessor,
      URLSerializer,
      stringPercentDecode,
      parseMIMEType,
      collectAnHTTPQuotedString,
      serializeAMimeType,
      removeHTTPWhitespace,
      minimizeSupportedMimeType,
      HTTP_TOKEN_CODEPOINTS
    };
  }
});

// node_modules/undici/lib/util/runtime-features.js
var require_runtime_features = __commonJS({
  "node_modules/undici/lib/util/runtime-features.js"(exports, module) {
    "use strict";
    var lazyLoaders = {
      __proto__: null,
      "node:crypto": () => __require("node:crypto"),
      "node:sqlite": () => __require("node:sqlite"),
      "node:worker_threads": () => __require("node:worker_threads"),
      "node:zlib": () => __require("node:zlib")
    };
    function detectRuntimeFeatureByNodeModule(moduleName) {
      try {
        return lazyLoaders[moduleName](), !0;
      } catch (err) {
        if (err.code !== "ERR_UNKNOWN_BUILTIN_MODULE" && err.code !== "ERR_NO_CRYPTO")
          throw err;
        return !1;
      }
    }
    function detectRuntimeFeatureByExportedProperty(moduleName, property2) {
      return typeof lazyLoaders[moduleName]()[property2] < "u";
    }
    var runtimeFeaturesByExportedProperty = (
      /** @type {const} */
      ["markAsUncloneable", "zstd"]
    ), exportedPropertyLookup = {
      markAsUncloneable: ["node:worker_threads", "markAsUncloneable"],
      zstd: ["node:zlib", "createZstdDecompress"]
    }, runtimeFeaturesAsNodeModule = (
      /** @type {const} */
      ["crypto", "sqlite"]
    ), features = (
      /** @type {const} */
      [
        ...runtimeFeaturesAsNodeModule,
        ...runtimeFeaturesByExportedProperty
      ]
    );
    function detectRuntimeFeature(feature) {
      if (runtimeFeaturesAsNodeModule.includes(
        /** @type {RuntimeFeatureByNodeModule} */
        feature
      ))
        return detectRuntimeFeatureByNodeModule(`node:${feature}`);
      if (runtimeFeaturesByExportedProperty.includes(
        /** @type {RuntimeFeatureByExportedProperty} */
        feature
      )) {
        let [moduleName, property2] = exportedPropertyLookup[feature];
        return detectRuntimeFeatureByExportedProperty(moduleName, property2);
      }
      throw new TypeError(`unknown feature: ${feature}`);
    }
    var RuntimeFeatures = class {
      /** @type {Map<Feature, boolean>} */
      #map = /* @__PURE__ */ new Map();
      /**
       * Clears all cached feature detections.
       */
      clear() {
        this.#map.clear();
      }
      /**
       * @param {Feature} feature
       * @returns {boolean}
       */
      has(feature) {
        return this.#map.get(feature) ?? this.#detectRuntimeFeature(feature);
      }
      /**
       * @param {Feature} feature
       * @param {boolean} value
       */
      set(feature, value) {
        if (features.includes(feature) === !1)
          throw new TypeError(`unknown feature: ${feature}`);
        this.#map.set(feature, value);
      }
      /**
       * @param {Feature} feature
       * @returns {boolean}
       */
      #detectRuntimeFeature(feature) {
        let result = detectRuntimeFeature(feature);
        return this.#map.set(feature, result), result;
      }
    }, instance = new RuntimeFeatures();
    module.exports.runtimeFeatures = instance;
    module.exports.default = instance;
  }
});

// node_modules/undici/lib/web/webidl/index.js
var require_webidl = __commonJS({
  "node_modules/undici/lib/web/webidl/index.js"(exports, module) {
    "use strict";
    var assert = __require("node:assert"), { types, inspect } = __require("node:util"), { runtimeFeatures } = require_runtime_features(), UNDEFINED = 1, BOOLEAN = 2, STRING2 = 3, SYMBOL = 4, NUMBER = 5, BIGINT = 6, NULL = 7, OBJECT = 8, FunctionPrototypeSymbolHasInstance = Function.call.bind(Function.prototype[Symbol.hasInstance]), webidl = {
      converters: {},
      util: {},
      errors: {},
      is: {}
    };
    webidl.errors.exception = function(message) {
      return new TypeError(`${message.header}: ${message.message}`);
    };
    webidl.errors.conversionFailed = function(opts) {
      let plural = opts.types.length === 1 ? "" : " one of", message = `${opts.argument} could not be converted to${plural}: ${opts.types.join(", ")}.`;
      return webidl.errors.exception({
        header: opts.prefix,
        message
      });
    };
    webidl.errors.invalidArgument = function(context) {
      return webidl.errors.exception({
        header: context.prefix,
        message: `"${context.value}" is an invalid ${context.type}.`
      });
    };
    webidl.brandCheck = function(V, I) {
      if (!FunctionPrototypeSymbolHasInstance(I, V)) {
        let err = new TypeError("Illegal invocation");
        throw err.code = "ERR_INVALID_THIS", err;
      }
    };
    webidl.brandCheckMultiple = function(List) {
      let prototypes = List.map((c) => webidl.util.MakeTypeAssertion(c));
      return (V) => {
        if (prototypes.every((typeCheck) => !typeCheck(V))) {
          let err = new TypeError("Illegal invocation");
          throw err.code = "ERR_INVALID_THIS", err;
        }
      };
    };
    webidl.argumentLengthCheck = function({ length }, min, ctx) {
      if (length < min)
        throw webidl.errors.exception({
          message: `${min} argument${min !== 1 ? "s" : ""} required, but${length ? " only" : ""} ${length} found.`,
          header: ctx
        });
    };
    webidl.illegalConstructor = function() {
      throw webidl.errors.exception({
        header: "TypeError",
        message: "Illegal constructor"
      });
    };
    webidl.util.MakeTypeAssertion = function(I) {
      return (O) => FunctionPrototypeSymbolHasInstance(I, O);
    };
    webidl.util.Type = function(V) {
      switch (typeof V) {
        case "undefined":
          return UNDEFINED;
        case "boolean":
          return BOOLEAN;
        case "string":
          return STRING2;
        case "symbol":
          return SYMBOL;
        case "number":
          return NUMBER;
        case "bigint":
          return BIGINT;
        case "function":
        case "object":
          return V === null ? NULL : OBJECT;
      }
    };
    webidl.util.Types = {
      UNDEFINED,
      BOOLEAN,
      STRING: STRING2,
      SYMBOL,
      NUMBER,
      BIGINT,
      NULL,
      OBJECT
    };
    webidl.util.TypeValueToString = function(o) {
      switch (webidl.util.Type(o)) {
        case UNDEFINED:
          return "Undefined";
        case BOOLEAN:
          return "Boolean";
        case STRING2:
          return "String";
        case SYMBOL:
          return "Symbol";
        case NUMBER:
          return "Number";
        case BIGINT:
          return "BigInt";
        case NULL:
          return "Null";
        case OBJECT:
          return "Object";
      }
    };
    webidl.util.markAsUncloneable = runtimeFeatures.has("markAsUncloneable") ? __require("node:worker_threads").markAsUncloneable : () => {
    };
    webidl.util.ConvertToInt = function(V, bitLength, signedness, flags) {
      let upperBound, lowerBound;
      bitLength === 64 ? (upperBound = Math.pow(2, 53) - 1, signedness === "unsigned" ? lowerBound = 0 : lowerBound = Math.pow(-2, 53) + 1) : signedness === "unsigned" ? (lowerBound = 0, upperBound = Math.pow(2, bitLength) - 1) : (lowerBound = -Math.pow(2, bitLength - 1), upperBound = Math.pow(2, bitLength - 1) - 1);
      let x = Number(V);
      if (x === 0 && (x = 0), webidl.util.HasFlag(flags, webidl.attributes.EnforceRange)) {
        if (Number.isNaN(x) || x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY)
          throw webidl.errors.exception({
            header: "Integer conversion",
            message: `Could not convert ${webidl.util.Stringify(V)} to an integer.`
          });
        if (x = webidl.util.IntegerPart(x), x < lowerBound || x > upperBound)
          throw webidl.errors.exception({
            header: "Integer conversion",
            message: `Value must be between ${lowerBound}-${upperBound}, got ${x}.`
          });
        return x;
      }
      return !Number.isNaN(x) && webidl.util.HasFlag(flags, webidl.attributes.Clamp) ? (x = Math.min(Math.max(x, lowerBound), upperBound), Math.floor(x) % 2 === 0 ? x = Math.floor(x) : x = Math.ceil(x), x) : Number.isNaN(x) || x === 0 && Object.is(0, x) || x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY ? 0 : (x = webidl.util.IntegerPart(x), x = x % Math.pow(2, bitLength), signedness === "signed" && x >= Math.pow(2, bitLength - 1) ? x - Math.pow(2, bitLength) : x);
    };
    webidl.util.IntegerPart = function(n) {
      let r = Math.floor(Math.abs(n));
      return n < 0 ? -1 * r : r;
    };
    webidl.util.Stringify = function(V) {
      switch (webidl.util.Type(V)) {
        case SYMBOL:
          return `Symbol(${V.description})`;
        case OBJECT:
          return inspect(V);
        case STRING2:
          return `"${V}"`;
        case BIGINT:
          return `${V}n`;
        default:
          return `${V}`;
      }
    };
    webidl.util.IsResizableArrayBuffer = function(V) {
      if (types.isArrayBuffer(V))
        return V.resizable;
      if (types.isSharedArrayBuffer(V))
        return V.growable;
      throw webidl.errors.exception({
        header: "IsResizableArrayBuffer",
        message: `"${webidl.util.Stringify(V)}" is not an array buffer.`
      });
    };
    webidl.util.HasFlag = function(flags, attributes) {
      return typeof flags == "number" && (flags & attributes) === attributes;
    };
    webidl.sequenceConverter = function(converter) {
      return (V, prefix, argument, Iterable) => {
        if (webidl.util.Type(V) !== OBJECT)
          throw webidl.errors.exception({
            header: prefix,
            message: `${argument} (${webidl.util.Stringify(V)}) is not iterable.`
          });
        let method = typeof Iterable == "function" ? Iterable() : V?.[Symbol.iterator]?.(), seq = [], index = 0;
        if (method === void 0 || typeof method.next != "function")
          throw webidl.errors.exception({
            header: prefix,
            message: `${argument} is not iterable.`
          });
        for (; ; ) {
          let { done, value } = method.next();
          if (done)
            break;
          seq.push(converter(value, prefix, `${argument}[${index++}]`));
        }
        return seq;
      };
    };
    webidl.recordConverter = function(keyConverter, valueConverter) {
      return (O, prefix, argument) => {
        if (webidl.util.Type(O) !== OBJECT)
          throw webidl.errors.exception({
            header: prefix,
            message: `${argument} ("${webidl.util.TypeValueToString(O)}") is not an Object.`
          });
        let result = {};
        if (!types.isProxy(O)) {
          let keys2 = [...Object.getOwnPropertyNames(O), ...Object.getOwnPropertySymbols(O)];
          for (let key of keys2) {
            let keyName = webidl.util.Stringify(key), typedKey = keyConverter(key, prefix, `Key ${keyName} in ${argument}`), typedValue = valueConverter(O[key], prefix, `${argument}[${keyName}]`);
            result[typedKey] = typedValue;
          }
          return result;
        }
        let keys = Reflect.ownKeys(O);
        for (let key of keys)
          if (Reflect.getOwnPropertyDescriptor(O, key)?.enumerable) {
            let typedKey = keyConverter(key, prefix, argument), typedValue = valueConverter(O[key], prefix, argument);
            result[typedKey] = typedValue;
          }
        return result;
      };
    };
    webidl.interfaceConverter = function(TypeCheck, name) {
      return (V, prefix, argument) => {
        if (!TypeCheck(V))
          throw webidl.errors.exception({
            header: prefix,
            message: `Expected ${argument} ("${webidl.util.Stringify(V)}") to be an instance of ${name}.`
          });
        return V;
      };
    };
    webidl.dictionaryConverter = function(converters) {
      return converters.sort((a, b) => (a.key > b.key) - (a.key < b.key)), (dictionary, prefix, argument) => {
        let dict = {};
        if (dictionary != null && webidl.util.Type(dictionary) !== OBJECT)
          throw webidl.errors.exception({
            header: prefix,
            message: `Expected ${dictionary} to be one of: Null, Undefined, Object.`
          });
        for (let options of converters) {
          let { key, defaultValue, required: required2, converter } = options;
          if (required2 === !0 && (dictionary == null || !Object.hasOwn(dictionary, key)))
            throw webidl.errors.exception({
              header: prefix,
              message: `Missing required key "${key}".`
            });
          let value = dictionary?.[key], hasDefault = defaultValue !== void 0;
          if (hasDefault && value === void 0 && (value = defaultValue()), required2 || hasDefault || value !== void 0) {
            if (value = converter(value, prefix, `${argument}.${key}`), options.allowedValues && !options.allowedValues.includes(value))
              throw webidl.errors.exception({
                header: prefix,
                message: `${value} is not an accepted type. Expected one of ${options.allowedValues.join(", ")}.`
              });
            dict[key] = value;
          }
        }
        return dict;
      };
    };
    webidl.nullableConverter = function(converter) {
      return (V, prefix, argument) => V === null ? V : converter(V, prefix, argument);
    };
    webidl.is.USVString = function(value) {
      return typeof value == "string" && value.isWellFormed();
    };
    webidl.is.ReadableStream = webidl.util.MakeTypeAssertion(ReadableStream);
    webidl.is.Blob = webidl.util.MakeTypeAssertion(Blob);
    webidl.is.URLSearchParams = webidl.util.MakeTypeAssertion(URLSearchParams);
    webidl.is.File = webidl.util.MakeTypeAssertion(File);
    webidl.is.URL = webidl.util.MakeTypeAssertion(URL);
    webidl.is.AbortSignal = webidl.util.MakeTypeAssertion(AbortSignal);
    webidl.is.MessagePort = webidl.util.MakeTypeAssertion(MessagePort);
    webidl.is.BufferSource = function(V) {
      return types.isArrayBuffer(V) || ArrayBuffer.isView(V) && types.isArrayBuffer(V.buffer);
    };
    webidl.util.getCopyOfBytesHeldByBufferSource = function(bufferSource) {
      let jsBufferSource = bufferSource, jsArrayBuffer = jsBufferSource, offset = 0, length = 0;
      if (types.isTypedArray(jsBufferSource) || types.isDataView(jsBufferSource) ? (jsArrayBuffer = jsBufferSource.buffer, offset = jsBufferSource.byteOffset, length = jsBufferSource.byteLength) : (assert(types.isAnyArrayBuffer(jsBufferSource)), length = jsBufferSource.byteLength), jsArrayBuffer.detached)
        return new Uint8Array(0);
      let bytes = new Uint8Array(length), view = new Uint8Array(jsArrayBuffer, offset, length);
      return bytes.set(view), bytes;
    };
    webidl.converters.DOMString = function(V, prefix, argument, flags) {
      if (V === null && webidl.util.HasFlag(flags, webidl.attributes.LegacyNullToEmptyString))
        return "";
      if (typeof V == "symbol")
        throw webidl.errors.exception({
          header: prefix,
          message: `${argument} is a symbol, which cannot be converted to a DOMString.`
        });
      return String(V);
    };
    webidl.converters.ByteString = function(V, prefix, argument) {
      if (typeof V == "symbol")
        throw webidl.errors.exception({
          header: prefix,
          message: `${argument} is a symbol, which cannot be converted to a ByteString.`
        });
      let x = String(V);
      for (let index = 0; index < x.length; index++)
        if (x.charCodeAt(index) > 255)
          throw new TypeError(
            `Cannot convert argument to a ByteString because the character at index ${index} has a value of ${x.charCodeAt(index)} which is greater than 255.`
          );
      return x;
    };
    webidl.converters.USVString = function(value) {
      return typeof value == "string" ? value.toWellFormed() : `${value}`.toWellFormed();
    };
    webidl.converters.boolean = function(V) {
      return !!V;
    };
    webidl.converters.any = function(V) {
      return V;
    };
    webidl.converters["long long"] = function(V, prefix, argument) {
      return webidl.util.ConvertToInt(V, 64, "signed", 0, prefix, argument);
    };
    webidl.converters["unsigned long long"] = function(V, prefix, argument) {
      return webidl.util.ConvertToInt(V, 64, "unsigned", 0, prefix, argument);
    };
    webidl.converters["unsigned long"] = function(V, prefix, argument) {
      return webidl.util.ConvertToInt(V, 32, "unsigned", 0, prefix, argument);
    };
    webidl.converters["unsigned short"] = function(V, prefix, argument, flags) {
      return webidl.util.ConvertToInt(V, 16, "unsigned", flags, prefix, argument);
    };
    webidl.converters.ArrayBuffer = function(V, prefix, argument, flags) {
      if (webidl.util.Type(V) !== OBJECT || !types.isArrayBuffer(V))
        throw webidl.errors.conversionFailed({
          prefix,
          argument: `${argument} ("${webidl.util.Stringify(V)}")`,
          types: ["ArrayBuffer"]
        });
      if (!webidl.util.HasFlag(flags, webidl.attributes.AllowResizable) && webidl.util.IsResizableArrayBuffer(V))
        throw webidl.errors.exception({
          header: prefix,
          message: `${argument} cannot be a resizable ArrayBuffer.`
        });
      return V;
    };
    webidl.converters.SharedArrayBuffer = function(V, prefix, argument, flags) {
      if (webidl.util.Type(V) !== OBJECT || !types.isSharedArrayBuffer(V))
        throw webidl.errors.conversionFailed({
          prefix,
          argument: `${argument} ("${webidl.util.Stringify(V)}")`,
          types: ["SharedArrayBuffer"]
        });
      if (!webidl.util.HasFlag(flags, webidl.attributes.AllowResizable) && webidl.util.IsResizableArrayBuffer(V))
        throw webidl.errors.exception({
          header: prefix,
          message: `${argument} cannot be a resizable SharedArrayBuffer.`
        });
      return V;
    };
    webidl.converters.TypedArray = function(V, T, prefix, argument, flags) {
      if (webidl.util.Type(V) !== OBJECT || !types.isTypedArray(V) || V.constructor.name !== T.name)
        throw webidl.errors.conversionFailed({
          prefix,
          argument: `${argument} ("${webidl.util.Stringify(V)}")`,
          types: [T.name]
        });
      if (!webidl.util.HasFlag(flags, webidl.attributes.AllowShared) && types.isSharedArrayBuffer(V.buffer))
        throw webidl.errors.exception({
          header: prefix,
          message: `${argument} cannot be a view on a shared array buffer.`
        });
      if (!webidl.util.HasFlag(flags, webidl.attributes.AllowResizable) && webidl.util.IsResizableArrayBuffer(V.buffer))
        throw webidl.errors.exception({
          header: prefix,
          message: `${argument} cannot be a view on a resizable array buffer.`
        });
      return V;
    };
    webidl.converters.DataView = function(V, prefix, argument, flags) {
      if (webidl.util.Type(V) !== OBJECT || !types.isDataView(V))
        throw webidl.errors.conversionFailed({
          prefix,
          argument: `${argument} ("${webidl.util.Stringify(V)}")`,
          types: ["DataView"]
        });
      if (!webidl.util.HasFlag(flags, webidl.attributes.AllowShared) && types.isSharedArrayBuffer(V.buffer))
        throw webidl.errors.exception({
          header: prefix,
          message: `${argument} cannot be a view on a shared array buffer.`
        });
      if (!webidl.util.HasFlag(flags, webidl.attributes.AllowResizable) && webidl.util.IsResizableArrayBuffer(V.buffer))
        throw webidl.errors.exception({
          header: prefix,
          message: `${argument} cannot be a view on a resizable array buffer.`
        });
      return V;
    };
    webidl.converters.ArrayBufferView = function(V, prefix, argument, flags) {
      if (webidl.util.Type(V) !== OBJECT || !types.isArrayBufferView(V))
        throw webidl.errors.conversionFailed({
          prefix,
          argument: `${argument} ("${webidl.util.Stringify(V)}")`,
          types: ["ArrayBufferView"]
        });
      if (!webidl.util.HasFlag(flags, webidl.attributes.AllowShared) && types.isSharedArrayBuffer(V.buffer))
        throw webidl.errors.exception({
          header: prefix,
          message: `${argument} cannot be a view on a shared array buffer.`
        });
      if (!webidl.util.HasFlag(flags, webidl.attributes.AllowResizable) && webidl.util.IsResizableArrayBuffer(V.buffer))
        throw webidl.errors.exception({
          header: prefix,
          message: `${argument} cannot be a view on a resizable array buffer.`
        });
      return V;
    };
    webidl.converters.BufferSource = function(V, prefix, argument, flags) {
      if (types.isArrayBuffer(V))
        return webidl.converters.ArrayBuffer(V, prefix, argument, flags);
      if (types.isArrayBufferView(V))
        return flags &= ~webidl.attributes.AllowShared, webidl.converters.ArrayBufferView(V, prefix, argument, flags);
      throw types.isSharedArrayBuffer(V) ? webidl.errors.exception({
        header: prefix,
        message: `${argument} cannot be a SharedArrayBuffer.`
      }) : webidl.errors.conversionFailed({
        prefix,
        argument: `${argument} ("${webidl.util.Stringify(V)}")`,
        types: ["ArrayBuffer", "ArrayBufferView"]
      });
    };
    webidl.converters.AllowSharedBufferSource = function(V, prefix, argument, flags) {
      if (types.isArrayBuffer(V))
        return webidl.converters.ArrayBuffer(V, prefix, argument, flags);
      if (types.isSharedArrayBuffer(V))
        return webidl.converters.SharedArrayBuffer(V, prefix, argument, flags);
      if (types.isArrayBufferView(V))
        return flags |= webidl.attributes.AllowShared, webidl.converters.ArrayBufferView(V, prefix, argument, flags);
      throw webidl.errors.conversionFailed({
        prefix,
        argument: `${argument} ("${webidl.util.Stringify(V)}")`,
        types: ["ArrayBuffer", "SharedArrayBuffer", "ArrayBufferView"]
      });
    };
    webidl.converters["sequence<ByteString>"] = webidl.sequenceConverter(
      webidl.converters.ByteString
    );
    webidl.converters["sequence<sequence<ByteString>>"] = webidl.sequenceConverter(
      webidl.converters["sequence<ByteString>"]
    );
    webidl.converters["record<ByteString, ByteString>"] = webidl.recordConverter(
      webidl.converters.ByteString,
      webidl.converters.ByteString
    );
    webidl.converters.Blob = webidl.interfaceConverter(webidl.is.Blob, "Blob");
    webidl.converters.AbortSignal = webidl.interfaceConverter(
      webidl.is.AbortSignal,
      "AbortSignal"
    );
    webidl.converters.EventHandlerNonNull = function(V) {
      return webidl.util.Type(V) !== OBJECT ? null : typeof V == "function" ? V : () => {
      };
    };
    webidl.attributes = {
      Clamp: 1,
      EnforceRange: 2,
      AllowShared: 4,
      AllowResizable: 8,
      LegacyNullToEmptyString: 16
    };
    module.exports = {
      webidl
    };
  }
});

// node_modules/undici/lib/web/fetch/util.js
var require_util2 = __commonJS({
  "node_modules/undici/lib/web/fetch/util.js"(exports, module) {
    "use strict";
    var { Transform } = __require("node:stream"), zlib = __require("node:zlib"), { redirectStatusSet, referrerPolicyTokens, badPortsSet } = require_constants4(), { getGlobalOrigin } = require_global(), { collectAnHTTPQuotedString, parseMIMEType } = require_data_url(), { performance: performance2 } = __require("node:perf_hooks"), { ReadableStreamFrom, isValidHTTPToken, normalizedMethodRecordsBase } = require_util(), assert = __require("node:assert"), { isUint8Array } = __require("node:util/types"), { webidl } = require_webidl(), { isomorphicEncode, collectASequenceOfCodePoints, removeChars } = require_infra();
    function responseURL(response) {
      let urlList = response.urlList, length = urlList.length;
      return length === 0 ? null : urlList[length - 1].toString();
    }
    function responseLocationURL(response, requestFragment) {
      if (!redirectStatusSet.has(response.status))
        return null;
      let location = response.headersList.get("location", !0);
      return location !== null && isValidHeaderValue(location) && (isValidEncodedURL(location) || (location = normalizeBinaryStringToUtf8(location)), location = new URL(location, responseURL(response))), location && !location.hash && (location.hash = requestFragment), location;
    }
    function isValidEncodedURL(url) {
      for (let i = 0; i < url.length; ++i) {
        let code2 = url.charCodeAt(i);
        if (code2 > 126 || // Non-US-ASCII + DEL
        code2 < 32)
          return !1;
      }
      return !0;
    }
    function normalizeBinaryStringToUtf8(value) {
      return Buffer.from(value, "binary").toString("utf8");
    }
    function requestCurrentURL(request) {
      return request.urlList[request.urlList.length - 1];
    }
    function requestBadPort(request) {
      let url = requestCurrentURL(request);
      return urlIsHttpHttpsScheme(url) && badPortsSet.has(url.port) ? "blocked" : "allowed";
    }
    function isErrorLike(object) {
      return object instanceof Error || object?.constructor?.name === "Error" || object?.constructor?.name === "DOMException";
    }
    function isValidReasonPhrase(statusText) {
      for (let i = 0; i < statusText.length; ++i) {
        let c = statusText.charCodeAt(i);
        if (!(c === 9 || // HTAB
        c >= 32 && c <= 126 || // SP / VCHAR
        c >= 128 && c <= 255))
          return !1;
      }
      return !0;
    }
    var isValidHeaderName = isValidHTTPToken;
    function isValidHeaderValue(potentialValue) {
      return (potentialValue[0] === "	" || potentialValue[0] === " " || potentialValue[potentialValue.length - 1] === "	" || potentialValue[potentialValue.length - 1] === " " || potentialValue.includes(`
`) || potentialValue.includes("\r") || potentialValue.includes("\0")) === !1;
    }
    function parseReferrerPolicy(actualResponse) {
      let policyHeader = (actualResponse.headersList.get("referrer-policy", !0) ?? "").split(","), policy = "";
      if (policyHeader.length)
        for (let i = policyHeader.length; i !== 0; i--) {
          let token = policyHeader[i - 1].trim();
          if (referrerPolicyTokens.has(token)) {
            policy = token;
            break;
          }
        }
      return policy;
    }
    function setRequestReferrerPolicyOnRedirect(request, actualResponse) {
      let policy = parseReferrerPolicy(actualResponse);
      policy !== "" && (request.referrerPolicy = policy);
    }
    function crossOriginResourcePolicyCheck() {
      return "allowed";
    }
    function corsCheck() {
      return "success";
    }
    function TAOCheck() {
      return "success";
    }
    function appendFetchMetadata(httpRequest) {
      let header2 = null;
      header2 = httpRequest.mode, httpRequest.headersList.set("sec-fetch-mode", header2, !0);
    }
    function appendRequestOriginHeader(request) {
      let serializedOrigin = request.origin;
      if (!(serializedOrigin === "client" || serializedOrigin === void 0)) {
        if (request.responseTainting === "cors" || request.mode === "websocket")
          request.headersList.append("origin", serializedOrigin, !0);
        else if (request.method !== "GET" && request.method !== "HEAD") {
          switch (request.referrerPolicy) {
            case "no-referrer":
              serializedOrigin = null;
              break;
            case "no-referrer-when-downgrade":
            case "strict-origin":
            case "strict-origin-when-cross-origin":
              request.origin && urlHasHttpsScheme(request.origin) && !urlHasHttpsScheme(requestCurrentURL(request)) && (serializedOrigin = null);
              break;
            case "same-origin":
              sameOrigin(request, requestCurrentURL(request)) || (serializedOrigin = null);
              break;
            default:
          }
          request.headersList.append("origin", serializedOrigin, !0);
        }
      }
    }
    function coarsenTime(timestamp, crossOriginIsolatedCapability) {
      return timestamp;
    }
    function clampAndCoarsenConnectionTimingInfo(connectionTimingInfo, defaultStartTime, crossOriginIsolatedCapability) {
      return !connectionTimingInfo?.startTime || connectionTimingInfo.startTime < defaultStartTime ? {
        domainLookupStartTime: defaultStartTime,
        domainLookupEndTime: defaultStartTime,
        connectionStartTime: defaultStartTime,
        connectionEndTime: defaultStartTime,
        secureConnectionStartTime: defaultStartTime,
        ALPNNegotiatedProtocol: connectionTimingInfo?.ALPNNegotiatedProtocol
      } : {
        domainLookupStartTime: coarsenTime(connectionTimingInfo.domainLookupStartTime, crossOriginIsolatedCapability),
        domainLookupEndTime: coarsenTime(connectionTimingInfo.domainLookupEndTime, crossOriginIsolatedCapability),
        connectionStartTime: coarsenTime(connectionTimingInfo.connectionStartTime, crossOriginIsolatedCapability),
        connectionEndTime: coarsenTime(connectionTimingInfo.connectionEndTime, crossOriginIsolatedCapability),
        secureConnectionStartTime: coarsenTime(connectionTimingInfo.secureConnectionStartTime, crossOriginIsolatedCapability),
        ALPNNegotiatedProtocol: connectionTimingInfo.ALPNNegotiatedProtocol
      };
    }
    function coarsenedSharedCurrentTime(crossOriginIsolatedCapability) {
      return coarsenTime(performance2.now(), crossOriginIsolatedCapability);
    }
    function createOpaqueTimingInfo(timingInfo) {
      return {
        startTime: timingInfo.startTime ?? 0,
        redirectStartTime: 0,
        redirectEndTime: 0,
        postRedirectStartTime: timingInfo.startTime ?? 0,
        finalServiceWorkerStartTime: 0,
        finalNetworkResponseStartTime: 0,
        finalNetworkRequestStartTime: 0,
        endTime: 0,
        encodedBodySize: 0,
        decodedBodySize: 0,
        finalConnectionTimingInfo: null
      };
    }
    function makePolicyContainer() {
      return {
        referrerPolicy: "strict-origin-when-cross-origin"
      };
    }
    function clonePolicyContainer(policyContainer) {
      return {
        referrerPolicy: policyContainer.referrerPolicy
      };
    }
    function determineRequestsReferrer(request) {
      let policy = request.referrerPolicy;
      assert(policy);
      let referrerSource = null;
      if (request.referrer === "client") {
        let globalOrigin = getGlobalOrigin();
        if (!globalOrigin || globalOrigin.origin === "null")
          return "no-referrer";
        referrerSource = new URL(globalOrigin);
      } else webidl.is.URL(request.referrer) && (referrerSource = request.referrer);
      let referrerURL = stripURLForReferrer(referrerSource), referrerOrigin = stripURLForReferrer(referrerSource, !0);
      switch (referrerURL.toString().length > 4096 && (referrerURL = referrerOrigin), policy) {
        case "no-referrer":
          return "no-referrer";
        case "origin":
          return referrerOrigin ?? stripURLForReferrer(referrerSource, !0);
        case "unsafe-url":
          return referrerURL;
        case "strict-origin": {
          let currentURL = requestCurrentURL(request);
          return isURLPotentiallyTrustworthy(referrerURL) && !isURLPotentiallyTrustworthy(currentURL) ? "no-referrer" : referrerOrigin;
        }
        case "strict-origin-when-cross-origin": {
          let currentURL = requestCurrentURL(request);
          return sameOrigin(referrerURL, currentURL) ? referrerURL : isURLPotentiallyTrustworthy(referrerURL) && !isURLPotentiallyTrustworthy(currentURL) ? "no-referrer" : referrerOrigin;
        }
        case "same-origin":
          return sameOrigin(request, referrerURL) ? referrerURL : "no-referrer";
        case "origin-when-cross-origin":
          return sameOrigin(request, referrerURL) ? referrerURL : referrerOrigin;
        case "no-referrer-when-downgrade": {
          let currentURL = requestCurrentURL(request);
          return isURLPotentiallyTrustworthy(referrerURL) && !isURLPotentiallyTrustworthy(currentURL) ? "no-referrer" : referrerURL;
        }
      }
    }
    function stripURLForReferrer(url, originOnly = !1) {
      return assert(webidl.is.URL(url)), url = new URL(url), urlIsLocal(url) ? "no-referrer" : (url.username = "", url.password = "", url.hash = "", originOnly === !0 && (url.pathname = "", url.search = ""), url);
    }
    var isPotentialleTrustworthyIPv4 = RegExp.prototype.test.bind(/^127\.(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]\d|\d)\.){2}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]\d|\d)$/), isPotentiallyTrustworthyIPv6 = RegExp.prototype.test.bind(/^(?:(?:0{1,4}:){7}|(?:0{1,4}:){1,6}:|::)0{0,3}1$/);
    function isOriginIPPotentiallyTrustworthy(origin) {
      return origin.includes(":") ? (origin[0] === "[" && origin[origin.length - 1] === "]" && (origin = origin.slice(1, -1)), isPotentiallyTrustworthyIPv6(origin)) : isPotentialleTrustworthyIPv4(origin);
    }
    function isOriginPotentiallyTrustworthy(origin) {
      return origin == null || origin === "null" ? !1 : (origin = new URL(origin), !!(origin.protocol === "https:" || origin.protocol === "wss:" || isOriginIPPotentiallyTrustworthy(origin.hostname) || origin.hostname === "localhost" || origin.hostname === "localhost." || origin.hostname.endsWith(".localhost") || origin.hostname.endsWith(".localhost.") || origin.protocol === "file:"));
    }
    function isURLPotentiallyTrustworthy(url) {
      return webidl.is.URL(url) ? url.href === "about:blank" || url.href === "about:srcdoc" || url.protocol === "data:" || url.protocol === "blob:" ? !0 : isOriginPotentiallyTrustworthy(url.origin) : !1;
    }
    function tryUpgradeRequestToAPotentiallyTrustworthyURL(request) {
    }
    function sameOrigin(A, B) {
      return A.origin === B.origin && A.origin === "null" || A.protocol === B.protocol && A.hostname === B.hostname && A.port === B.port;
    }
    function isAborted(fetchParams) {
      return fetchParams.controller.state === "aborted";
    }
    function isCancelled(fetchParams) {
      return fetchParams.controller.state === "aborted" || fetchParams.controller.state === "terminated";
    }
    function normalizeMethod(method) {
      return normalizedMethodRecordsBase[method.toLowerCase()] ?? method;
    }
    var esIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
    function createIterator(name, kInternalIterator, keyIndex = 0, valueIndex = 1) {
      class FastIterableIterator {
        /** @type {any} */
        #target;
        /** @type {'key' | 'value' | 'key+value'} */
        #kind;
        /** @type {number} */
        #index;
        /**
         * @see https://webidl.spec.whatwg.org/#dfn-default-iterator-object
         * @param {unknown} target
         * @param {'key' | 'value' | 'key+value'} kind
         */
        constructor(target, kind) {
          this.#target = target, this.#kind = kind, this.#index = 0;
        }
        next() {
          if (typeof this != "object" || this === null || !(#target in this))
            throw new TypeError(
              `'next' called on an object that does not implement interface ${name} Iterator.`
            );
          let index = this.#index, values = kInternalIterator(this.#target), len = values.length;
          if (index >= len)
            return {
              value: void 0,
              done: !0
            };
          let { [keyIndex]: key, [valueIndex]: value } = values[index];
          this.#index = index + 1;
          let result;
          switch (this.#kind) {
            case "key":
              result = key;
              break;
            case "value":
              result = value;
              break;
            case "key+value":
              result = [key, value];
              break;
          }
          return {
            value: result,
            done: !1
          };
        }
      }
      return delete FastIterableIterator.prototype.constructor, Object.setPrototypeOf(FastIterableIterator.prototype, esIteratorPrototype), Object.defineProperties(FastIterableIterator.prototype, {
        [Symbol.toStringTag]: {
          writable: !1,
          enumerable: !1,
          configurable: !0,
          value: `${name} Iterator`
        },
        next: { writable: !0, enumerable: !0, configurable: !0 }
      }), function(target, kind) {
        return new FastIterableIterator(target, kind);
      };
    }
    function iteratorMixin(name, object, kInternalIterator, keyIndex = 0, valueIndex = 1) {
      let makeIterator = createIterator(name, kInternalIterator, keyIndex, valueIndex), properties2 = {
        keys: {
          writable: !0,
          enumerable: !0,
          configurable: !0,
          value: function() {
            return webidl.brandCheck(this, object), makeIterator(this, "key");
          }
        },
        values: {
          writable: !0,
          enumerable: !0,
          configurable: !0,
          value: function() {
            return webidl.brandCheck(this, object), makeIterator(this, "value");
          }
        },
        entries: {
          writable: !0,
          enumerable: !0,
          configurable: !0,
          value: function() {
            return webidl.brandCheck(this, object), makeIterator(this, "key+value");
          }
        },
        forEach: {
          writable: !0,
          enumerable: !0,
          configurable: !0,
          value: function(callbackfn, thisArg = globalThis) {
            if (webidl.brandCheck(this, object), webidl.argumentLengthCheck(arguments, 1, `${name}.forEach`), typeof callbackfn != "function")
              throw new TypeError(
                `Failed to execute 'forEach' on '${name}': parameter 1 is not of type 'Function'.`
              );
            for (let { 0: key, 1: value } of makeIterator(this, "key+value"))
              callbackfn.call(thisArg, value, key, this);
          }
        }
      };
      return Object.defineProperties(object.prototype, {
        ...properties2,
        [Symbol.iterator]: {
          writable: !0,
          enumerable: !1,
          configurable: !0,
          value: properties2.entries.value
        }
      });
    }
    function fullyReadBody(body, processBody, processBodyError) {
      let successSteps = processBody, errorSteps = processBodyError;
      try {
        let reader = body.stream.getReader();
        readAllBytes(reader, successSteps, errorSteps);
      } catch (e) {
        errorSteps(e);
      }
    }
    function readableStreamClose(controller) {
      try {
        controller.close(), controller.byobRequest?.respond(0);
      } catch (err) {
        if (!err.message.includes("Controller is already closed") && !err.message.includes("ReadableStream is already closed"))
          throw err;
      }
    }
    async function readAllBytes(reader, successSteps, failureSteps) {
      try {
        let bytes = [], byteLength = 0;
        do {
          let { done, value: chunk } = await reader.read();
          if (done) {
            successSteps(Buffer.concat(bytes, byteLength));
            return;
          }
          if (!isUint8Array(chunk)) {
            failureSteps(new TypeError("Received non-Uint8Array chunk"));
            return;
          }
          bytes.push(chunk), byteLength += chunk.length;
        } while (!0);
      } catch (e) {
        failureSteps(e);
      }
    }
    function urlIsLocal(url) {
      assert("protocol" in url);
      let protocol = url.protocol;
      return protocol === "about:" || protocol === "blob:" || protocol === "data:";
    }
    function urlHasHttpsScheme(url) {
      return typeof url == "string" && url[5] === ":" && url[0] === "h" && url[1] === "t" && url[2] === "t" && url[3] === "p" && url[4] === "s" || url.protocol === "https:";
    }
    function urlIsHttpHttpsScheme(url) {
      assert("protocol" in url);
      let protocol = url.protocol;
      return protocol === "http:" || protocol === "https:";
    }
    function simpleRangeHeaderValue(value, allowWhitespace) {
      let data = value;
      if (!data.startsWith("bytes"))
        return "failure";
      let position = { position: 5 };
      if (allowWhitespace && collectASequenceOfCodePoints(
        (char) => char === "	" || char === " ",
        data,
        position
      ), data.charCodeAt(position.position) !== 61)
        return "failure";
      position.position++, allowWhitespace && collectASequenceOfCodePoints(
        (char) => char === "	" || char === " ",
        data,
        position
      );
      let rangeStart = collectASequenceOfCodePoints(
        (char) => {
          let code2 = char.charCodeAt(0);
          return code2 >= 48 && code2 <= 57;
        },
        data,
        position
      ), rangeStartValue = rangeStart.length ? Number(rangeStart) : null;
      if (allowWhitespace && collectASequenceOfCodePoints(
        (char) => char === "	" || char === " ",
        data,
        position
      ), data.charCodeAt(position.position) !== 45)
        return "failure";
      position.position++, allowWhitespace && collectASequenceOfCodePoints(
        (char) => char === "	" || char === " ",
        data,
        position
      );
      let rangeEnd = collectASequenceOfCodePoints(
        (char) => {
          let code2 = char.charCodeAt(0);
          return code2 >= 48 && code2 <= 57;
        },
        data,
        position
      ), rangeEndValue = rangeEnd.length ? Number(rangeEnd) : null;
      return position.position < data.length || rangeEndValue === null && rangeStartValue === null || rangeStartValue > rangeEndValue ? "failure" : { rangeStartValue, rangeEndValue };
    }
    function buildContentRange(rangeStart, rangeEnd, fullLength) {
      let contentRange = "bytes ";
      return contentRange += isomorphicEncode(`${rangeStart}`), contentRange += "-", contentRange += isomorphicEncode(`${rangeEnd}`), contentRange += "/", contentRange += isomorphicEncode(`${fullLength}`), contentRange;
    }
    var InflateStream = class extends Transform {
      #zlibOptions;
      /** @param {zlib.ZlibOptions} [zlibOptions] */
      constructor(zlibOptions) {
        super(), this.#zlibOptions = zlibOptions;
      }
      _transform(chunk, encoding, callback) {
        if (!this._inflateStream) {
          if (chunk.length === 0) {
            callback();
            return;
          }
          this._inflateStream = (chunk[0] & 15) === 8 ? zlib.createInflate(this.#zlibOptions) : zlib.createInflateRaw(this.#zlibOptions), this._inflateStream.on("data", this.push.bind(this)), this._inflateStream.on("end", () => this.push(null)), this._inflateStream.on("error", (err) => this.destroy(err));
        }
        this._inflateStream.write(chunk, encoding, callback);
      }
      _final(callback) {
        this._inflateStream && (this._inflateStream.end(), this._inflateStream = null), callback();
      }
    };
    function createInflate(zlibOptions) {
      return new InflateStream(zlibOptions);
    }
    function extractMimeType(headers) {
      let charset = null, essence = null, mimeType = null, values = getDecodeSplit("content-type", headers);
      if (values === null)
        return "failure";
      for (let value of values) {
        let temporaryMimeType = parseMIMEType(value);
        temporaryMimeType === "failure" || temporaryMimeType.essence === "*/*" || (mimeType = temporaryMimeType, mimeType.essence !== essence ? (charset = null, mimeType.parameters.has("charset") && (charset = mimeType.parameters.get("charset")), essence = mimeType.essence) : !mimeType.parameters.has("charset") && charset !== null && mimeType.parameters.set("charset", charset));
      }
      return mimeType ?? "failure";
    }
    function gettingDecodingSplitting(value) {
      let input = value, position = { position: 0 }, values = [], temporaryValue = "";
      for (; position.position < input.length; ) {
        if (temporaryValue += collectASequenceOfCodePoints(
          (char) => char !== '"' && char !== ",",
          input,
          position
        ), position.position < input.length)
          if (input.charCodeAt(position.position) === 34) {
            if (temporaryValue += collectAnHTTPQuotedString(
              input,
              position
            ), position.position < input.length)
              continue;
          } else
            assert(input.charCodeAt(position.position) === 44), position.position++;
        temporaryValue = removeChars(temporaryValue, !0, !0, (char) => char === 9 || char === 32), values.push(temporaryValue), temporaryValue = "";
      }
      return values;
    }
    function getDecodeSplit(name, list3) {
      let value = list3.get(name, !0);
      return value === null ? null : gettingDecodingSplitting(value);
    }
    function hasAuthenticationEntry(request) {
      return !1;
    }
    function includesCredentials(url) {
      return !!(url.username || url.password);
    }
    function isTraversableNavigable(navigable) {
      return navigable != null && navigable !== "client" && navigable !== "no-traversable";
    }
    var EnvironmentSettingsObjectBase = class {
      get baseUrl() {
        return getGlobalOrigin();
      }
      get origin() {
        return this.baseUrl?.origin;
      }
      policyContainer = makePolicyContainer();
    }, EnvironmentSettingsObject = class {
      settingsObject = new EnvironmentSettingsObjectBase();
    }, environmentSettingsObject = new EnvironmentSettingsObject();
    module.exports = {
      isAborted,
      isCancelled,
      isValidEncodedURL,
      ReadableStreamFrom,
      tryUpgradeRequestToAPotentiallyTrustworthyURL,
      clampAndCoarsenConnectionTimingInfo,
      coarsenedSharedCurrentTime,
      determineRequestsReferrer,
      makePolicyContainer,
      clonePolicyContainer,
      appendFetchMetadata,
      appendRequestOriginHeader,
      TAOCheck,
      corsCheck,
      crossOriginResourcePolicyCheck,
      createOpaqueTimingInfo,
      setRequestReferrerPolicyOnRedirect,
      isValidHTTPToken,
      requestBadPort,
      requestCurrentURL,
      responseURL,
      responseLocationURL,
      isURLPotentiallyTrustworthy,
      isValidReasonPhrase,
      sameOrigin,
      normalizeMethod,
      iteratorMixin,
      createIterator,
      isValidHeaderName,
      isValidHeaderValue,
      isErrorLike,
      fullyReadBody,
      readableStreamClose,
      urlIsLocal,
      urlHasHttpsScheme,
      urlIsHttpHttpsScheme,
      readAllBytes,
      simpleRangeHeaderValue,
      buildContentRange,
      createInflate,
      extractMimeType,
      getDecodeSplit,
      environmentSettingsObject,
      isOriginIPPotentiallyTrustworthy,
      hasAuthenticationEntry,
      includesCredentials,
      isTraversableNavigable
    };
  }
});

// node_modules/undici/lib/web/fetch/formdata.js
var require_formdata = __commonJS({
  "node_modules/undici/lib/web/fetch/formdata.js"(exports, module) {
    "use strict";
    var { iteratorMixin } = require_util2(), { kEnumerableProperty } = require_util(), { webidl } = require_webidl(), nodeUtil = __require("node:util"), FormData = class _FormData {
      #state = [];
      constructor(form = void 0) {
        if (webidl.util.markAsUncloneable(this), form !== void 0)
          throw webidl.errors.conversionFailed({
            prefix: "FormData constructor",
            argument: "Argument 1",
            types: ["undefined"]
          });
      }
      append(name, value, filename = void 0) {
        webidl.brandCheck(this, _FormData);
        let prefix = "FormData.append";
        webidl.argumentLengthCheck(arguments, 2, prefix), name = webidl.converters.USVString(name), arguments.length === 3 || webidl.is.Blob(value) ? (value = webidl.converters.Blob(value, prefix, "value"), filename !== void 0 && (filename = webidl.converters.USVString(filename))) : value = webidl.converters.USVString(value);
        let entry = makeEntry(name, value, filename);
        this.#state.push(entry);
      }
      delete(name) {
        webidl.brandCheck(this, _FormData), webidl.argumentLengthCheck(arguments, 1, "FormData.delete"), name = webidl.converters.USVString(name), this.#state = this.#state.filter((entry) => entry.name !== name);
      }
      get(name) {
        webidl.brandCheck(this, _FormData), webidl.argumentLengthCheck(arguments, 1, "FormData.get"), name = webidl.converters.USVString(name);
        let idx = this.#state.findIndex((entry) => entry.name === name);
        return idx === -1 ? null : this.#state[idx].value;
      }
      getAll(name) {
        return webidl.brandCheck(this, _FormData), webidl.argumentLengthCheck(arguments, 1, "FormData.getAll"), name = webidl.converters.USVString(name), this.#state.filter((entry) => entry.name === name).map((entry) => entry.value);
      }
      has(name) {
        return webidl.brandCheck(this, _FormData), webidl.argumentLengthCheck(arguments, 1, "FormData.has"), name = webidl.converters.USVString(name), this.#state.findIndex((entry) => entry.name === name) !== -1;
      }
      set(name, value, filename = void 0) {
        webidl.brandCheck(this, _FormData);
        let prefix = "FormData.set";
        webidl.argumentLengthCheck(arguments, 2, prefix), name = webidl.converters.USVString(name), arguments.length === 3 || webidl.is.Blob(value) ? (value = webidl.converters.Blob(value, prefix, "value"), filename !== void 0 && (filename = webidl.converters.USVString(filename))) : value = webidl.converters.USVString(value);
        let entry = makeEntry(name, value, filename), idx = this.#state.findIndex((entry2) => entry2.name === name);
        idx !== -1 ? this.#state = [
          ...this.#state.slice(0, idx),
          entry,
          ...this.#state.slice(idx + 1).filter((entry2) => entry2.name !== name)
        ] : this.#state.push(entry);
      }
      [nodeUtil.inspect.custom](depth, options) {
        let state = this.#state.reduce((a, b) => (a[b.name] ? Array.isArray(a[b.name]) ? a[b.name].push(b.value) : a[b.name] = [a[b.name], b.value] : a[b.name] = b.value, a), { __proto__: null });
        options.depth ??= depth, options.colors ??= !0;
        let output = nodeUtil.formatWithOptions(options, state);
        return `FormData ${output.slice(output.indexOf("]") + 2)}`;
      }
      /**
       * @param {FormData} formData
       */
      static getFormDataState(formData) {
        return formData.#state;
      }
      /**
       * @param {FormData} formData
       * @param {any[]} newState
       */
      static setFormDataState(formData, newState) {
        formData.#state = newState;
      }
    }, { getFormDataState, setFormDataState } = FormData;
    Reflect.deleteProperty(FormData, "getFormDataState");
    Reflect.deleteProperty(FormData, "setFormDataState");
    iteratorMixin("FormData", FormData, getFormDataState, "name", "value");
    Object.defineProperties(FormData.prototype, {
      append: kEnumerableProperty,
      delete: kEnumerableProperty,
      get: kEnumerableProperty,
      getAll: kEnumerableProperty,
      has: kEnumerableProperty,
      set: kEnumerableProperty,
      [Symbol.toStringTag]: {
        value: "FormData",
        configurable: !0
      }
    });
    function makeEntry(name, value, filename) {
      if (typeof value != "string") {
        if (webidl.is.File(value) || (value = new File([value], "blob", { type: value.type })), filename !== void 0) {
          let options = {
            type: value.type,
            lastModified: value.lastModified
          };
          value = new File([value], filename, options);
        }
      }
      return { name, value };
    }
    webidl.is.FormData = webidl.util.MakeTypeAssertion(FormData);
    module.exports = { FormData, makeEntry, setFormDataState };
  }
});

// node_modules/undici/lib/web/fetch/formdata-parser.js
var require_formdata_parser = __commonJS({
  "node_modules/undici/lib/web/fetch/formdata-parser.js"(exports, module) {
    "use strict";
    var { bufferToLowerCasedHeaderName } = require_util(), { HTTP_TOKEN_CODEPOINTS } = require_data_url(), { makeEntry } = require_formdata(), { webidl } = require_webidl(), assert = __require("node:assert"), { isomorphicDecode } = require_infra(), dd = Buffer.from("--"), decoder = new TextDecoder(), decoderIgnoreBOM = new TextDecoder("utf-8", { ignoreBOM: !0 });
    function isAsciiString(chars) {
      for (let i = 0; i < chars.length; ++i)
        if ((chars.charCodeAt(i) & -128) !== 0)
          return !1;
      return !0;
    }
    function validateBoundary(boundary) {
      let length = boundary.length;
      if (length < 27 || length > 70)
        return !1;
      for (let i = 0; i < length; ++i) {
        let cp = boundary.charCodeAt(i);
        if (!(cp >= 48 && cp <= 57 || cp >= 65 && cp <= 90 || cp >= 97 && cp <= 122 || cp === 39 || cp === 45 || cp === 95))
          return !1;
      }
      return !0;
    }
    function multipartFormDataParser(input, mimeType) {
      assert(mimeType !== "failure" && mimeType.essence === "multipart/form-data");
      let boundaryString = mimeType.parameters.get("boundary");
      if (boundaryString === void 0)
        throw parsingError("missing boundary in content-type header");
      let boundary = Buffer.from(`--${boundaryString}`, "utf8"), entryList = [], position = { position: 0 }, firstBoundaryIndex = input.indexOf(boundary);
      if (firstBoundaryIndex === -1)
        throw parsingError("no boundary found in multipart body");
      for (position.position = firstBoundaryIndex; ; ) {
        if (input.subarray(position.position, position.position + boundary.length).equals(boundary))
          position.position += boundary.length;
        else
          throw parsingError("expected a value starting with -- and the boundary");
        if (bufferStartsWith(input, dd, position))
          return entryList;
        if (input[position.position] !== 13 || input[position.position + 1] !== 10)
          throw parsingError("expected CRLF");
        position.position += 2;
        let result = parseMultipartFormDataHeaders(input, position), { name, filename, contentType, encoding } = result;
        position.position += 2;
        let body;
        {
          let boundaryIndex = input.indexOf(boundary.subarray(2), position.position);
          if (boundaryIndex === -1)
            throw parsingError("expected boundary after body");
          body = input.subarray(position.position, boundaryIndex - 4), position.position += body.length, encoding === "base64" && (body = Buffer.from(body.toString(), "base64"));
        }
        if (input[position.position] !== 13 || input[position.position + 1] !== 10)
          throw parsingError("expected CRLF");
        position.position += 2;
        let value;
        filename !== null ? (contentType ??= "text/plain", isAsciiString(contentType) || (contentType = ""), value = new File([body], filename, { type: contentType })) : value = decoderIgnoreBOM.decode(Buffer.from(body)), assert(webidl.is.USVString(name)), assert(typeof value == "string" && webidl.is.USVString(value) || webidl.is.File(value)), entryList.push(makeEntry(name, value, filename));
      }
    }
    function parseContentDispositionAttribute(input, position) {
      input[position.position] === 59 && position.position++, collectASequenceOfBytes(
        (char) => char === 32 || char === 9,
        input,
        position
      );
      let attributeName = collectASequenceOfBytes(
        (char) => isToken2(char) && char !== 61 && char !== 42,
        // not = or *
        input,
        position
      );
      if (attributeName.length === 0)
        return null;
      let attrNameStr = attributeName.toString("ascii").toLowerCase(), isExtended = input[position.position] === 42;
      if (isExtended && position.position++, input[position.position] !== 61)
        return null;
      position.position++, collectASequenceOfBytes(
        (char) => char === 32 || char === 9,
        input,
        position
      );
      let value;
      if (isExtended) {
        let headerValue = collectASequenceOfBytes(
          (char) => char !== 32 && char !== 13 && char !== 10 && char !== 59,
          // not space, CRLF, or ;
          input,
          position
        );
        if (headerValue[0] !== 117 && headerValue[0] !== 85 || // u or U
        headerValue[1] !== 116 && headerValue[1] !== 84 || // t or T
        headerValue[2] !== 102 && headerValue[2] !== 70 || // f or F
        headerValue[3] !== 45 || // -
        headerValue[4] !== 56)
          throw parsingError("unknown encoding, expected utf-8''");
        value = decodeURIComponent(decoder.decode(headerValue.subarray(7)));
      } else if (input[position.position] === 34) {
        position.position++;
        let quotedValue = collectASequenceOfBytes(
          (char) => char !== 10 && char !== 13 && char !== 34,
          // not LF, CR, or "
          input,
          position
        );
        if (input[position.position] !== 34)
          throw parsingError("Closing quote not found");
        position.position++, value = decoder.decode(quotedValue).replace(/%0A/ig, `
`).replace(/%0D/ig, "\r").replace(/%22/g, '"');
      } else {
        let tokenValue = collectASequenceOfBytes(
          (char) => isToken2(char) && char !== 59,
          // not ;
          input,
          position
        );
        value = decoder.decode(tokenValue);
      }
      return { name: attrNameStr, value, extended: isExtended };
    }
    function parseMultipartFormDataHeaders(input, position) {
      let name = null, filename = null, contentType = null, encoding = null;
      for (; ; ) {
        if (input[position.position] === 13 && input[position.position + 1] === 10) {
          if (name === null)
            throw parsingError("header name is null");
          return { name, filename, contentType, encoding };
        }
        let headerName = collectASequenceOfBytes(
          (char) => char !== 10 && char !== 13 && char !== 58,
          input,
          position
        );
        if (headerName = removeChars(headerName, !0, !0, (char) => char === 9 || char === 32), !HTTP_TOKEN_CODEPOINTS.test(headerName.toString()))
          throw parsingError("header name does not match the field-name token production");
        if (input[position.position] !== 58)
          throw parsingError("expected :");
        switch (position.position++, collectASequenceOfBytes(
          (char) => char === 32 || char === 9,
          input,
          position
        ), bufferToLowerCasedHeaderName(headerName)) {
          case "content-disposition": {
            name = filename = null;
            let filenameIsExtended = !1;
            if (collectASequenceOfBytes(
              (char) => isToken2(char),
              input,
              position
            ).toString("ascii").toLowerCase() !== "form-data")
              throw parsingError("expected form-data for content-disposition header");
            for (; position.position < input.length && (input[position.position] !== 13 || input[position.position + 1] !== 10); ) {
              let attribute = parseContentDispositionAttribute(input, position);
              if (!attribute)
                break;
              attribute.name === "name" ? name = attribute.value : attribute.name === "filename" && (attribute.extended ? (filename = attribute.value, filenameIsExtended = !0) : filenameIsExtended || (filename = attribute.value));
            }
            if (name === null)
              throw parsingError("name attribute is required in content-disposition header");
            break;
          }
          case "content-type": {
            let headerValue = collectASequenceOfBytes(
              (char) => char !== 10 && char !== 13,
              input,
              position
            );
            headerValue = removeChars(headerValue, !1, !0, (char) => char === 9 || char === 32), contentType = isomorphicDecode(headerValue);
            break;
          }
          case "content-transfer-encoding": {
            let headerValue = collectASequenceOfBytes(
              (char) => char !== 10 && char !== 13,
              input,
              position
            );
            headerValue = removeChars(headerValue, !1, !0, (char) => char === 9 || char === 32), encoding = isomorphicDecode(headerValue);
            break;
          }
          default:
            collectASequenceOfBytes(
              (char) => char !== 10 && char !== 13,
              input,
              position
            );
        }
        if (input[position.position] !== 13 || input[position.position + 1] !== 10)
          throw parsingError("expected CRLF");
        position.position += 2;
      }
    }
    function collectASequenceOfBytes(condition, input, position) {
      let start2 = position.position;
      for (; start2 < input.length && condition(input[start2]); )
        ++start2;
      return input.subarray(position.position, position.position = start2);
    }
    function removeChars(buf, leading, trailing, predicate) {
      let lead = 0, trail = buf.length - 1;
      if (leading)
        for (; lead < buf.length && predicate(buf[lead]); ) lead++;
      if (trailing)
        for (; trail > 0 && predicate(buf[trail]); ) trail--;
      return lead === 0 && trail === buf.length - 1 ? buf : buf.subarray(lead, trail + 1);
    }
    function bufferStartsWith(buffer, start2, position) {
      if (buffer.length < start2.length)
        return !1;
      for (let i = 0; i < start2.length; i++)
        if (start2[i] !== buffer[position.position + i])
          return !1;
      return !0;
    }
    function parsingError(cause) {
      return new TypeError("Failed to parse body as FormData.", { cause: new TypeError(cause) });
    }
    function isCTL(char) {
      return char <= 31 || char === 127;
    }
    function isTSpecial(char) {
      return char === 40 || // (
      char === 41 || // )
      char === 60 || // <
      char === 62 || // >
      char === 64 || // @
      char === 44 || // ,
      char === 59 || // ;
      char === 58 || // :
      char === 92 || // \
      char === 34 || // "
      char === 47 || // /
      char === 91 || // [
      char === 93 || // ]
      char === 63 || // ?
      char === 61;
    }
    function isToken2(char) {
      return char <= 127 && // ascii
      char !== 32 && // space
      char !== 9 && !isCTL(char) && !isTSpecial(char);
    }
    module.exports = {
      multipartFormDataParser,
      validateBoundary
    };
  }
});

// node_modules/undici/lib/util/promise.js
var require_promise = __commonJS({
  "node_modules/undici/lib/util/promise.js"(exports, module) {
    "use strict";
    function createDeferredPromise() {
      let res, rej;
      return { promise: new Promise((resolve2, reject) => {
        res = resolve2, rej = reject;
      }), resolve: res, reject: rej };
    }
    module.exports = {
      createDeferredPromise
    };
  }
});

// node_modules/undici/lib/web/fetch/body.js
var require_body = __commonJS({
  "node_modules/undici/lib/web/fetch/body.js"(exports, module) {
    "use strict";
    var util = require_util(), {
      ReadableStreamFrom,
      readableStreamClose,
      fullyReadBody,
      extractMimeType
    } = require_util2(), { FormData, setFormDataState } = require_formdata(), { webidl } = require_webidl(), assert = __require("node:assert"), { isErrored, isDisturbed } = __require("node:stream"), { isUint8Array } = __require("node:util/types"), { serializeAMimeType } = require_data_url(), { multipartFormDataParser } = require_formdata_parser(), { createDeferredPromise } = require_promise(), { parseJSONFromBytes } = require_infra(), { utf8DecodeBytes } = require_encoding(), { runtimeFeatures } = require_runtime_features(), random = runtimeFeatures.has("crypto") ? __require("node:crypto").randomInt : (max) => Math.floor(Math.random() * max), textEncoder = new TextEncoder();
    function noop() {
    }
    var streamRegistry = new FinalizationRegistry((weakRef) => {
      let stream = weakRef.deref();
      stream && !stream.locked && !isDisturbed(stream) && !isErrored(stream) && stream.cancel("Response object has been garbage collected").catch(noop);
    });
    function extractBody(object, keepalive = !1) {
      let stream = null;
      webidl.is.ReadableStream(object) ? stream = object : webidl.is.Blob(object) ? stream = object.stream() : stream = new ReadableStream({
        start() {
        },
        async pull(controller) {
          let result = action(), iterator = result?.[Symbol.asyncIterator]?.();
          if (iterator == null) {
            result?.length && !isErrored(stream) && controller.enqueue(typeof result == "string" ? textEncoder.encode(result) : new Uint8Array(result)), queueMicrotask(() => readableStreamClose(controller));
            return;
          }
          for (; ; ) {
            let { value, done } = await iterator.next();
            if (done) {
              queueMicrotask(() => readableStreamClose(controller));
              return;
            }
            if (value.length && !isErrored(stream)) {
              controller.enqueue(new Uint8Array(value));
              return;
            }
          }
        },
        cancel(reason) {
          return action()[Symbol.asyncIterator]?.().return(reason);
        },
        type: "bytes"
      }), assert(webidl.is.ReadableStream(stream));
      let action = null, source = null, length = null, type = null;
      if (typeof object == "string")
        source = object, type = "text/plain;charset=UTF-8";
      else if (webidl.is.URLSearchParams(object))
        source = object.toString(), type = "application/x-www-form-urlencoded;charset=UTF-8";
      else if (webidl.is.BufferSource(object))
        source = webidl.util.getCopyOfBytesHeldByBufferSource(object);
      else if (webidl.is.FormData(object)) {
        let boundary = `----formdata-undici-0${`${random(1e11)}`.padStart(11, "0")}`, prefix = `--${boundary}\r
Content-Disposition: form-data`;
        let formdataEscape = (str) => str.replace(/\n/g, "%0A").replace(/\r/g, "%0D").replace(/"/g, "%22"), normalizeLinefeeds = (value) => value.replace(/\r?\n|\r/g, `\r
`), blobParts = [], rn = new Uint8Array([13, 10]);
        length = 0;
        let hasUnknownSizeValue = !1;
        for (let [name, value] of object)
          if (typeof value == "string") {
            let chunk2 = textEncoder.encode(prefix + `; name="${formdataEscape(normalizeLinefeeds(name))}"\r
\r
${normalizeLinefeeds(value)}\r
`);
            blobParts.push(chunk2), length += chunk2.byteLength;
          } else {
            let chunk2 = textEncoder.encode(`${prefix}; name="${formdataEscape(normalizeLinefeeds(name))}"` + (value.name ? `; filename="${formdataEscape(value.name)}"` : "") + `\r
Content-Type: ${value.type || "application/octet-stream"}\r
\r
`);
            blobParts.push(chunk2, value, rn), typeof value.size == "number" ? length += chunk2.byteLength + value.size + rn.byteLength : hasUnknownSizeValue = !0;
          }
        let chunk = textEncoder.encode(`--${boundary}--\r
`);
        blobParts.push(chunk), length += chunk.byteLength, hasUnknownSizeValue && (length = null), source = object;
        let parts = (async function* () {
          for (let part of blobParts)
            part.stream ? yield* part.stream() : yield part;
        })();
        action = () => parts, type = `multipart/form-data; boundary=${boundary}`;
      } else if (webidl.is.Blob(object))
        source = object, length = object.size, object.type && (type = object.type);
      else if (typeof object[Symbol.asyncIterator] == "function") {
        if (keepalive)
          throw new TypeError("keepalive");
        if (util.isDisturbed(object) || object.locked)
          throw new TypeError(
            "Response body object should not be disturbed or locked"
          );
        stream = webidl.is.ReadableStream(object) ? object : ReadableStreamFrom(object);
      }
      return (typeof source == "string" || isUint8Array(source)) && (action = () => source, length = typeof source == "string" ? Buffer.byteLength(source) : source.length), [{ stream, source, length }, type];
    }
    function safelyExtractBody(object, keepalive = !1) {
      return webidl.is.ReadableStream(object) && (assert(!util.isDisturbed(object), "The body has already been consumed."), assert(!object.locked, "The stream is locked.")), extractBody(object, keepalive);
    }
    function cloneBody(body) {
      let { 0: out1, 1: out2 } = body.stream.tee();
      return body.stream = out1, {
        stream: out2,
        length: body.length,
        source: body.source
      };
    }
    function bodyMixinMethods(instance, getInternalState) {
      return {
        blob() {
          return consumeBody(this, (bytes) => {
            let mimeType = bodyMimeType(getInternalState(this));
            return mimeType === null ? mimeType = "" : mimeType && (mimeType = serializeAMimeType(mimeType)), new Blob([bytes], { type: mimeType });
          }, instance, getInternalState);
        },
        arrayBuffer() {
          return consumeBody(this, (bytes) => new Uint8Array(bytes).buffer, instance, getInternalState);
        },
        text() {
          return consumeBody(this, utf8DecodeBytes, instance, getInternalState);
        },
        json() {
          return consumeBody(this, parseJSONFromBytes, instance, getInternalState);
        },
        formData() {
          return consumeBody(this, (value) => {
            let mimeType = bodyMimeType(getInternalState(this));
            if (mimeType !== null)
              switch (mimeType.essence) {
                case "multipart/form-data": {
                  let parsed5 = multipartFormDataParser(value, mimeType), fd = new FormData();
                  return setFormDataState(fd, parsed5), fd;
                }
                case "application/x-www-form-urlencoded": {
                  let entries = new URLSearchParams(value.toString()), fd = new FormData();
                  for (let [name, value2] of entries)
                    fd.append(name, value2);
                  return fd;
                }
              }
            throw new TypeError(
              'Content-Type was not one of "multipart/form-data" or "application/x-www-form-urlencoded".'
            );
          }, instance, getInternalState);
        },
        bytes() {
          return consumeBody(this, (bytes) => new Uint8Array(bytes), instance, getInternalState);
        }
      };
    }
    function mixinBody(prototype, getInternalState) {
      Object.assign(prototype.prototype, bodyMixinMethods(prototype, getInternalState));
    }
    function consumeBody(object, convertBytesToJSValue, instance, getInternalState) {
      try {
        webidl.brandCheck(object, instance);
      } catch (e) {
        return Promise.reject(e);
      }
      if (object = getInternalState(object), bodyUnusable(object))
        return Promise.reject(new TypeError("Body is unusable: Body has already been read"));
      let promise = createDeferredPromise(), errorSteps = promise.reject, successSteps = (data) => {
        try {
          promise.resolve(convertBytesToJSValue(data));
        } catch (e) {
          errorSteps(e);
        }
      };
      return object.body == null ? (successSteps(Buffer.allocUnsafe(0)), promise.promise) : (fullyReadBody(object.body, successSteps, errorSteps), promise.promise);
    }
    function bodyUnusable(object) {
      let body = object.body;
      return body != null && (body.stream.locked || util.isDisturbed(body.stream));
    }
    function bodyMimeType(requestOrResponse) {
      let headers = requestOrResponse.headersList, mimeType = extractMimeType(headers);
      return mimeType === "failure" ? null : mimeType;
    }
    module.exports = {
      extractBody,
      safelyExtractBody,
      cloneBody,
      mixinBody,
      streamRegistry,
      bodyUnusable
    };
  }
});

// node_modules/undici/lib/dispatcher/client-h1.js
var require_client_h1 = __commonJS({
  "node_modules/undici/lib/dispatcher/client-h1.js"(exports, module) {
    "use strict";
    var assert = __require("node:assert"), util = require_util(), { channels } = require_diagnostics(), timers = require_timers(), {
      RequestContentLengthMismatchError,
      ResponseContentLengthMismatchError,
      RequestAbortedError,
      InvalidArgumentError,
      HeadersTimeoutError,
      HeadersOverflowError,
      SocketError,
      InformationalError,
      BodyTimeoutError,
      HTTPParserError,
      ResponseExceededMaxSizeError
    } = require_errors(), {
      kUrl,
      kReset,
      kClient,
      kParser,
      kBlocking,
      kRunning,
      kPending,
      kSize,
      kWriting,
      kQueue,
      kNoRef,
      kKeepAliveDefaultTimeout,
      kHostHeader,
      kPendingIdx,
      kRunningIdx,
      kError,
      kPipelining,
      kSocket,
      kKeepAliveTimeoutValue,
      kMaxHeadersSize,
      kKeepAliveMaxTimeout,
      kKeepAliveTimeoutThreshold,
      kHeadersTimeout,
      kBodyTimeout,
      kStrictContentLength,
      kMaxRequests,
      kCounter,
      kMaxResponseSize,
      kOnError,
      kResume,
      kHTTPContext,
      kClosed
    } = require_symbols(), constants5 = require_constants3(), EMPTY_BUF = Buffer.alloc(0), FastBuffer = Buffer[Symbol.species], removeAllListeners = util.removeAllListeners, kIdleSocketValidation = /* @__PURE__ */ Symbol("kIdleSocketValidation"), kIdleSocketValidationTimeout = /* @__PURE__ */ Symbol("kIdleSocketValidationTimeout"), kSocketUsed = /* @__PURE__ */ Symbol("kSocketUsed"), kTypeOfService = /* @__PURE__ */ Symbol("kTypeOfService"), extractBody;
    function lazyllhttp() {
      let llhttpWasmData = process.env.JEST_WORKER_ID ? require_llhttp_wasm() : void 0, mod, useWasmSIMD = !0;
      if (process.arch === "ppc64") {
        let [major, minor] = process.versions.node.split(".").map((n) => parseInt(n, 10));
        (major < 24 || major === 24 && minor < 12) && (useWasmSIMD = !1);
      }
      if (process.env.UNDICI_NO_WASM_SIMD === "1" ? useWasmSIMD = !1 : process.env.UNDICI_NO_WASM_SIMD === "0" && (useWasmSIMD = !0), useWasmSIMD)
        try {
          mod = new WebAssembly.Module(require_llhttp_simd_wasm());
        } catch {
        }
      return mod || (mod = new WebAssembly.Module(llhttpWasmData || require_llhttp_wasm())), new WebAssembly.Instance(mod, {
        env: {
          /**
           * @param {number} p
           * @param {number} at
           * @param {number} len
           * @returns {number}
           */
          wasm_on_url: (p, at, len) => 0,
          /**
           * @param {number} p
           * @param {number} at
           * @param {number} len
           * @returns {number}
           */
          wasm_on_status: (p, at, len) => {
            assert(currentParser.ptr === p);
            let start2 = at - currentBufferPtr + currentBufferRef.byteOffset;
            return currentParser.onStatus(new FastBuffer(currentBufferRef.buffer, start2, len));
          },
          /**
           * @param {number} p
           * @returns {number}
           */
          wasm_on_message_begin: (p) => (assert(currentParser.ptr === p), currentParser.onMessageBegin()),
          /**
           * @param {number} p
           * @param {number} at
           * @param {number} len
           * @returns {number}
           */
          wasm_on_header_field: (p, at, len) => {
            assert(currentParser.ptr === p);
            let start2 = at - currentBufferPtr + currentBufferRef.byteOffset;
            return currentParser.onHeaderField(new FastBuffer(currentBufferRef.buffer, start2, len));
          },
          /**
           * @param {number} p
           * @param {number} at
           * @param {number} len
           * @returns {number}
           */
          wasm_on_header_value: (p, at, len) => {
            assert(currentParser.ptr === p);
            let start2 = at - currentBufferPtr + currentBufferRef.byteOffset;
            return currentParser.onHeaderValue(new FastBuffer(currentBufferRef.buffer, start2, len));
          },
          /**
           * @param {number} p
           * @param {number} statusCode
           * @param {0|1} upgrade
           * @param {0|1} shouldKeepAlive
           * @returns {number}
           */
          wasm_on_headers_complete: (p, statusCode, upgrade, shouldKeepAlive) => (assert(currentParser.ptr === p), currentParser.onHeadersComplete(statusCode, upgrade === 1, shouldKeepAlive === 1)),
          /**
           * @param {number} p
           * @param {number} at
           * @param {number} len
           * @returns {number}
           */
          wasm_on_body: (p, at, len) => {
            assert(currentParser.ptr === p);
            let start2 = at - currentBufferPtr + currentBufferRef.byteOffset;
            return currentParser.onBody(new FastBuffer(currentBufferRef.buffer, start2, len));
          },
          /**
           * @param {number} p
           * @returns {number}
           */
          wasm_on_message_complete: (p) => (assert(currentParser.ptr === p), currentParser.onMessageComplete())
        }
      });
    }
    var llhttpInstance = null, currentParser = null, currentBufferRef = null, currentBufferSize = 0, currentBufferPtr = null, USE_NATIVE_TIMER = 0, USE_FAST_TIMER = 1, TIMEOUT_HEADERS = 2 | USE_FAST_TIMER, TIMEOUT_BODY = 4 | USE_FAST_TIMER, TIMEOUT_KEEP_ALIVE = 8 | USE_NATIVE_TIMER, Parser = class {
      /**
         * @param {import('./client.js')} client
         * @param {import('net').Socket} socket
         * @param {*} llhttp
         */
      constructor(client, socket, { exports: exports2 }) {
        this.llhttp = exports2, this.ptr = this.llhttp.llhttp_alloc(constants5.TYPE.RESPONSE), this.client = client, this.socket = socket, this.timeout = null, this.timeoutWeakRef = new WeakRef(this), this.timeoutValue = null, this.timeoutType = null, this.statusCode = 0, this.statusText = "", this.upgrade = !1, this.headers = [], this.headersSize = 0, this.headersMaxSize = client[kMaxHeadersSize], this.shouldKeepAlive = !1, this.paused = !1, this.resume = this.resume.bind(this), this.bytesRead = 0, this.keepAlive = "", this.contentLength = "", this.connection = "", this.maxResponseSize = client[kMaxResponseSize];
      }
      setTimeout(delay, type) {
        delay !== this.timeoutValue || type & USE_FAST_TIMER ^ this.timeoutType & USE_FAST_TIMER ? (this.timeout && (timers.clearTimeout(this.timeout), this.timeout = null), delay && (type & USE_FAST_TIMER ? this.timeout = timers.setFastTimeout(onParserTimeout, delay, this.timeoutWeakRef) : (this.timeout = setTimeout(onParserTimeout, delay, this.timeoutWeakRef), this.timeout?.unref())), this.timeoutValue = delay) : this.timeout && this.timeout.refresh && this.timeout.refresh(), this.timeoutType = type;
      }
      resume() {
        this.socket.destroyed || !this.paused || (assert(this.ptr != null), assert(currentParser === null), this.llhttp.llhttp_resume(this.ptr), assert(this.timeoutType === TIMEOUT_BODY), this.timeout && this.timeout.refresh && this.timeout.refresh(), this.paused = !1, this.execute(this.socket.read() || EMPTY_BUF), this.readMore());
      }
      readMore() {
        for (; !this.paused && this.ptr; ) {
          let chunk = this.socket.read();
          if (chunk === null)
            break;
          this.execute(chunk);
        }
      }
      /**
       * @param {Buffer} chunk
       */
      execute(chunk) {
        assert(currentParser === null), assert(this.ptr != null), assert(!this.paused);
        let { socket, llhttp } = this;
        chunk.length > currentBufferSize && (currentBufferPtr && llhttp.free(currentBufferPtr), currentBufferSize = Math.ceil(chunk.length / 4096) * 4096, currentBufferPtr = llhttp.malloc(currentBufferSize)), new Uint8Array(llhttp.memory.buffer, currentBufferPtr, currentBufferSize).set(chunk);
        try {
          let ret;
          try {
            currentBufferRef = chunk, currentParser = this, ret = llhttp.llhttp_execute(this.ptr, currentBufferPtr, chunk.length);
          } finally {
            currentParser = null, currentBufferRef = null;
          }
          if (ret !== constants5.ERROR.OK) {
            let data = chunk.subarray(llhttp.llhttp_get_error_pos(this.ptr) - currentBufferPtr);
            if (ret === constants5.ERROR.PAUSED_UPGRADE)
              this.onUpgrade(data);
            else if (ret === constants5.ERROR.PAUSED)
              this.paused = !0, socket.unshift(data);
            else
              throw this.createError(ret, data);
          }
        } catch (err) {
          util.destroy(socket, err);
        }
      }
      finish() {
        assert(currentParser === null), assert(this.ptr != null), assert(!this.paused);
        let { llhttp } = this, ret;
        try {
          currentParser = this, ret = llhttp.llhttp_finish(this.ptr);
        } finally {
          currentParser = null;
        }
        return ret === constants5.ERROR.OK ? null : ret === constants5.ERROR.PAUSED || ret === constants5.ERROR.PAUSED_UPGRADE ? (this.paused = !0, null) : this.createError(ret, EMPTY_BUF);
      }
      createError(ret, data) {
        let { llhttp, contentLength, bytesRead } = this;
        if (contentLength && bytesRead !== parseInt(contentLength, 10))
          return new ResponseContentLengthMismatchError();
        let ptr = llhttp.llhttp_get_error_reason(this.ptr), message = "";
        if (ptr) {
          let len = new Uint8Array(llhttp.memory.buffer, ptr).indexOf(0);
          message = "Response does not match the HTTP/1.1 protocol (" + Buffer.from(llhttp.memory.buffer, ptr, len).toString() + ")";
        }
        return new HTTPParserError(message, constants5.ERROR[ret], data);
      }
      destroy() {
        assert(currentParser === null), assert(this.ptr != null), this.llhttp.llhttp_free(this.ptr), this.ptr = null, this.timeout && timers.clearTimeout(this.timeout), this.timeout = null, this.timeoutValue = null, this.timeoutType = null, this.paused = !1;
      }
      /**
       * @param {Buffer} buf
       * @returns {0}
       */
      onStatus(buf) {
        return this.statusText = buf.toString(), 0;
      }
      /**
       * @returns {0|-1}
       */
      onMessageBegin() {
        let { socket, client } = this;
        if (socket.destroyed)
          return -1;
        if (client[kRunning] === 0)
          return util.destroy(socket, new SocketError("bad response", util.getSocketInfo(socket))), -1;
        let request = client[kQueue][client[kRunningIdx]];
        return request ? (request.onResponseStarted(), 0) : -1;
      }
      /**
       * @param {Buffer} buf
       * @returns {number}
       */
      onHeaderField(buf) {
        let len = this.headers.length;
        return (len & 1) === 0 ? this.headers.push(buf) : this.headers[len - 1] = Buffer.concat([this.headers[len - 1], buf]), this.trackHeader(buf.length), 0;
      }
      /**
       * @param {Buffer} buf
       * @returns {number}
       */
      onHeaderValue(buf) {
        let len = this.headers.length;
        (len & 1) === 1 ? (this.headers.push(buf), len += 1) : this.headers[len - 1] = Buffer.concat([this.headers[len - 1], buf]);
        let key = this.headers[len - 2];
        if (key.length === 10) {
          let headerName = util.bufferToLowerCasedHeaderName(key);
          headerName === "keep-alive" ? this.keepAlive += buf.toString() : headerName === "connection" && (this.connection += buf.toString());
        } else key.length === 14 && util.bufferToLowerCasedHeaderName(key) === "content-length" && (this.contentLength += buf.toString());
        return this.trackHeader(buf.length), 0;
      }
      /**
       * @param {number} len
       */
      trackHeader(len) {
        this.headersSize += len, this.headersSize >= this.headersMaxSize && util.destroy(this.socket, new HeadersOverflowError());
      }
      /**
       * @param {Buffer} head
       */
      onUpgrade(head) {
        let { upgrade, client, socket, headers, statusCode, statusText } = this;
        assert(upgrade), assert(client[kSocket] === socket), assert(!socket.destroyed), assert(!this.paused), assert((headers.length & 1) === 0);
        let request = client[kQueue][client[kRunningIdx]];
        assert(request), assert(request.upgrade || request.method === "CONNECT"), this.statusCode = 0, this.statusText = "", this.shouldKeepAlive = !1, this.headers = [], this.headersSize = 0, socket.unshift(head), socket[kParser].destroy(), socket[kParser] = null, socket[kClient] = null, socket[kError] = null, removeAllListeners(socket), client[kSocket] = null, client[kHTTPContext] = null, client[kQueue][client[kRunningIdx]++] = null, client.emit("disconnect", client[kUrl], [client], new InformationalError("upgrade"));
        try {
          request.onUpgrade(statusCode, headers, socket, statusText);
        } catch (err) {
          util.errorRequest(client, request, err), util.destroy(socket, err);
        }
        client[kResume]();
      }
      /**
       * @param {number} statusCode
       * @param {boolean} upgrade
       * @param {boolean} shouldKeepAlive
       * @returns {number}
       */
      onHeadersComplete(statusCode, upgrade, shouldKeepAlive) {
        let { client, socket, headers, statusText } = this;
        if (socket.destroyed)
          return -1;
        if (client[kRunning] === 0)
          return util.destroy(socket, new SocketError("bad response", util.getSocketInfo(socket))), -1;
        let request = client[kQueue][client[kRunningIdx]];
        if (!request)
          return -1;
        if (assert(!this.upgrade), assert(this.statusCode < 200), statusCode === 100)
          return util.destroy(socket, new SocketError("bad response", util.getSocketInfo(socket))), -1;
        if (upgrade && !request.upgrade)
          return util.destroy(socket, new SocketError("bad upgrade", util.getSocketInfo(socket))), -1;
        if (assert(this.timeoutType === TIMEOUT_HEADERS), this.statusCode = statusCode, this.shouldKeepAlive = shouldKeepAlive || // Override llhttp value which does not allow keepAlive for HEAD.
        request.method === "HEAD" && !socket[kReset] && this.connection.toLowerCase() === "keep-alive", this.statusCode >= 200) {
          let bodyTimeout = request.bodyTimeout != null ? request.bodyTimeout : client[kBodyTimeout];
          this.setTimeout(bodyTimeout, TIMEOUT_BODY);
        } else this.timeout && this.timeout.refresh && this.timeout.refresh();
        if (request.method === "CONNECT")
          return assert(client[kRunning] === 1), this.upgrade = !0, 2;
        if (upgrade)
          return assert(client[kRunning] === 1), this.upgrade = !0, 2;
        if (assert((this.headers.length & 1) === 0), this.headers = [], this.headersSize = 0, this.shouldKeepAlive && client[kPipelining]) {
          let keepAliveTimeout = this.keepAlive ? util.parseKeepAliveTimeout(this.keepAlive) : null;
          if (keepAliveTimeout != null) {
            let timeout = Math.min(
              keepAliveTimeout - client[kKeepAliveTimeoutThreshold],
              client[kKeepAliveMaxTimeout]
            );
            timeout <= 0 ? socket[kReset] = !0 : client[kKeepAliveTimeoutValue] = timeout;
          } else
            client[kKeepAliveTimeoutValue] = client[kKeepAliveDefaultTimeout];
        } else
          socket[kReset] = !0;
        let pause = request.onHeaders(statusCode, headers, this.resume, statusText) === !1;
        return request.aborted ? -1 : request.method === "HEAD" || statusCode < 200 ? 1 : (socket[kBlocking] && (socket[kBlocking] = !1, client[kResume]()), pause ? constants5.ERROR.PAUSED : 0);
      }
      /**
       * @param {Buffer} buf
       * @returns {number}
       */
      onBody(buf) {
        let { client, socket, statusCode, maxResponseSize } = this;
        if (socket.destroyed)
          return -1;
        let request = client[kQueue][client[kRunningIdx]];
        return assert(request), assert(this.timeoutType === TIMEOUT_BODY), this.timeout && this.timeout.refresh && this.timeout.refresh(), assert(statusCode >= 200), maxResponseSize > -1 && this.bytesRead + buf.length > maxResponseSize ? (util.destroy(socket, new ResponseExceededMaxSizeError()), -1) : (this.bytesRead += buf.length, request.onData(buf) === !1 ? constants5.ERROR.PAUSED : 0);
      }
      /**
       * @returns {number}
       */
      onMessageComplete() {
        let { client, socket, statusCode, upgrade, headers, contentLength, bytesRead, shouldKeepAlive } = this;
        if (socket.destroyed && (!statusCode || shouldKeepAlive))
          return -1;
        if (upgrade)
          return 0;
        assert(statusCode >= 100), assert((this.headers.length & 1) === 0);
        let request = client[kQueue][client[kRunningIdx]];
        if (assert(request), this.statusCode = 0, this.statusText = "", this.bytesRead = 0, this.contentLength = "", this.keepAlive = "", this.connection = "", this.headers = [], this.headersSize = 0, statusCode < 200)
          return 0;
        if (request.method !== "HEAD" && contentLength && bytesRead !== parseInt(contentLength, 10))
          return util.destroy(socket, new ResponseContentLengthMismatchError()), -1;
        if (request.onComplete(headers), client[kQueue][client[kRunningIdx]++] = null, socket[kSocketUsed] = client[kPending] === 0, socket[kWriting])
          return assert(client[kRunning] === 0), util.destroy(socket, new InformationalError("reset")), constants5.ERROR.PAUSED;
        if (shouldKeepAlive) {
          if (socket[kReset] && client[kRunning] === 0)
            return util.destroy(socket, new InformationalError("reset")), constants5.ERROR.PAUSED;
          client[kPipelining] == null || client[kPipelining] === 1 ? setImmediate(client[kResume]) : client[kResume]();
        } else return util.destroy(socket, new InformationalError("reset")), constants5.ERROR.PAUSED;
        return 0;
      }
    };
    function onParserTimeout(parserWeakRef) {
      let parser = parserWeakRef.deref();
      if (!parser)
        return;
      let { socket, timeoutType, client, paused } = parser;
      timeoutType === TIMEOUT_HEADERS ? (!socket[kWriting] || socket.writableNeedDrain || client[kRunning] > 1) && (assert(!paused, "cannot be paused while waiting for headers"), util.destroy(socket, new HeadersTimeoutError())) : timeoutType === TIMEOUT_BODY ? paused || util.destroy(socket, new BodyTimeoutError()) : timeoutType === TIMEOUT_KEEP_ALIVE && (assert(client[kRunning] === 0 && client[kKeepAliveTimeoutValue]), util.destroy(socket, new InformationalError("socket idle timeout")));
    }
    function connectH1(client, socket) {
      if (client[kSocket] = socket, llhttpInstance || (llhttpInstance = lazyllhttp()), socket.errored)
        throw socket.errored;
      if (socket.destroyed)
        throw new SocketError("destroyed");
      return socket[kNoRef] = !1, socket[kWriting] = !1, socket[kReset] = !1, socket[kBlocking] = !1, socket[kIdleSocketValidation] = 0, socket[kIdleSocketValidationTimeout] = null, socket[kSocketUsed] = !1, socket[kParser] = new Parser(client, socket, llhttpInstance), util.addListener(socket, "error", onHttpSocketError), util.addListener(socket, "readable", onHttpSocketReadable), util.addListener(socket, "end", onHttpSocketEnd), util.addListener(socket, "close", onHttpSocketClose), socket[kClosed] = !1, socket.on("close", onSocketClose), {
        version: "h1",
        defaultPipelining: 1,
        write(request) {
          return writeH1(client, request);
        },
        resume() {
          resumeH1(client);
        },
        /**
         * @param {Error|undefined} err
         * @param {() => void} callback
         */
        destroy(err, callback) {
          socket[kClosed] ? queueMicrotask(callback) : (socket.on("close", callback), socket.destroy(err));
        },
        /**
         * @returns {boolean}
         */
        get destroyed() {
          return socket.destroyed;
        },
        /**
         * @param {import('../core/request.js')} request
         * @returns {boolean}
         */
        busy(request) {
          return !!(socket[kWriting] || socket[kReset] || socket[kBlocking] || socket[kIdleSocketValidation] === 1 || request && (client[kRunning] > 0 && !request.idempotent || client[kRunning] > 0 && (request.upgrade || request.method === "CONNECT") || client[kRunning] > 0 && util.bodyLength(request.body) !== 0 && (util.isStream(request.body) || util.isAsyncIterable(request.body) || util.isFormDataLike(request.body))));
        }
      };
    }
    function onHttpSocketError(err) {
      let parser = this[kParser];
      if (err.code === "ECONNRESET" && parser.statusCode && !parser.shouldKeepAlive) {
        let parserErr = parser.finish();
        parserErr && (this[kError] = parserErr, this[kClient][kOnError](parserErr));
        return;
      }
      this[kError] = err, this[kClient][kOnError](err);
    }
    function onHttpSocketReadable() {
      this[kParser]?.readMore();
    }
    function onHttpSocketEnd() {
      let parser = this[kParser];
      if (parser.statusCode && !parser.shouldKeepAlive) {
        let parserErr = parser.finish();
        parserErr && util.destroy(this, parserErr);
        return;
      }
      util.destroy(this, new SocketError("other side closed", util.getSocketInfo(this)));
    }
    function onHttpSocketClose() {
      let parser = this[kParser];
      clearIdleSocketValidation(this), parser && (!this[kError] && parser.statusCode && !parser.shouldKeepAlive && (this[kError] = parser.finish() || this[kError]), this[kParser].destroy(), this[kParser] = null);
      let err = this[kError] || new SocketError("closed", util.getSocketInfo(this)), client = this[kClient];
      if (client[kSocket] = null, client[kHTTPContext] = null, client.destroyed) {
        assert(client[kPending] === 0);
        let requests = client[kQueue].splice(client[kRunningIdx]);
        for (let i = 0; i < requests.length; i++) {
          let request = requests[i];
          util.errorRequest(client, request, err);
        }
      } else if (client[kRunning] > 0 && err.code !== "UND_ERR_INFO") {
        let request = client[kQueue][client[kRunningIdx]];
        client[kQueue][client[kRunningIdx]++] = null, util.errorRequest(client, request, err);
      }
      client[kPendingIdx] = client[kRunningIdx], assert(client[kRunning] === 0), client.emit("disconnect", client[kUrl], [client], err), client[kResume]();
    }
    function onSocketClose() {
      this[kClosed] = !0;
    }
    function clearIdleSocketValidation(socket) {
      socket[kIdleSocketValidationTimeout] && (clearImmediate(socket[kIdleSocketValidationTimeout]), socket[kIdleSocketValidationTimeout] = null), socket[kIdleSocketValidation] = 0;
    }
    function scheduleIdleSocketValidation(client, socket) {
      socket[kIdleSocketValidation] = 1, socket[kIdleSocketValidationTimeout] = setImmediate(() => {
        socket[kIdleSocketValidationTimeout] = null, socket[kIdleSocketValidation] = 2, client[kSocket] === socket && !socket.destroyed && client[kResume]();
      });
    }
    function resumeH1(client) {
      let socket = client[kSocket];
      if (socket && !socket.destroyed) {
        if (client[kSize] === 0 ? !socket[kNoRef] && socket.unref && (socket.unref(), socket[kNoRef] = !0) : socket[kNoRef] && socket.ref && (socket.ref(), socket[kNoRef] = !1), client[kRunning] === 0 && client[kPending] > 0 && socket[kSocketUsed]) {
          if (socket[kIdleSocketValidation] === 0)
            return scheduleIdleSocketValidation(client, socket), socket[kParser].readMore(), socket.destroyed, void 0;
          if (socket[kIdleSocketValidation] === 1)
            return socket[kParser].readMore(), socket.destroyed, void 0;
        }
        if (client[kRunning] === 0 && (socket[kParser].readMore(), socket.destroyed))
          return;
        if (client[kSize] === 0)
          socket[kParser].timeoutType !== TIMEOUT_KEEP_ALIVE && socket[kParser].setTimeout(client[kKeepAliveTimeoutValue], TIMEOUT_KEEP_ALIVE);
        else if (client[kRunning] > 0 && socket[kParser].statusCode < 200 && socket[kParser].timeoutType !== TIMEOUT_HEADERS) {
          let request = client[kQueue][client[kRunningIdx]], headersTimeout = request.headersTimeout != null ? request.headersTimeout : client[kHeadersTimeout];
          socket[kParser].setTimeout(headersTimeout, TIMEOUT_HEADERS);
        }
      }
    }
    function shouldSendContentLength(method) {
      return method !== "GET" && method !== "HEAD" && method !== "OPTIONS" && method !== "TRACE" && method !== "CONNECT";
    }
    function setTypeOfService(socket, request) {
      if (typeof socket.setTypeOfService != "function")
        return;
      let typeOfService = request.typeOfService;
      if (!(typeOfService === void 0 || socket[kTypeOfService] === typeOfService))
        try {
          socket.setTypeOfService(typeOfService), socket[kTypeOfService] = typeOfService;
        } catch {
        }
    }
    function writeH1(client, request) {
      let { method, path: path2, host: host3, upgrade, blocking, reset } = request, { body, headers, contentLength } = request, expectsPayload = method === "PUT" || method === "POST" || method === "PATCH" || method === "QUERY" || method === "PROPFIND" || method === "PROPPATCH";
      if (util.isFormDataLike(body)) {
        extractBody || (extractBody = require_body().extractBody);
        let [bodyStream, contentType] = extractBody(body);
        request.contentType == null && headers.push("content-type", contentType), body = bodyStream.stream, contentLength = bodyStream.length;
      } else if (util.isBlobLike(body) && request.contentType == null) {
        let contentType = body.type;
        if (contentType) {
          let contentTypeValue = `${contentType}`;
          if (!util.isValidHeaderValue(contentTypeValue))
            return util.errorRequest(client, request, new InvalidArgumentError("invalid content-type header")), !1;
          headers.push("content-type", contentTypeValue);
        }
      }
      body && typeof body.read == "function" && body.read(0);
      let bodyLength = util.bodyLength(body);
      if (contentLength = bodyLength ?? contentLength, contentLength === null && (contentLength = request.contentLength), contentLength === 0 && !expectsPayload && (contentLength = null), shouldSendContentLength(method) && contentLength > 0 && request.contentLength !== null && request.contentLength !== contentLength) {
        if (client[kStrictContentLength])
          return util.errorRequest(client, request, new RequestContentLengthMismatchError()), !1;
        process.emitWarning(new RequestContentLengthMismatchError());
      }
      let socket = client[kSocket];
      clearIdleSocketValidation(socket);
      let abort = (err) => {
        request.aborted || request.completed || (util.errorRequest(client, request, err || new RequestAbortedError()), util.destroy(body), util.destroy(socket, new InformationalError("aborted")));
      };
      try {
        request.onConnect(abort);
      } catch (err) {
        util.errorRequest(client, request, err);
      }
      if (request.aborted)
        return !1;
      method === "HEAD" && (socket[kReset] = !0), (upgrade || method === "CONNECT") && (socket[kReset] = !0), reset != null && (socket[kReset] = reset), client[kMaxRequests] && socket[kCounter]++ >= client[kMaxRequests] && (socket[kReset] = !0), blocking && (socket[kBlocking] = !0), setTypeOfService(socket, request);
      let header2 = `${method} ${path2} HTTP/1.1\r
`;
      if (typeof host3 == "string" ? header2 += `host: ${host3}\r
` : header2 += client[kHostHeader], upgrade ? header2 += `connection: upgrade\r
upgrade: ${upgrade}\r
` : client[kPipelining] && !socket[kReset] ? header2 += `connection: keep-alive\r
` : header2 += `connection: close\r
`, Array.isArray(headers))
        for (let n = 0; n < headers.length; n += 2) {
          let key = headers[n + 0], val = headers[n + 1];
          if (Array.isArray(val))
            for (let i = 0; i < val.length; i++)
              header2 += `${key}: ${val[i]}\r
`;
          else
            header2 += `${key}: ${val}\r
`;
        }
      return channels.sendHeaders.hasSubscribers && channels.sendHeaders.publish({ request, headers: header2, socket }), !body || bodyLength === 0 ? writeBuffer(abort, null, client, request, socket, contentLength, header2, expectsPayload) : util.isBuffer(body) ? writeBuffer(abort, body, client, request, socket, contentLength, header2, expectsPayload) : util.isBlobLike(body) ? typeof body.stream == "function" ? writeIterable(abort, body.stream(), client, request, socket, contentLength, header2, expectsPayload) : writeBlob(abort, body, client, request, socket, contentLength, header2, expectsPayload) : util.isStream(body) ? writeStream(abort, body, client, request, socket, contentLength, header2, expectsPayload) : util.isIterable(body) ? writeIterable(abort, body, client, request, socket, contentLength, header2, expectsPayload) : assert(!1), !0;
    }
    function writeStream(abort, body, client, request, socket, contentLength, header2, expectsPayload) {
      assert(contentLength !== 0 || client[kRunning] === 0, "stream body cannot be pipelined");
      let finished3 = !1, writer = new AsyncWriter({ abort, socket, request, contentLength, client, expectsPayload, header: header2 }), onData = function(chunk) {
        if (!finished3)
          try {
            !writer.write(chunk) && this.pause && this.pause();
          } catch (err) {
            util.destroy(this, err);
          }
      }, onDrain = function() {
        finished3 || body.resume && body.resume();
      }, onClose = function() {
        if (queueMicrotask(() => {
          body.removeListener("error", onFinished);
        }), !finished3) {
          let err = new RequestAbortedError();
          queueMicrotask(() => onFinished(err));
        }
      }, onFinished = function(err) {
        if (!finished3) {
          if (finished3 = !0, assert(socket.destroyed || socket[kWriting] && client[kRunning] <= 1), socket.off("drain", onDrain).off("error", onFinished), body.removeListener("data", onData).removeListener("end", onFinished).removeListener("close", onClose), !err)
            try {
              writer.end();
            } catch (er) {
              err = er;
            }
          writer.destroy(err), err && (err.code !== "UND_ERR_INFO" || err.message !== "reset") ? util.destroy(body, err) : util.destroy(body);
        }
      };
      body.on("data", onData).on("end", onFinished).on("error", onFinished).on("close", onClose), body.resume && body.resume(), socket.on("drain", onDrain).on("error", onFinished), body.errorEmitted ?? body.errored ? setImmediate(onFinished, body.errored) : (body.endEmitted ?? body.readableEnded) && setImmediate(onFinished, null), (body.closeEmitted ?? body.closed) && setImmediate(onClose);
    }
    function writeBuffer(abort, body, client, request, socket, contentLength, header2, expectsPayload) {
      try {
        body ? util.isBuffer(body) && (assert(contentLength === body.byteLength, "buffer body must have content length"), socket.cork(), socket.write(`${header2}content-length: ${contentLength}\r
\r
`, "latin1"), socket.write(body), socket.uncork(), request.onBodySent(body), !expectsPayload && request.reset !== !1 && (socket[kReset] = !0)) : contentLength === 0 ? socket.write(`${header2}content-length: 0\r
\r
`, "latin1") : (assert(contentLength === null, "no body must not have content length"), socket.write(`${header2}\r
`, "latin1")), request.onRequestSent(), client[kResume]();
      } catch (err) {
        abort(err);
      }
    }
    async function writeBlob(abort, body, client, request, socket, contentLength, header2, expectsPayload) {
      assert(contentLength === body.size, "blob body must have content length");
      try {
        if (contentLength != null && contentLength !== body.size)
          throw new RequestContentLengthMismatchError();
        let buffer = Buffer.from(await body.arrayBuffer());
        socket.cork(), socket.write(`${header2}content-length: ${contentLength}\r
\r
`, "latin1"), socket.write(buffer), socket.uncork(), request.onBodySent(buffer), request.onRequestSent(), !expectsPayload && request.reset !== !1 && (socket[kReset] = !0), client[kResume]();
      } catch (err) {
        abort(err);
      }
    }
    async function writeIterable(abort, body, client, request, socket, contentLength, header2, expectsPayload) {
      assert(contentLength !== 0 || client[kRunning] === 0, "iterator body cannot be pipelined");
      let callback = null;
      function onDrain() {
        if (callback) {
          let cb = callback;
          callback = null, cb();
        }
      }
      let waitForDrain = () => new Promise((resolve2, reject) => {
        assert(callback === null), socket[kError] ? reject(socket[kError]) : callback = resolve2;
      });
      socket.on("close", onDrain).on("drain", onDrain);
      let writer = new AsyncWriter({ abort, socket, request, contentLength, client, expectsPayload, header: header2 });
      try {
        for await (let chunk of body) {
          if (socket[kError])
            throw socket[kError];
          writer.write(chunk) || await waitForDrain();
        }
        writer.end();
      } catch (err) {
        writer.destroy(err);
      } finally {
        socket.off("close", onDrain).off("drain", onDrain);
      }
    }
    var AsyncWriter = class {
      /**
       *
       * @param {object} arg
       * @param {AbortCallback} arg.abort
       * @param {import('net').Socket} arg.socket
       * @param {import('../core/request.js')} arg.request
       * @param {number} arg.contentLength
       * @param {import('./client.js')} arg.client
       * @param {boolean} arg.expectsPayload
       * @param {string} arg.header
       */
      constructor({ abort, socket, request, contentLength, client, expectsPayload, header: header2 }) {
        this.socket = socket, this.request = request, this.contentLength = contentLength, this.client = client, this.bytesWritten = 0, this.expectsPayload = expectsPayload, this.header = header2, this.abort = abort, socket[kWriting] = !0;
      }
      /**
       * @param {Buffer} chunk
       * @returns
       */
      write(chunk) {
        let { socket, request, contentLength, client, bytesWritten, expectsPayload, header: header2 } = this;
        if (socket[kError])
          throw socket[kError];
        if (socket.destroyed)
          return !1;
        let len = Buffer.byteLength(chunk);
        if (!len)
          return !0;
        if (contentLength !== null && bytesWritten + len > contentLength) {
          if (client[kStrictContentLength])
            throw new RequestContentLengthMismatchError();
          process.emitWarning(new RequestContentLengthMismatchError());
        }
        socket.cork(), bytesWritten === 0 && (!expectsPayload && request.reset !== !1 && (socket[kReset] = !0), contentLength === null ? socket.write(`${header2}transfer-encoding: chunked\r
`, "latin1") : socket.write(`${header2}content-length: ${contentLength}\r
\r
`, "latin1")), contentLength === null && socket.write(`\r
${len.toString(16)}\r
`, "latin1"), this.bytesWritten += len;
        let ret = socket.write(chunk);
        return socket.uncork(), request.onBodySent(chunk), ret || socket[kParser].timeout && socket[kParser].timeoutType === TIMEOUT_HEADERS && socket[kParser].timeout.refresh && socket[kParser].timeout.refresh(), ret;
      }
      /**
       * @returns {void}
       */
      end() {
        let { socket, contentLength, client, bytesWritten, expectsPayload, header: header2, request } = this;
        if (request.onRequestSent(), socket[kWriting] = !1, socket[kError])
          throw socket[kError];
        if (!socket.destroyed) {
          if (bytesWritten === 0 ? expectsPayload ? socket.write(`${header2}content-length: 0\r
\r
`, "latin1") : socket.write(`${header2}\r
`, "latin1") : contentLength === null && socket.write(`\r
0\r
\r
`, "latin1"), contentLength !== null && bytesWritten !== contentLength) {
            if (client[kStrictContentLength])
              throw new RequestContentLengthMismatchError();
            process.emitWarning(new RequestContentLengthMismatchError());
          }
          socket[kParser].timeout && socket[kParser].timeoutType === TIMEOUT_HEADERS && socket[kParser].timeout.refresh && socket[kParser].timeout.refresh(), client[kResume]();
        }
      }
      /**
       * @param {Error} [err]
       * @returns {void}
       */
      destroy(err) {
        let { socket, client, abort } = this;
        socket[kWriting] = !1, err && (assert(client[kRunning] <= 1, "pipeline should only contain this request"), abort(err));
      }
    };
    module.exports = connectH1;
  }
});

// node_modules/undici/lib/dispatcher/client-h2.js
var require_client_h2 = __commonJS({
  "node_modules/undici/lib/dispatcher/client-h2.js"(exports, module) {
    "use strict";
    var assert = __require("node:assert"), { pipeline } = __require("node:stream"), util = require_util(), {
      RequestContentLengthMismatchError,
      RequestAbortedError,
      SocketError,
      InformationalError,
      InvalidArgumentError,
      HeadersTimeoutError,
      BodyTimeoutError
    } = require_errors(), {
      kUrl,
      kReset,
      kClient,
      kRunning,
      kPending,
      kQueue,
      kPendingIdx,
      kRunningIdx,
      kError,
      kSocket,
      kStrictContentLength,
      kOnError,
      kMaxConcurrentStreams,
      kPingInterval,
      kHTTP2Session,
      kHTTP2InitialWindowSize,
      kHTTP2ConnectionWindowSize,
      kResume,
      kSize,
      kHTTPContext,
      kClosed,
      kBodyTimeout,
      kHeadersTimeout,
      kEnableConnectProtocol,
      kRemoteSettings,
      kHTTP2Stream,
      kHTTP2SessionState
    } = require_symbols(), { channels } = require_diagnostics(), kOpenStreams = /* @__PURE__ */ Symbol("open streams"), extractBody, http2;
    try {
      http2 = __require("node:http2");
    } catch {
      http2 = { constants: {} };
    }
    var {
      constants: {
        HTTP2_HEADER_AUTHORITY,
        HTTP2_HEADER_METHOD,
        HTTP2_HEADER_PATH,
        HTTP2_HEADER_SCHEME,
        HTTP2_HEADER_CONTENT_LENGTH,
        HTTP2_HEADER_EXPECT,
        HTTP2_HEADER_STATUS,
        HTTP2_HEADER_PROTOCOL,
        NGHTTP2_REFUSED_STREAM,
        NGHTTP2_CANCEL
      }
    } = http2;
    function parseH2Headers(headers) {
      let result = [];
      for (let [name, value] of Object.entries(headers))
        if (Array.isArray(value))
          for (let subvalue of value)
            result.push(Buffer.from(name), Buffer.from(subvalue));
        else
          result.push(Buffer.from(name), Buffer.from(value));
      return result;
    }
    function connectH2(client, socket) {
      client[kSocket] = socket;
      let http2InitialWindowSize = client[kHTTP2InitialWindowSize], http2ConnectionWindowSize = client[kHTTP2ConnectionWindowSize], session = http2.connect(client[kUrl], {
        createConnection: () => socket,
        peerMaxConcurrentStreams: client[kMaxConcurrentStreams],
        settings: {
          // TODO(metcoder95): add support for PUSH
          enablePush: !1,
          ...http2InitialWindowSize != null ? { initialWindowSize: http2InitialWindowSize } : null
        }
      });
      return client[kSocket] = socket, session[kOpenStreams] = 0, session[kClient] = client, session[kSocket] = socket, session[kHTTP2SessionState] = {
        ping: {
          interval: client[kPingInterval] === 0 ? null : setInterval(onHttp2SendPing, client[kPingInterval], session).unref()
        }
      }, session[kEnableConnectProtocol] = !1, session[kRemoteSettings] = !1, http2ConnectionWindowSize && util.addListener(session, "connect", applyConnectionWindowSize.bind(session, http2ConnectionWindowSize)), util.addListener(session, "error", onHttp2SessionError), util.addListener(session, "frameError", onHttp2FrameError), util.addListener(session, "end", onHttp2SessionEnd), util.addListener(session, "goaway", onHttp2SessionGoAway), util.addListener(session, "close", onHttp2SessionClose), util.addListener(session, "remoteSettings", onHttp2RemoteSettings), session.unref(), client[kHTTP2Session] = session, socket[kHTTP2Session] = session, util.addListener(socket, "error", onHttp2SocketError), util.addListener(socket, "end", onHttp2SocketEnd), util.addListener(socket, "close", onHttp2SocketClose), socket[kClosed] = !1, socket.on("close", onSocketClose), {
        version: "h2",
        defaultPipelining: 1 / 0,
        /**
         * @param {import('../core/request.js')} request
         * @returns {boolean}
        */
        write(request) {
          return writeH2(client, request);
        },
        /**
         * @returns {void}
         */
        resume() {
          resumeH2(client);
        },
        /**
         * @param {Error | null} err
         * @param {() => void} callback
         */
        destroy(err, callback) {
          socket[kClosed] ? queueMicrotask(callback) : socket.destroy(err).on("close", callback);
        },
        /**
         * @type {boolean}
         */
        get destroyed() {
          return socket.destroyed;
        },
        /**
         * @param {import('../core/request.js')} request
         * @returns {boolean}
        */
        busy(request) {
          if (request != null)
            if (client[kRunning] > 0) {
              if (request.idempotent === !1 || (request.upgrade === "websocket" || request.method === "CONNECT") && session[kRemoteSettings] === !1 || util.bodyLength(request.body) !== 0 && (util.isStream(request.body) || util.isAsyncIterable(request.body) || util.isFormDataLike(request.body))) return !0;
            } else
              return (request.upgrade === "websocket" || request.method === "CONNECT") && session[kRemoteSettings] === !1;
          return !1;
        }
      };
    }
    function resumeH2(client) {
      let socket = client[kSocket];
      socket?.destroyed === !1 && (client[kSize] === 0 ? (socket.unref(), client[kHTTP2Session].unref()) : (socket.ref(), client[kHTTP2Session].ref()));
    }
    function applyConnectionWindowSize(connectionWindowSize) {
      try {
        typeof this.setLocalWindowSize == "function" && this.setLocalWindowSize(connectionWindowSize);
      } catch {
      }
    }
    function onHttp2RemoteSettings(settings) {
      if (this[kClient][kMaxConcurrentStreams] = settings.maxConcurrentStreams ?? this[kClient][kMaxConcurrentStreams], this[kRemoteSettings] === !0 && this[kEnableConnectProtocol] === !0 && settings.enableConnectProtocol === !1) {
        let err = new InformationalError("HTTP/2: Server disabled extended CONNECT protocol against RFC-8441");
        this[kSocket][kError] = err, this[kClient][kOnError](err);
        return;
      }
      this[kEnableConnectProtocol] = settings.enableConnectProtocol ?? this[kEnableConnectProtocol], this[kRemoteSettings] = !0, this[kClient][kResume]();
    }
    function onHttp2SendPing(session) {
      let state = session[kHTTP2SessionState];
      if ((session.closed || session.destroyed) && state.ping.interval != null) {
        clearInterval(state.ping.interval), state.ping.interval = null;
        return;
      }
      session.ping(onPing.bind(session));
      function onPing(err, duration) {
        let client = this[kClient], socket = this[kClient];
        if (err != null) {
          let error = new InformationalError(`HTTP/2: "PING" errored - type ${err.message}`);
          socket[kError] = error, client[kOnError](error);
        } else
          client.emit("ping", duration);
      }
    }
    function onHttp2SessionError(err) {
      this[kSocket][kError] = err, this[kClient][kOnError](err);
    }
    function onHttp2FrameError(type, code2, id) {
      if (id === 0) {
        let err = new InformationalError(`HTTP/2: "frameError" received - type ${type}, code ${code2}`);
        this[kSocket][kError] = err, this[kClient][kOnError](err);
      }
    }
    function onHttp2SessionEnd() {
      let err = new SocketError("other side closed", util.getSocketInfo(this[kSocket]));
      this.destroy(err), util.destroy(this[kSocket], err);
    }
    function completeRequest(client, request, resetPendingIdx = !1) {
      let queue = client[kQueue], runningIdx = client[kRunningIdx];
      if (runningIdx < client[kPendingIdx] && queue[runningIdx] === request) {
        queue[runningIdx] = null, client[kRunningIdx] = runningIdx + 1;
        return;
      }
      let index = queue.indexOf(request, runningIdx);
      index === -1 || index >= client[kPendingIdx] || (queue.splice(index, 1), client[kPendingIdx]--, resetPendingIdx && client[kPendingIdx] < client[kRunningIdx] && (client[kPendingIdx] = client[kRunningIdx]));
    }
    function onHttp2SessionGoAway(errorCode) {
      let err = this[kError] || new SocketError(`HTTP/2: "GOAWAY" frame received with code ${errorCode}`, util.getSocketInfo(this[kSocket])), client = this[kClient];
      if (client[kSocket] = null, client[kHTTPContext] = null, this.close(), this[kHTTP2Session] = null, util.destroy(this[kSocket], err), client[kRunningIdx] < client[kQueue].length) {
        let request = client[kQueue][client[kRunningIdx]];
        client[kQueue][client[kRunningIdx]++] = null, request != null && util.errorRequest(client, request, err), client[kPendingIdx] = client[kRunningIdx];
      }
      assert(client[kRunning] === 0), client.emit("disconnect", client[kUrl], [client], err), client.emit("connectionError", client[kUrl], [client], err), client[kResume]();
    }
    function onHttp2SessionClose() {
      let { [kClient]: client, [kHTTP2SessionState]: state } = this, { [kSocket]: socket } = client, err = this[kSocket][kError] || this[kError] || new SocketError("closed", util.getSocketInfo(socket));
      if (client[kSocket] = null, client[kHTTPContext] = null, state.ping.interval != null && (clearInterval(state.ping.interval), state.ping.interval = null), client.destroyed) {
        assert(client[kPending] === 0);
        let requests = client[kQueue].splice(client[kRunningIdx]);
        for (let i = 0; i < requests.length; i++) {
          let request = requests[i];
          request != null && util.errorRequest(client, request, err);
        }
      }
    }
    function onHttp2SocketClose() {
      let err = this[kError] || new SocketError("closed", util.getSocketInfo(this)), client = this[kHTTP2Session][kClient];
      client[kSocket] = null, client[kHTTPContext] = null, this[kHTTP2Session] !== null && this[kHTTP2Session].destroy(err), client[kPendingIdx] = client[kRunningIdx], assert(client[kRunning] === 0), client.emit("disconnect", client[kUrl], [client], err), client[kResume]();
    }
    function onHttp2SocketError(err) {
      this[kError] = err, this[kClient][kOnError](err);
    }
    function onHttp2SocketEnd() {
      util.destroy(this, new SocketError("other side closed", util.getSocketInfo(this)));
    }
    function onSocketClose() {
      this[kClosed] = !0;
    }
    function shouldSendContentLength(method) {
      return method !== "GET" && method !== "HEAD" && method !== "OPTIONS" && method !== "TRACE" && method !== "CONNECT";
    }
    function writeH2(client, request) {
      let headersTimeout = request.headersTimeout ?? client[kHeadersTimeout], bodyTimeout = request.bodyTimeout ?? client[kBodyTimeout], session = client[kHTTP2Session], { method, path: path2, host: host3, upgrade, expectContinue, signal, protocol, headers: reqHeaders } = request, { body } = request;
      if (upgrade != null && upgrade !== "websocket")
        return util.errorRequest(client, request, new InvalidArgumentError(`Custom upgrade "${upgrade}" not supported over HTTP/2`)), !1;
      let headers = {};
      for (let n = 0; n < reqHeaders.length; n += 2) {
        let key = reqHeaders[n + 0], val = reqHeaders[n + 1];
        if (key === "cookie") {
          headers[key] != null ? headers[key] = Array.isArray(headers[key]) ? (headers[key].push(val), headers[key]) : [headers[key], val] : headers[key] = val;
          continue;
        }
        if (Array.isArray(val))
          for (let i = 0; i < val.length; i++)
            headers[key] ? headers[key] += `, ${val[i]}` : headers[key] = val[i];
        else headers[key] ? headers[key] += `, ${val}` : headers[key] = val;
      }
      let stream = null, { hostname, port } = client[kUrl];
      headers[HTTP2_HEADER_AUTHORITY] = host3 || `${hostname}${port ? `:${port}` : ""}`, headers[HTTP2_HEADER_METHOD] = method;
      let abort = (err) => {
        request.aborted || request.completed || (err = err || new RequestAbortedError(), util.errorRequest(client, request, err), stream != null && (stream.removeAllListeners("data"), stream.close(), client[kOnError](err), completeRequest(client, request), client[kResume]()), util.destroy(body, err));
      };
      try {
        request.onConnect(abort);
      } catch (err) {
        util.errorRequest(client, request, err);
      }
      if (request.aborted)
        return !1;
      if (upgrade || method === "CONNECT")
        return session.ref(), upgrade === "websocket" ? session[kEnableConnectProtocol] === !1 ? (util.errorRequest(client, request, new InformationalError("HTTP/2: Extended CONNECT protocol not supported by server")), session.unref(), !1) : (headers[HTTP2_HEADER_METHOD] = "CONNECT", headers[HTTP2_HEADER_PROTOCOL] = "websocket", headers[HTTP2_HEADER_PATH] = path2, protocol === "ws:" || protocol === "wss:" ? headers[HTTP2_HEADER_SCHEME] = protocol === "ws:" ? "http" : "https" : headers[HTTP2_HEADER_SCHEME] = protocol === "http:" ? "http" : "https", stream = session.request(headers, { endStream: !1, signal }), stream[kHTTP2Stream] = !0, ++session[kOpenStreams], stream.once("response", (headers2, _flags) => {
          let { [HTTP2_HEADER_STATUS]: statusCode, ...realHeaders } = headers2;
          try {
            request.onUpgrade(statusCode, parseH2Headers(realHeaders), stream);
          } catch (err) {
            abort(err);
            return;
          }
          completeRequest(client, request);
        }), stream.on("error", () => {
          (stream.rstCode === NGHTTP2_REFUSED_STREAM || stream.rstCode === NGHTTP2_CANCEL) && abort(new InformationalError(`HTTP/2: "stream error" received - code ${stream.rstCode}`));
        }), stream.once("close", () => {
          session[kOpenStreams] -= 1, session[kOpenStreams] === 0 && session.unref();
        }), stream.setTimeout(headersTimeout), !0) : (stream = session.request(headers, { endStream: !1, signal }), stream[kHTTP2Stream] = !0, ++session[kOpenStreams], stream.on("response", (headers2) => {
          let { [HTTP2_HEADER_STATUS]: statusCode, ...realHeaders } = headers2;
          try {
            request.onUpgrade(statusCode, parseH2Headers(realHeaders), stream);
          } catch (err) {
            abort(err);
            return;
          }
          completeRequest(client, request);
        }), stream.on("error", abort), stream.once("close", () => {
          session[kOpenStreams] -= 1, session[kOpenStreams] === 0 && session.unref();
        }), stream.setTimeout(headersTimeout), !0);
      headers[HTTP2_HEADER_PATH] = path2, headers[HTTP2_HEADER_SCHEME] = protocol === "http:" ? "http" : "https";
      let expectsPayload = method === "PUT" || method === "POST" || method === "PATCH";
      body && typeof body.read == "function" && body.read(0);
      let contentLength = util.bodyLength(body);
      if (util.isFormDataLike(body)) {
        extractBody ??= require_body().extractBody;
        let [bodyStream, contentType] = extractBody(body);
        headers["content-type"] = contentType, body = bodyStream.stream, contentLength = bodyStream.length;
      }
      if (contentLength == null && (contentLength = request.contentLength), expectsPayload || (contentLength = null), shouldSendContentLength(method) && contentLength > 0 && request.contentLength != null && request.contentLength !== contentLength) {
        if (client[kStrictContentLength])
          return util.errorRequest(client, request, new RequestContentLengthMismatchError()), !1;
        process.emitWarning(new RequestContentLengthMismatchError());
      }
      if (contentLength != null && (assert(body || contentLength === 0, "no body must not have content length"), headers[HTTP2_HEADER_CONTENT_LENGTH] = `${contentLength}`), session.ref(), channels.sendHeaders.hasSubscribers) {
        let header2 = "";
        for (let key in headers)
          header2 += `${key}: ${headers[key]}\r
`;
        channels.sendHeaders.publish({ request, headers: header2, socket: session[kSocket] });
      }
      let shouldEndStream = method === "GET" || method === "HEAD" || body === null;
      expectContinue ? (headers[HTTP2_HEADER_EXPECT] = "100-continue", stream = session.request(headers, { endStream: shouldEndStream, signal }), stream[kHTTP2Stream] = !0, stream.once("continue", writeBodyH2)) : (stream = session.request(headers, {
        endStream: shouldEndStream,
        signal
      }), stream[kHTTP2Stream] = !0, writeBodyH2()), ++session[kOpenStreams], stream.setTimeout(headersTimeout);
      let responseReceived = !1;
      return stream.once("response", (headers2) => {
        let { [HTTP2_HEADER_STATUS]: statusCode, ...realHeaders } = headers2;
        if (request.onResponseStarted(), responseReceived = !0, stream.setTimeout(bodyTimeout), request.aborted) {
          stream.removeAllListeners("data");
          return;
        }
        request.onHeaders(Number(statusCode), parseH2Headers(realHeaders), stream.resume.bind(stream), "") === !1 && stream.pause(), stream.on("data", (chunk) => {
          request.aborted || request.completed || request.onData(chunk) === !1 && stream.pause();
        });
      }), stream.once("end", () => {
        stream.removeAllListeners("data"), responseReceived ? (!request.aborted && !request.completed && request.onComplete({}), completeRequest(client, request), client[kResume]()) : (abort(new InformationalError("HTTP/2: stream half-closed (remote)")), completeRequest(client, request, !0), client[kResume]());
      }), stream.once("close", () => {
        stream.removeAllListeners("data"), session[kOpenStreams] -= 1, session[kOpenStreams] === 0 && session.unref(), !request.aborted && !request.completed && abort(new InformationalError("HTTP/2: stream closed before the response was complete"));
      }), stream.once("error", function(err) {
        stream.removeAllListeners("data"), abort(err);
      }), stream.once("frameError", (type, code2) => {
        stream.removeAllListeners("data"), abort(new InformationalError(`HTTP/2: "frameError" received - type ${type}, code ${code2}`));
      }), stream.on("aborted", () => {
        stream.removeAllListeners("data");
      }), stream.on("timeout", () => {
        let err = responseReceived ? new BodyTimeoutError(`HTTP/2: "body timeout after ${bodyTimeout}"`) : new HeadersTimeoutError(`HTTP/2: "headers timeout after ${headersTimeout}"`);
        stream.removeAllListeners("data"), session[kOpenStreams] -= 1, session[kOpenStreams] === 0 && session.unref(), abort(err);
      }), stream.once("trailers", (trailers) => {
        request.aborted || request.completed || (stream.removeAllListeners("data"), request.onComplete(trailers));
      }), !0;
      function writeBodyH2() {
        !body || contentLength === 0 ? writeBuffer(
          abort,
          stream,
          null,
          client,
          request,
          client[kSocket],
          contentLength,
          expectsPayload
        ) : util.isBuffer(body) ? writeBuffer(
          abort,
          stream,
          body,
          client,
          request,
          client[kSocket],
          contentLength,
          expectsPayload
        ) : util.isBlobLike(body) ? typeof body.stream == "function" ? writeIterable(
          abort,
          stream,
          body.stream(),
          client,
          request,
          client[kSocket],
          contentLength,
          expectsPayload
        ) : writeBlob(
          abort,
          stream,
          body,
          client,
          request,
          client[kSocket],
          contentLength,
          expectsPayload
        ) : util.isStream(body) ? writeStream(
          abort,
          client[kSocket],
          expectsPayload,
          stream,
          body,
          client,
          request,
          contentLength
        ) : util.isIterable(body) ? writeIterable(
          abort,
          stream,
          body,
          client,
          request,
          client[kSocket],
          contentLength,
          expectsPayload
        ) : assert(!1);
      }
    }
    function writeBuffer(abort, h2stream, body, client, request, socket, contentLength, expectsPayload) {
      try {
        body != null && util.isBuffer(body) && (assert(contentLength === body.byteLength, "buffer body must have content length"), h2stream.cork(), h2stream.write(body), h2stream.uncork(), h2stream.end(), request.onBodySent(body)), expectsPayload || (socket[kReset] = !0), request.onRequestSent(), client[kResume]();
      } catch (error) {
        abort(error);
      }
    }
    function writeStream(abort, socket, expectsPayload, h2stream, body, client, request, contentLength) {
      assert(contentLength !== 0 || client[kRunning] === 0, "stream body cannot be pipelined");
      let pipe = pipeline(
        body,
        h2stream,
        (err) => {
          err ? (util.destroy(pipe, err), abort(err)) : (util.removeAllListeners(pipe), request.onRequestSent(), expectsPayload || (socket[kReset] = !0), client[kResume]());
        }
      );
      util.addListener(pipe, "data", onPipeData);
      function onPipeData(chunk) {
        request.onBodySent(chunk);
      }
    }
    async function writeBlob(abort, h2stream, body, client, request, socket, contentLength, expectsPayload) {
      assert(contentLength === body.size, "blob body must have content length");
      try {
        if (contentLength != null && contentLength !== body.size)
          throw new RequestContentLengthMismatchError();
        let buffer = Buffer.from(await body.arrayBuffer());
        h2stream.cork(), h2stream.write(buffer), h2stream.uncork(), h2stream.end(), request.onBodySent(buffer), request.onRequestSent(), expectsPayload || (socket[kReset] = !0), client[kResume]();
      } catch (err) {
        abort(err);
      }
    }
    async function writeIterable(abort, h2stream, body, client, request, socket, contentLength, expectsPayload) {
      assert(contentLength !== 0 || client[kRunning] === 0, "iterator body cannot be pipelined");
      let callback = null;
      function onDrain() {
        if (callback) {
          let cb = callback;
          callback = null, cb();
        }
      }
      let waitForDrain = () => new Promise((resolve2, reject) => {
        assert(callback === null), socket[kError] ? reject(socket[kError]) : callback = resolve2;
      });
      h2stream.on("close", onDrain).on("drain", onDrain);
      try {
        for await (let chunk of body) {
          if (socket[kError])
            throw socket[kError];
          let res = h2stream.write(chunk);
          request.onBodySent(chunk), res || await waitForDrain();
        }
        h2stream.end(), request.onRequestSent(), expectsPayload || (socket[kReset] = !0), client[kResume]();
      } catch (err) {
        abort(err);
      } finally {
        h2stream.off("close", onDrain).off("drain", onDrain);
      }
    }
    module.exports = connectH2;
  }
});

// node_modules/undici/lib/dispatcher/client.js
var require_client = __commonJS({
  "node_modules/undici/lib/dispatcher/client.js"(exports, module) {
    "use strict";
    var assert = __require("node:assert"), net = __require("node:net"), http = __require("node:http"), util = require_util(), { ClientStats } = require_stats(), { channels } = require_diagnostics(), Request = require_request(), DispatcherBase = require_dispatcher_base(), {
      InvalidArgumentError,
      InformationalError,
      ClientDestroyedError
    } = require_errors(), buildConnector = require_connect(), {
      kUrl,
      kServerName,
      kClient,
      kBusy,
      kConnect,
      kResuming,
      kRunning,
      kPending,
      kSize,
      kQueue,
      kConnected,
      kConnecting,
      kNeedDrain,
      kKeepAliveDefaultTimeout,
      kHostHeader,
      kPendingIdx,
      kRunningIdx,
      kError,
      kPipelining,
      kKeepAliveTimeoutValue,
      kMaxHeadersSize,
      kKeepAliveMaxTimeout,
      kKeepAliveTimeoutThreshold,
      kHeadersTimeout,
      kBodyTimeout,
      kStrictContentLength,
      kConnector,
      kMaxRequests,
      kCounter,
      kClose,
      kDestroy,
      kDispatch,
      kLocalAddress,
      kMaxResponseSize,
      kOnError,
      kHTTPContext,
      kMaxConcurrentStreams,
      kHTTP2InitialWindowSize,
      kHTTP2ConnectionWindowSize,
      kResume,
      kPingInterval
    } = require_symbols(), connectH1 = require_client_h1(), connectH2 = require_client_h2(), kClosedResolve = /* @__PURE__ */ Symbol("kClosedResolve"), getDefaultNodeMaxHeaderSize = http && http.maxHeaderSize && Number.isInteger(http.maxHeaderSize) && http.maxHeaderSize > 0 ? () => http.maxHeaderSize : () => {
      throw new InvalidArgumentError("http module not available or http.maxHeaderSize invalid");
    }, noop = () => {
    };
    function getPipelining(client) {
      return client[kPipelining] ?? client[kHTTPContext]?.defaultPipelining ?? 1;
    }
    var Client = class extends DispatcherBase {
      /**
       *
       * @param {string|URL} url
       * @param {import('../../types/client.js').Client.Options} options
       */
      constructor(url, {
        maxHeaderSize,
        headersTimeout,
        socketTimeout,
        requestTimeout,
        connectTimeout,
        bodyTimeout,
        idleTimeout,
        keepAlive,
        keepAliveTimeout,
        maxKeepAliveTimeout,
        keepAliveMaxTimeout,
        keepAliveTimeoutThreshold,
        socketPath,
        pipelining,
        tls,
        strictContentLength,
        maxCachedSessions,
        connect: connect3,
        maxRequestsPerClient,
        localAddress,
        maxResponseSize,
        autoSelectFamily,
        autoSelectFamilyAttemptTimeout,
        // h2
        maxConcurrentStreams,
        allowH2,
        useH2c,
        initialWindowSize,
        connectionWindowSize,
        pingInterval,
        webSocket,
        eventSource
      } = {}) {
        if (keepAlive !== void 0)
          throw new InvalidArgumentError("unsupported keepAlive, use pipelining=0 instead");
        if (socketTimeout !== void 0)
          throw new InvalidArgumentError("unsupported socketTimeout, use headersTimeout & bodyTimeout instead");
        if (requestTimeout !== void 0)
          throw new InvalidArgumentError("unsupported requestTimeout, use headersTimeout & bodyTimeout instead");
        if (idleTimeout !== void 0)
          throw new InvalidArgumentError("unsupported idleTimeout, use keepAliveTimeout instead");
        if (maxKeepAliveTimeout !== void 0)
          throw new InvalidArgumentError("unsupported maxKeepAliveTimeout, use keepAliveMaxTimeout instead");
        if (maxHeaderSize != null) {
          if (!Number.isInteger(maxHeaderSize) || maxHeaderSize < 1)
            throw new InvalidArgumentError("invalid maxHeaderSize");
        } else
          maxHeaderSize = getDefaultNodeMaxHeaderSize();
        if (socketPath != null && typeof socketPath != "string")
          throw new InvalidArgumentError("invalid socketPath");
        if (connectTimeout != null && (!Number.isFinite(connectTimeout) || connectTimeout < 0))
          throw new InvalidArgumentError("invalid connectTimeout");
        if (keepAliveTimeout != null && (!Number.isFinite(keepAliveTimeout) || keepAliveTimeout <= 0))
          throw new InvalidArgumentError("invalid keepAliveTimeout");
        if (keepAliveMaxTimeout != null && (!Number.isFinite(keepAliveMaxTimeout) || keepAliveMaxTimeout <= 0))
          throw new InvalidArgumentError("invalid keepAliveMaxTimeout");
        if (keepAliveTimeoutThreshold != null && !Number.isFinite(keepAliveTimeoutThreshold))
          throw new InvalidArgumentError("invalid keepAliveTimeoutThreshold");
        if (headersTimeout != null && (!Number.isInteger(headersTimeout) || headersTimeout < 0))
          throw new InvalidArgumentError("headersTimeout must be a positive integer or zero");
        if (bodyTimeout != null && (!Number.isInteger(bodyTimeout) || bodyTimeout < 0))
          throw new InvalidArgumentError("bodyTimeout must be a positive integer or zero");
        if (connect3 != null && typeof connect3 != "function" && typeof connect3 != "object")
          throw new InvalidArgumentError("connect must be a function or an object");
        if (maxRequestsPerClient != null && (!Number.isInteger(maxRequestsPerClient) || maxRequestsPerClient < 0))
          throw new InvalidArgumentError("maxRequestsPerClient must be a positive number");
        if (localAddress != null && (typeof localAddress != "string" || net.isIP(localAddress) === 0))
          throw new InvalidArgumentError("localAddress must be valid string IP address");
        if (maxResponseSize != null && (!Number.isInteger(maxResponseSize) || maxResponseSize < -1))
          throw new InvalidArgumentError("maxResponseSize must be a positive number");
        if (autoSelectFamilyAttemptTimeout != null && (!Number.isInteger(autoSelectFamilyAttemptTimeout) || autoSelectFamilyAttemptTimeout < -1))
          throw new InvalidArgumentError("autoSelectFamilyAttemptTimeout must be a positive number");
        if (allowH2 != null && typeof allowH2 != "boolean")
          throw new InvalidArgumentError("allowH2 must be a valid boolean value");
        if (maxConcurrentStreams != null && (typeof maxConcurrentStreams != "number" || maxConcurrentStreams < 1))
          throw new InvalidArgumentError("maxConcurrentStreams must be a positive integer, greater than 0");
        if (useH2c != null && typeof useH2c != "boolean")
          throw new InvalidArgumentError("useH2c must be a valid boolean value");
        if (initialWindowSize != null && (!Number.isInteger(initialWindowSize) || initialWindowSize < 1))
          throw new InvalidArgumentError("initialWindowSize must be a positive integer, greater than 0");
        if (connectionWindowSize != null && (!Number.isInteger(connectionWindowSize) || connectionWindowSize < 1))
          throw new InvalidArgumentError("connectionWindowSize must be a positive integer, greater than 0");
        if (pingInterval != null && (typeof pingInterval != "number" || !Number.isInteger(pingInterval) || pingInterval < 0))
          throw new InvalidArgumentError("pingInterval must be a positive integer, greater or equal to 0");
        if (super({ webSocket, eventSource }), typeof connect3 != "function")
          connect3 = buildConnector({
            ...tls,
            maxCachedSessions,
            allowH2,
            useH2c,
            socketPath,
            timeout: connectTimeout,
            ...typeof autoSelectFamily == "boolean" ? { autoSelectFamily, autoSelectFamilyAttemptTimeout } : void 0,
            ...connect3
          });
        else {
          let customConnect = connect3;
          connect3 = (opts, callback) => customConnect({
            ...opts,
            ...socketPath != null ? { socketPath } : null,
            ...allowH2 != null ? { allowH2 } : null
          }, callback);
        }
        this[kUrl] = util.parseOrigin(url), this[kConnector] = connect3, this[kPipelining] = pipelining ?? 1, this[kMaxHeadersSize] = maxHeaderSize, this[kKeepAliveDefaultTimeout] = keepAliveTimeout ?? 4e3, this[kKeepAliveMaxTimeout] = keepAliveMaxTimeout ?? 6e5, this[kKeepAliveTimeoutThreshold] = keepAliveTimeoutThreshold ?? 2e3, this[kKeepAliveTimeoutValue] = this[kKeepAliveDefaultTimeout], this[kServerName] = null, this[kLocalAddress] = localAddress ?? null, this[kResuming] = 0, this[kNeedDrain] = 0, this[kHostHeader] = `host: ${this[kUrl].hostname}${this[kUrl].port ? `:${this[kUrl].port}` : ""}\r
`, this[kBodyTimeout] = bodyTimeout ?? 3e5, this[kHeadersTimeout] = headersTimeout ?? 3e5, this[kStrictContentLength] = strictContentLength ?? !0, this[kMaxRequests] = maxRequestsPerClient, this[kClosedResolve] = null, this[kMaxResponseSize] = maxResponseSize > -1 ? maxResponseSize : -1, this[kHTTPContext] = null, this[kMaxConcurrentStreams] = maxConcurrentStreams ?? 100, this[kHTTP2InitialWindowSize] = initialWindowSize ?? 262144, this[kHTTP2ConnectionWindowSize] = connectionWindowSize ?? 524288, this[kPingInterval] = pingInterval ?? 6e4, this[kQueue] = [], this[kRunningIdx] = 0, this[kPendingIdx] = 0, this[kResume] = (sync) => resume(this, sync), this[kOnError] = (err) => onError(this, err);
      }
      get pipelining() {
        return this[kPipelining];
      }
      set pipelining(value) {
        this[kPipelining] = value, this[kResume](!0);
      }
      get stats() {
        return new ClientStats(this);
      }
      get [kPending]() {
        return this[kQueue].length - this[kPendingIdx];
      }
      get [kRunning]() {
        return this[kPendingIdx] - this[kRunningIdx];
      }
      get [kSize]() {
        return this[kQueue].length - this[kRunningIdx];
      }
      get [kConnected]() {
        return !!this[kHTTPContext] && !this[kConnecting] && !this[kHTTPContext].destroyed;
      }
      get [kBusy]() {
        return !!(this[kHTTPContext]?.busy(null) || this[kSize] >= (getPipelining(this) || 1) || this[kPending] > 0);
      }
      [kConnect](cb) {
        connect2(this), this.once("connect", cb);
      }
      [kDispatch](opts, handler) {
        let request = new Request(this[kUrl].origin, opts, handler);
        return this[kQueue].push(request), this[kResuming] || (util.bodyLength(request.body) == null && util.isIterable(request.body) ? (this[kResuming] = 1, queueMicrotask(() => resume(this))) : this[kResume](!0)), this[kResuming] && this[kNeedDrain] !== 2 && this[kBusy] && (this[kNeedDrain] = 2), this[kNeedDrain] < 2;
      }
      [kClose]() {
        return new Promise((resolve2) => {
          this[kSize] ? this[kClosedResolve] = resolve2 : resolve2(null);
        });
      }
      [kDestroy](err) {
        return new Promise((resolve2) => {
          let requests = this[kQueue].splice(this[kPendingIdx]);
          for (let i = 0; i < requests.length; i++) {
            let request = requests[i];
            request != null && util.errorRequest(this, request, err);
          }
          let callback = () => {
            this[kClosedResolve] && (this[kClosedResolve](), this[kClosedResolve] = null), resolve2(null);
          };
          this[kHTTPContext] ? (this[kHTTPContext].destroy(err, callback), this[kHTTPContext] = null) : queueMicrotask(callback), this[kResume]();
        });
      }
    };
    function onError(client, err) {
      if (client[kRunning] === 0 && err.code !== "UND_ERR_INFO" && err.code !== "UND_ERR_SOCKET") {
        assert(client[kPendingIdx] === client[kRunningIdx]);
        let requests = client[kQueue].splice(client[kRunningIdx]);
        for (let i = 0; i < requests.length; i++) {
          let request = requests[i];
          request != null && util.errorRequest(client, request, err);
        }
        assert(client[kSize] === 0);
      }
    }
    function connect2(client) {
      assert(!client[kConnecting]), assert(!client[kHTTPContext]);
      let { host: host3, hostname, protocol, port } = client[kUrl];
      if (hostname[0] === "[") {
        let idx = hostname.indexOf("]");
        assert(idx !== -1);
        let ip = hostname.substring(1, idx);
        assert(net.isIPv6(ip)), hostname = ip;
      }
      client[kConnecting] = !0, channels.beforeConnect.hasSubscribers && channels.beforeConnect.publish({
        connectParams: {
          host: host3,
          hostname,
          protocol,
          port,
          version: client[kHTTPContext]?.version,
          servername: client[kServerName],
          localAddress: client[kLocalAddress]
        },
        connector: client[kConnector]
      });
      try {
        client[kConnector]({
          host: host3,
          hostname,
          protocol,
          port,
          servername: client[kServerName],
          localAddress: client[kLocalAddress]
        }, (err, socket) => {
          if (err) {
            handleConnectError(client, err, { host: host3, hostname, protocol, port }), client[kResume]();
            return;
          }
          if (client.destroyed) {
            util.destroy(socket.on("error", noop), new ClientDestroyedError()), client[kResume]();
            return;
          }
          assert(socket);
          try {
            client[kHTTPContext] = socket.alpnProtocol === "h2" ? connectH2(client, socket) : connectH1(client, socket);
          } catch (err2) {
            socket.destroy().on("error", noop), handleConnectError(client, err2, { host: host3, hostname, protocol, port }), client[kResume]();
            return;
          }
          client[kConnecting] = !1, socket[kCounter] = 0, socket[kMaxRequests] = client[kMaxRequests], socket[kClient] = client, socket[kError] = null, channels.connected.hasSubscribers && channels.connected.publish({
            connectParams: {
              host: host3,
              hostname,
              protocol,
              port,
              version: client[kHTTPContext]?.version,
              servername: client[kServerName],
              localAddress: client[kLocalAddress]
            },
            connector: client[kConnector],
            socket
          }), client.emit("connect", client[kUrl], [client]), client[kResume]();
        });
      } catch (err) {
        handleConnectError(client, err, { host: host3, hostname, protocol, port }), client[kResume]();
      }
    }
    function handleConnectError(client, err, { host: host3, hostname, protocol, port }) {
      if (!client.destroyed) {
        if (client[kConnecting] = !1, channels.connectError.hasSubscribers && channels.connectError.publish({
          connectParams: {
            host: host3,
            hostname,
            protocol,
            port,
            version: client[kHTTPContext]?.version,
            servername: client[kServerName],
            localAddress: client[kLocalAddress]
          },
          connector: client[kConnector],
          error: err
        }), err.code === "ERR_TLS_CERT_ALTNAME_INVALID")
          for (assert(client[kRunning] === 0); client[kPending] > 0 && client[kQueue][client[kPendingIdx]].servername === client[kServerName]; ) {
            let request = client[kQueue][client[kPendingIdx]++];
            util.errorRequest(client, request, err);
          }
        else
          onError(client, err);
        client.emit("connectionError", client[kUrl], [client], err);
      }
    }
    function emitDrain(client) {
      client[kNeedDrain] = 0, client.emit("drain", client[kUrl], [client]);
    }
    function resume(client, sync) {
      client[kResuming] !== 2 && (client[kResuming] = 2, _resume(client, sync), client[kResuming] = 0, client[kRunningIdx] > 256 && (client[kQueue].splice(0, client[kRunningIdx]), client[kPendingIdx] -= client[kRunningIdx], client[kRunningIdx] = 0));
    }
    function _resume(client, sync) {
      for (; ; ) {
        if (client.destroyed) {
          assert(client[kPending] === 0);
          return;
        }
        if (client[kClosedResolve] && !client[kSize]) {
          client[kClosedResolve](), client[kClosedResolve] = null;
          return;
        }
        if (client[kHTTPContext] && client[kHTTPContext].resume(), client[kBusy])
          client[kNeedDrain] = 2;
        else if (client[kNeedDrain] === 2) {
          sync ? (client[kNeedDrain] = 1, queueMicrotask(() => emitDrain(client))) : emitDrain(client);
          continue;
        }
        if (client[kPending] === 0 || client[kRunning] >= (getPipelining(client) || 1))
          return;
        let request = client[kQueue][client[kPendingIdx]];
        if (request === null)
          return;
        if (client[kUrl].protocol === "https:" && client[kServerName] !== request.servername) {
          if (client[kRunning] > 0)
            return;
          client[kServerName] = request.servername, client[kHTTPContext]?.destroy(new InformationalError("servername changed"), () => {
            client[kHTTPContext] = null, resume(client);
          });
        }
        if (client[kConnecting])
          return;
        if (!client[kHTTPContext]) {
          connect2(client);
          return;
        }
        if (client[kHTTPContext].destroyed || client[kHTTPContext].busy(request))
          return;
        !request.aborted && client[kHTTPContext].write(request) ? client[kPendingIdx]++ : client[kQueue].splice(client[kPendingIdx], 1);
      }
    }
    module.exports = Client;
  }
});

// node_modules/undici/lib/dispatcher/pool.js
var require_pool = __commonJS({
  "node_modules/undici/lib/dispatcher/pool.js"(exports, module) {
    "use strict";
    var {
      PoolBase,
      kClients,
      kNeedDrain,
      kAddClient,
      kGetDispatcher,
      kRemoveClient
    } = require_pool_base(), Client = require_client(), {
      InvalidArgumentError
    } = require_errors(), util = require_util(), { kUrl } = require_symbols(), buildConnector = require_connect(), kOptions = /* @__PURE__ */ Symbol("options"), kConnections = /* @__PURE__ */ Symbol("connections"), kFactory = /* @__PURE__ */ Symbol("factory");
    function defaultFactory(origin, opts) {
      return new Client(origin, opts);
    }
    var Pool = class extends PoolBase {
      constructor(origin, {
        connections,
        factory = defaultFactory,
        connect: connect2,
        connectTimeout,
        tls,
        maxCachedSessions,
        socketPath,
        autoSelectFamily,
        autoSelectFamilyAttemptTimeout,
        allowH2,
        clientTtl,
        ...options
      } = {}) {
        if (connections != null && (!Number.isFinite(connections) || connections < 0))
          throw new InvalidArgumentError("invalid connections");
        if (typeof factory != "function")
          throw new InvalidArgumentError("factory must be a function.");
        if (connect2 != null && typeof connect2 != "function" && typeof connect2 != "object")
          throw new InvalidArgumentError("connect must be a function or an object");
        typeof connect2 != "function" && (connect2 = buildConnector({
          ...tls,
          maxCachedSessions,
          allowH2,
          socketPath,
          timeout: connectTimeout,
          ...typeof autoSelectFamily == "boolean" ? { autoSelectFamily, autoSelectFamilyAttemptTimeout } : void 0,
          ...connect2
        })), super(options), this[kConnections] = connections || null, this[kUrl] = util.parseOrigin(origin), this[kOptions] = { ...util.deepClone(options), connect: connect2, allowH2, clientTtl, socketPath }, this[kOptions].interceptors = options.interceptors ? { ...options.interceptors } : void 0, this[kFactory] = factory, this.on("connect", (origin2, targets) => {
          if (clientTtl != null && clientTtl > 0)
            for (let target of targets)
              Object.assign(target, { ttl: Date.now() });
        }), this.on("connectionError", (origin2, targets, error) => {
          for (let target of targets) {
            let idx = this[kClients].indexOf(target);
            idx !== -1 && this[kClients].splice(idx, 1);
          }
        });
      }
      [kGetDispatcher]() {
        let clientTtlOption = this[kOptions].clientTtl;
        for (let client of this[kClients])
          if (clientTtlOption != null && clientTtlOption > 0 && client.ttl && Date.now() - client.ttl > clientTtlOption)
            this[kRemoveClient](client);
          else if (!client[kNeedDrain])
            return client;
        if (!this[kConnections] || this[kClients].length < this[kConnections]) {
          let dispatcher = this[kFactory](this[kUrl], this[kOptions]);
          return this[kAddClient](dispatcher), dispatcher;
        }
      }
    };
    module.exports = Pool;
  }
});

// node_modules/undici/lib/dispatcher/agent.js
var require_agent = __commonJS({
  "node_modules/undici/lib/dispatcher/agent.js"(exports, module) {
    "use strict";
    var { InvalidArgumentError, MaxOriginsReachedError } = require_errors(), { kClients, kRunning, kClose, kDestroy, kDispatch, kUrl } = require_symbols(), DispatcherBase = require_dispatcher_base(), Pool = require_pool(), Client = require_client(), util = require_util(), kOnConnect = /* @__PURE__ */ Symbol("onConnect"), kOnDisconnect = /* @__PURE__ */ Symbol("onDisconnect"), kOnConnectionError = /* @__PURE__ */ Symbol("onConnectionError"), kOnDrain = /* @__PURE__ */ Symbol("onDrain"), kFactory = /* @__PURE__ */ Symbol("factory"), kOptions = /* @__PURE__ */ Symbol("options"), kOrigins = /* @__PURE__ */ Symbol("origins");
    function defaultFactory(origin, opts) {
      return opts && opts.connections === 1 ? new Client(origin, opts) : new Pool(origin, opts);
    }
    var Agent = class extends DispatcherBase {
      constructor({ factory = defaultFactory, maxOrigins = 1 / 0, connect: connect2, tls, ...options } = {}) {
        if (typeof factory != "function")
          throw new InvalidArgumentError("factory must be a function.");
        if (connect2 != null && typeof connect2 != "function" && typeof connect2 != "object")
          throw new InvalidArgumentError("connect must be a function or an object");
        if (typeof maxOrigins != "number" || Number.isNaN(maxOrigins) || maxOrigins <= 0)
          throw new InvalidArgumentError("maxOrigins must be a number greater than 0");
        super(options), connect2 && typeof connect2 != "function" && (connect2 = { ...connect2 }), tls && typeof tls != "function" && (tls = { ...tls }), this[kOptions] = { ...util.deepClone(options), maxOrigins, connect: connect2, tls }, this[kFactory] = factory, this[kClients] = /* @__PURE__ */ new Map(), this[kOrigins] = /* @__PURE__ */ new Set(), this[kOnDrain] = (origin, targets) => {
          this.emit("drain", origin, [this, ...targets]);
        }, this[kOnConnect] = (origin, targets) => {
          this.emit("connect", origin, [this, ...targets]);
        }, this[kOnDisconnect] = (origin, targets, err) => {
          this.emit("disconnect", origin, [this, ...targets], err);
        }, this[kOnConnectionError] = (origin, targets, err) => {
          this.emit("connectionError", origin, [this, ...targets], err);
        };
      }
      get [kRunning]() {
        let ret = 0;
        for (let { dispatcher } of this[kClients].values())
          ret += dispatcher[kRunning];
        return ret;
      }
      [kDispatch](opts, handler) {
        let key;
        if (opts.origin && (typeof opts.origin == "string" || opts.origin instanceof URL))
          key = String(opts.origin);
        else
          throw new InvalidArgumentError("opts.origin must be a non-empty string or URL.");
        if (this[kOrigins].size >= this[kOptions].maxOrigins && !this[kOrigins].has(key))
          throw new MaxOriginsReachedError();
        let result = this[kClients].get(key), dispatcher = result && result.dispatcher;
        if (!dispatcher) {
          let closeClientIfUnused = (connected) => {
            let result2 = this[kClients].get(key);
            result2 && (connected && (result2.count -= 1), result2.count <= 0 && (this[kClients].delete(key), result2.dispatcher.destroyed || result2.dispatcher.close()), this[kOrigins].delete(key));
          };
          dispatcher = this[kFactory](opts.origin, this[kOptions]).on("drain", this[kOnDrain]).on("connect", (origin, targets) => {
            let result2 = this[kClients].get(key);
            result2 && (result2.count += 1), this[kOnConnect](origin, targets);
          }).on("disconnect", (origin, targets, err) => {
            closeClientIfUnused(!0), this[kOnDisconnect](origin, targets, err);
          }).on("connectionError", (origin, targets, err) => {
            closeClientIfUnused(!1), this[kOnConnectionError](origin, targets, err);
          }), this[kClients].set(key, { count: 0, dispatcher }), this[kOrigins].add(key);
        }
        return dispatcher.dispatch(opts, handler);
      }
      [kClose]() {
        let closePromises = [];
        for (let { dispatcher } of this[kClients].values())
          closePromises.push(dispatcher.close());
        return this[kClients].clear(), Promise.all(closePromises);
      }
      [kDestroy](err) {
        let destroyPromises = [];
        for (let { dispatcher } of this[kClients].values())
          destroyPromises.push(dispatcher.destroy(err));
        return this[kClients].clear(), Promise.all(destroyPromises);
      }
      get stats() {
        let allClientStats = {};
        for (let { dispatcher } of this[kClients].values())
          dispatcher.stats && (allClientStats[dispatcher[kUrl].origin] = dispatcher.stats);
        return allClientStats;
      }
    };
    module.exports = Agent;
  }
});

// node_modules/undici/lib/core/socks5-utils.js
var require_socks5_utils = __commonJS({
  "node_modules/undici/lib/core/socks5-utils.js"(exports, module) {
    "use strict";
    var { Buffer: Buffer2 } = __require("node:buffer"), net = __require("node:net"), { InvalidArgumentError } = require_errors();
    function parseAddress(address) {
      if (net.isIPv4(address)) {
        let parts = address.split(".").map(Number);
        return {
          type: 1,
          // IPv4
          buffer: Buffer2.from(parts)
        };
      }
      if (net.isIPv6(address))
        return {
          type: 4,
          // IPv6
          buffer: parseIPv6(address)
        };
      let domainBuffer = Buffer2.from(address, "utf8");
      if (domainBuffer.length > 255)
        throw new InvalidArgumentError("Domain name too long (max 255 bytes)");
      return {
        type: 3,
        // Domain
        buffer: Buffer2.concat([Buffer2.from([domainBuffer.length]), domainBuffer])
      };
    }
    function parseIPv6(address) {
      let buffer = Buffer2.alloc(16), normalizedAddress = address;
      if (address.includes(".")) {
        let lastColonIndex = address.lastIndexOf(":"), ipv4Part = address.slice(lastColonIndex + 1);
        if (net.isIPv4(ipv4Part)) {
          let octets = ipv4Part.split(".").map(Number), high = (octets[0] << 8 | octets[1]).toString(16), low = (octets[2] << 8 | octets[3]).toString(16);
          normalizedAddress = `${address.slice(0, lastColonIndex)}:${high}:${low}`;
        }
      }
      let doubleColonIndex = normalizedAddress.indexOf("::");
      if (doubleColonIndex !== -1) {
        let before = normalizedAddress.slice(0, doubleColonIndex), after = normalizedAddress.slice(doubleColonIndex + 2), beforeParts = before === "" ? [] : before.split(":"), afterParts = after === "" ? [] : after.split(":"), bufferIndex = 0;
        for (let part of beforeParts)
          buffer.writeUInt16BE(parseInt(part, 16), bufferIndex), bufferIndex += 2;
        bufferIndex = 16 - afterParts.length * 2;
        for (let part of afterParts)
          buffer.writeUInt16BE(parseInt(part, 16), bufferIndex), bufferIndex += 2;
      } else {
        let parts = normalizedAddress.split(":");
        for (let i = 0; i < parts.length; i++)
          buffer.writeUInt16BE(parseInt(parts[i], 16), i * 2);
      }
      return buffer;
    }
    function buildAddressBuffer(type, addressBuffer, port) {
      let portBuffer = Buffer2.allocUnsafe(2);
      return portBuffer.writeUInt16BE(port, 0), Buffer2.concat([
        Buffer2.from([type]),
        addressBuffer,
        portBuffer
      ]);
    }
    function parseResponseAddress(buffer, offset = 0) {
      if (buffer.length < offset + 1)
        throw new InvalidArgumentError("Buffer too small to contain address type");
      let addressType = buffer[offset], address, currentOffset = offset + 1;
      switch (addressType) {
        case 1: {
          if (buffer.length < currentOffset + 6)
            throw new InvalidArgumentError("Buffer too small for IPv4 address");
          address = Array.from(buffer.subarray(currentOffset, currentOffset + 4)).join("."), currentOffset += 4;
          break;
        }
        case 3: {
          if (buffer.length < currentOffset + 1)
            throw new InvalidArgumentError("Buffer too small for domain length");
          let domainLength = buffer[currentOffset];
          if (currentOffset += 1, buffer.length < currentOffset + domainLength + 2)
            throw new InvalidArgumentError("Buffer too small for domain address");
          address = buffer.subarray(currentOffset, currentOffset + domainLength).toString("utf8"), currentOffset += domainLength;
          break;
        }
        case 4: {
          if (buffer.length < currentOffset + 18)
            throw new InvalidArgumentError("Buffer too small for IPv6 address");
          let parts = [];
          for (let i = 0; i < 8; i++) {
            let value = buffer.readUInt16BE(currentOffset + i * 2);
            parts.push(value.toString(16));
          }
          address = parts.join(":"), currentOffset += 16;
          break;
        }
        default:
          throw new InvalidArgumentError(`Invalid address type: ${addressType}`);
      }
      if (buffer.length < currentOffset + 2)
        throw new InvalidArgumentError("Buffer too small for port");
      let port = buffer.readUInt16BE(currentOffset);
      return currentOffset += 2, {
        address,
        port,
        bytesRead: currentOffset - offset
      };
    }
    function createReplyError(replyCode) {
      let message = {
        1: "General SOCKS server failure",
        2: "Connection not allowed by ruleset",
        3: "Network unreachable",
        4: "Host unreachable",
        5: "Connection refused",
        6: "TTL expired",
        7: "Command not supported",
        8: "Address type not supported"
      }[replyCode] || `Unknown SOCKS5 error code: ${replyCode}`, error = new Error(message);
      return error.code = `SOCKS5_${replyCode}`, error;
    }
    module.exports = {
      parseAddress,
      parseIPv6,
      buildAddressBuffer,
      parseResponseAddress,
      createReplyError
    };
  }
});

// node_modules/undici/lib/core/socks5-client.js
var require_socks5_client = __commonJS({
  "node_modules/undici/lib/core/socks5-client.js"(exports, module) {
    "use strict";
    var { EventEmitter } = __require("node:events"), { Buffer: Buffer2 } = __require("node:buffer"), { InvalidArgumentError, Socks5ProxyError } = require_errors(), { debuglog } = __require("node:util"), { parseAddress } = require_socks5_utils(), debug = debuglog("undici:socks5"), EMPTY_BUFFER = Buffer2.alloc(0), SOCKS_VERSION = 5, AUTH_METHODS = {
      NO_AUTH: 0,
      GSSAPI: 1,
      USERNAME_PASSWORD: 2,
      NO_ACCEPTABLE: 255
    }, COMMANDS = {
      CONNECT: 1,
      BIND: 2,
      UDP_ASSOCIATE: 3
    }, ADDRESS_TYPES = {
      IPV4: 1,
      DOMAIN: 3,
      IPV6: 4
    }, REPLY_CODES = {
      SUCCEEDED: 0,
      GENERAL_FAILURE: 1,
      CONNECTION_NOT_ALLOWED: 2,
      NETWORK_UNREACHABLE: 3,
      HOST_UNREACHABLE: 4,
      CONNECTION_REFUSED: 5,
      TTL_EXPIRED: 6,
      COMMAND_NOT_SUPPORTED: 7,
      ADDRESS_TYPE_NOT_SUPPORTED: 8
    }, STATES = {
      INITIAL: "initial",
      HANDSHAKING: "handshaking",
      AUTHENTICATING: "authenticating",
      AUTHENTICATED: "authenticated",
      CONNECTING: "connecting",
      CONNECTED: "connected",
      ERROR: "error",
      CLOSED: "closed"
    }, Socks5Client = class extends EventEmitter {
      constructor(socket, options = {}) {
        if (super(), !socket)
          throw new InvalidArgumentError("socket is required");
        this.socket = socket, this.options = options, this.state = STATES.INITIAL, this.buffer = EMPTY_BUFFER, this.onSocketData = this.onData.bind(this), this.onSocketError = this.onError.bind(this), this.onSocketClose = this.onClose.bind(this), this.authMethods = [], options.username && options.password && this.authMethods.push(AUTH_METHODS.USERNAME_PASSWORD), this.authMethods.push(AUTH_METHODS.NO_AUTH), this.socket.on("data", this.onSocketData), this.socket.on("error", this.onSocketError), this.socket.on("close", this.onSocketClose);
      }
      /**
       * Handle incoming data from the socket
       */
      onData(data) {
        debug("received data", data.length, "bytes in state", this.state), this.buffer = Buffer2.concat([this.buffer, data]);
        try {
          switch (this.state) {
            case STATES.HANDSHAKING:
              this.handleHandshakeResponse();
              break;
            case STATES.AUTHENTICATING:
              this.handleAuthResponse();
              break;
            case STATES.CONNECTING:
              this.handleConnectResponse();
              break;
          }
        } catch (err) {
          this.onError(err);
        }
      }
      /**
       * Handle socket errors
       */
      onError(err) {
        debug("socket error", err), this.state = STATES.ERROR, this.emit("error", err), this.destroy();
      }
      /**
       * Handle socket close
       */
      onClose() {
        debug("socket closed"), this.state = STATES.CLOSED, this.emit("close");
      }
      /**
       * Destroy the client and underlying socket
       */
      destroy() {
        this.socket && !this.socket.destroyed && this.socket.destroy();
      }
      markAuthenticated() {
        this.state = STATES.AUTHENTICATED, this.emit("authenticated");
      }
      /**
       * Start the SOCKS5 handshake
       */
      handshake() {
        if (this.state !== STATES.INITIAL)
          throw new InvalidArgumentError("Handshake already started");
        debug("starting handshake with", this.authMethods.length, "auth methods"), this.state = STATES.HANDSHAKING;
        let request = Buffer2.alloc(2 + this.authMethods.length);
        request[0] = SOCKS_VERSION, request[1] = this.authMethods.length, this.authMethods.forEach((method, i) => {
          request[2 + i] = method;
        }), this.socket.write(request);
      }
      /**
       * Handle handshake response from server
       */
      handleHandshakeResponse() {
        if (this.buffer.length < 2)
          return;
        let version = this.buffer[0], method = this.buffer[1];
        if (version !== SOCKS_VERSION)
          throw new Socks5ProxyError(`Invalid SOCKS version: ${version}`, "UND_ERR_SOCKS5_VERSION");
        if (method === AUTH_METHODS.NO_ACCEPTABLE)
          throw new Socks5ProxyError("No acceptable authentication method", "UND_ERR_SOCKS5_AUTH_REJECTED");
        if (this.buffer = this.buffer.subarray(2), debug("server selected auth method", method), method === AUTH_METHODS.NO_AUTH)
          this.markAuthenticated();
        else if (method === AUTH_METHODS.USERNAME_PASSWORD)
          this.state = STATES.AUTHENTICATING, this.sendAuthRequest();
        else
          throw new Socks5ProxyError(`Unsupported authentication method: ${method}`, "UND_ERR_SOCKS5_AUTH_METHOD");
      }
      /**
       * Send username/password authentication request
       */
      sendAuthRequest() {
        let { username, password } = this.options;
        if (!username || !password)
          throw new InvalidArgumentError("Username and password required for authentication");
        debug("sending username/password auth");
        let usernameBuffer = Buffer2.from(username), passwordBuffer = Buffer2.from(password);
        if (usernameBuffer.length > 255 || passwordBuffer.length > 255)
          throw new InvalidArgumentError("Username or password too long");
        let request = Buffer2.alloc(3 + usernameBuffer.length + passwordBuffer.length);
        request[0] = 1, request[1] = usernameBuffer.length, usernameBuffer.copy(request, 2), request[2 + usernameBuffer.length] = passwordBuffer.length, passwordBuffer.copy(request, 3 + usernameBuffer.length), this.socket.write(request);
      }
      /**
       * Handle authentication response
       */
      handleAuthResponse() {
        if (this.buffer.length < 2)
          return;
        let version = this.buffer[0], status = this.buffer[1];
        if (version !== 1)
          throw new Socks5ProxyError(`Invalid auth sub-negotiation version: ${version}`, "UND_ERR_SOCKS5_AUTH_VERSION");
        if (status !== 0)
          throw new Socks5ProxyError("Authentication failed", "UND_ERR_SOCKS5_AUTH_FAILED");
        this.buffer = this.buffer.subarray(2), debug("authentication successful"), this.markAuthenticated();
      }
      /**
       * Send CONNECT command
       * @param {string} address - Target address (IP or domain)
       * @param {number} port - Target port
       */
      connect(address, port) {
        if (this.state === STATES.CONNECTING || this.state === STATES.CONNECTED)
          throw new InvalidArgumentError("Connection already in progress");
        if (this.state !== STATES.AUTHENTICATED)
          throw new InvalidArgumentError("Client must be authenticated before CONNECT");
        debug("connecting to", address, port), this.state = STATES.CONNECTING;
        let request = this.buildConnectRequest(COMMANDS.CONNECT, address, port);
        this.socket.write(request);
      }
      /**
       * Build a SOCKS5 request
       */
      buildConnectRequest(command, address, port) {
        let { type: addressType, buffer: addressBuffer } = parseAddress(address), request = Buffer2.alloc(4 + addressBuffer.length + 2);
        return request[0] = SOCKS_VERSION, request[1] = command, request[2] = 0, request[3] = addressType, addressBuffer.copy(request, 4), request.writeUInt16BE(port, 4 + addressBuffer.length), request;
      }
      /**
       * Handle CONNECT response
       */
      handleConnectResponse() {
        if (this.buffer.length < 4)
          return;
        let version = this.buffer[0], reply = this.buffer[1], addressType = this.buffer[3];
        if (version !== SOCKS_VERSION)
          throw new Socks5ProxyError(`Invalid SOCKS version in reply: ${version}`, "UND_ERR_SOCKS5_REPLY_VERSION");
        let responseLength = 4;
        if (addressType === ADDRESS_TYPES.IPV4)
          responseLength += 6;
        else if (addressType === ADDRESS_TYPES.DOMAIN) {
          if (this.buffer.length < 5)
            return;
          responseLength += 1 + this.buffer[4] + 2;
        } else if (addressType === ADDRESS_TYPES.IPV6)
          responseLength += 18;
        else
          throw new Socks5ProxyError(`Invalid address type in reply: ${addressType}`, "UND_ERR_SOCKS5_ADDR_TYPE");
        if (this.buffer.length < responseLength)
          return;
        if (reply !== REPLY_CODES.SUCCEEDED) {
          let errorMessage = this.getReplyErrorMessage(reply);
          throw new Socks5ProxyError(`SOCKS5 connection failed: ${errorMessage}`, `UND_ERR_SOCKS5_REPLY_${reply}`);
        }
        let boundAddress, offset = 4;
        if (addressType === ADDRESS_TYPES.IPV4)
          boundAddress = Array.from(this.buffer.subarray(offset, offset + 4)).join("."), offset += 4;
        else if (addressType === ADDRESS_TYPES.DOMAIN) {
          let domainLength = this.buffer[offset];
          offset += 1, boundAddress = this.buffer.subarray(offset, offset + domainLength).toString(), offset += domainLength;
        } else if (addressType === ADDRESS_TYPES.IPV6) {
          let parts = [];
          for (let i = 0; i < 8; i++) {
            let value = this.buffer.readUInt16BE(offset + i * 2);
            parts.push(value.toString(16));
          }
          boundAddress = parts.join(":"), offset += 16;
        }
        let boundPort = this.buffer.readUInt16BE(offset);
        this.buffer = EMPTY_BUFFER, this.state = STATES.CONNECTED, this.socket.removeListener("data", this.onSocketData), debug("connected, bound address:", boundAddress, "port:", boundPort), this.emit("connected", { address: boundAddress, port: boundPort });
      }
      /**
       * Get human-readable error message for reply code
       */
      getReplyErrorMessage(reply) {
        switch (reply) {
          case REPLY_CODES.GENERAL_FAILURE:
            return "General SOCKS server failure";
          case REPLY_CODES.CONNECTION_NOT_ALLOWED:
            return "Connection not allowed by ruleset";
          case REPLY_CODES.NETWORK_UNREACHABLE:
            return "Network unreachable";
          case REPLY_CODES.HOST_UNREACHABLE:
            return "Host unreachable";
          case REPLY_CODES.CONNECTION_REFUSED:
            return "Connection refused";
          case REPLY_CODES.TTL_EXPIRED:
            return "TTL expired";
          case REPLY_CODES.COMMAND_NOT_SUPPORTED:
            return "Command not supported";
          case REPLY_CODES.ADDRESS_TYPE_NOT_SUPPORTED:
            return "Address type not supported";
          default:
            return `Unknown error code: ${reply}`;
        }
      }
    };
    module.exports = {
      Socks5Client,
      AUTH_METHODS,
      COMMANDS,
      ADDRESS_TYPES,
      REPLY_CODES,
      STATES
    };
  }
});

// node_modules/undici/lib/dispatcher/socks5-proxy-agent.js
var require_socks5_proxy_agent = __commonJS({
  "node_modules/undici/lib/dispatcher/socks5-proxy-agent.js"(exports, module) {
    "use strict";
    var { URL: URL2 } = __require("node:url"), tls, DispatcherBase = require_dispatcher_base(), { InvalidArgumentError } = require_errors(), { Socks5Client, STATES } = require_socks5_client(), { kDispatch, kClose, kDestroy } = require_symbols(), Pool = require_pool(), buildConnector = require_connect(), { debuglog } = __require("node:util"), debug = debuglog("undici:socks5-proxy"), kProxyUrl = /* @__PURE__ */ Symbol("proxy url"), kProxyHeaders = /* @__PURE__ */ Symbol("proxy headers"), kProxyAuth = /* @__PURE__ */ Symbol("proxy auth"), kProxyProtocol = /* @__PURE__ */ Symbol("proxy protocol"), kPools = /* @__PURE__ */ Symbol("pools"), kConnector = /* @__PURE__ */ Symbol("connector"), kRequestTls = /* @__PURE__ */ Symbol("request tls settings"), experimentalWarningEmitted = !1, Socks5ProxyAgent = class extends DispatcherBase {
      constructor(proxyUrl, options = {}) {
        if (super(), experimentalWarningEmitted || (process.emitWarning(
          "SOCKS5 proxy support is experimental and subject to change",
          "ExperimentalWarning"
        ), experimentalWarningEmitted = !0), !proxyUrl)
          throw new InvalidArgumentError("Proxy URL is mandatory");
        let url = typeof proxyUrl == "string" ? new URL2(proxyUrl) : proxyUrl;
        if (url.protocol !== "socks5:" && url.protocol !== "socks:")
          throw new InvalidArgumentError("Proxy URL must use socks5:// or socks:// protocol");
        this[kProxyUrl] = url, this[kProxyHeaders] = options.headers || {}, this[kProxyProtocol] = options.proxyTls ? "https:" : "http:", this[kRequestTls] = options.requestTls, this[kProxyAuth] = {
          username: options.username || (url.username ? decodeURIComponent(url.username) : null),
          password: options.password || (url.password ? decodeURIComponent(url.password) : null)
        }, this[kConnector] = options.connect || buildConnector({
          ...options.proxyTls,
          servername: options.proxyTls?.servername || url.hostname
        }), this[kPools] = /* @__PURE__ */ new Map();
      }
      /**
       * Create a SOCKS5 connection to the proxy
       */
      async createSocks5Connection(targetHost, targetPort) {
        let proxyHost = this[kProxyUrl].hostname, proxyPort = parseInt(this[kProxyUrl].port) || 1080;
        debug("creating SOCKS5 connection to", proxyHost, proxyPort);
        let socket = await new Promise((resolve2, reject) => {
          this[kConnector]({
            hostname: proxyHost,
            host: proxyHost,
            port: proxyPort,
            protocol: this[kProxyProtocol]
          }, (err, socket2) => {
            err ? reject(err) : resolve2(socket2);
          });
        }), socks5Client = new Socks5Client(socket, this[kProxyAuth]);
        return socks5Client.on("error", (err) => {
          debug("SOCKS5 error:", err), socket.destroy();
        }), await socks5Client.handshake(), await new Promise((resolve2, reject) => {
          let timeout = setTimeout(() => {
            reject(new Error("SOCKS5 authentication timeout"));
          }, 5e3), onAuthenticated = () => {
            clearTimeout(timeout), socks5Client.removeListener("error", onError), resolve2();
          }, onError = (err) => {
            clearTimeout(timeout), socks5Client.removeListener("authenticated", onAuthenticated), reject(err);
          };
          socks5Client.state === STATES.AUTHENTICATED ? (clearTimeout(timeout), resolve2()) : (socks5Client.once("authenticated", onAuthenticated), socks5Client.once("error", onError));
        }), await socks5Client.connect(targetHost, targetPort), await new Promise((resolve2, reject) => {
          let timeout = setTimeout(() => {
            reject(new Error("SOCKS5 connection timeout"));
          }, 5e3), onConnected = (info) => {
            debug("SOCKS5 tunnel established to", targetHost, targetPort, "via", info), clearTimeout(timeout), socks5Client.removeListener("error", onError), resolve2();
          }, onError = (err) => {
            clearTimeout(timeout), socks5Client.removeListener("connected", onConnected), reject(err);
          };
          socks5Client.once("connected", onConnected), socks5Client.once("error", onError);
        }), socket;
      }
      /**
       * Dispatch a request through the SOCKS5 proxy
       */
      [kDispatch](opts, handler) {
        let { origin } = opts;
        debug("dispatching request to", origin, "via SOCKS5");
        try {
          let originKey = String(origin), pool = this[kPools].get(originKey);
          return (!pool || pool.destroyed || pool.closed) && (pool = new Pool(origin, {
            pipelining: opts.pipelining,
            connections: opts.connections,
            connect: async (connectOpts, callback) => {
              try {
                let url = new URL2(origin), targetHost = url.hostname, targetPort = parseInt(url.port) || (url.protocol === "https:" ? 443 : 80);
                debug("establishing SOCKS5 connection to", targetHost, targetPort);
                let socket = await this.createSocks5Connection(targetHost, targetPort), finalSocket = socket;
                url.protocol === "https:" && (tls || (tls = __require("node:tls")), debug("upgrading to TLS"), finalSocket = tls.connect({
                  ...this[kRequestTls],
                  socket,
                  servername: this[kRequestTls]?.servername || targetHost
                }), await new Promise((resolve2, reject) => {
                  finalSocket.once("secureConnect", resolve2), finalSocket.once("error", reject);
                })), callback(null, finalSocket);
              } catch (err) {
                debug("SOCKS5 connection error:", err), callback(err);
              }
            }
          }), this[kPools].set(originKey, pool)), pool[kDispatch](opts, handler);
        } catch (err) {
          if (debug("dispatch error:", err), typeof handler.onResponseError == "function")
            return handler.onResponseError(null, err), !1;
          if (typeof handler.onError == "function")
            return handler.onError(err), !1;
          throw err;
        }
      }
      async [kClose]() {
        let closePromises = [];
        for (let pool of this[kPools].values())
          closePromises.push(pool.close());
        this[kPools].clear(), await Promise.all(closePromises);
      }
      async [kDestroy](err) {
        let destroyPromises = [];
        for (let pool of this[kPools].values())
          destroyPromises.push(pool.destroy(err));
        this[kPools].clear(), await Promise.all(destroyPromises);
      }
    };
    module.exports = Socks5ProxyAgent;
  }
});

// node_modules/undici/lib/dispatcher/proxy-agent.js
var require_proxy_agent = __commonJS({
  "node_modules/undici/lib/dispatcher/proxy-agent.js"(exports, module) {
    "use strict";
    var { kProxy, kClose, kDestroy, kDispatch } = require_symbols(), Agent = require_agent(), Pool = require_pool(), DispatcherBase = require_dispatcher_base(), { InvalidArgumentError, RequestAbortedError, SecureProxyConnectionError } = require_errors(), buildConnector = require_connect(), Client = require_client(), { channels } = require_diagnostics(), Socks5ProxyAgent = require_socks5_proxy_agent(), kAgent = /* @__PURE__ */ Symbol("proxy agent"), kClient = /* @__PURE__ */ Symbol("proxy client"), kProxyHeaders = /* @__PURE__ */ Symbol("proxy headers"), kRequestTls = /* @__PURE__ */ Symbol("request tls settings"), kProxyTls = /* @__PURE__ */ Symbol("proxy tls settings"), kConnectEndpoint = /* @__PURE__ */ Symbol("connect endpoint function"), kTunnelProxy = /* @__PURE__ */ Symbol("tunnel proxy");
    function defaultProtocolPort(protocol) {
      return protocol === "https:" ? 443 : 80;
    }
    function defaultFactory(origin, opts) {
      return new Pool(origin, opts);
    }
    var noop = () => {
    };
    function defaultAgentFactory(origin, opts) {
      return opts.connections === 1 ? new Client(origin, opts) : new Pool(origin, opts);
    }
    var Http1ProxyWrapper = class extends DispatcherBase {
      #client;
      constructor(proxyUrl, { headers = {}, connect: connect2, factory }) {
        if (!proxyUrl)
          throw new InvalidArgumentError("Proxy URL is mandatory");
        super(), this[kProxyHeaders] = headers, factory ? this.#client = factory(proxyUrl, { connect: connect2 }) : this.#client = new Client(proxyUrl, { connect: connect2 });
      }
      [kDispatch](opts, handler) {
        let onHeaders = handler.onHeaders;
        handler.onHeaders = function(statusCode, data, resume) {
          if (statusCode === 407) {
            typeof handler.onError == "function" && handler.onError(new InvalidArgumentError("Proxy Authentication Required (407)"));
            return;
          }
          onHeaders && onHeaders.call(this, statusCode, data, resume);
        };
        let {
          origin,
          path: path2 = "/",
          headers = {}
        } = opts;
        if (opts.path = origin + path2, !("host" in headers) && !("Host" in headers)) {
          let { host: host3 } = new URL(origin);
          headers.host = host3;
        }
        return opts.headers = { ...this[kProxyHeaders], ...headers }, this.#client[kDispatch](opts, handler);
      }
      [kClose]() {
        return this.#client.close();
      }
      [kDestroy](err) {
        return this.#client.destroy(err);
      }
    }, ProxyAgent = class extends DispatcherBase {
      constructor(opts) {
        if (!opts || typeof opts == "object" && !(opts instanceof URL) && !opts.uri)
          throw new InvalidArgumentError("Proxy uri is mandatory");
        let { clientFactory = defaultFactory } = opts;
        if (typeof clientFactory != "function")
          throw new InvalidArgumentError("Proxy opts.clientFactory must be a function.");
        let { proxyTunnel = !0 } = opts;
        super();
        let url = this.#getUrl(opts), { href, origin, port, protocol, username, password, hostname: proxyHostname } = url;
        if (this[kProxy] = { uri: href, protocol }, this[kRequestTls] = opts.requestTls, this[kProxyTls] = opts.proxyTls, this[kProxyHeaders] = opts.headers || {}, this[kTunnelProxy] = proxyTunnel, opts.auth && opts.token)
          throw new InvalidArgumentError("opts.auth cannot be used in combination with opts.token");
        opts.auth ? this[kProxyHeaders]["proxy-authorization"] = `Basic ${opts.auth}` : opts.token ? this[kProxyHeaders]["proxy-authorization"] = opts.token : username && password && (this[kProxyHeaders]["proxy-authorization"] = `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64")}`);
        let connect2 = buildConnector({ ...opts.proxyTls });
        this[kConnectEndpoint] = buildConnector({ ...opts.requestTls });
        let agentFactory = opts.factory || defaultAgentFactory, factory = (origin2, options) => {
          let { protocol: protocol2 } = new URL(origin2);
          return this[kProxy].protocol === "socks5:" || this[kProxy].protocol === "socks:" ? new Socks5ProxyAgent(this[kProxy].uri, {
            headers: this[kProxyHeaders],
            connect: connect2,
            factory: agentFactory,
            username: opts.username || username,
            password: opts.password || password,
            proxyTls: opts.proxyTls,
            requestTls: opts.requestTls
          }) : !this[kTunnelProxy] && protocol2 === "http:" && this[kProxy].protocol === "http:" ? new Http1ProxyWrapper(this[kProxy].uri, {
            headers: this[kProxyHeaders],
            connect: connect2,
            factory: agentFactory
          }) : agentFactory(origin2, options);
        };
        protocol === "socks5:" || protocol === "socks:" ? this[kClient] = null : this[kClient] = clientFactory(url, { connect: connect2 }), this[kAgent] = new Agent({
          ...opts,
          factory,
          connect: async (opts2, callback) => {
            if (!this[kClient]) {
              callback(new InvalidArgumentError("Cannot establish tunnel connection without a proxy client"));
              return;
            }
            let requestedPath = opts2.host;
            opts2.port || (requestedPath += `:${defaultProtocolPort(opts2.protocol)}`);
            try {
              let connectParams = {
                origin,
                port,
                path: requestedPath,
                signal: opts2.signal,
                headers: {
                  ...this[kProxyHeaders],
                  host: opts2.host,
                  ...opts2.connections == null || opts2.connections > 0 ? { "proxy-connection": "keep-alive" } : {}
                },
                servername: this[kProxyTls]?.servername || proxyHostname
              }, { socket, statusCode } = await this[kClient].connect(connectParams);
              if (statusCode !== 200) {
                socket.on("error", noop).destroy(), callback(new RequestAbortedError(`Proxy response (${statusCode}) !== 200 when HTTP Tunneling`));
                return;
              }
              if (channels.proxyConnected.hasSubscribers && channels.proxyConnected.publish({
                socket,
                connectParams
              }), opts2.protocol !== "https:") {
                callback(null, socket);
                return;
              }
              let servername;
              this[kRequestTls] ? servername = this[kRequestTls].servername : servername = opts2.servername, this[kConnectEndpoint]({ ...opts2, servername, httpSocket: socket }, callback);
            } catch (err) {
              err.code === "ERR_TLS_CERT_ALTNAME_INVALID" ? callback(new SecureProxyConnectionError(err)) : callback(err);
            }
          }
        });
      }
      dispatch(opts, handler) {
        let headers = buildHeaders(opts.headers);
        if (throwIfProxyAuthIsSent(headers), headers && !("host" in headers) && !("Host" in headers)) {
          let { host: host3 } = new URL(opts.origin);
          headers.host = host3;
        }
        return this[kAgent].dispatch(
          {
            ...opts,
            headers
          },
          handler
        );
      }
      /**
       * @param {import('../../types/proxy-agent').ProxyAgent.Options | string | URL} opts
       * @returns {URL}
       */
      #getUrl(opts) {
        return typeof opts == "string" ? new URL(opts) : opts instanceof URL ? opts : new URL(opts.uri);
      }
      [kClose]() {
        let promises = [this[kAgent].close()];
        return this[kClient] && promises.push(this[kClient].close()), Promise.all(promises);
      }
      [kDestroy]() {
        let promises = [this[kAgent].destroy()];
        return this[kClient] && promises.push(this[kClient].destroy()), Promise.all(promises);
      }
    };
    function buildHeaders(headers) {
      if (Array.isArray(headers)) {
        let headersPair = {};
        for (let i = 0; i < headers.length; i += 2)
          headersPair[headers[i]] = headers[i + 1];
        return headersPair;
      }
      return headers;
    }
    function throwIfProxyAuthIsSent(headers) {
      if (headers && Object.keys(headers).find((key) => key.toLowerCase() === "proxy-authorization"))
        throw new InvalidArgumentError("Proxy-Authorization should be sent in ProxyAgent constructor");
    }
    module.exports = ProxyAgent;
  }
});

// node_modules/undici/lib/dispatcher/env-http-proxy-agent.js
var require_env_http_proxy_agent = __commonJS({
  "node_modules/undici/lib/dispatcher/env-http-proxy-agent.js"(exports, module) {
    "use strict";
    var DispatcherBase = require_dispatcher_base(), { kClose, kDestroy, kClosed, kDestroyed, kDispatch, kNoProxyAgent, kHttpProxyAgent, kHttpsProxyAgent } = require_symbols(), ProxyAgent = require_proxy_agent(), Agent = require_agent(), DEFAULT_PORTS = {
      "http:": 80,
      "https:": 443
    }, EnvHttpProxyAgent2 = class extends DispatcherBase {
      #noProxyValue = null;
      #noProxyEntries = null;
      #opts = null;
      constructor(opts = {}) {
        super(), this.#opts = opts;
        let { httpProxy, httpsProxy, noProxy, ...agentOpts } = opts;
        this[kNoProxyAgent] = new Agent(agentOpts);
        let HTTP_PROXY = httpProxy ?? process.env.http_proxy ?? process.env.HTTP_PROXY;
        HTTP_PROXY ? this[kHttpProxyAgent] = new ProxyAgent({ ...agentOpts, uri: HTTP_PROXY }) : this[kHttpProxyAgent] = this[kNoProxyAgent];
        let HTTPS_PROXY = httpsProxy ?? process.env.https_proxy ?? process.env.HTTPS_PROXY;
        HTTPS_PROXY ? this[kHttpsProxyAgent] = new ProxyAgent({ ...agentOpts, uri: HTTPS_PROXY }) : this[kHttpsProxyAgent] = this[kHttpProxyAgent], this.#parseNoProxy();
      }
      [kDispatch](opts, handler) {
        let url = new URL(opts.origin);
        return this.#getProxyAgentForUrl(url).dispatch(opts, handler);
      }
      [kClose]() {
        return Promise.all([
          this[kNoProxyAgent].close(),
          !this[kHttpProxyAgent][kClosed] && this[kHttpProxyAgent].close(),
          !this[kHttpsProxyAgent][kClosed] && this[kHttpsProxyAgent].close()
        ]);
      }
      [kDestroy](err) {
        return Promise.all([
          this[kNoProxyAgent].destroy(err),
          !this[kHttpProxyAgent][kDestroyed] && this[kHttpProxyAgent].destroy(err),
          !this[kHttpsProxyAgent][kDestroyed] && this[kHttpsProxyAgent].destroy(err)
        ]);
      }
      #getProxyAgentForUrl(url) {
        let { protocol, host: hostname, port } = url;
        return hostname = hostname.replace(/:\d*$/, "").toLowerCase(), port = Number.parseInt(port, 10) || DEFAULT_PORTS[protocol] || 0, this.#shouldProxy(hostname, port) ? protocol === "https:" ? this[kHttpsProxyAgent] : this[kHttpProxyAgent] : this[kNoProxyAgent];
      }
      #shouldProxy(hostname, port) {
        if (this.#noProxyChanged && this.#parseNoProxy(), this.#noProxyEntries.length === 0)
          return !0;
        if (this.#noProxyValue === "*")
          return !1;
        for (let i = 0; i < this.#noProxyEntries.length; i++) {
          let entry = this.#noProxyEntries[i];
          if (!(entry.port && entry.port !== port) && (hostname === entry.hostname || hostname.slice(-(entry.hostname.length + 1)) === `.${entry.hostname}`))
            return !1;
        }
        return !0;
      }
      #parseNoProxy() {
        let noProxyValue = this.#opts.noProxy ?? this.#noProxyEnv, noProxySplit = noProxyValue.split(/[,\s]/), noProxyEntries = [];
        for (let i = 0; i < noProxySplit.length; i++) {
          let entry = noProxySplit[i];
          if (!entry)
            continue;
          let parsed5 = entry.match(/^(.+):(\d+)$/);
          noProxyEntries.push({
            // strip leading dot or asterisk with dot
            hostname: (parsed5 ? parsed5[1] : entry).replace(/^\*?\./, "").toLowerCase(),
            port: parsed5 ? Number.parseInt(parsed5[2], 10) : 0
          });
        }
        this.#noProxyValue = noProxyValue, this.#noProxyEntries = noProxyEntries;
      }
      get #noProxyChanged() {
        return this.#opts.noProxy !== void 0 ? !1 : this.#noProxyValue !== this.#noProxyEnv;
      }
      get #noProxyEnv() {
        return process.env.no_proxy ?? process.env.NO_PROXY ?? "";
      }
    };
    module.exports = EnvHttpProxyAgent2;
  }
});

// src/inputs/chart-releaser/keys.ts
var chartReleaserKeys = {
  owner: "text",
  "git-repo": "text",
  "git-base-url": "text",
  "git-upload-url": "text",
  token: "text",
  commit: "text",
  remote: "text",
  "package-path": "text",
  "index-path": "text",
  "pages-branch": "text",
  "pages-index-path": "text",
  "packages-with-index": "switch",
  "charts-repo": "text",
  push: "switch",
  pr: "switch",
  sign: "switch",
  key: "text",
  keyring: "text",
  "passphrase-file": "text",
  "release-name-template": "text",
  "release-notes-file": "text",
  "generate-release-notes": "switch",
  "make-release-latest": "switch",
  "skip-existing": "switch"
};
function keyOf(name) {
  let plain2 = name.toLowerCase();
  return plain2 === "charts-repo-url" || plain2 === "charts_repo_url" ? "charts-repo" : Object.hasOwn(chartReleaserKeys, plain2) ? plain2 : void 0;
}
var SWITCH = new Map([
  ...["1", "t", "T", "TRUE", "true", "True"].map((word) => [word, "true"]),
  ...["0", "f", "F", "FALSE", "false", "False"].map((word) => [word, "false"])
]);
function switchOf(text2) {
  return SWITCH.get(text2);
}

// src/inputs/chart-releaser/read-entry.ts
function readEntry(key, text2, from) {
  let value = text2.trim();
  if (value === "") return;
  if (chartReleaserKeys[key] === "text") return { key, value, from };
  let word = switchOf(value);
  return word !== void 0 ? { key, value: word, from } : refusal(from, `is ${shown(value)}`, "Allowed are `true` and `false`.");
}
function refusal({ words: words2, at }, what, hint) {
  return new ReleaseError("CHART_RELEASER_REFUSED", `${words2} ${what}.`, { hint, at });
}

// src/inputs/chart-releaser/file.ts
var MAX_FILE_BYTES = 65536, MAX_UNKNOWN = 10;
function readFile({ file, text: text2 }) {
  if (isResource(text2)) return { entries: [], remarks: [], problems: [] };
  try {
    let yaml = parseYaml(text2, { file, code: "CHART_RELEASER_FILE_INVALID", maxLength: MAX_FILE_BYTES });
    return isNull(yaml, yaml.root) ? { entries: [], remarks: [], problems: [] } : readFields(yaml);
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    return { entries: [], remarks: [], problems: [unreadable(error, file)] };
  }
}
function isChartReleasers({ file, text: text2 }) {
  let keys = [...text2.slice(0, MAX_FILE_BYTES).matchAll(/^["']?([\w-]+)["']?\s*:/gm)].map(([, key = ""]) => key);
  return keys.some((key) => OWN_KEYS.includes(key)) ? !1 : /(^|\/)cr\.ya?ml$/.test(file) || keys.some((key) => keyOf(key) !== void 0);
}
var OWN_KEYS = ["defaults", "charts", "dependencies", "trusted-signers"];
function isResource(text2) {
  return /^apiVersion:/m.test(text2) && /^kind:/m.test(text2);
}
function unreadable({ message, hint, at, cause }, file) {
  return new ReleaseError("CHART_RELEASER_FILE_INVALID", message, {
    hint: hint ?? `${file} is read as the settings of chart-releaser; correct it, or delete it if nothing needs it.`,
    at: at ?? { file },
    cause
  });
}
function readFields(yaml) {
  let entries = [], problems = [], unknown = [];
  for (let field of fieldsOf(yaml, yaml.root, "settings").values()) {
    let key = keyOf(field.name);
    if (key === void 0) unknown.push(unknownKey(yaml, field));
    else {
      let read5 = readEntry(key, textOf(yaml, field), fromOf(yaml, field));
      read5 instanceof ReleaseError ? problems.push(read5) : read5 !== void 0 && entries.push(read5);
    }
  }
  return { entries, remarks: bounded(unknown, yaml.file), problems };
}
function textOf(yaml, field) {
  if (isNull(yaml, field.value)) return "";
  try {
    return scalarOf(yaml, field.value, `\`${field.name}\``).text;
  } catch (error) {
    throw error instanceof ReleaseError ? failure(yaml, field.key, `has \`${field.name}\` that is not plain text`) : error;
  }
}
function fromOf(yaml, { name, key }) {
  let { line, column } = spanOf(yaml, key);
  return { words: `\`${name}\` in ${yaml.file}`, at: { file: yaml.file, line, column } };
}
function unknownKey(yaml, field) {
  let near = nearest(field.name, Object.keys(chartReleaserKeys)), guess = near === void 0 ? "" : ` Did you mean \`${near}\`?`, { line, column } = spanOf(yaml, field.key);
  return { text: `${shown(field.name)} in ${yaml.file} is no setting of chart-releaser and does nothing.${guess}`, at: { file: yaml.file, line, column } };
}
function bounded(remarks, file) {
  let left = remarks.length - MAX_UNKNOWN;
  return left <= 0 ? remarks : [...remarks.slice(0, MAX_UNKNOWN), { text: `${left} more keys of ${file} do nothing.`, at: { file } }];
}

// src/inputs/chart-releaser/own-repository.ts
var HINT = "Releases go to the repository of the workflow: run this action there, or publish to an OCI registry with `targets`.";
function elsewhere(entries, environment) {
  let [owner = "", name = ""] = (environment.GITHUB_REPOSITORY ?? "").toLowerCase().split("/"), api = host2(environment.GITHUB_API_URL || "https://api.github.com"), server = host2(environment.GITHUB_SERVER_URL || "https://github.com"), uploads = server === "github.com" ? ["uploads.github.com"] : [api, server, `uploads.${server ?? ""}`], wrong = (key, right) => {
    let entry = entries.get(key);
    return entry === void 0 || right(entry.value.toLowerCase()) ? [] : [refusal(entry.from, `names another place than ${environment.GITHUB_REPOSITORY ?? "this repository"}`, HINT)];
  };
  return [
    ...wrong("owner", (value) => value === owner),
    ...wrong("git-repo", (value) => value === name || value === `${owner}/${name}`),
    ...wrong("git-base-url", (value) => host2(value) === api),
    ...wrong("git-upload-url", (value) => uploads.includes(host2(value)))
  ];
}
function host2(address) {
  return URL.canParse(address) ? new URL(address).host : void 0;
}

// src/inputs/chart-releaser/pages.ts
var SAYS_PAGES = [
  "pages-branch",
  "pages-index-path",
  "packages-with-index",
  "release-name-template",
  "charts-repo"
];
function pagesTarget(entries) {
  let said = SAYS_PAGES.map((key) => entries.get(key)).find((entry) => entry !== void 0);
  if (said === void 0) return;
  let branch2 = encodeURIComponent(entries.get("pages-branch")?.value ?? "gh-pages"), folder2 = folderOf(entries.get("pages-index-path")?.value ?? "index.yaml"), asReleases = entries.get("packages-with-index")?.value !== "true", options = [
    ...asReleases ? ["packages=releases"] : [],
    ...asReleases && entries.get("make-release-latest")?.value === "false" ? ["latest=never"] : [],
    ...entries.has("charts-repo") ? [`url=${encodeURIComponent(entries.get("charts-repo")?.value ?? "")}`] : []
  ], query = options.length === 0 ? "" : `?${options.join("&")}`;
  return { address: `pages://${branch2}${folder2 === "" ? "" : `/${folder2}`}${query}`, said };
}
function indexNameProblem(entries) {
  let path2 = entries.get("pages-index-path");
  if (!(path2 === void 0 || /(^|\/)index\.yaml$/.test(path2.value)))
    return refusal(path2.from, "ends in no index.yaml", "Helm reads index.yaml only; name the folder it is in.");
}
function folderOf(indexPath) {
  return indexPath.split("/").filter((segment) => segment !== "" && segment !== ".").slice(0, -1).join("/");
}

// src/inputs/chart-releaser/remarks.ts
var isTrue = (value) => value === "true", isFalse = (value) => value === "false", always = () => !0, differences = {
  "generate-release-notes": { differs: isTrue, text: "is not followed: release notes are written here" },
  "release-notes-file": { differs: always, text: "is not followed: release notes are written here" },
  "skip-existing": { differs: isFalse, text: "is not followed: what is published already is always left alone" },
  "index-path": {
    differs: (value) => !/^(\.\/)?\.cr-index(\/index\.yaml)?$/.test(value),
    text: "is not followed: no copy of the index is left on the runner"
  },
  remote: { differs: (value) => value !== "origin", text: "is not followed: git pushes to `origin`" },
  commit: { differs: always, text: "is not followed: each release is of the commit that its version came with" }
};
function releaseRemarks(entries) {
  return [...entries.values()].filter(isDifferent).map(({ key, from: { words: words2, at } }) => ({
    text: `${words2} ${differences[key]?.text ?? ""}.`,
    ...at && { at }
  }));
}
function isDifferent({ key, value }) {
  return differences[key]?.differs(value) ?? !1;
}

// src/inputs/chart-releaser/mapping.ts
function mapEntries(entries, { isGiven, environment }) {
  let defaults = /* @__PURE__ */ new Map(), take = (input, entry, raw = entry?.value) => {
    if (entry === void 0 || raw === void 0 || isGiven(input)) return;
    let { words: words2, at } = entry.from;
    defaults.set(input, { raw, origin: { source: "chart-releaser", name: words2, ...at && { at } } });
  }, target = pagesTarget(entries);
  take("targets", target?.said, target?.address), take("tag-template", entries.get("release-name-template"));
  let folder2 = entries.get("package-path"), inside2 = folder2 !== void 0 && isFolderInside(folder2.value);
  inside2 && take("packages-dir", folder2);
  let token = entries.get("token");
  token?.from.at === void 0 && take("github-token", token);
  let place2 = isGiven("targets") ? [] : [...elsewhere(entries, environment), ...withoutReview(entries)], index = isGiven("targets") ? void 0 : indexNameProblem(entries);
  return {
    defaults,
    problems: [...place2, ...index ? [index] : [], ...isGiven("gpg-private-key") ? [] : unsigned(entries)],
    remarks: [
      ...folder2 && !inside2 && !isGiven("packages-dir") ? [notInside(folder2)] : [],
      ...defaults.has("targets") ? releaseRemarks(entries) : []
    ]
  };
}
function withoutReview(entries) {
  let review = entries.get("pr");
  return review?.value !== "true" ? [] : [refusal(review.from, "asks for a pull request with the index, which is not made here", "This action pushes to the branch that is served; say `pr: false` where that is meant, or give `targets`.")];
}
function unsigned(entries) {
  let sign2 = entries.get("sign");
  return sign2?.value !== "true" ? [] : [refusal(sign2.from, "asks for PGP signatures, and keyrings and passphrase files are not read here", "Give the key as the input `gpg-private-key`, from a secret (and `gpg-passphrase`); or set it to `false` for releases without `.prov` files.")];
}
function notInside({ from: { words: words2, at } }) {
  return { text: `${words2} is no folder inside the repository, so packages are left nowhere; see \`packages-dir\`.`, ...at && { at } };
}

// src/inputs/chart-releaser/variables.ts
var NAMES = [
  ...Object.keys(chartReleaserKeys).map(
    (key) => [key, `CR_${key.replaceAll("-", "_").toUpperCase()}`]
  ),
  ["charts-repo", "CR_CHARTS_REPO_URL"]
];
function readVariables(environment) {
  let read5 = NAMES.map(([key, name]) => readEntry(key, environment[name] ?? "", { words: `\`${name}\`` })), problems = read5.filter((one2) => one2 instanceof ReleaseError);
  return { entries: read5.filter((one2) => one2 !== void 0 && !(one2 instanceof ReleaseError)), remarks: [], problems };
}

// src/inputs/chart-releaser/chart-releaser.ts
function chartReleaserDefaults(file, options) {
  let written = file === void 0 ? { entries: [], remarks: [], problems: [] } : readFile(file), variables = readVariables(options.environment), entries = new Map([...written.entries, ...variables.entries].map((entry) => [entry.key, entry])), mapping = mapEntries(entries, options), tokens = written.entries.filter(({ key }) => key === "token");
  return {
    defaults: mapping.defaults,
    remarks: [
      ...file?.named ? [namedByConfig(file)] : [],
      ...tokens.map(tokenInFile),
      ...written.remarks,
      ...mapping.remarks
    ],
    problems: [...written.problems, ...variables.problems, ...mapping.problems]
  };
}
function namedByConfig({ file }) {
  return { text: `The input \`config\` names ${file}, which holds settings of chart-releaser: it is read as those. \`config\` is for a file of this action; leave it out where the file is called cr.yaml.`, at: { file } };
}
function tokenInFile({ from: { words: words2, at } }) {
  return { text: `${words2} is not used: whoever can read the repository has it. Revoke it, and give \`github-token\` from a secret.`, ...at && { at } };
}
function secretsInFile({ text: text2 }) {
  return [...text2.matchAll(/(?:^|[{,"'\s])token["']?\s*:\s*(\S[^\n]*)/gi)].map(([, rest = ""]) => rest).flatMap((rest) => rest.split(/[\s"',{}#*&!]+/)).filter((word) => word.length >= MIN_SECRET);
}
var MIN_SECRET = 8;

// src/signing/instances.ts
function instanceOf(serverUrl) {
  let { hostname, origin } = new URL(serverUrl);
  return hostname === "github.com" ? { kind: "github.com", issuer: "https://token.actions.githubusercontent.com", knownToPublicSigstore: !0 } : hostname.endsWith(".ghe.com") ? { kind: "ghe.com", issuer: `https://token.actions.${hostname}`, knownToPublicSigstore: !1 } : { kind: "server", issuer: `${origin}/_services/token`, knownToPublicSigstore: !1 };
}
function instanceProblem(serverUrl, hasSigningConfig) {
  let { issuer, knownToPublicSigstore } = instanceOf(serverUrl);
  if (hasSigningConfig || knownToPublicSigstore) return;
  let message = `The public Sigstore gives no certificates for identity tokens of ${issuer}`;
  return new ReleaseError("SIGSTORE_NO_PUBLIC_INSTANCE", message, {
    hint: `Name your own Sigstore:
  with:
    sigstore-signing-config: path/to/signing_config.json
    sigstore-trusted-root: path/to/trusted_root.json
or set sign: none.`
  });
}

// src/inputs/conflicts.ts
function conflicts(settings, environment, sound) {
  let found = [credentialsByHalves(settings)];
  return sound && found.push(credentialsForWhom(settings), sigstoreElsewhere(settings, environment), ...signedIndex(settings)), found.filter((problem) => problem !== void 0);
}
function credentialsByHalves({ registryUsername, registryPassword }) {
  let [given2, missing4] = registryUsername.value === void 0 ? ["registry-password", "registry-username"] : ["registry-username", "registry-password"];
  if (registryUsername.value === void 0 != (registryPassword.value === void 0))
    return new ReleaseError("INPUT_CONFLICT", `The input \`${given2}\` is given and \`${missing4}\` is not, or is empty.`, {
      hint: "Give both, or neither. A secret that does not exist is an empty input: look at the name of the secret."
    });
}
function credentialsForWhom({ registryUsername, targets }) {
  if (registryUsername.value === void 0) return;
  let hosts = new Set(targets.value.flatMap((address) => /^oci:\/\/([^/]+)/.exec(address.toLowerCase())?.[1] ?? []));
  if (hosts.size === 1) return;
  let found = hosts.size === 0 ? "there is no OCI target" : `the OCI targets are on ${[...hosts].join(" and ")}`;
  return new ReleaseError("INPUT_CONFLICT", `\`registry-username\` needs exactly one registry, and ${found}.`, {
    hint: "Log in to each registry with docker/login-action or `helm registry login` in an earlier step instead."
  });
}
function sigstoreElsewhere({ sign: sign2, sigstoreSigningConfig }, environment) {
  let server = environment.GITHUB_SERVER_URL || "https://github.com";
  if (!(sign2.value !== "keyless" || !URL.canParse(server)))
    return instanceProblem(server, sigstoreSigningConfig.value !== void 0);
}
function signedIndex({ signIndex, sign: sign2, targets }) {
  if (!signIndex.value) return [];
  let found = [];
  if (sign2.value === "none") {
    let message = "`sign-index: true` asks for a signature, and `sign: none` forbids them.";
    found.push(new ReleaseError("INPUT_CONFLICT", message, { hint: "Take out one of the two." }));
  }
  if (!targets.value.some(hasIndex)) {
    let message = `\`sign-index: true\` is for targets with an index, and none of these has one: ${targets.value.join(", ")}.`;
    found.push(new ReleaseError("INPUT_CONFLICT", message, { hint: "Take `sign-index` out, or add such a target." }));
  }
  return found;
}

// src/inputs/foreign-inputs.ts
var CR = "chart-releaser-action", PAGES = "helm-gh-pages", OCI = "helm-oci-chart-releaser", say = (tool, hint) => ({ tool, hint: () => hint }), drop = (tool, why) => say(tool, `Delete it: ${why}.`), counterparts = new Map(
  Object.entries({
    charts_dir: {
      tool: `${CR} and ${PAGES}`,
      hint: (value) => `Write \`charts: ${folder(value, "charts")}/*\`.`
    },
    pages_branch: { tool: CR, hint: (value) => pages(folder(value, "gh-pages"), "?packages=releases") },
    packages_with_index: {
      tool: CR,
      hint: (value) => pages("gh-pages", /^true$/i.test(value.trim()) ? "" : "?packages=releases")
    },
    charts_repo_url: say(CR, "Write it into the target: `targets: pages://gh-pages?url=https://\u2026`."),
    skip_existing: drop(CR, "what is published already is always left alone"),
    skip_packaging: drop(CR, "charts are always packaged from the commit"),
    skip_upload: say(CR, "Write `mode: plan` for a run that publishes nothing, else delete it."),
    mark_as_latest: {
      tool: CR,
      hint: (value) => /^false$/i.test(value.trim()) ? pages("gh-pages", "?packages=releases&latest=never") : 'Delete it: which release is "latest" is decided here.'
    },
    install_dir: drop(CR, "nothing is installed"),
    install_only: drop(CR, "nothing is installed"),
    version: drop(CR, "no other tool is fetched; Helm is chosen with `helm-version`"),
    token: say(PAGES, "Write `github-token:`, or nothing for the token of the workflow."),
    charts_url: say(PAGES, "Write it into the target: `targets: pages://gh-pages?url=https://\u2026`."),
    owner: say(PAGES, "Releases go to the repository of the workflow: run the action there, or publish to `oci://\u2026`."),
    repository: say(
      `${PAGES} and ${OCI}`,
      "Write the whole place as `targets`: `pages://gh-pages` or `oci://host/path`."
    ),
    branch: { tool: PAGES, hint: (value) => pages(folder(value, "gh-pages"), "") },
    target_dir: { tool: PAGES, hint: (value) => pages(`gh-pages/${folder(value, "charts")}`, "") },
    index_dir: { tool: PAGES, hint: (value) => pages(`gh-pages/${folder(value, "charts")}`, "") },
    linting: drop(PAGES, "charts are always linted"),
    commit_username: drop(PAGES, "commits are made by github-actions[bot]"),
    commit_email: drop(PAGES, "commits are made by github-actions[bot]"),
    chart_version: say(PAGES, "Write the version into Chart.yaml, or release by tag with `version-from-tag: true`."),
    enterprise_url: drop(PAGES, "the server is that of the workflow"),
    dependencies: drop(PAGES, "dependencies are fetched from where Chart.yaml and Chart.lock say"),
    name: say(OCI, "Write `charts:` with the folder of the chart."),
    path: { tool: OCI, hint: (value) => `Write \`charts: ${folder(value, "charts/app")}\`.` },
    tag: say(OCI, "Write the version into Chart.yaml, or release by tag with `version-from-tag: true`."),
    registry: { tool: OCI, hint: (value) => `Write \`targets: oci://${folder(value, "ghcr.io")}/\u2026\`.` },
    update_dependencies: drop(OCI, "dependencies are built from Chart.lock"),
    signing_key: say(OCI, "Write `gpg-private-key:` with the key itself, from a secret."),
    signing_passphrase: say(OCI, "Write `gpg-passphrase:`."),
    signing_keyring: say(OCI, "Write `gpg-private-key:` with the key itself, from a secret.")
  })
);
function foreignInput(name, value) {
  let found = counterparts.get(name);
  return found && { tool: found.tool, hint: found.hint(value) };
}
function folder(value, otherwise) {
  let plain2 = value.trim().replace(/^\.\//, "").replace(/\/+$/, "");
  return /^[\w./-]{1,60}$/.test(plain2) && !shown(plain2).includes("\\") ? plain2 : otherwise;
}
function pages(place2, options) {
  return `Write \`targets: pages://${place2}${options}\`.`;
}

// src/inputs/given.ts
function given(inputs2, name) {
  let raw = inputs2[name], isDefault = name === "github-token" && raw === inputs2["workflow-token"];
  return raw === void 0 || raw.trim() === "" || isDefault ? void 0 : { raw, origin: { source: "input", name } };
}

// src/inputs/problems.ts
function collectProblems() {
  let all = [];
  return { all, add: (problem) => {
    all.push(problem);
  } };
}
function judge(given2, entry, problems) {
  let parsed5 = entry.parse(given2.raw);
  if ("value" in parsed5) return parsed5.value;
  problems.add(refused(given2, parsed5, entry.secret === !0));
}
function settle(given2, entry, problems, environment) {
  if (given2 !== void 0) {
    let before = problems.all.length, value = judge(given2, entry, problems);
    if (problems.all.length === before) return { value, source: given2.origin.source };
  }
  try {
    return { value: entry.fallback(environment), source: "default" };
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    return given2 === void 0 && problems.add(error), { value: void 0, source: "default" };
  }
}
var told = {
  input: (name) => ({ code: "INPUT_INVALID", subject: `The input \`${name}\`` }),
  config: (name) => ({ code: "CONFIG_VALUE_INVALID", subject: `\`${name}\` in the config file` }),
  "chart-releaser": (name) => ({ code: "CHART_RELEASER_REFUSED", subject: name })
};
function refused({ raw, origin }, { allowed, hint, found }, secret) {
  let { code: code2, subject } = told[origin.source](origin.name), value = secret ? "a value that is not shown" : found ?? shown(raw);
  return new ReleaseError(code2, `${subject} is ${value}; allowed: ${allowed}.`, { hint, at: origin.at });
}

// src/inputs/per-chart.ts
function perChartSettings(read5, problems) {
  let entries = Object.entries(read5.config.charts ?? {}).map(([key, chart]) => {
    let judged = (name, raw, parse6) => raw === void 0 ? void 0 : judgeAt(read5, ["charts", key, name], raw, { parse: parse6, problems }), settings = {
      bump: judged("bump", chart.bump, bumpSetting),
      zeroMajor: chart["zero-major"],
      appVersion: judged("app-version", chart["app-version"], appVersion),
      appPaths: judged("app-paths", chart["app-paths"], list(folderGlob)),
      unlocked: chart.unlocked,
      at: read5.keyAt(["charts", key])
    };
    return [key.replace(/^(\.\/)+(?=.)/, "").replace(/(?<=.)\/+$/, ""), withoutUndefined(settings)];
  });
  return Object.fromEntries(entries);
}
function dependencySettings(read5, problems) {
  let { schemes = [], "private-hosts": hosts = [] } = read5.config.dependencies ?? {};
  return hosts.length === 0 ? { schemes, privateHosts: [] } : { schemes, privateHosts: judgeAt(read5, ["dependencies", "private-hosts"], hosts, { parse: list(host), problems }) ?? [] };
}
function judgeAt(read5, path2, raw, { parse: parse6, problems }) {
  return judge({ raw, origin: { source: "config", name: path2.join("."), at: read5.at(path2) } }, { parse: parse6 }, problems);
}
function withoutUndefined(value) {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== void 0));
}

// src/inputs/setting-files.ts
var PLACES = ["cr.yaml", "cr.yml"];
function configFileOf(inputs2) {
  let parsed5 = inputs.config.parse(given(inputs2, "config")?.raw ?? "");
  return "value" in parsed5 ? parsed5.value : inputs.config.fallback({});
}
async function settingFiles(inputs2, { own, foreign }) {
  let file = configFileOf(inputs2), text2 = await own(file);
  if (text2 !== void 0 && given(inputs2, "config") !== void 0 && isChartReleasers({ file, text: text2 })) {
    let { config: _, ...others } = inputs2, named = { file, text: await foreign(file) ?? "", named: !0 };
    return { inputs: others, configText: await own(configFileOf(others)), chartReleaser: named };
  }
  for (let place2 of PLACES) {
    let found = await foreign(place2);
    if (found !== void 0) return { inputs: inputs2, configText: text2, chartReleaser: { file: place2, text: found } };
  }
  return { inputs: inputs2, configText: text2, chartReleaser: void 0 };
}

// src/inputs.ts
function modeIn(inputs2) {
  let parsed5 = inputs.mode.parse(given(inputs2, "mode")?.raw ?? "");
  return "value" in parsed5 ? parsed5.value : "release";
}
function gitTokenIn(inputs2, environment) {
  let named = given(inputs2, "github-token")?.raw ?? environment.CR_TOKEN;
  return typeof named == "string" && named.trim() || inputs2["github-token"] || void 0;
}
function inputsIn(environment) {
  let entries = Object.entries(environment).filter(([name]) => name.startsWith("INPUT_"));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(6).toLowerCase(), value]));
}
async function readSettings({
  inputs: inputs2,
  configText,
  chartReleaser,
  environment
}) {
  let problems = collectProblems();
  for (let name of Object.keys(inputs2)) Object.hasOwn(inputs, name) || problems.add(unknownInput(name, inputs2));
  let config = await configOf(inputs2, configText, problems), other = chartReleaserDefaults(chartReleaser, {
    isGiven: (name) => (given(inputs2, name) ?? givenInConfig(config, name)) !== void 0,
    environment
  });
  for (let problem of other.problems) problems.add(problem);
  function setting(name, entry) {
    let [input, configured] = [given(inputs2, name), givenInConfig(config, name)];
    return input && configured && judge(configured, entry, problems), settle(input ?? configured ?? other.defaults.get(name), entry, problems, environment);
  }
  let settings = {
    mode: setting("mode", inputs.mode),
    charts: setting("charts", inputs.charts),
    exclude: setting("exclude", inputs.exclude),
    targets: setting("targets", inputs.targets),
    bump: setting("bump", inputs.bump),
    zeroMajor: setting("zero-major", inputs["zero-major"]),
    tooLow: setting("too-low", inputs["too-low"]),
    requireBump: setting("require-bump", inputs["require-bump"]),
    appVersion: setting("app-version", inputs["app-version"]),
    appTagPattern: setting("app-tag-pattern", inputs["app-tag-pattern"]),
    commit: setting("commit", inputs.commit),
    verifiedCommits: setting("verified-commits", inputs["verified-commits"]),
    releaseNotes: setting("release-notes", inputs["release-notes"]),
    tagTemplate: setting("tag-template", inputs["tag-template"]),
    versionFromTag: setting("version-from-tag", inputs["version-from-tag"]),
    adopt: setting("adopt", inputs.adopt),
    sign: setting("sign", inputs.sign),
    signIndex: setting("sign-index", inputs["sign-index"]),
    publicLog: setting("public-log", inputs["public-log"]),
    sigstoreSigningConfig: setting("sigstore-signing-config", inputs["sigstore-signing-config"]),
    sigstoreTrustedRoot: setting("sigstore-trusted-root", inputs["sigstore-trusted-root"]),
    timeoutMs: setting("timeout", inputs.timeout),
    sigstoreTimeoutMs: setting("sigstore-timeout", inputs["sigstore-timeout"]),
    gpgPrivateKey: setting("gpg-private-key", inputs["gpg-private-key"]),
    gpgPassphrase: setting("gpg-passphrase", inputs["gpg-passphrase"]),
    registryUsername: setting("registry-username", inputs["registry-username"]),
    registryPassword: setting("registry-password", inputs["registry-password"]),
    plainHttp: setting("plain-http", inputs["plain-http"]),
    tokenRealms: setting("token-realms", inputs["token-realms"]),
    helmVersion: setting("helm-version", inputs["helm-version"]),
    githubToken: setting("github-token", {
      ...inputs["github-token"],
      fallback: () => inputs2["github-token"] || void 0
    }),
    configFile: setting("config", inputs.config),
    packagesDir: setting("packages-dir", inputs["packages-dir"]),
    perChart: perChartSettings(config, problems),
    dependencies: dependencySettings(config, problems),
    trustedSigners: config.config["trusted-signers"] ?? [],
    remarks: other.remarks
  }, all = [...problems.all, ...conflicts(settings, environment, problems.all.length === 0)], place2 = ({ at }) => at?.line ?? 0;
  if (all.length > 0) throw new ReleaseErrors(all.toSorted((a, b) => place2(a) - place2(b)));
  return settings;
}
var nowhere = () => ({ file: "" }), NO_CONFIG = { config: {}, at: nowhere, keyAt: nowhere };
async function configOf(inputs2, text2, problems) {
  let file = configFileOf(inputs2);
  if (text2 !== void 0) {
    let { readConfig } = await import("./config-3OV74B65.js");
    return readConfig(text2, file, problems);
  }
  let named = given(inputs2, "config");
  return named !== void 0 && "value" in inputs.config.parse(named.raw) && problems.add(
    new ReleaseError("CONFIG_FILE_MISSING", `The input \`config\` names ${file}, and there is no such file.`, {
      hint: "Paths count from the repository root, and the file must be committed: settings are read from the commit that is checked out, or from the base of a change that is not merged."
    })
  ), NO_CONFIG;
}
function givenInConfig({ config, at }, name) {
  let raw = config.defaults?.[name];
  if (raw !== void 0)
    return { raw, origin: { source: "config", name: `defaults.${name}`, at: at(["defaults", name]) } };
}
function unknownInput(name, inputs2) {
  let foreign = foreignInput(name, inputs2[name] ?? "");
  if (foreign !== void 0) {
    let message = `This action has no input \`${name}\`, which is one of ${foreign.tool}.`;
    return new ReleaseError("INPUT_UNKNOWN", message, { hint: foreign.hint });
  }
  let near = nearest(name, Object.keys(inputs));
  return new ReleaseError("INPUT_UNKNOWN", `This action has no input \`${name.slice(0, 60)}\`.`, {
    hint: near === void 0 ? `Its inputs are: ${Object.keys(inputs).join(", ")}.` : `Did you mean \`${near}\`?`
  });
}

// src/chart/repository-index.ts
var import_yaml = __toESM(require_dist(), 1);
var MAX_PARSED = 8 * 1024 * 1024;
function indexEntries(index, name) {
  let list3 = index.trimStart().startsWith("{") ? inJson(index, name) : inYaml(index, name);
  return Array.isArray(list3) ? list3.flatMap(entryOf) : [];
}
function inJson(index, name) {
  try {
    return entriesOf(JSON.parse(index))?.get(name);
  } catch {
    return inYaml(index, name);
  }
}
function inYaml(index, name) {
  let lines2 = linesOf(index, name), own = lines2 === void 0 ? void 0 : attempt(() => parsed(lines2));
  if (own !== void 0) return Object.values(Object(own))[0];
  let whole2 = attempt(() => parsed(index));
  if (whole2 === void 0) throw noIndex("it cannot be read as YAML");
  let entries = entriesOf(whole2);
  if (!entries) throw noIndex("it has no `entries`");
  return entries.get(name);
}
function linesOf(index, name) {
  let start2 = /^entries:[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*(?<indent> +)(?=[^\s#-])/m.exec(index);
  if (!start2) return;
  let { indent = "" } = start2.groups ?? {}, entries = index.slice(start2.index + start2[0].length - indent.length), quoted = name.replace(/[^\w-]/g, "\\$&"), key = new RegExp(`^${indent}(?:${quoted}|"${quoted}"|'${quoted}')[ \\t]*:[ \\t]*\\r?$`, "m").exec(entries);
  if (!key) return;
  let below3 = entries.slice(key.index + key[0].length), end = new RegExp(`^(?: {0,${indent.length - 1}}[^\\s#]| {${indent.length}}[^\\s#-])`, "m").exec(below3);
  return key[0] + (end ? below3.slice(0, end.index) : below3);
}
function parsed(text2) {
  if (!(text2.length > MAX_PARSED || tooDeepAt(text2) !== void 0))
    return (0, import_yaml.parse)(text2, { schema: "failsafe", uniqueKeys: !1, logLevel: "silent", maxAliasCount: 100 });
}
function attempt(work) {
  try {
    return work() ?? void 0;
  } catch {
    return;
  }
}
function entriesOf(index) {
  let entries = typeof index == "object" && index !== null && "entries" in index ? index.entries : void 0;
  if (!(typeof entries != "object" || entries === null || Array.isArray(entries)))
    return new Map(Object.entries(entries));
}
function entryOf(value) {
  let { version, urls, digest } = Object(value);
  if (typeof version != "string" || !Array.isArray(urls)) return [];
  let addresses = urls.filter((url) => typeof url == "string");
  return [{ version, urls: addresses, ...typeof digest == "string" && { digest } }];
}
function noIndex(why) {
  return new ReleaseError("DEPENDENCY_FAILED", `its index.yaml is no index of charts: ${why}`);
}

// src/chart/classic-repository.ts
var MAX_INDEX_BYTES = 128 * 1024 * 1024, REDIRECTS = 5, ATTEMPTS = 3;
function openRepository(entry, context) {
  let base = new URL(entry.url.endsWith("/") ? entry.url : `${entry.url}/`), login = loginOf(entry, base, context.secrets), client = once(() => clientFor(entry, context));
  async function get(url, maxBytes2) {
    let headers = login !== void 0 && (entry.passCredentials || url.origin === base.origin) ? { authorization: login } : {}, address = new URL(url.href);
    address.username = "", address.password = "";
    let http = await client(), { privateHosts } = context, bounds = { maxBytes: maxBytes2, redirects: REDIRECTS, attempts: ATTEMPTS, privateHosts };
    return bodyOf(await http.send({ method: "GET", url: address.href, headers, ...bounds }), address);
  }
  let index = once(async () => Buffer.from(await get(beside(base, "index.yaml"), MAX_INDEX_BYTES)).toString());
  return {
    async offers(name) {
      return indexEntries(await index(), name).map((one2) => ({ ...one2, url: addressOf(one2.urls[0], base) }));
    },
    async archive({ url, digest }) {
      if (!url) throw new ReleaseError("DEPENDENCY_FAILED", "its index names no valid address for the archive");
      let archive = await get(url, HELM_LIMITS.totalBytes);
      return refuseOther(archive, digest), archive;
    }
  };
}
async function clientFor({ caFile }, { files, newHttp }) {
  if (caFile === "") return newHttp();
  let pem = await files.readIfPresent(caFile);
  if (!pem) throw new ReleaseError("DEPENDENCY_FAILED", `the CA file ${caFile} of its \`helm repo add\` is not there`);
  return newHttp(Buffer.from(pem).toString());
}
function loginOf(entry, base, secrets) {
  let [username, password] = entry.username ? [entry.username, entry.password] : [decoded(base.username), decoded(base.password)];
  if (!(username === "" && password === "")) {
    for (let secret of [password, entry.password, base.password]) secrets.add(secret);
    return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  }
}
function decoded(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}
function addressOf(written, base) {
  if (!(written === void 0 || !URL.canParse(written, base.href)))
    return URL.canParse(written) ? new URL(written) : beside(base, written);
}
function beside(base, path2) {
  let url = new URL(path2, base);
  return url.search = base.search, url;
}
function bodyOf({ status, body, url }, asked) {
  if (status === 200) return body;
  let from = new URL(url).host === asked.host ? "" : ` of ${new URL(url).host}`;
  throw new ReleaseError("DEPENDENCY_FAILED", `GET ${asked.host}${asked.pathname} was answered with ${status}${from}`);
}
function refuseOther(archive, digest) {
  let expected = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(digest ?? "")?.[1]?.toLowerCase(), found = digestOf(archive);
  if (expected === void 0 || `sha256:${expected}` === found) return;
  let what = `its index says sha256:${expected}, and its archive is ${found}`;
  throw new ReleaseError("DEPENDENCY_FAILED", what);
}

// src/chart/repository-entries.ts
var import_yaml2 = __toESM(require_dist(), 1);
import { posix } from "node:path";
async function knownRepositories(files, environment) {
  let { HOME = "", XDG_CONFIG_HOME, HELM_CONFIG_HOME, HELM_REPOSITORY_CONFIG } = environment, folder2 = HELM_CONFIG_HOME || posix.join(XDG_CONFIG_HOME || posix.join(HOME, ".config"), "helm"), bytes = await files.readIfPresent(HELM_REPOSITORY_CONFIG || posix.join(folder2, "repositories.yaml")), content = bytes && parsed2(Buffer.from(bytes).toString()), { repositories } = Object(content);
  return Array.isArray(repositories) ? repositories.flatMap(entryOf2) : [];
}
function aliasIn(repository) {
  return /^(?:@|alias:)(.+)$/.exec(repository)?.[1];
}
function entryFor(repository, known) {
  let alias = aliasIn(repository);
  return known.find(
    ({ name, url }) => alias === void 0 ? trimmed(url) === trimmed(repository) : name === alias
  ) ?? (alias === void 0 ? entryOf2({ name: "-", url: repository })[0] : void 0);
}
function entryOf2(value) {
  let fields = Object(value), text2 = (name) => typeof fields[name] == "string" ? fields[name] : "";
  if (text2("name") === "" || text2("url") === "") return [];
  let refused8 = [
    ...text2("certFile") || text2("keyFile") ? ["--cert-file"] : [],
    ...fields.insecure_skip_tls_verify === !0 ? ["--insecure-skip-tls-verify"] : []
  ];
  return [
    {
      name: text2("name"),
      url: text2("url"),
      username: text2("username"),
      password: text2("password"),
      caFile: text2("caFile"),
      passCredentials: fields.pass_credentials_all === !0,
      unsupported: refused8.join(" and ")
    }
  ];
}
function parsed2(text2) {
  try {
    return (0, import_yaml2.parse)(text2);
  } catch {
    return;
  }
}
function trimmed(url) {
  return url.replace(/\/+$/, "");
}

// src/chart/fetch-dependency.ts
function createFetch(context) {
  let shelves = /* @__PURE__ */ new Map(), shelf = (repository) => {
    let opened = shelves.get(repository) ?? open(repository, context);
    return shelves.set(repository, opened), opened;
  };
  return async (wanted) => {
    let from = await shelf(wanted.repository), offer = chosen(await from.offers(wanted.name, wanted.version), wanted), archive = await archiveOf(from, offer, wanted.name);
    return unpack(archive), { version: offer.version, archive };
  };
  async function archiveOf(from, offer, name) {
    let { url } = offer;
    if (!url || ["https:", ...context.schemes.map((scheme) => `${scheme}:`)].includes(url.protocol))
      return from.archive(offer, name);
    if (url.protocol !== "oci:") throw failed(`its index names ${url.protocol}//, which is not allowed`);
    let { path: path2, name: last, tag } = partsOf(url);
    return (await shelf(path2)).archive({ version: tag || offer.version }, last);
  }
}
async function open(repository, context) {
  if (repository.startsWith("oci://")) return context.openRegistry(repository);
  let entry = entryFor(repository, await knownRepositories(context.files, context.environment));
  if (!entry) throw failed("no `helm repo add` said what that stands for");
  if (entry.unsupported !== "") throw failed(`its \`helm repo add\` had ${entry.unsupported}, which is not supported`);
  if (!/^https?:\/\//i.test(entry.url) || !URL.canParse(entry.url)) throw failed("its address is not one of http");
  return openRepository(entry, { ...context, privateHosts: hostsOf(repository, entry, context) });
}
function hostsOf(repository, { url }, { privateHosts }) {
  return aliasIn(repository) === void 0 ? privateHosts : [...privateHosts, new URL(url).host];
}
function chosen(offers, { name, version, constraint }) {
  if (offers.length === 0) throw failed(`it holds no chart ${name}`);
  let found = version === void 0 ? newest(offers, constraint) : exact(offers, version);
  if (found) return found;
  throw failed(`it holds no version ${version ?? constraint} of ${name}`);
}
function exact(offers, version) {
  return offers.find((offer) => offer.version === version) ?? offers.find((offer) => order(offer.version, version) === 0);
}
function newest(offers, constraint) {
  return offers.filter((offer) => satisfies(offer.version, constraint)).reduce(
    (best, offer) => best && (order(best.version, offer.version) ?? -1) >= 0 ? best : offer,
    void 0
  );
}
function order(a, b) {
  let [one2, other] = [readHelmVersion(a), readHelmVersion(b)];
  return one2 && other && compareHelmVersions(one2, other);
}
function partsOf({ host: host3, pathname }) {
  let parts = pathname.split("/").filter((part) => part !== ""), [name = "", tag = ""] = (parts.pop() ?? "").split(":");
  return { path: ["oci:/", host3, ...parts].join("/"), name, tag: tag.replaceAll("_", "+") };
}
function failed(why) {
  return new ReleaseError("DEPENDENCY_FAILED", why);
}

// src/pipeline/dependencies.ts
function dependencyFetch(context) {
  return createFetch({ ...context, openRegistry: (address) => registryShelf(address, context) });
}
function registryShelf(address, context) {
  let registry = openTarget(address, targetContext(address, context));
  return {
    async offers(name, version) {
      return version !== void 0 ? [{ version }] : (await registry.versions(name)).filter((one2) => parseVersion(one2)).map((one2) => ({ version: one2 }));
    },
    async archive({ version }, name) {
      let found = await registry.find({ name, version });
      if (found.state === "unknown") throw found.why;
      if (found.state === "absent")
        throw new ReleaseError("DEPENDENCY_FAILED", `it holds no version ${version} of ${name}`);
      let artifact = registry.adopt({ name, version }, found);
      return (await registry.fetch(artifact)).archive;
    }
  };
}
function targetContext(address, context) {
  let { settings, ownHosts, newHttp, privateHosts } = context, isOwn2 = ownHosts.includes(address.split("/")[2] ?? ""), { registryUsername, registryPassword, ...others } = settings;
  return {
    ...context,
    http: guarded(context.http, privateHosts),
    newHttp: () => guarded(newHttp(), privateHosts),
    settings: isOwn2 ? settings : others
  };
}
function guarded(http, privateHosts) {
  return { send: (request) => http.send({ ...request, privateHosts }) };
}

// src/pipeline/file-signer.ts
function createFileSigner(open6) {
  let signing = async () => {
    let opened = await open6();
    if (opened) return opened;
    throw new ReleaseError("BUG_UNEXPECTED", "A file was to be signed with `sign: none`");
  };
  return {
    async sign(subject) {
      let { bundles } = await (await signing()).signer.sign(subject), [bundle] = bundles;
      if (bundle && bundles.length === 1) return bundle.json;
      throw new ReleaseError("BUG_UNEXPECTED", `${subject.repository} takes one bundle, and got ${bundles.length}`);
    },
    async signerOf(subject, json) {
      let { verifier, ours } = await signing(), identity2 = await verifier.signerOf(subject, { json, predicateType: "" });
      return { ...identity2, isOurs: isOurs(identity2, ours) };
    }
  };
}

// src/pipeline/open-provenance.ts
async function openProvenance(settings, clock2) {
  let { gpgPrivateKey, gpgPassphrase } = settings;
  if (gpgPrivateKey.value === void 0) return;
  let { createProvenanceSigner } = await import("./pgp-5HK2HKWW.js");
  return createProvenanceSigner({
    privateKey: gpgPrivateKey.value,
    passphrase: gpgPassphrase.value,
    now: () => clock2.now()
  });
}

// src/pipeline/open-signing.ts
var AUDIENCE = "sigstore";
async function openSigning(platform, settings, facts) {
  let { http, clock: clock2, log, secrets, identity: identity2, files } = platform, signingConfig = settings.sigstoreSigningConfig.value, problem = instanceProblem(facts.serverUrl, signingConfig !== void 0);
  if (problem) throw problem;
  let timeoutMs2 = settings.sigstoreTimeoutMs.value, token = await createPatience({ clock: clock2, log, timeoutMs: timeoutMs2 }).obtain({
    name: "GitHub's identity service",
    attempt: () => identity2.token(AUDIENCE)
  }), { createKeylessSigner, createVerifier, findServices, ourIdentity, readClaims } = await import("./keyless-SJGQVQXR.js"), cacheFolder = await files.temporaryFolder("tuf"), trustedRoot = settings.sigstoreTrustedRoot.value, services = await findServices(
    { signingConfig, trustedRoot, cacheFolder },
    { http, files, clock: clock2, log, timeoutMs: timeoutMs2 }
  ), publicLog = settings.publicLog.value, signer = createKeylessSigner({ http, clock: clock2, log, identity: identity2, secrets, services, timeoutMs: timeoutMs2, publicLog }), prepared = await signer.prepare();
  if (prepared.sourceRepositoryId === void 0)
    throw new ReleaseError(
      "SIGSTORE_INVALID_ANSWER",
      "The certificate does not name the repository that it was issued for."
    );
  let ours = ourIdentity(readClaims(token), { ...facts, subject: prepared.subject }, settings.trustedSigners);
  return { signer, verifier: createVerifier(services.trustedRoot), identity: prepared, ours };
}

// src/pipeline/progress.ts
function createProgress() {
  return { failed: /* @__PURE__ */ new Map(), completions: /* @__PURE__ */ new Map(), promoted: /* @__PURE__ */ new Map() };
}
function isComplete({ published, staged }) {
  return published.length === staged.length;
}

// src/pipeline/run.ts
function ownRepositories(run2) {
  return run2.targets.flatMap(
    ({ address, url }) => [address, ...url === void 0 ? [] : [url]].map((one2) => one2.replace(/\/$/, ""))
  );
}
function gitStays(run2) {
  let { refType, isPullRequest: isPullRequest2 } = run2.facts;
  return run2.settings.commit.value === "none" || !(refType === "branch" || isPullRequest2);
}
var shortDigest = (digest) => digest.slice(0, 19);

// src/chart/package.ts
import { posix as posix6 } from "node:path";

// src/chart/build.ts
import { createHash } from "node:crypto";
import { posix as posix4 } from "node:path";

// src/chart/check-in-step.ts
function checkInStep(chart, sources) {
  if (chart.lock) {
    let [problem] = checkLock(chart.dependencies, chart.lock);
    if (problem) throw problem;
  }
  for (let local of chart.local) {
    let version = sources.charts.get(local.path)?.manifest.version;
    version !== void 0 && checkLocal(chart, local, version);
  }
}
function checkLocal(chart, { index, dependency, path: path2 }, version) {
  let hint = `Run \`helm dependency update ${chart.path}\` and commit what it changes.`;
  if (dependency.version !== "" && !isConstraint(dependency.version))
    throw new ReleaseError(
      "CONSTRAINT_INVALID",
      `${chart.manifest.name} wants ${dependency.name} ${JSON.stringify(dependency.version)}, which is no version constraint.`,
      {
        hint: "Write a constraint such as `^1.2.0` to the dependency.",
        at: { file: chart.dependencyFile.file, line: dependency.line }
      }
    );
  if (dependency.version !== "" && !satisfies(version, dependency.version))
    throw new ReleaseError(
      "DEPENDENCY_OUT_OF_STEP",
      `${chart.manifest.name} wants ${dependency.name} ${dependency.version}, but ${path2} is at ${version}.`,
      { hint, at: { file: chart.dependencyFile.file, line: dependency.line } }
    );
  let locked2 = chart.lock && lockEntriesFor(chart.dependencies, chart.lock)[index];
  if (locked2 && locked2.version !== version)
    throw new ReleaseError(
      "DEPENDENCY_OUT_OF_STEP",
      `The lock of ${chart.manifest.name} holds ${dependency.name} ${locked2.version}, but ${path2} is at ${version}.`,
      { hint, at: { file: chart.lock?.file ?? chart.manifest.file, line: locked2.line } }
    );
}

// src/chart/export.ts
import { posix as posix2 } from "node:path";
var MAX_FILE_BYTES2 = 5 * 1024 * 1024, MAX_CHART_BYTES = 100 * 1024 * 1024, LFS_POINTER = "version https://git-lfs.github.com/spec/v1", MAX_POINTER_BYTES = 1024;
async function exportCharts({ git, files }, tree, charts) {
  let sizes = await git.sizes([...new Set(charts.flatMap((chart) => chart.files.map((file) => file.object)))]), problems = new Map(charts.flatMap((chart) => tooLarge(chart, sizes))), root = await files.temporaryFolder("export"), layouts = charts.filter((chart) => !problems.has(chart.path)).map((chart, index) => layOut(chart, tree, posix2.join(root, String(index))));
  for (let [path2, problem] of await checkOut(git, root, layouts)) problems.set(path2, problem);
  let usesLfs = await mentionsLfs(git, tree);
  for (let layout of layouts.filter(({ chart }) => !problems.has(chart.path))) {
    await settle2(files, layout);
    let pointer = usesLfs ? await findPointer(files, layout, sizes) : void 0;
    pointer !== void 0 && problems.set(layout.chart.path, unresolvedPointer(posix2.join(layout.chart.path, pointer)));
  }
  return { exported: layouts.filter(({ chart }) => !problems.has(chart.path)).map(({ chart, folder: folder2 }) => ({ chart, folder: folder2, commit: tree.commit })), problems };
}
function layOut(chart, tree, base) {
  let [own, links] = [base, `${base}-links`], placed = chart.files.map((file) => ({ ...file, at: posix2.join(chart.path, file.path) })), direct = placed.filter(({ at, from }) => at === from), linked2 = placed.filter(({ at, from }) => at !== from), attributes = attributesAbove(
    tree,
    direct.map(({ at }) => at)
  ), below3 = (folder2, entries) => entries.map(({ path: path2, object }) => ({ path: posix2.join(posix2.basename(folder2), path2), object })), behind = linked2.map(({ from, object }) => ({ path: from, object })), packaged = new Set(placed.map(({ at }) => at));
  return {
    chart,
    folder: posix2.join(own, chart.path === "." ? "" : chart.path),
    entries: [
      ...below3(own, [...attributes, ...direct.map(({ at, object }) => ({ path: at, object }))]),
      ...below3(links, [
        ...attributesAbove(
          tree,
          behind.map(({ path: path2 }) => path2)
        ),
        ...behind
      ])
    ],
    copies: linked2.map(({ from, at }) => ({ from: posix2.join(links, from), to: posix2.join(own, at) })),
    surplus: attributes.map(({ path: path2 }) => path2).filter((path2) => !packaged.has(path2)).map((path2) => posix2.join(own, path2))
  };
}
function attributesAbove(tree, paths) {
  let folders = /* @__PURE__ */ new Set(["."]);
  for (let path2 of paths)
    for (let folder2 = posix2.dirname(path2); !folders.has(folder2); folder2 = posix2.dirname(folder2)) folders.add(folder2);
  return [...folders].flatMap((folder2) => {
    let entry = tree.entry(posix2.join(folder2, ".gitattributes"));
    return entry?.mode.startsWith("100") ? [entry] : [];
  });
}
async function checkOut(git, root, layouts) {
  let write3 = (some2) => git.checkOut(unique(some2.flatMap(({ entries }) => entries)), root), problems = /* @__PURE__ */ new Map();
  if (layouts.length === 0) return problems;
  try {
    await write3(layouts);
  } catch (error) {
    throwIfFull(error);
    for (let layout of layouts)
      await write3([layout]).catch((thrown) => {
        throwIfFull(thrown), problems.set(layout.chart.path, notWritten(layout.chart, thrown));
      });
  }
  return problems;
}
function unique(entries) {
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()];
}
function throwIfFull(error) {
  let cause = asReleaseError(error);
  if (cause.code === "DISK_FULL") throw cause;
}
function notWritten({ path: path2, manifest }, error) {
  let cause = asReleaseError(error);
  return new ReleaseError("CHART_EXPORT_FAILED", `The files of ${path2} can't be written: ${cause.message}`, {
    hint: "Where Git LFS is used, the job needs git-lfs on PATH, and the checkout step `with: { lfs: true }`.",
    at: { file: manifest.file },
    cause
  });
}
async function settle2(files, { copies, surplus }) {
  for (let path2 of surplus) await files.remove(path2);
  for (let { from, to } of copies) await files.write(to, await files.read(from, MAX_CHART_BYTES));
}
function tooLarge(chart, sizes) {
  let file = chart.files.find((one2) => (sizes.get(one2.object) ?? 0) > MAX_FILE_BYTES2), total = chart.files.reduce((sum, one2) => sum + (sizes.get(one2.object) ?? 0), 0);
  if (!file && total <= MAX_CHART_BYTES) return [];
  let what = file ? `${file.from} holds ${sizes.get(file.object)} bytes; Helm loads files up to ${MAX_FILE_BYTES2}` : `${chart.path} holds ${total} bytes; Helm loads charts up to ${MAX_CHART_BYTES}`, error = new ReleaseError("CHART_FILE_TOO_LARGE", `${what}.`, {
    hint: "Name what does not belong into the package in .helmignore.",
    at: { file: file?.from ?? chart.manifest.file }
  });
  return [[chart.path, error]];
}
async function mentionsLfs(git, tree) {
  let attributes = tree.paths.filter((path2) => posix2.basename(path2) === ".gitattributes");
  return [...(await git.blobs(attributes.flatMap((path2) => tree.entry(path2)?.object ?? []))).values()].some((blob) => Buffer.from(blob).includes("filter=lfs"));
}
async function findPointer(files, { chart, folder: folder2 }, sizes) {
  for (let file of chart.files) {
    if ((sizes.get(file.object) ?? 0) >= MAX_POINTER_BYTES) continue;
    let content = await files.read(posix2.join(folder2, file.path), MAX_CHART_BYTES);
    if (Buffer.from(content).toString("latin1", 0, LFS_POINTER.length) === LFS_POINTER) return file.path;
  }
}
function unresolvedPointer(file) {
  return new ReleaseError("CHART_LFS_POINTER", `${file} is only a Git LFS pointer in this clone.`, {
    hint: "Give the checkout step `with: { lfs: true }` (in a job container, install git-lfs first).",
    at: { file }
  });
}

// src/chart/foreign-dependencies.ts
import { posix as posix3 } from "node:path";

// src/model/hosts.ts
var SPECIAL_IPV4 = prefixes(
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
   192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`
), GLOBAL_UNICAST = prefixes("2000::/3"), SPECIAL_IPV6 = prefixes("2001::/23 2001:db8::/32 3fff::/20"), EMBEDDED = [
  { form: prefixes("::ffff:0:0/96"), group: 6 },
  { form: prefixes("64:ff9b::/96"), group: 6 },
  { form: prefixes("2002::/16"), group: 1 }
], ISATAP = /^0*(?:200)?:5efe$/, PRIVATE_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|home\.arpa)$/;
function isPrivateAddress(address) {
  let text2 = address.toLowerCase();
  return text2.includes(":") ? !isPublicIPv6(text2.replace(/%.*$/, "")) : /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(text2) && !isPublicIPv4(text2);
}
function looksPrivate(host3) {
  let name = host3.toLowerCase().replace(/^\[|\]$/g, "").replace(/\.+$/, "");
  return isPrivateAddress(name) || PRIVATE_NAME.test(name);
}
function isPublicIPv4(text2) {
  let groups = ipv4Groups(text2);
  return groups !== void 0 && !SPECIAL_IPV4.some((prefix) => isWithin(groups, prefix));
}
function isPublicIPv6(text2) {
  let groups = ipv6Groups(text2);
  if (!groups) return !1;
  let embedded = EMBEDDED.find(({ form }) => form.some((prefix) => isWithin(groups, prefix)));
  if (embedded) return isPublicIPv4(dotted(groups.slice(embedded.group, embedded.group + 2)));
  if (!GLOBAL_UNICAST.some((prefix) => isWithin(groups, prefix)) || SPECIAL_IPV6.some((prefix) => isWithin(groups, prefix))) return !1;
  let [high = 0, low = 0] = groups.slice(4, 6);
  return !ISATAP.test(`${high.toString(16)}:${low.toString(16)}`) || isPublicIPv4(dotted(groups.slice(6)));
}
function prefixes(list3) {
  return list3.split(/\s+/).map((text2) => {
    let [address = "", bits] = text2.split("/");
    return { groups: ipv4Groups(address) ?? ipv6Groups(address) ?? [], bits: Number(bits) };
  });
}
function isWithin(groups, { groups: network, bits }) {
  return network.every((group, index) => {
    let ignored = Math.min(16, Math.max(0, 16 * (index + 1) - bits));
    return group >>> ignored === (groups[index] ?? 0) >>> ignored;
  });
}
function ipv4Groups(text2) {
  let octets = text2.split(".");
  if (octets.length !== 4 || !octets.every((octet) => /^(?:0|[1-9]\d{0,2})$/.test(octet) && Number(octet) < 256))
    return;
  let [a = 0, b = 0, c = 0, d = 0] = octets.map(Number);
  return [a * 256 + b, c * 256 + d];
}
function ipv6Groups(text2) {
  let tail = /[^:]*\.[^:]*$/.exec(text2)?.[0], ipv4 = tail === void 0 ? void 0 : ipv4Groups(tail);
  if (tail !== void 0 && !ipv4) return;
  let plain2 = ipv4 ? `${text2.slice(0, -(tail ?? "").length)}${ipv4.map((group) => group.toString(16)).join(":")}` : text2, [left = "", right, ...more2] = plain2.split("::"), [before, after] = [left, right ?? ""].map((part) => part === "" ? [] : part.split(":")), written = [...before ?? [], ...after ?? []];
  if (!(right === void 0 ? written.length === 8 : more2.length === 0 && written.length < 8) || !written.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return;
  let zeros = Array.from({ length: 8 - written.length }, () => "0");
  return [...before ?? [], ...zeros, ...after ?? []].map((group) => Number.parseInt(group, 16));
}
function dotted(groups) {
  return groups.flatMap((group) => [group >>> 8, group & 255]).join(".");
}

// src/chart/foreign-dependencies.ts
var SCHEMES = ["https", "oci"];
function foreignOf(chart) {
  return lockedForeign(chart).map(({ dependency }) => dependency);
}
function lockedForeign(chart) {
  let local = new Set(chart.local.map((one2) => one2.index)), entries = chart.lock ? lockEntriesFor(chart.dependencies, chart.lock) : [];
  return chart.dependencies.map((dependency, index) => ({ dependency, entry: entries[index], isLocal: local.has(index) })).filter((one2) => !one2.isLocal && one2.dependency.repository !== "" && !isVendored(chart, one2));
}
function isVendored(chart, { dependency, entry }) {
  let archive = entry && `charts/${dependency.name}-${entry.version}.tgz`;
  return chart.files.some((file) => file.path === `charts/${dependency.name}/Chart.yaml` || file.path === archive);
}
function checkForeign(chart, settings, own) {
  for (let dependency of foreignOf(chart)) {
    let at = { file: chart.dependencyFile.file, line: dependency.line }, refusal2 = refusalOf(dependency.repository, settings);
    if (refusal2)
      throw new ReleaseError(
        "DEPENDENCY_REFUSED",
        `${dependency.name} comes from ${shown2(dependency.repository)}: ${refusal2.why}.`,
        { hint: refusal2.hint, at }
      );
    if (!chart.lock && own.unlocked !== "allow")
      throw new ReleaseError(
        "DEPENDENCY_UNLOCKED",
        `${chart.manifest.name} depends on ${dependency.name} ${dependency.version} from ${shown2(dependency.repository)}, but has no lock.`,
        {
          hint: `Run \`helm dependency update ${chart.path}\` and commit the lock, or set \`unlocked: allow\` for this chart in the config file.`,
          at
        }
      );
  }
}
function shown2(repository) {
  return repository.replace(/\/\/[^/]*@/, "//***@");
}
function refusalOf(repository, { schemes, privateHosts }) {
  if (/^(@|alias:)/.test(repository)) return;
  let scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(repository)?.[1]?.toLowerCase();
  if (scheme === void 0 || ![...SCHEMES, ...schemes].includes(scheme)) {
    let hint = `Use https:// or oci://, or allow it with \`dependencies: { schemes: [${scheme ?? "\u2026"}] }\` in the config file.`;
    return { why: `${scheme === void 0 ? "it has no scheme" : `the scheme ${scheme}:// is not allowed`}`, hint };
  }
  let url = repository.replace(/^[^:]+:/, "https:");
  if (!URL.canParse(url)) return { why: "that is no address", hint: "Write it as `https://host/path`." };
  let { host: host3, hostname } = new URL(url);
  if (!(!looksPrivate(hostname) || [host3, hostname].some((one2) => privateHosts.includes(one2))))
    return {
      why: `${host3} is a private address`,
      hint: `If that is meant, allow it with \`dependencies: { private-hosts: ["${host3}"] }\` in the config file.`
    };
}
async function fetchForeign({ fetch, files }, { chart, folder: folder2 }) {
  let placed = await Promise.all(lockedForeign(chart).map((one2) => fetchOne(fetch, chart, one2)));
  for (let [file, archive] of new Map(placed)) await files.write(posix3.join(folder2, "charts", file), archive);
}
async function fetchOne(fetch, chart, { dependency, entry }) {
  let { name, repository, version: constraint } = dependency;
  try {
    let problem = nameProblem(name.toLowerCase());
    if (problem) throw new ReleaseError("DEPENDENCY_FAILED", `the name ${JSON.stringify(name)} ${problem}`);
    let { version, archive } = await fetch({ name, repository, version: entry?.version, constraint });
    return [`${name}-${version}.tgz`, archive];
  } catch (thrown) {
    throw fetchFailed(chart, { dependency, entry }, asReleaseError(thrown));
  }
}
function fetchFailed({ manifest, dependencyFile }, { dependency, entry }, cause) {
  if (cause.kind === "bug") return cause;
  let { name, version, repository, line } = dependency, isPrivate = cause.code === "REMOTE_ADDRESS_REFUSED", wanted = `${name} ${entry?.version ?? version} from ${shown2(repository)}`;
  return new ReleaseError(
    isPrivate ? "DEPENDENCY_REFUSED" : "DEPENDENCY_FAILED",
    `${manifest.name} needs ${wanted}, and that could not be fetched: ${cause.message.replace(/\.$/, "")}.`,
    {
      hint: isPrivate ? "If that is meant, allow the host with `dependencies: { private-hosts: [ \u2026 ] }` in the config file." : "Check that the repository can be reached from here and holds the locked version.",
      at: { file: dependencyFile.file, line },
      cause
    }
  );
}

// src/chart/graph.ts
function levelsOf(charts, paths) {
  let depths = /* @__PURE__ */ new Map(), depthOf = (path2) => {
    let known = depths.get(path2);
    if (known !== void 0) return known;
    let below3 = (charts.get(path2)?.local ?? []).map((local) => depthOf(local.path) + 1), depth = Math.max(0, ...below3);
    return depths.set(path2, depth), depth;
  };
  for (let path2 of paths) depthOf(path2);
  let levels = [];
  for (let [path2, depth] of [...depths].sort(([a], [b]) => a < b ? -1 : 1)) {
    let chart = charts.get(path2);
    chart && (levels[depth] ??= [], levels[depth].push(chart));
  }
  return Array.from(levels, (level) => level ?? []);
}
function dependentsOf(charts, paths) {
  let reached = new Set(paths), start2 = new Set(reached);
  for (let grew = !0; grew; ) {
    grew = !1;
    for (let chart of charts.values())
      reached.has(chart.path) || !chart.local.some((local) => reached.has(local.path)) || (reached.add(chart.path), grew = !0);
  }
  return new Set([...reached].filter((path2) => !start2.has(path2)));
}
function cycleThrough(paths, file) {
  return new ReleaseError("DEPENDENCY_CYCLE", `These charts depend on each other in a circle: ${paths.join(" -> ")}.`, {
    hint: "Take one of these dependencies out.",
    at: { file }
  });
}

// src/chart/build.ts
var FETCHES_AT_ONCE = 8;
async function buildCharts(requests, context) {
  let results = /* @__PURE__ */ new Map(), levels = [];
  for (let [sources, group] of Map.groupBy(requests, (request) => request.sources)) {
    let built = /* @__PURE__ */ new Map();
    results.set(sources, built), await exportGroup(sources, group, { context, built, levels });
  }
  for (let level of levels) await buildLevel(level ?? [], { context, results });
  return new Map(
    requests.flatMap((request) => {
      let built = results.get(request.sources)?.get(request.path);
      return built ? [[request, built]] : [];
    })
  );
}
async function exportGroup(sources, group, { context, built, levels }) {
  let asked = new Set(group.map((request) => request.path)), groupLevels = levelsOf(sources.charts, [...asked]).map(
    (level) => level.filter((chart) => {
      let archive = context.built.get(contentKey(chart, sources));
      return archive && built.set(chart.path, archive), !archive;
    })
  ), { exported, problems } = await exportCharts(context, sources.tree, groupLevels.flat());
  for (let [path2, problem] of [...sources.problems, ...problems]) built.set(path2, problem);
  let overlay = group[0]?.overlay ?? /* @__PURE__ */ new Map();
  await writeOverlay(context.files, exported, overlay);
  let byPath3 = new Map(exported.map((one2) => [one2.chart.path, one2]));
  for (let [depth, level] of groupLevels.entries()) {
    levels[depth] ??= [];
    let nodes = level.flatMap((chart) => byPath3.get(chart.path) ?? []);
    levels[depth].push(...nodes.map((one2) => ({ exported: one2, sources, asked: asked.has(one2.chart.path) })));
  }
}
function contentKey(chart, sources) {
  let below3 = chart.local.map((local) => {
    let dependency = sources.charts.get(local.path);
    return dependency ? contentKey(dependency, sources) : "";
  }), own = [chart.path, chart.fingerprint, chart.manifest.text, chart.dependencyFile.text, chart.lock?.text ?? ""];
  return createHash("sha256").update(JSON.stringify([own, below3])).digest("hex");
}
async function writeOverlay(files, exported, overlay) {
  for (let { chart, folder: folder2 } of exported)
    for (let [path2, text2] of overlay) {
      let inside2 = posix4.relative(chart.path, path2);
      chart.files.some((file) => file.path === inside2) && await files.write(posix4.join(folder2, inside2), text2);
    }
}
async function buildLevel(level, building) {
  let { context, results } = building, ready = [], fail = (node, error) => results.get(node.sources)?.set(node.exported.chart.path, error);
  await sideBySide(level, FETCHES_AT_ONCE, async (node) => {
    try {
      await placeDependencies(node, building), ready.push(node);
    } catch (error) {
      fail(node, asReleaseError(error));
    }
  });
  let packaged = await context.helm.package(ready.map((node) => node.exported.folder));
  for (let node of ready) {
    let archive = packaged.get(node.exported.folder);
    archive instanceof Uint8Array ? (results.get(node.sources)?.set(node.exported.chart.path, archive), node.asked && context.built.set(contentKey(node.exported.chart, node.sources), archive)) : fail(node, packageFailed(node.exported, archive?.failed ?? "Helm said nothing of it"));
  }
}
async function placeDependencies({ exported, sources }, { context, results }) {
  let { chart, folder: folder2 } = exported;
  checkForeign(chart, context.dependencies, context.settingsOf(chart)), checkInStep(chart, sources);
  for (let path2 of new Set(chart.local.map((local) => local.path))) {
    let archive = results.get(sources)?.get(path2), dependency = sources.charts.get(path2)?.manifest;
    if (!(archive instanceof Uint8Array) || !dependency) throw dependencyFailed(chart, path2, archive);
    await context.files.write(posix4.join(folder2, "charts", `${dependency.name}-${dependency.version}.tgz`), archive);
  }
  await fetchForeign(context, exported);
}
var UNREADABLE = /cannot load (?<file>[\w./-]+): (?:.*?\bline (?<line>\d+))?/s;
function packageFailed(exported, said) {
  let { manifest, path: path2, files } = exported.chart, { file, line } = UNREADABLE.exec(said)?.groups ?? {}, at = files.some((one2) => one2.path === file) && file ? { file: posix4.join(path2, file), ...line && { line: Number(line) } } : { file: manifest.file };
  return new ReleaseError(
    "CHART_PACKAGE_FAILED",
    `helm package refuses ${manifest.name}: ${inRepository(said, exported)}`,
    { at }
  );
}
function inRepository(said, { chart, folder: folder2 }) {
  return said.replaceAll(folder2, chart.path);
}
function dependencyFailed(chart, path2, why) {
  let line = chart.local.find((local) => local.path === path2)?.dependency.line, reason = why instanceof ReleaseError ? why.message : "it was not built";
  return new ReleaseError("DEPENDENCY_STOPPED", `${chart.manifest.name} waits for ${path2}, which failed: ${reason}`, {
    at: { file: chart.dependencyFile.file, ...line !== void 0 && { line } }
  });
}

// src/chart/lint.ts
import { posix as posix5 } from "node:path";
var UNPACKED = /\S*\/helm-lint\d+\/[^/:\s]+/g, WRITES_AT_ONCE = 8;
async function lintArchives(charts, { helm, files, warn }) {
  if (charts.length === 0) return /* @__PURE__ */ new Map();
  let folder2 = await files.temporaryFolder("lint");
  for (let { notices } of charts) for (let notice of notices) warn(notice);
  let unreadable3 = charts.flatMap(
    ({ chart, unreadable: found }) => found ? [[chart.path, unreadableFile(chart, found)]] : []
  ), written = charts.filter((one2) => !one2.unreadable).map(({ chart, archive }, index) => ({ chart, archive, path: posix5.join(folder2, `${index}.tgz`) }));
  await sideBySide(written, WRITES_AT_ONCE, ({ path: path2, archive }) => files.write(path2, archive));
  let linted = await helm.lint(written.map(({ path: path2 }) => path2)), failed2 = written.flatMap(({ chart, path: path2 }) => {
    let result = linted.get(path2);
    return result?.failed === !1 ? [] : [[chart.path, refused2(chart, result?.messages ?? [])]];
  });
  return new Map([...unreadable3, ...failed2]);
}
function unreadableFile(chart, { path: path2, problem }) {
  return new ReleaseError("CHART_LINT_FAILED", `${path2} of ${chart.name} ${problem}`, {
    hint: "Make it one JSON document in UTF-8, with nothing after it: some versions of Helm refuse anything else.",
    at: { file: posix5.join(chart.path, path2) }
  });
}
function refused2({ name, path: path2 }, messages) {
  let errors = messages.filter((message) => !message.startsWith("WARNING")).map((one2) => one2.replace(/^ERROR /, "").replace(UNPACKED, path2));
  return new ReleaseError("CHART_LINT_FAILED", `helm lint refuses ${name}: ${errors.join("; ").slice(0, 1500)}`, {
    hint: `Run \`helm lint ${path2}\` to see it yourself.`,
    at: { file: posix5.join(path2, "Chart.yaml") }
  });
}

// src/chart/packaged-chart.ts
function readPackagedChart(tgz) {
  let { root, files } = unpack(tgz), textOf5 = (path2) => {
    let file = files.find((one2) => one2.path === path2);
    return file && Buffer.from(file.content).toString();
  }, chartYaml = textOf5("Chart.yaml");
  if (chartYaml === void 0) throw invalid("holds no Chart.yaml");
  let manifest = readChartYaml(chartYaml, `${root}/Chart.yaml`), requirements = manifest.apiVersion === "v1" ? textOf5("requirements.yaml") : void 0;
  return requirements === void 0 ? { manifest, files } : { manifest: withDependencies(manifest, readRequirements(requirements, `${root}/requirements.yaml`)), files };
}
function withDependencies(manifest, dependencies) {
  if (dependencies.length === 0) return manifest;
  let { type, ...before } = manifest.metadata, own = dependencies.map(({ fields }) => fields);
  return { ...manifest, metadata: { ...before, dependencies: own, ...type !== void 0 && { type } } };
}

// src/chart/schema-references.ts
var NESTED_ARCHIVE = /(?:^|\/)charts\/[^/]+\.tgz$/i, MAX_DEPTH = 8;
function lintable({ name, archive }, files) {
  let readings = files.map((file) => ({ path: file.path, reading: readingOf(file, MAX_DEPTH) })), unreadable3 = readings.flatMap(
    ({ path: path2, reading }) => reading?.kind === "unreadable" ? [{ path: path2, problem: reading.problem }] : []
  ), open6 = new Map(
    readings.flatMap(({ path: path2, reading }) => reading?.kind === "open" ? [[path2, reading.reference]] : [])
  ), kept = files.filter(({ path: path2 }) => !open6.has(path2));
  return {
    archive: open6.size === 0 ? archive : writeArchive(name, kept, /* @__PURE__ */ new Date(0)),
    notices: [...open6].map(
      ([path2, reference]) => `${name}: ${path2} refers to ${JSON.stringify(reference.slice(0, 200))}, which is not fetched, so values were not checked against it.`
    ),
    ...unreadable3[0] && { unreadable: unreadable3[0] }
  };
}
function readingOf({ path: path2, content }, depth) {
  return isSchemaFile(path2) ? readSchema(content) : NESTED_ARCHIVE.test(path2) ? nestedReading(content, depth) : void 0;
}
function nestedReading(content, depth) {
  if (depth === 0) return { kind: "unreadable", problem: "is an archive that is nested too deep" };
  try {
    let inside2 = readArchive(content).flatMap((file) => readingOf(file, depth - 1) ?? []);
    return inside2.find(({ kind }) => kind === "unreadable") ?? inside2.find(({ kind }) => kind === "open");
  } catch {
    return { kind: "unreadable", problem: "is an archive that can't be read" };
  }
}

// src/chart/package.ts
async function packageCharts(requests, context) {
  let built = await buildCharts(requests, context), finished3 = new Map(
    requests.map((request) => {
      let archive = built.get(request);
      return [request.path, archive instanceof Uint8Array ? attempt2(request, archive) : missing(request, archive)];
    })
  ), toLint = [...finished3.values()].flatMap((result) => result instanceof ReleaseError ? [] : [result]), results = [...finished3].map(
    ([path2, result]) => [path2, result instanceof ReleaseError ? result : result.chart]
  );
  return blameOnce(requests, new Map([...results, ...await lintArchives(toLint, context)]));
}
function blameOnce(requests, results) {
  let blamed = new Map(results);
  for (let { path: path2, sources } of requests) {
    let chart = sources.charts.get(path2), cause = chart?.local.find((local) => results.get(local.path) instanceof ReleaseError);
    !chart || !cause || !(results.get(path2) instanceof ReleaseError) || blamed.set(path2, dependencyFailed(chart, cause.path, results.get(cause.path)));
  }
  return blamed;
}
function attempt2(request, built) {
  try {
    return finish(request, built);
  } catch (error) {
    let cause = asReleaseError(error), file = posix6.join(request.path, "Chart.yaml"), message = `The package of ${request.path} can't be released: ${cause.message}.`;
    return new ReleaseError(cause.code, message, { hint: cause.hint, at: { file }, cause });
  }
}
function finish(request, built) {
  let { manifest, files } = readPackagedChart(built);
  if (manifest.version !== request.version)
    throw new ReleaseError(
      "BUG_UNEXPECTED",
      `${request.path} was packaged as ${manifest.version} instead of ${request.version}.`
    );
  let archive = writeArchive(manifest.name, files, request.committedAt), chart = {
    name: manifest.name,
    version: manifest.version,
    path: request.path,
    ...manifest.appVersion !== void 0 && { appVersion: manifest.appVersion },
    archive,
    digest: digestOf(archive),
    metadata: manifest.metadata,
    fingerprint: request.fingerprint,
    revision: request.commit,
    created: request.committedAt,
    ...request.repositoryUrl !== void 0 && { repositoryUrl: request.repositoryUrl }
  };
  return { chart, ...lintable(chart, files) };
}
function missing(request, why) {
  return why ?? new ReleaseError("BUG_UNEXPECTED", `${request.path} was neither packaged nor refused.`);
}

// src/chart/local-dependencies.ts
import { posix as posix7 } from "node:path";
var FILE_SCHEME = "file://";
function findLocal(tree, draft, others, ownRepositories2) {
  return draft.dependencies.flatMap((dependency, index) => {
    let path2 = dependency.repository.startsWith(FILE_SCHEME) ? folderOf2(tree, draft, dependency) : publishedFolder(draft, index, others, ownRepositories2);
    return path2 === void 0 ? [] : [{ index, dependency, path: path2 }];
  });
}
function isByFolder({ dependency }) {
  return dependency.repository.startsWith(FILE_SCHEME);
}
function folderOf2(tree, draft, dependency) {
  let written = dependency.repository.slice(FILE_SCHEME.length), at = { file: draft.dependencyFile.file, line: dependency.line }, path2 = posix7.normalize(posix7.join(draft.path, written)).replace(/\/$/, "");
  if (posix7.isAbsolute(written) || path2 === ".." || path2.startsWith("../"))
    throw new ReleaseError("DEPENDENCY_OUTSIDE", `${dependency.repository} leads out of the repository.`, {
      hint: "A file:// dependency must be a folder of this repository.",
      at
    });
  if (!tree.entry(posix7.join(path2, "Chart.yaml")))
    throw new ReleaseError(
      "DEPENDENCY_MISSING",
      `${dependency.repository} leads to ${path2}, which holds no Chart.yaml.`,
      {
        hint: "Commit the chart there, or correct the path.",
        at
      }
    );
  return path2;
}
function publishedFolder({ dependencies, lock }, index, others, ownRepositories2) {
  let dependency = dependencies[index];
  if (!dependency || !ownRepositories2.includes(dependency.repository.replace(/\/$/, ""))) return;
  let locked2 = (lock && lockEntriesFor(dependencies, lock)[index]?.version) ?? dependency.version;
  return [...others.values()].find(
    (other) => other.manifest.name === dependency.name && other.manifest.version === locked2
  )?.path;
}

// src/plan/app-version.ts
var import_picomatch = __toESM(require_picomatch2(), 1), import_semver = __toESM(require_semver(), 1);
import { posix as posix9 } from "node:path";

// src/plan/refusals.ts
import { posix as posix8 } from "node:path";

// src/plan/intent.ts
var MAX_FINDINGS = 50, MAX_TEXT = 400;
function appVersionOf(intent) {
  return intent.edits.appVersion ?? intent.chart.manifest.appVersion;
}
function isReleased(intent) {
  return intent.action === "publish" || intent.action === "bump" || intent.action === "complete";
}
function plannedChart(intent, nameOf4) {
  let { chart, problem } = intent, to = appVersionOf(intent);
  return {
    path: chart.path,
    name: chart.manifest.name,
    type: chart.manifest.type,
    action: intent.action,
    currentVersion: chart.manifest.version,
    version: intent.version,
    appVersion: {
      ...chart.manifest.appVersion !== void 0 && { from: chart.manifest.appVersion },
      ...to !== void 0 && { to }
    },
    fingerprint: chart.fingerprint,
    reason: intent.reason,
    ...intent.level !== void 0 && { bump: { ...intent.bump, level: intent.level } },
    ...intent.released !== void 0 && { comparedWith: intent.released },
    ...intent.enough !== void 0 && { needsAtLeast: intent.enough },
    findings: intent.findings.slice(0, MAX_FINDINGS).map(brief),
    ...intent.findings.length > MAX_FINDINGS && { moreFindings: intent.findings.length - MAX_FINDINGS },
    evidence: intent.sightings.map((sighting) => sighting.evidence),
    follows: intent.follows.map(nameOf4),
    ...problem && { problem: planProblem(problem) }
  };
}
function brief({ text: text2, subject, was, is, ...finding }) {
  return {
    ...finding,
    subject: cut(subject, MAX_TEXT),
    text: cut(text2, MAX_TEXT),
    ...was !== void 0 && { was: cut(was, MAX_TEXT) },
    ...is !== void 0 && { is: cut(is, MAX_TEXT) }
  };
}
function planProblem(error) {
  let { code: code2, message, hint, at } = error;
  return {
    code: code2,
    message,
    ...hint !== void 0 && { hint },
    ...at && { file: at.file },
    ...at?.line !== void 0 && { line: at.line }
  };
}

// src/plan/refusals.ts
function bumpForbidden(chart, reason, scope) {
  let { name, version } = chart.manifest;
  return scope.kind === "release-tag" ? new ReleaseError("VERSION_TAKEN", `${name} can't be released by tag ${scope.tag}: ${reason}.`, {
    hint: "A published version never changes: raise `version` in Chart.yaml and tag that.",
    at: versionLine(chart)
  }) : new ReleaseError("VERSION_TAKEN", `${name} ${version} can't be released with bump: none: ${reason}.`, {
    hint: "Raise `version` in Chart.yaml, or let the action do it with `bump: patch`.",
    at: versionLine(chart)
  });
}
function untaggable(chart, tag, why) {
  return new ReleaseError("VERSION_UNTAGGABLE", `The git tag ${tag} can't be created: ${why}`, {
    hint: "Change `version` in Chart.yaml or `tag-template`, or set `tag-template: none` to release without git tags.",
    at: versionLine(chart)
  });
}
function noFreeVersion(chart) {
  let { name, version } = chart.manifest;
  return new ReleaseError(
    "VERSION_NONE_FREE",
    `No free version was found for ${name} after ${version}: 200 in a row are taken.`,
    {
      hint: "Raise `version` in Chart.yaml to a number that is not published.",
      at: versionLine(chart)
    }
  );
}
function versionTooLow(chart, { enough, since, why }) {
  let { name, version } = chart.manifest;
  return new ReleaseError("VERSION_TOO_LOW", `${name} ${version} is too low after ${since}: ${why}.`, {
    hint: `Write \`version: ${enough}\`.`,
    at: versionLine(chart)
  });
}
function versionNotRaised(chart, { enough, why }) {
  let { name, version } = chart.manifest;
  return new ReleaseError("VERSION_NOT_RAISED", `${name} changed and is still ${version}: ${why}.`, {
    hint: `Write \`version: ${enough}\`.`,
    at: versionLine(chart)
  });
}
function unknownState(chart, judged) {
  let unclear = judged.sightings.flatMap(({ presence }) => presence.state === "unknown" ? [presence.why] : []), [first] = unclear;
  if (first?.kind === "trust" || first?.code === "INDEX_ARCHIVE_MISSING") return first;
  let { name } = chart.manifest, why = first?.message ?? "";
  return new ReleaseError(
    "TARGET_STATE_UNKNOWN",
    `Whether ${name} ${judged.version} is published can't be told: ${why}`,
    {
      hint: first?.hint,
      cause: first
    }
  );
}
function stillShallow() {
  return new ReleaseError("GIT_SHALLOW", "The clone is still shallow after its history was fetched.", {
    hint: "Give the checkout step `with: { fetch-depth: 0 }`."
  });
}
function dependencyStopped(chart) {
  let message = `${chart.manifest.name} waits for a chart that it depends on, which can't be released.`;
  return new ReleaseError("DEPENDENCY_STOPPED", message, { at: { file: chart.dependencyFile.file } });
}
function versionLine({ manifest }) {
  return { file: manifest.file, line: manifest.versionSpan.line, column: manifest.versionSpan.column };
}
function unreadableChart({
  path: path2,
  problem
}) {
  return {
    path: path2,
    name: posix8.basename(path2),
    type: "application",
    action: "refuse",
    currentVersion: "",
    version: "",
    fingerprint: "",
    reason: problem.message,
    evidence: [],
    findings: [],
    follows: [],
    problem: planProblem(problem)
  };
}

// src/plan/app-version.ts
async function desiredAppVersion(chart, rule, appPaths, context) {
  let current = chart.manifest.appVersion;
  switch (rule.rule) {
    case "keep":
      return { ...current !== void 0 && { value: current }, evidence: !0 };
    case "literal":
      return { value: rule.value, evidence: !0 };
    case "values":
      return { ...await fromValues(chart, rule.paths, context.git), evidence: !0 };
    case "tag":
      return { value: context.tag ?? await newestTag(chart, context), evidence: !0 };
    case "sha":
      return { value: await newestCommit(chart, appPaths, context), evidence: appPaths.length > 0 };
  }
}
async function fromValues(chart, paths, git) {
  let file = posix9.join(chart.path, "values.yaml"), values = chart.files.find((one2) => one2.path === "values.yaml"), blobs = values ? await git.blobs([values.object]) : /* @__PURE__ */ new Map(), text2 = Buffer.from(blobs.get(values?.object ?? "") ?? []).toString(), [first, ...others] = paths.map((path2) => ({ path: path2.join("."), ...valueAt(text2, path2, file) }));
  if (!first) return {};
  let findings = others.filter(({ value }) => value !== first.value).map(({ path: path2, value, line }) => ({
    level: "none",
    kind: "values",
    rule: "app-version/disagree",
    subject: path2,
    text: `${path2} is ${value}, and ${first.path}, which gives appVersion, is ${first.value} (values.yaml:${first.line})`,
    was: first.value,
    is: value,
    at: { file: "values.yaml", line }
  }));
  return { value: first.value, ...findings.length > 0 && { findings } };
}
async function newestCommit(chart, appPaths, context, isWhole = !1) {
  let { git, commit, ownCommits: ownCommits2 } = context, counts = appPaths.length > 0 ? (0, import_picomatch.default)([...appPaths]) : () => !1, inChart = (path2) => chart.path === "." || path2.startsWith(`${chart.path}/`);
  for await (let one2 of git.history(commit, appPaths.length > 0 ? ["."] : [chart.path])) {
    if (one2.parent === void 0 && await git.isShallow()) {
      if (isWhole) throw stillShallow();
      return await git.unshallow(), newestCommit(chart, appPaths, context, !0);
    }
    if (!one2.paths.some((path2) => inChart(path2) || counts(path2))) continue;
    if (!((one2.hasTrailer || one2.isMerge) && await ownCommits2.isOwn(one2.commit))) return one2.commit;
  }
  return commit;
}
async function newestTag(chart, context) {
  let fits2 = (0, import_picomatch.default)(context.appTagPattern), tags = [...await context.remoteTags()].flatMap(([tag, commit]) => {
    let version = fits2(tag) ? versionAtEnd(tag) : null;
    return version ? [{ tag, commit, version }] : [];
  });
  tags.sort((a, b) => import_semver.default.rcompare(a.version, b.version));
  for (let { tag, commit } of tags) if (await isReached(commit, context)) return tag;
  throw new ReleaseError(
    "APP_TAG_NONE",
    `No tag like ${context.appTagPattern} is reachable from ${context.commit.slice(0, 12)}, so ${chart.manifest.name} gets no appVersion.`,
    { hint: "Tag the application, or set the input `app-tag-pattern` to the pattern its tags have." }
  );
}
function versionAtEnd(tag) {
  return import_semver.default.parse(/(?<![\d.])\d+\.\d+\.\d+(?:[-+].*)?$/.exec(tag)?.[0]);
}
async function isReached(tagged, { git, commit }) {
  return await git.isAncestor(tagged, commit) ? !0 : await git.isShallow() ? (await git.unshallow(), git.isAncestor(tagged, commit)) : !1;
}

// src/bump/pre-release.ts
var GLUED_NUMBER = /^(.*[a-zA-Z-])(\d+)$/;
function nextPreRelease(label) {
  let last = label.at(-1), rest = label.slice(0, -1);
  if (typeof last == "number") return [...rest, last + 1].join(".");
  let [, word = "", digits = ""] = GLUED_NUMBER.exec(String(last)) ?? [], number = String(Number(digits) + 1);
  return digits !== "" && number.length === digits.length ? [...rest, word + number].join(".") : [...label, 1].join(".");
}
function firstPreRelease(label) {
  let words2 = wordsOf(label), last = String(words2.at(-1) ?? "");
  return GLUED_NUMBER.test(last) ? [...words2.slice(0, -1), last.replace(/\d+$/, "1")].join(".") : [...words2, ...words2.length < label.length ? [1] : []].join(".");
}
function preReleaseLine(label) {
  if (label.length !== 0)
    return wordsOf(label).join(".").replace(/(?<=[a-zA-Z-])\d+$/, "");
}
function wordsOf(label) {
  return typeof label.at(-1) == "number" ? label.slice(0, -1) : label;
}

// src/bump/next-version.ts
function nextVersion(current, level) {
  let version = parse3(current), prefix = prefixOf(current);
  return version.prerelease.length === 0 ? checked(`${prefix}${core(raised(version, level))}`, current) : covers(version, level) ? checked(`${prefix}${core(version)}-${nextPreRelease(version.prerelease)}`, current) : checked(`${prefix}${core(raised(version, level))}-${firstPreRelease(version.prerelease)}`, current);
}
function reaches(released, version, level) {
  let base = parse3(released), least = base.prerelease.length > 0 && covers(base, level) ? core(base) : core(raised(base, level));
  return compareVersions(version, released) > 0 && compareVersions(core(parse3(version)), least) >= 0;
}
function levelBetween(earlier, later) {
  let [a, b] = [parse3(earlier), parse3(later)];
  return compareVersions(later, earlier) <= 0 ? "none" : a.major !== b.major ? "major" : a.minor !== b.minor ? "minor" : "patch";
}
function versionsOnLine(versions2, current, level) {
  let own = parse3(current);
  return versions2.filter((text2) => {
    let version = parseVersion(text2);
    return !version || prefixOf(text2) !== prefixOf(current) || compareVersions(text2, current) < 0 ? !1 : preReleaseLine(version.prerelease) === preReleaseLine(own.prerelease) && sameLine(own, version, level);
  }).sort((a, b) => compareVersions(b, a));
}
function parse3(text2) {
  let version = parseVersion(text2);
  if (version) return version;
  throw new ReleaseError(
    "CHART_VERSION_INVALID",
    `${JSON.stringify(text2.slice(0, 140))} is not a version to count on from`
  );
}
function checked(next, current) {
  if (parseVersion(next)) return next;
  throw new ReleaseError("CHART_VERSION_INVALID", `There is no version after ${current}: a number is too large`);
}
function prefixOf(text2) {
  return text2.startsWith("v") ? "v" : "";
}
function core({ major, minor, patch }) {
  return `${major}.${minor}.${patch}`;
}
function raised({ major, minor, patch }, level) {
  return level === "major" ? { major: major + 1, minor: 0, patch: 0 } : level === "minor" ? { major, minor: minor + 1, patch: 0 } : { major, minor, patch: patch + 1 };
}
function covers({ minor, patch }, level) {
  return level === "patch" || patch === 0 && (level === "minor" || minor === 0);
}
function sameLine(own, version, level) {
  return own.prerelease.length > 0 && covers(own, level) ? core(own) === core(version) : level === "major" ? !0 : own.major === version.major && (level === "minor" || own.minor === version.minor);
}

// src/chart/read-sources.ts
import { posix as posix13 } from "node:path";

// src/chart/fingerprint.ts
var RELEASE_ANNOTATIONS = /* @__PURE__ */ new Set([
  "artifacthub.io/changes",
  "artifacthub.io/containsSecurityUpdates",
  "artifacthub.io/prerelease"
]), CANONICAL_FILES = /* @__PURE__ */ new Set(["Chart.yaml", "Chart.lock", "requirements.lock"]);
function fingerprint(manifest, files, lock, local) {
  let lines2 = [
    "release-charts fingerprint 1",
    `chart ${goJson(canonical(manifest.metadata))}`,
    ...files.filter(({ path: path2 }) => !CANONICAL_FILES.has(path2)).map(({ path: path2, object }) => `file ${object} ${goJson(path2)}`),
    ...(lock?.entries ?? []).map((entry) => `lock ${goJson([entry.name, entry.version, entry.repository])}`),
    ...local.map((part) => `local ${goJson([part.name, part.version, part.fingerprint])}`)
  ];
  return digestOf(lines2.join(`
`));
}
function canonical(metadata) {
  let { version, appVersion: appVersion2, annotations, ...rest } = metadata, kept = Object.entries(isRecord(annotations) ? annotations : {}).filter(([key]) => !RELEASE_ANNOTATIONS.has(key)).sort(([a], [b]) => a < b ? -1 : 1);
  return kept.length === 0 ? rest : { ...rest, annotations: Object.fromEntries(kept) };
}

// src/chart/read-chart.ts
import { posix as posix11 } from "node:path";

// src/chart/helmignore.ts
import { posix as posix10 } from "node:path";

// src/chart/go-match.ts
function goMatch(pattern) {
  let chunks = [...splitChunks([...pattern])].map(({ star, text: text2 }) => ({ star, items: readItems(text2) }));
  return (name) => matchChunks(chunks, [...name]);
}
function matchChunks(chunks, name) {
  let at = 0;
  for (let [index, { star, items }] of chunks.entries()) {
    if (items === void 0) return "bad pattern";
    if (star && items.length === 0) return !name.includes("/", at);
    let isLast = index === chunks.length - 1, fits2 = (start3) => {
      let end = matchItems(items, name, start3);
      return end !== void 0 && (!isLast || end === name.length);
    }, start2 = at;
    for (; !fits2(start2); ) {
      if (!star || start2 >= name.length || name[start2] === "/") return !1;
      start2 += 1;
    }
    at = start2 + items.length;
  }
  return at === name.length;
}
function matchItems(items, name, start2) {
  let end = start2 + items.length;
  if (!(end > name.length))
    return items.every((item2, index) => matchItem(item2, name[start2 + index] ?? "")) ? end : void 0;
}
function matchItem(item2, character) {
  if (item2.kind === "literal") return item2.character === character;
  if (item2.kind === "any") return character !== "/";
  let code2 = codeOf2(character);
  return item2.ranges.some(([low, high]) => codeOf2(low) <= code2 && code2 <= codeOf2(high)) !== item2.negated;
}
function codeOf2(character) {
  return character.codePointAt(0) ?? 0;
}
function* splitChunks(pattern) {
  let at = 0;
  for (; at < pattern.length; ) {
    let star = pattern[at] === "*";
    for (; pattern[at] === "*"; ) at += 1;
    let start2 = at;
    for (let inClass = !1; at < pattern.length && (inClass || pattern[at] !== "*"); at += 1)
      pattern[at] === "\\" && at + 1 < pattern.length ? at += 1 : pattern[at] === "[" ? inClass = !0 : pattern[at] === "]" && (inClass = !1);
    yield { star, text: pattern.slice(start2, at) };
  }
}
function readItems(text2) {
  let items = [];
  for (let at = 0; at < text2.length; ) {
    let character = text2[at] ?? "";
    if (character === "[") {
      let read5 = readClass(text2, at + 1);
      if (!read5) return;
      items.push(read5.item), at = read5.next;
      continue;
    }
    let literal = character === "\\" ? text2[at + 1] : character;
    if (literal === void 0) return;
    items.push(character === "?" ? { kind: "any" } : { kind: "literal", character: literal }), at += character === "\\" ? 2 : 1;
  }
  return items;
}
function readClass(text2, start2) {
  let negated = text2[start2] === "^", ranges = [], at = negated ? start2 + 1 : start2;
  for (; ranges.length === 0 || text2[at] !== "]"; ) {
    let low = readBound(text2, at);
    if (!low) return;
    let high = text2[low.next] === "-" ? readBound(text2, low.next + 1) : low;
    if (!high) return;
    ranges.push([low.character, high.character]), at = high.next;
  }
  return { item: { kind: "class", negated, ranges }, next: at + 1 };
}
function readBound(text2, at) {
  if (text2[at] === "-" || text2[at] === "]") return;
  let place2 = text2[at] === "\\" ? at + 1 : at, character = text2[place2];
  return character === void 0 || place2 + 1 >= text2.length ? void 0 : { character, next: place2 + 1 };
}

// src/chart/helmignore.ts
var MAX_TEXT_LENGTH = 1024 * 1024, MAX_LINE_BYTES = 64 * 1024, MAX_RULES = 1e4, DEFAULT_RULE = "templates/.?*";
function readHelmIgnore(text2, file) {
  let rules = [...readRules(text2, file), readRule(DEFAULT_RULE)], folders = /* @__PURE__ */ new Map([[".", !1]]), isFolderIgnored = (path2) => {
    let known = folders.get(path2);
    if (known !== void 0) return known;
    let ignored = isFolderIgnored(posix10.dirname(path2)) || isIgnored(rules, path2, !0);
    return folders.set(path2, ignored), ignored;
  };
  return (path2, isFolder) => isFolder ? isFolderIgnored(path2) : isFolderIgnored(posix10.dirname(path2)) || isIgnored(rules, path2, !1);
}
function isIgnored(rules, path2, isFolder) {
  for (let { negated, foldersOnly, wholePath, match } of rules)
    if (((!foldersOnly || isFolder) && match(wholePath ? path2 : posix10.basename(path2)) === !0) !== negated) return !0;
  return !1;
}
function readRules(text2, file) {
  let invalid3 = (line, what, hint) => new ReleaseError("IGNORE_INVALID", `${file} ${what}`, { at: { file, line }, hint });
  if (text2.length > MAX_TEXT_LENGTH) throw invalid3(1, `is longer than ${MAX_TEXT_LENGTH} characters`);
  let rules = text2.replace(/^\ufeff/, "").split(`
`).flatMap((line, index) => {
    if (Buffer.byteLength(line) >= MAX_LINE_BYTES) throw invalid3(index + 1, "has a line that is too long for Helm");
    let rule = line.replace(new RegExp("^\\p{White_Space}+|\\p{White_Space}+$", "gu"), "");
    if (rule === "" || rule.startsWith("#")) return [];
    if (rule.includes("**"))
      throw invalid3(index + 1, `has the rule ${rule}, but Helm knows no **`, "Name the folder (`docs/`) or the file name (`*.md`): both count at every depth.");
    if (goMatch(rule)("abc") === "bad pattern") throw invalid3(index + 1, `has the rule ${rule}, which is no pattern`);
    return [readRule(rule)];
  });
  if (rules.length > MAX_RULES) throw invalid3(1, `has more than ${MAX_RULES} rules`);
  return rules;
}
function readRule(text2) {
  let negated = text2.startsWith("!"), rule = negated ? text2.slice(1) : text2, foldersOnly = rule.endsWith("/"), pattern = foldersOnly ? rule.slice(0, -1) : rule, rooted = pattern.startsWith("/");
  return { negated, foldersOnly, wholePath: pattern.includes("/"), match: goMatch(rooted ? pattern.slice(1) : pattern) };
}

// src/chart/read-chart.ts
var SMALL_FILES = ["Chart.yaml", "Chart.lock", "requirements.yaml", "requirements.lock", ".helmignore"];
function smallFiles(tree, folder2) {
  return SMALL_FILES.flatMap((name) => {
    let entry = tree.entry(posix11.join(folder2, name));
    if (!entry) return [];
    if (entry.mode.startsWith("100")) return [{ name, entry }];
    let end = name === ".helmignore" ? tree.follow(entry.path) : void 0;
    if (!end) throw isLink(entry.path);
    return "file" in end ? [{ name, entry: end.file }] : [];
  });
}
function draftChart(folder2, { files, blobs, overlay }) {
  let textOf5 = (name) => {
    let entry = files.find((file) => file.name === name)?.entry;
    return entry && (overlay.get(entry.path) ?? textIn(entry, blobs));
  }, chartFile = posix11.join(folder2, "Chart.yaml"), text2 = textOf5("Chart.yaml");
  if (text2 === void 0)
    throw new ReleaseError("CHART_YAML_MISSING", `${chartFile} does not exist in this commit.`, {
      at: { file: chartFile }
    });
  let manifest = readChartYaml(text2, chartFile), old = manifest.apiVersion === "v1", requirementsFile = posix11.join(folder2, "requirements.yaml"), requirements = old ? textOf5("requirements.yaml") : void 0, lockName = old ? "requirements.lock" : "Chart.lock", lock = textOf5(lockName), ignoreFile = posix11.join(folder2, ".helmignore");
  return {
    path: folder2,
    manifest,
    dependencies: requirements === void 0 ? manifest.dependencies : readRequirements(requirements, requirementsFile),
    dependencyFile: requirements === void 0 ? { file: chartFile, text: text2 } : { file: requirementsFile, text: requirements },
    ...lock !== void 0 && { lock: readLock(lock, posix11.join(folder2, lockName)) },
    ignored: readHelmIgnore(textOf5(".helmignore") ?? "", ignoreFile),
    local: []
  };
}
function textIn(entry, blobs) {
  let blob = blobs.get(entry.object);
  if (blob) return Buffer.from(blob).toString();
  throw new ReleaseError("CHART_FILE_TOO_LARGE", `${entry.path} is too large to be read, and for Helm.`, {
    hint: "This file is read by Helm itself: make it smaller.",
    at: { file: entry.path }
  });
}
function isLink(file) {
  return new ReleaseError("CHART_LINK", `${file} is a link or a submodule; a release can't change it through that.`, {
    hint: "Put the file itself there.",
    at: { file }
  });
}

// src/chart/tree.ts
import { posix as posix12 } from "node:path";
var LINK = "120000", SUBMODULE = "160000", MAX_LINK_BYTES = 4096, MAX_LINK_STEPS = 40, MAX_FILES = 2e4;
async function readTree(git, commit) {
  let entries = await git.tree(commit), byPath3 = new Map(entries.map((entry) => [entry.path, entry])), links = entries.filter((entry) => entry.mode === LINK), targets = await git.blobs(
    links.map((link) => link.object),
    MAX_LINK_BYTES
  ), linkTarget = (entry) => Buffer.from(targets.get(entry.object) ?? []).toString(), folders = indexFolders(entries);
  return {
    commit,
    paths: entries.map((entry) => entry.path),
    entry: (path2) => byPath3.get(path2),
    isFolder: (path2) => folders.has(path2),
    below: (folder2) => folders.get(folder2) ?? [],
    follow: (path2, passed = () => {
    }) => follow2(path2, { byPath: byPath3, folders, linkTarget, passed })
  };
}
function indexFolders(entries) {
  let folders = /* @__PURE__ */ new Map([[".", []]]);
  for (let entry of entries)
    for (let folder2 = posix12.dirname(entry.path); ; folder2 = posix12.dirname(folder2)) {
      let files = folders.get(folder2);
      if (files ? files.push(entry) : folders.set(folder2, [entry]), folder2 === ".") break;
    }
  return folders;
}
function follow2(path2, { byPath: byPath3, folders, linkTarget, passed }) {
  let done = ".", todo = path2.split("/");
  for (let steps = 0; todo.length > 0; steps += 1) {
    if (steps > MAX_LINK_STEPS + path2.length) throw badLink(path2, "its links go round in a circle");
    let [name = "", ...rest] = todo, here = posix12.join(done, name), entry = byPath3.get(here);
    if (entry?.mode === LINK) {
      passed(here);
      let target = linkTarget(entry);
      if (target === "" || target.includes("\0") || posix12.isAbsolute(target))
        throw badLink(path2, `it points at ${JSON.stringify(target)}, outside the repository`);
      todo = [...target.split("/"), ...rest];
      continue;
    }
    if (here === ".." || here.startsWith("../")) throw badLink(path2, "it points outside the repository");
    if (here === ".git" || here.startsWith(".git/")) throw badLink(path2, "it points into .git");
    if (entry?.mode === SUBMODULE) throw badLink(path2, `it leads into the submodule ${here}`);
    if (entry && rest.length === 0) return { file: entry };
    if (!folders.has(here)) throw badLink(path2, `it leads to ${here}, which this commit does not hold`);
    done = here, todo = rest;
  }
  return { folder: done };
}
function badLink(path2, why) {
  return new ReleaseError("CHART_LINK", `${path2} can't be packaged: ${why}.`, {
    hint: "A link in a chart may lead only to a file or folder that is committed in this repository.",
    at: { file: path2 }
  });
}
function filesOf(tree, folder2, ignored, skip) {
  let files = [], seenThroughLinks = 0, visit = (from, inside2, depth) => {
    if (depth > MAX_LINK_STEPS) throw badLink(posix12.join(folder2, inside2), "its links go round in a circle");
    for (let entry of tree.below(from)) {
      if (depth > 0 && (seenThroughLinks += 1), seenThroughLinks > MAX_FILES) throw tooMany(folder2);
      let path2 = posix12.join(inside2, from === "." ? entry.path : entry.path.slice(from.length + 1));
      if (isLeftOut(path2, ignored, skip)) continue;
      if (entry.mode === SUBMODULE) throw submodule(entry.path);
      let end = entry.mode === LINK ? tree.follow(entry.path) : { file: entry };
      if ("folder" in end ? visit(end.folder, path2, depth + 1) : files.push({ path: path2, from: end.file.path, object: end.file.object }), files.length > MAX_FILES) throw tooMany(folder2);
    }
  };
  return visit(folder2, ".", 0), files.sort((a, b) => a.path < b.path ? -1 : 1);
}
function reachedThroughLinks(tree, folder2) {
  let reached = /* @__PURE__ */ new Set(), seen = /* @__PURE__ */ new Set(), visit = (from) => {
    if (!seen.has(from)) {
      seen.add(from);
      for (let entry of tree.below(from)) {
        let end = entry.mode === LINK ? endOf(tree, entry.path, reached) : void 0;
        end && reached.add("folder" in end ? end.folder : end.file.path), end && "folder" in end && visit(end.folder);
      }
    }
  };
  return visit(folder2), reached;
}
function endOf(tree, path2, reached) {
  try {
    return tree.follow(path2, (link) => reached.add(link));
  } catch {
    return;
  }
}
function isLeftOut(path2, ignored, skip) {
  let parts = path2.split("/");
  return parts.some((_, index) => {
    let part = parts.slice(0, index + 1).join("/");
    return skip.has(part) || ignored(part, index < parts.length - 1);
  });
}
function submodule(path2) {
  return new ReleaseError("CHART_SUBMODULE", `${path2} is a git submodule, whose files are not in this repository.`, {
    hint: `Copy the files into the repository, or name ${path2} in the chart's .helmignore.`,
    at: { file: path2 }
  });
}
function tooMany(folder2) {
  return new ReleaseError("CHART_TOO_MANY_FILES", `${folder2} holds more than ${MAX_FILES} files.`, {
    hint: "Name what does not belong into the package in .helmignore.",
    at: { file: posix12.join(folder2, ".helmignore") }
  });
}

// src/chart/read-sources.ts
async function readSources(git, commit, folders, { ownRepositories: ownRepositories2 = [], overlay = /* @__PURE__ */ new Map() } = {}) {
  let tree = await readTree(git, commit), asked = typeof folders == "function" ? folders(tree) : folders, reading = { git, tree, ownRepositories: ownRepositories2, overlay, drafts: /* @__PURE__ */ new Map(), problems: /* @__PURE__ */ new Map() };
  await readDrafts(reading, asked);
  let charts = /* @__PURE__ */ new Map();
  for (let path2 of reading.drafts.keys()) finish2(path2, { ...reading, charts });
  return { tree, charts, problems: reading.problems };
}
async function readDrafts(reading, asked) {
  let { git, tree, drafts, problems } = reading;
  for (let wave = [...asked]; wave.length > 0; ) {
    let found = /* @__PURE__ */ new Map();
    for (let folder2 of wave) attempt3(problems, folder2, () => found.set(folder2, smallFiles(tree, folder2)));
    let blobs = await git.blobs([...found.values()].flatMap((files) => files.map(({ entry }) => entry.object)));
    for (let [folder2, files] of found)
      attempt3(
        problems,
        folder2,
        () => drafts.set(folder2, draftChart(folder2, { files, blobs, overlay: reading.overlay }))
      );
    let linked2 = reading.ownRepositories.length > 0 ? [...drafts.values()] : wave.flatMap((folder2) => drafts.get(folder2) ?? []);
    for (let draft of linked2)
      attempt3(problems, draft.path, () => {
        draft.local = findLocal(tree, draft, drafts, reading.ownRepositories);
      });
    wave = [...new Set(linked2.flatMap((draft) => draft.local.map((local) => local.path)))].filter((path2) => !drafts.has(path2) && !problems.has(path2));
  }
}
function finish2(path2, work, above = []) {
  let done = work.charts.get(path2);
  if (done) return done;
  let draft = work.drafts.get(path2);
  if (!(!draft || work.problems.has(path2)))
    return attempt3(work.problems, path2, () => {
      if (above.includes(path2)) throw refuseCircle(above.slice(above.indexOf(path2)), work);
      let local = draft.local.flatMap(({ dependency, path: from }) => {
        let chart2 = finish2(from, work, [...above, path2]);
        if (!chart2) throw brokenDependency(draft, dependency.name, dependency.line, work.problems.get(from));
        return dependency.repository.startsWith("file://") ? [{ name: chart2.manifest.name, version: chart2.manifest.version, fingerprint: chart2.fingerprint }] : [];
      }), inside2 = draft.local.map((one2) => posix13.relative(path2, one2.path)).filter((one2) => !one2.startsWith("..")), files = filesOf(work.tree, path2, draft.ignored, new Set(inside2)), { local: dependencies, ignored: _, ...chart } = draft, source = {
        ...chart,
        local: dependencies,
        files,
        fingerprint: fingerprint(draft.manifest, files, draft.lock, local)
      };
      return work.charts.set(path2, source), source;
    });
}
function refuseCircle(circle, { drafts, problems }) {
  for (let [index, path2] of circle.entries()) {
    let file = drafts.get(path2)?.dependencyFile.file ?? path2;
    problems.set(path2, cycleThrough([...circle.slice(index), ...circle.slice(0, index), path2], file));
  }
  return problems.get(circle[0] ?? "");
}
function attempt3(problems, folder2, work) {
  try {
    return work();
  } catch (error) {
    problems.has(folder2) || problems.set(folder2, asReleaseError(error));
    return;
  }
}
function brokenDependency(draft, name, line, why) {
  return new ReleaseError(
    "DEPENDENCY_BROKEN",
    `${draft.manifest.name} depends on ${name}, which can't be released: ${why?.message ?? ""}`,
    {
      hint: why?.hint,
      at: { file: draft.dependencyFile.file, line },
      cause: why
    }
  );
}

// src/plan/claims.ts
import { posix as posix15 } from "node:path";

// src/plan/release-commit.ts
import { posix as posix14 } from "node:path";
async function releaseCommits(context, head, charts) {
  let walk2 = await walkBack(context, head, charts);
  if (walk2 !== "shallow") return walk2;
  await context.git.unshallow();
  let again = await walkBack(context, head, charts);
  if (again !== "shallow") return again;
  throw stillShallow();
}
async function walkBack(context, head, charts) {
  let found = /* @__PURE__ */ new Map(), open6 = new Map(charts.map((chart) => [chart.path, chart]));
  if (open6.size === 0) return found;
  let ownPaths = new Map(charts.map((chart) => [chart.path, pathsOf(chart, head)])), all = [...new Set([...ownPaths.values()].flatMap((paths) => [...paths]))];
  for await (let commit of context.git.history(head.tree.commit, all)) {
    let touched = [...open6.values()].filter((chart) => touches(commit, ownPaths.get(chart.path)));
    if (touched.length !== 0) {
      if (commit.parent === void 0 && await context.git.isShallow()) return "shallow";
      for (let chart of await changedBy(context, commit, touched))
        found.set(chart.path, { commit: commit.commit, committedAt: commit.committedAt }), open6.delete(chart.path);
      if (open6.size === 0) break;
    }
  }
  return found;
}
async function changedBy({ git, ownRepositories: ownRepositories2 }, commit, charts) {
  if (commit.parent === void 0) return charts;
  let paths = charts.map((chart) => chart.path), before = await readSources(git, commit.parent, paths, { ownRepositories: ownRepositories2 });
  return charts.filter((chart) => {
    let old = before.charts.get(chart.path);
    return old?.fingerprint !== chart.fingerprint || old.manifest.version !== chart.manifest.version ? !0 : old.manifest.appVersion !== chart.manifest.appVersion;
  });
}
function pathsOf(chart, { tree, charts }) {
  let paths = /* @__PURE__ */ new Set(), visit = (one2) => {
    if (!paths.has(one2.path)) {
      paths.add(one2.path);
      for (let path2 of reachedThroughLinks(tree, one2.path)) paths.add(path2);
      for (let local of one2.local) {
        let below3 = charts.get(local.path);
        below3 && visit(below3);
      }
    }
  };
  return visit(chart), paths;
}
function touches(commit, paths) {
  return paths ? paths.has(".") || commit.paths.some((path2) => isBelowAny(path2, paths)) : !1;
}
function isBelowAny(path2, folders) {
  for (let part = path2; part !== "."; part = posix14.dirname(part)) if (folders.has(part)) return !0;
  return !1;
}

// src/plan/claims.ts
async function claimOf(chart, wanted, context) {
  let commit = await claimingCommit(wanted, context);
  if (commit === void 0) return "free";
  let there = (await contentAt(contentOf(chart), commit, context))?.chart.manifest;
  if (!there) return "taken";
  let isSame = there.version === wanted.version && there.appVersion === wanted.appVersion;
  return context.gitStays || isSame ? "held" : "taken";
}
async function claimingCommit(wanted, { tagTemplate, remoteTags }) {
  let tag = tagOf(tagTemplate, wanted);
  return tag === void 0 ? void 0 : (await remoteTags()).get(tag);
}
function contentAt({ path: path2, name, fingerprint: fingerprint2 }, commit, context) {
  return findAt({ path: path2, commit }, context, (one2) => one2.manifest.name === name && one2.fingerprint === fingerprint2);
}
function chartAt({ path: path2, name }, commit, context) {
  return findAt({ path: path2, commit }, context, (one2) => one2.manifest.name === name);
}
async function findAt({ path: path2, commit }, { git, ownRepositories: ownRepositories2 }, isIt) {
  if (!await git.ensureCommit(commit)) return;
  let here = await readSources(git, commit, [path2], { ownRepositories: ownRepositories2 }), same = here.charts.get(path2);
  if (same && isIt(same)) return { chart: same, sources: here };
  let everywhere = await readSources(git, commit, (tree) => chartFolders(tree.paths), { ownRepositories: ownRepositories2 }), moved = [...everywhere.charts.values()].find(isIt);
  return moved && { chart: moved, sources: everywhere };
}
async function releaseOfClaim(content, commit, context) {
  let found = await contentAt(content, commit, context);
  if (!found) return;
  let { path: path2 } = found.chart, release3 = (await releaseCommits(context, found.sources, [found.chart])).get(path2);
  return release3 && { ...release3, path: path2 };
}
async function claimedRelease(chart, wanted, context) {
  let commit = await claimingCommit(wanted, context);
  if (!(commit === void 0 || await claimOf(chart, wanted, context) !== "held"))
    return releaseOfClaim(contentOf(chart), commit, context);
}
function contentOf({ path: path2, manifest: { name }, fingerprint: fingerprint2 }) {
  return { path: path2, name, fingerprint: fingerprint2 };
}
function chartFolders(paths) {
  return paths.filter((path2) => posix15.basename(path2) === "Chart.yaml").map((path2) => posix15.dirname(path2));
}

// src/plan/baseline.ts
async function baselineOf(chart, { version, sightings }, context) {
  return release({ name: chart.manifest.name, version }, sightings, context);
}
async function releaseBefore(chart, version, context) {
  let { name } = chart.manifest, lists = await Promise.all(context.targets.map((target) => target.versions(name))), below3 = [...new Set(lists.flat())].filter((one2) => parseVersion(one2) && compareVersions(one2, version) < 0).sort((a, b) => compareVersions(b, a)), last = isStable(version) ? below3.find(isStable) ?? below3[0] : below3[0];
  if (last === void 0) return;
  let ref = { name, version: last }, sightings = await Promise.all(
    context.targets.map(async (target) => ({ target, presence: await target.find(ref, { signatures: !1 }) }))
  );
  return release(ref, sightings, context);
}
async function release(ref, seen, context) {
  let published = seen.flatMap(({ target, presence }) => presence.state === "present" ? [{ target, presence }] : []), commit = published.find(({ presence }) => presence.revision !== void 0)?.presence.revision ?? await claimingCommit(ref, context);
  if (!(published.length === 0 && commit === void 0))
    return { version: ref.version, published, ...commit !== void 0 && { commit } };
}
function isStable(version) {
  return parseVersion(version)?.prerelease.length === 0;
}

// src/plan/decide.ts
function decide(version, evidence, claim2) {
  let by = (...states) => evidence.filter(({ state }) => states.includes(state)), unknown = by("unknown");
  if (unknown.length > 0) return { action: "unknown", targets: unknown.map(({ target }) => target) };
  let other = by("other");
  if (other.length > 0) {
    let where = other.length === evidence.length ? "" : ` on ${names(other)}`;
    return { action: "move", reason: `its content changed since ${version} was published${where}` };
  }
  let absent3 = by("absent");
  if (absent3.length === evidence.length && claim2 === "taken")
    return { action: "move", reason: `the git tag of ${version} stands for other content` };
  if (absent3.length > 0) {
    let where = absent3.length === evidence.length ? "anywhere yet" : `on ${names(absent3)}`;
    return { action: "publish", reason: `${version} is not published ${where}` };
  }
  let missing4 = by("missing");
  if (missing4.length > 0)
    return { action: "complete", reason: `${version} is published, but its archive is missing on ${names(missing4)}` };
  let unsigned2 = by("unsigned");
  if (unsigned2.length > 0) {
    let where = unsigned2.length === evidence.length ? "" : ` on ${names(unsigned2)}`;
    return { action: "complete", reason: `${version} is published, but its signatures are missing${where}` };
  }
  return by("unadopted").length > 0 ? { action: "leave", reason: `${version} was published by another tool with the same content` } : { action: "leave", reason: `${version} is published with this content` };
}
function names(evidence) {
  return evidence.map(({ target }) => target).join(", ");
}

// src/plan/evidence.ts
function lookAt(chart, ref, desired, context) {
  return Promise.all(
    context.targets.map(async (target) => {
      let presence = await target.find(ref, { signatures: context.signatures, archive: !0 }), state = await compare(presence, { chart, desired, target, context }), digest = presence.state === "present" ? { digest: presence.digest } : {}, evidence = { target: target.address, reference: target.reference(ref), state, ...digest };
      return { target, presence, evidence };
    })
  );
}
async function compare(presence, { chart, desired, target, context }) {
  return presence.state !== "present" ? presence.state : presence.fingerprint === void 0 ? await context.sameContent(chart, target, presence) ? context.adopt && presence.signed === "none" ? "unsigned" : "unadopted" : "other" : presence.fingerprint !== chart.fingerprint || desired.evidence && presence.appVersion !== desired.value ? "other" : presence.isMissing ? "missing" : context.signatures && presence.signed === "none" ? "unsigned" : "same";
}

// src/plan/free-version.ts
var MAX_SKIPPED = 200, MAX_LOOKED_AT = 20;
async function judge2(chart, version, desired, context) {
  let ref = { name: chart.manifest.name, version }, sightings = await lookAt(chart, ref, desired, context), evidence = sightings.map((sighting) => sighting.evidence), unseen = evidence.every((one2) => one2.state === "absent"), wanted = { ...ref, appVersion: desired.value ?? chart.manifest.appVersion }, claim2 = unseen ? await claimOf(chart, wanted, context) : "free";
  return { version, verdict: decide(version, evidence, claim2 === "taken" ? "taken" : "free"), sightings };
}
async function freeVersion(chart, desired, { level, other, ...counted }, context) {
  let first = (context.gitStays ? "from" in counted ? counted.from : await highestPublished(chart, level, context) : void 0) ?? nextVersion(chart.manifest.version, level), version = first === other ? nextVersion(first, level) : first, taken2 = [];
  for (; taken2.length < MAX_SKIPPED; ) {
    let judged = await judge2(chart, version, desired, context);
    if (judged.verdict.action !== "move") return { ...judged, taken: taken2 };
    taken2.push(version), version = nextVersion(version, level);
  }
}
async function highestPublished(chart, level, context) {
  let lists = await Promise.all(context.targets.map((target) => target.versions(chart.manifest.name))), line = versionsOnLine([...new Set(lists.flat())], chart.manifest.version, level);
  return line[0] === chart.manifest.version ? void 0 : line[0];
}
async function highestOnLine(chart, context) {
  let { name, version } = chart.manifest, lists = await Promise.all(context.targets.map((target) => target.versions(name))), all = [...new Set(lists.flat())], close = versionsOnLine(all, version, "patch")[0];
  for (let one2 of versionsOnLine(all, version, "major").slice(0, MAX_LOOKED_AT)) {
    if (one2 === close) break;
    if (await isOfThisBranch({ name, version: one2 }, context)) return one2;
  }
  return close === version ? void 0 : close;
}
async function isOfThisBranch(ref, { targets, git }) {
  let commits = (await Promise.all(targets.map((target) => target.find(ref, { signatures: !1 })))).flatMap((one2) => one2.state === "present" ? one2.revision ?? [] : []), head = await git.head();
  for (let commit of new Set(commits))
    if (await git.ensureCommit(commit)) {
      if (await git.isAncestor(commit, head)) return !0;
      if (await git.isShallow() && (await git.unshallow(), await git.isAncestor(commit, head)))
        return !0;
    }
  return !1;
}

// src/plan/settings-of.ts
function chartSettings(chart, settings) {
  let { perChart } = settings, key = [chart.manifest.name, chart.path].find((each) => Object.hasOwn(perChart, each));
  return key !== void 0 && perChart[key] || {};
}
function bumpOf(chart, settings) {
  let own = chartSettings(chart, settings).bump;
  return own === void 0 ? settings.bump : { value: own, source: "config" };
}
function zeroMajorOf(chart, settings) {
  return chartSettings(chart, settings).zeroMajor ?? settings.zeroMajor.value;
}

// src/plan/weigh.ts
async function weigh(chart, { setting, zeroMajor, since, appVersion: appVersion2, moved, also }, evidenceOf) {
  let needs = needsOf(setting), asked = [.../* @__PURE__ */ new Set([...needs, ...also])], found = asked.length > 0 && since ? await evidenceOf(chart, { since, needs: asked, appVersion: appVersion2 }) : [], findings = findingsThatCount(setting, found), released = since?.version ?? chart.manifest.version, decision = decideBump({ manifest: chart.manifest, setting, released, findings, zeroMajor });
  if (decision)
    return { ...needs.length > 0 ? atLeast(decision, moved) : decision, findings, found };
}
function atLeast(decision, moved) {
  let weighty = moved.find(({ level }) => level === "minor" || level === "major");
  return !weighty || rank(decision.level) >= rank("minor") ? decision : { level: "minor", reason: `its dependency ${weighty.name} moves by ${weighty.level}` };
}
function isMildlyLow({ level, findings }) {
  let weighty = findings.filter((finding) => rank(finding.level) >= rank("minor"));
  return level === "minor" && weighty.length > 0 && weighty.every(isAddition);
}
function isAddition({ kind, rule, level }) {
  return level === "minor" && (kind === "values" || kind === "schema") && /added$/.test(rule);
}

// src/plan/move.ts
function fromVerdict({ chart, judged, desired }, context) {
  let { verdict } = judged;
  if (verdict.action === "unknown") return refused3(chart, unknownState(chart, judged), context);
  let appVersion2 = appVersionFor(chart, judged, desired), edits = {
    ...judged.version !== chart.manifest.version && { version: judged.version },
    ...appVersion2 !== void 0 && appVersion2 !== chart.manifest.appVersion && { appVersion: appVersion2 }
  }, action = verdict.action === "move" ? "refuse" : verdict.action;
  return { ...blank(chart, context), ...judged, action, reason: verdict.reason, desired, edits };
}
function appVersionFor({ manifest }, { sightings }, desired) {
  for (let { presence, evidence } of sightings)
    if (!(presence.state !== "present" || evidence.state === "other"))
      return presence.fingerprint === void 0 ? manifest.appVersion : presence.appVersion;
  return desired.value;
}
async function bumped(open6, context, because) {
  let { chart, desired, judged } = open6, { reason, moved, isOther } = because, { value: setting } = bumpOf(chart, context.settings), isFree = setting !== "none" && context.scope.kind !== "release-tag", since = isFree && needsOf(setting).length + notesNeed(context).length > 0 ? await baselineOf(chart, judged, context) : void 0, weighed = isFree ? await weighChart(open6, since, moved, context) : void 0;
  if (!weighed) return refused3(chart, bumpForbidden(chart, reason, context.scope), context);
  let asked = { level: weighed.level, ...isOther && { other: judged.version } }, free = await freeVersion(chart, desired, { ...asked, ...await counting(chart, setting, context) }, context);
  if (!free) return refused3(chart, noFreeVersion(chart), context);
  let intent = fromVerdict({ chart, desired, judged: free }, context);
  if (intent.action === "refuse") return intent;
  let edits = { ...intent.edits, version: free.version };
  return context.gitStays && intent.action !== "publish" && moved.length === 0 ? { ...intent, edits } : {
    ...intent,
    ...weightOf(weighed, since),
    action: "bump",
    reason: `${inWords(reason, setting, weighed)}; next free ${weighed.level} version is ${free.version}${skipped(free)}`,
    edits,
    follows: moved.map(({ path: path2 }) => path2)
  };
}
async function counting(chart, setting, context) {
  return !context.gitStays || needsOf(setting).length === 0 ? {} : { from: await highestOnLine(chart, context) };
}
function inWords(reason, setting, { because, reason: why }) {
  return because ? `${why}; ${reason}` : needsOf(setting).length > 0 ? `${reason}; ${why}` : reason;
}
function skipped({ taken: taken2 }) {
  return taken2.length === 0 ? "" : ` (${taken2.length === 1 ? `${taken2[0]} is` : `${taken2[0]} to ${taken2.at(-1)} are`} taken by other content)`;
}
function notesNeed({ settings }) {
  return settings.releaseNotes.value.length > 0 ? ["commits"] : [];
}
function weighChart({ chart, desired }, since, moved, { settings, evidenceOf }) {
  let zeroMajor = zeroMajorOf(chart, settings), weighing = { ...{ setting: bumpOf(chart, settings).value, zeroMajor, since, appVersion: desired.value, moved }, also: notesNeed({ settings }) };
  return weigh(chart, weighing, evidenceOf);
}
function weightOf({ level, reason: why, findings, found }, since) {
  return { level, why, findings, found, released: since?.version };
}
function blank(chart, { settings }) {
  let { value: setting, source } = bumpOf(chart, settings);
  return { chart, bump: { setting, source }, follows: [], findings: [] };
}
function refused3(chart, problem, context) {
  let { version } = chart.manifest, nothing = { desired: { evidence: !1 }, sightings: [], edits: {} };
  return { ...blank(chart, context), ...nothing, action: "refuse", version, reason: problem.message, problem };
}

// src/plan/by-hand.ts
async function byHand(open6, moved, context) {
  let { chart, judged } = open6, { value: setting } = bumpOf(chart, context.settings), isKnown = judged.sightings.some(({ evidence }) => evidence.state !== "absent"), isAsked = needsOf(setting).length > 0 || context.settings.mode.value === "check" && setting !== "none", since = isKnown || !isAsked ? void 0 : await releaseBefore(chart, judged.version, context), intent = fromVerdict(open6, context);
  return since ? held(open6, intent, since, { moved, context }) : intent;
}
async function held(open6, intent, since, { moved, context }) {
  let { chart, judged } = open6, weighed = await weighChart(open6, since, moved, context);
  if (!weighed) return intent;
  let told3 = { ...intent, ...weightOf(weighed, since) };
  if (reaches(since.version, judged.version, weighed.level)) return told3;
  let enough = nextVersion(since.version, weighed.level), { mode, tooLow: tooLow2 } = context.settings;
  return mode.value === "check" || tooLow2.value === "warn" || isMildlyLow(weighed) ? { ...told3, enough } : {
    ...refused3(chart, versionTooLow(chart, { enough, since: since.version, why: weighed.reason }), context),
    ...weightOf(weighed, since)
  };
}
async function againstBase(open6, moved, context) {
  let { chart, desired } = open6, commit = await context.proposedOn?.();
  if (commit === void 0) return;
  let { charts } = await readSources(context.git, commit, [chart.path], context), base = charts.get(chart.path)?.manifest, kept = { ...blank(chart, context), version: chart.manifest.version, desired, sightings: [], edits: {} };
  if (!base) return { ...kept, action: "publish", reason: `${chart.manifest.version} is new with this change` };
  if (charts.get(chart.path)?.fingerprint === chart.fingerprint && (!desired.evidence || desired.value === base.appVersion) && moved.length === 0) return { ...kept, action: "leave", reason: "it is as on the base of this change" };
  let since = { version: base.version, published: [], commit };
  if (base.version !== chart.manifest.version) {
    let reason2 = `${chart.manifest.version} is new with this change`;
    return held(open6, { ...kept, action: "publish", reason: reason2 }, since, { moved, context });
  }
  let weighed = await weighChart(open6, since, moved, context);
  if (!weighed)
    return refused3(chart, bumpForbidden(chart, "its content changes with this change", context.scope), context);
  let version = nextVersion(base.version, weighed.level), { value: setting } = bumpOf(chart, context.settings), reason = inWords(`its content is another than that of ${base.version} on the base`, setting, weighed);
  return { ...kept, ...weightOf(weighed, since), action: "bump", version, reason, edits: { version } };
}

// src/plan/follow.ts
var CHARTS_AT_ONCE = 32;
async function decideInOrder(charts, drafts, { follows, decide: decide2 }) {
  let waiting = new Map(drafts.map((draft) => [draft.chart.path, draft])), decided = /* @__PURE__ */ new Map(), moves = /* @__PURE__ */ new Map();
  for (let level of levelsOf(charts, [...charts.keys()]))
    await sideBySide(level, CHARTS_AT_ONCE, async (chart) => {
      let moved = [...new Set(chart.local.filter(follows).map((local) => local.path))].flatMap((path3) => moves.get(path3) ?? []), draft = waiting.get(chart.path), intent = draft && await decide2(draft, moved);
      intent && decided.set(chart.path, intent);
      let { path: path2, manifest } = chart;
      intent && isReleased(intent) && intent.edits.version !== void 0 ? moves.set(path2, { path: path2, name: manifest.name, level: intent.level }) : moved.length > 0 && moves.set(path2, { path: path2, name: manifest.name, level: highest(moved) });
    });
  return drafts.flatMap(({ chart }) => decided.get(chart.path) ?? []);
}
function highest(moved) {
  let levels = moved.map(({ level }) => level);
  return ["major", "minor", "patch"].find((level) => levels.includes(level));
}

// src/plan/references.ts
function doubledNames(charts) {
  let doubled = [...Map.groupBy(charts, (chart) => chart.manifest.name).values()].filter((group) => group.length > 1);
  return new Map(
    doubled.flatMap(
      (group) => group.map((chart) => {
        let others = group.filter((other) => other !== chart).map((other) => other.path);
        return [chart.path, doubledName(chart, others)];
      })
    )
  );
}
function doubledName({ path: path2, manifest }, others) {
  return new ReleaseError(
    "CHART_NAME_DOUBLED",
    `${path2} and ${others.join(", ")} are ${others.length > 1 ? "all" : "both"} named ${manifest.name}.`,
    {
      hint: "Give each chart a name of its own, or leave one out with the input `exclude`.",
      at: { file: manifest.file, line: manifest.nameSpan.line, column: manifest.nameSpan.column }
    }
  );
}

// src/plan/plan.ts
var CHARTS_AT_ONCE2 = 32;
async function planCharts(sources, folders, context) {
  let unreadable3 = folders.flatMap((path2) => {
    let problem = sources.problems.get(path2);
    return problem && context.scope.kind !== "release-tag" ? [{ path: path2, problem }] : [];
  }), all = folders.flatMap((path2) => sources.charts.get(path2) ?? []), charts = inScope(all, context.scope), doubled = doubledNames(all), judged = await sideBySide(charts, CHARTS_AT_ONCE2, async (chart) => {
    let refusal2 = doubled.get(chart.path);
    return refusal2 ? { chart, refusal: refusal2 } : judgementOf(chart, context);
  }), claimable = (await decideInOrder(sources.charts, judged, {
    // Where git stays, so does the lock that names a published version.
    follows: (local) => !context.gitStays || isByFolder(local),
    decide: async (judgement, moved) => {
      let intent = await decideFor(judgement, moved, context), more2 = "open" in judgement ? judgement.open.desired.findings ?? [] : [];
      return more2.length > 0 ? { ...intent, findings: [...intent.findings, ...more2] } : intent;
    }
  })).map((intent) => withTag(intent, context));
  return { intents: stopDependents(sources, claimable), unreadable: unreadable3 };
}
function withTag(intent, context) {
  if (intent.action !== "publish" && intent.action !== "bump") return intent;
  let { chart, version } = intent, tag = tagOf(context.settings.tagTemplate.value, { name: chart.manifest.name, version }), problem = tag === void 0 ? void 0 : refProblem(tag);
  return problem === void 0 ? intent : refused3(chart, untaggable(chart, tag ?? "", problem), context);
}
function inScope(charts, scope) {
  return scope.kind === "nothing" ? [] : scope.kind === "all" ? charts : charts.filter((chart) => chart.path === scope.path);
}
async function judgementOf(chart, context) {
  try {
    let own = chartSettings(chart, context.settings), rule = own.appVersion ?? context.settings.appVersion.value, desired = await desiredAppVersion(chart, rule, own.appPaths ?? [], context), judged = await judge2(chart, await versionAtHand(chart, context), desired, context);
    return { chart, open: { chart, desired, judged } };
  } catch (error) {
    return { chart, refusal: asReleaseError(error) };
  }
}
async function versionAtHand(chart, context) {
  let { scope, settings } = context;
  if (scope.kind === "release-tag") return scope.version;
  let bump = bumpOf(chart, settings).value;
  return settings.commit.value === "none" && bump !== "none" && !(scope.kind === "all" && scope.tag) ? (bump === "auto" || bump === "conventional" ? await highestOnLine(chart, context) : await highestPublished(chart, bump, context)) ?? chart.manifest.version : chart.manifest.version;
}
async function decideFor(judgement, moved, context) {
  let { chart } = judgement, follows = moved.map(({ path: path2 }) => path2);
  if ("refusal" in judgement) return { ...refused3(chart, judgement.refusal, context), follows };
  let { open: open6 } = judgement, { verdict } = open6.judged;
  try {
    if (verdict.action === "unknown")
      return await againstBase(open6, moved, context) ?? { ...refused3(chart, unknownState(chart, open6.judged), context), follows };
    if (verdict.action === "move") return await bumped(open6, context, { reason: verdict.reason, moved, isOther: !0 });
    if (verdict.action === "publish") return { ...await byHand(open6, moved, context), follows };
    if (moved.length === 0) return fromVerdict(open6, context);
    let reason = `it depends on ${moved.map(({ name }) => name).join(", ")}`;
    return await bumped(open6, context, { reason, moved, isOther: !1 });
  } catch (error) {
    let problem = asReleaseError(error);
    if (problem.kind === "config") throw problem;
    return { ...refused3(chart, problem, context), follows };
  }
}
function stopDependents(sources, intents) {
  let failed2 = intents.filter((intent) => intent.action === "refuse").map((intent) => intent.chart.path), stopped = dependentsOf(sources.charts, failed2);
  return intents.map((intent) => {
    if (!stopped.has(intent.chart.path) || intent.action === "leave" || intent.action === "refuse") return intent;
    let problem = dependencyStopped(intent.chart);
    return { ...intent, action: "refuse", reason: problem.message, problem, edits: {} };
  });
}

// src/pipeline/build-context.ts
async function buildContext(run2) {
  let { git, files } = run2.platform;
  return {
    git,
    files,
    helm: await run2.helm(),
    fetch: run2.fetchDependency,
    warn: run2.warn,
    dependencies: run2.settings.dependencies,
    built: run2.built,
    settingsOf: (chart) => chartSettings(chart, run2.settings)
  };
}

// src/plan/tag-events.ts
var import_yaml3 = __toESM(require_dist(), 1);
var MAX_LENGTH = 512 * 1024;
function listensForTags(workflows) {
  return workflows.some((text2) => {
    if (text2.length > MAX_LENGTH) return !0;
    try {
      let workflow = (0, import_yaml3.parse)(text2, { maxAliasCount: 100, logLevel: "error" });
      return isRecord(workflow) ? listens(workflow.on) : !0;
    } catch {
      return !0;
    }
  });
}
function listens(on) {
  return typeof on == "string" ? on === "push" || on === "create" : Array.isArray(on) ? on.some(listens) : isRecord(on) ? "create" in on || "push" in on && isForTags(on.push) : !0;
}
function isForTags(filters) {
  if (!isRecord(filters)) return !0;
  let has = (...names2) => names2.some((name) => filters[name] !== void 0);
  return has("tags", "tags-ignore") || !has("branches", "branches-ignore");
}

// src/pipeline/each-chart.ts
async function eachChart(charts, items, work) {
  let failed2 = /* @__PURE__ */ new Map(), results = await sideBySide(items, items.length, async (item2) => {
    try {
      return [await work(item2)];
    } catch (error) {
      return failed2.set(item2.path, asReleaseError(error)), [];
    }
  });
  return withoutDependents(charts, { done: results.flat(), failed: failed2 });
}
function withoutDependents(charts, { done, failed: failed2 }) {
  let stopped = dependentsOf(charts, failed2.keys()), all = new Map(failed2);
  for (let item2 of done) stopped.has(item2.path) && all.set(item2.path, waits(charts.get(item2.path), item2.path));
  return { done: done.filter((item2) => !stopped.has(item2.path)), failed: all };
}
function waits(chart, path2) {
  let name = chart?.manifest.name ?? path2;
  return new ReleaseError(
    "DEPENDENCY_STOPPED",
    `${name} waits for a chart that it depends on, which failed in this run.`,
    {
      hint: "Mend that chart; the next run releases both.",
      ...chart && { at: { file: chart.dependencyFile.file } }
    }
  );
}

// src/pipeline/claim.ts
async function claim(run2, scene, releases) {
  let template2 = run2.settings.tagTemplate.value, fresh = releases.filter((release3) => release3.staged.some((one2) => !one2.published)), tags = new Map(
    fresh.flatMap((release3) => {
      let tag = tagOf(template2, release3.packaged);
      return tag === void 0 ? [] : [[tag, release3]];
    })
  );
  if (tags.size === 0) return { done: releases, failed: /* @__PURE__ */ new Map() };
  let known = await scene.remoteTags(), wanted = new Map(
    [...tags].filter(([tag]) => !known.has(tag)).map(([tag, release3]) => [tag, release3.packaged.revision])
  ), pushed2 = await run2.platform.git.createTags(wanted, { events: await hasListeners(run2, scene) });
  for (let [tag, { result }] of pushed2)
    result !== "rejected" && run2.platform.log.info(`Claimed by the git tag ${tag}.`);
  let now = [...pushed2].some(([, push3]) => push3.result === "rejected") ? await run2.platform.git.remoteTags() : known, failed2 = /* @__PURE__ */ new Map();
  for (let [tag, release3] of tags) {
    let problem = await problemOf(run2, release3, { tag, push: pushed2.get(tag), there: now.get(tag) });
    problem && failed2.set(release3.path, problem);
  }
  let done = releases.filter((release3) => !failed2.has(release3.path));
  return withoutDependents(scene.sources.charts, { done, failed: failed2 });
}
async function hasListeners({ platform: { git } }, { sources: { tree } }) {
  let objects = tree.paths.filter((path2) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path2)).flatMap((path2) => tree.entry(path2)?.object ?? []), blobs = await git.blobs(objects);
  return listensForTags(objects.map((object) => Buffer.from(blobs.get(object) ?? []).toString()));
}
async function problemOf(run2, release3, { tag, push: push3, there }) {
  if (push3 && push3.result !== "rejected") return;
  let { name, version } = release3.packaged;
  if (there === void 0) return notClaimed(tag, push3);
  let context = { git: run2.platform.git, ownRepositories: ownRepositories(run2) }, claimed = await releaseOfClaim(release3.packaged, there, context), isKnown = release3.staged.some((one2) => one2.isListed);
  if (claimed && (isKnown || claimed.commit === release3.packaged.revision)) return;
  let what = claimed ? "which another run releases it from" : "which holds other content";
  return new ReleaseError(
    "CLAIM_LOST",
    `${name} ${version} is claimed by the git tag ${tag} at ${there.slice(0, 12)}, ${what}.`,
    {
      hint: claimed ? "Nothing is to be done while that run goes well. If it fails, run again: the content is released then." : "Another run released this version meanwhile. Run again: the next free version is taken."
    }
  );
}
var HINTS = {
  refused: "Give the job `permissions: { contents: write }`, or set `tag-template: none` to release without git tags.",
  name: "Git keeps names like files and folders: set a `tag-template` that gives other names, or rename the tag that is there.",
  lost: "The connection broke, and origin does not have the tag. Run again when the git server can be reached.",
  raced: "Somebody made and removed the tag at this moment: run again."
};
function notClaimed(tag, push3) {
  let { reason, cause } = push3?.result === "rejected" ? push3 : { reason: "", cause: "refused" }, code2 = cause === "name" ? "GIT_NAME_CONFLICT" : "CLAIM_REFUSED";
  return new ReleaseError(code2, `The git tag ${tag} can't be created: ${reason}`, { hint: HINTS[cause] });
}

// src/pipeline/promote.ts
var CHARTS_AT_ONCE3 = 8;
async function promote(run2, scene, releases) {
  let failed2 = /* @__PURE__ */ new Map(), shownOn = /* @__PURE__ */ new Map(), going = releases.map((release3) => ({ ...release3, published: [] }));
  for (let target of run2.targets)
    for (let wave of wavesOf(target, scene, going)) {
      let step = withoutDependents(scene.sources.charts, await promoteOn(target, going, { wave, run: run2 }));
      for (let [path2, error] of step.failed) {
        failed2.set(path2, error);
        let { published = [], staged = [] } = going.find((release3) => release3.path === path2) ?? {};
        shownOn.set(
          path2,
          staged.slice(0, published.length).map((one2) => one2.target.address)
        );
      }
      going = step.done;
    }
  let lost2 = run2.settings.tagTemplate.value === "" ? await lookAgain(going) : /* @__PURE__ */ new Map();
  for (let [path2, { code: code2 }] of lost2) code2 === "TAG_OVERWRITTEN" && run2.progress.promoted.delete(path2);
  return { done: going.filter(({ path: path2 }) => !lost2.has(path2)), failed: new Map([...failed2, ...lost2]), shownOn };
}
function wavesOf({ together }, { sources }, going) {
  let paths = going.map(({ path: path2 }) => path2);
  return together ? [new Set(paths)] : levelsOf(sources.charts, paths).map((level) => new Set(level.map(({ path: path2 }) => path2)));
}
async function promoteOn(target, going, { wave, run: run2 }) {
  let here = going.filter((release3) => wave.has(release3.path) && artifactOn(target, release3) !== void 0), groups = target.together ? [here] : here.map((release3) => [release3]), results = new Map((await sideBySide(groups, CHARTS_AT_ONCE3, (group) => show(run2, target, group))).flat()), failed2 = /* @__PURE__ */ new Map();
  return { done: going.flatMap((release3) => {
    let result = results.get(release3.path) ?? release3;
    return result instanceof ReleaseError ? (failed2.set(release3.path, result), []) : [result];
  }), failed: failed2 };
}
function artifactOn(target, { staged }) {
  return staged.find((one2) => one2.target === target)?.artifact;
}
async function show(run2, target, releases) {
  if (releases.length === 0) return [];
  let results = await target.promote(releases.flatMap((release3) => artifactOn(target, release3) ?? [])).catch((error) => releases.map(() => asReleaseError(error)));
  return releases.map((release3, index) => {
    let result = results[index];
    if (!result || result instanceof ReleaseError) return [release3.path, result ?? unanswered(target, release3)];
    run2.platform.log.info(`${result.reference}: ${result.changed ? "visible now" : "visible already"}`);
    let promoted = { ...release3, published: [...release3.published, result] };
    return run2.progress.promoted.set(release3.path, promoted), [release3.path, promoted];
  });
}
function unanswered({ address }, { path: path2 }) {
  return new ReleaseError("BUG_UNEXPECTED", `${address} does not say what became of ${path2}.`);
}
async function lookAgain(releases) {
  let lost2 = /* @__PURE__ */ new Map();
  for (let { path: path2, staged, published } of releases)
    for (let [index, artifact] of published.entries()) {
      let there = await staged[index]?.target.find(artifact.ref).catch(asReleaseError);
      there instanceof ReleaseError ? lost2.set(path2, there) : there?.state === "present" && there.digest !== artifact.digest && lost2.set(path2, overwritten(artifact, there.digest));
    }
  return lost2;
}
function overwritten({ reference, digest }, found) {
  return new ReleaseError(
    "TAG_OVERWRITTEN",
    `${reference} was published as ${shortDigest(digest)} and now is ${shortDigest(found)}.`,
    {
      hint: "Another run published the same version at the same time. Set `tag-template`, so that a git tag decides who does."
    }
  );
}

// src/pipeline/stage.ts
async function stage(run2, release3) {
  let chart = await withProvenance(run2, { ...release3.packaged, ...await publishedArchive(release3) }), staged = await allOf(
    run2.targets.filter(isOurs2(release3)).map(async (target) => {
      let there = presentOn(release3, target), artifact = there ? target.adopt(chart, there) : await target.stage(chart), isListed = listedOn(release3, target);
      return { target, artifact, subject: subjectOf(target, artifact, chart), published: there !== void 0, isListed };
    })
  );
  for (let { target, artifact } of staged) run2.platform.log.info(`${nameOf(release3)}: ${storedAs(target, artifact)}`);
  return { ...release3, packaged: chart, staged };
}
function storedAs({ signs }, { repository, digest }) {
  return signs === "manifest" ? `stored as ${repository}@${digest}` : `stored for ${repository} with ${digest}`;
}
function nameOf({ packaged }) {
  return `${packaged.name} ${packaged.version}`;
}
function isOurs2({ intent }) {
  return (target) => !intent.sightings.some((sighting) => sighting.target === target && sighting.evidence.state === "unadopted");
}
function presentOn({ intent }, target) {
  let presence = intent.sightings.find((sighting) => sighting.target === target)?.presence;
  return presence && isHeld(presence) ? presence : void 0;
}
function listedOn({ intent }, target) {
  return intent.sightings.some((sighting) => sighting.target === target && sighting.presence.state === "present");
}
function isHeld(presence) {
  return presence.state === "present" && !presence.isMissing;
}
async function publishedArchive({ intent, packaged }) {
  let holders = intent.sightings.filter(({ presence }) => isHeld(presence)), fetched = await allOf(
    holders.map(async ({ target, presence, evidence }) => {
      let digest2 = presence.digest, chart = await target.fetch({ ref: packaged, digest: digest2 }), differences2 = chart.archiveDigest === packaged.digest ? [] : differencesOf(chart.archive, packaged.archive);
      if (differences2.length > 0) throw foreignContent(evidence.reference, differences2);
      return chart;
    })
  ), [first] = fetched;
  if (!first) return;
  let { archive, archiveDigest: digest, provenance: text2 } = first;
  return { archive, digest, ...text2 && { provenance: { text: text2 } } };
}
async function withProvenance(run2, chart) {
  let signer = await run2.provenance();
  return !signer || chart.provenance ? chart : { ...chart, provenance: { text: await signer.sign(chart), publicKey: signer.publicKey } };
}
function subjectOf({ signs }, { repository, digest }, { archive }) {
  return { repository, digest, ...signs === "archive" && { archive } };
}
function differencesOf(published, packaged) {
  try {
    return compareArchives(published, packaged);
  } catch (error) {
    return [asReleaseError(error).message];
  }
}
function foreignContent(reference, differences2) {
  return new ReleaseError(
    "PUBLISHED_CONTENT_DIFFERS",
    `${reference} does not hold what git packages for this version: ${differences2.slice(0, 3).join("; ")}.`,
    {
      hint: "Nothing is signed or copied that was not packaged from git. Find out who replaced it, and release a new version."
    }
  );
}

// src/pipeline/sign.ts
async function sign(run2, release3) {
  let signing = await run2.signing();
  if (!signing) return release3;
  let staged = await allOf(release3.staged.map((one2) => signOn(one2, signing))), made = staged.some((one2) => one2.signatures !== void 0);
  return run2.platform.log.info(`${nameOf(release3)}: ${made ? "signed" : "signed by an earlier run already"}`), { ...release3, staged };
}
async function signOn(one2, { signer, verifier, ours }) {
  let { target, artifact, subject } = one2;
  if (!artifact.isNew) {
    let stored = await target.signatures(artifact), { missing: missing4 } = await verifier.judge(subject, stored, ours);
    if (missing4.length === 0)
      return await target.tidySignatures?.(artifact), one2;
    target.signs === "archive" && await requireNoOther(one2, stored, verifier);
  }
  let signatures = await signer.sign(subject);
  return await target.attach(artifact, signatures), { ...one2, signatures };
}
async function requireNoOther({ artifact, subject }, { bundles }, verifier) {
  for (let bundle of bundles) {
    let signer = await verifier.signerOf(subject, bundle).catch(isInvalid);
    if (signer) throw foreignSignature(artifact, signer.subject);
  }
}
function isInvalid(error) {
  if (!(error instanceof ReleaseError && error.code === "SIGNATURE_INVALID"))
    throw error;
}
function foreignSignature({ ref, repository }, subject) {
  let { archive, signature: signature2 } = namesOf(ref), what = `${archive} of ${repository} is signed by ${subject}, which is not a workflow of this repository`;
  return new ReleaseError("ARCHIVE_SIGNATURE_FOREIGN", `${what}. That signature is not replaced.`, {
    hint: `If it is to be trusted, name it under \`trusted-signers\` in the config file. If nobody needs it, remove ${signature2}, and run again.`
  });
}

// src/pipeline/verify.ts
var MAX_ATTACHED = 3;
async function verify(run2, release3) {
  let signing = await run2.signing();
  return await allOf(release3.staged.map((one2) => verifyOn(one2, release3.packaged, signing))), run2.platform.log.info(`${nameOf(release3)}: read back and verified`), release3;
}
async function verifyOn(one2, chart, signing) {
  let { target, artifact, signatures } = one2, fetched = await target.fetch(artifact), subject = { ...one2.subject, ...one2.subject.archive && { archive: fetched.archive } };
  if (one2.published || requireUnchanged(artifact, chart, fetched), !signing) return;
  if (signatures) return verifyOwn({ ...one2, subject, signatures }, signing);
  let stored = await target.signatures(artifact), { missing: missing4 } = await signing.verifier.judge(subject, stored, signing.ours);
  if (missing4.length > 0)
    throw new ReleaseError(
      "SIGNATURE_LOST",
      `A signature of ${artifact.repository} was there and is gone (${missing4.join(", ")}).`,
      {
        hint: "Something deletes untagged versions or signatures in the registry while this run works; stop it and run again."
      }
    );
}
function requireUnchanged({ repository }, chart, fetched) {
  let hint = "The registry, or something between it and here, changes what is stored; nothing was made visible.";
  if (fetched.archiveDigest !== chart.digest)
    throw new ReleaseError(
      "READ_BACK_DIFFERS",
      `${repository} gives ${shortDigest(fetched.archiveDigest)} for the archive that was stored as ${shortDigest(chart.digest)}.`,
      { hint }
    );
  let [stored, found] = [chart.provenance?.text ?? [], fetched.provenance ?? []].map((bytes) => Buffer.from(bytes));
  if (stored && found && !stored.equals(found))
    throw new ReleaseError("READ_BACK_DIFFERS", `${repository} gives another provenance file than was stored.`, {
      hint
    });
}
async function verifyOwn({ target, artifact, subject, signatures }, { verifier }) {
  for (let attempt4 = 1; ; attempt4 += 1) {
    let stored = await target.signatures(artifact);
    try {
      return await verifier.verifyOwn(subject, stored, signatures);
    } catch (error) {
      if (asReleaseError(error).code !== "SIGNATURE_MISSING" || attempt4 === MAX_ATTACHED) throw error;
      await target.attach(artifact, signatures);
    }
  }
}
function loadInHelm(run2, releases) {
  let published = releases.filter((release3) => release3.staged.some((one2) => one2.published));
  return published.length === 0 ? Promise.resolve(/* @__PURE__ */ new Map()) : run2.helm().then(
    (helm) => lintArchives(
      published.map(({ packaged }) => ({ chart: packaged, ...lintable(packaged, readArchive(packaged.archive)) })),
      { helm, files: run2.platform.files, warn: run2.warn }
    )
  );
}

// src/pipeline/prove.ts
var CHARTS_AT_ONCE4 = 12;
async function prove(run2, scene, releases, stageOne = (release3) => stage(run2, release3)) {
  let { charts } = scene.sources, [staging, signing, verifying] = [gate(), gate(), gate()], proven = await eachChart(charts, releases, async (release3) => {
    let staged = await staging(() => stageOne(release3)), signed = await signing(() => sign(run2, staged));
    return verifying(() => verify(run2, signed));
  }), unloadable = await loadInHelm(run2, proven.done), done = proven.done.filter((release3) => !unloadable.has(release3.path));
  return withoutDependents(charts, { done, failed: new Map([...proven.failed, ...unloadable]) });
}
var gate = () => createGate(CHARTS_AT_ONCE4);

// src/pipeline/half-released/words.ts
function warningFor(checked3, { isCovered }) {
  let { release: release3, state, ref } = checked3;
  if (state === "withdrawn")
    return `${halfReleased(checked3)}. Its git tag ${release3.tag} was deleted, so it counts as withdrawn and is not published any further.`;
  let giveUp = `To leave it as it is, type \`${dropping(ref)}\`.`;
  if (state === "elsewhere")
    return `${nameOf2(release3)} was to be published on ${strangers(checked3)} too, and that was never finished. No target of this run has that address. ${giveUp}`;
  if (!(state !== "half" || isCovered))
    return `${halfReleased(checked3)}. Its folder ${release3.path} is none of this run's \`charts\`, so it is not finished here. ${giveUp}`;
}
function halfReleased({ release: release3, evidence }) {
  let on = evidence.filter(({ state }) => state === "same").map(({ target }) => target), partly = evidence.filter(({ state }) => state === "partly").map(({ target }) => target), missing4 = evidence.filter(({ state }) => state !== "same" && state !== "partly").map(({ target }) => target), places = [
    on.length > 0 ? `it is on ${on.join(", ")}` : "",
    partly.length > 0 ? `its archive is public at ${partly.join(", ")} and the index does not list it` : "",
    missing4.length > 0 ? `it is not on ${missing4.join(", ")}` : ""
  ];
  return `${nameOf2(release3)} is half released: ${places.filter((place2) => place2 !== "").join("; ")}`;
}
function finished(evidence) {
  return `an earlier run did not publish it on ${evidence.filter(({ state }) => state !== "same").map(({ target }) => target).join(", ")}; this run finished that`;
}
function leftHalf({ packaged, staged }, on, cause) {
  let missing4 = staged.flatMap(({ target }) => on.includes(target.address) ? [] : [target.address]), places = `it is on ${on.join(", ")}; it is not on ${missing4.join(", ")}`, again = "The next run tries to finish it, also if the chart changes before that.";
  return new ReleaseError(cause.code, `${nameOf2(packaged)} is half released: ${places}: ${cause.message}`, {
    hint: cause.hint === void 0 ? again : `${cause.hint} ${again}`,
    at: cause.at,
    cause
  });
}
function halfReleaseProblem(checked3, cause) {
  let hints = [
    cause.hint,
    `Each run tries again. To leave ${nameOf2(checked3.release)} as it is, type \`${dropping(checked3.ref)}\`.`
  ];
  return new ReleaseError(cause.code, `${halfReleased(checked3)}: ${cause.message}`, {
    hint: hints.filter((hint) => hint !== void 0).join(" "),
    at: cause.at,
    cause
  });
}
function commitGone({ name, version, commit }) {
  return new ReleaseError(
    "HALF_RELEASE_COMMIT_GONE",
    `Commit ${commit.slice(0, 12)}, which ${name} ${version} was packaged from, is not in the repository any more, or not with that content.`
  );
}
function unverified({ name, version, commit }) {
  return new ReleaseError(
    "HALF_RELEASE_UNVERIFIED",
    `Nothing that is stored of ${name} ${version} has a complete signature of this repository's workflows, and commit ${commit.slice(0, 12)} alone does not account for it.`,
    { hint: "Find out who published it." }
  );
}
function dropping(ref) {
  return `git push origin --delete ${ref}`;
}
function nameOf2({ name, version }) {
  return `${name} ${version}`;
}
function strangers({ release: release3, evidence }) {
  return release3.targets.filter((address) => !evidence.some(({ target }) => target === address)).join(", ");
}

// src/pipeline/half-released/trust.ts
async function requireAccountable(run2, head, half, { packaged }) {
  let { release: release3 } = half;
  if (release3.overlay.size === 0 && await isOnBranch(run2, release3, head)) return;
  let [signing, provenance] = [await run2.signing(), await run2.provenance()], isSigned2 = signing === void 0, hasProvenance = provenance === void 0;
  for (let { target, presence } of publicIn(half)) {
    let known = presence.state === "present" ? presence : unlisted(packaged.digest), artifact = target.adopt(release3, known), fetched = presence.state === "present" ? await target.fetch(artifact) : {}, subject = subjectOf(target, artifact, { archive: fetched.archive ?? packaged.archive }), stored = signing && await target.signatures(artifact);
    isSigned2 ||= stored !== void 0 && (await signing?.verifier.judge(subject, stored, signing.ours))?.missing.length === 0, hasProvenance ||= fetched.provenance !== void 0;
  }
  if (!isSigned2 || !hasProvenance) throw unverified(release3);
}
function publicIn({ sightings, evidence }) {
  return sightings.filter((_, index) => ["same", "partly"].includes(evidence[index]?.state ?? ""));
}
function unlisted(digest) {
  return { state: "present", digest, signed: "none" };
}
async function isOnBranch({ platform: { git } }, { commit }, head) {
  return await git.isAncestor(commit, head) ? !0 : await git.isShallow() ? (await git.unshallow(), git.isAncestor(commit, head)) : !1;
}

// src/pipeline/half-released/complete.ts
function releasesIn(completions) {
  return [...completions?.values() ?? []].flatMap((one2) => one2 instanceof ReleaseError ? [] : [one2]);
}
async function completeHalfReleases(run2, scene) {
  return scene.halfReleases.halves.length === 0 ? /* @__PURE__ */ new Map() : run2.steps.during("Finish half releases", () => completeAll(run2, scene));
}
async function completeAll(run2, scene) {
  let { completions } = run2.progress;
  for (let round of roundsOf(scene.halfReleases.halves)) {
    let results = await completeRound(run2, scene, round).catch((error) => asReleaseError(error));
    for (let half of round) {
      let result = results instanceof ReleaseError ? results : results.get(half.release.path) ?? lost(half), problem = half.problem ?? (result instanceof ReleaseError && halfReleaseProblem(half, result));
      completions.set(half, problem || result);
    }
  }
  return completions;
}
function lost({ release: { name, version } }) {
  return new ReleaseError("BUG_UNEXPECTED", `${name} ${version} was neither published nor refused.`);
}
function roundsOf(halves) {
  let rounds = [];
  for (let half of halves) {
    let free = rounds.find((round) => round.every(({ release: release3 }) => release3.path !== half.release.path));
    free ? free.push(half) : rounds.push([half]);
  }
  return rounds;
}
async function completeRound(run2, scene, round) {
  let results = /* @__PURE__ */ new Map(), then = async (step) => {
    let { done, failed: failed2 } = await step;
    for (let [path2, error] of failed2) results.set(path2, error);
    return done;
  }, halfOf = new Map(round.map((half) => [half.release.path, half])), stageOne = (release3) => {
    let half = halfOf.get(release3.path);
    return half ? stageHalf(run2, scene, half, release3) : stage(run2, release3);
  }, allowed = await then(preflight(round)), packaged = await then(packageAll(run2, allowed)), charts = new Map(round.flatMap(({ source }) => [...source?.sources.charts ?? []])), there = { ...scene, sources: { ...scene.sources, charts } }, proven = await then(prove(run2, there, packaged, stageOne)), claimed = await then(claim(run2, there, proven)), apart = { ...run2, progress: createProgress() };
  for (let release3 of await then(promote(apart, there, claimed))) results.set(release3.path, release3);
  return results;
}
async function preflight(round) {
  let failed2 = /* @__PURE__ */ new Map(), done = [];
  for (let half of round) {
    let { source, release: release3 } = half;
    if (!source) continue;
    let missing4 = half.sightings.filter(({ presence }) => presence.state === "absent"), findings = await Promise.all(missing4.map(({ target }) => target.preflight([release3]).catch(problemsIn))), [problem] = findings.flat();
    problem ? failed2.set(release3.path, problem) : done.push({ path: release3.path, half, source });
  }
  return { done, failed: failed2 };
}
async function packageAll(run2, ready) {
  let { git } = run2.platform, requests = await Promise.all(
    ready.map(async ({ path: path2, source, half: { release: release3 } }) => {
      let { commit, overlay, fingerprint: fingerprint2, version } = release3, committedAt = await git.commitTime(commit);
      return { ...{ path: path2, sources: source.sources, overlay, fingerprint: fingerprint2, version }, commit, committedAt, repositoryUrl: run2.facts.repositoryUrl };
    })
  ), made = ready.length > 0 ? await packageCharts(requests, await buildContext(run2)) : /* @__PURE__ */ new Map(), failed2 = /* @__PURE__ */ new Map(), done = [];
  for (let { path: path2, half, source } of ready) {
    let packaged = made.get(path2) ?? new ReleaseError("BUG_UNEXPECTED", `${path2} was not packaged.`);
    packaged instanceof ReleaseError ? failed2.set(path2, packaged) : done.push({ path: path2, intent: intentOf(half, source.chart), packaged });
  }
  return { done, failed: failed2 };
}
function intentOf(half, chart) {
  return {
    chart,
    action: "publish",
    version: half.release.version,
    reason: halfReleased(half),
    bump: { setting: "none", source: "default" },
    findings: [],
    follows: [],
    edits: {},
    desired: { evidence: !1 },
    sightings: half.sightings
  };
}
async function stageHalf(run2, { head }, half, release3) {
  await requireAccountable(run2, head, half, release3);
  let targets = run2.targets.filter(({ address }) => half.release.targets.includes(address));
  return stage({ ...run2, targets }, release3);
}

// src/pipeline/by-path.ts
function byPath(a, b) {
  return a.path === b.path ? 0 : a.path < b.path ? -1 : 1;
}

// src/pipeline/half-released/half-release-report.ts
function plannedHalfRelease(half) {
  let { release: release3, source, problem } = half, { name, version, path: path2, fingerprint: fingerprint2 } = release3, appVersion2 = source?.chart.manifest.appVersion;
  return {
    path: path2,
    name,
    type: source?.chart.manifest.type ?? "application",
    action: problem ? "refuse" : "publish",
    currentVersion: version,
    version,
    ...appVersion2 !== void 0 && { appVersion: { from: appVersion2, to: appVersion2 } },
    fingerprint: fingerprint2,
    reason: problem?.message ?? halfReleased(half),
    findings: [],
    follows: [],
    evidence: half.sightings.map(({ evidence }) => evidence),
    ...problem && { problem: planProblem(problem) }
  };
}
function halfReleaseOutcome(half, end) {
  let { release: release3, source, evidence } = half, { name, version, path: path2 } = release3, appVersion2 = source?.chart.manifest.appVersion, reason = end.result === "released" ? finished(evidence) : halfReleased(half);
  return { name, path: path2, version, ...appVersion2 !== void 0 && { appVersion: appVersion2 }, reason, ...end };
}

// src/pipeline/release-notes.ts
import { posix as posix16 } from "node:path";

// src/chart/set-annotation.ts
var import_yaml5 = __toESM(require_dist(), 1);

// src/chart/only-change.ts
var import_yaml4 = __toESM(require_dist(), 1);
var NONE = /* @__PURE__ */ new Map();
function treeOf(text2, place2, replaced2 = NONE) {
  let yaml = parseYaml(text2, place2);
  return walk(yaml, yaml.root, replaced2);
}
function requireOnly(expected, { before, after, file }) {
  let place2 = { file, code: "CHART_EDIT_REFUSED" }, path2 = differenceOf(expected, treeOf(after, place2));
  if (!path2) return after;
  let what = path2.length === 0 ? "more" : `\`${path2.join(".")}\`, too`;
  throw new ReleaseError("CHART_EDIT_REFUSED", `${file} can't be changed as meant without changing ${what}`, {
    hint: "Write the value itself where an alias (`*name`) stands for it.",
    at: { file, line: lineOf(parseYaml(before, place2), path2) }
  });
}
function walk(yaml, written, replaced2) {
  let node = follow(yaml, written), here = node === written ? replaced2 : NONE;
  return (0, import_yaml4.isMap)(node) ? new Map(
    node.items.map((pair) => {
      let value = pair.value ?? void 0;
      return [keyOf2(yaml, pair), here.get(valueStart(yaml, pair)) ?? walk(yaml, value, here)];
    })
  ) : (0, import_yaml4.isSeq)(node) ? node.items.map((item2) => walk(yaml, item2, here)) : (0, import_yaml4.isScalar)(node) && spanOf(yaml, node).start < spanOf(yaml, node).end ? String(node.value ?? "") : void 0;
}
function keyOf2(yaml, { key }) {
  let node = follow(yaml, key);
  if (!(0, import_yaml4.isScalar)(node)) throw failure(yaml, node, "has a key that is not plain text");
  return String(node.value);
}
function valueStart(yaml, { key, value }) {
  let { start: start2, end } = value ? spanOf(yaml, value) : { start: 0, end: 0 };
  return start2 < end ? start2 : yaml.text.indexOf(":", spanOf(yaml, key).end) + 1;
}
function differenceOf(a, b) {
  let [one2, two] = [entriesOf2(a), entriesOf2(b)];
  if (!one2 || !two || Array.isArray(a) !== Array.isArray(b)) return a === b ? void 0 : [];
  for (let key of /* @__PURE__ */ new Set([...one2.keys(), ...two.keys()])) {
    let inside2 = one2.has(key) && two.has(key) ? differenceOf(one2.get(key), two.get(key)) : [];
    if (inside2) return [key, ...inside2];
  }
}
function entriesOf2(tree) {
  if (!(typeof tree == "string" || tree === void 0))
    return tree instanceof Map ? tree : new Map([...tree.entries()].map(([key, value]) => [String(key), value]));
}
function lineOf(yaml, path2) {
  let node = yaml.root, line = 1;
  for (let name of path2) {
    if ((0, import_yaml4.isSeq)(node)) node = node.items[Number(name)];
    else if ((0, import_yaml4.isMap)(node)) {
      let pair = node.items.find((one2) => keyOf2(yaml, one2) === name);
      pair && (line = spanOf(yaml, pair.key).line), node = pair?.value ?? void 0;
    } else break;
    node?.range && (0, import_yaml4.isMap)(node) && (line = spanOf(yaml, node).line);
  }
  return line;
}

// src/chart/set-annotation.ts
function setAnnotation(manifest, key, value) {
  let { text: text2, file } = manifest, yaml = parseYaml(text2, { file, code: "CHART_YAML_INVALID" }), field = yaml.root && pick(yaml, fieldsOf(yaml, yaml.root, "a document"), "annotations"), edited = field ? inside(yaml, field.key, field.written, { key, value }) : `${text2}${text2.endsWith(`
`) ? "" : `
`}${lines(`annotations:
${block("  ", key, value)}`, text2)}`;
  if (edited !== void 0 && isAsMeant(edited, manifest, key, value))
    return requireOnly(withAnnotation(manifest, field?.name ?? "annotations", { key, value }), {
      before: text2,
      after: edited,
      file
    });
  throw new ReleaseError("CHART_EDIT_REFUSED", `${file} has annotations that ${key} can't be set among`, {
    hint: "Write `annotations:` with one line a key, below each other.",
    at: { file, line: field ? spanOf(yaml, field.key).line : 1 }
  });
}
function withAnnotation({ text: text2, file }, field, { key, value }) {
  let tree = treeOf(text2, { file, code: "CHART_EDIT_REFUSED" });
  if (!(tree instanceof Map)) return tree;
  let old = tree.get(field);
  return new Map([...tree, [field, new Map([...old instanceof Map ? old : [], [key, value]])]]);
}
function inside(yaml, name, written, { key, value }) {
  let { text: text2 } = yaml;
  if ((0, import_yaml5.isMap)(written) && !written.flow) return intoBlock(yaml, written, { key, value });
  let isEmpty = (0, import_yaml5.isMap)(written) ? written.items.length === 0 : isNull(yaml, written);
  if ((0, import_yaml5.isMap)(written) && !isEmpty) return intoFlow(yaml, written, { key, value });
  if (!isEmpty) return;
  let start2 = text2.indexOf(":", spanOf(yaml, name).end) + 1, end = written ? spanOf(yaml, written).end : start2, rest = text2.slice(Math.max(start2, end)), lineEnd = /^[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.exec(rest)?.[0];
  return lineEnd === void 0 ? void 0 : `${text2.slice(0, start2) + lineEnd.replace(/\r?\n$/, "")}${lines(`
${block("  ", key, value)}`, text2)}${rest.slice(lineEnd.length)}`;
}
function intoBlock(yaml, map, { key, value }) {
  let { text: text2 } = yaml, [first] = map.items, there = map.items.find((pair) => fieldName(pair.key) === key), anchor = (there ?? first)?.key;
  if (!anchor) return;
  let start2 = lineStart(text2, spanOf(yaml, anchor).start), indent = /^ */.exec(text2.slice(start2))?.[0] ?? "", added = lines(block(indent, key, value), text2);
  if (!there) return text2.slice(0, start2) + added + text2.slice(start2);
  let valueEnd = there.value?.range?.[1] ?? spanOf(yaml, anchor).end, end = text2[valueEnd - 1] === `
` ? valueEnd : endOfLine(text2, valueEnd);
  return text2.slice(0, start2) + added + text2.slice(end);
}
function intoFlow(yaml, map, { key, value }) {
  let { text: text2 } = yaml, old = map.items.find((pair) => fieldName(pair.key) === key)?.value;
  if (old) {
    let { start: start2, end } = spanOf(yaml, old);
    return text2.slice(0, start2) + JSON.stringify(value) + text2.slice(end);
  }
  let open6 = spanOf(yaml, map).start + 1;
  return `${text2.slice(0, open6)}"${key}": ${JSON.stringify(value)}, ${text2.slice(open6)}`;
}
function fieldName(key) {
  return typeof key == "object" && key !== null && "value" in key ? String(key.value) : "";
}
function block(indent, key, value) {
  let body = value.replace(/\n$/, "").replace(/^/gm, `${indent}  `);
  return `${indent}${key}: |
${body}
`;
}
function lines(added, text2) {
  return text2.includes(`\r
`) ? added.replaceAll(`
`, `\r
`) : added;
}
function lineStart(text2, at) {
  return text2.lastIndexOf(`
`, at - 1) + 1;
}
function endOfLine(text2, at) {
  let end = text2.indexOf(`
`, at);
  return end < 0 ? text2.length : end + 1;
}
function isAsMeant(text2, before, key, value) {
  try {
    let { metadata } = readChartYaml(text2, before.file), { annotations: now = {}, ...rest } = metadata, { annotations: old = {}, ...others } = before.metadata, expected = { ...old, [key]: value };
    return sorted(now) === sorted(expected) && JSON.stringify(rest) === JSON.stringify(others);
  } catch {
    return !1;
  }
}
function sorted(value) {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
}

// src/notes/artifact-hub.ts
var CHANGES = "artifacthub.io/changes";
function artifactHubChanges(notes) {
  return notes.map(({ kind, text: text2, breaking }) => `- kind: ${kind}
  description: ${JSON.stringify(breaking ? `Breaking: ${text2}` : text2)}
`).join("");
}

// src/notes/markdown.ts
var TITLES = {
  added: "Added",
  changed: "Changed",
  deprecated: "Deprecated",
  removed: "Removed",
  fixed: "Fixed",
  security: "Security"
};
function notesMarkdown(notes, heading = "###", safe = escaped) {
  return Object.entries(TITLES).flatMap(([kind, title]) => {
    let items = notes.filter((note2) => note2.kind === kind).map(({ text: text2, breaking }) => `- ${breaking ? "**Breaking:** " : ""}${safe(text2)}`);
    return items.length > 0 ? [`${heading} ${title}

${items.join(`
`)}`] : [];
  }).join(`

`);
}
function escaped(text2) {
  return text2.replace(/[\\*_[\]!|]/g, "\\$&").replaceAll("<", "&lt;").replace(/@(?=\w)/g, "@\u2060");
}

// src/notes/changelog.ts
var VERSION = /^(#{1,3}) (\[?v?)(\d+\.\d+\.\d+[^\s\])]*)(\]?)/m;
function withSection(text2, section) {
  if (text2 === void 0 || text2.trim() === "") return `# Changelog

${sectionText(section, "## ", "", "")}
`;
  let newline = text2.includes(`\r
`) ? `\r
` : `
`, first = VERSION.exec(text2);
  if (hasVersion(text2, section.version)) return text2;
  let [, marks = "##", before = "", , after = ""] = first ?? [], block2 = sectionText(section, `${marks} ${before}`, after, marks).replaceAll(`
`, newline);
  return first ? `${text2.slice(0, first.index)}${block2}${newline}${newline}${text2.slice(first.index)}` : `${text2.replace(/\s*$/, "")}${newline}${newline}${block2}${newline}`;
}
function sectionText({ version, date, notes }, before, after, marks) {
  return `${`${before}${version}${after} - ${date.toISOString().slice(0, 10)}`}

${notesMarkdown(notes, `${marks || "##"}#`)}`;
}
function hasVersion(text2, version) {
  return text2.split(/\r?\n/).some((line) => VERSION.exec(line)?.[3] === version);
}

// src/notes/notes.ts
var MAX_TEXT2 = 300, MAX_NOTES = 50, HEADER = /^\w+(?:\(([^()]*)\))?!?:\s+(.*)$/;
function releaseNotes(findings, reason) {
  let said = findings.filter(({ kind }) => kind === "commits").flatMap(fromCommit), found = findings.filter(({ kind, level }) => kind !== "commits" && (level === "major" || level === "minor")), sorted2 = [
    ...[...found.map(fromFinding), ...said].filter(({ breaking }) => breaking),
    ...said.filter(isPlain),
    ...found.map(fromFinding).filter(isPlain)
  ], unique2 = [...new Map(sorted2.map((note2) => [note2.text, note2])).values()].slice(0, MAX_NOTES);
  return unique2.length > 0 ? unique2 : [{ kind: "changed", text: oneLine(sentence(reason)), breaking: !1 }];
}
var isPlain = ({ breaking }) => !breaking;
function fromCommit({ level, rule, is }) {
  if (level === "none" || is === void 0) return [];
  let [, scope = "", subject = is] = HEADER.exec(is) ?? [];
  return [{ kind: kindOf(rule, scope), text: oneLine(sentence(subject)), breaking: level === "major" }];
}
function kindOf(rule, scope) {
  return /\bsecurity\b/i.test(scope) ? "security" : rule === "commits/feat" ? "added" : rule === "commits/fix" ? "fixed" : "changed";
}
function fromFinding({ level, rule, text: text2 }) {
  return { kind: /(?:^|[/-])removed$/.test(rule) ? "removed" : /(?:^|[/-])added$/.test(rule) ? "added" : "changed", text: oneLine(sentence(text2)), breaking: level === "major" };
}
function oneLine(text2) {
  return cut(showInvisible(text2).replace(/\s+/g, " ").trim(), MAX_TEXT2);
}
function sentence(text2) {
  let [first = "", ...rest] = text2.trim();
  return `${first.toUpperCase()}${rest.join("")}`;
}

// src/report/redact.ts
var SENTENCES = /* @__PURE__ */ new Set(["message", "hint", "reason", "text", "title", "warnings", "why"]);
function redacted(value, redaction) {
  return everyText(value, redaction);
}
function redactedForPublication(value, { redactData }) {
  return everyText(value, { redact: redactData, redactData });
}
function everyText(value, redaction, isSentence = !1) {
  return typeof value == "string" ? isSentence ? redaction.redact(value) : redaction.redactData(value) : value instanceof ReleaseError ? redactedProblem(value, redaction) : Array.isArray(value) ? value.map((entry) => everyText(entry, redaction, isSentence)) : typeof value != "object" || value === null ? value : Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, everyText(entry, redaction, SENTENCES.has(key))])
  );
}
function redactedProblem(problem, { redact, redactData }) {
  let { code: code2, message, hint, at } = problem;
  return new ReleaseError(code2, redact(message), {
    hint: hint === void 0 ? void 0 : redact(hint),
    at: at === void 0 ? void 0 : { ...at, file: redactData(at.file) }
  });
}

// src/pipeline/release-notes.ts
function notesOf({ found = [], reason }) {
  return releaseNotes(found, reason);
}
function publishedNotes({ platform }, intent) {
  return redactedForPublication(notesOf(intent), platform.secrets);
}
async function notesEdits(run2, scene, releases, edited) {
  let places = run2.settings.releaseNotes.value, files = /* @__PURE__ */ new Map(), problems = /* @__PURE__ */ new Map(), { tree } = scene.sources, treePaths = createTreePaths(tree.paths.flatMap((path2) => tree.entry(path2) ?? []));
  for (let intent of releases.filter(({ action }) => action === "bump")) {
    let { chart } = intent;
    try {
      if (places.includes("artifacthub")) {
        let { file } = chart.manifest, manifest = readChartYaml(edited.get(file) ?? chart.manifest.text, file);
        files.set(file, setAnnotation(manifest, CHANGES, artifactHubChanges(publishedNotes(run2, intent))));
      }
      if (places.includes("changelog") && !gitStays(run2)) {
        let file = posix16.join(chart.path, "CHANGELOG.md");
        files.set(file, await changelogOf(run2, scene, intent, { file, places: treePaths }));
      }
    } catch (error) {
      problems.set(chart.path, asReleaseError(error));
    }
  }
  return { files, problems };
}
async function changelogOf(run2, scene, intent, { file, places }) {
  let obstacle = places.obstacleTo(file);
  if (obstacle) throw notWritten2(file, `${obstacle.path} ${obstacle.what}`);
  let object = scene.sources.tree.entry(file)?.object, text2 = object === void 0 ? void 0 : textIn2((await run2.platform.git.blobs([object])).get(object), file), section = { version: intent.version, date: run2.platform.clock.now(), notes: publishedNotes(run2, intent) };
  return withSection(text2, section);
}
function textIn2(blob, file) {
  if (!blob) throw notWritten2(file, "it is too large to be read");
  let text2 = Buffer.from(blob).toString();
  if (Buffer.from(text2).equals(blob)) return text2;
  throw notWritten2(file, "it is not UTF-8");
}
function notWritten2(file, why) {
  return new ReleaseError("PATH_OCCUPIED", `The release notes can't be added to ${file}: ${why}.`, {
    hint: "Put a plain text file there, or leave `changelog` out of `release-notes`.",
    at: { file }
  });
}

// src/pipeline/outcomes.ts
function outcomes(scene, signed, { promoted, failed: failed2, skipped: skipped2, proposal, completions = /* @__PURE__ */ new Map() }) {
  let released = new Map(promoted.map((release3) => [release3.path, release3])), charts = scene.intents.map(
    (intent) => outcome(intent, { release: released.get(intent.chart.path), failed: failed2, skipped: skipped2, signed, proposal })
  ), isUnreadable = (chart) => scene.unreadable.some(({ path: path2 }) => path2 === chart.path), broken = scene.plan.charts.filter((chart) => chart.version === "" && isUnreadable(chart)).map(({ name, path: path2, version, reason }) => {
    let problem = scene.unreadable.find((one2) => one2.path === path2)?.problem;
    return {
      name,
      path: path2,
      version,
      reason,
      result: "failed",
      references: [],
      signed: !1,
      ...problem && { problem }
    };
  });
  return [...scene.halfReleases.halves.map((half) => {
    let end = completions.get(half) ?? half.problem, none = { references: [], signed: !1 };
    return end === void 0 ? halfReleaseOutcome(half, { result: "skipped", ...none }) : end instanceof ReleaseError ? { ...halfReleaseOutcome(half, { result: "failed", ...none }), problem: end } : halfReleaseOutcome(half, { ...releasedAs(end), signed });
  }), ...charts, ...broken].sort(byPath);
}
function outcome(intent, fate) {
  let { chart, version } = intent, appVersion2 = appVersionOf(intent), problem = intent.problem ?? fate.failed.get(chart.path), base = {
    name: chart.manifest.name,
    path: chart.path,
    version,
    ...version !== chart.manifest.version && { previousVersion: chart.manifest.version },
    ...appVersion2 !== void 0 && { appVersion: appVersion2 },
    reason: intent.reason
  }, visible = fate.release ? releasedAs(fate.release).references : [];
  if (problem) return { ...base, result: "failed", references: visible, signed: !1, problem };
  let notes = notesOf(intent);
  if (fate.release) return { ...base, ...releasedAs(fate.release), signed: fate.signed, notes };
  if (fate.proposal?.paths.has(chart.path)) {
    let reason = `${intent.reason}; proposed in ${fate.proposal.pull.url}`;
    return { ...base, reason, result: "planned", references: [], signed: !1, notes };
  }
  return isReleased(intent) ? { ...base, reason: fate.skipped ?? intent.reason, result: "skipped", references: [], signed: !1 } : { ...base, result: "unchanged", references: [], signed: fate.signed && intent.sightings.every(isSigned) };
}
function isSigned({ presence }) {
  return presence.state === "present" && presence.signed === "some";
}
function releasedAs(release3) {
  let references = release3.published.map(
    ({ reference, repository, digest, signedIndex: signedIndex2 }, index) => {
      let isArchive = release3.staged[index]?.target.signs === "archive";
      return {
        reference,
        ...isArchive ? { repository, ...signedIndex2 !== void 0 && { signedIndex: signedIndex2 } } : { pinned: `${repository}@${digest}` },
        digest,
        ...release3.packaged.provenance && { hasProvenance: !0 }
      };
    }
  );
  return { result: release3.intent.action === "complete" ? "completed" : "released", references, archiveDigest: release3.packaged.digest };
}

// src/pipeline/tell.ts
import { posix as posix17 } from "node:path";
var MAX_OF_CHART = 10;
function decisionNotes(intents) {
  return intents.flatMap((intent) => [...tooLow(intent), ...appVersionNotes(intent)]);
}
function tooLow({ chart, enough, released, why = "" }) {
  if (enough === void 0) return [];
  let { name, version, file, versionSpan } = chart.manifest, text2 = `${name} ${version} is taken as it was raised by hand, though ${enough} is called for after ${released}: ${why}.`;
  return [{ level: "warning", title: name, text: text2, at: { file, line: versionSpan.line } }];
}
function appVersionNotes({ chart, findings }) {
  return findings.filter(({ rule }) => rule.startsWith("app-version/")).map((finding) => noteOf(chart, finding, "warning"));
}
function findingNotes({ chart, findings, level }, { verdict }) {
  if (!["missing", "too-low", "mild", "left"].includes(verdict) || level === void 0) return [];
  let weighty = findings.filter(
    (finding) => rank(finding.level) > rank("patch") || level === "patch" && finding.level === "patch"
  ), top = weighty[0]?.level;
  return weighty.slice(0, MAX_OF_CHART).map((finding) => noteOf(chart, finding, finding.level === top && verdict !== "left" ? "warning" : "notice"));
}
function noteOf({ path: path2, manifest }, finding, level) {
  let text2 = finding.level === "none" ? `${finding.text.replace(/\.$/, "")}.` : `${findingWords(finding)}.`;
  return { level, title: `${manifest.name}: ${finding.rule}`, text: text2, at: placeOf(path2, finding.at) };
}
function placeOf(path2, at) {
  return at === void 0 ? { file: posix17.join(path2, "Chart.yaml") } : { ...at, file: posix17.join(path2, at.file) };
}

// src/pipeline/run-report.ts
async function report(run2, scene, ended2) {
  let identity2 = (ended2.promoted?.length ?? 0) > 0 || releasesIn(ended2.completions).length > 0 ? (await run2.signing())?.identity : void 0;
  return reportOf(run2, scene, ended2, identity2);
}
function reportSoFar(run2, problems) {
  let { scene, failed: failed2, promoted, proposal, identity: identity2, bumpCommit, completions } = run2.progress;
  if (!scene) return { mode: run2.settings.mode.value, charts: [], problems, warnings: [] };
  let isPromoting = run2.steps.current === "Promote", own = [...failed2].filter(([, error]) => !isConsequence(error, problems)), stopped = [...promoted.values()].filter((release3) => !isComplete(release3)).map(({ path: path2 }) => [path2, asReleaseError(problems[0])]), ended2 = {
    failed: new Map([...stopped, ...own]),
    promoted: [...promoted.values()],
    skipped: `the run ended before it was released${isPromoting ? ", or before that was known" : ""}; the next run goes on with it`,
    ...proposal && { proposal },
    completions
  };
  return { ...reportOf(
    run2,
    scene,
    ended2,
    promoted.size > 0 || releasesIn(completions).length > 0 ? identity2 : void 0
  ), problems, ...bumpCommit !== void 0 && { bumpCommit } };
}
function isConsequence(error, problems) {
  return error instanceof Error ? problems.some((problem) => problem === error) || isConsequence(error.cause, problems) : !1;
}
function reportOf(run2, scene, ended2, identity2) {
  let { settings } = run2, mode = settings.mode.value, signed = settings.sign.value !== "none", charts = outcomes(scene, signed, { failed: /* @__PURE__ */ new Map(), ...ended2, promoted: [...run2.progress.promoted.values()] });
  return {
    mode,
    plan: scene.plan,
    charts: mode === "plan" ? charts.map((chart) => chart.result === "skipped" ? { ...chart, result: "planned" } : chart) : charts,
    problems: [],
    ...ended2.proposal && { pullRequest: ended2.proposal.pull },
    warnings: [...scene.scope.kind === "nothing" ? [scene.scope.reason] : [], ...scene.halfReleases.warnings],
    notes: decisionNotes(scene.intents),
    plainHttp: settings.plainHttp.value,
    ...identity2 && { identity: identity2 },
    ...isFile(settings.sigstoreTrustedRoot.value) && { trustedRoot: settings.sigstoreTrustedRoot.value }
  };
}
function isFile(value) {
  return value !== void 0 && !value.trimStart().startsWith("{");
}

// src/pipeline/settled-files.ts
import { posix as posix18 } from "node:path";
function filesFor(files, checkout, { workspace, runnerTemp }) {
  if (checkout.shownOn !== void 0) return files;
  let insideOf = async (path2) => {
    let whole2 = posix18.resolve(workspace, path2);
    if (below(runnerTemp, whole2) !== void 0) return;
    let [root, real] = await Promise.all([workspace, whole2].map((one2) => files.shared.realPath(one2)));
    return below(workspace, whole2) ?? (root && real ? below(root, real) : void 0);
  };
  return { ...files, readIfPresent: async (path2, maxBytes2 = DEFAULT_MAX_BYTES) => {
    let inside2 = await insideOf(path2);
    return inside2 === void 0 ? files.readIfPresent(path2, maxBytes2) : checkout.read(inside2, maxBytes2);
  } };
}
var DEFAULT_MAX_BYTES = 16 * 1024 * 1024;
function below(folder2, path2) {
  let inside2 = posix18.relative(folder2, path2);
  return inside2 === "" || inside2 === ".." || inside2.startsWith("../") || posix18.isAbsolute(inside2) ? void 0 : inside2;
}
async function settledRemarks(paths, { checkout, workspace, facts }, maxBytes2) {
  return (await Promise.all(
    [...new Set(paths)].map(async (file) => {
      let there = await workspace.read(file, maxBytes2).catch(() => new Uint8Array()), atHead = await checkout.readAtHead(file, maxBytes2).catch(() => new Uint8Array()), counts = await checkout.read(file, maxBytes2);
      return textOf2(there ?? atHead) === textOf2(counts) ? [] : [{ text: textFor(file, checkout, facts), at: { file } }];
    })
  )).flat();
}
function textFor(file, { head, settled: settled3, shownOn }, { ref }) {
  let [here, base] = [head, settled3].map((commit) => commit.slice(0, 12));
  return shownOn !== void 0 ? `${file} in the work tree is not as commit ${here} has it, and does not count: settings are read from the commit. Commit the file to change them.` : `${file} of this checkout does not count: ${untrustedReason({ head }, { ref })} The settings of commit ${base} apply, until the change is merged.`;
}
function untrustedReason({ head }, { ref }) {
  return `origin does not show ${head.slice(0, 12)} on a branch or tag of this run (${ref}) or on the default branch.`;
}
function textOf2(bytes) {
  return bytes && Buffer.from(bytes).toString().replaceAll(`\r
`, `
`);
}

// src/plan/own-commits.ts
import { posix as posix19 } from "node:path";
function ownCommits(git, ownRepositories2) {
  let known = /* @__PURE__ */ new Map(), isOwnChange = (from, to) => {
    let key = `${from}..${to}`, judged = known.get(key) ?? judge3(git, ownRepositories2, from, to);
    return known.set(key, judged), judged;
  };
  return {
    isOwnChange,
    async isOwn(commit) {
      let parent = await git.resolve(`${commit}^`);
      return parent !== void 0 && isOwnChange(parent, commit);
    }
  };
}
async function judge3(git, ownRepositories2, from, to) {
  let [before, after] = [byPath2(await git.tree(from)), byPath2(await git.tree(to))], paths = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter(
    (path2) => differs(before.get(path2), after.get(path2))
  );
  if (!paths.every((path2) => isBumped(path2, before.get(path2), after.get(path2)))) return !1;
  let objects = paths.flatMap((path2) => [before.get(path2)?.object ?? [], after.get(path2)?.object ?? []].flat()), blobs = await git.blobs(objects), textOf5 = (entry) => {
    let blob = entry && blobs.get(entry.object);
    return blob && Buffer.from(blob).toString();
  }, isLocal = (chart, dependency) => localVersions(git, after, { chart, dependency, ownRepositories: ownRepositories2 });
  for (let path2 of paths) {
    let [old, now] = [textOf5(before.get(path2)), textOf5(after.get(path2))];
    if (now === void 0 || !await isOurEdit({ path: path2, before: old, after: now }, isLocal)) return !1;
  }
  return !0;
}
var byPath2 = (entries) => new Map(entries.map((entry) => [entry.path, entry]));
function differs(a, b) {
  return a?.object !== b?.object || a?.mode !== b?.mode;
}
function isBumped(path2, before, after) {
  return after === void 0 || !after.mode.startsWith("100") || !EDITORS.has(posix19.basename(path2)) ? !1 : before === void 0 ? posix19.basename(path2) === "CHANGELOG.md" : before.mode === after.mode;
}
async function localVersions(git, after, {
  chart,
  dependency: { repository },
  ownRepositories: ownRepositories2
}) {
  if (ownRepositories2.includes(repository.replace(/\/$/, ""))) return "any";
  if (!repository.startsWith(FILE_SCHEME2)) return;
  let file = posix19.join(chart, repository.slice(FILE_SCHEME2.length), "Chart.yaml"), entry = after.get(file), blob = entry && (await git.blobs([entry.object])).get(entry.object);
  return blob && readChartYaml(Buffer.from(blob).toString(), file).version;
}
var FILE_SCHEME2 = "file://";
async function isOurEdit(changed, isLocal) {
  try {
    return await EDITORS.get(posix19.basename(changed.path))?.(changed, isLocal) ?? !1;
  } catch {
    return !1;
  }
}
var EDITORS = /* @__PURE__ */ new Map([
  ["Chart.yaml", isChartEdit],
  ["requirements.yaml", isRequirementsEdit],
  ["Chart.lock", isLockEdit],
  ["requirements.lock", isLockEdit],
  ["CHANGELOG.md", isInsertion]
]);
async function isChartEdit({ path: path2, before = "", after }, isLocal) {
  let [old, now] = [readChartYaml(before, path2), readChartYaml(after, path2)];
  return lasting(old) === lasting(now) && followsOnly(path2, old.dependencies, now.dependencies, isLocal);
}
function lasting({ metadata }) {
  let { version, appVersion: appVersion2, dependencies, annotations, ...rest } = metadata, kept = Object.entries(isRecord(annotations) ? annotations : {}).filter(([key]) => !RELEASE_ANNOTATIONS.has(key));
  return JSON.stringify([rest, kept.sort(([a], [b]) => a < b ? -1 : 1)]);
}
function isRequirementsEdit({ path: path2, before = "", after }, isLocal) {
  return followsOnly(path2, readRequirements(before, path2), readRequirements(after, path2), isLocal);
}
async function followsOnly(path2, before, after, isLocal) {
  if (before.length !== after.length) return !1;
  for (let [index, now] of after.entries()) {
    let old = before[index];
    if (old === void 0 || withoutVersion(old) !== withoutVersion(now)) return !1;
    if (old.version === now.version) continue;
    let version = await isLocal(posix19.dirname(path2), now);
    if (version === void 0 || version !== "any" && !satisfies(version, now.version)) return !1;
  }
  return !0;
}
function withoutVersion({ fields: { version: _, ...rest } }) {
  return JSON.stringify(rest);
}
async function isLockEdit({ path: path2, before = "", after }, isLocal) {
  let [old, now] = [readLock(before, path2).entries, readLock(after, path2).entries];
  if (old.length !== now.length) return !1;
  for (let [index, entry] of now.entries()) {
    let was = old[index];
    if (was?.name !== entry.name || was.repository !== entry.repository) return !1;
    if (was.version === entry.version) continue;
    let dependency = { ...entry, fields: {} }, version = await isLocal(posix19.dirname(path2), dependency);
    if (version === void 0 || version !== "any" && version !== entry.version) return !1;
  }
  return !0;
}
function isInsertion({ before = "", after }) {
  let old = before.trimEnd(), start2 = 0;
  for (; start2 < old.length && old[start2] === after[start2]; ) start2 += 1;
  let rest = old.slice(start2);
  return after.length > old.length && after.slice(start2).trimEnd().endsWith(rest);
}

// src/platform/clock.ts
import { setTimeout as wait } from "node:timers/promises";
var systemClock = {
  now: () => /* @__PURE__ */ new Date(),
  monotonic: () => performance.now(),
  sleep: (milliseconds) => wait(milliseconds),
  random: () => Math.random()
};

// src/model/ref.ts
var QUEUE = "refs/heads/gh-readonly-queue/";
function isMergedRef(ref) {
  return /^refs\/(heads|tags)\/./.test(ref) && !ref.startsWith(QUEUE);
}

// src/platform/member.ts
function member(value, key) {
  return typeof value == "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : void 0;
}

// src/platform/variables.ts
var MAX_SHOWN = 200, webAddress = { allows: isWebAddress, expected: "a web address, such as https://github.com" }, RULES = /* @__PURE__ */ new Map([
  ["GITHUB_SERVER_URL", webAddress],
  ["GITHUB_API_URL", webAddress],
  [
    "GITHUB_REPOSITORY",
    { allows: (value) => /^[\w.-]+\/[\w.-]+$/.test(value), expected: "an owner and a name, such as acme/charts" }
  ],
  ["GITHUB_SHA", { allows: (value) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value), expected: "the id of a commit" }],
  ["GITHUB_REF", { allows: isRef, expected: "a git ref, such as refs/heads/main" }]
]);
function variableProblems(environment) {
  return [...RULES].flatMap(([name, { allows, expected }]) => {
    let value = environment[name];
    if (!value || allows(value)) return [];
    let message = `${name} holds "${value.slice(0, MAX_SHOWN)}", which is not ${expected}.`;
    return [
      new ReleaseError("ENVIRONMENT_INVALID", message, {
        hint: `The runner sets ${name} by itself: do not set it in \`env\`.`
      })
    ];
  });
}
function isWebAddress(value) {
  let url = URL.canParse(value) ? new URL(value) : void 0;
  return url !== void 0 && ["http:", "https:"].includes(url.protocol) && url.username === "" && url.password === "";
}
function isRef(value) {
  return /^[^\x00-\x20~^:?*[\\\x7f]+$/.test(value) && !/\.\.|\/\/|@\{|\/$|\.$/.test(value);
}

// src/platform/environment.ts
var DEFAULT_SERVER = "https://github.com";
function environmentSnapshot(variables) {
  return Object.freeze({ ...variables });
}
function runnerFacts(environment, eventPayload) {
  let { read: read5, missing: missing4 } = required(environment), repository = read5("GITHUB_REPOSITORY"), facts = {
    repository,
    owner: environment.GITHUB_REPOSITORY_OWNER || (repository.split("/")[0] ?? ""),
    ref: read5("GITHUB_REF"),
    sha: read5("GITHUB_SHA"),
    eventName: read5("GITHUB_EVENT_NAME"),
    workspace: read5("GITHUB_WORKSPACE"),
    runnerTemp: read5("RUNNER_TEMP")
  };
  if (missing4.length > 0) throw incomplete(missing4);
  let problems = variableProblems(environment);
  if (problems.length > 0) throw new ReleaseErrors(problems);
  let serverUrl = (environment.GITHUB_SERVER_URL || DEFAULT_SERVER).replace(/\/+$/, "");
  return {
    ...facts,
    ...refParts(facts.ref),
    ...repositoryOfEvent(eventPayload),
    ...baseOfEvent(eventPayload),
    serverUrl,
    apiUrl: (environment.GITHUB_API_URL || "https://api.github.com").replace(/\/+$/, ""),
    repositoryUrl: `${serverUrl}/${repository}`,
    actor: environment.GITHUB_ACTOR ?? "",
    runId: environment.GITHUB_RUN_ID ?? "",
    runUrl: `${serverUrl}/${repository}/actions/runs/${environment.GITHUB_RUN_ID ?? ""}`,
    debugging: environment.RUNNER_DEBUG === "1",
    isPullRequest: isPullRequest(facts.eventName, facts.ref)
  };
}
function refusedEvent(facts) {
  if (!(!facts.isPullRequest && isMergedRef(facts.ref)))
    return new ReleaseError(
      "EVENT_REFUSED",
      `This run belongs to a change that is not merged yet (event ${facts.eventName}, ref ${facts.ref}), and nothing is released from those.`,
      {
        hint: "Release on `push` to your main branch or to a tag; on pull requests use `mode: plan`, which changes nothing."
      }
    );
}
function isPullRequest(eventName, ref) {
  return /^(pull_request(_target|_review|_review_comment)?|merge_group)$/.test(eventName) || ref.startsWith("refs/pull/") || ref.startsWith("refs/heads/") && !isMergedRef(ref);
}
function required(environment) {
  let missing4 = [];
  return { read: (name) => {
    let value = environment[name] ?? "";
    return value === "" && missing4.push(name), value;
  }, missing: missing4 };
}
function incomplete(names2) {
  return new ReleaseError("ENVIRONMENT_INCOMPLETE", `The environment lacks ${names2.join(", ")}.`, {
    hint: "Run it as a step of a GitHub Actions workflow (or under act), which sets these."
  });
}
function refParts(ref) {
  return ref.startsWith("refs/tags/") ? { refType: "tag", refName: ref.slice(10) } : ref.startsWith("refs/heads/") ? { refType: "branch", refName: ref.slice(11) } : { refType: "other", refName: ref.replace(/^refs\//, "") };
}
function repositoryOfEvent(payload) {
  let repository = member(parsed3(payload), "repository"), visibility = member(repository, "visibility"), branch2 = member(repository, "default_branch");
  return {
    ...visibility === "public" || visibility === "private" || visibility === "internal" ? { visibility } : {},
    ...typeof branch2 == "string" ? { defaultBranch: branch2 } : {}
  };
}
function baseOfEvent(payload) {
  let event = parsed3(payload), branch2 = baseBranchIn(event), base = member(member(member(event, "pull_request"), "base"), "sha") ?? member(member(event, "merge_group"), "base_sha");
  return {
    ...typeof base == "string" && /^[0-9a-f]{40,64}$/.test(base) && { base },
    ...branch2 !== void 0 && isMergedRef(`refs/heads/${branch2}`) && { baseBranch: branch2 }
  };
}
function baseBranchIn(event) {
  let ref = member(member(member(event, "pull_request"), "base"), "ref");
  if (typeof ref == "string") return ref;
  let queued = member(member(event, "merge_group"), "base_ref");
  return typeof queued == "string" ? queued.replace(/^refs\/heads\//, "") : void 0;
}
function parsed3(text2) {
  try {
    return text2 === void 0 ? void 0 : JSON.parse(text2);
  } catch {
    return;
  }
}

// src/platform/escape.ts
var MAX_LINE = 4e3;
function escapeText(text2) {
  return text2.split(`
`).map(escapeLine).join(`
`);
}
function oneLine2(text2) {
  return escapeLine(text2.replace(/\s*[\r\n]\s*/g, " ")).trim();
}
function encodeData(text2) {
  return text2.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function encodeProperty(text2) {
  return encodeData(text2).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
function escapeLine(line) {
  let short = line.length > MAX_LINE ? `${cut(line, MAX_LINE)} (${line.length - MAX_LINE} more characters)` : line;
  return showInvisible(short).replace(/##(?=\[)/g, "## ").replace(/^(\s*:)(?=:)/, "$1 ");
}

// src/platform/files.ts
import { isUtf8 } from "node:buffer";
import { randomUUID } from "node:crypto";
import { constants as constants3 } from "node:fs";
import { mkdir as mkdir3, mkdtemp as mkdtemp2, open as open4, readdir as readdir2, rename as rename2, rm as rm2, stat as stat2, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname as dirname2, join } from "node:path";

// src/platform/runner-paths.ts
import { constants } from "node:fs";
import { access, mkdir, open as open2, stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
var CHECKS = /* @__PURE__ */ new Map([
  ["GITHUB_WORKSPACE", readableFolder],
  ["GITHUB_OUTPUT", writableFile],
  ["GITHUB_STEP_SUMMARY", writableFile],
  ["RUNNER_TEMP", writableFolder]
]);
async function readRunnerFacts(environment, files) {
  let checks = [
    async () => runnerFacts(environment),
    ...[...CHECKS.keys()].map((name) => () => usablePath(environment, name)),
    () => readEvent(environment, files)
  ], problems = await Promise.all(checks.map((check2) => check2().then(() => [], problemsIn)));
  if (problems.flat().length > 0) throw new ReleaseErrors(problems.flat());
  return runnerFacts(environment, await readEvent(environment, files));
}
async function readEvent(environment, files) {
  let path2 = environment.GITHUB_EVENT_PATH;
  if (path2)
    try {
      let text2 = Buffer.from(await files.read(path2)).toString();
      return JSON.parse(text2), text2;
    } catch (error) {
      let why = error instanceof ReleaseError ? error.message.replace(/\.$/, "") : "it does not hold valid JSON";
      throw unusable("GITHUB_EVENT_PATH", path2, new Error(why, { cause: error }));
    }
}
async function usablePath(environment, name) {
  let path2 = environment[name];
  if (path2)
    try {
      if (!isAbsolute(path2)) throw new Error("it is not an absolute path");
      return await CHECKS.get(name)?.(path2), path2;
    } catch (error) {
      throw unusable(name, path2, error);
    }
}
function unusable(name, path2, why) {
  if (why instanceof ReleaseError) return why;
  let reason = reasonOf(why);
  return saysDiskFull(reason) ? diskFull(`${path2} cannot be written`, why) : new ReleaseError("RUNNER_PATH_UNUSABLE", `${name} names ${path2}, which cannot be used: ${reason}.`, {
    hint: `The runner sets ${name} by itself: do not set it in \`env\`, and make sure that no earlier step removes or replaces what it names.`,
    cause: why
  });
}
async function readableFolder(path2) {
  if (!(await stat(path2)).isDirectory()) throw new Error("it is not a folder");
  await access(path2, constants.R_OK | constants.X_OK);
}
async function writableFolder(path2) {
  if (await mkdir(path2, { recursive: !0 }), !(await stat(path2)).isDirectory()) throw new Error("it is not a folder");
  await access(path2, constants.W_OK | constants.X_OK);
}
async function writableFile(path2) {
  let file = await open2(path2, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK);
  try {
    let found = await file.stat();
    if (!found.isFile() && !found.isCharacterDevice()) throw new Error("it is not a file");
  } finally {
    await file.close();
  }
}

// src/platform/shared-files.ts
import { constants as constants2 } from "node:fs";
import { access as access2, chmod, lstat, mkdir as mkdir2, mkdtemp, open as open3, readdir, realpath, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

// src/platform/lock.ts
import { spawn } from "node:child_process";
import { once as once2 } from "node:events";
var MAX_SAID = 1e3;
async function locked(file, waitMs, work) {
  let holder = spawn("flock", ["-x", file, "cat"], {
    env: { PATH: process.env.PATH ?? "", LC_ALL: "C" },
    stdio: "pipe"
  }), ended2 = endOf2(holder);
  try {
    return await taken(holder, { file, waitMs, ended: ended2 }), await work();
  } finally {
    holder.stdin.end(), await ended2.catch(() => {
    });
  }
}
async function endOf2(holder) {
  let said = "";
  return holder.stderr?.setEncoding("utf8").on("data", (text2) => {
    said = (said + text2).slice(0, MAX_SAID);
  }), await once2(holder, "close"), said.trim();
}
async function taken(holder, { file, waitMs, ended: ended2 }) {
  let { stdin, stdout } = holder;
  if (!stdin || !stdout) throw new ReleaseError("BUG_UNEXPECTED", "flock was started without pipes");
  for (let pipe of [stdin, stdout, holder.stderr]) pipe?.on("error", () => {
  });
  stdin.write(`
`);
  let late = /* @__PURE__ */ Symbol("late"), alarm, tooLate = new Promise((tell) => {
    alarm = setTimeout(() => tell(late), waitMs);
  }), answer = await Promise.race([once2(stdout, "data"), ended2, tooLate]).catch(notStarted).finally(() => clearTimeout(alarm));
  if (!Array.isArray(answer))
    throw holder.kill("SIGKILL"), answer === late ? busy(file, waitMs) : new ReleaseError("INDEX_UNREACHABLE", `${file} can't be locked: ${String(answer) || "flock says nothing"}.`, {
      hint: "The user of the runner must be able to write there, on a file system that knows locks."
    });
}
function notStarted(cause) {
  throw new ReleaseError("TOOL_MISSING", "flock can not be started, and a folder is only published to under a lock.", {
    hint: "Install it in an earlier step: it is part of util-linux.",
    cause
  });
}
function busy(file, waitMs) {
  return new ReleaseError(
    "INDEX_BUSY",
    `${file} is locked by another process for more than ${waitMs / 1e3} seconds.`,
    {
      hint: `Find out who holds it (\`lslocks\` or \`fuser ${file}\`), and run again.`
    }
  );
}

// src/platform/shared-files.ts
function createSharedFiles() {
  return {
    kind: (path2) => lstat(path2).then(kindOf2, absent),
    names: (folder2) => readdir(folder2).catch(absent),
    realPath: (path2) => realpath(path2).catch(absent),
    isWritable: (folder2) => access2(folder2, constants2.W_OK | constants2.X_OK).then(
      () => !0,
      () => !1
    ),
    async makeFolder(path2) {
      await mkdir2(path2, { recursive: !0 });
    },
    makePrivateFolder: (prefix) => mkdtemp(prefix),
    read,
    write,
    replace,
    flush,
    locked
  };
}
function kindOf2(found) {
  return found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
}
function absent(error) {
  if (codeOf(error) !== "ENOENT") throw error;
}
async function read(path2, maxBytes2) {
  let file = await open3(path2, constants2.O_RDONLY | constants2.O_NOFOLLOW | constants2.O_NONBLOCK).catch(absent);
  if (file)
    try {
      let found = await file.stat();
      if (!found.isFile()) throw new Error(`${path2} is no file`);
      if (found.size > maxBytes2)
        throw new ReleaseError("FILE_TOO_LARGE", `${path2} holds ${found.size} bytes; at most ${maxBytes2} are read.`);
      return await file.readFile();
    } finally {
      await file.close();
    }
}
async function write(path2, content) {
  await rm(path2, { force: !0 });
  let file = await open3(path2, "wx");
  try {
    await file.writeFile(content), await file.sync();
  } finally {
    await file.close();
  }
}
async function replace(from, to) {
  let there = await lstat(to).catch(absent);
  if (there && !there.isFile()) throw notPlain(to);
  there && await chmod(from, there.mode & 511), await rename(from, to), await flush(dirname(to));
}
function notPlain(path2) {
  return new ReleaseError("PATH_OCCUPIED", `${path2} is not a plain file, so it is not replaced.`, {
    hint: "Find out who put it there, move it out of the way, and run again."
  });
}
async function flush(folder2) {
  let handle = await open3(folder2, "r");
  try {
    await handle.sync();
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "EBADF", "EPERM"].includes(codeOf(error) ?? "")) throw error;
  } finally {
    await handle.close();
  }
}

// src/platform/files.ts
var DEFAULT_MAX_BYTES2 = 16 * 1024 * 1024;
function createFiles(root = tmpdir()) {
  let folders = [];
  return {
    async temporaryFolder(name) {
      let folder2 = await makeTemporary(root, name).catch((error) => {
        throw unusable("RUNNER_TEMP", root, error);
      });
      return folders.push(folder2), folder2;
    },
    read: read2,
    readIfPresent,
    exists: (path2) => stat2(path2).then(
      () => !0,
      () => !1
    ),
    write: write2,
    list: (path2) => readdir2(path2).then((names2) => names2.sort()),
    makeFolder: async (path2) => {
      await mkdir3(path2, { recursive: !0, mode: 448 });
    },
    rename: rename2,
    remove: (path2) => rm2(path2, { recursive: !0, force: !0 }),
    shared: createSharedFiles(),
    async removeTemporary() {
      await Promise.all(folders.map((folder2) => rm2(folder2, { recursive: !0, force: !0, maxRetries: 3 })));
    }
  };
}
async function makeTemporary(root, name) {
  return await mkdir3(root, { recursive: !0 }), mkdtemp2(join(root, `release-charts-${name}-`));
}
async function read2(path2, maxBytes2) {
  let content = await readIfPresent(path2, maxBytes2);
  if (content === void 0) throw unreadable2(path2, "there is no such file");
  return content;
}
async function readIfPresent(path2, maxBytes2 = DEFAULT_MAX_BYTES2) {
  try {
    return await readPlainFile(path2, maxBytes2);
  } catch (error) {
    if (isMissing(error)) return;
    throw error instanceof ReleaseError ? error : unreadable2(path2, reasonOf(error), error);
  }
}
async function readPlainFile(path2, maxBytes2) {
  let file = await open4(path2, constants3.O_RDONLY | constants3.O_NONBLOCK);
  try {
    let found = await file.stat();
    if (found.isDirectory()) throw unreadable2(path2, "it is a folder");
    if (!found.isFile()) throw unreadable2(path2, "it is not a file");
    if (found.size > maxBytes2)
      throw new ReleaseError("FILE_TOO_LARGE", `${path2} holds ${found.size} bytes; at most ${maxBytes2} are read.`, {
        hint: "Check that it is the file that was meant, or make it smaller."
      });
    return await file.readFile();
  } finally {
    await file.close();
  }
}
function unreadable2(path2, why, cause) {
  return new ReleaseError("FILE_UNREADABLE", `${path2} cannot be read: ${why}.`, {
    hint: "Put a plain file there that the user of the runner may read, or name another one.",
    cause
  });
}
async function write2(path2, content, { executable = !1 } = {}) {
  await mkdir3(dirname2(path2), { recursive: !0, mode: 448 });
  let partial = `${path2}.${randomUUID()}.part`;
  await writeFile(partial, content, { mode: executable ? 448 : 384 }).catch((error) => {
    throw asReleaseError(error).code === "DISK_FULL" ? diskFull(`${path2} cannot be written`, error) : error;
  }), await rename2(partial, path2);
}
function isMissing(error) {
  return ["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "");
}
function asText(path2, content) {
  if (content === void 0 || isUtf8(content)) return content && Buffer.from(content).toString();
  throw unreadable2(path2, "it is not UTF-8 text");
}

// src/platform/ordinary-words.ts
var TOKEN = /^(?:gh[a-z]_|github_pat_|glpat-|npm_|dckr_|AKIA|eyJ)/;
function isOrdinary(value) {
  let text2 = value.trim().replace(/^[-._/:]+|[-._/:]+$/g, "");
  return text2.length < 8 ? !0 : TOKEN.test(text2) ? !1 : /^(?:[A-Z]+|[A-Z][a-z]+)$/.test(text2) ? text2.length <= 15 : text2.split(/:\/\/|[-._/:]/).every(isWord);
}
function isWord(part) {
  return /^[a-z]+$/.test(part) ? part.length <= 15 : /^\d+$/.test(part) || /^[a-z\d]+$/.test(part) && part.length <= 4;
}

// src/platform/login-secrets.ts
var USER_INFO = /\b[a-z][a-z\d+.-]*:\/\/([^\s/?#]*)@/gi, NO_PASSWORD = ["", "x-oauth-basic"];
function secretsOfAddresses(text2) {
  return [...text2.matchAll(USER_INFO)].flatMap(([, info = ""]) => {
    let colon = info.indexOf(":"), [user, password] = colon < 0 ? [info, ""] : [info.slice(0, colon), info.slice(colon + 1)];
    return [...secretsOfLogin(user, password), ...secretsOfLogin(decoded2(user), decoded2(password))];
  });
}
function secretsOfLogin(user, password) {
  return [...NO_PASSWORD.includes(password) ? [] : [password], ...isLikeToken(user) ? [user] : []];
}
function isLikeToken(user) {
  return /^[\w.~+=-]{16,}$/.test(user) && /\d/.test(user) && !isOrdinary(user);
}
function decoded2(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}

// src/platform/git/configuration.ts
var OF_TRANSPORT = /^(http\.|credential\.|url\.|protocol\.|ssh\.|core\.(sshcommand|gitproxy|askpass)$|remote\.origin\.(url|pushurl|proxy|proxyauthmethod|uploadpack|receivepack)$)/;
async function readConfiguration(git, variables) {
  let { GIT_CONFIG_COUNT: given2 = "0", ...rest } = variables, count2 = /^\d{1,4}$/.test(given2) ? Number(given2) : 0, env = {
    ...rest,
    [`GIT_CONFIG_KEY_${count2}`]: "safe.directory",
    [`GIT_CONFIG_VALUE_${count2}`]: "*",
    GIT_CONFIG_COUNT: String(count2 + 1)
  }, ran = await git(["config", "--list", "--includes", "-z", "--show-scope"], { env });
  return ran.exitCode === 0 ? entriesIn(Buffer.from(ran.stdout).toString()) : [];
}
function entriesIn(listed) {
  let fields = listed.split("\0");
  return Array.from({ length: Math.floor(fields.length / 2) }, (_, index) => {
    let [scope = "", entry = ""] = fields.slice(index * 2, index * 2 + 2), end = entry.indexOf(`
`);
    return end < 0 ? { scope, key: entry, value: "true" } : { scope, key: entry.slice(0, end), value: entry.slice(end + 1) };
  });
}
function transportSettings(entries) {
  return entries.flatMap(({ key, value }) => OF_TRANSPORT.test(key) ? [[key, value]] : []);
}
function valuesOf(entries, section, name) {
  return entries.flatMap(({ key, value }) => isKey(key, section, name) ? [value] : []);
}
function isKey(key, section, name) {
  return key === `${section}.${name}` || key.startsWith(`${section}.`) && key.endsWith(`.${name}`);
}
function configEnvironment(entries) {
  let numbered = entries.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value]
  ]);
  return { GIT_CONFIG_COUNT: String(entries.length), ...Object.fromEntries(numbered) };
}

// src/platform/git/addresses.ts
async function readAddresses(git, entries) {
  let [fetch, push3] = await Promise.all([linesOf2(git, []), linesOf2(git, ["--push"])]), urls = valuesOf(entries, "remote.origin", "url"), pushUrls = valuesOf(entries, "remote.origin", "pushurl"), pushed2 = pushUrls.length > 0 ? pushUrls : urls, rewriteOf = (text2) => pushUrls.length > 0 || fetch.includes(text2) ? "insteadOf" : "pushInsteadOf", pushes = push3.map((text2, index) => read3(text2, { raw: pushed2[index] ?? text2, rewrite: rewriteOf(text2) }));
  return {
    fetch: fetch.flatMap((text2, index) => read3(text2, { raw: urls[index] ?? text2, rewrite: "insteadOf" }) ?? []),
    push: pushes.flatMap((address) => address ?? []),
    pushesElsewhere: pushes.includes(void 0)
  };
}
async function linesOf2(git, words2) {
  let ran = await git(["remote", "get-url", "--all", ...words2, "origin"]);
  return ran.exitCode === 0 ? Buffer.from(ran.stdout).toString().trim().split(`
`) : [];
}
function read3(text2, rewritten) {
  let [, scheme = "", info = "", rest = ""] = /^(https?:\/\/)(?:([^/?#]*)@)?(.*)$/i.exec(text2) ?? [], bare2 = scheme + rest;
  if (rest === "" || !URL.canParse(bare2)) return;
  let { origin, pathname, search } = new URL(bare2);
  return { text: text2, origin, path: pathname + search, user: userIn(info), hasPassword: info.includes(":"), ...rewritten };
}
function userIn(info) {
  return decoded2(info.split(":")[0] ?? "");
}
function addressFor(user, { origin, path: path2 }) {
  return user === "" ? origin + path2 : origin.replace("//", `//${encodeURIComponent(user)}@`) + path2;
}

// src/platform/git/configured-secrets.ts
import { stat as stat3 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/platform/git/netrc.ts
var WORD = /"((?:[^"\\]|\\.)*)"|(\S+)/gs;
function netrcLogins(text2) {
  let words2 = [...text2.replace(/^[ \t]*#.*$/gm, "").matchAll(WORD)].map(
    ([, quoted, bare2 = ""]) => quoted === void 0 ? bare2 : quoted.replace(/\\(.)/gs, "$1")
  ), starts = words2.flatMap((word, index) => word === "machine" || word === "default" ? [index] : []);
  return starts.map((start2, index) => {
    let own = words2.slice(start2, starts[index + 1]), after = (name) => {
      let at = own.indexOf(name);
      return at < 0 ? "" : own[at + 1] ?? "";
    };
    return { machine: own[0] === "machine" ? own[1] : void 0, login: after("login"), password: after("password") };
  });
}

// src/platform/git/configured-secrets.ts
var MAX_FILE = 1024 * 1024, SECRET_KEY = /(?:token|secret|password|passwd|pass|passphrase|apikey)$/i, SECRET_HEADER = /authorization|token|secret|cookie|key/i;
function configuredSecrets(entries) {
  return entries.flatMap(({ key, value }) => [
    ...secretsOfAddresses(key),
    ...secretsOfAddresses(value),
    ...isKey(key, "http", "extraheader") ? secretsOfHeader(value) : [],
    ...SECRET_KEY.test(key) ? [value] : []
  ]);
}
function secretsOfHeader(header2) {
  let colon = header2.indexOf(":"), [name, value] = [header2.slice(0, colon), header2.slice(colon + 1).trim()], words2 = value.split(/[\s,;]+/).flatMap((word) => [word, word.slice(word.indexOf("=") + 1)]);
  return [...SECRET_HEADER.test(name) ? [value, value.split(/\s+/).at(-1) ?? ""] : [], ...words2.filter((word) => !isOrdinary(word)), ...words2.flatMap(secretsOfBasic)];
}
function secretsOfBasic(word) {
  let [, user = "", password = ""] = /^([\x20-\x7e]*?):([^\ufffd]*)$/.exec(Buffer.from(word, "base64").toString()) ?? [];
  return secretsOfLogin(user, password);
}
async function cookieSecrets(entries, environment) {
  let files = valuesOf(entries, "http", "cookiefile").filter((file) => file !== "");
  return (await Promise.all(files.map((file) => textOf3(file.replace(/^~(?=\/)/, environment.HOME ?? "~"))))).flatMap((text2) => text2.split(/\r?\n/)).flatMap(
    (line) => line.includes("	") ? [line.split("	")[6] ?? ""] : /^set-cookie:/i.test(line) ? secretsOfHeader(line) : []
  );
}
async function netrcOf({ HOME }) {
  return HOME ? netrcLogins(await textOf3(join2(HOME, ".netrc"))) : [];
}
async function textOf3(path2) {
  try {
    return (await stat3(path2)).isFile() ? Buffer.from(await createFiles().read(path2, MAX_FILE)).toString() : "";
  } catch {
    return "";
  }
}

// src/platform/git/extra-headers.ts
var HEADER2 = "extraheader", PROBE = "releasechartsprobe", STAND_IN = "release-charts-user";
async function extraHeaders(address, entries, git) {
  let headers = entries.filter(({ key }) => isKey(key, "http", HEADER2)), near = await applying(headers, address, git, (index) => [index]), values = (await applying(near, address, git, (index) => Array.from({ length: index + 1 }, (_, each) => each))).map(({ value }) => value);
  return values.slice(values.lastIndexOf("") + 1);
}
async function applying(headers, address, git, upTo) {
  if (headers.length === 0) return [];
  let settings = headers.flatMap(
    (_, index) => upTo(index).map((each) => [probe(headers[each]?.key ?? "", index, address), String(each)])
  ), ran = await git(["config", "-z", "--get-urlmatch", "http", addressFor(STAND_IN, address)], { config: settings }), found = new Map(
    Buffer.from(ran.stdout).toString().split("\0").map((entry) => entry.split(`
`))
  );
  return headers.filter((_, index) => found.get(`http.${PROBE}${index}`) === String(index));
}
function probe(key, index, { user }) {
  return `${key.slice(0, -HEADER2.length).replace(/(?<=^http\.https?:\/\/)[^/?#]*(?=@)/i, (info) => userIn(info) === user ? STAND_IN : info)}${PROBE}${index}`;
}

// src/platform/git/credentials.ts
async function chooseCredential(address, context) {
  let configured = await extraHeaders(address, context.entries, context.git), found = { address, configured, secrets: configured.flatMap(secretsOfHeader) }, isMoved = isOwn(address, context) && (address.hasPassword || address.user !== ""), header2 = configured.filter(isAuthorization).at(-1);
  if (header2 !== void 0) return { ...found, header: header2, isMoved };
  let login = netrcLogin(address, context.netrc) ?? await filledLogin(address, context), ours = headerOf(context);
  if (!login) return ours && isOwn(address, context) ? { ...found, header: ours, isMoved } : found;
  let known = { ...found, password: login.password, secrets: secretsOfLogin(login.user, login.password) };
  return isMoved && address.hasPassword ? { ...known, header: basic(login.user, login.password), isMoved } : known;
}
function isAuthorization(header2) {
  return /^authorization\s*:/i.test(header2);
}
function netrcLogin({ user, origin }, netrc) {
  let { hostname } = new URL(origin), found = netrc.find(({ machine }) => machine === void 0 || machine === hostname);
  return user === "" && found ? { user: found.login, password: found.password } : void 0;
}
async function filledLogin(address, context) {
  let env = context.token && isOwn(address, context) ? { GIT_ASKPASS: "" } : {}, input = `url=${address.text}

`, ran = await context.git(["credential", "fill"], { input, env, remote: !0 });
  if (ran.exitCode !== 0 || ran.killed) return;
  let fields = new Map(
    Buffer.from(ran.stdout).toString().split(`
`).map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)])
  ), [user = "", password = ""] = [fields.get("username"), fields.get("password")];
  return password !== "" || address.hasPassword ? { user, password } : void 0;
}
function isOwn({ origin }, { serverUrl }) {
  return URL.canParse(serverUrl) && new URL(serverUrl).origin === origin;
}
function headerOf({ token }) {
  return token ? basic("x-access-token", token) : void 0;
}
function basic(user, password) {
  return `AUTHORIZATION: basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}
function settingsFor(chosen3, server) {
  let credentials = chosen3.map((credential) => isShared(credential, chosen3) ? unmoved(credential) : credential), added = credentials.find(({ header: header2, configured }) => header2 && !configured.includes(header2)), general = added && isOwn(added.address, server) ? added : void 0;
  return [
    ...general?.header ? [[`http.${general.address.origin}/.extraheader`, general.header]] : [],
    ...credentials.flatMap((credential) => exactly(credential, general !== void 0)),
    ...credentials.flatMap(
      ({ address, isMoved }) => isMoved ? [[`url.${addressFor("", address)}.${address.rewrite}`, address.raw]] : []
    )
  ];
}
function isShared({ address, header: header2 }, all) {
  let bare2 = addressFor("", address);
  return all.some((other) => other.header !== header2 && addressFor("", other.address) === bare2);
}
function unmoved({ isMoved, ...credential }) {
  let { header: header2, ...rest } = credential;
  return isMoved && credential.password !== void 0 ? rest : credential;
}
function exactly({ address, configured, header: header2, isMoved }, isNeeded) {
  let others = configured.filter((each) => !isAuthorization(each)), wanted = header2 === void 0 ? others : [...others, header2];
  if (!isNeeded && !isMoved && wanted.length === configured.length) return [];
  let key = `http.${addressFor(isMoved ? "" : address.user, address)}.extraheader`;
  return ["", ...wanted].map((value) => [key, value]);
}

// src/platform/git/environment.ts
var LOCAL = new Set(
  "PATH HOME XDG_CONFIG_HOME TMPDIR GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM".split(" ")
), REMOTE = new Set(
  `GIT_ASKPASS GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT SSH_ASKPASS SSH_ASKPASS_REQUIRE SSH_AUTH_SOCK
   GIT_SSL_CAINFO GIT_SSL_CAPATH GIT_SSL_CERT GIT_SSL_CERT_PASSWORD_PROTECTED GIT_SSL_CERT_TYPE GIT_SSL_CIPHER_LIST
   GIT_SSL_KEY GIT_SSL_KEY_TYPE GIT_SSL_NO_VERIFY GIT_SSL_VERSION SSL_CERT_DIR SSL_CERT_FILE
   GIT_HTTP_LOW_SPEED_LIMIT GIT_HTTP_LOW_SPEED_TIME GIT_HTTP_PROXY_AUTHMETHOD GIT_HTTP_USER_AGENT
   HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY http_proxy https_proxy no_proxy all_proxy`.split(/\s+/)
), CONFIGURATION = /^GIT_CONFIG_(?:COUNT|PARAMETERS|KEY_\d+|VALUE_\d+)$/;
function gitVariables(environment, { remote }) {
  return {
    ...chosen2(environment, (name) => LOCAL.has(name) || remote && REMOTE.has(name)),
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_ATTR_NOSYSTEM: "1"
  };
}
function configurationVariables(environment) {
  return chosen2(environment, (name) => CONFIGURATION.test(name));
}
function chosen2(environment, isChosen) {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry) => entry[1] !== void 0 && isChosen(entry[0])
    )
  );
}

// src/platform/git/access.ts
function createGitAccess(context, git) {
  let entries = once(() => configuration(context, git)), chosen3 = once(() => choose(context, git, entries));
  return {
    ready: async () => {
      await entries();
    },
    credentials: async () => settingsFor((await chosen3()).credentials, context),
    ofJob: async () => settingsOfJob(await entries()),
    transport: async () => transportSettings(await entries()),
    usesToken: async () => isToken(context, await chosen3())
  };
}
function settingsOfJob(entries) {
  return transportSettings(entries.filter(({ scope }) => scope === "command"));
}
async function configuration({ environment, secrets }, git) {
  let entries = await readConfiguration(git, configurationVariables(environment)), [cookies, logins] = await Promise.all([cookieSecrets(entries, environment), netrcOf(environment)]), found = [...configuredSecrets(entries), ...cookies, ...logins.map(({ password }) => password)];
  for (let secret of found) secrets.add(secret);
  return entries;
}
async function choose(context, git, entriesOf3) {
  let entries = await entriesOf3(), ofJob = settingsOfJob(entries), withJob = (args, call) => git(args, { ...call, config: [...ofJob, ...call?.config ?? []] }), addresses = await readAddresses(withJob, entries), netrc = await netrcOf(context.environment), each = new Map([...addresses.fetch, ...addresses.push].map((address) => [address.text, address])), credentials = await Promise.all(
    [...each.values()].map((address) => chooseCredential(address, { ...context, entries, netrc, git: withJob }))
  );
  for (let { secrets } of credentials) for (let secret of secrets) context.secrets.add(secret);
  return { addresses, credentials };
}
function isToken(server, { addresses, credentials }) {
  let ours = headerOf(server)?.toLowerCase();
  if (ours === void 0 || addresses.pushesElsewhere || addresses.push.length === 0) return !1;
  let pushed2 = new Set(addresses.push.map(({ text: text2 }) => text2));
  return credentials.filter(({ address }) => pushed2.has(address.text)).every(({ header: header2, password }) => header2?.toLowerCase() === ours || password === server.token);
}

// src/platform/git/stalls.ts
var PATIENCE = [
  ["http.lowSpeedLimit", "1"],
  ["http.lowSpeedTime", "60"]
];
async function patienceSettings(git) {
  let { stdout } = await git(["config", "--name-only", "--get-regexp", "^http\\.lowspeed(limit|time)$"]), own = Buffer.from(stdout).toString().split(`
`);
  return PATIENCE.filter(([key]) => !own.includes(key.toLowerCase()));
}
function isStalled({ exitCode, stderr }) {
  return exitCode !== 0 && /Operation too slow/.test(stderr);
}
function stalled(what, address, said) {
  let host3 = URL.canParse(address) ? new URL(address).host : "the server";
  return new ReleaseError("GIT_STALLED", `git ${what} gave up waiting for ${host3}: ${said}`, {
    hint: "Run the workflow again later. Where the server is only slow to begin, an earlier step may say how many seconds git waits: `git config --global http.lowSpeedTime 300`."
  });
}

// src/platform/git/command.ts
var LOCAL_TIMEOUT_MS = 2 * 6e4, REMOTE_TIMEOUT_MS = 10 * 6e4, MAX_SAID2 = 600, SAFE_CONFIG = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["core.quotePath", "false"],
  ["color.ui", "false"],
  ["diff.relative", "false"],
  ["diff.orderFile", "/dev/null"],
  ["fetch.recurseSubmodules", "false"],
  ["i18n.commitEncoding", "utf-8"],
  ["i18n.logOutputEncoding", "utf-8"],
  ["log.diffMerges", "separate"],
  ["log.follow", "false"],
  ["log.showRoot", "true"],
  ["log.showSignature", "false"],
  ["merge.verifySignatures", "false"],
  ["push.recurseSubmodules", "no"],
  ["commit.gpgSign", "false"],
  ["tag.gpgSign", "false"],
  ["push.gpgSign", "false"],
  ["push.followTags", "false"],
  // An empty one takes back those before it.
  ["push.pushOption", ""],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"]
], NO_CONVERSIONS = [
  ["core.attributesFile", "/dev/null"],
  ["core.autocrlf", "false"],
  ["core.eol", "lf"]
];
function createGitCommand(context) {
  let git = plainGit(context), access3 = context.access ?? createGitAccess(context, git), remoteSettings = once(() => settingsForServer(git, access3, context.apart));
  return async (args, call = {}) => {
    await access3.ready();
    let ran = await git(args, call.remote ? { ...call, config: await remoteSettings() } : call);
    if (!((call.accept ?? [0]).includes(ran.exitCode) && !ran.killed) && !(call.killedToo && ran.killed === "timeout"))
      throw await failure2({ git, secrets: context.secrets }, args, ran);
    return ran;
  };
}
function plainGit(context) {
  let { apart, environment, workspace } = context;
  return (args, { remote = !1, workTree = !1, config = [], env, input } = {}) => context.processes.run("git", args, {
    cwd: workspace,
    env: {
      ...gitVariables(environment, { remote }),
      ...apart && apartEnvironment(apart),
      ...configEnvironment([...settingsFor2(workTree), ...config]),
      ...env
    },
    timeoutMs: remote ? REMOTE_TIMEOUT_MS : LOCAL_TIMEOUT_MS,
    ...input !== void 0 && { input }
  });
}
async function settingsForServer(git, access3, apart) {
  let takenOver = apart?.settings ?? await access3.ofJob(), patience = await patienceSettings((args) => git(args, { config: takenOver }));
  return [...takenOver, ...patience, ...await access3.credentials()];
}
function settingsFor2(workTree) {
  return [["safe.directory", "*"], ...SAFE_CONFIG, ...workTree ? [] : NO_CONVERSIONS];
}
function apartEnvironment({ folder: folder2 }) {
  return { GIT_DIR: folder2, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
}
var DENIED = /could not read (Username|Password) for|Authentication failed for|returned error: 403|Permission denied \(|marked as read only/;
function reasonIn(stderr, secrets) {
  let lines2 = stderr.split(`
`).map((line) => line.trim()).filter((line) => line !== ""), reasons = lines2.filter((line) => /^(fatal|error|remote): |: (command )?not found$/.test(line));
  return secrets.redact(reasons.length > 0 ? reasons.join(" ") : lines2.at(-1) ?? "").slice(0, MAX_SAID2);
}
async function failure2({ git, secrets }, args, ran) {
  if (/not a git repository/.test(ran.stderr))
    return new ReleaseError("GIT_NOT_A_REPOSITORY", "The workspace is no git checkout.", {
      hint: "Put `- uses: actions/checkout@v5` before this step."
    });
  let own = ran.stderr.replace(/^remote: .*$/gm, "");
  if (saysDiskFull(own)) return diskFull(`git ${args[0]}: ${reasonIn(own, secrets)}`);
  if (DENIED.test(ran.stderr))
    return new ReleaseError("GIT_DENIED", `git ${args[0]} was refused: ${reasonIn(ran.stderr, secrets)}`, {
      hint: "Give the job `permissions: { contents: write }`. Where origin is not the server that the workflow runs for, let checkout keep its credentials (`persist-credentials: true`): the token goes to no other server."
    });
  if (isStalled(ran)) {
    let origin = Buffer.from((await git(["ls-remote", "--get-url", "origin"])).stdout).toString();
    return stalled(args[0] ?? "", origin.trim(), reasonIn(ran.stderr, secrets));
  }
  return new ReleaseError("GIT_FAILED", `git ${args[0]} ${howEnded(ran)}: ${reasonIn(ran.stderr, secrets)}`);
}
function howEnded({ killed, exitCode }) {
  return killed === "timeout" ? "took too long and was stopped" : killed === "output" ? "wrote too much and was stopped" : `ended with ${exitCode}`;
}

// src/model/trailer.ts
var OUR_TRAILER = "Release-Charts", OUR_SUBJECT = "chore(release): ";

// src/platform/git/objects.ts
import { mkdir as mkdir4, writeFile as writeFile2 } from "node:fs/promises";
import { join as join3 } from "node:path";
var DEFAULT_MAX_BLOB = 16 * 1024 * 1024, BOT = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };
async function readTree2(git, commit) {
  let { stdout } = await git(["ls-tree", "-r", "-z", "--full-tree", commit]);
  return nulSeparated(stdout).map((line) => {
    let tab = line.indexOf("	"), [mode = "", , object = ""] = line.slice(0, tab).split(" ");
    return { mode, object, path: line.slice(tab + 1) };
  });
}
async function readSizes(git, objects) {
  if (objects.length === 0) return /* @__PURE__ */ new Map();
  let input = `${objects.join(`
`)}
`, { stdout } = await git(["cat-file", "--batch-check=%(objectname) %(objectsize)"], fetching(input)), lines2 = Buffer.from(stdout).toString().trim().split(`
`);
  return new Map(
    lines2.map((line) => {
      let [object = "", size = ""] = line.split(" ");
      if (!/^\d+$/.test(size)) throw noBlob(object, size);
      return [object, Number(size)];
    })
  );
}
async function readBlobs(git, objects, maxBytesEach = DEFAULT_MAX_BLOB) {
  let wanted = [...await readSizes(git, [...new Set(objects)])].flatMap(([object, size]) => size <= maxBytesEach ? [object] : []);
  if (wanted.length === 0) return /* @__PURE__ */ new Map();
  let { stdout } = await git(["cat-file", "--batch"], fetching(`${wanted.join(`
`)}
`));
  return splitBatch(stdout);
}
function fetching(input) {
  return { input, remote: !0 };
}
function splitBatch(output) {
  let bytes = Buffer.from(output.buffer, output.byteOffset, output.byteLength), blobs = /* @__PURE__ */ new Map();
  for (let at = 0; at < bytes.length; ) {
    let end = bytes.indexOf(10, at), [object = "", type, size] = bytes.toString("utf8", at, end).split(" ");
    if (type !== "blob") throw noBlob(object, type);
    blobs.set(object, bytes.subarray(end + 1, end + 1 + Number(size))), at = end + 1 + Number(size) + 1;
  }
  return blobs;
}
function noBlob(object, said) {
  return new ReleaseError("GIT_FAILED", `git has no blob ${object} (it says ${said}).`);
}
async function checkOutFiles(git, files, folder2, scratch) {
  await mkdir4(folder2, { recursive: !0, mode: 448 });
  let env = { GIT_INDEX_FILE: join3(scratch, "index"), GIT_WORK_TREE: folder2 }, input = files.map(({ path: path2, object }) => `100644 ${object}	${path2}\0`).join("");
  await git(["update-index", "-z", "--index-info"], { input, env }), await git(["checkout-index", "--all", "--force", `--prefix=${folder2}/`], { env, remote: !0 });
}
async function writeCommit(git, draft, scratch) {
  let paths = [...draft.files.keys()], there = await readTree2(git, draft.parent);
  requirePlaces(there, paths);
  let objects = await writeBlobs(git, [...draft.files.values()], scratch), modes = new Map(there.map((entry) => [entry.path, entry.mode])), env = { GIT_INDEX_FILE: join3(scratch, "index") };
  await git(["read-tree", draft.parent], { env });
  let input = paths.map((path2, index) => `${modes.get(path2) ?? "100644"} ${objects[index]}	${path2}\0`).join("");
  await git(["update-index", "-z", "--index-info"], { input, env });
  let tree = text((await git(["write-tree"], { env })).stdout), call = { input: draft.message, env: signature(draft.at) };
  return text((await git(["commit-tree", tree, "-p", draft.parent, "-F", "-"], call)).stdout);
}
function requirePlaces(there, paths) {
  let tree = createTreePaths(there);
  for (let path2 of paths) {
    let obstacle = tree.obstacleTo(path2);
    if (obstacle !== void 0)
      throw new ReleaseError("PATH_OCCUPIED", `${path2} can't be written: ${obstacle.path} ${obstacle.what}.`, {
        hint: "What this action did not write is not replaced. Rename or remove it, and run again."
      });
  }
}
async function writeBlobs(git, contents, scratch) {
  if (contents.length === 0) return [];
  let drafts = contents.map((_, index) => join3(scratch, `draft-${index}`));
  await Promise.all(contents.map((content, index) => writeFile2(drafts[index] ?? "", content)));
  let { stdout } = await git(["hash-object", "-w", "--no-filters", "--stdin-paths"], {
    input: `${drafts.join(`
`)}
`
  });
  return text(stdout).split(`
`);
}
function signature(at) {
  let date = `@${Math.floor(at.getTime() / 1e3)} +0000`;
  return {
    GIT_AUTHOR_NAME: BOT.name,
    GIT_AUTHOR_EMAIL: BOT.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: BOT.name,
    GIT_COMMITTER_EMAIL: BOT.email,
    GIT_COMMITTER_DATE: date
  };
}
function text(bytes) {
  return Buffer.from(bytes).toString().trim();
}
function nulSeparated(bytes) {
  return Buffer.from(bytes).toString().split("\0").filter((part) => part !== "");
}

// src/platform/git/history.ts
var PAGE = 200, HEADER3 = /^\/\/([0-9a-f]{40,64})$/, FORMAT = `//%H%x00%P%x00%ct%x00%s%x00%(trailers:key=${OUR_TRAILER},valueonly)%x00`;
async function* readHistory(git, from, paths) {
  let start2 = from;
  for (; start2 !== void 0; ) {
    let page = await readPage(git, start2, paths);
    yield* page, start2 = page.length === PAGE ? page.at(-1)?.parent : void 0;
  }
}
async function readPage(git, from, paths) {
  let args = ["log", "--first-parent", "-m", "--name-only", "-z", "--no-renames", `--max-count=${PAGE}`], { stdout } = await git([...args, `--format=${FORMAT}`, from, "--", ...paths.map(pathspec)]);
  return parse5(nulFields(stdout));
}
var MESSAGE_FORMAT = `//%H%x00%x00%x00%B%x00%(trailers:key=${OUR_TRAILER},valueonly)%x00`;
async function readCommitsBetween(git, { from, to, limit }, paths) {
  let args = [
    "log",
    "--full-history",
    "--topo-order",
    "--diff-merges=first-parent",
    "--name-only",
    "-z",
    "--no-renames"
  ], range = [`--max-count=${limit}`, `--format=${MESSAGE_FORMAT}`, to, `^${from}`], { stdout } = await git([...args, ...range, "--", ...paths.map(pathspec)]);
  return parse5(nulFields(stdout)).map(({ commit, subject, hasTrailer, paths: touched }) => ({ commit, message: subject, hasTrailer, paths: touched }));
}
function pathspec(path2) {
  return path2 === "." ? ":/" : `:(top,literal)${path2}`;
}
function nulFields(bytes) {
  return Buffer.from(bytes).toString().split("\0");
}
function parse5(fields) {
  let commits = [];
  for (let at = 0; at < fields.length; ) {
    let header2 = HEADER3.exec((fields[at] ?? "").trim());
    if (!header2) {
      at += 1;
      continue;
    }
    let [parents = "", time = "", subject = "", trailers = ""] = fields.slice(at + 1, at + 5), end = at + 5;
    for (; end < fields.length && !HEADER3.test((fields[end] ?? "").trim()); ) end += 1;
    let paths = fields.slice(at + 5, end).map((path2) => path2.replace(/^\n/, "")), [parent, ...merged] = parents.split(" ");
    commits.push({
      commit: header2[1] ?? "",
      ...parent && { parent },
      isMerge: merged.length > 0,
      committedAt: new Date(Number(time) * 1e3),
      subject,
      hasTrailer: trailers.trim() !== "",
      paths: paths.filter((path2) => path2 !== "")
    }), at = end;
  }
  return commits;
}
async function readRemoteTags(git) {
  let { stdout } = await git(["ls-remote", "--tags", "origin"], { remote: !0 }), tags = /* @__PURE__ */ new Map();
  for (let line of nulSeparated(stdout).join("").split(`
`)) {
    let [object, ref] = line.split("	");
    object && ref && tags.set(ref.replace(/^refs\/tags\//, "").replace(/\^\{\}$/, ""), object);
  }
  return tags;
}
async function readRemoteRefs(git, prefix) {
  let { stdout } = await git(["ls-remote", "--refs", "origin", `${prefix}*`], { remote: !0 }), refs = /* @__PURE__ */ new Map();
  for (let line of Buffer.from(stdout).toString().split(`
`)) {
    let [object = "", name = ""] = line.split("	");
    name.startsWith(prefix) && refs.set(name, object);
  }
  return refs;
}

// src/platform/git/push.ts
import { setTimeout as setTimeout2 } from "node:timers/promises";

// src/platform/git/push-outcome.ts
var RACED = /fetch first|non-fast-forward|stale info|cannot lock ref|failed to (?:lock|update ref)|already exists|incorrect old value/i, HTTP_REFUSAL = /(?:returned error:|HTTP) 4\d\d\b/;
function outcomeOf(ran, ref, secrets) {
  let line = Buffer.from(ran.stdout).toString().split(`
`).find((candidate) => candidate.split("	")[1]?.endsWith(`:${ref}`)), flag = line?.[0];
  if (flag === "=") return { result: "unchanged" };
  if (flag !== void 0 && "* +-t".includes(flag)) return { result: "done" };
  let remote = ran.stderr.split(`
`).filter((said2) => said2.startsWith("remote:")).map((said2) => said2.replace(/^remote:\s*/, "").trim()).filter((said2) => said2 !== ""), summary2 = line?.split("	")[2];
  if (summary2 === void 0)
    return rejected(reasonIn(ran.stderr, secrets) || "git said nothing", unansweredCause(ran.stderr));
  let said = [summary2, ...remote].join(" \xB7 ");
  return rejected(secrets.redact(said).slice(0, 600), causeOf(summary2, said, ref));
}
function rejected(reason, cause) {
  return { result: "rejected", reason, cause };
}
function unansweredCause(stderr) {
  return DENIED.test(stderr) || HTTP_REFUSAL.test(stderr) ? "refused" : "lost";
}
function causeOf(summary2, said, ref) {
  return /^\[remote failure\]/.test(summary2) ? "lost" : said.includes(`cannot create '${ref}'`) || /directory file conflict|refname conflict/i.test(summary2) ? "name" : RACED.test(summary2) || said.includes(`cannot lock ref '${ref}'`) ? "raced" : "refused";
}
function isAsWanted(there, ref, wanted) {
  return (there.get(ref) ?? "") === wanted;
}

// src/platform/git/push.ts
var TAGS_WITH_EVENTS = 3, TAGS_A_PUSH = 100, PUSHES_AT_ONCE = 4, PUSHES = 3, PAUSE_MS = 500, ASKED_FOR = "refs/heads/release-charts-may-push";
async function pushProblem({ git, secrets }) {
  let ran = await pushed(git, ["--dry-run", "origin", `HEAD:${ASKED_FOR}`]), problem = ran.exitCode === 0 ? void 0 : await failure2({ git, secrets }, ["push"], ran);
  return problem?.code === "GIT_DENIED" ? problem : void 0;
}
async function pushBranch(pusher, commit, branch2) {
  let ref = `refs/heads/${branch2}`;
  return one(await settled(pusher, /* @__PURE__ */ new Map([[ref, commit]]), (refs) => ["origin", ...specsOf(refs)]), ref);
}
async function replaceBranch(pusher, branch2, { from, to }) {
  let ref = `refs/heads/${branch2}`, lease = `--force-with-lease=${ref}:${from ?? ""}`;
  return one(await settled(pusher, /* @__PURE__ */ new Map([[ref, to]]), (refs) => [lease, "origin", ...specsOf(refs)]), ref);
}
async function createTags(pusher, tags, { events }) {
  let together = await pushTagsBy(events ? TAGS_WITH_EVENTS : TAGS_A_PUSH, pusher, [...tags]), refused8 = [...tags].filter(([tag]) => isRefused(together.get(tag)));
  return refused8.length === 0 || tags.size === 1 ? together : new Map([...together, ...await pushTagsBy(1, pusher, refused8)]);
}
function isRefused(push3) {
  return push3?.result === "rejected" && push3.cause === "refused";
}
async function pushTagsBy(size, pusher, tags) {
  let batches = Array.from(
    { length: Math.ceil(tags.length / size) },
    (_, index) => tags.slice(index * size, (index + 1) * size)
  ), results = await sideBySide(batches, PUSHES_AT_ONCE, (batch) => pushTags(pusher, batch));
  return new Map(results.flat());
}
async function pushTags(pusher, batch) {
  let wanted = new Map(batch.map(([tag, commit]) => [`refs/tags/${tag}`, commit])), results = await settled(pusher, wanted, (refs) => [
    ...[...refs.keys()].map((ref) => `--force-with-lease=${ref}:`),
    "origin",
    ...specsOf(refs)
  ]);
  return batch.map(([tag]) => [tag, one(results, `refs/tags/${tag}`)]);
}
async function pushRefs(pusher, refs, { onlyAsk = !1 } = {}) {
  let words2 = (some2) => ["--no-thin", "origin", ...specsOf(some2)];
  if (!onlyAsk) return settled(pusher, refs, words2);
  let ran = await pushed(pusher.git, ["--dry-run", ...words2(refs)]);
  return new Map([...refs.keys()].map((ref) => [ref, outcomeOf(ran, ref, pusher.secrets)]));
}
var specsOf = (refs) => [...refs].map(([ref, commit]) => `${commit}:${ref}`);
function one(results, ref) {
  return results.get(ref) ?? { result: "rejected", reason: `git said nothing of ${ref}`, cause: "lost" };
}
async function settled(pusher, wanted, words2) {
  let results = /* @__PURE__ */ new Map(), left = wanted;
  for (let attempt4 = 1; ; attempt4 += 1) {
    let ran = await push(pusher, [...left.keys()], words2(left));
    for (let ref of left.keys()) results.set(ref, outcomeOf(ran, ref, pusher.secrets));
    let lost2 = [...left].filter(([ref]) => isLost(results.get(ref))), there = lost2.length === 0 ? void 0 : await refsOfOrigin(pusher.git, lost2);
    if (!there) return results;
    let missing4 = lost2.filter(([ref, commit]) => !isAsWanted(there, ref, commit));
    for (let [ref] of lost2) missing4.some(([each]) => each === ref) || results.set(ref, { result: "done" });
    if (missing4.length === 0 || attempt4 === PUSHES || isStalled(ran) || ran.killed) return results;
    left = new Map(missing4), await setTimeout2(PAUSE_MS * attempt4);
  }
}
function isLost(push3) {
  return push3?.result === "rejected" && push3.cause === "lost";
}
async function refsOfOrigin(git, refs) {
  let names2 = refs.map(([ref]) => ref), ran = await git(["ls-remote", "origin", ...names2], { remote: !0, accept: [0, 1, 128] }).catch(() => {
  });
  if (ran?.exitCode !== 0) return;
  let lines2 = Buffer.from(ran.stdout).toString().trim().split(`
`);
  return new Map(lines2.map((line) => line.split("	")).map(([object = "", ref = ""]) => [ref, object]));
}
function push({ git, journal }, refs, words2) {
  return journal.effect(`git push ${refs.join(" ")}`, () => pushed(git, words2));
}
function pushed(git, words2) {
  let call = { remote: !0, accept: [0, 1, 128], killedToo: !0 };
  return git(["push", "--porcelain", "--no-verify", ...words2], call);
}

// src/platform/git/side-clone.ts
import { join as join4 } from "node:path";
var DEPTHS = [20, 1e3, 1e6];
async function openSideClone(checkout, context) {
  let folder2 = await context.files.temporaryFolder("side-clone"), settings = await context.access.transport(), format = text((await checkout(["rev-parse", "--show-object-format"])).stdout), git = createGitCommand({ ...context, apart: { folder: folder2, settings } });
  await git(["init", "--bare", "--quiet", "--template=", `--object-format=${format}`, folder2]);
  let pusher = { git, journal: context.journal, secrets: context.secrets };
  return {
    async fetchTip(ref, { contents }) {
      let args = ["fetch", "--no-tags", "--quiet", "--depth=1", ...contents ? [] : ["--filter=blob:none"], "origin", ref], ran = await git(args, { remote: !0, accept: [0, 1, 128] });
      if (ran.exitCode === 0) return text((await git(["rev-parse", "--verify", "FETCH_HEAD^{commit}"])).stdout);
      if (!/couldn't find remote ref/.test(ran.stderr))
        throw await failure2({ git, secrets: context.secrets }, [`fetch of ${ref}`], ran);
    },
    async follows({ ref, commit, before }) {
      for (let depth of DEPTHS) {
        let args = ["fetch", "--no-tags", "--quiet", `--depth=${depth}`, "--filter=blob:none", "origin", ref];
        if (await git(args, { remote: !0 }), (await git(["merge-base", "--is-ancestor", before, commit], { accept: [0, 1, 128] })).exitCode === 0) return !0;
        if (Number(text((await git(["rev-list", "--count", commit])).stdout)) < depth) return !1;
      }
      return !1;
    },
    refs: async (prefix) => [...(await readRemoteRefs(git, prefix)).keys()],
    tree: (commit) => readTree2(git, commit),
    blobs: (objects, max) => readBlobs(git, objects, max),
    commit: async (draft) => writeCommit2(git, draft, await context.files.temporaryFolder("side-commit")),
    push: (refs, options) => pushRefs(pusher, refs, options)
  };
}
async function writeCommit2(git, { parent, files, message, at }, scratch) {
  let there = parent === void 0 ? [] : await readTree2(git, parent);
  requirePlaces(there, files.keys());
  let objects = await writeBlobs(git, [...files.values()], scratch), executable = new Set(there.flatMap(({ mode, path: path2 }) => mode === "100755" ? [path2] : [])), env = { GIT_INDEX_FILE: join4(scratch, "index") };
  parent !== void 0 && await git(["read-tree", parent], { env });
  let lines2 = [...files.keys()].map(
    (path2, index) => `${executable.has(path2) ? "100755" : "100644"} ${objects[index]}	${path2}\0`
  );
  await git(["update-index", "-z", "--index-info"], { input: lines2.join(""), env });
  let tree = text((await git(["write-tree", "--missing-ok"], { env })).stdout), parents = parent === void 0 ? [] : ["-p", parent], call = { input: message, env: signature(at) };
  return text((await git(["commit-tree", tree, ...parents, "-F", "-"], call)).stdout);
}

// src/platform/git.ts
var OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function createGit(context) {
  let access3 = createGitAccess(context, plainGit(context)), git = createGitCommand({ ...context, access: access3 }), pusher = { git, journal: context.journal, secrets: context.secrets }, scratch = () => context.files.temporaryFolder("git"), isShallow = async () => text((await git(["rev-parse", "--is-shallow-repository"])).stdout) === "true", treeOf2 = rememberLast((commit) => readTree2(git, commit)), whole2;
  return {
    head: async () => text((await git(["rev-parse", "--verify", "HEAD^{commit}"])).stdout),
    resolve: (revision) => resolve(git, revision),
    resolveTree: async (commit) => text((await git(["rev-parse", "--verify", `${commit}^{tree}`])).stdout),
    commitTime: async (commit) => new Date(Number(text((await git(["show", "-s", "--format=%ct", commit])).stdout)) * 1e3),
    tree: treeOf2,
    blobs: (objects, max) => readBlobs(git, objects, max),
    sizes: (objects) => readSizes(git, objects),
    checkOut: async (entries, folder2) => checkOutFiles(git, entries, folder2, await scratch()),
    history: (from, paths) => readHistory(git, from, paths),
    commitsBetween: (range, paths) => readCommitsBetween(git, range, paths),
    mergeBase: async (a, b) => {
      let ran = await git(["merge-base", a, b], { accept: [0, 1, 128] });
      return ran.exitCode === 0 ? text(ran.stdout) : void 0;
    },
    isShallow,
    unshallow: () => (whole2 ??= isShallow().then((shallow) => shallow ? unshallow(git, context.secrets) : void 0), whole2),
    commit: async (parent, changed, message, at) => writeCommit(git, { parent, files: changed, message, at }, await scratch()),
    originAddress: async () => text((await git(["remote", "get-url", "origin"], { accept: [0, 2, 128] })).stdout),
    fetchRef: (ref) => fetchRef(git, ref, context.secrets),
    pushProblem: () => pushProblem(pusher),
    pushBranch: (commit, branch2) => pushBranch(pusher, commit, branch2),
    replaceBranch: (commit, branch2, seen) => replaceBranch(pusher, branch2, { from: seen, to: commit }),
    deleteBranch: (branch2, seen) => replaceBranch(pusher, branch2, { from: seen, to: "" }),
    createTags: (tags, options = { events: !0 }) => createTags(pusher, tags, options),
    pushesWithToken: () => access3.usesToken(),
    remoteTags: () => readRemoteTags(git),
    remoteRefs: (prefix) => readRemoteRefs(git, prefix),
    ensureCommit: (commit) => ensureCommit(git, commit),
    isAncestor: async (ancestor, descendant) => (await git(["merge-base", "--is-ancestor", ancestor, descendant], { accept: [0, 1, 128] })).exitCode === 0,
    sideClone: () => openSideClone(git, { ...context, access: access3 }),
    // Later steps of the job read the work tree.
    fastForward: (commit) => context.journal.effect("git merge", async () => (await git(["merge", "--ff-only", "--quiet", commit], { accept: [0, 1, 2, 128], remote: !0, workTree: !0 })).exitCode === 0)
  };
}
function rememberLast(read5) {
  let last;
  return (commit) => {
    if (last?.commit === commit) return last.entries;
    let entries = read5(commit), asked = { commit, entries };
    return last = asked, entries.catch(() => {
      last === asked && (last = void 0);
    }), entries;
  };
}
async function resolve(git, revision) {
  let ran = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`], {
    accept: [0, 1, 128]
  });
  return ran.exitCode === 0 ? text(ran.stdout) : void 0;
}
async function unshallow(git, secrets) {
  let head = text((await git(["rev-parse", "HEAD"])).stdout);
  for (let wanted of [["origin", head], ["origin"]]) {
    let words2 = ["fetch", "--no-tags", "--quiet", "--unshallow", ...wanted], ran = await git(words2, { remote: !0, accept: [0, 1, 128] });
    if (ran.exitCode === 0) return;
    if (isStalled(ran)) throw await failure2({ git, secrets }, words2, ran);
  }
  throw new ReleaseError("GIT_SHALLOW", "The clone is shallow, and its history could not be fetched.", {
    hint: "Give the checkout step `with: { fetch-depth: 0 }`."
  });
}
async function fetchRef(git, ref, secrets) {
  let ran = await git(["fetch", "--no-tags", "--quiet", "origin", ref], { remote: !0, accept: [0, 1, 128] });
  if (ran.exitCode === 0) return resolve(git, "FETCH_HEAD");
  if (!/couldn't find remote ref/.test(ran.stderr))
    throw await failure2({ git, secrets }, [`fetch of ${ref}`], ran);
}
async function ensureCommit(git, commit) {
  return OBJECT_ID.test(commit) ? await resolve(git, commit) !== void 0 ? !0 : (await git(["fetch", "--no-tags", "--quiet", "origin", commit], { remote: !0, accept: [0, 1, 128] }), await resolve(git, commit) !== void 0) : !1;
}

// src/platform/http/failure.ts
var TIMEOUTS = /* @__PURE__ */ new Set([
  "DEADLINE",
  "ETIMEDOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_CONNECT_TIMEOUT"
]), REASONS = new Map(
  Object.entries({
    DEADLINE: "the answer took too long",
    ECONNREFUSED: "connection refused",
    ECONNRESET: "connection reset",
    EPIPE: "connection reset",
    ENOTFOUND: "no such host",
    EAI_AGAIN: "the host name cannot be resolved now",
    EHOSTUNREACH: "no route to the host",
    ENETUNREACH: "no route to the host",
    UND_ERR_SOCKET: "connection closed",
    UND_ERR_HEADERS_TIMEOUT: "no answer in time",
    UND_ERR_BODY_TIMEOUT: "the answer stopped in the middle",
    UND_ERR_CONNECT_TIMEOUT: "no connection in time",
    UND_ERR_HEADERS_OVERFLOW: "the answer has too large headers",
    ERR_SSL_WRONG_VERSION_NUMBER: "the server does not speak TLS on this port"
  })
), TRANSIENT = /* @__PURE__ */ new Set([
  ...TIMEOUTS,
  "SHORT",
  "NO_ANSWER",
  "ECONNABORTED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_SOCKET"
]);
function isTransient({ code: code2 }) {
  return TRANSIENT.has(code2) || code2.startsWith("HPE_");
}
function failureOf(request, failure3, { attempts: attempts2, now }) {
  let { code: code2, late } = failure3, what = `${request.method} ${placeOf2(request.url)}`, tried = attempts2 > 1 ? ` after ${attempts2} attempts` : "";
  if (code2 === "UND_ERR_INVALID_ARG")
    return new ReleaseError("REQUEST_INVALID", `${what} cannot be sent: it holds what HTTP does not allow`, {
      hint: "Usually a token or user name with a line break or a special character in it: store that secret again.",
      cause: failure3
    });
  if (code2 === "PRIVATE_ADDRESS") return privateAddress(request.url, request.namedBy ?? request.url);
  if (code2 === "TOO_LARGE") {
    let most = request.maxBytes ? ` of ${request.maxBytes} bytes` : "";
    return new ReleaseError("REMOTE_TOO_LARGE", `${what}: the answer is larger than the limit${most}`, {
      cause: failure3
    });
  }
  let details = { cause: failure3, hint: hintFor(code2) }, reason = reasonOf2(failure3, now);
  return TIMEOUTS.has(code2) ? new ReleaseError("REMOTE_TIMEOUT", `${what} failed${tried}: ${reason}`, details) : late ? new ReleaseError("REMOTE_TRUNCATED", `${what} failed${tried}: the answer was cut short`, details) : new ReleaseError("REMOTE_UNREACHABLE", `${what} failed${tried}: ${reason}`, details);
}
function reasonOf2({ code: code2, cause }, now) {
  let untimely = UNTIMELY.get(code2);
  if (untimely) return `its certificate ${untimely} by the clock of this machine, which says ${now.toISOString()}`;
  if (isCertificateProblem(code2)) return `its certificate is not trusted (${code2})`;
  if (code2.startsWith("HPE_")) return "the answer is no HTTP";
  let refusal2 = cause instanceof Error && /^Proxy response \((\d{3})\)/.exec(cause.message);
  return refusal2 ? `the proxy answered ${refusal2[1]}` : REASONS.get(code2) ?? code2;
}
function privateAddress(url, namedBy) {
  let [from, to] = [new URL(namedBy).host, new URL(url).host], message = from === to ? `${to} is in a private network` : `${from} leads to ${to}, which is in a private network`;
  return new ReleaseError("REMOTE_ADDRESS_REFUSED", message);
}
function placeOf2(url) {
  let { host: host3, pathname } = new URL(url);
  return host3 + pathname;
}
var UNTIMELY = new Map(
  Object.entries({
    CERT_NOT_YET_VALID: "is not valid yet",
    CERT_HAS_EXPIRED: "has expired"
  })
);
function hintFor(code2) {
  return UNTIMELY.has(code2) ? "If that is not the time, set the clock of the runner, e.g. with `timedatectl set-ntp true`; else the server needs another certificate." : code2 === "ENOTFOUND" ? "Check the name of the host, and whether the runner\u2019s DNS knows it." : isCertificateProblem(code2) ? CERTIFICATE_HINT : void 0;
}
var CERTIFICATE_HINT = "For a private certificate authority set NODE_EXTRA_CA_CERTS to its PEM file in the `env` of the step.";
function isCertificateProblem(code2) {
  return /CERT|UNABLE_TO_(GET|VERIFY)|SELF_SIGNED|CRL_/.test(code2);
}

// src/platform/github/failure.ts
var UNSENT = /* @__PURE__ */ new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT"
]), MAX_REASON = 400, BrokenAnswer = class extends Error {
  name = "BrokenAnswer";
  status;
  constructor(status) {
    super("the answer is not what was asked for, or was cut"), this.status = status;
  }
}, GitHubFailure = class _GitHubFailure extends Error {
  name = "GitHubFailure";
  /** Of the last answer; `undefined` without one. */
  status;
  /** Nobody knows whether a change was made. */
  mayBeDone;
  constructor(message, { cause, ...rest }) {
    super(message, { cause }), this.status = rest.status, this.mayBeDone = rest.mayBeDone;
  }
  /** The same, once it was tried so often. */
  after(attempts2) {
    return attempts2 === 1 ? this : new _GitHubFailure(`${this.message} (${attempts2} attempts)`, this);
  }
};
function troubleIn(error) {
  if (error instanceof BrokenAnswer) return { kind: "answer", status: error.status, isOutage: !0 };
  if (Array.isArray(member(error, "errors")) && member(error, "status") === void 0) return { kind: "errors" };
  let status = member(error, "status");
  if (typeof status != "number") return;
  if (member(error, "response") !== void 0) return { kind: "answer", status, isOutage: isOutage(status) };
  let code2 = codeOf3(error);
  return { kind: "silence", code: code2, isOutage: isTransient({ code: code2 }) };
}
function isOutage(status) {
  return status === 501 || status === 505 ? !1 : status === 408 || status === 499 || status >= 500;
}
function codeOf3(error) {
  for (let [at, depth] = [error, 0]; typeof at == "object" && at !== null && depth < 4; depth += 1) {
    let { name, cause } = at;
    if (name === "TimeoutError" || name === "AbortError") return "UND_ERR_HEADERS_TIMEOUT";
    let code2 = member(at, "code");
    if (typeof code2 == "string") return code2;
    at = cause;
  }
  return "UNKNOWN";
}
function failureOf2(error, trouble, { host: host3, now }) {
  if (trouble.kind === "silence") {
    let { code: code2 } = trouble, why = code2 === "UNKNOWN" ? wordsOf2(error) : reasonOf2({ code: code2, cause: member(error, "cause") }, now), mayBeDone = !UNSENT.has(code2);
    return new GitHubFailure(`${host3} did not answer: ${why}`, { mayBeDone, cause: error });
  }
  if (trouble.kind === "errors") return new GitHubFailure(wordsOf2(error), { mayBeDone: !1, cause: error });
  let { status } = trouble, words2 = saidBy(error), message = `${host3} answered ${status}${words2 === "" ? "" : `: ${words2}`}`;
  return new GitHubFailure(message, { status, mayBeDone: trouble.isOutage, cause: error });
}
function saidBy(error) {
  if (error instanceof BrokenAnswer) return error.message;
  let data = member(member(error, "response"), "data");
  return typeof data == "object" && data !== null && !(data instanceof ArrayBuffer) ? wordsOf2(error) : "";
}
function wordsOf2(error) {
  return (error instanceof Error ? error.message : "no answer").replace(/\s+/g, " ").trim().slice(0, MAX_REASON);
}

// src/platform/github/limits.ts
var MOST_LIMITED = 3, MOST_OUTAGES = 5, LONGEST_PAUSE_MS = 6e4, SECONDARY_PAUSE_MS = 6e4, FIRST_OUTAGE_PAUSE_MS = 1e3, SECONDARY = /secondary rate limit/i;
async function politely(ask2, { clock: clock2, log, host: host3, repeat }) {
  for (let [attempts2, limited, outages] = [1, 0, 0]; ; attempts2 += 1)
    try {
      return await ask2();
    } catch (error) {
      let trouble = troubleIn(error);
      if (trouble === void 0) throw error;
      let failure3 = failureOf2(error, trouble, { host: host3, now: clock2.now() }), limit = pauseInLimit(error, clock2), asked = limit ?? pauseInOutage(error, trouble, { outages, clock: clock2 });
      if (asked === void 0 || (limit ? limited += 1 : outages += 1, limit === void 0 && !isRepeated(repeat, trouble, failure3))) throw failure3.after(attempts2);
      if (limited === MOST_LIMITED || outages === MOST_OUTAGES || asked.milliseconds > LONGEST_PAUSE_MS) {
        let why = limit ? `${asked.why} for another ${inWords2(asked.milliseconds)}` : asked.why;
        throw log.info(`GitHub ${why}: not asking again.`), failure3.after(attempts2);
      }
      log.info(`GitHub ${asked.why}: asking again in ${inWords2(asked.milliseconds)}.`), await clock2.sleep(asked.milliseconds);
    }
}
function isRepeated(repeat, trouble, { mayBeDone }) {
  return repeat === "unless done" ? !mayBeDone : repeat === "always" || trouble.kind !== "silence" || trouble.code !== "ECONNREFUSED";
}
function pauseInOutage(error, trouble, { outages, clock: clock2 }) {
  return trouble.kind === "errors" || !trouble.isOutage ? void 0 : { why: trouble.kind === "answer" ? `answers ${trouble.status}` : "does not answer", milliseconds: askedBy(error, clock2) ?? outagePause(outages) };
}
function outagePause(outages) {
  return FIRST_OUTAGE_PAUSE_MS * 2 ** outages;
}
function askedBy(error, clock2) {
  let headers = member(member(error, "response"), "headers");
  return retryAfterMs(waitHeaders(headers), clock2.now());
}
function waitHeaders(headers) {
  return { "retry-after": header(headers, "retry-after"), date: header(headers, "date") };
}
function header(headers, name) {
  return String(member(headers, name) ?? "");
}
function pauseInLimit(error, clock2) {
  let limit = restLimit(error) ?? graphqlLimit(error);
  if (limit === void 0) return;
  let { why, message, headers, isCertain } = limit, wait2 = waitHeaders(headers), asked = retryAfterMs(wait2, clock2.now());
  if (asked !== void 0) return { why, milliseconds: asked };
  let reset = whole(header(headers, "x-ratelimit-reset"));
  return header(headers, "x-ratelimit-remaining") === "0" && reset !== void 0 ? { why, milliseconds: Math.max(reset * 1e3 - serverTime(wait2, clock2.now()), 0) + 1e3 } : isCertain || SECONDARY.test(message) ? { why, milliseconds: SECONDARY_PAUSE_MS } : void 0;
}
function restLimit(error) {
  let status = member(error, "status");
  if (status !== 403 && status !== 429) return;
  let response = member(error, "response"), message = String(member(member(response, "data"), "message") ?? "");
  return { why: `limits requests (${status})`, headers: member(response, "headers"), message, isCertain: status === 429 };
}
function graphqlLimit(error) {
  let errors = member(error, "errors");
  if (!Array.isArray(errors)) return;
  let limited = errors.find(
    (one2) => /^RATE_LIMIT(ED)?$/.test(String(member(one2, "type"))) || SECONDARY.test(String(member(one2, "message")))
  );
  if (limited === void 0) return;
  let [headers, message] = [member(error, "headers"), String(member(limited, "message"))];
  return { why: "limits requests (GraphQL)", headers, message, isCertain: !0 };
}
function whole(text2) {
  return /^\d{1,12}$/.test(text2) ? Number(text2) : void 0;
}
function inWords2(milliseconds) {
  let seconds = Math.ceil(milliseconds / 1e3);
  return seconds === 1 ? "1 second" : seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

// src/platform/github/once.ts
var MOST_ATTEMPTS = 5;
async function orFound(make, look2, { clock: clock2, log }) {
  for (let attempt4 = 1; ; attempt4 += 1)
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof GitHubFailure) || !error.mayBeDone) throw error;
      log.info(`${error.message}: looking whether it was done.`), await clock2.sleep(outagePause(attempt4 - 1));
      let found = await look2();
      if (found !== void 0) return found;
      if (attempt4 === MOST_ATTEMPTS) throw error.after(attempt4);
    }
}

// src/platform/github/client.ts
var TIMEOUT_MS = 3e4, TRANSFER_TIMEOUT_MS = 5 * 6e4, silent = { debug() {
}, info() {
}, warn() {
}, error() {
} };
function openClient({ token, apiUrl, repository, journal, clock: clock2, log }) {
  let [owner = "", repo = ""] = repository.split("/"), { host: host3 } = new URL(apiUrl), octokit = async () => {
    let { getOctokit } = await import("./octokit-2X5C2QC3.js");
    return getOctokit(token ?? "", { baseUrl: apiUrl, log: silent });
  }, manners = { clock: clock2, log, host: host3 };
  async function answer(where, parameters, timeoutMs2 = TIMEOUT_MS) {
    let { status, data, headers } = await (await octokit()).request(where, {
      owner,
      repo,
      ...within(timeoutMs2),
      ...parameters
    });
    if (status !== 204 && (typeof data != "object" || isCut(data, headers))) throw new BrokenAnswer(status);
    return data;
  }
  let send = (route, parameters) => answer(below2(route), parameters), ask2 = (repeat) => (route, parameters = {}) => politely(() => send(route, parameters), { ...manners, repeat }), change = (name, once3) => politely(() => journal.effect(`${name} ${host3}`, once3), { ...manners, repeat: "always" }), create = (name, once3, { read: read5, look: look2 }) => {
    let make = () => politely(() => journal.effect(`${name} ${host3}`, once3), { ...manners, repeat: "unless done" });
    return orFound(async () => read5(await make()), look2, manners);
  };
  return {
    owner,
    ask: ask2("always"),
    askInPassing: ask2("if answered"),
    change: (route, parameters) => change(route, () => send(route, parameters)),
    create: (route, parameters, creation) => create(route, () => send(route, parameters), creation),
    upload: (uploadUrl, parameters, creation) => create(
      `POST release asset ${parameters.name}`,
      () => answer(`POST ${uploadUrl}`, parameters, TRANSFER_TIMEOUT_MS),
      creation
    ),
    download: (route, parameters) => politely(async () => fileIn(await answer(below2(route), parameters, TRANSFER_TIMEOUT_MS)), {
      ...manners,
      repeat: "always"
    }),
    mutate: (name, query, variables) => change(name, async () => {
      let data = await (await octokit()).graphql(query, { ...variables, ...within(TRANSFER_TIMEOUT_MS) });
      if (typeof data != "object") throw new BrokenAnswer(200);
      return data;
    })
  };
}
function below2(route) {
  let [method, path2] = route.split(" ");
  return `${method} /repos/{owner}/{repo}/${path2}`;
}
function within(milliseconds) {
  return { request: { signal: AbortSignal.timeout(milliseconds) } };
}
function isCut(data, headers) {
  return data instanceof ArrayBuffer && data.byteLength === 0 && member(headers, "content-length") !== "0";
}
function fileIn(data) {
  if (!(data instanceof ArrayBuffer)) throw new BrokenAnswer(200);
  return new Uint8Array(data);
}

// src/platform/github/commit.ts
var MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
async function commitOnBranch(client, repository, { branch: branch2, parent, message, files }) {
  let [headline2 = "", ...body] = message.split(`
`), input = {
    branch: { repositoryNameWithOwner: repository, branchName: branch2 },
    expectedHeadOid: parent,
    message: { headline: headline2, body: body.join(`
`).trim() },
    fileChanges: {
      additions: [...files].map(([path2, content]) => ({
        path: path2,
        contents: Buffer.from(content).toString("base64")
      }))
    }
  };
  try {
    let answer = await client.mutate("createCommitOnBranch", MUTATION, { input }), oid = member(member(member(answer, "createCommitOnBranch"), "commit"), "oid");
    return typeof oid == "string" && /^[0-9a-f]{40,64}$/.test(oid) ? { result: "done", commit: oid } : { result: "rejected", reason: "GitHub\u2019s answer names no commit", cause: "lost" };
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    return { result: "rejected", reason: error.message, cause: causeOf2(error) };
  }
}
function causeOf2({ message, status, mayBeDone, cause }) {
  let errors = member(cause, "errors");
  if (Array.isArray(errors) && errors.some((one2) => member(one2, "type") === "STALE_DATA") || /expected branch to point to|(?:was|is) at .* but expected/i.test(message)) return "raced";
  let isAnswered = status !== void 0 || Array.isArray(errors);
  return mayBeDone || !isAnswered ? "lost" : "refused";
}

// src/platform/github/pulls.ts
var ROUTE = "pulls/{pull_number}";
async function findPull(client, head, base) {
  return lookFor(client, head, base).catch(explained(head, "look for"));
}
async function lookFor(client, head, base) {
  let query = { head: `${client.owner}:${head}`, base, state: "open", per_page: 1 }, found = await client.ask("GET pulls", query);
  return Array.isArray(found) && found[0] !== void 0 ? pullIn(found[0]) : void 0;
}
async function openPull(client, head, base, text2) {
  try {
    let creation = { read: pullIn, look: () => lookFor(client, head, base) };
    return { result: "done", pull: await client.create("POST pulls", { head, base, ...text2 }, creation) };
  } catch (error) {
    return error instanceof GitHubFailure && error.status === 422 ? { result: "rejected", reason: error.message } : explained(head, "open")(error);
  }
}
async function updatePull(client, number, text2) {
  let change = { pull_number: number, ...text2 };
  return pullIn(await client.change(`PATCH ${ROUTE}`, change).catch(explained(`#${number}`, "update")));
}
async function closePull(client, number) {
  let change = { pull_number: number, state: "closed" };
  await client.change(`PATCH ${ROUTE}`, change).catch(explained(`#${number}`, "close"));
}
function pullIn(data) {
  let [number, url, title, body] = ["number", "html_url", "title", "body"].map((key) => member(data, key));
  if (typeof number != "number" || typeof url != "string")
    throw new ReleaseError("PULL_REQUEST_FAILED", "GitHub\u2019s answer describes no pull request.");
  return {
    number,
    url,
    title: String(title ?? ""),
    body: String(body ?? ""),
    isOpen: member(data, "state") !== "closed"
  };
}
function explained(what, verb) {
  return (error) => {
    throw error instanceof GitHubFailure ? new ReleaseError(
      "PULL_REQUEST_FAILED",
      `GitHub did not ${verb} the pull request of ${what}: ${error.message}`,
      {
        hint: hintFor2(error),
        cause: error
      }
    ) : error;
  };
}
function hintFor2({ message, status }) {
  return /not permitted to create or approve pull requests/i.test(message) ? 'Allow it under Settings > Actions > General ("Allow GitHub Actions to create and approve pull requests"), or give `github-token` the token of a GitHub App.' : /rate limit/i.test(message) ? "Run again in an hour, or give `github-token` the token of a GitHub App." : status !== void 0 && status < 500 ? "Give the job `permissions: { contents: write, pull-requests: write }`." : "Run again when GitHub answers: what is there already is not made again.";
}

// src/platform/github/releases.ts
import { createHash as createHash2 } from "node:crypto";
var PAGE2 = 100, MAX_PAGES = 10;
function openReleases(client) {
  let asked = (what, work) => work().catch(explained2(what)), one2 = async (what, route, parameters = {}) => {
    let data = await asked(what, () => client.ask(route, parameters).catch(missing2));
    return data === void 0 ? void 0 : releaseIn(data);
  }, get = (id) => one2(`tell release ${id}`, "GET releases/{release_id}", { release_id: id });
  async function listed(page) {
    let data = await asked("list releases", () => client.ask("GET releases", { per_page: PAGE2, page }));
    return Array.isArray(data) ? data.map(releaseIn) : [];
  }
  async function list3() {
    let releases = [];
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      let found = await listed(page);
      if (releases.push(...found), found.length < PAGE2) return { releases, isWhole: !0 };
    }
    return { releases, isWhole: !1 };
  }
  async function newest2() {
    let releases = await listed(1);
    return { releases, isWhole: releases.length < PAGE2 };
  }
  async function createDraft({ tag, ...draft }) {
    let parameters = { ...draft, tag_name: tag, draft: !0 }, isIt = (one3) => one3.isDraft && one3.tag === tag && unified(one3.body) === unified(draft.body), creation = { read: releaseIn, look: async () => (await listed(1)).find(isIt) };
    return client.create("POST releases", parameters, creation).catch(explained2(`make a release ${tag}`));
  }
  async function deleteAsset(id) {
    let route = "DELETE releases/assets/{asset_id}";
    await asked(`delete asset ${id}`, () => client.change(route, { asset_id: id }).catch(missing2));
  }
  async function uploadedTo(id, name, content) {
    let there = (await get(id))?.assets.find((asset) => asset.name === name);
    return there && !there.isUploaded && await deleteAsset(there.id), there?.isUploaded && isOf(there, content) ? there : void 0;
  }
  async function upload({ id, uploadUrl, tag }, name, content) {
    let headers = { "content-type": typeOf(name), "content-length": content.length }, creation = { read: assetIn, look: () => uploadedTo(id, name, content) }, parameters = { name, data: content, headers };
    return client.upload(uploadUrl, parameters, creation).catch(explained2(`take ${name} for ${tag}`));
  }
  return {
    list: list3,
    newest: newest2,
    get,
    find: (tag) => one2(`tell the release ${tag}`, "GET releases/tags/{tag}", { tag }),
    latest: () => one2("tell the latest release", "GET releases/latest"),
    createDraft,
    upload,
    deleteAsset,
    async deleteDraft(id) {
      let route = "DELETE releases/{release_id}";
      await asked(`delete draft ${id}`, () => client.change(route, { release_id: id }).catch(missing2));
    },
    async download({ id, name }) {
      let parameters = { asset_id: id, headers: { accept: "application/octet-stream" } };
      return client.download("GET releases/assets/{asset_id}", parameters).catch(explained2(`give ${name}`));
    },
    async publish(id, latest) {
      let parameters = { release_id: id, draft: !1, make_latest: latest };
      return releaseIn(
        await asked(`publish release ${id}`, () => client.change("PATCH releases/{release_id}", parameters))
      );
    }
  };
}
function isOf({ size, digest }, content) {
  let own = `sha256:${createHash2("sha256").update(content).digest("hex")}`;
  return size === content.length && (digest === void 0 || digest === own);
}
function typeOf(name) {
  return name.endsWith(".tgz") ? "application/gzip" : name.endsWith(".json") ? "application/json" : "text/plain";
}
function missing2(error) {
  if (member(error, "status") !== 404)
    throw error;
}
function releaseIn(data) {
  let [id, tag, uploadUrl, assets] = ["id", "tag_name", "upload_url", "assets"].map((key) => member(data, key));
  if (typeof id != "number" || typeof tag != "string" || typeof uploadUrl != "string" || !Array.isArray(assets))
    throw new ReleaseError("GITHUB_RELEASE_FAILED", "GitHub\u2019s answer describes no release.");
  return {
    id,
    tag,
    uploadUrl,
    assets: assets.map(assetIn),
    body: String(member(data, "body") ?? ""),
    isDraft: member(data, "draft") === !0,
    isImmutable: member(data, "immutable") === !0,
    wasPublished: typeof member(data, "published_at") == "string"
  };
}
function assetIn(data) {
  let [id, name, size, digest] = ["id", "name", "size", "digest"].map((key) => member(data, key));
  if (typeof id != "number" || typeof name != "string" || typeof size != "number")
    throw new ReleaseError("GITHUB_RELEASE_FAILED", "GitHub\u2019s answer describes no file of a release.");
  let isUploaded = member(data, "state") === "uploaded";
  return { id, name, size, isUploaded, ...typeof digest == "string" && { digest } };
}
function explained2(what) {
  return (error) => {
    throw error instanceof GitHubFailure ? new ReleaseError("GITHUB_RELEASE_FAILED", `GitHub did not ${what}: ${error.message}`, {
      hint: hintFor3(error),
      cause: error
    }) : error;
  };
}
function hintFor3({ message, status }) {
  return /API rate limit exceeded/i.test(message) ? "A workflow token may ask 1,000 times an hour. Run again when the hour is over: what is there already is not made again." : status !== void 0 && status < 500 ? "Give the job `permissions: { contents: write }`." : "Run again when GitHub answers: it goes on where this run stopped.";
}

// src/platform/github/branch-protection.ts
async function protectionRules(branch2, details) {
  let protection2 = member(branch2, "protection");
  if (member(protection2, "enabled") !== !0) return [];
  let whole2 = await details().catch(() => {
  }), rest = whole2 === void 0 ? [{ type: "protected", bypass: "unknown" }] : restOf(whole2);
  return [...checksOf(member(protection2, "required_status_checks")), ...rest];
}
function checksOf(checks) {
  let contexts = member(checks, "contexts");
  if (!Array.isArray(contexts) || contexts.length === 0) return [];
  let level = member(checks, "enforcement_level");
  return level === "off" ? [] : [{ type: "required_status_checks", bypass: level === "everyone" ? "no" : "unknown" }];
}
function restOf(protection2) {
  let everyone = isOn(protection2, "enforce_admins"), reviews = member(protection2, "required_pull_request_reviews"), spared = member(reviews, "bypass_pull_request_allowances") !== void 0, standing = (type, certain) => ({ type, bypass: certain ? "no" : "unknown" });
  return [
    ...reviews === void 0 ? [] : [standing("pull_request", everyone && !spared)],
    ...isOn(protection2, "required_signatures") ? [standing("required_signatures", everyone)] : [],
    ...isOn(protection2, "lock_branch") ? [standing("update", everyone)] : [],
    // Who is on its list is told by names, and the token's own name is not.
    ...member(protection2, "restrictions") === void 0 ? [] : [standing("update", !1)]
  ];
}
function isOn(protection2, key) {
  return member(member(protection2, key), "enabled") === !0;
}

// src/platform/github/rules.ts
var MAX_RULESETS = 20;
async function readBranchRules(client, branch2) {
  let told3 = (await Promise.allSettled([rulesets(client, branch2), protection(client, branch2)])).flatMap((answer) => answer.status === "fulfilled" ? [answer.value] : []);
  return told3.length === 0 ? void 0 : told3.flat();
}
async function rulesets(client, branch2) {
  let rules = rulesIn(await client.askInPassing("GET rules/branches/{branch}", { branch: branch2, per_page: 100 }));
  return withBypass(rules, (id) => client.askInPassing("GET rulesets/{id}", { id }));
}
async function protection(client, branch2) {
  let summary2 = await client.askInPassing("GET branches/{branch}", { branch: branch2 });
  return protectionRules(summary2, () => client.askInPassing("GET branches/{branch}/protection", { branch: branch2 }));
}
function rulesIn(data) {
  if (!Array.isArray(data)) throw new TypeError("The answer is no list of rules.");
  return data.flatMap((rule) => {
    let type = member(rule, "type"), id = member(rule, "ruleset_id");
    return typeof type == "string" ? [{ type, ruleset: typeof id == "number" ? id : void 0 }] : [];
  });
}
async function withBypass(rules, ruleset) {
  let ids = [...new Set(rules.flatMap((rule) => rule.ruleset ?? []))].slice(0, MAX_RULESETS), answers = await Promise.all(
    ids.map(async (id) => [id, bypassOf(await ruleset(id).catch(() => {
    }))])
  ), known = new Map(answers);
  return rules.map(({ type, ruleset: id }) => ({
    type,
    bypass: (id === void 0 ? void 0 : known.get(id)) ?? "unknown"
  }));
}
function bypassOf(ruleset) {
  let mode = member(ruleset, "current_user_can_bypass");
  return mode === "always" || mode === "exempt" ? "yes" : mode === "never" || mode === "pull_requests_only" ? "no" : "unknown";
}

// src/platform/github/write-right.ts
var NEVER_MADE = { ref: "refs/preflight", sha: "0".repeat(40) };
async function writeProblem(client) {
  let failure3 = await client.askInPassing("POST git/refs", NEVER_MADE).then(
    () => {
    },
    (thrown) => thrown
  );
  if (!(!(failure3 instanceof GitHubFailure) || !isDenied(failure3)))
    return new ReleaseError(
      "GIT_DENIED",
      `GitHub does not let \`github-token\` write to the repository: ${failure3.message}`,
      {
        hint: "Give the job `permissions: { contents: write }`. Where `github-token` is set, the token needs that right.",
        cause: failure3
      }
    );
}
function isDenied({ status, message }) {
  return status === 401 || status === 403 && /not accessible by|must have|permission/i.test(message);
}

// src/platform/github.ts
function createGitHub(options) {
  let client = openClient(options), rules = /* @__PURE__ */ new Map(), rulesOf = (branch2) => {
    let asked = rules.get(branch2) ?? readBranchRules(client, branch2);
    return rules.set(branch2, asked), asked;
  };
  return {
    releases: openReleases(client),
    branchRules: async (branch2) => options.token ? rulesOf(branch2) : void 0,
    writeProblem: () => writeProblem(client),
    commitOnBranch: (commit) => commitOnBranch(client, options.repository, commit),
    findPull: (head, base) => findPull(client, head, base),
    openPull: (head, base, text2) => openPull(client, head, base, text2),
    updatePull: (number, text2) => updatePull(client, number, text2),
    closePull: (number) => closePull(client, number)
  };
}

// src/platform/guarded.ts
import { basename } from "node:path";
function guardHttp(http, stop) {
  return {
    send(request) {
      let { method, url, effect: isEffect = !1 } = request;
      return stop.whileRunning(`${method} ${placeOf2(url)}`, () => http.send(request), { isEffect });
    }
  };
}
function guardProcesses(processes, stop) {
  return {
    run: (program, args, options) => stop.whileRunning(`${basename(program)} ${args[0] ?? ""}`.trim(), () => processes.run(program, args, options))
  };
}
function guardGitHub(github, stop, apiUrl) {
  let { host: host3 } = new URL(apiUrl), asking = (what, ask2) => (...asked) => stop.whileRunning(`${what} from ${host3}`, () => ask2(...asked)), { branchRules, findPull: findPull2, releases } = github;
  return {
    ...github,
    branchRules: asking("branch rules", branchRules),
    findPull: asking("a pull request", findPull2),
    releases: {
      ...releases,
      list: asking("the list of releases", releases.list),
      get: asking("a release", releases.get),
      find: asking("a release", releases.find),
      latest: asking("the latest release", releases.latest),
      download: asking("a file of a release", releases.download)
    }
  };
}
function guardClock(clock2, stop) {
  return { ...clock2, sleep: (milliseconds) => stop.whileRunning("a pause", () => clock2.sleep(milliseconds)) };
}

// src/platform/helm.ts
var import_semver2 = __toESM(require_semver(), 1);

// src/platform/helm/command.ts
import { join as join5 } from "node:path";
var LIMITS = { timeoutMs: 5 * 6e4, maxMemoryBytes: 2 * 1024 ** 3 }, MAX_SAID3 = 2e3, NOWHERE = "http://127.0.0.1:9";
async function openHelm(context, program) {
  let folder2 = await context.files.temporaryFolder("helm"), home = {
    folder: folder2,
    repositories: join5(folder2, "config", "repositories.yaml"),
    repositoryCache: join5(folder2, "cache", "repository")
  };
  await context.files.makeFolder(home.repositoryCache);
  let base = baseEnvironment(context.environment, home), limits = context.limits ?? LIMITS;
  return {
    home,
    async run(args, { limits: own = limits, ...call } = {}) {
      let env = { ...base, ...collectingLate(own) }, start2 = () => context.processes.run(program, args, { env, ...own, ...call }), first = await start2(), ran = first.signal === void 0 ? first : await start2();
      if (ran.exitCode !== 0 && saysDiskFull(ran.stderr)) throw diskFull(context.secrets.redact(reasonOf3(ran, own)));
      return ran;
    },
    said: (ran, own = limits) => context.secrets.redact(reasonOf3(ran, own)).slice(0, MAX_SAID3)
  };
}
function collectingLate({ maxMemoryBytes }) {
  return { GOGC: "400", GOMEMLIMIT: String(Math.floor(maxMemoryBytes / 2)) };
}
function reasonOf3(ran, { timeoutMs: timeoutMs2, maxMemoryBytes }) {
  return ran.killed === "timeout" ? `Helm was stopped after ${timeoutMs2 / 1e3} seconds` : ran.killed === "memory" ? `Helm was stopped at ${Math.round(maxMemoryBytes / 1024 ** 2)} MiB of memory` : ran.killed === "output" ? "Helm was stopped, as it wrote without an end" : ran.signal ? `Helm was killed from outside (${ran.signal}) twice; the machine may be short of memory` : ran.stderr.split(`
`).filter((line) => line.trim() !== "" && !/^(WARNING|level=)/.test(line)).join(" ").replace(/^Error: /, "").trim() || `Helm ended with ${ran.exitCode}`;
}
function baseEnvironment(environment, home) {
  return {
    PATH: environment.PATH ?? "/usr/bin:/bin",
    HOME: home.folder,
    TMPDIR: home.folder,
    HELM_CACHE_HOME: join5(home.folder, "cache"),
    HELM_CONFIG_HOME: join5(home.folder, "config"),
    HELM_DATA_HOME: join5(home.folder, "data"),
    HELM_PLUGINS: join5(home.folder, "plugins"),
    HELM_REPOSITORY_CONFIG: home.repositories,
    HELM_REPOSITORY_CACHE: home.repositoryCache,
    KUBECONFIG: "/dev/null",
    // Nobody listens there: Helm, and templates and schemas through it, reach nothing beyond this machine.
    HTTP_PROXY: NOWHERE,
    HTTPS_PROXY: NOWHERE,
    LC_ALL: "C",
    TZ: "UTC"
  };
}

// src/platform/helm/batches.ts
import { availableParallelism } from "node:os";
var MIN_FOLDERS_A_PROCESS = 10, MAX_FOLDERS_A_PROCESS = 200;
function inProcesses(folders, work) {
  let processors = availableParallelism(), even = Math.ceil(folders.length / processors), size = Math.min(MAX_FOLDERS_A_PROCESS, Math.max(MIN_FOLDERS_A_PROCESS, even)), batches = Array.from(
    { length: Math.ceil(folders.length / size) },
    (_, index) => folders.slice(index * size, (index + 1) * size)
  );
  return sideBySide(batches, processors, work);
}

// src/platform/helm/lint.ts
var HEADING = /^==> Linting (.*)$/, MESSAGE = /^\[(ERROR|WARNING|INFO)\] (.*)$/;
async function lint(helm, folders) {
  let linted = await inProcesses(folders, (batch) => lintTogether(helm, batch));
  return new Map(linted.flatMap((batch) => [...batch]));
}
async function lintTogether(helm, folders) {
  let ran = await helm.run(["lint", ...folders]), sections = sectionsOf(Buffer.from(ran.stdout).toString(), new Set(folders));
  return folders.length > 1 && folders.some((folder2) => !sections.has(folder2)) ? lintOneByOne(helm, folders) : new Map(
    folders.map((folder2) => {
      let messages = sections.get(folder2);
      if (!messages) return [folder2, { failed: !0, messages: [helm.said(ran)] }];
      let failed2 = folders.length === 1 && ran.exitCode !== 0 || messages.some((message) => message.startsWith("ERROR"));
      return [folder2, { failed: failed2 || ran.killed !== void 0, messages }];
    })
  );
}
async function lintOneByOne(helm, folders) {
  let linted = /* @__PURE__ */ new Map();
  for (let folder2 of folders) for (let [key, value] of await lintTogether(helm, [folder2])) linted.set(key, value);
  return linted;
}
function sectionsOf(output, folders) {
  let sections = /* @__PURE__ */ new Map(), current;
  for (let line of output.split(`
`)) {
    let heading = HEADING.exec(line)?.[1];
    if (heading !== void 0 && folders.has(heading)) {
      current = [], sections.set(heading, current);
      continue;
    }
    let message = MESSAGE.exec(line);
    message ? current?.push(`${message[1]} ${message[2]}`) : line.trim() !== "" && current?.push(`${current.pop() ?? ""} ${line.trim()}`.trimStart());
  }
  return new Map(
    [...sections].map(([heading, told3]) => [heading, told3.filter((message) => !message.startsWith("INFO"))])
  );
}

// src/platform/helm/package.ts
import { join as join6 } from "node:path";
var MAX_ARCHIVE = 128 * 1024 * 1024;
async function packageFolders(helm, files, folders) {
  let batches = await inProcesses(folders, (batch) => packageBatch(helm, files, batch));
  return new Map(batches.flatMap((batch) => [...batch]));
}
async function packageBatch(helm, files, batch) {
  let together = await packageTogether(helm, files, batch);
  if (!("failed" in together))
    return new Map(batch.map((folder2, index) => [folder2, together.archives[index]]));
  if (batch.length === 1) return /* @__PURE__ */ new Map([[batch[0] ?? "", { failed: together.failed }]]);
  let results = /* @__PURE__ */ new Map();
  for (let folder2 of batch) results.set(folder2, await packageOne(helm, files, folder2));
  return results;
}
async function packageOne(helm, files, folder2) {
  let done = await packageTogether(helm, files, [folder2]);
  return "failed" in done ? { failed: done.failed } : done.archives[0];
}
async function packageTogether(helm, files, folders) {
  let destination = await files.temporaryFolder("packages"), ran = await helm.run(["package", ...folders, "--destination", destination]);
  if (ran.exitCode !== 0) return { failed: helm.said(ran) };
  let written = Buffer.from(ran.stdout).toString().split(`
`).flatMap((line) => /saved it to: (.+)$/.exec(line)?.[1] ?? []);
  return new Set(written).size !== folders.length ? { failed: "two charts of one name and version came together" } : { archives: await Promise.all(written.map((path2) => files.read(join6(path2), MAX_ARCHIVE))) };
}

// src/platform/helm/template.ts
async function template(helm, folder2, { values, timeoutMs: timeoutMs2 = 2e4 } = {}) {
  let limits = { timeoutMs: timeoutMs2, maxMemoryBytes: 1073741824 }, args = ["template", "release-name", folder2, "--namespace", "release-namespace"], ran = await helm.run(values === void 0 ? args : [...args, "--values", "-"], {
    limits,
    maxOutputBytes: 67108864,
    ...values !== void 0 && { input: values }
  });
  return ran.exitCode === 0 && !ran.killed ? { manifests: Buffer.from(ran.stdout).toString() } : { failed: helm.said(ran, limits), stopped: ran.killed !== void 0 || ran.signal !== void 0 };
}

// src/platform/helm.ts
var MINIMUM = "3.8.0";
async function createHelm(context, program = "helm") {
  let helm = await openHelm(context, program);
  return {
    version: await versionOf(helm),
    lint: (folders) => lint(helm, folders),
    package: (folders) => packageFolders(helm, context.files, folders),
    template: (folder2, options) => template(helm, folder2, options)
  };
}
async function versionOf(helm) {
  let ran = await helm.run(["version", "--template", "{{.Version}}"]).catch((cause) => {
    throw cause instanceof ReleaseError && cause.code === "DISK_FULL" ? cause : missing3(cause);
  }), said = Buffer.from(ran.stdout).toString(), version = import_semver2.default.clean(said) ?? import_semver2.default.coerce(said)?.version;
  if (ran.exitCode !== 0 || !version) throw missing3(void 0);
  if (import_semver2.default.lt(version, MINIMUM))
    throw new ReleaseError("HELM_TOO_OLD", `The helm on PATH is ${version}; ${MINIMUM} or later is needed.`, {
      hint: "Set the input `helm-version`, e.g. `helm-version: 4.1.4`, or use azure/setup-helm before this step."
    });
  return version;
}
function missing3(cause) {
  return new ReleaseError("HELM_MISSING", "There is no helm on PATH.", {
    hint: "Set the input `helm-version`, e.g. `helm-version: 4.1.4`, or use azure/setup-helm before this step.",
    cause
  });
}

// src/platform/http/server-time.ts
function createServerTime(clock2) {
  let nearest2;
  return {
    ahead: () => nearest2,
    note({ headers, url }) {
      let told3 = Date.parse(headers.date ?? "") + ageOf(headers.age);
      if (Number.isNaN(told3)) return;
      let milliseconds = clock2.now().getTime() - told3;
      nearest2 && Math.abs(nearest2.milliseconds) <= Math.abs(milliseconds) || (nearest2 = { milliseconds, host: new URL(url).host });
    }
  };
}
function ageOf(seconds) {
  return /^\d{1,9}$/.test(seconds ?? "") ? Number(seconds) * 1e3 : 0;
}

// src/platform/http/lane.ts
function createLane() {
  let [width, known, running, round] = [64, 64, 0, 0], [refusals, passes, waitedMs] = [0, 0, 0], end, paused, waiting = [];
  function callWaiting() {
    let called = waiting;
    waiting = [];
    for (let go of called) go();
  }
  return {
    get refusals() {
      return refusals;
    },
    get waitedMs() {
      return waitedMs;
    },
    get end() {
      return end;
    },
    async enter() {
      for (; paused || running >= Math.floor(width); ) await (paused ?? new Promise((go) => waiting.push(go)));
      return running += 1, round;
    },
    leave() {
      running -= 1, callWaiting();
    },
    isCurrent: (entered) => entered === round,
    pause(milliseconds, over) {
      round += 1, refusals += 1, passes = 0, waitedMs += milliseconds, known = Math.max(width / 2, 1), width = 1, paused = over.finally(() => {
        paused = void 0, callWaiting();
      });
    },
    passed() {
      waitedMs = 0, passes += 1, passes % 16 === 0 && (refusals = Math.max(0, refusals - 1)), width = Math.min(width + (width < known ? 1 : 1 / width), 64);
    },
    giveUp(refusal2) {
      end = refusal2;
    }
  };
}

// src/platform/http/pauses.ts
var FIRST_PAUSE_MS = 200, LONGEST_RETRY_AFTER_MS = 6e4;
function backOff(attempt4, clock2, longestMs) {
  return Math.min(FIRST_PAUSE_MS * 2 ** (attempt4 - 1), longestMs) * (0.5 + clock2.random() / 2);
}
function askedPause({ headers }, clock2) {
  let pause = retryAfterMs(headers, clock2.now());
  return pause === void 0 ? void 0 : Math.min(pause, LONGEST_RETRY_AFTER_MS);
}

// src/platform/http/throttle.ts
var TOO_MANY_REQUESTS = 429, LONGEST_BACK_OFF_MS = 3e4, LONGEST_WITHOUT_SUCCESS_MS = 5 * 6e4, MOST_TRIES = 50, TELL_EVERY_MS = 2e4;
function createThrottle({ clock: clock2, log }) {
  let lanes = /* @__PURE__ */ new Map();
  function laneOf(host3) {
    let lane = lanes.get(host3) ?? createLane();
    return lanes.set(host3, lane), lane;
  }
  let told3 = /* @__PURE__ */ new Map();
  function tell(host3, pauseMs) {
    let [last, now] = [told3.get(host3), clock2.monotonic()];
    last !== void 0 && now - last < TELL_EVERY_MS || (told3.set(host3, now), log?.info(`${host3} limits requests (429): going on in ${inWords3(pauseMs)}, with fewer at once.`));
  }
  function refused8(host3, lane, response) {
    let own = backOff(lane.refusals + 1, clock2, LONGEST_BACK_OFF_MS), pauseMs = Math.max(own, askedPause(response, clock2) ?? 0);
    tell(host3, pauseMs), lane.pause(pauseMs, clock2.sleep(pauseMs));
  }
  function judge4(host3, turn, response) {
    let { lane } = turn;
    if (response.status !== TOO_MANY_REQUESTS)
      return lane.passed(), response;
    if (lane.waitedMs >= LONGEST_WITHOUT_SUCCESS_MS && lane.giveUp(response), lane.waitedMs >= LONGEST_WITHOUT_SUCCESS_MS || turn.tries >= MOST_TRIES) return response;
    lane.isCurrent(turn.round) && refused8(host3, lane, response);
  }
  return {
    async send(host3, once3) {
      let lane = laneOf(host3), { end } = lane;
      for (let tries = 1; ; tries += 1) {
        let round = await lane.enter();
        try {
          if (lane.end !== end && lane.end) return lane.end;
          let answer = judge4(host3, { lane, round, tries }, await once3());
          if (answer) return answer;
        } finally {
          lane.leave();
        }
      }
    }
  };
}
function inWords3(milliseconds) {
  let seconds = Math.ceil(milliseconds / 1e3);
  return seconds === 1 ? "1 second" : `${seconds} seconds`;
}

// src/platform/http/addresses.ts
import { lookup } from "node:dns/promises";
async function isPrivateHost(host3) {
  if (looksPrivate(host3)) return !0;
  let found = await lookup(host3.replace(/^\[|\]$/g, ""), { all: !0 }).catch(() => []);
  return areAllPrivate(found.map(({ address }) => address));
}
function areAllPrivate(addresses) {
  return addresses.length > 0 && addresses.every(isPrivateAddress);
}

// src/platform/http/exchange.ts
var ExchangeFailure = class extends Error {
  name = "ExchangeFailure";
  code;
  late;
  constructor(code2, late, cause) {
    super(code2, { cause }), this.code = code2, this.late = late;
  }
};
function longestExchange({ timeoutMs: timeoutMs2 = 3e4 }) {
  return timeoutMs2 * 10;
}
function exchange(network, request, withinMs) {
  let { url, method, timeoutMs: timeoutMs2 = 3e4 } = request, { origin, pathname, search } = new URL(url);
  return new Promise((resolve2, reject) => {
    let handler = collect(request, withinMs, { resolve: resolve2, reject }), options = {
      origin,
      path: pathname + search,
      method,
      headers: { "user-agent": "release-charts", ...request.headers },
      body: request.body ?? null,
      headersTimeout: timeoutMs2,
      bodyTimeout: timeoutMs2,
      // Else undici closes the connection after each HEAD, for servers that send a body all the same: theirs is no HTTP, and
      // the next request on it is made again.
      reset: !1
    };
    network.dispatch(options, handler);
  });
}
function collect(request, withinMs, outcome3) {
  let { url, method, maxBytes: maxBytes2 = 4194304 } = request, answer, chunks = [], received = 0, deadline, fail = (code2, cause) => {
    clearTimeout(deadline), outcome3.reject(new ExchangeFailure(code2, answer !== void 0, cause));
  };
  return {
    onRequestStart(controller) {
      let abort = () => controller.abort(new ExchangeFailure("DEADLINE", answer !== void 0));
      clearTimeout(deadline), deadline = setTimeout(abort, withinMs);
    },
    onResponseStart(controller, status, headers) {
      if (status < 200) return;
      answer = { status, headers: joined(headers) }, (method === "HEAD" ? 0 : Number(answer.headers["content-length"] ?? 0)) > maxBytes2 && controller.abort(new ExchangeFailure("TOO_LARGE", !0));
    },
    onResponseData(controller, chunk) {
      received += chunk.length, received > maxBytes2 ? controller.abort(new ExchangeFailure("TOO_LARGE", !0)) : chunks.push(chunk);
    },
    onResponseEnd() {
      if (clearTimeout(deadline), !answer) return fail("NO_ANSWER");
      if (isShort(method, answer, received)) return fail("SHORT");
      outcome3.resolve({ ...answer, body: Buffer.concat(chunks), url });
    },
    onResponseError(_controller, error) {
      fail(codeOf4(error), error);
    }
  };
}
function joined(headers) {
  let entries = Object.entries(headers).filter(([, value]) => value !== void 0);
  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(", ") : String(value)])
  );
}
function isShort(method, { status, headers }, got) {
  let announced = headers["content-length"];
  return method === "HEAD" || status === 204 || status === 304 || announced === void 0 ? !1 : Number(announced) !== got;
}
function codeOf4(error) {
  return typeof error == "object" && error !== null && "code" in error && typeof error.code == "string" ? error.code : error instanceof Error ? error.name : "UNKNOWN";
}

// src/platform/http/network.ts
var import_api_connect = __toESM(require_api_connect(), 1), import_dispatcher = __toESM(require_dispatcher(), 1), import_env_http_proxy_agent = __toESM(require_env_http_proxy_agent(), 1);
import { lookup as lookup2 } from "node:dns";
import { readFileSync, statSync } from "node:fs";
import { getCACertificates } from "node:tls";
import_dispatcher.default.prototype.connect = import_api_connect.default;
var CONNECTIONS_PER_ORIGIN = 32, CONNECT_TIMEOUT_MS = 1e4, NEVER_PROXIED = "localhost,127.0.0.1,[::1]";
function openNetwork({ environment, secrets, ca }) {
  let trusted = trustedCertificates(environment, ca), proxies = proxiesOf(environment, secrets), agent = (resolve2) => new import_env_http_proxy_agent.default({
    ...proxies,
    connections: CONNECTIONS_PER_ORIGIN,
    connect: { timeout: CONNECT_TIMEOUT_MS, ...trusted, ...resolve2 && { lookup: resolve2 } },
    ...trusted && { requestTls: trusted, proxyTls: trusted }
  });
  return { open: agent(), publicOnly: agent(publicLookup) };
}
function trustedCertificates(environment, ca) {
  let file = environment.NODE_EXTRA_CA_CERTS, extra = [ca, file ? readCertificates(file) : void 0].filter((text2) => text2 !== void 0);
  return extra.length > 0 ? { ca: [...getCACertificates("default"), ...extra] } : void 0;
}
function readCertificates(file) {
  try {
    if (!statSync(file).isFile()) throw new Error("it is not a file");
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new ReleaseError(
      "CA_UNREADABLE",
      `NODE_EXTRA_CA_CERTS names ${file}, which cannot be used: ${reasonOf(cause)}`,
      { hint: "Set it to a PEM file with the certificates of your authority, as an absolute path.", cause }
    );
  }
}
function proxiesOf(environment, secrets) {
  let named = (name) => environment[name.toLowerCase()] ?? environment[name], proxy = (name) => proxyAddress(name, named(name), secrets), noProxy = named("NO_PROXY");
  return {
    httpProxy: proxy("HTTP_PROXY"),
    httpsProxy: proxy("HTTPS_PROXY"),
    noProxy: noProxy === "*" ? "*" : [noProxy, NEVER_PROXIED].filter(Boolean).join(",")
  };
}
function proxyAddress(name, value, secrets) {
  if (!value?.trim()) return "";
  let text2 = value.includes("://") ? value.trim() : `http://${value.trim()}`, url = URL.canParse(text2) ? new URL(text2) : void 0;
  if (!url || !["http:", "https:"].includes(url.protocol))
    throw new ReleaseError("PROXY_INVALID", `${name} does not hold the address of an HTTP proxy`, {
      hint: "Set it to something like http://proxy.example.com:3128"
    });
  let { password } = url;
  for (let secret of [password, decoded3(password), writtenPassword(text2)]) secrets?.add(secret);
  return url.username = encodeURIComponent(decoded3(url.username)), url.password = encodeURIComponent(decoded3(password)), url.href;
}
function decoded3(text2) {
  return text2.replace(/(?:%[0-9a-f]{2})+/gi, (escaped2) => {
    try {
      return decodeURIComponent(escaped2);
    } catch {
      return escaped2;
    }
  });
}
function writtenPassword(address) {
  return /^[^:]*:\/\/[^/@]*?:(.*)@/s.exec(address)?.[1] ?? "";
}
var publicLookup = (hostname, options, callback) => {
  lookup2(hostname, { ...options, all: !0 }, (error, found) => error ? callback(error, []) : found.some(({ address }) => isPrivateAddress(address)) ? callback(Object.assign(new Error("private address"), { code: "PRIVATE_ADDRESS" }), []) : options.all ? callback(null, found) : callback(null, found[0]?.address ?? "", found[0]?.family));
};

// src/platform/http/retry.ts
var DEFAULT_ATTEMPTS = 5, LONGEST_PAUSE_MS2 = 3e3, LEAST_BUDGET_MS = 1e4;
async function persist(request, { clock: clock2, throttle, serverTime: serverTime2 }, exchange2) {
  let { host: host3 } = new URL(request.url), leftMs = Math.max(longestExchange(request), LEAST_BUDGET_MS), send = async () => {
    let began = clock2.monotonic();
    try {
      let response = await exchange2(Math.min(leftMs, longestExchange(request)));
      return serverTime2?.note(response), response;
    } finally {
      leftMs -= clock2.monotonic() - began;
    }
  }, once3 = request.attempts === 1 ? send : () => throttle.send(host3, send), attempts2 = request.attempts ?? (["GET", "HEAD", "PUT"].includes(request.method) ? DEFAULT_ATTEMPTS : 1);
  for (let attempt4 = 1; ; attempt4++) {
    let outcome3 = await once3().catch(brokenOnly), last = attempt4 >= attempts2 || leftMs <= 0;
    if (outcome3 instanceof ExchangeFailure) {
      if (last || !isTransient(outcome3)) throw failureOf(request, outcome3, { attempts: attempt4, now: clock2.now() });
      await clock2.sleep(backOff(attempt4, clock2, LONGEST_PAUSE_MS2));
    } else {
      if (last || !isRetried(outcome3.status)) return outcome3;
      await clock2.sleep(askedPause(outcome3, clock2) ?? backOff(attempt4, clock2, LONGEST_PAUSE_MS2));
    }
  }
}
function brokenOnly(thrown) {
  if (thrown instanceof ExchangeFailure) return thrown;
  throw thrown;
}
function isRetried(status) {
  return status === 501 || status === 505 ? !1 : status === 408 || status === 499 || status >= 500;
}

// src/platform/http.ts
function createHttp(options) {
  let network = openNetwork(options), { clock: clock2, throttle = createThrottle(options), serverTime: serverTime2 } = options, send = (request) => follow3(request, network, { clock: clock2, throttle, serverTime: serverTime2 });
  return {
    send: (request) => request.effect ? options.journal.effect(`${request.method} ${placeOf2(request.url)}`, () => send(request)) : send(request)
  };
}
async function follow3(first, network, persistence) {
  let redirects = first.method === "GET" || first.method === "HEAD" ? first.redirects ?? 0 : 0, request = first;
  for (let hop = 0; ; hop++) {
    let response = await sendFrom(request, network, persistence), location = response.headers.location;
    if (redirects === 0 || !isRedirect(response.status) || location === void 0) return response;
    if (hop === redirects) throw refused4(request.url, `more than ${redirects} redirects`);
    request = redirected(request, location);
  }
}
async function sendFrom(request, network, persistence) {
  let { url, namedBy, privateHosts } = request;
  return privateHosts ? isNamed(new URL(url), privateHosts) ? persist(request, persistence, (withinMs) => exchange(network.open, request, withinMs)) : sendOutside(request, network, persistence) : !(namedBy !== void 0 && new URL(namedBy).host !== new URL(url).host) || await isPrivateHost(new URL(namedBy).hostname) ? persist(request, persistence, (withinMs) => exchange(network.open, request, withinMs)) : sendOutside(request, network, persistence);
}
async function sendOutside(request, network, persistence) {
  let { url, namedBy = url } = request;
  if (looksPrivate(new URL(url).hostname)) throw privateAddress(url, namedBy);
  return persist(request, persistence, (withinMs) => exchange(network.publicOnly, request, withinMs));
}
function isNamed({ host: host3, hostname }, hosts) {
  return hosts.some((each) => [host3, hostname].includes(each.toLowerCase()));
}
function isRedirect(status) {
  return [301, 302, 303, 307, 308].includes(status);
}
var HARMLESS_HEADERS = /* @__PURE__ */ new Set(["accept", "accept-encoding", "accept-language", "range", "user-agent"]);
function redirected(request, location) {
  let from = new URL(request.url);
  if (!URL.canParse(location, from.href)) throw refused4(request.url, "a redirect without a valid address");
  let to = new URL(location, from);
  if (!["http:", "https:"].includes(to.protocol)) throw refused4(request.url, `a redirect to ${to.protocol}`);
  if (from.protocol === "https:" && to.protocol === "http:")
    throw refused4(request.url, `a redirect from https to http (${to.host})`);
  to.username = "", to.password = "";
  let moved = { ...request, url: to.href, namedBy: request.url };
  if (to.origin === from.origin) return moved;
  let headers = Object.entries(request.headers ?? {}).filter(([name]) => HARMLESS_HEADERS.has(name.toLowerCase()));
  return { ...moved, headers: Object.fromEntries(headers) };
}
function refused4(url, what) {
  return new ReleaseError("REMOTE_ADDRESS_REFUSED", `${placeOf2(url)} answered with ${what}, which is not followed`);
}

// src/platform/log.ts
var ANNOTATIONS_PER_KIND = 10, MAX_TITLE = 120, plainPrefix = { notice: "Note: ", warning: "Warning: ", error: "Error: " };
function createLog({ write: write3, debugging, secrets }) {
  let shown4 = { notice: 0, warning: 0, error: 0 }, grouped = !1, safe = (text2) => escapeText(secrets.redact(text2)), line = (text2) => write3(`${text2}
`);
  function annotate2(kind, text2, annotation = {}) {
    shown4[kind] += 1;
    let annotated = shown4[kind] <= ANNOTATIONS_PER_KIND;
    line(annotated ? `::${kind}${properties(annotation, secrets)}::${encodeData(safe(text2))}` : safe(plainPrefix[kind] + withPlace(text2, annotation)));
  }
  return {
    info: (text2, { isData = !1 } = {}) => line(isData ? escapeText(secrets.redactData(text2)) : safe(text2)),
    debug: (text2) => {
      debugging && line(`::debug::${encodeData(safe(text2))}`);
    },
    notice: (text2, annotation) => annotate2("notice", text2, annotation),
    warning: (text2, annotation) => annotate2("warning", text2, annotation),
    error: (text2, annotation) => annotate2("error", text2, annotation),
    async group(title, work) {
      let name = oneLine2(secrets.redact(title));
      if (grouped)
        return line(name), work();
      grouped = !0, line(`::group::${encodeData(name)}`);
      try {
        return await work();
      } finally {
        grouped = !1, line("::endgroup::");
      }
    }
  };
}
function properties({ at, title }, secrets) {
  let written = [
    ["file", at && secrets.redactData(at.file)],
    ["line", at?.line?.toString()],
    ["col", at?.column?.toString()],
    ["title", title && secrets.redact(title)]
  ].flatMap(
    ([key, value]) => value === void 0 || value === "" ? [] : [`${key}=${encodeProperty(property(key, oneLine2(value)))}`]
  );
  return written.length === 0 ? "" : ` ${written.join(",")}`;
}
function property(key, value) {
  return key === "title" ? cut(value, MAX_TITLE) : value;
}
function withPlace(text2, { at }) {
  return at === void 0 ? text2 : `${[at.file, at.line, at.column].filter((part) => part !== void 0).join(":")}: ${text2}`;
}

// src/platform/oidc.ts
var maxBytes = 64 * 1024, timeoutMs = 1e4, attempts = 3, permissions = `Add this to the job:
  permissions:
    contents: read
    id-token: write
and everything else that it needs, for GitHub takes away what is not named: \`contents: write\` to push bumps, tags and
releases, \`packages: write\` for ghcr.io.
GitHub does not give it to workflows that run for a pull request of a fork.`;
function createIdentityProvider({ environment, http, secrets }) {
  let url = environment.ACTIONS_ID_TOKEN_REQUEST_URL ?? "", key = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? "", available = url !== "" && key !== "";
  return secrets.add(key), {
    available,
    async token(audience) {
      if (!available) throw unavailable();
      if (!/^[\x21-\x7e]+$/.test(key)) throw invalid2("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "a token");
      let response = await ask(http, addressFor2(url, audience), key), token = tokenIn(response);
      return secrets.add(token), token;
    }
  };
}
function unavailable() {
  let message = "This job may not ask for an identity token, and keyless signing needs one.";
  return new ReleaseError("OIDC_UNAVAILABLE", message, { hint: permissions });
}
function addressFor2(url, audience) {
  let address = URL.canParse(url) ? new URL(url) : void 0;
  if (!address || !["http:", "https:"].includes(address.protocol))
    throw invalid2("ACTIONS_ID_TOKEN_REQUEST_URL", "a web address");
  return address.searchParams.set("audience", audience), address.href;
}
function invalid2(name, expected) {
  return new ReleaseError("ENVIRONMENT_INVALID", `${name} does not hold ${expected}.`, {
    hint: "The runner sets it by itself for a job with `id-token: write`: do not set it in `env`."
  });
}
async function ask(http, url, key) {
  let { host: host3 } = new URL(url), headers = { accept: "application/json", authorization: `Bearer ${key}` }, response = await http.send({ method: "GET", url, headers, maxBytes, timeoutMs, attempts }).catch((cause) => {
    let [why, hint] = cause instanceof ReleaseError ? [cause.message, cause.hint] : ["the request failed"];
    throw new ReleaseError("OIDC_FAILED", `No identity token could be had: ${why}`, { cause, hint });
  }), { status } = response;
  if (status === 200) return response;
  throw status === 408 || status === 429 || status >= 500 ? new ReleaseError("OIDC_FAILED", `No identity token could be had: ${host3} answered ${status}`) : new ReleaseError("OIDC_REFUSED", `${host3} refused an identity token: it answered ${status}`, {
    hint: permissions
  });
}
function tokenIn({ body, url }) {
  try {
    let answer = JSON.parse(Buffer.from(body).toString()), value = typeof answer == "object" && answer !== null && "value" in answer ? answer.value : void 0;
    if (typeof value == "string" && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) return value;
  } catch {
  }
  throw new ReleaseError("OIDC_FAILED", `${new URL(url).host} answered without an identity token`);
}

// src/platform/unhandled.ts
function catchUnhandled(log) {
  let thrown = [], rejected2 = /* @__PURE__ */ new Map(), tell = (error) => {
    log.info(`An unexpected error was caught, and the run continues: ${asReleaseError(error).message}`), log.debug(error instanceof Error ? error.stack ?? "" : String(error));
  }, onException = (error) => {
    thrown.push(error), tell(error);
  }, onRejection = (error, promise) => {
    rejected2.set(promise, error), tell(error);
  }, onHandled = (promise) => {
    rejected2.delete(promise);
  };
  return process.on("uncaughtException", onException), process.on("unhandledRejection", onRejection), process.on("rejectionHandled", onHandled), {
    problems: () => [.../* @__PURE__ */ new Set([...thrown, ...rejected2.values()])].map(unhandledProblem),
    release() {
      process.off("uncaughtException", onException), process.off("unhandledRejection", onRejection), process.off("rejectionHandled", onHandled);
    }
  };
}
function unhandledProblem(error) {
  let problem = asReleaseError(error);
  return problem.code !== "BUG_UNEXPECTED" || error instanceof ReleaseError ? problem : new ReleaseError("BUG_UNEXPECTED", `An error was not handled where it happened: ${problem.message}`, {
    hint: problem.hint,
    cause: error
  });
}

// src/platform/process-watch.ts
var GRACE_MS = 4e3, CANCELLED = 143;
function watchProcess(log, stop) {
  let unhandled = catchUnhandled(log), isCancelled = !1, onSignal = (signal) => {
    isCancelled = !0, stop.now(() => cancelled(signal), GRACE_MS);
  }, onIdle = () => stop.now(stuck, 0);
  return process.on("SIGTERM", onSignal).on("SIGINT", onSignal).on("beforeExit", onIdle), {
    problems: unhandled.problems,
    exit(code2) {
      if (process.off("SIGTERM", onSignal).off("SIGINT", onSignal).off("beforeExit", onIdle), unhandled.release(), !stop.reason && unhandled.problems().length === 0) return code2;
      process.exit(isCancelled ? CANCELLED : code2);
    }
  };
}
function cancelled(signal) {
  return new ReleaseError("RUN_CANCELLED", `The run was cancelled from outside (${signal}).`, {
    hint: "Run the workflow again: it carries on where this run stopped. A `concurrency` group for releases needs `cancel-in-progress: false`."
  });
}
function stuck() {
  return new ReleaseError("BUG_UNEXPECTED", "The run came to a halt: nothing is left that it could wait for.", {
    hint: "This should not happen; please report it with the log of this run. Running again carries on where this run stopped."
  });
}

// src/platform/processes.ts
import { spawn as spawn2 } from "node:child_process";
import { readFile as readFile2 } from "node:fs/promises";
var DEFAULT_MAX_OUTPUT = 256 * 1024 * 1024, MAX_STDERR = 1024 * 1024, MEMORY_POLL_MS = 100, PAGE_BYTES = 4096, QUIET_POLL_MS = 200, QUIET_POLLS = 5;
function createProcesses() {
  let running = /* @__PURE__ */ new Set();
  return {
    run: (program, args, options) => run(program, args, options, running),
    killAll: () => {
      for (let child of running) killGroup(child);
    }
  };
}
async function run(program, args, options, running) {
  let child = start(program, args, options);
  running.add(child);
  let guard = guardLimits(child, options);
  try {
    let stdout = collect2(child, "stdout", options.maxOutputBytes ?? DEFAULT_MAX_OUTPUT, () => guard.kill("output")), stderr = collect2(child, "stderr", MAX_STDERR, () => {
    }), exitCode = ended(child, (cause) => notStarted2(program, options, cause));
    endQuietPipes(child), child.stdin?.on("error", () => {
    }), child.stdin?.end(options.input);
    let [{ code: code2, signal }, out, err] = await Promise.all([exitCode, stdout, stderr]), killed = guard.killed();
    return {
      exitCode: code2,
      stdout: out,
      stderr: err.toString(),
      ...killed && { killed },
      ...signal && !killed && { signal }
    };
  } finally {
    guard.stop(), running.delete(child);
  }
}
function start(program, args, options) {
  try {
    return spawn2(program, args, { cwd: options.cwd, env: options.env, detached: !0, stdio: "pipe" });
  } catch (cause) {
    throw notStarted2(program, options, cause);
  }
}
function notStarted2(program, { cwd }, cause) {
  let why = cause instanceof Error && "code" in cause ? cause.code : String(cause), where = cwd === void 0 ? "" : ` in ${cwd}`;
  return new ReleaseError("TOOL_MISSING", `${program} cannot be started${where}: ${why}.`, {
    hint: `Install ${program} in an earlier step, or make sure that it is on PATH.`,
    cause
  });
}
function ended(child, failure3) {
  return new Promise((resolve2, reject) => {
    child.once("error", (cause) => reject(failure3(cause))), child.once("close", (code2, signal) => resolve2({ code: code2 ?? -1, signal }));
  });
}
function endQuietPipes(child) {
  let pipes = [child.stdout, child.stderr], quiet = 0;
  for (let pipe of pipes) pipe?.on("data", () => quiet = 0);
  child.once("exit", () => {
    let poll = setInterval(() => {
      if (quiet += 1, quiet >= QUIET_POLLS) for (let pipe of pipes) pipe?.destroy();
    }, QUIET_POLL_MS);
    child.once("close", () => clearInterval(poll));
  });
}
function collect2(child, name, max, tooMuch) {
  let chunks = [], size = 0, stream = child[name];
  return new Promise((resolve2) => {
    stream?.on("data", (chunk) => {
      size += chunk.length, size <= max ? chunks.push(chunk) : tooMuch();
    }), stream?.on("error", () => {
    }), stream?.once("close", () => resolve2(Buffer.concat(chunks)));
  });
}
function guardLimits(child, { timeoutMs: timeoutMs2, maxMemoryBytes }) {
  let killed, kill = (why) => {
    killed ??= why, killGroup(child);
  }, timer = timeoutMs2 === void 0 ? void 0 : setTimeout(() => kill("timeout"), timeoutMs2), poll = maxMemoryBytes === void 0 ? void 0 : setInterval(async () => {
    await residentBytes(child.pid) > maxMemoryBytes && kill("memory");
  }, MEMORY_POLL_MS);
  return {
    kill,
    killed: () => killed,
    stop: () => {
      clearTimeout(timer), clearInterval(poll);
    }
  };
}
async function residentBytes(pid) {
  let statm = await readFile2(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return Number(statm.split(" ")[1] ?? 0) * PAGE_BYTES;
}
function killGroup(child) {
  if (child.pid !== void 0)
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
    }
}

// src/platform/runner.ts
import { appendFile, mkdtemp as mkdtemp3, stat as stat4, writeFile as writeFile3 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import path from "node:path";

// src/platform/redacted-values.ts
var STRING = /"(?:[^"\\]|\\.)*"(?:\s*:)?/gs;
function redactedValues(text2, redact) {
  return isJson(text2) ? text2.replace(STRING, (literal) => literal.endsWith('"') ? redactedLiteral(literal, redact) : literal) : redact(text2);
}
function redactedLiteral(literal, redact) {
  let value = JSON.parse(literal), shown4 = redact(value);
  return shown4 === value ? literal : JSON.stringify(shown4);
}
function isJson(text2) {
  if (!/^\s*[[{]/.test(text2)) return !1;
  try {
    return JSON.parse(text2), !0;
  } catch {
    return !1;
  }
}

// src/platform/runner.ts
var MAX_SUMMARY_BYTES = 1e3 * 1024, TOO_LONG = `

*The rest does not fit into a job summary; it is in the log and in the report file.*
`;
function createRunner(environment, { redactData }, journal) {
  let folder2;
  return {
    async setOutput(name, value) {
      let file = await usablePath(environment, "GITHUB_OUTPUT");
      if (file === void 0) return;
      let { setOutput } = await import("./step-output-64YR4O6K.js");
      await journal.effect(`output ${name}`, async () => setOutput(name, redactedValues(value, redactData))).catch((error) => {
        throw unusable("GITHUB_OUTPUT", file, error);
      });
    },
    async addSummary(markdown) {
      let file = await usablePath(environment, "GITHUB_STEP_SUMMARY");
      if (file === void 0) return;
      let room = MAX_SUMMARY_BYTES - await sizeOf(file), text2 = fitting(`${redactData(markdown)}
`, room);
      await journal.effect("summary", () => appendFile(file, text2)).catch((error) => {
        throw unusable("GITHUB_STEP_SUMMARY", file, error);
      });
    },
    async saveFile(name, content) {
      try {
        folder2 ??= shared(privateFolder(environment));
        let file = path.join(await folder2, name);
        return await journal.effect(
          `file ${name}`,
          () => writeFile3(file, redactedValues(content, redactData), { mode: 384 })
        ), file;
      } catch (error) {
        throw unusable("RUNNER_TEMP", environment.RUNNER_TEMP, error);
      }
    }
  };
}
async function privateFolder(environment) {
  let root = await usablePath(environment, "RUNNER_TEMP") ?? tmpdir2();
  return mkdtemp3(path.join(root, "release-charts-"));
}
async function sizeOf(file) {
  return (await stat4(file).catch(() => {
  }))?.size ?? 0;
}
function fitting(markdown, room) {
  let bytes = Buffer.from(markdown);
  if (bytes.length <= room) return markdown;
  let space = room - Buffer.byteLength(TOO_LONG);
  if (space < 0) return "";
  let end = bytes.lastIndexOf(`
`, space);
  return end < 0 ? TOO_LONG : bytes.subarray(0, end).toString() + TOO_LONG;
}

// src/platform/secret-forms.ts
var MIN_DERIVED = 8, MAX_PREFIX = 16;
function secretForms(value) {
  let trimmed2 = value.trim(), lines2 = trimmed2.split(/\r?\n/), parts = [...partsOfToken(trimmed2), ...valuesInJson(trimmed2)], found = /* @__PURE__ */ new Map(), put = (text2, prefix) => {
    text2 !== "" && found.set(text2, Math.min(prefix, found.get(text2) ?? prefix));
  };
  for (let text2 of /* @__PURE__ */ new Set([value, trimmed2])) put(text2, lines2.length > 1 ? text2.length : prefixOf2(text2));
  for (let text2 of [trimmed2, ...[...lines2, ...parts].filter(isLong)]) {
    let isAlike = text2.startsWith("-----") || text2 === trimmed2 && lines2.length > 1;
    for (let form of [text2, ...encoded(text2)].filter((form2) => form2 === trimmed2 || form2.length >= MIN_DERIVED))
      put(form, isAlike ? form.length : unmistakable(form, Math.min(prefixOf2(form), prefixOf2(text2))));
  }
  return [...found].map(([text2, prefix]) => ({ text: text2, prefix })).sort((a, b) => b.text.length - a.text.length);
}
function isLong(text2) {
  return text2.trim().length >= MIN_DERIVED && !isOrdinary(text2);
}
function prefixOf2(text2) {
  let half = Math.ceil(text2.length / 2);
  return unmistakable(text2, Math.min(text2.length, Math.max(MIN_DERIVED, Math.min(MAX_PREFIX, half))));
}
function unmistakable(text2, least) {
  let length = least;
  for (; length < text2.length && isOrdinary(text2.slice(0, length)); ) length += 1;
  return length;
}
function partsOfToken(text2) {
  let [, signature2 = ""] = /^eyJ[\w-]+\.[\w-]+\.([\w-]+)$/.exec(text2) ?? [];
  return isLong(signature2) ? [signature2] : [];
}
function valuesInJson(text2) {
  if (!text2.startsWith("{")) return [];
  try {
    return Object.entries(JSON.parse(text2)).filter(([key]) => /key$|secret|token|password/i.test(key)).map(([, value]) => value).flatMap((value) => typeof value == "string" ? [value, ...value.split(`
`)] : []).filter(isLong);
  } catch {
    return [];
  }
}
function encoded(text2) {
  return [...base64Forms(text2), ...urlForms(text2), ...quotedForms(text2)];
}
function base64Forms(text2) {
  let bytes = Buffer.from(text2);
  return [0, 1, 2].flatMap((offset) => {
    let ours = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64url").slice(Math.ceil(offset * 8 / 6), Math.floor((offset + bytes.length) * 8 / 6)), standard = ours.replaceAll("-", "+").replaceAll("_", "/");
    return [ours, standard, ...percent(standard, "")];
  });
}
var LEFT_ALONE = [
  "!*'()",
  "",
  "$&+=:@",
  "$&+,;=",
  ";/?:@&=+$,#!*'()",
  "!$%&'()*+,",
  "!$%&'()*+,/:;=@[]|",
  "!$%&'()*+,/:;=?@[]\\^`{|}",
  "!$%&()*+,/:;=?@[]\\^`{|}"
];
function urlForms(text2) {
  let form = new URLSearchParams({ "": text2 }).toString().slice(1), query = percent(text2, "").map((one2) => one2.replaceAll("%20", "+"));
  return [form, lowerHex(form), ...query, ...LEFT_ALONE.flatMap((left) => percent(text2, left))];
}
function percent(text2, left) {
  let upper = text2.toWellFormed().replace(/[^\w.~-]/gu, (character) => left.includes(character) ? character : hexOf(character));
  return [upper, lowerHex(upper)];
}
function hexOf(character) {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
function lowerHex(text2) {
  return text2.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
}
function quotedForms(text2) {
  let json = JSON.stringify(text2).slice(1, -1), go = json.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`), html = text2.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"), quoted = html.replace(/"/g, "&quot;");
  return [json, go, html, quoted, quoted.replace(/'/g, "&#39;"), html.replace(/"/g, "&#34;").replace(/'/g, "&#39;")];
}

// src/platform/secrets.ts
var MASK = "***", OWN = /^(INPUT_.*(PASSWORD|TOKEN|PASSPHRASE|PRIVATE-KEY)|ACTIONS_(ID_TOKEN_REQUEST|RUNTIME)_TOKEN|GITHUB_TOKEN|GH_TOKEN|CR_TOKEN)$/, FOREIGN = /(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|(ACCESS|API|PRIVATE|ACCOUNT|STORAGE|SHARED|SSH)_KEY|CONNECTION_STRING|_SAS|GOOGLE_CREDENTIALS|AZURE_CREDENTIALS)$/i, MIN_FOREIGN = 8;
function createSecrets(maskInRunner) {
  let told3 = /* @__PURE__ */ new Set(), [everywhere, inSentences] = [aCollection(), aCollection()], words2 = /* @__PURE__ */ new Set(), ordinary;
  return {
    add(value) {
      if (value.trim() === "" || told3.has(value)) return;
      told3.add(value);
      for (let line of linesToMask(value)) maskInRunner(line);
      if (!isOrdinary(value)) return everywhere.add(secretForms(value));
      let derived = secretForms(value).filter(({ text: text2 }) => !isOrdinary(text2));
      inSentences.add(derived.map(({ text: text2 }) => ({ text: text2, prefix: text2.length }))), words2.add(value.trim()), ordinary = anyOf([...words2]);
    },
    redact(text2) {
      let left = redacted2(redacted2(text2, everywhere.begun()), inSentences.begun());
      return ordinary ? left.replace(ordinary, MASK) : left;
    },
    redactData: (text2) => redacted2(text2, everywhere.begun())
  };
}
function aCollection() {
  let forms = /* @__PURE__ */ new Map(), begun = /* @__PURE__ */ new Map();
  return {
    begun: () => begun,
    add(added) {
      for (let form of added) forms.set(form.text, shorter(form, forms.get(form.text)));
      begun = Map.groupBy(forms.values(), ({ text: text2, prefix }) => text2.slice(0, prefix));
    }
  };
}
function linesToMask(value) {
  let lines2 = value.trim().split(/\r?\n/), strong = lines2.filter((line) => !isOrdinary(line));
  return lines2.length === 1 && strong.length === 1 ? [value] : strong;
}
function anyOf(words2) {
  let alternatives = words2.toSorted((a, b) => b.length - a.length).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, "gu");
}
function secretsIn(environment) {
  return Object.entries(environment).flatMap(([name, value = ""]) => {
    let isForeign = FOREIGN.test(name) && value.trim().length >= MIN_FOREIGN;
    return [...OWN.test(name) || isForeign ? [value] : [], ...secretsOfAddresses(value)];
  });
}
function ordinarySecretsIn(environment) {
  return Object.entries(environment).flatMap(([name, value = ""]) => OWN.test(name) && value.trim() !== "" && isOrdinary(value) ? [name.startsWith("INPUT_") ? name.slice(6).toLowerCase() : name] : []);
}
function shorter(form, known) {
  return known && known.prefix < form.prefix ? known : form;
}
function redacted2(text2, forms) {
  let begun = [...forms.keys()].filter((begin) => text2.includes(begin));
  if (begun.length === 0) return text2;
  let found = begun.flatMap((begin) => forms.get(begin) ?? []).sort((a, b) => b.text.length - a.text.length), whole2 = found.reduce((left, form) => left.replaceAll(form.text, MASK), text2);
  return begun.reduce((left, begin) => withoutBeginnings(left, begin, found), whole2);
}
function withoutBeginnings(text2, begin, forms) {
  let found = text2.indexOf(begin);
  if (found < 0) return text2;
  let kept = "", at = 0;
  for (; found >= 0; found = text2.indexOf(begin, at))
    kept += text2.slice(at, found) + MASK, at = found + Math.max(begin.length, ...forms.map((form) => sharedLength(text2, found, form)));
  return kept + text2.slice(at);
}
function sharedLength(text2, at, form) {
  let length = 0;
  for (; length < form.text.length && text2[at + length] === form.text[length]; ) length += 1;
  return length < form.prefix ? 0 : length;
}

// src/platform/standard-output.ts
function openStandardOutput() {
  let why, note2 = (error) => {
    why ??= codeOf(error) ?? "it cannot be written";
  };
  for (let stream of [process.stdout, process.stderr]) stream.on("error", note2);
  return {
    write(text2) {
      try {
        process.stdout.write(text2);
      } catch (error) {
        note2(error);
      }
    },
    lost: () => why
  };
}

// src/platform/steps.ts
var SHARE_OF_STEP = 1 / 2, GRACE_MS2 = 6e4, MOST_NAMED = 5, setAlarm = (milliseconds, ring) => {
  let timer = setTimeout(ring, milliseconds).unref();
  return () => clearTimeout(timer);
};
function createSteps({ log, stop, setAlarm: setAlarm2, timeoutMs: timeoutMs2 }) {
  let current = "Start", endAfter = (milliseconds, what) => setAlarm2(milliseconds, () => stop.now((waiting) => tooLong(what(), milliseconds, waiting), GRACE_MS2));
  return endAfter(timeoutMs2, () => `The run, in the step \u201C${current}\u201D,`), {
    get current() {
      return current;
    },
    async during(title, work) {
      current = title;
      let takeBack = endAfter(timeoutMs2 * SHARE_OF_STEP, () => `The step \u201C${title}\u201D`);
      try {
        let result = await log.group(title, work);
        if (stop.reason) throw stop.reason;
        return result;
      } finally {
        takeBack();
      }
    }
  };
}
function tooLong(what, milliseconds, waiting) {
  return new ReleaseError("RUN_TIMEOUT", `${what} took longer than ${inWords4(milliseconds)}${waitedFor(waiting)}.`, {
    hint: "Run the workflow again: it carries on where this run stopped. The input `timeout` sets how long a run may take; each step may take half of it."
  });
}
function waitedFor(waiting) {
  if (waiting.length === 0) return "";
  let longest = waiting.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, MOST_NAMED), named = longest.map(({ name, milliseconds }) => `${name} (${inWords4(milliseconds)})`), others = waiting.length > longest.length ? `, and ${waiting.length - longest.length} more` : "";
  return `; it was waiting for ${named.join(", ")}${others}`;
}
function inWords4(milliseconds) {
  let seconds = Math.round(milliseconds / 1e3);
  return seconds === 1 ? "1 second" : seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}

// src/platform/stop.ts
import { AsyncLocalStorage } from "node:async_hooks";
var inEffect = new AsyncLocalStorage();
function createStop({ monotonic, sleep }, meet) {
  let waits2 = /* @__PURE__ */ new Set(), over = Promise.withResolvers(), reason;
  function wait2(name, work, isCutShort) {
    return new Promise((resolve2, reject) => {
      let entry = { name, since: monotonic(), end: isCutShort ? reject : () => {
      } };
      waits2.add(entry), work().finally(() => waits2.delete(entry)).then(resolve2, reject);
    });
  }
  return {
    get reason() {
      return reason;
    },
    over: over.promise,
    now(reasonOf4, graceMs) {
      if (reason) return;
      let stopped = reasonOf4([...waits2].map(({ name, since }) => ({ name, milliseconds: monotonic() - since })));
      reason = stopped, over.resolve(sleep(graceMs).then(() => stopped));
      for (let { end } of waits2) end(stopped);
    },
    async whileRunning(name, work, { isEffect } = { isEffect: !1 }) {
      let isCutShort = !isEffect && inEffect.getStore() === void 0;
      if (reason && isCutShort) throw reason;
      return wait2(name, meet ? async () => (await meet?.(name), work()) : work, isCutShort);
    },
    guard: (journal) => ({
      async effect(name, change) {
        if (reason && inEffect.getStore() === void 0) throw reason;
        return inEffect.run(!0, () => journal.effect(name, change));
      }
    })
  };
}

// src/platform/workspace.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { constants as constants4 } from "node:fs";
import { lstat as lstat2, mkdir as mkdir5, open as open5, realpath as realpath2, rename as rename3, rm as rm3, writeFile as writeFile4 } from "node:fs/promises";
import { join as join7, relative, sep } from "node:path";
function createWorkspace(root, journal) {
  return {
    read: (path2, maxBytes2) => read4(root, path2, maxBytes2).catch(told2(path2, "cannot be read")),
    makeFolder: (folder2) => journal.effect(
      `folder ${folder2}`,
      () => makeFolder(root, folder2).then(() => {
      }, told2(folder2, "cannot be made"))
    ),
    async write(folder2, name, content) {
      let shown4 = `${folder2}/${name}`, place2 = await makeFolder(root, folder2).catch(told2(folder2, "cannot be made"));
      await journal.effect(`file ${shown4}`, () => replace2(place2, name, content, shown4)).catch(told2(shown4, "cannot be written"));
    }
  };
}
async function read4(root, path2, maxBytes2) {
  let [top, real] = await Promise.all([realpath2(root), realpath2(join7(root, path2)).catch(absent2)]);
  if (real === void 0) return;
  let inside2 = relative(top, real);
  if (inside2 === "" || inside2.split(sep)[0] === ".." || inside2.split(sep)[0] === ".git")
    throw refused5(path2, "leads out of the files of the repository");
  let file = await open5(real, constants4.O_RDONLY | constants4.O_NONBLOCK);
  try {
    let { size } = await file.stat().then((stats) => stats.isFile() ? stats : Promise.reject(refused5(path2, "is no file")));
    if (size > maxBytes2) throw refused5(path2, `holds ${size} bytes; at most ${maxBytes2} are read`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}
async function makeFolder(root, folder2) {
  let place2 = await realpath2(root);
  for (let segment of folder2.split("/")) {
    place2 = join7(place2, segment);
    let found = await lstat2(place2).catch(absent2);
    if (found === void 0) await mkdir5(place2);
    else if (!found.isDirectory()) throw refused5(folder2, `is no folder of its own, at "${segment}"`);
  }
  return place2;
}
async function replace2(place2, name, content, shown4) {
  let path2 = join7(place2, name), found = await lstat2(path2).catch(absent2);
  if (found !== void 0 && !found.isFile()) throw refused5(shown4, "stands there already and is no file");
  let partial = join7(place2, `.${randomUUID2()}.part`);
  try {
    await writeFile4(partial, content, { flag: "wx" }), await rename3(partial, path2);
  } catch (error) {
    throw await rm3(partial, { force: !0 }), asReleaseError(error).code === "DISK_FULL" ? diskFull(`${shown4} cannot be written`, error) : error;
  }
}
function told2(path2, what) {
  return (error) => {
    throw codeOf(error) === void 0 || error instanceof ReleaseError || asReleaseError(error).code === "DISK_FULL" ? asReleaseError(error) : refused5(path2, `${what}: ${reasonOf(error)}`);
  };
}
function absent2(error) {
  if (!isMissing(error))
    throw error;
}
function refused5(path2, what) {
  return new ReleaseError("WORKSPACE_PATH_REFUSED", `${path2} ${what}.`, {
    hint: "Name a plain file or folder of the repository, or take the link away.",
    at: { file: path2 }
  });
}

// src/plan/check.ts
function checkOf(intent, { requireBump }) {
  let verdict = verdictOf(intent, requireBump), problem = intent.problem ?? problemOf2(intent, verdict);
  return { data: dataOf(intent, verdict), ...problem && { problem } };
}
function verdictOf(intent, requireBump) {
  let { action, enough, level, released } = intent;
  return action === "refuse" ? "unknown" : action === "bump" ? requireBump ? "missing" : "left" : action !== "publish" ? "unchanged" : enough === void 0 ? released === void 0 ? "first" : "enough" : level !== void 0 && isMildlyLow({ ...intent, level }) ? "mild" : "too-low";
}
function problemOf2(intent, verdict) {
  let { chart, enough = intent.version, released = "" } = intent;
  return verdict === "missing" ? versionNotRaised(chart, { enough, why: intent.reason }) : verdict === "too-low" ? versionTooLow(chart, { enough, since: released, why: intent.why ?? "" }) : void 0;
}
function dataOf(intent, verdict) {
  let { chart, released, level, action } = intent, { name, version: declared } = chart.manifest, needed = action === "bump" ? intent.version : intent.enough;
  return {
    name,
    path: chart.path,
    declared,
    verdict,
    ...released !== void 0 && { released, declaredLevel: levelBetween(released, declared) },
    ...level !== void 0 && { requiredLevel: level },
    ...needed !== void 0 && { needed },
    why: intent.problem?.message ?? (verdict === "missing" || verdict === "left" ? intent.reason : intent.why ?? intent.reason)
  };
}

// src/pipeline/check.ts
function checkReport(run2, scene) {
  let { settings } = run2, checks = scene.intents.map((intent) => ({ intent, ...checkOf(intent, { requireBump: settings.requireBump.value }) })), problems = new Map(checks.map(({ intent, problem }) => [intent.chart.path, problem])), charts = outcomes(scene, !1, { promoted: [], failed: /* @__PURE__ */ new Map() }).map((chart) => {
    let problem = problems.get(chart.path) ?? chart.problem;
    return problem ? { ...chart, result: "failed", problem } : { ...chart, result: "checked" };
  }), appVersions = scene.intents.map(({ enough: _, ...intent }) => intent);
  return {
    mode: "check",
    plan: scene.plan,
    charts,
    checks: checks.map(({ data }) => data),
    problems: [],
    warnings: scene.scope.kind === "nothing" ? [scene.scope.reason] : [],
    notes: [...checks.flatMap(({ intent, data }) => findingNotes(intent, data)), ...decisionNotes(appVersions)]
  };
}

// src/pipeline/half-released/promote-releases.ts
async function promoteReleases(run2, scene, releases) {
  let { done, failed: failed2, shownOn } = await promote(run2, scene, releases), told3 = [...failed2].map(([path2, error]) => {
    let release3 = releases.find((one2) => one2.path === path2), on = shownOn.get(path2) ?? [];
    return [path2, release3 && on.length > 0 ? leftHalf(release3, on, error) : error];
  });
  return { done, failed: new Map(told3) };
}

// src/pipeline/half-released/record-format.ts
import { posix as posix20 } from "node:path";
var SCHEMA = 1, RELEASES_FILE = "releases.json", OVERLAY = "overlay/", MAX_RELEASES = 5e3, COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function recordFiles(releases) {
  let listed = releases.map(({ overlay: _, ...release3 }) => release3), json = `${JSON.stringify({ schema: SCHEMA, releases: listed }, null, 2)}
`, overlays = releases.flatMap(({ overlay }) => [...overlay]);
  return new Map([
    [RELEASES_FILE, Buffer.from(json)],
    ...overlays.map(([path2, text2]) => [`${OVERLAY}${path2}`, Buffer.from(text2)])
  ]);
}
function readRecord(json, overlay) {
  let data = parsed4(json);
  return !isRecord(data) || data.schema !== SCHEMA || !Array.isArray(data.releases) ? [] : data.releases.length > MAX_RELEASES || ![...overlay.keys()].every(isInside) ? [] : data.releases.flatMap((each) => releaseIn2(each, overlay) ?? []);
}
function releaseIn2(data, overlay) {
  if (!isRecord(data)) return;
  let { name, version, path: path2, folders, commit, fingerprint: fingerprint2, tag, targets } = data;
  if (typeof name != "string" || nameProblem(name) !== void 0 || typeof version != "string" || parseVersion(version) === void 0 || typeof path2 != "string" || typeof fingerprint2 != "string" || typeof commit != "string" || !COMMIT.test(commit) || !areTexts(folders) || !areTexts(targets) || ![path2, ...folders].every(isInside) || tag !== void 0 && typeof tag != "string") return;
  let ref = { name, version, path: path2, folders, commit, fingerprint: fingerprint2, targets, overlay };
  return tag === void 0 ? ref : { ...ref, tag };
}
function areTexts(value) {
  return Array.isArray(value) && value.every((each) => typeof each == "string");
}
function isInside(path2) {
  return posix20.normalize(path2) === path2 && !/^(?:\/|\.\.(?:\/|$))/.test(path2);
}
function parsed4(json) {
  try {
    return json && JSON.parse(Buffer.from(json).toString());
  } catch {
    return;
  }
}

// src/pipeline/half-released/records.ts
var UNFINISHED = "refs/release-charts/unfinished/", REFS_A_PUSH = 100, MAX_BYTES = 4 * 1024 * 1024;
async function recordRefs({ targets, settings, platform, warn }, scope) {
  return !canBeHalfReleased(targets) || settings.mode.value === "check" || scope.kind === "nothing" ? /* @__PURE__ */ new Map() : platform.git.remoteRefs(UNFINISHED).catch((error) => (warn(notRead(asReleaseError(error).message)), /* @__PURE__ */ new Map()));
}
function canBeHalfReleased(targets) {
  return targets.length > 1 || targets.some(({ isPartlyShown: isPartlyShown2 }) => isPartlyShown2 !== void 0);
}
async function readRecords(run2, refs) {
  let records = [];
  for (let [, group] of Map.groupBy(refs, ([, commit]) => commit)) {
    let names2 = group.map(([ref]) => ref), found = await readCommit(run2.platform.git, names2[0] ?? "").catch((error) => {
      run2.warn(notRead(asReleaseError(error).message));
    });
    if (found !== void 0)
      for (let ref of names2) {
        let release3 = found.releases.find((each) => isNameOf(ref, each));
        release3 ? records.push({ ref, release: release3, writtenAt: found.writtenAt }) : run2.warn(`${ref} is not a record of an unfinished release and is left alone.`);
      }
  }
  return records.sort((a, b) => a.writtenAt.getTime() - b.writtenAt.getTime());
}
async function readCommit(git, ref) {
  let commit = await git.fetchRef(ref);
  if (commit === void 0) return;
  let files = (await git.tree(commit)).filter(({ mode }) => mode === "100644"), blobs = await git.blobs(
    files.map(({ object }) => object),
    MAX_BYTES
  ), overlay = files.flatMap(({ path: path2, object }) => {
    let content = path2.startsWith(OVERLAY) && blobs.get(object);
    return content ? [[path2.slice(OVERLAY.length), Buffer.from(content).toString()]] : [];
  }), json = blobs.get(files.find(({ path: path2 }) => path2 === RELEASES_FILE)?.object ?? "");
  return { releases: readRecord(json, new Map(overlay)), writtenAt: await git.commitTime(commit) };
}
async function writeRecords(run2, releases) {
  let files = recordFiles(releases), digest = digestOf(JSON.stringify([...files].map(([path2, content]) => [path2, digestOf(content)]))), writtenAt = run2.platform.clock.now(), records = releases.map((release3) => ({ ref: `${prefixOf3(release3)}${shortened(digest)}`, release: release3, writtenAt })), refs = records.map(({ ref }) => ref);
  try {
    let clone = await run2.platform.git.sideClone(), commit = await clone.commit({ parent: void 0, files, message: messageOf(releases), at: writtenAt }), refused8 = await push2(clone, refs, commit);
    if (refused8 === void 0 || await isThere(run2, refs)) return records;
    run2.warn(notWritten3(refused8));
  } catch (error) {
    run2.warn(notWritten3(asReleaseError(error).message));
  }
  return [];
}
async function removeRecords(run2, refs) {
  if (refs.length === 0) return;
  let refused8 = await run2.platform.git.sideClone().then((clone) => push2(clone, refs, "")).catch((error) => asReleaseError(error).message);
  refused8 !== void 0 && run2.platform.log.info(`${refs.join(", ")} could not be removed yet: ${refused8}`);
}
async function push2(clone, refs, commit) {
  for (let from = 0; from < refs.length; from += REFS_A_PUSH) {
    let batch = refs.slice(from, from + REFS_A_PUSH).map((ref) => [ref, commit]), results = [...(await clone.push(new Map(batch))).values()];
    for (let result of results) if (result.result === "rejected") return result.reason;
  }
}
async function isThere({ platform: { git } }, refs) {
  let there = await git.remoteRefs(UNFINISHED);
  return refs.every((ref) => there.has(ref));
}
function prefixOf3({ name, version }) {
  return `${UNFINISHED}${name}-${version}-`;
}
function isNameOf(ref, release3) {
  let prefix = prefixOf3(release3);
  return ref.startsWith(prefix) && /^[0-9a-f]{16}$/.test(ref.slice(prefix.length));
}
function shortened(digest) {
  return digest.slice(7, 23);
}
function messageOf(releases) {
  return `Releases that are not finished yet

${releases.map(({ name, version, targets }) => `- ${name} ${version}: ${targets.join(", ")}`).join(`
`)}
`;
}
function notRead(reason) {
  return `Whether earlier runs left half releases behind is not known: ${reason}.`;
}
function notWritten3(reason) {
  return `What this run publishes can't be written down below ${UNFINISHED}: ${reason}. If the run ends between two targets and the chart changes before the next run, that version stays on the first of them only. Give the job \`permissions: { contents: write }\`.`;
}

// src/pipeline/half-released/settle.ts
var DAY_MS = 24 * 36e5;
async function recordReleases(run2, written, releases) {
  let open6 = releases.filter(
    ({ staged }) => canBeHalfReleased(staged.map(({ target }) => target)) && staged.some(({ published }) => !published)
  );
  return open6.length === 0 ? [] : writeRecords(
    run2,
    open6.map((release3) => recordOf(run2, written, release3))
  );
}
function recordOf(run2, written, { path: path2, packaged, staged }) {
  let { name, version, revision, fingerprint: fingerprint2 } = packaged, below3 = levelsOf(written.sources.charts, [path2]).flatMap((level) => level.map((chart) => chart.path)), tag = tagOf(run2.settings.tagTemplate.value, packaged);
  return {
    name,
    version,
    path: packaged.path,
    folders: [.../* @__PURE__ */ new Set([packaged.path, ...below3])],
    commit: revision,
    fingerprint: fingerprint2,
    overlay: written.overlay,
    ...tag !== void 0 && { tag },
    targets: staged.map(({ target }) => target.address)
  };
}
async function settleRecords(run2, { halfReleases }, ended2) {
  let now = run2.platform.clock.now().getTime(), isDone = ({ release: release3 }) => ended2.released.some((one2) => isPublished(release3, one2)), settled3 = [
    ...halfReleases.checked.filter((checked3) => isDone(checked3) || isSettled(checked3, now)),
    ...ended2.recorded.filter(isDone)
  ];
  await removeRecords(run2, [...new Set(settled3.map(({ ref }) => ref))]);
}
function isPublished(recorded, { packaged, staged }) {
  let on = new Set(staged.map(({ target }) => target.address));
  return isSameRef(recorded, packaged) && recorded.targets.every((address) => on.has(address));
}
function isSameRef(a, b) {
  return a.name === b.name && a.version === b.version;
}
function isSettled({ state, release: release3, evidence, writtenAt }, now) {
  if (state === "finished" || state === "withdrawn") return !0;
  if (evidence.length < release3.targets.length) return !1;
  if (state === "overtaken") return !0;
  let isAbsent = evidence.every((one2) => one2.state === "absent");
  return state === "unpublished" && isAbsent && now - writtenAt.getTime() > DAY_MS;
}

// src/pipeline/leave-packages.ts
async function makePackagesFolder({ platform, settings }, { sources }, releases) {
  let folder2 = settings.packagesDir.value;
  if (folder2 === void 0) return;
  let inGit = releases.flatMap(({ chart, version }) => Object.values(namesOf({ name: chart.manifest.name, version }))).map((name) => `${folder2}/${name}`).find((place2) => sources.tree.entry(place2) !== void 0);
  if (inGit !== void 0) throw trackedFile(inGit);
  await requireNone(platform, folder2, releases), await platform.workspace.makeFolder(folder2);
}
async function requireNone({ workspace }, folder2, releases) {
  let fresh = releases.filter(({ sightings }) => sightings.every(({ presence }) => presence.state === "absent"));
  for (let { chart, version } of fresh)
    for (let name of Object.values(namesOf({ name: chart.manifest.name, version })))
      if (await workspace.read(`${folder2}/${name}`, MAX_ARCHIVE_BYTES)) throw foreignFile(`${folder2}/${name}`);
}
async function leavePackages({ platform, settings }, releases) {
  let folder2 = settings.packagesDir.value, packages = [];
  if (folder2 === void 0) return { packages, problems: [] };
  try {
    for (let release3 of releases) {
      for (let [name, content] of await filesOf2(release3)) {
        let there = await platform.workspace.read(`${folder2}/${name}`, MAX_ARCHIVE_BYTES);
        if (there && !isReplaceable(there, content)) throw foreignFile(`${folder2}/${name}`);
        await platform.workspace.write(folder2, name, content);
      }
      packages.push(`${folder2}/${namesOf(release3.packaged).archive}`);
    }
    return { packages, problems: [] };
  } catch (error) {
    return { packages, problems: [asReleaseError(error)] };
  }
}
async function filesOf2(release3) {
  let { packaged } = release3, { archive, provenance, signature: signature2 } = namesOf(packaged), bundle = await archiveSignature(release3);
  return [
    ...packaged.provenance ? [[provenance, packaged.provenance.text]] : [],
    ...bundle ? [[signature2, bundle]] : [],
    [archive, packaged.archive]
  ];
}
async function archiveSignature({ staged }) {
  let signed = staged.find(({ target }) => target.signs === "archive");
  if (!signed) return;
  let { bundles } = signed.signatures ?? await signed.target.signatures(signed.artifact);
  return bundles[0]?.json;
}
function trackedFile(path2) {
  return new ReleaseError("WORKSPACE_PATH_REFUSED", `${path2} is a file of the repository, and is not overwritten.`, {
    hint: "Name a folder in `packages-dir` that git ignores, such as `.cr-release-packages`.",
    at: { file: path2 }
  });
}
function foreignFile(path2) {
  return new ReleaseError("WORKSPACE_PATH_REFUSED", `${path2} is there already, and is not of this release.`, {
    hint: "It is not overwritten: remove it in an earlier step, or name another folder in `packages-dir`.",
    at: { file: path2 }
  });
}

// src/plan/discover.ts
var import_picomatch2 = __toESM(require_picomatch2(), 1);
import { posix as posix21 } from "node:path";
var SHOWN = 5;
function discover(paths, charts, exclude) {
  let folders = paths.filter((path2) => posix21.basename(path2) === "Chart.yaml").map((path2) => posix21.dirname(path2)), found = folders.filter(chartFolders2(charts, exclude)).sort();
  if (found.length === 0) throw noCharts(charts, folders);
  return found;
}
function chartFolders2(charts, exclude) {
  let wanted = matcher(charts), unwanted = exclude.length > 0 ? matcher(exclude) : () => !1;
  return (folder2) => wanted(folder2) && !unwanted(folder2);
}
function matcher(globs) {
  let clean = globs.map((glob) => posix21.normalize(glob).replace(/\/$/, "")), matches = (0, import_picomatch2.default)(clean, { dot: !0 }), root = clean.some((glob) => glob === "." || glob === "**");
  return (folder2) => folder2 === "." ? root : matches(folder2);
}
function noCharts(charts, folders) {
  let more2 = folders.length > SHOWN ? ` and ${folders.length - SHOWN} more` : "", elsewhere2 = folders.length === 0 ? "this commit holds no Chart.yaml at all" : `charts stand in ${folders.slice(0, SHOWN).join(", ")}${more2}`;
  return new ReleaseError(
    "CHARTS_NONE",
    `No chart matches ${charts.map((glob) => `"${glob}"`).join(", ")}; ${elsewhere2}.`,
    {
      hint: "Set the input `charts` to globs of chart folders, one a line, e.g. `charts/*`."
    }
  );
}

// src/plan/scope.ts
var import_picomatch3 = __toESM(require_picomatch2(), 1), import_semver3 = __toESM(require_semver(), 1);
function scopeOf(charts, settings) {
  let { tag, tagTemplate, appTagPattern, versionFromTag } = settings;
  if (tag === void 0) return { kind: "all" };
  let exact2 = charts.find((chart) => tagOf(tagTemplate, chart.manifest) === tag);
  if (exact2) return { kind: "release-tag", tag, path: exact2.path, version: exact2.manifest.version };
  let named = longestNameFirst(charts).find((chart) => isVersion(versionIn(tagTemplate, tag, chart.manifest.name))), version = named && versionIn(tagTemplate, tag, named.manifest.name);
  if (named && version !== void 0) {
    if (!versionFromTag) throw mismatch(named, tag, version);
    return { kind: "release-tag", tag, path: named.path, version };
  }
  return import_picomatch3.default.isMatch(tag, appTagPattern) ? { kind: "all", tag } : {
    kind: "nothing",
    reason: `Tag ${tag} is neither a chart's release tag nor one of the application's (${appTagPattern}).`
  };
}
function longestNameFirst(charts) {
  return [...charts].sort((a, b) => b.manifest.name.length - a.manifest.name.length);
}
function isVersion(text2) {
  return text2 !== void 0 && import_semver3.default.valid(text2) !== null;
}
function mismatch(chart, tag, version) {
  let { name, file, versionSpan } = chart.manifest;
  return new ReleaseError(
    "TAG_VERSION_MISMATCH",
    `Tag ${tag} stands for ${name} ${version}, but Chart.yaml says ${chart.manifest.version}.`,
    {
      hint: `Write \`version: ${version}\` and tag again, or set \`version-from-tag: true\` to release the tag's version.`,
      at: { file, line: versionSpan.line, column: versionSpan.column }
    }
  );
}

// src/plan/settings-fit.ts
function ambiguousTemplate(charts, { tagTemplate }) {
  let template2 = tagTemplate.value;
  if (!(template2 === "" || /\.Name\b/.test(template2) || charts.length < 2))
    return new ReleaseError(
      "TAG_TEMPLATE_AMBIGUOUS",
      `\`tag-template: ${template2}\` would give all ${charts.length} charts the same tags.`,
      { hint: "Put `{{ .Name }}` into it, or release one chart only." }
    );
}
function unknownCharts(charts, folders, { perChart }) {
  let known = /* @__PURE__ */ new Set([...folders, ...charts.map((chart) => chart.manifest.name)]);
  return charts.length !== folders.length ? [] : Object.entries(perChart).filter(([name]) => !known.has(name)).map(
    ([name, { at }]) => `The config file has settings for ${name}${at ? ` (${at.file}:${at.line ?? 1})` : ""}, which is no chart of this run.`
  );
}

// src/pipeline/effective-settings.ts
function effectiveSettings(settings) {
  let { mode, charts, exclude, targets, bump, zeroMajor, tooLow: tooLow2, requireBump, appVersion: appVersion2, appTagPattern } = settings, {
    commit,
    verifiedCommits,
    releaseNotes: releaseNotes2,
    tagTemplate,
    versionFromTag,
    adopt,
    sign: sign2,
    signIndex,
    publicLog,
    helmVersion
  } = settings, { configFile, packagesDir } = settings, shown4 = {
    mode,
    charts,
    exclude,
    targets,
    bump,
    "zero-major": zeroMajor,
    "too-low": tooLow2,
    "require-bump": requireBump,
    "app-version": { ...appVersion2, value: ruleInWords(appVersion2.value) },
    "app-tag-pattern": appTagPattern,
    commit,
    "verified-commits": verifiedCommits,
    "release-notes": releaseNotes2,
    "tag-template": tagTemplate,
    "version-from-tag": versionFromTag,
    adopt,
    sign: sign2,
    "sign-index": signIndex,
    "public-log": publicLog,
    "helm-version": helmVersion,
    config: configFile,
    "packages-dir": packagesDir
  };
  return Object.fromEntries(
    Object.entries(shown4).map(([name, { value, source }]) => [name, { value: inWords5(value), source }])
  );
}
function ruleInWords(rule) {
  switch (rule.rule) {
    case "literal":
      return rule.value;
    case "values":
      return `values:${rule.paths.map((path2) => path2.join(".")).join(",")}`;
    case "keep":
      return "";
    default:
      return rule.rule;
  }
}
function inWords5(value) {
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}

// src/pipeline/commit-evidence.ts
import { posix as posix22 } from "node:path";

// src/pipeline/notes.ts
function note(kind, rule, subject, text2) {
  return { level: "none", kind, rule, subject, text: text2 };
}

// src/pipeline/commit-evidence.ts
var MAX_COMMITS = 500;
async function commitEvidence(run2, sources, chart, { since, needs }) {
  let { git } = run2.platform, from = since.commit;
  if (from === void 0 || !await git.ensureCommit(from)) {
    let why = `which commit released ${since.version} is not recorded`;
    return [note("commits", "commits/unknown", since.version, `The commits are not looked at: ${why}`)];
  }
  try {
    await git.unshallow();
  } catch (error) {
    if (!needs.includes("chart")) throw error;
    let why = asReleaseError(error).message;
    return [note("commits", "commits/shallow", since.version, `The commits are not looked at: ${why}`)];
  }
  let folders = [.../* @__PURE__ */ new Set([chart.path, ...reachedThroughLinks(sources.tree, chart.path)])], commits = await git.commitsBetween({ from, to: sources.tree.commit, limit: MAX_COMMITS }, folders), touches2 = touchesOf(chart, sources), others = [...sources.charts.values()].filter((other) => other !== chart), touching = commits.filter(touches2), own = await Promise.all(touching.map((commit) => isBump(run2, commit)));
  return commitFindings({
    commits: touching.filter((_, index) => !own[index]),
    names: namesOf2(chart),
    others: others.flatMap(namesOf2)
  });
}
async function isBump({ ownCommits: ownCommits2 }, { commit, message, hasTrailer }) {
  return hasTrailer && message.startsWith(OUR_SUBJECT) && await ownCommits2.isOwn(commit);
}
function touchesOf(chart, { tree, charts }) {
  let packaged = new Set(chart.files.map(({ from }) => from)), inside2 = (path2, folder2) => folder2 === "." || path2.startsWith(`${folder2}/`), nested = [...charts.keys()].filter((path2) => path2 !== chart.path && inside2(path2, chart.path)), isOurs3 = (path2) => packaged.has(path2) || inside2(path2, chart.path) && !nested.some((folder2) => inside2(path2, folder2)) && tree.entry(path2) === void 0;
  return ({ paths }) => paths.some(isOurs3);
}
function namesOf2({ manifest, path: path2 }) {
  return [.../* @__PURE__ */ new Set([manifest.name, ...path2 === "." ? [] : [posix22.basename(path2)]])];
}

// src/pipeline/renderer.ts
import { join as join8 } from "node:path";
var WRITES_AT_ONCE2 = 16;
function createRenderer({ helm, files, clock: clock2 }) {
  return {
    async open(chart) {
      let folder2 = await files.temporaryFolder("render");
      return await sideBySide([...chart], WRITES_AT_ONCE2, ([path2, content]) => files.write(placeIn(folder2, path2), content)), {
        async render(values, timeoutMs2) {
          let started = clock2.monotonic(), rendered = await helm.template(folder2, { timeoutMs: timeoutMs2, ...values !== void 0 && { values } }), tookMs = clock2.monotonic() - started;
          return "manifests" in rendered ? { ...rendered, tookMs } : { ...rendered, failed: rendered.failed.replaceAll(folder2, "the chart"), tookMs };
        },
        close: () => files.remove(folder2)
      };
    }
  };
}
function placeIn(folder2, path2) {
  let place2 = join8(folder2, path2);
  if (!place2.startsWith(join8(folder2, "/"))) throw new Error(`${path2} leads out of the chart`);
  return place2;
}

// src/chart/splice.ts
var PLAIN = /^[A-Za-z0-9^~](?:[A-Za-z0-9._+@/^~-]|:(?=[A-Za-z0-9]))*$/, NUMBER_ELSEWHERE = /^(?:[\d_]+[eE][-+]?\d+|0[xXoObB].*|\d{4}-\d\d?-\d\d?.*|\d[\d_]*(?::\d+)+.*)$/;
function replaceScalar(text2, span, value, file) {
  let old = text2.slice(span.start, span.end);
  if (/^[|>]/.test(old) || old.includes(`
`))
    throw new ReleaseError("CHART_EDIT_REFUSED", `${file} has a value over several lines where one is to be set`, {
      hint: "Write the value on the line of its key.",
      at: { file, line: span.line, column: span.column }
    });
  let gap = old === "" && /\S/.test(text2[span.start - 1] ?? " ") ? " " : "";
  return text2.slice(0, span.start) + gap + inStyleOf(old, value) + text2.slice(span.end);
}
function scalarText(value) {
  return PLAIN.test(value) && goScalar(value).kind === "string" && !NUMBER_ELSEWHERE.test(value) ? value : doubleQuoted(value);
}
function inStyleOf(old, value) {
  return old.startsWith("'") ? `'${value.replaceAll("'", "''")}'` : old.startsWith('"') ? doubleQuoted(value) : scalarText(value);
}
function doubleQuoted(value) {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}

// src/chart/edit.ts
function setVersion(manifest, version) {
  if (!parseVersion(version)) {
    let what = `${JSON.stringify(version.slice(0, 140))} is not a version that a chart can have`;
    throw new ReleaseError("CHART_VERSION_INVALID", what, { at: { file: manifest.file } });
  }
  let text2 = replaced(manifest, [[manifest.versionSpan, version]]);
  return verified(text2, manifest, (read5) => read5.version === version);
}
function setAppVersion(manifest, value) {
  if (value === "" || sanitise(value) !== value) {
    let what = `${JSON.stringify(value.slice(0, 80))} can't be an appVersion: it is empty or holds what can't be printed`;
    throw new ReleaseError("APP_VERSION_INVALID", what, { at: { file: manifest.file } });
  }
  let span = manifest.appVersionSpan, text2 = span ? replaced(manifest, [[span, value]]) : withAppVersion(manifest, value);
  return verified(text2, manifest, (read5) => read5.appVersion === value && read5.version === manifest.version);
}
function setDependencyVersion(text2, dependency, constraint, file = "Chart.yaml") {
  if (!isConstraint(constraint))
    throw new ReleaseError("CONSTRAINT_INVALID", `${JSON.stringify(constraint.slice(0, 80))} is no version constraint`);
  if (!dependency.versionSpan)
    throw new ReleaseError("CHART_EDIT_REFUSED", `The dependency ${dependency.name} has no version to change`);
  return replaced({ text: text2, file }, [[dependency.versionSpan, constraint]]);
}
function updateLock(lock, versions2, digest) {
  let changes = [[lock.digestSpan, digest]];
  for (let [index, version] of versions2) {
    let entry = lock.entries[index];
    if (!entry) throw new ReleaseError("BUG_UNEXPECTED", `${lock.file} has no entry ${index}`);
    changes.push([entry.versionSpan, version]);
  }
  return replaced(lock, changes);
}
function replaced({ text: text2, file }, changes) {
  let after = [...changes].sort(([a], [b]) => b.start - a.start).reduce((edited, [span, value]) => replaceScalar(edited, span, value, file), text2), texts = new Map(changes.map(([{ start: start2 }, value]) => [start2, value]));
  return requireOnly(treeOf(text2, { file, code: "CHART_EDIT_REFUSED" }, texts), { before: text2, after, file });
}
function withAppVersion(manifest, value) {
  let { text: text2, versionSpan } = manifest, lineStart2 = text2.lastIndexOf(`
`, versionSpan.start - 1) + 1, newline = text2.indexOf(`
`, versionSpan.end), lineEnd = newline < 0 ? text2.length : newline + 1, key = /^\ufeff?( *)(["']?)version\2 *:/i.exec(text2.slice(lineStart2, versionSpan.start));
  if (!key || !/^[ \t]*(?:#[^\n]*)?\r?\n?$/.test(text2.slice(versionSpan.end, lineEnd))) throw noPlace(manifest);
  let line = `${key[1]}appVersion: ${scalarText(value)}`, eol = text2.slice(versionSpan.end, lineEnd).endsWith(`\r
`) ? `\r
` : `
`, added = newline < 0 ? `${text2.includes(`\r
`) ? `\r
` : `
`}${line}` : `${line}${eol}`, after = text2.slice(0, lineEnd) + added + text2.slice(lineEnd), tree = treeOf(text2, { file: manifest.file, code: "CHART_EDIT_REFUSED" }), expected = tree instanceof Map ? new Map([...tree, ["appVersion", value]]) : tree;
  return requireOnly(expected, { before: text2, after, file: manifest.file });
}
function noPlace({ file, versionSpan }) {
  return new ReleaseError("CHART_EDIT_REFUSED", `${file} has no appVersion, and no line of its own for \`version\``, {
    hint: 'Add `appVersion: "0"` by hand once; from then on it is replaced.',
    at: { file, line: versionSpan.line }
  });
}
function verified(text2, manifest, isAsMeant2) {
  let { file, versionSpan, name } = manifest, at = { file, line: versionSpan.line }, cause;
  try {
    let read5 = readChartYaml(text2, file);
    if (read5.name === name && isAsMeant2(read5)) return text2;
  } catch (error) {
    cause = error;
  }
  let hint = "Write `version` and `appVersion` as plain lines of their own.";
  throw new ReleaseError("CHART_EDIT_REFUSED", `${file} can't be changed without changing more`, { at, hint, cause });
}

// src/pipeline/subcharts.ts
import { posix as posix23 } from "node:path";

// src/chart/release-edits.ts
function releaseEdits(charts, edits, follows = () => !0) {
  let files = /* @__PURE__ */ new Map(), problems = /* @__PURE__ */ new Map(), moved = new Map(
    [...edits].flatMap(([path2, { version }]) => version === void 0 ? [] : [[path2, version]])
  );
  for (let chart of charts.values()) {
    let own = edits.get(chart.path), local = chart.local.filter((one2) => !follows(one2) || !moved.has(one2.path) ? !1 : own?.version !== void 0 && own.version !== chart.manifest.version || moved.get(one2.path) !== charts.get(one2.path)?.manifest.version);
    try {
      for (let [path2, text2] of editsOf({ ...chart, local }, own, moved)) files.set(path2, text2);
    } catch (error) {
      own && problems.set(chart.path, asReleaseError(error));
    }
  }
  return { files, problems };
}
function editsOf(chart, own, moved) {
  let files = /* @__PURE__ */ new Map();
  own && editManifest(files, chart.manifest, own), chart.local.length > 0 && isInStep(chart) && editDependencies(files, chart, moved);
  let originals = [chart.manifest, chart.dependencyFile, ...chart.lock ? [chart.lock] : []];
  return new Map([...files].filter(([path2, text2]) => !originals.some((one2) => one2.file === path2 && one2.text === text2)));
}
function isInStep({ dependencies, local, lock }) {
  return local.every(({ dependency }) => dependency.version === "" || isConstraint(dependency.version)) && (!lock || checkLock(dependencies, lock).length === 0);
}
function editManifest(files, manifest, { version, appVersion: appVersion2 }) {
  let current = manifest, apply = (text2) => {
    files.set(manifest.file, text2), current = readChartYaml(text2, manifest.file);
  };
  version !== void 0 && version !== manifest.version && apply(setVersion(current, version)), appVersion2 !== void 0 && appVersion2 !== manifest.appVersion && apply(setAppVersion(current, appVersion2));
}
function editDependencies(files, chart, moved) {
  let { file } = chart.dependencyFile;
  for (let local of chart.local) {
    let version = moved.get(local.path);
    if (version === void 0 || local.dependency.version === "" || satisfies(version, local.dependency.version))
      continue;
    let text2 = files.get(file) ?? chart.dependencyFile.text, dependency = dependenciesIn(text2, file)[local.index];
    dependency && files.set(file, setDependencyVersion(text2, dependency, constraintFor(dependency.version, version)));
  }
  chart.lock && editLock(files, chart, chart.lock, moved);
}
function constraintFor(old, version) {
  return `${/^([~^])\s*v?\d+(\.\d+){0,2}[^\s,|]*$/.exec(old.trim())?.[1] ?? ""}${version}`;
}
function editLock(files, chart, lock, moved) {
  let found = lockEntriesFor(chart.dependencies, lock), versions2 = new Map(
    chart.local.flatMap((local) => {
      let [entry, version] = [found[local.index], moved.get(local.path)];
      return entry === void 0 || version === void 0 ? [] : [[lock.entries.indexOf(entry), version]];
    })
  ), dependencies = dependenciesIn(
    files.get(chart.dependencyFile.file) ?? chart.dependencyFile.text,
    chart.dependencyFile.file
  ), entries = lock.entries.map((entry, index) => ({ ...entry, version: versions2.get(index) ?? entry.version }));
  files.set(lock.file, updateLock(readLock(lock.text, lock.file), versions2, lockDigest(dependencies, entries)));
}
function dependenciesIn(text2, file) {
  return file.endsWith("requirements.yaml") ? readRequirements(text2, file) : readChartYaml(text2, file).dependencies;
}

// src/pipeline/subcharts.ts
async function packagedFiles(git, sources, chart, { released = /* @__PURE__ */ new Map(), overlay = /* @__PURE__ */ new Map() } = {}) {
  let blobs = await git.blobs(
    chart.files.map(({ object }) => object),
    HELM_LIMITS.fileBytes
  ), files = chart.files.flatMap(({ path: path2, object }) => {
    let edited = overlay.get(posix23.join(chart.path, path2)), content = edited === void 0 ? blobs.get(object) : Buffer.from(edited);
    return content ? [{ path: path2, content }] : [];
  });
  for (let below3 of dependenciesIn2(sources, chart)) {
    let { name } = below3.manifest, inside2 = await packagedFiles(git, sources, below3, { released: belowOf(released, name), overlay });
    files.push(...inside2.map(({ path: path2, content }) => ({ path: `charts/${name}/${path2}`, content })));
  }
  for (let { dependency, entry } of lockedForeign(chart))
    if (holds(released, dependency, entry))
      for (let [path2, content] of belowOf(released, dependency.name))
        files.push({ path: `charts/${dependency.name}/${path2}`, content });
  return files;
}
function missingFrom(released, sources, chart) {
  let own = lockedForeign(chart).filter(({ dependency, entry }) => !holds(released, dependency, entry)), below3 = dependenciesIn2(sources, chart).flatMap(
    (one2) => missingFrom(belowOf(released, one2.manifest.name), sources, one2)
  );
  return [...own.map(({ dependency }) => dependency), ...below3];
}
function allForeign({ charts }, chart) {
  return levelsOf(charts, [chart.path]).flatMap((level) => level.flatMap(foreignOf));
}
function dependenciesIn2({ charts }, chart) {
  return [...new Set(chart.local.map(({ path: path2 }) => path2))].flatMap((path2) => charts.get(path2) ?? []);
}
function belowOf(files, name) {
  let folder2 = `charts/${name}/`;
  return new Map(
    [...files].flatMap(([path2, content]) => path2.startsWith(folder2) ? [[path2.slice(folder2.length), content]] : [])
  );
}
function holds(files, { name }, entry) {
  let version = versionIn2(files.get(`charts/${name}/Chart.yaml`));
  return version !== void 0 && entry !== void 0 && bare(version) === bare(entry.version);
}
function versionIn2(chartYaml) {
  try {
    return chartYaml && readChartYaml(Buffer.from(chartYaml).toString(), "Chart.yaml").version;
  } catch {
    return;
  }
}
function bare(version) {
  return version.replace(/^v/, "");
}
function versionsAsReleased(sources, chart, released) {
  let edits = /* @__PURE__ */ new Map();
  for (let { path: path2, manifest } of dependenciesIn2(sources, chart)) {
    let version = versionIn2(released.get(`charts/${manifest.name}/Chart.yaml`));
    version !== void 0 && version !== manifest.version && edits.set(path2, { version });
  }
  return releaseEdits(sources.charts, edits).files;
}

// src/pipeline/sides.ts
var UNUSABLE = /^(ARCHIVE_|REGISTRY_NOT_A_CHART$)/, LFS_POINTER2 = "version https://git-lfs.github.com/spec/v1";
async function releasedSide(looking, chart, since) {
  let failures = [];
  for (let { target, presence } of since.published)
    try {
      let ref = { name: chart.manifest.name, version: since.version };
      return { side: packagedSide((await target.fetch({ ref, digest: presence.digest })).archive) };
    } catch (error) {
      failures.push(asReleaseError(error));
    }
  let side = since.commit === void 0 ? void 0 : await sideInGit(looking, chart, since.commit);
  if (side) return { side };
  let passing = failures.find(({ code: code2 }) => !UNUSABLE.test(code2));
  if (passing) throw passing;
  let why = failures[0]?.message ?? "no target holds it, and git does not say which commit released it";
  return { why: `${since.version} can't be compared: ${why}` };
}
async function sideInGit({ run: run2, change }, chart, commit) {
  let found = await chartAt({ path: chart.path, name: chart.manifest.name }, commit, {
    git: run2.platform.git,
    ownRepositories: ownRepositories(run2)
  });
  return found && (await assembled({ run: run2, change }, found.sources, found.chart, {})).side;
}
async function nowSide(looking, sources, chart, { old, appVersion: appVersion2 }) {
  let overlay = gitStays(looking.run) ? versionsAsReleased(sources, chart, old.files) : /* @__PURE__ */ new Map(), { side, notes } = await assembled(looking, sources, chart, { released: old.files, overlay });
  return { side: withAppVersion2(side, appVersion2), notes };
}
async function assembled({ run: run2, change }, sources, chart, { released = /* @__PURE__ */ new Map(), overlay = /* @__PURE__ */ new Map() }) {
  let missing4 = missingFrom(released, sources, chart), files = await packagedFiles(run2.platform.git, sources, chart, { released, overlay });
  if (missing4.length === 0 && !files.some(({ content }) => isPointer(content)))
    return { side: chartSide(files), notes: [] };
  if (!await change.mayFetch(sources, allForeign(sources, chart))) {
    let text2 = `Not fetched for a pull request, which names it: ${missing4.map(({ name }) => name).join(", ") || "files in LFS"}`;
    return { side: chartSide(files), notes: [note("dependencies", "evidence/not-fetched", chart.manifest.name, text2)] };
  }
  let request = { path: chart.path, sources, overlay: /* @__PURE__ */ new Map() }, built = (await buildCharts([request], await buildContext(run2))).get(request);
  if (built instanceof Uint8Array) return { side: packagedSide(built), notes: [] };
  throw built ?? new ReleaseError("BUG_UNEXPECTED", `${chart.path} was neither packaged nor refused.`);
}
function isPointer(content) {
  return Buffer.from(content.subarray(0, LFS_POINTER2.length)).toString() === LFS_POINTER2;
}
function withAppVersion2(side, appVersion2) {
  let file = "Chart.yaml", text2 = Buffer.from(side.files.get(file) ?? []).toString();
  try {
    let manifest = readChartYaml(text2, file);
    return appVersion2 === void 0 || manifest.appVersion === appVersion2 ? side : { files: new Map([...side.files, [file, Buffer.from(setAppVersion(manifest, appVersion2))]]) };
  } catch {
    return side;
  }
}

// src/pipeline/evidence.ts
var CHARTS_AT_ONCE5 = 4;
function gatherEvidence(run2, sources, change) {
  let inTurn = createGate(CHARTS_AT_ONCE5);
  return (chart, question) => inTurn(async () => {
    let { needs } = question, compared = needs.includes("chart") ? await remembered({ run: run2, sources, change }, chart, question) : [], said = needs.includes("commits") ? await commitEvidence(run2, sources, chart, question) : [];
    return [...compared, ...said];
  });
}
function remembered(scene, chart, question) {
  let { run: run2, sources } = scene, { since, appVersion: appVersion2 } = question, below3 = [...new Set(chart.local.map(({ path: path2 }) => sources.charts.get(path2)?.fingerprint))], digests = since.published.map(({ presence }) => presence.digest), key = JSON.stringify([chart.path, chart.fingerprint, below3, since.version, digests, since.commit, appVersion2]), compared = run2.compared.get(key) ?? compare2(scene, chart, question);
  return run2.compared.set(key, compared), compared;
}
async function compare2({ run: run2, sources, change }, chart, { since, appVersion: appVersion2 }) {
  let old = await releasedSide({ run: run2, change }, chart, since);
  if (!("side" in old)) return [note("files", "evidence/no-release", since.version, old.why)];
  let now = await nowSide({ run: run2, change }, sources, chart, { old: old.side, appVersion: appVersion2 }), renderer = createRenderer({ ...run2.platform, helm: await run2.helm() }), rendered = await renderedFindings(old.side, now.side, renderer), frozen = frozenAppVersion(old.side.files, now.side.files, chart.manifest);
  return [...await chartFindings(old.side, now.side, rendered), ...now.notes, ...frozen];
}

// src/plan/half-released.ts
function recordedState({ evidence, isWhole, isTagGone }) {
  let has = (...states) => evidence.some(({ state }) => states.includes(state));
  return has("same", "partly") ? has("absent", "other", "partly", "unknown") ? isTagGone ? "withdrawn" : "half" : isWhole ? "finished" : "elsewhere" : has("other") && !has("unknown") ? "overtaken" : "unpublished";
}

// src/pipeline/half-released/half-releases.ts
var CHECKS_AT_ONCE = 32;
async function findHalfReleases(run2, refs, planned2) {
  let covers2 = chartFolders2(run2.settings.charts.value, run2.settings.exclude.value), records = await readRecords(run2, refs), checked3 = await sideBySide(records, CHECKS_AT_ONCE, (record) => check(run2, record, planned2)), halves = /* @__PURE__ */ new Map();
  for (let one2 of checked3) {
    let { name, version, path: path2 } = one2.release, key = `${name} ${version}`;
    one2.state !== "half" || !covers2(path2) || halves.has(key) || isPlanned(one2, planned2.intents) || halves.set(key, await withSource(run2, one2));
  }
  let warnings = checked3.flatMap((one2) => warningFor(one2, { isCovered: covers2(one2.release.path) }) ?? []);
  return { halves: [...halves.values()], checked: checked3, warnings: [...new Set(warnings)] };
}
async function check(run2, record, { remoteTags }) {
  let { release: release3 } = record, targets = run2.targets.filter(({ address }) => release3.targets.includes(address)), seen = await Promise.all(targets.map((target) => lookFor2(target, release3))), evidence = seen.map((one2) => one2.evidence), isWhole = release3.targets.every((address) => targets.some((target) => target.address === address)), tags = recordedState({ evidence, isWhole, isTagGone: !1 }) === "half" && release3.tag !== void 0 ? await remoteTags().catch(() => {
  }) : void 0, isTagGone = tags !== void 0 && !tags.has(release3.tag ?? ""), state = recordedState({ evidence, isWhole, isTagGone });
  return { ...record, evidence, sightings: seen.map((one2) => one2.sighting), state };
}
async function lookFor2(target, release3) {
  let presence = await target.find(release3, { signatures: !1 }), base = {
    target: target.address,
    reference: target.reference(release3),
    ...presence.state === "present" && { digest: presence.digest }
  }, isSame = presence.state === "present" && presence.fingerprint === release3.fingerprint, state = presence.state === "present" ? isSame ? "same" : "other" : presence.state, sighting = { target, presence, evidence: { ...base, state } }, isPartly = state === "absent" && await isPartlyShown(target, release3), evidence = { ...base, state: isPartly ? "partly" : state };
  return { sighting, evidence };
}
async function isPartlyShown(target, release3) {
  return await target.isPartlyShown?.(release3).catch(() => !1) ?? !1;
}
function isPlanned({ release: { name, version }, evidence }, intents) {
  let isUnclear = evidence.some(({ state }) => state === "unknown");
  return intents.some(
    (intent) => intent.chart.manifest.name === name && intent.version === version && // What a target does not say is the plan's own reason to refuse the chart.
    (isReleased(intent) || isUnclear && intent.action === "refuse")
  );
}
async function withSource(run2, checked3) {
  try {
    let { release: release3 } = checked3, known = problemIn(checked3);
    if (known) throw known;
    if (!await run2.platform.git.ensureCommit(release3.commit)) throw commitGone(release3);
    let own = await chartAt2(run2, release3, /* @__PURE__ */ new Map()), source = release3.overlay.size > 0 ? await chartAt2(run2, release3, release3.overlay) : own, { name, version } = source.chart.manifest;
    if (!(name === release3.name && version === release3.version && own.chart.fingerprint === release3.fingerprint)) throw commitGone(release3);
    return { ...checked3, source };
  } catch (error) {
    return { ...checked3, problem: halfReleaseProblem(checked3, asReleaseError(error)) };
  }
}
async function chartAt2(run2, release3, overlay) {
  let options = { ownRepositories: ownRepositories(run2), overlay }, sources = await readSources(run2.platform.git, release3.commit, release3.folders, options), chart = sources.charts.get(release3.path);
  if (!chart) throw sources.problems.get(release3.path) ?? commitGone(release3);
  return { chart, sources };
}
function problemIn({ sightings, evidence }) {
  let unclear = sightings.flatMap(({ presence }) => presence.state === "unknown" ? [presence.why] : []), other = evidence.find(({ state }) => state === "other");
  return other ? new ReleaseError("PUBLISHED_CONTENT_DIFFERS", `${other.reference} has other content.`) : unclear[0];
}

// src/pipeline/proposed-change.ts
import { posix as posix24 } from "node:path";
var MAX_LFS_CONFIG = 65536;
function proposedChange(run2, head) {
  let base = once(() => findBase(run2)), { checkout } = run2, trusted = checkout.shownOn === void 0 ? checkout.settled : head, known = once(() => repositoriesAt(run2, trusted)), lfsIsTrusted = once(() => hasTrustedLfs(run2));
  return {
    base,
    mayFetch: async ({ tree: { commit } }, dependencies) => {
      if (checkout.shownOn !== void 0 && await isOn2(run2, commit, head)) return !0;
      if (!await lfsIsTrusted()) return !1;
      if (dependencies.length === 0) return !0;
      let named = await known();
      return dependencies.every(({ repository }) => named.has(plain(repository)));
    }
  };
}
async function isOn2({ platform: { git } }, commit, head) {
  return commit === head || git.isAncestor(commit, head);
}
async function hasTrustedLfs({ checkout }) {
  if (checkout.shownOn !== void 0) return !0;
  let file = ".lfsconfig";
  try {
    let here = await checkout.readAtHead(file, MAX_LFS_CONFIG), there = await checkout.read(file, MAX_LFS_CONFIG);
    return here === void 0 || there !== void 0 && Buffer.compare(here, there) === 0;
  } catch {
    return !1;
  }
}
async function findBase({ facts, platform: { git } }) {
  if (facts.base === void 0 || !await git.ensureCommit(facts.base)) return;
  let head = await git.head(), common = await git.mergeBase(facts.base, head);
  if (common !== void 0 || !await git.isShallow()) return common ?? facts.base;
  try {
    await git.unshallow();
  } catch {
    return facts.base;
  }
  return await git.mergeBase(facts.base, head) ?? facts.base;
}
async function repositoriesAt(run2, commit) {
  if (!await run2.platform.git.ensureCommit(commit)) return /* @__PURE__ */ new Set();
  let options = { ownRepositories: ownRepositories(run2) }, { charts } = await readSources(
    run2.platform.git,
    commit,
    ({ paths }) => paths.filter((path2) => posix24.basename(path2) === "Chart.yaml").map((path2) => posix24.dirname(path2)),
    options
  );
  return new Set([...charts.values()].flatMap((chart) => foreignOf(chart).map(({ repository }) => plain(repository))));
}
function plain(repository) {
  return repository.replace(/\/+$/, "");
}

// src/pipeline/same-content.ts
function contentComparison(run2, sources, change) {
  let packaged = /* @__PURE__ */ new Map();
  return async (chart, target, published) => {
    if (!await change.mayFetch(sources, allForeign(sources, chart))) throw notHere(chart);
    let packaging = packaged.get(chart.path) ?? shared(packageFromGit(run2, sources, chart));
    packaged.set(chart.path, packaging);
    let ref = { name: chart.manifest.name, version: chart.manifest.version }, [theirs, ours] = await allOf([target.fetch({ ref, digest: published.digest }), packaging]);
    return compareArchives(theirs.archive, ours.archive).length === 0;
  };
}
function notHere({ manifest }) {
  return new ReleaseError(
    "DEPENDENCY_REFUSED",
    `Whether ${manifest.name} ${manifest.version}, which another tool published, has this content is not looked at for a pull request: it would fetch dependencies that the pull request names.`,
    { hint: "It is decided once this is merged.", at: { file: manifest.file, line: manifest.versionSpan.line } }
  );
}
async function packageFromGit(run2, sources, chart) {
  let history = { git: run2.platform.git, ownRepositories: ownRepositories(run2) }, release3 = (await releaseCommits(history, sources, [chart])).get(chart.path), request = {
    path: chart.path,
    sources,
    overlay: /* @__PURE__ */ new Map(),
    fingerprint: chart.fingerprint,
    version: chart.manifest.version,
    commit: release3?.commit ?? sources.tree.commit,
    committedAt: release3?.committedAt ?? await run2.platform.git.commitTime(sources.tree.commit)
  }, result = (await packageCharts([request], await buildContext(run2))).get(chart.path);
  if (!result || result instanceof ReleaseError)
    throw result ?? new ReleaseError("BUG_UNEXPECTED", `${chart.path} was lost.`);
  return result;
}

// src/pipeline/look.ts
async function look(run2, head) {
  let { settings, facts, platform } = run2, options = { ownRepositories: ownRepositories(run2) }, folders = [], sources = await readSources(
    platform.git,
    head,
    (tree) => (folders = discover(tree.paths, settings.charts.value, settings.exclude.value), folders),
    options
  ), charts = folders.flatMap((path2) => sources.charts.get(path2) ?? []), ambiguous = ambiguousTemplate(charts, settings);
  if (ambiguous) throw ambiguous;
  for (let warning of unknownCharts(charts, folders, settings)) run2.warn(warning);
  let scope = scopeOf(charts, {
    tag: facts.refType === "tag" ? facts.refName : void 0,
    tagTemplate: settings.tagTemplate.value,
    appTagPattern: settings.appTagPattern.value,
    versionFromTag: settings.versionFromTag.value
  }), remoteTags = once(() => platform.git.remoteTags()), change = proposedChange(run2, head), charting = planCharts(sources, folders, {
    ...options,
    settings,
    scope,
    git: platform.git,
    ownCommits: run2.ownCommits,
    commit: head,
    tag: scope.kind === "all" ? scope.tag : void 0,
    appTagPattern: settings.appTagPattern.value,
    tagTemplate: settings.tagTemplate.value,
    remoteTags,
    targets: run2.targets,
    // Whether a version is high enough has nothing to do with who signed it.
    signatures: settings.sign.value !== "none" && settings.mode.value !== "check",
    adopt: settings.adopt.value,
    gitStays: gitStays(run2),
    sameContent: contentComparison(run2, sources, change),
    evidenceOf: gatherEvidence(run2, sources, change),
    ...settings.mode.value === "check" && { proposedOn: change.base }
  }), [planned2, refs] = await Promise.all([charting, recordRefs(run2, scope)]), halfReleases = await findHalfReleases(run2, refs, { ...planned2, remoteTags }), plan = planData(run2, head, planned2, halfReleases);
  return { head, sources, scope, ...planned2, plan, halfReleases, remoteTags };
}
function planData(run2, head, { intents, unreadable: unreadable3 }, { halves }) {
  let names2 = new Map(intents.map((intent) => [intent.chart.path, intent.chart.manifest.name])), charts = [
    ...halves.map(plannedHalfRelease),
    ...intents.map((intent) => plannedChart(intent, (path2) => names2.get(path2) ?? path2)),
    ...unreadable3.map(unreadableChart)
  ];
  return {
    schema: 1,
    commit: head,
    ...run2.facts.refType === "branch" && { branch: run2.facts.refName },
    charts: charts.sort(byPath),
    settings: effectiveSettings(run2.settings)
  };
}

// src/pipeline/commits.ts
async function commitsFor(run2, scene, written, releases) {
  let { git } = run2.platform, commits = /* @__PURE__ */ new Map(), at = async (path2, commit) => {
    commits.set(path2, { path: path2, commit, committedAt: await git.commitTime(commit) });
  }, search = [];
  for (let intent of releases) {
    let { path: path2 } = intent.chart, claimed = await claimedBefore(run2, scene, written, intent), recorded = await recordedCommit(run2, intent);
    claimed ? commits.set(path2, claimed) : written.changed.has(path2) ? await at(path2, written.commit) : recorded !== void 0 ? await at(path2, recorded) : search.push(written.sources.charts.get(path2) ?? intent.chart);
  }
  for (let [path2, commit] of await lastChanges(run2, written, search)) commits.set(path2, { path: path2, ...commit });
  return commits;
}
async function lastChanges(run2, written, search) {
  let history = { git: run2.platform.git, ownRepositories: ownRepositories(run2) }, paths = search.map(({ path: path2 }) => path2), base = written.overlay.size === 0 ? written.sources : await readSources(history.git, written.commit, paths, history);
  return releaseCommits(
    history,
    base,
    paths.flatMap((path2) => base.charts.get(path2) ?? [])
  );
}
async function claimedBefore(run2, scene, written, intent) {
  if (intent.sightings.some(({ presence }) => presence.state === "present")) return;
  let edited = written.overlay.size > 0 ? void 0 : written.sources.charts.get(intent.chart.path), wanted = { name: intent.chart.manifest.name, version: intent.version, appVersion: appVersionOf(intent) };
  return claimedRelease(edited ?? intent.chart, wanted, {
    git: run2.platform.git,
    ownRepositories: ownRepositories(run2),
    tagTemplate: run2.settings.tagTemplate.value,
    remoteTags: scene.remoteTags,
    gitStays: gitStays(run2)
  });
}
async function recordedCommit(run2, intent) {
  for (let { presence } of intent.sightings) {
    if (presence.state !== "present" || presence.revision === void 0 || !await run2.platform.git.ensureCommit(presence.revision)) continue;
    let options = { ownRepositories: ownRepositories(run2) };
    if ((await readSources(run2.platform.git, presence.revision, [intent.chart.path], options)).charts.get(intent.chart.path)?.fingerprint === intent.chart.fingerprint) return presence.revision;
  }
}

// src/pipeline/package-releases.ts
async function packageReleases(run2, scene, written, releases) {
  let requests = await requestsFor(run2, scene, written, releases), results = await packageCharts([...requests.values()], await buildContext(run2)), failed2 = /* @__PURE__ */ new Map(), done = releases.flatMap((intent) => {
    let { path: path2 } = intent.chart, packaged = results.get(requests.get(path2)?.path ?? path2);
    return packaged && !(packaged instanceof ReleaseError) ? (run2.platform.log.info(
      `${packaged.name} ${packaged.version}: packaged, ${packaged.archive.length} bytes, ${shortDigest(packaged.digest)}`
    ), [
      {
        path: path2,
        intent,
        packaged: {
          ...packaged,
          notes: notesMarkdown(redactedForPublication(notesOf(intent), run2.platform.secrets))
        }
      }
    ]) : (failed2.set(path2, packaged ?? new ReleaseError("BUG_UNEXPECTED", `${path2} was not packaged.`)), []);
  });
  return withoutDependents(scene.sources.charts, { done, failed: failed2 });
}
async function requestsFor(run2, scene, written, releases) {
  let { git } = run2.platform, options = { ownRepositories: ownRepositories(run2), overlay: written.overlay }, commits = await commitsFor(run2, scene, written, releases), sourcesOf = /* @__PURE__ */ new Map([[written.commit, written.sources]]);
  for (let [commit, group] of Map.groupBy(
    releases,
    (intent) => commits.get(intent.chart.path)?.commit ?? written.commit
  ))
    if (!sourcesOf.has(commit)) {
      let paths = group.map(({ chart: { path: path2 } }) => commits.get(path2)?.path ?? path2), needed = levelsOf(written.sources.charts, paths).flatMap((level) => level.map(({ path: path2 }) => path2));
      sourcesOf.set(commit, await readSources(git, commit, [.../* @__PURE__ */ new Set([...paths, ...needed])], options));
    }
  return new Map(
    releases.map((intent) => {
      let today = intent.chart.path, { path: path2, commit, committedAt } = commits.get(today), request = {
        path: path2,
        commit,
        committedAt,
        sources: sourcesOf.get(commit),
        overlay: written.overlay,
        fingerprint: fingerprintOf(intent, written),
        version: intent.version,
        repositoryUrl: run2.facts.repositoryUrl
      };
      return [today, request];
    })
  );
}
function fingerprintOf(intent, written) {
  return written.overlay.size > 0 ? intent.chart.fingerprint : written.sources.charts.get(intent.chart.path)?.fingerprint ?? intent.chart.fingerprint;
}

// src/report/branch-rules.ts
var demands = new Map(
  Object.entries({
    pull_request: "changes must come by pull request",
    merge_queue: "changes must come through the merge queue",
    required_status_checks: "status checks must have passed, and a push by the workflow token starts none",
    required_deployments: "deployments must have succeeded",
    required_signatures: "commits must be signed",
    update: "only those on the bypass list may update it",
    workflows: "required workflows must have passed",
    code_scanning: "code scanning must have passed"
  })
), WAYS_OUT = [
  "Give `github-token` and the checkout step the token of a GitHub App that may pass them by (on the bypass list of the ruleset)",
  "check out with a deploy key that may",
  "set `commit: pull-request`, which proposes them",
  "or set `commit: none`, which releases bumped versions without writing them to git."
].join(", ");
function branchFindings(branch2, rules, { signs, withToken }) {
  let isFulfilled = ({ type, bypass }) => bypass === "yes" && withToken || signs && type === "required_signatures", standing = (rules ?? []).filter((rule) => demands.has(rule.type) && !isFulfilled(rule)), certain = standing.filter((rule) => rule.bypass === "no" && withToken);
  if (certain.length > 0) {
    let message = `Rules of the branch ${branch2} refuse a pushed version bump: ${inWords6(certain)}.`;
    return { problem: new ReleaseError("BRANCH_RULES", message, { hint: WAYS_OUT }) };
  }
  if (standing.length > 0) {
    let who = withToken ? "" : " Git pushes with the credentials that checkout left, not with `github-token`.";
    return {
      warning: `Rules of the branch ${branch2} may refuse a pushed version bump: ${inWords6(standing)}.${who} If they do: ${WAYS_OUT}`
    };
  }
  return rules?.some(({ type }) => type === "protected") ? {
    note: `The branch ${branch2} is protected, and the token is not told how. If it refuses the push: ${WAYS_OUT}`
  } : {};
}
function inWords6(rules) {
  return [...new Set(rules.map((rule) => demands.get(rule.type)))].join("; ");
}

// src/pipeline/clock-findings.ts
var MINUTE_MS = 6e4, HOUR_MS = 60 * MINUTE_MS, DAY_MS2 = 24 * HOUR_MS, YEAR_MS = 365.25 * DAY_MS2, WORTH_TELLING_MS = 5 * MINUTE_MS;
function clockFindings(serverTime2, now) {
  let ahead = serverTime2.ahead();
  if (ahead === void 0 || Math.abs(ahead.milliseconds) < WORTH_TELLING_MS) return {};
  let { milliseconds, host: host3 } = ahead, there = new Date(now.getTime() - milliseconds), message = `The clock of this machine is ${inWords7(Math.abs(milliseconds))} ${milliseconds > 0 ? "fast" : "slow"}: it says ${shown3(now)}, and ${host3} says ${shown3(there)}.`;
  return Math.abs(milliseconds) < DAY_MS2 ? { warning: message } : {
    problem: new ReleaseError("CLOCK_WRONG", message, {
      hint: "Set the clock of the runner, e.g. with `timedatectl set-ntp true`, and run again."
    })
  };
}
function shown3(time) {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
function inWords7(milliseconds) {
  let units = [
    ["year", YEAR_MS],
    ["day", DAY_MS2],
    ["hour", HOUR_MS]
  ], [unit, size] = units.find(([, each]) => milliseconds >= each) ?? ["minute", MINUTE_MS], count2 = Math.round(milliseconds / size);
  return `${count2} ${unit}${count2 === 1 ? "" : "s"}`;
}

// src/report/markdown.ts
var WORD_JOINER = "\u2060", entities = /* @__PURE__ */ new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"]
]);
function prose(text2, limit = 500) {
  return asLine(text2, limit).replace(/[\\`*_{}[\]()#!|~^$=]/g, "\\$&").replace(/[&<>]/g, (character) => entities.get(character) ?? character).replace(/^[-+]|(?<=^\d+)[.)](?=\s|$)/, "\\$&").replace(/[@#]|:(?=\/)|www(?=\.)|(?<=gh)-(?=\d)|(?<=mailto|xmpp):/gi, `$&${WORD_JOINER}`);
}
function code(text2, limit = 200) {
  let line = asLine(text2, limit);
  return line === "" ? "" : /^[\w.+/@:=,-]+$/.test(line) ? `\`${line}\`` : `<code>${line.replace(/[!-,.:-@[-`{-~]|(?<=ww)w/gi, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
}
function fenced(lines2, language = "") {
  let safe = showInvisible(lines2), longest = Math.max(2, ...[...safe.matchAll(/`+/g)].map(([run2]) => run2.length)), fence = "`".repeat(longest + 1);
  return `${fence}${language}
${safe}
${fence}`;
}
function table(head, rows) {
  let line = (cells2) => `| ${cells2.map((cell) => cell || " ").join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join(`
`);
}
function asLine(text2, limit) {
  return cut(showInvisible(text2.replace(/\s+/g, " ")).replace(/ +/g, " ").trim(), limit);
}

// src/report/words.ts
var resultWords = {
  released: "released",
  unchanged: "unchanged",
  completed: "signature added",
  failed: "failed",
  skipped: "skipped",
  planned: "planned",
  checked: "checked"
}, actionWords = {
  publish: "publish",
  bump: "bump and publish",
  leave: "leave as it is",
  complete: "add what is missing",
  refuse: "refuse"
};
function hasFailed(report2) {
  return report2.problems.length > 0 || report2.charts.some((chart) => chart.result === "failed");
}
function headline(report2) {
  return report2.problems.length > 0 && report2.charts.every((chart) => chart.result !== "released") ? `Nothing was released: ${count(report2.problems.length, "problem")}.` : report2.supersededBy !== void 0 ? `Nothing was released: the branch moved on to ${report2.supersededBy.slice(0, 12)}, and the run of that commit carries on.` : report2.mode === "plan" ? planned(report2.plan) : report2.mode === "check" ? checked2(report2) : finished2(report2);
}
function planned(plan) {
  let charts = plan?.charts ?? [], number = (...actions) => charts.filter(({ action }) => actions.includes(action)).length, parts = [
    some(number("publish", "bump"), (n) => `${count(n, "chart")} would be released`),
    some(number("complete"), (n) => `${count(n, "chart")} would get what is missing`),
    some(number("refuse"), (n) => `${count(n, "chart")} can't be released`),
    some(number("leave"), (n) => `${n} ${n === 1 ? "stays" : "stay"} as published`)
  ].filter((part) => part !== "");
  return parts.length === 0 ? "There are no charts. Nothing was changed." : `${parts.join(", ")}. Nothing was changed.`;
}
function checked2({ charts, checks = [] }) {
  let failed2 = charts.filter(({ result }) => result === "failed").length, left = checks.filter(({ verdict }) => verdict === "left").length;
  if (charts.length === 0) return "There are no charts to check.";
  let changed = checks.filter(({ verdict }) => verdict !== "unchanged").length, parts = [
    some(failed2, (n) => `${count(n, "chart")} ${n === 1 ? "needs" : "need"} a look: see what to write below`),
    some(left, (n) => `${count(n, "version")} will be raised by the release`)
  ].filter((part) => part !== "");
  return parts.length > 0 ? `${parts.join(", ")}.` : changed === 0 ? "No chart changed." : `All ${count(changed, "changed chart")} have versions that are high enough.`;
}
function finished2({ charts, pullRequest, problems }) {
  let number = (result) => charts.filter((chart) => chart.result === result).length;
  return charts.length === 0 ? "There was nothing to release." : number("unchanged") === charts.length && problems.length === 0 ? charts.length === 1 ? "Nothing to release: the chart is published as it stands." : `Nothing to release: all ${charts.length} charts are published as they stand.` : `${[
    some(problems.length, (n) => count(n, "problem")),
    some(number("failed"), (n) => `${count(n, "chart")} failed`),
    some(number("skipped"), (n) => `${count(n, "chart")} skipped`),
    some(number("released"), (n) => `${count(n, "chart")} released`),
    some(number("completed"), (n) => `${count(n, "signature")} added`),
    some(number("planned"), (n) => `${count(n, "chart")} proposed in pull request #${pullRequest?.number}`),
    some(number("unchanged"), (n) => `${n} unchanged`)
  ].filter((part) => part !== "").join(", ")}.`;
}
function problemText(problem) {
  return [problem.message, placeOf3(problem), problem.hint === void 0 ? "" : `What to do: ${problem.hint}`].filter((line) => line !== "").join(`
`);
}
function placeOf3({ at }) {
  return at === void 0 ? "" : [at.file, at.line, at.column].filter((part) => part !== void 0).join(":");
}
function versions(from, to, arrow) {
  return from === void 0 || from === to ? to : `${from} ${arrow} ${to}`;
}
function shortDigest2(digest) {
  return digest === void 0 ? "" : digest.slice(0, 19);
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function some(number, words2) {
  return number === 0 ? "" : words2(number);
}

// src/report/pull-request.ts
var MAX_TABLE = 3e4, MAX_NOTES2 = 25e3;
function pullRequestText(charts, { base, notes }) {
  let rows = charts.map((chart) => [
    prose(chart.name, 100),
    prose(versions(chart.currentVersion, chart.version, "\u2192"), 100),
    prose(chart.reason, 300)
  ]), room = MAX_TABLE, shown4 = rows.filter((row) => (room -= row.join(" | ").length + 5, room > 0)), left = rows.length - shown4.length;
  return [
    `These charts changed since their versions were published. Merging this releases them from \`${base.replaceAll("`", "")}\`.`,
    table(["Chart", "Version", "Why"], shown4),
    ...left > 0 ? [`*${left} more charts are in the commit.*`] : [],
    ...folded(charts, notes),
    "Each push to the branch brings this pull request up to date; changes made to it by hand are lost. To give a chart another version, raise it on the branch itself."
  ].join(`

`);
}
function folded(charts, notes) {
  let room = MAX_NOTES2;
  return charts.flatMap(({ path: path2, name, version }) => {
    let text2 = `<details><summary>${prose(`${name} ${version}`, 200)}</summary>

${notesMarkdown(notes.get(path2) ?? [], "####", prose)}

</details>`;
    return room -= text2.length, room > 0 ? [text2] : [];
  });
}

// src/pipeline/bump-branch.ts
async function isBumpBranch(run2, base, seen) {
  let { git } = run2.platform, tip = await git.fetchRef(`refs/heads/${base}`) ?? run2.checkout.head, common = await git.mergeBase(tip, seen) ?? await commonInHistory(run2, tip, seen);
  return common !== void 0 && run2.ownCommits.isOwnChange(common, seen);
}
async function commonInHistory({ platform: { git } }, a, b) {
  if (await git.isShallow())
    return await git.unshallow(), git.mergeBase(a, b);
}
function foreignBranch(branch2, seen) {
  let text2 = `The branch ${branch2}, which version bumps are proposed on, has changes at ${seen.slice(0, 12)} that this action did not make, so it is left as it is.`;
  return new ReleaseError("BRANCH_NOT_OURS", text2, {
    hint: `Merge those changes, or keep them elsewhere and let the branch be made anew: git fetch origin ${branch2} && git push origin FETCH_HEAD:refs/heads/NEW-NAME && git push origin --delete ${branch2}`
  });
}

// src/pipeline/moved-branch.ts
async function movedOn(run2, scene, head, releases) {
  let paths = releases.map((intent) => intent.chart.path), now = await readSources(run2.platform.git, head, paths, { ownRepositories: ownRepositories(run2) });
  return paths.some((path2) => {
    let [planned2, there] = [scene.sources.charts.get(path2), now.charts.get(path2)];
    return planned2?.fingerprint !== there?.fingerprint || planned2?.manifest.text !== there?.manifest.text;
  }) ? { result: "superseded", by: head } : { result: "again", head };
}
async function laterHead(run2, scene) {
  let { git } = run2.platform, head = await git.fetchRef(`refs/heads/${run2.facts.refName}`);
  return head === void 0 || await git.isAncestor(head, scene.head) ? void 0 : head;
}

// src/pipeline/same-commit.ts
async function isSameOnTop({ platform: { git } }, parent, { commit, wanted }) {
  if (await git.resolve(`${commit}^`) !== parent) return !1;
  let [there, ours] = await Promise.all([git.resolveTree(commit), git.resolveTree(wanted)]);
  return there === ours;
}

// src/pipeline/write-bump.ts
var MAX_SUBJECT = 72;
async function writeBump(run2, scene, releases) {
  let edits = editsOf2(run2, scene, releases), made = releaseEdits(scene.sources.charts, edits, gitStays(run2) ? isByFolder : void 0), notes = await notesEdits(run2, scene, releases, made.files), files = new Map([...made.files, ...notes.files]), all = [...made.problems, ...notes.problems], problems = new Map(all.filter(([path2]) => releases.some(({ chart }) => chart.path === path2))), none = /* @__PURE__ */ new Map(), nothing = { overlay: none, files: none, message: "", changed: /* @__PURE__ */ new Set(), problems }, unchanged = { ...nothing, commit: scene.head, sources: scene.sources };
  if (files.size === 0 || problems.size > 0) return unchanged;
  let options = { ownRepositories: ownRepositories(run2) }, paths = [...scene.sources.charts.keys()];
  if (gitStays(run2)) {
    let sources2 = await readSources(run2.platform.git, scene.head, paths, { ...options, overlay: files });
    return { ...unchanged, sources: sources2, overlay: files };
  }
  let message = messageOf2(releases), commit = await run2.platform.git.commit(scene.head, files, message, run2.platform.clock.now()), sources = await readSources(run2.platform.git, commit, paths, options), changed = new Set(
    [...sources.charts.values()].filter((chart) => differs2(chart.path, scene.sources, sources)).map(({ path: path2 }) => path2)
  );
  return { ...nothing, commit, sources, files, message, changed };
}
function editsOf2(run2, scene, releases) {
  let left = gitStays(run2) ? scene.intents.filter((intent) => intent.action === "leave") : [];
  return new Map([
    ...scene.intents.filter(isRaisedByHand).map(({ chart, version }) => [chart.path, { version }]),
    ...[...left, ...releases].map(({ chart, edits, ...intent }) => {
      let { version } = intent;
      return [chart.path, isRaisedByHand({ ...intent, edits }) ? { ...edits, version } : edits];
    })
  ]);
}
function isRaisedByHand({ action, edits }) {
  return action === "publish" && edits.version === void 0;
}
function differs2(path2, before, after) {
  let [old, now] = [before.charts.get(path2), after.charts.get(path2)];
  return old?.fingerprint !== now?.fingerprint || old?.manifest.text !== now?.manifest.text;
}
function messageOf2(releases) {
  let moved = releases.filter((intent) => intent.edits.version !== void 0 || intent.edits.appVersion !== void 0), named = moved.map((intent) => `${intent.chart.manifest.name} ${intent.version}`), all = `${OUR_SUBJECT}${named.join(", ")}`, subject = all.length <= MAX_SUBJECT ? all : `${OUR_SUBJECT}${moved.length} charts`, body = moved.map((intent) => `- ${intent.chart.manifest.name} ${intent.version}: ${intent.reason}`);
  return `${subject}

${body.join(`
`)}

${OUR_TRAILER}: bump
`;
}

// src/pipeline/propose.ts
function proposes({ settings, facts }) {
  return settings.commit.value === "pull-request" && facts.refType === "branch";
}
function divide(run2, scene, releases) {
  if (!proposes(run2)) return { direct: releases, proposed: [] };
  let changes = ({ edits }) => edits.version !== void 0 || edits.appVersion !== void 0, changed = releases.filter(changes).map(({ chart }) => chart.path), waiting = /* @__PURE__ */ new Set([...changed, ...dependentsOf(scene.sources.charts, changed)]);
  return {
    direct: releases.filter(({ chart }) => !waiting.has(chart.path)),
    proposed: releases.filter(({ chart }) => waiting.has(chart.path))
  };
}
var branchFor = (base) => `release-charts/${base}`, MAX_RACES = 5, PAUSE_MS2 = 1e3;
async function propose(run2, scene, { commit, releases }) {
  let text2 = textOf4(run2, releases);
  for (let race = 1; ; race += 1) {
    let placed = await placeOn(run2, scene, commit), opened = placed.result === "done" ? await pullFor(run2, text2) : void 0;
    if (opened?.result === "done")
      return run2.platform.log.info(`Proposed in ${opened.pull.url}`), {
        result: "done",
        proposal: { pull: opened.pull, paths: new Set(releases.map(({ chart }) => chart.path)) }
      };
    let head = await laterHead(run2, scene);
    if (head !== void 0) return movedOn(run2, scene, head, releases);
    if (placed.result === "rejected" && placed.isFinal) throw notPushed(run2, placed.reason);
    if (race === MAX_RACES)
      throw opened ? notOpened(opened.reason) : notPushed(run2, placed.result === "rejected" ? placed.reason : "");
    await run2.platform.clock.sleep(PAUSE_MS2);
  }
}
async function withdraw(run2, scene) {
  let { git, log } = run2.platform, base = run2.facts.refName, branch2 = branchFor(base), there = await run2.github.findPull(branch2, base);
  if (there === void 0) return;
  let seen = await git.fetchRef(`refs/heads/${branch2}`);
  if (seen !== void 0 && !await isBumpBranch(run2, base, seen)) {
    run2.warn(foreignBranch(branch2, seen).message);
    return;
  }
  let isOvertaken = await laterHead(run2, scene) !== void 0, deleted = isOvertaken || seen === void 0 ? void 0 : await git.deleteBranch(branch2, seen);
  if (isOvertaken || deleted?.result === "rejected") {
    log.info(`${there.url} is left to the run of a later commit.`);
    return;
  }
  await run2.github.closePull(there.number), log.info(`Closed ${there.url}: no chart needs another version any more.`);
}
function textOf4({ facts, platform: { secrets } }, releases) {
  let [title = ""] = messageOf2(releases).split(`
`), names2 = new Map(releases.map(({ chart }) => [chart.path, chart.manifest.name])), charts = releases.map((intent) => plannedChart(intent, (path2) => names2.get(path2) ?? path2)), notes = new Map(releases.map((intent) => [intent.chart.path, redactedForPublication(notesOf(intent), secrets)])), body = pullRequestText(redactedForPublication(charts, secrets), { base: facts.refName, notes });
  return { title: secrets.redactData(title), body };
}
async function pullFor({ github, facts }, text2) {
  let [branch2, base] = [branchFor(facts.refName), facts.refName], there = await github.findPull(branch2, base);
  if (!there) return github.openPull(branch2, base, text2);
  let pull = there.title === text2.title && unified(there.body) === unified(text2.body) ? there : await github.updatePull(there.number, text2);
  return pull.isOpen ? { result: "done", pull } : { result: "rejected", reason: `${pull.url} was closed` };
}
async function placeOn(run2, scene, wanted) {
  let { git } = run2.platform, branch2 = branchFor(run2.facts.refName), look2 = () => git.fetchRef(`refs/heads/${branch2}`), seen = await look2();
  if (seen !== void 0 && await isSameOnTop(run2, scene.head, { commit: seen, wanted })) return { result: "done" };
  if (await laterHead(run2, scene) !== void 0)
    return { result: "rejected", reason: "the base branch moved", isFinal: !1 };
  if (seen !== void 0 && !await isBumpBranch(run2, run2.facts.refName, seen)) throw foreignBranch(branch2, seen);
  let push3 = await git.replaceBranch(wanted, branch2, seen);
  return push3.result === "rejected" ? { ...push3, isFinal: await look2() === seen } : { result: "done" };
}
function notOpened(reason) {
  return new ReleaseError(
    "PULL_REQUEST_FAILED",
    `GitHub did not open the pull request of the version bumps: ${reason}`,
    {
      hint: "If other runs or people change the same branch at this moment, run again; a `concurrency` group keeps release runs apart."
    }
  );
}
function notPushed({ facts }, reason) {
  let message = `The push of the version bumps to ${branchFor(facts.refName)} was refused: ${reason}`;
  return new ReleaseError("GIT_PUSH_REFUSED", message, {
    hint: "Give the job `permissions: { contents: write, pull-requests: write }`. Where another run works on the same branch, run again."
  });
}

// src/pipeline/push-bump.ts
async function pushBump(run2, scene, written, releases) {
  if (written.commit === scene.head) return { result: "done", commit: scene.head };
  let branch2 = run2.facts.refName, push3 = await pushTo(run2, scene, written);
  if (push3.result === "done") return landed(run2, push3.commit);
  let { git } = run2.platform, head = await laterHead(run2, scene);
  if (head === void 0) throw refused6(branch2, push3);
  if (await isSameOnTop(run2, scene.head, { commit: head, wanted: written.commit })) return landed(run2, head);
  if (await git.isAncestor(written.commit, head)) return landed(run2, written.commit);
  if (push3.cause === "refused" || push3.cause === "name") throw refused6(branch2, push3);
  return movedOn(run2, scene, head, releases);
}
async function pushTo(run2, scene, { commit, files, message }) {
  let branch2 = run2.facts.refName;
  if (await isVerified(run2, branch2)) return run2.github.commitOnBranch({ branch: branch2, parent: scene.head, message, files });
  let push3 = await run2.platform.git.pushBranch(commit, branch2);
  return push3.result === "rejected" ? push3 : { result: "done", commit };
}
async function isVerified({ settings, github }, branch2) {
  let chosen3 = settings.verifiedCommits.value;
  return chosen3 !== void 0 ? chosen3 : (await github.branchRules(branch2) ?? []).some(({ type }) => type === "required_signatures");
}
async function landed(run2, commit) {
  let { git, log } = run2.platform;
  return log.info(`Pushed ${commit.slice(0, 12)} to ${run2.facts.refName}.`), await git.fetchRef(`refs/heads/${run2.facts.refName}`), await git.fastForward(commit), { result: "done", commit };
}
var PUSH_HINT = "Give the job `permissions: { contents: write }`; for a protected branch use a GitHub App token or deploy key on its bypass list, `commit: pull-request`, or `commit: none`.", PASSING = [
  [
    /rate limit/i,
    "Run the workflow again in an hour: nothing was published. A GitHub App\u2019s `github-token` has requests of its own."
  ],
  [/(?:answered (?:408|5\d\d)|did not answer)\b/, "Run the workflow again when GitHub answers: nothing was published."],
  [/Operation too slow/, "The server took the push and did not answer. Run the workflow again: nothing was published."]
], LOST_HINT = "The connection broke, and the branch does not have the commit. Run the workflow again: nothing was published.";
function refused6(branch2, { reason, cause }) {
  let outcome3 = cause === "lost" ? "got no answer" : "was refused";
  return new ReleaseError("GIT_PUSH_REFUSED", `The push of the version bump to ${branch2} ${outcome3}: ${reason}`, {
    hint: PASSING.find(([words2]) => words2.test(reason))?.[1] ?? (cause === "lost" ? LOST_HINT : PUSH_HINT)
  });
}

// src/pipeline/git-rights.ts
function bumps(releases) {
  return releases.some(
    (intent) => intent.edits.version !== void 0 || appVersionOf(intent) !== intent.chart.manifest.appVersion
  );
}
async function gitRightProblems(run2, scene, releases) {
  let pushes = bumps(releases) && !gitStays(run2), viaApi = pushes && !proposes(run2) && await isVerified(run2, run2.facts.refName), { git } = run2.platform;
  return (await Promise.all([
    pushes && !viaApi || await claims(run2, scene, releases) ? git.pushProblem() : void 0,
    viaApi ? run2.github.writeProblem() : void 0
  ]).catch(problemsIn)).filter((problem) => problem !== void 0);
}
async function claims(run2, { remoteTags }, releases) {
  let tags = releases.filter(({ sightings }) => sightings.some(({ presence }) => presence.state !== "present")).flatMap(
    ({ chart, version }) => tagOf(run2.settings.tagTemplate.value, { name: chart.manifest.name, version }) ?? []
  );
  if (tags.length === 0) return !1;
  let known = await remoteTags();
  return tags.some((tag) => !known.has(tag));
}

// src/pipeline/name-conflicts.ts
var TAG_HINT = "Set a `tag-template` that gives other names, such as `{{ .Name }}-{{ .Version }}`, or rename the tag that is there.";
async function nameConflicts(run2, scene, releases) {
  return [...await tagConflicts(run2, scene, releases), ...await branchConflicts(run2, scene, releases)];
}
async function tagConflicts({ settings }, { remoteTags }, releases) {
  let template2 = settings.tagTemplate.value, tags = releases.flatMap(({ chart, version }) => tagOf(template2, { name: chart.manifest.name, version }) ?? []);
  if (tags.length === 0) return [];
  let known = await remoteTags(), all = [...known.keys(), ...tags].map((tag) => `refs/tags/${tag}`);
  return tags.flatMap((tag) => {
    let there = known.has(tag) ? void 0 : conflictingRef(`refs/tags/${tag}`, all);
    return there === void 0 ? [] : [nameConflict(`refs/tags/${tag}`, there, TAG_HINT)];
  });
}
async function branchConflicts(run2, scene, releases) {
  if (!proposes(run2) || divide(run2, scene, releases).proposed.length === 0) return [];
  let branch2 = `refs/heads/${branchFor(run2.facts.refName)}`, there = await (await run2.platform.git.sideClone()).refs("refs/heads/release-charts"), conflict = there.includes(branch2) ? void 0 : conflictingRef(branch2, there);
  if (conflict === void 0) return [];
  let hint = `Bumps are proposed from that branch. Rename the one that is there: git push origin ${conflict}:refs/heads/NEW-NAME && git push origin --delete ${conflict}`;
  return [nameConflict(branch2, conflict, hint)];
}

// src/pipeline/offline-problems.ts
async function offlineProblems(run2) {
  return (await Promise.all([
    run2.settings.sign.value === "none" ? [] : signingProblems(run2),
    run2.provenance().then(() => [], problemsIn),
    // A version that is named may have to be downloaded.
    run2.settings.helmVersion.value === void 0 ? run2.helm().then(() => [], problemsIn) : []
  ])).flat();
}
async function signingProblems(run2) {
  let { facts, platform, settings } = run2, instance = instanceProblem(facts.serverUrl, settings.sigstoreSigningConfig.value !== void 0);
  if (instance) return [instance];
  let { identity: identity2 } = platform;
  return [...identity2.available ? [] : await identity2.token(AUDIENCE).then(() => [], problemsIn), ...await consentProblems(run2).catch(problemsIn)];
}
async function consentProblems({ facts, platform, settings }) {
  let sources = {
    signingConfig: settings.sigstoreSigningConfig.value,
    trustedRoot: settings.sigstoreTrustedRoot.value
  }, isPublic = !(sources.signingConfig !== void 0 || sources.trustedRoot !== void 0) || await import("./keyless-SJGQVQXR.js").then(async ({ findServices }) => {
    let { http, files, clock: clock2, log } = platform, options = { http, files, clock: clock2, log, timeoutMs: settings.sigstoreTimeoutMs.value };
    return (await findServices({ ...sources, cacheFolder: "" }, options)).isPublic;
  }), publicLog = settings.publicLog.value, isKnown = facts.visibility !== void 0 || publicLog !== void 0, { repository, visibility: repositoryVisibility } = facts, problem = isPublic && isKnown ? publicLogProblem({ repository, repositoryVisibility }, publicLog) : void 0;
  return problem ? [problem] : [];
}

// src/pipeline/unmerged.ts
var TRUSTED_WITH_FOREIGN_CODE = /^(pull_request_target|workflow_run|issue_comment)$/;
function untrustedProblem(facts, checkout, mode) {
  if (checkout.shownOn === void 0)
    return mode === "release" || TRUSTED_WITH_FOREIGN_CODE.test(facts.eventName) ? notOnRef(facts, checkout) : void 0;
}
function headProblem(facts, checkout) {
  return checkout.shownOn === "ref" ? void 0 : notOnRef(facts, checkout);
}
function notOnRef({ ref }, { head }) {
  return new ReleaseError("HEAD_NOT_ON_REF", `The checkout is at ${head.slice(0, 12)}, which is not on ${ref}.`, {
    hint: "Release what is merged: let actions/checkout take the ref of the event, from the repository of the workflow, and push what earlier steps commit before this one. Plan pull requests on `pull_request`, where there are no secrets to lose."
  });
}

// src/pipeline/preflight.ts
async function preflight2(run2, scene, releases) {
  let known = await offlineProblems(run2);
  if (known.length > 0) throw new ReleaseErrors(known);
  let findings = await Promise.all([
    ...run2.targets.map((target) => target.preflight(refsToWrite(releases, target.address)).catch(problemsIn)),
    place(run2),
    branch(run2, releases).catch(problemsIn),
    gitRightProblems(run2, scene, releases),
    nameConflicts(run2, scene, releases).catch(problemsIn),
    identity(run2),
    run2.helm().then(() => [], problemsIn),
    run2.provenance().then(() => [], problemsIn)
  ]), all = [...clock(run2), ...findings.flat()], problems = [...new Set(all)];
  if (problems.length > 0) throw new ReleaseErrors(problems);
  let signing = await run2.signing();
  signing && await requireSignable(run2, releases);
  let { log } = run2.platform;
  for (let intent of releases) noticeVersion(run2, intent);
  log.info(`Packaging with Helm ${(await run2.helm()).version}.`), log.info(signing ? `Signing as ${signing.identity.subject}.` : "Not signing: `sign: none`.");
}
async function requireSignable(run2, releases) {
  let problems = (await Promise.all(
    run2.targets.map((target) => target.signatureProblem?.(refsToWrite(releases, target.address)))
  )).filter((problem) => problem !== void 0);
  if (problems.length > 0) throw new ReleaseErrors(problems);
}
function noticeVersion(run2, { chart, version }) {
  let notice = versionNotice(version), { file, versionSpan } = chart.manifest;
  notice !== void 0 && run2.platform.log.warning(notice, { title: chart.manifest.name, at: { file, line: versionSpan.line } });
}
function refsToWrite(releases, target) {
  let stays = ["same", "unadopted"];
  return releases.filter(
    ({ sightings }) => sightings.some(({ evidence }) => evidence.target === target && !stays.includes(evidence.state))
  ).map(({ chart, version }) => ({ name: chart.manifest.name, version }));
}
function clock({ platform, warn }) {
  let { problem, warning } = clockFindings(platform.serverTime, platform.clock.now());
  return warning !== void 0 && warn(warning), problem ? [problem] : [];
}
function place({ facts, checkout }) {
  let problem = headProblem(facts, checkout);
  return problem ? [problem] : [];
}
async function branch(run2, releases) {
  if (!bumps(releases) || gitStays(run2) || proposes(run2)) return [];
  let name = run2.facts.refName, rules = await run2.github.branchRules(name), signs = await isVerified(run2, name), withToken = signs || await run2.platform.git.pushesWithToken(), { problem, warning, note: note2 } = branchFindings(name, rules, { signs, withToken });
  return warning !== void 0 && run2.warn(warning), note2 !== void 0 && run2.platform.log.info(note2), problem ? [problem] : [];
}
async function identity(run2) {
  try {
    return await run2.signing(), [];
  } catch (error) {
    return problemsIn(error);
  }
}

// src/pipeline/told.ts
var MAX_FINDINGS2 = 5;
function planLines({ intents, unreadable: unreadable3, scope, halfReleases }) {
  if (scope.kind === "nothing") return scope.reason;
  let active = intents.filter((intent) => intent.action !== "leave"), count2 = `${intents.length + unreadable3.length} ${intents.length === 1 ? "chart" : "charts"}`, todo = intents.filter(isReleased).length;
  return [
    `${count2}: ${todo} to release, ${intents.length - active.length} unchanged.`,
    ...halfReleases.halves.map((half) => half.problem?.message ?? halfReleased(half)),
    ...active.flatMap((intent) => [intentLine(intent), ...findingLines(intent)]),
    ...unreadable3.map(({ path: path2, problem }) => `${path2}: ${problem.message}`)
  ].join(`
`);
}
function intentLine(intent) {
  let { name, version } = intent.chart.manifest, versions2 = intent.version === version ? version : `${version} -> ${intent.version}`;
  return `${name} ${versions2}: ${intent.action}, ${intent.reason}`;
}
function findingLines({ findings }) {
  let shown4 = findings.slice(0, MAX_FINDINGS2).map((finding) => `  ${finding.rule}: ${findingWords(finding)}`), left = findings.length - shown4.length;
  return left > 0 ? [...shown4, `  and ${left} more, which the plan lists`] : shown4;
}

// src/release.ts
var MAX_RACES2 = 5;
async function release2(run2) {
  try {
    return await carryOut(run2);
  } catch (error) {
    return reportSoFar(run2, problemsIn(error));
  }
}
async function carryOut(run2) {
  let { steps, progress } = run2, { git } = run2.platform, head = await git.head(), completions;
  for (let race = 0; race < MAX_RACES2; race += 1) {
    let scene = await steps.during("Plan", () => lookAndTell(run2, head, completions));
    if (progress.scene = scene, run2.settings.mode.value === "check") return checkReport(run2, scene);
    let releases = scene.intents.filter(isReleased), { direct, proposed } = divide(run2, scene, releases);
    if (run2.settings.mode.value === "plan") return report(run2, scene, {});
    if (race === 0 && await makePackagesFolder(run2, scene, releases), race === 0 && releases.length > 0 && await steps.during("Preflight", () => preflightRun(run2, scene, releases)), race === 0) for (let target of run2.targets) await target.finish?.();
    completions ??= await completeHalfReleases(run2, scene);
    let { failed: failed2 } = progress;
    failed2.clear();
    let { again, ...proposing } = await proposeBumps(run2, scene, proposed, failed2);
    if (again !== void 0) {
      head = again;
      continue;
    }
    if (direct.length === 0) return settled2(run2, scene, { failed: failed2, completions, ...proposing });
    let ready = await steps.during("Bump and package", () => bumpAndPackage(run2, scene, direct, failed2)), push3 = await steps.during("Push the bump", () => pushBump(run2, scene, ready.written, ready.releases));
    if (push3.result === "superseded") return superseded(run2, scene, { by: push3.by, completions });
    if (push3.result === "again") head = push3.head;
    else {
      push3.commit !== scene.head && (progress.bumpCommit = push3.commit);
      let pushed2 = await asPushed(run2, scene, ready, push3.commit);
      return await publish(run2, scene, pushed2, { failed: failed2, completions, ...proposing });
    }
  }
  throw new ReleaseError(
    "GIT_BRANCH_BUSY",
    `${run2.facts.refName} moved ${MAX_RACES2} times while this run tried to push.`,
    {
      hint: "Run again; a `concurrency` group keeps release runs apart."
    }
  );
}
async function lookAndTell(run2, head, completions) {
  let looked = await look(run2, head), halfReleases = { ...looked.halfReleases, ...completions && { halves: [...completions.keys()] } }, scene = { ...looked, halfReleases };
  return run2.platform.log.info(planLines(scene)), scene;
}
async function bumpAndPackage(run2, scene, releases, failed2) {
  let written = await writeBump(run2, scene, releases), unwritable = withoutDependents(scene.sources.charts, {
    done: releases.map((intent) => intent.chart),
    failed: written.problems
  }), step = unwritable.failed.size > 0 ? { done: [], failed: unwritable.failed } : await packageReleases(run2, scene, written, releases);
  if (step.failed.size === 0) return { written, releases, packaged: step.done };
  for (let [path2, error] of step.failed) failed2.set(path2, error);
  let left = releases.filter((intent) => !failed2.has(intent.chart.path));
  return left.length === 0 ? { written: { ...written, commit: scene.head }, releases: [], packaged: [] } : bumpAndPackage(run2, scene, left, failed2);
}
async function asPushed(run2, scene, ready, commit) {
  if (commit === ready.written.commit) return ready;
  let written = { ...ready.written, commit }, { done } = await packageReleases(run2, scene, written, ready.releases);
  return { ...ready, written, packaged: done };
}
async function proposeBumps(run2, scene, proposed, failed2) {
  return proposes(run2) ? run2.steps.during("Propose the bumps", async () => {
    if (proposed.length === 0)
      return await withdraw(run2, scene).catch((error) => warnUnlessBug(run2, error)), {};
    let { written, releases } = await bumpAndPackage(run2, scene, proposed, failed2);
    if (releases.length === 0) return {};
    try {
      let made = await propose(run2, scene, { commit: written.commit, releases });
      return made.result === "done" ? (run2.progress.proposal = made.proposal, { proposal: made.proposal }) : made.result === "again" ? { again: made.head } : { skipped: carriedOnBy(made.by) };
    } catch (error) {
      for (let { chart } of releases) failed2.set(chart.path, asReleaseError(error));
      return {};
    }
  }) : {};
}
function warnUnlessBug(run2, thrown) {
  let problem = asReleaseError(thrown);
  if (problem.kind === "bug") throw problem;
  run2.warn(problem.message);
}
async function publish(run2, scene, { written, packaged }, { failed: failed2, ...ended2 }) {
  let recorded = [], step = async (title, items, work) => {
    if (items.length === 0) return [];
    let { done, failed: stopped } = await run2.steps.during(title, () => work(run2, scene, items));
    for (let [path2, error] of stopped) failed2.set(path2, error);
    return done;
  }, proven = await step("Stage, sign and verify", packaged, prove), claimed = await step("Claim", proven, async (...claiming) => (recorded = await recordReleases(run2, written, proven), claim(...claiming))), promoted = await step("Promote", claimed, promoteReleases);
  for (let target of run2.targets) await target.tidy?.();
  let bump = written.commit === scene.head ? {} : { bumpCommit: written.commit };
  return { ...await settled2(run2, scene, { ...ended2, promoted, failed: failed2, recorded }), ...bump };
}
async function preflightRun(run2, scene, releases) {
  await preflight2(run2, scene, releases);
  let signing = await run2.signing();
  signing && (run2.progress.identity = signing.identity);
}
async function superseded(run2, scene, { by, completions }) {
  return { ...await settled2(run2, scene, { skipped: carriedOnBy(by), completions }), supersededBy: by };
}
async function settled2(run2, scene, { recorded = [], ...ended2 }) {
  let released = [...releasesIn(ended2.completions), ...ended2.promoted ?? []];
  await settleRecords(run2, scene, { recorded, released });
  let left = await leavePackages(run2, released);
  return { ...await report(run2, scene, ended2), ...left };
}
function carriedOnBy(commit) {
  return `superseded by ${commit.slice(0, 12)}, whose own run carries on`;
}

// src/report/annotations.ts
function annotate(report2, log) {
  for (let problem of report2.problems) log.error(problemText(problem), annotationOf(problem));
  for (let { problem, name, path: path2 } of report2.charts) {
    let file = problem?.kind === "chart" ? `${path2}/Chart.yaml`.replace(/^\.\//, "") : void 0;
    problem && log.error(problemText(problem), annotationOf(problem, { name, file }));
  }
  for (let { level, title, text: text2, at } of report2.notes ?? []) log[level](text2, { title, at });
  for (let { text: text2, at } of report2.remarks ?? []) log.warning(text2, at && { at });
  for (let warning of report2.warnings) log.warning(warning);
  log.notice(headline(report2));
}
function annotationOf(problem, chart = {}) {
  let title = chart.name === void 0 ? problem.code : `${chart.name}: ${problem.code}`, at = problem.at ?? (chart.file === void 0 ? void 0 : { file: chart.file });
  return at === void 0 ? { title } : { title, at };
}

// src/report/plan-table.ts
var MAX_REASON2 = 160;
function planTable(plan) {
  if (plan.charts.length === 0) return "No charts.";
  let rows = plan.charts.map((chart) => [
    chart.name,
    versions(chart.currentVersion, chart.version, "->"),
    actionWords[chart.action],
    cut(flat(chart.problem?.message ?? chart.reason), MAX_REASON2)
  ]);
  return aligned([["CHART", "VERSION", "PLAN", "WHY"], ...rows]);
}
function planJson(plan) {
  return `${JSON.stringify(plan, null, 2)}
`;
}
function aligned(rows) {
  let cells2 = rows.map((row) => row.map(flat)), widthOf = (column) => Math.max(0, ...cells2.map((row) => column < row.length - 1 ? row[column]?.length ?? 0 : 0)), widths = Array.from({ length: Math.max(...cells2.map((row) => row.length)) }, (_, column) => widthOf(column));
  return cells2.map(
    (row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  ).join(`
`);
}
function flat(text2) {
  return text2.replace(/\s+/g, " ").trim();
}

// src/report/check-table.ts
var MAX_ROWS = 300, words = {
  enough: "high enough",
  mild: "rather low",
  "too-low": "too low",
  missing: "not raised",
  left: "raised by the release",
  first: "first release",
  unchanged: "unchanged",
  unknown: "not known"
}, FAILING = ["too-low", "missing", "unknown"];
function checkLines(checks) {
  let changed = checks.filter(({ verdict }) => verdict !== "unchanged");
  if (changed.length === 0) return "No chart changed.";
  let rows = changed.map((check2) => [check2.name, ...cells(check2, "->"), check2.why]);
  return aligned([["CHART", "DECLARED", "NEEDED", "CHECK", "WHY"], ...rows]);
}
function checkTable(checks) {
  let rank2 = ({ verdict }) => FAILING.includes(verdict) ? 0 : verdict === "unchanged" ? 2 : 1, sorted2 = [...checks].sort((a, b) => rank2(a) - rank2(b));
  if (sorted2.length === 0) return "";
  let rows = sorted2.slice(0, MAX_ROWS).map((check2) => {
    let [declared = "", needed = "", verdict = ""] = cells(check2, "\u2192"), told3 = FAILING.includes(check2.verdict) ? `**${verdict}**` : verdict;
    return [prose(check2.name, 100), prose(declared, 100), prose(needed, 100), told3, prose(check2.why, 300)];
  }), left = sorted2.length - rows.length, rest = left > 0 ? `

*${left} more charts are in the report file.*` : "";
  return table(["Chart", "Declared", "Needed", "Check", "Why"], rows) + rest;
}
function cells({ released, declared, declaredLevel, requiredLevel, needed, verdict }, arrow) {
  let from = released === void 0 || released === declared ? declared : `${released} ${arrow} ${declared}`;
  return [
    declaredLevel === void 0 ? from : `${from} (${declaredLevel})`,
    [needed, requiredLevel && `(${requiredLevel})`].filter((part) => part !== void 0).join(" "),
    words[verdict]
  ];
}

// src/report/log-lines.ts
function chartLines(report2) {
  return aligned(
    report2.charts.map((chart) => [
      chart.name,
      versions(chart.previousVersion, chart.version, "->"),
      resultWords[chart.result],
      ...outcome2(chart)
    ])
  );
}
function outcome2({ problem, references, reason, result }) {
  if (problem !== void 0) return [`${problem.code}: ${problem.message}`];
  let [reference] = references;
  return reference === void 0 || result !== "released" && result !== "completed" ? [reason] : [reference.reference, shortDigest2(reference.digest)];
}
function pushedLines(report2) {
  return report2.charts.filter((chart) => chart.result === "released").flatMap((chart) => chart.references).map(({ reference, digest }) => `Pushed: ${reference.replace(/^oci:\/\//, "")}
Digest: ${digest}`).join(`
`);
}

// src/report/outputs.ts
var MAX_BYTES2 = 6e4, MAX_FINDINGS3 = 3;
function problemData({ code: code2, kind, message, hint, at }) {
  return { code: code2, kind, message, ...hint !== void 0 && { hint }, ...at };
}
function chartData(chart) {
  let { name, path: path2, version, previousVersion, appVersion: appVersion2, reason, references, signed, result, problem } = chart;
  return {
    name,
    path: path2,
    version,
    previousVersion,
    appVersion: appVersion2,
    reason,
    digest: references[0]?.digest,
    references,
    signed,
    result,
    problem: problem && problemData(problem)
  };
}
function reportJson(report2) {
  let { mode, notes, checks, identity: identity2, supersededBy, bumpCommit, pullRequest, warnings, remarks, packages } = report2, whole2 = {
    schema: 1,
    mode,
    charts: report2.charts.map((chart) => ({ ...chartData(chart), notes: chart.notes })),
    problems: report2.problems.map(problemData),
    warnings,
    remarks,
    notes,
    checks,
    packages,
    identity: identity2,
    supersededBy,
    bumpCommit,
    pullRequest: pullRequest && { number: pullRequest.number, url: pullRequest.url }
  };
  return `${JSON.stringify(whole2, null, 2)}
`;
}
function outputsOf(report2) {
  return {
    released: String(report2.charts.some((chart) => chart.result === "released")),
    charts: within2(report2.charts.map(chartData), ({ result }) => result !== "unchanged", { schema: 1 }),
    plan: report2.plan === void 0 ? "" : planOutput(report2.plan),
    "pull-request": report2.pullRequest?.url ?? "",
    packages: pathsWithin(report2.packages ?? [])
  };
}
function pathsWithin(paths) {
  let room = MAX_BYTES2;
  return JSON.stringify(
    paths.filter((path2) => (room -= Buffer.byteLength(path2) + 3, room > 0))
  );
}
function planOutput({ charts, settings, ...head }) {
  let brief2 = charts.map(withFewFindings), whole2 = within2(brief2, ({ action }) => action !== "leave", { ...head, settings });
  return fits(whole2) ? whole2 : within2(brief2, ({ action }) => action !== "leave", { ...head, settings: {} });
}
function withFewFindings(chart) {
  let more2 = chart.findings.length + (chart.moreFindings ?? 0) - MAX_FINDINGS3;
  return more2 <= 0 ? chart : { ...chart, findings: chart.findings.slice(0, MAX_FINDINGS3), moreFindings: more2 };
}
function within2(charts, matters, head) {
  let whole2 = JSON.stringify({ ...head, charts });
  if (fits(whole2)) return whole2;
  let room = MAX_BYTES2 - Buffer.byteLength(JSON.stringify({ ...head, truncated: !0, charts: [] })), kept = /* @__PURE__ */ new Set();
  for (let chart of [...charts.filter(matters), ...charts.filter((one2) => !matters(one2))]) {
    let size = Buffer.byteLength(JSON.stringify(chart)) + 1;
    size <= room && kept.add(chart), room -= kept.has(chart) ? size : 0;
  }
  return JSON.stringify({ ...head, truncated: !0, charts: charts.filter((chart) => kept.has(chart)) });
}
function fits(text2) {
  return Buffer.byteLength(text2) <= MAX_BYTES2;
}

// src/signing/commands.ts
function verifyFlags(identity2) {
  let flags = ["--certificate-oidc-issuer", identity2.issuer, "--certificate-identity", identity2.subject], source = repositoryOf(identity2.sourceRepository);
  return source !== void 0 && source !== repositoryOf(identity2.subject) && flags.push("--certificate-github-workflow-repository", source), flags;
}
function repositoryOf(url) {
  if (url === void 0 || !URL.canParse(url)) return;
  let [owner, name] = new URL(url).pathname.split("/").slice(1);
  return owner && name ? `${owner}/${name}` : void 0;
}

// src/report/commands.ts
var CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
function cosignVerify({ pinned }, identity2, context) {
  let flags = [
    ...verifyFlags(identity2),
    ...context.trustedRoot === void 0 ? [] : ["--trusted-root", context.trustedRoot],
    ...isPlainHttp(pinned, context) ? ["--allow-http-registry"] : []
  ].map(shellWord).join(" ").replace(/ (?=--)/g, ` \\
  `);
  return `cosign verify ${shellWord(pinned)} \\
  ${flags}`;
}
function helmPull(reference, version, context) {
  return [...["helm pull", shellWord(`oci://${repositoryOf2(reference)}`), "--version", shellWord(version)], ...isPlainHttp(reference.pinned, context) ? ["--plain-http"] : []].join(" ");
}
function fluxRepository(reference, name, context) {
  let tag = reference.reference.slice(reference.reference.lastIndexOf(":") + 1), { identity: identity2 } = context, verify2 = identity2 && [
    "  verify:",
    "    provider: cosign",
    "    matchOIDCIdentity:",
    `      - issuer: ${yamlText(exactly2(identity2.issuer))}`,
    `        subject: ${yamlText(exactly2(identity2.subject))}`
  ];
  return [
    "apiVersion: source.toolkit.fluxcd.io/v1",
    "kind: OCIRepository",
    "metadata:",
    `  name: ${yamlText(name)}`,
    "spec:",
    "  interval: 10m",
    `  url: ${yamlText(`oci://${repositoryOf2(reference)}`)}`,
    ...isPlainHttp(reference.pinned, context) ? ["  insecure: true"] : [],
    "  ref:",
    `    tag: ${yamlText(tag)}`,
    "  layerSelector:",
    `    mediaType: ${CHART_LAYER}`,
    "    operation: copy",
    ...verify2 ?? []
  ].join(`
`);
}
function isSharedWorkflow(identity2) {
  return verifyFlags(identity2).includes("--certificate-github-workflow-repository");
}
function isPlainHttp(pinned, { plainHttp = [] }) {
  let host3 = pinned.split("/")[0] ?? "";
  return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host3) || plainHttp.includes(host3);
}
function repositoryOf2({ pinned }) {
  return pinned.split("@")[0] ?? pinned;
}
function shellWord(text2) {
  return /^[\w./:@%+=,-]+$/.test(text2) ? text2 : `'${text2.replaceAll("'", "'\\''")}'`;
}
function yamlText(text2) {
  return /^[a-z][\w./@-]*(:\/\/[\w./:@-]+)?(?<!:)$/i.test(text2) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text2) ? text2 : `'${text2.replaceAll("'", "''")}'`;
}
function exactly2(text2) {
  return `^${text2.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&")}$`;
}

// src/report/index-commands.ts
function isServed(reference) {
  return "repository" in reference && /^https?:\/\//.test(reference.reference);
}
function helmRepoAdd({ repository }, name, version) {
  let alias = aliasFor(repository);
  return [
    `helm repo add ${shellWord(alias)} ${shellWord(repository)}`,
    `helm repo update ${shellWord(alias)}`,
    `helm show chart ${shellWord(`${alias}/${name}`)} --version ${shellWord(version)}`
  ].join(`
`);
}
function helmPullFromIndex({ repository, hasProvenance }, name, version) {
  let pull = `helm pull ${shellWord(name)} --repo ${shellWord(repository)} --version ${shellWord(version)}`;
  return hasProvenance ? `curl -fsSL -o pubkey.gpg ${shellWord(`${repository}/pubkey.gpg`)}
${pull} --verify --keyring pubkey.gpg` : pull;
}
function cosignVerifyBlob(url, identity2, { trustedRoot }) {
  let name = fileOf(url), [file, bundle] = [name, `${name}.sigstore.json`].map(shellWord), flags = [...verifyFlags(identity2), ...trustedRoot === void 0 ? [] : ["--trusted-root", trustedRoot]].map(shellWord).join(" ").replace(/ (?=--)/g, ` \\
  `);
  return [
    `curl -fsSL -o ${file} ${shellWord(url)}`,
    `curl -fsSL -o ${bundle} ${shellWord(`${url}.sigstore.json`)}`,
    `cosign verify-blob ${file} \\
  --bundle ${bundle} \\
  ${flags}`
  ].join(`
`);
}
function aliasFor(url) {
  let [first = ""] = new URL(url).hostname.split(".");
  return /^[a-z0-9][\w-]*$/i.test(first) && !/^\d+$/.test(first) ? first : "charts";
}
function fileOf(reference) {
  return (new URL(reference).pathname.split("/").at(-1) ?? "").replace(/%2B/gi, "+");
}

// src/report/how-to-use.ts
var MAX_MORE = 50;
function howToUse(report2) {
  let everywhere = report2.charts.filter((chart) => chart.result === "released" || chart.result === "completed").flatMap((chart) => chart.references.map((reference) => ({ chart, reference }))), [first, ...others] = everywhere.filter(({ reference }) => isManifest(reference) || isServed(reference));
  return first === void 0 ? onlyStored(everywhere) : [
    "### Use it",
    example(first, report2),
    indexes([first, ...others], report2),
    callersNote(report2),
    ...more(others, report2)
  ].filter((part) => part !== "").join(`

`);
}
function onlyStored([first]) {
  return first === void 0 || isManifest(first.reference) ? "" : `### Use it

${`The charts are in ${code(first.reference.repository, 300)}. Say in the target where a web server gives them, with \`?url=https://\u2026\`, and lines to copy stand here.`}`;
}
function example(released, report2) {
  let { chart, reference } = released, [pull, ...verify2] = commandsFor(released, report2), parts = [`Pull ${prose(chart.name)} ${prose(chart.version)}:`, fenced(pull, "sh")];
  verify2.length > 0 && parts.push("Verify who made it:", fenced(verify2.join(`
`), "sh"));
  let source = isManifest(reference) ? ["As a source for Flux:", fenced(fluxRepository(reference, chart.name, signedOnly(chart, report2)), "yaml")] : ["As a repository of Helm:", fenced(helmRepoAdd(reference, chart.name, chart.version), "sh")];
  return [...parts, ...source].join(`

`);
}
function commandsFor({ chart, reference }, report2) {
  let identity2 = chart.signed ? report2.identity : void 0;
  return isManifest(reference) ? [helmPull(reference, chart.version, report2), ...identity2 ? [cosignVerify(reference, identity2, report2)] : []] : [helmPullFromIndex(reference, chart.name, chart.version), ...identity2 ? [cosignVerifyBlob(reference.reference, identity2, report2)] : []];
}
function indexes(released, report2) {
  let { identity: identity2 } = report2, urls = new Set(
    released.flatMap(({ reference }) => isManifest(reference) ? [] : reference.signedIndex ?? [])
  );
  if (identity2 === void 0 || urls.size === 0) return "";
  let lines2 = [...urls].map((url) => cosignVerifyBlob(url, identity2, report2));
  return `Verify who wrote the index:

${fenced(lines2.join(`
`), "sh")}`;
}
function more(others, report2) {
  if (others.length === 0) return [];
  let lines2 = others.slice(0, MAX_MORE).flatMap((released) => commandsFor(released, report2)), left = others.length - MAX_MORE, rest = left > 0 ? `

*${left} more are in the report file.*` : "";
  return [`<details><summary>${others.length === 1 ? "The other one" : `The other ${others.length}`}</summary>

${fenced(lines2.join(`
`), "sh")}${rest}

</details>`];
}
function callersNote({ identity: identity2 }) {
  return identity2 === void 0 || !isSharedWorkflow(identity2) ? "" : prose(
    "The signing workflow belongs to another repository, so every repository that calls it signs under the same name. Only the source repository tells them apart: cosign checks it with the last flag above, Flux cannot."
  );
}
function signedOnly(chart, report2) {
  let { identity: _, ...unsigned2 } = report2;
  return chart.signed ? report2 : unsigned2;
}
function isManifest(reference) {
  return "pinned" in reference;
}

// src/report/rows.ts
function rowsOf(report2, arrow) {
  return report2.mode === "plan" && report2.plan ? report2.plan.charts.map((chart) => plannedRow(chart, arrow)) : report2.charts.map((chart) => outcomeRow(chart, arrow));
}
function plannedRow(chart, arrow) {
  return {
    name: chart.name,
    version: versions(chart.currentVersion, chart.version, arrow),
    result: actionWords[chart.action],
    why: chart.problem === void 0 ? chart.reason : chart.problem.message,
    digest: chart.evidence.find(({ digest }) => digest !== void 0)?.digest ?? "",
    signed: "",
    matters: chart.action !== "leave"
  };
}
function outcomeRow(chart, arrow) {
  return {
    name: chart.name,
    version: versions(chart.previousVersion, chart.version, arrow),
    result: resultWords[chart.result],
    why: chart.problem === void 0 ? chart.reason : chart.problem.message,
    digest: chart.references[0]?.digest ?? "",
    signed: chart.result === "failed" || chart.result === "skipped" ? "" : chart.signed ? "yes" : "no",
    matters: chart.result !== "unchanged"
  };
}

// src/report/summary.ts
var MAX_TABLE2 = 12e4, MAX_LIST = 4e4;
function summary(report2) {
  return `${[
    "## Helm charts",
    `**${prose(headline(report2))}**`,
    report2.checks ? checkTable(report2.checks) : chartTable(report2),
    problemList(report2),
    warningList([...(report2.remarks ?? []).map(({ text: text2 }) => text2), ...report2.warnings, ...notesIn(report2)]),
    whatChanged(report2),
    howToUse(report2),
    settingsTable(report2)
  ].filter((part) => part !== "").join(`

`)}
`;
}
function chartTable(report2) {
  let rows = rowsOf(report2, "\u2192");
  if (rows.length === 0) return "";
  let isPlan = report2.mode === "plan", head = isPlan ? ["Chart", "Version", "Plan", "Why"] : ["Chart", "Version", "Result", "Why", "Digest", "Signed"], cells2 = (row) => {
    let first = [prose(row.name, 100), prose(row.version, 100), emphasis(row), prose(row.why, 300)];
    return isPlan ? first : [...first, code(shortDigest2(row.digest)), row.signed];
  }, order2 = [...rows.filter((row) => row.matters), ...rows.filter((row) => !row.matters)], { taken: taken2, left } = takeWithin(order2.map(cells2), MAX_TABLE2), rest = left === 0 ? "" : `

*${left} more charts are in the report file.*`;
  return table(head, taken2) + rest;
}
function emphasis({ result }) {
  return result === "failed" || result === "refuse" ? `**${result}**` : result;
}
function problemList(report2) {
  let ofCharts = report2.charts.flatMap(({ name, problem }) => problem ? [problemItem(problem, name)] : []), told3 = new Set(report2.charts.flatMap(({ path: path2, problem }) => problem ? [path2] : [])), ofPlan = (report2.mode === "plan" ? report2.plan?.charts ?? [] : []).flatMap(
    ({ name, path: path2, problem }) => problem && !told3.has(path2) ? [plannedItem(problem, name)] : []
  );
  return list2("### What went wrong", [
    ...report2.problems.map((problem) => problemItem(problem)),
    ...ofCharts,
    ...ofPlan
  ]);
}
function problemItem(problem, chart = "") {
  return item(problem, [problem.code, chart, placeOf3(problem)]);
}
function plannedItem(problem, chart) {
  let { file, line } = problem, at = file === void 0 ? void 0 : { file, ...line !== void 0 && { line } };
  return item(problem, [problem.code, chart, placeOf3({ at })]);
}
function item({ message, hint = "" }, names2) {
  let first = `- ${names2.filter((name) => name !== "").map((name) => code(name)).join(" \xB7 ")}<br>${prose(message, 1e3)}`;
  return hint === "" ? first : hint.includes(`
`) ? `${first}<br>What to do:

${fenced(cut(hint, 2e3)).replace(/^/gm, "  ")}
` : `${first}<br>What to do: ${prose(hint, 1e3)}`;
}
function notesIn({ mode, notes = [] }) {
  return mode === "check" ? [] : notes.map(({ text: text2, at }) => `${text2} ${placeOf3({ at })}`);
}
function warningList(warnings) {
  return list2(
    "### Worth knowing",
    warnings.map((warning) => `- ${prose(warning, 1e3)}`)
  );
}
function list2(title, items) {
  if (items.length === 0) return "";
  let { taken: taken2, left } = takeWithin(
    items.map((one2) => [one2]),
    MAX_LIST
  ), rest = left === 0 ? [] : [`- ${left} more are in the log and in the report file.`];
  return [title, "", ...taken2.flat(), ...rest].join(`
`);
}
function whatChanged({ charts }) {
  let items = charts.flatMap(
    ({ name, version, notes }) => notes === void 0 ? [] : [
      `<details><summary>${prose(`${name} ${version}`, 200)}</summary>

${notesMarkdown(notes, "####", prose)}

</details>`
    ]
  );
  return list2("### What changed", items);
}
function settingsTable({ plan }) {
  let settings = Object.entries(plan?.settings ?? {});
  if (settings.length === 0) return "";
  let rows = settings.map(([name, { value, source }]) => [code(name), code(value, 300), source]);
  return `<details><summary>Settings, and where each came from</summary>

${table(["Setting", "Value", "From"], rows)}

</details>`;
}
function takeWithin(rows, room) {
  let used = 0, taken2 = rows.filter((row) => (used += row.join(" | ").length + 5, used <= room));
  return { taken: taken2, left: rows.length - taken2.length };
}

// src/report/write.ts
var AS_DATA = { isData: !0 };
async function writeReport(whole2, { log, runner, secrets }) {
  let problems = /* @__PURE__ */ new Map(), isKnown = ({ message }) => whole2.problems.some((known) => known.message === message), attempt4 = (work) => Promise.resolve().then(work).catch((thrown) => {
    for (let problem of problemsIn(thrown)) isKnown(problem) || problems.set(problem.message, problem);
  }), report2 = redacted(whole2, secrets);
  await attempt4(() => logRun(report2, log)), await attempt4(() => annotate(report2, log));
  for (let [name, file, text2] of filesOf3(report2))
    await attempt4(async () => runner.setOutput(name, await runner.saveFile(file, text2())));
  await attempt4(async () => {
    for (let [name, value] of Object.entries(outputsOf(report2))) await attempt4(() => runner.setOutput(name, value));
  });
  let all = { ...report2, problems: [...report2.problems, ...problems.values()] };
  if (await attempt4(() => runner.addSummary(summary(all))), problems.size > 0) throw new ReleaseErrors([...problems.values()]);
}
async function logRun(report2, log) {
  report2.mode === "plan" && report2.plan ? await logPlan(report2.plan, log) : report2.checks ? log.info(checkLines(report2.checks), AS_DATA) : report2.charts.length > 0 && log.info(chartLines(report2), AS_DATA);
  let pushed2 = pushedLines(report2);
  pushed2 !== "" && log.info(pushed2, AS_DATA);
}
function filesOf3(report2) {
  let { plan } = report2, whole2 = ["report-file", "report.json", () => reportJson(report2)];
  return plan ? [whole2, ["plan-file", "plan.json", () => planJson(plan)]] : [whole2];
}
async function logPlan(plan, log) {
  log.info(planTable(plan), AS_DATA), await log.group("The plan as JSON", async () => log.info(planJson(plan), AS_DATA));
}

// src/chart/file-at.ts
import { posix as posix25 } from "node:path";
var FILE = /^100/, LINK2 = "120000";
async function readFileAt(git, commit, path2, maxBytes2) {
  let entry = await entryAt(git, commit, posix25.normalize(path2));
  if (entry === void 0) return;
  let content = (await git.blobs([entry.object], maxBytes2)).get(entry.object);
  if (content === void 0) throw refused7(path2, `is longer than the ${maxBytes2} bytes that are read`);
  return content;
}
async function entryAt(git, commit, path2) {
  let entries = await git.tree(commit), isOnTheWay = ({ path: other }) => path2 === other || path2.startsWith(`${other}/`), met = entries.find(isOnTheWay);
  if (met === void 0) {
    if (entries.some((entry) => entry.path.startsWith(`${path2}/`))) throw refused7(path2, "is not a file");
    return;
  }
  if (met.mode === LINK2) return linked(git, commit, path2);
  if (!FILE.test(met.mode)) throw refused7(path2, "is in a submodule");
  return met.path === path2 ? met : void 0;
}
async function linked(git, commit, path2) {
  let tree = await readTree(git, commit), end = endOf3(() => tree.follow(path2));
  if (end === void 0 || !("file" in end)) throw refused7(path2, "leads out of the files of the repository");
  return end.file;
}
function endOf3(follow4) {
  try {
    return follow4();
  } catch (error) {
    if (error instanceof ReleaseError) return;
    throw error;
  }
}
function refused7(path2, what) {
  return new ReleaseError("WORKSPACE_PATH_REFUSED", `${path2} ${what}.`, {
    hint: "Name a plain file of the repository, or take the link away.",
    at: { file: path2 }
  });
}

// src/pipeline/checkout.ts
var LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
async function openCheckout(git, facts) {
  let head = await git.head(), isOwn2 = await isRunsOwn(git, facts, head), origin = isOwn2 ? void 0 : await ownOrigin(git, facts), shownOn = isOwn2 ? "ref" : await placeOf4(git, facts, { head, origin }), settled3 = shownOn ? { commit: head, files: git } : await baseOf(git, facts, { head, origin });
  return {
    head,
    shownOn,
    settled: settled3.commit,
    read: (path2, maxBytes2) => readFileAt(settled3.files, settled3.commit, path2, maxBytes2),
    readAtHead: (path2, maxBytes2) => readFileAt(git, head, path2, maxBytes2)
  };
}
async function isRunsOwn(git, { ref, sha }, head) {
  if (!isMergedRef(ref) || head !== sha) return !1;
  let branch2 = /^refs\/heads\/(.+)$/s.exec(ref)?.[1], fetched = branch2 === void 0 ? void 0 : await git.resolve(`refs/remotes/origin/${branch2}`);
  return fetched === void 0 || fetched === head || git.isAncestor(head, fetched);
}
async function placeOf4(git, facts, { head, origin }) {
  let counts = isMergedRef(facts.ref);
  if (!(origin === void 0 || !counts && head === facts.sha))
    return counts && await shows(git, facts.ref, head) ? "ref" : await shows(git, "HEAD", head) ? "default branch" : void 0;
}
async function shows(git, ref, head) {
  try {
    let tip = await git.fetchRef(ref);
    return tip !== void 0 && (tip === head || await git.isAncestor(head, tip));
  } catch (error) {
    let { code: code2, message, hint } = asReleaseError(error), what = `Whether origin shows the checkout (${head.slice(0, 12)}) on ${nameOf3(ref)} can't be found out`;
    throw new ReleaseError(code2, `${what}: ${message}`, { hint, cause: error });
  }
}
async function baseOf(git, facts, { head, origin }) {
  let { base, baseBranch, eventName } = facts, branches = [...baseBranch === void 0 ? [] : [`refs/heads/${baseBranch}`], "HEAD"], own = facts.sha === head ? [facts.ref] : [facts.sha, facts.ref], refs = isMergedRef(facts.ref) ? own : branches, ofPull = base !== void 0 && baseBranch !== void 0 && eventName !== "merge_group" ? [base] : [], candidates = [...origin === void 0 ? refs.filter((ref) => ref === facts.sha) : refs, ...ofPull], failures = [];
  for (let candidate of candidates)
    try {
      let found = await readable(git, candidate);
      if (found) return found;
    } catch (error) {
      failures.push(error);
    }
  throw noBase(head, candidates.map(nameOf3), failures[0]);
}
async function readable(git, candidate) {
  if (/^[0-9a-f]{40,64}$/.test(candidate) && await git.resolve(candidate) === candidate) return { commit: candidate, files: git };
  let clone = await git.sideClone(), commit = await clone.fetchTip(candidate, { contents: !1 });
  return commit === void 0 ? void 0 : { commit, files: clone };
}
function noBase(head, asked, cause) {
  let why = cause === void 0 ? "" : `: ${asReleaseError(cause).message}`, places = asked.length === 0 ? "origin is another repository" : `looked for: ${asked.join(", ")}`, text2 = `The checkout (${head.slice(0, 12)}) is not merged, and the commit whose settings apply instead can't be read (${places})${why}`;
  return new ReleaseError("BASE_UNKNOWN", text2.replace(/\.?$/, "."), {
    hint: "Let actions/checkout clone the repository of the workflow, and keep its credentials (`persist-credentials: true`), so that origin can be asked for the base branch.",
    cause
  });
}
async function ownOrigin(git, { repository, serverUrl }) {
  let address = await git.originAddress(), place2 = placeIn2(address);
  if (place2 === void 0) return address;
  let path2 = place2.path.replace(/^\/+|\/+$|(\.git)?\/*$/gi, "").toLowerCase(), wanted = repository.toLowerCase();
  return path2 === wanted || !(URL.canParse(serverUrl) && new URL(serverUrl).hostname === place2.host) && path2.endsWith(`/${wanted}`) ? address : void 0;
}
function placeIn2(address) {
  if (URL.canParse(address) && /^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    let { protocol, hostname, pathname } = new URL(address);
    return protocol === "file:" || LOOPBACK.test(hostname) ? void 0 : { host: hostname, path: pathname };
  }
  let [, host3, path2] = /^(?:[^/]*@)?([^/:]+):(.*)$/s.exec(address) ?? [];
  return host3 !== void 0 && path2 !== void 0 ? { host: host3, path: path2 } : void 0;
}
function nameOf3(ref) {
  return ref === "HEAD" ? "the default branch" : ref;
}

// src/settled-settings.ts
var MAX_CONFIG_BYTES = 16 * 1024 * 1024;
async function settledSettings(context) {
  let { environment, facts, git, eventProblem } = context, mode = modeIn(inputsIn(environment));
  if (mode === "release" && eventProblem) throw new ReleaseErrors([eventProblem]);
  let checkout = await openCheckout(git, facts).catch((thrown) => withInputProblems(thrown, environment)), problem = untrustedProblem(facts, checkout, mode);
  if (problem) throw new ReleaseErrors([problem]);
  return { checkout, settings: await settingsAt(checkout, context) };
}
async function withInputProblems(thrown, environment) {
  let { config: _, ...inputs2 } = inputsIn(environment), problems = await readSettings({ inputs: inputs2, environment }).then(() => [], problemsIn);
  throw new ReleaseErrors([...problems, ...problemsIn(thrown)]);
}
async function settingsAt(checkout, context) {
  let { environment, secrets, log, facts, workspace, asText: asText2 } = context, asked = [], upTo = (maxBytes2) => async (path2) => (asked.push(path2), asText2(path2, await checkout.read(path2, maxBytes2))), readers = { own: upTo(MAX_CONFIG_BYTES), foreign: upTo(MAX_FILE_BYTES) }, found = await settingFiles(inputsIn(environment), readers);
  for (let value of found.chartReleaser ? secretsInFile(found.chartReleaser) : []) secrets.add(value);
  checkout.shownOn === void 0 && log.info(`The settings of commit ${checkout.settled} apply: ${untrustedReason(checkout, facts)}`);
  let remarks = await settledRemarks(asked, { checkout, workspace, facts }, MAX_CONFIG_BYTES), settings = await readSettings({ ...found, environment });
  return { ...settings, remarks: [...settings.remarks, ...remarks] };
}

// src/action.ts
async function runAction(variables, journal, meet) {
  let environment = environmentSnapshot(variables), output = openStandardOutput(), secrets = createSecrets((value) => output.write(`::add-mask::${encodeData(value)}
`));
  for (let value of secretsIn(environment)) secrets.add(value);
  let log = createLog({ write: output.write, debugging: environment.RUNNER_DEBUG === "1", secrets }), stop = createStop(systemClock, meet), watch = watchProcess(log, stop), files = createFiles(environment.RUNNER_TEMP), children = createProcesses(), runner = createRunner(environment, secrets, journal), guarded2 = { processes: guardProcesses(children, stop), journal: stop.guard(journal) }, own = await releaseSafely({ environment, secrets, log, files, stop, ...guarded2 });
  children.killAll(), await files.removeTemporary().catch((error) => log.warning(asReleaseError(error).message));
  let warned = { ...own, warnings: [...ordinarySecretsIn(environment).map(ordinarySecret), ...own.warnings] }, report2 = withLosses(warned, watch.problems(), output.lost()), isWell = await writeReport(report2, { log, runner, secrets }).then(() => !0, untold(log)) && !hasFailed(report2) && watch.problems().length === 0;
  return watch.exit(isWell ? 0 : 1);
}
function ordinarySecret(name) {
  return `The value of ${name} is short or an ordinary word, so it stays readable where names and references hold it. If it comes from a GitHub secret, GitHub drops every job output that holds it. Choose a long random value.`;
}
function untold(log) {
  return (thrown) => {
    for (let problem of problemsIn(thrown)) log.error(problemText(problem), { title: problem.code });
    return !1;
  };
}
async function releaseSafely(base) {
  let { stop } = base, run2, soFar = (problems) => run2 ? { ...reportSoFar(run2, problems), remarks: run2.settings.remarks } : { mode: "release", charts: [], problems, warnings: [], remarks: [] }, work = async () => (run2 = await openRun(base), { ...await release2(run2), remarks: run2.settings.remarks }), ended2 = await Promise.race([
    work().catch((error) => soFar(problemsIn(error))),
    stop.over.then((reason) => soFar([reason]))
  ]);
  return stop.reason && hasFailed(ended2) ? soFar([stop.reason]) : ended2;
}
function withLosses(report2, unhandled, lostLog) {
  let known = /* @__PURE__ */ new Set([...report2.problems, ...report2.charts.map(({ problem }) => problem)]), problems = [...report2.problems, ...unhandled.filter((problem) => !known.has(problem))], lost2 = lostLog === void 0 ? [] : [`Some of the log of this step is lost: it could not be written (${lostLog}).`];
  return { ...report2, problems, warnings: [...report2.warnings, ...lost2] };
}
async function openRun(base) {
  let { environment, files } = base, facts = await readRunnerFacts(environment, files), workspace = createWorkspace(facts.workspace, base.journal), { workspace: folder2, serverUrl } = facts, git = createGit({
    ...base,
    workspace: folder2,
    serverUrl,
    token: gitTokenIn(inputsIn(environment), environment)
  }), { settings, checkout } = await settledSettings({
    ...base,
    facts,
    workspace,
    git,
    asText,
    eventProblem: refusedEvent(facts)
  }), clock2 = guardClock(systemClock, base.stop), shared2 = {
    throttle: createThrottle({ clock: systemClock, log: base.log }),
    serverTime: createServerTime(systemClock)
  }, platform = openPlatform({ ...base, ...shared2, clock: clock2, workspace, git, files: filesFor(files, checkout, facts) }), token = settings.githubToken, newHttp = (ca) => guardHttp(createHttp({ ...platform, ...shared2, clock: systemClock, ...ca !== void 0 && { ca } }), base.stop), registries = registrySettings(settings), { apiUrl, repository } = facts, github = guardGitHub(createGitHub({ ...platform, token: token.value, apiUrl, repository }), base.stop, apiUrl), places = { ...platform, newHttp, github, facts, settings: registries }, signing = once(
    async () => settings.sign.value === "none" ? void 0 : openSigning(platform, settings, facts)
  ), indexSigner = settings.signIndex.value && { indexSigner: createFileSigner(signing) }, targets = openTargets(settings.targets.value, { ...places, ...indexSigner }), { log } = base, timeoutMs2 = settings.timeoutMs.value;
  return {
    platform,
    steps: createSteps({ log, stop: base.stop, setAlarm, timeoutMs: timeoutMs2 }),
    progress: createProgress(),
    facts,
    checkout,
    settings,
    targets,
    fetchDependency: dependencyFetch({
      ...places,
      ...settings.dependencies,
      ownHosts: targets.flatMap(({ address }) => address.startsWith("oci://") ? [new URL(address).host] : [])
    }),
    github,
    helm: once(() => openHelm2(platform, settings)),
    signing,
    provenance: once(() => openProvenance(settings, platform.clock)),
    warn: (text2) => log.warning(text2),
    ownCommits: ownCommits(git, ownRepositories({ targets })),
    built: /* @__PURE__ */ new Map(),
    compared: /* @__PURE__ */ new Map()
  };
}
function registrySettings(settings) {
  let { githubToken, registryUsername, registryPassword, plainHttp, tokenRealms } = settings;
  return {
    plainHttp: plainHttp.value,
    tokenRealms: tokenRealms.value,
    registryUsername: registryUsername.value,
    registryPassword: registryPassword.value,
    githubToken: githubToken.value,
    verifiedCommits: settings.verifiedCommits.value,
    tagOf: (ref) => tagOf(settings.tagTemplate.value, ref)
  };
}
function openPlatform(base) {
  let { environment, secrets } = base, http = guardHttp(createHttp({ ...base, clock: systemClock }), base.stop), identity2 = createIdentityProvider({ environment, http, secrets });
  return { ...base, http, identity: identity2 };
}
async function openHelm2(platform, settings) {
  let version = settings.helmVersion.value;
  if (version === void 0) return createHelm(platform);
  let { installHelm } = await import("./helm-install-ZL7HA4Q7.js");
  return createHelm(platform, await installHelm({ ...platform, version }));
}

// src/platform/journal.ts
function createJournal(listen = () => {
}) {
  return {
    async effect(name, change) {
      await listen("before", name);
      let result = await change();
      return await listen("after", name), result;
    }
  };
}

// src/main.ts
process.exitCode = await runAction(process.env, createJournal());
