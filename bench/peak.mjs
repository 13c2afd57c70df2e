// Loaded before the action (`node --import`): leaves its peak resident memory, in kilobytes, in the file BENCH_PEAK names.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  if (process.env.BENCH_PEAK) writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS))
})
