import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { setAnnotation } from '../../../src/chart/edit/set-annotation.ts'
import { readChartYaml } from '../../../src/chart/manifest/chart-yaml.ts'
import type { Finding } from '../../../src/model/finding.ts'
import { artifactHubChanges, CHANGES } from '../../../src/notes/artifact-hub.ts'
import { withSection } from '../../../src/notes/changelog.ts'
import { notesMarkdown } from '../../../src/notes/markdown.ts'
import { type ReleaseFacts, releaseNotes } from '../../../src/notes/notes.ts'

const commit = (level: Finding['level'], type: string, header: string): Finding => ({
  level,
  kind: 'commits',
  rule: `commits/${type}`,
  subject: 'abc',
  text: `commit abc says "${header}"`,
  is: header,
})
const found = (level: Finding['level'], rule: string, text: string): Finding => ({
  level,
  kind: 'values',
  rule,
  subject: 'x',
  text,
})

describe('release notes', () => {
  it('say what breaks first, then what commits say, then what is new', () => {
    const notes = releaseNotes(
      [
        found('minor', 'values/added', 'the key b is new'),
        found('major', 'values/removed', 'the key a was removed'),
        commit('minor', 'feat', 'feat(app): a second port'),
        commit('patch', 'fix', 'fix: the probe'),
        commit('patch', 'fix', 'fix(security): a header'),
        found('patch', 'files/changed', 'README.md changed'),
      ],
      { since: '1.0.0', dependencies: ['lib'] },
    )
    expect(notes).toEqual([
      { kind: 'removed', text: 'The key a was removed', breaking: true },
      { kind: 'added', text: 'A second port', breaking: false },
      { kind: 'fixed', text: 'The probe', breaking: false },
      { kind: 'security', text: 'A header', breaking: false },
      { kind: 'added', text: 'The key b is new', breaking: false },
    ])
  })

  it.each([
    ['smaller findings', [found('patch', 'files/changed', 'README.md changed')], 'README.md changed'],
    [
      'nothing but a commit that says nothing',
      [commit('none', 'chore', 'chore: x')],
      'appVersion is 2.0 instead of 1.9',
    ],
  ])('are else made of %s', (_, findings, text) => {
    const facts = { since: '1.0.0', appVersion: { from: '1.9', to: '2.0' }, dependencies: [] }
    expect(releaseNotes(findings, facts)).toEqual([{ kind: 'changed', text, breaking: false }])
  })

  it('can be written into Chart.yaml, whatever a commit message holds', () => {
    const chart = readChartYaml('apiVersion: v2\nname: app\nversion: 1.0.0\n', 'Chart.yaml')
    const odd = fc.constantFrom('\ufffd', '\ufffe', '\uffff', '\ud83c', '\u2028', '<<<<<<< ', '\n', '"', '#')
    const header = fc.array(fc.oneof(odd, fc.string({ unit: 'binary', minLength: 1, maxLength: 4 })), { minLength: 1 })
    fc.assert(
      fc.property(header, (parts) => {
        const notes = releaseNotes([commit('minor', 'feat', `feat: ${parts.join('')}`)], { dependencies: [] })
        const written = setAnnotation(chart, CHANGES, artifactHubChanges(notes))
        expect(readChartYaml(written, 'Chart.yaml').metadata.annotations).toEqual({
          [CHANGES]: artifactHubChanges(notes),
        })
      }),
    )
  })

  it('say what is known anyway where nothing was found, and never why the action releases', () => {
    const textOf = (facts: ReleaseFacts) => releaseNotes([], facts).map(({ text }) => text)
    expect(textOf({ since: '1.0.0', dependencies: ['lib', 'db'] })).toEqual(['Depends on other versions of lib, db'])
    expect(textOf({ since: '1.0.0', appVersion: { to: '2.0' }, dependencies: [] })).toEqual(['appVersion is 2.0'])
    expect(textOf({ since: '1.0.0', dependencies: [] })).toEqual(['The packaged files differ from those of 1.0.0'])
    expect(textOf({ dependencies: [] })).toEqual([])
  })

  it('are text only, whatever a commit says', () => {
    const [note] = releaseNotes([commit('patch', 'fix', 'fix: <img src=x> @acme/team [a](b)\u202e *x*')], {
      dependencies: [],
    })
    const text = notesMarkdown([note ?? { kind: 'fixed', text: '', breaking: false }])
    expect(text).toBe('### Fixed\n\n- &lt;img src=x> @\u2060acme/team \\[a\\](b)\\\\u202e \\*x\\*')
  })
})

describe('the changelog of a chart', () => {
  const section = {
    version: '1.2.4',
    date: new Date('2026-11-25T10:00:00Z'),
    notes: [{ kind: 'fixed', text: 'The probe', breaking: false }] as const,
  }

  it('begins with its first release', () => {
    expect(withSection(undefined, section)).toBe('# Changelog\n\n## 1.2.4 - 2026-11-25\n\n### Fixed\n\n- The probe\n')
  })

  it.each([
    ['plain', '# Changelog\n\n## 1.2.3\n\n- old\n', '## 1.2.4 - 2026-11-25\n'],
    [
      'in brackets',
      '# C\n\n## [Unreleased]\n\n- soon\n\n## [1.2.3] - 2026-01-01\n\n- old\n',
      '## [1.2.4] - 2026-11-25\n',
    ],
    ['with a v', '## v1.2.3\n\n- old\n', '## v1.2.4 - 2026-11-25\n'],
    ['one mark', '# 1.2.3\n\n- old\n', '# 1.2.4 - 2026-11-25\n'],
  ])('goes on in the style of headings that are %s, before the newest', (_, text, heading) => {
    const edited = withSection(text, section)
    const at = edited.indexOf(heading)
    expect(at).toBeGreaterThanOrEqual(0)
    const oldAt = edited.search(/^#+ \[?v?1\.2\.3/m)
    expect(oldAt).toBeGreaterThan(at)
    expect(edited.replace(edited.slice(at, oldAt), '')).toBe(text)
  })

  it('is left as it is where the version is there', () => {
    const text = '# Changelog\n\n## 1.2.4 (by hand)\n'
    expect(withSection(text, section)).toBe(text)
    expect(withSection(withSection(undefined, section), section)).toBe(withSection(undefined, section))
  })

  it('keeps the line ends of Windows', () => {
    expect(withSection('# C\r\n\r\n## 1.2.3\r\n', section)).not.toMatch(/[^\r]\n/)
  })
})

it('Artifact Hub gets a list of kinds and descriptions, whatever stands in them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const changes = artifactHubChanges([{ kind: 'fixed', text, breaking: false }])
      expect(parse(changes)).toEqual([{ kind: 'fixed', description: text }])
    }),
  )
  expect(artifactHubChanges([{ kind: 'removed', text: 'The key a', breaking: true }])).toBe(
    '- kind: removed\n  description: "Breaking: The key a"\n',
  )
})
