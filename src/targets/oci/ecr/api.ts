import type { Http } from '../../../ports/http.ts'
import type { Environment } from '../../../ports/process.ts'
import type { Secrets } from '../../../ports/runner.ts'
import type { TargetSettings } from '../../target.ts'
import type { Credential } from '../credentials/credential.ts'
import type { NewRepository } from './options.ts'

/** What the API of AWS does for a private registry of ECR, besides what the registry itself can do. */
export interface Ecr {
  /**
   * A login for the registry with the AWS credentials of the job; `undefined` if there are none. Fails with
   * `REGISTRY_DENIED`, `REGISTRY_THROTTLED`, `REGISTRY_FAILED`, `REGISTRY_ANSWER_INVALID` and `remote` errors.
   */
  login(): Promise<Credential | undefined>
  /** Creates a repository; false if it is there. Fails as `login`, and with `REGISTRY_UNAUTHORIZED` without AWS credentials. */
  create(repository: string, settings: NewRepository): Promise<boolean>
}

export interface EcrContext {
  readonly http: Http
  readonly environment: Environment
  readonly secrets: Pick<Secrets, 'add'>
  readonly settings: Pick<TargetSettings, 'plainHttp'>
}
