// A file of its own, so that it can be imported late: Octokit is large.
export { getOctokit } from '@actions/github'
