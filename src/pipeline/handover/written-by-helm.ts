import { isCollection, isNode, parseAllDocuments, visit } from 'yaml'
import { readExternalChartYaml, readLock } from '../../chart/manifest/chart-yaml.ts'
import { goJson } from '../../chart/manifest/metadata.ts'

/** Files of a package that Helm writes anew, by name, and what they say, as Helm reads them. */
const READERS: ReadonlyMap<string, (text: string) => string> = new Map([
  ['Chart.yaml', chartText],
  ['Chart.lock', lockText],
  ['requirements.lock', lockText],
])

/** Whether Helm writes a file of this name, and what it wrote says what git's file says. */
export function isWrittenAnew(name: string, inGit: string, packaged: string): boolean {
  const read = READERS.get(name)
  return read !== undefined && isPlain(packaged) && read(inGit) === read(packaged)
}

/** Readers of YAML disagree about the last line end of a text at the end of a file. */
function chartText(text: string): string {
  return goJson(readExternalChartYaml(text, 'Chart.yaml').metadata).replace(/(?:\\n)+"/g, '"')
}

function lockText(text: string): string {
  const { entries, digest } = readLock(text, 'Chart.lock')
  return JSON.stringify([digest, entries.map(({ name, repository, version }) => [name, repository, version])])
}

/**
 * Whether it is YAML as Helm writes it: one document of plain lists and mappings. Readers differ in anchors, tags, merges and the
 * like, and a file that says one thing here and another one to Helm is not what git has.
 */
function isPlain(text: string): boolean {
  const documents = parseAllDocuments(text)
  if (!Array.isArray(documents) || documents.length !== 1 || /^(?:%|---|\.\.\.)/m.test(text)) return false
  const [document] = documents
  if (!document || document.errors.length > 0 || document.comment || document.commentBefore) return false
  let plain = true
  visit(document, {
    Alias: () => {
      plain = false
    },
    Node: (_, node) => {
      const isFlow = isCollection(node) && node.flow === true && node.items.length > 0
      if (isFlow || node.tag !== undefined || node.comment || node.commentBefore) plain = false
      if ('anchor' in node && node.anchor !== undefined) plain = false
    },
    Pair: (_, { key }) => {
      if (isNode(key) && String(key) === '<<') plain = false
    },
  })
  return plain
}
