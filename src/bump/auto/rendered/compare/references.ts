import type { Finding } from '../../../../model/finding.ts'
import { leavesOf } from './leaves.ts'
import { isFields, type Manifest, type Resource } from './manifest.ts'
import { changedResources, placeOf, type RenderedPair } from './rendered-pair.ts'

/** Fields that name a Secret or a claim which must exist already; the name is in the field itself or below it. */
const REFERENCES: ReadonlyMap<string, { readonly kind: string; readonly within?: string }> = new Map(
  Object.entries({
    persistentVolumeClaim: { kind: 'PersistentVolumeClaim', within: 'claimName' },
    secret: { kind: 'Secret', within: 'name' },
    secretKeyRef: { kind: 'Secret', within: 'name' },
    secretName: { kind: 'Secret' },
    secretRef: { kind: 'Secret', within: 'name' },
  }),
)
const MAX_DEPTH = 60
/** Where other controllers read which Secret to make. */
const MAKERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    Certificate: ['spec.secretName'],
    ClusterIssuer: ['spec.acme.privateKeySecretRef.name'],
    ExternalSecret: ['spec.target.name'],
    Issuer: ['spec.acme.privateKeySecretRef.name'],
  }),
)
/** Kinds that make a Secret of their own name. */
const NAMESAKES = new Set(['ExternalSecret', 'SealedSecret', 'VaultStaticSecret'])

/**
 * A Secret or claim that a workload needs, that the chart does not make, and whose name changed: whoever made the old
 * one must make it again.
 */
export function referenceFindings(pair: RenderedPair, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  const changed = changedResources(pair).filter(({ before, after }) => isUser(before) && isUser(after))
  const [madeBefore, madeAfter] = changed.length === 0 ? [] : [madeIn(pair.before), madeIn(pair.after)]
  return changed.flatMap(({ before, after }) => {
    const [was, is] = [needsOf(before, madeBefore), needsOf(after, madeAfter)]
    const gone = [...was].filter(([subject]) => !is.has(subject) && !needsAnywhere(pair.after, subject))
    const come = [...is].filter(([subject]) => !was.has(subject) && !needsAnywhere(pair.before, subject))
    return come.flatMap(([subject, { kind, name }]): readonly Finding[] => {
      const lost = gone.find(([, other]) => other.kind === kind)?.[1]
      if (!lost) return []
      return [
        {
          ...{ level: 'major', kind: 'rendered', rule: 'rendered/needs', subject: `${after.key} ${subject}` },
          ...{ was: lost.name, is: name },
          text: `${after.key} needs the ${kind} ${name} where it needed ${lost.name}, and the chart does not make it.`,
          ...placeOf(after, files),
        },
      ]
    })
  })
}

function isUser({ isHook, kind }: Resource): boolean {
  return !isHook && !MAKERS.has(kind)
}

interface Need {
  readonly kind: string
  readonly name: string
}

/** The references of a resource to things that the chart does not make, by kind and name. */
function needsOf(resource: Resource, made: ReadonlySet<string> = new Set()): ReadonlyMap<string, Need> {
  const needs = new Map<string, Need>()
  for (const need of needsIn(resource.body(), 0)) {
    const subject = `${need.kind}/${need.name}`
    if (!made.has(subject)) needs.set(subject, need)
  }
  return needs
}

function* needsIn(value: unknown, depth: number): Iterable<Need> {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return
  for (const [field, inner] of Object.entries(value)) {
    const reference = REFERENCES.get(field)
    const name: unknown =
      reference?.within === undefined ? inner : isFields(inner) ? inner[reference.within] : undefined
    if (reference && typeof name === 'string' && name !== '') yield { kind: reference.kind, name }
    yield* needsIn(inner, depth + 1)
  }
}

/** Other resources may have needed it all along, too. */
function needsAnywhere(manifest: Manifest, subject: string): boolean {
  return [...manifest.values()].some((resource) => isUser(resource) && needsOf(resource).has(subject))
}

function madeIn(manifest: Manifest): ReadonlySet<string> {
  return new Set(
    [...manifest.values()].flatMap((resource) => {
      const told = (MAKERS.get(resource.kind) ?? []).flatMap((path) => leavesOf(resource).get(path) ?? [])
      const own = NAMESAKES.has(resource.kind) ? [resource.name] : []
      return [`${resource.kind}/${resource.name}`, ...[...told, ...own].map((name) => `Secret/${name}`)]
    }),
  )
}
