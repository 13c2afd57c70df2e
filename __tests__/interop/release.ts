import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aRepository, type Files, type TestRepository } from '../support/git/repository.ts'
import { runAction, type WorkflowRun } from '../support/run/workflow.ts'
import { type Claims, defaultClaims, type Sigstore } from '../support/sigstore/sigstore.ts'
import { readManifest } from './registries/oci.ts'
import { actionEnvironment, actionInputs, type OpenRegistry } from './registries/registry.ts'
import type { Registry } from './registries/requests.ts'
import type { Identity } from './verifiers/questions.ts'

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
  /** The newest version of the chart `app`, and the one before it. */
  readonly app: PublishedChart
  readonly before: PublishedChart
  /** A chart whose version has build metadata. */
  readonly meta: PublishedChart
  /** Writes a chart that depends on a published one; returns its folder. */
  readonly writeChart: (folder: string, on: PublishedChart) => string
}

/** Who signs what is released here. */
export const identity: Required<Identity> = {
  subject: `https://github.com/${defaultClaims.job_workflow_ref}`,
  issuer: `${defaultClaims.iss}`,
  repository: `${defaultClaims.repository}`,
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

interface PublisherOptions {
  readonly registry: OpenRegistry
  readonly sigstore: Sigstore
  /** The Helm that packages. */
  readonly helm: string
  /** A folder for what this release needs beside its repository. */
  readonly folder: string
  /** What is run: the bundle, unless the source or another file is named. */
  readonly entry: string
  /** `owner/name` of the repository whose workflow releases. */
  readonly owner?: string
}

/** A repository with three charts, and the action as its workflow runs it. */
export interface Publisher {
  /** A workflow run at the newest commit. */
  run(): Promise<WorkflowRun>
  /** Changes one of the charts. */
  change(): Promise<void>
  /** What the registry has after both. */
  describe(): Promise<Release>
  remove(): Promise<void>
}

export async function openPublisher(options: PublisherOptions): Promise<Publisher> {
  const { registry, sigstore, folder, helm, owner = 'acme/charts' } = options
  const inputs = {
    ...actionInputs(registry),
    'sigstore-trusted-root': writeJson(folder, 'trusted-root.json', sigstore.trustedRoot),
    'sigstore-signing-config': writeJson(folder, 'signing-config.json', sigstore.signingConfig),
  }
  const path = [folderWith(folder, helm)]
  const repository = await aRepository({ files: firstFiles })
  const start = async () => {
    const sha = (await repository.remote()) ?? ''
    const env = {
      ...sigstore.environmentFor(claimsOf(owner, sha)),
      ...actionEnvironment(registry),
      ...registry.credentials,
    }
    return runAction(repository, { entry: options.entry, repositoryName: owner, inputs, env, path })
  }
  return {
    run: start,
    change: async () => void (await repository.commit('feat(app): two replicas', secondFiles)),
    describe: () => describe(registry, repository),
    remove: () => repository.remove(),
  }
}

/** What GitHub says of a run of `release.yml` in this repository. */
export function claimsOf(owner: string, sha: string): Claims {
  const theirs = Object.entries(defaultClaims).map(([name, value]) => [name, value.replace('acme/charts', owner)])
  const ids = owner === defaultClaims.repository ? {} : { repository_id: '666', repository_owner_id: '13' }
  const shas = { sha, job_workflow_sha: sha, workflow_sha: sha }
  return { ...Object.fromEntries(theirs), repository_owner: owner.replace(/\/.*$/, ''), ...ids, ...shas }
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

async function describe(registry: Registry, repository: TestRepository): Promise<Release> {
  const version = /^version: (\S+)/m.exec(await repository.remoteFile('charts/app/Chart.yaml'))?.[1] ?? ''
  if (version !== '1.2.4') throw new Error(`the bump of app 1.2.3 gave ${version || 'nothing'}`)
  return {
    app: await find(registry, 'app', version),
    before: await find(registry, 'app', '1.2.3'),
    meta: await find(registry, 'meta', '0.1.0+build.7'),
    writeChart,
  }
}

async function find(registry: Registry, name: string, version: string): Promise<PublishedChart> {
  const repository = `charts/${name}`
  const manifest = await readManifest({ ...registry, name: repository }, version.replace('+', '_'))
  if (!manifest) throw new Error(`${registry.host}/${repository} has no ${version}`)
  const layer = manifest.blobs.find(
    ({ mediaType }) => mediaType === 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
  )
  const archiveDigest = layer?.digest ?? ''
  const reference = `oci://${registry.host}/${repository}`
  return { name, version, reference, repository, digest: manifest.digest, archiveDigest }
}

function writeChart(folder: string, on: PublishedChart): string {
  const repository = on.reference.slice(0, on.reference.lastIndexOf('/'))
  const dependency = { name: on.name, version: on.version, repository }
  const chart = { apiVersion: 'v2', name: 'consumer', version: '0.1.0', dependencies: [dependency] }
  writeFileSync(join(folder, 'Chart.yaml'), JSON.stringify(chart))
  return folder
}
