/** Predicate types of bundles, https://github.com/in-toto/attestation. */
export const predicates = {
  signature: 'https://sigstore.dev/cosign/sign/v1',
  provenance: 'https://slsa.dev/provenance/v1',
} as const

interface Form {
  /** How the bundle of a file is called, after the name of the file; `undefined` if this form is for registries. */
  readonly beside?: string
  /** Whether the bytes of the file are signed; otherwise a statement about its digest is. */
  readonly signsBytes?: boolean
  /** What stands beside the thing in a registry. */
  readonly keeps?: { readonly legacy: boolean; readonly predicates: readonly string[] }
  /** Predicate type of the bundle that is meant; files have bundles without a statement. */
  readonly predicate?: string
}

const everything = { legacy: true, predicates: [predicates.signature, predicates.provenance] }

/** The forms of signatures, by the words of docs/interop.md. Each lies alone, so that nothing else can be looked at. */
export const forms = {
  'as a user types it': { keeps: everything, predicate: predicates.signature },
  'the .sig': { keeps: { legacy: true, predicates: [] } },
  'the .sig beside bundles': { keeps: everything },
  'the bundle': { keeps: { legacy: false, predicates: [predicates.signature] }, predicate: predicates.signature },
  'the provenance': { keeps: { legacy: false, predicates: [predicates.provenance] }, predicate: predicates.provenance },
  'the archive': { beside: '.sigstore.json', signsBytes: true },
  "the archive's provenance": { beside: '.provenance.sigstore.json' },
  'the index': { beside: '.sigstore.json', signsBytes: true },
} as const satisfies Readonly<Record<string, Form>>

export type FormName = keyof typeof forms

export const formNames = Object.keys(forms) as readonly FormName[]

/** Of what lies in a registry. */
export const registryForms = formNames.filter((name) => 'keeps' in forms[name])

/** Of files of a classic repository. */
export const fileForms = formNames.filter((name) => 'beside' in forms[name])

export function formOf(name: FormName): Form {
  return forms[name]
}

/** Whether a form is about a file, not about a manifest in a registry. */
export function isOfFile(name: FormName): boolean {
  return formOf(name).beside !== undefined
}
