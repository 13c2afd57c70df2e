import type { Finding } from '../../../model/finding.ts'
import { fileText } from '../chart/load.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding } from '../finding.ts'
import type { ChartSide } from '../side.ts'
import { crdFieldFindings } from './crd-field-findings.ts'
import type { CrdFields } from './crd-fields.ts'
import { schemasIn } from './crd-schemas.ts'
import { type Crd, crdsIn } from './crd-text.ts'

const CRD_FILE = /^crds\/.+\.(?:ya?ml|json)$/

interface Found {
  readonly crds: ReadonlyMap<string, Crd & { readonly file: string }>
  /** By `<name> <version>`. */
  readonly schemas: ReadonlyMap<string, CrdFields>
  readonly unread: readonly string[]
}

/** Kinds of resources in the chart's `crds/`, and the versions in which they are served. */
export function crdFindings({ old, now }: ChartPair): readonly Finding[] {
  const [before, after] = [crdsOf(old.side, now.side), crdsOf(now.side, old.side)]
  const unread = [...new Set([...before.unread, ...after.unread])]
  // A file that is not understood on one side would seem to be added or removed.
  if (unread.length > 0) return [notRead(unread)]
  const gone = [...before.crds.values()].flatMap((crd) => {
    const is = after.crds.get(crd.name)
    return is ? [...versionFindings(crd, is), ...fieldFindings(before, after, is)] : [removed(crd)]
  })
  const added = [...after.crds.values()].filter(({ name }) => !before.crds.has(name))
  return [
    ...gone,
    ...added.map(({ name, file }) =>
      createFinding({
        level: 'minor',
        rule: 'files/crd-added',
        subject: name,
        text: `The CRD ${name} is new.`,
        at: { file },
      }),
    ),
  ]
}

function removed({ name, file }: Crd & { file: string }): Finding {
  const text = `The CRD ${name} is no longer in crds/ (it was in ${file}).`
  return createFinding({ level: 'major', rule: 'files/crd-removed', subject: name, text, at: { file } })
}

function versionFindings(was: Crd, is: Crd & { file: string }): readonly Finding[] {
  const at = { file: is.file }
  const served = [...was.versions].filter(([, one]) => one).map(([version]) => version)
  const lost = served.filter((version) => !is.versions.get(version))
  const won = [...is.versions].filter(([version, one]) => one && !was.versions.get(version))
  return [
    ...lost.map((version) => {
      const text = `The CRD ${was.name} no longer serves ${version}; resources written for it are refused.`
      return createFinding({
        level: 'major',
        rule: 'files/crd-version-removed',
        subject: `${was.name} ${version}`,
        text,
        at,
      })
    }),
    ...won.map(([version]) => {
      const text = `The CRD ${was.name} serves ${version} too.`
      return createFinding({
        level: 'minor',
        rule: 'files/crd-version-added',
        subject: `${was.name} ${version}`,
        text,
        at,
      })
    }),
  ]
}

function fieldFindings(
  before: Found,
  after: Found,
  { name, versions, file }: Crd & { file: string },
): readonly Finding[] {
  return [...versions].flatMap(([version, isServed]) => {
    const subject = `${name} ${version}`
    const [was, is] = [before.schemas.get(subject), after.schemas.get(subject)]
    return isServed && was && is ? crdFieldFindings({ subject, file, was, is }) : []
  })
}

function notRead(paths: readonly string[]): Finding {
  const text = `CRDs in ${paths.slice(0, 3).join(', ')} are not written in a way that is understood here; whether one is gone was not looked at.`
  return createFinding({
    level: 'none',
    rule: 'files/crd-unread',
    subject: paths[0] ?? '',
    text,
    at: { file: paths[0] ?? '' },
  })
}

function crdsOf(side: ChartSide, other: ChartSide): Found {
  const crds = new Map<string, Crd & { readonly file: string }>()
  const schemas = new Map<string, CrdFields>()
  const unread: string[] = []
  for (const [path, content] of side.files) {
    const same = other.files.get(path)
    // Equal files cancel out, and are most of the megabytes.
    if (!CRD_FILE.test(path) || (same && Buffer.compare(same, content) === 0)) continue
    const found = crdsIn(fileText(side, path) ?? '')
    if (!found) unread.push(path)
    for (const crd of found ?? []) crds.set(crd.name, { ...crd, file: path })
    for (const [subject, fields] of schemasIn(fileText(side, path) ?? '')) schemas.set(subject, fields)
  }
  return { crds, schemas, unread }
}
