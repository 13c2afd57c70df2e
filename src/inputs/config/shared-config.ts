import { placeText, ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import type { SharedFile } from '../../model/settings.ts'
import { collectProblems, type GivenValue, type Problems } from '../table/given-value.ts'
import { type Config, readConfig } from './config.ts'

/** A config file of another repository of the same owner, with its text. */
export interface SharedConfig extends SharedFile {
  readonly text: string
}

/**
 * What a shared config file may set: how charts are released. It may not widen whom this repository trusts, speaks to
 * without TLS, or gives credentials to, nor agree to anything in its name. What is not listed here is refused.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  ...['charts', 'exclude', 'targets', 'branches', 'bump', 'zero-major', 'too-low', 'require-bump'],
  ...['app-version', 'app-tag-pattern', 'commit', 'verified-commits', 'release-notes', 'tag-template'],
  ...['pull-requests', 'pull-request-labels', 'pull-request-draft', 'release-notes-file', 'generate-release-notes'],
  ...['lint', 'lint-values', 'kube-version'],
  ...['version-from-tag', 'sign-index', 'provenance', 'helm-version', 'timeout', 'packages-dir'],
])

/** The default of an input in the shared file; `undefined` if it has none. */
export type SharedDefault = (name: string) => GivenValue | undefined

/**
 * Reads a shared config file. Its problems name the file and the line in words, because it is no file of this repository;
 * those of what it must not set are `SHARED_CONFIG_REFUSED`.
 */
export function readSharedConfig({ text, ...file }: SharedConfig, problems: Problems): SharedDefault {
  const name = sharedName(file)
  const own = collectProblems()
  const { config, at } = readConfig(text, name, own)
  for (const problem of own.all) problems.add(inWords(problem))
  for (const key of refusedKeys(config)) problems.add(refusedKey(name, key))
  return (input) => {
    const raw = ALLOWED.has(input) ? config.defaults?.[input] : undefined
    if (raw === undefined) return undefined
    return {
      raw,
      origin: { source: 'shared-config', name: `\`defaults.${input}\` in ${placeText(at(['defaults', input]))}` },
    }
  }
}

/** `acme/.github/charts.yaml@0123456`. */
function sharedName({ repository, path, commit }: SharedFile): string {
  return `${repository}/${path}@${shortCommit(commit)}`
}

function refusedKeys({ defaults = {}, ...others }: Config): readonly string[] {
  const refused = Object.keys(defaults).filter((name) => !ALLOWED.has(name))
  return [...Object.keys(others), ...refused.map((name) => `defaults.${name}`)]
}

function refusedKey(name: string, key: string): ReleaseError {
  return new ReleaseError(
    'SHARED_CONFIG_REFUSED',
    `${name} sets \`${key}\`, which only a repository sets for itself.`,
    {
      hint: `Take \`${key}\` out of the shared file, and write it in .github/release-charts.yaml of this repository${key.startsWith('defaults.') ? ', or as an input of the step' : ''}.`,
    },
  )
}

function inWords({ code, message, hint, at, cause }: ReleaseError): ReleaseError {
  const place = at === undefined ? '' : `${placeText(at)}: `
  return new ReleaseError(code, `${place}${message}`, { hint, cause })
}
