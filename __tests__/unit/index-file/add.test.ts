import { describe, expect, it } from '@jest/globals'
import { newIndex } from '../../../src/index-file/index-file.ts'
import { anIndexRelease, fullyParsed, indexOf, WRITTEN_AT, withReleases } from '../../support/index/index-release.ts'
import { failureOf } from '../../support/values/failure.ts'

const helm = `apiVersion: v1
entries:
  app:
  - apiVersion: v2
    created: "2026-01-02T03:04:05.6Z"
    digest: ${'1a'.repeat(32)}
    name: app
    urls:
    - app-1.1.0.tgz
    version: 1.1.0
  - apiVersion: v2
    created: "2026-01-02T03:04:05.6Z"
    name: app
    urls:
    - app-1.0.0.tgz
    version: 1.0.0
  web:
  - created: "2026-01-02T03:04:05.6Z"
    name: web
    version: 2.0.0
generated: "2026-01-02T03:04:05.6Z"
`

const entry = (version: string, name = 'app') => `  - annotations:
      io.github.release-charts.fingerprint: ${anIndexRelease({ name }).fingerprint}
      org.opencontainers.image.revision: ${'a'.repeat(40)}
    apiVersion: v2
    appVersion: "7.0"
    created: "2026-11-20T10:11:12Z"
    description: "An <app> & more"
    digest: ${anIndexRelease({ name, version }).digest.slice(7)}
    name: ${name}
    type: application
    urls:
    - ${name}-${version}.tgz
    version: ${version}
`

