import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { alreadyBuilt } from '../interop/tools.ts'
import { runProgram } from '../support/process/run-program.ts'
import { shapes } from '../support/workflows/shapes.ts'
import { stepsIn } from '../support/workflows/step.ts'

const found = await alreadyBuilt('actionlint')
const named = shapes.map((shape) => [shape.like, shape] as const)

it('are twelve', () => expect(shapes).toHaveLength(12))

it.each(named)('the workflow of %s gives no right that it does not need', (_, { after, places }) => {
  const { permissions, jobs } = parse(after) as { permissions: object; jobs: Record<string, { permissions: object }> }
  expect(permissions).toEqual({})
  const writesToGit = places.releases || places.registry || !/tag-template: none/.test(after)
  expect(Object.values(jobs).map((job) => job.permissions)).toEqual([
    {
      contents: writesToGit ? 'write' : 'read',
      ...(places.registry && { packages: 'write' }),
      'id-token': 'write',
    },
  ])
})

it.each(named)(
  'the workflow of %s is one step of ours, and a token for another repository if it needs one',
  (_, shape) => {
    const used = stepsIn(shape.after).map(({ uses }) => uses?.replace(/@v\d+$/, ''))
    const asks = shape.after.includes('steps.app.outputs.token') ? ['actions/create-github-app-token'] : []
    expect(used).toEqual(['actions/checkout', ...asks, 'release-charts/release-charts'])
  },
)

const passes = 'file' in found ? it : it.skip
passes('actionlint finds nothing in any of them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shapes-'))
  const files = await Promise.all(
    shapes.map(async ({ after }, index) => {
      const file = join(folder, `${index}.yml`)
      await writeFile(file, after)
      return file
    }),
  )
  const program = 'file' in found ? found.file : ''
  const args = ['-no-color', '-shellcheck=', '-pyflakes=', ...files]
  const { stdout } = await runProgram(program, args, { cwd: folder, env: { PATH: process.env.PATH } })
  expect(stdout).toBe('')
  await rm(folder, { recursive: true })
})
