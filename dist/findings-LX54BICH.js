import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  shortCommit
} from "./chunk-SX6PF4TN.js";
import {
  cut
} from "./chunk-GQNI6KFR.js";
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

// src/bump/conventional/quotes.ts
var FENCE = /^\s*(`{3,}(?!.*`)|~{3,})/, FOLD = /^[\s>*+-]*<.*?(details|blockquote|pre|table|!--)/i, HEADING = /^(?:#{1,6} (?!Conflicts:)|={3,}\s*$)/;
function withoutQuotes(lines) {
  let open, isBelowHeading = !1;
  return lines.map((line) => {
    isBelowHeading ||= open === void 0 && HEADING.test(line);
    let isInside = open !== void 0;
    return open = after(line, open ?? openedBy(line)), isInside || open !== void 0 || isBelowHeading || /^\s*[<>]/.test(line) ? ">" : line;
  });
}
function after(line, open) {
  if (open === void 0) return;
  let count = (pattern) => line.match(pattern)?.length ?? 0;
  return open.depth += count(open.opens) - count(open.closes), open.depth > 0 ? open : void 0;
}
function openedBy(line) {
  let fence = FENCE.exec(line)?.[1];
  if (fence !== void 0) return { ...fenceOf(fence), depth: /^\s*[`~]+\s*$/.test(line) ? 2 : 1 };
  let tag = FOLD.exec(line)?.[1]?.toLowerCase();
  if (tag !== void 0)
    return tag === "!--" ? { opens: /<!--/g, closes: /-->/g, depth: 0 } : { opens: new RegExp(`<${tag}\\b`, "gi"), closes: new RegExp(`</${tag}\\b`, "gi"), depth: 0 };
}
function fenceOf(fence) {
  return { opens: /(?!)/g, closes: new RegExp(`^\\s*\\${fence[0]}{${fence.length},}\\s*$`, "g") };
}

// src/bump/conventional/parts.ts
var MAX_LENGTH = 2e4, MAX_LINE = 300, MAX_PARTS = 200, NUMBER = / \(#\d{1,9}\)$/, MERGE = /^Merge pull request #\d{1,9} from /, ENTRY = /^\* (\S.*)$/, RELEASE_NOTE = / by @\S+ in https?:\/\/\S+$/, END = "---------";
function partsOf(message) {
  let [first = "", ...rest] = linesOf(message), header = first.trim(), lines = withoutQuotes(rest);
  if (MERGE.test(header)) return [{ header: lines.find((line) => line !== "")?.trim() ?? "", body: [] }];
  let at = NUMBER.test(header) ? entriesIn(lines) : [], entries = at.map((start, index) => ({ header: subjectIn(lines[start] ?? ""), body: lines.slice(start + 1, at[index + 1]) }));
  return [{ header, body: lines.slice(0, at[0]) }, ...entries];
}
function plainHeader(header) {
  return header.trim().replace(NUMBER, "");
}
function entriesIn(lines) {
  let start = lines.findIndex((line) => line !== "");
  if (!ENTRY.test(lines[start] ?? "")) return [];
  let end = lines.indexOf(END), isBlank = (index) => (lines[index] ?? "") === "";
  return lines.flatMap((line, index) => ENTRY.test(line) && isBlank(index - 1) && isBlank(index + 1) ? [index] : []).filter((index) => (end === -1 || index < end) && !RELEASE_NOTE.test(lines[index] ?? "")).slice(0, MAX_PARTS);
}
function subjectIn(line) {
  return (ENTRY.exec(line)?.[1] ?? "").trim();
}
function linesOf(message) {
  return message.slice(0, MAX_LENGTH).split(/\r?\n/).map((line) => line.slice(0, MAX_LINE).trimEnd());
}

// src/bump/conventional/parse.ts
var HEADER = /^(\w+)(?:\(([^()]{1,200})\))?!?:\s+(\S.*)$/, NOTHING = /(?!)/, parser = new CommitParser({
  headerPattern: HEADER,
  headerCorrespondence: ["type", "scope", "subject"],
  breakingHeaderPattern: /^(\w+)(?:\(([^()]{1,200})\))?!:\s+(\S.*)$/,
  // The footers of https://www.conventionalcommits.org/en/v1.0.0/#specification, 12 and 16: upper case, with a colon.
  notesPattern: () => /^(BREAKING[ -]CHANGE):\s+(.*)$/,
  // Looking for references is most of the parser's work, and nobody asks for them here.
  issuePrefixes: ["\0"],
  revertPattern: NOTHING,
  fieldPattern: NOTHING
});
function statementOf({ header: line, body }) {
  if (line === "") return;
  let { type, scope, header, notes } = parser.parse([line, "", ...breakingIn(body)].join(`
`)), breaking = notes.length > 0;
  if (!(!type && !breaking))
    return {
      type: (type ?? "").toLowerCase(),
      scopes: (scope ?? "").split(/[,/\s]+/).filter((one) => one !== ""),
      header: header ?? "",
      breaking
    };
}
var FOOTER = /^(?:BREAKING CHANGE|[A-Za-z][\w-]*)(?:: | #)/;
function breakingIn(body) {
  return body.filter((line, index) => {
    let above = body[index - 1] ?? "";
    return /^BREAKING[ -]CHANGE:/.test(line) && (above === "" || FOOTER.test(above));
  });
}
var TAKEN_BACK = /^(?:revert\s+"(.+)"|revert(?:\([^()]{1,200}\))?:\s+(.+))$/i, REAPPLIED = /^reapply\s+"(.+)"$/i, BY_ID = /\bThis reverts commit ([0-9a-f]{7,64})\b/i;
function revertIn({ header, body }) {
  let line = plainHeader(header), again = REAPPLIED.exec(line)?.[1], quoted = again === void 0 ? TAKEN_BACK.exec(line) : void 0, meant = again === void 0 ? quoted?.[1] ?? quoted?.[2] : `Revert "${again}"`;
  if (meant === void 0) return;
  let commit = body.flatMap((one) => BY_ID.exec(one)?.[1] ?? [])[0];
  return { header: plainHeader(meant), ...commit !== void 0 && { commit: commit.toLowerCase() } };
}

// src/bump/conventional/findings.ts
var LEVELS = new Map(
  Object.entries({
    feat: "minor",
    fix: "patch",
    perf: "patch",
    revert: "patch"
  })
), MAX_TEXT = 200, MAX_SAID = 2e3;
function findingsOfCommits(question) {
  let all = question.commits.flatMap(saidIn).slice(0, MAX_SAID), left = standing(newestFirst(all)), findings = all.flatMap((said) => {
    if (!left.has(said)) return [];
    let statement = statementOf(said);
    return statement && speaksOf(statement, question) ? finding(said, statement) ?? [] : [];
  }), order = ["major", "minor", "patch"];
  return findings.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}
function saidIn({ commit, message }) {
  return partsOf(message).map((part, index) => ({ commit, ...part, isWhole: index === 0 }));
}
function newestFirst(all) {
  return [...Map.groupBy(all, ({ commit }) => commit).values()].flatMap(
    ([whole, ...squashed]) => whole ? [whole, ...squashed.reverse()] : []
  );
}
function standing(all) {
  let gone = /* @__PURE__ */ new Set(), left = all.filter((said, index) => {
    if (gone.has(said)) return !1;
    let revert = revertIn(said);
    if (!revert) return !0;
    let older = all.slice(index + 1).filter((one) => !gone.has(one)), meant = older.find(({ commit, isWhole }) => isWhole && revert.commit && commit.startsWith(revert.commit)) ?? older.find(({ header }) => plainHeader(header) === revert.header);
    for (let one of older) (one === meant || meant?.isWhole && one.commit === meant.commit) && gone.add(one);
    return !meant;
  });
  return new Set(left);
}
function speaksOf({ scopes }, { names, others }) {
  let named = (list) => scopes.some((scope) => list.some((one) => one.toLowerCase() === scope.toLowerCase()));
  return named(names) || !named(others);
}
function finding({ commit }, { type, header, breaking, scopes }) {
  let level = breaking ? "major" : LEVELS.get(type);
  if (level === void 0) return;
  let rule = breaking ? "commits/breaking" : `commits/${type}`, short = shortCommit(commit);
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
