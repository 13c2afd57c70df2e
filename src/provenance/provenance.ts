import type { PackagedChart } from '../model/chart.ts'

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
