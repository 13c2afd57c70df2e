import { z } from 'zod'
import { bumpNames, bumpSummary } from '../../bump/registry.ts'
import { configurable, inputTable } from '../table/table.ts'

const described = {
  bump: `How the version of this chart moves: ${bumpSummary}.`,
  'zero-major': 'What a breaking change moves before version 1.0.0: `minor` or `major`.',
  'app-version':
    'What its `appVersion` becomes: a literal, `sha`, `tag` or `values:<path>`, with further paths after commas.',
  'app-paths': 'Globs from the repository root: commits that touch them count for `app-version: sha`.',
  lint: 'How this chart is linted before it is released: `on`, `strict` (warnings count) or `off`.',
  'lint-values':
    'Values files that it is linted with, each once: paths and globs from the folder of the chart; `values.yaml` means its defaults.',
  'kube-version': 'Kubernetes version that its templates are linted for, such as `1.30`.',
  'undeclared-subcharts':
    '`allow` accepts charts in `charts/` that Chart.yaml does not name, which Helm installs all the same; `refuse` (the default) fails, as `helm lint` does.',
  unlocked: '`allow` resolves dependencies afresh where Chart.lock is missing; `refuse` (the default) fails.',
  targets: 'Where this chart is published, instead of the `targets` of the run.',
  'tag-template': 'Name of the git tags of this chart, made of `{{ .Name }}` and `{{ .Version }}`; `none` for no tags.',
  sign: '`keyless` or `none`, for this chart.',
  'release-notes-file': 'File in its folder whose text becomes that of its GitHub Release.',
  'release-notes': 'Where a bump of this chart writes what changed: `changelog`, `artifacthub`, or nothing (`[]`).',
} as const

const BUMPS = [...bumpNames]
const chart = z.strictObject({
  bump: z.string().meta({ description: described.bump, enum: BUMPS }).optional(),
  'zero-major': z.enum(['minor', 'major']).meta({ description: described['zero-major'] }).optional(),
  'app-version': z.string().meta({ description: described['app-version'] }).optional(),
  'app-paths': z.array(z.string()).min(1).meta({ description: described['app-paths'] }).optional(),
  unlocked: z.enum(['allow', 'refuse']).meta({ description: described.unlocked }).optional(),
  lint: z.enum(['on', 'strict', 'off']).meta({ description: described.lint }).optional(),
  'lint-values': z.array(z.string()).min(1).meta({ description: described['lint-values'] }).optional(),
  'kube-version': z.string().meta({ description: described['kube-version'] }).optional(),
  'undeclared-subcharts': z
    .enum(['allow', 'refuse'])
    .meta({ description: described['undeclared-subcharts'] })
    .optional(),
  targets: z.array(z.string()).min(1).meta({ description: described.targets }).optional(),
  'tag-template': z.string().meta({ description: described['tag-template'] }).optional(),
  sign: z.enum(['keyless', 'none']).meta({ description: described.sign }).optional(),
  'release-notes': z.array(z.string()).meta({ description: described['release-notes'] }).optional(),
  'release-notes-file': z.string().meta({ description: described['release-notes-file'] }).optional(),
})

const dependencies = z.strictObject({
  schemes: z
    .array(z.string().regex(/^[a-z][a-z0-9+.-]*$/))
    .meta({ description: 'Schemes beside `https`, `oci` and `file` that dependencies may use, such as `http`.' })
    .optional(),
  'private-hosts': z
    .array(z.string().min(1))
    .meta({ description: 'Hosts (`host` or `host:port`) on private addresses that dependencies may come from.' })
    .optional(),
  repositories: z
    .record(z.string(), z.string())
    .meta({
      description:
        'Addresses of repositories by name, as an earlier `helm repo add` would say: `bitnami: https://…` for `@bitnami`. They may be asked, whatever their host.',
    })
    .optional(),
})

const signer = z.strictObject({
  issuer: z
    .string()
    .regex(/^https:\/\/\S+$/)
    .meta({ description: 'Issuer of the identity, e.g. `https://token.actions.githubusercontent.com`.' }),
  subject: z
    .string()
    .min(1)
    .meta({ description: 'The identity in the certificate; a `*` at its end stands for any rest.' }),
})

/**
 * The config file: types and known keys. Texts are parsed by the parsers of the inputs, so that both accept the same. The
 * JSON schema for editors is generated from this.
 */
export const configSchema = z.strictObject({
  defaults: z
    .strictObject(defaults())
    .meta({ description: 'For all charts; named as the inputs, which win over them.' })
    .optional(),
  charts: z
    .record(z.string(), chart)
    .meta({
      description: 'For single charts, by chart name, by folder from the repository root, or by a glob of folders.',
    })
    .optional(),
  dependencies: dependencies.meta({ description: 'Where dependencies may come from.' }).optional(),
  'trusted-signers': z
    .array(signer)
    .meta({ description: "Whose signatures count as ours beside this repository's own workflows." })
    .optional(),
})

/** Known keys by the path of their map; `*` is any key. */
export const configKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['', Object.keys(configSchema.shape)],
  ['defaults', configurable],
  ['charts.*', Object.keys(chart.shape)],
  ['dependencies', Object.keys(dependencies.shape)],
  ['trusted-signers.*', Object.keys(signer.shape)],
])

export type Config = z.infer<typeof configSchema>

function defaults() {
  const types = { text: z.string(), list: z.array(z.string()).min(1), boolean: z.boolean() }
  const entries = Object.entries(inputTable).flatMap(([name, { config, description, parse }]) => {
    if (config === undefined) return []
    const meta = parse.words === undefined ? { description } : { description, enum: parse.words }
    return [[name, types[config].meta(meta).optional()] as const]
  })
  return Object.fromEntries(entries)
}
