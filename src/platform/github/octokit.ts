// A file of its own, to be imported when it is needed: Octokit is large.
export { getOctokit } from '@actions/github'
