import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { digestOf } from '../registries/oci.ts'
import type { Exhibits } from '../verifiers/ask.ts'
import type { ExhibitName } from '../verifiers/questions.ts'
import type { Exhibit } from '../verifiers/verifier.ts'
import { type FormName, fileForms, formOf } from './forms.ts'

/** Files by form, each with its bundle beside it. */
export type SignedFiles = Readonly<Partial<Record<FormName, string>>>

/** The forms that there are. */
export function formsBeside(files: SignedFiles): readonly FormName[] {
  return fileForms.filter((form) => files[form] !== undefined && existsSync(bundleOf(form, files[form])))
}

/** Lays out signed files in a folder, each with its own signature or another. */
export function fileExhibits(own: SignedFiles, foreign: SignedFiles, folder: string): Exhibits {
  return async (form, name) => {
    const file = (name === 'foreign' ? foreign : own)[form]
    if (file === undefined || !existsSync(bundleOf(form, file))) return undefined
    return layOut({ file, form, name }, mkdtempSync(join(folder, 'laid-out-')))
  }
}

interface Order {
  readonly file: string
  readonly form: FormName
  readonly name: ExhibitName
}

function layOut({ file, form, name }: Order, folder: string): Exhibit {
  const artifact = join(folder, basename(file))
  const bytes = readFileSync(file)
  // Something else than was signed differs in a byte; the last may be a line break that nobody misses.
  if (name === 'moved') bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1
  writeFileSync(artifact, bytes)
  const digest = digestOf(bytes)
  if (name === 'stripped') return { artifact, digest }
  const bundle = bundleOf(form, artifact)
  copyFileSync(bundleOf(form, file), bundle)
  return { artifact, digest, bundle }
}

function bundleOf(form: FormName, file: string): string {
  return `${file}${formOf(form).beside}`
}
