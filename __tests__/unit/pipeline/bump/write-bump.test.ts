import { describe, expect, it } from '@jest/globals'
import { readChartYaml } from '../../../../src/chart/manifest/chart-yaml.ts'
import { editsOf, messageOf, writeBump } from '../../../../src/pipeline/bump/write-bump.ts'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import { aChart, aDecision, aPlannedRun, sourcesOf } from '../../../support/values/pipeline.ts'

function chartOf(name: string) {
  const chart = aChart(name)
  const text = `apiVersion: v2\nname: ${name}\nversion: 1.0.0 # by us\n`
  return { ...chart, manifest: readChartYaml(text, chart.manifest.file) }
}

const [app, lib] = [chartOf('app'), chartOf('lib')]
const raised = (chart = app): ChartDecision =>
  aDecision(chart, { action: 'bump', version: '1.1.0', edits: { version: '1.1.0' }, reason: 'a value is new' })

async function written(commit: 'push' | 'none', decisions: readonly ChartDecision[]) {
  const commits: (readonly [string, ReadonlyMap<string, string>])[] = []
  const git = {
    commit: async (parent: string, files: ReadonlyMap<string, string>) => {
      commits.push([parent, files])
      return 'beef'
    },
  }
  const sourcesAt = async (at: string) => ({ ...sourcesOf({ ...app, fingerprint: `at ${at}` }, lib) })
  const result = await writeBump(
    {
      facts: { refType: 'branch', isPullRequest: false } as never,
      history: { sourcesAt } as never,
      platform: { git: git as never, clock: { now: () => new Date(0) } as never, secrets: {} as never },
      settings: { commit, releaseNotes: [], perChart: {} } as never,
    },
    aPlannedRun([app, lib], { decisions }),
    decisions,
  )
  return { ...result, commits }
}

describe('writing a bump', () => {
  it('commits the bytes of the version alone, on top of the planned head', async () => {
    const { commit, commits, changed, overlay } = await written('push', [raised(), aDecision(lib)])
    expect(commit).toBe('beef')
    expect(commits).toEqual([
      ['c0ffee', new Map([['charts/app/Chart.yaml', 'apiVersion: v2\nname: app\nversion: 1.1.0 # by us\n']])],
    ])
    expect([...changed]).toEqual(['charts/app'])
    expect(overlay.size).toBe(0)
  })

  it('leaves git alone with `commit: none`, and lays the files over what it has', async () => {
    const { commit, commits, overlay } = await written('none', [raised()])
    expect(commit).toBe('c0ffee')
    expect(commits).toEqual([])
    expect([...overlay.keys()]).toEqual(['charts/app/Chart.yaml'])
  })

  it('makes no commit if nothing changes', async () => {
    const { commit, commits } = await written('push', [aDecision(app)])
    expect(commit).toBe('c0ffee')
    expect(commits).toEqual([])
  })
})

describe('the edits of a bump', () => {
  const inGit = (commit: 'push' | 'none') => ({
    settings: { commit, perChart: {} } as never,
    facts: { refType: 'branch', isPullRequest: false } as const,
  })

  it('include versions that a person raised, for charts that follow them', () => {
    const edits = editsOf(inGit('push'), { decisions: [aDecision(lib)] }, [])
    expect(edits.get('charts/lib')).toEqual({ version: '1.0.0' })
  })

  it('include charts that are left as they are only if git keeps its versions', () => {
    const left = aDecision(lib, { action: 'leave', edits: { version: '1.4.0' } })
    expect(editsOf(inGit('push'), { decisions: [left] }, []).size).toBe(0)
    expect(editsOf(inGit('none'), { decisions: [left] }, []).get('charts/lib')).toEqual({ version: '1.4.0' })
  })
})

describe('the message of a bump', () => {
  it('names charts and reasons, and carries the trailer', () => {
    const message = messageOf([raised(), aDecision(lib)])
    expect(message.split('\n')[0]).toContain('app 1.1.0')
    expect(message).toContain('- app 1.1.0: a value is new')
    expect(message).not.toContain('lib')
    expect(message.trimEnd().split('\n').at(-1)).toMatch(/: bump$/)
  })

  it('counts charts whose names do not fit into a subject', () => {
    const many = Array.from({ length: 12 }, (_, index) => raised(chartOf(`a-long-name-${index}`)))
    expect(messageOf(many).split('\n')[0]).toContain('12 charts')
  })
})
