import type { RenderLimits } from '../../../src/bump/auto/rendered/render/renders.ts'
import { renderedFindings } from '../../../src/bump/auto/rendered/rendered.ts'
import type { Renderer } from '../../../src/bump/renderer.ts'
import type { Finding } from '../../../src/model/finding.ts'
import { createRenderer } from '../../../src/pipeline/evidence/renderer.ts'
import { createFiles } from '../../../src/platform/files/files.ts'
import { systemClock } from '../../../src/platform/process/clock.ts'
import type { HelmMajor } from './helm.ts'
import { helmOf } from './packaging.ts'

/** Files of a chart by path; `Chart.yaml` is there by itself. */
export type ChartFiles = Readonly<Record<string, string | Uint8Array>>

export interface Bench {
  /** What rendering shows between two charts. */
  findings(old: ChartFiles, now: ChartFiles, limits?: Partial<RenderLimits>): Promise<readonly Finding[]>
  /** Processes since the last question. */
  processes(): number
  close(): Promise<void>
}

/** The program's own comparison on a real Helm, as the pipeline puts it together, with its processes counted. */
export async function openBench(folder: string, major: HelmMajor = 4): Promise<Bench> {
  const files = createFiles(folder)
  const real = createRenderer({ helm: await helmOf(major), files, clock: systemClock })
  let count = 0
  const counting: Renderer = {
    async open(chart) {
      const open = await real.open(chart)
      return {
        render: (options) => {
          count += 1
          return open.render(options)
        },
        close: () => open.close(),
      }
    },
  }
  return {
    findings: (old, now, limits) => renderedFindings(side(old, '1.0.0'), side(now, '1.0.1'), counting, limits),
    processes: () => {
      const counted = count
      count = 0
      return counted
    },
    close: () => files.removeTemporary(),
  }
}

function side(files: ChartFiles, version: string) {
  const all = { 'Chart.yaml': `apiVersion: v2\nname: app\nversion: ${version}\n`, 'values.yaml': '', ...files }
  const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? Buffer.from(content) : content)
  return { files: new Map(Object.entries(all).map(([path, content]) => [path, bytesOf(content)])) }
}

/** A rendered resource's text with these lines below its metadata. */
export function resource(kind: string, name: string, rest = '', apiVersion = 'v1'): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${rest}`
}

/** `level rule subject` of each finding. */
export function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ level, rule, subject }) => `${level} ${rule.replace('rendered/', '')} ${subject}`)
}
