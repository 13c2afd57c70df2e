import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readChartYaml } from '../../../../src/chart/manifest/chart-yaml.ts'
import { APP_VERSION, FINGERPRINT, REVISION } from '../../../../src/targets/oci/chart/chart-manifest.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import { aPackagedChart } from '../../../support/charts/packaged-chart.ts'
import { helmPath } from '../../../support/helm/helm.ts'
import { runProgram } from '../../../support/process/run-program.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { startRegistry, type TestRegistry } from '../../../support/registry/registry.ts'
import { promoteOne } from '../../../support/values/promote.ts'

const CHART_YAML = `
name: app
home: https://example.com/?a=1&b=<2>
sources: [https://github.com/acme/app, https://example.com]
version: 1.2.3+build.7
description: "Ünï <b>bold</b> & \\"more\\" line"
keywords: [web, a&b]
maintainers:
  - name: Ann
    email: ann@example.com
  - name: Bob
icon: https://example.com/icon.png
apiVersion: v2
appVersion: "7.0"
annotations:
  zebra: "1"
  artifacthub.io/changes: |
    - kind: added
      description: things > others
  org.opencontainers.image.vendor: Acme & Sons
  Alpha: first
kubeVersion: ">=1.20.0-0"
type: application
`

const { metadata } = readChartYaml(CHART_YAML, 'app/Chart.yaml')
const CREATED = new Date('2026-11-20T10:11:12Z')

describe.each([3, 4] as const)('beside Helm %d', (major) => {
  let registry: TestRegistry
  let folder: string
  let archive: Buffer
  const helm = async (...args: string[]) => {
    const env = { HOME: folder, PATH: process.env.PATH, TZ: 'UTC' }
    return runProgram(await helmPath(major), args, { cwd: folder, env })
  }

  beforeAll(async () => {
    registry = await startRegistry()
    folder = await mkdtemp(join(tmpdir(), 'release-charts-helm-'))
    await mkdir(join(folder, 'app/templates'), { recursive: true })
    await mkdir(join(folder, 'pulled'))
    await writeFile(join(folder, 'app/Chart.yaml'), CHART_YAML)
    await writeFile(join(folder, 'app/templates/cm.yaml'), 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n')
    await helm('package', 'app')
    const file = join(folder, 'app-1.2.3+build.7.tgz')
    await utimes(file, CREATED, CREATED)
    archive = await readFile(file)
  })
  afterAll(async () => {
    await registry.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('what we store is what Helm stores, to the byte, apart from what we add', async () => {
    await helm('push', 'app-1.2.3+build.7.tgz', `oci://${registry.host}/helm`, '--plain-http')
    const theirs = registry.manifest('helm/app', '1.2.3_build.7')
    const chart = aPackagedChart({ version: '1.2.3+build.7', archive, metadata, created: CREATED })
    const target = openTarget(`oci://${registry.host}/ours`, aTargetContext())
    const { digest } = await promoteOne(target, await target.stage(chart))
    const ours = registry.manifest('ours/app', '1.2.3_build.7')
    expect(ours?.digest).toBe(digest)
    expect(ours?.mediaType).toBe(theirs?.mediaType)
    expect(withoutOurs(ours?.bytes.toString() ?? '')).toBe(theirs?.bytes.toString())
  })

  it('Helm shows and pulls what we store', async () => {
    const { stdout } = await helm(
      'show',
      'chart',
      `oci://${registry.host}/ours/app`,
      '--version',
      '1.2.3+build.7',
      '--plain-http',
    )
    expect(readChartYaml(stdout, 'app/Chart.yaml').metadata).toEqual(metadata)
    await helm(
      'pull',
      `oci://${registry.host}/ours/app`,
      '--version',
      '1.2.3+build.7',
      '--plain-http',
      '-d',
      join(folder, 'pulled'),
    )
    const [name] = (await runProgram('ls', [join(folder, 'pulled')])).stdout.trim().split('\n')
    expect(await readFile(join(folder, 'pulled', name ?? ''))).toEqual(archive)
  })

  it.each(['basic', 'bearer'] as const)('we use the login that Helm made, with %s auth', async (kind) => {
    await using guarded = await startRegistry({ auth: { kind, users: { ann: 's3cret' } } })
    const [login, address] = [guarded.host, `oci://${guarded.host}/team`]
    // Helm 3 of that age has no such flag and tries plain HTTP by itself.
    const plain = major === 4 ? ['--plain-http'] : []
    await helm('registry', 'login', login, '-u', 'ann', '-p', 's3cret', ...plain)
    const environment = { HOME: folder }
    const target = openTarget(address, aTargetContext({ environment }))
    const chart = aPackagedChart({ version: '1.2.3+build.7', archive, metadata, created: CREATED })
    await promoteOne(target, await target.stage(chart))
    const { stdout } = await helm('show', 'chart', `${address}/app`, '--version', '1.2.3+build.7', '--plain-http')
    expect(stdout).toContain('name: app')
  })

  it('we read what Helm stored, and take over nothing from it', async () => {
    const target = openTarget(`oci://${registry.host}/helm`, aTargetContext())
    const found = await target.find({ name: 'app', version: '1.2.3+build.7' }, { signatures: true })
    expect(found).toMatchObject({ state: 'present', signed: 'none' })
    expect(found).not.toHaveProperty('fingerprint')
    if (found.state !== 'present') throw new Error('not there')
    const fetched = await target.fetch({ ref: { name: 'app', version: '1.2.3+build.7' }, digest: found.digest })
    expect(Buffer.from(fetched.archive)).toEqual(archive)
    expect(fetched.created).toEqual(CREATED)
  })
})

/** Cuts our own annotations out of the text, so that every other byte stays as it was written. */
function withoutOurs(manifest: string): string {
  return [FINGERPRINT, APP_VERSION, REVISION].reduce(
    (text, key) => text.replace(new RegExp(`"${key.replaceAll('.', '\\.')}":"[^"]*",?`), ''),
    manifest,
  )
}
