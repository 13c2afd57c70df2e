import { alibaba } from './alibaba.ts'
import { ecr, ecrPublic } from './amazon.ts'
import { azure } from './azure.ts'
import { dockerHub } from './docker-hub.ts'
import { gitea } from './gitea.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { google } from './google.ts'
import { harbor } from './harbor.ts'
import { distribution, zot } from './plain.ts'
import { quay } from './quay.ts'
import type { Refusal, Registry } from './registry.ts'
import { artifactory, nexus } from './repository-managers.ts'

/** Every registry that is known: one entry each, in the order of docs/registries.md. */
export const registries: readonly Registry[] = [
  ...[github, dockerHub, ecr, ecrPublic, google, azure, alibaba, quay, harbor, gitlab, gitea],
  ...[artifactory, nexus, distribution, zot],
]

/** The registry with this host; `undefined` if the host does not tell. */
export function registryAt(host: string): Registry | undefined {
  return registries.find(({ hosts }) => hosts?.test(host))
}

interface Said {
  readonly status: number
  /** Code and message. */
  readonly text: string
}

/**
 * What an answer is known to mean. At a host that does not tell what runs there, the words do: all programs that people run under
 * names of their own are tried.
 */
export function refusalAt(host: string, { status, text }: Said): Refusal | undefined {
  const known = registryAt(host)
  const candidates = known ? [known] : registries.filter(({ anywhere }) => anywhere)
  return candidates
    .flatMap(({ refusals }) => refusals)
    .find(({ pattern, statuses }) => pattern.test(text) && (statuses?.includes(status) ?? true))
}
