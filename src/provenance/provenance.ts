import type { Digest, PackagedChart } from '../model/chart.ts'

/** Signs archives as `helm package --sign` does, so that `helm verify` and `helm pull --verify` accept them. */
export interface ProvenanceSigner {
  /** Of the primary key, upper-case hex. */
  readonly fingerprint: string
  /** The key's first user id, e.g. `Acme Charts <charts@acme.example>`; text from outside. */
  readonly userId: string
  /** The public key for Helm's keyring: `binary` for every Helm, `armored` for people and Helm 4.3. */
  readonly publicKey: { readonly binary: Uint8Array; readonly armored: string }
  /** The content of `<name>-<version>.tgz.prov`. The same chart and key give the same bytes, if the algorithm allows that. */
  sign(chart: Pick<PackagedChart, 'name' | 'version' | 'metadata' | 'digest' | 'created'>): Promise<Uint8Array>
}

/** The archive that a `.prov` file is to be about. */
export interface ProvenFile {
  /** The name that `helm pull` gives the archive, e.g. `app-1.2.3.tgz`. */
  readonly name: string
  readonly digest: Digest
}

/** The fingerprint of the key that signed, upper-case hex; or why the file does not count, to follow `it is refused: `. */
export type ProvenanceOutcome = { readonly key: string } | { readonly why: string; readonly isForeign?: true }

/** Judges `.prov` files by the keys that a consumer trusts. */
export interface KeyringVerifier {
  verify(prov: Uint8Array, file: ProvenFile): Promise<ProvenanceOutcome>
}
