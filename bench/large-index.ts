const CHARTS = 60
const MAINTAINERS =
  '    maintainers:\n    - email: team@example.com\n      name: The team\n      url: https://example.com/team\n'

/** An index of about so many bytes in Helm's own style: 60 charts, as many versions each as it takes. */
export function largeIndex(bytes: number): string {
  const versions = Math.max(1, Math.round(bytes / CHARTS / entry('chart-10', '10.10.10', 10).length))
  const charts = Array.from({ length: CHARTS }, (_, index) => `chart-${index}`)
  const lists = charts.map((name, index) => {
    const entries = Array.from({ length: versions }, (_, each) => versions - 1 - each)
    return `  ${name}:\n${entries.map((each) => entry(name, versionOf(each), index + each)).join('')}`
  })
  return `apiVersion: v1\nentries:\n${lists.join('')}generated: "2026-08-20T18:40:20.178597344Z"\n`
}

function versionOf(index: number): string {
  return `${Math.floor(index / 100)}.${Math.floor(index / 10) % 10}.${index % 10}`
}

function entry(name: string, version: string, seed: number): string {
  const digest = Array.from({ length: 8 }, (_, word) =>
    ((seed + 1) * (word + 1) * 2654435761).toString(16).slice(-8),
  ).join('')
  return `  - annotations:
      artifacthub.io/changes: |
        - kind: changed
          description: Number ${seed} of the changes, told as people tell them
        - kind: fixed
          description: "What was broken: it works again"
    apiVersion: v2
    appVersion: v${version}
    created: "2026-08-06T23:01:31.821658025Z"
    dependencies:
    - condition: crds.create
      name: crds
      repository: https://charts.example.com/
      version: 0.0.0
    description: A chart that does what ${name} does, for the benchmark
    digest: f${digest.padEnd(63, '0')}
    home: https://example.com/${name}
    icon: https://example.com/icons/${name}.svg
    keywords:
    - bench
    - ${name}
    kubeVersion: '>=1.21.0-0'
${MAINTAINERS}    name: ${name}
    sources:
    - https://github.com/example/charts
    type: application
    urls:
    - https://github.com/example/charts/releases/download/${name}-${version}/${name}-${version}.tgz
    version: ${version}
`
}
