import type { Files } from '../git/repository.ts'

/** A library that another chart depends on, with a real Helm's lock, and a chart that stands alone. */
export const threeCharts = {
  'charts/lib/Chart.yaml': `apiVersion: v2
name: lib
description: Parts that charts share
type: library
version: 0.3.0
`,
  'charts/lib/templates/_labels.tpl': `{{- define "lib.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
{{- end -}}
`,
  'charts/web/Chart.yaml': `apiVersion: v2
name: web
description: A web server
# Raised by hand only when something breaks.
version: 1.4.2 # the docs name it, too
appVersion: "7.0"
dependencies:
  - name: lib
    version: 0.3.0
    repository: file://../lib
`,
  'charts/web/Chart.lock': `dependencies:
- name: lib
  repository: file://../lib
  version: 0.3.0
digest: sha256:458275e3f76dfd365e56a2d60abf3f71b6554abe1a0cd55b09c5840780e879f3
generated: "2026-01-01T00:00:00.0Z"
`,
  'charts/web/.helmignore': 'README.md\n',
  'charts/web/values.yaml': `image:
  repository: web
  tag: v7.0 # what is deployed
`,
  'charts/web/templates/configmap.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}
  labels: {{- include "lib.labels" . | nindent 4 }}
data:
  image: {{ .Values.image.repository }}:{{ .Values.image.tag }}
`,
  'charts/db/Chart.yaml': `apiVersion: v2
name: db
description: A database
version: 2.0.0
appVersion: "16"
`,
  'charts/db/templates/configmap.yaml': aTemplate('first'),
} as const satisfies Files

/** A template that Helm takes, with some text in it. */
export function aTemplate(text: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}
data:
  text: ${text}
`
}

/** One chart alone: fast to release. */
export function aChart(name: string, version: string, text = 'first', more = ''): Files {
  return {
    [`charts/${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\ndescription: A chart\nversion: ${version}\n${more}`,
    [`charts/${name}/templates/configmap.yaml`]: aTemplate(text),
  }
}

export const db = 'charts/db/templates/configmap.yaml'
