import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { encodeData, encodeProperty, escapeText, oneLine } from '../../../../src/platform/runner/escape.ts'
import { hostileText } from '../../../support/secrets/hostile-text.ts'
import { commandsIn } from '../../../support/values/runner-commands.ts'

describe('the reader of the runner in these tests', () => {
  it.each([
    ['::error::boom', 'error'],
    ['   ::ADD-MASK::x', 'add-mask'],
    ['description: ##[stop-commands]x', 'stop-commands'],
    ['a\r::error::boom', 'error'],
    ['\u00ad:\u200b:error::boom', 'error'],
    ['##\u0000[error]boom', 'error'],
  ])('takes %j for a command', (line, command) => {
    expect(commandsIn(line)).toMatchObject([{ command }])
  })
})

describe('foreign text in the log', () => {
  it('is never a command, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(commandsIn(escapeText(text))).toEqual([])
        expect(commandsIn(oneLine(text))).toEqual([])
        expect(commandsIn(oneLine(`${text}::error::x`))).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })

  it('stays readable', () => {
    expect(escapeText('A chart\tfor ⚠️ things: 100 % [ok] # :: ##')).toBe('A chart\tfor ⚠ things: 100 % [ok] # :: ##')
    expect(escapeText('x ##[error]y\n ::error::z')).toBe('x ## [error]y\n : :error::z')
    expect(escapeText('\u001b[31mred\u202e')).toBe('\\u001b[31mred\\u202e')
  })

  it('is one line where one line is asked for', () => {
    fc.assert(fc.property(hostileText, (text) => expect(oneLine(text)).not.toMatch(/[\r\n\u2028\u2029]/)))
    expect(oneLine('first \r\n  second\nthird')).toBe('first second third')
  })

  it('does not fill the log with one line', () => {
    const shown = escapeText('x'.repeat(100_000))
    expect(shown.length).toBeLessThan(4100)
    expect(shown).toMatch(/… \(96000 more characters\)$/)
  })
})

describe('texts inside our own commands', () => {
  it('come out of the runner as they were', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, message) => {
        const [safeTitle, safeMessage] = [oneLine(`t${title}`), escapeText(message)]
        const line = `::error title=${encodeProperty(safeTitle)}::${encodeData(safeMessage)}`
        expect(commandsIn(line)).toEqual([{ command: 'error', properties: { title: safeTitle }, data: safeMessage }])
      }),
      { numRuns: 2000 },
    )
  })
})
