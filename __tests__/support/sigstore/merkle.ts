import { createHash } from 'node:crypto'

export interface MerkleTree {
  readonly size: number
  /** Adds a leaf and returns its index. */
  append(leaf: Buffer): number
  root(): Buffer
  /** The audit path of a leaf in the tree as it is now. */
  proof(index: number): readonly Buffer[]
}

export function leafHash(leaf: Buffer): Buffer {
  return sha256(Buffer.of(0), leaf)
}

/** An append-only tree as in RFC 6962 section 2.1. Whole subtrees are kept, so that a proof costs a logarithm of the size. */
export function createMerkleTree(): MerkleTree {
  // levels[n][i] is the hash of the whole subtree over the leaves [i * 2^n, (i + 1) * 2^n).
  const levels: Buffer[][] = [[]]

  function size(): number {
    return level(0).length
  }

  function level(height: number): Buffer[] {
    const known = levels[height]
    if (known) return known
    const made: Buffer[] = []
    levels[height] = made
    return made
  }

  function hash(start: number, end: number): Buffer {
    const width = end - start
    if (width === 0) return sha256()
    const height = Math.log2(width)
    const whole = Number.isInteger(height) && start % width === 0 ? level(height)[start / width] : undefined
    if (whole) return whole
    const split = start + largestPowerBelow(width)
    return node(hash(start, split), hash(split, end))
  }

  function path(index: number, start: number, end: number): Buffer[] {
    if (end - start <= 1) return []
    const split = start + largestPowerBelow(end - start)
    if (index < split) return [...path(index, start, split), hash(split, end)]
    return [...path(index, split, end), hash(start, split)]
  }

  return {
    get size() {
      return size()
    },
    append(leaf) {
      let hashed = leafHash(leaf)
      for (let height = 0; ; height += 1) {
        const row = level(height)
        row.push(hashed)
        const left = row.at(-2)
        if (row.length % 2 === 1 || left === undefined) break
        hashed = node(left, hashed)
      }
      return size() - 1
    },
    root: () => hash(0, size()),
    proof: (index) => path(index, 0, size()),
  }
}

function largestPowerBelow(width: number): number {
  return 2 ** (Math.ceil(Math.log2(width)) - 1)
}

function node(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.of(1), left, right)
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
