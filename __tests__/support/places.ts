import { resolve } from 'node:path'

/** The folder of the checkout. */
export const projectRoot = resolve(import.meta.dirname, '../..')

/** Real charts, histories and indexes, which are beside some checkouts only. */
export const realData = resolve(projectRoot, '../shared/data')
