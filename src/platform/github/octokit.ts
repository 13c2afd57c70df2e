// A file of its own, so that it can be imported late: Octokit is large, and so is fetch.
import { getOctokit } from '@actions/github'
import { fetch } from 'undici/lib/web/fetch/index.js'
import { type NetworkOptions, openNetwork } from '../http/network.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/**
 * Octokit over our own way to the network. That of `@actions/github` has other rules for proxies, and goes past one whose address
 * it can't read.
 */
export function openOctokit(token: string, apiUrl: string, options: NetworkOptions): ReturnType<typeof getOctokit> {
  const { open: dispatcher } = openNetwork(options)
  const request = { fetch: (url: string, init: object) => fetch(url, { ...init, dispatcher }) }
  return getOctokit(token, { baseUrl: apiUrl, log: silent, request })
}