describe('adding a release to an index', () => {
  it('puts the entry in its place, refreshes the time, and changes nothing else', () => {
    const after = helm
      .replace('  - apiVersion: v2\n    created: "2026-01-02T03:04:05.6Z"\n    name', `${entry('1.0.1')}$&`)
      .replace('generated: "2026-01-02T03:04:05.6Z"', 'generated: "2026-11-25T12:00:00Z"')
    expect(withReleases(helm, anIndexRelease({ version: '1.0.1' }))).toBe(after)
  })

  it('puts charts between others by name', () => {
    const text = withReleases(
      helm,
      anIndexRelease({ name: 'zoo' }),
      anIndexRelease({ name: 'nut' }),
      anIndexRelease({ name: 'ant' }),
    )
    expect([...fullyParsed(text).keys()]).toEqual(['ant', 'app', 'nut', 'web', 'zoo'])
    expect(text).toContain(`  nut:\n${entry('1.2.3', 'nut')}  web:\n`)
    expect(text).toContain(`  zoo:\n${entry('1.2.3', 'zoo')}generated: `)
  })

  it('adds many in one pass, each where it would stand alone', () => {
    const versions = ['0.9.0', '1.0.0-rc.1', '1.0.5', '1.0.6', '1.1.0+b2', '3.0.0']
    const releases = versions.map((version) => anIndexRelease({ version }))
    const text = withReleases(
      helm,
      ...releases,
      anIndexRelease({ name: 'web' }),
      anIndexRelease({ name: 'new', version: '1.0.0' }),
      anIndexRelease({ name: 'new', version: '2.0.0' }),
    )
    const parsed = fullyParsed(text)
    expect(parsed.get('app')?.map(({ version }) => version)).toEqual([
      '3.0.0',
      '1.1.0+b2',
      '1.1.0',
      '1.0.6',
      '1.0.5',
      '1.0.0',
      '1.0.0-rc.1',
      '0.9.0',
    ])
    expect(parsed.get('web')?.map(({ version }) => version)).toEqual(['2.0.0', '1.2.3'])
    expect(parsed.get('new')?.map(({ version }) => version)).toEqual(['2.0.0', '1.0.0'])
    const oneByOne = [...releases].reverse().reduce((so, release) => withReleases(so, release), helm)
    expect(fullyParsed(oneByOne).get('app')).toEqual(parsed.get('app'))
  })

  it('begins a first index', () => {
    const bytes = newIndex('index.yaml', WRITTEN_AT).add([anIndexRelease()], WRITTEN_AT).bytes
    expect(Buffer.from(bytes).toString()).toBe(
      `apiVersion: v1\nentries:\n  app:\n${entry('1.2.3')}generated: "2026-11-25T12:00:00Z"\n`,
    )
  })

  it('writes every field of Chart.yaml so that it reads back as it was', () => {
    const odd = {
      'a: b': '- c',
      '': '',
      '#': ' # ',
      on: 'off',
      '1.10': '0x1f',
      line: 'a\n\n  b\n',
      blank: ' a\nb',
      end: 'a\n\n',
      tab: '\ta\n',
      cr: 'a\r\nb',
      ls: '\u2028\u0085\ufeff',
      emoji: '🦔',
    }
    const metadata = {
      name: 'app',
      version: '1.2.3',
      description: 'it’s: "so" \\ # 100%',
      keywords: ['~', 'null', '1e3', '2026-01-01', '12:30', '=', '<<', '- a\n- b\n'],
      maintainers: [{ name: 'n', email: 'e', url: 'u' }, {}],
      apiVersion: 'v2',
      appVersion: '1_000',
      deprecated: true,
      annotations: odd,
      dependencies: [
        {
          name: 'd',
          version: '',
          repository: '',
          enabled: true,
          'import-values': ['a', { child: 'b', parent: 'c' }, [1, 2.5, false, null]],
        },
      ],
    }
    const release = { ...anIndexRelease(), metadata }
    const [read] =
      fullyParsed(withReleases(helm, release))
        .get('app')
        ?.filter(({ version }) => version === '1.2.3') ?? []
    expect(read).toMatchObject({
      description: metadata.description,
      keywords: metadata.keywords,
      appVersion: '1_000',
      annotations: odd,
    })
  })

  it('leaves a version alone that is there with the same digest', () => {
    const release = anIndexRelease()
    const once = indexOf(helm).add([release], WRITTEN_AT)
    expect(once.add([release], new Date())).toBe(once)
    expect(withReleases(Buffer.from(once.bytes).toString(), release, release)).toBe(Buffer.from(once.bytes).toString())
  })

  it.each([
    ['another digest', anIndexRelease({ version: '1.1.0' }), '1a'.repeat(32)],
    ['no digest', anIndexRelease({ version: '1.0.0' }), 'no digest'],
  ])('refuses a version that is there with %s', async (_, release, named) => {
    const failure = await failureOf(() => indexOf(helm).add([anIndexRelease({ name: 'other' }), release], WRITTEN_AT))
    expect([failure.kind, failure.code]).toEqual(['conflict', 'CONFLICT_TAG_TAKEN'])
    expect(failure.message).toContain(named)
    expect(failure.message).toContain(release.digest)
  })

  it('refuses one version with two contents', async () => {
    const two = [anIndexRelease(), anIndexRelease({ archive: Buffer.from('other') })]
    const failure = await failureOf(() => indexOf(helm).add(two, WRITTEN_AT))
    for (const { digest } of two) expect(failure.message).toContain(digest)
  })

  it('refuses an address that clients could not follow', async () => {
    for (const url of [
      '',
      '/app.tgz',
      'oci://ghcr.io/acme/app',
      'file:///app.tgz',
      'https://x/a b.tgz',
      'javascript:x',
    ]) {
      const failure = await failureOf(() => indexOf(helm).add([{ ...anIndexRelease(), urls: [url] }], WRITTEN_AT))
      expect(failure.code).toBe('INDEX_URL_INVALID')
    }
  })
})

