// Which folder of src holds what, and what it may import: held by `npm run lint`, printed in docs/architecture.md.

interface Row {
  /** A folder of src, or a file at its top. */
  readonly name: string
  readonly holds: string
  /** Rows that it may import, beside its own files. */
  readonly mayImport: readonly string[]
}

export const importTable: readonly Row[] = [
  { name: 'model', holds: 'nouns and errors, types', mayImport: [] },
  { name: 'ports', holds: 'the outside world behind interfaces, types only', mayImport: ['model'] },
  {
    name: 'platform',
    holds: 'the outside world itself: git, Helm, HTTP, files, the runner',
    mayImport: ['model', 'ports'],
  },
  { name: 'chart', holds: 'reading, editing, fingerprinting and packaging charts', mayImport: ['model', 'ports'] },
  {
    name: 'index-file',
    holds: 'reading an `index.yaml` and splicing releases into it, for every target that has one; pure',
    mayImport: ['model', 'chart'],
  },
  { name: 'bump', holds: 'one folder per strategy: which version comes next', mayImport: ['model', 'chart'] },
  {
    name: 'plan',
    holds: 'what each chart needs, and why',
    mayImport: ['model', 'ports', 'chart', 'bump', 'settings.ts'],
  },
  {
    name: 'targets',
    holds:
      'one folder per kind of target; `registry.ts` has a line for each; `index`, `bucket`, `aws` and `github-releases` are what several share',
    mayImport: ['model', 'ports', 'chart', 'index-file'],
  },
  {
    name: 'signing',
    holds: 'keyless signatures, and the verifier; the only place with Sigstore libraries',
    mayImport: ['model', 'ports'],
  },
  { name: 'provenance', holds: '`.prov` files, signed with an OpenPGP key', mayImport: ['model'] },
  {
    name: 'verification',
    holds: 'what a consumer checks of a published chart before a deploy',
    mayImport: ['model', 'ports', 'chart', 'targets', 'signing', 'provenance'],
  },
  { name: 'notes', holds: 'release notes and changelogs', mayImport: ['model'] },
  {
    name: 'report',
    holds: 'log lines, annotations, outputs, job summary',
    mayImport: ['model', 'ports', 'signing', 'notes'],
  },
  {
    name: 'inputs',
    holds: 'the table of inputs, the config file, what chart-releaser and chart-testing were told',
    mayImport: ['model', 'ports', 'chart', 'bump', 'signing', 'targets'],
  },
  { name: 'settings.ts', holds: 'what a run is set to; types only', mayImport: ['model', 'inputs'] },
  {
    name: 'inputs.ts',
    holds: 'the only reader of inputs and config file',
    mayImport: ['model', 'ports', 'inputs', 'settings.ts'],
  },
  {
    name: 'pipeline',
    holds: 'the steps of a run, values in, values out',
    mayImport: [
      ...['model', 'ports', 'chart', 'bump', 'plan', 'signing', 'provenance', 'notes', 'targets', 'report'],
      ...['verification', 'settings.ts'],
    ],
  },
  {
    name: 'release.ts',
    holds: 'the order of the steps',
    mayImport: ['model', 'ports', 'chart', 'bump', 'plan', 'signing', 'targets', 'report', 'pipeline'],
  },
  {
    name: 'settled-settings.ts',
    holds: 'whose settings count, and those settings',
    mayImport: ['model', 'ports', 'pipeline', 'settings.ts', 'inputs.ts'],
  },
  {
    name: 'open-run.ts',
    holds: 'puts a run together: settings, platform, targets, signing',
    mayImport: [
      ...['model', 'ports', 'platform', 'plan', 'targets', 'pipeline'],
      ...['settings.ts', 'inputs.ts', 'settled-settings.ts'],
    ],
  },
  {
    name: 'action.ts',
    holds: 'runs the action once and reports, however it ends',
    mayImport: ['model', 'ports', 'platform', 'report', 'pipeline', 'inputs.ts', 'open-run.ts', 'release.ts'],
  },
  { name: 'main.ts', holds: 'the entry: runs the action, sets the exit code', mayImport: ['platform', 'action.ts'] },
  {
    name: 'verify-action.ts',
    holds: 'runs the action in `verify/` once and reports, however it ends',
    mayImport: [
      ...['model', 'ports', 'platform', 'targets', 'signing', 'provenance', 'verification', 'report', 'inputs'],
      'inputs.ts',
    ],
  },
  {
    name: 'verify-main.ts',
    holds: 'the entry of the action in `verify/`',
    mayImport: ['platform', 'verify-action.ts'],
  },
]

/** Folders beside plug-ins that hold what several of them share. */
export const sharedRooms: readonly string[] = [
  'src/targets/index',
  'src/targets/bucket',
  'src/targets/aws',
  'src/targets/github-releases',
]
