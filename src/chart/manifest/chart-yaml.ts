import type { Node } from 'yaml'
import type { ChartManifest, Dependency, Span } from '../../model/chart.ts'
import { type Field, type Fields, fieldsOf, helmText, pick } from '../yaml/fields.ts'
import { failure, parseYaml, type RetypedValue, spanOf, type YamlText } from '../yaml/text.ts'
import { metadataOf, textField } from './chart-fields.ts'
import { readDependencies } from './dependency-fields.ts'
import { readHelmVersion } from './helm-version.ts'
import { nameProblem } from './name.ts'
import { parseVersion, versionProblem } from './version.ts'

const HINT = 'Write three numbers, such as `version: 1.2.3`.'

export { readLock } from './lock-yaml.ts'

/**
 * Reads Chart.yaml as Helm would, with positions: text and its path from the repository root in. Values are those that
 * Helm sees: `appVersion: 1.10` is `1.1`. Fails with `CHART_YAML_INVALID`, `CHART_CONFLICT_MARKERS`,
 * `CHART_NAME_INVALID`, `CHART_VERSION_MISSING` and `CHART_VERSION_INVALID`, each at its line.
 */
export function readChartYaml(text: string, file: string): ChartManifest {
  return manifestOf(parseYaml(text, { file, code: 'CHART_YAML_INVALID' }), 'own')
}

/**
 * The same for a chart that someone else released, such as one in `charts/`: any name, and any version that Helm
 * accepts (`2024.01.05`, `1.2-beta.1`, `v1`). The checks beyond Helm's are for charts that we publish.
 */
export function readExternalChartYaml(text: string, file: string): ChartManifest {
  return manifestOf(parseYaml(text, { file, code: 'CHART_YAML_INVALID' }), 'published')
}

/** The values of a readable Chart.yaml or requirements.yaml that are not text in YAML although Helm expects text. */
export function retypedIn(text: string, file: string): readonly RetypedValue[] {
  const yaml = parseYaml(text, { file, code: 'CHART_YAML_INVALID' })
  if (file.endsWith('requirements.yaml')) requirementsOf(yaml)
  else manifestOf(yaml, 'own')
  return yaml.retyped
}

type Origin = 'own' | 'published'

function manifestOf(yaml: YamlText, origin: Origin): ChartManifest {
  const { file, text } = yaml
  if (!yaml.root) throw failure(yaml, undefined, 'is empty')
  const fields = fieldsOf(yaml, yaml.root, 'a document')
  const name = readName(yaml, fields, origin)
  const { version, field } = readVersion(yaml, fields, origin)
  const apiVersion = readApiVersion(yaml, fields)
  const type = readType(yaml, fields)
  const dependencies = dependenciesOf(yaml, fields, origin === 'own' ? apiVersion : 'v2')
  const appVersion = pick(yaml, fields, 'appVersion')
  const metadata = metadataOf(yaml, fields, { name: name.text, version, apiVersion, type, dependencies })
  return {
    file,
    text,
    apiVersion,
    name: name.text,
    version,
    ...(typeof metadata.appVersion === 'string' && { appVersion: metadata.appVersion }),
    type: type === 'library' ? 'library' : 'application',
    metadata,
    dependencies,
    versionSpan: spanOf(yaml, field),
    ...(appVersion?.written && { appVersionSpan: valueSpan(yaml, appVersion, appVersion.written) }),
    nameSpan: spanOf(yaml, name.field),
  }
}

/** The dependencies in requirements.yaml of an apiVersion v1 chart. Fails with `CHART_YAML_INVALID` at the line. */
export function readRequirements(text: string, file: string): readonly Dependency[] {
  return requirementsOf(parseYaml(text, { file, code: 'CHART_YAML_INVALID' }))
}

function requirementsOf(yaml: YamlText): readonly Dependency[] {
  return yaml.root ? readDependencies(yaml, pick(yaml, fieldsOf(yaml, yaml.root, 'a document'), 'dependencies')) : []
}

// The parser puts an empty value after the comment that follows; its place is right after the colon.
function valueSpan(yaml: YamlText, { key }: Field, written: Node): Span {
  const span = spanOf(yaml, written)
  if (span.start !== span.end) return span
  const start = yaml.text.indexOf(':', spanOf(yaml, key).end) + 1
  const { line, col } = yaml.lines.linePos(start)
  return { line, column: col, start, end: start }
}

