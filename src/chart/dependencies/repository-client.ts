/** One version of a chart that a repository offers. */
export interface Offer {
  readonly version: string
  /** The archive's address; `undefined` if the repository names none, or one that is not a valid URL. */
  readonly url?: URL | undefined
  readonly digest?: string | undefined
}

/** A repository or registry that charts are fetched from. */
export interface ChartRepositoryClient {
  /** `version` is the wanted version if it is known: others may be left out. */
  offers(name: string, version: string | undefined): Promise<readonly Offer[]>
  archive(offer: Offer, name: string): Promise<Uint8Array>
}
