import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Range, satisfies, subset } from 'semver'
import { projectRoot } from '../support/places.ts'

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')

interface Package {
  readonly engines?: { readonly node?: string }
  readonly devDependencies?: Readonly<Record<string, string>>
}

const own = JSON.parse(read('package.json')) as Package
const accepted = own.engines?.node ?? ''
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Package>> }
/** The oldest version of each release line, e.g. `22.9` and `24`. */
const oldest = new Range(accepted).set.map(([from]) => from?.semver.version.replace(/(?:\.0)+$/, ''))

describe('the Node that contributors need', () => {
  it('is one that every package accepts, so that `npm ci` warns of nothing', () => {
    const needs = Object.entries(packages).flatMap(([path, { engines }]) =>
      engines?.node && !subset(accepted, engines.node) ? [`${path} needs ${engines.node}`] : [],
    )
    expect(needs).toEqual([])
    expect(packages['']?.engines?.node).toBe(accepted)
  })

  it('is what .nvmrc selects, and what the scripts run on', () => {
    const selected = read('.nvmrc').trim()
    expect(selected).toMatch(/^\d+$/)
    expect(satisfies(`${selected}.999.0`, accepted)).toBe(true)
    expect(own.devDependencies?.node?.split('.')[0]).toBe(selected)
  })

  it.each(['README.md', 'CONTRIBUTING.md'])('is named in %s', (file) => {
    const [before, now] = oldest
    expect(read(file)).toMatch(new RegExp(`Node ${now}\\b[^.]*\\b${before?.split('.')[0]}[, ]+from ${before} on`))
  })
})
