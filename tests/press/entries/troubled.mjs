// A process that prints papers as ours does, but for those whose text asks for trouble.

/** Begins to print, with the compiled program whose folder `dist/press/` this address is. */
export async function serveTrouble(press) {
  const {inThisProcess} = await import(new URL('print-paper.js', press))
  const {servePress} = await import(new URL('serve.js', press))
  const {endWithParent} = await import(new URL('end-with-parent.js', press))
  const {print} = inThisProcess()
  await endWithParent(process.ppid)
  servePress(async (job, begins) => {
    if (spoilt) process.kill(process.pid, 'SIGKILL')
    const [, trouble] = /TROUBLE-(\w+)/.exec(job.source.text) ?? []
    await troubles[trouble]?.()
    if (poisoned) throw new WebAssembly.RuntimeError('unreachable')
    return print(job, begins)
  })
}

const troubles = {
  loop() {
    for (;;);
  },
  memory() {
    const held = []
    for (;;) held.push(Array(1e5).fill({}))
  },
  kill: () => process.kill(process.pid, 'SIGKILL'),
  abort: () => process.abort(),
  exit: () => process.exit(7),
  /** The engine traps in its first layout; what it then says of itself is out of order for good. */
  trap() {
    poisoned = true
  },
  /** What one paper spoils, and the next one falls over. */
  spoil() {
    spoilt = true
  },
}
let poisoned = false
let spoilt = false
