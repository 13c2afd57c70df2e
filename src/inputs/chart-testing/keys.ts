/** The type of a setting; `ignored` ones may hold anything. */
export type KeyKind = 'text' | 'switch' | 'list' | 'ignored'

/** The settings of chart-testing up to 3.14, by their names in ct.yaml. See https://github.com/helm/chart-testing. */
export const chartTestingKeys = {
  'chart-dirs': 'list',
  charts: 'list',
  'excluded-charts': 'list',
  all: 'switch',
  'check-version-increment': 'switch',
  'target-branch': 'text',
  'helm-lint-extra-args': 'text',
  remote: 'text',
  since: 'text',
  'exclude-deprecated': 'switch',
  'use-helmignore': 'switch',
  'chart-repos': 'ignored',
  'chart-yaml-schema': 'text',
  'lint-conf': 'text',
  'validate-maintainers': 'switch',
  'validate-chart-schema': 'switch',
  'validate-yaml': 'switch',
  'additional-commands': 'ignored',
  'skip-helm-dependencies': 'switch',
  'helm-extra-args': 'text',
  'helm-repo-extra-args': 'ignored',
  'helm-dependency-extra-args': 'ignored',
  'helm-extra-set-args': 'text',
  upgrade: 'switch',
  'skip-missing-values': 'switch',
  'skip-clean-up': 'switch',
  namespace: 'text',
  'release-name': 'text',
  'release-label': 'text',
  'build-id': 'text',
  'kubectl-timeout': 'text',
  'print-config': 'switch',
  'print-logs': 'switch',
  'github-groups': 'switch',
  debug: 'switch',
} as const satisfies Readonly<Record<string, KeyKind>>

export type ChartTestingKey = keyof typeof chartTestingKeys

export function isKey(name: string): name is ChartTestingKey {
  return Object.hasOwn(chartTestingKeys, name)
}
