import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { allOf } from '../../../../src/model/async/concurrency.ts'
import { projectRoot } from '../../../support/places.ts'
import { runProgram } from '../../../support/process/run-program.ts'

/** Runs a module in a Node of its own, where a rejection that nobody observes ends the process. */
async function inNode(text: string): Promise<string> {
  const model = join(projectRoot, 'src/model')
  const code = `import { memoizeAsync, shared } from '${model}/async/memoize.ts'; import { allOf } from '${model}/async/concurrency.ts'; ${text}`
  const node = join(projectRoot, 'node_modules/.bin/node')
  return (await runProgram(node, ['--input-type=module', '--eval', code])).stdout.trim()
}

const LATE = `await new Promise((go) => setTimeout(go, 10)); await late().catch((error) => console.log(error.message))`

describe('a promise that is started before it is awaited', () => {
  it('does not end the process when it fails meanwhile, and still gives its failure', async () => {
    expect(
      await inNode(`const started = shared(Promise.reject(new Error('a'))); const late = () => started; ${LATE}`),
    ).toBe('a')
    expect(
      await inNode(
        `const late = memoizeAsync(async () => { throw new Error('b') }); void late().then(() => {}, () => {}); void late(); ${LATE}`,
      ),
    ).toBe('b')
  })

  it('ends it without that', async () => {
    await expect(
      inNode(`const started = Promise.reject(new Error('c')); const late = () => started; ${LATE}`),
    ).rejects.toThrow()
  })
})

describe('promises that run side by side', () => {
  it('are all waited for, and the first failure in their order is thrown', async () => {
    const slow = Promise.withResolvers<string>()
    let isOver = false
    const all = allOf([slow.promise, Promise.reject(new Error('second'))]).finally(() => {
      isOver = true
    })
    await Promise.resolve()
    expect(isOver).toBe(false)
    slow.reject(new Error('first'))
    await expect(all).rejects.toThrow('first')
  })

  it('give their results in order', async () => {
    expect(await allOf([Promise.resolve(1), Promise.resolve('two')])).toEqual([1, 'two'])
  })
})
