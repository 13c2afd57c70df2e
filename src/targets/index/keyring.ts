import { Buffer } from 'node:buffer'
import type { PackagedChart } from '../../model/chart.ts'
import type { Log } from '../../ports/runner.ts'
import { KEYRING, keyFilesOf } from './release-files.ts'
import type { IndexStore } from './store.ts'

/**
 * Warns once if the keyring beside the index holds another key than provenance is signed with: it is somebody's
 * file and stays, and consumers who verify by it refuse what is released now.
 */
export function createKeyringCheck(
  store: Pick<IndexStore, 'indexName' | 'readBeside'>,
  log: Pick<Log, 'warning'>,
): (chart: PackagedChart) => Promise<void> {
  let asked: Promise<Uint8Array | undefined> | undefined
  let isWarned = false
  return async (chart) => {
    const key = keyFilesOf(chart).get(KEYRING)
    if (!key || isWarned) return
    asked ??= store.readBeside(KEYRING)
    const there = await asked
    if (!there || isWarned || holdsKey(there, key)) return
    isWarned = true
    log.warning(
      `${KEYRING} beside ${store.indexName} does not hold the key that this run signs provenance with, and is left as it is: \`helm pull --verify\` with it refuses what is released now. Put both keys into it (\`gpg --export OLD NEW > ${KEYRING}\`; with \`--armor\` for pubkey.asc), or delete both files: the next release writes those of the new key.`,
    )
  }
}

/** Whether a binary keyring holds a key, whatever signatures and other keys it came with. */
function holdsKey(keyring: Uint8Array, key: Uint8Array): boolean {
  return Buffer.from(keyring).includes(Buffer.from(firstBody(key)))
}

/** The body of the first packet, which is the public key itself, the same in each export. As OpenPGP.js writes it: RFC 9580, 4.2.1. */
function firstBody(key: Uint8Array): Uint8Array {
  const [, first = 0, second = 0] = key
  if (first < 192) return key.subarray(2, 2 + first)
  if (first < 224) return key.subarray(3, 3 + (first - 192) * 256 + second + 192)
  return key.subarray(6, 6 + Buffer.from(key).readUInt32BE(2))
}
