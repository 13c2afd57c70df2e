import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { digestOf } from '../registries/oci.ts'
import type { Exhibits } from '../verifiers/ask.ts'
import type { ExhibitName } from '../verifiers/questions.ts'
import type { Exhibit } from '../verifiers/verifier.ts'
import type { FormName } from './forms.ts'

/** Files by form, each with its bundle beside it under the same name and `.sigstore.json`. */
export type SignedFiles = Readonly<Partial<Record<FormName, string>>>

/** Lays out signed files in a folder, each with its own signature or another. */
export function fileExhibits(own: SignedFiles, foreign: SignedFiles, folder: string): Exhibits {
  return async (form, name) => {
    const file = (name === 'foreign' ? foreign : own)[form]
    return file === undefined ? undefined : layOut(file, name, join(folder, `${form}-${name}`.replaceAll(' ', '-')))
  }
}

function layOut(file: string, name: ExhibitName, folder: string): Exhibit {
  mkdirSync(folder, { recursive: true })
  const artifact = join(folder, basename(file))
  const bytes = readFileSync(file)
  // Something else than was signed differs in a byte; the last may be a line break that nobody misses.
  if (name === 'moved') bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1
  writeFileSync(artifact, bytes)
  const digest = digestOf(bytes)
  if (name === 'stripped') return { artifact, digest }
  copyFileSync(`${file}.sigstore.json`, `${artifact}.sigstore.json`)
  return { artifact, digest, bundle: `${artifact}.sigstore.json` }
}
