import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { isPlugIn, rooms } from '../../scripts/rooms.ts'
import { projectRoot } from '../support/places.ts'

const source = join(projectRoot, 'src')
const foldersIn = (path: string) =>
  readdirSync(path, { withFileTypes: true, recursive: false }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )
const there = foldersIn(source).flatMap((folder) => foldersIn(join(source, folder)).map((room) => `${folder}/${room}`))

describe('the rooms of src', () => {
  it('have a line each in scripts/rooms.ts, and so in docs/architecture.md', () => {
    expect(there.filter((room) => !isPlugIn(room) && !Object.hasOwn(rooms, room))).toEqual([])
  })

  it('are there if they have a line', () => {
    expect(Object.keys(rooms).filter((room) => !there.includes(room))).toEqual([])
  })
})
