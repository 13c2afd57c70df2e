import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLog } from '../../../../src/platform/runner/log.ts'
import { createSecrets } from '../../../../src/platform/secrets/secrets.ts'
import { hostileText } from '../../../support/secrets/hostile-text.ts'
import { commandsIn } from '../../../support/values/runner-commands.ts'

function aLog(options: { debugging?: boolean; secret?: string } = {}) {
  const written: string[] = []
  const secrets = createSecrets(() => {})
  if (options.secret) secrets.add(options.secret)
  const log = createLog({ write: (text) => written.push(text), debugging: options.debugging ?? false, secrets })
  return { log, output: () => written.join('') }
}

describe('the log', () => {
  it('says what it is told and commands nothing but what we mean', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, hostileText, async (text, title, file) => {
        const { log, output } = aLog({ debugging: true })
        log.info(text)
        log.debug(text)
        log.notice(text, { title })
        log.warning(text, { at: { file, line: 3 } })
        log.error(text, { title, at: { file, line: 3, column: 4 } })
        await log.group(title, async () => log.info(text))
        const commands = commandsIn(output())
        expect(commands.map(({ command }) => command)).toEqual([
          'debug',
          'notice',
          'warning',
          'error',
          'group',
          'endgroup',
        ])
        for (const { properties } of commands) {
          for (const key of Object.keys(properties)) expect(['title', 'file', 'line', 'col']).toContain(key)
        }
        // What the runner decodes is printed again by some viewers: it must be harmless too.
        for (const { data } of commands) expect(commandsIn(data)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('puts an annotation at its file, line and column', () => {
    const { log, output } = aLog()
    log.error('no version', { title: 'app: X', at: { file: 'charts/a,b/Chart.yaml', line: 3, column: 1 } })
    expect(output()).toBe('::error file=charts/a%2Cb/Chart.yaml,line=3,col=1,title=app%3A X::no version\n')
  })

  it('shows ten annotations of a kind and the rest as lines, for GitHub drops the rest', () => {
    const { log, output } = aLog()
    for (let number = 1; number <= 12; number++) log.warning(`w${number}`, { at: { file: 'f', line: number } })
    log.error('an error still shows')
    expect(commandsIn(output()).map(({ data }) => data)).toHaveLength(11)
    expect(output()).toContain('\nWarning: f:11: w11\nWarning: f:12: w12\n::error::')
  })

  it('keeps debug texts to itself unless step debugging is on', () => {
    const { log, output } = aLog()
    log.debug('details')
    expect(output()).toBe('')
  })

  it('closes a group when the work in it fails, and does not nest', async () => {
    const { log, output } = aLog()
    const work = log.group('outer', () =>
      log.group('inner', async () => {
        throw new Error('boom')
      }),
    )
    await expect(work).rejects.toThrow('boom')
    expect(output()).toBe('::group::outer\ninner\n::endgroup::\n')
  })

  it('shows no secret, in no field', async () => {
    const { log, output } = aLog({ debugging: true, secret: 'hunter2-hunter2' })
    const text = 'got hunter2-hunter2'
    log.info(text)
    log.debug(text)
    log.error(text, { title: text, at: { file: text } })
    await log.group(text, async () => {})
    expect(output()).not.toContain('hunter2')
    expect(output()).toContain('got ***')
  })
})
