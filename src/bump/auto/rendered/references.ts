import type { Finding } from '../../../model/finding.ts'
import { leavesOf } from './leaves.ts'
import type { Manifest, Resource } from './manifest.ts'
import { placeOf, type Scene } from './scene.ts'

/** Ends of paths that name a Secret or a claim which somebody must have made. */
const REFERENCES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:secretName|secretRef\.name|secretKeyRef\.name|secret\.name)$/, 'Secret'],
  [/(?:^|\.)persistentVolumeClaim\.claimName$/, 'PersistentVolumeClaim'],
]
/** Where other controllers are told which Secret to make. */
const MAKERS: Readonly<Record<string, readonly string[]>> = {
  Certificate: ['spec.secretName'],
  ExternalSecret: ['spec.target.name'],
  Issuer: ['spec.acme.privateKeySecretRef.name'],
  ClusterIssuer: ['spec.acme.privateKeySecretRef.name'],
}
/** Kinds that make a Secret of their own name. */
const NAMESAKES = new Set(['ExternalSecret', 'SealedSecret', 'VaultStaticSecret'])

/**
 * A Secret or claim that a workload needs, that the chart does not make, and whose name moved: whoever made the old one
 * must make it again.
 */
export function referenceFindings(scene: Scene, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  const [before, after] = [neededBy(scene.before), neededBy(scene.after)]
  return [...after].flatMap(([subject, needed]) => {
    if (before.has(subject)) return []
    const lost = [...before].find(([other, { kind, by }]) => {
      return !after.has(other) && kind === needed.kind && by.key === needed.by.key
    })
    if (!lost || scene.chance.keys.has(needed.by.key)) return []
    const [was, is] = [lost[1].name, needed.name]
    return [
      {
        ...{
          level: 'major',
          kind: 'rendered',
          rule: 'rendered/needs',
          subject: `${needed.by.key} ${subject}`,
          was,
          is,
        },
        text: `${needed.by.key} needs the ${needed.kind} ${is} where it needed ${was}, and the chart does not make it.`,
        ...placeOf(needed.by, files),
      },
    ]
  })
}

interface Needed {
  readonly kind: string
  readonly name: string
  readonly by: Resource
}

/** What the resources of a rendering need and none of them makes, by kind and name. */
function neededBy(manifest: Manifest): ReadonlyMap<string, Needed> {
  const made = new Set([...manifest.values()].flatMap(madeBy))
  const needed = new Map<string, Needed>()
  for (const by of manifest.values()) {
    if (by.isHook || by.kind in MAKERS) continue
    for (const [path, name] of leavesOf(by)) {
      const kind = REFERENCES.find(([end]) => end.test(path))?.[1]
      if (kind && name !== '' && !made.has(`${kind}/${name}`)) needed.set(`${kind}/${name}`, { kind, name, by })
    }
  }
  return needed
}

function madeBy(resource: Resource): readonly string[] {
  const told = (MAKERS[resource.kind] ?? []).flatMap((path) => leavesOf(resource).get(path) ?? [])
  const own = NAMESAKES.has(resource.kind) ? [resource.name] : []
  return [`${resource.kind}/${resource.name}`, ...[...told, ...own].map((name) => `Secret/${name}`)]
}
