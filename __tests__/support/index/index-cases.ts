/** What may stand behind a key, on further lines where it begins with one. */
const VALUES = [
  ...[
    'x',
    '""',
    '"1.0"',
    "'true'",
    '1.0',
    '1',
    '-1',
    '0x1F',
    '1_000',
    '1e3',
    '.5',
    '1.2.3',
    '1:30',
    'true',
    'yes',
    'n',
    '~',
    '',
  ],
  ...['null', '.inf', '.nan', '{}', '{a: b}', '[]', '[a]', '[1]', '[null]', '[{name: a}]', '[{name: 1}]', '[{a: b}]'],
  ...[
    '2024-01-01',
    '2024-01-01T00:00:00Z',
    '"2024-02-30T00:00:00Z"',
    '2024-01-01 00:00:00Z',
    '"2024-01-01T0:00:00,5+24:60"',
  ],
  ...[
    '"2023-02-29T00:00:00Z"',
    '"2024-02-29T24:00:00Z"',
    'x\n  y',
    '1\n  2',
    '|\n  1',
    '!!str 1',
    '!!int 1',
    '!!bool yes',
    '!x 1',
  ],
  ...['&a 1', '"\\x31"', 'NULL', 'nULL', '12e03', '0o7'],
]

const HEAD = 'apiVersion: v1\nentries:\n'
const OTHER = '  zed:\n  - name: zed\n    version: 0.1.0\n'
const TAIL = 'generated: "2026-01-01T00:00:00Z"\n'

/** An index with one value at one place of one entry. `%` is the value. */
function entryWith(lines: string): string {
  const [name, version] = ['name', 'version'].map((field) =>
    new RegExp(`^${field}:`, 'i').test(lines) ? '' : FIXED[field],
  )
  return `${HEAD}  app:\n  - urls: [a.tgz]\n${name}${version}    ${lines.replaceAll('\n', '\n    ')}\n${OTHER}${TAIL}`
}

const FIXED: Readonly<Record<string, string>> = { name: '    name: app\n', version: '    version: 1.0.0\n' }

const ENTRY_FIELDS = [
  'name home version description icon apiVersion condition tags appVersion kubeVersion type sources keywords maintainers',
  'deprecated annotations dependencies created removed digest checksum engine tillerVersion url foo APPVERSION Digest',
].flatMap((line) => line.split(' '))
const NESTED: Readonly<Record<string, readonly string[]>> = {
  'dependencies:\n- ': [
    'name',
    'version',
    'repository',
    'condition',
    'tags',
    'enabled',
    'import-values',
    'alias',
    'foo',
    'Name',
  ],
  'maintainers:\n- ': ['name', 'email', 'url', 'foo', 'EMAIL'],
  'annotations:\n  ': ['a', 'name', 'Version', 'deprecated', '~', '1'],
}
const PLACES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ENTRY_FIELDS.map((field) => [field, entryWith(`${field}: %`)])),
  ...Object.fromEntries(
    Object.entries(NESTED).flatMap(([begin, fields]) =>
      fields.map((field) => [`${field} below ${begin.split(':')[0]}`, entryWith(`${begin}${field}: %`)]),
    ),
  ),
  ...Object.fromEntries(
    ['sources', 'keywords', 'urlS'].map((field) => [
      `item of ${field}`,
      entryWith(`${field}:\n- %`).replace('urls: [a.tgz]\n    ', ''),
    ]),
  ),
  'item of tags': entryWith('dependencies:\n- name: a\n  tags:\n  - %'),
  'item of import-values': entryWith('dependencies:\n- name: a\n  import-values:\n  - %'),
  ...Object.fromEntries(
    ['generated', 'serverInfo', 'publicKeys', 'annotations', 'foo', 'Generated'].map((key) => [
      `${key} of the index`,
      `${HEAD}${OTHER}${key}: %\n`,
    ]),
  ),
  'apiVersion of the index': `apiVersion: %\nentries:\n${OTHER}`,
  'annotation of the index': `apiVersion: v1\nannotations:\n  a: %\nentries:\n${OTHER}`,
  'a value of serverInfo': `apiVersion: v1\nserverInfo:\n  a: [%]\nentries:\n${OTHER}`,
  'a public key': `apiVersion: v1\npublicKeys:\n- %\nentries:\n${OTHER}`,
  'a chart': `${HEAD}  app: %\n${OTHER}`,
  'an entry': `${HEAD}  app:\n  - %\n${OTHER}`,
  'a name of a chart': `${HEAD}  %:\n  - name: app\n    version: 1.0.0\n${OTHER}`,
}

const JSON_VALUES = [
  1,
  true,
  null,
  'x',
  '2024-01-01T00:00:00Z',
  [],
  ['a'],
  [1],
  {},
  { a: 'b' },
  { name: 1 },
  [{ name: 'a' }],
  [{ foo: 1 }],
]
const JSON_FIELDS = ['digest', 'appVersion', 'urls', 'created', 'annotations', 'maintainers', 'foo', 'apiversion']

/** Helm before 3.18 ends with a crash when it searches an index with an entry that is null. */
const CRASHES = /^(?:an entry: (?:~|null|NULL|)|a chart: \[null\])$/

