// A file of its own, so that it can be imported late: the toolkit brings an HTTP client along.
export { setOutput } from '@actions/core'