describe('the style of an index', () => {
  const added = (text: string, name = 'app') => {
    const after = withReleases(text, anIndexRelease({ name }))
    const [before, now] = [fullyParsed(text), fullyParsed(after)]
    for (const [chart, entries] of before) {
      const left = now.get(chart)?.filter(({ version }) => chart !== name || version !== '1.2.3')
      expect(left).toEqual(entries)
    }
    expect(now.get(name)?.filter(({ version }) => version === '1.2.3')).toMatchObject([
      { name, urls: [`${name}-1.2.3.tgz`] },
    ])
    return after
  }

  it('is kept: lists that stand deeper than their key', () => {
    const text =
      'apiVersion: v1\nentries:\n    app:\n      -   name: app\n          version: 1.0.0\n          created: "2026-01-01T00:00:00Z"\n          urls:\n            - a\ngenerated: "2026-01-01T00:00:00Z"\n'
    expect(added(text)).toContain('\n      -   annotations:\n            io.github')
    expect(added(text)).toContain('\n          urls:\n            - app-1.2.3.tgz\n')
    expect(added(text, 'zoo')).toContain('\n    zoo:\n      -   annotations:\n')
  })

  it('is kept: CRLF', () => {
    const after = added(helm.replaceAll('\n', '\r\n'))
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(after.replaceAll('\r\n', '\n')).toBe(withReleases(helm, anIndexRelease()))
  })

  it('is kept: comments stay before what they stood before', () => {
    const text = `# top\n---\napiVersion: v1 # v1\nentries: # all\n\n  # the app\n  app: # here\n  # newest\n  - name: app # n\n    version: 1.3.0\n    # in between\n\n  # old\n  - version: 1.0.0 # o\n    name: app\n  # the web\n  web:\n  - {name: web, version: 1.0.0}\n# end\n`
    const after = added(text)
    expect(after).toContain('    # in between\n\n  # old\n  - version: 1.0.0')
    expect(after).toContain('    version: 1.3.0\n  - annotations:')
    expect(added(text, 'nut')).toContain('    name: app\n  nut:\n')
  })

  it('is kept: JSON over several lines', () => {
    const json = JSON.stringify(
      {
        apiVersion: 'v1',
        generated: '2026-01-01T00:00:00Z',
        entries: { app: [{ name: 'app', version: '1.0.0', created: '2026-01-01T00:00:00.1Z' }] },
      },
      null,
      2,
    )
    const after = added(json)
    expect(after).toContain('      {\n        "name": "app",\n        "version": "1.2.3",')
    expect(
      after
        .replace(/ {6}\{\n {8}"name": "app",\n {8}"version": "1.2.3"[\s\S]*?\n {6}\},\n/, '')
        .replace('2026-11-25T12:00:00Z', '2026-01-01T00:00:00Z'),
    ).toBe(json)
    for (const name of ['app', 'ant', 'zoo']) expect(Object.keys(JSON.parse(added(json, name)).entries)).toContain(name)
  })

  it('is kept: JSON on one line', () => {
    const json =
      '{"apiVersion":"v1","entries":{"app":[{"name":"app","version":"2.0.0"},{"version":"1.0.0","name":"app"}]},"generated":"2026-01-01T00:00:00Z"}'
    for (const name of ['app', 'ant', 'zoo']) {
      const after = added(json, name)
      expect(after).not.toContain('\n')
      JSON.parse(after)
    }
  })

  it.each(['{}', 'null', '~', '', ' {} # none', ' { }', '\n  {}'])(
    'is Helm’s where there was no chart yet: `entries:%s`',
    (value) => {
      added(`apiVersion: v1\nentries: ${value}\ngenerated: "2026-01-01T00:00:00Z"\n`)
      added(
        `generated: "2026-01-01T00:00:00Z"\napiVersion: v1\nentries: ${value}${value.includes('{') ? '' : '\nserverInfo: {}'}`,
      )
    },
  )

  it.each(['[]', 'null', '', '[] # none', '[ ]', '[\n   ]'])(
    'is Helm’s where a chart had no version yet: `app: %s`',
    (value) => {
      added(`apiVersion: v1\nentries:\n  app: ${value}\n  web: []\ngenerated: "2026-01-01T00:00:00Z"\n`)
      added(`apiVersion: v1\nentries:\n  web: []\n  app: ${value}\ngenerated: "2026-01-01T00:00:00Z"`)
    },
  )

  it.each([
    '{"apiVersion":"v1","entries":{}}',
    '{"apiVersion":"v1","entries":null}',
    '{"apiVersion":"v1"}',
    '{"apiVersion":"v1","entries":{"app":[]}}',
    '{"apiVersion":"v1","entries":{"app":null}}',
    '{ apiVersion: v1, entries: {web: [{name: web, version: 1.0.0,},],}, }',
    'apiVersion: v1\nentries: {app: [{name: app, version: 1.0.0}]}\n',
    'apiVersion: v1\nentries:\n  app: [{name: app, version: 2.0.0}, {name: app, version: 1.0.0}] # two\n',
    'apiVersion: v1\nentries:\n  app: [\n    {name: app, version: 2.0.0},\n    {name: app, version: 1.0.0}\n   ]\n',
    '  apiVersion: v1\n  entries:\n    web:\n    - name: web\n      version: 1.0.0\n',
    '\ufeffapiVersion: v1\nentries:\n  web:\n  - name: web\n    version: 1.0.0\n',
    '\'apiVersion\': \'v1\'\n"entries":\n  "app" :\n  -\n    \'name\': "a\\x70p"\n    "version": \'1.0.0\'\n',
  ])('is kept: %j', (text) => {
    for (const name of ['app', 'ant', 'zoo']) added(text, name)
  })

  it('is kept: anchors, aliases and merges', () => {
    const text = `apiVersion: v1\nentries:\n  app:\n  - name: app\n    version: 1.0.0\n    sources: &s [a, b]\n  lib:\n  - &base\n    home: https://example.com\n    icon: a.png\n  web:\n  - <<: *base\n    name: web\n    version: 0.1.0\n    keywords: *s\n`
    expect(withReleases(text, anIndexRelease(), anIndexRelease({ name: 'web' }))).toContain(
      '  - <<: *base\n    name: web\n    version: 0.1.0\n    keywords: *s\n',
    )
  })

  it('keeps empty lines that belong to a text', () => {
    const text =
      'apiVersion: v1\nentries:\n  app:\n  - name: app\n    version: 2.0.0\n    annotations:\n      a: |+\n        x\n\n\n  web:\n  - name: web\n    version: 1.0.0\n    description: >+\n      y\n\ngenerated: "2026-01-01T00:00:00Z"\n'
    added(text)
    added(text, 'web')
    added(text, 'nut')
    added(text, 'zoo')
  })

  it('ends with a time where it had none, so that it can be told from one that is cut short', () => {
    const after = added('apiVersion: v1\nentries:\n  app:\n  - name: app\n    version: 1.0.0\n')
    expect(after.endsWith('\ngenerated: "2026-11-25T12:00:00Z"\n')).toBe(true)
    withReleases(after, anIndexRelease({ version: '2.0.0' }))
  })

  it.each([
    '"2026-01-01T00:00:00.123456789Z"',
    '"2026-01-01T00:00:00Z"',
    '2026-01-01T00:00:00+01:00',
    "'2026-01-01T00:00:00.1+01:00'",
  ])('refreshes a time that stands above the charts: %s', (time) => {
    const charts = (index: string) => index.slice(index.indexOf('entries:'), index.lastIndexOf('generated:'))
    const releases = [anIndexRelease({ version: '1.0.1' }), anIndexRelease({ name: 'web' })]
    const head = time.replace(/[\dT:.Z+-]+/, '2026-11-25T12:00:00Z')
    expect(withReleases(`generated: ${time}\napiVersion: v1\n${charts(helm)}`, ...releases)).toBe(
      `generated: ${head}\napiVersion: v1\n${charts(withReleases(helm, ...releases))}`,
    )
  })

  it.each(['"2026-01-01T00:00:00Z"', "'2026-01-01T00:00:00+01:00'", '2026-01-01T00:00:00.123456789Z'])(
    'keeps the quotes around the time %s',
    (time) => {
      const quote = /["']/.exec(time)?.[0] ?? ''
      const after = added(`apiVersion: v1\ngenerated: ${time} # now\nentries: {}\n`)
      expect(after).toContain(`generated: ${quote}2026-11-25T12:00:00Z${quote} # now\n`)
    },
  )
})
