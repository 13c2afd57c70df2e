import type { ReleasedReference } from '../model/report.ts'
import type { Identity } from '../model/signature.ts'
import { verifyFlags } from '../signing/commands.ts'
import { type CommandContext, shellWord } from './commands.ts'

/** Whether a chart is in an index that a web server gives, and no manifest in a registry. */
export function isServed({ reference }: ReleasedReference): boolean {
  return /^https?:\/\//.test(reference)
}

/** The command that makes all charts of the index known to Helm. */
export function helmRepoAdd(reference: ReleasedReference): string {
  const url = repositoryOf(reference)
  return `helm repo add ${shellWord(aliasFor(url))} ${shellWord(url)}`
}

/** The commands that fetch the released version from its index, with its provenance verified where it has one. */
export function helmPullFromIndex(reference: ReleasedReference, name: string, version: string): string {
  const url = repositoryOf(reference)
  const pull = `helm pull ${shellWord(name)} --repo ${shellWord(url)} --version ${shellWord(version)}`
  if (!reference.hasProvenance) return pull
  return `curl -fsSL -o pubkey.gpg ${shellWord(`${url}/pubkey.gpg`)}\n${pull} --verify --keyring pubkey.gpg`
}

/** The commands that accept exactly what this run signed; they work as they stand in a POSIX shell. */
export function cosignVerifyBlob(
  { reference }: ReleasedReference,
  identity: Identity,
  { trustedRoot }: CommandContext,
): string {
  const file = fileOf(reference)
  const [archive, bundle] = [file, `${file}.sigstore.json`].map(shellWord)
  const words = [...verifyFlags(identity), ...(trustedRoot === undefined ? [] : ['--trusted-root', trustedRoot])]
  const flags = words
    .map(shellWord)
    .join(' ')
    .replace(/ (?=--)/g, ' \\\n  ')
  return [
    `curl -fsSL -o ${archive} ${shellWord(reference)}`,
    `curl -fsSL -o ${bundle} ${shellWord(`${reference}.sigstore.json`)}`,
    `cosign verify-blob ${archive} \\\n  --bundle ${bundle} \\\n  ${flags}`,
  ].join('\n')
}

/** The folder of the index: what comes before the digest. */
function repositoryOf({ pinned }: ReleasedReference): string {
  return pinned.slice(0, pinned.lastIndexOf('@'))
}

/** A name for `helm repo add`: of the owner where GitHub serves it, else of the host. */
function aliasFor(url: string): string {
  const [first = ''] = new URL(url).hostname.split('.')
  return /^[a-z0-9][\w-]*$/i.test(first) && !/^\d+$/.test(first) ? first : 'charts'
}

/** `+` is written `%2B` in addresses. */
function fileOf(reference: string): string {
  const name = new URL(reference).pathname.split('/').at(-1) ?? ''
  return name.replace(/%2B/gi, '+')
}
