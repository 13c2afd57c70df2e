import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { generateKey } from 'openpgp'
import type { Shape } from './shape.ts'
import { type Shelves, type Walk, walk } from './walk.ts'

/** Every run of our step releases what their tool releases, and is red only if theirs is. */
export function walksLikeTheirs(shape: Shape): void {
  describe(`ten commits of a repository like ${shape.like}`, () => {
    let walked: Walk
    let shelves: Shelves
    beforeAll(async () => {
      walked = await walk(shape, await secrets())
      shelves = await walked.shelves()
    }, 600_000)
    afterAll(async () => {
      await walked[Symbol.asyncDispose]()
    })

    it('have runs that release the same versions', () => {
      expect(walked.runs.map(({ message, ours }) => [message, ...ours])).toEqual(
        walked.runs.map(({ message, theirs }) => [message, ...theirs]),
      )
    })

    it('have a red run only where theirs is red', () => {
      const expected = new Map(shape.changes.map(({ message, red }) => [message, red !== undefined]))
      const wrong = walked.runs.filter(({ message, red }) => red !== expected.get(message))
      expect(wrong.map(({ message, errors, run }) => [message, errors, run.stderr])).toEqual([])
    })

    it('end in the same releases in every place, beside those that were there before', () => {
      const released = shape.changes.flatMap(({ releases }) => releases)
      const all = [...released, ...versionsBefore(shape)].sort()
      const { places, tagOf } = shape
      expect({ index: shelves.index, registry: shelves.registry }).toEqual({
        index: places.releases || places.branch ? all : [],
        registry: places.registry ? all : [],
      })
      const tagsOfRuns = shape.changes.flatMap(({ tag }) => tag ?? [])
      const tags = tagOf ? all.map((line) => tagOf(...(line.split(' ') as [string, string]))) : []
      expect(shelves.tags).toEqual([...tags, ...tagsOfRuns].sort())
    })
  })
}

function versionsBefore({ published, files }: Shape): readonly string[] {
  return published.map((folder) => {
    const text = `${files[`${folder}/Chart.yaml`]}`
    const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(text)?.[1]
    return `${field('name')} ${field('version')}`
  })
}

async function secrets(): Promise<Readonly<Record<string, string>>> {
  const { privateKey } = await generateKey({
    ...{
      type: 'rsa',
      rsaBits: 2048,
      userIDs: [{ name: 'Acme Charts' }],
      date: new Date('2025-06-01'),
      format: 'object',
    },
  })
  return { GPG_PRIVATE_KEY: privateKey.armor(), GITHUB_TOKEN: 'ghs_test' }
}
