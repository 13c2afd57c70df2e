import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { TargetEvidence } from '../../../../src/model/plan.ts'
import { pushedLines } from '../../../../src/report/log-lines.ts'
import { summary } from '../../../../src/report/markdown/summary.ts'
import { runAdvice } from '../../../../src/report/wording/advice.ts'
import {
  aDigest,
  anArchive,
  anIdentity,
  anOutcome,
  aPlan,
  aPlannedChart,
  aReference,
  aReport,
} from '../../../support/values/reports.ts'

const noVersion = new ReleaseError('CHART_VERSION_MISSING', 'charts/db/Chart.yaml has no `version`.', {
  hint: 'version: 0.1.0',
  at: { file: 'charts/db/Chart.yaml', line: 1 },
})

const seen = (state: TargetEvidence['state']): TargetEvidence => ({
  target: 'oci://a',
  reference: 'oci://a/app:1',
  state,
})

describe('the job summary', () => {
  it('begins with the verdict, what to do, and a table of what matters', () => {
    const report = aReport({
      plan: aPlan({ charts: [aPlannedChart({ bump: { setting: 'auto', source: 'default', level: 'minor' } })] }),
      charts: [
        anOutcome({ name: 'lib', version: '0.3.1', result: 'unchanged', reason: 'published with this content' }),
        anOutcome({ previousVersion: '1.4.2' }),
        anOutcome({
          name: 'db',
          version: '0.1.0',
          result: 'failed',
          references: [],
          signed: false,
          problem: noVersion,
        }),
      ],
    })
    expect(
      summary(report).split('<details><summary>Install')[0],
    ).toBe(`## ❌ 1 chart failed, 1 chart released, 1 unchanged.

> [!CAUTION]
> **db** was not released. charts/db/Chart.yaml has no \`version\`. \`charts/db/Chart.yaml:1\` · [\`CHART_VERSION_MISSING\`](https://github.com/release-charts/release-charts/blob/v0/docs/errors.md#chart-version-missing)<br>**What to do:** version: 0.1.0

| Chart | Version | Change | Why |
| --- | --- | --- | --- |
| ✅ app | 1.4.2 → 1.4.3 | minor | its templates changed |
| ❌ db | 0.1.0 | failed | \`CHART_VERSION_MISSING\`: charts/db/Chart.yaml has no \`version\`. |

Published to \`oci://ghcr.io/acme/charts\`, signed as \`https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main\` and verified.

`)
    expect(summary(report)).toContain(`<details><summary>1 unchanged chart</summary>

| Chart | Version | Change | Why |
| --- | --- | --- | --- |
| lib | 0.3.1 | unchanged | published with this content |

</details>`)
  })

  it('shows lines to type as a block', () => {
    const problem = new ReleaseError('OIDC_UNAVAILABLE', 'No token.', { hint: 'Add:\npermissions:\n  id-token: write' })
    expect(
      summary(aReport({ charts: [], problems: [problem] })),
    ).toContain(`> No token. · [\`OIDC_UNAVAILABLE\`](https://github.com/release-charts/release-charts/blob/v0/docs/errors.md#oidc-unavailable)<br>**What to do:**
>
> \`\`\`
> Add:
> permissions:
>   id-token: write
> \`\`\`
`)
  })

  it('shows a plan as what would happen, with settings and their sources', () => {
    const plan = aPlan({
      charts: [
        aPlannedChart({ name: 'lib', path: 'charts/lib', action: 'leave', version: '1.4.2', reason: 'published' }),
        aPlannedChart({}),
        aPlannedChart({
          name: 'db',
          path: 'charts/db',
          action: 'refuse',
          problem: { code: 'CHART_VERSION_INVALID', message: 'No version.', file: 'charts/db/Chart.yaml', line: 3 },
        }),
      ],
      settings: { bump: { value: 'patch', source: 'input' }, mode: { value: 'plan', source: 'default' } },
    })
    expect(
      summary({ mode: 'plan', plan, charts: [], problems: [], advice: [] }),
    ).toBe(`## ❌ 1 chart would be released, 1 chart can't be released, 1 stays as published. Nothing was changed.

> [!CAUTION]
> **db** can’t be released. No version. \`charts/db/Chart.yaml:3\` · [\`CHART_VERSION_INVALID\`](https://github.com/release-charts/release-charts/blob/v0/docs/errors.md#chart-version-invalid)

| Chart | Version | Change | Why |
| --- | --- | --- | --- |
| app | 1.4.2 → 1.4.3 | bump and publish | 1.4.2 is published with other content |
| ❌ db | 1.4.2 → 1.4.3 | refuse | No version. |

<details><summary>1 unchanged chart</summary>

| Chart | Version | Change | Why |
| --- | --- | --- | --- |
| lib | 1.4.2 | leave as it is | published |

</details>

<details><summary>Settings that are not defaults (1)</summary>

| Setting | Value | From |
| --- | --- | --- |
| \`bump\` | \`patch\` | input |

</details>
`)
  })

  it('tells a problem of a planned chart once', () => {
    const { code, message } = noVersion
    const plan = aPlan({ charts: [aPlannedChart({ action: 'refuse', problem: { code, message } })] })
    const charts = [anOutcome({ result: 'failed', problem: noVersion })]
    expect(summary(aReport({ mode: 'plan', plan, charts })).match(/`CHART_VERSION_MISSING`/g)).toHaveLength(1)
  })

  it.each([
    [aReport({ charts: [] }), 'There was nothing to release.'],
    [
      aReport({ charts: [anOutcome({ result: 'unchanged' })] }),
      'Nothing to release: the chart is published as it stands.',
    ],
    [aReport({ charts: [anOutcome({ result: 'completed' })] }), '1 signature added.'],
    [
      aReport({
        charts: [
          anOutcome({ result: 'completed', references: [{ ...aReference('app', '1.4.3'), wasRestored: true }] }),
          anOutcome({ name: 'web', result: 'completed' }),
        ],
      }),
      '1 signature added, 1 archive restored.',
    ],
    [
      aReport({ charts: [anOutcome({ result: 'unchanged', previousVersion: '1.4.2' })], bumpCommit: 'd'.repeat(40) }),
      'Nothing to release: the chart is published as it stands; 1 published version written to git.',
    ],
    [
      aReport({
        charts: [anOutcome({ result: 'unchanged', previousVersion: '1.4.2' }), anOutcome({ name: 'web' })],
        bumpCommit: 'd'.repeat(40),
      }),
      '1 chart released, 1 published version written to git.',
    ],
    // With `commit: none` git never gets it.
    [
      aReport({ charts: [anOutcome({ result: 'unchanged', previousVersion: '1.4.2' })] }),
      'Nothing to release: the chart is published as it stands.',
    ],
    [
      aReport({
        ...{ mode: 'plan', charts: [] },
        plan: aPlan({ charts: [aPlannedChart({ evidence: [seen('same'), seen('unadopted')] }), aPlannedChart()] }),
      }),
      '1 chart would be released, 1 published version would be written to git. Nothing was changed.',
    ],
    [
      aReport({ charts: [anOutcome({ result: 'skipped' })], supersededBy: 'd'.repeat(40) }),
      'Nothing was released: the branch moved on to dddddddddddd, and the run of that commit carries on.',
    ],
    [
      aReport({ charts: [anOutcome(), anOutcome({ result: 'skipped' })], supersededBy: 'd'.repeat(40) }),
      '1 chart skipped, 1 chart released; the branch moved on to dddddddddddd, and the run of that commit carries on.',
    ],
    [aReport({ charts: [anOutcome({ result: 'completed' })], problems: [noVersion] }), '1 problem, 1 signature added.'],
    [aReport({ charts: [], problems: [noVersion, noVersion] }), 'Nothing was released: 2 problems.'],
    [aReport({ mode: 'plan', charts: [], plan: aPlan({ charts: [] }) }), 'There are no charts. Nothing was changed.'],
  ])('says how it ended (%#)', (report, sentence) => {
    expect(
      summary(report)
        .split('\n')[0]
        ?.replace(/^## \S+ /, ''),
    ).toBe(sentence)
  })

  it('gives no lines to verify for what another target held before, which may have another signer', () => {
    const references = [
      { ...aReference('app', '1.4.3'), wasThere: true as const },
      aReference('app', '1.4.3', 'quay.io'),
    ]
    const report = aReport({ charts: [anOutcome({ references })] })
    const [shown, folded] = summary(report).split('<details><summary>The other one</summary>')
    expect(shown).toContain('cosign verify quay.io/acme/charts/app@')
    expect(folded).toContain('helm pull oci://ghcr.io/acme/charts/app')
    expect(folded).not.toContain('cosign verify')
    expect(pushedLines(report)).toBe(`Pushed: quay.io/acme/charts/app:1.4.3\nDigest: ${aDigest}`)
    // What only got its signature has that of this run.
    const completed = aReport({ charts: [anOutcome({ result: 'completed', references: references.slice(0, 1) })] })
    expect(summary(completed)).toContain('cosign verify ghcr.io/acme/charts/app@')
  })

  it('shows the lines to copy for one chart and folds the others', () => {
    const charts = ['app', 'web', 'worker'].map((name) => anOutcome({ name }))
    const [shown, folded] = summary(aReport({ charts })).split('<details><summary>The other 2</summary>')
    expect(shown).toContain('helm pull oci://ghcr.io/acme/charts/app --version 1.4.3')
    expect(shown).not.toContain('charts/web ')
    expect(folded).toContain('helm pull oci://ghcr.io/acme/charts/web --version 1.4.3')
    expect(folded?.match(/cosign verify/g)).toHaveLength(2)
  })

  it('shows how to add an index after what works without, and the registry’s lines beside it', () => {
    const references = [anArchive('app', '1.4.3'), aReference('app', '1.4.3')]
    const text = summary(aReport({ charts: [anOutcome({ references })] }))
    const lines = [
      'helm pull app --repo',
      'cosign verify-blob',
      'helm repo add acme',
      'helm pull oci://',
      'cosign verify ',
    ]
    const places = lines.map((line) => text.indexOf(line))
    expect(places).not.toContain(-1)
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
  })

  it('says what is missing for lines to copy where no web address is known', () => {
    const references = [anArchive('app', '1.4.3', 'file:///srv/charts')]
    const text = summary(aReport({ charts: [anOutcome({ references })] }))
    expect(text).toContain('srv/charts')
    expect(text).toContain('Say in the target where a web server gives them')
    expect(text).not.toContain('helm pull')
  })

  it('shows once how each signed index is verified, and nothing of the kind where nobody signed', () => {
    const home = 'https://charts.example.com'
    const reference = (name: string) => ({ ...anArchive(name, '1.4.3', home), signedIndex: `${home}/index.yaml` })
    const charts = ['app', 'web'].map((name) => anOutcome({ name, references: [reference(name)] }))
    const report = aReport({ charts, trustedRoot: 'trusted_root.json' })
    const text = summary(report)
    expect(text.match(/cosign verify-blob index\.yaml/g)).toHaveLength(1)
    expect(text).toContain('-o index.yaml.sigstore.json https://charts.example.com/index.yaml.sigstore.json')
    expect(text).toMatch(/cosign verify-blob index\.yaml [^`]*--trusted-root trusted_root\.json/)
    const { identity: _, ...unsigned } = report
    expect(summary(unsigned)).not.toContain('index.yaml')
  })

  it('promises no signature where there is none', () => {
    const text = summary(aReport({ charts: [anOutcome({ signed: false })] }))
    expect(text).not.toContain('cosign')
    expect(text).toContain('`oci://ghcr.io/acme/charts`, unsigned.')
  })

  it('warns where the identity is shared by all callers of a workflow', () => {
    const identity = { ...anIdentity, subject: 'https://github.com/shared/flows/.github/workflows/r.yml@refs/tags/v1' }
    const text = summary(aReport({ identity }))
    expect(text).toContain('Only the source repository tells them apart')
    expect(text).toMatch(/--certificate-github-workflow-repository acme\/charts/)
    expect(text).toMatch(/additionalExtensions:\n +githubWorkflowRepository: acme\/charts/)
    // Kyverno ignores extensions with any other type.
    expect(text).toMatch(/^- type: Cosign\n {2}attestors:$/m)
    // Flux would take what any other caller signed.
    expect(text).not.toContain('matchOIDCIdentity')
    expect(summary(aReport())).not.toContain('tells them apart')
    expect(summary(aReport())).toContain('matchOIDCIdentity')
  })

  it('stays far below what the runner takes, and keeps what matters', () => {
    const charts = Array.from({ length: 5000 }, (_, number) =>
      anOutcome({ name: `chart-${number}`, result: 'unchanged', reason: '日本語 '.repeat(200) }),
    )
    const failed = anOutcome({ name: 'broken', result: 'failed', problem: noVersion })
    const text = summary(
      aReport({ charts: [...charts, failed], advice: runAdvice(charts.map(({ reason }) => reason)) }),
    )
    expect(Buffer.byteLength(text)).toBeLessThan(900_000)
    expect(text).toContain('| ❌ broken |')
    expect(text).toMatch(/\*\d+ more charts are in the report file\.\*/)
  })
})
