/** Why an address was refused: the cause of a `REMOTE_ADDRESS_REFUSED` that a setting could allow. */
export class PrivateHost extends Error {
  /** `host` or `host:port`. */
  readonly host: string

  constructor(host: string) {
    super(`${host} is in a private network`)
    this.host = host
  }
}
