import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { type ChartSide, chartSide } from '../../../../src/bump/auto/side.ts'
import type { Finding } from '../../../../src/model/finding.ts'
import { type Judge, openJudge } from '../../../corpus/bumps/judged.ts'
import { onRealCharts } from '../../../support/charts/real-charts.ts'
import { realData } from '../../../support/places.ts'

const folder = join(realData, 'found/bumps')

/** The right level of each pair, with what a finding must say where the level alone is not enough. */
const EXPECTED: Readonly<Record<string, readonly [Finding['level'], RegExp?]>> = {
  '01-use-changed-undeclared': ['major'],
  '01b-use-changed-declared': ['major'],
  '01c-use-changed-null-default': ['major'],
  '02-fail-on-upgrade': ['major', /on an upgrade/],
  '03-read-site-lost': ['major'],
  '04-hardened-defaults': ['minor', /hostNetwork.*[\s\S]*readOnlyRootFilesystem/],
  '05-walk-over-all-values': ['major'],
  '05b-control-without-walk': ['major'],
  '06-key-added-in-comment': ['minor'],
  '07-tpl-on-annotations': ['major'],
  '08-schema-types-open-object': ['major'],
  '09-type-guard-one-branch': ['major'],
  '09b-type-guard-one-branch-null': ['major'],
  '10-removed-read-as-guard': ['major'],
  '11-list-default-moved': ['major'],
  '11b-list-default-moved-8': ['major'],
  '12-service-port-name': ['minor', /is now called `web`/],
  '12b-service-port-number-default': ['minor', /is now 8080/],
  '12c-service-type-default': ['minor', /is now of the type ClusterIP/],
  '13-secret-key-renamed': ['major', /admin-password/],
  '16-crd-field-removed': ['major'],
  '17-thin-chart-on-library-major': ['major'],
  '17b-the-same-library-not-vendored': ['minor', /common/],
  '18-item-key-renamed': ['major'],
  '18b-item-key-renamed-commented': ['major'],
  '18d-items-strings-to-maps-default': ['major'],
  '19-required-behind-switch': ['major'],
  '20-condition-widened': ['patch'],
  '21-optional-immutable': ['major', /p.enabled: true/],
  '22-schema-open-properties-dropped': ['patch'],
  '23-helper-tostring-reassign': ['minor'],
  '23b-helper-reassign-no-tostring': ['minor'],
  '23c-helper-tostring-no-reassign': ['patch'],
  '23d-inline-tostring': ['patch'],
  '23e-inline-reassign': ['minor'],
  '23f-helper-inner-if-printf': ['minor'],
  '24-tostring-removed-key': ['major'],
  '24b-control-quote': ['major'],
  '24c-tostring-removed-nonempty': ['major'],
  '25-foreign-subchart-commented-key': ['patch'],
  '25b-foreign-subchart-key-control': ['patch'],
  '27-tpl-only-for-strings': ['patch'],
  '27b-tpl-only-for-strings-typeof': ['patch'],
}

function sideOf(path: string): ChartSide {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return chartSide(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return { path: relative(path, file).split(sep).join('/'), content: readFileSync(file) }
    }),
  )
}

let judge: Judge
onRealCharts(() => {
  beforeAll(async () => {
    judge = await openJudge()
  })
  afterAll(() => judge.close())

  it('each pair has a level to compare with', () => {
    expect(existsSync(folder) ? readdirSync(folder).sort() : []).toEqual(Object.keys(EXPECTED).sort())
  })

  it.each(Object.entries(EXPECTED))('%s', async (name, [level, says]) => {
    const [old, now] = ['old', 'new'].map((one) => sideOf(join(folder, name, one)))
    const judged = await judge.judge(old as ChartSide, now as ChartSide)
    const texts = judged.findings.map((one) => `${one.level} ${one.rule}: ${one.text}`)
    expect([judged.level, ...texts]).toEqual([level, ...texts])
    if (says) expect(texts.join('\n')).toMatch(says)
  })
}, folder)
