import { basename } from 'node:path'
import { aTemplate } from '../charts/three-charts.ts'
import type { Files } from '../git/repository.ts'

interface SmallChart {
  /** Chart.yaml with this version, and further lines. */
  at(version: string, more?: string): Files
  /** Its one template, with some text in it. */
  says(text: string): Files
  /** Both, as a commit does that changes a chart and raises its version. */
  is(version: string, text: string, more?: string): Files
  /** A further file of it. */
  has(path: string, text: string | null): Files
}

/** A chart of one template in a folder, by default named after it. */
export function smallChart(folder: string, name = basename(folder)): SmallChart {
  const at = (version: string, more = '') => ({
    [`${folder}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\ndescription: ${name} for Kubernetes\nversion: ${version}\n${more}`,
  })
  const says = (text: string) => ({ [`${folder}/templates/configmap.yaml`]: aTemplate(text) })
  return {
    at,
    says,
    is: (version, text, more) => ({ ...at(version, more), ...says(text) }),
    has: (path, text) => ({ [`${folder}/${path}`]: text }),
  }
}
