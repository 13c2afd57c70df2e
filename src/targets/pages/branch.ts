import { archiveUrl } from '../../index-file/release.ts'
import type { ChartRef } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { once } from '../../model/once.ts'
import type { SideClone } from '../../platform/platform.ts'
import { keyOf, MAX_ARCHIVE_BYTES, type NamedFiles, namesOf } from '../beside.ts'
import { INDEX, INDEX_SIGNATURE, type IndexState, MAX_SIGNATURE_BYTES } from '../index-state.ts'
import type { IndexStore, Publication } from '../index-store.ts'
import type { TargetContext } from '../target.ts'
import { type PagesAddress, servedAt } from './address.ts'
import { createBranchWriter } from './branch-writer.ts'
import { openStaging } from './staging.ts'
import { holds, readFile, readSource, readTip, type Tip } from './tip.ts'

/** Archives and index on one branch: all charts of a run come with one commit. */
export function openBranch(address: PagesAddress, context: TargetContext): IndexStore {
  const { branch, path } = address
  const { clock, git, facts } = context
  const indexName = `${INDEX} on ${branch}`
  const at = (file: string) => (path === '' ? file : `${path}/${file}`)
  const writer = once(() => git.sideClone())
  // What was written is read back by somebody who knows nothing of the writer.
  const reader = once(() => git.sideClone())
  const staging = openStaging({ writer, reader, clock })
  const staged = new Map<string, Map<string, Uint8Array>>()
  const write = createBranchWriter({ branch, context, clone: writer })

  let tip: Promise<Tip> | undefined
  const look = async () => {
    tip = reader().then((clone) => readTip(clone, branch))
    tip.catch(() => {
      tip = undefined
    })
    return tip
  }
  const known = () => tip ?? look()

  async function stage(ref: ChartRef, files: NamedFiles): Promise<void> {
    const { archive } = namesOf(ref)
    const [there, content] = [(await known()).files.get(at(archive)), files.get(archive)]
    if (there && content && !holds(there, content)) throw occupied(branch, at(archive))
    staged.set(keyOf(ref), new Map([...(staged.get(keyOf(ref)) ?? []), ...files]))
    staging.put(files)
  }

  async function read(ref: ChartRef, file: string): Promise<Uint8Array | undefined> {
    const own = staged.get(keyOf(ref))
    if (own?.has(file)) return staging.read(file)
    // What this run packaged itself has nothing but what it staged.
    if (own?.has(namesOf(ref).archive)) return undefined
    return readFile(await reader(), await known(), { path: at(file), maxBytes: MAX_ARCHIVE_BYTES })
  }

  const readSignature = (clone: SideClone, tip: Tip) =>
    readFile(clone, tip, { path: at(INDEX_SIGNATURE), maxBytes: MAX_SIGNATURE_BYTES })

  /** Of one commit, so they belong together. */
  async function stateAt(clone: SideClone, tip: Tip): Promise<IndexState> {
    const source = await readSource(clone, tip, at(INDEX), indexName)
    return { source, signature: await readSignature(clone, tip) }
  }

  /** What the branch does not hold yet of all that is to be shown. */
  function changes({ index, signature, added, kept, keys }: Publication, { files }: Tip): Map<string, Uint8Array> {
    const wanted = new Map<string, Uint8Array>()
    const put = (file: string, content: Uint8Array, replace: boolean) => {
      const there = files.get(at(file))
      if (!there || (replace && !holds(there, content))) wanted.set(at(file), content)
    }
    for (const ref of added) {
      for (const [file, content] of staged.get(keyOf(ref)) ?? []) put(file, content, file !== namesOf(ref).archive)
    }
    for (const ref of kept) {
      const own = staged.get(keyOf(ref)) ?? new Map<string, Uint8Array>()
      for (const [file, content] of own) put(file, content, !own.has(namesOf(ref).archive))
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
    indexName,
    archiveUrl: (ref) => archiveUrl(ref, { kind: 'beside' }),
    preflight: () => write.preflight(),
    async readIndex() {
      return readSource(await reader(), await look(), at(INDEX), indexName)
    },
    readState: async () => stateAt(await reader(), await known()),
    readSignature: async () => readSignature(await reader(), await known()),
    removal: (file) =>
      `git switch ${branch} && git rm ${at(file)} && git commit -m "chore: remove ${file}" && git push`,
    stage,
    read,
    readBeside: async (file) =>
      readFile(await reader(), await known(), { path: at(file), maxBytes: MAX_ARCHIVE_BYTES }),
    has: async (_, file) => (await known()).files.has(at(file)),
    async publish(prepare) {
      const leftovers = staged.size > 0 ? await staging.leftovers() : []
      await write.commit(async (clone, now) => {
        const publication = await prepare(await stateAt(clone, now))
        for (const ref of publication.added) requireFree(now, ref)
        return { files: changes(publication, now), message: messageOf(publication) }
      }, leftovers)
      tip = undefined
    },
  }

  function requireFree({ files }: Tip, ref: ChartRef): void {
    const { archive } = namesOf(ref)
    const [there, content] = [files.get(at(archive)), staged.get(keyOf(ref))?.get(archive)]
    if (there && content && !holds(there, content)) throw occupied(branch, at(archive))
  }
}

function occupied(branch: string, path: string): ReleaseError {
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
    : `${verb} ${names.length} chart${names.length === 1 ? '' : 's'}\n\n${names.map((name) => `- ${name}`).join('\n')}`
}
