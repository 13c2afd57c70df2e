import { ReleaseError } from '../../model/errors.ts'

const BLOCK = 512
/** Extended headers carry names; a longer one is an attack. */
const MAX_EXTENSION_BYTES = 64 * 1024

/** One regular file of a tar, with its whole path. */
export interface TarFile {
  readonly path: string
  readonly content: Uint8Array
}

export interface TarLimits {
  readonly fileBytes: number
  readonly entries: number
}

interface Header {
  readonly type: string
  readonly path: string
  readonly size: number
}

/**
 * Reads the regular files of a tar (ustar, with PAX and GNU long names) in their order; folders are skipped. Links,
 * devices, sparse files and all other types are `ARCHIVE_INVALID`; too much is `ARCHIVE_TOO_LARGE` or
 * `ARCHIVE_FILE_TOO_LARGE`.
 */
export function readTar(tar: Uint8Array, limits: TarLimits): readonly TarFile[] {
  const files: TarFile[] = []
  let long: { path?: string; size?: number } = {}
  let entries = 0
  for (let at = 0; at + BLOCK <= tar.length && !isZero(tar.subarray(at, at + BLOCK)); ) {
    entries += 1
    if (entries > limits.entries) throw tooLarge(`more than ${limits.entries} entries`)
    const header = readHeader(tar.subarray(at, at + BLOCK))
    const path = long.path ?? header.path
    const size = long.size ?? header.size
    const content = tar.subarray(at + BLOCK, at + BLOCK + size)
    if (content.length < size) throw invalid('is cut short')
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
    if (header.type === 'x' || header.type === 'L') {
      long = { ...long, ...(header.type === 'x' ? readPax(bounded(content)) : { path: cString(bounded(content)) }) }
      continue
    }
    long = {}
    if (header.type === 'g') refuseGlobal(readPax(bounded(content)))
    else if (isFile(header.type, path)) files.push({ path, content: fileContent(path, content, limits) })
  }
  return files
}

// Comments, as `git archive` writes them, are harmless.
function refuseGlobal(found: object): void {
  if (Object.keys(found).length > 0) throw invalid('has a PAX header that renames all files')
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['1', 'a hard link'],
  ['2', 'a link'],
  ['3', 'a device'],
  ['4', 'a device'],
  ['6', 'a pipe'],
])

function isFile(type: string, path: string): boolean {
  if (type === '0' || type === '\0') return !path.endsWith('/')
  if (type === '5') return false
  throw invalid(
    `holds ${KINDS.get(type) ?? `an entry of the unknown type ${JSON.stringify(type)}`}: ${quotedPath(path)}`,
  )
}

function fileContent(path: string, content: Uint8Array, limits: TarLimits): Uint8Array {
  if (content.length <= limits.fileBytes) return content
  const what = `${quotedPath(path)} in the archive has ${content.length} bytes; Helm 3 loads files up to ${limits.fileBytes}`
  throw new ReleaseError('ARCHIVE_FILE_TOO_LARGE', what, { hint: 'Leave it out by .helmignore, or make it smaller.' })
}

function readHeader(block: Uint8Array): Header {
  const sum = readOctal(block.subarray(148, 156))
  const actual = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0)
  if (sum !== actual) throw invalid('is damaged: a header has a wrong checksum')
  const name = cString(block.subarray(0, 100))
  const isUstar = cString(block.subarray(257, 265)) === 'ustar' && block[263] === 0x30
  const prefix = isUstar ? cString(block.subarray(345, 500)) : ''
  const type = String.fromCharCode(block[156] ?? 0)
  return { type, path: prefix === '' ? name : `${prefix}/${name}`, size: readOctal(block.subarray(124, 136)) }
}

function readOctal(field: Uint8Array): number {
  const text = String.fromCharCode(...field).replace(/^[ \0]+|[ \0]+$/g, '')
  if (/^[0-7]{0,12}$/.test(text)) return Number.parseInt(text || '0', 8)
  throw invalid('is damaged: a header holds no number where one belongs')
}

/** The records of a PAX header that affect reading: `path` and `size`. */
function readPax(content: Uint8Array): { path?: string; size?: number } {
  const found: { path?: string; size?: number } = {}
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at)
    const length = Number(decode(content.subarray(at, space < 0 ? at : space)))
    const record = content.subarray(space + 1, at + length - 1)
    const ends = content[at + length - 1] === 0x0a
    if (space < 0 || !Number.isInteger(length) || length <= space - at + 1 || !ends)
      throw invalid('has a damaged PAX header')
    const [key = '', value = ''] = splitOnce(decode(record), '=')
    if (key.startsWith('GNU.sparse')) throw invalid('holds a sparse file')
    if (key === 'path') found.path = value
    if (key === 'size' && !/^\d{1,15}$/.test(value)) throw invalid('has a damaged PAX header')
    if (key === 'size') found.size = Number(value)
    at += length
  }
  return found
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)]
}

function bounded(content: Uint8Array): Uint8Array {
  if (content.length > MAX_EXTENSION_BYTES) throw invalid('has an extended header that is far too large')
  return content
}

function cString(field: Uint8Array): string {
  const end = field.indexOf(0)
  return decode(end < 0 ? field : field.subarray(0, end))
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new ReleaseError('ARCHIVE_INVALID', 'The archive holds a name that is not UTF-8', { cause })
  }
}

function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0)
}

/** A path from an archive, safe to show. */
export function quotedPath(path: string): string {
  return JSON.stringify(path.length > 120 ? `${path.slice(0, 120)}…` : path)
}

/** `what` continues the sentence "The archive …". */
export function invalid(what: string): ReleaseError {
  return new ReleaseError('ARCHIVE_INVALID', `The archive ${what}`)
}

export function tooLarge(what: string): ReleaseError {
  return new ReleaseError('ARCHIVE_TOO_LARGE', `The archive holds ${what}, more than Helm loads`)
}
