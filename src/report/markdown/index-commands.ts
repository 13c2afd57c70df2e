import type { ArchiveReference, ReleasedReference } from '../../model/report.ts'
import type { Identity } from '../../model/signature.ts'
import { verifyFlags } from '../../signing/cosign-flags.ts'
import { type CommandContext, flagLines, shellWord } from './commands.ts'

/** Whether a chart is in an index that a web server gives, and no manifest in a registry. */
export function isServed(reference: ReleasedReference): reference is ArchiveReference {
  return 'repository' in reference && /^https?:\/\//.test(reference.reference)
}

/**
 * The commands that make all charts of the index known to Helm, and show the released version as Helm sees it there. Who
 * added the repository before has its index as it was then, which only an update renews.
 */
export function helmRepoAdd({ repository }: ArchiveReference, name: string, version: string): string {
  const alias = aliasFor(repository)
  return [
    `helm repo add ${shellWord(alias)} ${shellWord(repository)}`,
    `helm repo update ${shellWord(alias)}`,
    `helm show chart ${shellWord(`${alias}/${name}`)} --version ${shellWord(version)}`,
  ].join('\n')
}

/** The commands that fetch the released version, from its index if there is one, and verify its provenance if the key is there. */
export function helmPullFromIndex(
  { repository, hasProvenance, isUnlisted, reference }: ArchiveReference,
  name: string,
  version: string,
): string {
  if (isUnlisted) return `helm pull ${shellWord(reference)}`
  const pull = `helm pull ${shellWord(name)} --repo ${shellWord(repository)} --version ${shellWord(version)}`
  if (!hasProvenance) return pull
  return `curl -fsSL -o pubkey.gpg ${shellWord(`${repository}/pubkey.gpg`)}\n${pull} --verify --keyring pubkey.gpg`
}

/** The commands that fetch a file and accept exactly what this run signed; ready to paste into a POSIX shell. */
export function cosignVerifyBlob(url: string, identity: Identity, { trustedRoot }: CommandContext): string {
  const name = fileOf(url)
  const [file, bundle] = [name, `${name}.sigstore.json`].map(shellWord)
  const words = [...verifyFlags(identity), ...(trustedRoot === undefined ? [] : ['--trusted-root', trustedRoot])]
  return [
    `curl -fsSL -o ${file} ${shellWord(url)}`,
    `curl -fsSL -o ${bundle} ${shellWord(`${url}.sigstore.json`)}`,
    `cosign verify-blob ${file} \\\n  --bundle ${bundle} \\\n  ${flagLines(words)}`,
  ].join('\n')
}

/** A name for `helm repo add`: the owner if GitHub serves the repository, else the host. */
function aliasFor(url: string): string {
  const [first = ''] = new URL(url).hostname.split('.')
  return /^[a-z0-9][\w-]*$/i.test(first) && !/^\d+$/.test(first) ? first : 'charts'
}

/** The name of the file at an address, where `+` is written `%2B`. */
export function fileOf(reference: string): string {
  const name = new URL(reference).pathname.split('/').at(-1) ?? ''
  return name.replace(/%2B/gi, '+')
}
