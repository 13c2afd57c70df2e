// What the interop matrix knows of a verifier. A new one is a file beside this and a line in list.ts.
import type { FormName } from '../exhibits/forms.ts'
import type { Missing } from '../missing.ts'
import type { Builds } from '../tools.ts'
import type { Identity, Question, Refusal } from './questions.ts'

/** A thing that may be signed, as a verifier finds it. */
export interface Exhibit {
  /** `host/name@digest` or `host/name:tag`, if it lies in a registry. */
  readonly reference?: string
  /** File with the bytes: a manifest, an archive or an index. */
  readonly artifact: string
  /** SHA-256 of these bytes, with `sha256:` before it. */
  readonly digest: string
  /** File with the Sigstore bundle; there is none if the signature is stripped, or of another form. */
  readonly bundle?: string
}

export interface Inquiry {
  readonly form: FormName
  readonly exhibit: Exhibit
  readonly expected: Identity
  readonly trust: Trust
  /** A folder of this inquiry's own. */
  readonly home: string
  /** What clients of this registry need in their environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** One trusted root, in the ways that verifiers want it. */
export interface Trust {
  /** File with the trusted root. */
  readonly root: string
  /** File with the trusted root and the signing configuration in one. */
  readonly clientConfig: string
  /** A TUF repository with the trusted root, and the file with its first root. */
  readonly tuf: { readonly url: string; readonly root: string }
}

export type Answer =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly words: string }
  /** The verifier has no way to be asked this. */
  | { readonly kind: 'cannot'; readonly why: string }

export interface Program {
  readonly file: string
  readonly version: string
}

export interface Verifier {
  /** Without its version, e.g. `cosign`. */
  readonly name: string
  /** Which one is installed, e.g. `3.1.3`. */
  readonly version: string
  /** `registry`: it finds signatures there by itself. `files`: it is given them, so one registry is as good as another. */
  readonly reads: 'registry' | 'files'
  readonly forms: readonly FormName[]
  /** Why it can't be asked about other forms. */
  readonly without?: Readonly<Partial<Record<FormName, string>>>
  /** Why it can't be asked a question about a form, if it can't. */
  unable?(form: FormName, question: Question): string | undefined
  /** Why it accepts what the question wants refused, if that is known of it. */
  weakness?(form: FormName, question: Question): string | undefined
  /** How its words tell what a refusal is about. */
  readonly says: Readonly<Record<Refusal, RegExp>>
  /** Installs it; packages are quick to install, whatever may be built. */
  install(options: { readonly build: Builds }): Promise<Program | Missing>
  verify(program: Program, inquiry: Inquiry): Promise<Answer>
}

/** For verifiers that look for nothing themselves. */
export const withoutBundle: Answer = {
  kind: 'cannot',
  why: 'a bundle is a file that it is given: without one there is nothing to ask',
}
