import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { projectRoot } from '../support/places.ts'

const folder = join(projectRoot, '.github/workflows')
const workflows = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  /** A workflow of this repository, whose jobs have limits of their own. */
  readonly uses?: string
}

const ownWorkflows = workflows.map(([name]) => `./.github/workflows/${name}`)

/** How long a job may take, in minutes. With a cold cache, `interop.yml` builds verifiers and registries for most of an hour. */
const usualLimit = 60
const limits: ReadonlyMap<string, number> = new Map([['interop.yml', 120]])

describe.each(workflows)('the workflow %s', (name, text) => {
  const { permissions, jobs } = parse(text) as { permissions?: object; jobs: Readonly<Record<string, Job>> }

  it('gives no right to a job that does not name it', () => {
    expect(permissions).toEqual({})
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined()
  })

  it('takes every action by commit, with the version in words', () => {
    const used = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, what = '']) => what)
    const own = used.filter(
      (what) => !/^(?:\.\/|\$\/\.github\/actions\/[\w-]+)$/.test(what) && !ownWorkflows.includes(what),
    )
    expect(used.length).toBeGreaterThan(0)
    for (const what of own) expect(what).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('ends in time, whatever hangs', () => {
    for (const { uses, ...job } of Object.values(jobs)) {
      if (uses === undefined) expect(job['timeout-minutes']).toBeLessThanOrEqual(limits.get(name) ?? usualLimit)
      else expect(ownWorkflows).toContain(uses)
    }
  })
})
