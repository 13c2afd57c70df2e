// Runs the action as src/main.ts does, on a machine whose clock is CLOCK_AHEAD_MS fast: for our code and for libraries alike.
const ahead = Number(process.env.CLOCK_AHEAD_MS)
const RightDate = Date

globalThis.Date = new Proxy(RightDate, {
  construct: (target, args, as) =>
    Reflect.construct(target, args.length === 0 ? [RightDate.now() + ahead] : args, as) as Date,
  get: (target, name) => (name === 'now' ? () => RightDate.now() + ahead : Reflect.get(target, name)),
})

const { runAction } = await import('../../../src/action.ts')
const { createJournal } = await import('../../../src/platform/process/journal.ts')
process.exitCode = await runAction(process.env, createJournal())
