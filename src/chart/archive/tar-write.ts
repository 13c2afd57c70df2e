import { ReleaseError } from '../../model/errors.ts'
import type { TarFile } from './tar-read.ts'

const BLOCK = 512
/** GNU tar's record size; the end of every archive is padded to it. */
const RECORD = 20 * BLOCK
const MAX_SECONDS = 0o77777777777

/**
 * A tar whose bytes depend on nothing but paths, contents, their order and the time: mode 0644, owner 0, ustar headers,
 * a PAX header before a file whose path does not fit into one.
 */
export function writeTar(files: readonly TarFile[], mtime: Date): Uint8Array {
  const seconds = Math.min(MAX_SECONDS, Math.max(0, Math.floor(mtime.getTime() / 1000)))
  if (!Number.isFinite(seconds)) throw new ReleaseError('BUG_UNEXPECTED', 'An archive was to be written without a time')
  const blocks = files.flatMap(({ path, content }) => [...headersOf(path, content.length, seconds), padded(content)])
  const length = blocks.reduce((total, block) => total + block.length, 0)
  const tar = new Uint8Array(Math.ceil((length + 2 * BLOCK) / RECORD) * RECORD)
  let at = 0
  for (const block of blocks) {
    tar.set(block, at)
    at += block.length
  }
  return tar
}

function headersOf(path: string, size: number, seconds: number): readonly Uint8Array[] {
  const split = splitPath(path)
  if (split) return [header(split, size, seconds, '0')]
  const record = padded(paxRecord('path', path))
  const name = { prefix: '', name: 'PaxHeader' }
  return [
    header(name, paxRecord('path', path).length, seconds, 'x'),
    record,
    header({ prefix: '', name: 'long-name' }, size, seconds, '0'),
  ]
}

/** Name and prefix of a ustar header; `undefined` if the path is too long for both, or not ASCII. */
function splitPath(path: string): { readonly prefix: string; readonly name: string } | undefined {
  if (!/^[\x20-\x7e]+$/.test(path)) return undefined
  if (path.length <= 100) return { prefix: '', name: path }
  const slash = path.lastIndexOf('/', 155)
  const name = path.slice(slash + 1)
  return slash > 0 && name.length <= 100 && name !== '' ? { prefix: path.slice(0, slash), name } : undefined
}

function header(
  { prefix, name }: { prefix: string; name: string },
  size: number,
  seconds: number,
  type: string,
): Uint8Array {
  const block = new Uint8Array(BLOCK)
  const put = (text: string, at: number) => block.set(Buffer.from(text, 'latin1'), at)
  put(name, 0)
  put('0000644\0', 100)
  put('0000000\0', 108)
  put('0000000\0', 116)
  put(`${octal(size)}\0`, 124)
  put(`${octal(seconds)}\0`, 136)
  put(type, 156)
  put('ustar\u000000', 257)
  put('0000000\0', 329)
  put('0000000\0', 337)
  put(prefix, 345)
  put(' '.repeat(8), 148)
  const sum = block.reduce((total, byte) => total + byte, 0)
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

function octal(value: number): string {
  return value.toString(8).padStart(11, '0')
}

/** `<length> path=<value>` and a line feed; the length counts its own digits. */
function paxRecord(key: string, value: string): Uint8Array {
  const rest = Buffer.byteLength(` ${key}=${value}\n`)
  let length = rest + 1
  while (rest + String(length).length !== length) length += 1
  return Buffer.from(`${length} ${key}=${value}\n`)
}

function padded(content: Uint8Array): Uint8Array {
  if (content.length % BLOCK === 0) return content
  const block = new Uint8Array(Math.ceil(content.length / BLOCK) * BLOCK)
  block.set(content)
  return block
}
