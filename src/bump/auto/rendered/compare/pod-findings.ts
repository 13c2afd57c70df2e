import type { Finding } from '../../../../model/finding.ts'
import { type Container, type Pods, podsOf } from './pods.ts'
import { type Changed, changedResources, placeOf, type RenderedPair } from './rendered-pair.ts'

type Files = ReadonlyMap<string, unknown>

/**
 * What others know of a chart's pods: where a volume that outlives them is mounted, the names of their containers (patches, logs and
 * policies name them), and their labels (policies, monitors and Services of others select by them).
 */
export function podFindings(pair: RenderedPair, files: Files): readonly Finding[] {
  return changedResources(pair).flatMap((changed) => {
    const { before, after, paths } = changed
    if (before.isHook || after.isHook || !paths.some((path) => path.startsWith('spec'))) return []
    const [was, is] = [podsOf(before), podsOf(after)]
    if (!was || !is) return []
    const about = { changed, was, is, files, pair }
    return [...mountFindings(about), ...containerFindings(about), ...labelFindings(about)]
  })
}

interface ChangedPods {
  readonly changed: Changed
  readonly was: Pods
  readonly is: Pods
  readonly files: Files
  readonly pair: RenderedPair
}

function mountFindings(about: ChangedPods): readonly Finding[] {
  const { changed, was, is, files, pair } = about
  return was.containers.flatMap((container) => {
    const now = is.containers.find(({ name }) => name === container.name)
    return movedMounts(container, now, about).map(({ volume, from, to }): Finding => {
      const subject = `${changed.before.key} ${container.name} ${volume}`
      const text = `The volume ${volume} of ${changed.before.key} is mounted at ${to} and was at ${from}${withValues(pair)}: what was written there is not found any more.`
      const level = 'major'
      return {
        level,
        kind: 'rendered',
        rule: 'rendered/mount-path',
        subject,
        was: from,
        is: to,
        text,
        ...placeOf(changed.after, files, 'mountPath'),
      }
    })
  })
}

/** Mounts of volumes that are claims on both sides, at another path. A volume may be mounted at several. */
function movedMounts(container: Container, now: Container | undefined, { was, is }: ChangedPods) {
  if (!now) return []
  const paths = new Set(now.mounts.values())
  return [...container.mounts].flatMap(([volume, from]) => {
    const to = now.mounts.get(volume)
    const [name = ''] = volume.split(' ')
    const isKept = was.claims.has(name) && is.claims.has(name)
    return isKept && to !== undefined && to !== from && !paths.has(from) ? [{ volume, from, to }] : []
  })
}

function containerFindings({ changed, was, is, files, pair }: ChangedPods): readonly Finding[] {
  const left = new Set(is.containers.map(({ name }) => name))
  const known = new Set(was.containers.map(({ name }) => name))
  const come = is.containers.filter(({ name }) => !known.has(name))
  const gone = was.containers.filter(({ name }) => !left.has(name))
  return gone.map(({ name }): Finding => {
    const other = gone.length === 1 && come.length === 1 ? come[0]?.name : undefined
    const now = other === undefined ? 'is gone' : `is called ${other} now`
    return {
      ...{
        level: 'minor',
        kind: 'rendered',
        rule: 'rendered/container-name',
        subject: `${changed.before.key} container ${name}`,
      },
      ...{ was: name, ...(other !== undefined && { is: other }) },
      text: `The container ${name} of ${changed.before.key} ${now}${withValues(pair)}; patches and policies may name it.`,
      ...placeOf(changed.after, files, 'containers'),
    }
  })
}

function labelFindings({ changed, was, is, files, pair }: ChangedPods): readonly Finding[] {
  const lost = [...was.labels].filter(([key, value]) => is.labels.get(key) !== value && !isByChance(changed, key))
  const [first] = lost
  if (!first) return []
  const [key, value] = first
  const [now, more] = [is.labels.get(key), lost.length === 1 ? '' : ` and ${lost.length - 1} more`]
  return [
    {
      ...{ level: 'minor', kind: 'rendered', rule: 'rendered/pod-labels', subject: `${changed.before.key} ${key}` },
      ...{ was: value, ...(now !== undefined && { is: now }) },
      text: `Pods of ${changed.before.key} no longer have the label ${key}=${value}${more}${withValues(pair)}; policies and monitors may select by it.`,
      ...placeOf(changed.after, files, 'labels'),
    },
  ]
}

/** Paths that differ by chance are not among those of the change. */
function isByChance({ paths }: Changed, key: string): boolean {
  return !paths.some((path) => path.includes('labels') && path.includes(key))
}

function withValues({ hasOwnValues, renderedWith }: RenderedPair): string {
  return hasOwnValues ? ` ${renderedWith}` : ''
}