/** An index with a value of each kind at each place that Helm knows, by what stands where. */
function valueCases(): ReadonlyMap<string, string> {
  const yaml = Object.entries(PLACES).flatMap(([place, index]) =>
    VALUES.map((value) => {
      const indent = /^( *).*%/m.exec(index)?.[1] ?? ''
      const below = value.replaceAll('\n', `\n${indent}    `)
      return [`${place}: ${value}`, index.replace('%', () => below)] as const
    }),
  )
  const json = JSON_FIELDS.flatMap((field) =>
    JSON_VALUES.flatMap((value) => {
      const entry = { name: 'app', version: '1.0.0', [field]: value }
      const text = JSON.stringify({ apiVersion: 'v1', entries: { app: [entry] } })
      const what = `${field}: ${JSON.stringify(value)}`
      // The trailing comma makes YAML of it, which Helm reads more strictly here and less strictly there.
      return [[`JSON, ${what}`, text] as const, [`brackets, ${what}`, text.replace(/}$/, ',}')] as const]
    }),
  )
  return new Map([...yaml, ...json].filter(([what]) => !CRASHES.test(what)))
}

const APP = `${HEAD}  app:\n  - name: app\n    version: 1.0.0\n`
const TWO = `${HEAD}  app:\n  - &a\n    name: app\n    version: 1.0.0\n`

/** Ways to write an index that Helm reads. */
export const WRITINGS: Readonly<Record<string, string>> = {
  'a lower-case apiversion in old entries': `${APP}    apiversion: v1\n${TAIL}`,
  'keys of the index in another case': `APIVERSION: v1\nEntries:\n${OTHER}Generated: "2026-01-01T00:00:00Z"\n`,
  'keys of an entry in another case': `${HEAD}  app:\n  - Name: app\n    VERSION: 1.0.0\n    Digest: "${'1a'.repeat(32)}"\n    URLs: [a]\n`,
  'a long s and a Kelvin sign in keys': `${APP}    ſources: [a]\n    \u212aeywords: [b]\n${TAIL}`,
  'a version behind an alias': `${HEAD}  app:\n  - name: &n app\n    version: &v 1.0.0\n  web:\n  - name: web\n    version: *v\n    home: *n\n${TAIL}`,
  'an entry behind an alias': `${TWO}  web:\n  - *a\n${TAIL}`,
  'a version that is merged in': `${TWO}  web:\n  - <<: *a\n    home: x\n${TAIL}`,
  'two mappings that are merged in': `${TWO}  - &b\n    home: x\n  web:\n  - <<: [*a, *b]\n${TAIL}`,
  'a mapping that is merged in where it stands': `${APP}    <<: {home: x}\n${TAIL}`,
  tags: `${HEAD}  app: !!seq\n  - name: !!str app\n    version: !local 1.0.0\n    appVersion: !!str 1.0\n    annotations: !!map {a: !<tag:yaml.org,2002:str> 1}\n${TAIL}`,
  'a directive': `# an index\n%YAML 1.1\n---\n${APP}${TAIL}`,
  'brackets behind the marker': '--- {apiVersion: v1, entries: {app: [{name: app, version: 1.0.0}]}}\n',
  'a document that ends by hand': `${APP}${TAIL}...\n`,
  'a second document': `${APP}${TAIL}---\n${APP}`,
  'anything behind the end': `${APP}${TAIL}--- [\n"\n\tx: {\n`,
  'no time': `${APP}generated:\n`,
  'a time that is null': `generated: null\n${APP}`,
  'no time, with entries of a time': `${APP}    created: "2018-06-27T10:00:18.230700509Z"\n    apiVersion: v2\n`,
  'another apiVersion': APP.replace('v1', 'v2'),
  'an apiVersion that is a number': APP.replace('v1', '1'),
  'a number at annotations of the index': `annotations: {a: 1}\n${APP}`,
  'an unknown key in JSON': '{"apiVersion":"v1","entries":{"app":[{"name":"app","version":"1.0.0","foo":1}]}}',
  'a byte order mark in a text': `${APP}    home: a\ufeffb\n${TAIL}`,
  'blanks and tabs behind values': `${APP}    home:\tx\t\n${TAIL}`,
}

/** Ways to write an index that Helm reads nothing of, beside values of the wrong kind. */
export const REFUSED: Readonly<Record<string, string>> = {
  'a misspelt key': APP.replace('entries', 'entires'),
  'an unknown key of a maintainer': `${APP}    maintainers:\n    - name: a\n      github: b\n${TAIL}`,
  'a field that is merged in and stands there': `${TWO}  - <<: *a\n    version: 2.0.0\n${TAIL}`,
  'an annotation that is merged in and stands there': `${APP}    annotations: {<<: {a: b}, a: c}\n${TAIL}`,
  'a merge of a text': `${APP}    <<: x\n${TAIL}`,
  'a key twice, with and without quotes': `${APP}    annotations: {a: b, "a": c}\n${TAIL}`,
  'a key twice, once with an escape': `${APP}    annotations: {"\\x61": b, a: c}\n${TAIL}`,
  'an alias within its own value': `${APP}    keywords: &a [*a]\n${TAIL}`,
  'an anchor before an alias': `${APP}    home: &a x\n    icon: &b *a\n${TAIL}`,
  'a value of the wrong kind behind an alias': `${APP}    home: x\n    annotations: &a {a: b}\n    icon: *a\n${TAIL}`,
  'a chart without a name': `${HEAD}  ~: []\n${OTHER}`,
  'a directive without a document': `%YAML 1.1\n${APP}`,
  'a directive of YAML 1.2': `%YAML 1.2\n---\n${APP}`,
  'an unknown key in brackets that are not JSON': '{"apiVersion":"v1","entries":{},"foo":1,}',
}

/** All of these, by what stands where. */
export function indexCases(): ReadonlyMap<string, string> {
  return new Map([...valueCases(), ...Object.entries(WRITINGS), ...Object.entries(REFUSED)])
}
