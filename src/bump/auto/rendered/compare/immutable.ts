import type { Finding } from '../../../../model/finding.ts'
import { leavesOf } from './leaves.ts'
import { type Changed, changedResources, placeOf, type RenderedPair, shortValue } from './rendered-pair.ts'

/**
 * Fields that the API server refuses to change, by kind: an upgrade that changes one fails, and people must delete the
 * resource first. From the validation of the Kubernetes API (`ValidateXUpdate`).
 */
const IMMUTABLE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ConfigMap: [],
    CSIDriver: ['spec.attachRequired'],
    ClusterRoleBinding: ['roleRef'],
    CustomResourceDefinition: ['spec.scope', 'spec.group'],
    DaemonSet: ['spec.selector'],
    Deployment: ['spec.selector'],
    IngressClass: ['spec.controller'],
    Job: ['spec.template', 'spec.selector', 'spec.completionMode'],
    PersistentVolumeClaim: [
      'spec.accessModes',
      'spec.dataSource',
      'spec.selector',
      'spec.storageClassName',
      'spec.volumeMode',
      'spec.volumeName',
    ],
    PriorityClass: ['value', 'preemptionPolicy'],
    ReplicaSet: ['spec.selector'],
    RoleBinding: ['roleRef'],
    RuntimeClass: ['handler'],
    Secret: ['type'],
    Service: ['spec.clusterIP'],
    StatefulSet: ['spec.selector', 'spec.serviceName', 'spec.podManagementPolicy', 'spec.volumeClaimTemplates'],
    StorageClass: ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'],
  }),
)
/** Defaults of the API server, so that writing them out changes nothing. */
const DEFAULTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'Secret type': 'Opaque',
    'StatefulSet spec.podManagementPolicy': 'OrderedReady',
    'StorageClass reclaimPolicy': 'Delete',
    'StorageClass volumeBindingMode': 'Immediate',
    'PersistentVolumeClaim spec.volumeMode': 'Filesystem',
    'Job spec.completionMode': 'NonIndexed',
    'CSIDriver spec.attachRequired': 'true',
    'PriorityClass preemptionPolicy': 'PreemptLowerPriority',
  }),
)
/** An omitted field keeps the value that the API server chose. */
const KEPT_WHEN_ABSENT = new Set(['Service spec.clusterIP'])

/** Changes of immutable fields on a resource that stays. Resources whose whole name moved are created anew. */
export function immutableFindings(pair: RenderedPair, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  return changedResources(pair).flatMap((changed) => {
    const { before, after } = changed
    if (before.isHook || after.isHook || before.name !== after.name || isCleanedUp(changed)) return []
    return fieldsOf(changed).flatMap((field) => {
      const paths = changed.paths.filter((path) => isUnder(path, field) && isChange(changed, path))
      return paths.length === 0 ? [] : [immutableFinding(changed, { field, paths, pair }, files)]
    })
  })
}

function fieldsOf({ before }: Changed): readonly string[] {
  const frozen = leavesOf(before).get('immutable') === 'true'
  return [...(IMMUTABLE.get(before.kind) ?? []), ...(frozen ? ['data', 'binaryData', 'immutable'] : [])]
}

function isUnder(path: string, field: string): boolean {
  return path === field || (path.startsWith(field) && /^[.[|]/.test(path.slice(field.length)))
}

function isChange({ before, after }: Changed, path: string): boolean {
  const field = `${before.kind} ${path}`
  const [was, is] = [leavesOf(before).get(path), leavesOf(after).get(path)].map((value) =>
    value === undefined || value === 'null' || value === '' ? DEFAULTS.get(field) : value,
  )
  if (KEPT_WHEN_ABSENT.has(field) && is === undefined && was !== 'None') return false
  return !(was === is && !/[|=]/.test(path))
}

/** A finished Job that was removed by its own time to live is created anew. */
function isCleanedUp({ before }: Changed): boolean {
  return before.kind === 'Job' && leavesOf(before).has('spec.ttlSecondsAfterFinished')
}

function immutableFinding(
  { before, after }: Changed,
  { field, paths, pair }: { readonly field: string; readonly paths: readonly string[]; readonly pair: RenderedPair },
  files: ReadonlyMap<string, unknown>,
): Finding {
  const [was, is] = [before, after].map((resource) =>
    paths.flatMap((path) => {
      const value = leavesOf(resource).get(path)
      return value === undefined ? [] : `${path.slice(field.length)}${value === '' ? '' : ` ${value}`}`
    }),
  )
  return {
    ...{ level: 'major', kind: 'rendered', rule: 'rendered/immutable', subject: `${before.key} ${field}` },
    text: `${field} of ${before.key} changed${pair.hasOwnValues ? ` ${pair.renderedWith}` : ''}, which the API server refuses: it must be deleted first.`,
    ...(was?.length ? { was: shortValue(was.join(', ')) } : {}),
    ...(is?.length ? { is: shortValue(is.join(', ')) } : {}),
    ...placeOf(after, files, field.split('.').at(-1)),
  }
}
