// What the interop matrix knows of a registry. A new one is a line in list.ts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Missing } from '../missing.ts'
import type { Tools } from '../tools.ts'
import type { Registry } from './requests.ts'

/** A registry that runs. */
export interface OpenRegistry extends Registry {
  /** File with the authority of its certificate, for its clients. */
  readonly caFile?: string
  /** Through which its name leads to it. */
  readonly proxy?: string
  /** What a target of the action has after its path, e.g. `?create=true`. */
  readonly options?: string
  /** Variables that the action makes its login from; without them it is given the user. */
  readonly credentials?: Readonly<Record<string, string>>
  close(): Promise<void>
}

export interface RegistryPlace {
  /** With its version, e.g. `distribution 3.1.0`. */
  readonly name: string
  /** How clients log in and whether they need a certificate, e.g. `Basic`; `undefined` if they need nothing. */
  readonly auth?: string
  /** Which Helm packages what goes there: they must give the same bytes. */
  readonly packager: 'helm3' | 'helm4'
  /** Whether every client asks there; elsewhere one Helm pulls, one cosign verifies and Renovate looks up. */
  readonly asksAll?: boolean
  /** Whether verifiers are asked here that are given files. */
  readonly asksFileReaders?: boolean
  /** Why Renovate finds nothing there, if that is known. */
  readonly hidden?: string
  /** Why nothing can be released there, and the code that the action says so with. */
  readonly refusal?: { readonly why: string; readonly code: string }
  /** Starts it; `Missing` if it can't be started here. */
  start(tools: Tools, folder: string): Promise<OpenRegistry | Missing>
}

export function titleOf({ name, auth }: RegistryPlace): string {
  return auth ? `${name}, ${auth}` : name
}

/** What the runner's environment has for the action, and for other programs on Node. */
export function actionEnvironment({ caFile, proxy }: OpenRegistry): Readonly<Record<string, string>> {
  return { ...(caFile && { NODE_EXTRA_CA_CERTS: caFile }), ...(proxy && { HTTPS_PROXY: proxy }) }
}

/** How the action is told where to publish, and as whom. */
export function actionInputs({
  host,
  user,
  options = '',
  credentials,
}: OpenRegistry): Readonly<Record<string, string>> {
  const login = user && { 'registry-username': user.name, 'registry-password': user.password }
  return { targets: `oci://${host}/charts${options}`, ...(credentials === undefined && login) }
}

/** What clients need in their environment, all written in Go; `folder` is for their logins. */
export function clientEnvironment(registry: OpenRegistry, folder: string): Readonly<Record<string, string>> {
  const { host, user, caFile, proxy } = registry
  const auth = user && Buffer.from(`${user.name}:${user.password}`).toString('base64')
  const config = join(folder, 'config.json')
  writeFileSync(config, JSON.stringify({ auths: auth ? { [host]: { auth } } : {} }))
  return {
    DOCKER_CONFIG: folder,
    HELM_REGISTRY_CONFIG: config,
    ...(caFile && { SSL_CERT_FILE: caFile }),
    ...(proxy && { HTTPS_PROXY: proxy }),
  }
}
