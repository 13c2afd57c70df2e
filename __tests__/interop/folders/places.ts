import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { s3Keys, startVersitygw } from '../../support/s3/versitygw.ts'
import type { Missing } from '../missing.ts'
import { type Tools, tools } from '../tools.ts'

/** A place that is there. */
export interface OpenFolder {
  /** Where files of a release come to lie. */
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  /** What is published to; `url` is where the folder is served. */
  target(url: string): string
  close(): Promise<void>
}

/** A place that keeps an index and archives as files. */
export interface FolderPlace {
  readonly registry: string
  open(tools: Tools): Promise<OpenFolder | Missing>
}

const BUCKET = 'charts'

export const folderPlaces: readonly FolderPlace[] = [
  {
    registry: 'dir: behind nginx',
    async open() {
      const folder = mkdtempSync(join(tmpdir(), 'served-'))
      const close = async () => rmSync(folder, { recursive: true, force: true })
      return { folder, env: {}, target: (url) => `dir:${folder}?url=${url}`, close }
    },
  },
  {
    registry: `s3: on versitygw ${tools.versitygw.version.slice(1)}`,
    async open({ versitygw }) {
      if (!('file' in versitygw)) return versitygw
      const bucket = await startVersitygw(versitygw.file, BUCKET)
      return {
        folder: bucket.folder,
        env: s3Keys,
        target: (url) => `s3://${BUCKET}?endpoint=${bucket.endpoint}&url=${url}`,
        async close() {
          await bucket[Symbol.asyncDispose]()
        },
      }
    },
  },
]
