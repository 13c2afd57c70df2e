import { configPlace } from './config-place.ts'
import { definition, nothing } from './definition.ts'
import { duration, folderInside, helmVersion, host, list, text } from './parse.ts'

/** Inputs about credentials, tools and files. */
export const accessInputs = {
  'registry-username': definition<string | undefined>({
    description:
      'User name for the registry, where all OCI targets are on one host. Otherwise log in with an earlier step.',
    default: 'Docker, Podman and Helm logins of the job; the workflow token for ghcr.io',
    parse: text(),
    fallback: nothing,
    visibility: 'messages',
  }),
  'registry-password': definition<string | undefined>({
    description: 'Password or token that belongs to `registry-username`; give it from a secret.',
    default: 'empty',
    parse: text(),
    fallback: nothing,
    visibility: 'secret',
  }),
  'plain-http': definition<readonly string[]>({
    description: 'Registries that are spoken to without TLS, as `host` or `host:port`, one per line.',
    default: 'loopback only',
    parse: list(host),
    fallback: () => [],
    config: 'list',
    visibility: 'messages',
  }),
  'token-realms': definition<readonly string[]>({
    description:
      'Token servers that registries may send credentials to beside their own domain, as `host` or `host:port`, one per line.',
    default: "the registry's own domain, and the known ones of Docker Hub and others",
    parse: list(host),
    fallback: () => [],
    config: 'list',
    visibility: 'messages',
  }),
  'helm-version': definition<string | undefined>({
    description: 'Helm to install and use, a whole version from 3.8.0 on, such as `4.3.0`.',
    default: "the runner's own Helm",
    parse: helmVersion,
    fallback: nothing,
    config: 'text',
    visibility: 'plan',
  }),
  'github-token': definition<string | undefined>({
    description: 'Token for pushes, tags and the packages of ghcr.io.',
    default: "the workflow's own token",
    parse: text(),
    // The token that action.yml gives by default does not count as given; it is used if nothing else is.
    fallback: (_, inputs) => inputs['github-token'] || undefined,
    expression: 'github.token',
    visibility: 'secret',
  }),
  'workflow-token': definition<string | undefined>({
    description: "Leave it alone: by it the action sees whether `github-token` is another than the workflow's own.",
    default: "the workflow's own token",
    parse: text(),
    fallback: nothing,
    expression: 'github.token',
    visibility: 'secret',
  }),
  timeout: definition<number>({
    description:
      'How long a run may take, such as `30m` or `2h`, and each of its steps half of that; then it stops, reports what was released, and the next run carries on.',
    default: '`2h`',
    parse: duration,
    fallback: () => 2 * 3_600_000,
    config: 'text',
    visibility: 'messages',
  }),
  config: definition<string>({
    description:
      'Config file, from the repository root: defaults and settings of single charts. It may be absent. `owner/repository/path@commit` names one of another repository of the same owner, at a whole commit, under that of this repository.',
    default: '`.github/release-charts.yaml`',
    parse: configPlace,
    fallback: () => '.github/release-charts.yaml',
    visibility: 'plan',
  }),
  'ct-config': definition<string | undefined>({
    description:
      'File of chart-testing whose settings are defaults, from the repository root, such as `.github/ct.yaml`; `none` to read none.',
    default: '`ct.yaml` or `ct.yml`, if there is one',
    parse: text(insideRepository),
    fallback: nothing,
    visibility: 'plan',
  }),
  'packages-dir': definition<string | undefined>({
    description:
      'Folder of the repository that released packages are left in for later steps (`.tgz`, with `.prov`, `.provenance.sigstore.json` and an index’s `.sigstore.json` where there is one), such as `.cr-release-packages`.',
    default: 'none',
    parse: folderInside,
    fallback: nothing,
    config: 'text',
    visibility: 'plan',
  }),
} as const

function insideRepository(value: string): string | undefined {
  const isInside = /^[^/\\][^\\]*$/.test(value) && !value.split('/').includes('..')
  return isInside ? undefined : 'a file inside the repository'
}
