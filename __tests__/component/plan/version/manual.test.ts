import { afterEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { aRepository, type Files, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn } from '../../../support/helm/packaging.ts'
import { type RaisedByHand, raisedByHand } from '../../../support/scenes/raised-by-hand.ts'

const repositories: TestRepository[] = []
afterEach(async () => {
  await Promise.all(repositories.splice(0).map((repository) => repository.remove()))
})

const NAMES = ['app', 'lib', 'site'] as const
const FOLDERS = NAMES.map((name) => `charts/${name}`)
type Name = (typeof NAMES)[number]

interface State {
  readonly version: string
  readonly content: number
}
type States = Readonly<Record<Name, State>>

/** What somebody does to one chart; `goBack` writes a version that Chart.yaml had before, `undo` all that it had. */
interface Step {
  readonly name: Name
  readonly does: 'change' | 'patch' | 'minor' | 'raiseAndChange' | 'goBack' | 'undo'
  /** Pushes that follow each other closely have one run. */
  readonly runs: boolean
}

const steps = fc.array(
  fc.record<Step>({
    name: fc.constantFrom(...NAMES),
    does: fc.constantFrom('change', 'patch', 'minor', 'raiseAndChange', 'goBack', 'undo'),
    runs: fc.boolean(),
  }),
  { minLength: 3, maxLength: 12 },
)

function after(history: readonly States[], { name, does }: Step): States {
  const now = history.at(-1) as States
  const state = now[name]
  const [, minor = 0, patch = 0] = state.version.split('.').map(Number)
  const earlier = history.toReversed().find((one) => one[name].version !== state.version)?.[name] ?? state
  const content = history.length
  const changed: Record<Step['does'], State> = {
    change: { ...state, content },
    patch: { ...state, version: `1.${minor}.${patch + 1}` },
    minor: { ...state, version: `1.${minor + 1}.0` },
    raiseAndChange: { version: `1.${minor}.${patch + 1}`, content },
    goBack: { ...state, version: earlier.version },
    undo: earlier,
  }
  return { ...now, [name]: changed[does] }
}

function filesOf(states: States): Files {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const { version, content } = states[name]
      const on = 'dependencies:\n  - { name: lib, version: ">=0", repository: "file://../lib" }\n'
      const chartYaml = `apiVersion: v2\nname: ${name}\nversion: ${version}\n${name === 'app' ? on : ''}`
      return [
        [`charts/${name}/Chart.yaml`, chartYaml],
        [`charts/${name}/values.yaml`, `content: ${content}\n`],
      ]
    }),
  )
}

/** A package of `app` holds `lib`. */
const packaged = (name: Name, states: States) => JSON.stringify([states[name].content, name === 'app' && states.lib])

/** What must become of each chart, by nothing but the states of the branch and what earlier runs released. */
function expected(history: readonly States[], held: ReadonlyMap<string, string>) {
  const now = history.at(-1) as States
  const own = (name: Name): string => {
    const there = held.get(`${name} ${now[name].version}`)
    if (there === undefined) return 'publish'
    if (there === packaged(name, now)) return 'leave'
    const { version } = now[name]
    const isOther = (one: States) => one[name].version !== version && held.has(`${name} ${one[name].version}`)
    const since = history.slice(history.findLastIndex(isOther) + 1).filter((one) => one[name].version === version)
    return since.some((one) => packaged(name, one) === there) ? 'wait' : 'VERSION_TAKEN'
  }
  const lib = own('lib')
  const stopped = { wait: 'DEPENDENCY_NOT_RAISED', VERSION_TAKEN: 'DEPENDENCY_STOPPED' }[lib]
  return { app: own('app') === 'publish' ? (stopped ?? 'publish') : own('app'), lib, site: own('site') }
}

async function play(all: readonly Step[]) {
  const first: State = { version: '1.0.0', content: 0 }
  const history: States[] = [{ app: first, lib: first, site: first }]
  const repository = await aRepository({ files: filesOf(history[0] as States) })
  repositories.push(repository)
  const scene = await raisedByHand(gitIn(repository.folder))
  const held = new Map<string, string>()
  for (const step of [{ runs: true }, ...all]) {
    if ('does' in step) {
      history.push(after(history, step))
      await repository.commit(step.does, filesOf(history.at(-1) as States))
    }
    if (!step.runs) continue
    const now = history.at(-1) as States
    const wanted = expected(history, held)
    const head = (await repository.git('rev-parse', 'HEAD')).trim()
    const decisions = await scene.run(head, FOLDERS)
    const made = decisions.map(({ chart, action, problem }) => [chart.manifest.name, problem?.code ?? action])
    expect(Object.fromEntries(made)).toEqual(wanted)
    for (const name of NAMES)
      if (wanted[name] === 'publish') held.set(`${name} ${now[name].version}`, packaged(name, now))
    expect([...scene.held.keys()].sort()).toEqual([...held.keys()].sort())
    for (const outcome of Object.values(wanted)) seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
  }
  await doAsTold(repository, scene, history.at(-1) as States)
}

