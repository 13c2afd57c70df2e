import { ReleaseError } from '../../../model/errors.ts'
import { topValues } from '../chart/load.ts'
import { isSame, valueAt } from '../chart/values.ts'
import type { ChartSide } from '../side.ts'
import { type Leaf, leavesOf } from '../values/changes.ts'
import { decodedText } from './render/prepared.ts'
import type { OpenPair } from './render/renders.ts'

/** Each costs a rendering of the chart on both sides; all of a side are made by one process. */
const MAX_TURNED = 12
const MIN_TURNED = 4
/** Templates to run, all values together. */
const MAX_BYTES = 1_500_000
/** A longer template is the text of a CRD. */
const CRD_BYTES = 200_000
const ALL_TEMPLATES = /(?:^|\/)templates\/.*\.(?:ya?ml|tpl)$/
/** Values that name what a user made, empty by default. */
const NAMES_AN_OBJECT = /secret|configmap|claim/i
const TEMPLATE = /^templates\/.*\.(?:ya?ml|tpl|txt)$/
/** What can break behind a switch: fields that can not change, Services, claims, keys of Secrets, namespaces, and refusals. */
const BREAKABLE =
  /^kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|Job|Service|PersistentVolumeClaim|StorageClass|RoleBinding|ClusterRoleBinding)\b|\b(?:required|fail)\b|KeyRef:|secretName:|^\s+namespace:/m

/**
 * Values that a user may well have set, although the chart's tests may not: each boolean turned once, and each empty name of a Secret,
 * ConfigMap or claim given. Only those that a changed template reads which has something to break. By what they say, e.g. `tls.enabled: true`,
 * with the text of a values file.
 */
export function turnedValues({ old, now }: Pick<OpenPair, 'old' | 'now'>): ReadonlyMap<string, string> {
  const [was, is] = [topValues(old), topValues(now)]
  if (was instanceof ReleaseError || is instanceof ReleaseError) return new Map()
  const texts = changedTemplates(old, now)
  if (texts.length === 0) return new Map()
  const turned = leavesOf(was, []).flatMap((leaf) => {
    const other = valueAt(is, leaf.path)
    const text = turn(leaf)
    if (text === undefined || !other || !isSame(leaf.value, other)) return []
    return texts.some((template) => reads(template, leaf.path)) ? [[leaf.path, text] as const] : []
  })
  return new Map(
    turned.slice(0, most(now)).map(([path, text]) => [`${path.join('.')}: ${text}`, valuesText(path, text)]),
  )
}

/** Fewer where each costs more. */
function most({ files }: ChartSide): number {
  const sizes = [...files].map(([path, { length }]) => (ALL_TEMPLATES.test(path) && length < CRD_BYTES ? length : 0))
  const size = sizes.reduce((sum, one) => sum + one, 0)
  return Math.max(MIN_TURNED, Math.min(MAX_TURNED, Math.floor(MAX_BYTES / Math.max(size, 1))))
}

function turn({ path, value }: Leaf): string | undefined {
  if (value.kind === 'bool') return /^t/i.test(value.text) ? 'false' : 'true'
  const isName = value.kind === 'string' && value.text === '' && NAMES_AN_OBJECT.test(path.at(-1) ?? '')
  return isName ? 'made-by-the-user' : undefined
}

/** Those that can break anything, and the helpers of the chart if one of them changed, since any template may use them. */
function changedTemplates(old: ChartSide, now: ChartSide): readonly string[] {
  const templates = [...now.files].filter(([path]) => TEMPLATE.test(path))
  const changed = new Set(
    templates.filter(([path, bytes]) => !isEqual(old.files.get(path), bytes)).map(([path]) => path),
  )
  const helpersChanged = [...changed].some((path) => path.endsWith('.tpl'))
  return templates
    .filter(([path]) => helpersChanged || changed.has(path))
    .map(([, bytes]) => decodedText(bytes))
    .filter((text) => BREAKABLE.test(text))
}

function isEqual(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && Buffer.compare(one, other) === 0
}

/** By its first and its last key, as templates often take a part of the values into a variable. */
function reads(template: string, path: readonly string[]): boolean {
  return [path[0] ?? '', path.at(-1) ?? ''].every((key) => template.includes(key))
}

function valuesText(path: readonly string[], text: string): string {
  return `${JSON.stringify(path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), parsed(text)))}\n`
}

function parsed(text: string): unknown {
  return text === 'true' || text === 'false' ? text === 'true' : text
}
