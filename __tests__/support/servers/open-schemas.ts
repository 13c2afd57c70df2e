import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine that notes who asks. */
export interface Canary {
  readonly url: string
  readonly asked: readonly string[]
  close(): void
}

export async function openCanary(): Promise<Canary> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('{}')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => server.close(),
  }
}

const draft = (name: string) => `https://json-schema.org/draft/${name}/schema`
const properties = (a: string, more = '') => `{${more}"properties": {"a": ${a}}, "definitions": {"b": {}}}`

/** Each makes Helm 3.17, Helm 4.1 or both ask `url`; most of them pass for harmless when they are read as text. */
export const openSchemas = {
  'a reference': (url: string) => properties(`{"$ref": "${url}"}`),
  'an escaped key': (url: string) => properties(`{"\\u0024ref": "${url}"}`),
  'an escaped value': (url: string) => properties(`{"$ref": "\\u0068ttp${url.slice(4)}"}`),
  'blanks and line breaks': (url: string) => properties(`{"$ref"\r\n\t:\n "${url}"}`),
  'a key that comes twice': (url: string) => properties(`{"$ref": "#/definitions/b", "$ref": "${url}"}`),
  'a byte order mark': (url: string) => `\ufeff${properties(`{"$ref": "${url}"}`)}`,
  'bytes after it': (url: string) => `${properties(`{"$ref": "${url}"}`)} trailing`,
  'a second document': (url: string) => `${properties(`{"$ref": "${url}"}`)} {}`,
  'an unfinished second document': (url: string) => `${properties(`{"$ref": "${url}"}`)}\n{"`,
  'bytes that are not UTF-8': (url: string) =>
    Buffer.concat([Buffer.from('{"title": "'), Buffer.of(0xff), Buffer.from(`", "$ref": "${url}"}`)]),
  'an id with a fragment': (url: string) => properties('{"$ref": "#/definitions/b"}', `"$id": "${url}/s#x",`),
  'an id with an empty query': (url: string) => properties('{"$ref": "#/definitions/b"}', `"$id": "${url}/s?",`),
  'an id of draft 4 with a fragment': (url: string) => properties('{"$ref": "#/definitions/b"}', `"id": "${url}/s#x",`),
  'a dialect of its own': (url: string) => `{"$schema": "${url}"}`,
  'a dialect further down': (url: string) => properties(`{"$schema": "${url}"}`),
  'a dynamic reference': (url: string) => properties(`{"$dynamicRef": "${url}"}`, `"$schema": "${draft('2020-12')}",`),
  'a recursive reference': (url: string) =>
    properties(`{"$recursiveRef": "${url}"}`, `"$schema": "${draft('2019-09')}",`),
} as const satisfies Readonly<Record<string, (url: string) => string | Uint8Array>>
