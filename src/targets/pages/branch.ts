import { basename } from 'node:path'
import { archiveUrl } from '../../index-file/write/release.ts'
import { createMemo, memoizeAsync } from '../../model/async/memoize.ts'
import type { ChartRef, PackagedChart } from '../../model/chart.ts'
import { asReleaseError, problemsIn, ReleaseError } from '../../model/errors.ts'
import { countText } from '../../model/text.ts'
import type { SideClone } from '../../ports/git.ts'
import { isReplaceable, type Neighbours, notOurs, requireOwnBeside } from '../index/occupied.ts'
import { archiveNames, keyFilesOf, keyOf, MAX_ARCHIVE_BYTES, type NamedFiles } from '../index/release-files.ts'
import { INDEX, INDEX_SIGNATURE, type IndexState, MAX_SIGNATURE_BYTES } from '../index/state.ts'
import type { IndexStore, Publication } from '../index/store.ts'
import type { TargetContext } from '../target.ts'
import { type PagesAddress, servedAt, siteOf } from './address.ts'
import { type BranchHead, holds, readFile, readSource, requireFree } from './branch-head.ts'
import { createBranchWriter } from './branch-writer.ts'
import { createContinuity } from './continuity.ts'
import { openStaging } from './staging.ts'

/** Archives and index on one branch: all charts of a run come with one commit. */
export function openBranch(address: PagesAddress, context: TargetContext): IndexStore {
  const { branch, path } = address
  const { clock, git, facts } = context
  const indexName = `${INDEX} on ${branch}`
  const at = (file: string) => (path === '' ? file : `${path}/${file}`)
  const writer = memoizeAsync(() => git.sideClone())
  // What was written is read back by somebody who knows nothing of the writer.
  const reader = memoizeAsync(() => git.sideClone())
  const staging = openStaging({ writer, reader, clock })
  const staged = new Map<string, Map<string, Uint8Array>>()
  const write = createBranchWriter({ branch, context, clone: writer })

  const continuity = createContinuity(branch)
  const head = createMemo<BranchHead>()
  const look = () => head.hold(reader().then((clone) => continuity.read(clone)))
  const known = () => head.held() ?? look()
  const removal = (file: string) =>
    `git switch ${branch} && git rm ${at(file)} && git commit -m "chore: remove ${file}" && git push`

  async function stage(ref: ChartRef, files: NamedFiles, chart?: PackagedChart): Promise<void> {
    const now = await known()
    const keys = chart ? [...keyFilesOf(chart).keys()].filter((file) => !now.files.has(at(file))) : []
    for (const file of [...files.keys(), ...keys]) requireFree(now, at(file), at(file))
    requireSameArchive(now, ref, files.get(archiveNames(ref).archive))
    if (chart) await requireOwnBeside(chart, files, neighboursAt(await reader(), now))
    staged.set(keyOf(ref), new Map([...(staged.get(keyOf(ref)) ?? []), ...files]))
    staging.put(files)
  }

  async function read(ref: ChartRef, file: string): Promise<Uint8Array | undefined> {
    const own = staged.get(keyOf(ref))
    if (own?.has(file)) return staging.read(file)
    // What this run packaged itself has nothing but what it staged.
    if (own?.has(archiveNames(ref).archive)) return undefined
    return readFile(await reader(), await known(), { path: at(file), maxBytes: MAX_ARCHIVE_BYTES })
  }

  const neighboursAt = (clone: SideClone, tip: BranchHead): Neighbours => ({
    read: (file) => readFile(clone, tip, { path: at(file), maxBytes: MAX_ARCHIVE_BYTES }),
    nameOf: (file) => `${at(file)} on ${branch}`,
    removal,
  })

  /** Nobody but this action wrote what a commit replaces, also if it came while this run worked. */
  async function requireOwn(clone: SideClone, tip: BranchHead, wanted: ReadonlyMap<string, Uint8Array>): Promise<void> {
    for (const [path, content] of wanted) {
      requireFree(tip, path, path)
      if (!tip.files.has(path) || [at(INDEX), at(INDEX_SIGNATURE)].includes(path)) continue
      const there = await readFile(clone, tip, { path, maxBytes: MAX_ARCHIVE_BYTES })
      if (there && !isReplaceable(there, content)) throw notOurs(`${path} on ${branch}`, removal(basename(path)))
    }
  }

  const readSignature = (clone: SideClone, tip: BranchHead) =>
    readFile(clone, tip, { path: at(INDEX_SIGNATURE), maxBytes: MAX_SIGNATURE_BYTES })

  /** Of one commit, so they belong together. */
  async function stateAt(clone: SideClone, tip: BranchHead): Promise<IndexState> {
    const source = await readSource(clone, tip, at(INDEX), indexName)
    return { source, signature: await readSignature(clone, tip) }
  }

  /** What the branch does not hold yet of all that is to be shown. */
  function changes(
    { index, signature, added, kept, keys }: Publication,
    { files }: BranchHead,
  ): Map<string, Uint8Array> {
    const wanted = new Map<string, Uint8Array>()
    const put = (file: string, content: Uint8Array, replace: boolean) => {
      const there = files.get(at(file))
      if (!there || (replace && !holds(there, content))) wanted.set(at(file), content)
    }
    for (const ref of added) {
      for (const [file, content] of staged.get(keyOf(ref)) ?? []) put(file, content, file !== archiveNames(ref).archive)
    }
    for (const ref of kept) {
      const own = staged.get(keyOf(ref)) ?? new Map<string, Uint8Array>()
      for (const [file, content] of own) put(file, content, !own.has(archiveNames(ref).archive))
    }
    for (const [file, content] of keys) put(file, content, false)
    if (index) wanted.set(at(INDEX), index)
    if (signature) put(INDEX_SIGNATURE, signature, true)
    return wanted
  }

  return {
    address: address.address,
    hides: 'unlisted',
    url: servedAt(address, facts.repository),
    site: siteOf(address, facts),
    indexName,
    unloadable: address.unloadable,
    archiveUrl: (ref) => archiveUrl(ref, { kind: 'beside' }),
    async preflight(refs) {
      const problems = await write.preflight()
      if (problems.length > 0) return problems
      return known().then((tip) => placeProblems(tip, refs), problemsIn)
    },
    async readIndex() {
      return readSource(await reader(), await look(), at(INDEX), indexName)
    },
    readState: async () => stateAt(await reader(), await known()),
    readSignature: async () => readSignature(await reader(), await known()),
    removal,
    stage,
    read,
    readBeside: async (file) =>
      readFile(await reader(), await known(), { path: at(file), maxBytes: MAX_ARCHIVE_BYTES }),
    has: async (_, file) => (await known()).files.has(at(file)),
    async publish(prepare) {
      const leftovers = staged.size > 0 ? await staging.leftovers() : []
      await write.commit(async (clone, now) => {
        await continuity.require(clone, now)
        const publication = await prepare(await stateAt(clone, now))
        for (const ref of publication.added)
          requireSameArchive(now, ref, staged.get(keyOf(ref))?.get(archiveNames(ref).archive))
        const files = changes(publication, now)
        await requireOwn(clone, now, files)
        return { files, message: messageOf(publication) }
      }, leftovers)
      head.forget()
    },
  }

  function requireSameArchive({ files }: BranchHead, ref: ChartRef, content: Uint8Array | undefined): void {
    const { archive } = archiveNames(ref)
    const there = files.get(at(archive))
    if (there && content && !holds(there, content)) throw otherArchive(branch, at(archive))
  }

  /** Each thing that is in the way is told once, however many files are to be written there. */
  function placeProblems(tip: BranchHead, refs: readonly ChartRef[]): readonly ReleaseError[] {
    const files = [INDEX, INDEX_SIGNATURE, ...refs.flatMap((ref) => Object.values(archiveNames(ref)))]
    const byObstacle = new Map(files.map((file) => [tip.paths.obstacleTo(at(file))?.path, at(file)] as const).reverse())
    byObstacle.delete(undefined)
    return [...byObstacle.values()].flatMap((path) => problemsOf(() => requireFree(tip, path, path)))
  }
}

function problemsOf(check: () => void): readonly ReleaseError[] {
  try {
    check()
    return []
  } catch (error) {
    return [asReleaseError(error)]
  }
}

function otherArchive(branch: string, path: string): ReleaseError {
  return new ReleaseError('CONFLICT_TAG_TAKEN', `${path} on ${branch} holds other content than this run made.`, {
    hint: 'No index names it, and somebody may still download it: raise the version in Chart.yaml, or delete the file on the branch.',
  })
}

function messageOf({ added, kept }: Publication): string {
  const [refs, verb] = added.length > 0 ? [added, 'Release'] : [kept, 'Sign']
  const names = refs.map(({ name, version }) => `${name} ${version}`)
  const subject = names.length === 1 ? `${verb} ${names[0]}` : `${verb} ${names.length} charts`
  return names.length === 1 && subject.length <= 72
    ? subject
    : `${verb} ${countText(names.length, 'chart')}\n\n${names.map((name) => `- ${name}`).join('\n')}`
}
