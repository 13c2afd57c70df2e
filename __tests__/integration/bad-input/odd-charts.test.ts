import { cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../src/model/errors.ts'
import { onRealCharts } from '../../support/charts/real-charts.ts'
import { aRepository, type TestRepository } from '../../support/git/repository.ts'
import { pack } from '../../support/helm/packaging.ts'
import { realData } from '../../support/places.ts'
import { runProgram } from '../../support/process/run-program.ts'

/** An item may hold more than one chart, or only the odd file of one. */
const PARTS = /^(values\.yaml|\.helmignore|Chart\.lock|requirements\.(yaml|lock))$/

/** What becomes of each item: `packaged`, or a code with the place, below the item's own folder. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  '01-conflict-markers-chart-yaml-1': ['CHART_CONFLICT_MARKERS charts/loki-distributed/Chart.yaml:5'],
  '03-conflict-markers-chart-lock': ['CHART_CONFLICT_MARKERS system/kube-monitoring-admin-k3s/Chart.lock:53'],
  '04-missing-version-typo-Bumversion': ['CHART_VERSION_MISSING charts/tempo-distributed/Chart.yaml:5'],
  '05-leading-zero-0.46.00': ['CHART_VERSION_INVALID charts/argo-workflows/Chart.yaml:6'],
  '06-leading-zero-2.09': ['CHART_VERSION_INVALID system/infra-monitoring/Chart.yaml:3'],
  '07-version-trailing-comment': ['DEPENDENCY_FAILED charts/kyverno/Chart.yaml:52'],
  '08-version-comment-do-not-increase': [
    'DEPENDENCY_FAILED openstack/cbshelf/Chart.yaml:11',
    'packaged postgresql 0.3.0',
  ],
  '09-version-comment-gatekeeper': ['DEPENDENCY_MISSING system/gatekeeper/Chart.yaml:8'],
  '10-crlf-chart-yaml-1': ['DEPENDENCY_UNLOCKED bitnami/wavefront/Chart.yaml:6'],
  '12-crlf-helmignore': ['packaged part 1.0.0'],
  '13-mixed-eol-requirements': ['DEPENDENCY_FAILED stable/vault-operator/requirements.yaml:2'],
  '15-anchors-values-1': ['packaged part 1.0.0'],
  '16-anchors-values-2': ['DEPENDENCY_FAILED charts/enterprise-logs/Chart.yaml:11'],
  '17-anchors-values-3': ['packaged part 1.0.0'],
  '18-multidoc-not-a-chart': ['CHART_YAML_INVALID test/circle/yaml-schemas/Chart.yaml:16'],
  '19-doc-start-after-comments': ['packaged part 1.0.0'],
  '21-duplicate-key-chart-yaml': ['CHART_YAML_INVALID stable/aws-cluster-autoscaler/Chart.yaml:9'],
  '23-prerelease-snapshot': ['packaged kibana 8.0.0-SNAPSHOT'],
  '25-build-metadata-plus': [
    'packaged albatross 199.44.12345-Alpha.1+cafe009',
    'packaged goodone 199.44.12345-Alpha.1+cafe009',
  ],
  '26-leading-v-version': ['packaged aws-efa-k8s-device-plugin v0.5.30'],
  '27-two-component-version': ['packaged datadog-controller 1.2', 'packaged postgres-controller 1.4'],
  '28-version-float': ['CHART_VERSION_INVALID manifests/ha/base/redis-ha/chart/Chart.yaml:2'],
  '29-bad-versions-fixture': [
    'CHART_VERSION_INVALID pkg/chart/v2/lint/rules/testdata/anotherbadchartfile/Chart.yaml:4',
    'CHART_NAME_INVALID pkg/chart/v2/lint/rules/testdata/badchartfile/Chart.yaml:1',
    'CHART_YAML_INVALID pkg/chart/v2/lint/rules/testdata/invalidchartfile/Chart.yaml:3',
  ],
  '31-appversion-float-sqlproxy': ['packaged gcloud-sqlproxy 0.6.1'],
  '32-appversion-int': ['packaged lamp 1.1.6', 'packaged presto 0.2.3', 'packaged seq 2.3.2'],
  '34-dependencies-empty-list': ['packaged victoria-metrics-common 0.3.16'],
  '35-version-last-with-comment-block': ['DEPENDENCY_FAILED charts/backstage/Chart.yaml:14'],
  '37-huge-values-loki': ['packaged part 1.0.0'],
  '38-huge-values-kps': ['packaged part 1.0.0'],
  '39-nested-umbrella': ['DEPENDENCY_MISSING spire/Chart.yaml:26'],
  '41-symlink-template-outside-chart': ['CHART_LINK thanos-seeds/templates/_helpers.tpl'],
  '42-symlink-crd-other-chart': ['CHART_LINK victoria-metrics-operator-crds/charts/crds/crd.yaml'],
  '43-symlink-license': ['CHART_LINK app-template/LICENSE'],
  '44-symlink-values-in-examples.tar.gz': [
    'CHART_LINK 44-symlink-values-in-examples/charts/nr-k8s-otel-collector/examples/k8s/values.yaml',
  ],
  '46-symlink-dev-null': ['CHART_YAML_INVALID frobnitz_with_dev_null/Chart.yaml:21'],
  '48-filename-trailing-space': ['packaged prometheus-locust-exporter 1.2.3'],
  '50-filename-with-space.tar.gz': ['packaged cluster 0.8.1'],
  '51-name-neq-dir': ['packaged extendeddaemonset v0.3.3'],
  '53-library-chart': ['packaged common 0.1.3'],
  '54-library-chart-2': ['packaged common-library 2.3.3'],
  '55-deprecated-chart': ['DEPENDENCY_FAILED charts/flux2-multi-tenancy/Chart.yaml:10'],
  '56-requirements-v1': ['DEPENDENCY_FAILED charts/datadog/requirements.yaml:2'],
  '57-import-values': ['packaged chart-with-dependency-aliased-twice 1.0.0'],
  '59-exec-bit-chart-yaml': ['packaged jiralert 1.9.0'],
  '60-no-eol-chart-yaml': ['packaged designer 1.0.14'],
  '62-empty-values': ['DEPENDENCY_FAILED charts/other/app-template/Chart.yaml:11'],
  '63-unknown-fields': ['packaged dex 2.15.3', 'packaged redis-ha 4.4.6'],
  '64-nbsp-in-values': ['packaged part 1.0.0'],
  '65-tab-in-values': ['CHART_PACKAGE_FAILED charts/alertmanager-bot/values.yaml:17'],
  '67-manifest-named-requirements': ['CHART_LINT_FAILED traefik/templates/requirements.yaml:1'],
  '68-emoji-in-chart-yaml': ['packaged traefik 41.3.0'],
  '69-commented-dependencies': ['DEPENDENCY_FAILED openstack/blackbox/Chart.yaml:9'],
  '70-nested-chart-dirs': [
    'DEPENDENCY_FAILED openstack/nova/Chart.yaml:9',
    'DEPENDENCY_FAILED openstack/tempest/nova-tempest/Chart.yaml:9',
    'packaged tempest-base 0.1.0',
  ],
  '71-stale-lock-range': ['LOCK_OUT_OF_STEP charts/victoria-metrics-k8s-stack/Chart.lock:5'],
  '73-stale-lock-exact': ['LOCK_OUT_OF_STEP charts/nri-bundle/Chart.lock:8'],
  '74-lock-without-requirements': ['CHART_YAML_INVALID openstack/vcf/Chart.yaml:7'],
  '76-two-components-fileDep-vendor': ['CHART_YAML_INVALID system/elk/Chart.yaml:6'],
  '77-SYNTHETIC-non-ascii-filename.tar.gz': ['packaged uberchart 0.1.0'],
}

async function everyFile(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.map((entry) => join(entry.parentPath, entry.name))
}

/** Lays one item into `folder`; what is only a part of a chart gets a Chart.yaml beside it. */
async function lay(item: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const source = join(realData, 'odd-charts', item)
  if ((await stat(source)).isDirectory()) await cp(source, folder, { recursive: true, verbatimSymlinks: true })
  else await cp(source, join(folder, 'chart.tar.gz'))
  await runProgram('chmod', ['-R', 'u+w', folder])
  for (const file of (await everyFile(folder)).filter((path) => path.endsWith('.tar.gz'))) {
    await runProgram('tar', ['-xzf', file, '-C', dirname(file)])
    await runProgram('rm', ['-f', file])
  }
  const files = await everyFile(folder)
  if (files.some((path) => path.endsWith('/Chart.yaml'))) return
  const part = files.find((path) => PARTS.test(path.split('/').at(-1) ?? ''))
  const place = part ? dirname(part).replace(/\/templates$/, '') : folder
  await writeFile(join(place, 'Chart.yaml'), 'apiVersion: v2\nname: part\nversion: 1.0.0\n')
}

/** Charts that nobody holds in their own `charts/`. */
function chartsIn(files: readonly string[]): readonly string[] {
  const folders = files.filter((path) => path.endsWith('/Chart.yaml')).map((path) => dirname(path))
  return folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/charts/`)))
}

onRealCharts(() => {
  let repository: TestRepository
  let found: Readonly<Record<string, readonly string[]>>
  const messages: string[] = []

  beforeAll(async () => {
    repository = await aRepository({ files: { 'README.md': '# odd\n' } })
    const items = (await readdir(join(realData, 'odd-charts'))).filter((item) => item !== 'SOURCES.md')
    const charts = new Map<string, readonly string[]>()
    for (const item of items) {
      const folder = join(repository.folder, 'items', item)
      await lay(item, folder)
      const own = chartsIn(await everyFile(folder)).map((path) => relative(repository.folder, path))
      charts.set(item, own.sort())
    }
    await repository.commit('feat: oddities', {})
    // Whatever is to be fetched is not there.
    const environment = { HTTPS_PROXY: 'http://127.0.0.1:9' }
    const results = await pack(repository.folder, [...charts.values()].flat(), { environment })
    const told = (item: string, path: string) => {
      const result = results.get(path)
      if (!(result instanceof ReleaseError)) return result ? `packaged ${result.name} ${result.version}` : 'silence'
      messages.push(`${result.message} ${result.hint ?? ''}`)
      const { file = 'no file', line } = result.at ?? {}
      return [result.code, [relative(join('items', item), file), line].filter(Boolean).join(':')].join(' ')
    }
    found = Object.fromEntries([...charts].map(([item, own]) => [item, own.map((path) => told(item, path))]))
  })
  afterAll(() => repository?.remove())

  it('ends every odd chart in a package, or in a code with file and line', () => {
    expect(found).toEqual(OUTCOMES)
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(56)
  })

  it('crashes on none, and says each in words of the repository', () => {
    expect(Object.values(found).flat().join()).not.toMatch(/BUG_UNEXPECTED|silence|no file/)
    for (const message of messages) expect(message).not.toMatch(/\n\s+at |\/tmp\/|undefined|\[object/)
  })
})
