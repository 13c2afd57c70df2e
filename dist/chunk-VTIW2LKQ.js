import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  openNetwork
} from "./chunk-A3N6FXHY.js";
import {
  codeOf,
  reasonOf
} from "./chunk-PM7AIXVP.js";
import {
  collectProblems,
  givenInput,
  parseGiven,
  resolveSetting
} from "./chunk-VSGV5YVZ.js";
import {
  INDEX_SIGNATURE,
  MAX_SIGNATURE_BYTES,
  appVersion,
  bumpNames,
  bumpSetting,
  everyTarget,
  fileInChart,
  folderGlob,
  hasIndex,
  host,
  inputs,
  isAbout,
  isByHand,
  isFolderInside,
  isMergedRef,
  kubeVersion,
  list,
  makesReleases,
  member,
  nearest,
  pendingName,
  quotedValue,
  readInputs,
  releaseInputs,
  sharedFileIn,
  signsAnything,
  valuesGlob
} from "./chunk-DZCLROTW.js";
import {
  memoizeAsync,
  shared
} from "./chunk-47K4XV7L.js";
import {
  PrivateHost
} from "./chunk-Q7YQF67J.js";
import {
  HELM_LIMITS,
  invalid,
  unpack
} from "./chunk-IYDCWTIU.js";
import {
  areAllPrivate,
  looksPrivate
} from "./chunk-4FXPF6RZ.js";
import {
  BUNDLE_ENDINGS,
  archiveNames
} from "./chunk-NDMRHR7U.js";
import {
  retryAfterMs
} from "./chunk-7MH6OKBE.js";
import {
  backoffMs
} from "./chunk-KJ6KRM6E.js";
import {
  allOf
} from "./chunk-RXXX6YZL.js";
import {
  aliasIn,
  satisfies
} from "./chunk-SDCPNQLT.js";
import {
  digestOf,
  failure,
  fieldsOf,
  helmText,
  isNull,
  itemsOf,
  parseYaml,
  pick,
  readChartYaml,
  readRequirements,
  scalarOf,
  spanOf,
  tooDeepAt
} from "./chunk-HUB4QXZH.js";
import {
  compareHelmVersions,
  parseVersion,
  readHelmVersion
} from "./chunk-KPEBNB2V.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import {
  ReleaseError,
  ReleaseErrors,
  asReleaseError,
  diskFull,
  errorCodes,
  placeText,
  problemsIn,
  saysDiskFull
} from "./chunk-72EAIUZW.js";
import {
  countText,
  cut,
  durationText,
  escapePattern,
  showInvisible,
  someOf
} from "./chunk-GQNI6KFR.js";
import {
  __commonJS,
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
      let opts = options || {}, length = input.length - 1, scanToEnd = opts.parts === !0 || opts.tokens === !0 || opts.scanToEnd === !0, slashes = [], tokens = [], parts = [], str = input, index = -1, start2 = 0, lastIndex = 0, isBrace = !1, isBracket = !1, isGlob = !1, isExtglob = !1, isGlobstar = !1, braceEscaped = !1, backslashes = !1, negated = !1, negatedExtglob = !1, finished = !1, braces = 0, prev, code2, token = { value: "", depth: 0, isGlob: !1 }, eos = () => index >= length, peek = () => str.charCodeAt(index + 1), advance = () => (prev = code2, str.charCodeAt(++index));
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
              if (isBrace = token.isBrace = !0, isGlob = token.isGlob = !0, finished = !0, scanToEnd === !0)
                continue;
              break;
            }
            if (braceEscaped !== !0 && code2 === CHAR_COMMA) {
              if (isBrace = token.isBrace = !0, isGlob = token.isGlob = !0, finished = !0, scanToEnd === !0)
                continue;
              break;
            }
            if (code2 === CHAR_RIGHT_CURLY_BRACE && (braces--, braces === 0)) {
              braceEscaped = !1, isBrace = token.isBrace = !0, finished = !0;
              break;
            }
          }
          if (scanToEnd === !0)
            continue;
          break;
        }
        if (code2 === CHAR_FORWARD_SLASH) {
          if (slashes.push(index), tokens.push(token), token = { value: "", depth: 0, isGlob: !1 }, finished === !0) continue;
          if (prev === CHAR_DOT && index === start2 + 1) {
            start2 += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== !0 && (code2 === CHAR_PLUS || code2 === CHAR_AT || code2 === CHAR_ASTERISK || code2 === CHAR_QUESTION_MARK || code2 === CHAR_EXCLAMATION_MARK) === !0 && peek() === CHAR_LEFT_PARENTHESES) {
          if (isGlob = token.isGlob = !0, isExtglob = token.isExtglob = !0, finished = !0, code2 === CHAR_EXCLAMATION_MARK && index === start2 && (negatedExtglob = !0), scanToEnd === !0) {
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
                finished = !0;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (code2 === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK && (isGlobstar = token.isGlobstar = !0), isGlob = token.isGlob = !0, finished = !0, scanToEnd === !0)
            continue;
          break;
        }
        if (code2 === CHAR_QUESTION_MARK) {
          if (isGlob = token.isGlob = !0, finished = !0, scanToEnd === !0)
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
              isBracket = token.isBracket = !0, isGlob = token.isGlob = !0, finished = !0;
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
                finished = !0;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === !0) {
          if (finished = !0, scanToEnd === !0)
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
    var constants4 = require_constants(), utils = require_utils(), {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants4, expandRange = (args, options) => {
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
    }, isPlainBranch = (branch) => {
      let escaped2 = !1;
      for (let ch of branch) {
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
    }, normalizeSimpleBranch = (branch) => {
      let value = branch.trim(), changed = !0;
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
        let branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1)
          return;
        let branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1)
          return;
        chars.push(branch), index += match.end + 1;
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
      let max = typeof options.maxExtglobRecursion == "number" ? options.maxExtglobRecursion : constants4.DEFAULT_MAX_EXTGLOB_RECURSION, branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1 && (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)))
        return { risky: !0 };
      let safeChars = [], sawStarSequence = !1, combinable = !0;
      for (let branch of branches) {
        let chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = !0, safeChars.push(...chars);
          continue;
        }
        let literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        if (combinable = !1, repeatedExtglobRecursion(branch) > max)
          return { risky: !0 };
      }
      return sawStarSequence ? combinable ? { risky: !0, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: !0 } : { risky: !1 };
    }, parse2 = (input, options) => {
      if (typeof input != "string")
        throw new TypeError("Expected a string");
      input = REPLACEMENTS[input] || input;
      let opts = { ...options }, max = typeof opts.maxLength == "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH, len = input.length;
      if (len > max)
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      let bos = { type: "bos", value: "", output: opts.prepend || "" }, tokens = [bos], capture = opts.capture ? "" : "?:", PLATFORM_CHARS = constants4.globChars(opts.windows), EXTGLOB_CHARS = constants4.extglobChars(PLATFORM_CHARS), {
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
        let count = 1;
        for (; peek() === "!" && (peek(2) !== "(" || peek(3) === "?"); )
          advance(), state.start++, count++;
        return count % 2 === 0 ? !1 : (state.negated = !0, state.start++, !0);
      }, increment = (type) => {
        state[type]++, stack.push(type);
      }, decrement = (type) => {
        state[type]--, stack.pop();
      }, push = (tok) => {
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
        increment("parens"), push({ type, value: value2, output: state.output ? "" : ONE_CHAR }), push({ type: "paren", extglob: !0, value: advance(), output }), extglobs.push(token);
      }, extglobClose = (token) => {
        let literal = input.slice(token.startIndex, state.index + 1), body = input.slice(token.startIndex + 2, state.index), analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          let safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0, open4 = tokens[token.tokensIndex];
          open4.type = "text", open4.value = literal, open4.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++)
            tokens[i].value = "", tokens[i].output = "", delete tokens[i].suffix;
          state.output = token.output + open4.output, state.backtrack = !0, push({ type: "paren", extglob: !0, value, output: "" }), decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : ""), rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/") && (extglobStar = globstar(opts)), (extglobStar !== star || eos() || /^\)+$/.test(remaining())) && (output = token.close = `)$))${extglobStar}`), token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            let expression = parse2(rest, { ...options, fastpaths: !1 }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          token.prev.type === "bos" && (state.negatedExtglob = !0);
        }
        push({ type: "paren", extglob: !0, value, output }), decrement("parens");
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
            value += "\\", push({ type: "text", value });
            continue;
          }
          let match = /^\\+/.exec(remaining()), slashes = 0;
          if (match && match[0].length > 2 && (slashes = match[0].length, state.index += slashes, slashes % 2 !== 0 && (value += "\\")), opts.unescape === !0 ? value = advance() : value += advance(), state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== !1 && value === ":") {
            let inner = prev.value.slice(1);
            if (inner.includes("[") && (prev.posix = !0, inner.includes(":"))) {
              let idx = prev.value.lastIndexOf("["), pre = prev.value.slice(0, idx), rest2 = prev.value.slice(idx + 2), posix3 = POSIX_REGEX_SOURCE[rest2];
              if (posix3) {
                prev.value = pre + posix3, state.backtrack = !0, advance(), !bos.output && tokens.indexOf(prev) === 1 && (bos.output = ONE_CHAR);
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
          state.quotes = state.quotes === 1 ? 0 : 1, opts.keepQuotes === !0 && push({ type: "text", value });
          continue;
        }
        if (value === "(") {
          increment("parens"), push({ type: "paren", value });
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
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" }), decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === !0 || !remaining().includes("]")) {
            if (opts.nobracket !== !0 && opts.strictBrackets === !0)
              throw new SyntaxError(syntaxError("closing", "]"));
            value = `\\${value}`;
          } else
            increment("brackets");
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === !0 || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === !0)
              throw new SyntaxError(syntaxError("opening", "["));
            push({ type: "text", value, output: `\\${value}` });
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
          let open4 = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open4), push(open4);
          continue;
        }
        if (value === "}") {
          let brace = braces[braces.length - 1];
          if (opts.nobrace === !0 || !brace) {
            push({ type: "text", value, output: value });
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
          push({ type: "brace", value, output }), decrement("braces"), braces.pop();
          continue;
        }
        if (value === "|") {
          extglobs.length > 0 && extglobs[extglobs.length - 1].conditions++, push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value, brace = braces[braces.length - 1];
          brace && stack[stack.length - 1] === "braces" && (brace.comma = !0, output = "|"), push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1, state.consumed = "", state.output = "", tokens.pop(), prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
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
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          if (!(prev && prev.value === "(") && opts.noextglob !== !0 && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            let next = peek(), output = value;
            (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) && (output = `\\${value}`), push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== !0 && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
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
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== !0 && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: !0, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          (value === "$" || value === "^") && (value = `\\${value}`);
          let match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          match && (value += match[0], state.index += match[0].length), push({ type: "text", value });
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
            push({ type: "star", value, output: "" });
            continue;
          }
          let isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace"), isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          for (; rest.slice(0, 3) === "/**"; ) {
            let after2 = input[state.index + 4];
            if (after2 && after2 !== "/")
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
            state.output = state.output.slice(0, -(prior.output + prev.output).length), prior.output = `(?:${prior.output}`, prev.type = "globstar", prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`, prev.value += value, state.output += prior.output + prev.output, state.globstar = !0, consume(value + advance()), push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar", prev.value += value, prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`, state.output = prev.output, state.globstar = !0, consume(value + advance()), push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length), prev.type = "globstar", prev.output = globstar(opts), prev.value += value, state.output += prev.output, state.globstar = !0, consume(value);
          continue;
        }
        let token = { type: "star", value, output: star };
        if (opts.bash === !0) {
          token.output = ".*?", (prev.type === "bos" || prev.type === "slash") && (token.output = nodot + token.output), push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === !0) {
          token.output = value, push(token);
          continue;
        }
        (state.index === state.start || prev.type === "slash" || prev.type === "dot") && (prev.type === "dot" ? (state.output += NO_DOT_SLASH, prev.output += NO_DOT_SLASH) : opts.dot === !0 ? (state.output += NO_DOTS_SLASH, prev.output += NO_DOTS_SLASH) : (state.output += nodot, prev.output += nodot), peek() !== "*" && (state.output += ONE_CHAR, prev.output += ONE_CHAR)), push(token);
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
      if (opts.strictSlashes !== !0 && (prev.type === "star" || prev.type === "bracket") && push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` }), state.backtrack === !0) {
        state.output = "";
        for (let token of state.tokens)
          state.output += token.output != null ? token.output : token.value, token.suffix && (state.output += token.suffix);
      }
      return state;
    };
    parse2.fastpaths = (input, options) => {
      let opts = { ...options }, max = typeof opts.maxLength == "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH, len = input.length;
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
      } = constants4.globChars(opts.windows), nodot = opts.dot ? NO_DOTS : NO_DOT, slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT, capture = opts.capture ? "" : "?:", state = { negated: !1, prefix: "" }, star = opts.bash === !0 ? ".*?" : STAR;
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
    module.exports = parse2;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan(), parse2 = require_parse(), utils = require_utils(), constants4 = require_constants(), isObject = (val) => val && typeof val == "object" && !Array.isArray(val), picomatch = (glob, options, returnState = !1) => {
      if (Array.isArray(glob)) {
        let fns = glob.map((input) => picomatch(input, options, returnState));
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
      let opts = options || {}, posix3 = opts.windows, regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, !1, !0), state = regex.state;
      delete regex.state;
      let isIgnored = () => !1;
      if (opts.ignore) {
        let ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
      }
      let matcher = (input, returnObject = !1) => {
        let { isMatch, match, output } = picomatch.test(input, regex, options, { glob, posix: posix3 }), result = { glob, state, regex, posix: posix3, input, output, match, isMatch };
        return typeof opts.onResult == "function" && opts.onResult(result), isMatch === !1 ? (result.isMatch = !1, returnObject ? result : !1) : isIgnored(input) ? (typeof opts.onIgnore == "function" && opts.onIgnore(result), result.isMatch = !1, returnObject ? result : !1) : (typeof opts.onMatch == "function" && opts.onMatch(result), returnObject ? result : !0);
      };
      return returnState && (matcher.state = state), matcher;
    };
    picomatch.test = (input, regex, options, { glob, posix: posix3 } = {}) => {
      if (typeof input != "string")
        throw new TypeError("Expected input to be a string");
      if (input === "")
        return { isMatch: !1, output: "" };
      let opts = options || {}, format = opts.format || (posix3 ? utils.toPosixSlashes : null), match = input === glob, output = match && format ? format(input) : input;
      return match === !1 && (output = format ? format(input) : input, match = output === glob), (match === !1 || opts.capture === !0) && (opts.matchBase === !0 || opts.basename === !0 ? match = picomatch.matchBase(input, regex, options, posix3) : match = regex.exec(output)), { isMatch: !!match, match, output };
    };
    picomatch.matchBase = (input, glob, options, posix3 = options && options.windows) => (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix3 }));
    picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
    picomatch.parse = (pattern, options) => Array.isArray(pattern) ? pattern.map((p) => picomatch.parse(p, options)) : parse2(pattern, { ...options, fastpaths: !1 });
    picomatch.scan = (input, options) => scan(input, options);
    picomatch.compileRe = (state, options, returnOutput = !1, returnState = !1) => {
      if (returnOutput === !0)
        return state.output;
      let opts = options || {}, prepend = opts.contains ? "" : "^", append = opts.contains ? "" : "$", source = `${prepend}(?:${state.output})${append}`;
      state && state.negated === !0 && (source = `^(?!${source}).*$`);
      let regex = picomatch.toRegex(source, options);
      return returnState === !0 && (regex.state = state), regex;
    };
    picomatch.makeRe = (input, options = {}, returnOutput = !1, returnState = !1) => {
      if (!input || typeof input != "string")
        throw new TypeError("Expected a non-empty string");
      let parsed3 = { negated: !1, fastpaths: !0 };
      return options.fastpaths !== !1 && (input[0] === "." || input[0] === "*") && (parsed3.output = parse2.fastpaths(input, options)), parsed3.output || (parsed3 = parse2(input, options)), picomatch.compileRe(parsed3, options, returnOutput, returnState);
    };
    picomatch.toRegex = (source, options) => {
      try {
        let opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === !0) throw err;
        return /$^/;
      }
    };
    picomatch.constants = constants4;
    module.exports = picomatch;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch(), utils = require_utils();
    function picomatch(glob, options, returnState = !1) {
      return options && (options.windows === null || options.windows === void 0) && (options = { ...options, windows: utils.isWindows() }), pico(glob, options, returnState);
    }
    Object.assign(picomatch, pico);
    module.exports = picomatch;
  }
});

// src/platform/process/journal.ts
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

// src/inputs/chart-releaser/entries.ts
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
  let plain = name.toLowerCase();
  return plain === "charts-repo-url" || plain === "charts_repo_url" ? "charts-repo" : Object.hasOwn(chartReleaserKeys, plain) ? plain : void 0;
}
var SWITCH = new Map([
  ...["1", "t", "T", "TRUE", "true", "True"].map((word) => [word, "true"]),
  ...["0", "f", "F", "FALSE", "false", "False"].map((word) => [word, "false"])
]);
function switchOf(text) {
  return SWITCH.get(text);
}
function readEntry(key, text, from) {
  let value = text.trim();
  if (value === "") return;
  if (chartReleaserKeys[key] === "text") return { key, value, from };
  let word = switchOf(value);
  return word !== void 0 ? { key, value: word, from } : refusal(from, `is ${quotedValue(value)}`, "Allowed are `true` and `false`.");
}
function refusal({ words, at }, what, hint) {
  return new ReleaseError("CHART_RELEASER_REFUSED", `${words} ${what}.`, { hint, at });
}
var VARIABLES = [
  ...Object.keys(chartReleaserKeys).map(
    (key) => [key, `CR_${key.replaceAll("-", "_").toUpperCase()}`]
  ),
  ["charts-repo", "CR_CHARTS_REPO_URL"]
];
function readVariables(environment) {
  let read3 = VARIABLES.map(([key, name]) => readEntry(key, environment[name] ?? "", { words: `\`${name}\`` })), problems = read3.filter((one) => one instanceof ReleaseError);
  return { entries: read3.filter((one) => one !== void 0 && !(one instanceof ReleaseError)), remarks: [], problems };
}

// src/inputs/chart-releaser/file.ts
var CHART_RELEASER_PLACES = ["cr.yaml", "cr.yml"], MAX_FILE_BYTES = 65536, MAX_UNKNOWN = 10;
function readChartReleaserFile({ file, text }) {
  if (isResource(text)) return { entries: [], remarks: [], problems: [] };
  try {
    let yaml = parseYaml(text, { file, code: "CHART_RELEASER_FILE_INVALID", maxLength: MAX_FILE_BYTES });
    return isNull(yaml, yaml.root) ? { entries: [], remarks: [], problems: [] } : readFields(yaml);
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    return { entries: [], remarks: [], problems: [unreadable(error, file)] };
  }
}
function isChartReleasers({ file, text }) {
  let keys = [...text.slice(0, MAX_FILE_BYTES).matchAll(/^["']?([\w-]+)["']?\s*:/gm)].map(([, key = ""]) => key);
  return keys.some((key) => CONFIG_KEYS.includes(key)) ? !1 : /(^|\/)cr\.ya?ml$/.test(file) || keys.some((key) => keyOf(key) !== void 0);
}
var CONFIG_KEYS = ["defaults", "charts", "dependencies", "trusted-signers"];
function isResource(text) {
  return /^apiVersion:/m.test(text) && /^kind:/m.test(text);
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
      let read3 = readEntry(key, textOf(yaml, field), fromOf(yaml, field));
      read3 instanceof ReleaseError ? problems.push(read3) : read3 !== void 0 && entries.push(read3);
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
  return { text: `${quotedValue(field.name)} in ${yaml.file} is not a setting of chart-releaser and does nothing.${guess}`, at: { file: yaml.file, line, column } };
}
function bounded(remarks, file) {
  let left = remarks.length - MAX_UNKNOWN;
  return left <= 0 ? remarks : [...remarks.slice(0, MAX_UNKNOWN), { text: `${left} more keys of ${file} do nothing.`, at: { file } }];
}

// src/inputs/chart-releaser/pages-target.ts
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
  let branch = encodeURIComponent(entries.get("pages-branch")?.value ?? "gh-pages"), folder2 = folderOf(entries.get("pages-index-path")?.value ?? "index.yaml"), asReleases = entries.get("packages-with-index")?.value !== "true", options = [
    ...asReleases ? ["packages=releases"] : [],
    ...asReleases && entries.get("make-release-latest")?.value === "false" ? ["latest=never"] : [],
    ...entries.has("charts-repo") ? [`url=${encodeURIComponent(entries.get("charts-repo")?.value ?? "")}`] : []
  ], query = options.length === 0 ? "" : `?${options.join("&")}`;
  return { address: `pages://${branch}${folder2 === "" ? "" : `/${folder2}`}${query}`, said };
}
function indexNameProblem(entries) {
  let path2 = entries.get("pages-index-path");
  if (!(path2 === void 0 || /(^|\/)index\.yaml$/.test(path2.value)))
    return refusal(path2.from, "ends in no index.yaml", "Helm reads index.yaml only; name the folder it is in.");
}
function folderOf(indexPath) {
  return indexPath.split("/").filter((segment) => segment !== "" && segment !== ".").slice(0, -1).join("/");
}
var HINT = "Releases go to the repository of the workflow: run this action there, or publish to an OCI registry with `targets`.";
function otherRepositoryProblems(entries, environment) {
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

// src/inputs/chart-releaser/remarks.ts
var isFalse = (value) => value === "false", always = () => !0, differences = {
  "skip-existing": { differs: isFalse, text: "is not followed: what is published already is always left alone" },
  "index-path": {
    differs: (value) => !/^(\.\/)?\.cr-index(\/index\.yaml)?$/.test(value),
    text: "is not followed: no copy of the index is left on the runner"
  },
  remote: { differs: (value) => value !== "origin", text: "is not followed: git pushes to `origin`" },
  commit: { differs: always, text: "is not followed: each release is of the commit that its version came with" }
};
function releaseRemarks(entries) {
  return [...entries.values()].filter(isDifferent).map(({ key, from: { words, at } }) => ({
    text: `${words} ${differences[key]?.text ?? ""}.`,
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
    let { words, at } = entry.from;
    defaults.set(input, { raw, origin: { source: "chart-releaser", name: words, ...at && { at } } });
  };
  take("bump", [...entries.values()][0], "manual");
  let target = pagesTarget(entries);
  take("targets", target?.said, target?.address), take("tag-template", entries.get("release-name-template")), take("release-notes-file", entries.get("release-notes-file")), take("generate-release-notes", entries.get("generate-release-notes"));
  let folder2 = entries.get("package-path"), inside = folder2 !== void 0 && isFolderInside(folder2.value);
  inside && take("packages-dir", folder2);
  let token = entries.get("token");
  token?.from.at === void 0 && take("github-token", token);
  let place = isGiven("targets") ? [] : [...otherRepositoryProblems(entries, environment), ...reviewProblems(entries)], index = isGiven("targets") ? void 0 : indexNameProblem(entries);
  return {
    defaults,
    problems: [...place, ...index ? [index] : [], ...isGiven("gpg-private-key") ? [] : signatureProblems(entries)],
    remarks: [
      ...folder2 && !inside && !isGiven("packages-dir") ? [folderOutside(folder2)] : [],
      ...defaults.has("targets") ? releaseRemarks(entries) : []
    ]
  };
}
function reviewProblems(entries) {
  let review = entries.get("pr");
  return review?.value !== "true" ? [] : [refusal(review.from, "asks for a pull request with the index, which is not made here", "This action pushes to the branch that is served; say `pr: false` where that is meant, or give `targets`.")];
}
function signatureProblems(entries) {
  let sign = entries.get("sign");
  return sign?.value !== "true" ? [] : [refusal(sign.from, "asks for PGP signatures, and keyrings and passphrase files are not read here", "Give the key as the input `gpg-private-key`, from a secret (and `gpg-passphrase`); or set it to `false` for releases without `.prov` files.")];
}
function folderOutside({ from: { words, at } }) {
  return { text: `${words} is no folder inside the repository, so packages are left nowhere; see \`packages-dir\`.`, ...at && { at } };
}

// src/inputs/chart-releaser/chart-releaser.ts
function chartReleaserDefaults(file, options) {
  let written = file === void 0 ? { entries: [], remarks: [], problems: [] } : readChartReleaserFile(file), variables = readVariables(options.environment), entries = new Map([...written.entries, ...variables.entries].map((entry) => [entry.key, entry])), mapping = mapEntries(entries, options), tokens = written.entries.filter(({ key }) => key === "token");
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
  let wayOut = CHART_RELEASER_PLACES.some((place) => place === file) ? "Leave the input out: the file is read all the same" : "Move it to cr.yaml at the top of the repository, where it is read without being named, and leave the input out";
  return { text: `The input \`config\` names ${file}, which holds settings of chart-releaser: it is read as those, though \`config\` is for a file of this action. ${wayOut}.`, at: { file } };
}
function tokenInFile({ from: { words, at } }) {
  return { text: `${words} is not used: whoever can read the repository has it. Revoke it, and give \`github-token\` from a secret.`, ...at && { at } };
}
function secretsInFile({ text }) {
  return [...text.matchAll(/(?:^|[{,"'\s])token["']?\s*:\s*(\S[^\n]*)/gi)].map(([, rest = ""]) => rest).flatMap((rest) => rest.split(/[\s"',{}#*&!]+/)).filter((word) => word.length >= MIN_SECRET);
}
var MIN_SECRET = 8;

// src/inputs/chart-testing/chart-testing.ts
import { posix } from "node:path";

// src/inputs/chart-testing/keys.ts
var chartTestingKeys = {
  "chart-dirs": "list",
  charts: "list",
  "excluded-charts": "list",
  all: "switch",
  "check-version-increment": "switch",
  "target-branch": "text",
  "helm-lint-extra-args": "text",
  remote: "text",
  since: "text",
  "exclude-deprecated": "switch",
  "use-helmignore": "switch",
  "chart-repos": "ignored",
  "chart-yaml-schema": "text",
  "lint-conf": "text",
  "validate-maintainers": "switch",
  "validate-chart-schema": "switch",
  "validate-yaml": "switch",
  "additional-commands": "ignored",
  "skip-helm-dependencies": "switch",
  "helm-extra-args": "text",
  "helm-repo-extra-args": "ignored",
  "helm-dependency-extra-args": "ignored",
  "helm-extra-set-args": "text",
  upgrade: "switch",
  "skip-missing-values": "switch",
  "skip-clean-up": "switch",
  namespace: "text",
  "release-name": "text",
  "release-label": "text",
  "build-id": "text",
  "kubectl-timeout": "text",
  "print-config": "switch",
  "print-logs": "switch",
  "github-groups": "switch",
  debug: "switch"
};
function isKey(name) {
  return Object.hasOwn(chartTestingKeys, name);
}

// src/inputs/chart-testing/file.ts
var MAX_CHART_TESTING_BYTES = 65536, MAX_UNKNOWN2 = 10, NOTHING = { entries: /* @__PURE__ */ new Map(), remarks: [], problems: [] };
function readChartTestingFile({ file, text }) {
  if (isResource2(text)) return NOTHING;
  try {
    let yaml = parseYaml(text, { file, code: "CHART_TESTING_FILE_INVALID", maxLength: MAX_CHART_TESTING_BYTES });
    return isNull(yaml, yaml.root) ? NOTHING : readFields2(yaml);
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    return { ...NOTHING, problems: [unreadable2(error, file)] };
  }
}
function isChartTestings({ text }) {
  let keys = [...text.slice(0, MAX_CHART_TESTING_BYTES).matchAll(/^["']?([\w-]+)["']?\s*:/gm)].map(
    ([, key = ""]) => key
  );
  return keys.filter((key) => isKey(key) && key !== "charts").length > 0 && !keys.some((key) => ["defaults", "dependencies", "trusted-signers"].includes(key));
}
function isResource2(text) {
  return /^apiVersion:/m.test(text) && /^kind:/m.test(text);
}
function unreadable2({ message, hint, at, cause }, file) {
  return new ReleaseError("CHART_TESTING_FILE_INVALID", message, {
    hint: hint ?? `${file} is read as the settings of chart-testing; correct it, or say \`ct-config: none\` if it is none of this action's business.`,
    at: at ?? { file },
    cause
  });
}
function readFields2(yaml) {
  let entries = /* @__PURE__ */ new Map(), unknown = [];
  for (let field of fieldsOf(yaml, yaml.root, "settings").values()) {
    let key = field.name.toLowerCase();
    if (!isKey(key)) unknown.push(unknownKey2(yaml, field));
    else {
      let values = valuesOf(yaml, field, chartTestingKeys[key]), words = `\`${field.name}\` in ${yaml.file}`;
      values.length > 0 && entries.set(key, { key, values, words, at: placeOf(yaml, field) });
    }
  }
  return { entries, remarks: bounded2(unknown, yaml.file), problems: [] };
}
function valuesOf(yaml, { name, value }, kind) {
  return isNull(yaml, value) ? [] : kind !== "list" ? kind === "ignored" ? [""] : [scalarOf(yaml, value, `\`${name}\``).text.trim()] : (value && "items" in value ? itemsOf(yaml, value, `\`${name}\``).map((item) => scalarOf(yaml, item, `an entry of \`${name}\``).text) : scalarOf(yaml, value, `\`${name}\``).text.split(",")).map((text) => text.trim()).filter((text) => text !== "");
}
function placeOf(yaml, { key }) {
  let { line, column } = spanOf(yaml, key);
  return { file: yaml.file, line, column };
}
function unknownKey2(yaml, field) {
  let near = nearest(field.name, Object.keys(chartTestingKeys)), guess = near === void 0 ? "" : ` Did you mean \`${near}\`?`;
  return { text: `${quotedValue(field.name)} in ${yaml.file} is not a setting of chart-testing and does nothing.${guess}`, at: placeOf(yaml, field) };
}
function bounded2(remarks, file) {
  let left = remarks.length - MAX_UNKNOWN2;
  return left <= 0 ? remarks : [...remarks.slice(0, MAX_UNKNOWN2), { text: `${left} more keys of ${file} do nothing.`, at: { file } }];
}

// src/inputs/chart-testing/lint-arguments.ts
var HARMLESS = /* @__PURE__ */ new Set(["--quiet", "--debug"]), SWITCHES = /* @__PURE__ */ new Set(["--strict", "--with-subcharts", "--skip-schema-validation", ...HARMLESS]);
function lintArguments(text) {
  let words = text.split(/\s+/).filter((word) => word !== ""), left = [], strict = !1, kubeVersion2;
  for (let index = 0; index < words.length; index += 1) {
    let word = words[index] ?? "", [flag = "", ...given] = word.split("="), next = words[index + 1], takesNext = given.length === 0 && !SWITCHES.has(flag) && next !== void 0 && !next.startsWith("-"), value = takesNext ? next : given.join("=");
    takesNext && (index += 1), flag === "--strict" ? strict = given.length === 0 || /^(?:1|t|true)$/i.test(value) : flag === "--kube-version" && value !== "" ? kubeVersion2 = value : HARMLESS.has(flag) || left.push(takesNext ? `${word} ${next}` : word);
  }
  return { ...strict && { strict }, ...kubeVersion2 !== void 0 && { kubeVersion: kubeVersion2 }, left };
}

// src/inputs/chart-testing/remarks.ts
var isTrue = (value) => /^(?:1|t|true)$/i.test(value), NO_CHECK = "is not followed: that check is not made here, so keep it in a step of its own", INSTALL = "is about `ct install`, which has no counterpart here: keep that step", ADDRESSES = "is not followed: dependencies come from where Chart.yaml says", differences2 = {
  remote: { differs: (value) => value !== "origin", text: "is not followed: the remote is `origin`" },
  since: { differs: (value) => value !== "HEAD", text: "is not followed: the commit that is checked out is checked" },
  "exclude-deprecated": { differs: isTrue, text: "is not followed: name those charts in `exclude`" },
  "chart-repos": { text: ADDRESSES },
  "chart-yaml-schema": { text: NO_CHECK },
  "lint-conf": { text: NO_CHECK },
  "validate-maintainers": { differs: isTrue, text: NO_CHECK },
  "validate-chart-schema": { differs: isTrue, text: NO_CHECK },
  "validate-yaml": { differs: isTrue, text: NO_CHECK },
  "additional-commands": {
    text: "is not followed: no commands are run from a file, so keep them in a step of their own"
  },
  "skip-helm-dependencies": { differs: isTrue, text: "is not followed: charts are packaged with their dependencies" },
  "helm-extra-args": { text: "is not followed: see `lint`, `lint-values` and `kube-version`" },
  "helm-repo-extra-args": { text: ADDRESSES },
  "helm-dependency-extra-args": { text: ADDRESSES },
  "helm-extra-set-args": { text: INSTALL },
  upgrade: { differs: isTrue, text: INSTALL },
  "skip-missing-values": { differs: isTrue, text: INSTALL },
  "skip-clean-up": { differs: isTrue, text: INSTALL },
  namespace: { text: INSTALL },
  "release-name": { text: INSTALL },
  "release-label": { text: INSTALL },
  "kubectl-timeout": { text: INSTALL }
};
function differenceRemarks(entries) {
  return [...entries].flatMap(({ key, values, words, at }) => {
    let { differs = () => !0, text } = differences2[key] ?? {};
    return text !== void 0 && differs(values[0] ?? "") ? [{ text: `${words} ${text}.`, at }] : [];
  });
}

// src/inputs/chart-testing/chart-testing.ts
function chartTestingDefaults(file, options) {
  if (file === void 0) return { defaults: /* @__PURE__ */ new Map(), remarks: [], problems: [] };
  let read3 = readChartTestingFile(file), { defaults, remarks } = mapEntries2(read3, options);
  return {
    defaults,
    problems: read3.problems,
    remarks: [
      ...file.named ? [namedByConfig2(file)] : [],
      ...read3.remarks,
      ...remarks,
      ...targetBranch(read3.entries.get("target-branch"), options.environment),
      ...differenceRemarks(read3.entries.values())
    ]
  };
}
function mapEntries2({ entries }, { given }) {
  let defaults = /* @__PURE__ */ new Map(), remarks = [], take = (input, entry, raw) => {
    if (entry === void 0 || raw === void 0) return;
    let { words, at } = entry, other = given(input);
    other === void 0 ? defaults.set(input, { raw, origin: { source: "chart-testing", name: words, at } }) : isSame(raw, other.raw) || remarks.push(overruled(entry, input, other));
  }, [charts, dirs, excluded] = ["charts", "chart-dirs", "excluded-charts"].map((key) => entries.get(key));
  charts ? take("charts", charts, charts.values) : take(
    "charts",
    dirs,
    dirs?.values.map((folder2) => posix.join(folder2, "*"))
  ), charts || take(
    "exclude",
    excluded,
    excluded?.values.map((name) => name.includes("/") ? name : `**/${name}`)
  );
  let [increment, asked] = requireBump(entries);
  take("require-bump", increment, asked);
  let extra = entries.get("helm-lint-extra-args"), args = lintArguments(extra?.values[0] ?? "");
  return take("lint", extra, args.strict && "strict"), take("kube-version", extra, args.kubeVersion), { defaults, remarks: [...remarks, ...leftArguments(extra, args)] };
}
function requireBump(entries) {
  let all = entries.get("all"), every = all?.values[0]?.toLowerCase() === "true" ? all : entries.get("charts");
  if (every) return [every, "false"];
  let increment = entries.get("check-version-increment");
  return [increment, increment?.values[0]];
}
function isSame(one, other) {
  let plain = (raw) => (Array.isArray(raw) ? raw : String(raw).split(`
`)).map((item) => posix.normalize(item.trim()).replace(/\/$/, "")).toSorted().join(`
`);
  return plain(one) === plain(other);
}
function overruled({ words, at }, input, { origin }) {
  let where = { input: `the input \`${input}\``, config: `\`${origin.name}\` in the config file` }, other = origin.source === "input" || origin.source === "config" ? where[origin.source] : origin.name;
  return { text: `${words} does not count, because ${other} says something else.`, at };
}
function leftArguments(entry, { left }) {
  return entry === void 0 || left.length === 0 ? [] : [{ text: `${entry.words} has ${quotedValue(left.join(" "))}, which is not followed: values for lint come from files of the chart, see \`lint-values\`.`, at: entry.at }];
}
function targetBranch(entry, { GITHUB_BASE_REF: base = "" }) {
  let wanted = entry?.values[0];
  return entry === void 0 || base === "" || wanted === base ? [] : [{ text: `${entry.words} is ${quotedValue(wanted ?? "")}, and this pull request is for ${base}: it is compared with that.`, at: entry.at }];
}
function namedByConfig2({ file }) {
  return { text: `The input \`config\` names ${file}, which holds settings of chart-testing: it is read as those. \`config\` is for a file of this action; write \`ct-config: ${file}\` instead.`, at: { file } };
}

// src/inputs/table/chart-repository.ts
var NAMED = "a name without `@` and `/`, and an address such as `https://charts.example.com/stable`";
function repositoryNamed(name) {
  return (raw) => {
    let given = typeof raw == "string" ? raw.trim() : "";
    if (/^(?:@|alias:)/.test(name))
      return {
        allowed: NAMED,
        found: `the name ${JSON.stringify(name)}`,
        hint: `Write \`${name.replace(/^(?:@|alias:)/, "")}\`.`
      };
    if (!/^[^/\s]{1,200}$/.test(name)) return { allowed: NAMED, found: `the name ${JSON.stringify(name.slice(0, 80))}` };
    if (/^oci:/i.test(given))
      return { allowed: NAMED, hint: "A registry needs no name: write its address, `oci://\u2026`, into Chart.yaml." };
    if (!/^https?:\/\/\S+$/i.test(given) || !URL.canParse(given)) return { allowed: NAMED };
    let { username, password } = new URL(given);
    return username === "" && password === "" ? { value: given } : { allowed: NAMED, found: "an address with a login", hint: "Add it with its login in an earlier step: `helm repo add NAME URL --username \u2026 --password-stdin`." };
  };
}

// src/inputs/config/per-chart.ts
function perChartSettings(read3, problems) {
  let entries = /* @__PURE__ */ new Map();
  for (let [written, chart] of Object.entries(read3.config.charts ?? {})) {
    let key = chartKey(written, read3, problems), parsed3 = (name, raw, parse2) => raw === void 0 ? void 0 : parseAt(read3, ["charts", written, name], raw, { parse: parse2, problems }), settings = {
      bump: parsed3("bump", chart.bump, bumpSetting),
      zeroMajor: chart["zero-major"],
      appVersion: parsed3("app-version", chart["app-version"], appVersion),
      appPaths: parsed3("app-paths", chart["app-paths"], list(folderGlob)),
      unlocked: chart.unlocked,
      lint: chart.lint,
      lintValues: parsed3("lint-values", chart["lint-values"], list(valuesGlob)),
      lintValuesAt: chart["lint-values"] && read3.at(["charts", written, "lint-values"]),
      kubeVersion: parsed3("kube-version", chart["kube-version"], kubeVersion),
      undeclaredSubcharts: chart["undeclared-subcharts"],
      targets: parsed3("targets", chart.targets, releaseInputs.targets.parse),
      tagTemplate: parsed3("tag-template", chart["tag-template"], releaseInputs["tag-template"].parse),
      sign: chart.sign,
      releaseNotes: parsed3("release-notes", chart["release-notes"], orNothing(releaseInputs["release-notes"].parse)),
      releaseNotesFile: parsed3("release-notes-file", chart["release-notes-file"], fileInChart),
      at: read3.keyAt(["charts", written]),
      given: givenIn(chart, (name) => read3.at(["charts", written, name]))
    }, before = entries.get(key)?.at;
    before !== void 0 && problems.add(namedTwice(key, before, settings.at)), entries.set(key, withoutUndefined(settings));
  }
  return Object.fromEntries(entries);
}
function chartKey(written, read3, problems) {
  let key = written.replace(/^(\.\/)+(?=.)/, "").replace(/(?<=.)\/+$/, ""), origin = { source: "config", name: `charts.${written}`, at: read3.keyAt(["charts", written]) };
  return parseGiven({ raw: written, origin }, { parse: folderGlob }, problems), key;
}
function namedTwice(key, before, at) {
  let message = `\`charts\` in the config file names ${key} twice: at ${placeText(before)} and at ${placeText(at)}.`;
  return new ReleaseError("CONFIG_CHARTS_CONFLICT", message, { hint: "Put both into one entry.", at });
}
function givenIn(chart, at) {
  let given = Object.entries(chart).filter(([, value]) => value !== void 0);
  return Object.fromEntries(given.map(([name, value]) => [name, { value: valueText(value), at: at(name) }]));
}
function valueText(value) {
  return Array.isArray(value) ? value.join(", ") : typeof value == "object" ? JSON.stringify(value) : String(value);
}
function orNothing(parse2) {
  return (raw) => Array.isArray(raw) && raw.length === 0 ? { value: [] } : parse2(raw);
}
function dependencySettings(read3, problems) {
  let { schemes = [], "private-hosts": hosts = [], repositories } = read3.config.dependencies ?? {}, path2 = ["dependencies", "private-hosts"], privateHosts = hosts.length === 0 ? [] : parseAt(read3, path2, hosts, { parse: list(host), problems }) ?? [];
  if (repositories === void 0) return { schemes, privateHosts };
  let named = Object.entries(repositories).flatMap(([name, url]) => {
    let parse2 = repositoryNamed(name), address = parseAt(read3, ["dependencies", "repositories", name], url, { parse: parse2, problems });
    return address === void 0 ? [] : [[name, address]];
  });
  return { schemes, privateHosts, repositories: new Map(named) };
}
function parseAt(read3, path2, raw, { parse: parse2, problems }) {
  return parseGiven({ raw, origin: { source: "config", name: path2.join("."), at: read3.at(path2) } }, { parse: parse2 }, problems);
}
function withoutUndefined(value) {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== void 0));
}

// src/inputs/config/setting-files.ts
function configFileOf(inputs2) {
  return namedConfigFile(inputs2) ?? inputs.config.fallback({}, inputs2);
}
function namedConfigFile(inputs2) {
  let given = givenInput(inputs2, "config"), parsed3 = given && inputs.config.parse(given.raw);
  return parsed3 && "value" in parsed3 && sharedFileIn(parsed3.value) === void 0 ? parsed3.value : void 0;
}
async function settingFiles(inputs2, read3) {
  let file = configFileOf(inputs2), text = await read3.config(file), isNamed2 = text !== void 0 && namedConfigFile(inputs2) !== void 0, { config: _, ...others } = inputs2;
  if (isNamed2 && isChartReleasers({ file, text })) {
    let named = { file, text: await read3.chartReleaser(file) ?? "", named: !0 }, configText = await read3.config(configFileOf(others));
    return { inputs: others, configText, chartReleaser: named, chartTesting: await chartTestingFile(others, read3) };
  }
  let chartReleaser = await firstOf(CHART_RELEASER_PLACES, read3.chartReleaser);
  if (isNamed2 && isChartTestings({ file, text })) {
    let named = { file, text: await read3.chartTesting(file) ?? "", named: !0 };
    return { inputs: others, configText: await read3.config(configFileOf(others)), chartReleaser, chartTesting: named };
  }
  return { inputs: inputs2, configText: text, chartReleaser, chartTesting: await chartTestingFile(inputs2, read3) };
}
var CT_PLACES = ["ct.yaml", "ct.yml"];
async function chartTestingFile(inputs2, read3) {
  let named = ctConfigOf(inputs2);
  if (named !== "none")
    return firstOf(named === void 0 ? CT_PLACES : [named], read3.chartTesting);
}
function ctConfigOf(inputs2) {
  let given = givenInput(inputs2, "ct-config");
  if (given === void 0) return;
  let parsed3 = inputs["ct-config"].parse(given.raw);
  return "value" in parsed3 ? parsed3.value : "none";
}
async function firstOf(places, read3) {
  for (let file of places) {
    let text = await read3(file);
    if (text !== void 0) return { file, text };
  }
}

// src/signing/policy/github-instance.ts
function githubInstance(serverUrl) {
  let { hostname, origin } = new URL(serverUrl);
  return hostname === "github.com" ? { kind: "github.com", issuer: "https://token.actions.githubusercontent.com", knownToPublicSigstore: !0 } : hostname.endsWith(".ghe.com") ? { kind: "ghe.com", issuer: `https://token.actions.${hostname}`, knownToPublicSigstore: !1 } : { kind: "server", issuer: `${origin}/_services/token`, knownToPublicSigstore: !1 };
}
function instanceProblem(serverUrl, hasSigningConfig) {
  let { issuer, knownToPublicSigstore } = githubInstance(serverUrl);
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

// src/inputs/target-conflicts.ts
function targetConflicts(settings, environment) {
  let own = environment.GITHUB_REPOSITORY ?? "";
  return [...[ambiguousRegistry(settings), releasesTwice(settings, own), uselessPagesToken(settings)], repositoryAsBranch(settings, own)].filter((problem) => problem !== void 0);
}
function ambiguousRegistry(settings) {
  if (settings.registryUsername === void 0) return;
  let targets = everyTarget(settings), hosts = new Set(targets.flatMap((address) => /^oci:\/\/([^/?]+)/.exec(address.toLowerCase())?.[1] ?? []));
  if (hosts.size === 1) return;
  let found = hosts.size === 0 ? "there is no OCI target" : `the OCI targets are on ${[...hosts].join(" and ")}`;
  return new ReleaseError("INPUT_CONFLICT", `\`registry-username\` needs exactly one registry, and ${found}.`, {
    hint: "Log in to each registry with docker/login-action or `helm registry login` in an earlier step instead."
  });
}
function releasesTwice({ targets, perChart }, own) {
  let lists = [targets, ...Object.values(perChart).flatMap((chart) => chart.targets ? [chart.targets] : [])];
  for (let list2 of lists) {
    let making = list2.filter((address) => makesReleases(address, own)), [alone] = making.filter((address) => address.startsWith("releases:"));
    if (alone === void 0 || making.length < 2) continue;
    let message = `${making.join(" and ")} would each make the GitHub Release of a version, and a version has one.`;
    return new ReleaseError("INPUT_CONFLICT", message, { hint: `Take ${alone} out of \`targets\`.` });
  }
}
function uselessPagesToken(settings) {
  let targets = everyTarget(settings), isElsewhere = targets.some((address) => /^pages:.*[?&]repository=/.test(address));
  if (settings.pagesToken === void 0 || isElsewhere) return;
  let message = `\`pages-token\` is for targets in other repositories, and none of these is one: ${targets.join(", ")}.`;
  return new ReleaseError("INPUT_CONFLICT", message, {
    hint: `Name the repository in the target:
targets: pages://gh-pages?repository=owner/name`
  });
}
function repositoryAsBranch(settings, own) {
  let [owner = ""] = own.toLowerCase().split("/");
  for (let address of everyTarget(settings)) {
    let [, branch, folder2] = /^pages:\/\/([^/?]+)\/([^/?]+)\/?(?:\?.*)?$/.exec(address) ?? [];
    if (owner === "" || branch?.toLowerCase() !== owner || /[?&]repository=/.test(address)) continue;
    let message = `The target ${address} means the folder ${folder2} on a branch ${branch}, which is the owner of ${own}.`;
    return new ReleaseError("INPUT_CONFLICT", message, {
      hint: `For the repository, write pages://gh-pages?repository=${branch}/${folder2}. If the branch is meant, write pages://${branch}/${folder2}?repository=${own}.`
    });
  }
}

// src/inputs/conflicts.ts
function conflicts(settings, environment, sound) {
  let found = [halfCredentials(settings), incompletePart(settings)];
  return sound && found.push(
    ...targetConflicts(settings, environment),
    unsignedProvenance(settings),
    noPublicSigstore(settings, environment),
    ...signedIndexProblems(settings)
  ), found.filter((problem) => problem !== void 0);
}
function halfCredentials({ registryUsername, registryPassword }) {
  let [given, missing3] = registryUsername === void 0 ? ["registry-password", "registry-username"] : ["registry-username", "registry-password"];
  if (registryUsername === void 0 != (registryPassword === void 0))
    return new ReleaseError("INPUT_CONFLICT", `The input \`${given}\` is given and \`${missing3}\` is not, or is empty.`, {
      hint: "Give both, or neither. A secret that does not exist is an empty input: look at the name of the secret."
    });
}
function incompletePart({ part, mode, handover, handoverDigest }) {
  let hint = "Call the reusable workflow `.github/workflows/release.yml`, which gives all of them.", problem = (message) => new ReleaseError("INPUT_CONFLICT", message, { hint });
  if (part === void 0)
    return handover === void 0 && handoverDigest === void 0 ? void 0 : problem("`handover` and `handover-digest` mean nothing without `part`.");
  if (handover === void 0) return problem(`\`part: ${part}\` needs \`handover\`, the folder to pass packages in.`);
  if (part !== "build")
    return mode !== "release" ? problem(`\`part: release\` releases, and \`mode: ${mode}\` must not.`) : handoverDigest === void 0 ? problem("`part: release` needs `handover-digest`.") : void 0;
}
function noPublicSigstore(settings, environment) {
  let server = environment.GITHUB_SERVER_URL || "https://github.com";
  if (!(!signsAnything(settings) || !URL.canParse(server)))
    return instanceProblem(server, settings.sigstoreSigningConfig !== void 0);
}
function unsignedProvenance(settings) {
  if (signsAnything(settings) || !settings.provenance || settings.sources.provenance === "default") return;
  let message = "`provenance: true` asks for signed build provenance, and `sign: none` forbids signatures.";
  return new ReleaseError("INPUT_CONFLICT", message, {
    hint: "Take out one of the two: without `sign: none` charts and provenance are signed, without `provenance` nothing is."
  });
}
function signedIndexProblems(settings) {
  if (!settings.signIndex) return [];
  let targets = everyTarget(settings), found = [];
  if (!signsAnything(settings)) {
    let message = "`sign-index: true` asks for a signature, and `sign: none` forbids them.";
    found.push(new ReleaseError("INPUT_CONFLICT", message, { hint: "Take out one of the two." }));
  }
  if (!targets.some(hasIndex)) {
    let message = `\`sign-index: true\` is for targets with an index, and none of these has one: ${targets.join(", ")}.`;
    found.push(new ReleaseError("INPUT_CONFLICT", message, { hint: "Take `sign-index` out, or add such a target." }));
  }
  return found;
}

// src/inputs/dependent-defaults.ts
function withDependentDefaults(read3) {
  let { values, sources, effective } = read3;
  if (!(bumpNames.includes(values.bump) && isByHand(values.bump)) || sources.requireBump !== "default") return read3;
  let shown = { ...effective, "require-bump": { value: "false", source: "default" } };
  return { sources, values: { ...values, requireBump: !1 }, effective: shown };
}

// src/inputs/idle-settings.ts
function idleSettings(settings, environment) {
  return [...notesWithoutReleases(settings, environment), ...proposalsWithoutPulls(settings), ...lintOptions(settings)];
}
function isAsked(source) {
  return source === "input" || source === "config" || source === "shared-config";
}
function notesWithoutReleases(settings, environment) {
  if (everyTarget(settings).some(madeSomewhere)) return [];
  let own = environment.GITHUB_REPOSITORY || "owner/repository";
  return Object.entries({ "release-notes-file": "releaseNotesFile", "generate-release-notes": "generateReleaseNotes" }).flatMap(([name, field]) => {
    let byChart = field === "releaseNotesFile" && Object.values(settings.perChart).some((chart) => chart[field]);
    return !(settings[field] && isAsked(settings.sources[field])) && !byChart ? [] : [
      {
        text: `\`${name}\` does nothing: it is the text of GitHub Releases, and no target makes any. Add \`releases://${own}\` to \`targets\`.`
      }
    ];
  });
}
function madeSomewhere(address) {
  return address.startsWith("releases:") || /[?&]packages=releases(?:&|$)/.test(address);
}
function proposalsWithoutPulls({ commit, sources }) {
  if (commit === "pull-request") return [];
  let inputs2 = {
    "pull-requests": sources.pullRequests,
    "pull-request-labels": sources.pullRequestLabels,
    "pull-request-draft": sources.pullRequestDraft
  };
  return Object.entries(inputs2).flatMap(([name, source]) => isAsked(source) ? [name] : []).map((name) => ({
    text: `\`${name}\` does nothing: it is for \`commit: pull-request\`, and this run has \`commit: ${commit}\`.`
  }));
}
function lintOptions({ lint, sources, perChart }) {
  if (!(lint === "off" && Object.values(perChart).every((chart) => (chart.lint ?? "off") === "off"))) return [];
  let inputs2 = { "lint-values": sources.lintValues, "kube-version": sources.kubeVersion };
  return Object.entries(inputs2).flatMap(
    ([name, source]) => isAsked(source) ? [{ text: `\`${name}\` does nothing: \`lint: off\` says that charts are not linted.` }] : []
  );
}

// src/inputs/unsupported-inputs.ts
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
    owner: say(
      PAGES,
      "Write another repository into the target, `targets: pages://gh-pages?repository=owner/name`, and its token as `pages-token:`."
    ),
    repository: say(
      `${PAGES} and ${OCI}`,
      "Write the whole place as `targets`: `pages://gh-pages?repository=owner/name` or `oci://host/path`."
    ),
    branch: {
      tool: PAGES,
      hint: (value) => {
        let branch = folder(value, "gh-pages");
        return `For the branch that holds the index, write \`targets: pages://${branch}\`. For the branches that release, write \`branches: ${branch}\`.`;
      }
    },
    target_dir: { tool: PAGES, hint: (value) => pages(`gh-pages/${folder(value, "charts")}`, "") },
    index_dir: { tool: PAGES, hint: (value) => pages(`gh-pages/${folder(value, "charts")}`, "") },
    linting: drop(PAGES, "charts are always linted"),
    commit_username: drop(PAGES, "commits are made by github-actions[bot]"),
    commit_email: drop(PAGES, "commits are made by github-actions[bot]"),
    chart_version: say(PAGES, "Write the version into Chart.yaml, or release by tag with `version-from-tag: true`."),
    enterprise_url: drop(PAGES, "the server is that of the workflow"),
    dependencies: drop(PAGES, "dependencies are fetched from where Chart.yaml and Chart.lock say"),
    name: say(OCI, "Write `charts:` with the folder of the chart."),
    tag: say(OCI, "Write the version into Chart.yaml, or release by tag with `version-from-tag: true`."),
    registry: { tool: OCI, hint: (value) => `Write \`targets: oci://${folder(value, "ghcr.io")}/\u2026\`.` },
    update_dependencies: drop(OCI, "dependencies are built from Chart.lock"),
    signing_key: say(OCI, "Write `gpg-private-key:` with the key itself, from a secret."),
    signing_passphrase: say(OCI, "Write `gpg-passphrase:`."),
    signing_keyring: say(OCI, "Write `gpg-private-key:` with the key itself, from a secret.")
  })
);
function unsupportedInput(name, value) {
  let found = counterparts.get(name);
  return found && { tool: found.tool, hint: found.hint(value) };
}
function folder(value, otherwise) {
  let plain = value.trim().replace(/^\.\//, "").replace(/\/+$/, "");
  return /^[\w./-]{1,60}$/.test(plain) && !quotedValue(plain).includes("\\") ? plain : otherwise;
}
function pages(place, options) {
  return `Write \`targets: pages://${place}${options}\`.`;
}

// src/inputs/unknown-input.ts
var ofCharts = /* @__PURE__ */ new Map([
  ["unlocked", "allow"],
  ["undeclared-subcharts", "allow"],
  ["app-paths", "[src/**]"]
]);
function unknownInput(name, inputs2) {
  let counterpart = unsupportedInput(name, inputs2[name] ?? "");
  if (counterpart !== void 0) {
    let message = `This action has no input \`${name}\`, which is one of ${counterpart.tool}.`;
    return new ReleaseError("INPUT_UNKNOWN", message, { hint: counterpart.hint });
  }
  let example = ofCharts.get(name);
  if (example !== void 0) {
    let message = `This action has no input \`${name}\`: it is a setting of single charts.`, lines = `charts:
  NAME:
    ${name}: ${example}`, hint = `Write it into ${configFileOf(inputs2)}, under the name of the chart:
${lines}`;
    return new ReleaseError("INPUT_UNKNOWN", message, { hint });
  }
  let near = nearest(name, Object.keys(inputs));
  return new ReleaseError("INPUT_UNKNOWN", `This action has no input \`${name.slice(0, 60)}\`.`, {
    hint: near === void 0 ? `Its inputs are: ${Object.keys(inputs).join(", ")}.` : `Did you mean \`${near}\`?`
  });
}

// src/inputs.ts
function modeIn(inputs2) {
  let parsed3 = inputs.mode.parse(givenInput(inputs2, "mode")?.raw ?? "");
  return "value" in parsed3 ? parsed3.value : "release";
}
function checkoutPathIn(inputs2) {
  let parsed3 = inputs.path.parse(givenInput(inputs2, "path")?.raw ?? ".");
  return "value" in parsed3 && parsed3.value !== "." ? parsed3.value : void 0;
}
function sharedConfigIn(inputs2) {
  let raw = givenInput(inputs2, "config")?.raw;
  return typeof raw == "string" ? sharedFileIn(raw.trim()) : void 0;
}
function gitTokenIn(inputs2, environment) {
  let named = givenInput(inputs2, "github-token")?.raw ?? environment.CR_TOKEN;
  return typeof named == "string" && named.trim() || inputs2["github-token"] || void 0;
}
function inputsIn(environment) {
  let entries = Object.entries(environment).filter(([name]) => name.startsWith("INPUT_"));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(6).toLowerCase(), value]));
}
async function readSettings({
  inputs: inputs2,
  configText,
  sharedConfig,
  chartReleaser,
  chartTesting,
  environment
}) {
  let problems = collectProblems();
  for (let name of Object.keys(inputs2)) Object.hasOwn(inputs, name) || problems.add(unknownInput(name, inputs2));
  let config = await configOf(inputs2, configText, problems), shared2 = await sharedDefaults(sharedConfig, problems), ours = (name) => givenInput(inputs2, name) ?? givenInConfig(config, name) ?? shared2(name), releaser = chartReleaserDefaults(chartReleaser, { isGiven: (name) => ours(name) !== void 0, environment }), testing = chartTestingDefaults(chartTesting, { given: ours, environment });
  for (let problem of [...missingCtConfig(inputs2, chartTesting), ...releaser.problems, ...testing.problems])
    problems.add(problem);
  let read3 = readInputs((name, entry) => {
    let [input, configured] = [givenInput(inputs2, name), givenInConfig(config, name)];
    input && configured && parseGiven(configured, entry, problems);
    let given = input ?? configured ?? shared2(name) ?? releaser.defaults.get(name) ?? testing.defaults.get(name);
    return resolveSetting(given, entry, { problems, environment, inputs: inputs2 });
  }), { values, sources, effective } = withDependentDefaults(read3), settings = {
    ...values,
    sources,
    effective,
    perChart: perChartSettings(config, problems),
    dependencies: dependencySettings(config, problems),
    ...sources.lintValues === "config" && { lintValuesAt: config.at(["defaults", "lint-values"]) },
    trustedSigners: config.config["trusted-signers"] ?? [],
    remarks: [...releaser.remarks, ...testing.remarks]
  }, remarks = problems.all.length > 0 ? [] : idleSettings(settings, environment), all = [...problems.all, ...conflicts(settings, environment, problems.all.length === 0)], place = ({ at }) => at?.line ?? 0;
  if (all.length > 0) throw new ReleaseErrors(all.toSorted((a, b) => place(a) - place(b)));
  return { ...settings, remarks: [...settings.remarks, ...remarks] };
}
var nowhere = () => ({ file: "" }), NO_CONFIG = { config: {}, at: nowhere, keyAt: nowhere };
async function sharedDefaults(shared2, problems) {
  if (shared2 === void 0) return () => {
  };
  let { readSharedConfig } = await import("./shared-config-H6OVMYAR.js");
  return readSharedConfig(shared2, problems);
}
async function configOf(inputs2, text, problems) {
  let file = configFileOf(inputs2);
  if (text !== void 0) {
    let { readConfig } = await import("./config-MTZMQ5O6.js");
    return readConfig(text, file, problems);
  }
  return namedConfigFile(inputs2) !== void 0 && problems.add(
    new ReleaseError("CONFIG_FILE_MISSING", `The input \`config\` names ${file}, and there is no such file.`, {
      hint: "Paths count from the repository root, and the file must be committed: settings are read from the commit that is checked out, or from the base of a change that is not merged."
    })
  ), NO_CONFIG;
}
function missingCtConfig(inputs2, found) {
  let named = ctConfigOf(inputs2);
  return named === void 0 || named === "none" || found !== void 0 ? [] : [
    new ReleaseError("CONFIG_FILE_MISSING", `The input \`ct-config\` names ${named}, and there is no such file.`, {
      hint: "Paths count from the repository root, and the file must be committed; `ct-config: none` reads no file of chart-testing."
    })
  ];
}
function givenInConfig({ config, at }, name) {
  let raw = config.defaults?.[name];
  if (raw !== void 0)
    return { raw, origin: { source: "config", name: `defaults.${name}`, at: at(["defaults", name]) } };
}

