import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { showInvisible } from '../../../../src/model/text.ts'
import { code, fenced, prose, table } from '../../../../src/report/markdown/markdown.ts'
import { hostileText } from '../../../support/secrets/hostile-text.ts'

/** As GitHub renders it, before its sanitiser: HTML that gets through shows up here. */
const html = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })

const tagsIn = (text: string): readonly string[] => [...text.matchAll(/<\/?[a-z!][^>]*>/gi)].map(([tag]) => tag)

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** What a reader sees: tags away, entities read, blanks as one, joiners (invisible) away. */
function visible(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, decimal, hex, name) =>
      name ? (names[name] ?? '?') : String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16)),
    )
    .replaceAll('\u2060', '')
    .replace(/\s+/g, ' ')
    .trim()
}

const asShown = (text: string): string => showInvisible(text.replace(/\s+/g, ' ').trim()).replace(/\s+/g, ' ').trim()

const places: readonly (readonly [string, (text: string) => string])[] = [
  [
    'a table cell',
    (text) =>
      table(
        ['A', 'B'],
        [
          ['x', text, 'y'],
          ['z', 'z'],
        ],
      ),
  ],
  ['a list item', (text) => `- ${text}\n- z`],
  ['bold words', (text) => `**x ${text} y**\n\nz`],
  ['a line of its own', (text) => `${text}\n\nz`],
]

describe.each(places)('foreign text in %s', (_, inPlace) => {
  const harmless = tagsIn(html(inPlace('x')))

  it('is nothing but text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const rendered = html(inPlace(prose(`x${text}`)))
        expect(tagsIn(rendered)).toEqual(harmless)
        expect(visible(rendered)).toContain(asShown(`x${text}`))
      }),
      { numRuns: 500 },
    )
  })

  it('at the beginning makes no markup either', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const line = prose(text)
        if (line !== '') expect(tagsIn(html(inPlace(line)))).toEqual(harmless)
      }),
      { numRuns: 500 },
    )
  })
})

describe('foreign text', () => {
  it('mentions nobody and links nowhere', () => {
    const text = prose('@acme #1 acme/charts#1 GH-1 https://evil.example www.evil.example a@b.example')
    expect(text).not.toMatch(/@\w|#\d|GH-\d|:\/\/|www\./i)
    expect(html(text)).not.toContain('<a')
  })

  it('stays readable where it is honest', () => {
    expect(prose('1.4.2 is published with other content: charts/app/values.yaml')).toBe(
      '1.4.2 is published with other content: charts/app/values.yaml',
    )
    expect(prose('a | b `c` <d> & _e_')).toBe('a \\| b \\`c\\` &lt;d&gt; &amp; \\_e\\_')
  })

  it('is cut where it is too long', () => {
    expect(prose('x'.repeat(1000), 10)).toBe(`${'x'.repeat(9)}…`)
  })
})

describe('inline code', () => {
  it('shows any text as it is, also in a table', () => {
    const harmless = tagsIn(html(table(['A'], [['<code>x</code>']])))
    fc.assert(
      fc.property(hostileText, (text) => {
        const rendered = html(table(['A'], [[code(`x${text}`)]]))
        expect(tagsIn(rendered)).toEqual(harmless)
        expect(visible(rendered)).toBe(`A ${asShown(`x${text}`)}`)
      }),
      { numRuns: 500 },
    )
  })

  it('is plain backticks where that is enough', () => {
    expect(code('sha256:ab12')).toBe('`sha256:ab12`')
    expect(code('')).toBe('')
  })
})

describe('a fenced block', () => {
  it('ends where we end it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const rendered = html(`${fenced(`x${text}`, 'sh')}\n\nafter`)
        expect(rendered).toMatch(/^<pre><code class="language-sh">[\s\S]*<\/code><\/pre>\n<p>after<\/p>$/)
        expect(tagsIn(rendered)).toHaveLength(6)
      }),
      { numRuns: 500 },
    )
  })
})
