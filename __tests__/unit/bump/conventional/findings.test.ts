import { describe, expect, it } from '@jest/globals'
import { findingsOfCommits } from '../../../../src/bump/conventional/findings.ts'

const id = (number: number) => number.toString(16).padStart(40, 'a')

/** What messages, newest first, say of the chart `web`; its repository also holds `db` in the folder `database`. */
function said(...messages: readonly string[]): readonly string[] {
  const commits = messages.map((message, index) => ({ commit: id(messages.length - index), message }))
  const findings = findingsOfCommits({ commits, names: ['web'], others: ['db', 'database'] })
  return findings.map(({ level, rule }) => `${level} ${rule}`)
}

describe('what commits say of a chart', () => {
  it.each([
    ['feat: a port', ['minor commits/feat']],
    ['fix(web): a typo', ['patch commits/fix']],
    ['perf: less work', ['patch commits/perf']],
    ['Feat: in upper case', ['minor commits/feat']],
    ['feat!: another port', ['major commits/breaking']],
    ['refactor(web)!: other names', ['major commits/breaking']],
    ['fix: a typo\n\nBREAKING CHANGE: the key is gone', ['major commits/breaking']],
    ['fix: a typo\n\nBREAKING-CHANGE: the key is gone', ['major commits/breaking']],
    ['docs: a word', []],
    ['chore(deps): newer', []],
    ['Update Chart.yaml', []],
    ['', []],
  ])('%j', (message, expected) => {
    expect(said(message)).toEqual(expected)
  })

  it('is not taken from prose that only sounds like it', () => {
    expect(said('fix: docs\n\nBreaking change detection is better now.\nnote: nothing else')).toEqual([
      'patch commits/fix',
    ])
    expect(said('docs: explain\n\nThe word BREAKING CHANGE means that users must act.')).toEqual([])
  })

  it('names the commit and its line', () => {
    const commits = [{ commit: id(1), message: 'feat(web): a port\n\nMore words.' }]
    const [finding] = findingsOfCommits({ commits, names: ['web'], others: [] })
    expect(finding).toMatchObject({ text: 'commit aaaaaaaaaaaa says "feat(web): a port"', subject: 'aaaaaaaaaaaa web' })
  })
})

describe('a scope', () => {
  it('that names another chart speaks of that one', () => {
    expect(said('feat(db)!: another engine')).toEqual([])
    expect(said('feat(database)!: another engine')).toEqual([])
    expect(said('feat(DB): a table')).toEqual([])
  })

  it('that names several charts speaks of each', () => {
    expect(said('feat(db, web): a port')).toEqual(['minor commits/feat'])
    expect(said('feat(web/db): a port')).toEqual(['minor commits/feat'])
  })

  it('that names no chart speaks of all that the commit touches', () => {
    expect(said('fix(ingress): a path')).toEqual(['patch commits/fix'])
  })
})

describe('squashed commits', () => {
  it('count one by one, each with its own scope and footers', () => {
    const message = [
      'Rework everything (#12)',
      '',
      '* feat(web): a port',
      '',
      'It was asked for.',
      '',
      '* fix(db)!: another engine',
      '',
      'BREAKING CHANGE: dump and restore',
      '* docs: a word',
    ].join('\n')
    expect(said(message)).toEqual(['minor commits/feat'])
  })

  it('are found behind the merge that brought them', () => {
    expect(said('Merge pull request #7 from acme/port\n\nfeat!: another port')).toEqual(['major commits/breaking'])
  })
})

describe('a revert', () => {
  const feature = 'feat!: another port (#12)'

  it('cancels what it names, by id or by first line', () => {
    expect(said(`Revert "${feature}"\n\nThis reverts commit ${id(1)}.`, feature)).toEqual([])
    expect(said(`Revert "${feature}" (#13)\n\nReverts acme/charts#12`, feature)).toEqual([])
    expect(said(`revert: feat!: another port\n\nThis reverts commit ${id(1)}`, feature)).toEqual([])
  })

  it('of a revert gives it back', () => {
    const first = `Revert "${feature}"\n\nThis reverts commit ${id(1)}.`
    const second = `Revert "Revert "${feature}""\n\nThis reverts commit ${id(2)}.`
    expect(said(second, first, feature)).toEqual(['major commits/breaking'])
  })

  it('of what was released before is a change like a fix', () => {
    expect(said(`revert: feat: a port\n\nThis reverts commit ${'b'.repeat(40)}.`, 'docs: a word')).toEqual([
      'patch commits/revert',
    ])
  })

  it('does not cancel what came after it', () => {
    expect(said('feat: a port', 'Revert "feat: a port"\n\nReverts acme/charts#1')).toEqual(['minor commits/feat'])
  })
})

describe('a message that means harm', () => {
  it.each([
    ['a line without end', `feat: ${'#1 '.repeat(100_000)}`],
    ['lines without end', `Revert "a"${'\n'.repeat(500_000)}`],
    ['squashed commits without end', 'fix: a\n'.repeat(100_000)],
  ])('%s is read as far as a message goes', (_, message) => {
    expect(said(message).length).toBeLessThanOrEqual(200)
  })
})
