import { cosign2, cosign3 } from './cosign.ts'
import { gh } from './gh.ts'
import { flux, sigstoreGo } from './go-programs.ts'
import { kyvernoBundle, kyvernoCosign, kyvernoPolicy } from './kyverno.ts'
import { sigstoreJava } from './sigstore-java.ts'
import { sigstoreCli, sigstorePackage } from './sigstore-js.ts'
import { sigstorePython } from './sigstore-python.ts'
import type { Verifier } from './verifier.ts'

/** Every verifier of the matrix, in the order of docs/interop.md. */
export const verifiers: readonly Verifier[] = [
  cosign2,
  cosign3,
  flux,
  kyvernoCosign,
  kyvernoBundle,
  kyvernoPolicy,
  gh,
  sigstoreGo,
  sigstorePython,
  sigstoreJava,
  sigstoreCli,
  sigstorePackage,
]
