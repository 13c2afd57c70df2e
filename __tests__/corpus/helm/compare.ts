import { parse } from 'yaml'
import { readArchive } from '../../../src/chart/archive/archive.ts'
import type { HelmMajor } from '../../support/helm/helm.ts'
import type { HelmResult } from './by-helm.ts'
import type { OwnResult } from './by-us.ts'

/**
 * How our answer on one chart and those of both Helms differ; `undefined` if they do not. If one Helm refuses a chart, we may;
 * if the one that the run uses does, we must.
 */
export function differenceOf(helms: readonly HelmResult[], own: OwnResult, used: HelmMajor): string | undefined {
  const refusals = helms.filter(({ refused }) => refused !== undefined)
  if (own.refused !== undefined || !own.archive) {
    return refusals.length > 0 ? undefined : `refused: ${own.refused}`
  }
  const mustRefuse = refusals.find(({ major }) => major === used)
  if (mustRefuse) return `released, and Helm ${used} says ${mustRefuse.refused}`
  const ours = contentOf(own.archive)
  const different = helms.flatMap(({ major, archive }) => (archive ? otherFiles(ours, contentOf(archive), major) : []))
  return different.length > 0 ? `content: ${different.join(', ')}` : undefined
}

function otherFiles(ours: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>, major: HelmMajor) {
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((path) => ours.get(path) !== theirs.get(path))
    .map((path) => `${path} (${sideOf(ours.has(path), theirs.has(path))}, Helm ${major})`)
}

function sideOf(isOurs: boolean, isTheirs: boolean): string {
  if (isOurs && isTheirs) return 'other content'
  return isOurs ? 'only in ours' : 'only in theirs'
}

/** Files by path. Helm writes Chart.yaml anew, in its own order, and so do we: what it says counts. */
function contentOf(archive: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    readArchive(archive).map(({ path, content }) => {
      const text = Buffer.from(content).toString('latin1')
      return [path, path === 'Chart.yaml' ? sorted(parse(text)) : text] as const
    }),
  )
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
