import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { projectRoot } from '../support/places.ts'

interface LockedPackage {
  readonly version: string
  readonly resolved?: string
  readonly integrity?: string
  readonly optional?: boolean
  /** Comes inside another package. */
  readonly inBundle?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const text = readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')
const packages: Readonly<Record<string, LockedPackage>> = JSON.parse(text).packages

/** Whether a package in `folder` would find `name`, as Node looks for it. */
function isLocked(folder: string, name: string): boolean {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in packages) return true
    if (at === '' || !at.includes('/node_modules/')) return `node_modules/${name}` in packages
  }
}

describe('package-lock.json', () => {
  it('names packages, and not where they came from', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
    expect(text).not.toMatch(/https?:\/\/[^"]*registry/)
  })

  // A registry that lacks a package for a foreign platform makes npm leave it out, and then `npm ci` refuses the lock file.
  it('names the packages of every platform, so that `npm ci` accepts it on each', () => {
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(folder, name)),
    )
    expect(missing).toEqual([])
  })

  it('has a checksum for everything that is installed everywhere', () => {
    const unchecked = Object.entries(packages)
      .filter(([folder, { integrity, optional, inBundle }]) => folder && !integrity && !optional && !inBundle)
      .map(([folder]) => folder)
    expect(unchecked).toEqual([])
  })
})
