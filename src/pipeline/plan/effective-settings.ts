import type { ReleasePlan } from '../../model/plan.ts'
import type { AppVersionRule, Settings } from '../../model/settings.ts'

/** The settings that decide, each with where it came from, for the plan. Secrets and their user names are left out. */
export function effectiveSettings(settings: Settings): ReleasePlan['settings'] {
  const { mode, charts, exclude, targets, bump, zeroMajor, tooLow, requireBump, appVersion, appTagPattern } = settings
  const {
    commit,
    verifiedCommits,
    releaseNotes,
    tagTemplate,
    versionFromTag,
    adopt,
    sign,
    signIndex,
    publicLog,
    helmVersion,
  } = settings
  const { configFile, packagesDir } = settings
  const effective = {
    mode,
    charts,
    exclude,
    targets,
    bump,
    'zero-major': zeroMajor,
    'too-low': tooLow,
    'require-bump': requireBump,
    'app-version': { ...appVersion, value: ruleText(appVersion.value) },
    'app-tag-pattern': appTagPattern,
    commit,
    'verified-commits': verifiedCommits,
    'release-notes': releaseNotes,
    'tag-template': tagTemplate,
    'version-from-tag': versionFromTag,
    adopt,
    sign,
    'sign-index': signIndex,
    'public-log': publicLog,
    'helm-version': helmVersion,
    config: configFile,
    'packages-dir': packagesDir,
  }
  return Object.fromEntries(
    Object.entries(effective).map(([name, { value, source }]) => [name, { value: settingText(value), source }]),
  )
}

function ruleText(rule: AppVersionRule): string {
  switch (rule.rule) {
    case 'literal':
      return rule.value
    case 'values':
      return `values:${rule.paths.map((path) => path.join('.')).join(',')}`
    case 'keep':
      return ''
    default:
      return rule.rule
  }
}

function settingText(value: string | boolean | readonly string[] | undefined): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '')
}
