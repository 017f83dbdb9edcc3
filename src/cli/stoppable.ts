/** What a terminal sends for Ctrl-C, a service manager to stop, and a terminal that closes. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** As shells count it: 128 and the number of SIGINT. */
const STOPPED = 130

/** Does a deed that can be stopped on its way; returns its exit code, or 130. A second Ctrl-C ends the command as it stands. */
export async function stoppable(deed: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const controller = new AbortController()
  const stop = () => {
    controller.abort()
    release()
  }
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, stop)
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  try {
    const code = await deed(controller.signal)
    return controller.signal.aborted ? STOPPED : code
  } finally {
    release()
  }
}
