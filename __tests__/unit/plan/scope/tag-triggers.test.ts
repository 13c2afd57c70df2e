import { expect, it } from '@jest/globals'
import { listensForTags } from '../../../../src/plan/scope/tag-triggers.ts'

it.each([
  [true, 'a push without a filter', 'on: push'],
  [true, 'a push in a list', 'on: [pull_request, push]'],
  [true, 'a push of tags', 'on:\n  push:\n    branches: [main]\n    tags: ["*-*"]'],
  [true, 'a push with no branches', 'on:\n  push:\n    paths: [charts/**]'],
  [true, 'a push that says nothing', 'on:\n  push:\n  pull_request:'],
  [true, 'create', 'on: { create: null }'],
  [true, 'something that is no YAML', 'on: ['],
  [true, 'something without events', 'jobs: {}'],
  [false, 'a push of branches', 'on:\n  push:\n    branches: [main]\n  workflow_dispatch:'],
  [false, 'other events', 'on:\n  schedule:\n    - cron: "0 3 * * *"\n  release:\n    types: [published]'],
  [false, 'a manual start', 'on: workflow_dispatch'],
])('is %s for a workflow on %s', (expected, _, text) => {
  expect(listensForTags([text])).toBe(expected)
  expect(listensForTags(['on: workflow_dispatch', text])).toBe(expected)
})

it('is false where there are no workflows', () => {
  expect(listensForTags([])).toBe(false)
})
