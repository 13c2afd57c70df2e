import type { S3ClientConfig } from '@aws-sdk/client-s3'
import type { Http } from '../../ports/http.ts'
import type { Environment } from '../../ports/process.ts'
import type { Secrets } from '../../ports/runner.ts'
import { handlerOver } from './handler.ts'

type ClientConfig = Required<Pick<S3ClientConfig, 'requestHandler' | 'maxAttempts'>> &
  Pick<S3ClientConfig, 'credentials'>

/** What every client of the SDK is opened with: our own way to the network, and the keys of the environment. */
export function clientConfig(http: Http, environment: Environment): ClientConfig {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN } = environment
  const session = AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }
  return {
    // Else the SDK looks where it always does: web identity, shared files, containers, instances.
    ...(accessKeyId &&
      secretAccessKey &&
      !environment.AWS_PROFILE && { credentials: { accessKeyId, secretAccessKey, ...session } }),
    requestHandler: handlerOver(http),
    // Our own client repeats what may heal.
    maxAttempts: 1,
  }
}

interface Client {
  readonly config: {
    credentials(): Promise<{ readonly secretAccessKey: string; readonly sessionToken?: string | undefined }>
  }
}

/** Finds the keys that a client will sign with, and has them masked. Fails as the SDK does if there are none. */
export async function maskKeys(client: Client, secrets: Pick<Secrets, 'add'>): Promise<void> {
  const { secretAccessKey, sessionToken = '' } = await client.config.credentials()
  for (const secret of [secretAccessKey, sessionToken]) secrets.add(secret)
}
