import type { Dependency } from '../../model/chart.ts'
import type { Json } from '../../model/json.ts'
import { type Fields, fieldsOf, helmText, isNull, itemsOf, pick, sanitise, scalarOf } from '../yaml/fields.ts'
import { compareBytes } from '../yaml/go-json.ts'
import { failure, type YamlText } from '../yaml/text.ts'
import { present } from './dependency-fields.ts'

/** Fields parsed separately because they have stricter checks. */
export interface CheckedFields {
  readonly name: string
  readonly version: string
  readonly apiVersion: string
  readonly type: string
  readonly dependencies: readonly Dependency[]
}

/** Chart.yaml as `json.Marshal(chart.Metadata)` would write it: Helm's fields in Helm's order, empty ones left out. */
export function metadataOf(yaml: YamlText, fields: Fields, checked: CheckedFields): { readonly [key: string]: Json } {
  const text = (name: string) => sanitise(textField(yaml, fields, name))
  const list = (name: string) => textList(yaml, fields, name).map(sanitise)
  return present([
    ['name', sanitise(checked.name)],
    ['home', text('home')],
    ['sources', list('sources')],
    ['version', checked.version],
    ['description', text('description')],
    ['keywords', list('keywords')],
    ['maintainers', maintainers(yaml, fields)],
    ['icon', text('icon')],
    ['apiVersion', checked.apiVersion],
    ['condition', text('condition')],
    ['tags', text('tags')],
    ['appVersion', text('appVersion')],
    ['deprecated', isDeprecated(yaml, fields)],
    ['annotations', annotations(yaml, fields)],
    ['kubeVersion', text('kubeVersion')],
    ['dependencies', checked.dependencies.map((dependency) => dependency.fields)],
    ['type', checked.type],
  ])
}

/** A text field as Helm reads it; empty if it is absent or null. `of` says whose field it is, if not the document's. */
export function textField(yaml: YamlText, fields: Fields, name: string, of = ''): string {
  return helmText(yaml, pick(yaml, fields, name)?.value, `\`${name}\`${of}`)
}

function textList(yaml: YamlText, fields: Fields, name: string): readonly string[] {
  const items = itemsOf(yaml, pick(yaml, fields, name)?.value, `\`${name}\``)
  return items.map((item) => helmText(yaml, item, `an entry of \`${name}\``))
}

function maintainers(yaml: YamlText, fields: Fields): readonly Json[] {
  const list = pick(yaml, fields, 'maintainers')
  return itemsOf(yaml, list?.value, '`maintainers`').map((item) => {
    const maintainer = fieldsOf(yaml, item ?? list?.key, 'a maintainer')
    const text = (name: string) => sanitise(textField(yaml, maintainer, name, ' of a maintainer'))
    return present(['name', 'email', 'url'].map((name) => [name, text(name)] as const))
  })
}

function annotations(yaml: YamlText, fields: Fields): { readonly [key: string]: Json } {
  const field = pick(yaml, fields, 'annotations')
  if (!field || isNull(yaml, field.value)) return {}
  const entries = [...fieldsOf(yaml, field.value, '`annotations`').values()]
  entries.sort((a, b) => compareBytes(a.name, b.name))
  return Object.fromEntries(
    entries.map(({ key, value }) => {
      const name = helmText(yaml, key, 'a key of `annotations`')
      return [name, helmText(yaml, value, `the annotation ${name}`)]
    }),
  )
}

function isDeprecated(yaml: YamlText, fields: Fields): boolean {
  const field = pick(yaml, fields, 'deprecated')
  const { kind, text } = scalarOf(yaml, field?.value, '`deprecated`')
  if (kind !== 'bool' && kind !== 'null')
    throw failure(yaml, field?.key, 'has `deprecated` that is neither true nor false')
  return text === 'true'
}
