import { strict as assert } from 'node:assert'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import { readArchive } from '../../../src/chart/archive/archive.ts'
import { levelsOf } from '../../../src/chart/source/graph.ts'
import { helmPath } from '../../support/helm/helm.ts'
import type { Now } from './differences.ts'
import type { Released } from './history-plan.ts'
import { say } from './say.ts'

const run = promisify(execFile)

/** One decision of the plan: whether a chart at a commit is other than its version stands for. */
export interface Sample {
  readonly path: string
  readonly isNamed: boolean
  readonly release: Released
  readonly now: Now
}

/** Holds decisions against what Helm itself packages of both commits, out of plain checkouts. */
export async function checkByHelm(repository: string, samples: readonly Sample[]): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'by-helm-'))
  const helm = await helmPath(4)
  for (const { path, isNamed, release, now } of samples) {
    const [then, today] = [await packageAt(release), await packageAt(now)]
    const differ = differences(then, today)
    assert.equal(
      differ.length > 0,
      isNamed,
      `${path} ${release.version} at ${now.commit}: Helm says ${differ.join(', ')}`,
    )

    async function packageAt(side: Pick<Released, 'commit' | 'sources'>): Promise<ReadonlyMap<string, string>> {
      const folder = await mkdtemp(join(work, 'side-'))
      await run('sh', ['-c', 'git -C "$0" archive "$1" | tar -x -C "$2"', repository, side.commit, folder])
      for (const chart of levelsOf(side.sources.charts, [path]).flat()) {
        if (chart.local.length > 0)
          await run(helm, ['dependency', 'build', '--skip-refresh', join(folder, chart.path)], { env: { HOME: work } })
      }
      const out = join(folder, 'out')
      await run(helm, ['package', join(folder, path), '--destination', out])
      const [archive = ''] = await readdir(out)
      return flattened(await readFile(join(out, archive)))
    }
  }
  await rm(work, { recursive: true })
  const named = samples.filter(({ isNamed }) => isNamed).length
  say(
    `${samples.length} drawn and packaged with Helm on both sides: ${named} differ, ${samples.length - named} are equal, as planned`,
  )
}

/** Files with those of packaged subcharts, as text; of the chart itself without what a release moves. */
function flattened(archive: Uint8Array, prefix = ''): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const { path, content } of readArchive(archive)) {
    if (/^charts\/[^/]+\.tgz$/.test(path)) {
      const inner = `${prefix}${path.replace(/-v?\d[^/]*$/, '')}/`
      for (const [name, text] of flattened(content, inner)) files.set(name, text)
    } else files.set(`${prefix}${path}`, canonical(path, Buffer.from(content).toString('latin1'), prefix === ''))
  }
  return files
}

function canonical(path: string, text: string, isTop: boolean): string {
  if (path === 'Chart.yaml') {
    const { version, ...rest } = parse(text) as { version?: string }
    return JSON.stringify(isTop ? rest : { version, ...rest })
  }
  return path.endsWith('.lock') ? text.replace(/^(generated|digest): .*$/gm, '') : text
}

function differences(then: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...then.keys(), ...now.keys()])].filter((path) => then.get(path) !== now.get(path))
}
