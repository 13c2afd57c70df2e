import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { aRepository, git, type TestRepository } from '../git/repository.ts'
import { projectRoot } from '../places.ts'
import type { TestRegistry } from '../registry/registry.ts'
import type { Repository, Store } from '../registry/store.ts'
import type { TrustedRootJson } from '../sigstore/trusted-roots.ts'

/** What a build of the action left behind: all texts are base64 but for names, digests and media types. */
interface Recording {
  /** A git bundle with every ref of origin. */
  readonly origin: string
  readonly registries: readonly Readonly<Record<string, RecordedRepository>>[]
  /** Files of a folder that was a target, by their paths in it. */
  readonly served: Readonly<Record<string, string>>
  /** What the signatures verify against. */
  readonly trustedRoot: TrustedRootJson
}

interface RecordedRepository {
  readonly blobs: Readonly<Record<string, string>>
  readonly manifests: readonly { readonly digest: string; readonly mediaType: string; readonly bytes: string }[]
  readonly tags: Readonly<Record<string, string>>
}

export interface Remains {
  readonly repository: TestRepository
  readonly registries: readonly Store[]
  /** A folder on disk. */
  readonly served: string
  readonly trustedRoot: TrustedRootJson
}

const fileOf = (name: string) => join(projectRoot, '__tests__/recorded', `${name}.json.gz`)

/** Where recorded releases went, in order: two registries, a folder, a branch. */
export function recordedTargets(registries: readonly TestRegistry[], served: string): readonly string[] {
  const oci = registries.map(({ host }) => `oci://${host}/acme/charts`)
  return [...oci, `dir:${served}?url=https://charts.example.com`, 'pages://gh-pages?url=https://acme.github.io/charts']
}

/** Writes what a release left, under the short id of the commit whose dist/ made it. */
export async function saveRecording(
  name: string,
  { repository, registries, served, trustedRoot }: Remains,
): Promise<string> {
  const bundle = join(repository.root, 'origin.bundle')
  await git(repository.origin, ['bundle', 'create', '--quiet', bundle, '--all'])
  const recording: Recording = {
    origin: (await readFile(bundle)).toString('base64'),
    registries: registries.map((store) =>
      Object.fromEntries([...store].map(([path, content]) => [path, recorded(content)])),
    ),
    served: Object.fromEntries(await filesIn(served)),
    trustedRoot,
  }
  const file = fileOf(name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, gzipSync(JSON.stringify(recording), { level: 9 }))
  return file
}

/** Puts everything back as it was, in temporary folders of its own. */
export async function openRecording(name: string): Promise<Remains> {
  const recording = JSON.parse(gunzipSync(await readFile(fileOf(name))).toString()) as Recording
  const repository = await aRepository()
  const bundle = join(repository.root, 'origin.bundle')
  await writeFile(bundle, recording.origin, 'base64')
  await git(repository.origin, ['fetch', '--quiet', bundle, '+refs/*:refs/*'])
  await repository.git('fetch', '--quiet', 'origin')
  await repository.git('reset', '--quiet', '--hard', `origin/${repository.branch}`)
  const served = join(repository.root, 'served')
  for (const [path, content] of Object.entries(recording.served)) {
    await mkdir(dirname(join(served, path)), { recursive: true })
    await writeFile(join(served, path), content, 'base64')
  }
  const registries = recording.registries.map(
    (paths) => new Map(Object.entries(paths).map(([path, content]) => [path, restored(content)])),
  )
  return { repository, registries, served, trustedRoot: recording.trustedRoot }
}

export async function filesIn(folder: string): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(
    paths
      .sort()
      .map(async (path) => [path.slice(folder.length + 1), (await readFile(path)).toString('base64')] as const),
  )
}

function recorded({ blobs, manifests, tags }: Repository): RecordedRepository {
  return {
    blobs: Object.fromEntries([...blobs].map(([digest, bytes]) => [digest, bytes.toString('base64')])),
    manifests: [...manifests.values()].map(({ bytes, ...rest }) => ({ ...rest, bytes: bytes.toString('base64') })),
    tags: Object.fromEntries(tags),
  }
}

function restored({ blobs, manifests, tags }: RecordedRepository): Repository {
  const bytesOf = (text: string) => Buffer.from(text, 'base64')
  return {
    blobs: new Map(Object.entries(blobs).map(([digest, text]) => [digest, bytesOf(text)])),
    manifests: new Map(manifests.map((each) => [each.digest, { ...each, bytes: bytesOf(each.bytes) }])),
    tags: new Map(Object.entries(tags)),
    uploads: new Map(),
  }
}
