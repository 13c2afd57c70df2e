import { describe, expect, it } from '@jest/globals'
import type { Identity } from '../../../../src/model/signature.ts'
import { type ExpectedWorkflow, identityProblem } from '../../../../src/signing/policy/expected-identity.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const repositoryUrl = 'https://github.com/acme/charts'
const own = `${repositoryUrl}/.github/workflows/release.yml`
const reusable = 'https://github.com/central/ci/.github/workflows/release.yml'
const branches = ['refs/heads/**', 'refs/tags/**']

const identity = (change: Partial<Identity> = {}): Identity => ({
  subject: `${own}@refs/heads/main`,
  issuer,
  sourceRepository: repositoryUrl,
  sourceRef: 'refs/heads/main',
  ...change,
})
const problem = (change: Partial<Identity> = {}, expected: Partial<ExpectedWorkflow> = {}) =>
  identityProblem(identity(change), { issuer, by: { repositoryUrl, refs: branches, ...expected } })

describe('a signature counts', () => {
  it('by any workflow of the repository, on a branch or a tag', () => {
    expect(problem()).toBeUndefined()
    expect(problem({ subject: `${own}@refs/tags/v1`, sourceRef: 'refs/tags/v1' })).toBeUndefined()
    expect(problem({}, { workflow: own, refs: ['refs/heads/main'] })).toBeUndefined()
  })

  it('whatever case the name of the repository is written in, as on GitHub', () => {
    expect(problem({}, { repositoryUrl: 'https://github.com/Acme/Charts' })).toBeUndefined()
    expect(problem({}, { workflow: own.replace('acme', 'Acme') })).toBeUndefined()
  })

  it('by a reusable workflow that is named, at any ref or at one that is named', () => {
    const subject = `${reusable}@refs/tags/v1.2.0`
    expect(problem({ subject }, { workflow: reusable })).toBeUndefined()
    expect(problem({ subject }, { workflow: reusable, workflowRef: 'refs/tags/v1*' })).toBeUndefined()
  })

  it('without the ref in its certificate, if the workflow is the own one and says it', () => {
    const { sourceRef: _, ...older } = identity()
    expect(identityProblem(older, { issuer, by: { repositoryUrl, refs: ['refs/heads/main'] } })).toBeUndefined()
  })

  it('by a subject that is no workflow, if that is what is expected', () => {
    const somebody = { subject: 'release@acme.example', issuer: 'https://accounts.google.com' }
    const by = (subject: string) => identityProblem(somebody, { issuer: somebody.issuer, by: { subject } })
    expect(by('release@acme.example')).toBeUndefined()
    expect(by('release@*')).toBeUndefined()
    expect(by('release@acme')).toContain('release@acme.example')
    expect(by('other@*')).toContain('release@acme.example')
  })
})

describe('a signature does not count', () => {
  it.each<[string, Partial<Identity>, Partial<ExpectedWorkflow>, string]>([
    ['by another issuer', { issuer: 'https://evil.example' }, {}, 'https://evil.example'],
    [
      'of another repository',
      { sourceRepository: 'https://github.com/evil/charts' },
      {},
      'https://github.com/evil/charts',
    ],
    ['of a longer name', { sourceRepository: `${repositoryUrl}2` }, {}, `${repositoryUrl}2`],
    ['of a server that ends alike', { sourceRepository: 'https://evilgithub.com/acme/charts' }, {}, 'evilgithub'],
    ['by a reusable workflow that nobody named', { subject: `${reusable}@refs/tags/v1` }, {}, reusable],
    ['by another file', {}, { workflow: `${repositoryUrl}/.github/workflows/other.yml` }, own],
    ['by a file that differs in case', {}, { workflow: own.replace('release', 'Release') }, own],
    [
      'by another ref of a reusable workflow',
      { subject: `${reusable}@refs/heads/dev` },
      { workflow: reusable, workflowRef: 'refs/tags/*' },
      'refs/heads/dev',
    ],
    [
      'for another ref',
      { subject: `${reusable}@refs/tags/v1`, sourceRef: 'refs/heads/dev' },
      { workflow: reusable, refs: ['refs/heads/main'] },
      'refs/heads/dev',
    ],
    [
      'by its own workflow of another branch',
      { subject: `${own}@refs/heads/dev` },
      { refs: ['refs/heads/main'] },
      'refs/heads/dev',
    ],
    [
      'for a pull request',
      { subject: `${own}@refs/pull/7/merge`, sourceRef: 'refs/pull/7/merge' },
      {},
      'refs/pull/7/merge',
    ],
    ['by something that is not a workflow', { subject: 'release@acme.example' }, {}, 'release@acme.example'],
    [
      'by a workflow in another folder',
      { subject: `${repositoryUrl}/x/.github/workflows/release.yml@refs/heads/main` },
      {},
      '/x/',
    ],
  ])('%s', (_what, change, expected, found) => {
    expect(problem(change, expected)).toContain(found)
  })

  it('if its certificate lacks what is to be compared', () => {
    const { sourceRepository: _, ...noSource } = identity()
    const { sourceRef: __, ...noRef } = identity({ subject: `${reusable}@refs/tags/v1` })
    expect(identityProblem(noSource, { issuer, by: { repositoryUrl, refs: branches } })).toContain('source repository')
    expect(identityProblem(noRef, { issuer, by: { repositoryUrl, workflow: reusable, refs: branches } })).toContain(
      'ref',
    )
  })
})
