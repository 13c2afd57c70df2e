import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { errorsIn, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { startGitHub } from '../../support/github/github.ts'
import { workflowToken } from '../../support/github/tokens.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { forms } from '../../support/secrets/secret-forms.ts'

let world: World
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

describe.each(['charts', 'app', 'released', '1.0.0', 'true', 'e', '1'])(
  'a password that is an ordinary word: %s',
  (password) => {
    beforeEach(async () => {
      world = await aWorld({
        files: aChart('app', '1.0.0'),
        registry: { auth: { kind: 'bearer', users: { publisher: password } } },
        run: {
          entry: 'source',
          inputs: { 'registry-username': 'publisher', 'registry-password': password, sign: 'none' },
        },
      })
    })

    it('changes no output, file or reference, and is warned of without being shown', async () => {
      const run = await world.release({ env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: password } })
      expect(errorsIn(run)).toEqual([])
      expect(run.exitCode).toBe(0)
      expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
      expect(run.outputs.released).toBe('true')
      const reference = `${world.target}/app:1.0.0`
      expect(JSON.parse(run.outputs.charts ?? '')).toMatchObject({
        schema: 1,
        charts: [
          { name: 'app', path: 'charts/app', version: '1.0.0', result: 'released', references: [{ reference }] },
        ],
      })
      for (const name of ['report-file', 'plan-file'])
        expect(JSON.parse(await readFile(run.outputs[name] ?? '', 'utf8'))).toHaveProperty('charts.0.name', 'app')
      expect(run.summary).toContain(world.target)
      expect(run.stdout).not.toContain(`::add-mask::${password}\n`)
      const { warnings } = JSON.parse(await readFile(run.outputs['report-file'] ?? '', 'utf8'))
      expect(warnings).toHaveLength(2)
      expect(warnings.join('\n')).toContain('registry-password')
      expect(warnings.join('\n')).toContain('ACTIONS_ID_TOKEN_REQUEST_TOKEN')
    })
  },
)

describe('a commit message that holds the token', () => {
  it('is quoted without it in a pull request and in the notes of the chart', async () => {
    const token = workflowToken('ghs_0815OfTheWorkflow4711abcdefghijk', { contents: 'write', pull_requests: 'write' })
    world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source', token: token.value } })
    const settings = { actionsMayOpenPullRequests: true }
    await using github = await startGitHub({ origin: world.repository.origin, tokens: [token], settings })
    await world.release()
    await world.repository.commit(`fix: leak ${token.value}`, aChart('app', '1.0.0', 'second'))
    const inputs = { commit: 'pull-request', bump: 'conventional', 'release-notes': 'changelog\nartifacthub' }
    const run = await world.release({ inputs, env: { GITHUB_API_URL: github.apiUrl } })
    expect(errorsIn(run)).toEqual([])
    const body = github.pulls[0]?.body ?? ''
    const branch = 'refs/heads/release-charts/main'
    for (const file of ['CHANGELOG.md', 'Chart.yaml'])
      expect(await world.repository.remoteFile(`charts/app/${file}`, branch)).toMatch(/[Ll]eak \\?\*/)
    expect(body).toMatch(/leak \\?\*/)
    expect(forms(token.value).filter((form) => body.includes(form))).toEqual([])
  })
})

describe('a run that is told to stop', () => {
  it.each(['TERM', 'INT'])('leaves no temporary folder (SIG%s)', async (signal) => {
    world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source' } })
    const bin = join(world.repository.root, 'bin')
    await mkdir(bin)
    // The program's parent is the action itself.
    const script = `[ "$1" = version ] && { echo v4.1.4; exit; }\nkill -${signal} $PPID\nsleep 600\n`
    await writeFile(join(bin, 'helm'), `#!/bin/sh\n${script}`)
    await chmod(join(bin, 'helm'), 0o755)
    const run = await world.release({ path: [bin] })
    expect(run.exitCode).toBe(143)
    // The report is written all the same; nothing else stays.
    const left = await readdir(run.temp, { recursive: true })
    expect(left.filter((name) => !/^release-charts-\w+(?:\/(?:report|plan)\.json)?$/.test(name))).toEqual([])
  })
})
