import { describe, expect, it } from '@jest/globals'
import { changeOf, marked } from '../../../../src/pipeline/proposal/pull-request-text.ts'

const first = { title: 'chore(release): app 1.0.1', body: '| app |\n\nwords' }
const next = { title: 'chore(release): app 1.1.0', body: '| app | more' }
const there = marked(first)

describe('a pull request of ours', () => {
  it('is not written where all of it stands there, whatever its line ends are', () => {
    expect(changeOf({ ...there, body: `${there.body.replaceAll('\n', '\r\n')}\r\n` }, first)).toEqual({ change: {} })
  })

  it('is brought up to date', () => {
    expect(changeOf(there, next)).toEqual({ change: marked(next) })
  })

  it('keeps a title that somebody changed, also after its description went on', () => {
    const renamed = { ...there, title: 'ci: release' }
    const { change, kept } = changeOf(renamed, next)
    expect([change, kept]).toEqual([{ body: marked(next).body }, 'title'])
    expect(changeOf({ ...renamed, ...change }, first)).toEqual({ change: { body: there.body }, kept: 'title' })
  })

  it.each([
    ['changed', there.body.replace('words', 'other words')],
    ['put above', `Read this.\n\n${there.body}`],
    ['put below', `${there.body}\n\nRead this.`],
    ['left of it', 'Read this.'],
    ['made empty', ''],
  ])('keeps a description that somebody %s, and its title then', (_, body) => {
    expect(changeOf({ ...there, body }, next)).toEqual({ change: {}, kept: 'description' })
  })

  it('of an earlier build said itself that changes are lost', () => {
    const body = 'These charts.\n\nTo give a chart another version, raise it on the branch itself.'
    expect(changeOf({ ...first, body }, next)).toEqual({ change: marked(next) })
  })
})
