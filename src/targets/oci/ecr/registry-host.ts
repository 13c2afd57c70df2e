/** A private registry of ECR, as its host name tells. */
export interface EcrRegistry {
  readonly host: string
  /** The account whose registry it is. */
  readonly account: string
  readonly region: string
  readonly isFips: boolean
  readonly isDualStack: boolean
}

// Every name is below a domain of AWS, and none has a port: AWS credentials are turned into a login for nobody else.
const HOST =
  /^(\d{12})\.dkr[.-]ecr(-fips)?\.([a-z0-9][a-z0-9-]{1,40})\.(amazonaws\.(?:com|com\.cn|eu)|on\.(?:aws|amazonwebservices\.com\.cn))$/

/** The registry of ECR that this host is; `undefined` if it is none, the public one included. */
export function ecrRegistry(host: string): EcrRegistry | undefined {
  const [, account = '', fips, region = '', domain = ''] = HOST.exec(host) ?? []
  if (account === '') return undefined
  return { host, account, region, isFips: fips !== undefined, isDualStack: domain.startsWith('on.') }
}
