import { describe, expect, it } from '@jest/globals'
import { failure } from '../../../../src/platform/git/command.ts'
import { createSecrets } from '../../../../src/platform/secrets/secrets.ts'

function answer(stderr: string) {
  const ran = { exitCode: 128, stdout: Buffer.alloc(0), stderr }
  return failure({ git: async () => ran, secrets: createSecrets(() => {}) }, ['commit-tree'], ran)
}

describe('what git says of a failure', () => {
  it('is a full disk where it is ours', async () => {
    const error = await answer(
      'error: unable to write file .git/objects/ab/cd: No space left on device\nfatal: cannot write\n',
    )
    expect(error.code).toBe('DISK_FULL')
    expect(error.message).toContain('git commit-tree: error: unable to write file')
  })

  it('is none of ours where the server has no room', async () => {
    const error = await answer('remote: fatal: write error: No space left on device\nfatal: unpack failed\n')
    expect(error.code).toBe('GIT_FAILED')
  })
})
