import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { projectRoot } from '../support/places.ts'

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')

/** The first runner that has it, by Node's major version: see the releases of actions/runner. */
const firstRunner: Readonly<Record<string, string>> = { node24: '2.327.1' }

describe('the runner that users need', () => {
  const { using } = (parse(read('action.yml')) as { runs: { using: string } }).runs

  it.each(['README.md', 'docs/configuration.md'])(
    'is named in %s, for nobody but an old runner itself could say so',
    (file) => {
      const needed = firstRunner[using] ?? `a runner for ${using}`
      expect(read(file)).toContain(needed)
    },
  )

  it('has the Node that the bundle is built for, and that the tests run on', () => {
    expect(read('scripts/dist/bundle.ts')).toContain(`target: '${using}'`)
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { node: string } }
    expect(`node${devDependencies.node.split('.')[0]}`).toBe(using)
  })
})
