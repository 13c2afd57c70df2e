import { isMap, type Node } from 'yaml'
import { readChartYaml } from '../../chart/manifest/chart-yaml.ts'
import { fieldsOf, scalarOf } from '../../chart/yaml/fields.ts'
import { parseYaml, spanOf, type YamlText } from '../../chart/yaml/text.ts'
import type { ChartManifest } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'

/** Helm 3 loads no larger file. */
const MAX_LENGTH = 5 * 1024 * 1024
const MAX_DEPTH = 20

type Files = ReadonlyMap<string, Uint8Array>

interface Tag {
  readonly path: string
  readonly value: string
  readonly line: number
}

/**
 * A default image that moved on while appVersion stayed: the tag of `image`, or one that said what appVersion says. A
 * finding without a level, at the line of the tag; none if values.yaml can't be read.
 */
export function frozenAppVersion(old: Files, now: Files, manifest: ChartManifest): readonly Finding[] {
  const [was, is] = [appVersionIn(old), appVersionIn(now)]
  if (was === undefined || was !== is) return []
  const before = new Map(tagsIn(old).map((tag) => [tag.path, tag.value]))
  const moved = tagsIn(now).find(({ path, value }) => {
    const earlier = before.get(path)
    const isTheApp = path === 'image.tag' || bare(earlier ?? '') === bare(was)
    return earlier !== undefined && earlier !== value && isTheApp && bare(value) !== bare(is)
  })
  if (!moved) return []
  const line = manifest.appVersionSpan?.line
  return [
    {
      ...{ level: 'none', kind: 'metadata', rule: 'app-version/frozen', subject: moved.path },
      text: `${moved.path} went from ${before.get(moved.path)} to ${moved.value}, and appVersion is still ${is} (${['Chart.yaml', line].filter((part) => part !== undefined).join(':')}). \`app-version: values:${moved.path}\` keeps them together`,
      ...{ was: before.get(moved.path) ?? '', is: moved.value, at: { file: 'values.yaml', line: moved.line } },
    },
  ]
}

function appVersionIn(files: Files): string | undefined {
  return quietly(() => readChartYaml(textOf(files, 'Chart.yaml'), 'Chart.yaml').appVersion)
}

function tagsIn(files: Files): readonly Tag[] {
  const tags: Tag[] = []
  quietly(() => {
    const yaml = parseYaml(textOf(files, 'values.yaml'), {
      file: 'values.yaml',
      code: 'VALUES_INVALID',
      maxLength: MAX_LENGTH,
    })
    collect(yaml, yaml.root, [], tags)
  })
  return tags
}

function collect(yaml: YamlText, node: Node | undefined, path: readonly string[], tags: Tag[]): void {
  if (!isMap(node) || path.length > MAX_DEPTH) return
  const fields = fieldsOf(yaml, node, 'a value')
  for (const [name, { value }] of fields) {
    if (isMap(value)) collect(yaml, value, [...path, name], tags)
    if (name !== 'tag' || value === undefined || !('value' in value)) continue
    const isImage = fields.has('repository') || /image$/i.test(path.at(-1) ?? '')
    const { text, kind } = scalarOf(yaml, value, 'a tag')
    if (isImage && kind !== 'null' && text !== '')
      tags.push({ path: [...path, name].join('.'), value: text, line: spanOf(yaml, value).line })
  }
}

/** An image's tag often has a `v` that appVersion has not. */
function bare(text: string): string {
  return text.replace(/^v(?=\d)/, '')
}

function textOf(files: Files, path: string): string {
  return Buffer.from(files.get(path) ?? []).toString()
}

/** What can't be read is reported elsewhere. */
function quietly<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof ReleaseError) return undefined
    throw error
  }
}
