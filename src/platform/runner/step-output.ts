// A file of its own, to be imported when it is needed: the toolkit brings an HTTP client along.
export { setOutput } from '@actions/core'
