import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { newIndex } from '../../../src/index-file/index-file.ts'
import { type HelmMajor, helmPath } from '../../support/helm/helm.ts'
import { anIndexRelease, WRITTEN_AT, withReleases } from '../../support/index/index-release.ts'
import { runProgram } from '../../support/process/run-program.ts'

/** What Helm lists of an index that it has in its cache, as `helm repo add` would have put it there. */
async function listedByHelm(major: HelmMajor, index: string): Promise<readonly string[]> {
  const home = await mkdtemp(join(tmpdir(), 'index-helm-'))
  try {
    const config = join(home, 'repositories.yaml')
    await writeFile(config, 'apiVersion: ""\nrepositories:\n- name: it\n  url: https://charts.invalid\n')
    await writeFile(join(home, 'it-index.yaml'), index)
    const args = ['search', 'repo', 'it/', '--versions', '--devel', '-o', 'json']
    const places = ['--repository-config', config, '--repository-cache', home]
    const { stdout } = await runProgram(await helmPath(major), [...args, ...places], { env: { HOME: home } })
    return (JSON.parse(stdout) as { name: string; version: string; app_version: string }[]).map(
      ({ name, version, app_version }) => `${name.slice(3)} ${version} ${app_version}`,
    )
  } finally {
    await rm(home, { recursive: true })
  }
}

const json = {
  apiVersion: 'v1',
  entries: { web: [{ apiVersion: 'v2', name: 'web', version: '1.0.0', appVersion: '1' }] },
}
const block =
  'apiVersion: v1\nentries:\n  web:\n  - apiVersion: v2\n    name: web\n    version: 1.0.0\n    appVersion: "1"\n'
const STYLES: Readonly<Record<string, string>> = {
  'Helm’s': `${block}generated: "2026-01-01T00:00:00Z"\n`,
  'by hand, without a last line break': `${block}generated: "2026-01-01T00:00:00Z"`,
  CRLF: `${block}generated: "2026-01-01T00:00:00Z"\n`.replaceAll('\n', '\r\n'),
  'with a byte order mark': `\ufeff${block}`,
  'with anchors': block.replace('web\n    version', '&n web\n    description: *n\n    version'),
  'in deep lists':
    'apiVersion: v1\nentries:\n    web:\n      -   name: web\n          version: 1.0.0\n          appVersion: "1"\n',
  'JSON on lines': JSON.stringify(json, null, 4),
  'JSON on one line': JSON.stringify(json),
  'lists in brackets': 'apiVersion: v1\nentries:\n  web: [{name: web, version: 1.0.0, "appVersion":"1"}] # one\n',
  'all in brackets': 'apiVersion: v1\nentries: {web: [\n  {name: web, version: 1.0.0, appVersion: "1"},\n  ]\n}\n',
  'with comments': block.replaceAll('\n  ', '\n  # -\n\n  '),
}

describe.each([3, 4] as const)('Helm %d', (major) => {
  it.each(Object.entries(STYLES))('reads all of before and what was added: %s', async (_, text) => {
    const added = [
      anIndexRelease({ name: 'web', version: '2.0.0+b.1' }),
      anIndexRelease({ name: 'app', appVersion: '1e3' }),
    ]
    expect(await listedByHelm(major, withReleases(text, ...added))).toEqual([
      'app 1.2.3 1e3',
      'web 2.0.0+b.1 7.0',
      'web 1.0.0 1',
    ])
  })

  it('reads a first index', async () => {
    const { bytes } = newIndex('index.yaml', WRITTEN_AT).add([anIndexRelease()], WRITTEN_AT)
    expect(await listedByHelm(major, Buffer.from(bytes).toString())).toEqual(['app 1.2.3 7.0'])
  })
})
