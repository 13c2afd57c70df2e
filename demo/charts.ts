import type { Files } from '../__tests__/support/git/repository.ts'

const greeting = (word: string) => `{{- define "hello.greeting" -}}
${word}, {{ .Values.name }}!
{{- end }}
`

const configMap = (line: string) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}
data:
  ${line}
`

/** Three charts; `hello` is a library of `shop`. */
export const charts: Files = {
  'charts/hello/Chart.yaml': 'apiVersion: v2\nname: hello\ntype: library\nversion: 0.3.0\ndescription: Says hello\n',
  'charts/hello/templates/_greeting.tpl': greeting('Hello'),
  'charts/shop/Chart.yaml': `apiVersion: v2
name: shop
description: A shop that greets
# Renovate and people read this line
version: 1.4.2 # keep this comment
appVersion: "2.1.0"
dependencies:
  - name: hello
    version: 0.3.0
    repository: file://../hello
`,
  'charts/shop/values.yaml': 'name: world\n',
  'charts/shop/templates/greeting.yaml': configMap('greeting: {{ include "hello.greeting" . | quote }}'),
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 0.9.0\nappVersion: "5"\ndescription: Alone\n',
  'charts/web/templates/map.yaml': configMap('from: web'),
}

/** One template of the library. */
export const change: Files = { 'charts/hello/templates/_greeting.tpl': greeting('Good morning') }
