import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { realData } from '../../support/places.ts'

/** A path of the real inputs, which stand beside the checkout and are no part of the project. */
export function data(path: string): string {
  return join(realData, path)
}

/** The objects of a file with one in each line. */
export function linesOf<T>(path: string): readonly T[] {
  const text = readFileSync(data(path), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}
