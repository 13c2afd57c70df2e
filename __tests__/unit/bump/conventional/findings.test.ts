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
    expect(said('Merge pull request #7 from acme/port\n\nA port\n\nfeat!: another port')).toEqual([])
  })
})

const squash = (...entries: readonly string[]) =>
  ['Rework everything (#12)', ...entries.map((one) => `* ${one}`)].join('\n\n')
const upstream = '- feat(providers.file)!: another format'

describe('what a commit quotes of another project', () => {
  it.each([
    ['a list with dashes', `chore(deps): update telegraf (#12)\n\n${upstream}\n- fix: a typo`],
    ['a list of a squashed commit', squash('chore(deps): update telegraf', upstream)],
    ['a list below a word', 'chore: update (#12)\n\nUpstream says:\n\n* feat!: another format\n\n* fix: a typo'],
    ['a list without blank lines', 'chore: update (#12)\n\n* feat!: another format\n* fix: a typo'],
    ['a list in a commit that was not squashed', 'chore: update\n\n* feat!: another format\n\n* fix: a typo'],
    ['a line like a commit', 'chore: update (#12)\n\nfeat!: another format\n\n    feat!: another format'],
    ['the words of git merge --squash', 'Squashed commit of the following:\n\ncommit abc\n\n    feat!: another port'],
    ['release notes of GitHub', squash('chore: update', 'feat!: x by @ada in https://github.com/acme/x/pull/7')],
    ['code in a fence', squash('chore: update\n\n```text', 'feat!: another format', 'x\n```')],
    ['code in a fence with tildes', 'chore: update\n\n~~~~\n```\n\nBREAKING CHANGE: no\n~~~~'],
    ['code in a fence without an end', 'chore: update\n\n```\n\nBREAKING CHANGE: no'],
    ['indented code', 'chore: update\n\n    BREAKING CHANGE: no'],
    ['what Markdown quotes', 'chore: update\n\n> BREAKING CHANGE: no\nBREAKING CHANGE: no'],
    ['a list of footers', 'chore: update\n\n- BREAKING CHANGE: no\n* BREAKING CHANGE: no'],
    ['a line in the middle of a paragraph', 'chore: update\n\nTheir notes say\nBREAKING CHANGE: no'],
    [
      'what Renovate folds into a pull request',
      'chore(deps): update telegraf (#12)\n\n<details>\n<summary>telegraf</summary>\n\n<details>\n\nolder\n\n</details>\n\nBREAKING CHANGE: no\n\n</details>',
    ],
    ['an HTML quote', 'chore: update\n\n<blockquote><p>\n\nBREAKING CHANGE: no\n\n</p></blockquote>'],
    ['an HTML comment', 'chore: update (#12)\n\n<!-- write:\n\nBREAKING CHANGE: no\n-->'],
    ['all below a heading', 'chore: update (#12)\n\n### Release notes\n\nBREAKING CHANGE: no\n\n* feat!: no\n\n'],
    ['all below a line of equals signs', 'chore: update\n\nRelease 2.0.0\n=======\n\nBREAKING CHANGE: no'],
  ])('%s says nothing', (_, message) => {
    expect(said(message)).toEqual([])
  })

  it('ends where it ends', () => {
    const own = '\n\nBREAKING CHANGE: the key is gone'
    expect(said(`fix: a\n\n\`\`\`yaml\nkey: 1\n\`\`\`${own}`)).toEqual(['major commits/breaking'])
    expect(said(`fix: a\n\n<details>\n\nnotes\n\n</details>${own}`)).toEqual(['major commits/breaking'])
    expect(said(`fix: a\n\n<!-- note -->${own}`)).toEqual(['major commits/breaking'])
    expect(said(`fix: a\n\nUse a <details> or <https://x.test/pre>.${own}`)).toEqual(['major commits/breaking'])
    expect(said(`fix: a\n\nRefs: #7\nBREAKING CHANGE: the key is gone`)).toEqual(['major commits/breaking'])
  })
})

describe('a squash of GitHub', () => {
  it('lists commits with their bodies, and below a line those who took part', () => {
    const message = `${squash('chore: a', 'feat: b\n\nWhy.\n\n- one\n- two')}\n\n---------\n\nCo-authored-by: A <a@x.test>`
    expect(said(message)).toEqual(['minor commits/feat'])
    expect(said(`${squash('chore: a')}\n\n---------\n\n* feat!: no\n`)).toEqual([])
  })

  it('of one commit, or with the description of the pull request or without one, has its own footers', () => {
    expect(said('feat: a port (#12)')).toEqual(['minor commits/feat'])
    expect(said('fix: a port (#12)\n\nWords.\n\nBREAKING CHANGE: the key is gone')).toEqual(['major commits/breaking'])
    expect(said('A port (#12)\n\n* feat!: a port')).toEqual(['major commits/breaking'])
  })

  it('is told in the order that it was written in', () => {
    const commits = [{ commit: id(1), message: squash('fix: first', 'fix: second', 'fix: third') }]
    const findings = findingsOfCommits({ commits, names: [], others: [] })
    expect(findings.map(({ is }) => is)).toEqual(['fix: first', 'fix: second', 'fix: third'])
  })

  it('goes on below files that were in conflict', () => {
    expect(said(squash("Merge branch 'main' into a\n\n# Conflicts:\n#\tcharts/web/values.yaml", 'feat: b'))).toEqual([
      'minor commits/feat',
    ])
  })

  it('does not count what one of its commits takes back, nor what is to be folded into another', () => {
    expect(said(squash('feat!: a', 'fix: b', `Revert "feat!: a"\n\nThis reverts commit ${'c'.repeat(40)}.`))).toEqual([
      'patch commits/fix',
    ])
    expect(said(squash('fixup! feat!: a', 'squash! feat!: a'), 'fixup! feat!: a')).toEqual([])
  })

  it('is taken back as a whole', () => {
    expect(said('Revert "Rework everything (#12)" (#13)', squash('feat!: a', 'fix: b'))).toEqual([])
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

  it('of a revert gives it back also in the words that git has for it', () => {
    const first = `Revert "${feature}"\n\nThis reverts commit ${id(1)}.`
    const second = `Reapply "${feature}"\n\nThis reverts commit ${id(2)}.`
    expect(said(second, first, feature)).toEqual(['major commits/breaking'])
  })

  it('cancels what it names also where a rebase gave that another id', () => {
    expect(said(`Revert "${feature}"\n\nThis reverts commit ${'b'.repeat(40)}.`, feature)).toEqual([])
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
