import type { Finding } from '../../../model/finding.ts'
import type { Resource } from './manifest.ts'
import { placeOf, type Scene } from './scene.ts'

type Files = ReadonlyMap<string, unknown>

/** Groups whose objects the API server also serves, as the same objects, under the groups that they moved to. */
const SAME_GROUP: Readonly<Record<string, readonly string[]>> = {
  extensions: ['apps', 'networking.k8s.io', 'policy'],
}
/** Kinds that no supported Kubernetes serves any more: nobody can have them. */
const GONE_KINDS = new Set(['PodSecurityPolicy', 'PodPreset', 'ThirdPartyResource'])

/** Resources that are no longer rendered, moved to another group or kind, or new. Hooks come and go with every upgrade. */
export function resourceFindings(scene: Scene, files: Files): readonly Finding[] {
  const { before, after, chance } = scene
  const gone = [...before.values()].filter(({ key, isHook }) => !isHook && !after.has(key) && !chance.keys.has(key))
  const come = [...after.values()].filter(({ key, isHook }) => !isHook && !before.has(key) && !chance.keys.has(key))
  return [
    ...gone.map((resource) => goneFinding(resource, come, scene, files)),
    ...come
      .filter((resource) => !gone.some(isMovedTo(resource)))
      .map((resource) => comeFinding(resource, scene, files)),
    ...[...before.values()].flatMap((resource) => movedFinding(resource, after.get(resource.key), files)),
  ]
}

function isMovedTo({ name, kind }: Resource): (gone: Resource) => boolean {
  return (gone) => gone.name === name && gone.kind !== kind
}

function goneFinding(resource: Resource, come: readonly Resource[], scene: Scene, files: Files): Finding {
  const subject = resource.key
  const now = come.find((other) => isMovedTo(other)(resource))
  if (now) {
    return {
      ...{ level: 'major', kind: 'rendered', rule: 'rendered/kind-moved', subject, was: resource.key, is: now.key },
      text: `${resource.key} is now ${now.key} ${scene.told}.`,
      ...placeOf(now, files),
    }
  }
  const level = GONE_KINDS.has(resource.kind) ? 'patch' : 'major'
  const heir = come.filter(({ kind }) => kind === resource.kind)
  const renamed = heir.length === 1 && heir[0] ? heir[0] : undefined
  return {
    ...{ level, kind: 'rendered', rule: 'rendered/removed', subject, was: resource.key },
    text: `${resource.key} is no longer rendered ${scene.told}${renamed ? `; ${renamed.key} is new` : ''}.`,
    ...(renamed && { is: renamed.key }),
    ...placeOf(renamed ?? resource, files),
  }
}

function comeFinding(resource: Resource, scene: Scene, files: Files): Finding {
  return {
    ...{ level: 'minor', kind: 'rendered', rule: 'rendered/added', subject: resource.key, is: resource.key },
    text: `${resource.key} is rendered ${scene.told}, and was not before.`,
    ...placeOf(resource, files),
  }
}

function movedFinding(before: Resource, after: Resource | undefined, files: Files): readonly Finding[] {
  if (!after || before.apiVersion === after.apiVersion || before.isHook) return []
  const [from, to] = [groupOf(before.apiVersion), groupOf(after.apiVersion)]
  const isSame = from === to || SAME_GROUP[from]?.includes(to) === true
  const [was, is] = [before.apiVersion, after.apiVersion]
  return [
    {
      ...{ level: isSame ? 'patch' : 'major', kind: 'rendered', rule: 'rendered/api-version' },
      ...{ subject: `${before.key} apiVersion`, was, is },
      text: `${before.key} moved from ${was} to ${is}.`,
      ...placeOf(after, files),
    },
  ]
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : ''
}