// src/platform/http/host-queue.ts
function createHostQueue() {
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
var LONGEST_RETRY_AFTER_MS = 6e4;
function httpBackoff(longestMs) {
  return { firstMs: 200, longestMs, jitter: 0.5 };
}
function askedPause({ headers }, clock) {
  let pause = retryAfterMs(headers, clock.now());
  return pause === void 0 ? void 0 : Math.min(pause, LONGEST_RETRY_AFTER_MS);
}

// src/platform/http/throttle.ts
var TOO_MANY_REQUESTS = 429, BACKOFF = httpBackoff(3e4), LONGEST_WITHOUT_SUCCESS_MS = 5 * 6e4, MOST_TRIES = 50, TELL_EVERY_MS = 2e4;
function createThrottle({ clock, log }) {
  let lanes = /* @__PURE__ */ new Map();
  function laneOf(host3) {
    let lane = lanes.get(host3) ?? createHostQueue();
    return lanes.set(host3, lane), lane;
  }
  let told = /* @__PURE__ */ new Map();
  function tell(host3, pauseMs) {
    let [last, now] = [told.get(host3), clock.monotonic()];
    last !== void 0 && now - last < TELL_EVERY_MS || (told.set(host3, now), log?.info(
      `${host3} limits requests (429): going on in ${durationText(pauseMs, { second: 0 }, Math.ceil)}, with fewer at once.`
    ));
  }
  function refused(host3, lane, response) {
    let own = backoffMs(BACKOFF, lane.refusals + 1, clock), pauseMs = Math.max(own, askedPause(response, clock) ?? 0);
    tell(host3, pauseMs), lane.pause(pauseMs, clock.sleep(pauseMs));
  }
  function judge2(host3, turn, response) {
    let { lane } = turn;
    if (response.status !== TOO_MANY_REQUESTS)
      return lane.passed(), response;
    if (lane.waitedMs >= LONGEST_WITHOUT_SUCCESS_MS && lane.giveUp(response), lane.waitedMs >= LONGEST_WITHOUT_SUCCESS_MS || turn.tries >= MOST_TRIES) return response;
    lane.isCurrent(turn.round) && refused(host3, lane, response);
  }
  return {
    async send(host3, once2) {
      let lane = laneOf(host3), { end } = lane;
      for (let tries = 1; ; tries += 1) {
        let round = await lane.enter();
        try {
          if (lane.end !== end && lane.end) return lane.end;
          let answer = judge2(host3, { lane, round, tries }, await once2());
          if (answer) return answer;
        } finally {
          lane.leave();
        }
      }
    }
  };
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
function longestExchange({ timeoutMs = 3e4 }) {
  return timeoutMs * 10;
}
function exchange(network, request, withinMs) {
  let { url, method, timeoutMs = 3e4 } = request, { origin, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    let handler = collect(request, withinMs, { resolve, reject }), options = {
      origin,
      path: pathname + search,
      method,
      headers: { "user-agent": "release-charts", ...request.headers },
      body: request.body ?? null,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      // Otherwise undici closes the connection after each HEAD, for servers that send a body anyway: that violates
      // HTTP, and the next request on it is made again.
      reset: !1
    };
    network.dispatch(options, handler);
  });
}
function collect(request, withinMs, outcome) {
  let { url, method, maxBytes = 4194304 } = request, answer, chunks = [], received = 0, deadline, fail = (code2, cause) => {
    clearTimeout(deadline), outcome.reject(new ExchangeFailure(code2, answer !== void 0, cause));
  };
  return {
    onRequestStart(controller) {
      let abort = () => controller.abort(new ExchangeFailure("DEADLINE", answer !== void 0));
      clearTimeout(deadline), deadline = setTimeout(abort, withinMs);
    },
    onResponseStart(controller, status, headers) {
      if (status < 200) return;
      answer = { status, headers: joined(headers) }, (method === "HEAD" ? 0 : Number(answer.headers["content-length"] ?? 0)) > maxBytes && controller.abort(new ExchangeFailure("TOO_LARGE", !0));
    },
    onResponseData(controller, chunk) {
      received += chunk.length, received > maxBytes ? controller.abort(new ExchangeFailure("TOO_LARGE", !0)) : chunks.push(chunk);
    },
    onResponseEnd() {
      if (clearTimeout(deadline), !answer) return fail("NO_ANSWER");
      if (isShort(method, answer, received)) return fail("SHORT");
      outcome.resolve({ ...answer, body: Buffer.concat(chunks), url });
    },
    onResponseError(_controller, error) {
      fail(codeOf2(error), error);
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
function codeOf2(error) {
  return typeof error == "object" && error !== null && "code" in error && typeof error.code == "string" ? error.code : error instanceof Error ? error.name : "UNKNOWN";
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
    PROXY_CLOSED: "the proxy closed the connection",
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
  "UND_ERR_SOCKET",
  "PROXY_CLOSED"
]);
function isTransient({ code: code2 }) {
  return TRANSIENT.has(code2) || code2.startsWith("HPE_");
}
function failureOf(request, failure2, { attempts, now }) {
  let { code: code2, late } = failure2, what = `${request.method} ${placeOf2(request.url)}`, tried = attempts > 1 ? ` after ${attempts} attempts` : "";
  if (code2 === "UND_ERR_INVALID_ARG")
    return new ReleaseError("REQUEST_INVALID", `${what} cannot be sent: it holds what HTTP does not allow`, {
      hint: "Usually a token or user name with a line break or a special character in it: store that secret again.",
      cause: failure2
    });
  if (code2 === "PRIVATE_ADDRESS") return privateAddress(request.url, request.namedBy ?? request.url);
  if (code2 === "TOO_LARGE") {
    let most = request.maxBytes ? ` of ${request.maxBytes} bytes` : "";
    return new ReleaseError("REMOTE_TOO_LARGE", `${what}: the answer is larger than the limit${most}`, {
      cause: failure2
    });
  }
  let details = { cause: failure2, hint: hintFor(code2) }, reason = reasonOf2(failure2, now);
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
  return new ReleaseError("REMOTE_ADDRESS_REFUSED", message, { cause: new PrivateHost(to) });
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

// src/platform/http/private-host.ts
import { lookup } from "node:dns/promises";
async function isPrivateHost(host3) {
  if (looksPrivate(host3)) return !0;
  let found = await lookup(host3.replace(/^\[|\]$/g, ""), { all: !0 }).catch(() => []);
  return areAllPrivate(found.map(({ address }) => address));
}

// src/platform/http/retry.ts
var DEFAULT_ATTEMPTS = 5, BACKOFF2 = httpBackoff(3e3), LEAST_BUDGET_MS = 1e4;
async function persist(request, { clock, throttle, serverTime }, exchange2) {
  let { host: host3 } = new URL(request.url), leftMs = Math.max(longestExchange(request), LEAST_BUDGET_MS), send = async () => {
    let began = clock.monotonic();
    try {
      let response = await exchange2(Math.min(leftMs, longestExchange(request)));
      return serverTime?.note(response), response;
    } finally {
      leftMs -= clock.monotonic() - began;
    }
  }, once2 = request.attempts === 1 ? send : () => throttle.send(host3, send), attempts = request.attempts ?? (["GET", "HEAD", "PUT"].includes(request.method) ? DEFAULT_ATTEMPTS : 1);
  for (let attempt2 = 1; ; attempt2++) {
    let outcome = await once2().catch(brokenOnly), last = attempt2 >= attempts || leftMs <= 0;
    if (outcome instanceof ExchangeFailure) {
      if (last || !isTransient(outcome)) throw failureOf(request, outcome, { attempts: attempt2, now: clock.now() });
      await clock.sleep(backoffMs(BACKOFF2, attempt2, clock));
    } else {
      if (last || !isRetried(outcome.status)) return outcome;
      await clock.sleep(askedPause(outcome, clock) ?? backoffMs(BACKOFF2, attempt2, clock));
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

// src/platform/http/http.ts
function createHttp(options) {
  let network = openNetwork(options), { clock, throttle = createThrottle(options), serverTime } = options, send = (request) => follow(request, network, { clock, throttle, serverTime });
  return {
    send: (request) => request.effect ? options.journal.effect(`${request.method} ${placeOf2(request.url)}`, () => send(request)) : send(request)
  };
}
async function follow(first, network, persistence) {
  let redirects = first.method === "GET" || first.method === "HEAD" ? first.redirects ?? 0 : 0, request = first;
  for (let hop = 0; ; hop++) {
    let response = await sendFrom(request, network, persistence), location = response.headers.location;
    if (redirects === 0 || !isRedirect(response.status) || location === void 0) return response;
    if (hop === redirects) throw redirectRefused(request.url, `more than ${redirects} redirects`);
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
  if (!URL.canParse(location, from.href)) throw redirectRefused(request.url, "a redirect without a valid address");
  let to = new URL(location, from);
  if (!["http:", "https:"].includes(to.protocol)) throw redirectRefused(request.url, `a redirect to ${to.protocol}`);
  if (from.protocol === "https:" && to.protocol === "http:")
    throw redirectRefused(request.url, `a redirect from https to http (${to.host})`);
  to.username = "", to.password = "";
  let moved = { ...request, url: to.href, namedBy: request.url };
  if (to.origin === from.origin) return moved;
  let headers = Object.entries(request.headers ?? {}).filter(([name]) => HARMLESS_HEADERS.has(name.toLowerCase()));
  return { ...moved, headers: Object.fromEntries(headers) };
}
function redirectRefused(url, what) {
  return new ReleaseError("REMOTE_ADDRESS_REFUSED", `${placeOf2(url)} answered with ${what}, which is not followed`);
}

// src/platform/process/clock.ts
import { setTimeout as wait } from "node:timers/promises";
var systemClock = {
  now: () => /* @__PURE__ */ new Date(),
  monotonic: () => performance.now(),
  sleep: (milliseconds) => wait(milliseconds),
  random: () => Math.random()
};

// src/platform/process/guarded.ts
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
  let { host: host3 } = new URL(apiUrl), asking = (what, ask) => (...asked) => stop.whileRunning(`${what} from ${host3}`, () => ask(...asked)), { branchRules, findPull, findClosedPull, releases } = github;
  return {
    ...github,
    branchRules: asking("branch rules", branchRules),
    findPull: asking("a pull request", findPull),
    findClosedPull: asking("a pull request", findClosedPull),
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
function guardClock(clock, stop) {
  return { ...clock, sleep: (milliseconds) => stop.whileRunning("a pause", () => clock.sleep(milliseconds)) };
}

// src/platform/process/steps.ts
var SHARE_OF_STEP = 1 / 2, GRACE_MS = 6e4, MOST_NAMED = 5, WAIT_UNITS = { second: 0, minute: 120 }, setAlarm = (milliseconds, ring) => {
  let timer = setTimeout(ring, milliseconds).unref();
  return () => clearTimeout(timer);
};
function createSteps({ log, stop, setAlarm: setAlarm2, timeoutMs, shareOfStep = SHARE_OF_STEP }) {
  let current = "Start", endAfter = (milliseconds, what) => setAlarm2(milliseconds, () => stop.now((waiting) => tooLong(what(), milliseconds, waiting), GRACE_MS));
  return endAfter(timeoutMs, () => `The run, in the step \u201C${current}\u201D,`), {
    get current() {
      return current;
    },
    async during(title, work) {
      current = title;
      let takeBack = endAfter(timeoutMs * shareOfStep, () => `The step \u201C${title}\u201D`);
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
  return new ReleaseError(
    "RUN_TIMEOUT",
    `${what} took longer than ${durationText(milliseconds, WAIT_UNITS)}${waitedFor(waiting)}.`,
    {
      hint: "Run the workflow again: it carries on where this run stopped. The input `timeout` sets how long a run may take; each step may take half of it."
    }
  );
}
function waitedFor(waiting) {
  if (waiting.length === 0) return "";
  let longest = waiting.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, MOST_NAMED), named = longest.map(({ name, milliseconds }) => `${name} (${durationText(milliseconds, WAIT_UNITS)})`), others = waiting.length > longest.length ? `, and ${waiting.length - longest.length} more` : "";
  return `; it was waiting for ${named.join(", ")}${others}`;
}

// src/platform/secrets/ordinary-words.ts
var TOKEN = /^(?:gh[a-z]_|github_pat_|glpat-|npm_|dckr_|AKIA|eyJ)/;
function isOrdinary(value) {
  let text = value.trim().replace(/^[-._/:]+|[-._/:]+$/g, "");
  return text.length < 8 ? !0 : TOKEN.test(text) ? !1 : /^(?:[A-Z]+|[A-Z][a-z]+)$/.test(text) ? text.length <= 15 : text.split(/:\/\/|[-._/:]/).every(isWord);
}
function isWord(part) {
  return /^[a-z]+$/.test(part) ? part.length <= 15 : /^\d+$/.test(part) || /^[a-z\d]+$/.test(part) && part.length <= 4;
}

// src/platform/secrets/login-secrets.ts
var USER_INFO = /\b[a-z][a-z\d+.-]*:\/\/([^\s/?#]*)@/gi, NO_PASSWORD = ["", "x-oauth-basic"];
function secretsOfAddresses(text) {
  return [...text.matchAll(USER_INFO)].flatMap(([, info = ""]) => {
    let colon = info.indexOf(":"), [user, password] = colon < 0 ? [info, ""] : [info.slice(0, colon), info.slice(colon + 1)];
    return [...secretsOfLogin(user, password), ...secretsOfLogin(decoded(user), decoded(password))];
  });
}
function secretsOfLogin(user, password) {
  return [...NO_PASSWORD.includes(password) ? [] : [password], ...isLikeToken(user) ? [user] : []];
}
function isLikeToken(user) {
  return /^[\w.~+=-]{16,}$/.test(user) && /\d/.test(user) && !isOrdinary(user);
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// src/platform/secrets/secret-forms.ts
var MIN_DERIVED = 8, MAX_PREFIX = 16;
function secretForms(value) {
  let trimmed2 = value.trim(), lines = trimmed2.split(/\r?\n/), parts = [...partsOfToken(trimmed2), ...valuesInJson(trimmed2)], found = /* @__PURE__ */ new Map(), put = (text, prefix) => {
    text !== "" && found.set(text, Math.min(prefix, found.get(text) ?? prefix));
  };
  for (let text of /* @__PURE__ */ new Set([value, trimmed2])) put(text, lines.length > 1 ? text.length : prefixOf(text));
  for (let text of [trimmed2, ...[...lines, ...parts].filter(isLong)]) {
    let isAlike = text.startsWith("-----") || text === trimmed2 && lines.length > 1;
    for (let form of [text, ...encoded(text)].filter((form2) => form2 === trimmed2 || form2.length >= MIN_DERIVED))
      put(form, isAlike ? form.length : unmistakable(form, Math.min(prefixOf(form), prefixOf(text))));
  }
  return [...found].map(([text, prefix]) => ({ text, prefix })).sort((a, b) => b.text.length - a.text.length);
}
function isLong(text) {
  return text.trim().length >= MIN_DERIVED && !isOrdinary(text);
}
function prefixOf(text) {
  let half = Math.ceil(text.length / 2);
  return unmistakable(text, Math.min(text.length, Math.max(MIN_DERIVED, Math.min(MAX_PREFIX, half))));
}
function unmistakable(text, least) {
  let length = least;
  for (; length < text.length && isOrdinary(text.slice(0, length)); ) length += 1;
  return endsInHalf(text, length) ? length - 1 : length;
}
function endsInHalf(text, length) {
  return length < text.length && !text.slice(0, length).isWellFormed();
}
function partsOfToken(text) {
  let [, signature = ""] = /^eyJ[\w-]+\.[\w-]+\.([\w-]+)$/.exec(text) ?? [];
  return isLong(signature) ? [signature] : [];
}
function valuesInJson(text) {
  if (!text.startsWith("{")) return [];
  try {
    return Object.entries(JSON.parse(text)).filter(([key]) => /key$|secret|token|password/i.test(key)).map(([, value]) => value).flatMap((value) => typeof value == "string" ? [value, ...value.split(`
`)] : []).filter(isLong);
  } catch {
    return [];
  }
}
function encoded(text) {
  return [...base64Forms(text), ...urlForms(text), ...quotedForms(text)];
}
function base64Forms(text) {
  let bytes = Buffer.from(text);
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
function urlForms(text) {
  let form = new URLSearchParams({ "": text }).toString().slice(1), query = percent(text, "").map((one) => one.replaceAll("%20", "+"));
  return [form, lowerHex(form), ...query, ...LEFT_ALONE.flatMap((left) => percent(text, left))];
}
function percent(text, left) {
  let upper = text.toWellFormed().replace(/[^\w.~-]/gu, (character) => left.includes(character) ? character : hexOf(character));
  return [upper, lowerHex(upper)];
}
function hexOf(character) {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
function lowerHex(text) {
  return text.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
}
function quotedForms(text) {
  let json = JSON.stringify(text).slice(1, -1), go = json.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`), html = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"), quoted = html.replace(/"/g, "&quot;");
  return [json, go, html, quoted, quoted.replace(/'/g, "&#39;"), html.replace(/"/g, "&#34;").replace(/'/g, "&#39;")];
}

// src/platform/secrets/secrets.ts
var MASK = "***", OWN = /^(INPUT_.*(PASSWORD|TOKEN|PASSPHRASE|PRIVATE-KEY)|ACTIONS_(ID_TOKEN_REQUEST|RUNTIME)_TOKEN|GITHUB_TOKEN|GH_TOKEN|CR_TOKEN)$/, FOREIGN = /(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|(ACCESS|API|PRIVATE|ACCOUNT|STORAGE|SHARED|SSH)_KEY|CONNECTION_STRING|_SAS|GOOGLE_CREDENTIALS|AZURE_CREDENTIALS)$/i, MIN_FOREIGN = 8;
function createSecrets(maskInRunner) {
  let told = /* @__PURE__ */ new Set(), [everywhere, inSentences] = [aCollection(), aCollection()], words = /* @__PURE__ */ new Set(), ordinary;
  return {
    add(value) {
      if (value.trim() === "" || told.has(value)) return;
      told.add(value);
      for (let line of linesToMask(value)) maskInRunner(line);
      if (!isOrdinary(value)) return everywhere.add(secretForms(value));
      let derived = secretForms(value).filter(({ text }) => !isOrdinary(text));
      inSentences.add(derived.map(({ text }) => ({ text, prefix: text.length }))), words.add(value.trim()), ordinary = anyOf([...words]);
    },
    redact(text) {
      let left = redacted(redacted(text, everywhere.begun()), inSentences.begun());
      return ordinary ? left.replace(ordinary, MASK) : left;
    },
    redactData: (text) => redacted(text, everywhere.begun())
  };
}
function aCollection() {
  let forms = /* @__PURE__ */ new Map(), begun = /* @__PURE__ */ new Map();
  return {
    begun: () => begun,
    add(added) {
      for (let form of added) forms.set(form.text, shorter(form, forms.get(form.text)));
      begun = Map.groupBy(forms.values(), ({ text, prefix }) => text.slice(0, prefix));
    }
  };
}
function linesToMask(value) {
  let lines = value.trim().split(/\r?\n/), strong = lines.filter((line) => !isOrdinary(line));
  return lines.length === 1 && strong.length === 1 ? [value] : strong;
}
function anyOf(words) {
  let alternatives = words.toSorted((a, b) => b.length - a.length).map((word) => escapePattern(word)).join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, "gu");
}
function secretsIn(environment, secretInputs2) {
  let isOwn = ownSecrets(secretInputs2);
  return Object.entries(environment).flatMap(([name, value = ""]) => {
    let isForeign = FOREIGN.test(name) && value.trim().length >= MIN_FOREIGN;
    return [...isOwn(name) || isForeign ? [value] : [], ...secretsOfAddresses(value)];
  });
}
function ordinarySecretsIn(environment, secretInputs2) {
  let isOwn = ownSecrets(secretInputs2);
  return Object.entries(environment).flatMap(([name, value = ""]) => !isOwn(name) || value.trim() === "" || !isOrdinary(value) ? [] : [name.startsWith("INPUT_") ? name.slice(6).toLowerCase() : name]);
}
function ownSecrets(secretInputs2) {
  let variables = new Set(secretInputs2.map((name) => `INPUT_${name.toUpperCase()}`));
  return (variable) => variables.has(variable) || OWN.test(variable);
}
function shorter(form, known) {
  return known && known.prefix < form.prefix ? known : form;
}
function redacted(text, forms) {
  let begun = [...forms.keys()].filter((begin) => text.includes(begin));
  if (begun.length === 0) return text;
  let found = begun.flatMap((begin) => forms.get(begin) ?? []).sort((a, b) => b.text.length - a.text.length), whole = found.reduce((left, form) => left.replaceAll(form.text, MASK), text);
  return begun.reduce((left, begin) => withoutBeginnings(left, begin, found), whole);
}
function withoutBeginnings(text, begin, forms) {
  let found = text.indexOf(begin);
  if (found < 0) return text;
  let kept = "", at = 0;
  for (; found >= 0; found = text.indexOf(begin, at))
    kept += text.slice(at, found) + MASK, at = found + Math.max(begin.length, ...forms.map((form) => sharedLength(text, found, form)));
  return kept + text.slice(at);
}
function sharedLength(text, at, form) {
  let length = 0;
  for (; length < form.text.length && text[at + length] === form.text[length]; ) length += 1;
  return length < form.prefix ? 0 : length;
}

// src/platform/files/files.ts
import { isUtf8 } from "node:buffer";
import { randomUUID } from "node:crypto";
import { constants as constants3 } from "node:fs";
import { mkdir as mkdir3, mkdtemp as mkdtemp2, open as open3, readdir as readdir2, rename as rename2, rm as rm2, stat as stat2, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname as dirname2, join } from "node:path";

// src/platform/runner/runner-paths.ts
import { constants } from "node:fs";
import { access, mkdir, open, stat } from "node:fs/promises";
import { isAbsolute } from "node:path";

// src/platform/runner/variables.ts
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

// src/platform/runner/environment.ts
var OBJECT_ID = /^[0-9a-f]{40,64}$/, DEFAULT_SERVER = "https://github.com";
function environmentSnapshot(variables) {
  return Object.freeze({ ...variables });
}
function runnerFacts(environment, eventPayload) {
  let { read: read3, missing: missing3 } = required(environment), repository = read3("GITHUB_REPOSITORY"), facts = {
    repository,
    owner: environment.GITHUB_REPOSITORY_OWNER || (repository.split("/")[0] ?? ""),
    ref: read3("GITHUB_REF"),
    sha: read3("GITHUB_SHA"),
    eventName: read3("GITHUB_EVENT_NAME"),
    workspace: read3("GITHUB_WORKSPACE"),
    runnerTemp: read3("RUNNER_TEMP")
  };
  if (missing3.length > 0) throw incomplete(missing3);
  let problems = variableProblems(environment);
  if (problems.length > 0) throw new ReleaseErrors(problems);
  let serverUrl = (environment.GITHUB_SERVER_URL || DEFAULT_SERVER).replace(/\/+$/, "");
  return {
    ...facts,
    ...refParts(facts.ref),
    ...repositoryOfEvent(eventPayload),
    ...baseOfEvent(eventPayload),
    ...beforePush(eventPayload),
    serverUrl,
    apiUrl: (environment.GITHUB_API_URL || "https://api.github.com").replace(/\/+$/, ""),
    repositoryUrl: `${serverUrl}/${repository}`,
    actor: environment.GITHUB_ACTOR ?? "",
    runId: environment.GITHUB_RUN_ID ?? "",
    runUrl: `${serverUrl}/${repository}/actions/runs/${environment.GITHUB_RUN_ID ?? ""}`,
    debugging: environment.RUNNER_DEBUG === "1",
    isPullRequest: isPullRequest(facts.eventName, facts.ref),
    ...Number(environment.GITHUB_RUN_ATTEMPT) > 1 && { isRerun: !0 }
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
  let missing3 = [];
  return { read: (name) => {
    let value = environment[name] ?? "";
    return value === "" && missing3.push(name), value;
  }, missing: missing3 };
}
function incomplete(names) {
  return new ReleaseError("ENVIRONMENT_INCOMPLETE", `The environment lacks ${names.join(", ")}.`, {
    hint: "Run it as a step of a GitHub Actions workflow (or under act), which sets these."
  });
}
function refParts(ref) {
  return ref.startsWith("refs/tags/") ? { refType: "tag", refName: ref.slice(10) } : ref.startsWith("refs/heads/") ? { refType: "branch", refName: ref.slice(11) } : { refType: "other", refName: ref.replace(/^refs\//, "") };
}
function repositoryOfEvent(payload) {
  let repository = member(parsed(payload), "repository"), visibility = member(repository, "visibility"), branch = member(repository, "default_branch");
  return {
    ...visibility === "public" || visibility === "private" || visibility === "internal" ? { visibility } : {},
    ...typeof branch == "string" ? { defaultBranch: branch } : {}
  };
}
function baseOfEvent(payload) {
  let event = parsed(payload), branch = baseBranchIn(event), base = member(member(member(event, "pull_request"), "base"), "sha") ?? member(member(event, "merge_group"), "base_sha");
  return {
    ...typeof base == "string" && OBJECT_ID.test(base) && { base },
    ...branch !== void 0 && isMergedRef(`refs/heads/${branch}`) && { baseBranch: branch }
  };
}
function beforePush(payload) {
  let before = member(parsed(payload), "before");
  return typeof before == "string" && OBJECT_ID.test(before) && /[1-9a-f]/.test(before) ? { before } : {};
}
function baseBranchIn(event) {
  let ref = member(member(member(event, "pull_request"), "base"), "ref");
  if (typeof ref == "string") return ref;
  let queued = member(member(event, "merge_group"), "base_ref");
  return typeof queued == "string" ? queued.replace(/^refs\/heads\//, "") : void 0;
}
function parsed(text) {
  try {
    return text === void 0 ? void 0 : JSON.parse(text);
  } catch {
    return;
  }
}

// src/platform/runner/runner-paths.ts
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
      let text = Buffer.from(await files.read(path2)).toString();
      return JSON.parse(text), text;
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
  let file = await open(path2, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK);
  try {
    let found = await file.stat();
    if (!found.isFile() && !found.isCharacterDevice()) throw new Error("it is not a file");
  } finally {
    await file.close();
  }
}

// src/platform/files/shared-files.ts
import { constants as constants2 } from "node:fs";
import { access as access2, chmod, lstat, mkdir as mkdir2, mkdtemp, open as open2, readdir, realpath, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

// src/platform/files/lock.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
var MAX_SAID = 1e3;
async function locked(file, waitMs, work) {
  let holder = spawn("flock", ["-x", file, "cat"], {
    env: { PATH: process.env.PATH ?? "", LC_ALL: "C" },
    stdio: "pipe"
  }), ended2 = endOf(holder);
  try {
    return await taken(holder, { file, waitMs, ended: ended2 }), await work();
  } finally {
    holder.stdin.end(), await ended2.catch(() => {
    });
  }
}
async function endOf(holder) {
  let said = "";
  return holder.stderr?.setEncoding("utf8").on("data", (text) => {
    said = (said + text).slice(0, MAX_SAID);
  }), await once(holder, "close"), said.trim();
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
  }), answer = await Promise.race([once(stdout, "data"), ended2, tooLate]).catch(notStarted).finally(() => clearTimeout(alarm));
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

// src/platform/files/shared-files.ts
function createSharedFiles() {
  return {
    kind: (path2) => lstat(path2).then(kindOf, absent),
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
function kindOf(found) {
  return found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
}
function absent(error) {
  if (codeOf(error) !== "ENOENT") throw error;
}
async function read(path2, maxBytes) {
  let file = await open2(path2, constants2.O_RDONLY | constants2.O_NOFOLLOW | constants2.O_NONBLOCK).catch(absent);
  if (file)
    try {
      let found = await file.stat();
      if (!found.isFile()) throw new Error(`${path2} is no file`);
      if (found.size > maxBytes)
        throw new ReleaseError("FILE_TOO_LARGE", `${path2} holds ${found.size} bytes; at most ${maxBytes} are read.`);
      return await file.readFile();
    } finally {
      await file.close();
    }
}
async function write(path2, content) {
  await rm(path2, { force: !0 });
  let file = await open2(path2, "wx");
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
  let handle = await open2(folder2, "r");
  try {
    await handle.sync();
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "EBADF", "EPERM"].includes(codeOf(error) ?? "")) throw error;
  } finally {
    await handle.close();
  }
}

// src/platform/files/files.ts
var DEFAULT_MAX_BYTES = 16 * 1024 * 1024;
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
    list: (path2) => readdir2(path2).then((names) => names.sort()),
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
async function read2(path2, maxBytes) {
  let content = await readIfPresent(path2, maxBytes);
  if (content === void 0) throw unreadable3(path2, "there is no such file");
  return content;
}
async function readIfPresent(path2, maxBytes = DEFAULT_MAX_BYTES) {
  try {
    return await readPlainFile(path2, maxBytes);
  } catch (error) {
    if (isMissing(error)) return;
    throw error instanceof ReleaseError ? error : unreadable3(path2, reasonOf(error), error);
  }
}
async function readPlainFile(path2, maxBytes) {
  let file = await open3(path2, constants3.O_RDONLY | constants3.O_NONBLOCK);
  try {
    let found = await file.stat();
    if (found.isDirectory()) throw unreadable3(path2, "it is a folder");
    if (!found.isFile()) throw unreadable3(path2, "it is not a file");
    if (found.size > maxBytes)
      throw new ReleaseError("FILE_TOO_LARGE", `${path2} holds ${found.size} bytes; at most ${maxBytes} are read.`, {
        hint: "Check that it is the file that was meant, or make it smaller."
      });
    return await file.readFile();
  } finally {
    await file.close();
  }
}
function unreadable3(path2, why, cause) {
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
  throw unreadable3(path2, "it is not UTF-8 text");
}

// src/platform/process/unhandled.ts
function catchUnhandled(log) {
  let thrown = [], rejected = /* @__PURE__ */ new Map(), tell = (error) => {
    log.info(`An unexpected error was caught, and the run continues: ${asReleaseError(error).message}`), log.debug(error instanceof Error ? error.stack ?? "" : String(error));
  }, onException = (error) => {
    thrown.push(error), tell(error);
  }, onRejection = (error, promise) => {
    rejected.set(promise, error), tell(error);
  }, onHandled = (promise) => {
    rejected.delete(promise);
  };
  return process.on("uncaughtException", onException), process.on("unhandledRejection", onRejection), process.on("rejectionHandled", onHandled), {
    problems: () => [.../* @__PURE__ */ new Set([...thrown, ...rejected.values()])].map(unhandledProblem),
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

// src/platform/process/process-watch.ts
var GRACE_MS2 = 4e3, CANCELLED = 143;
function watchProcess(log, stop) {
  let unhandled = catchUnhandled(log), isCancelled = !1, onSignal = (signal) => {
    isCancelled = !0, stop.now(() => cancelled(signal), GRACE_MS2);
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

// src/platform/process/processes.ts
import { spawn as spawn2 } from "node:child_process";
import { readFile } from "node:fs/promises";
var DEFAULT_MAX_OUTPUT = 256 * 1024 * 1024, MAX_STDERR = 1024 * 1024, MEMORY_POLL_MS = 100, PAGE_BYTES = 4096, QUIET_POLL_MS = 200, QUIET_POLLS = 5;
function createProcesses(startChild = spawn2) {
  let running = /* @__PURE__ */ new Set();
  return {
    run: async (program, args, options) => run(start(startChild, program, args, options), program, options, running),
    killAll: () => {
      for (let child of running) killGroup(child);
    }
  };
}
async function run(child, program, options, running) {
  running.add(child);
  let guard = guardLimits(child, options);
  try {
    let stdout = collect2(child, "stdout", options.maxOutputBytes ?? DEFAULT_MAX_OUTPUT, () => guard.kill("output")), stderr = collect2(child, "stderr", MAX_STDERR, () => {
    }), exitCode = ended(child, (cause) => notStarted2(program, options, cause));
    endQuietPipes(child), child.stdin.on("error", () => {
    }), child.stdin.end(options.input);
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
function start(startChild, program, args, options) {
  try {
    return startChild(program, args, { cwd: options.cwd, env: options.env, detached: !0, stdio: "pipe" });
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
function ended(child, failure2) {
  return new Promise((resolve, reject) => {
    child.once("error", (cause) => reject(failure2(cause))), child.once("close", (code2, signal) => resolve({ code: code2 ?? -1, signal }));
  });
}
function endQuietPipes(child) {
  let pipes = [child.stdout, child.stderr], quiet = 0;
  for (let pipe of pipes) pipe.on("data", () => quiet = 0);
  child.once("exit", () => {
    let poll = setInterval(() => {
      if (quiet += 1, quiet >= QUIET_POLLS) for (let pipe of pipes) pipe.destroy();
    }, QUIET_POLL_MS);
    child.once("close", () => clearInterval(poll));
  });
}
function collect2(child, name, max, tooMuch) {
  let chunks = [], size = 0, stream = child[name];
  return new Promise((resolve) => {
    stream.on("data", (chunk) => {
      size += chunk.length, size <= max ? chunks.push(chunk) : tooMuch();
    }), stream.on("error", () => {
    }), stream.once("close", () => resolve(Buffer.concat(chunks)));
  });
}
function guardLimits(child, { timeoutMs, maxMemoryBytes }) {
  let killed, kill = (why) => {
    killed ??= why, killGroup(child);
  }, timer = timeoutMs === void 0 ? void 0 : setTimeout(() => kill("timeout"), timeoutMs), poll = maxMemoryBytes === void 0 ? void 0 : setInterval(async () => {
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
  let statm = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return Number(statm.split(" ")[1] ?? 0) * PAGE_BYTES;
}
function killGroup(child) {
  if (child.pid !== void 0)
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
    }
}

// src/platform/process/stop.ts
import { AsyncLocalStorage } from "node:async_hooks";
var inEffect = new AsyncLocalStorage();
function createStop({ monotonic, sleep }, meet) {
  let waits = /* @__PURE__ */ new Set(), over = Promise.withResolvers(), reason;
  function wait2(name, work, isCutShort) {
    return new Promise((resolve, reject) => {
      let entry = { name, since: monotonic(), end: isCutShort ? reject : () => {
      } };
      waits.add(entry), work().finally(() => waits.delete(entry)).then(resolve, reject);
    });
  }
  return {
    get reason() {
      return reason;
    },
    over: over.promise,
    now(reasonOf3, graceMs) {
      if (reason) return;
      let stopped = reasonOf3([...waits].map(({ name, since }) => ({ name, milliseconds: monotonic() - since })));
      reason = stopped, over.resolve(sleep(graceMs).then(() => stopped));
      for (let { end } of waits) end(stopped);
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

// src/platform/runner/escape.ts
var MAX_LINE = 4e3;
function escapeText(text) {
  return text.split(`
`).map(escapeLine).join(`
`);
}
function oneLine(text) {
  return escapeLine(text.replace(/\s*[\r\n]\s*/g, " ")).trim();
}
function encodeData(text) {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function encodeProperty(text) {
  return encodeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
function escapeLine(line) {
  let short = line.length > MAX_LINE ? `${cut(line, MAX_LINE)} (${line.length - MAX_LINE} more characters)` : line;
  return showInvisible(short).replace(/##(?=\[)/g, "## ").replace(/^(\s*:)(?=:)/, "$1 ");
}

// src/platform/runner/log.ts
var ANNOTATIONS_PER_KIND = 10, MAX_TITLE = 120, plainPrefix = { notice: "Note: ", warning: "Warning: ", error: "Error: " };
function createLog({ write: write3, debugging, secrets }) {
  let shown = { notice: 0, warning: 0, error: 0 }, grouped = !1, safe = (text) => escapeText(secrets.redact(text)), line = (text) => write3(`${text}
`);
  function annotate(kind, text, annotation = {}) {
    shown[kind] += 1;
    let annotated = shown[kind] <= ANNOTATIONS_PER_KIND;
    line(annotated ? `::${kind}${properties(annotation, secrets)}::${encodeData(safe(text))}` : safe(plainPrefix[kind] + withPlace(text, annotation)));
  }
  return {
    info: (text, { isData = !1 } = {}) => line(isData ? escapeText(secrets.redactData(text)) : safe(text)),
    debug: (text) => {
      debugging && line(`::debug::${encodeData(safe(text))}`);
    },
    notice: (text, annotation) => annotate("notice", text, annotation),
    warning: (text, annotation) => annotate("warning", text, annotation),
    error: (text, annotation) => annotate("error", text, annotation),
    async group(title, work) {
      let name = oneLine(secrets.redact(title));
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
    ([key, value]) => value === void 0 || value === "" ? [] : [`${key}=${encodeProperty(property(key, oneLine(value)))}`]
  );
  return written.length === 0 ? "" : ` ${written.join(",")}`;
}
function property(key, value) {
  return key === "title" ? cut(value, MAX_TITLE) : value;
}
function withPlace(text, { at }) {
  return at === void 0 ? text : `${placeText(at)}: ${text}`;
}

// src/platform/runner/runner.ts
import { appendFile, mkdtemp as mkdtemp3, stat as stat3, writeFile as writeFile2 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import path from "node:path";

// src/platform/secrets/redacted-values.ts
var STRING = /"(?:[^"\\]|\\.)*"(?:\s*:)?/gs;
function redactedValues(text, redact) {
  return isJson(text) ? text.replace(STRING, (literal) => literal.endsWith('"') ? redactedLiteral(literal, redact) : literal) : redact(text);
}
function redactedLiteral(literal, redact) {
  let value = JSON.parse(literal), shown = redact(value);
  return shown === value ? literal : JSON.stringify(shown);
}
function isJson(text) {
  if (!/^\s*[[{]/.test(text)) return !1;
  try {
    return JSON.parse(text), !0;
  } catch {
    return !1;
  }
}

// src/platform/runner/runner.ts
var MAX_SUMMARY_BYTES = 1e3 * 1024, TOO_LONG = `

*The rest does not fit into a job summary; it is in the log and in the report file.*
`;
function createRunner(environment, { redactData }, journal) {
  let folder2;
  async function save(name, content) {
    try {
      folder2 ??= shared(privateFolder(environment));
      let file = path.join(await folder2, name);
      return await journal.effect(`file ${name}`, () => writeFile2(file, content, { mode: 384 })), file;
    } catch (error) {
      throw unusable("RUNNER_TEMP", environment.RUNNER_TEMP, error);
    }
  }
  return {
    async setOutput(name, value) {
      let file = await usablePath(environment, "GITHUB_OUTPUT");
      if (file === void 0) return;
      let { setOutput } = await import("./step-output-JQEBHR5V.js");
      await journal.effect(`output ${name}`, async () => setOutput(name, redactedValues(value, redactData))).catch((error) => {
        throw unusable("GITHUB_OUTPUT", file, error);
      });
    },
    async addSummary(markdown) {
      let file = await usablePath(environment, "GITHUB_STEP_SUMMARY");
      if (file === void 0) return;
      let room = MAX_SUMMARY_BYTES - await sizeOf(file), text = fitting(`${redactData(markdown)}
`, room);
      await journal.effect("summary", () => appendFile(file, text)).catch((error) => {
        throw unusable("GITHUB_STEP_SUMMARY", file, error);
      });
    },
    saveFile: (name, content) => save(name, redactedValues(content, redactData)),
    saveBytes: save
  };
}
async function privateFolder(environment) {
  let root = await usablePath(environment, "RUNNER_TEMP") ?? tmpdir2();
  return mkdtemp3(path.join(root, "release-charts-"));
}
async function sizeOf(file) {
  return (await stat3(file).catch(() => {
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

// src/platform/runner/standard-output.ts
function openStandardOutput() {
  let why, note = (error) => {
    why ??= codeOf(error) ?? "it cannot be written";
  };
  for (let stream of [process.stdout, process.stderr]) stream.on("error", note);
  return {
    write(text) {
      try {
        process.stdout.write(text);
      } catch (error) {
        note(error);
      }
    },
    lost: () => why
  };
}

// src/platform/open-step.ts
function openStep({ variables, journal, secretInputs: secretInputs2, meet }) {
  let environment = environmentSnapshot(variables), output = openStandardOutput(), secrets = createSecrets((value) => output.write(`::add-mask::${encodeData(value)}
`));
  for (let value of secretsIn(environment, secretInputs2)) secrets.add(value);
  let log = createLog({ write: output.write, debugging: environment.RUNNER_DEBUG === "1", secrets }), stop = createStop(systemClock, meet), watch = watchProcess(log, stop), files = createFiles(environment.RUNNER_TEMP), children = createProcesses();
  return {
    environment,
    secrets,
    log,
    files,
    stop,
    processes: guardProcesses(children, stop),
    journal: stop.guard(journal),
    runner: createRunner(environment, secrets, journal),
    async cleanUp() {
      children.killAll(), await files.removeTemporary().catch((error) => log.warning(asReleaseError(error).message));
    },
    problems: watch.problems,
    lostLog: output.lost,
    exit: watch.exit
  };
}

// src/verification/wait.ts
var BACKOFF3 = { firstMs: 5e3, longestMs: 3e4, jitter: 0.2 };
async function untilThere(look, { clock, log, waitMs }) {
  let end = clock.monotonic() + waitMs;
  for (let attempt2 = 1; ; attempt2++) {
    let found = await look().catch(asReleaseError), isFound = !(found instanceof ReleaseError), problems = isFound ? found.verification.checks.flatMap(({ problem }) => problem ?? []) : [found], pause = backoffMs(BACKOFF3, attempt2, clock);
    if (problems.length === 0 || !problems.every(mayCome) || clock.monotonic() + pause > end) {
      if (isFound) return found;
      throw found;
    }
    log.info(`Looking again in ${Math.round(pause / 1e3)} seconds: ${problems[0]?.message}`), await clock.sleep(pause);
  }
}
function mayCome({ code: code2, message }) {
  return code2 === "VERIFY_CHART_MISSING" || code2 === "VERIFY_SIGNATURE_MISSING" ? !0 : code2 === "VERIFY_SIGNATURE_INVALID" && message.includes("signature of the index");
}

// src/chart/package/packaged-chart.ts
function readPackagedChart(tgz) {
  let { root, files } = unpack(tgz), textOf2 = (path2) => {
    let file = files.find((one) => one.path === path2);
    return file && Buffer.from(file.content).toString();
  }, chartYaml = textOf2("Chart.yaml");
  if (chartYaml === void 0) throw invalid("holds no Chart.yaml");
  let manifest = readChartYaml(chartYaml, `${root}/Chart.yaml`), requirements = manifest.apiVersion === "v1" ? textOf2("requirements.yaml") : void 0;
  return requirements === void 0 ? { manifest, files } : { manifest: withDependencies(manifest, readRequirements(requirements, `${root}/requirements.yaml`)), files };
}
function withDependencies(manifest, dependencies) {
  if (dependencies.length === 0) return manifest;
  let { type, ...before } = manifest.metadata, own = dependencies.map(({ fields }) => fields);
  return { ...manifest, metadata: { ...before, dependencies: own, ...type !== void 0 && { type } } };
}

// src/verification/provenance-file.ts
var FORM = "provenance file";
async function checkProvenanceFile({ chart, ref, reference }, { keyring }) {
  if (!chart.provenance) return { requirement: "gpg", problem: missing(reference), refused: [] };
  let file = { name: archiveNames(ref).archive, digest: chart.archiveDigest }, outcome = await (await keyring()).verify(chart.provenance, file);
  return "key" in outcome ? { requirement: "gpg", accepted: { form: FORM, key: outcome.key }, refused: [] } : { requirement: "gpg", problem: refusedFile(reference, outcome), refused: [{ form: FORM, why: outcome.why }] };
}
function missing(reference) {
  return new ReleaseError("VERIFY_SIGNATURE_MISSING", `${reference} has no provenance file (\`.prov\`).`, {
    hint: "If it had one, somebody removed it: do not deploy it before its publisher has looked. If its publisher does not sign with OpenPGP, take `gpg` out of `require`."
  });
}
function refusedFile(reference, { why, isForeign }) {
  return isForeign ? new ReleaseError("VERIFY_IDENTITY_REFUSED", `The provenance file of ${reference} is refused: ${why}.`, {
    hint: "If you trust that key, add its current public form to `keyring`. If not, do not deploy the chart."
  }) : new ReleaseError("VERIFY_SIGNATURE_INVALID", `The provenance file of ${reference} is refused: ${why}.`, {
    hint: "Somebody changed the chart or the file: do not deploy it, and ask its publisher."
  });
}

// src/verification/signatures.ts
var NAMES = {
  signature: "keyless signature",
  provenance: "SLSA v1 provenance",
  index: "signature of the index"
}, MAX_REASONS = 3, MAX_REASON = 600, MAX_REFUSED = 20;
async function checkSignatures(wanted, inspector) {
  let { requirement, stored, refusal: refusal2 } = wanted, count = stored ? stored.signatures.legacy.length + stored.signatures.bundles.length : 0, inspected = stored && count > 0 ? (await inspector()).inspect(stored.subject, stored.signatures) : [], kind = requirement === "provenance" ? "provenance" : "signature", judged = inspected.filter((one) => one.kind === kind || one.kind === "unknown").map((one) => judge(one, refusal2)), accepted = judged.find(({ refusal: refusal3 }) => refusal3 === void 0), refused = judged.flatMap(({ refusal: refusal3 }) => refusal3 ?? []).slice(0, MAX_REFUSED), identity = accepted?.inspected.identity;
  return accepted && identity ? { requirement, accepted: { form: accepted.inspected.form, identity }, refused } : { requirement, problem: problemOf(wanted, judged, inspected.length - judged.length), refused };
}
function judge(inspected, refusal2) {
  let { form, identity, why } = inspected, problem = identity ? refusal2(identity) : why ?? "it cannot be read";
  return {
    inspected,
    isForeign: identity !== void 0,
    ...problem !== void 0 && { refusal: { form, why: cut(problem, MAX_REASON) } }
  };
}
function problemOf({ requirement, what }, judged, others) {
  if (judged.length === 0) return missing2(requirement, what, others);
  let foreign = judged.filter(({ isForeign }) => isForeign), shown = (foreign.length > 0 ? foreign : judged).flatMap(({ refusal: refusal2 }) => refusal2 ?? []), reasons = someOf(
    shown.map(({ form, why }) => `${form}: ${why}`),
    MAX_REASONS
  );
  return foreign.length > 0 ? new ReleaseError(
    "VERIFY_IDENTITY_REFUSED",
    `No ${NAMES[requirement]} of ${what} is by whom it should be. ${reasons}.`,
    {
      hint: "If it was signed by whom you trust, change `repository`, `workflow`, `ref` or `issuer`. If not, do not deploy it: somebody else published or signed it."
    }
  ) : new ReleaseError("VERIFY_SIGNATURE_INVALID", `No ${NAMES[requirement]} of ${what} holds. ${reasons}.`, {
    hint: "If it comes from a private Sigstore, give its `trusted-root`. Otherwise somebody changed the chart or its signatures: do not deploy it, and ask its publisher."
  });
}
function missing2(requirement, what, others) {
  let beside2 = others === 0 ? "" : `; it has ${countText(others, "signature")} of another kind`;
  return new ReleaseError("VERIFY_SIGNATURE_MISSING", `${what} has no ${NAMES[requirement]}${beside2}.`, {
    hint: `If it had one, somebody or a clean-up job removed it: do not deploy it before its publisher has looked; the next release run restores what is lost. If its publisher never makes one, take \`${requirement}\` out of \`require\`.`
  });
}

// src/verification/verify-chart.ts
async function verifyChart(chart, policy, judges) {
  let ref = identify(chart), reference = chart.reference(ref), isIndexSigned = policy.refusal !== void 0 && (chart.index?.signatures.bundles.length ?? 0) > 0, required2 = /* @__PURE__ */ new Set([...policy.required, ...isIndexSigned ? ["index"] : []]), checks = await Promise.all(
    [...required2].map((requirement) => check({ chart, ref, reference, requirement }, policy, judges))
  );
  return {
    ...ref,
    reference,
    digest: chart.subject.digest,
    archiveDigest: chart.archiveDigest,
    checks,
    ...chart.pinned !== void 0 && { pinned: chart.pinned }
  };
}
function identify({ name, version, archive }) {
  let { manifest } = readPackagedChart(archive);
  if (manifest.name === name && (version === void 0 || manifest.version === version)) return { name, version: manifest.version };
  let [found, meant] = [
    `${manifest.name} ${manifest.version}`,
    `${name}${version === void 0 ? "" : ` ${version}`}`
  ];
  throw new ReleaseError("VERIFY_CHART_DIFFERS", `The chart that was pulled is ${found}, and ${meant} was asked for.`, {
    hint: "Somebody put another chart or version in its place. Do not deploy it, and look at who can write to the registry or repository."
  });
}
async function check({ chart, ref, reference, requirement }, { refusal: refusal2 }, judges) {
  if (requirement === "gpg") return checkProvenanceFile({ chart, ref, reference }, judges);
  if (!refusal2) throw new ReleaseError("BUG_UNEXPECTED", `${requirement} is required, and nobody to have signed it`);
  let { index } = chart, stored = requirement === "index" ? index : chart, what = requirement === "index" ? index?.address ?? reference : reference;
  return checkSignatures({ requirement, what, stored, refusal: refusal2 }, judges.inspector);
}

// src/report/wording/problems.ts
var MAX_NAMES = 10;
function sharedProblems(charts) {
  let byCause = /* @__PURE__ */ new Map(), groups = /* @__PURE__ */ new Set();
  for (let chart of charts) {
    let keys = causesOf(chart), first = keys.map((key) => byCause.get(key)).find((group2) => group2 !== void 0), group = first ?? { chart, others: [] };
    if (first) first.others.push(chart);
    else for (let key of keys) byCause.set(key, group);
    groups.add(group);
  }
  return [...groups];
}
function sameCauses(charts) {
  return new Map(
    sharedProblems(charts).flatMap(({ chart, others }) => others.map(({ path: path2 }) => [path2, chart.name]))
  );
}
function stoppedInPlan(charts) {
  return charts.flatMap(({ name, path: path2, version, problem }) => problem ? [{ name, path: path2, version, problem: { ...problem, at: placeIn(problem) } }] : []);
}
function placeIn({ file, line }) {
  return file === void 0 ? void 0 : { file, ...line !== void 0 && { line } };
}
function plannedReason({ path: path2, problem, reason }, same) {
  let first = problem && same.get(path2);
  return first === void 0 ? problem?.message ?? reason : sameAs(first);
}
function sameAs(name) {
  return `the same as for ${name}`;
}
function chartNames(charts) {
  let names = charts.map(({ name }) => cut(name, 100));
  return someOf(names, MAX_NAMES);
}
function causesOf({ name, path: path2, version, problem }) {
  let { code: code2, message, at } = problem;
  if (!isErrorCode(code2) || ["chart", "conflict"].includes(errorCodes[code2].kind)) return [];
  let own = [path2, name, version].filter((text) => text !== "").map(escapePattern), words = new RegExp(`(?<!\\w)(?:${own.join("|")})(?!\\w)`, "g");
  return [message, message.replace(words, "")].map(
    (text) => JSON.stringify([code2, text, at?.file, at?.line, at?.column])
  );
}
function isErrorCode(code2) {
  return Object.hasOwn(errorCodes, code2);
}
function stoppedCharts(charts) {
  return charts.flatMap((chart) => chart.problem ? [{ ...chart, problem: chart.problem }] : []);
}
function problemText(problem) {
  let { message, at, hint } = problem;
  return [message, at && placeText(at), hint && `What to do: ${hint}`].filter((line) => line).join(`
`);
}

// src/verification/published/choose-version.ts
var ANY_RELEASE = "*";
function isExact(version) {
  return readHelmVersion(version) !== void 0 && version.split(".").length > 2;
}
function chooseVersion(versions, wanted) {
  return isExact(wanted) ? versions.find((version) => version === wanted) : versions.filter((version) => satisfies(version, wanted)).reduce(newer, void 0);
}
function newer(best, version) {
  let [a, b] = [readHelmVersion(best ?? ""), readHelmVersion(version)];
  return best === void 0 || !a || b && compareHelmVersions(b, a) > 0 ? version : best;
}

// src/verification/published/problems.ts
function chartMissing(name, version, { where, hasOthers }) {
  let what = `${where} has no version ${version} of ${name}${hasOthers ? ", and has others" : ""}.`;
  return new ReleaseError("VERIFY_CHART_MISSING", what, {
    hint: "Check name and version. If it was released a moment ago, set `wait: 10m`: a CDN can show what was there before for some minutes."
  });
}
function indexMissing(url) {
  return new ReleaseError("VERIFY_CHART_MISSING", `There is nothing at ${url}/index.yaml.`);
}
function archiveMissing({ name, version }, index, { origin, pathname }) {
  let what = `${index} lists ${name} ${version}, and there is nothing at ${origin}${pathname}.`;
  return new ReleaseError("VERIFY_CHART_MISSING", what, {
    hint: "If it was released a moment ago, set `wait: 10m`: a CDN can show what was there before for some minutes. Otherwise the archive was removed: ask its publisher."
  });
}
function digestDiffers(reference, { given, found }) {
  return new ReleaseError("VERIFY_DIGEST_DIFFERS", `${reference} is ${found}, and ${given} is expected.`, {
    hint: "Somebody moved the tag, or the digest is that of another version. Do not deploy it before you know which; a published version never changes."
  });
}
function unreadable4(what, why) {
  return new ReleaseError("VERIFY_CHART_UNREADABLE", `${what} could not be fetched: ${why}.`, {
    hint: "Check `repository-url`, and that an earlier step ran `helm repo add` with the credentials if the repository needs some."
  });
}

// src/chart/dependencies/repository-index.ts
var import_yaml = __toESM(require_dist(), 1);
var MAX_PARSED = 8 * 1024 * 1024;
function indexEntries(index, name) {
  let pieces = index.trimStart().startsWith("{") ? void 0 : piecesOf(index, name);
  if (!pieces) return wholeList(index, name).flatMap((value) => parsedEntry(() => value) ?? []);
  let whole = onlyOnce(() => wholeList(index, name));
  return pieces.flatMap((piece, at) => {
    let read3 = onlyOnce(() => firstIn(attempt(() => parsed2(piece))) ?? whole()[at]), version = versionIn(piece);
    return version === void 0 ? parsedEntry(read3) ?? [] : lazyEntry(version, read3);
  });
}
function piecesOf(index, name) {
  let lines = linesOf(index, name);
  if (!lines) return lines === void 0 ? void 0 : [];
  let dash = /^ *(?=- )/m.exec(lines)?.[0];
  if (dash !== void 0)
    return lines.split(new RegExp(`^(?=${dash}- )`, "m")).slice(1);
}
function linesOf(index, name) {
  let start2 = /^entries:[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*(?<indent> +)(?=[^\s#-])/m.exec(index);
  if (!start2) return;
  let { indent = "" } = start2.groups ?? {}, entries = index.slice(start2.index + start2[0].length - indent.length), quoted = name.replace(/[^\w-]/g, "\\$&"), key = new RegExp(`^${indent}(?:${quoted}|"${quoted}"|'${quoted}')[ \\t]*:[ \\t]*\\r?$`, "m").exec(entries);
  if (!key) return new RegExp(`^${indent}(?:[?&*!"'<]|${quoted}[ \\t]*:)`, "m").test(entries) ? void 0 : "";
  let below = entries.slice(key.index + key[0].length), end = new RegExp(`^(?: {0,${indent.length - 1}}[^\\s#]| {${indent.length}}[^\\s#-])`, "m").exec(below);
  return end ? below.slice(0, end.index) : below;
}
function versionIn(piece) {
  let [gap] = /^ *- +/.exec(piece) ?? [""];
  return new RegExp(`(?:^ *- +|^ {${gap.length}})version:[ \\t]+(["']?)(v?\\d[\\w.+-]*)\\1[ \\t]*\\r?$`, "m").exec(piece)?.[2];
}
function wholeList(index, name) {
  let whole = attempt(() => JSON.parse(index)) ?? attempt(() => parsed2(index));
  if (whole === void 0) throw noIndex("it cannot be read as YAML");
  let entries = fieldOf(whole, "entries");
  if (typeof entries != "object" || entries === null || Array.isArray(entries)) throw noIndex("it has no `entries`");
  let list2 = new Map(Object.entries(entries)).get(name);
  return Array.isArray(list2) ? list2 : [];
}
function firstIn(list2) {
  return Array.isArray(list2) ? list2[0] : void 0;
}
function parsed2(text) {
  if (!(text.length > MAX_PARSED || tooDeepAt(text) !== void 0))
    return (0, import_yaml.parse)(text, { schema: "failsafe", uniqueKeys: !1, logLevel: "silent", maxAliasCount: 100 });
}
function attempt(work) {
  try {
    return work() ?? void 0;
  } catch {
    return;
  }
}
function onlyOnce(read3) {
  let kept;
  return () => (kept ??= { value: read3() }, kept.value);
}
function parsedEntry(read3) {
  let version = fieldOf(read3(), "version");
  return typeof version == "string" && Array.isArray(fieldOf(read3(), "urls")) ? lazyEntry(version, read3) : void 0;
}
function lazyEntry(version, read3) {
  return {
    version,
    get urls() {
      let urls = fieldOf(read3(), "urls");
      return Array.isArray(urls) ? urls.filter((url) => typeof url == "string") : [];
    },
    get digest() {
      let digest = fieldOf(read3(), "digest");
      return typeof digest == "string" ? digest : void 0;
    }
  };
}
function fieldOf(value, name) {
  if (!(typeof value != "object" || value === null))
    return Object.hasOwn(value, name) ? value[name] : Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1];
}
function noIndex(why) {
  return new ReleaseError("DEPENDENCY_FAILED", `its index.yaml is no index of charts: ${why}`);
}

// src/chart/dependencies/classic-repository.ts
var MAX_INDEX_BYTES = 128 * 1024 * 1024, REDIRECTS = 5, ATTEMPTS = 3, ABSENT = /* @__PURE__ */ new Set([404, 410]);
function openRepository(entry, context) {
  let base = new URL(entry.url.endsWith("/") ? entry.url : `${entry.url}/`), login = loginOf(entry, base, context.secrets), client = memoizeAsync(() => clientFor(entry, context));
  async function ask(url, maxBytes) {
    let headers = login !== void 0 && (entry.passCredentials || url.origin === base.origin) ? { authorization: login } : {}, address = new URL(url.href);
    address.username = "", address.password = "";
    let http = await client(), { privateHosts } = context, bounds = { maxBytes, redirects: REDIRECTS, attempts: ATTEMPTS, privateHosts };
    return http.send({ method: "GET", url: address.href, headers, ...bounds });
  }
  let get = async (url, maxBytes) => bodyOf(await ask(url, maxBytes), url), find = async (url, maxBytes) => {
    let response = await ask(url, maxBytes);
    return ABSENT.has(response.status) ? void 0 : bodyOf(response, url);
  }, indexAt = beside(base, "index.yaml"), index = memoizeAsync(async () => Buffer.from(await get(indexAt, MAX_INDEX_BYTES)).toString());
  return {
    address: `${base.origin}${base.pathname}`.replace(/\/$/, ""),
    readIndex: () => find(indexAt, MAX_INDEX_BYTES),
    readBeside: (file, maxBytes) => find(beside(base, file), maxBytes),
    readAfter: async ({ url }, suffix, maxBytes) => url && find(after(url, suffix), maxBytes),
    async offers(name) {
      return indexEntries(await index(), name).map((entry2) => offerOf(entry2, base));
    },
    async archive({ url, digest }) {
      if (!url) throw new ReleaseError("DEPENDENCY_FAILED", "its index names no valid address for the archive");
      let archive = await get(url, HELM_LIMITS.totalBytes);
      return refuseOther(archive, digest), archive;
    }
  };
}
function offerOf(entry, base) {
  return {
    version: entry.version,
    get url() {
      return addressOf(entry.urls[0], base);
    },
    get digest() {
      return entry.digest;
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
  let [username, password] = entry.username ? [entry.username, entry.password] : [decoded2(base.username), decoded2(base.password)];
  if (!(username === "" && password === "")) {
    for (let secret of [password, entry.password, base.password]) secrets.add(secret);
    return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  }
}
function decoded2(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
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
function after(archive, suffix) {
  let url = new URL(archive.href);
  return url.pathname += suffix, url;
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

// src/chart/dependencies/repository-entries.ts
import { posix as posix2 } from "node:path";
var MAX_BYTES = 1024 * 1024;
async function knownRepositories(files, environment) {
  let file = repositoriesFile(environment);
  try {
    let bytes = await files.readIfPresent(file, MAX_BYTES);
    return { entries: bytes ? entriesIn(Buffer.from(bytes).toString()) : [] };
  } catch (thrown) {
    let { line } = asReleaseError(thrown).at ?? {};
    return { entries: [], problem: `${file} is not a file of \`helm repo add\`${line ? ` (line ${line})` : ""}` };
  }
}
function repositoriesFile({ HELM_REPOSITORY_CONFIG, ...environment }) {
  if (HELM_REPOSITORY_CONFIG) return HELM_REPOSITORY_CONFIG;
  let { HOME = "", XDG_CONFIG_HOME, HELM_CONFIG_HOME, RUNNER_OS } = environment, config = posix2.join(HOME, RUNNER_OS === "macOS" ? "Library/Preferences" : ".config");
  return posix2.join(HELM_CONFIG_HOME || posix2.join(XDG_CONFIG_HOME || config, "helm"), "repositories.yaml");
}
function entriesIn(text) {
  let yaml = parseYaml(text, { file: "repositories.yaml", code: "DEPENDENCY_FAILED" });
  if (!yaml.root) return [];
  let list2 = pick(yaml, fieldsOf(yaml, yaml.root, "a document"), "repositories");
  return itemsOf(yaml, list2?.value, "`repositories`").flatMap((item) => item ? readEntry2(yaml, item) : []);
}
function readEntry2(yaml, item) {
  let fields = fieldsOf(yaml, item, "a repository"), text = (name) => helmText(yaml, pick(yaml, fields, name)?.value, `\`${name}\` of a repository`), isSet = (name) => scalarOf(yaml, pick(yaml, fields, name)?.value, `\`${name}\``).text === "true";
  if (text("name") === "" || text("url") === "") return [];
  let refused = [
    ...text("certFile") || text("keyFile") ? ["--cert-file"] : [],
    ...isSet("insecure_skip_tls_verify") ? ["--insecure-skip-tls-verify"] : []
  ];
  return [
    {
      name: text("name"),
      url: text("url"),
      username: text("username"),
      password: text("password"),
      caFile: text("caFile"),
      passCredentials: isSet("pass_credentials_all"),
      unsupported: refused.join(" and ")
    }
  ];
}
function plainEntry(name, url) {
  return { name, url, username: "", password: "", caFile: "", passCredentials: !1, unsupported: "" };
}
function entryFor(repository, known) {
  let alias = aliasIn(repository);
  return known.find(({ name, url }) => alias === void 0 ? isSameAddress(url, repository) : name === alias) ?? (alias === void 0 && repository !== "" ? plainEntry("-", repository) : void 0);
}
function isSameAddress(a, b) {
  return trimmed(a) === trimmed(b);
}
function trimmed(url) {
  return url.replace(/\/+$/, "");
}

// src/verification/published/in-repository.ts
var MAX_PROVENANCE_BYTES = 1024 * 1024;
async function fetchFromRepository(source, tools) {
  let { repositoryUrl } = source, { entries } = await knownRepositories(tools.files, tools.environment), entry = entryFor(repositoryUrl, entries);
  if (!entry) throw unreadable4(repositoryUrl, "its address is not valid");
  if (entry.unsupported !== "")
    throw unreadable4(repositoryUrl, `its \`helm repo add\` had ${entry.unsupported}, which is not supported`);
  return inRepository(openRepository(entry, tools), tools).find(source);
}
function inRepository(repository, tools) {
  let index = memoizeAsync(() => readSignedIndex(repository));
  return {
    hasIndex: async () => await readable("index.yaml", index()) !== void 0,
    find: (chart) => readable(
      chart.name,
      index().then((found) => {
        if (!found) throw unreadable4(chart.name, `${repository.address}/index.yaml is not there`);
        let offer = offered(found, chart, repository.address);
        return download(repository, { offer, name: chart.name, index: found }, tools);
      })
    )
  };
}
function readable(what, work) {
  return work.catch((thrown) => {
    throw !(thrown instanceof ReleaseError) || thrown.code !== "DEPENDENCY_FAILED" ? thrown : unreadable4(what, thrown.message);
  });
}
async function readSignedIndex(repository) {
  let [bytes, plain] = await Promise.all([
    repository.readIndex(),
    repository.readBeside(INDEX_SIGNATURE, MAX_SIGNATURE_BYTES)
  ]);
  if (!bytes) return;
  let signature = (plain !== void 0 && !isAbout(plain, bytes) ? await repository.readBeside(pendingName(bytes), MAX_SIGNATURE_BYTES) : void 0) ?? plain;
  return {
    address: `${repository.address}/index.yaml`,
    subject: { repository: repository.address, digest: digestOf(bytes), archive: bytes },
    signatures: { legacy: [], bundles: signature ? [{ json: signature, predicateType: "" }] : [] }
  };
}
function offered({ subject }, { name, version }, address) {
  let entries = indexEntries(Buffer.from(subject.archive).toString(), name), chosen = chooseVersion(
    entries.map((entry2) => entry2.version),
    version
  ), entry = entries.find((one) => one.version === chosen);
  if (!entry) throw chartMissing(name, version, { where: `${address}/index.yaml`, hasOthers: entries.length > 0 });
  let [written = ""] = entry.urls, base = `${address}/`, url = URL.canParse(written, base) ? new URL(written, base) : void 0;
  return { version: entry.version, url, digest: entry.digest };
}
async function download(repository, { offer, name, index }, { fromRegistry }) {
  let { url, version, digest } = offer, ref = { name, version };
  if (url?.protocol === "oci:") return { ...await fromRegistry(url.href), index };
  if (!url || !/^https?:$/.test(url.protocol))
    throw unreadable4(name, `its index leads to ${url?.protocol ?? "no address"}`);
  let [archive, provenance, ...bundles] = await Promise.all([
    repository.readAfter(offer, "", HELM_LIMITS.totalBytes),
    repository.readAfter(offer, ".prov", MAX_PROVENANCE_BYTES),
    ...Object.values(BUNDLE_ENDINGS).map((suffix) => repository.readAfter(offer, suffix, MAX_SIGNATURE_BYTES))
  ]);
  if (!archive) throw archiveMissing(ref, index.address, url);
  let archiveDigest = digestOf(archive);
  requireListed(url, archiveDigest, digest);
  let found = bundles.flatMap((json) => json ? [{ json, predicateType: "" }] : []);
  return {
    ...ref,
    archive,
    archiveDigest,
    index,
    reference: () => url.origin + url.pathname,
    ...provenance && { provenance },
    subject: { repository: repository.address, digest: archiveDigest, archive },
    signatures: { legacy: [], bundles: found }
  };
}
function requireListed(url, found, listed) {
  let hex = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(listed ?? "")?.[1]?.toLowerCase();
  if (!(hex === void 0 || found === `sha256:${hex}`))
    throw digestDiffers(`The archive at ${url.origin}${url.pathname}`, { given: `sha256:${hex}`, found });
}

// src/report/redact.ts
var SENTENCES = /* @__PURE__ */ new Set(["message", "hint", "reason", "text", "title", "why"]);
function redacted2(value, redaction) {
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

// src/verification/published/in-registry.ts
async function fetchFromRegistry(source, registry) {
  let { place, name, digest: given } = source, version = await versionOf(source, registry), tagged = version === void 0 ? Promise.resolve(given) : digestBehind({ ...source, version }, registry), digest = given ?? await tagged;
  if (digest === void 0) throw new ReleaseError("BUG_UNEXPECTED", `${place}/${name} was asked for without a version`);
  let artifact = { ref: { name, version: version ?? "0.0.0" }, digest, repository: `${place.slice(6)}/${name}` }, [, fetched, signatures] = await allOf([tagged, registry.fetch(artifact), registry.signatures(artifact)]), { archive, archiveDigest, provenance } = fetched;
  return {
    name,
    archive,
    archiveDigest,
    signatures,
    ...version !== void 0 && { version },
    reference: (found) => registry.reference(found),
    pinned: `${place}/${name}@${digest}`,
    ...provenance && { provenance },
    subject: { repository: artifact.repository, digest }
  };
}
async function versionOf({ place, name, version, digest, wanted }, registry) {
  if (version !== void 0 || digest !== void 0 && wanted === void 0) return version;
  if (wanted === void 0 || isExact(wanted)) return wanted;
  let versions = (await registry.versions(name)).filter((one) => parseVersion(one) !== void 0), chosen = chooseVersion(versions, wanted);
  if (chosen === void 0) throw chartMissing(name, wanted, { where: place, hasOthers: versions.length > 0 });
  return chosen;
}
async function digestBehind({ place, name, version, digest: given }, registry) {
  let found = await registry.find({ name, version });
  if (found.state === "unknown") throw found.why;
  if (found.state === "absent") throw chartMissing(name, version, { where: place, hasOthers: !1 });
  if (given === void 0 || given === found.digest) return found.digest;
  throw digestDiffers(`${place}/${name}:${version}`, { given, found: found.digest });
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
    let items = notes.filter((note) => note.kind === kind).map(({ text, breaking }) => `- ${breaking ? "**Breaking:** " : ""}${safe(text)}`);
    return items.length > 0 ? [`${heading} ${title}

${items.join(`
`)}`] : [];
  }).join(`

`);
}
function escaped(text) {
  return text.replace(/[\\*_[\]!|]/g, "\\$&").replaceAll("<", "&lt;").replace(/@(?=\w)/g, "@\u2060");
}

// src/report/markdown/markdown.ts
var WORD_JOINER = "\u2060", entities = /* @__PURE__ */ new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"]
]);
function prose(text, limit = 500) {
  return asLine(text, limit).replace(/[\\`*_{}[\]()#!|~^$=]/g, "\\$&").replace(/[&<>]/g, (character) => entities.get(character) ?? character).replace(/^[-+]|(?<=^\d+)[.)](?=\s|$)/, "\\$&").replace(/[@#]|:(?=\/)|www(?=\.)|(?<=gh)-(?=\d)|(?<=mailto|xmpp):/gi, `$&${WORD_JOINER}`);
}
var PLAIN_CODE = /^[\w.+/@:=,?*(){}'"%;-]+(?: [\w.+/@:=,?*(){}'"%;-]+)*$/;
function code(text, limit = 200) {
  let line = asLine(text, limit);
  return line === "" ? "" : PLAIN_CODE.test(line) ? `\`${line}\`` : `<code>${line.replace(/[!-,.:-@[-`{-~]|(?<=ww)w/gi, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
}
function fenced(lines, language = "") {
  let safe = showInvisible(lines), longest = Math.max(2, ...[...safe.matchAll(/`+/g)].map(([run2]) => run2.length)), fence = "`".repeat(longest + 1);
  return `${fence}${language}
${safe}
${fence}`;
}
function table(head, rows) {
  let line = (cells) => `| ${cells.map((cell) => cell || " ").join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join(`
`);
}
function folded(title, content) {
  return `<details><summary>${title}</summary>

${content}

</details>`;
}
function foldedNotes(name, version, notes) {
  return folded(prose(`${name} ${version}`, 200), notesMarkdown(notes, "####", prose));
}
function rowsWithin(rows, room) {
  let used = 0, shown = rows.filter((row) => (used += row.join(" | ").length + 5, used <= room));
  return { shown, left: rows.length - shown.length };
}
function asLine(text, limit) {
  return cut(showInvisible(text.replace(/\s+/g, " ")).replace(/ +/g, " ").trim(), limit);
}

export {
  MAX_FILE_BYTES,
  secretsInFile,
  MAX_CHART_TESTING_BYTES,
  settingFiles,
  githubInstance,
  instanceProblem,
  modeIn,
  checkoutPathIn,
  sharedConfigIn,
  gitTokenIn,
  inputsIn,
  readSettings,
  require_picomatch2 as require_picomatch,
  openRepository,
  knownRepositories,
  plainEntry,
  entryFor,
  isSameAddress,
  ANY_RELEASE,
  chartMissing,
  indexMissing,
  digestDiffers,
  unreadable4 as unreadable,
  fetchFromRepository,
  inRepository,
  refusedEvent,
  readRunnerFacts,
  createFiles,
  isMissing,
  asText,
  isOrdinary,
  secretsOfAddresses,
  secretsOfLogin,
  decoded,
  isTransient,
  reasonOf2 as reasonOf,
  createThrottle,
  createHttp,
  systemClock,
  guardHttp,
  guardGitHub,
  guardClock,
  setAlarm,
  createSteps,
  notesMarkdown,
  redacted2 as redacted,
  redactedForPublication,
  ordinarySecretsIn,
  openStep,
  readPackagedChart,
  fetchFromRegistry,
  untilThere,
  mayCome,
  verifyChart,
  sharedProblems,
  sameCauses,
  stoppedInPlan,
  placeIn,
  plannedReason,
  sameAs,
  chartNames,
  stoppedCharts,
  problemText,
  prose,
  code,
  fenced,
  table,
  folded,
  foldedNotes,
  rowsWithin,
  createJournal
};
