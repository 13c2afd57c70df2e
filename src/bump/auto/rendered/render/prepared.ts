import { parse } from 'yaml'
import { isSchemaFile, readSchema } from '../../../../chart/lint/values-schema.ts'
import { textProblem } from '../../../../chart/yaml/guard.ts'
import type { ChartSide } from '../../side.ts'
import { type Fields, isFields } from '../compare/manifest.ts'

/** A side of a chart as it is given to Helm. */
export interface Prepared {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly metadata: Fields
  /** Dependencies missing from `charts/`, each replaced by an empty chart. */
  readonly stubs: readonly string[]
  /** Whether its templates give a different result each time. */
  readonly isImpure: boolean
  /** Whether its templates can tell an upgrade from an installation. */
  readonly knowsUpgrades: boolean
}

const MAX_TEXT = 4 * 1024 * 1024
const CHART_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$/
const RENDERED =
  /^(?:Chart\.(?:yaml|lock)|requirements\.(?:yaml|lock)|values\.yaml|values\.schema\.json|templates\/.*|charts\/.*)$/
const TEMPLATE = /^(?:charts\/[^/]+\/)*(?:templates\/.*|values\.yaml)$/
/** Archives that Helm unpacks and loads; those that our own reader accepts are folders by now. */
const NESTED_ARCHIVE = /(?:^|\/)charts\/[^/]+\.tgz$/i
const ACTION = /\{\{.*?\}\}/gs
const COMMENT_OR_TEXT = /\{\{-?\s*\/\*.*?\*\/\s*-?\}\}|"(?:[^"\\\n]|\\.)*"|`[^`]*`/gs
/** Helm's functions that give a different result each time; `keys` and `values` return their lists in random order. */
const IMPURE =
  /(?<![\w.$])(?:rand(?:AlphaNum|Alpha|Numeric|Ascii|Bytes|Int)|gen(?:CA|SelfSignedCert|SignedCert|PrivateKey)(?:WithKey)?|htpasswd|bcrypt|encryptAES|now|ago|uuidv4|shuffle|keys(?!.*sortAlpha)|values(?!.*sortAlpha))(?![\w:./-])/

/** Fields of `.Release` that an upgrade sets, wherever they are read. */
const UPGRADE = /\bIs(?:Upgrade|Install)\b/

/** Leaves out files that Helm would fetch or does not need, and puts empty charts in place of missing dependencies. */
export function prepare(side: ChartSide): Prepared {
  const templates = [...side.files].flatMap(([path, bytes]) => (TEMPLATE.test(path) ? [decodedText(bytes)] : []))
  // Templates can read any file of the chart if they use files at all: `.Files`, but also `index . "Files"`.
  const all = templates.some((text) => text.includes('Files'))
  const kept = [...side.files].filter(([path, bytes]) => (all || RENDERED.test(path)) && isHarmless(path, bytes))
  const metadata = fieldsIn(side.files.get('Chart.yaml'))
  const stubs = missingDependencies(side, metadata)
  const files = new Map([...kept, ...stubs.map(stubOf)])
  const knowsUpgrades = templates.some((text) => UPGRADE.test(text))
  return { files, metadata, stubs: stubs.map(({ name }) => name), isImpure: templates.some(isImpure), knowsUpgrades }
}

/** Without `templates/NOTES.txt`: it may use a missing dependency, and nothing depends on it. */
export function withoutNotes(prepared: Prepared): Prepared {
  return { ...prepared, files: new Map([...prepared.files].filter(([path]) => path !== 'templates/NOTES.txt')) }
}

/**
 * Whether a file may be given to Helm, whoever wrote it: a schema must not lead elsewhere. Helm fetches everything that
 * a schema refers to, also if it came in an archive that only Helm can read.
 */
function isHarmless(path: string, bytes: Uint8Array): boolean {
  if (NESTED_ARCHIVE.test(path)) return false
  return !isSchemaFile(path) || readSchema(bytes).kind === 'closed'
}

function isImpure(text: string): boolean {
  return (text.match(ACTION) ?? []).some((action) => IMPURE.test(action.replace(COMMENT_OR_TEXT, '')))
}

/** Chart.yaml fields that no rendering depends on, or that move with every release. */
const TOLD_ONLY = new Set([
  'version',
  'description',
  'keywords',
  'home',
  'sources',
  'maintainers',
  'icon',
  'annotations',
])

/** Whether two sides must render alike, so that no process is needed. */
export function rendersAlike(old: Prepared, now: Prepared): boolean {
  const paths = new Set([...old.files.keys(), ...now.files.keys()])
  for (const path of paths) {
    const [one, two] = [old.files.get(path), now.files.get(path)]
    const isSame = one !== undefined && two !== undefined && Buffer.compare(one, two) === 0
    if (!isSame && path !== 'Chart.yaml') return false
  }
  return renderedMetadata(old.metadata) === renderedMetadata(now.metadata)
}

function renderedMetadata(metadata: Fields): string {
  return JSON.stringify(Object.entries(metadata).filter(([name]) => !TOLD_ONLY.has(name)))
}

interface Missing {
  readonly name: string
  readonly version: string
}

function missingDependencies({ files }: ChartSide, metadata: Fields): readonly Missing[] {
  const declared = metadata.dependencies ?? fieldsIn(files.get('requirements.yaml')).dependencies
  const listed = [...(Array.isArray(declared) ? declared : []), ...leftOut(files)]
  const present = [...files].flatMap(([path, bytes]) =>
    /^charts\/[^/]+\/Chart\.yaml$/.test(path) ? [String(fieldsIn(bytes).name)] : [],
  )
  const missing = listed.flatMap((dependency: unknown) => {
    if (!isFields(dependency) || typeof dependency.name !== 'string' || !CHART_NAME.test(dependency.name)) return []
    if (present.includes(dependency.name)) return []
    const version = /\d+(?:\.\d+){0,2}/.exec(String(dependency.version))?.[0] ?? '0'
    return [{ name: dependency.name, version: `${version}.0.0`.split('.').slice(0, 3).join('.') }]
  })
  return [...new Map(missing.map((stub) => [stub.name, stub])).values()]
}

/** Charts in archives that are not given to Helm, as dependencies; their files are called `<name>-<version>.tgz`. */
function leftOut(files: ChartSide['files']): readonly Missing[] {
  return [...files.keys()].flatMap((path) => {
    const [, name, version = '0'] = /^charts\/([^/]+?)(?:-v?(\d[^/]*))?\.tgz$/i.exec(path) ?? []
    return name === undefined ? [] : [{ name, version }]
  })
}

function stubOf({ name, version }: Missing): [string, Uint8Array] {
  return [`charts/${name}/Chart.yaml`, Buffer.from(`apiVersion: v2\nname: ${name}\nversion: ${version}\n`)]
}

function fieldsIn(bytes: Uint8Array | undefined): Fields {
  const text = bytes === undefined ? '' : decodedText(bytes)
  if (textProblem(text, MAX_TEXT)) return {}
  try {
    const fields: unknown = parse(text, { logLevel: 'silent', uniqueKeys: false })
    return isFields(fields) ? fields : {}
  } catch {
    // The reader of Chart.yaml itself reports what is wrong with it.
    return {}
  }
}

export function decodedText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
}
