import { afterEach } from '@jest/globals'
import { aRepository, type Files, type TestRepository } from './repository.ts'

/** Makes repositories of these files; each is removed after its test. */
export function repositoriesPerTest(): (files: Files) => Promise<TestRepository> {
  const repositories: TestRepository[] = []
  afterEach(async () => {
    await Promise.all(repositories.splice(0).map((repository) => repository.remove()))
  })
  return async (files) => {
    const repository = await aRepository({ files })
    repositories.push(repository)
    return repository
  }
}
