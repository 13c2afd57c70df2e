import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ArchiveFile } from '../../../src/chart/archive/archive.ts'

/** Files of a small chart that every Helm loads, lints and renders; `more` adds or replaces some. */
export function chartFiles(more: Readonly<Record<string, string>> = {}): readonly ArchiveFile[] {
  const texts = {
    'Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.2.3\nappVersion: "7"\nicon: https://example.org/icon.png\n',
    'values.yaml': 'greeting: hello\n',
    'templates/config.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\ndata:\n  greeting: {{ .Values.greeting }}\n',
    ...more,
  }
  return Object.entries(texts).map(([path, text]) => ({ path, content: new TextEncoder().encode(text) }))
}

/** Writes files below a folder. */
export async function writeFiles(folder: string, files: readonly ArchiveFile[]): Promise<void> {
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}
