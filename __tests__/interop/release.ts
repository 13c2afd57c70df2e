import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aRepository, type Files, type TestRepository } from '../support/git/repository.ts'
import { runAction, type WorkflowRun } from '../support/run/workflow.ts'
import { defaultClaims, type Sigstore } from '../support/sigstore/sigstore.ts'
import { readManifest } from './oci.ts'

/** A chart version as a consumer finds it. */
export interface PublishedChart {
  readonly name: string
  readonly version: string
  /** e.g. `oci://127.0.0.1:5000/charts/app`. */
  readonly reference: string
  /** e.g. `charts/app`. */
  readonly repository: string
  /** Of the manifest, read from the registry. */
  readonly digest: string
  /** Of the archive, read from the manifest. */
  readonly archiveDigest: string
}

export interface Release {
  readonly host: string
  /** The newest version of the chart `app`, and the one before it. */
  readonly app: PublishedChart
  readonly before: PublishedChart
  /** A chart whose version has build metadata. */
  readonly meta: PublishedChart
  readonly identity: { readonly subject: string; readonly issuer: string; readonly repository: string }
  /** File with the trusted root. */
  readonly trustedRoot: string
  /** Writes a chart that depends on a published one; returns its folder. */
  readonly writeChart: (folder: string, on: PublishedChart) => string
}

const configMap = (label: string) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}
  labels:
    ${label}
`

const firstFiles: Files = {
  'charts/common/Chart.yaml':
    'apiVersion: v2\nname: common\ntype: library\nversion: 0.3.0\ndescription: Shared labels\n',
  'charts/common/templates/_labels.tpl': '{{- define "common.label" }}app.example/from: common{{- end }}\n',
  'charts/app/Chart.yaml': [
    'apiVersion: v2',
    'name: app',
    'version: 1.2.3 # bumped by the release',
    'appVersion: "2.0"',
    'description: An example',
    'dependencies:',
    '  - name: common',
    '    version: 0.3.0',
    '    repository: file://../common',
    '',
  ].join('\n'),
  'charts/app/values.yaml': 'replicas: 1\n',
  'charts/app/templates/map.yaml': configMap('{{ include "common.label" . }}'),
  'charts/meta/Chart.yaml': 'apiVersion: v2\nname: meta\nversion: 0.1.0+build.7\ndescription: Build metadata\n',
  'charts/meta/templates/map.yaml': configMap('app.example/from: meta'),
}

const secondFiles: Files = { 'charts/app/values.yaml': 'replicas: 2\n' }

interface ReleaseOptions {
  readonly host: string
  readonly sigstore: Sigstore
  /** The Helm that packages. */
  readonly helm: string
  /** A folder for what this release needs beside its repository. */
  readonly folder: string
  /** What is run: the bundle, unless the source or another file is named. */
  readonly entry: string
}

/**
 * Publishes three charts by the bundled action, then a change of one, as two workflow runs. Fails with what the action said
 * when a run does not end well.
 */
export async function release({ host, sigstore, helm, folder, entry }: ReleaseOptions): Promise<Release> {
  const trustedRoot = writeJson(folder, 'trusted-root.json', sigstore.trustedRoot)
  const signingConfig = writeJson(folder, 'signing-config.json', sigstore.signingConfig)
  const bin = folderWith(folder, helm)
  const repository = await aRepository({ files: firstFiles })
  try {
    const run = async () => {
      const sha = (await repository.remote()) ?? ''
      sigstore.setClaims({ ...defaultClaims, sha, job_workflow_sha: sha, workflow_sha: sha })
      mustSucceed(
        await runAction(repository, {
          entry,
          inputs: {
            targets: `oci://${host}/charts`,
            'sigstore-trusted-root': trustedRoot,
            'sigstore-signing-config': signingConfig,
          },
          env: sigstore.environment,
          path: [bin],
        }),
      )
    }
    await run()
    await repository.commit('feat(app): two replicas', secondFiles)
    await run()
    return await describe(host, trustedRoot, repository)
  } finally {
    await repository.remove()
  }
}

export function writeJson(folder: string, name: string, value: object): string {
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(value))
  return file
}

/** The action takes `helm` from PATH. */
export function folderWith(folder: string, helm: string): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  symlinkSync(helm, join(bin, 'helm'))
  return bin
}

export function mustSucceed({ exitCode, stdout, stderr }: WorkflowRun): void {
  if (exitCode === 0) return
  const said = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  throw new Error(`the action ended with ${exitCode}:\n${said.slice(-40).join('\n')}${stderr.slice(-1000)}`)
}

async function describe(host: string, trustedRoot: string, repository: TestRepository): Promise<Release> {
  const version = /^version: (\S+)/m.exec(await repository.remoteFile('charts/app/Chart.yaml'))?.[1] ?? ''
  if (version !== '1.2.4') throw new Error(`the bump of app 1.2.3 gave ${version || 'nothing'}`)
  const { job_workflow_ref, iss, repository: caller } = defaultClaims
  return {
    host,
    app: await find(host, 'app', version),
    before: await find(host, 'app', '1.2.3'),
    meta: await find(host, 'meta', '0.1.0+build.7'),
    identity: { subject: `https://github.com/${job_workflow_ref}`, issuer: `${iss}`, repository: `${caller}` },
    trustedRoot,
    writeChart,
  }
}

async function find(host: string, name: string, version: string): Promise<PublishedChart> {
  const repository = `charts/${name}`
  const manifest = await readManifest({ host, name: repository }, version.replace('+', '_'))
  if (!manifest) throw new Error(`${host}/${repository} has no ${version}`)
  const layer = manifest.blobs.find(
    ({ mediaType }) => mediaType === 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
  )
  const archiveDigest = layer?.digest ?? ''
  return { name, version, reference: `oci://${host}/${repository}`, repository, digest: manifest.digest, archiveDigest }
}

function writeChart(folder: string, on: PublishedChart): string {
  const repository = on.reference.slice(0, on.reference.lastIndexOf('/'))
  const dependency = { name: on.name, version: on.version, repository }
  const chart = { apiVersion: 'v2', name: 'consumer', version: '0.1.0', dependencies: [dependency] }
  writeFileSync(join(folder, 'Chart.yaml'), JSON.stringify(chart))
  return folder
}
