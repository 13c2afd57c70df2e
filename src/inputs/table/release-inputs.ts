import { bumpSummary, defaultBump } from '../../bump/registry.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { AppVersionRule, BumpSetting, Mode, NotesPlace, ZeroMajor } from '../../model/settings.ts'
import type { Environment } from '../../ports/process.ts'
import { definition, nothing } from './definition.ts'
import { boolean, folderGlob, list, oneOf, text } from './parse.ts'
import { appVersion, appVersionText, bumpSetting, tagTemplate, zeroMajor } from './release-values.ts'
import { targetAddress } from './target-address.ts'

/** Inputs about what is released, where to, and under which version. */
export const releaseInputs = {
  mode: definition<Mode>({
    description:
      'What to do. `release`: release what changed. `plan`: decide and report, change nothing. `check`: for pull requests, fail where a chart needs a higher version.',
    default: '`release`',
    parse: oneOf(['release', 'plan', 'check']),
    fallback: () => 'release',
    visibility: 'plan',
  }),
  charts: definition<readonly string[]>({
    description: 'Folders that hold charts: globs from the repository root, one per line. A chart at the root is `.`.',
    default: '`charts/*`',
    parse: list(folderGlob),
    fallback: () => ['charts/*'],
    config: 'list',
    visibility: 'plan',
  }),
  exclude: definition<readonly string[]>({
    description: 'Folders that `charts` matches and that are left out all the same: globs, one per line.',
    default: 'none',
    parse: list(folderGlob),
    fallback: () => [],
    config: 'list',
    visibility: 'plan',
  }),
  targets: definition<readonly string[]>({
    description: 'Where charts are published, one address a line, in the order of publication: `oci://host/path`.',
    default: '`oci://ghcr.io/<owner>/charts`',
    parse: list(targetAddress),
    fallback: defaultTargets,
    config: 'list',
    visibility: 'plan',
  }),
  bump: definition<BumpSetting>({
    description: `How the version of a chart moves when its content changed and nobody moved it: ${bumpSummary}.`,
    default: `\`${defaultBump}\`; \`manual\` where settings of chart-releaser are read`,
    parse: bumpSetting,
    fallback: () => defaultBump,
    config: 'text',
    visibility: 'plan',
  }),
  'zero-major': definition<ZeroMajor>({
    description:
      'What a breaking change moves before version 1.0.0: `minor`, as semantic versioning has it, or `major`.',
    default: '`minor`',
    parse: zeroMajor,
    fallback: () => 'minor',
    config: 'text',
    visibility: 'plan',
  }),
  'too-low': definition<'warn' | 'fail'>({
    description:
      'What a release does with a version that was raised by hand, and by less than `bump` asks for: `warn` and take it, or `fail`. `mode: check` always fails.',
    default: '`warn`',
    parse: oneOf(['warn', 'fail']),
    fallback: () => 'warn',
    config: 'text',
    visibility: 'plan',
  }),
  'require-bump': definition<boolean>({
    description:
      'With `mode: check`, fail where a chart changed and nobody raised its version. `false` where the release raises it after the merge, or somebody in a later commit.',
    default: '`true`; `false` for charts with `bump: manual`',
    parse: boolean,
    fallback: () => true,
    config: 'boolean',
    visibility: 'plan',
  }),
  'app-version': definition<AppVersionRule>({
    description:
      'What `appVersion` becomes with a release: a literal, `sha`, `tag`, or `values:<path>` for a value of values.yaml such as `values:image.tag`; of several paths with commas between them the first gives it. Charts that lack the value keep what they have.',
    default: 'as Chart.yaml has it',
    parse: appVersion,
    fallback: () => ({ rule: 'keep' }),
    text: appVersionText,
    config: 'text',
    visibility: 'plan',
  }),
  'app-tag-pattern': definition<string>({
    description:
      'Glob of the git tags that version the application, for `app-version: tag` and for runs on such a tag. A run for one of a pre-release releases charts as pre-releases.',
    default: '`v*`',
    parse: text((value) => (/^[^\s~^:\\]+$/.test(value) ? undefined : 'a glob of tag names, such as `v*`')),
    fallback: () => 'v*',
    config: 'text',
    visibility: 'plan',
  }),
  commit: definition<'push' | 'pull-request' | 'none'>({
    description:
      'How a version bump gets back to git. `push`: as a commit on the branch. `pull-request`: as one pull request, kept up to date; merging it releases. `none`: not at all; only the package has the new version.',
    default: '`push`',
    parse: oneOf(['push', 'pull-request', 'none']),
    fallback: () => 'push',
    config: 'text',
    visibility: 'plan',
  }),
  'verified-commits': definition<boolean | undefined>({
    description:
      'Push version bumps through GitHub’s API, which signs them: they are shown as verified, and made by who `github-token` belongs to.',
    default: 'where the branch requires signed commits',
    parse: boolean,
    fallback: nothing,
    config: 'boolean',
    visibility: 'plan',
  }),
  'release-notes': definition<readonly NotesPlace[]>({
    description:
      'Where a bump writes what changed, beside the summary; one per line. `changelog`: a section in the chart’s CHANGELOG.md. `artifacthub`: the annotation `artifacthub.io/changes`.',
    default: 'the summary only',
    parse: list(oneOf(['changelog', 'artifacthub'])),
    fallback: () => [],
    config: 'list',
    visibility: 'plan',
  }),
  'tag-template': definition<string>({
    description:
      'Name of the git tag that claims each release, made of `{{ .Name }}` and `{{ .Version }}`; `none` for no tags.',
    default: '`{{ .Name }}-{{ .Version }}`',
    parse: tagTemplate,
    fallback: () => '{{ .Name }}-{{ .Version }}',
    text: (template) => template || 'none',
    config: 'text',
    visibility: 'plan',
  }),
  'version-from-tag': definition<boolean>({
    description:
      'On a run for a tag of `tag-template`, take the version from the tag even where Chart.yaml says another, as `helm package --version` does.',
    default: '`false`',
    parse: boolean,
    fallback: () => false,
    config: 'boolean',
    visibility: 'plan',
  }),
  adopt: definition<boolean>({
    description:
      'Sign versions that another tool published, where their files are equal to what this repository packages, and record that beside them, so that later runs need not compare them again.',
    default: '`false`',
    parse: boolean,
    fallback: () => false,
    config: 'boolean',
    visibility: 'plan',
  }),
} as const

function defaultTargets(environment: Environment): readonly string[] {
  const server = environment.GITHUB_SERVER_URL || 'https://github.com'
  const owner = environment.GITHUB_REPOSITORY_OWNER || environment.GITHUB_REPOSITORY?.split('/')[0] || ''
  if (server === 'https://github.com' && owner !== '') return [`oci://ghcr.io/${owner.toLowerCase()}/charts`]
  const why =
    owner === '' ? 'the owner of the repository is not known' : `this repository is on ${server}, not on github.com`
  throw new ReleaseError('INPUT_MISSING', `The input \`targets\` has no default here: ${why}.`, {
    hint: 'targets: oci://registry.example.com/charts',
  })
}