const seen = new Map<string, number>()

/** Whoever writes the versions that the run asks for has everything released by the next one. */
async function doAsTold(repository: TestRepository, scene: RaisedByHand, states: States) {
  const run = async () => scene.run((await repository.git('rev-parse', 'HEAD')).trim(), FOLDERS)
  const told = (await run()).flatMap(({ chart, requiredVersion, problem }) => {
    const version = requiredVersion ?? /`version: (\S+)`/.exec(problem?.hint ?? '')?.[1]
    const { name } = chart.manifest
    return version === undefined ? [] : [[name, { ...states[name as Name], version }] as const]
  })
  await repository.commit('chore: as told', filesOf({ ...states, ...Object.fromEntries(told) }))
  const actions = (await run()).map(({ action }) => action)
  expect(new Set([...actions, 'publish', 'leave'])).toEqual(new Set(['publish', 'leave']))
  expect((await run()).map(({ action }) => action)).toEqual(['leave', 'leave', 'leave'])
}

describe('any history whose versions are raised by hand', () => {
  it('releases the versions that Chart.yaml names when runs begin, and is red only where other content has them', async () => {
    await fc.assert(fc.asyncProperty(steps, play), { numRuns: 12, seed: 15, interruptAfterTimeLimit: 60_000 })
    // Histories that never get there would prove nothing.
    const most = ['publish', 'leave', 'wait', 'VERSION_TAKEN', 'DEPENDENCY_NOT_RAISED']
    expect([...seen.keys()]).toEqual(expect.arrayContaining(most))
  }, 120_000)
})

describe('a chart that waits', () => {
  const files = (content: number) => filesOf({ ...({ app, lib: app, site: app } as States), site: { ...app, content } })
  const app: State = { version: '1.0.0', content: 0 }

  it('stops nothing if how far it must be raised can’t be found out', async () => {
    const repository = await aRepository({ files: files(0) })
    repositories.push(repository)
    const evidenceOf = async () => {
      throw new ReleaseError('HELM_MISSING', 'There is no helm.')
    }
    const scene = await raisedByHand(gitIn(repository.folder), { evidenceOf })
    const run = async () => scene.run((await repository.git('rev-parse', 'HEAD')).trim(), ['charts/site'])
    await run()
    await repository.commit('fix: site', files(1))
    expect(await run()).toMatchObject([
      {
        action: 'wait',
        requiredVersion: '1.0.1',
        reason:
          'changed since 1.0.0, not released: raise the version to at least 1.0.1; how far could not be found out: There is no helm',
      },
    ])
  })

  it('is not packaged into a chart that a tag releases', async () => {
    const repository = await aRepository({ files: files(0) })
    repositories.push(repository)
    const head = async () => (await repository.git('rev-parse', 'HEAD')).trim()
    const branch = await raisedByHand(gitIn(repository.folder))
    await branch.run(await head(), FOLDERS)
    const scope = { kind: 'release-tag', path: 'charts/app', version: '1.1.0', tag: 'app-1.1.0' } as const
    const tagged = await raisedByHand(gitIn(repository.folder), { scope, bumpsGoToGit: false })
    for (const [key, presence] of branch.held) tagged.held.set(key, presence)
    const raised = { app: { ...app, version: '1.1.0' }, lib: { ...app, content: 1 }, site: app }
    await repository.commit('feat: app', filesOf(raised))
    expect(await tagged.run(await head(), FOLDERS)).toMatchObject([
      {
        action: 'refuse',
        problem: { code: 'DEPENDENCY_NOT_RAISED', hint: expect.stringMatching(/^Raise lib, .* 1\.0\.1/) },
      },
    ])
    await repository.commit('chore: lib', filesOf({ ...raised, lib: { version: '1.0.1', content: 1 } }))
    expect(await tagged.run(await head(), FOLDERS)).toMatchObject([{ action: 'publish', version: '1.1.0' }])
  })
})
