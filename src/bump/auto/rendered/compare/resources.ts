import type { Finding } from '../../../../model/finding.ts'
import type { Resource } from './manifest.ts'
import { placeOf, type RenderedPair } from './rendered-pair.ts'

type Files = ReadonlyMap<string, unknown>

/** Groups whose objects the API server also serves, as the same objects, under the groups that they moved to. */
const SAME_GROUP: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    extensions: ['apps', 'networking.k8s.io', 'policy'],
  }),
)
/** Kinds that no supported Kubernetes serves any more: they can't be in use. */
const GONE_KINDS = new Set(['PodSecurityPolicy', 'PodPreset', 'ThirdPartyResource'])
/** Kinds that a chart may choose between for the same thing. */
const FAMILIES: readonly ReadonlySet<string>[] = [
  new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Pod', 'Job', 'CronJob']),
  new Set(['Role', 'ClusterRole']),
  new Set(['RoleBinding', 'ClusterRoleBinding']),
  new Set(['ConfigMap', 'Secret']),
  new Set(['Ingress', 'IngressRoute', 'HTTPRoute', 'Route']),
  new Set(['PodMonitor', 'ServiceMonitor']),
  new Set(['Issuer', 'ClusterIssuer']),
]
/** Nothing refers to these by name, and they have no state: under another name they do the same. */
const NAMELESS = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'HorizontalPodAutoscaler',
  'MutatingWebhookConfiguration',
  'NetworkPolicy',
  'PodDisruptionBudget',
  'PodMonitor',
  'PrometheusRule',
  'Role',
  'RoleBinding',
  'ServiceMonitor',
  'ValidatingWebhookConfiguration',
])

/**
 * Resources that are no longer rendered, moved to another group or kind, or new. Hooks come and go with every upgrade.
 */
export function resourceFindings(pair: RenderedPair, files: Files): readonly Finding[] {
  const { before, after, chance } = pair
  const gone = [...before.values()].filter(({ key, isHook }) => !isHook && !after.has(key) && !chance.keys.has(key))
  const come = new Set(
    [...after.values()].filter(({ key, isHook }) => !isHook && !before.has(key) && !chance.keys.has(key)),
  )
  return [
    ...gone.map((resource) => goneFinding(resource, heirOf(resource, come, isAlone(resource, gone)), pair, files)),
    ...[...come].map((resource) => comeFinding(resource, pair, files)),
    ...[...before.values()].flatMap((resource) => movedFinding(resource, after.get(resource.key), files)),
  ]
}

/**
 * The replacement of a resource: of another kind under its name, or from its template under a similar name. Each is
 * used once.
 */
function heirOf(gone: Resource, come: Set<Resource>, isAlone: boolean): Resource | undefined {
  const family = FAMILIES.find((kinds) => kinds.has(gone.kind))
  const otherKind = [...come].find(({ kind, name }) => name === gone.name && kind !== gone.kind && family?.has(kind))
  const sameTemplate = [...come].filter(({ kind, source }) => kind === gone.kind && source === gone.source)
  const alike = sameTemplate.sort((a, b) => shared(b.name, gone.name) - shared(a.name, gone.name))[0]
  const renamed = alike && (isLike(alike.name, gone.name) || (isAlone && sameTemplate.length === 1)) ? alike : undefined
  const heir = otherKind ?? renamed
  if (heir) come.delete(heir)
  return heir
}

function isAlone({ kind, source }: Resource, gone: readonly Resource[]): boolean {
  return gone.filter((other) => other.kind === kind && other.source === source).length === 1
}

function isLike(one: string, other: string): boolean {
  return shared(one, other) * 2 > Math.min(one.length, other.length)
}

/** How many characters two names share at their beginning and at their end. */
function shared(one: string, other: string): number {
  const length = Math.min(one.length, other.length)
  const same = (index: number) => one.at(index) === other.at(index)
  let begin = 0
  while (begin < length && same(begin)) begin += 1
  let end = 0
  while (end < length - begin && same(-1 - end)) end += 1
  return begin + end
}

function goneFinding(gone: Resource, heir: Resource | undefined, pair: RenderedPair, files: Files): Finding {
  const [was, is] = [gone.key, heir?.key]
  const place = placeOf(heir ?? gone, files)
  const common = { kind: 'rendered', subject: was, was, ...(is !== undefined && { is }), ...place } as const
  if (!heir) {
    const level = GONE_KINDS.has(gone.kind) ? 'patch' : 'major'
    return { ...common, level, rule: 'rendered/removed', text: `${was} is no longer rendered ${pair.renderedWith}.` }
  }
  const text = `${was} is now ${is} ${pair.renderedWith}.`
  if (heir.kind !== gone.kind) return { ...common, level: 'major', rule: 'rendered/kind-moved', text }
  // Who may see it, and what selects it, depends on where it is.
  if (heir.name === gone.name) return { ...common, level: 'major', rule: 'rendered/namespace-moved', text }
  return { ...common, level: NAMELESS.has(gone.kind) ? 'minor' : 'major', rule: 'rendered/renamed', text }
}

function comeFinding(resource: Resource, pair: RenderedPair, files: Files): Finding {
  return {
    ...{ level: 'minor', kind: 'rendered', rule: 'rendered/added', subject: resource.key, is: resource.key },
    text: `${resource.key} is rendered ${pair.renderedWith}, and was not before.`,
    ...placeOf(resource, files),
  }
}

function movedFinding(before: Resource, after: Resource | undefined, files: Files): readonly Finding[] {
  if (!after || before.apiVersion === after.apiVersion || before.isHook) return []
  const [from, to] = [groupOf(before.apiVersion), groupOf(after.apiVersion)]
  const isSame = from === to || SAME_GROUP.get(from)?.includes(to) === true
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
