import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  cut
} from "./chunk-MTOE2AUI.js";
import "./chunk-RXEKE72Z.js";

// node_modules/conventional-commits-parser/dist/regex.js
var nomatchRegex = /(?!.*)/;
function escape(string) {
  return string.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function joinOr(parts) {
  return parts.map((val) => typeof val == "string" ? escape(val.trim()) : val.source).filter(Boolean).join("|");
}
function getNotesRegex(noteKeywords, notesPattern) {
  if (!noteKeywords)
    return nomatchRegex;
  let noteKeywordsSelection = joinOr(noteKeywords);
  return notesPattern ? notesPattern(noteKeywordsSelection) : new RegExp(`^[\\s|*]*(${noteKeywordsSelection})[:\\s]+(.*)`, "i");
}
function getReferencePartsRegex(issuePrefixes, issuePrefixesCaseSensitive) {
  if (!issuePrefixes)
    return nomatchRegex;
  let flags = issuePrefixesCaseSensitive ? "g" : "gi";
  return new RegExp(`(?:.*?)??\\s*([\\w-\\.\\/]*?)??(${joinOr(issuePrefixes)})([\\w-]+)(?=\\s|$|[,;)\\]])`, flags);
}
function getReferencesRegex(referenceActions) {
  if (!referenceActions)
    return /()(.+)/gi;
  let joinedKeywords = joinOr(referenceActions);
  return new RegExp(`(${joinedKeywords})(?:\\s+(.*?))(?=(?:${joinedKeywords})|$)`, "gi");
}
function getParserRegexes(options = {}) {
  let notes = getNotesRegex(options.noteKeywords, options.notesPattern), referenceParts = getReferencePartsRegex(options.issuePrefixes, options.issuePrefixesCaseSensitive), references = getReferencesRegex(options.referenceActions);
  return {
    notes,
    referenceParts,
    references,
    mentions: /@([\w-]+)/g,
    url: /\b(?:https?):\/\/(?:www\.)?([-a-zA-Z0-9@:%_+.~#?&//=])+\b/
  };
}

// node_modules/conventional-commits-parser/dist/utils.js
var SCISSOR = "------------------------ >8 ------------------------";
function trimNewLines(input) {
  let matches = input.match(/[^\r\n]/);
  if (typeof matches?.index != "number")
    return "";
  let firstIndex = matches.index, lastIndex = input.length - 1;
  for (; input[lastIndex] === "\r" || input[lastIndex] === `
`; )
    lastIndex--;
  return input.substring(firstIndex, lastIndex + 1);
}
function appendLine(src, line) {
  return src ? `${src}
${line || ""}` : line || "";
}
function getCommentFilter(char) {
  return char ? (line) => !line.startsWith(char) : () => !0;
}
function truncateToScissor(lines, commentChar) {
  let scissorIndex = lines.indexOf(`${commentChar} ${SCISSOR}`);
  return scissorIndex === -1 ? lines : lines.slice(0, scissorIndex);
}
function gpgFilter(line) {
  return !line.match(/^\s*gpg:/);
}
function assignMatchedCorrespondence(target, matches, correspondence) {
  let { groups } = matches;
  for (let i = 0, len = correspondence.length, key; i < len; i++)
    key = correspondence[i], target[key] = (groups ? groups[key] : matches[i + 1]) || null;
  return target;
}

// node_modules/conventional-commits-parser/dist/options.js
var defaultOptions = {
  noteKeywords: ["BREAKING CHANGE", "BREAKING-CHANGE"],
  issuePrefixes: ["#"],
  referenceActions: [
    "close",
    "closes",
    "closed",
    "fix",
    "fixes",
    "fixed",
    "resolve",
    "resolves",
    "resolved"
  ],
  headerPattern: /^(\w*)(?:\(([\w$@.\-*/ ]*)\))?: (.*)$/,
  headerCorrespondence: [
    "type",
    "scope",
    "subject"
  ],
  revertPattern: /^Revert\s"([\s\S]*)"\s*This reverts commit (\w*)\.?/,
  revertCorrespondence: ["header", "hash"],
  fieldPattern: /^-(.*?)-$/
};

// node_modules/conventional-commits-parser/dist/CommitParser.js
function createCommitObject(initialData = {}) {
  return {
    merge: null,
    revert: null,
    header: null,
    body: null,
    footer: null,
    notes: [],
    mentions: [],
    references: [],
    ...initialData
  };
}
var CommitParser = class {
  options;
  regexes;
  lines = [];
  lineIndex = 0;
  commit = createCommitObject();
  constructor(options = {}) {
    this.options = {
      ...defaultOptions,
      ...options
    }, this.regexes = getParserRegexes(this.options);
  }
  currentLine() {
    return this.lines[this.lineIndex];
  }
  nextLine() {
    return this.lines[this.lineIndex++];
  }
  isLineAvailable() {
    return this.lineIndex < this.lines.length;
  }
  parseReference(input, action) {
    let { regexes } = this;
    if (regexes.url.test(input))
      return null;
    let matches = regexes.referenceParts.exec(input);
    if (!matches)
      return null;
    let [raw, repository = null, prefix, issue] = matches, owner = null;
    if (repository) {
      let slashIndex = repository.indexOf("/");
      slashIndex !== -1 && (owner = repository.slice(0, slashIndex), repository = repository.slice(slashIndex + 1));
    }
    return {
      raw,
      action,
      owner,
      repository,
      prefix,
      issue
    };
  }
  parseReferences(input) {
    let { regexes } = this, regex = input.match(regexes.references) ? regexes.references : /()(.+)/gi, references = [], matches, action, sentence, reference;
    for (; matches = regex.exec(input), !!matches; )
      for (action = matches[1] || null, sentence = matches[2] || ""; reference = this.parseReference(sentence, action), !!reference; )
        references.push(reference);
    return references;
  }
  skipEmptyLines() {
    let line = this.currentLine();
    for (; line !== void 0 && !line.trim(); )
      this.nextLine(), line = this.currentLine();
  }
  parseMerge() {
    let { commit, options } = this, correspondence = options.mergeCorrespondence || [], merge = this.currentLine(), matches = merge && options.mergePattern ? merge.match(options.mergePattern) : null;
    return matches ? (this.nextLine(), commit.merge = matches[0] || null, assignMatchedCorrespondence(commit, matches, correspondence), !0) : !1;
  }
  parseHeader(isMergeCommit) {
    isMergeCommit && this.skipEmptyLines();
    let { commit, options } = this, correspondence = options.headerCorrespondence || [], header = commit.header ?? this.nextLine(), matches = null;
    header && (options.breakingHeaderPattern && (matches = header.match(options.breakingHeaderPattern)), !matches && options.headerPattern && (matches = header.match(options.headerPattern))), header && (commit.header = header), matches && assignMatchedCorrespondence(commit, matches, correspondence);
  }
  parseMeta() {
    let { options, commit } = this;
    if (!options.fieldPattern || !this.isLineAvailable())
      return !1;
    let matches, field = null, parsed = !1;
    for (; this.isLineAvailable(); ) {
      if (matches = this.currentLine().match(options.fieldPattern), matches) {
        field = matches[1] || null, this.nextLine();
        continue;
      }
      if (field)
        parsed = !0, commit[field] = appendLine(commit[field], this.currentLine()), this.nextLine();
      else
        break;
    }
    return parsed;
  }
  parseNotes() {
    let { regexes, commit } = this;
    if (!this.isLineAvailable())
      return !1;
    let matches = this.currentLine().match(regexes.notes), references = [];
    if (matches) {
      let note = {
        title: matches[1],
        text: matches[2]
      };
      for (commit.notes.push(note), commit.footer = appendLine(commit.footer, this.currentLine()), this.nextLine(); this.isLineAvailable(); ) {
        if (this.parseMeta() || this.parseNotes())
          return !0;
        if (references = this.parseReferences(this.currentLine()), references.length ? commit.references.push(...references) : note.text = appendLine(note.text, this.currentLine()), commit.footer = appendLine(commit.footer, this.currentLine()), this.nextLine(), references.length)
          break;
      }
      return !0;
    }
    return !1;
  }
  parseBodyAndFooter(isBody) {
    let { commit } = this;
    if (!this.isLineAvailable())
      return isBody;
    let references = this.parseReferences(this.currentLine()), isStillBody = !references.length && isBody;
    return isStillBody ? commit.body = appendLine(commit.body, this.currentLine()) : (commit.references.push(...references), commit.footer = appendLine(commit.footer, this.currentLine())), this.nextLine(), isStillBody;
  }
  parseBreakingHeader() {
    let { commit, options } = this;
    if (!options.breakingHeaderPattern || commit.notes.length || !commit.header)
      return;
    let matches = commit.header.match(options.breakingHeaderPattern);
    matches && commit.notes.push({
      title: "BREAKING CHANGE",
      text: matches[3]
    });
  }
  parseMentions(input) {
    let { commit, regexes } = this, matches;
    for (; matches = regexes.mentions.exec(input), !!matches; )
      commit.mentions.push(matches[1]);
  }
  parseRevert(input) {
    let { commit, options } = this, correspondence = options.revertCorrespondence || [], matches = options.revertPattern ? input.match(options.revertPattern) : null;
    matches && (commit.revert = assignMatchedCorrespondence({}, matches, correspondence));
  }
  cleanupCommit() {
    let { commit } = this;
    commit.body && (commit.body = trimNewLines(commit.body)), commit.footer && (commit.footer = trimNewLines(commit.footer)), commit.notes.forEach((note) => {
      note.text = trimNewLines(note.text);
    });
    let referencesSet = /* @__PURE__ */ new Set();
    commit.references = commit.references.filter((reference) => {
      let uid = `${reference.action} ${reference.raw}`.toLocaleLowerCase(), ok = !referencesSet.has(uid);
      return ok && referencesSet.add(uid), ok;
    });
  }
  /**
   * Parse commit message string into an object.
   * @param input - Commit message string.
   * @returns Commit object.
   */
  parse(input) {
    if (!input.trim())
      throw new TypeError("Expected a raw commit");
    let { commentChar } = this.options, commentFilter = getCommentFilter(commentChar), rawLines = trimNewLines(input).split(/\r?\n/), lines = commentChar ? truncateToScissor(rawLines, commentChar).filter((line) => commentFilter(line) && gpgFilter(line)) : rawLines.filter((line) => gpgFilter(line)), commit = createCommitObject();
    this.lines = lines, this.lineIndex = 0, this.commit = commit;
    let isMergeCommit = this.parseMerge();
    this.parseHeader(isMergeCommit), commit.header && (commit.references = this.parseReferences(commit.header));
    let isBody = !0;
    for (; this.isLineAvailable(); )
      this.parseMeta(), this.parseNotes() && (isBody = !1), this.parseBodyAndFooter(isBody) || (isBody = !1);
    return this.parseBreakingHeader(), this.parseMentions(input), this.parseRevert(input), this.cleanupCommit(), commit;
  }
};

// src/bump/conventional/parse.ts
var MAX_LENGTH = 2e4, MAX_LINE = 200, MAX_STATEMENTS = 200, HEADER = /^(\w+)(?:\(([^()]{1,200})\))?!?:\s+(\S.*)$/, TYPES = "feat|fix|perf|refactor|docs|chore|build|ci|style|test|tests|revert", LISTED = new RegExp(`^\\s{0,4}(?:[*+-]\\s+)?((?:${TYPES})(?:\\([^()]{1,200}\\))?!?:\\s+\\S.*)$`, "i"), NOTHING = /(?!)/, parser = new CommitParser({
  headerPattern: HEADER,
  headerCorrespondence: ["type", "scope", "subject"],
  breakingHeaderPattern: /^(\w+)(?:\(([^()]{1,200})\))?!:\s+(\S.*)$/,
  // The footers of https://www.conventionalcommits.org/en/v1.0.0/#specification, 12 and 16: upper case, with a colon.
  notesPattern: () => /^[\s*-]*(BREAKING[ -]CHANGE):\s+(.*)$/,
  // Looking for references is most of the parser's work, and nobody asks for them here.
  issuePrefixes: ["\0"],
  revertPattern: NOTHING,
  fieldPattern: NOTHING
});
function statementsIn(message) {
  let [first = "", ...body] = linesOf(message), parts = [[first]];
  for (let line of body) {
    let listed = parts.length < MAX_STATEMENTS ? LISTED.exec(line)?.[1] : void 0;
    listed === void 0 ? parts.at(-1)?.push(line) : parts.push([listed]);
  }
  return parts.flatMap((lines) => statement(lines.join(`
`)) ?? []);
}
function revertIn(message) {
  let text = message.slice(0, MAX_LENGTH), quoted = /^(?:revert\s+"(.+)"|revert(?:\([^()]{1,200}\))?:\s+(.+))$/i.exec(plainHeader(text)), header = quoted?.[1] ?? quoted?.[2];
  if (header === void 0) return;
  let commit = /\bThis reverts commit ([0-9a-f]{7,64})\b/i.exec(text)?.[1];
  return { header: plainHeader(header), ...commit !== void 0 && { commit: commit.toLowerCase() } };
}
function linesOf(message) {
  return message.slice(0, MAX_LENGTH).split(/\r?\n/).map((line) => line.slice(0, MAX_LINE));
}
function plainHeader(message) {
  return (linesOf(message)[0] ?? "").trim().replace(/ \(#\d{1,9}\)$/, "");
}
function statement(text) {
  if (text.trim() === "") return;
  let { type, scope, subject, header, notes } = parser.parse(text), breaking = notes.length > 0;
  if (!(!type && !breaking))
    return {
      type: (type ?? "").toLowerCase(),
      scopes: (scope ?? "").split(/[,/\s]+/).filter((one) => one !== ""),
      subject: subject ?? "",
      header: header ?? "",
      breaking
    };
}

// src/bump/conventional/findings.ts
var LEVELS = new Map(
  Object.entries({
    feat: "minor",
    fix: "patch",
    perf: "patch",
    revert: "patch"
  })
), MAX_TEXT = 200;
function findingsOfCommits(question) {
  let findings = standing(question.commits).flatMap(
    (commit) => statementsIn(commit.message).filter((statement2) => speaksOf(statement2, question)).flatMap((statement2) => finding(commit, statement2) ?? [])
  ), order = ["major", "minor", "patch"];
  return findings.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}
function standing(commits) {
  let gone = /* @__PURE__ */ new Set();
  return commits.filter((commit, index) => {
    if (gone.has(commit)) return !1;
    let revert = revertIn(commit.message);
    if (!revert) return !0;
    let older = commits.slice(index + 1).filter((one) => !gone.has(one)), meant = revert.commit ? older.find((one) => one.commit.startsWith(revert.commit ?? " ")) : older.find((one) => plainHeader(one.message) === revert.header);
    return meant && gone.add(meant), !meant;
  });
}
function speaksOf({ scopes }, { names, others }) {
  let named = (list) => scopes.some((scope) => list.some((one) => one.toLowerCase() === scope.toLowerCase()));
  return named(names) || !named(others);
}
function finding({ commit }, { type, header, breaking, scopes }) {
  let level = breaking ? "major" : LEVELS.get(type);
  if (level === void 0) return;
  let rule = breaking ? "commits/breaking" : `commits/${type}`, short = commit.slice(0, 12);
  return {
    level,
    kind: "commits",
    rule,
    subject: scopes.length > 0 ? `${short} ${scopes.join(",")}` : short,
    text: cut(`commit ${short} says "${header}"`, MAX_TEXT),
    is: cut(header, MAX_TEXT)
  };
}
export {
  findingsOfCommits
};