function readName(yaml: YamlText, fields: Fields, origin: Origin) {
  const named = { ...yaml, code: 'CHART_NAME_INVALID' as const }
  const field = pick(yaml, fields, 'name')
  const text = helmText(yaml, field?.value, '`name`')
  if (!field?.written || text === '') {
    throw failure(named, field?.key, 'has no `name`', nearest(fields, 'name')?.hint)
  }
  const wrong = origin === 'own' ? nameProblem(text) : undefined
  if (wrong) throw failure(named, field.written, `has the name ${JSON.stringify(text)}: it ${wrong}`)
  return { text, field: field.written }
}

function readVersion(yaml: YamlText, fields: Fields, origin: Origin) {
  const field = pick(yaml, fields, 'version')
  const version = helmText(yaml, field?.value, '`version`')
  if (!field?.written || version === '') {
    const near = field ? undefined : nearest(fields, 'version')
    throw failure(
      { ...yaml, code: 'CHART_VERSION_MISSING' },
      (near?.field ?? field)?.key,
      'has no `version`',
      near?.hint,
    )
  }
  const versioned = { ...yaml, code: 'CHART_VERSION_INVALID' as const }
  if (origin === 'own') refuseNumber(versioned, field, version)
  if (origin === 'own' ? parseVersion(version) : readHelmVersion(version)) return { version, field: field.written }
  const wrong = `has the version ${JSON.stringify(version)}, which ${versionProblem(version)}`
  throw failure(versioned, field.written, wrong, HINT)
}

// Helm reads `version: 1.10` as the number 1.1: its archive would have another version than the file.
function refuseNumber(yaml: YamlText, field: Field, seen: string): void {
  const node = field.value
  const source = node && 'source' in node && typeof node.source === 'string' ? node.source : seen
  if (source === seen) return
  const what = `has the version ${source}, a number that Helm reads as ${seen}`
  throw failure(yaml, field.written, what, parseVersion(source) ? `Quote it: \`version: "${source}"\`.` : HINT)
}

function readApiVersion(yaml: YamlText, fields: Fields): 'v1' | 'v2' {
  const text = textField(yaml, fields, 'apiVersion')
  if (!pick(yaml, fields, 'apiVersion')) {
    yaml.retyped.push({ what: '`apiVersion`', written: '', read: 'v1', kind: 'absent', line: 1, column: 1 })
  }
  // Helm 2 charts have none, and Helm still packages them as v1.
  if (text === '' || text === 'v1') return 'v1'
  if (text === 'v2') return 'v2'
  const what = `has the apiVersion ${JSON.stringify(text)}; Helm knows v1 and v2`
  throw failure(yaml, pick(yaml, fields, 'apiVersion')?.key, what)
}

function readType(yaml: YamlText, fields: Fields): string {
  const text = textField(yaml, fields, 'type')
  if (['', 'application', 'library'].includes(text)) return text
  const what = `has the type ${JSON.stringify(text)}; Helm knows application and library`
  throw failure(yaml, pick(yaml, fields, 'type')?.key, what)
}

function dependenciesOf(yaml: YamlText, fields: Fields, apiVersion: 'v1' | 'v2'): readonly Dependency[] {
  const field = pick(yaml, fields, 'dependencies')
  const dependencies = readDependencies(yaml, field)
  if (apiVersion === 'v2' || dependencies.length === 0) return dependencies
  const hint = 'Write `apiVersion: v2`, or move them to requirements.yaml.'
  throw failure(yaml, field?.key, 'has dependencies, which Helm drops from a chart of apiVersion v1', hint)
}

function nearest(fields: Fields, wanted: string): { readonly field: Field; readonly hint: string } | undefined {
  const near = [...fields.values()].find(({ name }) => isNear(name.toLowerCase(), wanted))
  return near && { field: near, hint: `Is \`${near.name}\` meant to be \`${wanted}\`?` }
}

// One slip (a letter lost, added, changed, swapped), or the word with something attached to it. Helm's other field
// names don't count.
function isNear(name: string, wanted: string): boolean {
  if (['appversion', 'apiversion', 'kubeversion'].includes(name)) return false
  if (name.includes(wanted)) return true
  if (Math.abs(name.length - wanted.length) > 1) return false
  const [a, b] = [[...name].sort(), [...wanted].sort()]
  const common = a.filter((letter) => b.includes(letter) && b.splice(b.indexOf(letter), 1)).length
  return Math.max(name.length, wanted.length) - common <= 1
}
