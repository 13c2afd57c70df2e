import { type Key, readCleartextMessage, verify } from 'openpgp'
import type { ProvenanceOutcome, ProvenFile } from './provenance.ts'

/** A `.prov` file is as long as Chart.yaml and one signature. */
const MAX_BYTES = 1024 * 1024
const START = '-----BEGIN PGP SIGNED MESSAGE-----'
const FILE = /^[ \t]+(?<quote>["']?)(?<name>[^\s"']+)\k<quote>:[ \t]+["']?(?<digest>[\w:+-]{1,200})["']?[ \t]*$/

/**
 * Judges a `.prov` file as `helm verify` does: signed by a key of the keyring that is valid now, about a file of this name
 * with this digest. Whatever is in the file, it is an outcome and not an error.
 */
export async function verifyProvenance(
  prov: Uint8Array,
  file: ProvenFile,
  { keys, now }: { readonly keys: readonly Key[]; readonly now: Date },
): Promise<ProvenanceOutcome> {
  const text = Buffer.from(prov).toString()
  if (prov.length > MAX_BYTES) return { why: `it is larger than ${MAX_BYTES} bytes` }
  // Helm reads the first message of a file: with several, people would look at another one than programs.
  if (!text.startsWith(START) || text.split(START).length !== 2) return { why: 'it is not one signed message' }
  const message = await readCleartextMessage({ cleartextMessage: text }).catch(() => undefined)
  if (!message) return { why: 'it is damaged' }
  const signer = await signerOf(message, keys, now)
  if ('why' in signer) return signer
  const why = fileProblem(message.getText(), file)
  return why === undefined ? signer : { why }
}

type Message = Awaited<ReturnType<typeof readCleartextMessage>>

async function signerOf(message: Message, keys: readonly Key[], now: Date): Promise<ProvenanceOutcome> {
  const { signatures } = await verify({ message, verificationKeys: [...keys], date: now })
  const [signature] = signatures
  if (!signature || signatures.length !== 1) return { why: `it has ${signatures.length} signatures` }
  const id = signature.keyID
  const key = keys.find((one) => one.getKeys(id).length > 0)
  if (!key) return { why: `the key ${id.toHex().toUpperCase()} that signed it is not in the keyring`, isForeign: true }
  // Before the signature: the library refuses those of a revoked key without saying why.
  const why = await keyProblem(key, id, now)
  if (why !== undefined) return { why, isForeign: true }
  const holds = await signature.verified.then(
    () => true,
    () => false,
  )
  return holds ? { key: key.getFingerprint().toUpperCase() } : { why: 'its signature does not hold for what it says' }
}

/** As Helm, which looks at today and not at the day of the signature. */
async function keyProblem(key: Key, id: Parameters<Key['getKeys']>[0], now: Date): Promise<string | undefined> {
  const name = key.getKeyID().toHex().toUpperCase()
  if (await key.isRevoked(undefined, undefined, now)) return `the key ${name} is revoked`
  const end = await key.getExpirationTime()
  if (end instanceof Date && end <= now) return `the key ${name} expired on ${end.toISOString().slice(0, 10)}`
  const isValid = await key.getSigningKey(id, now).then(
    () => true,
    () => false,
  )
  return isValid ? undefined : `the key ${name} must not sign now`
}

/** Helm splits the text at the line `...`, and reads the files from the second part. */
function fileProblem(text: string, { name, digest }: ProvenFile): string | undefined {
  const [, second] = text.replaceAll('\r\n', '\n').split('\n...\n')
  const listed = second === undefined ? undefined : filesIn(second)
  if (!listed) return 'it does not list files'
  const found = listed.get(name)
  if (found === undefined) return `it is not about ${name}`
  return found === digest ? undefined : `it is about ${name} with ${found.slice(0, 80)}, and the archive is ${digest}`
}

/**
 * The lines of `files`, as Helm and this action write them. Anything else in their place is refused, which spares a hostile
 * file the YAML parser.
 */
function filesIn(part: string): ReadonlyMap<string, string> | undefined {
  const [, block] = part.split(/^files:[ \t]*\n/m)
  const lines =
    block
      ?.split(/\n(?![ \t])/)[0]
      ?.split('\n')
      .filter((line) => line.trim() !== '') ?? []
  const files = new Map<string, string>()
  for (const line of lines) {
    const { quote, name = '', digest = '' } = FILE.exec(line)?.groups ?? {}
    if (name === '' || files.has(name) || (quote === '"' && name.includes('\\'))) return undefined
    files.set(name, digest)
  }
  return files.size === 0 ? undefined : files
}
