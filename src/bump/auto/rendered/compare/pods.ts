import { type Fields, isFields, type Resource } from './manifest.ts'

/** One container of a pod, as a resource describes it. */
export interface Container {
  readonly name: string
  /** Where each volume is mounted. */
  readonly mounts: ReadonlyMap<string, string>
}

/** The pods that a workload makes. */
export interface Pods {
  readonly labels: ReadonlyMap<string, string>
  readonly containers: readonly Container[]
  /** Volumes that outlive a pod: by claims, or by templates of claims. */
  readonly claims: ReadonlySet<string>
}

const WORKLOADS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
    DaemonSet: ['spec', 'template'],
    Deployment: ['spec', 'template'],
    Job: ['spec', 'template'],
    Pod: [],
    ReplicaSet: ['spec', 'template'],
    StatefulSet: ['spec', 'template'],
  }),
)
/** They move with every release. */
const RELEASE_LABELS = new Set(['helm.sh/chart', 'chart', 'app.kubernetes.io/version', 'heritage'])

/** The pods of a workload; `undefined` for what makes none. */
export function podsOf(resource: Resource): Pods | undefined {
  const path = WORKLOADS.get(resource.kind)
  if (!path) return undefined
  const body = resource.body()
  const { metadata, spec } = path.reduce<Fields>((at, key) => fieldsIn(at, key), body)
  if (!isFields(spec)) return undefined
  const labels = isFields(metadata) ? Object.entries(fieldsIn(metadata, 'labels')) : []
  const containers = [...listIn(spec, 'initContainers'), ...listIn(spec, 'containers')]
  const templates = listIn(fieldsIn(body, 'spec'), 'volumeClaimTemplates').map((one) =>
    String(fieldsIn(one, 'metadata').name),
  )
  const claimed = listIn(spec, 'volumes').filter(({ persistentVolumeClaim }) => isFields(persistentVolumeClaim))
  return {
    labels: new Map(labels.filter(([key]) => !RELEASE_LABELS.has(key)).map(([key, value]) => [key, String(value)])),
    containers: containers.map(containerOf),
    claims: new Set([...templates, ...claimed.map(({ name }) => String(name))]),
  }
}

function containerOf(container: Fields): Container {
  const mounts = listIn(container, 'volumeMounts').map(
    ({ name, mountPath, subPath }) => [`${String(name)} ${String(subPath ?? '')}`.trim(), String(mountPath)] as const,
  )
  return { name: String(container.name), mounts: new Map(mounts) }
}

function fieldsIn(fields: Fields, key: string): Fields {
  const inner = fields[key]
  return isFields(inner) ? inner : {}
}

function listIn(fields: Fields, key: string): readonly Fields[] {
  const inner = fields[key]
  return Array.isArray(inner) ? inner.filter(isFields) : []
}
