const mountThenRun = `
const [size, ...args] = process.argv.slice(1)
require('node:child_process').execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=' + size, 'tmpfs', process.env.RUNNER_TEMP])
process.execve(args[0], args)
`

/**
 * Starts a run (`startedBy`) in a mount namespace of its own in which RUNNER_TEMP is a disk with room for so many bytes. Where
 * the machine allows neither root nor user namespaces the run does not start, and the test says so by failing.
 */
export function onASmallDisk(bytes: number): readonly string[] {
  const namespace = process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount']
  // Not by a shell: it would drop variables such as INPUT_APP-VERSION.
  return ['unshare', ...namespace, process.execPath, '--eval', mountThenRun, '--', `${bytes}`]
}
