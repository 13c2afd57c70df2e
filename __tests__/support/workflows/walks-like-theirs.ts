import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { nameAndVersion, type Shape, versionsBefore } from './shape.ts'
import { type Walk, walk } from './walk.ts'

/** Every run of our step releases what their tool releases, and is red only if theirs is. */
export function walksLikeTheirs(shape: Shape): void {
  describe(`ten commits of a repository like ${shape.like}`, () => {
    let walked: Walk
    const released = shape.changes.flatMap(({ releases }) => releases)
    const all = [...released, ...versionsBefore(shape)].sort()
    beforeAll(async () => {
      walked = await walk(shape)
    }, 600_000)
    afterAll(async () => {
      await walked[Symbol.asyncDispose]()
    })

    it('are ten', () => expect(shape.changes).toHaveLength(10))

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

    it('end in the same releases in every place, beside those that were there before', async () => {
      const { places, tagOf } = shape
      const tags = tagOf ? all.map((line) => tagOf(...nameAndVersion(line))).sort() : []
      expect(await walked.shelves()).toEqual({
        index: places.releases || places.branch ? all : [],
        registry: places.registry ? all : [],
        releases: places.releases ? tags : [],
        tags: [...tags, ...shape.changes.flatMap(({ tag }) => tag ?? [])].sort(),
      })
    })

    it('leave what was published before as it was', async () => {
      const [then, now] = await walked.sides()
      expect(now).toEqual(then)
    })

    it('leave what Helm adds and pulls, from before the move and from after it', async () => {
      const versions = [versionsBefore(shape)[0], released[0]].filter((version) => version !== undefined)
      const files = versions.map((version) => `${version.replace(' ', '-')}.tgz`).sort()
      const got = await walked.pulled(versions)
      expect(got).toEqual(Object.fromEntries(Object.keys(got).map((place) => [place, files])))
      expect(Object.keys(got)).not.toEqual([])
    })

    it('leave nothing to do for one more run', async () => {
      const { run, states } = await walked.idle()
      expect([run.ours, run.errors, run.red]).toEqual([[], [], false])
      expect(states[1]).toEqual(states[0])
    })
  })
}
