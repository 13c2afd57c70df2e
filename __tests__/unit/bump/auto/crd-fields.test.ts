import { describe, expect, it } from '@jest/globals'
import { between, levelOf } from '../../../support/charts/sides.ts'

const crd = (schema: string, version = 'v1') => ({
  'crds/foo.yaml': `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: foos.example.org
spec:
  group: example.org
  versions:
    - name: ${version}
      served: true
      schema:
        openAPIV3Schema:
${schema.replace(/^/gm, '          ')}
`,
})
const spec = (rest: string, required = '') => `type: object
description: |-
  Words that are no fields.
  properties:
    no: {}
properties:
  spec:
    type: object${required}
    properties:
${rest.replace(/^/gm, '      ')}`

const found = (was: string, is: string) =>
  between(crd(was), crd(is))
    .filter(({ rule }) => rule.startsWith('files/crd'))
    .map(({ level, rule, subject }) => `${level} ${rule} ${subject}`)

const size = 'size:\n  type: integer\n  description: How large\n'

describe('fields of a custom resource', () => {
  it.each([
    [
      'one that is gone',
      spec(`${size}old:\n  type: string`),
      spec(size),
      'files/crd-field-removed foos.example.org v1 spec.old',
    ],
    [
      'one that is required',
      spec(size),
      spec(size, '\n    required:\n    - size'),
      'files/crd-field-required foos.example.org v1 spec.size',
    ],
    [
      'one of another type',
      spec(size),
      spec(size.replace('integer', 'string')),
      'files/crd-field-type foos.example.org v1 spec.size',
    ],
    [
      'one of an item',
      spec(
        'list:\n  type: array\n  items:\n    type: object\n    properties:\n      name:\n        type: string\n      port:\n        type: integer',
      ),
      spec('list:\n  type: array\n  items:\n    type: object\n    properties:\n      name:\n        type: string'),
      'files/crd-field-removed foos.example.org v1 spec.list[].port',
    ],
    [
      'one called items',
      spec('items:\n  type: string'),
      spec('other:\n  type: string'),
      'files/crd-field-removed foos.example.org v1 spec.items',
    ],
  ])('break by %s', (_, was, is, expected) => {
    expect(found(was, is)).toEqual([`major ${expected}`])
  })

  it('have a line where they are required', () => {
    const [finding] = between(crd(spec(size)), crd(spec(size, '\n    required:\n    - size')))
    expect(finding?.at?.file).toBe('crds/foo.yaml')
    expect(finding?.at?.line).toBeGreaterThan(15)
  })

  it.each([
    ['a new one', spec(size), spec(`${size}more:\n  type: string`)],
    ['a required one with a default', spec(size), spec(`${size}  default: 3`, '\n    required:\n    - size')],
    [
      'a part that is new, with what it requires',
      spec(size),
      spec(`${size}more:\n  type: object\n  required:\n  - a\n  properties:\n    a:\n      type: string`),
    ],
    [
      'what is kept without being listed',
      spec(
        'free:\n  type: object\n  x-kubernetes-preserve-unknown-fields: true\n  properties:\n    a:\n      type: string',
      ),
      spec('free:\n  type: object\n  x-kubernetes-preserve-unknown-fields: true'),
    ],
    [
      'the status, which controllers write',
      `type: object\nproperties:\n  status:\n    type: object\n    properties:\n      a:\n        type: string`,
      'type: object\nproperties:\n  status:\n    type: object',
    ],
    ['words', spec(size), spec(size.replace('How large', 'How big it is'))],
  ])('do not break by %s', (_, was, is) => {
    expect([found(was, is), levelOf(crd(was), crd(is))]).toEqual([[], 'patch'])
  })

  it('are those of each version', () => {
    expect(
      between(crd(spec(`${size}old:\n  type: string`), 'v1alpha1'), crd(spec(size), 'v1')).map(({ rule }) => rule),
    ).toContain('files/crd-version-removed')
  })
})
