import type { ReleaseNote } from '../model/report.ts'

export const CHANGES = 'artifacthub.io/changes'

/**
 * The notes of one release as Artifact Hub wants them in the annotation `artifacthub.io/changes`: a YAML list with `kind`
 * and `description`, see https://artifacthub.io/docs/topics/annotations/helm.
 */
export function artifactHubChanges(notes: readonly ReleaseNote[]): string {
  return notes
    .map(({ kind, text, breaking }) => {
      // Double quotes of JSON are double quotes of YAML.
      return `- kind: ${kind}\n  description: ${JSON.stringify(breaking ? `Breaking: ${text}` : text)}\n`
    })
    .join('')
}
