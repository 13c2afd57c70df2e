import { crc32, gunzipSync } from 'node:zlib'
import { deflateSync } from 'fflate'
import { invalid, tooLarge } from './tar-read.ts'

/**
 * These determine an archive's digest: another level, another memory setting or another version of fflate gives other
 * bytes for the same files. See docs/adr/0003-own-archives.md.
 */
const DEFLATE = { level: 6, mem: 8 } as const

// RFC 1952: deflate, no flags, no time, no compression hint, unknown system.
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)

/** The same bytes for the same content on every machine: the deflater is JavaScript and its settings are fixed. */
export function gzip(content: Uint8Array): Uint8Array {
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(content), 0)
  trailer.writeUInt32LE(content.length % 2 ** 32, 4)
  return Buffer.concat([HEADER, deflateSync(content, DEFLATE), trailer])
}

/** Unpacks up to `maxBytes`, more is `ARCHIVE_TOO_LARGE`; input that is not gzip or is damaged is `ARCHIVE_INVALID`. */
export function gunzip(packed: Uint8Array, maxBytes: number): Uint8Array {
  if (packed.length > maxBytes) throw tooLarge(`${packed.length} bytes`)
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) throw invalid('is not gzipped')
  try {
    return gunzipSync(packed, { maxOutputLength: maxBytes })
  } catch (error) {
    if (Object(error).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(`over ${maxBytes} bytes`)
    throw invalid('is damaged: it cannot be unpacked')
  }
}
