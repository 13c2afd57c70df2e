import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { aRepository, type TestRepository } from '../support/git/repository.ts'
import { annotationsIn, outputsIn } from '../support/run/runner-files.ts'
import { runAction } from '../support/run/workflow.ts'

// Stands in for the action: tells what it was given in each of the runner's ways.
const teller = `
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
const { env } = process
const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim()
const facts = {
  node: process.version, cwd: process.cwd(), workspace: env.GITHUB_WORKSPACE, sha: env.GITHUB_SHA, ref: env.GITHUB_REF,
  refName: env.GITHUB_REF_NAME, refType: env.GITHUB_REF_TYPE, event: env.GITHUB_EVENT_NAME, visibility: event.repository.visibility,
  head: git('rev-parse', 'HEAD'), branch: git('rev-parse', '--abbrev-ref', 'HEAD'), commits: git('rev-list', '--count', 'HEAD'),
  extra: event.extra, input: env['INPUT_CHARTS'], debug: env.RUNNER_DEBUG, token: env['INPUT_GITHUB-TOKEN'],
}
appendFileSync(env.GITHUB_OUTPUT, 'facts<<END\\n' + JSON.stringify(facts) + '\\nEND\\nplain=yes\\n')
appendFileSync(env.GITHUB_STEP_SUMMARY, '# Hello')
console.log('::error file=charts/app/Chart.yaml,line=3,title=Bad%3A name::first%0Asecond')
process.exitCode = 3
`

let repository: TestRepository
let entry: string

beforeAll(async () => {
  repository = await aRepository({ files: { 'charts/app/Chart.yaml': 'name: app\nversion: 1.0.0\n' } })
  entry = join(repository.root, 'teller.mjs')
  await writeFile(entry, teller)
})
afterAll(() => repository.remove())

describe('a workflow run in tests', () => {
  it('gives the action what the runner gives, and takes what it tells', async () => {
    const run = await runAction(repository, { entry, inputs: { charts: 'charts/*' }, debug: true })
    const facts = JSON.parse(run.outputs.facts ?? '')
    expect(run).toMatchObject({ exitCode: 3, summary: '# Hello', outputs: { plain: 'yes' } })
    expect(facts).toMatchObject({ cwd: run.workspace, workspace: run.workspace, input: 'charts/*', debug: '1' })
    expect(facts).toMatchObject({ ref: 'refs/heads/main', refName: 'main', refType: 'branch', event: 'push' })
    expect(facts).toMatchObject({ sha: await repository.remote(), head: await repository.remote(), branch: 'main' })
    expect(facts.node).toMatch(/^v24\./)
    expect(run.annotations).toEqual([
      {
        level: 'error',
        message: 'first\nsecond',
        properties: { file: 'charts/app/Chart.yaml', line: '3', title: 'Bad: name' },
      },
    ])
  })

  it('sees what people push between two runs, in a fresh and possibly shallow clone', async () => {
    const before = await runAction(repository, { entry })
    const commit = await repository.commit('feat: change', { 'charts/app/values.yaml': 'a: 1\n' })
    const after = await runAction(repository, { entry, depth: 1 })
    expect(JSON.parse(after.outputs.facts ?? '')).toMatchObject({ sha: commit, head: commit, commits: '1' })
    expect(after.workspace).not.toBe(before.workspace)
  })

  it('runs on tags and by hand', async () => {
    await repository.tag('v1.0.0')
    const tagged = await runAction(repository, { entry, event: { name: 'push', ref: 'refs/tags/v1.0.0' } })
    expect(JSON.parse(tagged.outputs.facts ?? '')).toMatchObject({
      refName: 'v1.0.0',
      refType: 'tag',
      branch: 'HEAD',
      sha: await repository.remote('refs/tags/v1.0.0'),
    })
    const byHand = await runAction(repository, { entry, event: { name: 'workflow_dispatch', payload: { extra: 1 } } })
    const facts = JSON.parse(byHand.outputs.facts ?? '')
    expect(facts).toMatchObject({ event: 'workflow_dispatch', extra: 1 })
    expect(facts).not.toHaveProperty('visibility')
  })

  it('tells of a run that hangs, with what it had said', async () => {
    const hanging = join(repository.root, 'hanging.mjs')
    await writeFile(hanging, "console.log('waiting'); setInterval(() => {}, 1000)")
    await expect(runAction(repository, { entry: hanging, timeoutMs: 2000 })).rejects.toThrow('waiting')
  })

  it('makes the same commits for the same files', async () => {
    const files = { 'a.txt': 'a' }
    const [one, other] = await Promise.all([aRepository({ files }), aRepository({ files })])
    expect(await one.remote()).toBe(await other.remote())
    await Promise.all([one.remove(), other.remove()])
  })
})

describe('what the runner reads', () => {
  it('reads outputs of both forms', () => {
    expect(outputsIn('a=1\nb<<X\nline 1\n\nline=2\nX\nc=x=y\n')).toEqual({ a: '1', b: 'line 1\n\nline=2', c: 'x=y' })
  })

  it('refuses a value without end', () => {
    expect(() => outputsIn('b<<X\nline\n')).toThrow('the value of b has no end')
  })

  it('sees annotations after blanks, and no other text', () => {
    const text = 'x ::error::no\n  ::warning::yes\n::notice title=T::told %2525\n::add-mask::s\n'
    expect(annotationsIn(text)).toEqual([
      { level: 'warning', message: 'yes', properties: {} },
      { level: 'notice', message: 'told %25', properties: { title: 'T' } },
    ])
  })
})
