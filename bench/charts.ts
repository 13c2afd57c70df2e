import type { Files } from '../__tests__/support/git/repository.ts'

const template = (kind: string, body: string) => `apiVersion: v1
kind: ${kind}
metadata:
  name: {{ .Release.Name }}-${kind.toLowerCase()}
  labels:
    app.kubernetes.io/name: {{ .Chart.Name }}
${body}`

/** So many charts of the size that small public charts have: five files, some two kilobytes. */
export function charts(count: number): Files {
  const files: Record<string, string> = {}
  for (let index = 0; index < count; index += 1) {
    const folder = `charts/chart-${index}`
    files[`${folder}/Chart.yaml`] =
      `apiVersion: v2\nname: chart-${index}\nversion: 0.1.0\nappVersion: "1.0"\ndescription: Chart number ${index}\n`
    files[`${folder}/values.yaml`] = `# How many.\nreplicas: 1\nimage:\n  repository: example/${index}\n  tag: "1.0"\n`
    files[`${folder}/README.md`] =
      `# chart-${index}\n\n${'Some words on what it does and how it is set up. '.repeat(16)}\n`
    files[`${folder}/templates/map.yaml`] = template(
      'ConfigMap',
      'data:\n  image: {{ .Values.image.repository | quote }}\n',
    )
    files[`${folder}/templates/service.yaml`] = template('Service', 'spec:\n  ports:\n    - port: 80\n')
  }
  return files
}

/** Their folders. */
export function folders(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `charts/chart-${index}`)
}
