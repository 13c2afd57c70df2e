import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Bench, openBench, resource, told } from '../../../support/helm/renders.ts'

let root: string
let bench: Bench
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'renders-'))
  bench = await openBench(root)
})
afterAll(async () => {
  await bench.close()
  await rm(root, { recursive: true, force: true })
})

interface Pod {
  readonly mounts?: string
  readonly volumes?: string
  readonly container?: string
  readonly more?: string
  readonly labels?: string
  readonly kind?: string
}

const CLAIM = '[{name: data, persistentVolumeClaim: {claimName: data}}]'

function pod({
  mounts = '[]',
  volumes = '[]',
  container = 'web',
  more = '',
  labels = 'app: web',
  kind = 'Deployment',
}: Pod) {
  const claims = kind === 'StatefulSet' ? '  volumeClaimTemplates:\n    - metadata: {name: data}\n      spec: {}\n' : ''
  const spec = `spec:
  selector: {matchLabels: {app: web}}
${claims}  template:
    metadata: {labels: {${labels}}}
    spec:
      volumes: ${volumes}
      containers:
        - name: ${container}
          image: web
          volumeMounts: ${mounts}
${more}`
  return { 'templates/a.yaml': resource(kind, 'web', spec, 'apps/v1') }
}

async function found(old: Pod, now: Pod): Promise<readonly string[]> {
  return told(await bench.findings(pod(old), pod(now))).filter((line) => !line.includes(' changed '))
}

describe('where a volume is mounted that outlives its pods', () => {
  it.each<readonly [string, Pod, Pod]>([
    [
      'a claim by name',
      { volumes: CLAIM, mounts: '[{name: data, mountPath: /data}]' },
      { volumes: CLAIM, mounts: '[{name: data, mountPath: /var/lib/data}]' },
    ],
    [
      'a template of claims',
      { kind: 'StatefulSet', mounts: '[{name: data, mountPath: /data}]' },
      { kind: 'StatefulSet', mounts: '[{name: data, mountPath: /var/lib/data}]' },
    ],
    [
      'one of two paths of a claim',
      { volumes: CLAIM, mounts: '[{name: data, subPath: a, mountPath: /a}, {name: data, subPath: b, mountPath: /b}]' },
      { volumes: CLAIM, mounts: '[{name: data, subPath: a, mountPath: /a}, {name: data, subPath: b, mountPath: /c}]' },
    ],
  ])('breaks if it moves: %s', async (_, old, now) => {
    expect(await found(old, now)).toContainEqual(expect.stringMatching(/^major mount-path /))
  })

  it.each<readonly [string, Pod, Pod]>([
    [
      'an empty folder',
      { volumes: '[{name: data, emptyDir: {}}]', mounts: '[{name: data, mountPath: /data}]' },
      { volumes: '[{name: data, emptyDir: {}}]', mounts: '[{name: data, mountPath: /x}]' },
    ],
    [
      'a second path beside the first',
      { volumes: CLAIM, mounts: '[{name: data, mountPath: /data}]' },
      { volumes: CLAIM, mounts: '[{name: data, mountPath: /data}, {name: data, subPath: x, mountPath: /x}]' },
    ],
    [
      'a claim that takes the place of an empty folder',
      { volumes: '[{name: data, emptyDir: {}}]', mounts: '[{name: data, mountPath: /data}]' },
      { volumes: CLAIM, mounts: '[{name: data, mountPath: /x}]' },
    ],
  ])('breaks nothing with %s', async (_, old, now) => {
    expect((await found(old, now)).filter((line) => line.includes('mount-path'))).toEqual([])
  })
})

describe('names and labels of pods', () => {
  it.each<readonly [string, Pod, Pod, string]>([
    ['a container with another name', {}, { container: 'server' }, 'minor container-name Deployment/web container web'],
    [
      'a sidecar that is gone',
      { more: '        - {name: proxy, image: x}\n' },
      {},
      'minor container-name Deployment/web container proxy',
    ],
    [
      'a label with another value',
      { labels: 'app: web, role: front' },
      { labels: 'app: web, role: back' },
      'minor pod-labels Deployment/web role',
    ],
    ['a label that is gone', { labels: 'app: web, role: front' }, {}, 'minor pod-labels Deployment/web role'],
  ])('%s is told', async (_, old, now, line) => {
    expect(await found(old, now)).toContain(line)
  })

  it.each<readonly [string, Pod, Pod]>([
    ['one more container', {}, { more: '        - {name: proxy, image: x}\n' }],
    ['one more label', {}, { labels: 'app: web, role: front' }],
    [
      'the label of the release',
      { labels: 'app: web, helm.sh/chart: a-1' },
      { labels: 'app: web, helm.sh/chart: a-2' },
    ],
  ])('%s is nothing', async (_, old, now) => {
    expect((await found(old, now)).filter((line) => /container-name|pod-labels/.test(line))).toEqual([])
  })
})

describe('fields of CRDs that are rendered', () => {
  const crd = (fields: string, required = '') => ({
    'templates/crd.yaml': `{{- if true }}
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: foos.example.com
spec:
  group: example.com
  versions:
    - name: v1
      served: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
${required}              properties:
${fields}{{- end }}
`,
  })
  const field = (name: string, type = 'string') => `                ${name}:\n                  type: ${type}\n`

  it.each([
    ['is gone', crd(field('a') + field('b')), crd(field('a')), 'crd-field-removed'],
    [
      'is required',
      crd(field('a')),
      crd(field('a'), '              required:\n                - a\n'),
      'crd-field-required',
    ],
    ['has another type', crd(field('a')), crd(field('a', 'integer')), 'crd-field-type'],
  ])('break if one %s', async (_, old, now, rule) => {
    const findings = await bench.findings(old, now)
    expect(findings).toContainEqual(
      expect.objectContaining({ level: 'major', rule: `files/${rule}`, at: { file: 'templates/crd.yaml', line: 3 } }),
    )
  })

  it('one more is no break', async () => {
    const findings = await bench.findings(crd(field('a')), crd(field('a') + field('b')))
    expect(findings.filter(({ level }) => level === 'major')).toEqual([])
  })
})

describe('the place of a finding', () => {
  it('is the line of the field in the template', async () => {
    const [old, now] = [pod({ labels: 'app: web' }), pod({ container: 'server' })]
    const finding = (await bench.findings(old, now)).find(({ rule }) => rule === 'rendered/container-name')
    expect(finding?.at).toEqual({ file: 'templates/a.yaml', line: expect.any(Number) })
    const text = now['templates/a.yaml'].split('\n')[(finding?.at?.line ?? 0) - 1]
    expect(text).toContain('containers:')
  })
})
