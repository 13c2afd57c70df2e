import { type Requirement, requirements } from '../../model/verification.ts'
import { accessInputs } from '../table/access-inputs.ts'
import { type Definition, definition, nothing } from '../table/definition.ts'
import { duration, list, oneOf, text } from '../table/parse.ts'
import type { CamelCase, ValueOf } from '../table/table.ts'
import {
  chartAddress,
  identityPattern,
  issuerUrl,
  refGlob,
  repositoryName,
  versionOrRange,
  webAddress,
  workflowFile,
} from './parse.ts'
import { requiredChart } from './required.ts'

const { 'registry-username': username, 'registry-password': password } = accessInputs

/** Every input of the action in `verify/`, in the order of the documentation. */
export const verificationInputs = {
  chart: definition<string>({
    description:
      'The chart: `oci://host/path/name:1.2.3`, the same with `@sha256:…`, without a version if `version` says which; or its name, if `repository-url` says where it is.',
    default: 'none: it must be given',
    parse: chartAddress,
    fallback: requiredChart,
    visibility: 'plan',
  }),
  version: definition<string | undefined>({
    description: 'A version such as `1.2.3`, or a range as Helm takes it, such as `^1.2.0`: the newest in it is taken.',
    default: 'that of `chart`, else the newest release',
    parse: versionOrRange,
    fallback: nothing,
    visibility: 'plan',
  }),
  'repository-url': definition<string | undefined>({
    description: 'Address of a chart repository with an index.yaml, as `helm repo add` takes it.',
    default: 'none: `chart` is in a registry',
    parse: webAddress,
    fallback: nothing,
    visibility: 'messages',
  }),
  require: definition<readonly Requirement[]>({
    description:
      'What the chart must have, one per line; all of it is checked. `signature`: a keyless signature. `provenance`: SLSA v1 provenance. `gpg`: a `.prov` file by a key of `keyring`. `index`: a keyless signature of the index that lists it.',
    default: '`signature`',
    parse: list(oneOf(requirements)),
    fallback: () => ['signature'],
    visibility: 'plan',
  }),
  repository: definition<string | undefined>({
    description:
      'The repository whose workflow must have signed, such as `acme/charts`; the address `https://host/acme/charts` if it is on another server than this workflow.',
    default: 'none: give it or `identity`, unless only `gpg` is required',
    parse: repositoryName,
    fallback: nothing,
    visibility: 'plan',
  }),
  workflow: definition<string | undefined>({
    description:
      'The workflow file that must have signed: `release.yml`, or `owner/name/.github/workflows/release.yml@refs/tags/v1*` for a reusable workflow of another repository.',
    default: 'any workflow of `repository`',
    parse: workflowFile,
    fallback: nothing,
    visibility: 'plan',
  }),
  ref: definition<readonly string[]>({
    description: 'Globs for the branch or tag that the workflow ran on, one per line, such as `refs/heads/main`.',
    default: 'any branch or tag: `refs/heads/**` and `refs/tags/**`',
    parse: list(refGlob),
    fallback: () => ['refs/heads/**', 'refs/tags/**'],
    visibility: 'plan',
  }),
  identity: definition<string | undefined>({
    description:
      'Instead of `repository`, for signers that are not GitHub workflows: the subject of the certificate, such as a mail address; `*` at its end stands for anything. Needs `issuer`.',
    default: 'none',
    parse: identityPattern,
    fallback: nothing,
    visibility: 'plan',
  }),
  issuer: definition<string | undefined>({
    description: 'Who must have identified the signer: the issuer of its identity token.',
    default: 'that of GitHub Actions on the server of `repository`',
    parse: issuerUrl,
    fallback: nothing,
    visibility: 'plan',
  }),
  'trusted-root': definition<string | undefined>({
    description: 'Keys of a private Sigstore: a trusted root, as a file in the workspace or as its JSON.',
    default: 'the public Sigstore',
    parse: text(),
    fallback: nothing,
    visibility: 'messages',
  }),
  keyring: definition<string | undefined>({
    description: 'Public OpenPGP keys for `gpg`: a file in the workspace, binary or armored, or the armored text.',
    default: 'none',
    parse: text(),
    fallback: nothing,
    visibility: 'messages',
  }),
  wait: definition<number>({
    description:
      'How long to wait for a version that is not there yet, or for an index whose signature does not fit yet, such as `10m` right after a release to a site behind a CDN.',
    default: 'not at all',
    parse: duration,
    fallback: () => 0,
    visibility: 'plan',
  }),
  'registry-username': {
    ...username,
    description: 'User name for the registry. Otherwise log in with an earlier step.',
  },
  'registry-password': password,
  'plain-http': accessInputs['plain-http'],
  'token-realms': accessInputs['token-realms'],
  'github-token': definition<string | undefined>({
    description: 'Token that reads packages of ghcr.io.',
    default: "the workflow's own token",
    parse: text(),
    fallback: (_, inputs) => inputs['github-token'] || undefined,
    expression: 'github.token',
    visibility: 'secret',
  }),
  timeout: definition<number>({
    description: 'How long all of it may take beside `wait`, such as `5m`; then it fails.',
    default: '`15m`',
    parse: duration,
    fallback: () => 15 * 60_000,
    visibility: 'messages',
  }),
} as const

/** The value of each input, by its name in camel case. */
export type VerificationValues = {
  readonly [Name in keyof typeof verificationInputs as CamelCase<Name>]: ValueOf<(typeof verificationInputs)[Name]>
}

/** The same table for loops over all inputs. */
export const verificationInputTable: Readonly<Record<string, Definition<unknown>>> = verificationInputs

/** Names of the inputs whose values are never shown. */
export const secretVerificationInputs: readonly string[] = Object.entries(verificationInputTable)
  .filter(([, { visibility }]) => visibility === 'secret')
  .map(([name]) => name)
