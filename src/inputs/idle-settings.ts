import { everyTarget, type PerChartValues, type Remark, type SettingSource } from '../model/settings.ts'
import type { Environment } from '../ports/process.ts'
import type { InputSources, InputValues } from './table/table.ts'

type Values = InputValues & PerChartValues & { readonly sources: InputSources }

/** Settings that were given and do nothing beside the others: nothing goes wrong, and nobody gets what they asked for. */
export function idleSettings(settings: Values, environment: Environment): readonly Remark[] {
  return [...notesWithoutReleases(settings, environment), ...proposalsWithoutPulls(settings), ...lintOptions(settings)]
}

/** What files of other tools say may be about what those did. */
function isAsked(source: SettingSource): boolean {
  return source === 'input' || source === 'config' || source === 'shared-config'
}

/** Release notes are the text of GitHub Releases, which not every target makes. */
function notesWithoutReleases(settings: Values, environment: Environment): readonly Remark[] {
  const targets = everyTarget(settings)
  if (targets.some(madeSomewhere)) return []
  const own = environment.GITHUB_REPOSITORY || 'owner/repository'
  const notes = { 'release-notes-file': 'releaseNotesFile', 'generate-release-notes': 'generateReleaseNotes' } as const
  return Object.entries(notes).flatMap(([name, field]) => {
    const byChart = field === 'releaseNotesFile' && Object.values(settings.perChart).some((chart) => chart[field])
    if (!(settings[field] && isAsked(settings.sources[field])) && !byChart) return []
    return [
      {
        text: `\`${name}\` does nothing: it is the text of GitHub Releases, and no target makes any. Add \`releases://${own}\` to \`targets\`.`,
      },
    ]
  })
}

/** `pages://` makes them in its own repository, whichever that is. */
function madeSomewhere(address: string): boolean {
  return address.startsWith('releases:') || /[?&]packages=releases(?:&|$)/.test(address)
}

function proposalsWithoutPulls({ commit, sources }: Values): readonly Remark[] {
  if (commit === 'pull-request') return []
  const inputs = {
    'pull-requests': sources.pullRequests,
    'pull-request-labels': sources.pullRequestLabels,
    'pull-request-draft': sources.pullRequestDraft,
  }
  const given = Object.entries(inputs).flatMap(([name, source]) => (isAsked(source) ? [name] : []))
  return given.map((name) => ({
    text: `\`${name}\` does nothing: it is for \`commit: pull-request\`, and this run has \`commit: ${commit}\`.`,
  }))
}

function lintOptions({ lint, sources, perChart }: Values): readonly Remark[] {
  const isOff = lint === 'off' && Object.values(perChart).every((chart) => (chart.lint ?? 'off') === 'off')
  if (!isOff) return []
  const inputs = { 'lint-values': sources.lintValues, 'kube-version': sources.kubeVersion }
  return Object.entries(inputs).flatMap(([name, source]) =>
    isAsked(source) ? [{ text: `\`${name}\` does nothing: \`lint: off\` says that charts are not linted.` }] : [],
  )
}
